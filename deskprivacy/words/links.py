"""The links that a document may carry out of itself: to the web, a mailbox, a telephone."""

from __future__ import annotations

import re

_LONGEST = 2_000  # bytes
# A mailbox, and a subject or a first text for the letter: no other reader of it, and no line of its head.
_MAILBOX = r"mailto:[^\s@?&%#]+@[^\s@?&%#]+(?:\?(?:subject|body)=(?!\S*%0[ad])[^\s&#]*(?:&(?:subject|body)=[^\s&#]*)?)?"
_OUTSIDE = re.compile(rf"(?:https?://[^\s/?#@\\]+(?:[/?#]\S*)?|{_MAILBOX}|tel:[+\d]\S*)\Z", re.IGNORECASE)


def leads_out(link: str) -> bool:
    """Whether a document may carry this link.

    None that names a user before its host, for it looks as if it led to that name; none that sends a letter to others
    too; and none too long for a PDF.
    """
    return len(link.encode(errors="replace")) <= _LONGEST and _OUTSIDE.match(link) is not None
