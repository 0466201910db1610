"""A pixel in an e-mail waits for no consent: it names no exemption, or one that does not exist for e-mails."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.trackers._consents import consent_cases
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.texts import in_force

_ON_PIXELS = ("CNIL 2026-042", "EDPB 2/2023")

RULE = Rule(
    rule="email-pixel-without-consent",
    family="trackers",
    severity=Severity.ERROR,
    law=("LIL 82", "CNIL 2026-042", "EDPB 2/2023"),
    checked="2026-11-22",
    title={
        "en": "a pixel in e-mails is used without consent",
        "fr": "une balise est placée dans des e-mails sans consentement",
    },
    message={
        "en": "“{name}” waits for no consent, and no exemption for pixels in e-mails is declared",
        "fr": "« {name} » n’attend aucun consentement, et aucune exemption propre aux balises d’e-mail n’est déclarée",
    },
    help={
        "en": "write `consent: required`; the only exemptions are `email-authentication-security` and "
        "`email-deliverability-cleaning`",
        "fr": "écrivez `consent: required` ; les seules exemptions sont `email-authentication-security` et "
        "`email-deliverability-cleaning`",
    },
    why={
        "en": "To read one’s mail is a private act. A pixel tells somebody else when, how often and on which device.",
        "fr": "Lire son courrier est un acte privé. Une balise dit à un autre quand, combien de fois et sur quel "
        "appareil.",
    },
    asks={
        "en": (
            "A pixel reads on the person’s device: LIL 82 asks for consent first. For the CNIL, to agree to "
            "receive e-mails is not to agree to be measured: two consents."
        ),
        "fr": (
            "Une balise lit sur l’appareil de la personne : l’article 82 de la LIL demande d’abord le "
            "consentement. Pour la CNIL, accepter de recevoir des e-mails n’est pas accepter d’être mesuré : "
            "il faut deux accords."
        ),
    },
    mend={
        "en": "Ask when you collect the address, with a box of its own, and let people stop by a link in each e-mail; "
        "or "
        "count openings without telling people apart.",
        "fr": "Demandez-le en recueillant l’adresse, par une case à part, et placez un lien d’arrêt dans chaque e-mail "
        "; "
        "ou comptez les ouvertures sans distinguer les personnes.",
    },
    justified=None,
)

BAD = """
# trackers.yaml
reading:
  name: Balise de lecture
  technology: email-pixel
  purposes: [letters-read]
  consent:  # <- email-pixel-without-consent
    required: false
    exemption: audience-measurement
  choice: Vous suivez le lien en bas de chaque e-mail.
# purposes.yaml
letters-read:
  name: Savoir si nos lettres sont lues
  kind: audience
  legal_basis:
    basis: legitimate-interests
    interest: écrire à ceux qui nous lisent
    assessment: {document: Mise en balance du 2 mars 2026}
  choice: Vous suivez le lien en bas de chaque e-mail.
# activities/website.yaml
name: Site de la boulangerie
purposes: [letters-read]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients: {}
trackers: [reading]
measures: [locked-till]
automated_decisions: []
# data_categories.yaml
browsing:
  name: Navigation
  cnil_family: internet
  items:
    pages-viewed: {name: Pages vues, tags: [behaviour]}
# sources.yaml
website:
  name: Notre site
  origin: observed
"""

GOOD = """
# trackers.yaml
reading:
  name: Balise de lecture
  technology: email-pixel
  purposes: [letters-read]
  consent: required
  choice: Vous suivez le lien en bas de chaque e-mail.
# purposes.yaml
letters-read:
  name: Savoir si nos lettres sont lues
  kind: audience
  legal_basis:
    basis: consent
    how: Vous cochez une seconde case, vide au départ.
    withdraw: Vous suivez le lien en bas de chaque e-mail.
    proof: Journal des inscriptions
  choice: Vous suivez le lien en bas de chaque e-mail.
# activities/website.yaml
name: Site de la boulangerie
purposes: [letters-read]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients: {}
trackers: [reading]
measures: [locked-till]
automated_decisions: []
# data_categories.yaml
browsing:
  name: Navigation
  cnil_family: internet
  items:
    pages-viewed: {name: Pages vues, tags: [behaviour]}
# sources.yaml
website:
  name: Notre site
  origin: observed
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each entry of a pixel in e-mails without consent and without an exemption made for e-mails."""
    for case in consent_cases(facts):
        if case.tracker.technology != "email-pixel" or case.entry.required is not False:
            continue
        if case.exemption is None or case.exemption.technology != "email-pixel":
            said = in_force(_ON_PIXELS, facts.register.countries, facts.today)
            severity = None if said else Severity.WARNING  # before it was said, the law alone did not name pixels
            yield Finding(rule=RULE.rule, at=case.where, values={"name": case.tracker.name}, severity=severity)
