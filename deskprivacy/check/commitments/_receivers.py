"""What two promises share: nobody of certain roles receives data, and somebody does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from deskprivacy.check.facts import Facts
from deskprivacy.check.promises import SHOWN, Promise, Receipt
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related


def contradicted(
    rule: Rule,
    facts: Facts,
    promise: Promise,
    roles: AbstractSet[str],
    meant: Callable[[Receipt], bool] | None = None,
) -> Iterator[Finding]:
    """A finding where recipients of these roles receive what a promise reaches, with every place that says so.

    `meant`: whether the promise speaks of such a recipient.
    """
    against = [
        one
        for activity in promise.activities
        for one in facts.receipts.get(activity.id, ())
        if one.role in roles and (meant is None or meant(one)) and promise.reaches(one.circumstance)
    ]
    if against:
        first = against[0]
        yield Finding(
            rule=rule.rule,
            at=promise.commitment.where.at("asserts"),
            values={
                "sentence": promise.commitment.sentence.strip(),
                "name": first.recipient.name,
                "recipient_role": first.role,
            },
            related=tuple(Related(at=one.where, part="contradicts") for one in against[:SHOWN]),
        )
