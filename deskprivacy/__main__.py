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
    _end_as_by_hand()
    try:
        from deskprivacy.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before the command line was there to tell it
        code = 130
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _end_as_by_hand() -> None:
    """Lets a signal that ends the process end it as Ctrl-C does: what was half written is cleared away first."""
    import signal

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, stop)


if __name__ == "__main__":
    main()
