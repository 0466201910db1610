"""No heading stands over nothing: a thing of which only the name is known is named, and heads nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from program import DATE

from deskprivacy.model.public import public
from deskprivacy.render.document import Description, Document, List, Section, Table, walk
from deskprivacy.render.html import to_html
from deskprivacy.render.notice import notice_document
from deskprivacy.resources import schemas, templates
from deskprivacy.stories.validate import validate
from deskprivacy.words.speech import speech

NAMES_ONLY = {
    "register.yaml": "title: Registre\nlanguage: fr\n",
    "controllers.yaml": "one: {name: Un}\ntwo: {name: Deux}\n",
    "data_subjects.yaml": "riders: {name: Cyclistes}\n",
    "data_categories.yaml": "rides: {name: Trajets}\nloads: {name: Charges}\n",
    "sources.yaml": "bicycle: {name: Le vélo}\n",
    "purposes.yaml": "hiring: {name: Louer}\nmending: {name: Réparer}\n",
    "recipients.yaml": "hosts: {name: Hébergeurs}\n",
    "trackers.yaml": "basket: {name: Panier}\n",
    "measures.yaml": "locks: {name: Serrures}\n",
    "activities/hiring.yaml": (
        "name: Location\ncontrollers: [one, two]\npurposes: [hiring, mending]\ndata_subjects: [riders]\n"
        "sources: [bicycle]\ndata: {rides: , loads: }\nrecipients: {hosts: }\ntrackers: [basket]\n"
        "measures: [locks]\nautomated_decisions: [{name: Note}]\n"
    ),
    "notices/riders.yaml": "name: Notice\nstatus: draft\ncovers: all\nlanguages: [fr]\nversion: '1'\n",
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder = tmp_path_factory.mktemp("names")
    for name, text in NAMES_ONLY.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    outcome = validate(folder, schemas(), date.fromisoformat(DATE))
    assert outcome.register is not None, outcome.reported
    shown = public(outcome.register)
    notices = {ident: replace(one, status="published") for ident, one in shown.notices.items()}
    return notice_document(replace(shown, notices=notices), "riders", (), speech("fr"))


def test_no_section_term_list_or_table_holds_nothing(published: Document) -> None:
    for one in walk((*published.lead, *published.blocks)):
        if isinstance(one, Section):
            assert one.blocks, one.id
        if isinstance(one, List):
            assert one.items
        if isinstance(one, Table):
            assert one.rows
        if isinstance(one, Description):
            assert one.entries
            assert all(entry.blocks for entry in one.entries)


@pytest.mark.parametrize("name", ["Trajets", "Charges", "Le vélo", "Louer", "Réparer", "Hébergeurs", "Panier", "Note"])
def test_a_name_alone_is_told(published: Document, name: str) -> None:
    assert name in to_html(published, templates()).replace("\u00a0", " ")
