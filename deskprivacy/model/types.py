"""The types that the nouns are written in: what a field may hold, said once, in its annotation.

The binder, the reference check, `public()` and the test that compares schemas and dataclasses all read these
annotations; no field is described twice.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

from deskprivacy.frozen import Frozen, frozen


@frozen
class Reference(Frozen):
    """The value is the id of an entity of one of these kinds; `items` allows `entity/item` too."""

    kinds: tuple[str, ...]
    items: bool = False
    literals: tuple[str, ...] = ()

    __eq__, __hash__ = object.__eq__, object.__hash__  # each is written once: it is its own key


@frozen
class Word(Frozen):
    """The value is a term of this list of `law/vocabulary.yaml`."""

    terms: str


@frozen
class Form(Frozen):
    """The value is text of this form: `period`, `date`, `country`, `prose` (Markdown), `url`, `email`."""

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

Text = Annotated[str, Form(name="text")]  # one line, no markup: a name
Proper = Annotated[str, Form(name="proper")]  # the same in every language: a legal name, an address, a citation of law
Prose = Annotated[str, Form(name="prose")]  # Markdown
Email = Annotated[str, Form(name="email")]
Url = Annotated[str, Form(name="url")]
Period = Annotated[str, Form(name="period")]  # `13 months`, `48 hours`
Lifetime = Annotated[str, Form(name="lifetime")]  # a period, `session` or `until-cleared`
ActivePeriod = Annotated[str, Form(name="active")]  # a period or `unlimited`
Date = Annotated[str, Form(name="date")]  # ISO 8601
Country = Annotated[str, Form(name="country")]  # ISO 3166-1 alpha-2, or EEA and EU
Sentence = Annotated[str, Form(name="sentence")]  # P15.2, or takeover/P15.2

ControllerId = Annotated[str, Reference(kinds=("controllers",))]
DataSubjectId = Annotated[str, Reference(kinds=("data_subjects",))]
DataCategoryId = Annotated[str, Reference(kinds=("data_categories",))]
DataRef = Annotated[str, Reference(kinds=("data_categories",), items=True)]  # a category, or category/item
ItemId = Annotated[str, Reference(kinds=("items",))]  # an item of the category whose line this is
SourceId = Annotated[str, Reference(kinds=("sources",))]
PurposeId = Annotated[str, Reference(kinds=("purposes",))]
RecipientId = Annotated[str, Reference(kinds=("recipients",))]
TrackerId = Annotated[str, Reference(kinds=("trackers",))]
MeasureId = Annotated[str, Reference(kinds=("measures",))]
RetentionRuleId = Annotated[str, Reference(kinds=("retention_rules",))]
CommitmentId = Annotated[str, Reference(kinds=("commitments",))]
EventId = Annotated[str, Reference(kinds=("events",))]  # an event that is shipped, or one of register.yaml
HostId = Annotated[str, Reference(kinds=("recipients",), literals=("own",))]
PartyId = Annotated[str, Reference(kinds=("recipients", "controllers"))]
