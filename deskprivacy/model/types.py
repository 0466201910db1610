"""The types that the nouns are written in: what a field may hold, said once, in its annotation.

The binder, the reference check, `public()` and the test that compares schemas and dataclasses all read these
annotations; no field is described twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeVar


@dataclass(frozen=True, slots=True, eq=False)  # each is written once: it is its own key
class Reference:
    """The value is the id of an entity of one of these kinds; `items` allows `entity/item` too."""

    kinds: tuple[str, ...]
    items: bool = False
    literals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """The value is a term of this list of `law/vocabulary.yaml`."""

    terms: str


@dataclass(frozen=True, slots=True)
class Form:
    """The value is text of this form: `period`, `date`, `country`, `prose` (Markdown), `url`."""

    name: str


class Internal:
    """The field never reaches a public document."""


class OneOrMore:
    """In YAML the list may be written as its only member."""


class EmptyAllowed:
    """An empty value in YAML means «nothing to add»: the lines of `data` and `recipients`."""


INTERNAL = Internal()
ONE_OR_MORE = OneOrMore()
EMPTY_ALLOWED = EmptyAllowed()

T = TypeVar("T")

# A field of the one grammar: None where the fact is absent, () where it is declared as none.
Cases = tuple[T, ...] | None

Text = Annotated[str, Form("text")]  # one line, no markup: a name
Proper = Annotated[str, Form("proper")]  # the same in every language: a legal name, an address, a citation of law
Prose = Annotated[str, Form("prose")]  # Markdown
Url = Annotated[str, Form("url")]
Period = Annotated[str, Form("period")]  # `13 months`, `48 hours`
Lifetime = Annotated[str, Form("lifetime")]  # a period, `session` or `until-cleared`
ActivePeriod = Annotated[str, Form("active")]  # a period or `unlimited`
Date = Annotated[str, Form("date")]  # ISO 8601
Country = Annotated[str, Form("country")]  # ISO 3166-1 alpha-2, or the vague EEA and EU
Sentence = Annotated[str, Form("sentence")]  # P15.2, or takeover/P15.2

ControllerId = Annotated[str, Reference(("controllers",))]
DataSubjectId = Annotated[str, Reference(("data_subjects",))]
DataCategoryId = Annotated[str, Reference(("data_categories",))]
DataRef = Annotated[str, Reference(("data_categories",), items=True)]  # a category, or category/item
ItemId = Annotated[str, Reference(("items",))]  # an item of the category whose line this is
SourceId = Annotated[str, Reference(("sources",))]
PurposeId = Annotated[str, Reference(("purposes",))]
RecipientId = Annotated[str, Reference(("recipients",))]
TrackerId = Annotated[str, Reference(("trackers",))]
MeasureId = Annotated[str, Reference(("measures",))]
RetentionRuleId = Annotated[str, Reference(("retention_rules",))]
CommitmentId = Annotated[str, Reference(("commitments",))]
ActivityId = Annotated[str, Reference(("activities",))]
EventId = Annotated[str, Reference(("events",))]  # an event that is shipped, or one of register.yaml
HostId = Annotated[str, Reference(("recipients",), literals=("own",))]
PartyId = Annotated[str, Reference(("recipients", "controllers"))]
