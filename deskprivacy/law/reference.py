"""The dated reference data: countries, legal bases, rights, authorities, the record sheet, the letters of the law."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, cast

from deskprivacy.finding import Texts
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.country_codes import areas
from deskprivacy.law.files import data

LANGUAGES = ("en", "fr")

Position = Literal["inside", "outside", "undecided"]
Grade = Literal["full", "limited"]
Given = Literal["by-basis", "by-decision", "always", "marketing"]
Page = Literal["front", "activity", "processor"]
AskedOf = Literal["collected", "obtained", "informed", "own", "on-behalf"]


@frozen
class Countries(Frozen):
    """Where the GDPR holds: the EEA with its territories, and what is disputed."""

    eea: frozenset[str]
    territories: Mapping[str, str]  # parts of a Member State with a code of their own: the State's code
    undecided: Mapping[str, str]

    def position(self, code: str) -> Position:
        """Whether the country or area of this code lies inside the EEA."""
        if code in self.eea or code in self.territories or code in areas():
            return "inside"
        return "undecided" if code in self.undecided else "outside"


@frozen
class Basis(Frozen):
    """A legal basis (GDPR 6(1)), and the rights that it gives."""

    id: str
    article: str
    rights: Mapping[str, Grade]


@frozen
class Right(Frozen):
    """A right of the person, as the documents tell it; `rights.yaml` explains the fields."""

    id: str
    article: str
    given: Given
    sentence: Texts
    condition: Texts | None
    limit: Texts | None
    country: str | None


@frozen
class Authority(Frozen):
    """A supervisory authority, and how to complain to it (GDPR 77).

    `to` is whom one complains to, as a sentence takes it up; `address`, None where it was not read on its own page.
    """

    id: str
    country: str
    name: Texts
    to: Texts
    address: str | None
    complaint: str


@frozen
class SheetRow(Frozen):
    """A row of the register: its label, on which page it stands, and whether we added it to the CNIL's sheet."""

    key: str
    page: Page
    added: bool
    label: Texts


@frozen
class Letter(Frozen):
    """A letter of the law: what it asks for, and of what."""

    citation: str  # GDPR 13(1)(a)
    asked_of: AskedOf
    where_possible: bool  # the letter asks «where possible» only
    element: Texts


@cache
def countries() -> Countries:
    """Membership of the EEA (`countries.yaml`)."""
    raw = data("countries")
    return Countries(
        eea=frozenset(raw["eu"]) | frozenset(raw["eea"]),
        territories=raw["eu_territories"],
        undecided=raw["undecided"],
    )


@cache
def bases() -> Mapping[str, Basis]:
    """The six legal bases, by the word that `legal_basis` holds (`bases.yaml`)."""
    return {
        ident: Basis(id=ident, article=row["article"], rights=row["rights"])
        for ident, row in data("bases")["bases"].items()
    }


@cache
def rights() -> Mapping[str, Right]:
    """The rights of the person, in the order in which they are told (`rights.yaml`)."""
    return {ident: _right(ident, row) for ident, row in data("rights")["rights"].items()}


@cache
def authorities() -> Mapping[str, Authority]:
    """The supervisory authorities, by the word that `authority` holds (`authorities.yaml`)."""
    return {ident: _authority(ident, row) for ident, row in data("authorities")["authorities"].items()}


@cache
def sheet() -> Mapping[str, SheetRow]:
    """The rows of the register in their order, by key (`sheet.yaml`)."""
    return {
        key: SheetRow(key=key, page=cast("Page", row["page"]), added=row.get("added") == "true", label=_texts(row))
        for key, row in data("sheet")["rows"].items()
    }


@cache
def letters() -> Mapping[str, Letter]:
    """The letters of the law that ask for something, by citation (`articles.yaml`)."""
    return {
        citation: Letter(
            citation=citation,
            asked_of=cast("AskedOf", row["asked_of"]),
            where_possible=row.get("where_possible") == "true",
            element=_texts(row),
        )
        for citation, row in data("articles")["articles"].items()
    }


def _authority(ident: str, row: Mapping[str, Any]) -> Authority:
    return Authority(
        id=ident,
        country=row["country"],
        name=row["name"],
        to=row["to"],
        address=None if "doubt" in row else row["address"],
        complaint=row.get("complaint", row["web"]),
    )


def _right(ident: str, row: Mapping[str, Any]) -> Right:
    return Right(
        id=ident,
        article=row["article"],
        given=cast("Given", row["given"]),
        sentence=row["sentence"],
        condition=row.get("condition"),
        limit=row.get("limit"),
        country=row.get("country"),
    )


def _texts(row: Mapping[str, Any]) -> Texts:
    return {language: row[language] for language in LANGUAGES}
