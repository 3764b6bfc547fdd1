"""How quickly the window starts and opens its places on a large database, and how busy its thread is during a scan.

Each figure stands beside a reference: the same on a small database, or an idle window measured in the same run.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "window"))

OBSERVATIONS = 1_000_000
OF_A_SCAN = 500
TICK = 20
"""Milliseconds between two ticks of the timer whose lateness is measured."""
NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) "


def enlarge(database: Path, observations: int = OBSERVATIONS) -> None:
    """Copies the sample's scan until the database holds so many observations, each with one place."""
    with sqlite3.connect(database) as connection:
        columns = {
            table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            for table in ("scan", "observation", "place")
        }

        def chosen(table: str, values: dict[str, str]) -> str:
            return ", ".join(values.get(name, f"{table}.{name}") for name in columns[table])

        # An ended scan is immutable; this is the one place that makes ended scans out of nothing.
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        scans = observations // OF_A_SCAN
        numbers = NUMBERS.format(max(scans, OF_A_SCAN))
        each = {"id": "1000 + n.i", "target_id": "1 + n.i % 3"}
        connection.execute(
            f"{numbers} INSERT INTO scan SELECT {chosen('scan', each)} FROM scan, n "
            f"WHERE scan.id = 1 AND n.i <= {scans}"
        )
        each = {
            "id": f"100000 + (scan.id - 1000) * {OF_A_SCAN} + n.i",
            "scan_id": "scan.id",
            "fingerprint": "printf('%064d', n.i)",
        }
        connection.execute(
            f"{numbers} INSERT INTO observation SELECT {chosen('observation', each)} FROM observation, scan, n "
            f"WHERE observation.id = 1 AND scan.id > 1000 AND n.i <= {OF_A_SCAN}"
        )
        connection.execute(
            f"INSERT INTO place SELECT {chosen('place', {'observation_id': 'observation.id'})} "
            "FROM place, observation WHERE place.observation_id = 1 AND observation.id > 100000 "
            "AND place.number = (SELECT min(number) FROM place WHERE observation_id = 1)"
        )
        for _, sql in triggers:
            connection.execute(sql)
        found = connection.execute("SELECT count(*) FROM observation").fetchone()[0]
    print(f"Database of {found:,} observations, {database.stat().st_size / 1e6:,.0f} MB", flush=True)


def start(database: str, began: str) -> None:
    """In a process of its own: prints milliseconds from its start to a filled window, then for each place.

    The same in milliseconds of the processor too, which others on the machine do not change.
    """
    import ui.application  # noqa: F401 - first: what it imports, in its order, is what a start costs

    # isort: split
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from eaa_checker.engine import Engine
    from ui import catalogue
    from ui.bridge import Bridge
    from ui.language import Language
    from ui.place import Link
    from ui.style.look import Look
    from ui.window import Window

    application = QApplication([])
    language, look = Language(application, "nl"), Look(application, "light")
    engine = Engine.open(Path(database), rules_later=True)
    bridge = Bridge(engine, application)
    window = Window(bridge, look, language, QSettings(os.devnull, QSettings.Format.IniFormat))
    window.open()
    window.show()
    application.processEvents()
    window.repaint()
    print("start to a usable window", round((time.time() - float(began)) * 1000), flush=True)
    print("start to a usable window, processor", round(time.process_time() * 1000), flush=True)

    def settle() -> None:
        while bridge.busy:
            application.processEvents()
            time.sleep(0.001)
        application.processEvents()
        window.repaint()

    settle()
    print("start to the first place filled", round((time.time() - float(began)) * 1000), flush=True)
    window.get_ready()
    settle()
    print("start to everything loaded", round((time.time() - float(began)) * 1000), flush=True)
    for entry in (*catalogue.ENTRIES, *catalogue.ENTRIES):
        before, worked = time.perf_counter(), time.thread_time()
        window.go(Link(entry.key))
        application.processEvents()
        window.repaint()
        opened, cost = (time.perf_counter() - before) * 1000, (time.thread_time() - worked) * 1000
        settle()
        filled = (time.perf_counter() - before) * 1000
        print(f"{entry.key} {opened:.0f} {filled:.0f} {cost:.0f}", flush=True)
    bridge.close()
    engine.close()


def measure_start(database: Path) -> list[str]:
    """A start as an installation has it: with the bytecode that `make install`, or an earlier start, has kept."""
    kept = {**os.environ, "PYTHONPYCACHEPREFIX": str(database.parent / "bytecode")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, __file__, "start", str(database), str(time.time())]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=kept).stdout.splitlines()


def lateness(pages: int = 60) -> None:
    """Prints how late a timer of 20 ms is and how long the window's thread works in one piece: idle, then scanning."""
    from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QSettings, Qt, QTimer
    from PySide6.QtWidgets import QApplication
    from site60 import Site

    from eaa_checker.engine import Engine
    from ui.bridge import Bridge
    from ui.language import Language
    from ui.place import Link
    from ui.style.look import Look
    from ui.window import Window

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    language, look = Language(application, "nl"), Look(application, "light")
    with tempfile.TemporaryDirectory() as folder, Site() as site, Engine.open(Path(folder) / "b.sqlite3") as engine:
        target = engine.target_for(site.origin + "/")
        bridge = Bridge(engine, application)
        window = Window(bridge, look, language, QSettings(os.devnull, QSettings.Format.IniFormat))
        window.go(Link("organisations", "target", target.id))
        window.show()
        late: list[float] = []
        busy: list[float] = []
        expected, awake = 0.0, time.thread_time()
        timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)

        def tick() -> None:
            nonlocal expected
            now = time.perf_counter() * 1000
            late.append(max(0.0, now - expected))
            expected = now + TICK

        def woke() -> None:
            nonlocal awake
            awake = time.thread_time()

        def sleeps() -> None:
            busy.append((time.thread_time() - awake) * 1000)

        loop = QEventLoop()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(woke)
        dispatcher.aboutToBlock.connect(sleeps)
        timer.timeout.connect(tick)

        def run(name: str, seconds: float, until: object = None) -> None:
            nonlocal expected, awake
            late.clear()
            busy.clear()
            awake = time.thread_time()
            expected = time.perf_counter() * 1000 + TICK
            timer.start()
            end = time.monotonic() + seconds
            while time.monotonic() < end and not (callable(until) and until()):
                loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            timer.stop()
            if not late or not busy:
                return  # it was over before the first tick
            late.sort()
            busy.sort()
            p99, p999 = late[int(len(late) * 0.99)], busy[int(len(busy) * 0.999)]
            print(
                f"{name:<20} late: p99 {p99:5.1f} ms, most {late[-1]:5.1f} ms   "
                f"work in one piece: p99.9 {p999:5.1f} ms, most {busy[-1]:5.1f} ms",
                flush=True,
            )

        run("settling", 2.0)
        run("idle window", 10.0)
        window.organisations.target.options.pages.setValue(pages)
        window.organisations.target.options.private.setChecked(True)
        window.organisations.target.start_scan()
        run("starting", 30.0, lambda: window.runs.count > 0)
        run(f"scan of {pages} pages", 900.0, lambda: window.runs.count == 0)
        ended = engine.scans()[0]
        print(f"pages examined: {ended.tested}")
        bridge.close()


def main(observations: int = OBSERVATIONS, pages: int = 60) -> None:
    from window_sample import fill

    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.sqlite3", Path(folder) / "large.sqlite3"
        fill(small)
        fill(large)
        enlarge(large, observations)
        measure_start(small)  # the first one reads the files of Python and Qt from the disk
        print(f"{'milliseconds':<36} {'small':>18} {'large':>18}")
        for one, other in zip(measure_start(small), measure_start(large), strict=True):
            name, *values = one.rsplit(" ", 1 if one.startswith("start") else 3)
            _, *others = other.rsplit(" ", 1 if other.startswith("start") else 3)
            print(f"{name:<36} {' / '.join(values):>18} {' / '.join(others):>18}")
        print("(a place: until shown / until filled / work of the window's thread until shown; first and second visit)")
    lateness(pages)


if __name__ == "__main__":
    if sys.argv[1:2] == ["start"]:
        start(*sys.argv[2:4])
    else:
        main(*map(int, sys.argv[1:3]))
