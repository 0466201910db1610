"""Rules in words: the page of one rule, and the list of all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from deskprivacy.finding import RuleText, Texts
from deskprivacy.report import as_sentence
from deskprivacy.words.citation import cite_all
from deskprivacy.words.speech import Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A rule with all that is said of it, and the reference tables by which it judges.

    What a rule that is data does not say is None.
    """

    text: RuleText
    family: str
    tables: tuple[str, ...] = ()
    why: Texts | None = None
    asks: Texts | None = None
    mend: Texts | None = None
    justified: Texts | None = None
    waivable: bool = True
    bad: str | None = None
    good: str | None = None


def format_rule(one: Explained, say: Speech) -> str:
    """The page of a rule: its fault, why it matters, what the law asks, how to mend it, examples, and its waiver."""
    severity = say.term("severity", one.text.severity.word)
    parts = [f"{one.text.rule} ({one.family}, {severity})", as_sentence(say.text(one.text.title))]
    if one.text.law:
        parts.append(say("Law: {articles}", articles=cite_all(one.text.law, say)))
    if one.tables:
        parts.append(say("Judged by: {tables}", tables=", ".join(f"deskprivacy explain {name}" for name in one.tables)))
    for title, texts in (
        (say("Why it matters"), one.why),
        (say("What the law asks"), one.asks),
        (say("What to do"), one.mend or one.text.help),
    ):
        if texts is not None:
            parts.append(f"{title}\n  {say.text(texts)}")
    if one.bad and one.good:
        parts.append(say("To avoid") + "\n" + _indented(one.bad))
        parts.append(say("Better") + "\n" + _indented(one.good))
    parts.append(_waiver(one, say))
    return "\n\n".join(parts) + "\n"


def format_rules_text(rules: Iterable[Explained], say: Speech) -> str:
    """A line a rule: its name, its family, its severity, its fault."""
    return "".join(
        f"{one.text.rule}  ({one.family}, {say.term('severity', one.text.severity.word)})  {say.text(one.text.title)}\n"
        for one in rules
    )


def format_rules_json(rules: Iterable[Explained], say: Speech) -> str:
    """The rules as one JSON document: `schemas/output/rules.schema.json`."""
    listed: list[Mapping[str, Any]] = [
        {
            "rule": one.text.rule,
            "family": one.family,
            "severity": one.text.severity.word,
            "law": list(one.text.law),
            "title": say.text(one.text.title),
        }
        for one in rules
    ]
    return json.dumps({"version": 1, "rules": listed}, ensure_ascii=False, indent=2) + "\n"


RULES_FORMATS = {"text": format_rules_text, "json": format_rules_json}


def _waiver(one: Explained, say: Speech) -> str:
    if not one.waivable:
        return say("No waiver is accepted.")
    waiver = say("It can be waived in waivers.yaml, for a year at most, with a reason.")
    return waiver if one.justified is None else f"{waiver}\n  {say.text(one.justified)}"


def _indented(example: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in example.strip().splitlines())
