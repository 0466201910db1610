"""For which purposes freedom of expression may lift the conditions on special data (`special_data.yaml`)."""

from __future__ import annotations

from deskprivacy.law.files import data

EXPRESSION = "85-expression"  # the word of `condition.ground` by which a register claims it


def may_be_expression(kind: str | None) -> bool:
    """Whether a purpose of this kind may be one of those of GDPR 85."""
    return kind in data("special_data")["expression"]


def is_expression(kind: str | None, told: str, language: str) -> bool:
    """Whether a purpose is told as journalism, or as academic, artistic or literary expression."""
    row = data("special_data")["expression"].get(kind)
    text = told.casefold()
    return row is not None and any(word in text for word in row["words"].get(language, ()))
