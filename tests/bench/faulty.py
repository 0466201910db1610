"""Registers in which every activity is faulty, for measuring: what a bad day costs, beside a register that is sound."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from itertools import cycle
from pathlib import Path

Spoil = Callable[[str], str]

# What spoils the sheet of one activity. Each works on every sheet; the names that it gives are found nowhere else.
OF_STRUCTURE: Mapping[str, Spoil] = {
    "misspelt-key": lambda text: text.replace("purposes: [service", "purpozes: [service", 1),
    "unknown-word": lambda text: text.replace("required: optional", "required: optionnal"),
    "unknown-names": lambda text: re.sub(r"service-\d+", f"servcie-{_number(text)}", text),
    "broken-bracket": lambda text: text.replace("data_subjects: [", "data_subjects: ]"),
    "doubled-key": lambda text: f"{text}name: Deux fois\n",
}
OF_DUTY: Mapping[str, Spoil] = {
    "absent-facts": lambda text: re.sub(r"(?m)^(retention|sources|trackers|automated_decisions):.*\n", "", text),
}


def spoil(folder: Path, faults: Mapping[str, Spoil]) -> Path:
    """Spoils every activity of a register, by each fault in turn, and gives the folder back."""
    for file, one in zip(sorted((folder / "activities").iterdir()), cycle(faults.values()), strict=False):
        sound = file.read_text(encoding="utf-8")
        faulty = one(sound)
        assert faulty != sound, file
        file.write_text(faulty, encoding="utf-8", newline="\n")
    return folder


def _number(text: str) -> str:
    """What tells a sheet from all others."""
    return text.partition("reference: FICHE-")[2][:5]


if __name__ == "__main__":
    spoil(Path(sys.argv[1]), OF_STRUCTURE if sys.argv[2] == "structure" else OF_DUTY)
