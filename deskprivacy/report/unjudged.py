"""What could not be judged, for its structure has errors: told in one place, with the first of each sort and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskprivacy.finding import LeftOut, Place
from deskprivacy.model.side import SETTINGS, SIDE
from deskprivacy.report import Report
from deskprivacy.words.findings import visible
from deskprivacy.words.speech import Speech

_NAMED = 4  # of a sort; JSON has them all


def format_left_out(report: Report) -> Iterator[str]:
    """A part of the text that says it; nothing where all was judged."""
    if lines := [f"  --> {report.at(place)}  {text}" for place, text in told(report)]:
        yield "\n".join(
            [report.say("The errors of form kept this from being judged, and what only this could answer:"), *lines]
        )


def told(report: Report) -> Iterator[tuple[Place, str]]:
    """Each sort of what was left out, in words, with the place of its first."""
    say = report.say
    for one in report.left_out:
        if one.where.kind == SETTINGS and not one.where.keys:
            yield one.place, say("nothing could be judged: all hangs on `{file}`", file=f"{SETTINGS}.yaml")
            return
    sorts: dict[tuple[str, str], list[LeftOut]] = {}
    for one in report.left_out:
        if one.where.kind not in SIDE or one.why in ("errors", "unread"):  # a question about such follows by itself
            sorts.setdefault((one.why, one.where.kind), []).append(one)
    for (why, kind), found in sorts.items():
        yield found[0].place, _sort(why, kind, found, say)


def _sort(why: str, kind: str, found: Sequence[LeftOut], say: Speech) -> str:
    if why == "unread":
        files = list(dict.fromkeys(one.place.file for one in found))
        return say("the entries of `{block}` in `{files}`", files=_listed(files), block=kind)
    names = list(dict.fromkeys(str(one.where) for one in found))
    if why == "in-part":
        return say(
            "facts of other entries, which name what was not judged or is not declared: {names}", names=_listed(names)
        )
    if why == "naming":
        return say.count(
            "{n} entry of `{block}` that names what was not judged, or is not declared: {names}",
            "{n} entries of `{block}` that name what was not judged, or is not declared: {names}",
            len(names),
            block=kind,
            names=_listed(names),
        )
    return say.count(
        "{n} entry of `{block}` with errors: {names}",
        "{n} entries of `{block}` with errors: {names}",
        len(names),
        block=kind,
        names=_listed(names),
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(visible(one) for one in names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
