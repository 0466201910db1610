"""Setting aside: the register without its unsound entries, and without what names them.

What is left says only what the register says: facts are taken away, none is changed. So a rule that finds something
in what is left finds it in the whole too, unless it looks for an absence: `holes` say where something is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from deskprivacy.address import Address, Key
from deskprivacy.finding import LeftOut, Place
from deskprivacy.law.country_codes import country_codes
from deskprivacy.load.declared import EVENTS, Declarations
from deskprivacy.load.remaining import CLASSES, Remaining
from deskprivacy.load.unsound import EVERYTHING
from deskprivacy.model.activities import Activity
from deskprivacy.model.notices import Notice
from deskprivacy.model.shape import ByKey, Many, Noun, Scalar, Shape, noun_of
from deskprivacy.model.side import SETTINGS

Keys = tuple[Key, ...]

# What an entry of these kinds may lose and still be judged by the others: of any other, what is left would mean more
# than it says, or what names it would take it for something that it is not.
_SPARED = {
    "activities": set(noun_of(Activity).fields)
    - {"controllers", "on_behalf_of", "purposes", "data_subjects", "sources", "data"},
    "notices": set(noun_of(Notice).fields),
}


class Gone:
    """What stands for a value of which nothing is left."""


GONE = Gone()


class Rest(Remaining):
    """What is left of the declarations without those that are unsound.

    `naming` holds the entries that were left out for what they name; `holes`, what other entries lost.
    """

    def __init__(self, declared: Declarations, unsound: Mapping[Address, object]) -> None:
        entities = {
            kind: {
                ident: one.data
                for ident, one in declared.entities.get(kind, {}).items()
                if Address(kind, ident) not in unsound
            }
            for kind in CLASSES
        }
        entities["controllers"] |= _seats(declared, unsound)
        super().__init__(entities, _settings(declared, unsound))
        self.naming: list[Address] = []
        self.holes: list[Address] = []
        while self._cut() or self._without_clients(declared):
            pass

    def _cut(self) -> bool:
        """Takes away what names something that is not there; whether an entry was left out by that."""
        left_out: list[Address] = []
        for kind, cls in CLASSES.items():
            noun, kept = noun_of(cls), self.entities[kind]
            for ident, data in list(kept.items()):
                where = Address(kind, ident)
                rest = self._about(where, data) if "about" in noun.fields else self._entry(noun, where, data)
                if rest is GONE:
                    left_out.append(where)
                    del kept[ident]
                else:
                    kept[ident] = rest
        self.naming += left_out
        return bool(left_out)

    def _without_clients(self, declared: Declarations) -> bool:
        """Takes away those of whom only a sheet that was left out says that they are clients, not controllers."""
        kept = self.entities["activities"]
        lost = [one.data for ident, one in declared.entities.get("activities", {}).items() if ident not in kept]
        clients = {one for data in lost for one in _names(data, "on_behalf_of")}
        for data in kept.values():
            clients -= {*_names(data, "on_behalf_of"), *_names(data, "controllers")}
        gone = [ident for ident in self.entities["controllers"] if ident in clients]
        for ident in gone:
            del self.entities["controllers"][ident]
        self.naming += [Address("controllers", ident) for ident in gone]
        return bool(gone)

    def _about(self, where: Address, data: Any) -> Any:
        """A question or waiver; of several addresses, those that lead nowhere are put in a hole that is nobody's."""
        about = data["about"]
        if isinstance(about, str):
            return data if self.leads(about) else GONE
        lost = [position for position, text in enumerate(about) if not self.leads(text)]
        self.holes += [where.at("about", position) for position in lost]
        if len(lost) == len(about):
            return GONE
        named = [str(where) if position in lost else text for position, text in enumerate(about)]
        return {**data, "about": named} if lost else data

    def _entry(self, noun: Noun, where: Address, data: Any) -> Any:
        rest: dict[str, Any] = {}
        for key, value in data.items():
            field = noun.fields[key]
            lost: list[Keys] = []
            below = self._walk(field.shape, value, "", lost) if _may_name(field.shape) else value
            if below is GONE and (field.required or key not in _SPARED.get(where.kind, ())):
                return GONE
            self.holes += [where.at(key, *keys) for keys in lost]
            if below is not GONE:
                rest[key] = below
        return rest if len(rest) < len(data) or any(rest[key] is not data[key] for key in rest) else data

    def _walk(self, shape: Shape, value: Any, owner: str, lost: list[Keys]) -> Any:
        """What is left of a value: itself where all is there. `lost` takes the keys of what is not."""
        if isinstance(shape, Scalar):
            known = shape.reference is None or self.knows(shape.reference, value, owner)
            return value if known else _gone(lost)
        if isinstance(shape, Noun):
            return self._noun(shape, value, owner, lost)
        if isinstance(shape, Many):
            return self._many(shape, value, owner, lost)
        return self._by_key(shape, value, lost)

    def _noun(self, noun: Noun, value: Any, owner: str, lost: list[Keys]) -> Any:
        """An entry within an entry: without one of its keys it would hold of more than it says."""
        if not isinstance(value, dict):
            short = noun.fields[noun.short].shape if isinstance(noun.short, str) and value is not None else None
            return self._walk(short, value, owner, lost) if short else value
        rest = {}
        for key, below in value.items():
            shape, inner = noun.fields[key].shape, list[Keys]()
            rest[key] = self._walk(shape, below, owner, inner) if _may_name(shape) else below
            lost += [(key, *keys) for keys in inner]
        if any(below is GONE for below in rest.values()):
            return GONE
        return rest if any(rest[key] is not value[key] for key in rest) else value

    def _many(self, shape: Many, value: Any, owner: str, lost: list[Keys]) -> Any:
        """A list of names without those that are lost; of entries, which complete one another, all or none."""
        if not isinstance(value, list):
            return self._walk(shape.of, value, owner, lost)
        rest = []
        for position, below in enumerate(value):
            inner: list[Keys] = []
            rest.append(self._walk(shape.of, below, owner, inner))
            lost += [(position, *keys) for keys in inner]
        kept = [one for one in rest if one is not GONE]
        if len(kept) < len(rest):
            return kept if kept and isinstance(shape.of, Scalar) else GONE
        return rest if any(one is not below for one, below in zip(rest, value, strict=True)) else value

    def _by_key(self, shape: ByKey, value: Any, lost: list[Keys]) -> Any:
        rest: dict[str, Any] = {}
        for key, below in value.items():
            to, inner = shape.key.reference, list[Keys]()
            if to is not None and not self.knows(to, key, ""):
                lost.append((key,))
                continue
            kept = self._walk(shape.of, below, key, inner) if _may_name(shape.of) else below
            lost += [(key, *keys) for keys in inner]
            if kept is not GONE:
                rest[key] = kept
        if value and not rest:
            return GONE
        return rest if len(rest) < len(value) or any(rest[key] is not value[key] for key in rest) else value


def left_out(unsound: Mapping[Address, str | None], rest: Rest, place: Callable[[Address], Place]) -> Iterator[LeftOut]:
    """All that the rest lacks, each with where it stands; of a file that was lost, the file."""
    for where, file in unsound.items():
        yield LeftOut(where, Place(file) if file else place(where), "unread" if file else "errors")
    for where in rest.naming:
        yield LeftOut(where, place(where), "naming")
    for where in dict.fromkeys(rest.holes):
        if where.id in rest.entities[where.kind]:
            yield LeftOut(where, place(where), "in-part")


def _gone(lost: list[Keys]) -> Gone:
    lost.append(())
    return GONE


def _seats(declared: Declarations, unsound: Mapping[Address, object]) -> dict[str, Any]:
    """Of the controllers that are unsound, the name and the country: these say which law holds for the others."""
    found: dict[str, Any] = {}
    for ident, one in declared.entities.get("controllers", {}).items():
        data = one.data if Address("controllers", ident) in unsound and isinstance(one.data, dict) else {}
        if data.get("country") in country_codes():
            found[ident] = {key: data[key] for key in ("name", "country") if isinstance(data.get(key), str)}
    return found


def _names(data: Any, key: str) -> list[str]:
    found = data.get(key) if isinstance(data, dict) else None
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, str)]


def _settings(declared: Declarations, unsound: Mapping[Address, object]) -> Any:
    """The settings without their unsound events; None where nothing can be judged without them."""
    if declared.settings is None or EVERYTHING in unsound:
        return None
    data = declared.settings.data
    events = data.get(EVENTS) if isinstance(data, dict) else None
    if not isinstance(events, dict):
        return data
    kept = {ident: one for ident, one in events.items() if Address(SETTINGS, "", (EVENTS, ident)) not in unsound}
    return {**data, EVENTS: kept}


def _may_name(shape: Shape) -> bool:
    """Whether an entry can be named in a value of this shape."""
    if isinstance(shape, Scalar):
        return shape.reference is not None
    if isinstance(shape, Noun):
        return _names_any(shape.cls)
    return _may_name(shape.of) or (isinstance(shape, ByKey) and _may_name(shape.key))


@cache
def _names_any(cls: type) -> bool:
    return any(_may_name(field.shape) for field in noun_of(cls).fields.values())
