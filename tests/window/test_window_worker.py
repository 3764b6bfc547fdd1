"""Worker processes: they outlive the window, are found again, report, stop, and are missed when they are gone."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.scanning.worker import Worker, WorkerDidNotStart, folder_of

TALK = """import json, sys, time
for n in range(3):
    print(json.dumps({'scan_id': 5, 'event': 'page', 'tested': n}), flush=True)
"""
WAIT = TALK + "time.sleep(60)\n"


def until(true: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "did not happen in time"
        time.sleep(0.02)


def start(tmp_path: Path, program: str) -> Worker:
    return Worker.start(5, [sys.executable, "-c", program], tmp_path / "runs")


def test_it_reports_line_by_line(tmp_path: Path) -> None:
    worker = start(tmp_path, TALK)
    until(lambda: not worker.alive)
    assert [(r.scan_id, r.event, r.tested) for r in worker.news()] == [(5, "page", n) for n in range(3)]
    assert list(worker.news()) == []


def test_half_a_line_and_strange_lines_do_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "runs"
    folder.mkdir()
    worker = Worker(5, folder / "scan-5.jsonl", os.getpid(), "")
    whole = json.dumps({"scan_id": 5, "event": "page", "colour": "of another version"})
    worker.lines.write_text(f'not json\n[1]\n{{"event": "page"}}\n{whole}\n{{"scan_id": 5, "ev', encoding="utf-8")
    assert [r.event for r in worker.news()] == ["page"]
    with worker.lines.open("a", encoding="utf-8") as stream:
        stream.write('ent": "ended"}\n')
    assert [r.event for r in worker.news()] == ["ended"]


def test_the_next_window_finds_it_and_reads_it_from_the_beginning(tmp_path: Path) -> None:
    worker = start(tmp_path, WAIT)
    until(lambda: worker.lines.exists() and worker.lines.read_text("utf-8").count("\n") == 3)
    found = Worker.find(5, tmp_path / "runs")
    assert found is not None
    assert found.process == worker.process
    assert len(list(found.news())) == 3
    found.stop()
    until(lambda: not worker.alive)
    assert Worker.find(5, tmp_path / "runs") is None


def test_it_is_in_a_session_of_its_own(tmp_path: Path) -> None:
    worker = start(tmp_path, WAIT)
    assert os.getsid(worker.process) == worker.process
    os.kill(worker.process, signal.SIGKILL)
    until(lambda: not worker.alive)


def test_another_process_with_its_number_is_not_it(tmp_path: Path) -> None:
    worker = start(tmp_path, WAIT)
    mark = worker.lines.with_suffix(".process")
    mark.write_text(json.dumps({"process": worker.process, "born": "1"}), encoding="utf-8")
    assert Worker.find(5, tmp_path / "runs") is None
    mark.write_text("{", encoding="utf-8")
    assert Worker.find(5, tmp_path / "runs") is None
    os.kill(worker.process, signal.SIGKILL)
    until(lambda: not worker.alive)


def test_its_last_words_are_kept(tmp_path: Path) -> None:
    worker = start(tmp_path, "import sys; sys.exit('no browser\\n')")
    until(lambda: not worker.alive)
    assert worker.last_words() == "no browser"


def test_a_command_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(WorkerDidNotStart) as raised:
        Worker.start(5, ["/no/such/program"], tmp_path / "runs")
    assert "/no/such/program" in raised.value.nl


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkerDidNotStart, match="writable"):
        Worker.start(5, [sys.executable, "-c", ""], tmp_path / "file" / "runs")


def test_the_lines_lie_beside_the_database() -> None:
    assert folder_of(Path("/data/eaa.sqlite3")) == Path("/data/eaa.sqlite3.runs")
