"""What the law asks and no part of the register has printed: no gap is lost."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.duty import Gap
from deskprivacy.render.document import Runs, Section
from deskprivacy.render.register.addresses import in_words
from deskprivacy.render.register.cells import grouped, said
from deskprivacy.render.register.page import RegisterPage


def remaining(page: RegisterPage) -> Iterator[Section]:
    """The gaps of facts that no sheet uses; no section where there are none."""
    lost = page.lost()
    if lost:
        pairs = ((_entity(page, gap), said(*page.marks([gap]))) for gap in lost)
        yield page.section(
            "elsewhere", "elsewhere", "To be completed in facts that no sheet uses", grouped(page, pairs)
        )


def _entity(page: RegisterPage, gap: Gap) -> Runs:
    return in_words(page, gap.where.entity)
