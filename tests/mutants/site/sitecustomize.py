"""Notes which functions of the program a process calls, for the mutation tester; does nothing where nobody asked.

Python imports it by its name when it starts, in the tests' own process and in each program that they run.
"""

import atexit
import os
import sys
import threading

if notes := os.environ.get("MUTANTS_NOTES"):
    called: set[object] = set()

    def note(frame, event, _):  # type: ignore[no-untyped-def]
        """Called by Python at each call of a function."""
        if event == "call":
            called.add(frame.f_code)

    def write() -> None:
        """Appends what was called: one line a function, its file and its name."""
        sys.setprofile(None)
        lines = {f"{code.co_filename}\t{code.co_qualname}\n" for code in called if "deskprivacy" in code.co_filename}  # type: ignore[attr-defined]
        with open(notes, "a", encoding="utf-8") as file:  # noqa: PTH123 (pathlib is slow to import)
            file.writelines(sorted(lines))

    leave = os._exit

    def write_and_leave(status: int) -> None:
        """The program leaves without the handlers of `atexit`."""
        write()
        leave(status)

    os._exit = write_and_leave  # type: ignore[assignment]
    atexit.register(write)
    sys.setprofile(note)
    threading.setprofile(note)
