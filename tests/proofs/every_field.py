"""A register that uses every field, written as YAML: the complete sample, and what it leaves out (`every_field.yaml`).

It is data by kind and id, as the YAML has them, every list a list. A text carries a mark of its own field, in the
register's language and, by another mark, in its translation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from proofs.registers import COMPLETE, Files, files_of, judge
from proofs.trees import Data, trees_of, with_trees

from deskprivacy.model.register import KINDS, Register
from deskprivacy.model.shape import ByKey, Many, Scalar, Shape, noun_of
from deskprivacy.model.texts import every_text
from deskprivacy.render.resolved import plain

MORE = Path(__file__).with_suffix(".yaml")
MARK = {"fr": "qzqvx", "en": "wkwyq"}  # in no word of any language that the registers speak
TEXTS = ("text", "prose", "proper", "url", "email")
TRANSLATED = ("text", "prose")
NOTES = ("stated_in",)  # where a fact comes from: `trace` and `explain` tell it, beside every fact
EVIDENCE = "evidence"

Kinds = dict[str, dict[str, Data]]
Visit = Callable[[str, Scalar, Any], Any]


def fields_of(shape: Shape, path: str) -> Iterator[tuple[str, bool]]:
    """Every field below a shape that holds a value, by the keys that lead to it, and whether it is internal."""
    if isinstance(shape, Scalar):
        yield path, False
    elif isinstance(shape, Many):
        yield from fields_of(shape.of, path)
    elif isinstance(shape, ByKey):
        yield from fields_of(shape.of, f"{path}.*")
    else:
        for key, one in shape.fields.items():
            for found, internal in fields_of(one.shape, f"{path}.{key}"):
                yield found, internal or one.internal


@cache
def every_field() -> Mapping[str, bool]:
    """Every field of every kind that holds a value, and whether it is internal; without the notes on its source."""
    found = {path: internal for kind, cls in KINDS.items() for path, internal in fields_of(noun_of(cls), kind)}
    return {path: internal for path, internal in found.items() if not path.endswith(NOTES)}


def below(shape: Shape, data: Data, path: str, visit: Visit) -> Data:
    """The data with each value replaced by what `visit` makes of it."""
    if data is None:
        return None
    if isinstance(shape, Scalar):
        return visit(path, shape, data)
    if isinstance(shape, Many):
        found = [below(shape.of, one, path, visit) for one in data]
        return list(dict.fromkeys(found)) if isinstance(shape.of, Scalar) else found
    if isinstance(shape, ByKey):
        return {key: below(shape.of, one, f"{path}.*", visit) for key, one in data.items()}
    return {key: below(shape.fields[key].shape, one, f"{path}.{key}", visit) for key, one in data.items()}


def changed(kinds: Kinds, visit: Visit) -> Kinds:
    """The register with each value replaced by what `visit` makes of it."""
    return {
        kind: {ident: below(noun_of(KINDS[kind]), one, kind, visit) for ident, one in entities.items()}
        for kind, entities in kinds.items()
    }


@cache
def _kinds() -> Kinds:
    register = judge(COMPLETE).register
    assert register is not None
    found: Kinds = {kind: {ident: plain(one) for ident, one in register.of_kind(kind).items()} for kind in KINDS}
    for one in found["commitments"].values():
        one["status"] = "kept"  # a promise that was withdrawn is not printed
    more = trees_of({MORE.name: MORE.read_bytes()})[MORE.name]
    found = laid_over(found, more)
    for activity in found["activities"].values():
        for lines in (activity.get("data") or {}, activity.get("recipients") or {}):
            lines |= {ident: None for ident, one in lines.items() if one == [{}]}  # as a line without keys is written
    return {
        kind: {ident: with_evidence(noun_of(KINDS[kind]), one) for ident, one in entities.items()}
        for kind, entities in found.items()
    }


def with_evidence(shape: Shape, data: Data) -> Data:
    """The data with a piece of evidence of its own in every mapping that can carry one."""
    if data is None or isinstance(shape, Scalar):
        return data
    if isinstance(shape, Many):
        return [with_evidence(shape.of, one) for one in data]
    if isinstance(shape, ByKey):
        return {key: with_evidence(shape.of, one) for key, one in data.items()}
    own = {key: with_evidence(shape.fields[key].shape, one) for key, one in data.items()}
    return own | {EVIDENCE: "a file"} if EVIDENCE in shape.fields else own


def kinds() -> Kinds:
    """The register as data, by kind and id."""
    return deepcopy(_kinds())


def laid_over(data: Data, more: Data) -> Data:
    """Keys beside keys, entries after entries, a value in place of a value."""
    if isinstance(data, dict) and isinstance(more, dict):
        return data | {key: laid_over(data[key], one) if key in data else one for key, one in more.items()}
    return [*data, *more] if isinstance(data, list) and isinstance(more, list) else more


def files(of: Kinds) -> Files:
    """The register as files of YAML; what stands beside the facts is the sample's own."""
    own = {name: one for name, one in files_of(COMPLETE).items() if name in _BESIDE}
    return own | with_trees({}, {f"{kind}.yaml": entities for kind, entities in of.items()})


_BESIDE = ("register.yaml", "open_questions.yaml", "takeovers.yaml")


def is_text(path: str, shape: Scalar) -> bool:
    """Whether a value is free text, which can carry a mark; the codes of territories are none."""
    if path.endswith((".territories", ".codes")) or shape.python is not str or shape.word or shape.reference:
        return False
    return shape.form is None or shape.form.name in TEXTS


def marked(of: Kinds) -> tuple[Kinds, dict[str, list[str]]]:
    """The register with a mark of its own in each text, and the marks by field, without the language's letters."""
    marks: dict[str, list[str]] = {}

    def visit(path: str, shape: Scalar, value: Any) -> Any:
        if not is_text(path, shape) or path.endswith(NOTES):
            return value
        found = marks.setdefault(path, [])
        mark = f"{list(marks).index(path)}n{len(found)}z"
        found.append(mark)
        said = f"{MARK['fr']}{mark}"
        form = shape.form.name if shape.form else ""
        return {"url": f"https://{said}.example/", "email": f"{said}@gue.example"}.get(form, f"{said} {value}")

    return changed(of, visit), marks


@cache
def translated_fields() -> frozenset[str]:
    """The texts that have a translation: names of bodies, addresses and links are the same in every language."""
    found: set[str] = set()

    def visit(path: str, shape: Scalar, value: Any) -> Any:
        if shape.form and shape.form.name in TRANSLATED:
            found.add(path)
        return value

    changed(kinds(), visit)
    return frozenset(found)


def catalogue(register: Register) -> bytes:
    """The translation of every text: the same with the other language's mark."""
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n']
    for where, text in every_text(register):
        context, words = _quoted(str(where)), text.replace(MARK["fr"], MARK["en"])
        entries.append(f"msgctxt {context}\nmsgid {_quoted(text)}\nmsgstr {_quoted(words)}\n")
    return "\n".join(dict.fromkeys(entries)).encode()


def _quoted(text: str) -> str:
    for sign, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(sign, escaped)
    return f'"{text}"'


def declared(of: Kinds) -> frozenset[str]:
    """The fields that some entity of the register declares."""
    found: set[str] = set()

    def visit(path: str, _: Scalar, value: Any) -> Any:
        found.add(path)
        return value

    changed(of, visit)
    return frozenset(one for one in found if not one.endswith(NOTES))
