"""How long the front door takes to answer on a database of the size of the whole supervision, and what it holds.

``python store_speed.py DATABASE`` measures on a database that is there (in a process of its own: what building one
takes is not counted); without it one is built in a scratch folder.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from peak_memory import peak_megabytes

LIMIT_MS, LIMIT_MB = 200, 300


def measured(ask: Callable[[], object], times: int = 7) -> tuple[float, float, float]:
    """Milliseconds of the first answer, the median of the following ones, and the processor's part of that."""
    taken, worked = [], []
    for _ in range(times):
        began, busy = time.perf_counter(), time.process_time()
        ask()
        taken.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
    return taken[0], statistics.median(taken[1:]), statistics.median(worked[1:])


def answers(database: Path) -> None:
    """Prints every figure for *database*."""
    began = time.perf_counter()
    from eaa_checker.engine import Engine

    imported = time.perf_counter()
    with Engine.open(database) as engine:
        opened = time.perf_counter()
        from eaa_checker.domain.finding import FindingState, Impact
        from rules.contract import Verdict

        def organisation() -> None:
            found = engine.registers.file(137)
            targets = engine.targets(found.organisation.id)
            assert len(targets) == 4
            assert [engine.scans(target.id) for target in targets]
            engine.findings.find(organisation_id=found.organisation.id, limit=50)
            engine.risk.picture(organisation_id=found.organisation.id)

        def findings() -> None:
            found = engine.findings.find(
                requirement="wcag:1.1.1", states=(FindingState.APPROVED,), impacts=(Impact.CRITICAL,), limit=100
            )
            assert len(found) == 100

        asked: list[tuple[str, Callable[[], object]]] = [
            ("opening an organisation, with its targets, scans, findings and risk", organisation),
            ("risk picture of all 2,000 targets", lambda: engine.risk.picture()),
            ("risk picture by sector", lambda: engine.risk.sectors()),
            ("risk picture by supplier and CMS", lambda: engine.risk.suppliers()),
            ("trend over 5,000 scans", lambda: engine.risk.trend()),
            ("findings: one requirement, approved, critical", findings),
            ("findings: words in them", lambda: engine.findings.find(words="knop 99", limit=100)),
            ("observations of a scan, failed only", lambda: engine.observations(4321, verdicts=(Verdict.FAILED,))),
            ("all 500 organisations", lambda: engine.organisations()),
        ]
        print(f"{'first ms':>9} {'then ms':>8} {'CPU ms':>8} {'limit':>6}  answer")
        for name, ask in asked:
            first, then, worked = measured(ask)
            mark = "" if then < LIMIT_MS else "  <- the machine is busy" if worked < LIMIT_MS else "  <- too slow"
            print(f"{first:>9.1f} {then:>8.1f} {worked:>8.1f} {LIMIT_MS:>6}  {name}{mark}")
    peak = peak_megabytes()
    print(f"import of the engine {(imported - began) * 1000:.0f} ms, opening {(opened - imported) * 1000:.0f} ms")
    print(f"memory at its highest {peak:.0f} MB (limit {LIMIT_MB} MB){'' if peak < LIMIT_MB else '  <- too much'}")


def main() -> None:
    """Builds the database and measures in a fresh process."""
    from big_store import FINDINGS, OBSERVATIONS, ORGANISATIONS, SCANS, TARGETS, build

    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "bench.sqlite3"
        began = time.monotonic()
        build(database)
        print(
            f"Store of {ORGANISATIONS:,} organisations, {TARGETS:,} targets, {SCANS:,} scans, {OBSERVATIONS:,} "
            f"observations, {FINDINGS:,} findings ({database.stat().st_size / 1e6:.0f} MB, built in "
            f"{time.monotonic() - began:.0f} s)"
        )
        subprocess.run([sys.executable, __file__, str(database)], check=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        answers(Path(sys.argv[1]))
    else:
        main()
