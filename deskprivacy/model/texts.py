"""The texts of a register that people read: what is translated, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from deskprivacy.address import Address, Key
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.model.parties import Member
from deskprivacy.model.register import Register
from deskprivacy.model.shape import ByKey, Field, Many, Noun, Scalar, Shape, noun_of
from deskprivacy.model.side import SETTINGS, SIDE, Settings

Words = Callable[[Address, str], str]
_Found = tuple[tuple[Key, ...], str, str]


@frozen
class _Sought(Frozen):
    """Which texts are looked for: of these forms, those of internal fields too or not.

    Where `within` is given, only those of internal fields, and in these whatever it says.
    """

    forms: frozenset[str]
    inside: bool
    within: _Sought | None = None

    __eq__, __hash__ = object.__eq__, object.__hash__  # each is written once, here: it is its own key


_TEXTS = frozenset({"text", "prose"})
_PUBLIC = _Sought(forms=_TEXTS, inside=False)
_EVERY = _Sought(forms=_TEXTS, inside=True)
_PARTICULARS = _Sought(forms=frozenset({"proper", "url", "email"}), inside=False)
_FREE = _TEXTS | _PARTICULARS.forms
_EVIDENCE = ""  # of a text without a form: where the proof of a fact lies
_WRITTEN = _FREE | {_EVIDENCE}
_HIDDEN = _Sought(forms=_WRITTEN, inside=True, within=_Sought(forms=_WRITTEN, inside=True))
_NAMES = _Sought(forms=frozenset({"text", "proper"}), inside=True)  # one line without markup


def public_texts(register: Register) -> Iterator[tuple[Address, str]]:
    """Every text that a public document may print, with its address; in the order of the register."""
    yield from _events(register)
    for entity in register.entities():
        yield from _of(entity, entity.where, _PUBLIC)


def public_particulars(register: Register) -> Iterator[tuple[Address, str, str]]:
    """What a public document may print and nobody translates: names, addresses, numbers, links; with their forms."""
    for entity in register.entities():
        yield from _with_forms(entity, entity.where, _PARTICULARS)


def internal_writings(register: Register) -> Iterator[tuple[Address, str, str]]:
    """What people write freely in internal fields of the facts: its address, itself, its form."""
    for entity in register.entities():
        for where, value, form in _with_forms(entity, entity.where, _HIDDEN):
            yield where, value, form or "text"


def names(register: Register) -> Iterator[str]:
    """Every name that a document may print: of bodies and things, of places, laws and versions; a title is none."""
    yield from (name for _where, name in _events(register))
    for entity in register.entities():
        for where, name in _of(entity, entity.where, _NAMES):
            if where.keys[-1] != "title":
                yield name


def every_text(register: Register) -> Iterator[tuple[Address, str]]:
    """Every text of the facts, internal ones too; then those of the side files, which nobody translates."""
    yield from _events(register)
    for entity in register.entities():
        yield from _of(entity, entity.where, _EVERY)
    for kind in SIDE:
        for ident, one in getattr(register, kind).items():
            yield from _of(one, Address(kind, ident), _EVERY)


def everything_written(register: Register) -> Iterator[tuple[Address, str, str]]:
    """Whatever people write freely, anywhere: its address, itself, its form. A walk over all; ask it with a reason."""
    yield from _written(noun_of(Settings), register.settings, Address(SETTINGS))
    for entity in register.entities():
        yield from _written(noun_of(type(entity)), entity, entity.where)
    for kind in SIDE:
        for ident, one in getattr(register, kind).items():
            yield from _written(noun_of(type(one)), one, Address(kind, ident))


def _written(shape: Shape, value: Any, where: Address) -> Iterator[tuple[Address, str, str]]:
    if isinstance(shape, Scalar):
        if isinstance(value, str) and shape.form is not None and shape.form.name in _FREE:
            yield where, value, shape.form.name
    elif isinstance(shape, Noun):
        for key, field in shape.fields.items():
            yield from _written(field.shape, getattr(value, field.name), where.at(key)) if value is not None else ()
    elif isinstance(shape, Many):
        for position, one in enumerate(value or ()):
            yield from _written(shape.of, one, where.at(position) if len(value) > 1 else where)
    else:
        for key, one in (value or {}).items():
            yield from _written(shape.of, one, where.at(key))


def in_other_words(register: Register, words: Words) -> Register:
    """The register with each text, internal ones too, replaced by what `words` gives for its address and itself."""
    kinds: dict[str, Any] = {}
    for entity in register.entities():
        kinds.setdefault(entity.KIND, {})[entity.id] = _replaced(noun_of(type(entity)), entity, entity.where, words)
    own = register.settings.events or {}
    events = {key: replace(one, name=words(_event(key), one.name)) for key, one in own.items()}
    return replace(register, settings=replace(register.settings, events=events or None), **kinds)


def _events(register: Register) -> Iterator[tuple[Address, str]]:
    for key, one in (register.settings.events or {}).items():
        yield _event(key), one.name


def _event(key: str) -> Address:
    return Address(SETTINGS, "", ("events", key, "name"))


def _of(one: Any, where: Address, sought: _Sought) -> Iterator[tuple[Address, str]]:
    for at, text, _form in _with_forms(one, where, sought):
        yield at, text


def _with_forms(one: Any, where: Address, sought: _Sought) -> Iterator[tuple[Address, str, str]]:
    found: list[_Found] = []
    _collect(found, (), noun_of(type(one)), one, sought)
    for keys, text, form in found:
        yield where.at(*keys), text, form


def _collect(found: list[_Found], keys: tuple[Key, ...], shape: Shape, value: Any, sought: _Sought) -> None:
    """Adds the texts below a value, each with the keys that lead to it."""
    if isinstance(shape, Noun):
        _collect_fields(found, keys, shape, value, sought)
    elif isinstance(shape, Scalar):
        found.append((keys, value, _form(shape)))
    elif isinstance(shape, Many):
        for position, below in enumerate(value):
            _collect(found, (*keys, position) if len(value) > 1 else keys, shape.of, below, sought)
    else:
        for key, below in value.items():
            _collect(found, (*keys, key), shape.of, below, sought)


def _collect_fields(found: list[_Found], keys: tuple[Key, ...], noun: Noun, value: Any, sought: _Sought) -> None:
    if _is_hidden(value):
        if not sought.inside:
            return
        sought = sought.within or sought
    for field, deeper in _speaking(noun.cls, sought):
        below = getattr(value, field.name)
        if isinstance(below, str):
            found.append(((*keys, field.key), below, _form(field.shape)))
        elif below:
            _collect(found, (*keys, field.key), field.shape, below, deeper)


@cache
def _speaking(cls: type, sought: _Sought) -> tuple[tuple[Field, _Sought], ...]:
    """The fields of a noun in which people read something, each with what is looked for below it."""
    fields = noun_of(cls).fields.values()
    deeper = ((one, (sought.within or sought) if one.internal else sought) for one in fields)
    return tuple(
        (one, below) for one, below in deeper if (sought.inside or not one.internal) and _speaks(one.shape, below)
    )


def _speaks(shape: Shape, sought: _Sought) -> bool:
    if isinstance(shape, Scalar):
        return sought.within is None and _is_of(shape, sought.forms)
    if not isinstance(shape, Noun):
        return _speaks(shape.of, sought)
    return bool(_speaking(shape.cls, sought)) or (shape.cls is Member and bool(sought.within))


def _form(shape: Shape) -> str:
    return shape.form.name if isinstance(shape, Scalar) and shape.form is not None else _EVIDENCE


def _is_of(shape: Scalar, forms: frozenset[str]) -> bool:
    if shape.form is not None:
        return shape.form.name in forms
    return _EVIDENCE in forms and shape.python is str and shape.word is None and shape.reference is None


def _replaced(shape: Shape, value: Any, where: Address, words: Words) -> Any:
    if value is None:
        return None
    if isinstance(shape, Scalar):
        return words(where, value) if _speaks(shape, _EVERY) else value
    if isinstance(shape, Many):
        return tuple(
            _replaced(shape.of, one, where.at(position) if len(value) > 1 else where, words)
            for position, one in enumerate(value)
        )
    if isinstance(shape, ByKey):
        return {key: _replaced(shape.of, one, where.at(key), words) for key, one in value.items()}
    changes = {
        field.name: _replaced(field.shape, getattr(value, field.name), where.at(key), words)
        for key, field in shape.fields.items()
    }
    return replace(value, **changes)


def _is_hidden(value: Any) -> bool:
    """A member that is not published is internal, whatever its fields are."""
    return isinstance(value, Member) and not value.published
