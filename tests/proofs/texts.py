"""The free texts of a register's data: where a person may write whatever comes to mind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from proofs.trees import Data, Trees

from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import ByKey, Many, Noun, Shape, noun_of
from deskprivacy.model.side import SIDE, Settings

FREE = ("text", "prose", "proper")
NO_TEXT = ("rule",)  # the name of a rule: an id in the schema


def with_texts(trees: Mapping[str, Data], texts: Iterator[str]) -> Trees:
    """The same data with other words in each free text, from `texts` in turn."""
    changed = deepcopy(dict(trees))
    for name, data in changed.items():
        for holder, key in free_texts(name, data):
            holder[key] = next(texts)
    return changed


def free_texts(name: str, data: Data) -> Iterator[tuple[Data, str]]:
    """Each free text of a file: the mapping that holds it, and its key."""
    kind, _, alone = name.removesuffix(".yaml").partition("/")
    noun = noun_of(Settings if kind == "register" else {**KINDS, **SIDE}[kind])
    for one in [data] if alone or kind == "register" else data.values():
        yield from _texts_in(noun, one)


def _texts_in(noun: Noun, data: Data) -> Iterator[tuple[Data, str]]:
    for key, value in data.items() if isinstance(data, dict) else ():
        shape = noun.fields[key].shape
        if isinstance(value, str) and key not in NO_TEXT and _is_free(shape):
            yield data, key
        yield from _below(shape, value)


def _is_free(shape: Shape) -> bool:
    if isinstance(shape, Noun):  # written short
        return isinstance(shape.short, str) and _is_free(shape.fields[shape.short].shape)
    if isinstance(shape, Many):
        return _is_free(shape.of)
    return not isinstance(shape, ByKey) and shape.form is not None and shape.form.name in FREE


def _below(shape: Shape, data: Data) -> Iterator[tuple[Data, str]]:
    if isinstance(shape, Noun):
        yield from _texts_in(shape, data)
    elif isinstance(shape, Many):
        for one in data if isinstance(data, list) else [data]:
            yield from _below(shape.of, one)
    elif isinstance(shape, ByKey) and isinstance(data, dict):
        for key, one in data.items():
            if isinstance(one, str) and _is_free(shape.of):
                yield data, key
            yield from _below(shape.of, one)
