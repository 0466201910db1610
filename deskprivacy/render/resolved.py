"""The resolved register: every declared fact as JSON types, for other programs; internal, for it holds everything.

Entities stand as the YAML has them, with three differences: a field of the one grammar is always a list, what may be
written without its list has one, and short forms are written out. What is not declared is left out; what is declared
as none is an empty list or mapping. Beside them, `uses` says what each line of an activity comes to once it has
inherited; there every key is present, and null says that nothing is declared.

`schemas/output/register.schema.json` describes it; `deskprivacy.render.resolved_schema` writes that schema.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from deskprivacy.address import Address
from deskprivacy.duty.sheets import Sheet, sheets
from deskprivacy.model.circumstances import Traced
from deskprivacy.model.disclosed import data_given
from deskprivacy.model.parties import name_of
from deskprivacy.model.register import KINDS, Register
from deskprivacy.model.shape import ByKey, Field, Many, Noun, Shape, noun_of
from deskprivacy.model.side import SIDE
from deskprivacy.model.uses import DataUse, Disclosure
from deskprivacy.render.phrases import data_name

VERSION = 1  # of this shape

Data = dict[str, Any]


def resolved(register: Register) -> Data:
    """The register as JSON types: settings, the twelve kinds, the side files, what is open, and the uses."""
    return {
        "version": VERSION,
        "register": plain(register.settings),
        **{kind: {ident: plain(one) for ident, one in register.of_kind(kind).items()} for kind in KINDS},
        **{side: {ident: plain(one) for ident, one in getattr(register, side).items()} for side in SIDE},
        "standing": {str(where): standing for where, standing in register.standing.items()},
        "uses": {sheet.activity.id: _uses(register, sheet) for sheet in sheets(register)},
    }


def plain(thing: object) -> Data:
    """A noun of the model as JSON types, under the keys of the YAML, without what is not declared."""
    return _noun(noun_of(type(thing)), thing)


def is_declared(field: Field, value: object) -> bool:
    """Whether a field says anything: it is demanded, or differs from what stands for «absent»."""
    return field.required or value != field.default


def _noun(noun: Noun, thing: object) -> Data:
    found = ((field, getattr(thing, field.name)) for field in _ordered(noun.cls))
    return {field.key: _value(field.shape, value) for field, value in found if is_declared(field, value)}


@cache
def _ordered(cls: type) -> tuple[Field, ...]:
    """The fields as a reader wants them: where a fact comes from stands last."""
    return tuple(sorted(noun_of(cls).fields.values(), key=lambda field: field.key in _ORIGIN))


_ORIGIN = {"stated_in", "evidence"}


def _value(shape: Shape, value: Any) -> Any:
    if isinstance(shape, Noun):
        return _noun(shape, value)
    if isinstance(shape, Many):
        return [_value(shape.of, one) for one in value]
    if isinstance(shape, ByKey):
        return {key: _value(shape.of, one) for key, one in value.items()}
    return value


def _uses(register: Register, sheet: Sheet) -> Data:
    return {
        "controllers": [{"id": one.id, "name": name_of(one)} for one in sheet.controllers],
        "data": [_data_use(register, use) for use in sheet.uses],
        "recipients": [_disclosure(register, one) for one in sheet.disclosures],
    }


def _data_use(register: Register, use: DataUse) -> Data:
    line = use.line
    return {
        **_line(use.where),
        "category": {"id": use.category.id, "name": name_of(use.category)},
        "items": _items(use),
        "purposes": _named(register, "purposes", use.purposes),
        "data_subjects": _named(register, "data_subjects", use.data_subjects),
        "sources": _named(register, "sources", (source.id for source in use.sources)),
        "retention": _all(use.retention),
        "required": _all(use.required),
        "form": line.form,
        "condition": plain(line.condition) if line.condition else None,
        "when": line.when,
        "channels": list(line.channels),
        "territories": list(line.territories),
    }


def _disclosure(register: Register, one: Disclosure) -> Data:
    line, recipient = one.line, one.recipient
    return {
        **_line(one.where),
        "recipient": {"id": recipient.id, "name": name_of(recipient)},
        "role": one.role,
        "purposes": _named(register, "purposes", one.purposes),
        "data": [{"id": ref, "name": data_name(register, ref)} for ref in data_given(register, one)] or None,
        "transfer": _all(recipient.transfer if line.transfer is None else line.transfer),
        "retention": _all(line.retention),
        "choice": _all(line.choice),
        "unless": line.unless,
        "form": line.form,
        "data_subjects": list(line.data_subjects),
        "sources": list(line.sources),
        "channels": list(line.channels),
        "territories": list(line.territories),
        "when": line.when,
    }


def _line(where: Address) -> Data:
    """The address of a line, and its place among the lines of one category or recipient: 1 for the first."""
    last = where.keys[-1]
    return {"address": str(where), "line": last + 1 if isinstance(last, int) else 1}


def _items(use: DataUse) -> list[Data]:
    ids = {id(item): ident for ident, item in (use.category.items or {}).items()}
    return [{"id": ids[id(item)], "name": item.name} for item in use.items]


def _named(register: Register, kind: str, ids: Iterable[str]) -> list[Data] | None:
    """Ids with their names; None where none is declared."""
    entities = register.of_kind(kind)
    return [{"id": ident, "name": name_of(entities[ident])} for ident in ids] or None


def _all(entries: Iterable[Traced] | None) -> list[Data] | None:
    return None if entries is None else [plain(entry) for entry in entries]
