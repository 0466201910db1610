"""The words of a finding: it gets them only here, when it is shown.

A value is said in words by its name: one that bears the name of a closed list is a term of it (`sector`,
`usual_recipient_role`), `country`, `…period` and `…day` are said as such, `act` and `law` as one cites them, `items`
are names. In backquotes stands what is to be typed, or was: there each value stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from deskprivacy.address import Address
from deskprivacy.finding import Related, Reported, Value
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.reader import closed_lists, vocabulary
from deskprivacy.words.citation import cite
from deskprivacy.words.reasons import reason_in_words
from deskprivacy.words.speech import Speech

_VALUE = re.compile(r"\{([a-z0-9_]+)\}")
_SHOWN = 12  # of names; of a closed list, all are shown
_IN_FULL = frozenset({"expected", "keys", "long"})


@frozen(kw_only=False)
class Message(Frozen):
    """A finding in words: what it is, what is wrong here, what to do."""

    title: str
    message: str
    help: str


def say_finding(one: Reported, say: Speech) -> Message:
    """The words of a finding in a language: it speaks of the persons, to whoever keeps the register."""
    say = say.of_the_person()
    written = {key: _written(value, all_=key in _IN_FULL) for key, value in one.finding.values.items()}
    worded = {key: _worded(key, value, say) for key, value in one.finding.values.items()}
    worded["entity"] = worded.get("entity") or (entity_in_words(one.address, say) if one.address else "")
    suggestion = one.finding.values.get("suggestion")
    remedy = _filled(say.text(one.text.help), worded, written)
    if suggestion:
        remedy = say("did you mean `{suggestion}`?", suggestion=written["suggestion"])
    else:
        remedy += "".join(_more(one.finding.values, say))
    return Message(
        title=say.text(one.text.title),
        message=_filled(say.text(one.text.message), worded, written),
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


def _more(values: Mapping[str, Value], say: Speech) -> Iterator[str]:
    """What a finding has to add to the help of its rule."""
    if example := values.get("example"):
        yield say(" For example: `{example}`", example=_written(example))
    if literals := values.get("literals"):
        yield say("; {words} may stand here too, alone, in place of ids", words=_written(literals))
    if table := values.get("table"):
        yield say("; `deskprivacy explain {table}` says what these words mean", table=_written(table))


def _filled(text: str, worded: Mapping[str, str], written: Mapping[str, str]) -> str:
    """The text with its `{values}`; a name that the finding lacks stays, and so does a `{}` that is YAML."""
    parts = text.split("`")
    for n, part in enumerate(parts):
        values = {**worded, **written} if n % 2 else worded
        parts[n] = _VALUE.sub(lambda found, values=values: values.get(found[1], found[0]), part)  # type: ignore[misc]
    return "`".join(parts)


def _written(value: Value, *, all_: bool = False) -> str:
    """A value as the register has it."""
    if isinstance(value, tuple):
        most = len(value) if all_ else _SHOWN
        shown = [f"`{visible(one)}`" for one in value[:most]]
        return ", ".join(shown) + (", …" if len(value) > most else "")
    return "" if value is None else visible(str(value))


def _worded(key: str, value: Value, say: Speech) -> str:
    """A value as people say it."""
    if isinstance(value, Mapping):
        return visible(say.text(value))
    how = _way(key, say)
    if how is None or not isinstance(value, str | tuple):
        return _written(value, all_=key in _IN_FULL)
    return how(value) if isinstance(value, str) else say.listed(how(one) for one in value)


def _way(key: str, say: Speech) -> Callable[[str], str] | None:
    """How a value of this name is said; None where it stays as it is."""
    for ending, how in (("country", say.country), ("period", say.period), ("day", say.date)):
        if _bears(key, ending):
            return how
    if key == "reason":
        return lambda reason: reason_in_words(reason, say.language)
    if key in ("act", "law"):
        return lambda reference: cite(reference, say)
    if key == "items":
        return lambda name: say("“{name}”", name=visible(name))
    terms = next((one for one in closed_lists() if _bears(key, one)), None)
    return None if terms is None else lambda term: say.term(terms, term) if term in vocabulary(terms) else visible(term)


def _bears(key: str, name: str) -> bool:
    return key == name or key.endswith(f"_{name}")
