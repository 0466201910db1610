"""Binding: sound data become the nouns of the model. The only place where a mapping becomes a dataclass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from deskprivacy.address import Address, parse
from deskprivacy.model.catalogue import Catalogue
from deskprivacy.model.register import KINDS, Register, Standing
from deskprivacy.model.shape import ByKey, Many, Noun, Scalar, Shape, noun_of
from deskprivacy.model.side import SIDE, OpenQuestion, Settings
from deskprivacy.model.standing import STANDINGS

Json = Any  # what the YAML reader yields: dict, list, str, int, float, bool, None


def bind(
    settings: Json, entities: Iterable[tuple[str, str, Json]], catalogues: Mapping[str, Catalogue] | None = None
) -> Register:
    """The register of sound data: what `register.yaml` says, and the kind, id and mapping of every entity.

    The data have passed the schemas, and their references have been checked.
    """
    classes = {**KINDS, **SIDE}
    nouns: dict[str, dict[str, Any]] = {kind: {} for kind in classes}
    for kind, ident, value in entities:
        nouns[kind][ident] = entity(classes[kind], ident, value)
    return Register(
        settings=_binder_of(Settings)(settings),
        standing=_standing(nouns["open_questions"]),
        catalogues=catalogues or {},
        **nouns,
    )


def entity(cls: type, ident: str, value: Json) -> Any:
    """One entity of its class, from its id and its mapping."""
    return _binder_of(cls)(value, id=ident)


def _standing(questions: Mapping[str, OpenQuestion]) -> dict[Address, Standing]:
    return {parse(about): STANDINGS[question.status] for question in questions.values() for about in question.about}


@cache
def _binder_of(cls: type) -> Callable[..., Any]:
    return _noun_binder(noun_of(cls))


def _binder(shape: Shape) -> Callable[[Json], Any]:
    if isinstance(shape, Noun):
        return _empty_binder(shape.cls) if shape.empty else _binder_of(shape.cls)
    if isinstance(shape, Many):
        return _many_binder(shape)
    if isinstance(shape, ByKey):
        return _mapping_binder(shape)
    return lambda value: value


@cache
def _empty_binder(cls: type) -> Callable[[Json], Any]:
    bind_noun, nothing = _binder_of(cls), cls()
    return lambda value: nothing if value is None else bind_noun(value)


def _noun_binder(noun: Noun) -> Callable[..., Any]:
    names = {key: field.name for key, field in noun.fields.items()}
    deep = {key: field.shape for key, field in noun.fields.items() if not isinstance(field.shape, Scalar)}
    made: dict[str, Callable[[Json], Any]] = {}  # when first needed: most nouns never occur in a small register
    cls, short = noun.cls, noun.short

    @lru_cache(maxsize=4096, typed=True)
    def bind_short(value: Json) -> Any:
        """One noun for all places where the same word stands for it."""
        return bind_noun({short: value} if isinstance(short, str) else (short or {})[value])

    def bind_noun(value: Json, **more: Any) -> Any:
        if not isinstance(value, dict):
            return bind_short(value)
        for key, item in value.items():
            if key in deep:
                if key not in made:
                    made[key] = _binder(deep[key])
                more[names[key]] = made[key](item)
            else:
                more[names[key]] = item
        return cls(**more)

    return bind_noun


def _many_binder(shape: Many) -> Callable[[Json], tuple[Any, ...]]:
    if isinstance(shape.of, Scalar):
        return lambda value: _one_for_all(tuple(value) if isinstance(value, list) else (value,))
    of = _binder(shape.of)
    return lambda value: tuple(of(one) for one in value) if isinstance(value, list) else (of(value),)


@lru_cache(maxsize=4096)
def _one_for_all(words: tuple[str, ...]) -> tuple[str, ...]:
    """The same tuple for the same words: `[customers]` stands in most files."""
    return words


def _mapping_binder(shape: ByKey) -> Callable[[Json], dict[str, Any]]:
    of = _binder(shape.of)
    return lambda value: {key: of(one) for key, one in value.items()}
