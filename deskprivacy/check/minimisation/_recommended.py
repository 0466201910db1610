"""Which recommended periods concern data that are kept."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.kept import Kept
from deskprivacy.law.presets import Preset, presets_in
from deskprivacy.model.parties import countries_of


def concerning(facts: Facts, kept: Kept) -> Iterator[Preset]:
    """The recommendations for these data: by tags, or where all that they are kept for is of the kinds meant."""
    kinds = {facts.register.purposes[ident].kind for ident in kept.purposes}
    tags = {tag for item in kept.use.items for tag in item.tags}
    controllers = facts.register.controllers_of(kept.use.activity)
    for preset in presets_in(countries_of(controllers), facts.today).values():
        if preset.tags & tags or (kinds and kinds <= preset.purposes):
            yield preset
