"""Golden files: what the program says, whole. They change only by `make golden`, and their diff is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-write", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a golden file; under --golden-write, writes the file instead."""
    folder = Path(__file__).parent

    def compare(name: str, found: str) -> None:
        path = folder / name
        if request.config.getoption("--golden-write"):
            path.write_text(found, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == found

    return compare
