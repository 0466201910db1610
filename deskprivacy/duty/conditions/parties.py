"""Conditions on those who answer for the data: controllers, their representative and officer, joint control."""

from __future__ import annotations

from deskprivacy.duty.subjects import Subject
from deskprivacy.law.named_parties import is_public_body
from deskprivacy.law.reader import countries
from deskprivacy.model.parties import Controller, under_union_law


def several_controllers(subject: Subject) -> bool:
    """The register has several controllers of its own; where it has none, that is the only fault."""
    return bool(subject.get("several_controllers"))


def outside_the_eea(subject: Subject) -> bool:
    """The controller's country is declared, and lies outside the EEA (GDPR 27)."""
    country = subject.get("country")
    return country is not None and countries().position(country) == "outside"


def can_be_contacted(subject: Subject) -> bool:
    """Some means of contact is declared; where nothing is, that is the only fault."""
    return subject.get("contact") is not None


def has_an_address(subject: Subject) -> bool:
    """An address is declared; where nothing is, that is the only fault."""
    return subject.get("address") is not None


def under_the_law_of_the_union(subject: Subject) -> bool:
    """The controller lies inside the EEA, or the register shows that the GDPR holds for it all the same (GDPR 3)."""
    return isinstance(subject.thing, Controller) and under_union_law(subject.thing)


def is_no_public_body(subject: Subject) -> bool:
    """The name is not that of a public body, which needs no representative in the Union (GDPR 27(2)(b))."""
    return not is_public_body(subject.name)


def has_representative(subject: Subject) -> bool:
    """A representative is declared."""
    return subject.get("representative") is not None


def dpo_is_designated(subject: Subject) -> bool:
    """A data protection officer is declared as designated."""
    officer = subject.get("dpo")
    return officer is not None and officer.designated is True


def has_joint_controllers(subject: Subject) -> bool:
    """The activity names two controllers or more (GDPR 26)."""
    return len(subject.get("controllers") or ()) > 1


def has_arrangement(subject: Subject) -> bool:
    """The joint controllers declare their arrangement."""
    return has_joint_controllers(subject) and subject.get("arrangement") is not None


CONDITIONS = (
    several_controllers,
    outside_the_eea,
    can_be_contacted,
    has_an_address,
    under_the_law_of_the_union,
    is_no_public_body,
    has_representative,
    dpo_is_designated,
    has_joint_controllers,
    has_arrangement,
)
