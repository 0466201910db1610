"""What a rule of judgement says of itself: words for findings, explanation, law, and when it may be waived."""

from __future__ import annotations

from deskprivacy.finding import RuleText, Texts
from deskprivacy.frozen import frozen


@frozen
class Rule(RuleText):
    """A rule of judgement. `title`, `message`, `help` are for findings; the rest is its page in the manual.

    `why` it matters to a person; what the law `asks`; how to `mend` it; when a deviation is `justified`, None where it
    never is: then no waiver is accepted. `checked` is the day on which the law cited was last read (ISO 8601).
    `internal`: it tells of what only the register may tell, though it stands at a public key; no draft shows it.
    """

    family: str
    checked: str
    why: Texts
    asks: Texts
    mend: Texts
    justified: Texts | None
    internal: bool = False
