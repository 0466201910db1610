"""A small register that answers every duty, and the means to take one fact out of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from keyword import iskeyword
from typing import Any, TypeVar

from deskprivacy.address import Address, Key
from deskprivacy.model.activities import (
    Activity,
    Arrangement,
    AutomatedDecision,
    Condition,
    DataLine,
    RecipientLine,
    Required,
)
from deskprivacy.model.contacts import Contact, Rights
from deskprivacy.model.data import Choice, DataCategory, Item, LegalBasis, Purpose, RetentionRule
from deskprivacy.model.means import Measure, RetentionUse, Tracker, TrackerConsent
from deskprivacy.model.notices import ALL, Notice
from deskprivacy.model.parties import (
    Contract,
    Controller,
    DataProtectionOfficer,
    DataSubject,
    Entity,
    Recipient,
    Representative,
    Source,
    Transfer,
)
from deskprivacy.model.register import Register
from deskprivacy.model.side import Settings

EMAIL = Contact(email="dp@example.com")

CONTROLLERS = (
    Controller(
        id="shop",
        name="Shop SAS",
        address="1 rue Neuve, 69001 Lyon",
        country="FR",
        contact=EMAIL,
        dpo=DataProtectionOfficer(designated=True, contact=EMAIL),
        rights=Rights(contact=EMAIL),
        authority="cnil",
    ),
    Controller(
        id="partner",
        name="Partner Inc.",
        address="1 Main Street, Boston",
        country="US",
        contact=EMAIL,
        representative=Representative(name="Partner Europe", address="Dublin", contact=EMAIL),
        dpo=DataProtectionOfficer(same_as="shop"),
        rights=Rights(contact=EMAIL),
        authority="cnil",
    ),
    Controller(id="client", name="Client SA", address="2 rue Vieille, Lille", contact=EMAIL),
)

PURPOSES = (
    Purpose(id="delivery", name="Delivery", legal_basis=(LegalBasis(basis="contract"),)),
    Purpose(
        id="news",
        name="News",
        legal_basis=(
            LegalBasis(basis="consent", withdraw="A link in each message", channels=("email",)),
            LegalBasis(basis="legitimate-interests", interest="Keeping our customers"),
        ),
    ),
    Purpose(
        id="books",
        name="Books",
        legal_basis=(LegalBasis(basis="legal-obligation", text="C. com. L123-22"),),
        choice=(Choice(how="Write to us"),),
    ),
)

SOURCES = (
    Source(id="forms", name="Forms", origin=("data-subject",)),
    Source(id="site", name="Site", origin=("observed",), url="https://shop.example"),
    Source(id="agency", name="Agency", origin=("third-party",)),
)

RECIPIENTS = (
    Recipient(id="staff", name="Staff", role="internal", country="FR"),
    Recipient(id="carriers", name="Carriers", role="processor", country="FR"),
    Recipient(
        id="network",
        name="Network",
        role="joint-controller",
        country="US",
        contract=Contract(article=26, document="A-1", essence="Each informs its own users"),
        transfer=(
            Transfer(countries=("US",), mechanism=("scc",), copy="Ask us", purposes=("news",)),
            Transfer(
                countries=("US",),
                mechanism=("derogation",),
                derogation="49-1-2",
                document="T-1",
                copy="Ask our officer",
            ),
        ),
    ),
    Recipient(id="printer", name="Printer", role="processor", country="FR", contract=Contract(article=28), transfer=()),
    Recipient(id="cloud", name="Cloud", role="processor", stored_in=("IE",)),
)

TRACKERS = (
    Tracker(
        id="audience",
        name="Audience",
        technology="cookie",
        purposes=("news",),
        consent=(
            TrackerConsent(required=False, exemption="audience-measurement", channels=("website",)),
            TrackerConsent(required=True),
        ),
        lifetime="13 months",
        choice=(Choice(how="The banner"),),
    ),
    Tracker(
        id="visits",
        name="Visits",
        technology="cookie",
        purposes=("news",),
        consent=(TrackerConsent(required=False, exemption="audience-measurement"),),
        lifetime="13 months",
        choice=(Choice(how="The foot of each page"),),
    ),
    Tracker(
        id="like",
        name="Like button",
        technology="social-plug-in",
        provider="network",
        purposes=("news",),
        consent=(TrackerConsent(required=True),),
        choice=(Choice(how="The banner"),),
    ),
)

ORDERS = Activity(
    id="orders",
    name="Orders",
    controllers=("shop", "partner"),
    arrangement=Arrangement(essence="The shop answers", document="A-2", contact=EMAIL),
    purposes=("delivery", "news", "books"),
    data_subjects=("customers",),
    retention=(RetentionUse(rule="relation"),),
    sources=("forms",),
    required=(Required(mandatory="contract", otherwise="We cannot deliver"),),
    data={
        "contact": (DataLine(purposes=("delivery",)),),
        "usage": (
            DataLine(items=("pages",), purposes=("news",), sources=("site",)),
            DataLine(
                purposes=("books",),
                sources=("agency", "forms"),
                retention=(RetentionUse(rule="law"),),
                condition=Condition(ground="9-2-a"),
            ),
        ),
    },
    recipients={
        "staff": (RecipientLine(purposes=("delivery",), data=("contact",)),),
        "carriers": (RecipientLine(purposes=("delivery",), data=("contact",)),),
        "network": (RecipientLine(purposes=("news",), data=("usage",)),),
        "printer": (RecipientLine(purposes=("delivery",), data=("contact",)),),
    },
    trackers=("audience", "visits", "like"),
    measures=("tls",),
    automated_decisions=(
        AutomatedDecision(name="Score", kind="scoring", logic="Age of the account", effect="Payment on delivery only"),
    ),
    hosting="own",
)

HOSTING = Activity(
    id="hosting",
    name="Hosting",
    controllers=("shop",),
    on_behalf_of=("client",),
    description="Hosting and backup",
    recipients={"cloud": (RecipientLine(),)},
    measures=("tls",),
)

E = TypeVar("E", bound=Entity)


def by_id(*entities: E) -> Mapping[str, E]:
    return {entity.id: entity for entity in entities}


COMPLETE = Register(
    settings=Settings(title="Register", language="en"),
    controllers=by_id(*CONTROLLERS),
    data_subjects=by_id(DataSubject(id="customers", name="Customers")),
    data_categories=by_id(
        DataCategory(id="contact", name="Contact details"),
        DataCategory(
            id="usage",
            name="Usage",
            sources=("site",),
            items={"pages": Item(name="Pages"), "clicks": Item(name="Clicks")},
        ),
    ),
    sources=by_id(*SOURCES),
    purposes=by_id(*PURPOSES),
    recipients=by_id(*RECIPIENTS),
    trackers=by_id(*TRACKERS),
    measures=by_id(Measure(id="tls", name="TLS", description="TLS 1.3 on every connection")),
    retention_rules=by_id(
        RetentionRule(id="relation", active="3 years", from_=("last-contact",)),
        RetentionRule(id="law", active="10 years", from_=("financial-year-end",)),
    ),
    activities=by_id(ORDERS, HOSTING),
    notices=by_id(Notice(id="public", name="Notice", covers=(ALL,))),
)


def changed(register: Register, kind: str, ident: str, **changes: Any) -> Register:
    """The register with some fields of one entity changed."""
    entity = dataclasses.replace(register.of_kind(kind)[ident], **changes)
    fields: dict[str, Any] = {kind: {**register.of_kind(kind), ident: entity}}
    return dataclasses.replace(register, **fields)


def without(register: Register, where: Address) -> Register:
    """The register without the fact at an address; a position is left out where there is one entry only."""
    entities = register.of_kind(where.kind)
    fields: dict[str, Any] = {where.kind: {**entities, where.id: _without(entities[where.id], where.keys)}}
    return dataclasses.replace(register, **fields)


def _without(value: Any, keys: tuple[Key, ...]) -> Any:
    key, *rest = keys
    if value is None:
        return None
    if isinstance(value, tuple):
        if not isinstance(key, int):
            return (_without(value[0], keys), *value[1:])
        return (*value[:key], _without(value[key], tuple(rest)), *value[key + 1 :])
    if isinstance(value, Mapping):
        return {**value, key: _without(value[key], tuple(rest))}
    name = f"{key}_" if iskeyword(str(key)) else str(key)
    if rest:
        return dataclasses.replace(value, **{name: _without(getattr(value, name), tuple(rest))})
    default = next(field.default for field in dataclasses.fields(value) if field.name == name)
    return dataclasses.replace(value, **{name: default})
