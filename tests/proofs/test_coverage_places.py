"""The coverage of the law says where each fact stands: at the very line on which its key, or its entry, is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from program import SAMPLES
from proofs.registers import COMPLETE, DESKMANAGER, files_of, judge, write

from deskprivacy.address import Address
from deskprivacy.duty.answers import State
from deskprivacy.duty.coverage import coverage

ANSWERED = (State.DECLARED, State.NONE)


@pytest.mark.parametrize("folder", [SAMPLES / "bakery", COMPLETE, DESKMANAGER], ids=lambda path: path.name)
def test_what_answers_stands_on_the_line_that_is_named(folder: Path) -> None:
    outcome = judge(folder)
    register = outcome.loaded.judged
    assert register is not None
    wrong = []
    looked_at = 0
    for one in coverage(register):
        if one.where is not None and one.state in ANSWERED:
            looked_at += 1
            place = outcome.loaded.place(one.where)
            line = (folder / place.file).read_text(encoding="utf-8").splitlines()[place.line - 1]
            if not _stands(one.where, place.file, line):
                wrong.append(f"{one.where}: {place.file}:{place.line}: {line}")
    assert not wrong, "\n".join(wrong)
    assert looked_at > 20


def _stands(where: Address, file: str, line: str) -> bool:
    """Whether a line is that of a fact: of its key or entry, or where its entity, or kind, begins."""
    if not file.startswith(where.kind):
        return False
    if not where.keys:
        return "/" in file or not line.startswith(" ")
    last = where.keys[-1]
    if isinstance(last, int):
        return line.lstrip().startswith("- ") or "[" in line or "{" in line
    return bool(re.search(rf"""(^|[\s{{,])["']?{re.escape(last)}["']?\s*:""", line)) or line.strip("- ") == last


def test_what_lines_members_and_cookies_answer_stands_there(tmp_path: Path) -> None:
    """An answer that a wider or a narrower place gives is shown where it is written."""
    bakery = files_of(SAMPLES / "bakery")
    recipients = b"till-provider: {name: Till, sector: software, members: {a: {name: A, country: FR}}}\n"
    sheet = bakery["activities/orders.yaml"].replace(
        b"    purposes: [order-preparation]\n    data: [contact-details]\n",
        b"    purposes: [order-preparation]\n    role: processor\n    transfer: []\n    data: [contact-details]\n",
    )
    folder = write(bakery | {"recipients.yaml": recipients, "activities/orders.yaml": sheet}, tmp_path / "register")
    register = judge(folder).register
    assert register is not None

    found = {(one.duty.fields[0], str(one.where)) for one in coverage(register) if one.state in ANSWERED}

    assert ("role", "activities/orders.recipients.till-provider.role") in found
    assert ("country", "recipients/till-provider.members.a.country") in found
