"""The tools of a transfer outside the EEA (GDPR 45 to 49), and what each asks for (`transfer_tools.yaml`)."""

from __future__ import annotations

from functools import cache

from deskprivacy.law.files import data


@cache
def tools_to_assess() -> frozenset[str]:
    """The mechanisms that protect only where the law of the third country has been assessed."""
    return frozenset(tool for tool, row in data("transfer_tools")["tools"].items() if row["assessment"] == "true")


@cache
def lasting_reasons() -> frozenset[str]:
    """The reasons of a transfer that last by their nature."""
    return frozenset(data("transfer_tools")["lasting"])


@cache
def closed_to_public_powers() -> frozenset[str]:
    """The derogations that a public authority may not use in the exercise of its public powers (GDPR 49(3))."""
    return frozenset(one for one, row in data("transfer_tools")["derogations"].items() if row["public"] == "false")
