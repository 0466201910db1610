"""Registers that load, changed as data, and what must hold of whatever comes out of it.

`test_fuzz.py` runs it within bounds, `make fuzz MINUTES=n` without. What it finds becomes a folder of `corpus/`, which
holds the files that differ from `bakery_with_every_file()`, and is then a test.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from proofs.catalogues import with_another_catalogue
from proofs.places import check_places
from proofs.registers import TODAY, Files, bakery_with_every_file, judge, said, within, write
from proofs.suggested import check_suggestions
from proofs.trees import Trees, changed, nodes, trees_of, with_trees

from deskprivacy.finding import Severity
from deskprivacy.law.reader import closed_lists, vocabulary
from deskprivacy.resources import schemas, templates
from deskprivacy.stories.build import Places, build
from deskprivacy.stories.validate import Outcome

CORPUS = Path(__file__).parent / "corpus"

# What stands in place of a text: what people paste, and what other languages and programs hold.
TEXTS = (
    *(
        "Éric & Zoé",
        "a *b* _c_ [d](https://a.example/)",
        "1. x\n2. y",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "« Oui ! » ?",
    ),
    *(
        "x\u0301",
        "שלום",
        "مرحبا",
        "中文",
        "👍🏽",
        "a\u00adb",
        "#let x = 1",
        "{{ x }}",
        "</p><script>",
        "\\",
        "`code`",
        "...",
    ),
)
DAYS = ("2026-11-22", "2026-11-23", "2020-02-29", "2099-12-31", "1999-01-01")
PERIODS = ("1 day", "30 minutes", "13 months", "10 years", "session", "unlimited", "0 days", "1000 years")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERIOD = re.compile(r"\d+ (?:minute|hour|day|week|month|year)s?|session|unlimited")


@cache
def _lists() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(vocabulary(name)) for name in closed_lists())


def declared(trees: Mapping[str, Any]) -> dict[str, list[str]]:
    """The ids of a register, by kind."""
    found: dict[str, list[str]] = {}
    for name, data in trees.items():
        kind, _, ident = name.removesuffix(".yaml").partition("/")
        found.setdefault(kind, []).extend([ident] if ident else [str(one) for one in data or ()])
    return found


def alike(random: Random, value: object, ids: Mapping[str, Sequence[str]]) -> object:
    """Another value of the same sort: a day, a period, an id of the same kind, a word of the same list, a text."""
    if not isinstance(value, str):
        return not value if isinstance(value, bool) else value
    if _DAY.fullmatch(value):
        return random.choice(DAYS)
    if _PERIOD.fullmatch(value):
        return random.choice(PERIODS)
    for known in (*ids.values(), *_lists()):
        if value in known:
            return random.choice(known)
    if "/" in value:
        kind, _, rest = value.partition("/")
        return f"{kind}/{random.choice(ids[kind])}{rest[len(rest.split('.')[0]) :]}" if ids.get(kind) else value
    return random.choice((*TEXTS, value + " " + random.choice(TEXTS)))


def likely(random: Random, trees: Trees, most: int = 4) -> Trees:
    """A register after some changes that it probably survives: values of the same sort, facts left out or exchanged."""
    trees, ids = deepcopy(trees), declared(trees)
    for _ in range(random.randint(1, most)):
        found = list(nodes(trees[random.choice(sorted(trees))]))
        if not found:
            continue
        holder, key = random.choice(found)
        if isinstance(holder[key], dict | list):
            if random.random() < 0.3:
                del holder[key]
        else:
            holder[key] = alike(random, holder[key], ids)
    return trees


def renamed(random: Random, trees: Trees) -> Trees:
    """A register with one entity under another id, which some of those that name it do not know."""
    name = random.choice([one for one in sorted(trees) if "/" not in one and one != "register.yaml"])
    old = random.choice(sorted(trees[name]))
    new = random.choice((f"{old}-2", old[:-1] or "a", old.replace("-", ""), "other"))
    if new in trees[name]:
        return trees
    share = random.choice((1, 1, 0.5))

    def of(value: Any) -> Any:
        if isinstance(value, dict):
            return {of(key): of(one) for key, one in value.items()}
        if isinstance(value, list):
            return [of(one) for one in value]
        at = isinstance(value, str) and re.match(rf"(?:{name[:-5]}/)?{re.escape(old)}(?=$|[./])", value)
        return value[: at.end() - len(old)] + new + value[at.end() :] if at and random.random() < share else value

    return {file: of(data) for file, data in trees.items()}


def in_another_order(random: Random, data: Any) -> Any:
    """The same data with the keys of every mapping below the entities in another order."""
    if isinstance(data, dict):
        return {key: in_another_order(random, data[key]) for key in random.sample(list(data), len(data))}
    return [in_another_order(random, one) for one in data] if isinstance(data, list) else data


def check(files: Files, folder: Path, *, seconds: float = 60) -> Outcome:
    """What must hold of any register: each finding has a place and words, and what has no error has documents."""
    with within(seconds):
        outcome = judge(write(files, folder))
        for language in ("fr", "en"):
            said(outcome, language)
        check_places(outcome, folder)
        if outcome.register is None:
            assert outcome.worst() is Severity.ERROR
        elif outcome.worst() is not Severity.ERROR:
            output = folder.with_name("output")
            built = build(
                Places(register=folder, schemas=schemas(), templates=templates(), output=output / str(time.time_ns())),
                TODAY,
            )
            assert built.files
    return outcome


def check_with_suggestions(files: Files, folder: Path) -> Outcome:
    """What must hold of any register, and of what is suggested for it: applied, it mends and brings nothing new."""
    outcome = check(files, folder)
    with within(60):
        check_suggestions(files, folder, most=3)
    return outcome


def spoilt_once(random: Random, trees: Trees) -> tuple[Trees, str] | None:
    """A register with one key of an entity misspelt beyond any guess, and the file that holds it."""
    trees = deepcopy(trees)
    name = random.choice([one for one in sorted(trees) if one != "register.yaml"])
    entity = trees[name] if "/" in name else random.choice(list(trees[name].values()))
    if not isinstance(entity, dict) or not entity:
        return None
    key = random.choice(list(entity))
    entity[f"{key}_zzqx"] = entity.pop(key)
    return trees, name


def strange(random: Random, files: Files, trees: Trees) -> Files:
    """One register more to be checked: its facts, its catalogues, its ids, or anything whatsoever in another shape."""
    way = random.random()
    if way < 0.1:
        return with_another_catalogue(random, files, TEXTS)
    if way < 0.2:
        return with_trees(files, renamed(random, trees))
    if way < 0.7:
        return with_trees(files, likely(random, trees))
    name = random.choice(sorted(trees))
    return with_trees(files, {**trees, name: changed(random, trees[name], trees)})


def cases() -> Iterator[Path]:
    """The registers that once showed a fault, or might have."""
    return (path for path in sorted(CORPUS.iterdir()) if path.is_dir()) if CORPUS.is_dir() else iter(())


def keep(files: Files, base: Files, why: str) -> Path:
    """Writes a case into the corpus: what differs from the base, and why it is there."""
    differing = {name: content for name, content in files.items() if base.get(name) != content}
    case = write(differing, CORPUS / f"found-{abs(hash(tuple(sorted(differing.items())))) % 10**8:08}")
    (case / "why.txt").write_text(why + "\n", "utf-8")
    return case


def main(minutes: float, seed: int | None = None) -> int:
    """Goes on until the time is over; says and keeps what it finds. 1 where it found something."""
    base = bakery_with_every_file()
    trees, end, found, tried, loaded = trees_of(base), time.monotonic() + 60 * minutes, 0, 0, 0
    seed = time.time_ns() if seed is None else seed
    with tempfile.TemporaryDirectory() as place:
        while time.monotonic() < end:
            random = Random(seed + tried)
            tried += 1
            files = strange(random, base, trees)
            try:
                loaded += check_with_suggestions(files, Path(place) / "register").register is not None
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
                found += 1
                _show(f"{type(error).__name__}: {str(error)[:300]}\n  kept in {keep(files, base, repr(error)[:500])}")
    _show(f"{tried} registers from seed {seed}, of which {loaded} load; {found} faults")
    return 1 if found else 0


def _show(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None))
