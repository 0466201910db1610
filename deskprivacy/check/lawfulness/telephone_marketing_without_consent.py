"""Consumers are canvassed by telephone without having agreed to it, which French law asks for."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness._channels import calls_consumers_of, unconsented
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.direct_marketing import opt_ins

RULE = Rule(
    rule="telephone-marketing-without-consent",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("C. conso. L223-1",),
    sought_in=("activities.data", "activities.purposes"),
    checked="2026-11-22",
    title={
        "en": "telephone marketing goes out without prior consent",
        "fr": "de la prospection téléphonique a lieu sans consentement préalable",
    },
    message={
        "en": (
            "“{name}”: telephone marketing rests on `{basis}`; since 11 August 2026 consumers in France must "
            "have agreed to it beforehand"
        ),
        "fr": (
            "« {name} » : la prospection par téléphone repose sur `{basis}` ; depuis le 11 août 2026, en "
            "France, le consommateur doit y avoir consenti au préalable"
        ),
    },
    help={
        "en": (
            "write `basis: consent` with `how`, `withdraw` and `proof` for `channels: [telephone]`; if you call "
            "only about a contract in force, say so in `when`"
        ),
        "fr": (
            "écrivez `basis: consent` avec `how`, `withdraw` et `proof` pour `channels: [telephone]` ; si vous "
            "n’appelez qu’au sujet d’un contrat en cours, dites-le dans `when`"
        ),
    },
    why={
        "en": (
            "A call comes at table or at work. Since August 2026 nobody in France has to enter a list to be left "
            "in peace."
        ),
        "fr": (
            "Un appel tombe à table ou au travail. Depuis août 2026, personne n’a plus à s’inscrire sur une "
            "liste pour être tranquille."
        ),
    },
    asks={
        "en": (
            "The consumer has agreed to calls by a free, specific, informed, unambiguous and revocable act, and "
            "the trader can prove it. Calls about a contract in force are allowed."
        ),
        "fr": (
            "Le consommateur a consenti aux appels par un acte libre, spécifique, éclairé, univoque et "
            "révocable, et le professionnel peut le prouver. Les appels liés à un contrat en cours restent "
            "permis."
        ),
    },
    mend={
        "en": "Ask for consent to calls by a box of its own, keep the proof, and call nobody else.",
        "fr": "Demandez l’accord aux appels par une case à part, gardez-en la preuve et n’appelez personne d’autre.",
    },
    justified={
        "en": (
            "Those called are professionals, not consumers, or they are called about the object of a contract in force."
        ),
        "fr": (
            "Les personnes appelées sont des professionnels et non des consommateurs, ou l’appel porte sur "
            "l’objet d’un contrat en cours."
        ),
    },
)

BAD = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:  # <- telephone-marketing-without-consent
    basis: legitimate-interests
    interest: faire connaître nos pains
    assessment:
      document: Mise en balance n° 1
    channels: [telephone]
  choice: Dites-le-nous pendant l’appel.
"""

GOOD = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:
    - basis: consent
      how: Vous cochez la case « Appelez-moi », vide au départ.
      withdraw: Vous décochez la même case, ou vous nous le dites pendant l’appel.
      proof: Formulaire conservé
      channels: [telephone]
    - basis: legitimate-interests
      interest: compléter un abonnement en cours
      assessment:
        document: Mise en balance n° 1
      channels: [telephone]
      when: si vous avez chez nous un abonnement en cours, et à son sujet
  choice: Dites-le-nous pendant l’appel.
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each basis of telephone marketing that is not consent, where the law asks for it."""
    for one in unconsented(facts):
        for channel in one.channels:
            text = opt_ins().get(channel)
            if (
                not text
                or text.since is None
                or text.since > facts.today
                or not calls_consumers_of(facts, one.purpose, one.basis, text.country)
            ):
                continue
            values = {"name": one.purpose.name, "basis": one.basis.basis}
            yield Finding(rule=RULE.rule, at=one.where, values=values, law=RULE.law)  # wherever the caller is
