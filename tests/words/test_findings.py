"""Values of findings in words: as people say them, and as the register has them where they are to be typed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from samples.examples import judged_on, lay_over

from deskprivacy.address import Address
from deskprivacy.check.rules import MODULES
from deskprivacy.finding import Finding, Place, Reported, RuleText, Severity, Value
from deskprivacy.law.reader import closed_lists, vocabulary
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate
from deskprivacy.words.citation import cite_all
from deskprivacy.words.findings import Message, say_finding
from deskprivacy.words.speech import speech

WHERE = Address("recipients", "cloud")


def said(message: str, values: dict[str, Value], language: str = "fr") -> str:
    text = RuleText(
        rule="r", severity=Severity.ERROR, title={"en": "t"}, message={"en": message, "fr": message}, help={"en": ""}
    )
    one = Reported(
        finding=Finding(rule="r", at=WHERE, values=values),
        text=text,
        severity=Severity.ERROR,
        place=Place("a.yaml"),
        address=WHERE,
        related=(),
        law=(),
        question=None,
        ask=None,
        fingerprint="",
    )
    return say_finding(one, speech(language)).message


@pytest.mark.parametrize(
    ("message", "values", "words"),
    [
        ("{country}", {"country": "TN"}, "Tunisie"),
        ("{period}, {most_period}", {"period": "13 months", "most_period": "unlimited"}, "13\u00a0mois, sans limite"),
        ("{until_day}", {"until_day": "2026-03-01"}, "1er mars 2026"),
        ("{recipient_role}", {"recipient_role": "processor"}, "sous-traitant"),
        ("{usual_recipient_role}", {"usual_recipient_role": "public"}, "le public"),
        ("{channel}", {"channel": ("email", "text-message")}, "e-mail et SMS"),
        ("{items}", {"items": ("Nom", "Adresse")}, "« Nom » et « Adresse »"),
        ("{sector}", {"sector": "no-such-word"}, "no-such-word"),
        ("{expected}", {"expected": ("a", "b")}, "`a`, `b`"),
        ("{name}", {"name": "12 months"}, "12 months"),
        (
            "`{country}` `lifetime: {limit_period}`",
            {"country": "TN", "limit_period": "2 years"},
            "`TN` `lifetime: 2 years`",
        ),
        ("`{}` {unknown}", {}, "`{}` {unknown}"),
    ],
)
def test_a_value_is_said_by_its_name(message: str, values: dict[str, Value], words: str) -> None:
    assert said(message, values) == words


def test_a_backquote_in_a_value_does_not_end_what_is_to_be_typed() -> None:
    assert said("`{value}` {country}", {"value": "a`b", "country": "TN"}, "en") == "`a`b` Tunisia"


@cache
def messages(example: str, rule: str, language: str) -> list[Message]:
    with TemporaryDirectory() as folder:
        found = validate(lay_over(example, Path(folder)), schemas(), judged_on(example)).reported
    return [say_finding(one, speech(language)) for one in found if one.finding.rule == rule]


# What only a register writes: a period, a day, a country by its code, a term of a closed list with a hyphen.
TERMS = {term for terms in closed_lists() for term in vocabulary(terms) if "-" in term and not term[0].isdigit()}
CODE = re.compile(
    r"\b\d+ (?:hour|day|week|month|year)s?\b|\b\d{4}-\d\d-\d\d\b|(?<=[ (])[A-Z]{2}(?=[ ),.]|$)|\b(?:"
    + "|".join(sorted(map(re.escape, TERMS)))
    + r")\b"
)
LAW = re.compile(r"\([A-Z]{2}\) \d{4}/\d+|\d{4}/\d+/EC")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.RULE.rule)
def test_no_message_shows_a_code_but_as_what_is_to_be_typed(module: object) -> None:
    rule: RuleText = module.RULE  # type: ignore[attr-defined]
    found = messages(module.BAD, rule.rule, "fr")  # type: ignore[attr-defined]

    assert found
    for message in found:
        plain = "".join(message.message.split("`")[::2])
        assert not CODE.findall(LAW.sub("", plain)), message.message
        assert not re.search(r"\{[a-z0-9_]+\}", message.message + message.help)


def test_the_law_is_cited_in_the_reader_s_language() -> None:
    assert said("{act} ; {law}", {"act": "2000/518/EC", "law": "Decision (EU) 2021/914"}) == (
        "2000/518/CE ; décision (UE) 2021/914"
    )
    assert cite_all(("2002/58/EC 13(1)", "2002/58/EC 13(2)", "EDPB Opinion 22/2024"), speech("fr")) == (
        "directive 2002/58/CE, art. 13(1) et 13(2)\N{NARROW NO-BREAK SPACE}; CEPD, avis 22/2024"
    )
