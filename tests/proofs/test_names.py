"""A name is printed as its owner writes it: in every field that holds one, in every document, within every sentence."""

from __future__ import annotations

import re
from typing import Any

import pytest
from proofs.test_losses import Maker, changed, complete, notices, sheets
from proofs.views import runs_of

from deskprivacy.model.shape import Scalar

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
