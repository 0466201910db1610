"""Reading HTML: the words between the tags, with the lines on which they stand."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

from deskprivacy.check.reading.text import Block, Blocks, Kind

_SKIPPED = frozenset({"script", "style", "template", "noscript", "svg", "math", "head", "select", "textarea"})
_SHOWN = frozenset({"audio", "canvas", "embed", "form", "iframe", "img", "input", "object", "script", "svg", "video"})
_AROUND = frozenset({"header", "nav", "aside", "footer"})  # what surrounds a text: its titles are those of menus
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# What does not end a paragraph.
# fmt: off
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em",
        "font", "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)
# fmt: on


def read_html(text: str) -> tuple[Block, ...]:
    """The blocks of an HTML page."""
    reader = _Reader()
    reader.feed(_closed(text))
    reader.close()
    reader.end()
    return tuple(reader.found.done)


def _closed(text: str) -> str:
    """The same page without what opens and never closes, as long as it was.

    The parser looks for the end of each such mark anew, to the end of the page: many of them would take hours.
    """
    text = text.replace("<![", "   ")
    for opening, closing in (("<!--", "-->"), ("<", ">"), ("&", ";")):
        last = text.rfind(closing) + 1
        text = text[:last] + text[last:].replace(opening, " " * len(opening))
    return text


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found = Blocks()
        self._skipped = ""
        self._depth = 0
        self._kind: Kind = "paragraph"
        self._in_heading = False
        self._around = 0
        self._lists: list[int | None] = []  # the number of the item, in lists that count
        self._link: tuple[int, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if tag == "body":
            self._skipped = ""  # a head need not be closed
        if self._skipped:
            self._depth += tag == self._skipped
            return
        if tag in _SHOWN and not self._in_heading:
            self.found.picture()
        if tag in _SKIPPED:
            self._skipped, self._depth = tag, 1
        elif tag == "a":
            target = dict(attrs).get("href")
            by_script = target == "" and len(attrs) > 1  # a button in all but name
            self._link = (self.found.pieces.length, target) if target is not None and not by_script else None
        elif tag not in _INLINE:
            self.end()
            self._in_heading = tag in _HEADINGS
            self._around += tag in _AROUND
            self._open(tag)

    def handle_startendtag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """A tag without content."""
        if not self._skipped and tag not in _INLINE and tag not in _SKIPPED:
            self.end()

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._skipped = ""
        elif tag == "a" and self._link:
            self.found.pieces.link(*self._link)
            self._link = None
        elif tag in _HEADINGS:
            self._link = None
            self._in_heading = False
            if self._around:
                self.found.end()
            else:
                self.found.end("heading", _HEADINGS[tag])
        elif tag not in _INLINE:
            self.end()
            self._around = max(0, self._around - (tag in _AROUND))
            if tag in ("ol", "ul") and self._lists:
                self._lists.pop()

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._skipped:
            line, column = self.getpos()
            self.found.pieces.add(data, line, column + 1)

    def handle_entityref(self, name: str) -> None:
        """A letter by its name."""
        self.handle_data(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        """A letter by its number."""
        self.handle_data(unescape(f"&#{name};"))

    def end(self) -> None:
        """The block ends here."""
        self._link = None
        self.found.end(self._kind)
        self._kind = "paragraph"

    def _open(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag in ("li", "td", "th", "dd", "dt"):
            self._kind = "item"
            if tag == "li" and self._lists and (number := self._lists[-1]) is not None:
                self._lists[-1] = number + 1
                line, column = self.getpos()
                self.found.pieces.add(f"{number + 1}. ", line, column + 1)
