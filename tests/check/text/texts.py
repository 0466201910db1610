"""What a text rule says of a text: the quotes, for the tests of this folder."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.reading.markdown import read_markdown
from deskprivacy.check.reading.text import Reading


def quotes(rule: ModuleType, text: str, language: str = "fr") -> list[str]:
    """The words on which the rule remarks, in a text in Markdown."""
    return [remark.quote for remark in rule.judge(Reading(language=language, blocks=read_markdown(text)))]
