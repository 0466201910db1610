"""A recipient is called “partners” or “providers”, and nothing says of which kind."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.presumptions import says_nothing_of_who

RULE = Rule(
    rule="recipient-category-too-vague",
    family="recipients",
    severity=Severity.WARNING,
    law=("GDPR 13(1)(e)", "GDPR 14(1)(e)", "GDPR 5(1)(a)", "WP260 rev.01"),
    checked="2026-11-22",
    title={
        "en": "a category of recipients is too vague to tell who it is",
        "fr": "une catégorie de destinataires est trop vague pour savoir qui c’est",
    },
    message={
        "en": "“{name}” may be anybody: neither a member that can be named, nor a trade, nor a service is declared",
        "fr": (
            "« {name} » peut être n’importe qui : ni membre qui puisse être nommé, ni métier, ni service n’est déclaré"
        ),
    },
    help={
        "en": "name the bodies under `members` with `published: true`, or say their `sector` and `service`",
        "fr": "nommez les organismes sous `members` avec `published: true`, ou dites leur `sector` et leur `service`",
    },
    why={
        "en": "“Our partners” tells nobody who holds their data, nor to whom they may write.",
        "fr": "« Nos partenaires » n’apprend à personne qui détient ses données, ni à qui écrire.",
    },
    asks={
        "en": (
            "The notice names the recipients or their categories; a category says what they do, in which sector "
            "and where."
        ),
        "fr": (
            "La notice nomme les destinataires ou leurs catégories ; une catégorie dit ce qu’ils font, dans quel "
            "secteur et où."
        ),
    },
    mend={
        "en": "Name each body; where there are many, group them by what they do for you.",
        "fr": "Nommez chaque organisme ; s’ils sont nombreux, groupez-les selon ce qu’ils font pour vous.",
    },
    justified={
        "en": "The bodies change so often that the notice links to a list kept up to date, by name.",
        "fr": "Les organismes changent si souvent que la notice renvoie à une liste nominative tenue à jour.",
    },
)

BAD = """
# recipients.yaml
till-provider:  # <- recipient-category-too-vague
  name: Nos partenaires
  role: controller
  country: FR
  transfer: []
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Nos partenaires de livraison
  role: controller
  sector: delivery
  service: Livraison à vélo
  country: FR
  transfer: []
"""

_NOT_OUTSIDE = {"internal", "public", "authority"}
_SAYS_NO_TRADE = {None, "group-company"}


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each name of vague words, where nothing else says who is meant; at the members that would."""
    for recipient in facts.register.recipients.values():
        named = any(member.published for member in (recipient.members or {}).values())
        told = named or recipient.sector not in _SAYS_NO_TRADE or recipient.service
        if told or recipient.role in _NOT_OUTSIDE or not says_nothing_of_who(recipient.name or ""):
            continue
        yield Finding(rule=RULE.rule, at=recipient.where.at("members"), on="key", values={"name": recipient.name})
