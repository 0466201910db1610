"""The one grammar: which entry holds in a circumstance, and which entries nothing tells apart."""

from __future__ import annotations

import pytest

from deskprivacy.model.activities import DataLine
from deskprivacy.model.circumstances import NARROWING, applicable, beyond, holding, indistinct
from deskprivacy.model.data import LegalBasis

OTHERWISE = LegalBasis(basis="consent")
BY_MAIL = LegalBasis(basis="legitimate-interests", channels=("post",))
BY_MAIL_TO_CUSTOMERS = LegalBasis(basis="contract", channels=("post",), data_subjects=("customers",))
IN_PROSE = LegalBasis(basis="public-task", when="en cas de crise")


def test_the_narrowest_entry_that_matches_wins() -> None:
    entries = (OTHERWISE, BY_MAIL, BY_MAIL_TO_CUSTOMERS)

    assert applicable(entries, {"channels": ["post"], "data_subjects": ["customers"]}) == (BY_MAIL_TO_CUSTOMERS,)
    assert applicable(entries, {"channels": ["post"], "data_subjects": ["visitors"]}) == (BY_MAIL,)
    assert applicable(entries, {"channels": ["email"]}) == (OTHERWISE,)


def test_where_only_prose_matches_only_prose_holds() -> None:
    assert applicable((BY_MAIL, IN_PROSE, IN_PROSE), {}) == (IN_PROSE, IN_PROSE)
    assert applicable((OTHERWISE, OTHERWISE), {}) == (OTHERWISE, OTHERWISE)


def test_entries_in_prose_are_never_compared() -> None:
    assert applicable((OTHERWISE, IN_PROSE), {}) == (OTHERWISE, IN_PROSE)


def test_a_narrowed_entry_does_not_hold_where_nothing_is_known() -> None:
    assert applicable((BY_MAIL,), {}) == ()


def test_an_item_matches_its_category() -> None:
    narrowed = LegalBasis(basis="consent", data=("contact-details",))

    assert applicable((narrowed,), {"data": ["contact-details/email-address"]}) == (narrowed,)


TO_CUSTOMERS = LegalBasis(basis="contract", data_subjects=("customers",))
TO_VISITORS = LegalBasis(basis="consent", data_subjects=("visitors",))


def test_what_is_not_known_may_hold() -> None:
    assert holding((OTHERWISE, BY_MAIL), {}) == (OTHERWISE, BY_MAIL)
    assert holding((OTHERWISE, BY_MAIL), {"channels": ["email"]}) == (OTHERWISE,)
    assert holding((OTHERWISE, BY_MAIL), {"channels": ["post"]}) == (BY_MAIL,)
    assert holding((IN_PROSE, BY_MAIL), {"channels": ["post"]}) == (IN_PROSE, BY_MAIL)


def test_a_narrower_entry_takes_no_more_than_its_own() -> None:
    assert holding((OTHERWISE, BY_MAIL), {"channels": ["post", "email"]}) == (OTHERWISE, BY_MAIL)
    assert holding((OTHERWISE, TO_CUSTOMERS), {"data_subjects": ["customers", "visitors"]}) == (OTHERWISE, TO_CUSTOMERS)
    assert holding((BY_MAIL, BY_MAIL_TO_CUSTOMERS), {"data_subjects": ["customers"]}) == (BY_MAIL_TO_CUSTOMERS,)
    assert holding((TO_CUSTOMERS, BY_MAIL), {"data_subjects": ["customers"]}) == (TO_CUSTOMERS, BY_MAIL)


def test_narrower_entries_side_by_side_leave_nothing_to_the_general_one() -> None:
    both = {"data_subjects": ["customers", "visitors"]}

    assert holding((TO_CUSTOMERS, OTHERWISE, TO_VISITORS), both) == (TO_CUSTOMERS, TO_VISITORS)
    assert holding((TO_CUSTOMERS, OTHERWISE, TO_VISITORS), {}) == (TO_CUSTOMERS, OTHERWISE, TO_VISITORS)


def test_what_goes_without_saying_is_left_out() -> None:
    entry = LegalBasis(basis="consent", data=("contact",), channels=("post",))

    assert beyond(entry, {"data": ["contact/email"]}) == LegalBasis(basis="consent", channels=("post",))
    assert beyond(entry, {"data": ["contact", "orders"]}) == entry
    assert beyond(entry, {}) is entry


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((OTHERWISE, BY_MAIL, BY_MAIL_TO_CUSTOMERS), []),
        ((OTHERWISE, LegalBasis(basis="contract")), [(0, 1)]),
        ((BY_MAIL, LegalBasis(basis="contract", channels=("email", "post"))), [(0, 1)]),
        ((BY_MAIL, LegalBasis(basis="contract", channels=("email",))), []),
        ((BY_MAIL, LegalBasis(basis="contract", data_subjects=("customers",))), [(0, 1)]),
        ((BY_MAIL, LegalBasis(basis="contract", data_subjects=("customers",)), BY_MAIL_TO_CUSTOMERS), []),
        ((OTHERWISE, IN_PROSE), []),
        (
            (BY_MAIL, OTHERWISE, LegalBasis(basis="contract", channels=("email",)), LegalBasis(basis="contract")),
            [(1, 3)],
        ),
        ((BY_MAIL, LegalBasis(basis="x", channels=("email",)), LegalBasis(basis="y", channels=("post",))), [(0, 2)]),
    ],
)
def test_entries_that_can_hold_at_once_are_found(
    entries: tuple[LegalBasis, ...], expected: list[tuple[int, int]]
) -> None:
    assert list(indistinct(entries, NARROWING)) == expected


def test_items_tell_lines_apart() -> None:
    lines = (DataLine(items=("card-number",)), DataLine(items=("proof",)), DataLine())

    assert list(indistinct(lines, DataLine.KEYS)) == []
