"""How a document or a message cites the law: `GDPR 13(1)(c)` as data, «RGPD, art. 13(1)(c)» in words."""

from __future__ import annotations

import re

from deskprivacy.words.speech import Speech

_BY_ARTICLE = {"GDPR", "LIL", "2002/58/EC"}
_IMPLEMENTING = "national "  # where the law of the country is not known
_UNION = re.compile(r"\b(?:EC|EU)\b")


def cite(reference: str, say: Speech) -> str:
    """One reference in words. Only texts and bodies with a name in each language are said otherwise than written."""
    if reference.startswith(_IMPLEMENTING):
        return say("national law implementing {text}", text=cite(reference.removeprefix(_IMPLEMENTING), say))
    text, _, article = reference.partition(" ")
    if text not in _BY_ARTICLE:
        return _not_by_article(reference, say)
    names = {
        "GDPR": say("GDPR"),
        "LIL": say("French Data Protection Act"),
        "2002/58/EC": say("Directive 2002/58/EC"),
    }
    return say("{text}, Art. {article}", text=names[text], article=article)


def _not_by_article(reference: str, say: Speech) -> str:
    names = {
        "EDPB Opinion": say("EDPB Opinion"),
        "EDPB Recommendations": say("EDPB Recommendations"),
        "EDPB": say("EDPB"),
        "CJEU": say("CJEU"),
        "Decision": say("Decision"),
    }
    name = next((one for one in names if reference.startswith(f"{one} ")), "")
    union = {"EC": say("EC"), "EU": say("EU")}
    number = _UNION.sub(lambda found: union[found[0]], reference[len(name) :])
    return f"{names.get(name, '')}{number}"


def cite_all(references: tuple[str, ...], say: Speech) -> str:
    """Several references, those of one text together: «RGPD, art. 13(1)(c) et 30(1)(b)»."""
    by_text: dict[str, list[str]] = {}
    for reference in references:
        text, _, article = reference.partition(" ")
        key = text if text in _BY_ARTICLE else reference
        by_text.setdefault(key, []).append(article)
    parts = [
        cite(f"{text} {say.listed(articles)}" if text in _BY_ARTICLE else text, say)
        for text, articles in by_text.items()
    ]
    return say("; ").join(parts)
