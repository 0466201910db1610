"""`public(register)`: no internal field is left, whatever was declared."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from deskprivacy.address import parse
from deskprivacy.model.activities import Activity, ImpactAssessment
from deskprivacy.model.parties import Contract, Member, Recipient
from deskprivacy.model.public import public
from deskprivacy.model.register import Register
from deskprivacy.model.shape import noun_of
from deskprivacy.model.side import OpenQuestion, Settings

REGISTER = Register(
    settings=Settings(title="Registre", language="fr"),
    recipients={
        "carriers": Recipient(
            id="carriers",
            name="Transporteurs",
            evidence="MARK",
            sub_processors=("MARK",),
            contract=Contract(document="MARK", essence="Nous répondons ensemble."),
            members={"a": Member(name="MARK"), "b": Member(name="Express", published=True, evidence="MARK")},
        )
    },
    activities={"orders": Activity(id="orders", name="MARK", dpia=ImpactAssessment(reason="MARK"), software="MARK")},
    open_questions={"q": OpenQuestion(id="q", question="MARK", about=("activities/orders",), status="unknown")},
    standing={parse("activities/orders"): "asked"},
)


def test_nothing_internal_is_left() -> None:
    assert "MARK" not in repr(public(REGISTER))


def test_what_is_public_stays() -> None:
    carriers = public(REGISTER).recipients["carriers"]

    assert carriers.name == "Transporteurs"
    assert carriers.contract is not None
    assert carriers.contract.essence == "Nous répondons ensemble."
    assert list(carriers.members or {}) == ["b"]


def test_the_standing_of_facts_stays_without_its_text() -> None:
    shown = public(REGISTER)

    assert shown.standing == REGISTER.standing
    assert shown.open_questions == {}


def test_every_internal_field_holds_its_default() -> None:
    for one in _nouns(public(REGISTER)):
        for field in noun_of(type(one)).fields.values():
            if field.internal:
                assert getattr(one, field.name) == field.default


def _nouns(value: Any) -> list[Any]:
    found = [value] if is_dataclass(value) and hasattr(value, "stated_in") else []
    if is_dataclass(value):
        below = [getattr(value, field.name) for field in fields(value)]
    elif isinstance(value, dict):
        below = list(value.values())
    else:
        below = list(value) if isinstance(value, tuple) else []
    return [*found, *(noun for one in below for noun in _nouns(one))]
