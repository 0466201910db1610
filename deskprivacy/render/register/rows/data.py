"""Whose data, which data, where they come from and how long they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deskprivacy.address import Address
from deskprivacy.duty.sheets import Sheet
from deskprivacy.law.reader import vocabulary
from deskprivacy.model.data import Item
from deskprivacy.model.means import RetentionUse
from deskprivacy.model.parties import DataSubject, Source, name_of
from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import cases, item, named, narrowing, required, retention_grounds, retention_use
from deskprivacy.render.register.cells import Cell, grouped, headed, labelled, listed, said, under
from deskprivacy.render.register.page import RegisterPage


def data_subjects(page: RegisterPage, sheet: Sheet) -> Cell:
    """The categories of persons, of the activity and of its lines."""
    where = sheet.activity.where.at("data_subjects")
    by_lines = (ident for use in sheet.uses for ident in use.line.data_subjects)
    found = dict.fromkeys((*sheet.activity.data_subjects, *by_lines))
    cells = listed(_persons(page, where, page.register.data_subjects[ident]) for ident in found)
    return cells or said(page.gap(where))


def data(page: RegisterPage, sheet: Sheet) -> Cell:
    """The data by the CNIL's families: each category with its items, and what is peculiar to its use here."""
    if not sheet.uses:
        return said(page.gap(sheet.activity.where.at("data")))
    by_family: dict[str | None, list[DataUse]] = {family: [] for family in (*vocabulary("cnil_family"), None)}
    for use in sheet.uses:
        by_family[use.category.cnil_family].append(use)
    return tuple(block for family, uses in by_family.items() if uses for block in _family(page, family, sheet, uses))


def special_data(page: RegisterPage, sheet: Sheet) -> Cell:
    """The special data (GDPR 9), offence data (GDPR 10) and national numbers, with the condition that allows them."""
    found = listed(_special(page, use) for use in sheet.uses)
    if found:
        return (*said((page.words("yes"),)), *found)
    return said((page.words("none declared as such"),)) if sheet.uses else _unknown(page, sheet)


def sources(page: RegisterPage, sheet: Sheet) -> Cell:
    """Where each category of data comes from."""
    return grouped(page, ((name_of_use(page, use), _sources(page, use)) for use in sheet.uses)) or _unknown(page, sheet)


def retention(page: RegisterPage, sheet: Sheet) -> Cell:
    """How long each category of data is kept."""
    return grouped(page, ((name_of_use(page, use), kept(page, use)) for use in sheet.uses)) or _unknown(page, sheet)


def name_of_use(page: Page, use: DataUse) -> Runs:
    """The category of a use, with what tells it from other uses of it in the activity."""
    name: Runs = (page.run(name_of(use.category)),)
    detail = told_apart(page, use)
    return page.phrase("{what} ({detail})", what=name, detail=detail) if detail else name


def told_apart(page: Page, use: DataUse) -> Runs:
    """The items or the circumstances that tell a use from the other uses of its category in the activity."""
    lines = (use.activity.data or {})[use.category.id]
    if any(line.items for line in lines):
        return page.joined([(page.run(one.name),) for one in use.items])
    return (narrowing(page, use.line) or ()) if len(lines) > 1 else ()


def kept(page: Page, use: DataUse) -> Cell:
    """How long the data of a use are kept, with what obliges to it."""

    def words(entry: RetentionUse) -> Runs:
        return retention_use(page, entry)

    def more(entry: RetentionUse) -> tuple[Runs, ...]:
        grounds = retention_grounds(page, page.register.retention_rules[entry.rule])
        return (labelled(page, page.words("Ground"), grounds),)

    if use.retention is None:
        return said(_missing(page, use, "retention"))
    return cases(page, _field(use, "retention"), use.retention, words, more)


def _unknown(page: Page, sheet: Sheet) -> Cell:
    """That nothing can be told of the data of a sheet that names none, whoever asks."""
    is_silent = not sheet.uses and not sheet.activity.is_processor_sheet
    return said((page.words("not known: the data are missing"),)) if is_silent else ()


def _persons(page: Page, where: Address, one: DataSubject) -> Cell:
    name = page.fact(where, (page.run(name_of(one)),))
    details = [_minors(page, one)]
    if one.vulnerable:
        details.append(page.fact(one.where.at("vulnerable"), (page.words("vulnerable persons"),)))
    shown = page.joined([detail for detail in details if detail], "; ")
    line = page.phrase("{what} ({detail})", what=name, detail=shown) if shown else name
    return (*said(line), *(page.prose(one.description) if one.description else ()))


def _minors(page: Page, one: DataSubject) -> Runs:
    minors = one.minors
    if minors is None:
        return ()
    status: Runs = (page.run(page.say.term("minors_status", minors.status)),)
    age: Runs = (page.words("before the age of {age}", age=minors.age),) if minors.age else ()
    agreed: Runs = (page.run(page.say.term("minors_consent", minors.consent)),) if minors.consent else ()
    consent = page.phrase("{what}: {detail}", what=age, detail=agreed) if age and agreed else age or agreed
    return page.fact(one.where.at("minors"), page.joined([part for part in (status, consent) if part], "; "))


def _family(page: Page, family: str | None, sheet: Sheet, uses: list[DataUse]) -> Cell:
    label = page.run(page.say.term("cnil_family", family)) if family else page.words("To be classified")
    return under(label, (_use(page, sheet, use) for use in uses))


def _use(page: Page, sheet: Sheet, use: DataUse) -> Cell:
    name: Runs = (page.run(name_of(use.category), strong=True),)
    names = page.joined([_item(page, use, one) for one in use.items])
    head = page.phrase("{what}: {detail}", what=name, detail=names) if names else name
    return (
        *said(page.fact(use.where, head)),
        *said(_purposes(page, sheet, use), _subjects(page, sheet, use), _circumstances(page, use)),
        *headed(page, (page.words("Mandatory or optional"),), _required(page, use)),
        *said(labelled(page, page.words("Form"), _form(page, use))),
    )


def _item(page: Page, use: DataUse, one: Item) -> Runs:
    ids = {id(known): ident for ident, known in (use.category.items or {}).items()}
    return page.fact(use.category.where.at("items", ids[id(one)]), item(page, one))


def _purposes(page: Page, sheet: Sheet, use: DataUse) -> Runs:
    """Said where the activity has several: with one, it goes without saying."""
    names = page.joined(named(page, "purposes", use.purposes), "; ") if len(sheet.activity.purposes) != 1 else ()
    return labelled(page, page.words("Purposes"), _fact(page, use, "purposes", names))


def _subjects(page: Page, sheet: Sheet, use: DataUse) -> Runs:
    names = page.joined(named(page, "data_subjects", use.line.data_subjects))
    narrower = use.line.data_subjects and set(use.line.data_subjects) != set(sheet.activity.data_subjects)
    return labelled(page, page.words("Persons"), _fact(page, use, "data_subjects", names)) if narrower else ()


def _circumstances(page: Page, use: DataUse) -> Runs:
    """What narrows the use beside its data, purposes, persons and sources, which have their own places."""
    rest = replace(use.line, items=(), purposes=(), data_subjects=(), sources=())
    return labelled(page, page.words("Circumstances"), narrowing(page, rest) or ())


def _required(page: Page, use: DataUse) -> Cell:
    return cases(page, _field(use, "required"), use.required, lambda one: required(page, one)) if use.required else ()


def _form(page: Page, use: DataUse) -> Runs:
    shown: Runs = (page.run(page.say.term("data_form", use.line.form)),) if use.line.form else ()
    return _fact(page, use, "form", shown)


def _special(page: Page, use: DataUse) -> Cell:
    kinds = [
        page.phrase("{what}: {detail}", what=one.name, detail=kind) for one in use.items for kind in _kinds(page, one)
    ]
    condition = use.line.condition
    if not kinds and condition is None:
        return ()
    reason = page.line(condition.reason) if condition and condition.reason else ()
    ground = page.fact(
        use.where.at("condition"),
        (page.run(page.say.term("special_condition", condition.ground)),) if condition else (),
    )
    name: Runs = (page.run(name_of(use.category)),)
    return (
        *said(page.phrase("{what} ({detail})", what=name, detail=page.joined(kinds, "; ")) if kinds else name),
        *said(labelled(page, page.words("Condition"), ground), labelled(page, page.words("Reason"), reason)),
    )


def _kinds(page: Page, one: Item) -> Iterator[str]:
    if one.special:
        yield page.say.term("special_category", one.special)
    if one.criminal:
        yield page.say("offences and convictions")
    if one.national_id:
        yield page.say("national identification number")


def _sources(page: Page, use: DataUse) -> Cell:
    if not use.sources:
        return said(_missing(page, use, "sources"))
    own = use.line.sources or not use.category.sources
    where = _field(use, "sources") if own else use.category.where.at("sources")
    return said(page.fact(where, page.joined([_source(page, one) for one in use.sources], "; ")))


def _source(page: Page, one: Source) -> Runs:
    name: Runs = (page.run(name_of(one)),)
    origins = page.joined([(page.run(page.say.term("source_origin", origin)),) for origin in one.origin])
    return (
        page.phrase("{what} ({detail})", what=name, detail=page.fact(one.where.at("origin"), origins))
        if (origins or page.gap(one.where.at("origin")))
        else name
    )


def _fact(page: Page, use: DataUse, key: str, content: Runs) -> Runs:
    """A fact of the line; where the whole line is open, its first words say so for all."""
    return content if content and page.standing(use.where) else page.fact(use.where.at(key), content)


def _field(use: DataUse, name: str) -> Address:
    """Where a field that a line inherits is written: on the line, else on its activity."""
    return (use.where if getattr(use.line, name) else use.activity.where).at(name)


def _missing(page: Page, use: DataUse, name: str) -> Runs:
    """The gap of a field that neither the line nor the activity has: it stands where the field would be written."""
    return page.gap(use.where.at(name)) or page.gap(use.activity.where.at(name))
