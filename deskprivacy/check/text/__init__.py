"""The text rules: each reads a text, in a register or anywhere else, and says what is wrong with it."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.text import (
    absolute_promise,
    acceptance_by_use,
    changes_by_silence,
    check_regularly,
    dangling_reference,
    heading_without_content,
    hedged_statement,
    information_delegated,
    long_sentence,
    open_list,
    placeholder_left,
    vague_purpose,
    vague_retention,
)

RULES: tuple[ModuleType, ...] = (
    placeholder_left,
    dangling_reference,
    heading_without_content,
    acceptance_by_use,
    changes_by_silence,
    check_regularly,
    information_delegated,
    hedged_statement,
    vague_purpose,
    vague_retention,
    open_list,
    absolute_promise,
    long_sentence,
)
