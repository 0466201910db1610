"""What tests know of the program: the day by which they judge, where the project lies, and how the program is run."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]

DATE = "2026-11-22"  # every test passes it: the program has no other clock
ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "tests" / "samples"
