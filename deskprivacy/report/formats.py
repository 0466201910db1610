"""The formats by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deskprivacy.report import Report
from deskprivacy.report.concise import format_concise
from deskprivacy.report.machine import format_json
from deskprivacy.report.text import format_text

FORMATS: Mapping[str, Callable[[Report], str]] = {"text": format_text, "concise": format_concise, "json": format_json}
