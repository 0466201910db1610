"""What a draft says of open findings: those that public facts alone give, and nothing of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from deskprivacy.check.facts import Facts
from deskprivacy.check.rules import judge, rules
from deskprivacy.finding import Reported
from deskprivacy.model.public import may_show
from deskprivacy.model.register import Register
from deskprivacy.render.notice.notes import Note


def notes(reported: Iterable[Reported], shown: Register, today: date) -> Iterator[Note]:
    """The open findings that a draft may show. `shown` is `public(register)`.

    A rule that judges `shown` sees no internal fact: what it finds there too betrays none. A rule that asks for an
    internal fact says so itself. Gaps have their own marks.
    """
    found = {(one.rule, one.at) for one in judge(Facts(register=shown, today=today))}
    for one in reported:
        rule = rules().get(one.finding.rule)
        if rule and not rule.internal and one.address and may_show(one.address) and (rule.rule, one.address) in found:
            yield Note(rule=rule.rule, where=one.address, title=rule.title, law=one.law)
