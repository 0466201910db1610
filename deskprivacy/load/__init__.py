"""Loading: files become trees with places, pass the schemas, and are bound to the model.

The only room that knows YAML and jsonschema. All findings of a stage come together; the next stage looks at what the
stage before left sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deskprivacy.address import Address
from deskprivacy.errors import CannotRead
from deskprivacy.finding import Finding, On, Place, Severity
from deskprivacy.law.rules import rule
from deskprivacy.load.bind import bind
from deskprivacy.load.declared import SETTINGS, Declarations
from deskprivacy.load.files import TRANSLATIONS, RegisterFile, discover, read_bytes
from deskprivacy.load.references import References, ambiguous
from deskprivacy.load.schema import Schemas
from deskprivacy.load.side_addresses import lost_addresses
from deskprivacy.load.syntax import EmptyAllowed
from deskprivacy.load.translations import parse as parse_translations
from deskprivacy.load.tree import Tree, read
from deskprivacy.model.catalogue import Catalogue
from deskprivacy.model.register import KINDS, Register

_LINE_END = re.compile(r"\r\n|\r|\n")
DEFAULT_LANGUAGE = "fr"  # of messages about a register that cannot say its own


@dataclass(slots=True)
class Loaded:
    """A register as it was found in a folder. `register` is None where its structure has errors."""

    folder: Path
    declared: Declarations = field(default_factory=Declarations)
    findings: list[Finding] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)  # of the files that were read, in the one order
    _lines: dict[str, list[str]] = field(default_factory=dict)
    catalogues: dict[str, Catalogue] = field(default_factory=dict)  # of translations, by language
    register: Register | None = None

    @property
    def language(self) -> str:
        """The register's own language, as far as it says one."""
        settings = self.declared.settings.data if self.declared.settings else None
        language = settings.get("language") if isinstance(settings, dict) else None
        return language if isinstance(language, str) else DEFAULT_LANGUAGE

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each file, in the one order."""
        from hashlib import sha256  # it loads OpenSSL, for a third of the time in which Python starts

        return {file: sha256(content).hexdigest() for file, content in self.contents.items()}

    @property
    def digest(self) -> str:
        """SHA-256 over the names and digests of the register's files: the same for the same content."""
        from hashlib import sha256

        lines = "".join(f"{digest}  {file}\n" for file, digest in self.digests.items())
        return sha256(lines.encode()).hexdigest()

    def place(self, address: Address, on: On = "key") -> Place:
        """The file, line and column of a fact: of the deepest key that is written, else of the settings."""
        found = self.declared.place(address, on)
        if found is None and self.declared.settings:
            found = self.declared.settings.tree.place((), "key")
        return found or Place(f"{SETTINGS}.yaml")

    def quote(self, file: str, line: int) -> str:
        """The text of a line of a file that was read; empty for any other file, which must not even be opened."""
        if file not in self._lines:
            text = self.contents.get(file, b"").decode("utf-8-sig", errors="replace")
            self._lines[file] = _LINE_END.split(text)
        lines = self._lines[file]
        return lines[line - 1] if line <= len(lines) else ""


def load(folder: Path, schemas: Path) -> Loaded:
    """Loads the register in a folder. Never raises for what its files hold: that is what findings are for."""
    loaded = Loaded(folder)
    files, found = discover(folder)
    loaded.findings.extend(found)
    loaded.declared.unread.update(_misnamed_kinds(found))
    trees = list(_read_all(loaded, files))
    checked = list(_check_all(Schemas(schemas), trees))
    loaded.findings.extend(checked)
    for file, tree in trees:
        loaded.findings.extend(loaded.declared.add(file, tree))
    loaded.findings.extend(_look_across(loaded.declared, {finding.at for finding in checked}))
    if _is_sound(loaded.findings) and loaded.declared.settings:
        register = bind(loaded.declared.settings.data, _data_of(loaded.declared), loaded.catalogues)
        loaded.findings.extend(ambiguous(register))
        loaded.register = register if _is_sound(loaded.findings) else None
    return loaded


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
        tree, found = read(file.file, content, _empty_allowed(file))
        loaded.findings.extend(found)
        if tree is None:
            loaded.declared.skip(file)
        else:
            yield file, tree


def _take_translations(loaded: Loaded, file: RegisterFile, content: bytes) -> None:
    catalogue, found = parse_translations(content, file.file, file.id or "")
    loaded.findings.extend(found)
    if catalogue is not None:
        loaded.catalogues[catalogue.language] = catalogue


def _check_all(schemas: Schemas, trees: list[tuple[RegisterFile, Tree]]) -> Iterator[Finding]:
    for file, tree in trees:
        yield from schemas.check(file.kind, file.id, tree.data)


def _look_across(declared: Declarations, flagged: set[object]) -> Iterator[Finding]:
    """References and addresses; what the schemas have flagged is not flagged again."""
    for finding in (*References(declared).check(), *lost_addresses(declared)):
        if finding.at not in flagged:
            yield finding


def _data_of(declared: Declarations) -> Mapping[str, Mapping[str, object]]:
    return {kind: {ident: one.data for ident, one in entities.items()} for kind, entities in declared.entities.items()}


def _is_sound(findings: list[Finding]) -> bool:
    return all(rule(finding.rule).severity is not Severity.ERROR for finding in findings)


def _empty_allowed(file: RegisterFile) -> EmptyAllowed | None:
    """Where an empty value means «nothing to add»: on the lines of data and recipients of an activity."""
    if file.kind != "activities":
        return None
    depth = 2 if file.id else 3
    return lambda keys: len(keys) == depth and keys[-2] in ("data", "recipients")
