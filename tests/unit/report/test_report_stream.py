"""A report of very many observations is written in little memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from eaa_checker.report.writing import FORMATS

SCRIPT = """
import dataclasses, pathlib, re, sys
from report_samples import SITE, observations, report
from eaa_checker.report.writing import write
some = observations()[:6]

def stream():
    for n in range(int(sys.argv[3])):
        place = dataclasses.replace(some[n % 6].places[0], address=f"{SITE}/pagina/{n}")
        yield dataclasses.replace(some[n % 6], fingerprint=f"{n:064x}", places=(place,), element=f"{n:01500}")

write(report(observations=stream), sys.argv[2], pathlib.Path(sys.argv[1]), "nl")
print(re.search(r"VmHWM:\\s+(\\d+) kB", pathlib.Path("/proc/self/status").read_text())[1])
"""


def peak(path: Path, kind: str, count: int) -> float:
    """Peak memory in MB of a process that writes *count* observations."""
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path), kind, str(count)], cwd=Path(__file__).parent, check=True,
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    return int(ran.stdout) / 1024


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the peak from /proc")
@pytest.mark.parametrize("kind", FORMATS)
def test_memory_does_not_grow_with_the_observations(tmp_path: Path, kind: str) -> None:
    # 5,500 more observations, each with 1.5 kB of its own (and its place), would take more than 10 MB if kept.
    few, many = peak(tmp_path / "a", kind, 500), peak(tmp_path / "b", kind, 6_000)
    assert many - few < 5
    assert many < 300
