"""An address in words, for those who never saw the YAML: «finalité « Livrer vos commandes » : base légale»."""

from __future__ import annotations

from collections.abc import Iterable

from deskprivacy.address import EVERY, Address
from deskprivacy.model.parties import Entity
from deskprivacy.model.register import KINDS
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import name_of
from deskprivacy.words.speech import Speech


def in_words(page: Page, where: Address) -> str:
    """What an address speaks of: the entity by its name, then the field by its word."""
    field = _field(page, where)
    return page.say("{entity}: {field}", entity=_entity(page, where), field=field) if field else _entity(page, where)


def in_words_together(page: Page, addresses: Iterable[Address]) -> tuple[str, ...]:
    """What several addresses speak of: the fields of one entity together, and entities of which the same is said."""
    fields: dict[str, dict[str, None]] = {}
    for where in addresses:
        fields.setdefault(_entity(page, where), {})[_field(page, where)] = None
    entities: dict[str, list[str]] = {}
    for entity, found in fields.items():
        entities.setdefault("; ".join(one for one in found if one), []).append(entity)
    return tuple(
        page.say("{entity}: {field}", entity=", ".join(found), field=field) if field else ", ".join(found)
        for field, found in entities.items()
    )


def _entity(page: Page, where: Address) -> str:
    say = page.say
    kind = say.term("kind", where.kind)
    if where.kind not in KINDS or not where.id:
        return kind
    if where.id == EVERY:
        return say("every entry of the kind “{kind}”", kind=kind)
    found: Entity | None = page.register.of_kind(where.kind).get(where.id)
    return say("{kind} “{name}”", kind=kind, name=name_of(found) if found else where.id)


def _field(page: Page, where: Address) -> str:
    return ", ".join(_part(page, where, n) for n in range(len(where.named)))


def _part(page: Page, where: Address, n: int) -> str:
    """One key of an address: an id by its name, a field by its word, anything else as it is written."""
    key, before = where.named[n], where.named[n - 1] if n else None
    kind = {"data": "data_categories", "recipients": "recipients"}.get(before or "")
    if where.kind == "activities" and kind and (found := page.register.of_kind(kind).get(key)):
        return page.say("“{name}”", name=name_of(found))
    if before == "items" and where.kind == "data_categories" and where.id in page.register.data_categories:
        items = page.register.data_categories[where.id].items or {}
        return page.say("“{name}”", name=items[key].name) if key in items else key
    return _words(page.say).get(key, key)


def _words(say: Speech) -> dict[str, str]:
    return _who(say) | _what(say) | _kept(say)


def _who(say: Speech) -> dict[str, str]:
    return {
        "name": say("name"),
        "trade_name": say("trade name"),
        "legal_form": say("legal form"),
        "registration": say("registration"),
        "address": say("address"),
        "country": say("country"),
        "contact": say("contact"),
        "dpo": say("data protection officer"),
        "representative": say("representative"),
        "rights": say("exercise of rights"),
        "authority": say("supervisory authority"),
        "arrangement": say("arrangement between joint controllers"),
        "controllers": say("controllers"),
        "role": say("role"),
        "sector": say("sector"),
        "service": say("service"),
        "members": say("members"),
        "stored_in": say("countries where data are stored"),
        "access_from": say("countries from which data are accessed"),
        "contract": say("contract"),
        "transfer": say("transfers outside the EEA"),
        "sub_processors": say("sub-processors"),
        "minors": say("minors"),
        "provider": say("provider"),
        "owner": say("who keeps the sheet"),
    }


def _what(say: Speech) -> dict[str, str]:
    return {
        "description": say("description"),
        "purposes": say("purposes"),
        "legal_basis": say("legal basis"),
        "interest": say("interest pursued"),
        "choice": say("how to say no"),
        "withdraw": say("how to withdraw consent"),
        "data": say("data"),
        "data_subjects": say("categories of persons"),
        "items": say("items of data"),
        "examples": say("examples"),
        "special": say("special category"),
        "sources": say("sources"),
        "origin": say("origin"),
        "recipient": say("recipient behind the source"),
        "recipients": say("recipients"),
        "when": say("circumstances"),
        "required": say("mandatory or optional"),
        "otherwise": say("consequence of not giving the data"),
        "automated_decisions": say("profiling and automated decisions"),
        "dpia": say("impact assessment"),
        "trackers": say("trackers"),
        "technology": say("technology"),
        "consent": say("consent"),
        "cookies": say("cookies"),
        "tracker_choices": say("choices about trackers"),
        "changes": say("list of changes"),
    }


def _kept(say: Speech) -> dict[str, str]:
    return {
        "retention": say("retention"),
        "active": say("period"),
        "from": say("start of the period"),
        "archive": say("archive"),
        "then": say("what becomes of the data"),
        "lifetime": say("lifetime"),
        "measures": say("security measures"),
        "family": say("family"),
        "public": say("public wording"),
        "limits": say("limits"),
        "evidence": say("evidence"),
        "software": say("software"),
        "medium": say("medium"),
        "hosting": say("hosting"),
        "created": say("date of creation"),
        "reviewed": say("last review"),
        "review_every": say("interval of reviews"),
        "status": say("status"),
        "reference": say("reference"),
        "version": say("version"),
        "effective": say("date of effect"),
    }
