"""A sentence that is too long to be understood at once."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences
from deskprivacy.check.reading.text import Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="long-sentence",
    family="text",
    severity=Severity.INFO,
    law=("GDPR 12(1)", "WP260 rev.01 §12-13"),
    checked="2026-11-22",
    title={
        "en": "a sentence is too long",
        "fr": "une phrase est trop longue",
    },
    message={
        "en": "{number} words in one sentence: “{quote}”",
        "fr": "{number} mots en une phrase : « {quote} »",
    },
    help={
        "en": "split it, or make a list of it; twenty words are easily read",
        "fr": "coupez-la, ou faites-en une liste ; vingt mots se lisent sans peine",
    },
    why={
        "en": "Whoever reads slowly, in a hurry or in a foreign language loses the thread.",
        "fr": "Qui lit lentement, en hâte ou dans une langue étrangère perd le fil.",
    },
    asks={
        "en": "The information must be concise, and in clear and plain language.",
        "fr": "L’information doit être concise, et en termes clairs et simples.",
    },
    mend={
        "en": "One idea, one sentence. Make a list of what is enumerated, and begin with what concerns the reader.",
        "fr": "Une idée, une phrase. Mettez en liste ce qui s’énumère, et commencez par ce qui touche le lecteur.",
    },
    justified={
        "en": "The sentence quotes a law or a contract.",
        "fr": "La phrase cite une loi ou un contrat.",
    },
)

BAD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: >  # <- long-sentence
    Nous préparons votre pain le matin, puis nous vous appelons au numéro que vous avez laissé dans le formulaire, afin
    que vous sachiez que la commande est prête, que vous veniez la chercher avant midi, et que rien ne soit perdu.
  kind: order
  legal_basis: contract
"""

GOOD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Nous préparons votre pain le matin. Nous vous appelons quand il est prêt.
  kind: order
  legal_basis: contract
"""


LIMIT = 40  # words, as spaces part them
_SHOWN = 60  # characters of the sentence


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each sentence of more than forty words."""
    long = (n for n, one in enumerate(text.blocks) if one.kind != "heading" and len(one.text.split()) > LIMIT)
    for phrase in (phrase for block in long for phrase in text.sentences(block)):
        if (number := len(phrase.text.split())) > LIMIT:
            quote = phrase.text if len(phrase.text) <= _SHOWN else f"{phrase.text[:_SHOWN].rsplit(' ', 1)[0]}…"
            yield Remark(quote=quote, block=phrase.block, offset=phrase.offset, number=number)


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register."""
    return on_sentences(RULE, judge, facts.text)
