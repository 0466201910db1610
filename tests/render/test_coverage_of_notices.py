"""The coverage counts as told in a notice only what a notice prints: a fact, or that there is none."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from duty.complete import COMPLETE, changed, without
from render.test_register import covered, lines

from deskprivacy.address import Address, parse
from deskprivacy.duty.answers import State
from deskprivacy.duty.coverage import coverage
from deskprivacy.model.public import public
from deskprivacy.model.register import Register
from deskprivacy.render.document import Table, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.words.speech import Speech


def notice(register: Register) -> str:
    return json.dumps(notice_document(public(register), "public", (), Speech("en")).as_data())


def told_in_notice(register: Register, where: Address) -> set[str]:
    """What the coverage says of a notice, in the rows that name a fact and ask for nothing else."""
    asked = {one.duty.needed["en"] for one in coverage(register) if one.where == where and one.duty.block}
    found = set()
    for table in walk(covered(register).blocks):
        for row in table.rows if isinstance(table, Table) else ():
            if lines(row[0])[0] in asked:
                found |= {line for line in lines(row[1]) if line.startswith("Notice: ")}
    return found


EMPTY: list[tuple[str, Any]] = [
    ("activities/orders.recipients", {}),
    ("activities/orders.trackers", ()),
    ("activities/orders.automated_decisions", ()),
    ("recipients/network.transfer", ()),
]


@pytest.mark.parametrize(("fact", "empty"), EMPTY, ids=[fact for fact, _ in EMPTY])
def test_a_none_counts_as_told_where_the_notice_says_that_there_is_none(fact: str, empty: Any) -> None:
    where = parse(fact)
    # The providers of trackers receive data too.
    register = changed(COMPLETE, "activities", "orders", trackers=()) if "trackers" not in fact else COMPLETE
    none = changed(register, where.kind, where.id, **{str(where.keys[0]): empty})
    says_it = notice(none) != notice(changed(register, where.kind, where.id, **{str(where.keys[0]): None}))

    assert {one.state for one in coverage(none) if one.where == where} == {State.NONE}
    assert bool(told_in_notice(none, where)) == says_it


def test_what_is_missing_is_told_in_no_notice() -> None:
    register = without(COMPLETE, parse("activities/orders.automated_decisions"))

    assert not told_in_notice(register, parse("activities/orders.automated_decisions"))
    assert told_in_notice(COMPLETE, parse("activities/orders.automated_decisions"))


def test_a_register_without_a_notice_tells_in_none() -> None:
    register = dataclasses.replace(COMPLETE, notices={})

    rows = [line for block in walk(covered(register).blocks) for line in lines([block]) if line.startswith("Notice: ")]
    assert rows == []
