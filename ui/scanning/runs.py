"""The scans that are going on: started, followed, stopped, and reported when their worker is gone."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from eaa_checker.domain.scan import Progress, Scan, ScanState
from eaa_checker.errors import EaaCheckerError
from ui.bridge import Bridge
from ui.scanning.worker import Worker, folder_of

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

LOOK_EVERY = 200
"""Milliseconds between two looks at the workers' lines."""
SPEED_OVER = 12
"""Pages over which the speed is measured."""
POLL_EVERY = 2_000
"""Milliseconds between two looks in the store at scans that another process started."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A worker that is gone, and the scan as the store has it now."""

    scan: Scan
    error: Progress | None
    """The worker's own last ``error`` report, if it gave one."""
    last_words: str
    paused: bool = False
    """It was paused on purpose and can go on."""

    @property
    def orderly(self) -> bool:
        return self.scan.state.ended and self.error is None


class Runs(QObject):
    """All running scans of one database, those of an earlier window and of the command line included."""

    progressed = Signal(object)
    """A Progress."""
    departed = Signal(object)
    """A Departure: the worker has ended, in whatever way."""
    changed = Signal()
    """A scan began or ended."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._folder = folder_of(bridge.engine.database)
        self._workers: dict[int, Worker] = {}
        self._elsewhere: set[int] = set()
        self._last: dict[int, Progress] = {}
        self._errors: dict[int, Progress] = {}
        self._history: dict[int, list[Progress]] = {}
        self._pausing: set[int] = set()
        self._stopping: set[int] = set()
        self._ticks: dict[int, deque[tuple[float, int]]] = {}
        self._queue: deque[Scan] = deque()
        self.at_once = 2
        """Workers that this window starts at the same time when many scans are put in line."""
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._poll = QTimer(self, interval=POLL_EVERY)
        self._poll.timeout.connect(self._ask_store)

    def put_in_line(self, scans: Iterable[Scan]) -> None:
        """Starts these scans one after another, ``at_once`` at a time. Raises WorkerDidNotStart."""
        known = {scan.id for scan in self._queue} | set(self._workers)
        self._queue.extend(scan for scan in scans if scan.id not in known)
        self._start_next()
        self.changed.emit()

    def in_line(self, scan_id: int) -> bool:
        """It waits for its turn in this window."""
        return any(scan.id == scan_id for scan in self._queue)

    def _start_next(self) -> None:
        while self._queue and len(self._workers) < self.at_once:
            scan = self._queue.popleft()
            try:
                self.start(scan, resume=scan.state is ScanState.INTERRUPTED)
            except EaaCheckerError as error:
                self._queue.clear()
                self._bridge.failed.emit(error)

    def start(self, scan: Scan, *, resume: bool = False) -> None:
        """Starts a worker for *scan*. Raises WorkerDidNotStart."""
        self._pausing.discard(scan.id)
        self._stopping.discard(scan.id)
        self._ticks.pop(scan.id, None)
        command = self._bridge.engine.worker_command(scan.id, resume=resume)
        self._errors.pop(scan.id, None)
        self._history.pop(scan.id, None)
        self._watch(Worker.start(scan.id, command, self._folder))

    def adopt(self, scans: list[Scan]) -> None:
        """Follows the scans that run already: by their lines where this machine's workers left them, else by the store.

        A scan whose worker of this machine is gone without an end is marked as interrupted.
        """
        for scan in scans:
            if scan.state not in (ScanState.WAITING, ScanState.RUNNING) or self.running(scan.id):
                continue
            worker = Worker.find(scan.id, self._folder)
            if worker is not None:
                self._watch(worker)
            elif (self._folder / f"scan-{scan.id}.process").exists():
                self._bridge.ask(self, partial(_ended, scan_id=scan.id), self._left_earlier)
            elif scan.state is ScanState.RUNNING:
                self._elsewhere.add(scan.id)
                self._poll.start()
                self.changed.emit()

    def running(self, scan_id: int) -> bool:
        return scan_id in self._workers or scan_id in self._elsewhere

    def stop(self, scan_id: int) -> None:
        """Asks for a clean end: of a worker of this machine by a signal, of any other through the store."""
        self._stopping.add(scan_id)
        if self.in_line(scan_id):
            self._queue = deque(scan for scan in self._queue if scan.id != scan_id)
            self._bridge.ask(self, lambda engine: engine.stop_scan(scan_id), lambda _: self.changed.emit())
        elif scan_id in self._workers:
            self._workers[scan_id].stop()
        elif scan_id in self._elsewhere:
            self._bridge.ask(self, lambda engine: engine.stop_scan(scan_id), lambda _: None)

    def pause(self, scan_id: int) -> None:
        """Lets the worker end after the page in progress, in such a way that the scan can go on later.

        The scan is marked as interrupted; its worker, wherever it runs, sees that with its next sign of life and ends.
        """
        if self.running(scan_id) and scan_id not in self._pausing:
            self._pausing.add(scan_id)
            self._bridge.ask(self, lambda engine: engine.interrupted(scan_id), lambda _: self.changed.emit())

    def leaving(self, scan_id: int) -> bool:
        """It was asked to pause or to stop and has not done so yet."""
        return scan_id in self._pausing or scan_id in self._stopping

    def speed(self, scan_id: int) -> float | None:
        """Pages per minute over the last pages; None while too few have been seen."""
        ticks = self._ticks.get(scan_id)
        if not ticks or len(ticks) < 2 or ticks[-1][0] - ticks[0][0] < 0.5:
            return None
        return 60.0 * (ticks[-1][1] - ticks[0][1]) / (ticks[-1][0] - ticks[0][0])

    def last(self, scan_id: int) -> Progress | None:
        """The latest report of a scan."""
        return self._last.get(scan_id)

    def history(self, scan_id: int) -> list[Progress]:
        """Its ``page`` reports, oldest first, as far as this window has seen them."""
        return self._history.get(scan_id, [])

    @property
    def count(self) -> int:
        return len(self._workers) + len(self._elsewhere)

    def process_of(self, scan_id: int) -> int:
        """The worker's process number; KeyError when it is not ours."""
        return self._workers[scan_id].process

    def _watch(self, worker: Worker) -> None:
        self._workers[worker.scan_id] = worker
        self._timer.start()
        self.changed.emit()

    def _look(self) -> None:
        for scan_id, worker in list(self._workers.items()):
            alive = worker.alive  # asked first: what it wrote before it went is then read below
            for report in worker.news():
                self._take(report)
            if not alive:
                del self._workers[scan_id]
                words = worker.last_words()
                self._bridge.ask(
                    self,
                    partial(_ended, scan_id=scan_id),
                    partial(self._depart, last_words=words, worker=worker),
                )
        if not self._workers:
            self._timer.stop()

    def _take(self, report: Progress) -> None:
        self._last[report.scan_id] = report
        if report.event == "error":
            self._errors[report.scan_id] = report
        elif report.event == "page":
            self._history.setdefault(report.scan_id, []).append(report)
            ticks = self._ticks.setdefault(report.scan_id, deque(maxlen=SPEED_OVER))
            ticks.append((time.monotonic(), report.visited))
        self.progressed.emit(report)

    def _left_earlier(self, scan: Scan) -> None:
        Worker(scan.id, self._folder / f"scan-{scan.id}.jsonl", 0, "").forget()
        self.departed.emit(Departure(scan, None, ""))
        self.changed.emit()

    def _depart(self, scan: Scan, last_words: str, worker: Worker) -> None:
        worker.forget()
        error = self._errors.pop(scan.id, None)
        paused = scan.id in self._pausing and scan.state is ScanState.INTERRUPTED
        self._pausing.discard(scan.id)
        self._stopping.discard(scan.id)
        said = "" if scan.state.ended or paused else last_words
        self.departed.emit(Departure(scan, None if paused else error, said, paused))
        self._start_next()
        self.changed.emit()

    def _ask_store(self) -> None:
        for scan_id in self._elsewhere:
            self._bridge.ask(self, partial(_read, scan_id=scan_id), self._polled)
        if not self._elsewhere:
            self._poll.stop()

    def _polled(self, scan: Scan) -> None:
        if scan.id not in self._elsewhere:
            return
        if scan.state is ScanState.RUNNING:
            report = Progress(scan.id, "visiting", found=scan.found, tested=scan.tested, failed=scan.failed)
            self._last[scan.id] = report
            self.progressed.emit(report)
            return
        self._elsewhere.discard(scan.id)
        paused = scan.id in self._pausing and scan.state is ScanState.INTERRUPTED
        self._pausing.discard(scan.id)
        self._stopping.discard(scan.id)
        self.departed.emit(Departure(scan, None, "", paused))
        self.changed.emit()


def _ended(engine: Engine, scan_id: int) -> Scan:
    """The scan whose worker is gone, marked as interrupted if it had not ended."""
    scan = engine.scan(scan_id)
    if scan.state in (ScanState.WAITING, ScanState.RUNNING):
        try:
            scan = engine.interrupted(scan_id)
        except EaaCheckerError:
            return engine.scan(scan_id)  # it ended, or another worker took it, between the two questions
    return scan


def _read(engine: Engine, scan_id: int) -> Scan:
    return engine.scan(scan_id)
