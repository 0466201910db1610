"""The door of the program: answers `--version` at once, else opens the command line."""

import os
import sys


def main() -> None:
    """Runs deskprivacy with the arguments of the process, and exits with its code."""
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:
        import contextlib

        from deskprivacy import __version__

        with contextlib.suppress(OSError):  # nobody reads on, or the disk is full: the command line proper tells it
            print(f"deskprivacy {__version__}", flush=True)  # noqa: T201 - the command line proper costs five times this
            return
    import gc

    # One command, and the process ends. To look for objects that hold one another, again and again while a register is
    # read, takes a sixth of the time and finds next to nothing; to take everything apart at the end changes nothing.
    gc.disable()
    from deskprivacy.cli.main import run

    code = run(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
