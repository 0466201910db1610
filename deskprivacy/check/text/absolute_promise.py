"""A promise without exception, which one forgotten use makes untrue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, on_texts, remarks
from deskprivacy.check.reading.text import Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity, Where

RULE = Rule(
    rule="absolute-promise",
    family="text",
    severity=Severity.INFO,
    law=("GDPR 5(1)(a)", "GDPR 12(1)"),
    checked="2026-11-22",
    title={
        "en": "a promise knows no exception",
        "fr": "une promesse ne connaît aucune exception",
    },
    message={
        "en": "“{quote}” must hold for every use and every recipient",
        "fr": "« {quote} » doit être vrai pour chaque usage et chaque destinataire",
    },
    help={
        "en": "check it against what you do, and narrow it to what is true; in a register, declare it as a commitment",
        "fr": (
            "confrontez-la à ce que vous faites et limitez-la à ce qui est vrai ; dans un registre, déclarez un "
            "engagement"
        ),
    },
    why={
        "en": "People give their data because they were promised that nobody else gets them.",
        "fr": "Les gens confient leurs données parce qu’on leur a promis que nul autre ne les aurait.",
    },
    asks={
        "en": "Fairness: a promise binds. A text that promises never to share, and then says with whom, misleads.",
        "fr": "La loyauté : une promesse engage. Un texte qui promet de ne jamais partager, puis dit avec qui, trompe.",
    },
    mend={
        "en": "Say who receives what, and for what; promise only what no other sentence takes back.",
        "fr": "Dites qui reçoit quoi, et pourquoi ; ne promettez que ce qu’aucune autre phrase ne reprend.",
    },
    justified={
        "en": "It was checked against the facts, and it is true.",
        "fr": "Elle a été confrontée aux faits, et elle est vraie.",
    },
)

BAD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Jamais nous ne partageons votre numéro.  # <- absolute-promise
  kind: order
  legal_basis: contract
"""

GOOD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Seule la boutique voit votre numéro.
  kind: order
  legal_basis: contract
"""


_SHARING = re.compile(r"tiers|partag|diffus|divulgu|communiqu|transm|third|shar|disclos|pass")


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each promise without exception; a warning where the same text tells of recipients."""
    promises = tuple(remarks(text, "promises"))
    if not promises:
        return
    contradicted = next(remarks(text, "telling-recipients"), None) is not None
    for promise in promises:
        whole = next(one for one in reversed(text.sentences(promise.block)) if one.offset <= promise.offset)
        against = contradicted and _SHARING.search(whole.plain) is not None
        yield replace(promise, severity=Severity.WARNING) if against else promise


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register but its commitments, which other rules hold against the facts."""
    promising = {one.at for one in on_sentences(RULE, judge, facts.text)}
    texts = (one for one in facts.texts if one.where in promising and not _is_commitment(one.where))
    return on_texts(RULE, judge, texts)


def _is_commitment(where: Where) -> bool:
    return isinstance(where, Address) and where.kind == "commitments"
