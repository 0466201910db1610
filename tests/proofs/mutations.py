"""Mutations: what hands, merges and ill will make of the text of a real file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random

from proofs.registers import SOUND, files_of

# Signs that mean something to YAML, to Markdown, to a terminal, or to nobody.
SIGNS = (
    *"\t\n\r :-#,[]{}&*!|>'\"%@`?~\\=<$^_()+/.0aÉ",
    *"\x00\x07\x1b\x7f\x85\xa0\u00ad\u0301\u200b\u200f\u2028\u202e\u202f\u2066\ufeff\ufffe\U0001f9d1\U0010ffff",
)

# What may stand where another value was meant.
VALUES = (
    *("", "~", "null", "true", "no", "0", "-1", "1e400", "12345678901234567890", "0x1f", "1.10", ".nan", "2026-02-30"),
    *(
        "[]",
        "{}",
        "[[]]",
        "[{}]",
        "[a, a]",
        "{a: b}",
        "{a}",
        "[a: b]",
        "- a",
        "? a",
        "|",
        ">-",
        "|2\n   x",
        "&a b",
        "*a",
        "!a b",
    ),
    *(
        "all",
        "none",
        "contract",
        "consent",
        "required",
        "session",
        "13 months",
        "contact-details",
        "contact-details/name",
    ),
    *(
        "'it''s'",
        "'open",
        '"open',
        '"\\x41\\n"',
        '"\\uD800"',
        "a #b",
        "a: b",
        "# a",
        "*fort*",
        "<script>",
        "{{7*7}}",
        "é\u202e",
    ),
    *("activities/orders", "activities/*.dpia", 'trackers/basket.cookies."_basket.v1"', "x" * 300, "[" * 70 + "]" * 70),
    *("\n  a: b\n  c: d", "\n  - a\n  - b", "\n- a: b", "\n    deep:\n      deeper: {deepest: [1, 2]}"),
)

Mutation = Callable[[Random, list[str], Sequence[str]], None]


def spoilt(random: Random, files: Mapping[str, bytes], name: str, most: int = 4) -> bytes:
    """A file after some mutations.

    The header of a catalogue stays as it is: `test_translations_in_an_odd_encoding` is open.
    """
    head, gap, body = files[name].decode().partition("\n\n" if name.endswith(".po") else "\0")
    kept, text = (head + gap, body) if gap else ("", head)
    return (kept + mutated(random, text, _others(), most)).encode("utf-8", "surrogatepass")


@cache
def _others() -> tuple[str, ...]:
    """The texts of real files, of which lines may come in."""
    files = (file for folder in SOUND for file in files_of(folder).items())
    return tuple(content.decode() for name, content in files if name.endswith((".yaml", ".po")))


def mutated(random: Random, text: str, others: Sequence[str], most: int = 4) -> str:
    """A text after one to `most` mutations; `others` are texts of which lines may come in."""
    lines = text.splitlines(keepends=True)
    for _ in range(random.randint(1, most)):
        random.choice(MUTATIONS)(random, lines, others)
    return "".join(lines)


def _at(random: Random, lines: list[str]) -> int:
    return random.randrange(len(lines)) if lines else 0


def _cut(random: Random, lines: list[str], _: Sequence[str]) -> None:
    """The rest of the file is lost, in the midst of a line."""
    at = _at(random, lines)
    if lines:
        lines[at:] = [lines[at][: random.randint(0, len(lines[at]))]]


def _swap(random: Random, lines: list[str], _: Sequence[str]) -> None:
    if lines:
        one, other = _at(random, lines), _at(random, lines)
        lines[one], lines[other] = lines[other], lines[one]


def _drop(random: Random, lines: list[str], _: Sequence[str]) -> None:
    at = _at(random, lines)
    del lines[at : at + random.randint(1, 3)]


def _double(random: Random, lines: list[str], _: Sequence[str]) -> None:
    at, to = _at(random, lines), _at(random, lines)
    lines[to:to] = lines[at : at + random.randint(1, 4)]


def _indent(random: Random, lines: list[str], _: Sequence[str]) -> None:
    if lines:
        at = _at(random, lines)
        line = lines[at].lstrip(" ")
        spaces = len(lines[at]) - len(line) + random.choice((-2, -1, 1, 2, 4))
        lines[at] = " " * max(spaces, 0) + line


def _sign(random: Random, lines: list[str], _: Sequence[str]) -> None:
    """A sign too many, too few, or in place of another."""
    if lines:
        at = _at(random, lines)
        column = random.randint(0, len(lines[at]))
        over = random.choice((0, 0, 1))
        put = random.choice((*SIGNS, ""))
        lines[at] = lines[at][:column] + put + lines[at][column + over :]


def _value(random: Random, lines: list[str], _: Sequence[str]) -> None:
    """Another value after a key or a dash."""
    if lines:
        at = _at(random, lines)
        if found := re.match(r"( *(?:- )?(?:[^:\n]*:|-)) *", lines[at]):
            lines[at] = f"{found[1]} {random.choice(VALUES)}\n"


def _key(random: Random, lines: list[str], others: Sequence[str]) -> None:
    """Another key before a value: one of this file, or of another."""
    if lines:
        at = _at(random, lines)
        keys = re.findall(r"(?m)^ *(?:- )?([^:\n#]+):", "".join(lines) + random.choice(others))
        found = re.match(r"( *(?:- )?)[^:\n]+:", lines[at])
        if found and keys:
            lines[at] = f"{found[1]}{random.choice(keys)}:{lines[at][found.end() :]}"


def _borrow(random: Random, lines: list[str], others: Sequence[str]) -> None:
    """Some lines of another file."""
    other = random.choice(others).splitlines(keepends=True)
    if other:
        at, to = _at(random, other), _at(random, lines)
        lines[to:to] = other[at : at + random.randint(1, 5)]


def _breaks(random: Random, lines: list[str], _: Sequence[str]) -> None:
    """Other ends of lines, for some of them."""
    end = random.choice(("\r\n", "\r", "\n\n", " \n", "\t\n", "\u2028", " # x\n"))
    start = _at(random, lines)
    for at in range(start, min(len(lines), start + random.randint(1, 40))):
        lines[at] = lines[at].rstrip("\r\n") + end


MUTATIONS: tuple[Mutation, ...] = (
    *(_cut, _swap, _drop, _double, _indent, _sign, _sign, _sign, _value, _value, _value, _key, _key, _borrow, _breaks),
)
