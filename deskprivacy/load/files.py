"""Which files a register has, in the one order that everything keeps, and their bytes.

A register is a folder: a file or a folder for each kind of facts, and four files beside them. Whatever else lies there
is a finding, for a fact in a misnamed file would be lost without a word. A register comes from a merge request:
nothing outside its folder is read, and nothing that is no plain file is ever opened.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from deskprivacy.errors import NO_FILE, CannotRead, reason_of
from deskprivacy.finding import Finding, Place, Related, Value
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.reader import vocabulary
from deskprivacy.load.bounds import MAX_BYTES
from deskprivacy.load.leftovers import is_left_over
from deskprivacy.model.register import KINDS
from deskprivacy.model.side import SETTINGS, SIDE
from deskprivacy.nearest import nearest

TRANSLATIONS = "translations"  # the folder, and the kind of its files: `<language>.po`
SIDE_KINDS = (SETTINGS, *SIDE)

_IN_A_FILE = (*KINDS, *SIDE_KINDS)
_ORDER = {kind: position for position, kind in enumerate((*_IN_A_FILE, TRANSLATIONS))}
_README = "README.md"
# What a repository has beside its facts; in the top folder only.
_BESIDE = frozenset(
    {"LICENSE", "LICENSE.md", "LICENSE.txt", "CHANGELOG.md", "CONTRIBUTING.md", "CODEOWNERS", "Makefile"}
)
_MADE_OF_CATALOGUES = ("mo", "pot")  # what gettext's tools make of a catalogue, or a catalogue of
_OTHER_FOLDERS = frozenset({"theme"})
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 100
# What makes a YAML file in the eyes of people. Windows hides the last extension, and so lets `orders.yaml.txt` arise.
_EXTENSION = re.compile(r"(?:\.ya?ml(?:\.txt)?|\.txt)\Z", re.IGNORECASE)


@frozen(kw_only=False)
class RegisterFile(Frozen):
    """A file of the register: one entity of its kind where there is an `id`, else all of them."""

    kind: str
    id: str | None
    file: str  # relative to the register, with `/`
    path: Path


def discover(root: Path) -> tuple[tuple[RegisterFile, ...], tuple[Finding, ...]]:
    """The files of a register, by kind and then by name, and what is wrong with the names of others."""
    discovery = _Discovery(root)
    discovery.read_root()
    files = sorted(discovery.files, key=lambda found: (_ORDER[found.kind], found.file.count("/"), found.file))
    return tuple(files), tuple(discovery.findings)


def read_bytes(file: RegisterFile) -> bytes:
    """The bytes of a file, but never more than one above the bound. Raises CannotRead."""
    try:
        info = file.path.stat()
        if not stat.S_ISREG(info.st_mode):
            raise CannotRead(NO_FILE)
        with file.path.open("rb") as stream:
            content = stream.read(min(info.st_size, MAX_BYTES) + 1)
            if len(content) > info.st_size:  # it has grown since
                content += stream.read(MAX_BYTES + 1 - len(content))
            return content
    except (OSError, ValueError) as error:
        raise CannotRead(reason_of(error)) from error


class _Discovery:
    """One look through the folder of a register."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.resolved = root.resolve()
        self.files: list[RegisterFile] = []
        self.findings: list[Finding] = []

    def read_root(self) -> None:
        found: set[str] = set()
        for entry, name in self._entries(self.root, ""):
            kind = self._folder(entry, name) if entry.is_dir() else self._file(entry, name)
            if kind in found:
                self._note("file-and-folder", f"{kind}.yaml", related=kind, name=kind)
            if kind:
                found.add(kind)

    def _entries(self, folder: Path, prefix: str) -> Iterator[tuple[os.DirEntry[str], str]]:
        """The files and folders that may be read, by name, each with the name that a finding prints."""
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self._note("unreadable-file", prefix.rstrip("/") or ".", reason=reason_of(error))
            return
        seen: dict[str, str] = {}
        for entry in entries:
            if is_left_over(entry.name) or (not prefix and entry.name in _BESIDE):
                continue
            name = _printable(entry.name)
            first = seen.setdefault(unicodedata.normalize("NFC", entry.name).casefold(), name)
            if first != name:
                self._note("same-file-name", prefix + name, related=prefix + first, name=name, other=first)
            if obstacle := self._obstacle(entry):
                self._note(obstacle, prefix + name, name=name)
            else:
                yield entry, name

    def _obstacle(self, entry: os.DirEntry[str]) -> str | None:
        """The rule that forbids to read what is neither a file nor a folder of the register."""
        try:
            # Each folder is resolved, for a junction of Windows does not look like a link.
            may_lead_away = entry.is_symlink() or entry.is_dir()
            if may_lead_away and not Path(entry.path).resolve().is_relative_to(self.resolved):
                return "link-outside"
            return None if entry.is_file() or entry.is_dir() else "not-a-file"
        except (OSError, RuntimeError):  # a link in a circle
            return "not-a-file"

    def _folder(self, entry: os.DirEntry[str], name: str) -> str | None:
        """Reads a folder beside `register.yaml`; the kind that it holds, if any."""
        if name in KINDS:
            for inner, inner_name in self._entries(Path(entry.path), f"{name}/"):
                self._entity(name, inner, inner_name)
            return name
        if name == TRANSLATIONS:
            for inner, inner_name in self._entries(Path(entry.path), f"{name}/"):
                self._catalogue(inner, inner_name)
        elif name not in _OTHER_FOLDERS:
            meant = f"{name}.yaml" if name in SIDE_KINDS else nearest(name, KINDS) if _may_hold_yaml(entry) else None
            self._unknown(name, meant)
        return None

    def _catalogue(self, entry: os.DirEntry[str], name: str) -> None:
        """Takes in a file of translations, named after its language."""
        stem, dot, extension = name.rpartition(".")
        known = vocabulary("language")
        if extension == "po" and stem in known and entry.is_file():
            self.files.append(RegisterFile(TRANSLATIONS, stem, f"{TRANSLATIONS}/{name}", Path(entry.path)))
        elif name != _README and not (entry.is_file() and extension in _MADE_OF_CATALOGUES):
            written = (stem if dot else name).casefold()
            is_meant = written in known or extension.casefold() == "po" or entry.is_dir()
            meant = re.split(r"[^a-z]", written)[0][:2]
            if meant not in known and extension == "po" and entry.is_file():
                self._note("unknown-language-file", f"{TRANSLATIONS}/{name}", name=name, document_language=tuple(known))
                return
            self._unknown(f"{TRANSLATIONS}/{name}", f"{meant}.po" if is_meant and meant in known else None)

    def _file(self, entry: os.DirEntry[str], name: str) -> str | None:
        """Takes in a file beside `register.yaml`; the kind that it holds, if any."""
        stem, extension = _parts(name)
        if stem in _IN_A_FILE and extension == ".yaml":
            self.files.append(RegisterFile(stem, None, name, Path(entry.path)))
            return stem
        if stem in _IN_A_FILE:
            self._note("wrong-extension", name, name=name, suggestion=f"{stem}.yaml")
        elif name != _README:
            kind = nearest(stem.casefold(), _IN_A_FILE) if _is_yaml(extension) else None
            self._unknown(name, f"{kind}.yaml" if kind else None)
        return None

    def _entity(self, kind: str, entry: os.DirEntry[str], name: str) -> None:
        """Takes in a file of the folder of a kind."""
        stem, extension = _parts(name)
        file = f"{kind}/{name}"
        if entry.is_dir():
            self._note("sub-folder", file, name=name, folder=kind)
        elif extension == ".yaml" and _ID.fullmatch(stem) and len(stem) <= _LONGEST_ID:
            self.files.append(RegisterFile(kind, stem, file, Path(entry.path)))
        elif extension == ".yaml":
            self._note("bad-file-name", file, name=name, suggestion=_as_id(stem))
        elif _is_yaml(extension):
            self._note("wrong-extension", file, name=name, suggestion=f"{stem}.yaml")
        elif name != _README:
            self._unknown(file, None)

    def _unknown(self, file: str, suggestion: str | None) -> None:
        self._note("unknown-file", file, name=file.rpartition("/")[2], suggestion=suggestion)

    def _note(self, rule: str, file: str, related: str | None = None, **values: Value) -> None:
        other = (Related(at=Place(related), part="first"),) if related else ()
        said = {name: value for name, value in values.items() if value is not None}
        self.findings.append(Finding(rule=rule, at=Place(file), values=said, related=other))


def _parts(name: str) -> tuple[str, str]:
    """A name without what makes it a YAML file, and that."""
    found = _EXTENSION.search(name)
    return (name[: found.start()], found[0]) if found and found.start() else (name, "")


def _is_yaml(extension: str) -> bool:
    """Whether a name says that YAML is in the file: a mere `notes.txt` may hold anything."""
    return extension.casefold().startswith(".y")


def _may_hold_yaml(folder: os.DirEntry[str]) -> bool:
    """Whether a folder of an unknown name may be one of facts: nothing is in it yet, or a file that bears YAML."""
    try:
        names = [path.name for path in Path(folder.path).iterdir()]
    except OSError:
        return False
    return not names or any(_is_yaml(_parts(name)[1]) for name in names)


def _as_id(stem: str) -> str | None:
    """The id that a name was probably meant to be: `Commandes & paiement` → `commandes-paiement.yaml`."""
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall(r"[a-z0-9]+", ascii_only))[:_LONGEST_ID].strip("-")
    return f"{name}.yaml" if name else None


def _printable(name: str) -> str:
    """A name as a finding can print it: what no screen shows, or no encoding holds, is written as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)
