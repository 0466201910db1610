"""The open cases: rules say what a careful lawyer would want to hear, and little else."""

from __future__ import annotations

import pytest
from cases.evidence import PAGE, Case, cases, page, score

from deskprivacy.stories.rulebook import rulebook


@pytest.fixture(scope="module")
def measured() -> tuple[Case, ...]:
    return cases()


def test_errors_are_precise_and_few_are_missed(measured: tuple[Case, ...]) -> None:
    errors = score(measured, "error")

    assert errors.labelled >= 25, "too few to measure anything"
    assert errors.precision >= 0.95, page(measured)
    assert errors.recall >= 0.9, page(measured)


def test_warnings_too_are_worth_reading(measured: tuple[Case, ...]) -> None:
    everything = score(measured)

    assert everything.precision >= 0.9, page(measured)
    assert everything.recall >= 0.9, page(measured)


def test_a_label_speaks_of_a_rule_and_is_found_with_its_severity(measured: tuple[Case, ...]) -> None:
    for case in measured:
        for (rule, address), severity in case.labels.items():
            assert rule in rulebook()
            assert case.found.get((rule, address), severity) == severity, f"{case.name}: {rule} at {address}"


def test_every_difference_is_explained_and_no_explanation_outlives_its_difference(measured: tuple[Case, ...]) -> None:
    for case in measured:
        assert set(case.missed) == set(case.unanswered), case.name
        assert set(case.unexpected) == set(case.unlabelled), case.name


def test_the_report_is_what_was_measured(measured: tuple[Case, ...]) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(measured), "run `make docs`"
