"""An address in words, for those who never saw the YAML: «finalité « Livrer vos commandes » : base légale»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from deskprivacy.address import EVERY, Address
from deskprivacy.law.reader import vocabulary
from deskprivacy.model.means import Commitment
from deskprivacy.model.parties import Entity, name_of
from deskprivacy.model.register import KINDS
from deskprivacy.render.document import Runs
from deskprivacy.render.keys import word_of
from deskprivacy.render.page import Page


def in_words(page: Page, where: Address) -> Runs:
    """What an address speaks of: the entity by its name, then the field by its word."""
    return _said(page, _together(page, [_entity(page, where)]), {_field(page, where): None})


def in_words_together(page: Page, addresses: Iterable[Address]) -> tuple[Runs, ...]:
    """What several addresses speak of: the fields of one entity together, and entities of which the same is said."""
    fields: dict[_Named, dict[_Named, None]] = {}
    for where in addresses:
        fields.setdefault(_entity(page, where), {})[_field(page, where)] = None
    entities: dict[tuple[_Named, ...], list[_Named]] = {}
    for entity, found in fields.items():
        entities.setdefault(tuple(found), []).append(entity)
    return tuple(_said(page, _together(page, alike), dict.fromkeys(found)) for found, alike in entities.items())


_Named = tuple[str, Runs]  # a word, and the name in quotes that goes with it; either may be empty


def _said(page: Page, entities: Runs, fields: Iterable[_Named]) -> Runs:
    """The fields of entities; one that several named things have is said once."""
    names: dict[str, list[Runs]] = {}
    for word, name in fields:
        names.setdefault(word, []).append(name)
    field = page.joined([_with_names(page, word, found) for word, found in names.items() if word], "; ")
    return page.phrase("{entity}: {field}", entity=entities, field=field) if field else entities


def _with_names(page: Page, word: str, names: Sequence[Runs]) -> Runs:
    said: Runs = (page.run(word),)
    if not any(names):
        return said
    general: Runs = (page.words("in general"),)
    return page.phrase("{what} ({detail})", what=said, detail=page.joined([one or general for one in names]))


def _together(page: Page, entities: Sequence[_Named]) -> Runs:
    """Entities in a row; a kind is named once for those that follow each other."""
    several = {page.say.term("kind", kind): page.say.term("kinds", kind) for kind in vocabulary("kinds")}
    parts = []
    for kind, alike in groupby(entities, key=itemgetter(0)):
        names = [name for _, name in alike if name]
        word = several.get(kind, kind) if len(names) > 1 else kind
        parts.append(page.joined([part for part in ((page.run(word),), page.joined(names)) if part], " "))
    return page.joined(parts)


def _entity(page: Page, where: Address) -> _Named:
    say = page.say
    kind = say.term("kind", where.kind)
    if where.kind not in KINDS or not where.id:
        return kind, ()
    if where.id == EVERY:
        return say("each {kind}", kind=kind), ()
    found: Entity | None = page.register.of_kind(where.kind).get(where.id)
    return kind, page.phrase("“{name}”", name=_name(found) if found else where.id)


def _name(entity: Entity) -> str:
    """A promise has no name: its sentence is what people know."""
    return entity.sentence.strip().removesuffix(".") if isinstance(entity, Commitment) else name_of(entity)


def _field(page: Page, where: Address) -> _Named:
    """The words of the keys, and the last name among them; what only leads to a name goes without saying."""
    parts = list(_parts(page, where))
    names = [name for _, name in parts if name]
    words = [word for word, _ in parts if word]
    if names and parts[-1][0]:
        led = {n for n, (word, _) in enumerate(parts[:-1]) if word and parts[n + 1][1]}
        words = [word for n, (word, _) in enumerate(parts) if word and n not in led]
    return ", ".join(words), names[-1] if names else ()


def _parts(page: Page, where: Address) -> Iterator[_Named]:
    """Each key of an address: an id by its name, a field by its word, anything else as it is written."""
    for n in range(len(where.named)):
        name = _name_below(page, where, n)
        yield ("", page.phrase("“{name}”", name=name)) if name else (_word(page, where, n), ())


def _word(page: Page, where: Address, n: int) -> str:
    key = where.named[n]
    if key == "data" and where.named[0] == "recipients" and n:
        return page.say("data disclosed")
    return word_of(key, page.say)


def _name_below(page: Page, where: Address, n: int) -> str | None:
    """The name of what a key names, if it is the id of something."""
    key, before = where.named[n], where.named[n - 1] if n else None
    kind = {"data": "data_categories", "recipients": "recipients"}.get(before or "")
    if where.kind == "activities" and kind and (found := page.register.of_kind(kind).get(key)):
        return name_of(found)
    if before == "items" and where.kind == "data_categories" and where.id in page.register.data_categories:
        items = page.register.data_categories[where.id].items or {}
        return items[key].name if key in items else None
    return None
