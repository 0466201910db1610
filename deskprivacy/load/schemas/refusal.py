"""Refusal: every fault of a document that a schema does not accept, and a bound on the work of looking for them.

jsonschema explains: it is hundreds of times slower than jsonschema-rs, but its paths name every key as the file does.
Of a file of many entities, only those that are refused are looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deskprivacy.address import Address
from deskprivacy.finding import Finding
from deskprivacy.load.schemas.explanation import explain
from deskprivacy.load.schemas.faults import UNEXPLAINED, Fault, Keys, explainer, faults
from deskprivacy.load.schemas.judge import Judge, Part
from deskprivacy.load.schemas.remedies import Guesses
from deskprivacy.model.side import SETTINGS

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

EXPLAINED = 200  # documents in a run: to explain one takes milliseconds


@dataclass(slots=True)
class Refusals:
    """What explains the documents that the schemas of one run refuse."""

    judge: Judge
    _explainers: dict[tuple[str, Part], Validator] = field(default_factory=dict)
    _guesses: Guesses = field(default_factory=Guesses)
    _left: int = EXPLAINED

    def explain(self, kind: str, ident: str | None, data: object) -> Iterator[Finding]:
        """Tell what is wrong with a document: an entity where there is an id, else a whole file."""
        data = _as_json(data)
        if kind == SETTINGS:
            found = self._faults(kind, "file", data, ())
        elif ident is None:
            found = self._faults_of_entities(kind, data)
        elif keys := self._ids_inside(kind, data):
            values = {"key": keys[0], "id": ident, "folder": kind}
            return iter((Finding(rule="id-inside-file", at=Address(kind, ident, keys[:1]), on="key", values=values),))
        else:
            found = self._faults(kind, "entity", data, ())
        # The engines have never been seen to disagree; if they do, what was refused stays refused.
        all_found = list(found) or [Fault(UNEXPLAINED, (), {}, data)]
        return explain(all_found, data, lambda path: _address(kind, ident, path), self._guesses)

    def _ids_inside(self, kind: str, data: object) -> tuple[str, ...]:
        """The keys of the file of one entity, where all of them are ids, each with an entity below."""
        known = self.judge.resource(kind, "entity")["$defs"][kind]["$defs"]["entity"].get("properties", {})
        below = data if isinstance(data, dict) else {}
        is_so = all(key not in known and isinstance(one, dict) and known.keys() & one for key, one in below.items())
        return tuple(below) if is_so else ()

    def _faults_of_entities(self, kind: str, data: object) -> Iterator[Fault]:
        if not self.judge.accepts(kind, "frame", data):
            yield from self._faults(kind, "frame", data, ())
        for ident, entity in data.items() if isinstance(data, dict) else ():
            if not self.judge.accepts(kind, "entity", entity):
                yield from self._faults(kind, "entity", entity, (ident,))

    def _faults(self, kind: str, part: Part, data: object, path: Keys) -> Iterator[Fault]:
        if self._left <= 0:
            yield Fault(UNEXPLAINED, path, {}, data)
            return
        self._left -= 1
        if (kind, part) not in self._explainers:
            self._explainers[kind, part] = explainer(self.judge.resource(kind, part))
        yield from faults(self._explainers[kind, part], data, path)


def _address(kind: str, ident: str | None, path: Keys) -> Address:
    if ident is not None or kind == SETTINGS or not path:
        return Address(kind, ident or "", path)
    return Address(kind, str(path[0]), path[1:])


def _as_json(data: object) -> object:
    """Bring data that JSON cannot hold near enough to it: keys and dates are text, half characters are replaced."""
    return json.loads(json.dumps(data, default=str, ensure_ascii=False).encode("utf-8", "replace"))
