"""What of a payment card is certainly kept after the payment."""

from __future__ import annotations

import pytest

from deskprivacy.check.cards import beyond_evidence, outlives_payment
from deskprivacy.model.data import Archive, RetentionRule, Shift


def rule(**facts: object) -> RetentionRule:
    return RetentionRule(id="card", **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "one",
    [
        rule(until="card-expiry"),
        rule(active="2 days", from_=("payment-completed",)),
        rule(active="1 year", from_=("order",)),
        rule(active="unlimited"),
        rule(until="payment-completed", archive=Archive(for_="13 months")),
        rule(until="payment-completed", later=(Shift(until="dispute-closed"),)),
    ],
)
def test_it_outlives_the_payment(one: RetentionRule) -> None:
    assert outlives_payment(one)


@pytest.mark.parametrize(
    "one",
    [
        rule(until="payment-completed"),
        rule(until="payment-completed", sooner=(Shift(until="card-expiry"),)),
        rule(until="card-expiry", sooner=(Shift(until="payment-completed"),)),
        rule(active="2 weeks", from_=("order",)),  # the payment may still be due
        rule(until="our-own-event"),  # nobody knows when that is
        rule(criterion="Voir la notice du prestataire"),
        rule(),
    ],
)
def test_nobody_knows_that_it_does(one: RetentionRule) -> None:
    assert not outlives_payment(one)


@pytest.mark.parametrize(
    ("one", "period"),
    [
        (rule(active="3 years", from_=("order",)), "3 years"),
        (rule(active="13 months", from_=("payment-completed",)), "13 months"),
        (rule(active="13 months", from_=("payment-completed",), why="contestations"), None),
        (rule(active="16 months", from_=("payment-completed",), why="contestations"), "16 months"),
        (rule(active="5 years", text="C. mon. fin., art. L. 561-12"), None),
        (rule(active="unlimited"), "unlimited"),
        (rule(active="2 weeks", from_=("delivery",)), None),  # the right of withdrawal
        (rule(active="2 weeks", from_=("delivery",), archive=Archive(for_="5 years")), "5 years"),
        (rule(until="contract-end"), None),  # a subscription
        (rule(until="account-closed"), "until: account-closed"),  # kept for later purchases
        (rule(until="account-closed", sooner=(Shift(until="payment-completed"),)), None),
        (rule(until="payment-completed", archive=Archive(for_="13 months")), None),
        (rule(until="payment-completed", archive=Archive(for_="15 months")), None),
        (rule(until="payment-completed", archive=Archive(for_="15 months", why="débit différé")), None),
        (rule(until="payment-completed", archive=Archive(for_="5 years", why="prescription")), "5 years"),
    ],
)
def test_how_long_a_payment_is_proven(one: RetentionRule, period: str | None) -> None:
    assert beyond_evidence(one) == period
