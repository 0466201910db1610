"""Gaps: one missing fact is one gap; what is declared as none is an answer; letters are cited where they hold."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from complete import COMPLETE, EMAIL, HOSTING, ORDERS, by_id, changed, without
from hypothesis import given
from hypothesis import strategies as st

from deskprivacy.address import Address, parse
from deskprivacy.duty.answers import State, answer, asked
from deskprivacy.duty.gaps import Gap, findings, gaps
from deskprivacy.law.texts import IMPLEMENTED, ON_TRACKERS
from deskprivacy.model.activities import Activity, AutomatedDecision, DataLine, RecipientLine, Required
from deskprivacy.model.data import DataCategory, LegalBasis, Purpose, RetentionRule
from deskprivacy.model.means import Cookie, RetentionUse, Tracker, TrackerConsent
from deskprivacy.model.notices import ALL, Notice
from deskprivacy.model.parties import Controller, DataProtectionOfficer, Member, Recipient, Source, Transfer
from deskprivacy.model.register import Register
from deskprivacy.model.side import Settings


def told(register: Register) -> set[tuple[str, str]]:
    return {(gap.row.rule, str(gap.where)) for gap in gaps(register)}


def orders(**changes: Any) -> Register:
    return changed(COMPLETE, "activities", "orders", **changes)


# --- one fact, one gap ---------------------------------------------------------------------------


def test_an_absent_officer_is_one_gap_at_dpo() -> None:
    register = without(COMPLETE, parse("controllers/shop.dpo"))

    assert told(register) == {("dpo-missing", "controllers/shop.dpo")}


def test_an_officer_shared_with_another_controller_is_asked_for_there() -> None:
    register = changed(COMPLETE, "controllers", "shop", dpo=DataProtectionOfficer(same_as="client"))

    assert told(register) == {("dpo-missing", "controllers/client.dpo")}


def test_officers_that_point_at_each_other_are_one_gap() -> None:
    register = changed(COMPLETE, "controllers", "shop", dpo=DataProtectionOfficer(same_as="partner"))

    assert [gap.row.rule for gap in gaps(register)] == ["dpo-missing", "dpo-missing"]


def test_no_officer_with_a_reason_is_an_answer() -> None:
    register = changed(COMPLETE, "controllers", "shop", dpo=DataProtectionOfficer(designated=False, reason="Small"))

    assert told(register) == set()


def test_an_activity_without_retention_is_one_gap_that_names_its_lines() -> None:
    (gap,) = gaps(without(COMPLETE, parse("activities/orders.retention")))

    assert (gap.row.rule, str(gap.where)) == ("data-retention-missing", "activities/orders.retention")
    assert gap.values == {"name": "Contact details, Usage", "activity": "Orders"}


def test_a_line_that_the_default_does_not_reach_is_a_gap_of_its_own() -> None:
    register = orders(retention=(RetentionUse(rule="relation", data=("contact",)),))

    assert told(register) == {("data-retention-missing", "activities/orders.data.usage")}
    assert gaps(register)[0].where.keys == ("data", "usage", 0, "retention")


def test_a_purpose_without_legal_basis_misses_no_interest() -> None:
    register = without(COMPLETE, parse("purposes/news.legal_basis"))

    assert told(register) == {("legal-basis-missing", "purposes/news.legal_basis")}


def test_an_activity_without_purposes_does_not_ask_its_lines_for_theirs() -> None:
    register = orders(purposes=(), data={"contact": (DataLine(),)}, recipients={"carriers": (RecipientLine(),)})

    assert told(register) == {
        ("activity-purpose-missing", "activities/orders.purposes"),
        ("disclosure-data-missing", "activities/orders.recipients.carriers.data"),
    }


def test_a_line_of_an_activity_with_several_purposes_says_which() -> None:
    register = orders(data={"contact": (DataLine(),)})

    assert ("data-purpose-missing", "activities/orders.data.contact.purposes") in told(register)


def test_data_without_a_source_are_not_also_asked_whether_they_must_be_given() -> None:
    register = orders(sources=(), required=None)

    assert told(register) == {("data-source-missing", "activities/orders.sources")} | {
        ("data-required-missing", "activities/orders.required")  # the line that names a form among its sources
    }
    assert [gap.values["name"] for gap in gaps(register)] == ["Contact details", "Usage"]


def test_a_missing_arrangement_does_not_miss_its_essence() -> None:
    register = orders(arrangement=None)

    assert told(register) == {("arrangement-missing", "activities/orders.arrangement")}


def test_a_joint_controller_without_contract_does_not_miss_its_essence() -> None:
    register = without(COMPLETE, parse("recipients/network.contract"))

    assert told(register) == {("joint-recipient-arrangement-missing", "recipients/network.contract")}


def test_a_register_without_controllers_misses_one_fact() -> None:
    register = dataclasses.replace(
        COMPLETE, controllers={}, activities=by_id(_of_nobody(ORDERS), _of_nobody(ORDERS, "b"))
    )

    assert told(register) == {("controller-missing", "controllers")}


def test_an_activity_of_one_of_several_controllers_says_of_which() -> None:
    register = orders(controllers=(), arrangement=None)
    register = changed(register, "activities", "hosting", controllers=("partner",))

    assert ("activity-controller-missing", "activities/orders.controllers") in told(register)


def test_the_only_controller_need_not_be_named() -> None:
    register = dataclasses.replace(
        COMPLETE,
        controllers=by_id(COMPLETE.controllers["shop"]),
        activities=by_id(_of_nobody(ORDERS)),
    )

    assert told(register) == set()


def test_how_to_exercise_rights_is_missed_where_nothing_is_said_of_rights() -> None:
    register = without(COMPLETE, parse("controllers/shop.rights"))

    assert told(register) == {("rights-contact-missing", "controllers/shop.rights")}


def test_a_decision_of_unknown_kind_is_asked_its_kind_only() -> None:
    register = orders(automated_decisions=(AutomatedDecision(name="Ranking"),))

    assert told(register) == {("decision-kind-missing", "activities/orders.automated_decisions.kind")}


def test_a_recipient_of_unknown_role_is_asked_what_an_outsider_is() -> None:
    register = changed(COMPLETE, "recipients", "carriers", role=None, country=None)

    assert told(register) == {
        ("recipient-role-missing", "recipients/carriers.role"),
        ("recipient-country-missing", "recipients/carriers.country"),
    }


# --- none is an answer ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "ident", "field", "none"),
    [
        ("activities", "orders", "recipients", {}),
        ("activities", "orders", "trackers", ()),
        ("activities", "orders", "measures", ()),
        ("activities", "orders", "automated_decisions", ()),
        ("activities", "hosting", "recipients", {}),
        ("activities", "hosting", "measures", ()),
        ("recipients", "carriers", "transfer", ()),
        ("recipients", "network", "transfer", ()),
    ],
)
def test_what_is_declared_as_none_is_no_gap(kind: str, ident: str, field: str, none: object) -> None:
    register = changed(COMPLETE, kind, ident, **{field: none})

    assert told(register) == set()


def test_an_empty_list_where_none_cannot_be_said_is_a_gap() -> None:
    assert told(orders(data_subjects=())) == {("activity-data-subject-missing", "activities/orders.data_subjects")}


def test_no_transfer_answers_for_a_country() -> None:
    register = changed(COMPLETE, "recipients", "carriers", country=None, transfer=())

    assert told(register) == set()


# --- elsewhere answered --------------------------------------------------------------------------


def test_persons_may_be_named_on_every_line() -> None:
    lines = {"contact": (DataLine(purposes=("delivery",), data_subjects=("customers",)),)}

    assert told(orders(data_subjects=(), data=lines)) == set()


def test_members_may_have_the_countries() -> None:
    members = {"a": Member(name="A", country="FR"), "b": Member(name="B", country="DE")}

    assert told(changed(COMPLETE, "recipients", "carriers", country=None, members=members)) == set()


def test_a_member_outside_the_eea_is_a_transfer() -> None:
    members = {"a": Member(name="A", country="TN")}

    assert told(changed(COMPLETE, "recipients", "carriers", members=members)) == {
        ("transfer-missing", "recipients/carriers.transfer")
    }


@pytest.mark.parametrize(
    ("country", "missed"), [("NO", False), ("RE", False), ("EEA", False), ("NC", False), ("GB", True), ("US", True)]
)
def test_a_transfer_begins_outside_the_eea(country: str, missed: bool) -> None:
    register = changed(COMPLETE, "recipients", "carriers", country=country)

    assert (("transfer-missing", "recipients/carriers.transfer") in told(register)) is missed


def test_access_from_outside_the_eea_is_a_transfer() -> None:
    register = changed(COMPLETE, "recipients", "carriers", access_from=("TN",))

    assert told(register) == {("transfer-missing", "recipients/carriers.transfer")}


def test_a_line_may_settle_the_transfer_and_is_asked_about_it() -> None:
    line = RecipientLine(purposes=("delivery",), data=("contact",), transfer=(Transfer(countries=("TN",)),))
    register = changed(COMPLETE, "recipients", "carriers", country="TN")
    register = changed(register, "activities", "orders", recipients={"carriers": (line,)})

    assert told(register) == {
        ("transfer-mechanism-missing", "activities/orders.recipients.carriers.transfer.mechanism")
    }


def test_our_own_people_abroad_and_the_public_are_no_transfer() -> None:
    register = changed(COMPLETE, "recipients", "staff", country="TN")
    register = changed(register, "recipients", "carriers", role="public", country=None)

    assert told(register) == set()


def test_every_cookie_may_have_its_own_lifetime() -> None:
    cookies = {"_a": Cookie(lifetime="1 day"), "_b": Cookie(lifetime="session")}

    assert told(changed(COMPLETE, "trackers", "audience", lifetime=None, cookies=cookies)) == set()
    cookies["_c"] = Cookie()
    assert told(changed(COMPLETE, "trackers", "audience", lifetime=None, cookies=cookies)) == {
        ("tracker-lifetime-missing", "trackers/audience.lifetime")
    }


def test_every_notice_may_say_how_to_refuse_trackers() -> None:
    register = without(without(COMPLETE, parse("trackers/audience.choice")), parse("trackers/like.choice"))

    assert told(changed(register, "notices", "public", tracker_choices="The banner")) == set()


def test_what_is_strictly_necessary_need_not_be_refused() -> None:
    consent = (TrackerConsent(required=False, exemption="authentication"),)
    register = changed(COMPLETE, "trackers", "audience", consent=consent, choice=None)

    assert told(register) == set()


def test_optional_data_have_no_consequence_to_tell() -> None:
    assert told(orders(required=(Required(optional=True),))) == set()


@pytest.mark.parametrize(
    "rule", [{"active": "unlimited"}, {"until": "account-closed"}, {"criterion": "See their notice"}]
)
def test_what_counts_no_period_has_no_start(rule: dict[str, Any]) -> None:
    register = dataclasses.replace(
        COMPLETE,
        retention_rules={**COMPLETE.retention_rules, "relation": RetentionRule(id="relation", **rule)},
    )

    assert told(register) == set()


def test_our_own_departments_need_not_say_what_they_receive() -> None:
    assert told(orders(recipients={"staff": (RecipientLine(),)})) == set()


def test_profiling_below_article_22_needs_no_logic() -> None:
    assert told(orders(automated_decisions=(AutomatedDecision(name="Segments", kind="profiling"),))) == set()
    decided = AutomatedDecision(name="Score", kind="scoring", human="before-decision")
    assert told(orders(automated_decisions=(decided,))) == set()


def test_a_controller_without_a_legal_name_is_called_by_its_brand() -> None:
    (gap,) = gaps(changed(COMPLETE, "controllers", "shop", name=None, trade_name="SHOP"))

    assert gap.values == {"name": "SHOP"}


# --- who is asked --------------------------------------------------------------------------------

BARE = Activity(id="bare", name="Bare", controllers=("shop",), data={"contact": (DataLine(),)})


def _bare(**changes: Any) -> Register:
    return Register(
        settings=Settings(title="Register", language="en"),
        controllers=by_id(Controller(id="shop")),
        data_categories=by_id(DataCategory(id="contact", name="Contact")),
        sources=by_id(
            Source(id="agency", name="Agency", origin=("public",)),
            Source(id="form", name="Form", origin=("data-subject",)),
        ),
        purposes=by_id(Purpose(id="why", name="Why")),
        activities=by_id(dataclasses.replace(BARE, **changes)),
        notices=changes.pop("notices", {}),
    )


def _law(register: Register) -> set[str]:
    return {letter for gap in gaps(register) for letter in gap.law}


def test_what_no_notice_covers_is_asked_for_the_register_only() -> None:
    assert {letter.partition("(")[0] for letter in _law(_bare())} == {"GDPR 30"}
    assert all(gap.notices == () for gap in gaps(_bare()))


def test_data_from_the_person_are_asked_about_by_article_13_and_others_by_14() -> None:
    covered = by_id(Notice(id="all", name="All", covers=(ALL,)), Notice(id="none", name="None", covers=("other",)))
    asked_by = {}
    for name, sources in {
        "person": ("form",),
        "elsewhere": ("agency",),
        "both": ("form", "agency"),
        "unknown": (),
    }.items():
        register = dataclasses.replace(_bare(sources=sources), notices=covered)
        asked_by[name] = {letter[:7] for letter in _law(register) if letter.startswith("GDPR 1")}
        assert {gap.notices for gap in gaps(register) if gap.row.block} == {("all",)}

    assert asked_by == {
        "person": {"GDPR 12", "GDPR 13"},
        "elsewhere": {"GDPR 12", "GDPR 14"},
        "both": {"GDPR 12", "GDPR 13", "GDPR 14"},
        "unknown": {"GDPR 12", "GDPR 13", "GDPR 14"},  # the line; the activity is asked as by 13
    }


def test_a_planned_activity_is_not_covered_by_all_but_may_be_named() -> None:
    planned = _bare(status="planned")

    everywhere = dataclasses.replace(planned, notices=by_id(Notice(id="n", name="N", covers=(ALL,))))
    named = dataclasses.replace(planned, notices=by_id(Notice(id="n", name="N", covers=("bare",))))
    both = dataclasses.replace(planned, notices=by_id(Notice(id="n", name="N", covers=(ALL, "bare"))))

    assert _law(everywhere) == _law(planned)
    assert _law(named) > _law(planned)
    assert _law(both) == _law(named)
    assert both.covered_by(both.notices["n"]) == tuple(both.activities.values())


def test_a_processor_is_asked_by_article_30_2_only_and_its_client_for_name_and_contact() -> None:
    register = changed(_bare(), "activities", "bare", on_behalf_of=("client",), data=None)
    register = dataclasses.replace(
        register,
        controllers=by_id(Controller(id="shop"), Controller(id="client")),
        notices=by_id(Notice(id="n", name="N", covers=(ALL,))),
    )

    assert {letter.partition("(")[0] + letter[7:10] for letter in _law(register)} == {"GDPR 30(2)"}
    assert {rule for rule, where in told(register) if where.startswith("controllers/client")} == {
        "controller-name-missing",
        "controller-reach-missing",
    }
    assert {rule for rule, where in told(register) if where.startswith("activities")} == {
        "processing-category-missing",
        "processor-transfer-undeclared",
        "activity-measure-missing",
    }


def test_what_no_activity_uses_is_asked_nothing() -> None:
    unused = dataclasses.replace(
        COMPLETE,
        controllers={**COMPLETE.controllers, "parent": Controller(id="parent")},
        purposes={**COMPLETE.purposes, "idle": Purpose(id="idle", name="Idle")},
        recipients={**COMPLETE.recipients, "idle": Recipient(id="idle", name="Idle")},
        trackers={**COMPLETE.trackers, "idle": Tracker(id="idle", name="Idle")},
        retention_rules={**COMPLETE.retention_rules, "idle": RetentionRule(id="idle")},
    )

    assert told(unused) == set()


def test_the_host_of_an_activity_is_asked_about_but_no_notice_speaks_of_it() -> None:
    register = orders(hosting="cloud")
    register = changed(
        changed(register, "recipients", "cloud", stored_in=("US",)), "activities", "hosting", recipients={}
    )

    (gap,) = gaps(register)

    assert gap.row.rule == "transfer-missing"
    assert gap.law == ("GDPR 30(1)(e)",)
    assert gap.notices == ()


def test_the_provider_of_a_tracker_is_a_recipient() -> None:
    register = changed(COMPLETE, "trackers", "like", provider="cloud")
    register = changed(register, "recipients", "cloud", stored_in=())

    (gap,) = gaps(register)

    assert str(gap.where) == "recipients/cloud.country"
    assert gap.law == ("GDPR 13(1)(f)", "GDPR 30(1)(e)", "GDPR 30(2)(c)")
    assert gap.notices == ("public",)


def test_only_a_notice_that_prints_a_gap_is_named() -> None:
    register = dataclasses.replace(
        COMPLETE,
        notices=by_id(Notice(id="a", name="A", covers=("orders",)), Notice(id="b", name="B", covers=("hosting",))),
    )

    (gap,) = gaps(without(register, parse("purposes/news.legal_basis")))
    (internal,) = gaps(without(register, parse("activities/orders.measures")))

    assert gap.notices == ("a",)
    assert internal.notices == ()


# --- the check side ------------------------------------------------------------------------------


def test_findings_carry_what_a_gap_says() -> None:
    (gap,) = gaps(without(COMPLETE, parse("controllers/shop.authority")))

    (finding,) = findings([gap])

    assert finding.rule == "authority-missing"
    assert finding.at == Address("controllers", "shop", ("authority",))
    assert finding.on == "key"
    assert finding.law == gap.law == ("GDPR 13(2)(d)", "GDPR 14(2)(e)")
    assert finding.values == {"name": "Shop SAS"}


# --- whatever is missing -------------------------------------------------------------------------

FACTS = sorted(
    {
        subject.where.at(*field.split("."))
        for duty, subject in asked(COMPLETE)
        for field in duty.fields
        if subject.of in ("controllers", "purposes", "recipients", "trackers", "activities", "sources", "measures")
        and answer(duty, subject)[0] is State.DECLARED
        and getattr(subject.thing, field.split(".")[0]) is not None
    },
    key=str,
)


@given(st.sets(st.sampled_from(FACTS)))
def test_whatever_is_missing_is_missed_once_and_cited(missing: set[Address]) -> None:
    register = COMPLETE
    for where in sorted(missing, key=str, reverse=True):  # what lies deeper first
        register = without(register, where)

    found = gaps(register)

    assert len({(gap.row.rule, gap.where) for gap in found}) == len(found)
    assert all(gap.law and set(gap.law) <= {*gap.row.law, *_elsewhere(gap)} for gap in found)
    assert bool(found) >= any(str(where) == "controllers/shop.authority" for where in missing)


def _elsewhere(gap: Gap) -> tuple[str, ...]:
    """What stands in the place of LIL 82 where no country of the Union is known."""
    return (IMPLEMENTED,) if ON_TRACKERS in gap.row.law else ()


def _of_nobody(activity: Activity, ident: str | None = None) -> Activity:
    return dataclasses.replace(activity, id=ident or activity.id, controllers=(), arrangement=None)


def test_a_contact_suffices_for_an_address_by_post_only() -> None:
    register = changed(
        COMPLETE, "controllers", "shop", address=None, contact=dataclasses.replace(EMAIL, post="BP 1, Lyon")
    )

    assert told(register) == set()
    assert told(changed(COMPLETE, "controllers", "shop", address=None)) == {
        ("controller-address-missing", "controllers/shop.address")
    }


def test_a_processor_sheet_is_never_joint() -> None:
    register = changed(COMPLETE, "activities", "hosting", controllers=("shop", "partner"))

    assert HOSTING.is_processor_sheet
    assert told(register) == set()


def test_who_withdraws_explicit_consent_is_asked_of_the_purpose_that_no_consent_serves() -> None:
    """GDPR 13(2)(c) speaks of GDPR 9(2)(a) as of 6(1)(a); what answers for the one answers for the other."""
    silent = without(COMPLETE, parse("purposes/books.choice"))
    (gap,) = gaps(silent)

    assert (gap.row.rule, str(gap.where)) == ("explicit-consent-withdrawal-missing", "purposes/books.choice")
    assert gap.law == ("GDPR 13(2)(c)", "GDPR 14(2)(d)")
    assert gap.notices == ("public",)

    consent = LegalBasis(basis="consent", withdraw="Write to us")
    assert gaps(changed(silent, "purposes", "books", legal_basis=(consent,))) == ()
    assert gaps(without(silent, parse("activities/orders.data.usage").at(1, "condition"))) == ()
