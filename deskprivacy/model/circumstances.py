"""The one grammar: a fact whose value depends on circumstances.

A field is written short (a word), once (a mapping) or several times (mappings that narrow themselves). Of the entries
that match a circumstance, the one whose keys contain all keys of the others wins; entries with `when` are never
compared, for no rule can read prose: all of them are shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from operator import attrgetter
from typing import Annotated, Any, ClassVar, TypeVar

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.model.types import INTERNAL, DataRef, DataSubjectId, Proper, Prose, PurposeId, Sentence, SourceId, Word

NARROWING = ("purposes", "data", "data_subjects", "sources", "channels", "territories")


@frozen
class Traced(Frozen):
    """What every mapping of the register may carry: where the fact comes from."""

    stated_in: Annotated[tuple[Sentence, ...], INTERNAL] = ()
    evidence: Annotated[str | None, INTERNAL] = None


@frozen
class Narrowed(Traced):
    """An entry of the grammar: it holds in the circumstances that its keys name; without keys, it holds otherwise."""

    # The key that the short form fills, or the words that it may be and what each stands for.
    SHORT: ClassVar[str | Mapping[str, Mapping[str, object]] | None] = None
    # The keys that tell entries apart.
    KEYS: ClassVar[tuple[str, ...]] = NARROWING

    purposes: tuple[PurposeId, ...] = ()
    data: tuple[DataRef, ...] = ()
    data_subjects: tuple[DataSubjectId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    channels: tuple[Annotated[str, Word(terms="channel")], ...] = ()
    territories: tuple[Proper, ...] = ()
    when: Prose | None = None


_read_narrowing = attrgetter(*NARROWING)

Entry = TypeVar("Entry", bound=Narrowed)
EntryT = TypeVar("EntryT", bound=Traced)
Circumstance = Mapping[str, Sequence[str]]


def keys_of(entry: Traced, names: Sequence[str]) -> frozenset[str]:
    """The narrowing keys that this entry uses."""
    return frozenset(name for name in names if getattr(entry, name, ()))


def applicable(entries: Sequence[Entry], circumstance: Circumstance) -> tuple[Entry, ...]:
    """The entries that hold in a circumstance: the narrowest that matches, and every one that speaks in prose.

    A circumstance names, for some narrowing keys, the values that hold there; an entry that narrows itself by a key
    of which nothing is known does not match.
    """
    matching = [(entry, narrowed) for entry in entries if _matches(narrowed := _narrowed(entry), circumstance)]
    if len(matching) == 1:  # nearly always, and nearly always the only entry: then no other tuple is kept
        return entries if len(entries) == 1 and isinstance(entries, tuple) else (matching[0][0],)
    widest = max((len(narrowed) for entry, narrowed in matching if not entry.when), default=0)
    return tuple(entry for entry, narrowed in matching if entry.when or len(narrowed) == widest)


def holding(entries: Sequence[Entry], circumstance: Circumstance) -> tuple[Entry, ...]:
    """The entries that hold, or may hold, in a circumstance of which not everything is known; in their order.

    Left out are those that a known fact excludes, and those in whose place narrower ones hold in all of it.
    """
    possible = [(entry, narrowed) for entry in entries if _may_hold(narrowed := _narrowed(entry), circumstance)]
    if len(possible) == 1:  # nearly always, and nearly always the only entry: then no other tuple is kept
        return entries if len(entries) == 1 and isinstance(entries, tuple) else (possible[0][0],)
    settled = [narrowed for entry, narrowed in possible if not entry.when]
    return tuple(entry for entry, own in possible if entry.when or not _replaced(own, settled, circumstance))


def beyond(entry: EntryT, circumstance: Circumstance) -> EntryT:
    """The entry without the keys that go without saying: what is known of the circumstance lies within them."""
    said: dict[str, Any] = {key: () for key in NARROWING if _covers(getattr(entry, key, ()), circumstance.get(key, ()))}
    return replace(entry, **said) if said else entry


def indistinct(entries: Sequence[Traced], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of positions whose entries can both hold, where no key tells which of them wins; each second one once."""
    told: set[int] = set()
    for (i, a), (j, b) in combinations(enumerate(entries), 2):
        if j in told or getattr(a, "when", None) or getattr(b, "when", None):
            continue
        keys_a, keys_b = keys_of(a, names), keys_of(b, names)
        if keys_a < keys_b or keys_b < keys_a:
            continue
        if not all(_overlap(getattr(a, key), getattr(b, key)) for key in keys_a & keys_b):
            continue
        union = keys_a | keys_b
        settled = any(
            union < keys_of(c, names) or (c is not a and c is not b and union == keys_of(c, names)) for c in entries
        )
        if not settled or keys_a == keys_b:
            told.add(j)
            yield i, j


def _narrowed(entry: Narrowed) -> Circumstance:
    """The narrowing keys that an entry uses, with what they name: read at once, for this is asked of every line."""
    return {key: wanted for key, wanted in zip(NARROWING, _read_narrowing(entry), strict=True) if wanted}


def _matches(narrowed: Circumstance, circumstance: Circumstance) -> bool:
    return all(_overlap(wanted, circumstance.get(key, ())) for key, wanted in narrowed.items())


def _may_hold(narrowed: Circumstance, circumstance: Circumstance) -> bool:
    return all(not (known := circumstance.get(key)) or _overlap(wanted, known) for key, wanted in narrowed.items())


def _replaced(own: Circumstance, others: Sequence[Circumstance], circumstance: Circumstance) -> bool:
    """Whether narrower entries hold in the place of one, alone or side by side, in all that is known."""
    united: dict[str, list[str]] = {}
    for other in others:
        more = other.keys() - own.keys()
        if not more or not all(_covers(other.get(key, ()), circumstance.get(key) or own[key]) for key in own):
            continue
        partial = [key for key in more if not _covers(other[key], circumstance.get(key, ()))]
        if not partial:
            return True
        if len(partial) == 1:
            united.setdefault(partial[0], []).extend(other[partial[0]])
    return any(_covers(wanted, circumstance.get(key, ())) for key, wanted in united.items())


def _covers(wanted: Sequence[str], known: Sequence[str]) -> bool:
    """Whether something is known, and all of it is wanted; a category holds its items."""
    return bool(known) and all(any(a == b or a.startswith(f"{b}/") for b in wanted) for a in known)


def _overlap(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists of references share a member; a category holds its items."""
    return any(a == b or a.startswith(f"{b}/") or b.startswith(f"{a}/") for a in one for b in other)
