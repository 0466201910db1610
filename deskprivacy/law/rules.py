"""The words of the rules that are written as data: those of structure, and the duties."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from deskprivacy.finding import RuleText, Severity, Texts
from deskprivacy.frozen import frozen
from deskprivacy.law.files import data


@frozen
class Duty(RuleText):
    """One row of `duties.yaml`: an element that the law asks for, where it is declared and where it is printed.

    `of` names what it is asked of; it is declared where one of `fields` is; it is asked where all of `when` hold, and
    of the register as a whole where it is asked `once`.
    """

    of: str
    fields: tuple[str, ...]
    when: tuple[str, ...]
    block: str | None
    sheet: str | None
    needed: Texts
    once: bool = False


@cache
def structure() -> Mapping[str, RuleText]:
    """The rules of structure, by name (`structure.yaml`)."""
    return {rule: RuleText(**_text(rule, row)) for rule, row in data("structure").items()}


@cache
def duties() -> tuple[Duty, ...]:
    """The duties, in the order in which they are told (`duties.yaml`)."""
    return tuple(_duty(rule, row) for rule, row in data("duties")["duties"].items())


@cache
def duty(rule: str) -> Duty:
    """The duty of this name. Raises KeyError where there is none."""
    return _by_name()[rule]


def rule(name: str) -> RuleText:
    """What is said of a rule that is data, be it of structure or a duty. Raises KeyError where there is none."""
    found = structure().get(name)
    return found if found is not None else duty(name)


@cache
def _by_name() -> Mapping[str, Duty]:
    return {row.rule: row for row in duties()}


def _duty(rule: str, row: Mapping[str, Any]) -> Duty:
    return Duty(
        **_text(rule, row),
        of=row["of"],
        fields=_listed(row["field"]),
        when=_listed(row.get("when", ())),
        block=row.get("block"),
        sheet=row.get("sheet"),
        needed=row["needed"],
        once=row.get("once") == "true",
    )


def _text(rule: str, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "rule": rule,
        "severity": Severity[row["severity"].upper()],
        "title": row["title"],
        "message": row["message"],
        "help": row["help"],
        "law": tuple(row.get("law", ())),
        "sought_in": tuple(row.get("sought_in", ())),
        "in_draft": Severity[row["in_draft"].upper()] if "in_draft" in row else None,
    }


def _listed(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
