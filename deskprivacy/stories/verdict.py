"""The verdict: findings get their severity, their place and the question that asks about them, and an order."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date

from deskprivacy.address import Address, parse
from deskprivacy.check.open_questions import is_declared
from deskprivacy.finding import Finding, On, Place, Reported, RuleText, Severity, Value, Where
from deskprivacy.law.rules import Duty
from deskprivacy.law.texts import in_doubt, in_force
from deskprivacy.load.loaded import Loaded
from deskprivacy.model.register import Register
from deskprivacy.model.side import OpenQuestion
from deskprivacy.model.standing import ByAddress
from deskprivacy.stories.once import asked_once
from deskprivacy.stories.rulebook import is_structure, rulebook

Published = frozenset[tuple[str, Where]]

# Values that change when lines move or entries change places, and the suggestion, which is no part of what was seen.
_PASSING = frozenset(
    {"line", "column", "first", "second", "suggestion", "meaning", "example", "table", "value_form", "literals"}
)


class Verdict:
    """Turns findings into what is reported of them, for one register.

    `published` holds the rule and place of what a published notice would print: there, no question excuses a gap.
    """

    def __init__(self, loaded: Loaded, published: Published, today: date) -> None:
        self._loaded = loaded
        self._today = today
        self._published = published
        register = loaded.judged
        self._countries = register.countries if register else frozenset[str]()
        self._changes = dict(register.settings.severities or {}) if register else {}
        self._register = register
        self._questions = ByAddress(_asked(register)) if register else ByAddress[tuple[Address, OpenQuestion]](())

    def on(self, findings: Iterable[Finding]) -> tuple[Reported, ...]:
        """Every finding as it is shown, in the order of the files and lines."""
        ordinals: Counter[str] = Counter()
        reported = [self._report(finding, ordinals) for finding in findings]
        order = {file: position for position, file in enumerate(self._loaded.contents)}
        return tuple(
            sorted(asked_once(reported), key=lambda one: (order.get(one.place.file, -1), one.place, one.finding.rule))
        )

    def _report(self, finding: Finding, ordinals: Counter[str]) -> Reported:
        address = finding.at if isinstance(finding.at, Address) else None
        text = rulebook()[finding.rule]
        question = None if is_structure(finding.rule) else self._question(address)
        law = finding.law or in_force(text.law, self._countries, self._today)
        key = _key(finding)
        ordinals[key] += 1
        return Reported(
            finding=finding,
            text=text,
            severity=self._severity(finding, text, law, question),
            place=self._place(finding.at, finding.on),
            address=address,
            related=tuple(
                (one, one.at if isinstance(one.at, Address) else None, self._place(one.at, one.on))
                for one in finding.related
            ),
            law=law,
            question=question,
            ask=None if question else self._to_ask(finding, text, address),
            fingerprint=_fingerprint(f"{key}#{ordinals[key]}"),
        )

    def _severity(self, finding: Finding, text: RuleText, law: tuple[str, ...], question: str | None) -> Severity:
        change = self._changes.get(finding.rule)
        severity = Severity[change.severity.upper()] if change else finding.severity or text.severity
        if severity is Severity.ERROR and not change and (in_doubt(law) or (text.law and not law)):
            return Severity.WARNING  # an error rests on a text that binds here and now, and was read
        if severity is Severity.ERROR and question and (finding.rule, finding.at) not in self._published:
            return Severity.WARNING
        return severity

    def _to_ask(self, finding: Finding, text: RuleText, address: Address | None) -> Address | None:
        """The address at which an open question would answer an absent fact: not what a published notice prints.

        A duty finds nothing but what is absent; a rule may find what is there, and no question of the unknown excuses
        that. The address names no entry of a list: a written one cannot.
        """
        if address is None or (finding.rule, finding.at) in self._published or is_structure(finding.rule):
            return None
        if not isinstance(text, Duty) and self._is_declared(address):
            return None
        return Address(address.kind, address.id, tuple(key for key in address.keys if not isinstance(key, int)))

    def _question(self, address: Address | None) -> str | None:
        """The first question about a fact; one that says of it that it is unknown only as long as it is absent."""
        for about, question in self._questions.over(address) if address else ():
            assert address is not None
            if question.status != "unknown" or not self._is_declared(about.within(address)):
                return question.id
        return None

    def _is_declared(self, fact: Address) -> bool:
        return self._register is not None and is_declared(self._register, fact, throughout=True)

    def _place(self, at: Where, on: On) -> Place:
        return at if isinstance(at, Place) else self._loaded.place(at, on)


def _asked(register: Register) -> Iterable[tuple[Address, tuple[Address, OpenQuestion]]]:
    return [(parse(about), (parse(about), one)) for one in register.open_questions.values() for about in one.about]


def _fingerprint(text: str) -> str:
    from hashlib import sha256  # here, for it loads OpenSSL, and most registers have no finding

    return sha256(text.encode()).hexdigest()[:32]


def _key(finding: Finding) -> str:
    """What makes a finding the same one after lines have moved: its rule, its address, its values in no order."""
    where = str(finding.at) if isinstance(finding.at, Address) else finding.at.file
    values = {key: _settled(value) for key, value in finding.values.items() if key not in _PASSING}
    return json.dumps([finding.rule, where, values], sort_keys=True, ensure_ascii=False)


def _settled(value: Value) -> Value | list[str]:
    """A value without the order in which the names that it joins stand in the files."""
    if isinstance(value, tuple):
        return sorted(value)
    return sorted(value.split(", ")) if isinstance(value, str) and ", " in value else value
