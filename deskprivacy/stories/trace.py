"""Tracing: each sentence of a text that the register took over, and which facts cite it, or why it was dropped."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from deskprivacy.errors import CannotRead, NoRegister, UnknownTakeover, reason_of
from deskprivacy.load import load
from deskprivacy.model.citations import citations
from deskprivacy.model.register import Register
from deskprivacy.model.side import Takeover
from deskprivacy.nearest import nearest
from deskprivacy.report.traced import Trace, TracedSentence
from deskprivacy.words.sentences import paragraphs, sentences

_LARGEST = 16 * 1024 * 1024  # bytes; no notice comes near it


def trace(folder: Path, schemas: Path, document: Path, takeover: str | None = None) -> Trace:
    """Traces a text through the register in a folder.

    `takeover` names the text where the register took over several. Raises NoRegister where the register does not
    load, UnknownTakeover where it does not know the text, CannotRead where the document cannot be read as UTF-8.
    """
    register = load(folder, schemas).register
    if register is None:
        raise NoRegister("{name} has errors of structure; `deskprivacy validate` shows them.", name=folder)
    taken = _takeover(register, takeover)
    content = _read(document)
    text = content.decode("utf-8-sig")
    numbered = sentences(text)
    cited = _cited(register, taken.id)
    dropped = taken.dropped or {}
    known = {one.id for one in numbered}
    strangers = {ident: tuple(by) for ident, by in cited.items() if ident not in known}
    strangers |= {ident: (f"takeovers/{taken.id}.dropped",) for ident in dropped if ident not in known}
    return Trace(
        takeover=taken,
        language=register.settings.language,
        sha256_matches=sha256(content).hexdigest() == (taken.sha256 or "").lower(),
        paragraphs=len(paragraphs(text)),
        sentences=tuple(
            TracedSentence(sentence=one, cited_by=tuple(cited.get(one.id, ())), dropped=dropped.get(one.id))
            for one in numbered
        ),
        strangers=strangers,
    )


def _takeover(register: Register, wanted: str | None) -> Takeover:
    known = register.takeovers
    if not known:
        raise UnknownTakeover("the register took over no text: takeovers.yaml names none.")
    if wanted is None:
        if len(known) > 1:
            raise UnknownTakeover(
                "the register took over several texts; name one with --takeover: {known}.", known=", ".join(known)
            )
        return next(iter(known.values()))
    if wanted not in known:
        near = nearest(wanted, known)
        if near:
            raise UnknownTakeover(
                "the register took over no text named {name}. Did you mean {near}?", name=wanted, near=near
            )
        raise UnknownTakeover(
            "the register took over no text named {name}. It knows {known}.", name=wanted, known=", ".join(known)
        )
    return known[wanted]


def _read(document: Path) -> bytes:
    try:
        with document.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise CannotRead("{name} cannot be read: {reason}.", name=document, reason=reason_of(error)) from error
    if len(content) > _LARGEST:
        raise CannotRead("{name} is larger than {size} MiB.", name=document, size=_LARGEST // 1024 // 1024)
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotRead("{name} is not UTF-8 text (byte {at}).", name=document, at=error.start + 1) from error
    return content


def _cited(register: Register, takeover: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for sentence, where in citations(register, takeover):
        by = found.setdefault(sentence, [])
        if str(where) not in by:
            by.append(str(where))
    return found
