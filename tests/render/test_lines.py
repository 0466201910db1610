"""A line is cut where its style changes, and nowhere else."""

from deskprivacy.render.document import Run, Runs
from deskprivacy.render.lines import grouped


def texts(*runs: Run) -> list[str]:
    return [run.text for _, links in grouped(runs, ["un"]) for _, _, parts in links for run in parts]


def test_neighbours_of_one_style_are_one_run() -> None:
    assert texts(Run(text="a"), Run(text=", "), Run(text="b")) == ["a, b"]


def test_another_style_language_link_or_mark_is_another_run() -> None:
    other: Runs = (
        Run(text="b", strong=True),
        Run(text="b", emphasis=True),
        Run(text="b", language="en"),
        Run(text="b", link="#un"),
        Run(text="b", mark="gap"),
    )

    for run in other:
        assert texts(Run(text="a"), run, Run(text="c")) == ["a", "b", "c"]


def test_what_is_written_from_right_to_left_stays_by_itself() -> None:
    assert texts(Run(text="שלום"), Run(text="עולם"), Run(text=", "), Run(text="b")) == ["שלום", "עולם", ", b"]
