"""Where the data go, in the register: everything that is declared about it, and nothing that contradicts it."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from duty.complete import COMPLETE, changed
from render.test_register import document, label, lines, plain, rows, section

from deskprivacy.model.activities import RecipientLine
from deskprivacy.model.parties import Member, Recipient, Transfer
from deskprivacy.model.register import Register
from deskprivacy.render.document import Table

TO_SWITZERLAND = Transfer(countries=("CH",), mechanism=("adequacy",))


def with_recipients(*, lines: dict[str, Any], **recipients: Recipient) -> Register:
    """The complete register, whose sheet of orders gives data to these recipients only, and uses no tracker."""
    register = dataclasses.replace(COMPLETE, recipients={**COMPLETE.recipients, **recipients})
    return changed(register, "activities", "orders", recipients=lines, trackers=(), hosting=None)


def of_sheet(register: Register, key: str) -> list[str]:
    return rows(document(register), "orders")[label(key)]


def of_annex(register: Register) -> dict[str, list[str]]:
    """The rows of the annex of transfers: places and safeguards, by recipient."""
    return {
        lines(row[0])[0]: lines(tuple(block for cell in row[1:-1] for block in cell))
        for table in tables(register)
        for row in table.rows
    }


def tables(register: Register) -> list[Table]:
    """The tables of the annex of transfers: of what leaves or may leave, and of what is declared to stay."""
    return [one for one in section(document(register), "annex-transfers").blocks if isinstance(one, Table)]


CALLS = Recipient(
    id="calls", name="Call centre", role="processor", country="FR", stored_in=("IE",), access_from=("TN",), transfer=()
)
TEAM = Recipient(id="team", name="Team", role="internal")


def test_a_country_is_never_told_without_the_places_from_which_data_are_seen() -> None:
    register = with_recipients(lines={"calls": (RecipientLine(),)}, calls=CALLS)
    told = ["Country: France", "Data stored in: Ireland", "Data accessed from: Tunisia"]

    assert of_sheet(register, "transfers")[1:4] == told
    assert of_annex(register)["Call centre"][:3] == told


def test_members_elsewhere_are_told_beside_the_country() -> None:
    members = {"one": Member(name="Voice Ltd", country="FR"), "two": Member(name="Voice Tunis", country="TN")}
    calls = Recipient(id="calls", name="Call centre", role="processor", country="FR", members=members)
    register = with_recipients(lines={"calls": (RecipientLine(),)}, calls=calls)

    assert "Countries of the members: Tunisia" in of_sheet(register, "transfers")


def test_a_transfer_that_is_written_on_a_line_is_told_with_the_others() -> None:
    rescue = Recipient(id="rescue", name="Rescue", role="controller")
    register = with_recipients(lines={"rescue": (RecipientLine(transfer=(TO_SWITZERLAND,)),)}, rescue=rescue)
    safeguard = "Switzerland: adequacy decision of the European Commission"

    assert "Rescue" in of_sheet(register, "transfers")
    assert "Transfers: Switzerland" in of_sheet(register, "transfers")
    assert any(safeguard in line for line in of_sheet(register, "transfer-documents"))
    assert of_annex(register)["Rescue"][0] == "Transfers: Switzerland"
    assert any(safeguard in line for line in of_annex(register)["Rescue"])


def test_a_transfer_on_a_line_is_not_hidden_by_a_none_on_the_recipient() -> None:
    rescue = Recipient(id="rescue", name="Rescue", role="controller", country="FR", transfer=())
    register = with_recipients(lines={"rescue": (RecipientLine(transfer=(TO_SWITZERLAND,)),)}, rescue=rescue)

    assert "Transfers: Switzerland" in of_sheet(register, "transfers")
    assert not any("none" in line for line in of_sheet(register, "transfers"))


def test_a_none_on_a_line_is_told() -> None:
    rescue = Recipient(id="rescue", name="Rescue", role="controller", country="FR")
    register = with_recipients(lines={"rescue": (RecipientLine(transfer=()),)}, rescue=rescue)

    assert "Transfers: none outside the European Economic Area" in of_sheet(register, "transfers")


def test_our_own_people_make_no_transfer_unsure() -> None:
    bank = Recipient(id="bank", name="Bank", role="controller", country="FR", transfer=())
    register = with_recipients(lines={"team": (RecipientLine(),), "bank": (RecipientLine(),)}, bank=bank, team=TEAM)

    assert of_sheet(register, "transfer-documents") == ["not applicable: there is no transfer"]
    assert "Team" not in of_annex(register)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "not known: the recipients are missing"),
        ({}, "not applicable: there is no transfer"),
        ({"team": (RecipientLine(),)}, "not applicable: there is no transfer"),
    ],
)
def test_why_there_is_no_safeguard_to_tell(given: Any, said: str) -> None:
    assert of_sheet(with_recipients(lines=given, team=TEAM), "transfer-documents") == [said]


def test_a_recipient_without_a_transfer_is_told_as_that() -> None:
    town = Recipient(id="town", name="Town", role="authority", country="FR")
    register = with_recipients(lines={"town": (RecipientLine(),)}, town=town)

    assert of_sheet(register, "transfer-documents") == ["no transfer is declared"]
    assert of_annex(register)["Town"] == ["Country: France", "no transfer is declared"]


def test_a_country_is_not_said_twice_where_a_transfer_goes_to_where_it_holds() -> None:
    guides = Recipient(id="guides", name="Guides", role="controller", country="CH")
    there = Transfer(countries=("CH",), mechanism=("adequacy",), territories=("CH",))
    beyond = Transfer(countries=("MA",), mechanism=("scc",), territories=("MA",))
    register = with_recipients(lines={"guides": (RecipientLine(transfer=(there, beyond)),)}, guides=guides)

    told = of_sheet(register, "transfer-documents")

    assert "Switzerland: adequacy decision of the European Commission" in told
    assert not any("Switzerland: Switzerland" in line or "Morocco: Morocco" in line for line in told)


def test_a_processor_of_a_processor_is_told_where_it_is() -> None:
    host = Recipient(id="host", name="Host", role="processor", country="FR", transfer=(), sub_processors=("desk",))
    desk = Recipient(id="desk", name="Help desk", role="processor", country="US", transfer=(TO_SWITZERLAND,))
    register = with_recipients(lines={"host": (RecipientLine(),)}, host=host, desk=desk)

    assert "Help desk (further processor)" in of_sheet(register, "transfers")
    assert "Country: United States" in of_sheet(register, "transfers")
    assert any(
        "Help desk (further processor): Switzerland" in line for line in of_sheet(register, "transfer-documents")
    )
    assert not any("not applicable" in line for line in of_sheet(register, "transfer-documents"))


@pytest.mark.parametrize("places", [{"country": "US"}, {"country": "FR", "access_from": ("TN",)}])
def test_safeguards_that_nobody_declares_are_told_as_that(places: Any) -> None:
    mailer = Recipient(id="mailer", name="Mailer", role="processor", **places)
    guides = Recipient(id="guides", name="Guides", role="controller", country="CH", transfer=(TO_SWITZERLAND,))
    register = with_recipients(lines={"mailer": (RecipientLine(),)}, mailer=mailer)
    both = with_recipients(
        lines={"mailer": (RecipientLine(),), "guides": (RecipientLine(),)}, mailer=mailer, guides=guides
    )

    assert of_sheet(register, "transfer-documents") == ["Mailer: the safeguards are not declared"]
    assert of_annex(register)["Mailer"][-1] == "the safeguards are not declared"
    assert "the safeguards are not declared" in " ".join(of_sheet(both, "transfer-documents"))


def test_those_that_leave_stand_first_and_those_that_stay_under_a_lead_of_their_own() -> None:
    recipients = {
        "zoo": Recipient(id="zoo", name="Zoo", role="controller", country="CH", transfer=(TO_SWITZERLAND,)),
        "host": Recipient(id="host", name="Host", role="processor", country="FR", transfer=()),
        "town": Recipient(id="town", name="Town", role="authority", country="FR"),
        "ecole": Recipient(id="ecole", name="École", role="controller", country="US"),
        "bank": Recipient(id="bank", name="Bank", role="controller", country="FR", transfer=()),
    }
    register = with_recipients(lines=dict.fromkeys(recipients, (RecipientLine(),)), **recipients)

    abroad, stay = tables(register)
    assert [lines(row[0])[0] for row in abroad.rows] == ["École", "Zoo", "Cloud", "Town"]
    assert [lines(row[0])[0] for row in stay.rows][:2] == ["Bank", "Host"]
    assert "nothing is transferred outside the EEA" in plain(stay.caption)
    assert all(lines(row[-1]) for row in (*abroad.rows, *stay.rows))
