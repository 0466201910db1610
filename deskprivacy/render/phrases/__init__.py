"""Phrases: how one fact becomes words, the same in the notice and in the register.

Each takes the page and a noun of the model, and gives running text that says what is declared and nothing more; on a
page of a public register, that is only what is public.
"""

from deskprivacy.render.phrases.circumstances import cases, channel, narrowing
from deskprivacy.render.phrases.facts import (
    basis,
    basis_details,
    choice,
    consent,
    contact,
    item,
    items,
    lifetime,
    required,
    transfer,
    transfer_cases,
)
from deskprivacy.render.phrases.names import countries, data_name, data_named, data_refs, either, named, together
from deskprivacy.render.phrases.retention import retention, retention_grounds, retention_use

__all__ = [
    "basis",
    "basis_details",
    "cases",
    "channel",
    "choice",
    "consent",
    "contact",
    "countries",
    "data_name",
    "data_named",
    "data_refs",
    "either",
    "item",
    "items",
    "lifetime",
    "named",
    "narrowing",
    "required",
    "retention",
    "retention_grounds",
    "retention_use",
    "together",
    "transfer",
    "transfer_cases",
]
