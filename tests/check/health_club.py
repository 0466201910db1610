"""A club that keeps its members' medical certificates: an example to lay over the bakery, with what is asked of it."""

from __future__ import annotations

_EXAMPLE = """
# data_subjects.yaml
members:
  name: Adhérents
  minors: {{status: {minors}, age: 15, consent: parent}}
# purposes.yaml
fitness:
  name: Vérifier que vous pouvez pratiquer la voile
  kind: order
  legal_basis: contract
  choice: Vous nous écrivez.
# data_categories.yaml
health:
  name: Santé
  cnil_family: other-categories
  sources: [order-form]
  items:
    certificate: {{name: Certificat médical, special: health}}
# activities/club.yaml
name: Club de voile
purposes: [fitness]
data_subjects: [members]
retention: one-year
{required}
data:
  health:
    {line}
    condition: {{ground: {ground}, reason: Case signée}}
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
{more}
"""


def health_club(
    *,
    minors: str = "excluded",
    required: str = "required: optional",
    line: str = "form: identified",
    ground: str = "9-2-a",
    more: str = "",
) -> str:
    """The example: who is among the members, whether the certificate is demanded, and by which ground it is used."""
    return _EXAMPLE.format(minors=minors, required=required, line=line, ground=ground, more=more)
