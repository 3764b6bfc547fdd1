"""Stopping, killing, resuming and running out of disk: what was done is kept, and the state says what is true."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eaa_checker.demo import DemoServer
from eaa_checker.domain.address import Ending
from eaa_checker.domain.scan import Profile, Scan, ScanOptions, ScanState
from eaa_checker.engine import Engine
from eaa_checker.errors import BadInput, EndedScanIsImmutable, ScanIsTaken, ScansAreFrozen

pytestmark = pytest.mark.browser

SLOWLY = ScanOptions(max_pages=8, profile=Profile.QUICK, delay=0.3)


@pytest.fixture(scope="module")
def site() -> Iterator[DemoServer]:
    with DemoServer() as running:
        yield running


class Worker:
    """A worker process on a scan, and the events it reports."""

    def __init__(self, engine: Engine, scan: Scan, *, resume: bool = False) -> None:
        command = engine.worker_command(scan.id, resume=resume)
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def until(self, pages: int) -> list[dict[str, Any]]:
        """The events until so many pages were reported."""
        assert self.process.stdout is not None
        events = []
        for line in self.process.stdout:
            events.append(json.loads(line))
            if sum(e["event"] == "page" for e in events) >= pages:
                break
        return events

    def end(self) -> int:
        assert self.process.stdout is not None
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.stdout.read()
        self.process.stdout.close()
        return self.process.wait(60)


def put(engine: Engine, site: DemoServer) -> Scan:
    return engine.new_scan(engine.demo_target(site.origin).id, SLOWLY)


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "stop"])
def test_a_stopped_scan_keeps_what_was_done(engine: Engine, site: DemoServer, how: str) -> None:
    scan = put(engine, site)
    worker = Worker(engine, scan)
    worker.until(2)
    if how == "stop":
        assert worker.process.stdin is not None
        worker.process.stdin.write("stop\n")
        worker.process.stdin.flush()
    else:
        worker.process.send_signal(getattr(signal, how))
    assert worker.end() == 130
    ended = engine.scan(scan.id)
    assert ended.state is ScanState.STOPPED
    assert 2 <= ended.tested < 8
    assert any(line.ending is Ending.STOPPED for line in engine.addresses(scan.id))
    with pytest.raises(EndedScanIsImmutable):
        engine.run_scan(scan.id, resume=True)


def test_a_scan_can_be_stopped_through_the_store(engine: Engine, site: DemoServer) -> None:
    scan = put(engine, site)
    worker = Worker(engine, scan)
    worker.until(1)
    engine.stop_scan(scan.id)
    worker.end()
    assert engine.scan(scan.id).state is ScanState.STOPPED


def test_a_killed_worker_loses_at_most_the_page_in_progress(engine: Engine, site: DemoServer) -> None:
    scan = put(engine, site)
    worker = Worker(engine, scan)
    done = {e["address"] for e in worker.until(3) if e["event"] == "page"}
    worker.process.kill()
    worker.end()
    with sqlite3.connect(engine.database) as raw:
        assert raw.execute("pragma integrity_check").fetchone() == ("ok",)
    raw.close()
    kept = {line.address for line in engine.addresses(scan.id) if line.ending.tested}
    assert done <= kept
    assert engine.interrupted(scan.id).state is ScanState.INTERRUPTED
    before = {o.fingerprint: o.count for o in engine.observations(scan.id)}
    again = Worker(engine, scan, resume=True)
    assert again.end() == 0
    ended = engine.scan(scan.id)
    assert (ended.state, ended.tested) == (ScanState.COMPLETED, 8)
    addresses = [line.address for line in engine.addresses(scan.id)]
    assert len(addresses) == len(set(addresses))
    after = {o.fingerprint: o.count for o in engine.observations(scan.id)}
    assert before.keys() <= after.keys()
    assert all(o.count >= o.pages for o in engine.observations(scan.id))


def test_a_killed_browser_is_replaced(engine: Engine, site: DemoServer) -> None:
    scan = put(engine, site)
    worker = Worker(engine, scan)
    worker.until(1)
    killed = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if "chromium" in line and "--type=" not in line and _descends(int(folder.name), worker.process.pid):
                os.kill(int(folder.name), signal.SIGKILL)
                killed += 1
    assert killed
    assert worker.end() == 0
    ended = engine.scan(scan.id)
    assert ended.state is ScanState.COMPLETED
    assert ended.tested + ended.failed == 8
    assert ended.tested >= 6


def _descends(pid: int, ancestor: int) -> bool:
    while pid > 1:
        if pid == ancestor:
            return True
        pid = int((Path("/proc") / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()[1])
    return False


def test_a_crisis_freeze_stops_emergency_targets_at_once_and_no_others(engine: Engine, site: DemoServer) -> None:
    owner = engine.add_organisation("Meldkamer")
    urgent = engine.add_target(owner.id, "112", site.origin + "/112.html", emergency=True)
    calm = put(engine, site)
    scan = engine.new_scan(urgent.id, SLOWLY)
    worker = Worker(engine, scan)
    worker.until(1)
    engine.freeze("Grote brand in de regio")
    assert worker.end() == ScansAreFrozen.exit_code
    assert engine.scan(scan.id).state is ScanState.INTERRUPTED
    with pytest.raises(ScansAreFrozen, match="Grote brand"):
        engine.run_scan(scan.id, resume=True)
    other = Worker(engine, calm)
    other.until(1)
    other.process.terminate()
    other.end()
    assert engine.scan(calm.id).state is ScanState.STOPPED
    engine.thaw()
    assert engine.run_scan(scan.id, resume=True).state is ScanState.COMPLETED


def test_a_freeze_needs_a_reason_and_an_unreadable_one_holds(engine: Engine) -> None:
    with pytest.raises(BadInput):
        engine.freeze(" ")
    assert engine.frozen() is None
    engine.freeze("Oefening")
    engine.database.with_name(engine.database.name + ".freeze").write_text("{")
    assert engine.frozen() is not None


def test_a_scan_that_someone_runs_cannot_be_taken(engine: Engine, site: DemoServer) -> None:
    scan = put(engine, site)
    worker = Worker(engine, scan)
    worker.until(1)
    with pytest.raises(ScanIsTaken):
        engine.run_scan(scan.id)
    worker.process.terminate()
    worker.end()


def test_the_command_line_stops_on_ctrl_c_and_shows_what_was_done(tmp_path: Path, site: DemoServer) -> None:
    database = tmp_path / "cli.sqlite3"
    command = [sys.executable, "-m", "eaa_checker", "--database", str(database), "scan", site.origin, "--delay", "0.3",
               "--profile", "quick", "--max-pages", "8"]  # fmt: skip
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    with Engine.open(database) as engine:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            scans = engine.scans()
            if scans and any(line.ending.tested for line in engine.addresses(scans[0].id)):
                break
            time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        out, _ = process.communicate(timeout=90)
        assert process.returncode == 130
        assert engine.scans()[0].state is ScanState.STOPPED
    assert "gestopt" in out


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small file system needs root")
def test_a_full_disk_is_said_and_nothing_stored_is_lost(tmp_path: Path, site: DemoServer) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], check=False)
    if done.returncode:
        pytest.skip("no tmpfs can be mounted here")
    try:
        room = disk / "room"
        room.write_bytes(bytes(400_000))
        with Engine.open(disk / "small.sqlite3") as engine:
            organisation = engine.add_organisation("Veiligheidsregio Klein")
            target = engine.add_target(organisation.id, "Site", site.origin)
            scan = engine.new_scan(target.id, ScanOptions(max_pages=20, profile=Profile.FULL))
            command = engine.worker_command(scan.id)
            ran = subprocess.run(
                command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=200, check=False
            )
            assert ran.returncode == 4, (ran.stdout[-500:], ran.stderr)
            assert "vol" in ran.stderr or "full" in ran.stderr
            assert [o.name for o in engine.organisations()] == ["Veiligheidsregio Klein"]
            room.unlink()  # somebody makes room; until then not even the interruption can be written down
            assert engine.interrupted(scan.id).state is ScanState.INTERRUPTED
            kept = {line.address for line in engine.addresses(scan.id) if line.ending.tested}
            assert kept == {capture.address for capture in engine.report(scan.id).captures.values()}
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)
