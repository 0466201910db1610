"""Conditions on those who receive data, and on transfers out of the EEA."""

from __future__ import annotations

from deskprivacy.duty.subjects import Subject
from deskprivacy.law.named_parties import is_foreign, needs_no_role
from deskprivacy.law.reader import countries
from deskprivacy.model.parties import NOT_A_PLACE

INSIDE_THE_HOUSE = frozenset({"internal"})
SAFEGUARDS = frozenset(  # GDPR 46, 47
    {
        "scc",
        "bcr",
        "authority-clauses",
        "code",
        "certification",
        "public-instrument",
        "ad-hoc",
        "administrative-arrangement",
    }
)
DECISIONS = frozenset({"adequacy", "dpf"})  # GDPR 45
PUBLIC = "public-authority"
COMPELLING = "49-1-2"  # GDPR 49(1), second subparagraph


def recipient_is_joint_controller(subject: Subject) -> bool:
    """The recipient is a joint controller, by itself or on some line."""
    return "joint-controller" in subject.get("roles")


def has_contract(subject: Subject) -> bool:
    """Something is declared of the contract with the recipient."""
    return subject.get("contract") is not None


def disclosed_outside(subject: Subject) -> bool:
    """The line is not about our own departments."""
    return subject.get("role") not in INSIDE_THE_HOUSE


def has_purposes_of_its_own(subject: Subject) -> bool:
    """The line is not about a processor, which acts for the purposes of the sheet and for no other (GDPR 28)."""
    return subject.get("role") not in INSIDE_THE_HOUSE | {"processor"}


def is_a_party(subject: Subject) -> bool:
    """The recipient is not, by its name, of those whose role is plain: our people, relatives, rescue, public bodies."""
    return not needs_no_role(subject.name)


def may_be_abroad(subject: Subject) -> bool:
    """The recipient is a body whose country matters: neither our own people, the public, nor one of the country.

    An authority is asked only where its name is that of another country's.
    """
    roles = subject.get("roles") - NOT_A_PLACE
    if roles - {"authority"}:
        return not needs_no_role(subject.name) and (subject.get("sector") != PUBLIC or is_foreign(subject.name))
    return bool(roles) and is_foreign(subject.name)


def is_outside_the_eea(subject: Subject) -> bool:
    """The recipient is, stores or has access outside the EEA, and not only in the country of the controllers."""
    return bool(subject.get("roles") - NOT_A_PLACE) and bool(outside_the_eea(subject))


def outside_the_eea(subject: Subject) -> tuple[str, ...]:
    """The countries outside the EEA from which the recipient has the data, but for that of the controllers."""
    elsewhere = subject.get("countries") - {subject.get("home")}
    return tuple(sorted(code for code in elsewhere if code and countries().position(code) == "outside"))


def is_a_processor_inside_the_eea(subject: Subject) -> bool:
    """The recipient acts for us from inside the EEA, and does not say of each place that data stay there."""
    known = subject.get("countries")
    settled = bool(subject.get("stored_in")) and bool(subject.get("access_from"))
    inside = bool(known) and all(countries().position(code) != "outside" for code in known)
    return "processor" in subject.get("roles") and inside and not settled


def transfer_has_safeguards(subject: Subject) -> bool:
    """The transfer rests on safeguards of which a copy can be had (GDPR 13(1)(f)).

    Safeguards beside a decision of adequacy stand by, should it fall: while it holds, GDPR 46 is not relied on.
    """
    mechanisms = set(subject.get("mechanism"))
    safeguarded = bool(SAFEGUARDS & mechanisms) and not DECISIONS & mechanisms
    return safeguarded or transfer_rests_on_compelling_interests(subject)


def transfer_rests_on_a_derogation(subject: Subject) -> bool:
    """The transfer rests on a derogation (GDPR 49)."""
    return "derogation" in subject.get("mechanism")


def transfer_rests_on_compelling_interests(subject: Subject) -> bool:
    """The transfer rests on compelling legitimate interests: GDPR 30(1)(e) wants its safeguards documented."""
    return bool(subject.get("derogation") == COMPELLING)


CONDITIONS = (
    recipient_is_joint_controller,
    has_contract,
    disclosed_outside,
    has_purposes_of_its_own,
    is_a_party,
    may_be_abroad,
    is_outside_the_eea,
    is_a_processor_inside_the_eea,
    transfer_has_safeguards,
    transfer_rests_on_a_derogation,
    transfer_rests_on_compelling_interests,
)
