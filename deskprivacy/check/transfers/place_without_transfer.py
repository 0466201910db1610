"""A recipient is, stores or reads in a country outside the EEA that no transfer names."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.duty.abroad import places_abroad
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.parties import NOT_A_PLACE, Recipient

RULE = Rule(
    rule="place-without-transfer",
    family="transfers",
    severity=Severity.ERROR,
    law=("GDPR 44", "GDPR 30(1)(e)", "GDPR 13(1)(f)"),
    sought_in=("activities.recipients", "activities.hosting", "trackers", "recipients"),
    checked="2026-11-22",
    title={
        "en": "a place outside the European Economic Area is covered by no transfer",
        "fr": "un lieu hors de l’Espace économique européen n’est couvert par aucun transfert",
    },
    message={
        "en": (
            "“{name}” declares a country that its transfers do not name ({country}): nothing protects the data there"
        ),
        "fr": "« {name} » déclare un pays que ses transferts ne nomment pas ({country}) : rien n’y protège les données",
    },
    help={
        "en": (
            "add the country to `countries` of the entry that protects it, or an entry of its own with its `mechanism`"
        ),
        "fr": "ajoutez le pays à `countries` de l’entrée qui le protège, ou une entrée à part avec son `mechanism`",
    },
    why={
        "en": "One country is explained to you, and your data are also in another.",
        "fr": "On vous explique un pays, et vos données sont aussi dans un autre.",
    },
    asks={
        "en": (
            "Every country outside the European Economic Area needs its own protection, and is named in register "
            "and notice."
        ),
        "fr": (
            "Chaque pays hors de l’Espace économique européen a besoin de sa protection, et figure au registre et"
            " dans la notice."
        ),
    },
    mend={
        "en": (
            "Check with the recipient which countries are really concerned, then extend the safeguards or correct"
            " the place."
        ),
        "fr": (
            "Vérifiez avec le destinataire quels pays sont concernés, puis étendez les garanties ou corrigez le lieu."
        ),
    },
    justified={
        "en": "The body in that country has no access to these data.",
        "fr": "L’établissement situé dans ce pays n’a aucun accès à ces données.",
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: CH
  access_from:
    - MA  # <- place-without-transfer
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries: [CH]
    mechanism: adequacy
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: CH
  access_from:
    - MA
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    - countries: [CH]
      mechanism: adequacy
    - countries: [MA]
      mechanism: scc
      assessment: Analyse de transfert n° 5
      copy: Écrivez-nous ; nous vous envoyons les clauses.
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each place abroad of a recipient whose transfers, its own or on lines, name other countries.

    A processor that it employs in turn is covered by its transfers too, or by transfers of its own. Where a recipient
    declares none at all, a duty asks for its own places; nothing else asks for those of the processors that it employs.
    """
    named: dict[str, set[str]] = {}
    for one in facts.transfers:
        named.setdefault(one.recipient.id, set()).update(one.entry.countries)
    for ident, countries in named.items():
        recipient = facts.register.recipients[ident]
        if recipient.role in NOT_A_PLACE:
            continue
        yield from _uncovered(recipient, countries, facts.register.home)
        for further in recipient.sub_processors or ():
            if further not in named and further not in facts.roles:
                yield from _uncovered(facts.register.recipients[further], countries, facts.register.home)
    yield from _employed(facts, set(named))


def _employed(facts: Facts, named: set[str]) -> Iterator[Finding]:
    """The places abroad of processors that are employed by a recipient without a word on transfers."""
    recipients = facts.register.recipients
    told: set[str] = set()
    for ident in facts.roles:
        if (
            ident in named or recipients[ident].transfer is not None
        ):  # declared none: that is a contradiction of its own
            continue
        for further in recipients[ident].sub_processors or ():
            if further not in named and further not in facts.roles and further not in told:
                told.add(further)
                if recipients[further].transfer is None:
                    yield from _uncovered(recipients[further], set(), facts.register.home)


def _uncovered(recipient: Recipient, countries: set[str], home: str | None) -> Iterator[Finding]:
    reported = set(countries)
    for where, code in places_abroad(recipient, home):
        if code not in reported:
            reported.add(code)
            yield Finding(rule=RULE.rule, at=where, values={"name": recipient.name, "country": code})
