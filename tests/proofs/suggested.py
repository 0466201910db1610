"""Suggestions, applied as a reader does who trusts the tool: each mends its finding, and brings no other one."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from proofs.registers import Files, judge, write
from proofs.trees import Data, in_block_style

from deskprivacy.address import Address
from deskprivacy.finding import Reported, Severity
from deskprivacy.load.text.tree import read
from deskprivacy.model.side import SETTINGS
from deskprivacy.stories.rulebook import is_structure
from deskprivacy.stories.validate import Outcome

_PARTS_OF_YAML = ("not-", "wrong-type", "out-of-range")  # rules whose suggestion is a value as YAML writes it


def check_suggestions(files: Files, folder: Path, most: int | None = None) -> int:
    """Applies each suggestion by itself, or the first `most` of them; how many there were."""
    outcome, count = judge(write(files, folder)), 0
    for one in outcome.reported:
        if count == most:
            break
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
    """The errors of structure in the file of a finding, and what its rule tells; but for waivers that are of no use."""
    return Counter(
        one.finding.rule
        for one in outcome.reported
        if (one.severity is Severity.ERROR or one.finding.rule == near.finding.rule)
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
