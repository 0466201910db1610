"""What the schemas accept, and how a mistake is told: once, at the place to change, with what was probably meant."""

from __future__ import annotations

import copy
import datetime
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from deskprivacy.address import Address
from deskprivacy.finding import Finding
from deskprivacy.law.rules import structure
from deskprivacy.load.schemas.check import Schemas
from deskprivacy.load.schemas.explanation import explain
from deskprivacy.load.schemas.faults import Keys, faults
from deskprivacy.load.schemas.refusal import EXPLAINED
from deskprivacy.load.schemas.remedies import Guesses
from deskprivacy.load.schemas.told import SHOWN
from deskprivacy.load.text.tree import read

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "schemas"
RULES = structure()
SOUND = {path.stem: path.read_text("utf-8") for path in sorted((HERE / "sound").glob("*.yaml"))}  # every agreed shape
MISTAKES = yaml.safe_load((HERE / "mistakes.yaml").read_text("utf-8"))


def data_of(kind: str, text: str) -> Any:
    """The data of a file, as the register reads them."""
    lines = (lambda keys: len(keys) in (2, 3) and keys[-2] in ("data", "recipients")) if kind == "activities" else None
    tree, findings = read(f"{kind}.yaml", text.encode(), empty_allowed=lines)
    assert tree is not None, findings
    return tree.data


def told(kind: str, text: str) -> list[tuple[object, ...]]:
    """Rule, path below the file, key or value, suggestion of every finding."""
    found = Schemas(FOLDER).check(kind, None, data_of(kind, text))
    return [(one.rule, path_of(one.at), one.on, one.values.get("suggestion")) for one in found]


def path_of(at: object) -> str:
    assert isinstance(at, Address)
    return "/".join(str(key) for key in ((at.id, *at.keys) if at.id else at.keys))


@pytest.mark.parametrize("kind", SOUND)
def test_what_was_agreed_is_accepted(kind: str) -> None:
    assert told(kind, SOUND[kind]) == []
    for ident, entity in data_of(kind, SOUND[kind]).items() if kind != "register" else ():
        assert list(Schemas(FOLDER).check(kind, ident, entity)) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_one_mistake_is_one_finding(name: str) -> None:
    (kind, text), (_, expected) = MISTAKES[name].items()

    assert told(kind, text) == [tuple(one) for one in expected]


def test_findings_come_in_the_order_of_the_lines() -> None:
    text = "b: {name: 1, url: x, zz: 1}\nA: {name: B}\nc: {}\na: {origin: [x, y], name: ''}\n"

    assert [path for _, path, _, _ in told("sources", text)] == [
        *("b/name", "b/url", "b/zz", "A", "c", "a/origin/0", "a/origin/1", "a/name")
    ]


def test_a_finding_of_an_entity_in_its_own_file_has_the_same_address() -> None:
    (found,) = Schemas(FOLDER).check("sources", "shop", {"name": 1})

    assert found.at == Address("sources", "shop", ("name",))
    assert found.values == {"expected": ("text",), "found": "number", "suggestion": '"1"'}


def test_a_second_statement_points_to_the_first() -> None:
    (found,) = Schemas(FOLDER).check("sources", "a", {"name": "A", "origin": ["public", "public"]})

    assert [one.at for one in found.related] == [Address("sources", "a", ("origin", 0))]


def test_the_work_is_bounded_and_the_refusal_is_not() -> None:
    """However many entities are wrong, each gets a finding; only so many are looked at closely."""
    schemas = Schemas(FOLDER)
    found = list(schemas.check("sources", None, {f"a{number}": {"name": "A", "urll": "x"} for number in range(900)}))
    later = list(schemas.check("sources", "b", {"name": 1}))

    assert [one.rule for one in (*found, *later)] == ["unknown-key"] * EXPLAINED + ["further-mistakes"] * (
        901 - EXPLAINED
    )
    assert [one.at for one in later] == [Address("sources", "b")]


def test_a_document_full_of_mistakes_does_not_hold_up_the_run() -> None:
    data = {"name": "A", **{f"k{number}": "x" for number in range(50_000)}, "tags": [{"a": "b"}] * 50_000}
    found = list(Schemas(FOLDER).check("sources", "a", data))

    assert len(found) == 50_001
    assert sum("suggestion" in one.values for one in found) <= Guesses().left


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [
        *(None, 1, "x", [], {}, {1: {"name": "A"}}, {"": {"": None}}, {"007": {"7": 1}}, {"a": ["x"] * 3}),
        *({"a": {"name": datetime.date(2026, 1, 1)}}, {"a": {"name": "\ud800"}}, {"a": {"name": ("x",)}}),
        *(
            {"a": {"name": float("inf")}},
            {"a": {"name": 10**400}},
            {"a": {"name": "x" * 1_000_000, "url": "a" * 1_000_000}},
        ),
    ],
)
def test_nothing_raises(data: object) -> None:
    for kind in SOUND:
        for ident in (None, "a"):
            check_told(list(Schemas(FOLDER).check(kind, ident, data)))


def test_what_explains_is_not_imported_for_a_sound_register() -> None:
    program = f"""
import sys
from pathlib import Path
from deskprivacy.load.schemas.check import Schemas

schemas = Schemas(Path({str(FOLDER)!r}))
assert not list(schemas.check("sources", "a", {{"name": "A"}}))
slow = {{"jsonschema", "deskprivacy.load.schemas.explanation"}}
print(sorted(slow & set(sys.modules)))
assert list(schemas.check("sources", "a", {{}}))
print(sorted(slow & set(sys.modules)))
"""
    ran = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True, check=True)

    assert ran.stdout.splitlines() == ["[]", "['deskprivacy.load.schemas.explanation', 'jsonschema']"]


# --- two engines, one verdict ---------------------------------------------------------------------------------------

JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 99)
    | st.floats(allow_nan=False)
    | st.text("aÀ1-/. \n\u00a0", max_size=4),
    lambda below: (
        st.lists(below, max_size=2) | st.dictionaries(st.sampled_from(["name", "nmae", "A b", ""]), below, max_size=2)
    ),
    max_leaves=4,
)
TAILS = st.sampled_from(["\n", "\r", " ", "\u2028", "\u0661", "é", "/", "."])


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, Any]:
    """A sound file in which a few values were changed, doubled, dropped or added."""
    kind = draw(st.sampled_from(sorted(SOUND)))
    data = copy.deepcopy(sound(kind))
    for _ in range(draw(st.integers(0, 3))):
        places = [*slots(data)]
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        change = draw(st.sampled_from(["junk", "tail", "drop", "misspell", "double"]))
        if change == "tail" and isinstance(holder[key], str):
            holder[key] += draw(TAILS)
        elif change == "drop":
            del holder[key]
        elif change == "misspell" and isinstance(holder, dict):
            holder[draw(st.sampled_from([key[:-1] + draw(TAILS), "7", "007", "+7"]))] = holder.pop(key)
        elif change == "double" and isinstance(holder, list):
            holder.append(holder[key])
        else:
            holder[key] = draw(JUNK)
    return kind, data


@cache
def sound(kind: str) -> Any:
    return data_of(kind, SOUND[kind])


def slots(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a tree that holds a value."""
    for key in list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        yield node, key
        yield from slots(node[key])


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(spoilt())
def test_jsonschema_finds_the_same(spoiling: tuple[str, Any]) -> None:
    kind, data = spoiling
    found = list(Schemas(FOLDER).check(kind, None, data))
    other = list(told_by_jsonschema(kind, data))

    check_told(found)
    assert found == other


def check_told(found: list[Finding]) -> None:
    """Every finding has a rule with words, and all the values that those speak of."""
    for one in found:
        row = RULES[one.rule]
        for text in row.message.values():
            text.format_map(one.values)
        assert isinstance(one.at, Address)
        json.dumps(dict(one.values))


def told_by_jsonschema(kind: str, data: Any) -> Iterator[Finding]:
    """The findings that plain jsonschema leads to, on the files as an editor reads them, and the whole data at once."""

    def home(path: Keys) -> Address:
        return Address(kind, "", path) if kind == "register" or not path else Address(kind, str(path[0]), path[1:])

    return explain(faults(reference(kind), data, ()), data, home, Guesses())


@cache
def reference(kind: str) -> Draft202012Validator:
    """A validator of jsonschema, whose references lead from file to file."""
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    files = {path.name: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.schema.json")}
    resources = [(name, Resource.from_contents(schema, DRAFT202012)) for name, schema in files.items()]
    registry: Any = Registry().with_resources(resources)
    return Draft202012Validator({"$ref": f"{kind}.schema.json"}, registry=registry)


def test_a_long_value_is_shown_in_part() -> None:
    (found,) = (one for one in Schemas(FOLDER).check("purposes", None, {"a": {"name": "A", "kind": "x" * 300}}))

    assert found.rule == "unknown-word"
    assert max(len(str(value)) for value in found.values.values() if "xxx" in str(value)) == SHOWN


def test_a_type_that_is_told_is_one_that_people_write() -> None:
    """That nothing may stand there too is nobody's expectation."""
    for data in ({"a": {"name": "A", "transfer": 6}}, {"a": {"name": "A", "members": 6}}):
        for one in Schemas(FOLDER).check("recipients", None, data):
            assert "null" not in str(one.values)
            assert one.values.get("expected") != ("null",)
