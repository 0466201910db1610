"""Places: whether those of findings exist in the files that they name."""

from __future__ import annotations

import re
from pathlib import Path

from deskprivacy.finding import Place
from deskprivacy.stories.validate import Outcome

_LINE_END = re.compile(r"\r\n|\r|\n")


def lines_of(path: Path) -> list[str]:
    """The lines of a file as an editor counts them."""
    return _LINE_END.split(path.read_bytes().decode("utf-8-sig", "replace"))


def check_places(outcome: Outcome, folder: Path) -> None:
    """Every place of every finding lies in a file of the register, and no two findings have one fingerprint."""
    lines: dict[str, list[str]] = {}
    for one in outcome.reported:
        for place in (one.place, *(place for _, _, place in one.related)):
            if place.file not in lines:
                assert not place.file.startswith(("/", ".")), place
                assert "\\" not in place.file, place
                lines[place.file] = lines_of(folder / place.file)
            _check(place, lines[place.file])
            assert outcome.loaded.quote(place.file, place.line) == lines[place.file][place.line - 1], one
    prints = [one.fingerprint for one in outcome.reported]
    assert len(set(prints)) == len(prints)


def _check(place: Place, lines: list[str]) -> None:
    assert (place.line, place.column) <= (place.end_line, place.end_column), place
    for line, column in ((place.line, place.column), (place.end_line, place.end_column)):
        assert 1 <= line <= len(lines), place
        assert 1 <= column <= len(lines[line - 1]) + 1, place
