"""Rights are told as they are: everybody's always, a basis's with its purposes, granted ones as granted."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from program import DATE, ROOT, SAMPLES
from proofs.views import runs_of

from deskprivacy.duty.rights import circumstances, held
from deskprivacy.law.reader import rights
from deskprivacy.model.activities import AutomatedDecision
from deskprivacy.model.contacts import RightInPractice
from deskprivacy.model.data import LegalBasis
from deskprivacy.model.means import TrackerConsent
from deskprivacy.model.public import public
from deskprivacy.model.register import Register
from deskprivacy.model.told import told
from deskprivacy.render.document import Description, Section, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate
from deskprivacy.words.speech import speech

EVERYBODYS = [one.id for one in rights().values() if one.given == "always" and not one.country]
REGISTERS = [SAMPLES / "bakery", SAMPLES / "complete", ROOT / "register"]


def register_of(folder: Path) -> Register:
    found = validate(folder, schemas(), date.fromisoformat(DATE)).register
    assert found is not None
    return found


def on(register: Register, *bases: str) -> Register:
    """The same register, every purpose on these bases."""
    found = tuple(LegalBasis(basis=one) for one in bases) or None
    purposes = {ident: dataclasses.replace(one, legal_basis=found) for ident, one in register.purposes.items()}
    return dataclasses.replace(register, purposes=purposes)


def rights_in(register: Register, notice: str) -> dict[str, str]:
    """The rights that a notice tells in its section, by their names, in English."""
    view = notice_document(public(register), notice, (), speech("en"))
    (found,) = (one for one in walk(view.blocks) if isinstance(one, Section) and one.id == "rights")
    entries = [entry for block in found.blocks if isinstance(block, Description) for entry in block.entries]
    return {entry.term[0].text: "".join(run.text for run in runs_of(entry.blocks)) for entry in entries}


@pytest.mark.parametrize("right", EVERYBODYS)
@pytest.mark.parametrize("bases", [(), ("legal-obligation",), ("public-task", "consent")])
def test_what_everybody_has_follows_from_no_basis(right: str, bases: tuple[str, ...]) -> None:
    register = on(register_of(SAMPLES / "bakery"), *bases)
    facts = told(register, register.notices["customers"])
    own = held(rights()[right], circumstances(facts.activities, facts.controllers, facts.purposes, facts.trackers))

    assert own is not None
    assert not own.depends
    assert own.purposes == tuple(facts.purposes)


def test_what_everybody_has_names_no_purposes() -> None:
    shown = rights_in(register_of(SAMPLES / "bakery"), "customers")

    assert "This holds for" not in shown["Access to your data"]
    assert "This holds for: Vous annoncer nos nouveautés." in shown["Withdraw your consent"]


@pytest.mark.parametrize("basis", ["legal-obligation", "public-task"])
def test_erasure_has_the_same_limit_for_an_obligation_and_a_public_task(basis: str) -> None:
    shown = rights_in(on(register_of(SAMPLES / "bakery"), basis), "customers")

    assert "Exception: data stay to the extent that they are necessary" in shown["Have your data erased"]


def test_a_right_beyond_the_bases_is_told_as_granted() -> None:
    register = on(register_of(SAMPLES / "bakery"), "legal-obligation")
    granted = {"portability": RightInPractice(how="Ask at the counter.")}
    controllers = {
        ident: dataclasses.replace(one, rights=dataclasses.replace(one.rights, by_right=granted))
        for ident, one in register.controllers.items()
        if one.rights
    }
    without = rights_in(register, "customers")
    shown = rights_in(dataclasses.replace(register, controllers=controllers), "customers")

    (added,) = shown.keys() - without.keys()
    assert shown[added].startswith("We grant you this right.")
    assert "Ask at the counter." in shown[added]


def test_nobody_is_asked_for_reasons_against_marketing_and_advertising() -> None:
    register = on(register_of(SAMPLES / "bakery"), "legitimate-interests")
    for kind in ("marketing", "ads"):
        purposes = {ident: dataclasses.replace(one, kind=kind) for ident, one in register.purposes.items()}
        view = notice_document(public(dataclasses.replace(register, purposes=purposes)), "customers", (), speech("en"))
        (box,) = (one for one in walk(view.blocks) if isinstance(one, Section) and one.id == "objection")

        assert "particular situation" not in "".join(run.text for run in runs_of(box.blocks))


@pytest.mark.parametrize(("kind", "lead"), [("marketing", "Limit, except for marketing: "), ("order", "Limit: ")])
def test_no_limit_reaches_the_objection_to_marketing(kind: str, lead: str) -> None:
    register = on(register_of(SAMPLES / "bakery"), "legitimate-interests")
    limited = {"objection": RightInPractice(how="At the counter.", limit="Not for invoices.")}
    controllers = {
        ident: dataclasses.replace(one, rights=dataclasses.replace(one.rights, by_right=limited))
        for ident, one in register.controllers.items()
        if one.rights
    }
    purposes = {ident: dataclasses.replace(one, kind=kind) for ident, one in register.purposes.items()}
    changed = dataclasses.replace(register, purposes=purposes, controllers=controllers)
    view = notice_document(public(changed), "customers", (), speech("en"))
    (box,) = (one for one in walk(view.blocks) if isinstance(one, Section) and one.id == "objection")

    assert f"At the counter.{lead}Not for invoices." in "".join(run.text for run in runs_of(box.blocks))


@pytest.mark.parametrize("folder", REGISTERS, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_published_has_no_mark(folder: Path, language: str) -> None:
    """However many facts are absent, waived or only warned of; what is not decided, the gate holds back."""
    outcome = validate(folder, schemas(), date.fromisoformat(DATE))
    assert outcome.register is not None
    shown = public(outcome.register)
    for ident, notice in shown.notices.items():
        published = dataclasses.replace(
            shown, notices={**shown.notices, ident: dataclasses.replace(notice, status="published")}, standing={}
        )
        view = notice_document(published, ident, outcome.gaps, speech(language))

        assert not [run for run in runs_of((*view.lead, *view.blocks)) if run.mark in ("gap", "finding")]
        text = " ".join(run.text for run in runs_of((*view.lead, *view.blocks)))
        assert speech(language)("To be completed") not in text
        assert not view.labels.watermark


def consented(register: Register) -> frozenset[str]:
    running = register.activities.values()
    return circumstances(running, (), register.purposes.values(), register.trackers.values()).consented


def test_what_waits_for_consent_can_be_withdrawn_whatever_the_basis() -> None:
    """By a tracker, and by a decision that names no purpose of its own."""
    register = on(register_of(SAMPLES / "complete"), "legitimate-interests")
    without = dataclasses.replace(
        register,
        activities={
            ident: dataclasses.replace(one, data=None, automated_decisions=None)
            for ident, one in register.activities.items()
        },
        trackers={
            ident: dataclasses.replace(one, consent=(TrackerConsent(required=False),))
            for ident, one in register.trackers.items()
        },
    )
    assert consented(without) == frozenset()

    ident, tracker = next(iter(without.trackers.items()))
    asked = dataclasses.replace(tracker, consent=(TrackerConsent(required=True),))
    assert consented(dataclasses.replace(without, trackers={ident: asked})) == set(tracker.purposes) != set()

    name, activity = next(iter(without.activities.items()))
    for purposes in ((), activity.purposes[:1]):
        decision = AutomatedDecision(name="d", article_22="explicit-consent", purposes=purposes)
        deciding = dataclasses.replace(activity, automated_decisions=(decision,))
        found = consented(dataclasses.replace(without, activities={name: deciding}))
        assert found == set(purposes or activity.purposes)


@pytest.mark.parametrize(
    ("purposes", "names"),
    [
        ((), ["Tri des commandes"]),  # nothing says which of the two purposes it serves
        (("order-preparation",), ["Préparer votre commande"]),
    ],
)
@pytest.mark.parametrize(
    ("ground", "right", "besides"),
    [
        ("contract", "Have an automated decision reviewed by a person", []),
        ("explicit-consent", "Withdraw your consent", ["Vous annoncer nos nouveautés"]),
    ],
)
def test_what_a_decision_gives_holds_for_its_purposes_or_for_itself(
    purposes: tuple[str, ...], names: list[str], ground: str, right: str, besides: list[str]
) -> None:
    register = register_of(SAMPLES / "bakery")
    decision = AutomatedDecision(
        name="Tri des commandes", kind="solely-automated", article_22=ground, purposes=purposes
    )
    sheet = dataclasses.replace(register.activities["orders"], automated_decisions=(decision,))
    shown = rights_in(dataclasses.replace(register, activities={"orders": sheet}), "customers")

    held_for = shown[right].partition("This holds for: ")[2].partition(".")[0]
    if besides and purposes:
        assert "This holds for" not in shown[right]  # all the purposes there are
    else:
        assert sorted(held_for.split("; ")) == sorted(names + besides)
