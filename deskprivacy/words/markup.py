"""HTML in a text that is Markdown or no markup at all: documents print it letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskprivacy.words.links import leads_out

# `R&D;` and `AT&T` are names, `< 3 ans` is a comparison, `<dpo@example.org>` an address: a tag bears a name of HTML.
_ELEMENTS = re.compile(
    r"(?:a|abbr|acronym|address|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption|"
    r"center|cite|code|col|colgroup|data|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|font|"
    r"footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|"
    r"main|map|mark|meta|meter|nav|noscript|object|ol|optgroup|option|output|p|picture|pre|progress|q|s|samp|script|"
    r"section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|"
    r"th|thead|time|title|tr|tt|u|ul|var|video|wbr|o:p)\Z",
    re.IGNORECASE,
)
_PIECE = re.compile(
    r"&(?P<entity>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|</?(?P<tag>[A-Za-z][A-Za-z0-9:]{0,11})(?:[\s/][^<>]{0,1000})?>|(?P<other><!--|<!DOCTYPE\b)",
    re.IGNORECASE,
)
_CODE = re.compile(r"`[^`]*`")
_LINK = re.compile(r"\]\(\s{0,9}<?([^()\s<>]{1,2000})|<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{1,2000})>")


def html_pieces(text: str, *, is_markdown: bool) -> list[str]:
    """The tags and the character references of HTML that a text holds; in Markdown, none that stands as code."""
    if "&" not in text and "<" not in text:
        return []
    from html.entities import html5

    shown = _CODE.sub("", text) if is_markdown else text
    found: dict[str, None] = {}
    for piece in _PIECE.finditer(shown):
        entity, tag = piece["entity"], piece["tag"]
        is_known = entity[0] == "#" or f"{entity};" in html5 if entity else not tag or _ELEMENTS.match(tag) is not None
        if is_known:
            found[piece[0]] = None
    return list(found)


def as_signs(text: str) -> str | None:
    """The text with its character references as the signs that they stand for; None where it would be HTML still."""
    from html import unescape

    plain = unescape(text)
    return None if html_pieces(plain, is_markdown=False) else plain


def lost_links(text: str) -> Iterator[str]:
    """Where the links of a text in Markdown lead that no document carries: they are printed as they were typed."""
    for found in _LINK.finditer(_CODE.sub("", text)):
        target = found[1] or found[2]
        if not target.startswith("#") and not leads_out(target):
            yield target
