"""The coverage of the law, a document beside the register: each letter, the fields that answer it, what is missing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from deskprivacy.address import Address
from deskprivacy.duty import Covered, Gap, State
from deskprivacy.law.reader import Duty, letters
from deskprivacy.law.reader import sheet as rows_of_the_sheet
from deskprivacy.law.texts import in_force
from deskprivacy.model.parties import name_of
from deskprivacy.model.register import KINDS, Register
from deskprivacy.model.told import told
from deskprivacy.render.document import Block, Document, Labels, Link, Runs, Section
from deskprivacy.render.register.cells import Cell, labelled, said, table
from deskprivacy.render.register.checked import Checked, Places
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.words.citation import cite_all
from deskprivacy.words.speech import Speech

# The nouns that are not called as their file is.
_HOLDERS = {"register": "", "dpo": "controllers.", "explicit-consent": "purposes."}

_NOT_MODELLED = ("GDPR 6(4)", "GDPR 13(3)", "GDPR 14(4)")  # articles.yaml says why

# The fields of which a notice tells that there is none; of any other, that it is empty shows in no notice.
_TOLD_AS_NONE = frozenset({"automated_decisions", "recipients", "trackers", "transfer"})

_SHOWN = 12  # of a long list; the sheets mark every gap


def coverage_document(
    register: Register,
    gaps: Iterable[Gap],
    say: Speech,
    checked: Checked,
    *,
    untranslated: frozenset[str] = frozenset(),
) -> Document:
    """The view of what each letter of the law asks for and where the register answers it; for inside.

    A page of its own: it is for whoever checks the register, and longer than the register itself.
    """
    page = RegisterPage(register, gaps, say, untranslated, waived=checked.waived, brief=True)
    in_notices = {one.where for each in register.notices.values() for one in told(register, each).entities()}
    parts = tuple(_parts(page, checked.covered, checked.places, in_notices))
    return Document(
        kind="register",
        id="coverage",
        language=say.language,
        title=say("Coverage of the law"),
        author=say.listed(name_of(one) for one in register.own_controllers) or None,
        status="internal",
        banner=(page.words("Internal document: not to be published."),),
        lead=(*said(_intro(page)), *page.translation_note()),
        contents=tuple(Link(id=one.id, title=one.title) for one in parts if isinstance(one, Section)),
        blocks=parts,
        labels=Labels(contents=say("Contents"), skip=say("Skip to the text"), page=say("Page")),
    )


def _intro(page: RegisterPage) -> Runs:
    """What this is, and which register it is about."""
    about = page.run(page.register.settings.title)
    return page.phrase("What each letter of the law asks for, and what the register “{title}” answers.", title=(about,))


def _parts(
    page: RegisterPage, coverage: Iterable[Covered], places: Places, in_notices: Collection[Address]
) -> Iterator[Block]:
    """A table for each letter that something in the register calls for; then the letters that nothing calls for."""
    by_letter: dict[str, dict[str, list[Covered]]] = {}
    for one in coverage:
        by_letter.setdefault(one.letter, {}).setdefault(one.duty.rule, []).append(one)
    called = {letter: _called(found) for letter, found in by_letter.items()}
    idle = [(page.run(_cited(page, letter)),) for letter, found in called.items() if not found]
    yield from (_letter(page, letter, found, places, in_notices) for letter, found in called.items() if found)
    if idle:
        yield from said(page.phrase("Not applicable here: {letters}.", letters=page.joined(idle, "; ")))
    yield from said(
        page.phrase(
            "Not looked at here, for the register has no field for it: processing for another purpose than that of the "
            "collection ({letters}).",
            letters=page.joined([(page.run(_cited(page, letter)),) for letter in _NOT_MODELLED], "; "),
        )
    )


def _called(found: dict[str, list[Covered]]) -> list[list[Covered]]:
    """The elements of a letter that something in the register calls for."""
    return [covered for covered in found.values() if covered[0].state is not State.NOT_ASKED]


def _letter(
    page: RegisterPage, letter: str, found: list[list[Covered]], places: Places, in_notices: Collection[Address]
) -> Section:
    say = page.say
    title = page.phrase("{what}: {detail}", what=_cited(page, letter), detail=say.text(letters()[letter].element))
    columns = (say("Element"), say("Row and field"), say("Answer, and where it stands"))
    rows = [_element(page, covered, places, in_notices) for covered in found]
    anchor = "-".join(re.findall(r"[a-z0-9]+", letter.lower()))
    return Section(id=f"coverage-{anchor}", name="law", title=title, level=2, blocks=(table(page, "", columns, rows),))


def _cited(page: RegisterPage, letter: str) -> str:
    """The letter in words, as the law of the register's countries calls it."""
    return cite_all(in_force((letter,), page.register.countries, None), page.say)


def _element(
    page: RegisterPage, covered: list[Covered], places: Places, in_notices: Collection[Address]
) -> tuple[Cell, ...]:
    """What is asked, where it is printed (in a notice only where one tells of it), and what answers."""
    duty = covered[0].duty
    in_notice = any(_is_told(one, in_notices) for one in covered)
    groups: dict[str, dict[Address, None]] = {}
    for one in covered:
        if one.where is not None:
            groups.setdefault(_answer(page, one, one.where), {})[one.where] = None
    answers = [
        labelled(page, page.words("{answer} ({n})", answer=answer, n=len(found)), _stand(page, list(found), places))
        for answer, found in groups.items()
    ]
    return said((page.run(page.say.text(duty.needed)),)), _printed(page, duty, in_notice=in_notice), said(*answers)


def _is_told(one: Covered, in_notices: Collection[Address]) -> bool:
    """Whether a notice tells what is declared: of an entity that it is about, and of «none» where it says that."""
    if one.where is None or not in_notices or (one.where.id and one.where.entity not in in_notices):
        return False  # what answers for the register as a whole, every notice tells
    if one.state is State.NONE:
        return not _TOLD_AS_NONE.isdisjoint(one.duty.fields)
    return one.state is State.DECLARED


def _printed(page: RegisterPage, duty: Duty, *, in_notice: bool) -> Cell:
    """The row of the sheet, the block of the notice, then the field."""
    say = page.say
    row = rows_of_the_sheet()[duty.sheet].label if duty.sheet else None
    holder = _HOLDERS.get(duty.of, f"{duty.of}.")
    return said(
        page.phrase("Register: {row}", row=say.text(row)) if row else (),
        page.phrase("Notice: {block}", block=say.term("notice_block", duty.block)) if duty.block and in_notice else (),
        (page.run(", ".join(f"{holder}{field}" for field in duty.fields)),),
    )


def _answer(page: RegisterPage, one: Covered, where: Address) -> str:
    """What the register answers there: declared, proposed, disputed or none; else asked, waived or missing."""
    say = page.say
    if one.state is State.NONE:
        return say("Declared as none")
    if one.state is State.DECLARED:
        words = {"proposed": say("Proposed"), "disputed": say("Disputed")}
        return words.get(page.standing(where) or "", say("Declared"))
    if page.is_waived(one.duty.rule, where):
        return say("Waived")
    return say("Asked for") if page.asking(where, "asked") else say("Missing")


def _stand(page: RegisterPage, found: list[Address], places: Places) -> Runs:
    stands = [_place(page, where, places) for where in found[:_SHOWN]]
    if (more := len(found) - _SHOWN) > 0:
        stands.append((page.run(page.say.count("and {n} other", "and {n} others", more)),))
    return page.joined(stands, "; ")


def _place(page: RegisterPage, where: Address, places: Places) -> Runs:
    if where.kind not in KINDS or not where.id:
        name: Runs = (page.run(page.say.term("kind", where.kind)),)
    else:
        name = (page.run(name_of(page.register.of_kind(where.kind)[where.id])),)
    stands = places(where)
    return page.phrase("{what} ({detail})", what=name, detail=stands) if stands else name
