"""The door of the program: answers `--version` at once, else opens the command line."""

import sys


def main() -> None:
    """Runs deskprivacy with the arguments of the process, and exits with its code."""
    if sys.argv[1:] == ["--version"]:
        from deskprivacy import __version__

        print(f"deskprivacy {__version__}")  # noqa: T201 - the command line proper costs five times this
        return
    from deskprivacy.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
