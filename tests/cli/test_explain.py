"""`explain` and `rules`: every rule has its page, every table is printed, and a misspelt name has its nearest."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from program import ROOT, Run

from deskprivacy.law.tables import table, table_names
from deskprivacy.report.explained import Explained, format_rule
from deskprivacy.stories.explain import explain
from deskprivacy.stories.rulebook import rulebook
from deskprivacy.words.speech import speech

pytestmark = pytest.mark.broad


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_rule_can_be_explained(language: str) -> None:
    for name in rulebook():
        found = explain(name)
        assert isinstance(found, Explained)
        assert format_rule(found, speech(language)).startswith(name)


def test_a_rule_is_explained_with_its_examples_and_its_law(deskprivacy: Run) -> None:
    done = deskprivacy("explain", "contract-basis-for-marketing", "--lang", "fr")

    assert done.returncode == 0
    for part in ("RGPD, art. 6(1)(b)", "À éviter", "Mieux", "dérogation"):
        assert part in done.stdout


def test_a_duty_is_explained_by_the_letters_that_ask_for_it(deskprivacy: Run) -> None:
    done = deskprivacy("explain", "controller-missing", "--lang", "fr")

    for part in ("RGPD, art. 13(1)(a)", "l’identité du responsable de traitement", "`controllers.yaml`", "dérogation"):
        assert part in done.stdout


def test_without_lang_the_register_here_decides(deskprivacy: Run, tmp_path: Path) -> None:
    assert "Why it matters" in deskprivacy("explain", "review-overdue", cwd=tmp_path).stdout

    (tmp_path / "register.yaml").write_text("title: Registre\nlanguage: fr\n", encoding="utf-8")
    assert "Pourquoi c’est important" in deskprivacy("explain", "review-overdue", cwd=tmp_path).stdout
    assert "Why it matters" in deskprivacy("explain", "review-overdue", "--lang", "en", cwd=tmp_path).stdout

    (tmp_path / "register.yaml").write_bytes(b"\xff: [")
    assert "Why it matters" in deskprivacy("explain", "review-overdue", cwd=tmp_path).stdout


def test_a_rule_names_the_tables_by_which_it_judges(deskprivacy: Run) -> None:
    done = deskprivacy("explain", "transfer-without-assessment", "--lang", "fr")

    assert "deskprivacy explain adequacy, deskprivacy explain transfer-tools" in done.stdout
    assert "deskprivacy explain" not in deskprivacy("explain", "review-overdue", "--lang", "fr").stdout


def test_a_misspelt_rule_has_a_suggestion(deskprivacy: Run) -> None:
    done = deskprivacy("explain", "contract-basis-for-marketting")

    assert done.returncode == 2
    assert "contract-basis-for-marketing" in done.stderr


@pytest.mark.parametrize(("typed", "meant"), [("adequcy", "adequacy"), ("tracker-exemption", "tracker-exemptions")])
def test_a_misspelt_table_has_a_suggestion(deskprivacy: Run, typed: str, meant: str) -> None:
    done = deskprivacy("explain", typed, "--lang", "en")

    assert done.returncode == 2
    assert f"Did you mean {meant}?" in done.stderr


def test_a_table_is_printed_in_the_language_asked(deskprivacy: Run) -> None:
    french = deskprivacy("explain", "adequacy", "--lang", "fr")
    english = deskprivacy("explain", "adequacy", "--lang", "en")

    assert (french.returncode, english.returncode) == (0, 0)
    for part in (
        "Décisions d’adéquation",
        "Vérifié le 22 novembre 2026",
        "Royaume-Uni",
        "27 décembre 2031",
        "Privacy Shield",
    ):
        assert part in french.stdout
    for part in ("Adequacy decisions", "Checked on 22 November 2026", "United Kingdom", "Data Privacy Framework"):
        assert part in english.stdout


def test_no_table_has_the_name_of_a_rule() -> None:
    assert not set(table_names()) & set(rulebook())


def test_the_help_and_the_manual_list_the_tables(deskprivacy: Run) -> None:
    help_text = "".join(deskprivacy("explain", "--help").stdout.split())
    manual = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")

    assert f"Tables:{','.join(table_names())}." in help_text
    for one in map(table, table_names()):
        assert f"| `{one.name}` | {one.title['en']} | {one.checked} | {one.review_by} |" in manual


def test_the_list_has_its_schema_and_every_rule(deskprivacy: Run) -> None:
    listed = json.loads(deskprivacy("rules", "--format", "json").stdout)

    jsonschema.validate(listed, json.loads((ROOT / "schemas/output/rules.schema.json").read_text(encoding="utf-8")))
    assert [one["rule"] for one in listed["rules"]] == list(rulebook())


def test_a_family_that_does_not_exist_names_those_that_do(deskprivacy: Run) -> None:
    done = deskprivacy("rules", "--family", "lawfullness")

    assert done.returncode == 2
    assert "lawfulness" in done.stderr
