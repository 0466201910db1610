"""Which parts of a register its errors of structure make unsound: entries, whole files, or the settings.

An error in an entry makes that entry unsound, whichever of its keys is wrong: what the key was meant to say may change
what the others mean. A reference that leads nowhere does not: only what holds the reference is unsound (`aside`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskprivacy.address import Address
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.rules import rule
from deskprivacy.load.declared import EVENTS, Declarations
from deskprivacy.load.files import TRANSLATIONS
from deskprivacy.model.register import KINDS
from deskprivacy.model.side import SETTINGS, SIDE

EVERYTHING = Address(SETTINGS)  # what all judgement hangs on: its language, its severities
_LEADS_NOWHERE = frozenset({"unknown-reference", "unknown-item", "unknown-event", "unknown-address"})
_ALL_KINDS = (*KINDS, *SIDE)
_MAY_HOLD_FACTS = (".yaml", ".yml")


def unsound(findings: Iterable[Finding], declared: Declarations) -> dict[Address, str | None]:
    """The entries with errors, each with the file that is lost with it; a kind of which a file is lost has no id."""
    found: dict[Address, str | None] = {}
    for finding in findings:
        if rule(finding.rule).severity is not Severity.ERROR or finding.rule in _LEADS_NOWHERE:
            continue
        if finding.rule == "declared-twice":
            found.setdefault(Address(str(finding.values["kind"]), str(finding.values["id"])), None)
        elif isinstance(finding.at, Address):
            found.setdefault(_entry(finding.at), None)
        else:
            found.update((one, finding.at.file) for one in _in_file(finding.at.file, finding, declared))
    return found


def _entry(at: Address) -> Address:
    """The entry that a fault stands in; of the settings, an event by itself."""
    if at.kind == SETTINGS:
        is_event = at.keys[:1] == (EVENTS,) and len(at.keys) > 1
        return Address(SETTINGS, "", at.keys[:2]) if is_event else EVERYTHING
    return at.entity


def _in_file(file: str, finding: Finding, declared: Declarations) -> Iterator[Address]:
    """What is lost with a file that cannot be read, or of which nobody knows what it is."""
    for name in (file, str(finding.values.get("suggestion") or "")):
        kind, _, rest = name.partition("/")
        kind, stem = kind.partition(".")[0], rest.rpartition(".")[0]
        if kind == SETTINGS:
            yield EVERYTHING
            return
        if kind == TRANSLATIONS or kind in _ALL_KINDS:
            is_entry = kind == TRANSLATIONS or file in declared.lost
            yield Address(kind, stem if is_entry else "")
            return
    if "." not in file or file.endswith(_MAY_HOLD_FACTS):
        yield from map(Address, _ALL_KINDS)
