"""The annexes: findings rule by rule, letters that can be sent, facts and keys in words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from duty.complete import COMPLETE, changed
from render.test_register import document, lines, plain, section

from deskprivacy.address import parse
from deskprivacy.model.data import Item
from deskprivacy.model.parties import Recipient, Transfer
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import ByKey, Many, Noun, Shape, noun_of
from deskprivacy.render.document import Section
from deskprivacy.render.keys import WORDS
from deskprivacy.render.register import OpenFinding
from deskprivacy.render.register.addresses import in_words_together
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.words.speech import Speech


def test_findings_of_one_rule_stand_together_with_what_to_do_once() -> None:
    findings = [
        OpenFinding(rule=rule, severity="warning", message=f"{rule}{n}", place=f"a.yaml:{n}", title=rule, help=help_)
        for n, (rule, help_) in enumerate(
            [("late", "do it"), ("lost", "seek 1"), ("late", "do it"), ("lost", "seek 3")]
        )
    ]
    late, lost = (
        block for block in section(document(COMPLETE, findings), "annex-findings").blocks if isinstance(block, Section)
    )

    assert [plain(one.title) for one in (late, lost)] == ["Late", "Lost"]
    assert lines(late.blocks)[1:] == ["What to do: do it", "a.yaml:0", "late0", "a.yaml:2", "late2"]
    assert lines(lost.blocks)[1:] == ["a.yaml:1", "lost1", "seek 1", "a.yaml:3", "lost3", "seek 3"]


@pytest.mark.parametrize(
    ("addresses", "said"),
    [
        (["activities/orders.data"], ["activity “Orders”: data"]),
        (
            ["activities/orders.retention", "activities/orders.data.contact.retention"],
            ["activity “Orders”: retention (in general, “Contact details”)"],
        ),
        (["activities/orders.recipients.cloud.data"], ["activity “Orders”: data disclosed (“Cloud”)"]),
        (["activities/orders.data.contact"], ["activity “Orders”: data (“Contact details”)"]),
        (["recipients/cloud.role", "recipients/network.role"], ["recipients “Cloud”, “Network”: role"]),
        (["trackers/*.consent", "trackers/*.choice"], ["each tracker: consent; how to say no"]),
    ],
)
def test_addresses_are_said_in_words(addresses: list[str], said: list[str]) -> None:
    page = RegisterPage(COMPLETE, (), Speech("en"))

    assert [plain(one) for one in in_words_together(page, map(parse, addresses))] == said


def test_a_name_that_is_not_translated_says_so_in_an_address_too() -> None:
    page = RegisterPage(COMPLETE, (), Speech("fr"), frozenset({"Orders"}))

    (said,) = in_words_together(page, [parse("activities/orders.data")])

    assert [run.text for run in said if run.language] == ["Orders [en]"]


def test_every_key_has_a_word() -> None:
    assert {key for cls in KINDS.values() for key in keys_below(noun_of(cls), frozenset())} - set(WORDS) == set()


def keys_below(shape: Shape, above: frozenset[type]) -> Iterator[str]:
    if isinstance(shape, Many | ByKey):
        yield from keys_below(shape.of, above)
    elif isinstance(shape, Noun) and shape.cls not in above:
        for field in shape.fields.values():
            yield field.key
            yield from keys_below(field.shape, above | {shape.cls})


def test_who_processes_for_a_processor_is_told_with_its_transfers() -> None:
    """Of a processor's processor the register says where it is and under what transfer, as of any other."""
    further = Recipient(
        id="further",
        name="Further",
        role="processor",
        country="IN",
        transfer=(Transfer(countries=("IN",), copy="Ask"),),
    )
    known = dataclasses.replace(COMPLETE, recipients={**COMPLETE.recipients, "further": further})
    register = changed(known, "recipients", "carriers", sub_processors=("further",))

    said = lines(section(document(register, []), "annex-transfers").blocks)

    assert "Further" in said
    assert any("India" in line for line in said)


def test_what_belongs_to_a_name_stands_in_brackets_behind_it() -> None:
    items = {"pages": Item(name="Pages", tags=("behaviour",)), "clicks": Item(name="Clicks", description="each one")}
    register = changed(COMPLETE, "data_categories", "usage", items=items)

    told = " ".join(lines(section(document(register), "annex-rest").blocks))

    assert "Pages (tags: behaviour observed); Clicks (description: each one)" in told
