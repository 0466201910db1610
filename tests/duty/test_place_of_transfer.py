"""A transfer that is not declared is told with the country to which the data go."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from program import DATE, SAMPLES

from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate
from deskprivacy.words.findings import say_finding
from deskprivacy.words.speech import speech


@pytest.mark.parametrize(("language", "country"), [("fr", "(Tunisie)"), ("en", "(Tunisia)")])
@pytest.mark.parametrize("key", ["country: TN", "country: FR\n  access_from: [TN]"])
def test_the_country_is_named(tmp_path: Path, language: str, country: str, key: str) -> None:
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    file = register / "recipients.yaml"
    text = file.read_text("utf-8").replace("country: FR", key, 1).replace("  transfer: []\n", "", 1)
    file.write_text(text, "utf-8")

    reported = validate(register, schemas(), date.fromisoformat(DATE)).reported
    (told,) = [one for one in reported if one.finding.rule == "transfer-missing"]
    message = say_finding(told, speech(language))
    assert country in message.message
    assert message.help.index("`scc`") < message.help.index("`adequacy`")
