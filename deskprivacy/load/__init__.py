"""Loading: files become trees with places, pass the schemas, and are bound to the model.

The only room that knows how a register is written, and the only one that knows jsonschema. All findings of a stage come
together; the next stage looks at what the stage before left sound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from deskprivacy.address import Address
from deskprivacy.errors import CannotRead
from deskprivacy.finding import Finding, Place, Severity, Where
from deskprivacy.law.rules import rule
from deskprivacy.load.bind import bind
from deskprivacy.load.declared import EVENTS, Declarations
from deskprivacy.load.files import TRANSLATIONS, RegisterFile, discover, read_bytes
from deskprivacy.load.indistinct import indistinct_entries
from deskprivacy.load.loaded import Loaded
from deskprivacy.load.references import References
from deskprivacy.load.schemas.check import Schemas
from deskprivacy.load.side_addresses import lost_addresses
from deskprivacy.load.text.accept import EmptyAllowed, WrittenNone
from deskprivacy.load.text.tree import Tree, read
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import allows_empty, noun_of, written_none
from deskprivacy.model.side import SETTINGS, SIDE, Settings

_EMPTY = ("[]", "{}")  # what says that there is none leads nowhere, and need not
_OF_FORM = frozenset({"bad-id", "bad-data-reference", "bad-address"})


def load(folder: Path, schemas: Path) -> Loaded:
    """Loads the register in a folder. Never raises for what its files hold: that is what findings are for."""
    loaded = Loaded(folder)
    files, found = discover(folder)
    loaded.findings.extend(found)
    loaded.declared.unread.update(_misnamed_kinds(found))
    trees = list(_read_all(loaded, files))
    checked = list(_check_all(Schemas(schemas), trees))
    for file, tree in trees:
        loaded.findings.extend(loaded.declared.add(file, tree))
    loaded.declared.unread.update(_half_known(checked))
    loaded.findings.extend(_look_across(loaded.declared, checked))
    if _is_sound(loaded.findings) and loaded.declared.settings:
        register = bind(loaded.declared.settings.data, loaded.declared.hand_over(), loaded.catalogues)
        loaded.findings.extend(indistinct_entries(register))
        if not any(register.of_kind(kind) for kind in KINDS):
            loaded.findings.append(Finding(rule="nothing-declared", at=Place("register.yaml")))
        loaded.register = register if _is_sound(loaded.findings) else None
    if loaded.register is None:
        _set_aside(loaded)
    return loaded


def _set_aside(loaded: Loaded) -> None:
    """Leaves what is sound to be judged. What no key tells apart is seen only then."""
    from deskprivacy.load.aside import Rest, left_out  # most registers are sound
    from deskprivacy.load.unsound import unsound

    wrong = unsound(loaded.findings, loaded.declared)
    while True:
        rest = Rest(loaded.declared, wrong)
        register = bind(rest.settings, rest.all(), loaded.catalogues) if rest.settings else None
        found = tuple(indistinct_entries(register)) if register else ()
        loaded.findings.extend(found)
        if not found:
            break
        wrong |= unsound(found, loaded.declared)
    loaded.rest = register
    loaded.left_out = tuple(left_out(wrong, rest, loaded.place))


def _misnamed_kinds(found: tuple[Finding, ...]) -> Iterator[str]:
    """The kinds whose files bear a wrong name or may not be read: what they declare is not known."""
    for finding in found:
        file = finding.at.file if isinstance(finding.at, Place) else ""
        for name in (file, str(finding.values.get("suggestion") or "")):
            kind = name.partition("/")[0].partition(".")[0]
            if kind in KINDS:
                yield kind


def _read_all(loaded: Loaded, files: tuple[RegisterFile, ...]) -> Iterator[tuple[RegisterFile, Tree]]:
    for file in files:
        try:
            content = read_bytes(file)
        except CannotRead as error:
            loaded.findings.append(Finding(rule="unreadable-file", at=Place(file.file), values={"reason": str(error)}))
            loaded.declared.skip(file)
            continue
        loaded.contents[file.file] = content
        if file.kind == TRANSLATIONS:
            _take_translations(loaded, file, content)
            continue
        tree, found = read(file.file, content, _empty_allowed(file), _written_none(file))
        loaded.findings.extend(found)
        if tree is None:
            loaded.declared.skip(file)
        else:
            yield file, tree


def _take_translations(loaded: Loaded, file: RegisterFile, content: bytes) -> None:
    from deskprivacy.load.translations import parse  # many registers have none

    catalogue, found = parse(content, file.file, file.id or "")
    loaded.findings.extend(found)
    if catalogue is not None:
        loaded.catalogues[catalogue.language] = catalogue


def _check_all(schemas: Schemas, trees: list[tuple[RegisterFile, Tree]]) -> Iterator[Finding]:
    for file, tree in trees:
        yield from schemas.check(file.kind, file.id, tree.data)


def _half_known(checked: Iterable[Finding]) -> Iterator[str]:
    """What the schemas refused to read for declared: events below a key that is misspelt, or no mapping."""
    for finding in checked:
        of_settings = isinstance(finding.at, Address) and finding.at.kind == SETTINGS
        if of_settings and (finding.rule == "unknown-key" or finding.at == Address(SETTINGS, "", (EVENTS,))):
            yield EVENTS


def _look_across(declared: Declarations, checked: list[Finding]) -> Iterator[Finding]:
    """What the schemas found, then references and addresses; what is flagged already is not flagged again.

    An id that is no id and leads nowhere is told once, with what is declared as its suggestion.
    """
    wrong = [finding.at for finding in checked if isinstance(finding.at, Address)]
    flagged: set[Where] = set(wrong)
    across = [*References(declared, wrong).check(), *lost_addresses(declared)]
    nowhere = {(one.at, one.on): one for one in across if one.at in flagged and "suggestion" in one.values}
    for finding in checked:
        names_nothing = finding.values.get("suggestion") in _EMPTY
        lost = None if names_nothing else nowhere.get((finding.at, finding.on))
        suggestion = lost.values.get("suggestion") if lost and finding.rule in _OF_FORM else None
        yield replace(finding, values={**finding.values, "suggestion": suggestion}) if lost else finding
    yield from (finding for finding in across if finding.at not in flagged)


def _is_sound(findings: list[Finding]) -> bool:
    return all(rule(finding.rule).severity is not Severity.ERROR for finding in findings)


def _empty_allowed(file: RegisterFile) -> EmptyAllowed | None:
    """Where an empty value means «nothing to add»; nowhere in the side files."""
    if file.kind not in KINDS:
        return None
    noun, above = noun_of(KINDS[file.kind]), 0 if file.id else 1
    return lambda keys: allows_empty(noun, keys[above:])


def _written_none(file: RegisterFile) -> WrittenNone:
    """How a key of a file says that there is none in fact."""
    noun = noun_of(Settings if file.kind == SETTINGS else KINDS.get(file.kind) or SIDE[file.kind])
    above = 0 if file.id or file.kind == SETTINGS else 1
    return lambda keys: written_none(noun, keys[above:])
