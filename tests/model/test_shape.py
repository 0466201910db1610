"""Shapes: what the annotations say, and where an address may lead."""

from __future__ import annotations

import pytest

from deskprivacy.address import Key, parse
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import ByKey, Many, Noun, Scalar, allows, allows_empty, noun_of


def test_the_annotations_are_read() -> None:
    activity = noun_of(KINDS["activities"])

    lines = activity.fields["data"].shape
    assert isinstance(lines, ByKey)
    assert lines.key.reference is not None
    assert isinstance(lines.of, Many)
    assert isinstance(lines.of.of, Noun)
    assert lines.of.of.empty
    assert activity.fields["software"].internal
    assert not activity.fields["purposes"].internal
    status = activity.fields["status"].shape
    assert isinstance(status, Scalar)
    assert status.word is not None


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("activities/orders.data.contact-details.retention", True),
        ("activities/orders.data.contact-details.retention.rule", True),
        ("activities/orders.recipients.carriers", True),
        ("purposes/x.legal_basis.withdraw", True),
        ("retention_rules/x.archive.for", True),
        ("retention_rules/x.archive.for_", False),
        ("activities/orders.purposes", True),
        ("activities/orders.purposes.x", False),
        ("controllers/x.adress", False),
    ],
)
def test_an_address_leads_only_where_the_schema_allows(address: str, allowed: bool) -> None:
    found = parse(address)

    assert allows(noun_of(KINDS[found.kind]), found.keys) is allowed


@pytest.mark.parametrize(
    ("kind", "keys", "allowed"),
    [
        ("activities", ("data", "contact"), True),
        ("activities", ("recipients", "carriers"), True),
        ("activities", ("data",), False),
        ("activities", ("data", "contact", 0), False),
        ("activities", ("data", "contact", "purposes"), False),
        ("activities", ("trackers",), False),
        ("activities", ("unknown", "contact"), False),
        ("recipients", ("members", "post"), False),
    ],
)
def test_an_empty_value_means_nothing_to_add_on_lines_alone(kind: str, keys: tuple[Key, ...], allowed: bool) -> None:
    assert allows_empty(noun_of(KINDS[kind]), keys) is allowed
