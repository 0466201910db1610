"""A build that is killed leaves the last output whole, and the next build works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from program import DATE, SAMPLES, Run

pytestmark = pytest.mark.slow


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("moment", [0.1, 0.4, 0.7, 0.9])
def test_the_last_output_stays_whole(deskprivacy: Run, tmp_path: Path, moment: float) -> None:
    output = tmp_path / "out"
    started = time.monotonic()
    assert deskprivacy("build", SAMPLES / "bakery", "--output", output, "--date", DATE).returncode == 0
    lasted = time.monotonic() - started
    before = content(output)
    command = [
        sys.executable,
        "-P",
        "-m",
        "deskprivacy",
        "build",
        SAMPLES / "bakery",
        "--output",
        output,
        "--date",
        DATE,
    ]

    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        time.sleep(moment * lasted)  # when it is killed does not matter: at any moment, the output is whole
        running.kill()

    assert content(output) == before
    assert deskprivacy("build", SAMPLES / "bakery", "--output", output, "--date", DATE).returncode == 0
    assert content(output) == before


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
@pytest.mark.parametrize("moment", [0.3, 0.6, 0.8])
def test_a_signal_leaves_nothing_beside_the_output(tmp_path: Path, name: str, moment: float) -> None:
    command = [sys.executable, "-P", "-m", "deskprivacy", "build", SAMPLES / "complete", "--date", DATE, "--output"]
    output = tmp_path / "out"

    with subprocess.Popen([*command, output], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while not any(tmp_path.iterdir()) and running.poll() is None and moment > 0:
            time.sleep(0.05)
            moment -= 0.05
        running.send_signal(getattr(signal, name))
        code = running.wait()

    assert code in (0, 130, -getattr(signal, name))  # the last, where Python itself had not begun
    assert [path.name for path in tmp_path.iterdir()] in ([], ["out"])


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="only Linux tells which signals a process catches")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_command_that_writes_nothing_ends_as_by_hand_too(name: str) -> None:
    number = getattr(signal, name)
    command = [sys.executable, "-P", "-m", "deskprivacy", "inspect", "-"]  # it waits for a text

    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        caught = 0
        while not caught >> (signal.SIGHUP - 1) & 1 and running.poll() is None:  # the last that is taken over
            (line,) = (
                one for one in Path(f"/proc/{running.pid}/status").read_text().splitlines() if one[:7] == "SigCgt:"
            )
            caught = int(line.split()[1], 16)
        running.send_signal(number)
        _, told = running.communicate()

    assert (running.returncode, told) == (130, b"")
