"""Addresses: what is written can be read, and one address covers what lies below it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskprivacy.address import Address, parse


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("activities/orders", Address("activities", "orders")),
        ("activities/orders.data.contact-details", Address("activities", "orders", ("data", "contact-details"))),
        ("recipients/*.country", Address("recipients", "*", ("country",))),
        ("register.title", Address("register", "", ("title",))),
        ('trackers/audience.cookies."_ga.x"', Address("trackers", "audience", ("cookies", "_ga.x"))),
    ],
)
def test_an_address_is_read_and_written(text: str, address: Address) -> None:
    assert parse(text) == address
    assert str(address) == text


@pytest.mark.parametrize("text", ["", "Orders", "activities/", "activities/a b", "activities/orders.", "a/b/c"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message is the text itself
        parse(text)


@given(st.text(min_size=1), st.lists(st.text(min_size=1)))
def test_any_keys_come_back(ident: str, keys: list[str]) -> None:
    address = Address("trackers", ident, tuple(keys))

    assert parse(str(address)) == address


def test_a_list_ends_the_written_address() -> None:
    assert str(Address("purposes", "marketing", ("legal_basis", 1, "how"))) == "purposes/marketing.legal_basis"


def test_an_address_covers_what_lies_below() -> None:
    every = parse("purposes/*.legal_basis")

    assert every.covers(parse("purposes/marketing.legal_basis.how"))
    assert not every.covers(parse("purposes/marketing"))
    assert not every.covers(parse("recipients/google.legal_basis"))
