"""What other sheets say of the same data: where they come from, and whether the person must give them.

A sheet that uses data again collects nothing: what is said once, where they are collected, it need not repeat.
Each index is built once, when a duty first asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from deskprivacy.model.register import Register
from deskprivacy.model.uses import DataUse

Given = tuple[str, str]  # a piece of data, and the source by which the person gives it


class Elsewhere:
    """The uses of data of a register, by the pieces of data that they are about."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def tells_the_source(self, use: DataUse) -> bool:
        """Whether other sheets say where all these data come from."""
        return bool(use.category.items) and set(_pieces(use)) <= self._sourced

    def tells_if_required(self, use: DataUse) -> bool:
        """Whether others answer for what the person gives here, or collect what is only used again here."""
        given = set(_given(use))
        if given <= self._answered:
            return True
        return not _names_sources(use) and given <= self._collected

    @cached_property
    def _sourced(self) -> frozenset[str]:
        return frozenset(piece for use in self._uses() if use.sources for piece in _pieces(use))

    @cached_property
    def _answered(self) -> frozenset[Given]:
        return frozenset(one for use in self._uses() if use.required is not None for one in _given(use))

    @cached_property
    def _collected(self) -> frozenset[Given]:
        return frozenset(one for use in self._uses() if _names_sources(use) for one in _given(use))

    def _uses(self) -> Iterator[DataUse]:
        for uses in self._register.uses.values():
            yield from (use for use in uses if not use.activity.is_processor_sheet)


def _names_sources(use: DataUse) -> bool:
    """Whether the sheet itself says where these data come from, and so collects them."""
    return bool(use.line.sources or use.activity.sources)


def _given(use: DataUse) -> Iterator[Given]:
    for source in use.sources:
        if "data-subject" in source.origin:
            yield from ((piece, source.id) for piece in _pieces(use))


def _pieces(use: DataUse) -> tuple[str, ...]:
    """The items of a use; the whole category where it has none."""
    items = use.category.items or {}
    used = {id(item) for item in use.items}
    return tuple(f"{use.category.id}/{ident}" for ident, item in items.items() if id(item) in used) or (
        use.category.id,
    )
