"""A suggestion that is shown, applied, mends its finding, and brings no new one at that entity.

The machine does what a reader does who trusts the tool: it writes the suggestion in place of what was found.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from program import SAMPLES
from proofs.registers import BAKERY, COMPLETE, FAULTY, Files, bakery_with_every_file, files_of, judge, write
from proofs.trees import Data, in_block_style

from deskprivacy.address import Address
from deskprivacy.finding import Reported, Severity
from deskprivacy.load.text.tree import read
from deskprivacy.model.register import KINDS
from deskprivacy.model.side import SETTINGS
from deskprivacy.nearest import nearest
from deskprivacy.stories.rulebook import is_structure
from deskprivacy.stories.validate import Outcome

_PARTS_OF_YAML = ("not-", "wrong-type", "out-of-range")  # rules whose suggestion is a value as YAML writes it


def check_suggestions(files: Files, folder: Path) -> int:
    """Applies each suggestion by itself; how many there were."""
    outcome, count = judge(write(files, folder)), 0
    for one in outcome.reported:
        changed = with_suggestion(files, one)
        if changed is None:
            continue
        count += 1
        after = judge(write(files | changed, folder))
        said = (one.finding.rule, str(one.finding.at), dict(one.finding.values))
        assert mistakes(after, one)[one.finding.rule] < mistakes(outcome, one)[one.finding.rule], said
        assert mistakes(after, one) <= mistakes(outcome, one), (said, mistakes(after, one) - mistakes(outcome, one))
    return count


def mistakes(outcome: Outcome, near: Reported) -> Counter[str]:
    """The errors of structure in the file of a finding; whether a waiver is of use is no matter of its spelling."""
    return Counter(
        one.finding.rule
        for one in outcome.reported
        if one.severity is Severity.ERROR
        and is_structure(one.finding.rule)
        and one.finding.rule != "unused-waiver"
        and one.place.file == near.place.file
    )


def with_suggestion(files: Files, one: Reported) -> Files | None:
    """The file after the suggestion of a finding is written in place of what was found; None if there is none."""
    suggestion, at = one.finding.values.get("suggestion"), one.finding.at
    if not isinstance(suggestion, str) or not isinstance(at, Address):
        return None
    name = one.place.file
    tree, _ = read(name, files[name], lambda _: True)
    assert tree is not None
    data = tree.data
    keys = at.keys if at.kind == SETTINGS or "/" in name else ((at.id, *at.keys) if at.id else at.keys)
    *way, last = as_written(data, keys)
    holder: Any = data
    for key in way:
        holder = holder[key]
    if one.finding.on == "key":
        renamed = {suggestion if key == last else key: value for key, value in holder.items()}
        assert len(renamed) == len(holder), (one.finding.rule, str(at), suggestion)
        holder.clear()
        holder.update(renamed)
    else:
        holder[last] = parsed(suggestion) if one.finding.rule.startswith(_PARTS_OF_YAML) else typed(suggestion)
    return {name: in_block_style(data).encode()}


def as_written(data: Data, keys: tuple[Any, ...]) -> list[Any]:
    """The keys without the positions of lists that the file does not need."""
    found: list[Any] = []
    for key in keys:
        if isinstance(key, int) and not isinstance(data, list):
            continue
        found.append(key)
        data = data[key] if isinstance(data, list) or key in data else None
    return found


def typed(suggestion: str) -> Any:
    return suggestion == "true" if suggestion in ("true", "false") else suggestion


def parsed(suggestion: str) -> Any:
    if suggestion.startswith("[") and suggestion != "[]":
        return [suggestion[1:-1]]
    return json.loads(suggestion)


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
    files = files_of(BAKERY)
    assert old in files[file].decode()
    files[file] = files[file].decode().replace(old, new, 1).encode()

    found = judge(write(files, tmp_path / "register")).reported
    structure = [one for one in found if one.severity is Severity.ERROR and is_structure(one.finding.rule)]
    assert {one.finding.rule: one.finding.values.get("suggestion") for one in structure} == expected
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
