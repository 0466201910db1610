"""What is asked once a register: the sheets that leave it open are named in one finding, not each in its own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from deskprivacy.finding import Reported
from deskprivacy.law.rules import Duty

_NAMED = 4  # the documents mark each of them


def asked_once(reported: Iterable[Reported]) -> tuple[Reported, ...]:
    """The findings, of which those of one duty that is asked once and under one open question are one.

    It stands at the address that comes first by the alphabet: the order of the files must not move it.
    """
    together: dict[object, list[Reported]] = {}
    for position, one in enumerate(reported):
        once = isinstance(one.text, Duty) and one.text.once
        together.setdefault((one.finding.rule, one.question, one.severity) if once else position, []).append(one)
    return tuple(_joined(same) for same in together.values())


def _joined(same: list[Reported]) -> Reported:
    """The one of them that shows, which keeps its place and fingerprint, with the names of all."""
    first = min(same, key=lambda one: str(one.address))
    if len(same) == 1:
        return first
    names = [str(one.finding.values["name"]) for one in same]
    named = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    values = {**first.finding.values, "name": named}
    return dataclasses.replace(first, finding=dataclasses.replace(first.finding, values=values))
