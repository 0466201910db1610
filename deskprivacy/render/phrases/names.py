"""The names of things, alone and in lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from deskprivacy.model.parties import name_of
from deskprivacy.model.register import Register
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page

_SIGN = re.compile(r"\[[a-z]{2,3}\]")  # of a text that is not translated, with a space before it


def together(page: Page, parts: Sequence[Runs]) -> Runs:
    """`a, b and c`."""
    if len(parts) < 2:
        return page.joined(parts)
    return page.phrase("{several} and {last}", several=page.joined(parts[:-1]), last=parts[-1])


def either(page: Page, parts: Sequence[Runs]) -> Runs:
    """`a, b or c`."""
    if len(parts) < 2:
        return page.joined(parts)
    return page.phrase("{several} or {last}", several=page.joined(parts[:-1]), last=parts[-1])


def named(page: Page, kind: str, ids: Iterable[str]) -> list[Runs]:
    """The names of entities of one kind, each a piece of running text."""
    entities = page.register.of_kind(kind)
    return [(page.run(name_of(entities[ident])),) for ident in ids]


def data_named(page: Page, refs: Iterable[str]) -> list[Runs]:
    """The names of categories, and of items written `category/item`, each a piece of running text."""
    return [(page.run(data_name(page.register, ref)),) for ref in refs]


def data_refs(page: Page, refs: Iterable[str]) -> Runs:
    """The names of categories and items, one after the other."""
    return page.joined(data_named(page, refs))


def countries(page: Page, codes: Iterable[str]) -> Runs:
    """The names of countries."""
    return together(page, [(page.run(page.say.country(code)),) for code in codes])


def clause(page: Page, text: str) -> Runs:
    """A Markdown text in the midst of a phrase: without the full stop at its end."""
    return unended(page.line(text))


def unended(said: Runs) -> Runs:
    """Running text without the full stop at its end, to go on after it; the sign of its language stays."""
    if len(said) > 2 and _SIGN.fullmatch(said[-1].text):
        return (*unended(said[:-2]), *said[-2:])
    if not said or not said[-1].text.endswith(".") or said[-1].text.endswith("etc."):
        return said
    return (*said[:-1], replace(said[-1], text=said[-1].text[:-1]))


def sentence(page: Page, said: Runs) -> Runs:
    """Running text as a sentence: with a capital and a full stop."""
    first, *others = said
    return page.joined([(replace(first, text=first.text[:1].upper() + first.text[1:]), *others), (page.run("."),)], "")


def data_name(register: Register, ref: str) -> str:
    """The name of a category, or of an item written `category/item`."""
    category, _, item = ref.partition("/")
    found = register.data_categories[category]
    return (found.items or {})[item].name if item else name_of(found)


def in_order(name: str) -> str:
    """By what names are put in order: small letters, without their accents."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))
