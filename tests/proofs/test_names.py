"""A name is printed as its owner writes it: in every field that holds one, in every document, within every sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from proofs.registers import COMPLETE, judge
from proofs.views import runs_of

from deskprivacy.model.public import public
from deskprivacy.model.register import KINDS, Register
from deskprivacy.model.shape import ByKey, Many, Scalar, Shape, noun_of
from deskprivacy.render.document import Document
from deskprivacy.render.notice import notice_document
from deskprivacy.render.register import Checked, register_document
from deskprivacy.words.speech import speech

Visit = Callable[[str, Scalar, Any], Any]
Maker = Callable[[Register], tuple[Document, ...]]


def changed(register: Register, visit: Visit) -> Register:
    """The register with each value replaced by what `visit` makes of it."""
    kinds: dict[str, Any] = {
        kind: {ident: below(noun_of(cls), one, kind, visit) for ident, one in register.of_kind(kind).items()}
        for kind, cls in KINDS.items()
    }
    return replace(register, **kinds)


def below(shape: Shape, value: Any, path: str, visit: Visit) -> Any:
    if value is None:
        return None
    if isinstance(shape, Scalar):
        return visit(path, shape, value)
    if isinstance(shape, Many):
        return tuple(below(shape.of, one, path, visit) for one in value)
    if isinstance(shape, ByKey):
        return {key: below(shape.of, one, f"{path}.*", visit) for key, one in value.items()}
    return replace(
        value,
        **{
            one.name: below(one.shape, getattr(value, one.name), f"{path}.{key}", visit)
            for key, one in shape.fields.items()
        },
    )


def notices(register: Register) -> tuple[Document, ...]:
    return tuple(notice_document(public(register), ident, (), speech("fr")) for ident in register.notices)


def sheets(register: Register) -> tuple[Document, ...]:
    return (register_document(register, (), speech("fr"), Checked()),)


@cache
def complete() -> Register:
    """The sample that uses every field; what only a client has, or a withdrawn promise, others have too."""
    register = judge(COMPLETE).register
    assert register is not None
    own, client = register.controllers["le-gue"], register.controllers["alpes-libres"]
    own = replace(own, representative=client.representative, parent="refuges-du-gue")
    promises = {ident: replace(one, status="kept") for ident, one in register.commitments.items()}
    return replace(register, controllers={**register.controllers, "le-gue": own}, commitments=promises)


NAME = 'Y{number}hoo! N°5: «A?» "b"; wait... ! ?'  # all that French would set, and spaces that it only makes no-break
PRINTED = {
    notices: ("controllers.name", "controllers.trade_name", "recipients.name", "recipients.members.*.name"),
    sheets: ("activities.name", "controllers.name", "recipients.name", "measures.name"),
}


def said(make: Maker) -> tuple[str, dict[str, str]]:
    """What the documents say where every name is one that French typography would change; and the names by field."""
    names: dict[str, str] = {}

    def visit(path: str, shape: Scalar, value: Any) -> Any:
        if not shape.form or shape.form.name not in ("text", "proper") or path.endswith(".title"):
            return value
        return names.setdefault(path, NAME.format(number=len(names)))

    documents = make(changed(complete(), visit))
    return "\n".join("".join(run.text for run in runs_of(document)) for document in documents), names


@pytest.mark.parametrize("make", [notices, sheets])
def test_every_name_is_printed_as_it_is_written(make: Maker) -> None:
    text, names = said(make)
    plain = re.sub("[\u00a0\u202f]", " ", text)

    for path, name in names.items():
        assert plain.count(name) == plain.count(name.partition("!")[0] + "!"), path
        assert plain.count(name.partition("!")[0] + " ") == 0, path
    assert all(names[path] in plain for path in PRINTED[make])
    assert sum(name in plain for name in names.values()) > 30
