"""Two folders change places in one step, as Linux (`renameat2`) and macOS (`renamex_np`) can; Python cannot say it."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD of Linux: a path is read as everywhere else
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
# What kernels and file systems answer that do not know it.
_UNKNOWN = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM})


def exchange(one: Path, other: Path) -> bool:
    """Whether the two have changed places; False where the system cannot do that, and nothing has changed.

    Raises OSError where it can and something else stands in the way.
    """
    try:
        import ctypes

        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            call = system.renamex_np
        else:
            call = system.renameat2
    except (ImportError, OSError, TypeError, AttributeError):  # no libffi, no C library to be had, one too old
        return False
    sys.audit("os.rename", one, other, -1, -1)  # as every other way to move a file does
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        code = call(*paths, _EXCHANGE)
    else:
        code = call(_HERE, paths[0], _HERE, paths[1], _EXCHANGE)
    if code == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, errno.errorcode.get(number, ""), str(one), None, str(other))
