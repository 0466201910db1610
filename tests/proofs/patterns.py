"""The regular expressions of the law's data, and units of text that make expressions slow when they are repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from deskprivacy.law.files import FOLDER, parsed

# One sign, or a few, that an expression may take in more than one way.
UNITS = (
    *(
        "a",
        "é",
        "1",
        "_",
        "-",
        ".",
        " ",
        "\u00a0",
        "\n",
        "\r",
        "\t",
        '"',
        "'",
        "’",
        "«",
        "»",
        "(",
        "[",
        "{",
        "<",
        ">",
        "#",
    ),
    *(
        "*",
        "`",
        "~",
        "|",
        "\\",
        ":",
        ";",
        "!",
        "?",
        "…",
        "/",
        "@",
        "&",
        "%",
        "\u00ad",
        "\u200b",
        "\u0301",
        "\U0001f9d1",
    ),
    *(
        "a ",
        "1 ",
        "a-",
        "a.",
        "A.",
        "1.",
        "a\n",
        "a\n\n",
        "- ",
        "- a\n",
        "# a\n",
        "> ",
        "* _",
        "**a ",
        "[a](",
        "![",
        "<a ",
    ),
    *(
        "<!--",
        "|a|b|\n",
        "|a|\n|-|\n",
        "'' ",
        '\\"',
        "a: ",
        "a:\n ",
        "{a: ",
        "[a, ",
        " #a",
        "&a ",
        "1 000 ",
        "01 ",
        "n° ",
    ),
    *(
        "art. 1 ",
        "M. ",
        "http://a.fr ",
        "a@b ",
        "« a ",
        " ;",
        "nous pouvons ",
        "13 mois ",
        "section 1, ",
        "en utilisant ",
    ),
)


def patterns_of_the_law() -> dict[str, re.Pattern[str]]:
    """Each expression of the lexicons and of the other data, by where it stands."""
    found: dict[str, re.Pattern[str]] = {}
    for path in sorted(FOLDER.rglob("*.yaml")):
        name = path.relative_to(FOLDER).with_suffix("").as_posix()
        written = (text for text in _texts(parsed(name)) if "\\" in text)
        found |= {f"{name} {number}": re.compile(text, re.IGNORECASE) for number, text in enumerate(written)}
    return found


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        for below in node:
            yield from _texts(below)
    elif isinstance(node, str):
        yield node
