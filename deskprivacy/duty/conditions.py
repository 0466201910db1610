"""Conditions: when a duty is asked of its subject. `when` in `duties.yaml` names them, with `-` for `_`.

A condition that speaks of something absent is false: the duty about that something has already spoken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deskprivacy.duty.subjects import Subject
from deskprivacy.law.named_parties import is_foreign, is_public_body, needs_no_role
from deskprivacy.law.reader import countries
from deskprivacy.model.parties import NOT_A_PLACE, Controller, under_union_law
from deskprivacy.model.uses import DataUse

Condition = Callable[[Subject], bool]

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
ON_TERMINALS = frozenset({"website", "mobile-app", "social-network"})
COMPELLING = "49-1-2"  # GDPR 49(1), second subparagraph


def several_controllers(subject: Subject) -> bool:
    """The register has several controllers of its own; where it has none, that is the only fault."""
    return bool(subject.get("several_controllers"))


def outside_the_eea(subject: Subject) -> bool:
    """The controller's country is declared, and lies outside the EEA (GDPR 27)."""
    return _abroad(subject.get("country"))


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


def recipient_is_joint_controller(subject: Subject) -> bool:
    """The recipient is a joint controller, by itself or on some line."""
    return "joint-controller" in subject.get("roles")


def has_contract(subject: Subject) -> bool:
    """Something is declared of the contract with the recipient."""
    return subject.get("contract") is not None


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
    elsewhere = subject.get("countries") - {subject.get("home")}
    return bool(subject.get("roles") - NOT_A_PLACE) and any(_abroad(code) for code in elsewhere)


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


def decision_binds(subject: Subject) -> bool:
    """GDPR 22 holds, or may: a machine decides alone, or nothing says that a person does; or its ground is named."""
    return subject.get("is_by_machine") is not False or subject.get("article_22") is not None


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


CONDITIONS: Mapping[str, Condition] = {
    condition.__name__.replace("_", "-"): condition
    for condition in (
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
        recipient_is_joint_controller,
        has_contract,
        basis_is_legitimate_interests,
        basis_is_consent,
        no_basis_is_consent,
        basis_rests_on_a_text,
        activity_has_purposes,
        given_by_the_person,
        source_is_told_nowhere,
        data_are_mandatory,
        has_a_period,
        disclosed_outside,
        has_purposes_of_its_own,
        is_a_party,
        may_be_abroad,
        is_outside_the_eea,
        transfer_has_safeguards,
        transfer_rests_on_a_derogation,
        transfer_rests_on_compelling_interests,
        decision_binds,
        observes_the_person,
        consent_is_not_asked,
        tracker_waits_for_consent,
        tracker_is_exempt,
        audience_is_measured_without_consent,
        stays_on_the_terminal,
        comes_from_a_network,
    )
}


def _abroad(code: str | None) -> bool:
    return code is not None and countries().position(code) == "outside"
