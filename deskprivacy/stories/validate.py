"""Validating: syntax, schemas, references, then what the law asks of all that is sound; every finding in one run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from deskprivacy.check import citations, open_questions, publication, signs, translations
from deskprivacy.check.facts import Facts
from deskprivacy.check.rules import judge
from deskprivacy.duty.gaps import Gap, gaps
from deskprivacy.duty.gaps import findings as gap_findings
from deskprivacy.finding import Finding, Reported, Severity
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.load import load
from deskprivacy.load.loaded import Loaded
from deskprivacy.model.register import Register
from deskprivacy.stories.answering import Answering
from deskprivacy.stories.rulebook import rulebook
from deskprivacy.stories.verdict import Published, Verdict
from deskprivacy.stories.waivers import Waivers, with_known_rules


@frozen
class Outcome(Frozen):
    """What validating a register came to. There are no gaps where the register did not load."""

    loaded: Loaded
    gaps: tuple[Gap, ...]
    reported: tuple[Reported, ...]
    waived: tuple[Gap, ...] = ()  # those that a waiver accepts: nothing is to be completed there

    @property
    def register(self) -> Register | None:
        """The register, None where its structure has errors."""
        return self.loaded.register

    def worst(self) -> Severity | None:
        """The gravest severity among the findings, None where there is none."""
        return max((one.severity for one in self.reported), default=None)


def validate(folder: Path, schemas: Path, today: date) -> Outcome:
    """Checks the register in a folder as of a day. Raises NoRegister where there is none."""
    loaded = load(folder, schemas)
    register, answering = loaded.judged, Answering(loaded)
    found = list(with_known_rules(answering.of_structure(loaded.findings), rulebook(), loaded.severities))
    if register is None:
        return Outcome(loaded=loaded, gaps=(), reported=Verdict(loaded, frozenset(), today).on(found))
    missing = gaps(register, today)
    waivers = Waivers(register, rulebook(), today)
    found += signs.check(register) if loaded.may_hold_odd_signs() else ()
    found += answering.unanswered(waivers.kept(_judged(register, missing, today)))
    found += answering.unanswered(waivers.findings())
    reported = Verdict(loaded, _published(register, missing), today).on(found)
    if loaded.register is None:
        return Outcome(loaded=loaded, gaps=(), reported=reported)
    waived = {id(gap): gap for gap in missing if waivers.accept(gap.row.rule, gap.where)}
    return Outcome(
        loaded=loaded,
        gaps=tuple(gap for gap in missing if id(gap) not in waived),
        reported=reported,
        waived=tuple(waived.values()),
    )


def _judged(register: Register, missing: tuple[Gap, ...], today: date) -> Iterator[Finding]:
    yield from open_questions.check(register, today)
    yield from citations.check(register)
    yield from translations.check(register)
    yield from publication.check(register)
    yield from judge(Facts(register=register, today=today))
    yield from gap_findings(missing)


def _published(register: Register, missing: tuple[Gap, ...]) -> Published:
    """The gaps that a published notice would print."""
    published = {notice.id for notice in register.notices.values() if notice.status == "published"}
    return frozenset((gap.row.rule, gap.where) for gap in missing if published & set(gap.notices))
