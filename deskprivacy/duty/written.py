"""Written: where an answer stands that is not written on the noun which is asked: on lines, members or the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.duty.scopes import notices_in
from deskprivacy.duty.subjects import Subject
from deskprivacy.model.activities import Activity
from deskprivacy.model.means import Tracker
from deskprivacy.model.parties import Recipient
from deskprivacy.model.register import Register
from deskprivacy.model.uses import Disclosure


class Written:
    """The lines of a register by recipient, and the places that answer for others."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._lines: dict[str, list[Disclosure]] = {}
        for lines in register.disclosures.values():
            for line in lines:
                self._lines.setdefault(line.recipient.id, []).append(line)

    def elsewhere(self, subject: Subject, key: str) -> Address | None:
        """Where the answer of a subject is written, if not at its own key; the first place where several give it."""
        thing = subject.thing
        if isinstance(thing, Disclosure):
            return _above(thing, key)
        if getattr(thing, key, None):
            return None
        if isinstance(thing, Recipient):
            return next(self._below_recipient(thing, key), None)
        if isinstance(thing, Tracker):
            return next(self._below_tracker(thing, subject, key), None)
        if isinstance(thing, Activity):
            return next(self._below_activity(thing, key), None)
        return None

    def _below_recipient(self, one: Recipient, key: str) -> Iterator[Address]:
        if getattr(one, key, None) is not None:
            return  # declared as none
        for line in self._lines.get(one.id, ()):
            if getattr(line.line, key, None) is not None:
                yield line.where.at(key)
        for ident, member in (one.members or {}).items():
            if key == "country" and member.country:
                yield one.where.at("members", ident, key)

    def _below_tracker(self, one: Tracker, subject: Subject, key: str) -> Iterator[Address]:
        for name, cookie in (one.cookies or {}).items():
            if key == "lifetime" and cookie.lifetime:
                yield one.where.at("cookies", name, key)
        for ident in notices_in(subject.scope, self._register.notices):
            notice = self._register.notices[ident]
            if key == "choice" and notice.tracker_choices:
                yield notice.where.at("tracker_choices")

    def _below_activity(self, one: Activity, key: str) -> Iterator[Address]:
        if key == "controllers":
            yield from (each.where for each in self._register.controllers_of(one))
        if key == "data_subjects":
            yield from (use.where.at(key) for use in self._register.uses[one.id] if use.line.data_subjects)


def _above(line: Disclosure, key: str) -> Address | None:
    """What a line inherits stands on its sheet, or with its recipient."""
    if getattr(line.line, key, None):
        return None
    holders = (line.activity, line.recipient)
    return next((one.where.at(key) for one in holders if getattr(one, key, None)), None)
