"""Duties: the law held against the register. Findings, marks in documents and the coverage annex come of it."""

from deskprivacy.duty.answers import State
from deskprivacy.duty.coverage import Covered
from deskprivacy.duty.gaps import Gap

__all__ = ["Covered", "Gap", "State"]
