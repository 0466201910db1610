"""Decisions by machine under French law (LIL 47): asked in France only, and never more than a warning."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from program import DATE
from samples.examples import lay_over

from deskprivacy.check.decisions import administrative_decision_on_special_data, decision_rules_not_offered
from deskprivacy.finding import Severity
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

RULES = {"administrative-decision-on-special-data", "decision-rules-not-offered"}


def found(example: str, folder: Path, *changes: tuple[str, str, str]) -> list[tuple[str, Severity]]:
    """What these rules say of an example over the bakery's register, with changes to its files."""
    register = lay_over(example, folder)
    for file, old, new in changes:
        path = register / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    reported = validate(register, schemas(), date.fromisoformat(DATE)).reported
    return [(one.finding.rule, one.severity) for one in reported if one.finding.rule in RULES]


ORDERS = "activities/large-orders.yaml"


def test_what_a_contract_or_consent_allows_is_a_remark_what_a_law_allows_a_warning(tmp_path: Path) -> None:
    bad = decision_rules_not_offered.BAD
    law = (ORDERS, "article_22: contract", "article_22: law")

    assert found(bad, tmp_path / "a") == [("decision-rules-not-offered", Severity.INFO)]
    assert found(bad, tmp_path / "b", law) == [("decision-rules-not-offered", Severity.WARNING)]


@pytest.mark.parametrize(
    "logic",
    [
        "Un calcul dont les règles vous sont communiquées si vous les demandez.",
        "Vous pouvez demander comment fonctionne ce calcul.",
        "Sur simple demande, nous expliquons les critères.",
    ],
)
def test_it_may_be_said_in_many_words(logic: str, tmp_path: Path) -> None:
    said = (ORDERS, "Un calcul selon vos commandes passées.  # <- decision-rules-not-offered", logic)

    assert found(decision_rules_not_offered.BAD, tmp_path, said) == []


def test_a_request_for_something_else_is_none(tmp_path: Path) -> None:
    said = (ORDERS, "Un calcul selon vos commandes passées.  # <-", "Un humain réexamine sur demande.  # <-")

    assert found(decision_rules_not_offered.BAD, tmp_path, said) == [("decision-rules-not-offered", Severity.INFO)]


def test_it_may_be_said_with_the_right(tmp_path: Path) -> None:
    right = "    by_right:\n      automated-decision: {how: Écrivez-nous ; vous obtenez aussi les règles du calcul.}\n"
    said = ("controllers.yaml", "    identity: on-doubt\n", f"    identity: on-doubt\n{right}")

    assert found(decision_rules_not_offered.BAD, tmp_path, said) == []


@pytest.mark.parametrize("rule", [administrative_decision_on_special_data, decision_rules_not_offered])
@pytest.mark.parametrize("change", [("country: FR", "country: DE"), ("country: FR", "country: BE")])
def test_no_other_country_is_told_of_french_law(rule: object, change: tuple[str, str], tmp_path: Path) -> None:
    bad = rule.BAD  # type: ignore[attr-defined]
    authority = (
        "controllers.yaml",
        "authority: cnil",
        "authority: bfdi" if "DE" in change[1] else "authority: apd",
    )

    assert found(bad, tmp_path, ("controllers.yaml", *change), authority) == []


def test_a_person_who_decides_makes_it_no_such_decision(tmp_path: Path) -> None:
    bad = administrative_decision_on_special_data.BAD
    kind = ("activities/canteen.yaml", "kind: solely-automated", "kind: scoring")
    human = ("activities/canteen.yaml", "human: on-request", "human: before-decision")

    assert found(bad, tmp_path, kind, human) == []
