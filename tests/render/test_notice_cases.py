"""A notice tells each case where it holds, and nowhere else: sources, periods, holders, refusals, the general case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from program import DATE

from deskprivacy.model.public import public
from deskprivacy.render.document import Block, Description, Document, List, Paragraph, Section, Table, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate
from deskprivacy.words.speech import speech

FILES = {
    "register.yaml": "title: Register\nlanguage: en\n",
    "controllers.yaml": "shop: {name: Shop}\n",
    "data_subjects.yaml": "clients: {name: Clients}\nvisitors: {name: Visitors}\n",
    "sources.yaml": (
        "counter: {name: Our counter, origin: data-subject}\nsite: {name: Our site, origin: observed}\n"
        "fair: {name: The fair, origin: data-subject}\n"
    ),
    "data_categories.yaml": (
        "orders: {name: Orders}\nbrowsing: {name: Browsing, sources: [site]}\nletters: {name: Letters}\n"
        "ratings: {name: Ratings}\n"
    ),
    "purposes.yaml": (
        "selling: {name: Selling, legal_basis: contract}\n"
        "advertising: {name: Advertising, legal_basis: {basis: consent, how: A box., withdraw: The same box.}}\n"
        "answering: {name: Answering, legal_basis: {basis: legitimate-interests, interest: answering}}\n"
    ),
    "recipients.yaml": (
        "panorama: {name: Panorama, role: controller}\npost: {name: Post, role: controller}\n"
        "desk: {name: Desk, role: controller}\nboth: {name: Both, role: controller}\n"
    ),
    "retention_rules.yaml": (
        "years: {active: 3 years, from: [last-purchase, last-contact], then: delete}\n"
        "months: {active: 6 months, from: collection}\nweeks: {active: 2 weeks, from: collection}\n"
    ),
    "activities/shop.yaml": """
name: Shop
controllers: [shop]
purposes: [selling, advertising, answering]
data_subjects: [clients, visitors]
sources: [counter]
required: {optional: true, otherwise: We cannot write to you.}
retention:
  - rule: months
  - {rule: years, data_subjects: [clients]}
  - {rule: weeks, data_subjects: [clients], territories: [RE]}
data:
  orders:
    purposes: [selling, advertising]
    retention:
      - {purposes: [selling], rule: years}
      - {purposes: [advertising], rule: months}
  browsing:
    purposes: [advertising]
    retention:
      - rule: months
      - {rule: years, by: [panorama]}
  letters:
    purposes: [answering]
  ratings:
    purposes: [answering]
    sources: [fair]
    condition: {ground: 9-2-a}
    retention: weeks
recipients:
  panorama:
    purposes: [advertising]
    unless: consent-refused
    choice: Untick the box.
  post: {purposes: [answering], data: [letters], unless: objection}
  desk: {purposes: [answering], data: [ratings], unless: consent-refused}
  both: {purposes: [advertising, answering], data: [letters], unless: objection, choice: Write to us.}
""",
    "activities/fairs.yaml": """
name: Fairs
controllers: [shop]
purposes: [selling]
sources: [fair]
data: {browsing: }
""",
    "notices/clients.yaml": "name: Notice\nstatus: draft\ncovers: all\nlanguages: [en]\nversion: '1'\n",
}
YEARS = "3 years after your last purchase or your last contact, as the case may be, then deleted"
MONTHS, WEEKS = "6 months after collection", "2 weeks after collection"


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder = tmp_path_factory.mktemp("cases")
    return notice_of(folder, FILES)


def notice_of(folder: Path, files: dict[str, str]) -> Document:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    outcome = validate(folder, schemas(), date.fromisoformat(DATE))
    assert outcome.register is not None, outcome.reported
    return notice_document(public(outcome.register), "clients", (), speech("en"))


def under(notice: Document, ident: str, term: str | None = None) -> list[str]:
    """The lines of a section, or of one term in it."""
    (found,) = (one for one in walk(notice.blocks) if isinstance(one, Section) and one.id == ident)
    if term is None:
        return list(lines(found.blocks))
    entries = [entry for one in found.blocks if isinstance(one, Description) for entry in one.entries]
    (shown,) = (entry for entry in entries if "".join(run.text for run in entry.term) == term)
    return list(lines(shown.blocks))


def lines(blocks: tuple[Block, ...]) -> list[str]:
    found = (one for one in walk(blocks) if isinstance(one, Paragraph))
    return ["".join(run.text for run in one.content).replace("\u00a0", " ") for one in found]


def test_data_come_from_the_sources_of_their_category_not_from_those_of_the_sheet(notice: Document) -> None:
    assert "Where from: Our site." in under(notice, "data-browsing")
    assert "Where from: Our counter." in under(notice, "data-orders")
    assert "Where from: The fair." in under(notice, "data-ratings")


def test_a_source_of_a_sheet_is_told_even_where_no_line_has_it(tmp_path: Path) -> None:
    sheet = FILES["activities/shop.yaml"].replace("sources: [counter]", "sources: [counter, site]")
    files = FILES | {"activities/shop.yaml": sheet, "sources.yaml": FILES["sources.yaml"] + "van: {name: The van}\n"}
    files["activities/fairs.yaml"] = files["activities/fairs.yaml"].replace("[fair]", "[van]")

    view = notice_of(tmp_path, files)

    assert "Where from: Our site." in under(view, "data-browsing")
    assert "The van" in under(view, "sources")


def test_a_purpose_has_its_own_periods_and_no_others(notice: Document) -> None:
    assert under(notice, "purpose-selling", "How long") == [f"Orders: {YEARS}"]
    assert under(notice, "purpose-advertising", "How long")[0] == f"Orders: {MONTHS}"


def test_who_keeps_is_named_and_the_general_case_stands_last_with_its_label(notice: Document) -> None:
    assert under(notice, "purpose-advertising", "How long")[1:] == [
        f"Browsing: {YEARS} (kept by “Panorama”)",
        f"Browsing: {MONTHS} (otherwise)",
    ]


def test_what_a_line_does_not_settle_is_told_with_its_circumstances(notice: Document) -> None:
    """The line says no territory, and some of its persons have a period of their own."""
    assert under(notice, "purpose-answering", "How long")[:3] == [
        f"Letters: {YEARS} (Clients)",
        f"Letters: {WEEKS} (Clients, Réunion)",
        f"Letters: {MONTHS} (otherwise)",
    ]


def test_the_table_of_periods_says_the_same(notice: Document) -> None:
    (found,) = (one for one in walk(notice.blocks) if isinstance(one, Table) and "How long" in one.columns[2][0].text)
    rows = [[lines(cell) for cell in row] for row in found.rows]

    assert [["Orders"], ["Selling; Advertising"], [f"{YEARS} (Selling)", f"{MONTHS} (Advertising)"]] in rows
    assert [["Browsing"], ["Advertising"], [f"{YEARS} (kept by “Panorama”)", f"{MONTHS} (otherwise)"]] in rows


def test_what_rests_on_consent_does_not_go_on_until_one_refuses(notice: Document) -> None:
    what = "What it gets, and why"

    assert under(notice, "recipient-panorama", what) == [
        "For: Advertising; only with your consent; to say no: Untick the box"
    ]
    assert under(notice, "recipient-desk", what) == ["Ratings, for: Answering; only with your consent"]
    assert under(notice, "recipient-post", what) == ["Letters, for: Answering; unless you object"]
    assert under(notice, "recipient-both", what) == [
        (
            "Letters, for: Advertising, Answering; only with your consent (for: Advertising); "
            "unless you object (for: Answering); to say no: Write to us"
        )
    ]


def test_nobody_must_give_what_is_observed(notice: Document) -> None:
    """The sheet says that its data are optional; of those that the site observes, it does not."""
    assert under(notice, "required") == [
        "These data are optional:",
        "Orders",
        "Letters",
        "Ratings",
        "If you do not give them: We cannot write to you.",
    ]


def test_where_data_come_from_is_a_sentence(notice: Document) -> None:
    assert under(notice, "sources", "Our site") == ["We observe them."]


def test_the_general_case_of_a_choice_stands_last(tmp_path: Path) -> None:
    choice = "  choice:\n    - {how: Write to us.}\n    - {how: Ask at the counter., data_subjects: [clients]}\n"
    files = FILES | {
        "purposes.yaml": "selling:\n  name: Selling\n" + choice + FILES["purposes.yaml"].partition("\n")[2]
    }

    assert under(notice_of(tmp_path, files), "purpose-selling", "How to say no") == [
        "Clients: Ask at the counter.",
        "Otherwise: Write to us.",
    ]


def test_no_list_is_in_the_way_of_the_lists(notice: Document) -> None:
    assert all(one.items for one in walk(notice.blocks) if isinstance(one, List))
