"""The words of a finding: it gets them only here, when it is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from deskprivacy.address import Address
from deskprivacy.finding import Related, Reported, Value
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.words.speech import Speech

_VALUE = re.compile(r"\{([a-z_]+)\}")
_SHOWN = 12  # of a closed list; the schema in the editor shows the rest


@frozen(kw_only=False)
class Message(Frozen):
    """A finding in words: what it is, what is wrong here, what to do."""

    title: str
    message: str
    help: str


def say_finding(one: Reported, say: Speech) -> Message:
    """The words of a finding in a language."""
    values = {key: _worded(key, value, say) for key, value in one.finding.values.items()}
    values["entity"] = values.get("entity") or (entity_in_words(one.address, say) if one.address else "")
    suggestion = one.finding.values.get("suggestion")
    remedy = _filled(say.text(one.text.help), values)
    if suggestion:
        remedy = say("did you mean `{suggestion}`?", suggestion=values["suggestion"])
    return Message(
        title=say.text(one.text.title),
        message=_filled(say.text(one.text.message), values),
        help=remedy,
    )


def say_related(related: Related, say: Speech) -> str:
    """What another place has to do with a finding."""
    parts = {
        "first": say("it stands here first"),
        "declared": say("it is declared here"),
        "translated": say("the translation stands here"),
        "asked": say("this question asks about it"),
        "contradicts": say("this says the contrary"),
    }
    return parts.get(related.part, related.part)


def entity_in_words(address: Address, say: Speech) -> str:
    """`purpose «direct-marketing»`: the kind by its word, then the id."""
    kind = say.term("kind", address.kind)
    return f"{kind} `{visible(address.id)}`" if address.id else kind


def visible(text: str) -> str:
    """A text of a register on one line, each character in its place: what steers a terminal or turns words is a sign.

    A register comes from a merge request; what it says must not speak to the terminal or to the CI that prints it.
    """
    return text if text.isprintable() else "".join(_sign(one) for one in text)


def _sign(character: str) -> str:
    if character in "\t\n\r":
        return " "
    return character if character.isprintable() or unicodedata.category(character) == "Zs" else "\ufffd"


def _filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its `{values}`; a name that the finding lacks stays, and so does a `{}` that is YAML."""
    return _VALUE.sub(lambda found: values.get(found[1], found[0]), text)


def _worded(key: str, value: Value, say: Speech) -> str:
    if key == "kind" and isinstance(value, str):
        return say.term("kind", value)
    if isinstance(value, tuple):
        shown = [f"`{visible(one)}`" for one in value[:_SHOWN]]
        return ", ".join(shown) + (", …" if len(value) > _SHOWN else "")
    return "" if value is None else visible(str(value))
