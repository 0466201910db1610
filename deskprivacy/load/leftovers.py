"""What systems, editors and version control leave in a folder without anybody meaning it: no file of anybody's.

Names that begin with a dot are left alone everywhere; these are the others.
"""

from __future__ import annotations

import re

# `*` stands for whatever is there, as in a shell; capital letters make no difference.
_OF_SYSTEMS = (
    *("Thumbs.db", "ehthumbs.db", "desktop.ini", "$RECYCLE.BIN", "System Volume Information"),  # Windows
    *(".DS_Store", "._*", "Icon\r", ".directory", "@eaDir", "lost+found"),  # macOS, KDE, network drives, volumes
)
_OF_PROGRAMS = (
    *("__MACOSX", "~$*", "~WRL*.tmp", "*.tmp", "*.temp", "*.lnk"),  # archives, office programs, synchronised drives
    *("*~", "#*#", "*.swp", "*.swo", "*.bak", "*.old"),  # editors
    *("*.orig", "*.rej", "*.BASE.*", "*.LOCAL.*", "*.REMOTE.*", "*.BACKUP.*"),  # merges
    *("__pycache__", "*.pyc"),
)


def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    # Not by fnmatch, whose patterns hold `(?>`: CPython before 3.11.5 misreads some of these.
    shapes = (".*".join(map(re.escape, name.split("*"))) for name in names)
    return re.compile(rf"(?:{'|'.join(shapes)})\Z", re.IGNORECASE | re.DOTALL)


_SYSTEMS, _PROGRAMS = _any_of(_OF_SYSTEMS), _any_of(_OF_PROGRAMS)


def is_left_over(name: str) -> bool:
    """Whether a file or folder of this name was left by a program, so that nothing is lost when nobody reads it."""
    return name.startswith(".") or _PROGRAMS.match(name) is not None or is_of_the_system(name)


def is_of_the_system(name: str) -> bool:
    """Whether the system put it there by itself and will do so again: nothing is lost when it is deleted."""
    return _SYSTEMS.match(name) is not None
