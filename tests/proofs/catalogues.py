"""Catalogues of translations, changed as translators, their programs and merges change them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from proofs.registers import Files

FOLDER = "translations/"
_CONTEXT = re.compile(r'^msgctxt "(.*)"$', re.MULTILINE)
_ORIGINAL = re.compile(r'^msgid "(.*)"$', re.MULTILINE)
_TRANSLATION = re.compile(r'^msgstr "(.*)"$', re.MULTILINE)

Change = Callable[[Random, list[str], Sequence[str]], None]


def with_another_catalogue(random: Random, files: Files, texts: Sequence[str]) -> Files:
    """A register with one of its catalogues changed; `texts` are what translators may write."""
    name = random.choice([one for one in sorted(files) if one.startswith(FOLDER)])
    entries = files[name].decode().rstrip("\n").split("\n\n")
    for _ in range(random.randint(1, 3)):
        random.choice(_CHANGES)(random, entries, texts)
        if not entries:
            break
    text = "\n\n".join(entries) + "\n"
    end = random.choice(("\n", "\n", "\n", "\r\n", "\r"))
    return {**files, name: text.replace("\n", end).encode()}


def _dropped(random: Random, entries: list[str], texts: Sequence[str]) -> None:
    del entries[random.randrange(len(entries))]


def _doubled(random: Random, entries: list[str], texts: Sequence[str]) -> None:
    entries.append(random.choice(entries))


def _obsolete(random: Random, entries: list[str], texts: Sequence[str]) -> None:
    at = random.randrange(len(entries))
    entries[at] = "\n".join(f"#~ {line}" for line in entries[at].splitlines())


def _marked(random: Random, entries: list[str], texts: Sequence[str]) -> None:
    at = random.randrange(len(entries))
    mark = random.choice(("#, fuzzy", "#. said by the lawyer", "#: notices/customers.yaml:3", "# note", '#| msgid "x"'))
    entries[at] = f"{mark}\n{entries[at]}"


def _in_other_words(random: Random, entries: list[str], texts: Sequence[str]) -> None:
    text = random.choice(("", *texts)).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    _replaced(random, entries, random.choice((_ORIGINAL, _TRANSLATION)), text)


def _elsewhere(random: Random, entries: list[str], texts: Sequence[str]) -> None:
    places = ("notices/customers.name", "purposes/newsletter.name", "activities/orders.nothing", "nowhere", "")
    _replaced(random, entries, _CONTEXT, random.choice(places))


def _replaced(random: Random, entries: list[str], pattern: re.Pattern[str], text: str) -> None:
    at = random.randrange(len(entries))
    found = pattern.search(entries[at])
    if found:
        entries[at] = entries[at][: found.start(1)] + text + entries[at][found.end(1) :]


def _in_another_order(random: Random, entries: list[str], texts: Sequence[str]) -> None:
    random.shuffle(entries)


_CHANGES: tuple[Change, ...] = (
    *(_dropped, _doubled, _obsolete, _marked, _in_other_words, _in_other_words, _elsewhere, _in_another_order),
)
