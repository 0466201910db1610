"""What a payment by card needs, and what is kept beyond it."""

from __future__ import annotations

from deskprivacy.check.facts import Facts
from deskprivacy.check.kept import Kept
from deskprivacy.law.presets import card_preset
from deskprivacy.model.data import RetentionRule
from deskprivacy.model.periods import exceeds

CARD_TAGS = frozenset({"card", "card-code"})
PAYMENT = "payment-completed"
_STORED = frozenset({"account-closed", "card-expiry"})  # events until which only a card kept for later purchases stays
# Of the shipped events, those that come after a payment; of an event of the register's own nobody knows.
AFTERWARDS = frozenset(
    {
        "account-closed",
        "card-expiry",
        "consent-withdrawn",
        "contract-end",
        "dispute-closed",
        "financial-year-end",
        "last-contact",
        "last-login",
        "last-purchase",
        "objection",
        "unsubscription",
    }
)


def outlives_payment(rule: RetentionRule) -> bool:
    """Whether a rule certainly keeps data after the payment; a criterion in prose decides nothing."""
    if rule.archive or rule.later:
        return True
    if _ends_with_payment(rule) or (rule.active is None and rule.until not in AFTERWARDS):
        return False
    if rule.active is None or rule.active == "unlimited":
        return True
    counted_after = bool(rule.from_) and {*rule.from_} <= {PAYMENT, *AFTERWARDS}
    return counted_after or exceeds(rule.active, card_preset().pending)


def beyond_evidence(rule: RetentionRule) -> str | None:
    """The period for which a rule keeps data beyond what proving a payment needs, without a text; else None."""
    preset, archive = card_preset(), rule.archive
    if rule.text:
        return None
    if rule.active and not _ends_with_payment(rule):
        limit = preset.deferred if rule.why else preset.pending
        if rule.active == "unlimited" or exceeds(rule.active, limit):
            return rule.active
    if rule.until in _STORED and not _ends_with_payment(rule):
        return f"until: {rule.until}"
    if archive and exceeds(archive.for_, preset.deferred):  # whether a card is debited at once, a merchant may not know
        return archive.for_
    return None


def _ends_with_payment(rule: RetentionRule) -> bool:
    return any(shift.until == PAYMENT for shift in rule.sooner)


def by_consent(facts: Facts, kept: Kept) -> bool:
    """Whether all that the data are kept for rests on consent alone."""
    bases = [{one.basis for one in facts.register.purposes[ident].legal_basis or ()} for ident in kept.purposes]
    return bool(bases) and all(found == {"consent"} for found in bases)


def is_ours(facts: Facts, kept: Kept) -> bool:
    """Whether it is we, or who acts for us, that keep the data: a separate controller answers for its own copy."""
    recipients = [facts.register.recipients.get(one) for one in kept.entry.by]
    return not recipients or any(one is None or one.role in ("processor", "internal") for one in recipients)
