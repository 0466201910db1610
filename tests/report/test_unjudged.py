"""What could not be judged is told in one place of every format, with where it stands and why."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from program import DATE, SAMPLES, Run

pytestmark = pytest.mark.broad


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """The bakery with a misspelt key in a measure, and a sheet that judgement has something to say of."""
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    for name, old, new in (
        ("measures.yaml", "family:", "familly:"),
        ("activities/orders.yaml", "name: Commandes de pain", "name: Commandes de pain\nstatus: active"),
        ("purposes.yaml", "Nous vous appelons une fois par saison.", "Nous pouvons vous appeler."),
    ):
        file = register / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return register


def test_text(deskprivacy: Run, faulty: Path) -> None:
    done = deskprivacy("validate", faulty, "--date", DATE)

    assert done.returncode == 1
    head = "Les erreurs de forme ont empêché de juger ce qui suit, et ce à quoi cela seul pouvait répondre :\n"
    said = done.stdout.partition(head)[2].splitlines()
    assert said[0].endswith(
        "/measures.yaml:1:1  1 entrée de `measures` qui comporte des erreurs : measures/locked-till"
    )
    assert said[1].endswith(
        "/activities/orders.yaml:17:12  des faits d’autres entrées, qui nomment ce qui n’a pas été jugé ou n’est pas "
        "déclaré : activities/orders.measures"
    )


def test_text_in_english(deskprivacy: Run, faulty: Path) -> None:
    said = deskprivacy("validate", faulty, "--date", DATE, "--lang", "en").stdout

    assert "\nThe errors of form kept this from being judged, and what only this could answer:\n" in said
    assert "facts of other entries, which name what was not judged or is not declared: activities/orders" in said


@pytest.mark.parametrize(
    ("language", "label", "count"), [("fr", "[remarque]", "1 remarque"), ("en", "[remark]", "1 remark")]
)
def test_a_remark_is_called_one_in_its_head_and_in_the_count(
    deskprivacy: Run, tmp_path: Path, language: str, label: str, count: str
) -> None:
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    file = register / "activities" / "orders.yaml"
    file.write_text(file.read_text("utf-8").replace("    data: [contact-details]\n", ""), encoding="utf-8")

    said = deskprivacy("validate", register, "--date", DATE, "--lang", language).stdout
    assert f" {label} " in said
    assert count in said.splitlines()[-1]


def test_concise(deskprivacy: Run, faulty: Path) -> None:
    done = deskprivacy("validate", faulty, "--date", DATE, "--format", "concise", "--lang", "en")
    lines = done.stdout.splitlines()

    assert "/measures.yaml:1:1: info: not-judged: 1 entry of `measures` with errors: measures/locked-till" in lines[-1]
    assert sum("not-judged" in line for line in lines) == 1


def test_json(deskprivacy: Run, faulty: Path) -> None:
    found = json.loads(deskprivacy("validate", faulty, "--date", DATE, "--format", "json").stdout)

    assert [(one["address"], one["file"], one["line"], one["why"]) for one in found["not_judged"]] == [
        ("measures/locked-till", "measures.yaml", 1, "errors"),
        ("activities/orders.measures", "activities/orders.yaml", 17, "in-part"),
    ]


def test_the_rest_is_judged(deskprivacy: Run, faulty: Path) -> None:
    found = json.loads(deskprivacy("validate", faulty, "--date", DATE, "--format", "json").stdout)["findings"]

    assert {one["rule"] for one in found} == {"unknown-key", "hedged-statement"}


def test_settings_with_errors(deskprivacy: Run, faulty: Path) -> None:
    file = faulty / "register.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "tilte:"), encoding="utf-8")

    done = deskprivacy("validate", faulty, "--date", DATE, "--lang", "en")
    assert "nothing could be judged: all hangs on `register.yaml`" in done.stdout


def test_a_sound_register_has_nothing_of_it(deskprivacy: Run) -> None:
    found = deskprivacy("validate", SAMPLES / "bakery", "--date", DATE, "--format", "json").stdout

    assert json.loads(found)["not_judged"] == []


def test_build_refuses_as_before(deskprivacy: Run, faulty: Path, tmp_path: Path) -> None:
    done = deskprivacy("build", faulty, "--date", DATE, "--output", tmp_path / "out")

    assert done.returncode == 1
    assert not (tmp_path / "out").exists()


def test_a_question_about_what_is_not_there_is_its_own_error_and_leaves_nothing_out(
    deskprivacy: Run, tmp_path: Path
) -> None:
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    question = "q:\n  question: Où ?\n  about: [activities/ordres.hosting]\n  status: unknown\n"
    (register / "open_questions.yaml").write_text(question, encoding="utf-8")

    done = deskprivacy("validate", register, "--date", DATE, "--format", "concise", "--lang", "en")
    assert [line.split(": ")[2] for line in done.stdout.splitlines()] == ["unknown-address"]
    assert "from being judged" not in deskprivacy("validate", register, "--date", DATE, "--lang", "en").stdout
