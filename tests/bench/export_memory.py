"""What an export of the largest scan takes: a million observations in one scan, each format in its own process.

``python export_memory.py DATABASE`` measures on a database that is there; without it one is built in a scratch
folder. What is counted is the process's largest resident memory, the engine's own code included. The HTML reports
show at most 100 observations of a criterion (``report/chosen.py``) and name what they leave out, the WCAG-EM
report a bounded sample (``report/wcag_em_scan.py``); the other formats hold all of them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT_MB = 300
OBSERVATIONS, PAGES, PARTS = 1_000_000, 5_000, 8
_EXPORT = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[4])
from peak_memory import peak_megabytes
began = time.monotonic()
from eaa_checker.engine import Engine
with Engine.open(Path(sys.argv[1])) as engine:
    path = engine.export(1, sys.argv[2], Path(sys.argv[3]))
print(f"{time.monotonic() - began:.1f} {peak_megabytes():.0f} {path.stat().st_size / 1e6:.0f}")
"""


def measure(database: Path, formats: tuple[str, ...] = ()) -> bool:
    """Prints seconds, memory and size of each export of scan 1; all of them stayed under the limit."""
    from eaa_checker.report.writing import FORMATS

    good = True
    print(f"{'seconds':>8} {'MB':>5} {'limit':>6} {'file MB':>8}  export of {OBSERVATIONS:,} observations")
    with tempfile.TemporaryDirectory(dir=database.parent) as folder:
        for format in formats or FORMATS:
            # A folder of pages is measured as the zip of it.
            out = Path(folder) / f"scan.{'zip' if format == 'html-pages' else format}"
            told = subprocess.run(
                [sys.executable, "-c", _EXPORT, str(database), format, str(out), str(Path(__file__).parent)],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
            seconds, peak, size = (float(value) for value in told.split())
            mark = "" if peak < LIMIT_MB else "  <- too much"
            print(f"{seconds:>8.1f} {peak:>5.0f} {LIMIT_MB:>6} {size:>8.0f}  {format}{mark}", flush=True)
            out.unlink()
            good = good and peak < LIMIT_MB
    return good


def main() -> None:
    """Builds the database and exports its one scan in every format."""
    from big_store import build

    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "one-scan.sqlite3"
        began = time.monotonic()
        build(database, scans=1, observations=OBSERVATIONS, pages=PAGES, parts=PARTS)
        seconds = time.monotonic() - began
        print(f"Store of one scan, {OBSERVATIONS:,} observations on {PAGES:,} pages, built in {seconds:.0f} s")
        measure(database)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(0 if measure(Path(sys.argv[1]), tuple(sys.argv[2:])) else 1)
    main()
