"""Who answers for the data, whose data they are, where they come from and who receives them."""

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar

from deskprivacy.address import Address
from deskprivacy.frozen import frozen
from deskprivacy.law.reader import authorities, countries
from deskprivacy.model.circumstances import NARROWING, Narrowed, Traced
from deskprivacy.model.contacts import Contact, Rights
from deskprivacy.model.types import (
    INTERNAL,
    ONE_OR_MORE,
    Cases,
    ControllerId,
    Country,
    Date,
    Proper,
    Prose,
    RecipientId,
    Text,
    Url,
    Word,
)


@frozen
class Entity(Traced):
    """What the entities of all kinds share: an id, unique in its kind, a name and a description."""

    KIND: ClassVar[str] = ""

    id: str
    name: Text | None = None
    description: Prose | None = None

    @property
    def where(self) -> Address:
        """Where findings and questions point when they speak of this entity."""
        return Address(self.KIND, self.id)


@frozen
class DataProtectionOfficer(Traced):
    """Whether a data protection officer is designated (GDPR 37), and how to reach them (GDPR 13(1)(b))."""

    designated: bool | None = None
    contact: Contact | None = None
    reason: Annotated[Prose | None, INTERNAL] = None
    same_as: ControllerId | None = None


@frozen
class Representative(Traced):
    """The representative in the Union of a controller established outside it (GDPR 27)."""

    name: Proper | None = None
    address: Proper | None = None
    country: Country | None = None
    contact: Contact | None = None


@frozen
class Territory(Traced):
    """Territories where the controller is reached in another way."""

    codes: tuple[Proper, ...]
    contact: Contact | None = None


@frozen
class Controller(Entity):
    """Who answers for processing (GDPR 4(7)); on a processor's sheet, who processes for others (GDPR 30(2))."""

    KIND: ClassVar[str] = "controllers"

    name: Proper | None = None
    trade_name: Proper | None = None
    legal_form: Proper | None = None
    registration: Proper | None = None
    address: Proper | None = None
    country: Country | None = None
    contact: Contact | None = None
    dpo: DataProtectionOfficer | None = None
    representative: Representative | None = None
    represented_by: Annotated[Text | None, INTERNAL] = None
    parent: ControllerId | None = None
    rights: Rights | None = None
    authority: Annotated[str, Word(terms="authority")] | None = None
    territories: tuple[Territory, ...] = ()


def name_of(entity: Entity) -> str:
    """What an entity is called: its name; of a controller without legal name the trade name; else its id."""
    trade_name = entity.trade_name if isinstance(entity, Controller) else None
    return entity.name or trade_name or entity.id


def countries_of(controllers: Iterable[Controller]) -> frozenset[str]:
    """The countries of these controllers; of one that declares none, that of its supervisory authority."""
    found = (one.country or (authorities()[one.authority].country if one.authority else None) for one in controllers)
    return frozenset(code for code in found if code)


def under_union_law(one: Controller) -> bool:
    """Whether the GDPR holds for a controller as far as the register shows (GDPR 3).

    One outside the EEA shows its tie by an authority, a representative, or a territory inside.
    """
    if one.country is None or countries().position(one.country) != "outside":
        return True
    inside = (countries().position(code) == "inside" for territory in one.territories for code in territory.codes)
    return one.authority is not None or one.representative is not None or any(inside)


@frozen
class Minors(Traced):
    """Whether minors are among the persons, and who consents for them (GDPR 8; LIL 45)."""

    status: Annotated[str, Word(terms="minors_status")]
    age: int | None = None
    consent: Annotated[str, Word(terms="minors_consent")] | None = None


@frozen
class DataSubject(Entity):
    """A category of persons (GDPR 30(1)(c))."""

    KIND: ClassVar[str] = "data_subjects"

    minors: Minors | None = None
    vulnerable: bool | None = None


ELSEWHERE = frozenset({"third-party", "public"})  # origins that are not the person: GDPR 14

# Roles: our own people are no transfer, nor is publication (CJEU C-101/01); a processor is no third party (GDPR 4(10)).
NOT_A_PLACE = frozenset({"internal", "public"})
OUTSIDERS = frozenset({"controller", "joint-controller", "public"})


@frozen
class Source(Entity):
    """Where data come from (GDPR 14(2)(f))."""

    KIND: ClassVar[str] = "sources"

    origin: Annotated[tuple[Annotated[str, Word(terms="source_origin")], ...], ONE_OR_MORE] = ()
    url: Url | None = None
    recipient: RecipientId | None = None


@frozen
class Member(Traced):
    """One of the bodies that a category of recipients stands for; internal unless it is published."""

    name: Proper
    description: Prose | None = None
    country: Country | None = None
    published: bool | None = None


@frozen
class Contract(Traced):
    """The processing contract (GDPR 28), or the arrangement of joint controllers (GDPR 26): its essence is public."""

    article: Annotated[int | None, INTERNAL] = None
    document: Annotated[Text | None, INTERNAL] = None
    date: Annotated[Date | None, INTERNAL] = None
    until: Annotated[Date | None, INTERNAL] = None
    essence: Prose | None = None


@frozen
class Transfer(Narrowed):
    """A transfer outside the EEA and what protects it (GDPR 44–49)."""

    KEYS: ClassVar[tuple[str, ...]] = (*NARROWING, "countries")

    countries: tuple[Country, ...]
    mechanism: Annotated[tuple[Annotated[str, Word(terms="transfer_mechanism")], ...], ONE_OR_MORE] = ()
    derogation: Annotated[str, Word(terms="derogation")] | None = None
    document: Annotated[Text | None, INTERNAL] = None
    copy: Prose | None = None
    assessment: Annotated[Text | None, INTERNAL] = None
    reason: Annotated[Annotated[str, Word(terms="transfer_reason")] | None, INTERNAL] = None


@frozen
class OwnUse(Traced):
    """What a recipient does for itself, as another controller: its purposes never become ours."""

    purposes: Prose | None = None
    notice: Url | None = None


@frozen
class Recipient(Entity):
    """Who receives data (GDPR 4(9), 30(1)(d)): a body, or a category of bodies."""

    KIND: ClassVar[str] = "recipients"

    role: Annotated[str, Word(terms="recipient_role")] | None = None
    group: bool | None = None
    sector: Annotated[str, Word(terms="sector")] | None = None
    service: Text | None = None
    members: Mapping[str, Member] | None = None
    country: Country | None = None
    stored_in: tuple[Country, ...] = ()
    access_from: tuple[Country, ...] = ()
    contract: Contract | None = None
    transfer: Cases[Transfer] = None
    sub_processors: Annotated[tuple[RecipientId, ...] | None, INTERNAL] = None
    certifications: tuple[Proper, ...] = ()
    notice: Url | None = None
    rights: Rights | None = None
    own_use: OwnUse | None = None
