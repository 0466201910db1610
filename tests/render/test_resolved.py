"""The resolved register: every declared fact once, as JSON, and what the lines come to."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import jsonschema
from duty.complete import COMPLETE, changed, without

from deskprivacy.address import parse
from deskprivacy.load import load
from deskprivacy.model.activities import RecipientLine
from deskprivacy.model.register import KINDS
from deskprivacy.render.resolved import resolved
from deskprivacy.render.resolved_schema import schema

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "schemas" / "output" / "register.schema.json"


def as_json(data: object) -> Any:
    return json.loads(json.dumps(data))


def check(data: object) -> None:
    written = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(written)
    jsonschema.Draft202012Validator(written).validate(as_json(data))


def test_the_schema_is_that_of_the_nouns() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == as_json(schema()), "run `make schemas`"


def test_a_complete_register_keeps_to_the_schema() -> None:
    check(resolved(COMPLETE))


def test_the_samples_keep_to_the_schema() -> None:
    for folder in (ROOT / "register", ROOT / "tests" / "samples" / "bakery"):
        register = load(folder, ROOT / "schemas").register
        assert register is not None
        check(resolved(register))


def test_the_order_of_keys_is_that_of_the_kinds() -> None:
    data = resolved(COMPLETE)

    assert list(data) == [
        "version",
        "register",
        *KINDS,
        "open_questions",
        "waivers",
        "takeovers",
        "standing",
        "uses",
    ]
    assert json.dumps(data) == json.dumps(resolved(COMPLETE))


def test_keys_are_those_of_the_yaml_and_the_grammar_is_a_list() -> None:
    data = resolved(COMPLETE)

    assert data["retention_rules"]["law"] == {"active": "10 years", "from": ["financial-year-end"]}
    assert data["purposes"]["delivery"] == {"name": "Delivery", "legal_basis": [{"basis": "contract"}]}
    assert data["sources"]["forms"] == {"name": "Forms", "origin": ["data-subject"]}


def test_absent_none_and_a_value_are_three_things() -> None:
    register = changed(COMPLETE, "recipients", "carriers", transfer=())
    data = resolved(changed(register, "activities", "orders", trackers=(), measures=None))

    assert data["recipients"]["carriers"]["transfer"] == []
    assert "transfer" not in data["recipients"]["cloud"]
    assert data["activities"]["orders"]["trackers"] == []
    assert "measures" not in data["activities"]["orders"]
    assert data["activities"]["hosting"]["recipients"] == {"cloud": [{}]}


def test_a_line_says_what_it_inherits() -> None:
    uses = resolved(COMPLETE)["uses"]["orders"]["data"]

    contact, pages, others = uses
    assert contact["retention"] == [{"rule": "relation"}]
    assert contact["required"] == [{"mandatory": "contract", "otherwise": "We cannot deliver"}]
    assert contact["sources"] == [{"id": "forms", "name": "Forms"}]
    assert (pages["address"], pages["line"], others["line"]) == ("activities/orders.data.usage", 1, 2)
    assert pages["items"] == [{"id": "pages", "name": "Pages"}]
    assert others["items"] == [{"id": "clicks", "name": "Clicks"}]
    assert others["retention"] == [{"rule": "law"}]


def test_what_nothing_declares_is_null() -> None:
    register = without(without(COMPLETE, parse("activities/orders.retention")), parse("activities/orders.required"))
    register = changed(register, "activities", "hosting", recipients={"cloud": (RecipientLine(),)})
    uses = resolved(register)["uses"]

    assert uses["orders"]["data"][0]["retention"] is None
    assert uses["orders"]["data"][0]["required"] is None
    assert uses["hosting"]["recipients"][0]["data"] is None
    assert uses["hosting"]["recipients"][0]["purposes"] is None


def test_a_recipients_line_says_its_role_and_its_transfer() -> None:
    _, _, network, _ = resolved(COMPLETE)["uses"]["orders"]["recipients"]

    assert network["role"] == "joint-controller"
    assert network["transfer"][0] == {"purposes": ["news"], "countries": ["US"], "mechanism": ["scc"], "copy": "Ask us"}
    assert network["data"] == [{"id": "usage", "name": "Usage"}]


def test_what_is_open_stands_by_its_address() -> None:
    register = dataclasses.replace(COMPLETE, standing={parse("purposes/news.legal_basis"): "proposed"})

    assert resolved(register)["standing"] == {"purposes/news.legal_basis": "proposed"}


def test_where_a_fact_comes_from_stands_last() -> None:
    register = changed(COMPLETE, "purposes", "news", stated_in=("P1.1",), evidence="A letter")

    assert list(resolved(register)["purposes"]["news"]) == ["name", "legal_basis", "stated_in", "evidence"]
