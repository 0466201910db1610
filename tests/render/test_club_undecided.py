"""What is proposed is marked in a draft wherever it stands: a detail, a field of a sheet, an entity, all of a kind."""

from __future__ import annotations

import pytest
from render.club import changed, club, lines, plain, section, within

from deskprivacy.render.document import Section, Table, runs, walk

pytestmark = pytest.mark.broad

FRENCH, ENGLISH = "fr", "en"
languages = pytest.mark.parametrize("language", [FRENCH, ENGLISH])
PROPOSED = {FRENCH: "(proposé)", ENGLISH: "(proposed)"}
ADDRESSES = (
    "activities/site.trackers",
    "activities/site.recipients",
    "activities/site.data",
    "activities/adhesions.required",
    "activities/lettre.purposes",
    "activities/videosurveillance",
    "activities/*.data_subjects",
    "activities/site.automated_decisions",
    "recipients/federation-voile.role",
    "recipients/ovh",
    "retention_rules/un-mois",
    "purposes/securite-bateaux.legal_basis",
    "data_categories/identite.items",
)


def proposed(address: str) -> dict[str, tuple[str, str]]:
    question = f'\nproposition:\n  question: Est-ce exact ?\n  about: ["{address}"]\n  status: proposed\n'
    return {"open_questions.yaml": ("", question)}


@languages
@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_proposed_is_marked(address: str, language: str) -> None:
    notice = changed(proposed(address), language).notice

    assert any(run.mark == "proposed" for run in runs((*notice.lead, *notice.blocks)))
    assert any(PROPOSED[language] in line for line in lines(notice))
    assert plain(notice.banner) != plain(club(language).notice.banner)


@languages
def test_proposed_trackers_are_marked_by_name(language: str) -> None:
    trackers = within(section(changed(proposed("activities/site.trackers"), language).notice, "trackers").blocks)

    assert f"Google Analytics {PROPOSED[language]}" in trackers
    assert f"Cookie de session {PROPOSED[language]}" in trackers


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        (FRENCH, "Ce qui n’est pas encore décidé", "Destinataires (proposé). Cela concerne : "),
        (ENGLISH, "Not decided yet", "Recipients (proposed). This concerns: "),
    ],
)
def test_a_field_that_no_sentence_marks_is_listed_with_what_it_concerns(language: str, title: str, said: str) -> None:
    found = section(changed(proposed("activities/site.recipients"), language).notice, "undecided")

    assert plain(found.title) == title
    assert len(within(found.blocks)) == 1
    assert within(found.blocks)[0].startswith(said)


@pytest.mark.parametrize(
    "address", ["activities/site.owner", "controllers/club-rance.dpo.reason", "activities/site.dpia"]
)
def test_what_is_internal_or_absent_is_not_listed(address: str) -> None:
    notice = changed(proposed(address)).notice

    assert not [one for one in walk(notice.blocks) if isinstance(one, Section) and one.id == "undecided"]


@pytest.mark.parametrize(
    ("language", "as_tracker", "unsaid"),
    [(FRENCH, "comme le traceur", "non indiqué"), (ENGLISH, "as for the tracker", "not stated")],
)
def test_no_cell_of_a_table_is_blank(language: str, as_tracker: str, unsaid: str) -> None:
    cookies = {
        "trackers.yaml": (
            "  lifetime: 13 months\n",
            "  lifetime: 13 months\n  cookies:\n    _ga: {lifetime: 2 months}\n",
        )
    }
    notice = changed(cookies, language).notice
    tables = [one for one in walk(notice.blocks) if isinstance(one, Table)]

    assert all(cell for table in tables for row in table.rows for cell in row)
    (trackers,) = (one for one in tables if len(one.columns) == 6)
    (session, google, cookie) = ([line for cell in row[1:] for line in within(cell)] for row in trackers.rows)
    assert unsaid in session
    assert unsaid not in google
    assert [cookie[n] for n in (0, 1, 3, 4)] == [as_tracker] * 4
