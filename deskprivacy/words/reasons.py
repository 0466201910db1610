"""The reasons of a system that refuses to read or write, by the names of their numbers (`errno`), in a language.

Python has their words from the system: in English here, in the user's language there, and elsewhere in others.
"""

from __future__ import annotations

from collections.abc import Callable

from deskprivacy.errors import NO_FILE
from deskprivacy.words.catalogue import catalogue


def reason_in_words(reason: str, language: str) -> str:
    """What a reason of `errors.reason_of` means; one that is rare stays a name, which a search finds."""
    return _reasons(catalogue(language).gettext).get(reason, reason)


def _reasons(say: Callable[[str], str]) -> dict[str, str]:
    return {
        "ENOENT": say("no such file or folder"),
        "EACCES": say("access is denied"),
        "EPERM": say("the operation is not permitted"),
        "EISDIR": say("it is a folder"),
        "ENOTDIR": say("it is not a folder"),
        "ENAMETOOLONG": say("the name is too long"),
        "EILSEQ": say("the name holds a character that the disk does not take"),
        "EINVAL": say("the system does not take this name or this operation"),
        "ENOSPC": say("there is no space left on the disk"),
        "EDQUOT": say("the disk quota is exceeded"),
        "EFBIG": say("the file is too large for this disk"),
        "EROFS": say("the disk is read-only"),
        "ELOOP": say("symbolic links lead in a circle"),
        "EBUSY": say("it is in use"),
        "ETXTBSY": say("it is in use"),
        "EAGAIN": say("another program holds it"),
        "EDEADLK": say("another program holds it"),
        "EIO": say("the disk reports an error"),
        "ENXIO": say("the device is not there"),
        "ENODEV": say("the device is not there"),
        "ESTALE": say("the network drive is no longer there"),
        "ETIMEDOUT": say("the network drive does not answer"),
        "EXDEV": say("it lies on another disk"),
        "EMFILE": say("too many files are open"),
        "ENFILE": say("too many files are open"),
        "ENOTEMPTY": say("the folder is not empty"),
        "EEXIST": say("the file exists already"),
        "ENOMEM": say("there is not enough memory"),
        "EBADF": say("it is closed"),
        "EPIPE": say("nobody reads on"),
        NO_FILE: say("it is no plain file"),
    }
