"""Conditions on what is done with the data: legal bases, what is collected and kept, decisions."""

from __future__ import annotations

from deskprivacy.duty.subjects import Subject


def basis_is_legitimate_interests(subject: Subject) -> bool:
    """The legal basis is legitimate interests (GDPR 6(1)(f))."""
    return bool(subject.get("basis") == "legitimate-interests")


def basis_is_consent(subject: Subject) -> bool:
    """The legal basis is consent (GDPR 6(1)(a))."""
    return bool(subject.get("basis") == "consent")


def no_basis_is_consent(subject: Subject) -> bool:
    """No legal basis of the purpose is consent, of whose withdrawal a row of its own asks."""
    return all(one.basis != "consent" for one in subject.get("legal_basis") or ())


def basis_rests_on_a_text(subject: Subject) -> bool:
    """The legal basis is laid down by law (GDPR 6(3))."""
    return subject.get("basis") in ("legal-obligation", "public-task")


def activity_has_purposes(subject: Subject) -> bool:
    """The activity of a line has purposes; where it has none, that is the only fault."""
    return subject.activity is not None and bool(subject.activity.purposes)


def given_by_the_person(subject: Subject) -> bool:
    """The person gives the data, for this sheet; where the source is unknown, that is the only fault."""
    told = subject.get("required") is None and subject.get("elsewhere").tells_if_required(subject.thing)
    return bool(subject.get("from_the_person")) and not told


def source_is_told_nowhere(subject: Subject) -> bool:
    """No other sheet says where the same data come from; or this one says it."""
    return bool(subject.get("sources")) or not subject.get("elsewhere").tells_the_source(subject.thing)


def data_are_mandatory(subject: Subject) -> bool:
    """The entry says that the data must be given."""
    return subject.get("mandatory") is not None


def has_a_period(subject: Subject) -> bool:
    """The retention rule counts a period, which must start somewhere."""
    return subject.get("active") not in (None, "unlimited")


def decision_binds(subject: Subject) -> bool:
    """GDPR 22 holds, or may: a machine decides alone, or nothing says that a person does; or its ground is named."""
    return subject.get("is_by_machine") is not False or subject.get("article_22") is not None


CONDITIONS = (
    basis_is_legitimate_interests,
    basis_is_consent,
    no_basis_is_consent,
    basis_rests_on_a_text,
    activity_has_purposes,
    given_by_the_person,
    source_is_told_nowhere,
    data_are_mandatory,
    has_a_period,
    decision_binds,
)
