"""Speech: everything that a document says beside the register's own texts, in one language.

Labels come from gettext, terms of the closed lists from the vocabulary, dates, periods, lists and countries from CLDR.
Babel is imported when something is first said, never before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING

from deskprivacy.law.reader import REFERENCE_LANGUAGE, third_person, vocabulary
from deskprivacy.words.catalogue import catalogue

if TYPE_CHECKING:
    from babel import Locale

_PERIOD = re.compile(r"([0-9]+) (minute|hour|day|week|month|year)s?")
# CLDR’s bare «en» is that of the United States; the texts of this law are read, and written, in that of Europe.
_IN_EUROPE = {"en": "en-150"}


class Speech:
    """How one language says things. The texts are not typeset: whoever prints them does that once.

    A notice speaks to the person («your consent»); the register speaks of the person: `in_third_person`.
    """

    def __init__(self, language: str, *, in_third_person: bool = False) -> None:
        self.language = language
        self.in_third_person = in_third_person
        self._catalogue = catalogue(language)

    def __call__(self, message: str, **values: object) -> str:
        """A fixed phrase in this language, with its `{values}` filled in."""
        return self._catalogue.gettext(message).format(**values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """A phrase that counts: `one` or `many`, by the plural rules of the language; `{n}` is the number."""
        return self._catalogue.ngettext(one, many, number).format(n=number, **values)

    def term(self, terms: str, term: str) -> str:
        """The word for a term of a closed list."""
        spoken_of = third_person(terms) if self.in_third_person else {}
        return self.text(spoken_of.get(term) or vocabulary(terms)[term])

    def of_the_person(self) -> Speech:
        """The same language, speaking of the person where this speaks to the person."""
        return speech(self.language, in_third_person=True)

    def text(self, texts: Mapping[str, str]) -> str:
        """A text of the law's data, which has English and French side by side; the catalogue has other languages."""
        return texts.get(self.language) or self._catalogue.gettext(texts[REFERENCE_LANGUAGE])

    def period(self, text: str) -> str:
        """`13 months` as the language says it; `session` and its like by their fixed words."""
        found = _PERIOD.fullmatch(text)
        if found is None:
            return self._fixed_period(text)
        from babel.units import format_unit

        return format_unit(int(found[1]), f"duration-{found[2]}", "long", locale=self._locale)

    def date(self, text: str) -> str:
        """An ISO date, written out."""
        from babel.dates import format_date

        day = date.fromisoformat(text)
        written = format_date(day, "long", locale=self._locale)
        # CLDR writes «1 décembre»; French says and writes «1er».
        return f"1er{written[1:]}" if self.language == "fr" and day.day == 1 else written

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self._locale))

    def country(self, code: str) -> str:
        """The name of a country, or of an area that stands in place of one."""
        if code == "EEA":  # the Union is known to CLDR, the Area is not
            return self("European Economic Area")
        return str(self._locale.territories.get(code, code))

    def listed(self, parts: Iterable[str]) -> str:
        """`a, b and c`."""
        from babel.lists import format_list

        found = list(parts)
        return format_list(found, locale=self._locale) if found else ""

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale

        return Locale.parse(_IN_EUROPE.get(self.language, self.language), sep="-")

    def _fixed_period(self, text: str) -> str:
        fixed = {
            "session": self(
                "until the browser is closed" if self.in_third_person else "until you close the browser",
            ),
            "until-cleared": self("until it is cleared" if self.in_third_person else "until you clear it"),
            "unlimited": self("without limit"),
        }
        return fixed.get(text, text)


def fixed(message: str) -> str:
    """A fixed phrase that stands in a table, to be said when its row is asked for; here it is found for translators."""
    return message


@cache
def speech(language: str, *, in_third_person: bool = False) -> Speech:
    """The speech of a language."""
    return Speech(language, in_third_person=in_third_person)
