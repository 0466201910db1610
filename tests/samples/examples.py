"""Examples of rules: pieces of a register, laid over the bakery's, which is complete and gives no finding."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from program import DATE, SAMPLES

from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

Seen = set[tuple[str, str, int]]  # rule, file, line within the example's piece of that file

_DAY = re.compile(r"^# judged on (?P<day>\d{4}-\d\d-\d\d)\n", re.MULTILINE)
_FILE = re.compile(r"^# (?P<file>[\w./-]+\.yaml)\n", re.MULTILINE)
_MARK = re.compile(r"#\s*<-\s*(?P<rules>[a-z0-9, -]+?)\s*$")


def pieces(example: str) -> dict[str, str]:
    """The files of an example, each with its text."""
    parts = _FILE.split(example.strip() + "\n")
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def marked(example: str) -> Seen:
    """What the example says is found, by its marks `# <- rule`."""
    found: Seen = set()
    for file, text in pieces(example).items():
        for number, line in enumerate(text.splitlines(), start=1):
            if mark := _MARK.search(line):
                found |= {(rule.strip(), file, number) for rule in mark["rules"].split(",")}
    return found


def judged_on(example: str) -> date:
    """The day by which the example is judged: the one that it names before its first file, else that of the tests."""
    named = _DAY.match(example.strip() + "\n")
    return date.fromisoformat(named["day"] if named else DATE)


def lay_over(example: str, folder: Path) -> Path:
    """The bakery's register with the example over it.

    An entity of the example takes the place of the one of the same id; a file of one entity, that of the whole file.
    The example's entities come first in a file, so that its lines keep their numbers.
    """
    register = Path(shutil.copytree(SAMPLES / "bakery", folder / "register"))
    for file, text in pieces(example).items():
        path = register / file
        path.parent.mkdir(exist_ok=True)
        kept = ""
        if "/" not in file and path.exists():
            own = set(re.findall(r"(?m)^([a-z0-9_][a-z0-9_-]*):", text))
            blocks = re.split(r"(?m)^(?=[a-z0-9_][a-z0-9_-]*:)", path.read_text(encoding="utf-8"))
            kept = "".join(block for block in blocks if block.partition(":")[0] not in own)
        path.write_text(text.rstrip("\n") + "\n" + kept, encoding="utf-8")
    return register


def found_in(example: str, folder: Path) -> Seen:
    """What the program finds in the bakery's register with the example over it."""
    register = lay_over(example, folder)
    outcome = validate(register, schemas(), judged_on(example))
    return {(one.finding.rule, one.place.file, one.place.line) for one in outcome.reported}
