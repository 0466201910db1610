"""A suggestion that is shown, applied, mends its finding, and brings no new one at that entity.

The machine does what a reader does who trusts the tool: it writes the suggestion in place of what was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from program import SAMPLES
from proofs.registers import BAKERY, COMPLETE, DESKMANAGER, FAULTY, bakery_with_every_file, files_of, judge, write
from proofs.suggested import check_suggestions
from proofs.trees import Data, in_block_style

from deskprivacy.finding import Severity
from deskprivacy.load.text.tree import read
from deskprivacy.model.register import KINDS
from deskprivacy.model.side import SETTINGS
from deskprivacy.nearest import nearest
from deskprivacy.stories.rulebook import is_structure

CORPUS = Path(__file__).parent / "suggestions"
FOLDERS = [*sorted(path for path in (SAMPLES / "mistakes").iterdir() if path.is_dir()), FAULTY]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_the_mistakes_of_the_samples(folder: Path, tmp_path: Path) -> None:
    check_suggestions(files_of(folder), tmp_path / "register")


# What was met: the file of the bakery, what stood there, what was written, and what is suggested for it.
MET = {
    "an item of a misspelt category": (
        *("activities/orders.yaml", "data: [contact-details]", "data: [contcat-details/name]"),
        {"unknown-reference": "contact-details/name"},
    ),
    "a misspelt item": (
        *("activities/orders.yaml", "data: [contact-details]", "data: [contact-details/nmae]"),
        {"unknown-item": "contact-details/name"},
    ),
    "an accent in a reference": (
        *("activities/orders.yaml", "data_subjects: [customers]", "data_subjects: [custoémers]"),
        {"bad-id": "customers"},
    ),
    "a list for a text": ("purposes.yaml", "name: Préparer votre commande", "name: []", {"not-a-text": None}),
    "a rule that was never one": (
        *("waivers.yaml", "rule: authority-missing", "rule: Éric & Zoé"),
        {"bad-id": None},
    ),
    "a rule written as people write": (
        *("waivers.yaml", "rule: authority-missing", "rule: Authority missing"),
        {"bad-id": "authority-missing"},
    ),
    "a misspelt rule": (
        *("waivers.yaml", "rule: authority-missing", "rule: Authorité_missing"),
        {"bad-id": "authority-missing"},
    ),
    "capitals in an id that is named": ("measures.yaml", "locked-till:", "Locked-Till:", {"bad-id": "locked-till"}),
    "a key that is there": (
        *(
            "activities/orders.yaml",
            "  contact-details:",
            "  contact-details: {retention: one-year}\n  contcat-details:",
        ),
        {"unknown-reference": None},
    ),
    "a word that is part of another": (
        *("purposes.yaml", "  kind: marketing", "  kind: security"),
        {},
    ),
}


@pytest.mark.parametrize("name", MET)
def test_what_was_met(name: str, tmp_path: Path) -> None:
    file, old, new, expected = MET[name]
    files = bakery_with_every_file() if file == "waivers.yaml" else files_of(BAKERY)
    assert old in files[file].decode()
    files[file] = files[file].decode().replace(old, new, 1).encode()

    found = judge(write(files, tmp_path / "register")).reported
    structure = [one for one in found if one.severity is Severity.ERROR and is_structure(one.finding.rule)]
    assert {one.finding.rule: one.finding.values.get("suggestion") for one in structure} == expected
    check_suggestions(files, tmp_path / "register")


# What was met and is told of elsewhere too: signs of direction in a name, a title that no font has.
ODD = {
    "an isolate that is never closed": (COMPLETE, "data_categories.yaml", "name: ", "name: \u2067"),
    "a title of no characters": (DESKMANAGER, "register.yaml", "title: ", "title: \ufdd0"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_signs(name: str, tmp_path: Path) -> None:
    folder, file, old, new = ODD[name]
    files = files_of(folder)
    files[file] = files[file].decode().replace(old, new, 1).encode()
    check_suggestions(files, tmp_path / "register")


def test_events_are_not_unknown_because_their_file_has_another_mistake(tmp_path: Path) -> None:
    files = files_of(BAKERY)
    files["register.yaml"] += b"events:\n  shop-closed: Fermeture de la boutique\n  nothing:\n"
    files["retention_rules.yaml"] = files["retention_rules.yaml"].replace(b"last-purchase", b"shop-closed")

    found = judge(write(files, tmp_path / "register")).reported
    assert [one.finding.rule for one in found if is_structure(one.finding.rule)] == ["empty-value"]


@pytest.mark.parametrize(
    ("word", "far"), [("security", "email-authentication-security"), ("last-activity", "last-contact")]
)
def test_what_is_far_is_not_near(word: str, far: str) -> None:
    assert nearest(word, [far]) is None


def misspelt(random: Random, word: str) -> str:
    """A word as hands mistype it."""
    at = random.randrange(len(word))
    return random.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            word[:at] + random.choice("éçxA -_") + word[at:],
            word[:at] + word[at] + word[at:],
            word.title(),
            word.replace("-", "_"),
        )
    )


def words_of(node: Data) -> Iterator[tuple[Any, Any, bool]]:
    """Every key, and every text that may be a word, an id or an address."""
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        if isinstance(node, dict):
            yield node, key, True
        if isinstance(node[key], str) and " " not in node[key]:
            yield node, key, False
        elif isinstance(node[key], dict | list):
            yield from words_of(node[key])


SOUND = {"bakery": bakery_with_every_file(), "complete": files_of(COMPLETE)}


@pytest.mark.parametrize(("register", "seed"), [*(("bakery", n) for n in range(6)), ("complete", 0), ("complete", 1)])
def test_words_that_are_mistyped(register: str, seed: int, tmp_path: Path) -> None:
    random, files, count = Random(seed), SOUND[register], 0
    names = [
        name
        for name in files
        if name.endswith(".yaml")
        and name.partition(".")[0].partition("/")[0] in (*KINDS, "open_questions", "waivers", SETTINGS)
    ]
    for _ in range(30 if register == "bakery" else 6):
        name = random.choice(names)
        tree, _ = read(name, files[name], lambda _: True)
        assert tree is not None
        holder, key, on_key = random.choice(list(words_of(tree.data)))
        if on_key:
            other = misspelt(random, key)
            kept = {other if one == key else one: value for one, value in holder.items()}
            holder.clear()
            holder.update(kept)
        elif holder[key]:
            holder[key] = misspelt(random, holder[key])
        count += check_suggestions(files | {name: in_block_style(tree.data).encode()}, tmp_path / "register")
    assert count
