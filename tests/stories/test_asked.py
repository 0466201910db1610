"""Open questions answer what they say: a gap's printed address, pasted into a question, excuses exactly that gap."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from program import ROOT
from proofs.registers import BAKERY, COMPLETE, DESKMANAGER, TODAY, Files, files_of, judge, write
from proofs.trees import in_block_style, trees_of

from deskprivacy.finding import Reported, Severity
from deskprivacy.model.register import KINDS
from deskprivacy.report import Report
from deskprivacy.report.formats import FORMATS
from deskprivacy.stories.rulebook import is_structure
from deskprivacy.stories.validate import Outcome
from deskprivacy.words.speech import speech

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
    report = Report(
        reported=outcome.reported,
        day=TODAY,
        say=speech("en"),
        quote=outcome.loaded.quote,
        each=True,
    )
    return re.findall(r"or ask: an open question about `([^`]+)`", FORMATS["text"](report))


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
