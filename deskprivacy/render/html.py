"""Set a document as one HTML page that loads nothing: the only room where Jinja is at home.

The page is a file by itself: one inline stylesheet, no script, no font, no picture from elsewhere, and a
Content-Security-Policy that names the digest of that stylesheet and forbids everything else. Templates see a
`document` (`deskprivacy.render.document.Document`) and loop over it; whatever comes from a register is escaped.
"""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup, escape

from deskprivacy.errors import CannotRender, reason_of
from deskprivacy.render.document import Document, Run, anchors
from deskprivacy.render.lines import grouped, headed, printable
from deskprivacy.words.signs import steady, steers


def to_html(document: Document, templates: Path) -> str:
    """The page, by `document.html` and `document.css` of the folder `templates`.

    Raises `CannotRender` where one of the two is missing or faulty.
    """
    document = headed(document)
    try:
        style = _style(templates / "document.css")
        page = _environment(templates).get_template("document.html")
        written = page.render(
            document=document,
            style=Markup(style),  # noqa: S704 - the web team's own file, checked
            policy=_policy(style),
            groups=partial(grouped, ids=anchors(document)),
        )
    except TemplateError as error:
        name = templates / "document.html"
        raise CannotRender("{name} is missing or faulty. Jinja says: {what}", name=name, what=error) from error
    return printable(written)


@cache
def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.tests["steering"] = steers
    environment.filters["lines"] = _lines
    environment.filters["plain"] = _plain
    return environment


def _style(path: Path) -> str:
    try:
        style = path.read_text(encoding="utf-8")
    except OSError as error:
        raise CannotRender("{name} cannot be read: {reason}.", name=path, reason=reason_of(error)) from error
    except UnicodeDecodeError as error:
        raise CannotRender("{name} is not UTF-8 text (byte {at}).", name=path, at=error.start + 1) from error
    if "</style" in style.lower():
        raise CannotRender("{name}: a stylesheet cannot hold `</style`.", name=path)
    return style


def _policy(style: str) -> str:
    """The Content-Security-Policy. Its digest is that of the characters between `<style>` and `</style>`."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _lines(text: str) -> Markup:
    """A text whose newlines are line breaks."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def _plain(runs: Iterable[Run]) -> str:
    """The words alone, for an attribute."""
    return steady("".join(run.text for run in runs))
