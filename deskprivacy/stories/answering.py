"""Answering: which findings a part of the register that could not be judged might answer. They are not told.

Judgement then looks at a register from which facts were taken away, so whatever it finds there is so, but for what it
misses. It is silent about what stands where something was taken away, and wherever a rule looks for an absence
(`sought_in`) in entries of which one could not be judged.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from deskprivacy.address import EVERY, Address, parse
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.texts import is_national
from deskprivacy.load.loaded import Loaded
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import noun_of
from deskprivacy.stories.rulebook import rulebook

ITSELF, ALL = "itself", "all"
WAIVERS, QUESTIONS = "waivers", "open_questions"

_OF_OTHERS = ("address", "about")  # the values of a finding that name another fact than the one it stands at


class Answering:
    """What the parts that were left out might answer."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._sources = {found for one in loaded.left_out for found in _sources(one.where)}
        self._holes: dict[tuple[str, str], list[Address]] = {}  # by entry, and by kind for who means every one
        for one in loaded.left_out:
            for ident in {one.where.id, EVERY, ""}:
                self._holes.setdefault((one.where.kind, ident), []).append(one.where)
        seated = loaded.judged.controllers if loaded.judged else {}
        self._may_be_elsewhere = any(one.id not in seated for one in self._holes.get(("controllers", EVERY), ()))
        self._waivers = tuple(self._unsound_waivers())
        self._questions = tuple(self._unsound_questions())

    def unanswered(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings of judgement that stand, whatever the rest of the register says.

        None is an error about which a question that cannot be read may ask.
        """
        for one in findings:
            if not self._sources:
                yield one
            elif not self._may_answer(one):
                yield dataclasses.replace(one, severity=Severity.WARNING) if self._may_be_asked(one) else one

    def of_structure(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings of structure; of those that are no errors, the ones that stand."""
        for one in findings:
            text = rulebook()[one.rule]
            if text.severity is Severity.ERROR or self._sources.isdisjoint(text.sought_in):
                yield one

    def _may_answer(self, finding: Finding) -> bool:
        rule = rulebook()[finding.rule]
        sought = rule.sought_in
        if not self._sources.isdisjoint(sought):
            return True
        if self._may_be_elsewhere and any(map(is_national, finding.law or rule.law)):
            return True
        return any(
            self._is_in_hole(where) or (ITSELF in sought and self._is_in_hole(where.entity))
            for where in _facts(finding)
        ) or any(self._is_accepted(finding, rule, about) for rule, about in self._waivers)

    def _is_in_hole(self, where: Address) -> bool:
        """Whether something was taken away where a fact stands, above it or below it."""
        return any(
            all(one == other for one, other in zip(where.keys, hole.keys, strict=False))
            for hole in self._holes.get((where.kind, where.id), ())
        )

    def _is_accepted(self, finding: Finding, rule: str | None, about: Address | None) -> bool:
        """Whether an unsound waiver may accept a finding: by what of it can be read."""
        of_rule = rule is None or rule == finding.rule
        return of_rule and (about is None or (isinstance(finding.at, Address) and about.covers(finding.at)))

    def _may_be_asked(self, finding: Finding) -> bool:
        rule = rulebook()[finding.rule]
        if (finding.severity or rule.severity) is not Severity.ERROR or not isinstance(finding.at, Address):
            return False
        return any(about is None or about.covers(finding.at) for about in self._questions)

    def _unsound_questions(self) -> Iterator[Address | None]:
        """What the questions that were left out ask about; None stands for what cannot be told."""
        for one in self._loaded.left_out:
            if one.where.kind == QUESTIONS and one.why in ("errors", "unread"):
                declared = self._loaded.declared.entities.get(QUESTIONS, {}).get(one.where.id)
                about = declared.data.get("about") if declared and isinstance(declared.data, dict) else None
                yield from map(_where_to, about if isinstance(about, list) else [about])

    def _unsound_waivers(self) -> Iterator[tuple[str | None, Address | None]]:
        for one in self._loaded.left_out:
            if one.where.kind != WAIVERS:
                continue
            if one.why == "unread":
                yield from ((rule, None) for rule in self._rules_in(one.place.file))
                continue
            data = self._loaded.declared.entities[WAIVERS][one.where.id].data
            rule, about = (data.get("rule"), data.get("about")) if isinstance(data, dict) else (None, None)
            known = rule if isinstance(rule, str) and rule in rulebook() else None
            led = None if one.why == "naming" else _where_to(about)  # the other names what is not there
            if known or led:
                yield known, led

    def _rules_in(self, file: str) -> Iterable[str]:
        """The rules of which a file that cannot be read may speak: all, where its text cannot be read either."""
        try:
            text = self._loaded.contents[file].decode("utf-8-sig")
        except (KeyError, UnicodeDecodeError):
            return rulebook()
        return [rule for rule in rulebook() if rule in text]


def _sources(hole: Address) -> Iterator[str]:
    """What `sought_in` may say of something that was left out: a whole entry may hold any field."""
    yield ALL
    yield hole.kind
    keys = hole.named[:1] or tuple(noun_of(KINDS[hole.kind]).fields if hole.kind in KINDS else ())
    yield from (f"{hole.kind}.{key}" for key in keys)


def _facts(finding: Finding) -> Iterator[Address]:
    """The facts that a finding speaks of."""
    if isinstance(finding.at, Address):
        yield finding.at
    for name in _OF_OTHERS:
        if where := _where_to(finding.values.get(name)):
            yield where


def _where_to(text: object) -> Address | None:
    try:
        return parse(text) if isinstance(text, str) else None
    except ValueError:
        return None
