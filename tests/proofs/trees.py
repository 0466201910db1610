"""Trees: the data of a register's files, changed as data, and written as YAML in one of many styles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from random import Random
from typing import Any

from proofs.registers import Files

from deskprivacy.load.text.tree import read

Data = Any
Trees = dict[str, Data]

# What may stand where another value was meant.
VALUES: tuple[Data, ...] = (
    *("x", "", "a b", "é <b>&amp;", "{{7*7}}", "#panic()", "\u202e", "a\nb", "x" * 300, "2026-02-28", "2026-02-30"),
    *(
        "all",
        "own",
        "none",
        "required",
        "contract",
        "13 months",
        "session",
        "unlimited",
        "FR",
        "https://a.example/?q=é",
    ),
    *("customers", "one-year", "contact-details", "contact-details/name", "order-preparation", "activities/*.dpia"),
    *(0, -1, 7, 28, 1.5, 28.0, 1e15, True, False, [], {}, [[]], [{}], ["a", "a"], {"a": "b"}, {"name": "x"}),
)


def trees_of(files: Mapping[str, bytes]) -> Trees:
    """The data of the YAML files of a register."""
    found: Trees = {}
    for name, content in files.items():
        if name.endswith(".yaml"):
            tree, _ = read(name, content, lambda _: True)
            assert tree is not None, name
            found[name] = tree.data
    return found


def with_trees(files: Mapping[str, bytes], trees: Mapping[str, Data]) -> Files:
    """The files of a register with other data in its YAML files; a file without data is left out."""
    written = {name: in_block_style(data).encode() for name, data in trees.items() if data}
    return {name: content for name, content in files.items() if not name.endswith(".yaml")} | written


def in_flow_style(data: Data) -> str:
    """JSON, which YAML reads; an empty value is null."""
    return json.dumps(data, ensure_ascii=False) + "\n"


def in_block_style(data: Data, scalar: Callable[[object], str] | None = None) -> str:
    """A mapping in lines of its own, as people write it; `scalar` chooses how a value is quoted."""
    return "".join(f"{line}\n" for line in _lines(data, scalar or quoted)) if data else f"{json.dumps(data)}\n"


def quoted(value: object) -> str:
    """A value as JSON; an empty one is empty."""
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def in_any_style(data: Data, random: Random) -> str:
    """A mapping in a style that is chosen anew for each value: block or flow, with comments and blank lines."""

    def scalar(value: object) -> str:
        return styled(value, random)

    lines: list[str] = []
    for line in _lines(data, scalar, lambda: random.random() < 0.2):
        if random.random() < 0.1:
            lines.append(random.choice(("", "# note", "   # autre note : [x]")))
        lines.append(line)
    return "".join(f"{line}\n" for line in lines)


def styled(value: object, random: Random) -> str:
    """A value without a line break in one of YAML's ways to quote; where there is one, in double quotes."""
    if not isinstance(value, str):
        return quoted(value)
    ways = [json.dumps(value, ensure_ascii=False)]
    if "\n" not in value and value.isprintable():
        ways.append("'" + value.replace("'", "''") + "'")
        if _is_plain(value):
            ways.append(value)
    return random.choice(ways)


def _is_plain(value: str) -> bool:
    """Whether a text means itself without quotes, for YAML and for JSON's grammar."""
    letters = all(one.isalnum() or one in "-_. ’éàè" for one in value)
    return letters and value[:1].isalpha() and value == value.strip() and value.lower() not in ("true", "false", "null")


def _lines(data: Data, scalar: Callable[[object], str], in_flow: Callable[[], bool] = lambda: False) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            name = scalar(key)
            if isinstance(value, dict | list) and value and not in_flow():
                yield f"{name}:"
                yield from ("  " + line for line in _lines(value, scalar, in_flow))
            else:
                shown = scalar(value) if not isinstance(value, dict | list) else json.dumps(value, ensure_ascii=False)
                yield f"{name}: {shown}".rstrip()
    else:
        for value in data:
            if isinstance(value, dict | list) and value and not in_flow():
                first, *rest = _lines(value, scalar, in_flow)
                yield f"- {first}"
                yield from (f"  {line}" for line in rest)
            else:
                shown = scalar(value) if not isinstance(value, dict | list) else json.dumps(value, ensure_ascii=False)
                yield f"- {shown}"


def nodes(data: Data) -> Iterator[tuple[Any, Any]]:
    """Every mapping or list with each of its keys or positions."""
    for key in list(data) if isinstance(data, dict) else range(len(data)):
        yield data, key
        if isinstance(data[key], dict | list):
            yield from nodes(data[key])


def changed(random: Random, tree: Data, others: Mapping[str, Data], most: int = 3) -> Data:
    """Data after one to `most` changes: something left out, doubled, put elsewhere, or another value in its place."""
    tree = deepcopy(tree)
    for _ in range(random.randint(1, most)):
        found = list(nodes(tree))
        if not found:
            break
        holder, key = random.choice(found)
        change = random.randrange(5)
        if change == 0:
            del holder[key]
        elif change == 1:
            holder[key] = deepcopy(random.choice(VALUES))
        elif change == 2:
            other, position = random.choice(list(nodes(others[random.choice(sorted(others))])))
            holder[key] = deepcopy(other[position])
        elif isinstance(holder, list):
            holder.append(deepcopy(holder[key]))
        else:
            name = random.choice([one for _, one in found if isinstance(one, str)] or [key])
            holder[name] = deepcopy(holder[key])
    return tree
