"""Waivers: findings that the controller accepts for a time, with a reason; and waivers that are no such thing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from deskprivacy.address import Address, parse
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, RuleText
from deskprivacy.model.register import Register
from deskprivacy.model.side import SETTINGS, Waiver
from deskprivacy.nearest import nearest
from deskprivacy.stories.rulebook import is_structure

_LONGEST = 366  # days: an exception is looked at again within the year


def with_known_rules(
    findings: Iterable[Finding], book: Mapping[str, RuleText], changed: Iterable[str]
) -> Iterator[Finding]:
    """The findings of loading; what is no id where a rule is to be named gets a rule as its suggestion, or none.

    Loading knows how ids are written, not which rules there are. `changed` are rules whose severity is changed already.
    """
    for one in findings:
        names_waived = isinstance(one.at, Address) and one.at.kind == "waivers" and one.at.keys == ("rule",)
        names_changed = isinstance(one.at, Address) and one.at.kind == SETTINGS and one.at.keys[:1] == ("severities",)
        if one.rule != "bad-id" or not (names_waived or names_changed):
            yield one
            continue
        free = [rule for rule in book if (is_waivable(rule, book) if names_waived else rule not in changed)]
        near = nearest(str(one.values["value"]), free)
        yield dataclasses.replace(one, values={**one.values, "suggestion": near})


def is_waivable(rule: str, book: Mapping[str, RuleText]) -> bool:
    """Structure is never waived, nor a rule from which no deviation is justified."""
    text = book[rule]
    return not is_structure(rule) and not (isinstance(text, Rule) and text.justified is None)


class Waivers:
    """The waivers of a register, by the day judged; remembers which of them were needed."""

    def __init__(self, register: Register, book: Mapping[str, RuleText], today: date) -> None:
        self._register = register
        self._book = book
        self._today = today
        self._used: set[str] = set()
        self._by_rule: dict[str, list[tuple[Waiver, Address]]] = {}
        for one in register.waivers.values():
            if one.rule in book and self._is_waivable(one.rule) and date.fromisoformat(one.until) >= today:
                self._by_rule.setdefault(one.rule, []).append((one, parse(one.about)))

    def kept(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings that no waiver accepts."""
        for finding in findings:
            if not self.accept(finding.rule, finding.at):
                yield finding

    def accept(self, rule: str, at: object) -> bool:
        """Whether a waiver accepts what a rule finds at an address; a place in a file is no address."""
        if not isinstance(at, Address):
            return False
        found = next((one for one, about in self._by_rule.get(rule, ()) if about.covers(at)), None)
        if found is not None:
            self._used.add(found.id)
        return found is not None

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the waivers themselves. To be asked once all findings have been looked at."""
        for one in self._register.waivers.values():
            where = Address("waivers", one.id)
            until = date.fromisoformat(one.until)
            if one.rule not in self._book:
                near = nearest(one.rule, filter(self._is_waivable, self._book))
                yield Finding(rule="unknown-rule", at=where.at("rule"), values={"rule": one.rule, "suggestion": near})
            elif not self._is_waivable(one.rule):
                yield Finding(rule="unwaivable-rule", at=where.at("rule"), values={"rule": one.rule})
            elif until < self._today:
                yield Finding(rule="expired-waiver", at=where.at("until"), values={"until_day": one.until})
            elif (until - self._today).days > _LONGEST:
                yield Finding(rule="waiver-too-long", at=where.at("until"), values={"until_day": one.until})
            elif one.id not in self._used:
                yield Finding(rule="unused-waiver", at=where.at("about"), values={"rule": one.rule, "about": one.about})
        changed = self._register.settings.severities or {}
        for rule in changed:
            if rule not in self._book:
                at = Address(SETTINGS, "", ("severities", rule))
                values = {"rule": rule, "suggestion": nearest(rule, (one for one in self._book if one not in changed))}
                yield Finding(rule="unknown-rule", at=at, on="key", values=values)

    def _is_waivable(self, rule: str) -> bool:
        return is_waivable(rule, self._book)
