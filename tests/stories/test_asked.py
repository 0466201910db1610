"""Open questions answer what they say: a gap's printed address, pasted into a question, excuses exactly that gap."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType

import pytest
from program import ROOT
from proofs.registers import BAKERY, COMPLETE, DESKMANAGER, TODAY, Files, files_of, judge, write
from proofs.trees import in_block_style, trees_of
from samples.examples import judged_on, lay_over

from deskprivacy.address import Address
from deskprivacy.check.rules import MODULES
from deskprivacy.finding import Reported, Severity
from deskprivacy.model.register import KINDS
from deskprivacy.report import Report
from deskprivacy.report.formats import FORMATS
from deskprivacy.resources import schemas
from deskprivacy.stories.rulebook import is_structure
from deskprivacy.stories.validate import Outcome, validate
from deskprivacy.words.speech import speech

pytestmark = pytest.mark.broad

ASKED = {"retention", "legal_basis", "measures", "transfer", "country", "sources", "role", "contract", "data_subjects"}
SIDE_FILES = ("open_questions.yaml", "waivers.yaml")


def sparse(folder: Path) -> Files:
    """A register that lacks much of what the law asks for, and asks nothing."""
    files = {name: content for name, content in files_of(folder).items() if name not in SIDE_FILES}
    trees = trees_of(files)
    for name, data in trees.items():
        kind, _, alone = name.removesuffix(".yaml").partition("/")
        for entity in ([data] if alone else data.values()) if kind in KINDS else ():
            for key in ASKED & set(entity):
                del entity[key]
    return files | {name: in_block_style(data).encode() for name, data in trees.items()}


def is_error_of_absence(one: Reported) -> bool:
    return one.severity is Severity.ERROR and one.ask is not None


FOLDERS = [BAKERY, COMPLETE, DESKMANAGER, *sorted((ROOT / "tests" / "cases").glob("*/register"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.parent.name if path.name == "register" else path.name)
def test_a_question_at_the_printed_address_excuses_the_gap_and_makes_no_finding(folder: Path, tmp_path: Path) -> None:
    files = sparse(folder)
    before = judge(write(files, tmp_path / "register"))
    gaps = [one for one in before.reported if is_error_of_absence(one)]
    assert gaps
    addresses = dict.fromkeys(printed(before))
    assert set(addresses) >= {str(one.ask) for one in gaps}
    about = {
        f"q{n}": {"question": "Qui le sait ?", "about": [at], "status": "unknown"} for n, at in enumerate(addresses)
    }

    asked = files | {"open_questions.yaml": json.dumps(about).encode()}
    after = judge(write(asked, tmp_path / "register")).reported

    assert not [one for one in after if one.place.file == "open_questions.yaml"]
    assert not [one for one in after if is_error_of_absence(one)]
    left = {(one.finding.rule, str(one.address)) for one in after if not is_structure(one.finding.rule)}
    assert {(one.finding.rule, str(one.address)) for one in gaps} <= left


def printed(outcome: Outcome) -> list[str]:
    """The addresses that the text format says may be pasted."""
    return re.findall(
        r"or ask: an open question about `([^`]+)`", FORMATS["text"](report_of(outcome.reported, outcome))
    )


def report_of(reported: tuple[Reported, ...], outcome: Outcome) -> Report:
    """These findings, each to be told in English."""
    return Report(reported=reported, day=TODAY, say=speech("en"), quote=outcome.loaded.quote, each=True)


def test_a_question_about_every_sheet_excuses_nothing_on_one_that_declares_the_fact(tmp_path: Path) -> None:
    """`activities/*.data` stands for the sheets whose data are not known; what is declared is judged as ever."""
    files = files_of(BAKERY)
    sheet = files["activities/orders.yaml"].decode()
    files["activities/orders.yaml"] = re.sub(r"(?m)^ *otherwise: .*\n", "", sheet).encode()
    files["activities/letters.yaml"] = b"name: Courriers\npurposes: [order-preparation]\n"
    wide = {"wide": {"question": "Lesquelles ?", "about": ["activities/*.data"], "status": "unknown"}}

    before = judge(write(files, tmp_path / "register")).reported
    files["open_questions.yaml"] = json.dumps(wide).encode()
    after = judge(write(files, tmp_path / "register")).reported

    def errors(found: tuple[Reported, ...]) -> set[tuple[str, str]]:
        return {(one.finding.rule, str(one.address)) for one in found if one.severity is Severity.ERROR}

    below = {one for one in errors(before) if one[1].startswith("activities/orders.data")}
    assert below
    assert below <= errors(after)
    assert any(at == "activities/letters.data" for _, at in errors(before) - errors(after))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.RULE.rule)
def test_the_bad_example_of_a_rule_prints_the_address_at_which_a_question_answers(
    module: ModuleType, tmp_path: Path
) -> None:
    """Pasted, it turns the finding into one that is asked; a fact that is there gets none, and a question is no use."""
    register, day = lay_over(module.BAD, tmp_path), judged_on(module.BAD)
    for one in (found for found in validate(register, schemas(), day).reported if not is_structure(found.finding.rule)):
        assert one.address is not None
        keys = tuple(key for key in one.address.keys if not isinstance(key, int))
        about = str(Address(one.address.kind, one.address.id, keys))
        question = {"q": {"question": "Qui le sait ?", "about": [about], "status": "unknown"}}
        (register / "open_questions.yaml").write_text(json.dumps(question), "utf-8")
        after = validate(register, schemas(), day)
        (register / "open_questions.yaml").unlink()
        same = [two for two in after.reported if (two.finding.rule, two.address) == (one.finding.rule, one.address)]
        answered = [two.question for two in same] == ["q"]

        assert (one.ask is not None) == answered
        if one.ask is not None:
            assert str(one.ask) == about
            assert f"`{about}`" in FORMATS["text"](report_of((one,), after))
            assert same[0].severity < Severity.ERROR
            assert not [two for two in after.reported if two.place.file == "open_questions.yaml"]


@pytest.mark.parametrize(
    ("rule", "about"),
    [
        ("processor-without-contract", "recipients/till-provider.contract"),
        ("sub-processors-undeclared", "recipients/till-provider.sub_processors"),
        ("minors-not-considered", "data_subjects/visitors.minors"),
        ("special-data-without-condition", "activities/menus.data.diet.condition"),
    ],
)
def test_these_rules_print_one(rule: str, about: str, tmp_path: Path) -> None:
    example = next(one.BAD for one in MODULES if one.RULE.rule == rule)

    outcome = validate(lay_over(example, tmp_path), schemas(), judged_on(example))

    assert printed(outcome) == [about]


LINES = """
name: Menus sur mesure
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  diet:
    - items: [allergies]
      retention: one-year
    - items: [faith]
      condition: {ground: 9-2-b, reason: Accord collectif}
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner: {service: Boutique}
"""
DIET = """
diet:
  name: Régime
  cnil_family: other-categories
  sources: [order-form]
  items:
    allergies: {name: Allergies, special: health}
    faith: {name: Religion, special: religious-or-philosophical-beliefs}
"""


@pytest.mark.parametrize("several", [True, False], ids=["lines", "a line alone"])
def test_a_question_about_a_key_that_a_line_lacks_is_about_that_line(several: bool, tmp_path: Path) -> None:
    """It asks what it says: for the line that lacks the key, and no longer once each line has it."""
    files = files_of(BAKERY)
    files["data_categories.yaml"] += DIET.encode()
    sheet = LINES if several else LINES.replace("    - items: [faith]\n", "").replace("      condition:", "      #")
    files["activities/menus.yaml"] = sheet.encode()
    about = {"q": {"question": "Quelle condition ?", "about": ["activities/menus.data.diet.condition"]}}
    about["q"]["status"] = "unknown"
    files["open_questions.yaml"] = json.dumps(about).encode()

    (found,) = (one for one in judge(write(files, tmp_path / "register")).reported)
    assert (found.finding.rule, found.question) == ("special-data-without-condition", "q")
    assert found.severity is Severity.WARNING

    answered = sheet.replace(
        "      retention: one-year\n", "      condition: {ground: 9-2-b, reason: Accord collectif}\n"
    )
    files["activities/menus.yaml"] = answered.encode()
    told = {one.finding.rule: one.question for one in judge(write(files, tmp_path / "register")).reported}
    assert "special-data-without-condition" not in told
    assert told["answered-question"] is None


def test_a_question_about_one_line_excuses_nothing_below_the_key_of_another(tmp_path: Path) -> None:
    files = files_of(BAKERY)
    files["data_categories.yaml"] += DIET.replace(
        "special: religious-or-philosophical-beliefs", "criminal: true"
    ).encode()
    files["activities/menus.yaml"] = LINES.encode()
    about = {"q": {"question": "?", "about": ["activities/menus.data.diet.condition"], "status": "unknown"}}
    files["open_questions.yaml"] = json.dumps(about).encode()

    told = {one.finding.rule: one.question for one in judge(write(files, tmp_path / "register")).reported}
    assert told == {"special-data-without-condition": "q", "offence-data-without-law": None}
