"""Why a system refuses: by the number of the reason, in the reader's language, never in the system's own words."""

from __future__ import annotations

import ast
import errno
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from program import DATE, ROOT, SAMPLES

from deskprivacy.cli.refusals import not_reached, refusal
from deskprivacy.errors import CannotRender, reason_of
from deskprivacy.render.html import _style
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate
from deskprivacy.words import reasons
from deskprivacy.words.findings import say_finding
from deskprivacy.words.reasons import reason_in_words
from deskprivacy.words.speech import speech

KNOWN = sorted(reasons._reasons(str))


@pytest.mark.parametrize("name", KNOWN)
def test_a_reason_is_said_in_each_language(name: str) -> None:
    assert name == "not-a-file" or hasattr(errno, name)
    said = {reason_in_words(name, language) for language in ("fr", "en")}

    assert len(said) == 2
    assert name not in said


def test_a_rare_reason_is_named() -> None:
    assert reason_of(OSError(errno.EXFULL, "Exchange full")) == "EXFULL"
    assert reason_of(ValueError("embedded null byte")) == "ValueError"
    assert reason_in_words("EXFULL", "fr") == "EXFULL"


@pytest.mark.parametrize("number", [getattr(errno, name) for name in KNOWN if hasattr(errno, name)])
def test_a_refusal_says_it_in_french(number: int) -> None:
    error = OSError(number, os.strerror(number), "/srv/register")

    said = refusal(not_reached(error), "fr")

    assert os.strerror(number) not in said
    assert said.endswith(f"\u00a0: {reason_in_words(reason_of(error), 'fr')}.")


def test_so_does_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    opened = Path.open

    def refuse(path: Path, *arguments: object, **more: object) -> object:
        if path.name == "purposes.yaml":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    (found,) = (
        one
        for one in validate(register, schemas(), date.fromisoformat(DATE)).reported
        if one.finding.rule == "unreadable-file"
    )

    assert say_finding(found, speech("fr")).message == "ce fichier ne peut pas être lu : accès refusé"
    assert say_finding(found, speech("en")).message == "this file cannot be read: access is denied"


def test_so_does_a_template_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotRender) as found:
        _style(tmp_path / "document.css")

    assert (
        refusal(found.value, "fr")
        == f"{tmp_path / 'document.css'} ne peut pas être lu\u00a0: aucun fichier ni dossier de ce nom."
    )


def test_nobody_prints_what_the_system_says() -> None:
    for path in (ROOT / "deskprivacy").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            assert not (isinstance(node, ast.Attribute) and node.attr == "strerror"), f"{path.name}:{node.lineno}"
