"""What the register tests share: measuring the memory that reading a file takes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

_MEASURE = """
import pathlib, resource, sys
from eaa_checker.registers import read_organisations
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = peak()
rows = read_organisations(pathlib.Path(sys.argv[1])).rows
print(peak() - before, len(rows))
"""


@pytest.fixture
def memory_to_read() -> Callable[[Path], tuple[int, int]]:
    """Reads a file in a fresh process; gives the growth of its peak memory in kB, and the number of rows."""
    root = Path(__file__).resolve().parents[3]

    def measure(path: Path) -> tuple[int, int]:
        ran = subprocess.run(
            [sys.executable, "-c", _MEASURE, str(path)], cwd=root, capture_output=True, text=True, check=True
        )
        grown, rows = ran.stdout.split()
        return int(grown), int(rows)

    return measure
