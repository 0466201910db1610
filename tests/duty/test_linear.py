"""The walk is linear: twice the register is at most about twice the work, counted in calls, not in seconds."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest
from complete import COMPLETE, ORDERS, by_id

from deskprivacy.duty.coverage import coverage
from deskprivacy.duty.gaps import gaps
from deskprivacy.model.notices import ALL, Notice
from deskprivacy.model.register import Register


class Watched(dict[str, Any]):
    """A mapping whose members are counted each time that somebody goes through them."""

    def __iter__(self) -> Iterator[str]:
        yield from list(super().__iter__())

    def values(self) -> Iterator[Any]:  # type: ignore[override]
        for key in self:
            yield self[key]

    def items(self) -> Iterator[tuple[str, Any]]:  # type: ignore[override]
        for key in self:
            yield key, self[key]


def _large(activities: int, *, notice: bool) -> Register:
    """Many activities that share everything, half of what the law asks of them absent, one controller for all."""
    sheets = [
        dataclasses.replace(ORDERS, id=f"a{i}", controllers=(), retention=None, measures=None)
        for i in range(activities)
    ]
    covers = (ALL,) if notice else tuple(sheet.id for sheet in sheets)
    return dataclasses.replace(
        COMPLETE,
        controllers=by_id(COMPLETE.controllers["shop"]),
        activities=Watched(by_id(*sheets)),
        notices=by_id(Notice(id="public", name="Notice", covers=covers)),
    )


def _calls(work: Callable[[], object]) -> int:
    """How many functions are entered, and generators resumed, while this runs."""
    count = 0

    def seen(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("notice", [True, False], ids=["all", "named"])
@pytest.mark.parametrize("work", [gaps, lambda register: list(coverage(register))], ids=["gaps", "coverage"])
def test_twice_the_register_is_twice_the_work(work: Callable[[Register], object], notice: bool) -> None:
    small, large = _large(50, notice=notice), _large(100, notice=notice)
    work(_large(50, notice=notice))  # what is worked out once and kept, whatever the register

    assert _calls(lambda: work(large)) < 2.1 * _calls(lambda: work(small))


def test_no_activity_is_compared_with_all_names_of_a_notice() -> None:
    """A membership test in a long tuple is one call, so it is counted apart: by how often a name is compared."""
    compared = 0

    class Name(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str.__eq__(self, other)

    register = _large(100, notice=False)
    names = tuple(Name(one) for one in register.notices["public"].covers)
    gaps(dataclasses.replace(register, notices=by_id(Notice(id="public", name="Notice", covers=names))))

    assert compared < 5 * len(names)
