"""Conditions on trackers, and on data that are observed on a terminal."""

from __future__ import annotations

from deskprivacy.duty.subjects import Subject
from deskprivacy.model.uses import DataUse

ON_TERMINALS = frozenset({"website", "mobile-app", "social-network"})


def observes_the_person(subject: Subject) -> bool:
    """Some data are observed on a terminal, so that a tracker may be at work; a camera or a till has none."""
    return any(
        "observed" in source.origin and (source.url or _on_terminals(use))
        for use in subject.get("uses")
        for source in use.sources
    )


def _on_terminals(use: DataUse) -> bool:
    return bool(ON_TERMINALS & set(use.line.channels)) or any("device" in item.tags for item in use.items)


def consent_is_not_asked(subject: Subject) -> bool:
    """The entry says that the tracker waits for no consent; of a pixel in e-mails, a rule of judgement speaks."""
    return subject.get("required") is False and subject.get("technology") != "email-pixel"


def tracker_waits_for_consent(subject: Subject) -> bool:
    """Consent is asked in some case, or no case says why not: what LIL 82 asks to tell is asked."""
    entries = subject.get("consent")
    return not entries or any(entry.required or entry.exemption is None for entry in entries)


def tracker_is_exempt(subject: Subject) -> bool:
    """The tracker needs consent in no case: LIL 82, last paragraph, lifts its information and its refusal."""
    return not tracker_waits_for_consent(subject)


def audience_is_measured_without_consent(subject: Subject) -> bool:
    """The tracker needs no consent for it counts an audience: one may object to that all the same."""
    exempt = tracker_is_exempt(subject)
    return exempt and any(entry.exemption == "audience-measurement" for entry in subject.get("consent"))


def stays_on_the_terminal(subject: Subject) -> bool:
    """The tracker stores something, or its technology is not known: CJEU C-673/17 wants its duration told."""
    return subject.get("technology") in (None, "cookie", "local-storage")


def comes_from_a_network(subject: Subject) -> bool:
    """The tracker is a social network's button: somebody else is behind it."""
    return bool(subject.get("technology") == "social-plug-in")


CONDITIONS = (
    observes_the_person,
    consent_is_not_asked,
    tracker_waits_for_consent,
    tracker_is_exempt,
    audience_is_measured_without_consent,
    stays_on_the_terminal,
    comes_from_a_network,
)
