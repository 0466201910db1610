"""Electronic marketing rests neither on consent nor on the exception for one’s own customers."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness._channels import reaches_professionals_only, unconsented
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.direct_marketing import opt_ins

RULE = Rule(
    rule="electronic-marketing-without-consent",
    family="lawfulness",
    severity=Severity.ERROR,
    law=("2002/58/EC 13(1)", "2002/58/EC 13(2)", "CPCE L34-5"),
    sought_in=("activities.data", "activities.purposes"),
    checked="2026-11-22",
    title={
        "en": "electronic marketing goes out without prior consent",
        "fr": "de la prospection électronique part sans consentement préalable",
    },
    message={
        "en": (
            "“{name}” ({channel}) rests on `{basis}`: these channels ask for prior consent, or for the "
            "exception for your own customers"
        ),
        "fr": (
            "« {name} » ({channel}) repose sur `{basis}` : ces canaux demandent un consentement préalable, ou "
            "l’exception ouverte à vos propres clients"
        ),
    },
    help={
        "en": (
            "write `basis: consent` for these channels, with `how`, `withdraw` and `proof`; or, for e-mails and "
            "text messages to your own customers about similar products, `soft_opt_in: true` and `data_subjects`"
        ),
        "fr": (
            "écrivez `basis: consent` pour ces canaux, avec `how`, `withdraw` et `proof` ; ou, pour des e-mails "
            "et des SMS à vos propres clients sur des produits analogues, `soft_opt_in: true` et `data_subjects`"
        ),
    },
    why={
        "en": (
            "A message in a pocket cannot be ignored like a poster: whoever has not asked for it should not have "
            "to make it stop."
        ),
        "fr": (
            "Un message reçu dans sa poche ne s’ignore pas comme une affiche : qui ne l’a pas demandé n’a pas à "
            "le faire cesser."
        ),
    },
    asks={
        "en": (
            "The person has agreed beforehand to be canvassed by that means. A customer may be written to "
            "without it if the details were obtained from the customer on a sale, for similar products of the "
            "same seller, with a free and simple way to refuse then and in each message. A text message counts "
            "as an e-mail; a fax or an automated call knows no exception."
        ),
        "fr": (
            "La personne a accepté à l’avance d’être démarchée par ce moyen. Un client peut recevoir un message "
            "sans cela si ses coordonnées ont été recueillies auprès de lui lors d’une vente, pour des produits "
            "analogues du même vendeur, avec un moyen simple et gratuit de refuser alors puis à chaque envoi. Un "
            "SMS vaut un e-mail ; la télécopie et l’automate d’appel ne connaissent pas d’exception."
        ),
    },
    mend={
        "en": (
            "Put an empty box beside each field where an address or a number is given; separate the customers to "
            "whom the exception applies."
        ),
        "fr": (
            "Placez une case vide près de chaque champ où l’on donne une adresse ou un numéro ; séparez les "
            "clients auxquels l’exception s’applique."
        ),
    },
    justified={
        "en": (
            "The messages go to professional addresses only and concern the person’s work (position of the "
            "CNIL): say so in the name of the persons, or in `when`. Where a public body informs people of its "
            "services and promotes nothing, the purpose is rather `kind: public-service`."
        ),
        "fr": (
            "Les messages ne vont qu’à des adresses professionnelles et concernent le métier de la personne "
            "(position de la CNIL) : dites-le dans le nom des personnes, ou dans `when`. Si un organisme public "
            "informe les personnes de ses services sans rien promouvoir, la finalité est plutôt `kind: public-service`."
        ),
    },
)

BAD = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:
    - basis: legitimate-interests  # <- electronic-marketing-without-consent
      interest: faire connaître nos pains
      assessment:
        document: Mise en balance n° 1
      channels: [email, text-message]
    - basis: legitimate-interests
      interest: faire connaître nos pains
      assessment:
        document: Mise en balance n° 1
      channels: [post]
  choice: Suivez le lien en bas de chaque message, ou écrivez-nous.
"""

GOOD = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:
    - basis: consent
      how: Vous cochez une case, vide au départ.
      withdraw: Vous suivez le lien en bas de chaque message.
      proof: Journal des inscriptions
      channels: [email, text-message]
    - basis: legitimate-interests
      interest: faire connaître à nos clients des pains semblables
      assessment:
        document: Mise en balance n° 1
      soft_opt_in: true
      channels: [email]
      data_subjects: [customers]
  choice: Suivez le lien en bas de chaque message.
"""


_INTERESTS = "legitimate-interests"


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each basis that bears electronic marketing and is neither consent nor the exception.

    A doubt where it is a public task: what a town tells its people may be no marketing at all. Silent where it reaches
    professionals at their work on a legitimate interest, in a country whose authority admits that.
    """
    for one in unconsented(facts):
        asked = tuple(
            channel
            for channel in one.channels
            if (text := opt_ins().get(channel))
            and text.country is None
            and not (one.basis.soft_opt_in and text.customers)
        )
        if asked and not (one.basis.basis == _INTERESTS and reaches_professionals_only(facts, one.purpose, one.basis)):
            values = {"name": one.purpose.name, "channel": asked, "basis": one.basis.basis}
            severity = Severity.WARNING if one.basis.basis == "public-task" else None
            yield Finding(rule=RULE.rule, at=one.where, values=values, severity=severity)
