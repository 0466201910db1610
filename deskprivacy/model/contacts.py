"""Ways to reach somebody, and the way rights are exercised with them (GDPR 12, 13(1)(a)–(b), 13(2)(b))."""

from collections.abc import Mapping
from typing import Annotated

from deskprivacy.frozen import frozen
from deskprivacy.model.circumstances import Traced
from deskprivacy.model.types import Email, Period, Proper, Prose, Url, Word


@frozen
class Contact(Traced):
    """Means of contact; at least one is declared."""

    email: Email | None = None
    phone: Proper | None = None
    post: Proper | None = None
    web: Url | None = None
    form: Url | None = None


@frozen
class RightInPractice(Traced):
    """How one right is exercised, and its limits here."""

    how: Prose | None = None
    limit: Prose | None = None


@frozen
class Rights(Traced):
    """How the rights are exercised (GDPR 12(2)–(6)); which rights exist follows from the legal bases."""

    contact: Contact | None = None
    online: Prose | None = None
    delay: Period | None = None
    identity: Annotated[str, Word(terms="identity_check")] | None = None
    by_right: Mapping[Annotated[str, Word(terms="right")], RightInPractice] | None = None
