"""Read the Markdown of a register's texts into the blocks and runs of a document.

Paragraphs, lists, emphasis, links and tables are read; whatever else Markdown knows becomes text (a heading a strong
paragraph, a picture its words and address, code its lines), and so does raw HTML, and a link that a document may not
carry. Nothing is lost: a text whose letters would not all come out is printed as it was written.

Every run is typeset here, in the light of its neighbours, so that no template has to know about spaces.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from urllib.parse import unquote

import mdurl
from markdown_it import MarkdownIt
from markdown_it.token import Token

from deskprivacy.render.document import Block, List, Paragraph, Run, Runs, Table, leads, walk
from deskprivacy.words.names import Names
from deskprivacy.words.typography import NO_NAMES, typeset_pieces

PLAIN = Run(text="")


def blocks(text: str, language: str, style: Run = PLAIN, names: Names = NO_NAMES) -> tuple[Block, ...]:
    """A text of several paragraphs, typeset for `language`. Every run takes the mark and the language of `style`."""
    if not _MARKED_UP.search(text):
        return (Paragraph(content=_plain(text, language, style, names)),) if text.strip() else ()
    read = tuple(_Reader(language, style, names).flow(iter(_parser().parse(text))))
    if _complete(text, _runs_of(read)):
        return read
    return tuple(
        Paragraph(content=_plain(part, language, style, names)) for part in _BLANK_LINES.split(text) if part.strip()
    )


def runs(text: str, language: str, style: Run = PLAIN, names: Names = NO_NAMES) -> Runs:
    """A text of one line, where only emphasis and links are markup. Empty where the text is blank."""
    line = " ".join(text.split())
    if not line or not _MARKED_UP_INSIDE.search(line):
        return _plain(line, language, style, names)
    read = tuple(run for token in _parser().parseInline(line) for run in _Reader(language, style, names).line(token))
    return read if _complete(line, read) else _plain(line, language, style, names)


_MARKED_UP_INSIDE = re.compile(r"[\\`*_\[\]<]")
_MARKED_UP = re.compile(r"[\\`*_\[\]<\n|]|^\s*(?:[#>+=~-]|\d|    |\t)")
_BLANK_LINES = re.compile(r"\n\s*\n")


class _Parser(MarkdownIt):
    """CommonMark with tables. A link that a document may not carry is not a link."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        return url.startswith("#") or leads(url, ())

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - as above; a host keeps its letters
        return mdurl.encode(url)


@cache
def _parser() -> MarkdownIt:
    # References would swallow their definitions; entities are for HTML, and here a letter is written as itself.
    return _Parser("commonmark", {"html": False}).enable("table").disable(["reference", "entity"])


@dataclass
class _Pieces:
    """The runs of one line, in reading, with the style that emphasis and links have set so far."""

    style: Run
    read: list[Run] = field(default_factory=list)
    kept: set[int] = field(default_factory=set)  # the places of code and addresses, which are not typeset

    def add(self, text: str, *, keep: bool = False, link: str | None = None) -> None:
        if not text:
            return
        run = replace(self.style, text=text, link=link or self.style.link)
        last = len(self.read) - 1
        if self.read and not keep and last not in self.kept and replace(self.read[last], text=text) == run:
            self.read[last] = replace(run, text=self.read[last].text + text)
            return
        if keep:
            self.kept.add(last + 1)
        self.read.append(run)

    def typeset(self, language: str, names: Names) -> Runs:
        texts = typeset_pieces([run.text for run in self.read], language, self.kept, names)
        return tuple(replace(run, text=text) for run, text in zip(self.read, texts, strict=True))


@dataclass(frozen=True)
class _Reader:
    """markdown-it's tokens, one after the other → blocks."""

    language: str
    style: Run
    names: Names

    def flow(self, tokens: Iterator[Token]) -> Iterator[Block]:
        """The blocks up to the end of the item, or of the text."""
        strong = False
        for token in tokens:
            match token.type:
                case "heading_open" | "heading_close":
                    strong = token.type == "heading_open"
                case "inline":
                    line = self.line(token, strong=strong)
                    if line:
                        yield Paragraph(content=line)
                case "fence" | "code_block":
                    yield from self._code(token)
                case "bullet_list_open" | "ordered_list_open":
                    yield self._list(token, tokens)
                case "table_open":
                    yield self._table(tokens)
                case "list_item_close":
                    return

    def line(self, token: Token, *, strong: bool = False) -> Runs:
        """The runs of one `inline` token."""
        pieces = _Pieces(replace(self.style, strong=True) if strong else self.style)
        outer: list[tuple[Run, Token]] = []
        for child in token.children or ():
            match child.type:
                case "strong_open":
                    outer.append((pieces.style, child))
                    pieces.style = replace(pieces.style, strong=True)
                case "em_open":
                    outer.append((pieces.style, child))
                    pieces.style = replace(pieces.style, emphasis=True)
                case "link_open":
                    outer.append((pieces.style, child))
                    pieces.style = replace(pieces.style, link=str(child.attrs["href"]))
                case "strong_close" | "em_close" | "link_close":
                    pieces.style, opened = outer.pop()
                    pieces.add(_title(opened))
                case "softbreak":
                    pieces.add(" ")
                case "hardbreak":
                    pieces.add("\n")
                case "image":
                    self._picture(child, pieces)
                case _:
                    pieces.add(child.content, keep=child.type == "code_inline" or _is_address(outer))
        return pieces.typeset(self.language, self.names)

    def _picture(self, token: Token, pieces: _Pieces) -> None:
        """A picture would have to be loaded: its words link to it, or stand beside its address."""
        address = str(token.attrs["src"])
        if leads(address, ()) and pieces.style.link is None:
            pieces.add(token.content or address, keep=not token.content, link=address)
        else:
            pieces.add(token.content)
            pieces.add(f" ({address})", keep=True)
        pieces.add(_title(token))

    def _code(self, token: Token) -> Iterator[Paragraph]:
        """The lines of a block of code, after the name of its language."""
        text = "\n".join(part for part in (token.info.strip(), token.content.strip("\n")) if part)
        if text:
            yield Paragraph(content=(replace(self.style, text=text),))

    def _list(self, opening: Token, tokens: Iterator[Token]) -> List:
        closing = opening.type.replace("_open", "_close")
        items: list[tuple[Block, ...]] = []
        for token in tokens:
            if token.type == closing:
                break
            items.append(tuple(self.flow(tokens)))
        start = int(opening.attrs.get("start", 1))
        return List(items=tuple(items), ordered=opening.type == "ordered_list_open", start=start)

    def _table(self, tokens: Iterator[Token]) -> Table:
        rows: list[list[Runs]] = []
        for token in tokens:
            match token.type:
                case "tr_open":
                    rows.append([])
                case "inline":
                    rows[-1].append(self.line(token))
                case "table_close":
                    break
        body = tuple(tuple(_cell(cell) for cell in row) for row in rows[1:])
        return Table(caption=(), columns=tuple(rows[0]), rows=body, row_headers=False)


def _cell(content: Runs) -> tuple[Block, ...]:
    return (Paragraph(content=content),) if content else ()


def _title(token: Token) -> str:
    """What a link or a picture shows under the mouse, said in the text: paper has no mouse."""
    title = token.attrs.get("title")
    return f" ({title})" if title else ""


def _is_address(outer: list[tuple[Run, Token]]) -> bool:
    return bool(outer) and outer[-1][1].info == "auto"


def _plain(text: str, language: str, style: Run, names: Names) -> Runs:
    """The text as it was written, in one run."""
    pieces = _Pieces(style)
    pieces.add("\n".join(" ".join(line.split()) for line in text.strip().split("\n")))
    return pieces.typeset(language, names)


def _complete(text: str, read: Iterable[Run]) -> bool:
    """Whether each letter of the text came out, in a run or in the address of its link."""
    shown = Counter[str]()
    link = None
    for run in read:
        shown.update(run.text)
        if run.link and run.link != link:
            shown.update(run.link + unquote(run.link))
        link = run.link
    return not any(sign.isalpha() for sign in Counter(text) - shown)


def _runs_of(read: Iterable[Block]) -> Iterator[Run]:
    for block in walk(read):
        if isinstance(block, Paragraph):
            yield from block.content
        elif isinstance(block, Table):
            for column in block.columns:
                yield from column
