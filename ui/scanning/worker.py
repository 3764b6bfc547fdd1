"""One worker process as the window sees it: started so that it outlives the window, found again by the next one.

The worker's lines go to a file beside the database instead of a pipe: a window that closes takes nothing away from
the worker, and a window that opens later reads the same lines from the beginning. A QProcess ends its process when it
is deleted, and its detached form tells no process number once it writes to a file (PySide6 6.11.3); ``posix_spawn``
does both.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from eaa_checker.domain.scan import Progress
from eaa_checker.errors import EaaCheckerError

_FIELDS = {field.name for field in fields(Progress)}


class WorkerDidNotStart(EaaCheckerError):
    """The operating system would not start the worker process."""


def folder_of(database: Path) -> Path:
    """Where the workers of that database leave their lines."""
    return database.with_name(database.name + ".runs")


@dataclass(slots=True)
class Worker:
    """A worker process and the file with its lines."""

    scan_id: int
    lines: Path
    process: int
    born: str
    """The process's start time as the kernel says it; a process number alone may have been given to another."""
    _read: int = 0

    @classmethod
    def start(cls, scan_id: int, command: Sequence[str], folder: Path) -> Worker:
        """Starts *command* for that scan. Raises WorkerDidNotStart."""
        lines = folder / f"scan-{scan_id}.jsonl"
        write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        try:
            folder.mkdir(parents=True, exist_ok=True)
            number = os.posix_spawnp(
                command[0],
                list(command),
                os.environ,
                file_actions=[
                    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                    (os.POSIX_SPAWN_OPEN, 1, lines, write, 0o600),
                    (os.POSIX_SPAWN_OPEN, 2, lines.with_suffix(".err"), write, 0o600),
                ],
                setsid=True,  # Ctrl-C in the terminal of the window, or its end, is not for the worker
            )
            worker = cls(scan_id, lines, number, _birth(number))
            mark = {"process": worker.process, "born": worker.born}
            lines.with_suffix(".process").write_text(json.dumps(mark), encoding="utf-8")
        except OSError as error:
            raise WorkerDidNotStart(
                f"Het werkproces kon niet worden gestart ({error}). Controleer of de map {folder} schrijfbaar is.",
                f"The worker process could not be started ({error}). Check that the folder {folder} is writable.",
            ) from error
        return worker

    @classmethod
    def find(cls, scan_id: int, folder: Path) -> Worker | None:
        """The worker that an earlier window started for that scan and that still runs; None when there is none."""
        lines = folder / f"scan-{scan_id}.jsonl"
        try:
            mark = json.loads(lines.with_suffix(".process").read_text(encoding="utf-8"))
            worker = cls(scan_id, lines, int(mark["process"]), str(mark["born"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return worker if worker.alive else None

    @property
    def alive(self) -> bool:
        if not self.born:
            return False
        with contextlib.suppress(ChildProcessError):  # not our child: an earlier window started it
            os.waitpid(self.process, os.WNOHANG)
        return _birth(self.process) == self.born

    def stop(self) -> None:
        """Asks the worker to end after what it is doing; what was done is kept."""
        if self.alive:
            os.kill(self.process, signal.SIGTERM)

    def news(self) -> Iterator[Progress]:
        """What it reported since the last call. A line that is no report is passed over."""
        try:
            with self.lines.open("rb") as stream:
                stream.seek(self._read)
                fresh = stream.read()
        except OSError:
            return
        whole, newline, _rest = fresh.rpartition(b"\n")
        self._read += len(whole) + len(newline)
        for line in whole.splitlines():
            report = _report(line)
            if report is not None:
                yield report

    def last_words(self) -> str:
        """The last line it wrote to standard error; empty when it said nothing."""
        try:
            said = self.lines.with_suffix(".err").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "")

    def forget(self) -> None:
        """Removes the mark by which a later window would find it."""
        self.lines.with_suffix(".process").unlink(missing_ok=True)


def _report(line: bytes) -> Progress | None:
    try:
        values = json.loads(line)
        return Progress(**{key: value for key, value in values.items() if key in _FIELDS})
    except (ValueError, TypeError, AttributeError):
        return None


def _birth(process: int) -> str:
    """Start time of a living process (``/proc/PID/stat`` field 22, see proc(5)); empty when it is gone or a zombie.

    Where there is no ``/proc`` the answer is ``alive``: only whether the number is in use can be known there.
    """
    if not Path("/proc/self/stat").exists():
        try:
            os.kill(process, 0)
        except OSError:
            return ""
        return "alive"
    try:
        after_name = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
    except OSError:
        return ""
    values = after_name.split()
    return "" if values[0] in ("Z", "X") else values[19]
