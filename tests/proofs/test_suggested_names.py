"""A file or folder under a name that a register does not know: renamed as is suggested, it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from proofs.registers import BAKERY, Files, files_of, judge, write

from deskprivacy.finding import Place, Reported

WRONG = {
    # what the file or folder was, and what it is called
    "another extension": ("activities/orders.yaml", "activities/orders.yml"),
    "an extension that is hidden": ("purposes.yaml", "purposes.yaml.txt"),
    "capitals": ("measures.yaml", "Measures.yaml"),
    "capitals in the extension": ("measures.yaml", "measures.YAML"),
    "a misspelt kind": ("recipients.yaml", "recipents.yaml"),
    "a misspelt folder": ("activities", "activites"),
    "spaces and accents": ("activities/orders.yaml", "activities/Commandes & livraison à domicile.yaml"),
    "underscores": ("notices/customers.yaml", "notices/Customers_.yaml"),
    "the file of a folder": ("notices/customers.yaml", "notices/customers.YML"),
    "the settings": ("sources.yaml", "source.yaml"),
}
NAMES = {"wrong-extension", "bad-file-name", "unknown-file", "same-file-name", "file-and-folder"}


def renamed(files: Files, old: str, new: str) -> Files:
    """The files, of which one has another name, or all of a folder lie in another."""
    return {
        new + name[len(old) :] if name == old or name.startswith(f"{old}/") else name: content
        for name, content in files.items()
    }


def wrong_names(folder: Path) -> list[Reported]:
    return [one for one in judge(folder).reported if isinstance(one.finding.at, Place) and one.finding.rule in NAMES]


@pytest.mark.parametrize("name", WRONG)
def test_a_suggested_name_mends(name: str, tmp_path: Path) -> None:
    old, new = WRONG[name]
    files = renamed(files_of(BAKERY), old, new)
    (found,) = wrong_names(write(files, tmp_path / "register"))
    suggestion = found.finding.values.get("suggestion")
    assert isinstance(suggestion, str), found.finding
    folder, slash, _ = found.place.file.rpartition("/")

    mended = renamed(files, found.place.file, folder + slash + suggestion)
    assert not wrong_names(write(mended, tmp_path / "register"))
