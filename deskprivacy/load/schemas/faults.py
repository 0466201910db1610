"""Faults: what jsonschema finds in data that were refused, each with all that an explanation needs.

jsonschema is slow to import and to run; it is only asked when there is something to explain, and only so much.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from deskprivacy.address import Key

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

Keys = tuple[Key, ...]
Schema = Mapping[str, Any]

UNEXPLAINED = ""  # the keyword of a fault that was not looked at
MOST = 1000  # faults of one document


@dataclass(frozen=True, slots=True)
class Fault:
    """One keyword of a schema that one value does not satisfy."""

    keyword: str
    path: Keys
    schema: Schema  # the schema that holds the keyword
    value: Any
    name: str | None = None  # where the fault is in the name of a key of `value`: that name


def explainer(resource: Schema) -> Validator:
    """Make what finds every fault of some data by a schema that refers only to itself."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError
    from jsonschema.validators import extend

    @cache
    def at(pointer: str) -> Any:
        node: Any = resource
        for key in pointer.split("/")[1:]:
            node = node[key]
        return node

    def reference(validator: Any, pointer: str, instance: object, _: object) -> Iterator[ValidationError]:
        errors: Iterator[ValidationError] = validator.descend(instance, at(pointer))
        return errors

    def unique(_: object, __: object, instance: object, ___: object) -> Iterator[ValidationError]:
        if isinstance(instance, list) and len({_mark(member) for member in instance}) < len(instance):
            yield ValidationError("a member stands twice")

    # A resolved reference is kept, which halves the time; a list is read once, however long it is.
    made = extend(Draft202012Validator, {"$ref": reference, "uniqueItems": unique})  # type: ignore[no-untyped-call]
    found: Validator = made(resource)
    return found


def faults(validator: Validator, data: Any, prefix: Keys) -> Iterator[Fault]:
    """Find the faults of data that stand at a path."""
    errors = validator.iter_errors(data)
    for error in islice(errors, MOST):
        yield _fault(error, data, prefix)
    if next(errors, None) is not None:
        yield Fault(UNEXPLAINED, prefix, {}, data)


def doubled(members: list[Any]) -> Iterator[tuple[int, int]]:
    """Find the members of a list that stand in it before: their position, and the first one's."""
    first: dict[object, int] = {}
    for position, member in enumerate(members):
        if first.setdefault(_mark(member), position) != position:
            yield position, first[_mark(member)]


def _mark(member: object) -> object:
    return type(member), str(member)


def _fault(error: ValidationError, data: Any, prefix: Keys) -> Fault:
    value = data
    for key in error.absolute_path:
        value = value[key]
    assert isinstance(error.schema, Mapping)
    named = "propertyNames" in error.absolute_schema_path
    return Fault(
        keyword=str(error.validator),
        path=prefix + tuple(error.absolute_path),
        schema=error.schema,
        value=value,
        name=str(error.instance) if named else None,
    )
