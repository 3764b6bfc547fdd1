"""Several processes on one store, a process that is killed, and a disk that is full."""

from __future__ import annotations

import resource
import signal
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pages_made import address, capture, captured, observation, place

from eaa_checker.domain.address import Ending
from eaa_checker.domain.scan import Scan, ScanOptions, ScanState
from eaa_checker.errors import StoreIsFull
from eaa_checker.store import Store

Start = Callable[..., "subprocess.Popen[str]"]

WRITER = """
import sys
from pathlib import Path
from pages_made import capture, captured, line, observation, place
from eaa_checker.store import Store

store = Store.open(Path(sys.argv[1]))
scan, first, last = (int(argument) for argument in sys.argv[2:5])
for number in range(first, last):
    sha256, size = store.evidence.put(b"%d" % number * 1000, "text/html")
    seen = [observation("menu", [place(number, e) for e in range(20)]), observation(f"eigen {number}", [place(number)])]
    found = [line(number + 1), line(number + 100_000)]
    store.store_page(scan, captured(number), capture(number), seen, found, {"page-has-title": 1})
    print(number, sha256, flush=True)
store.close()
"""


def integrity(database: Path) -> list[tuple[str]]:
    connection = sqlite3.connect(database)
    try:
        return (
            connection.execute("PRAGMA integrity_check").fetchall()
            + connection.execute("PRAGMA foreign_key_check").fetchall()
        )
    finally:
        connection.close()


def test_a_window_reads_while_a_worker_writes(store: Store, running: Scan, database: Path, start: Start) -> None:
    worker = start(WRITER, database, running.id, 0, 60)
    assert worker.stdout is not None
    seen_before = looked = 0
    while worker.poll() is None:
        found = store.observations(running.id)
        scan = store.scan(running.id)
        if found:
            # One moment's view: the shared barrier stands on every page that is there.
            assert found[0].pages == len(found) - 1
            assert found[0].count == found[0].pages * 20
        assert scan.tested >= seen_before
        seen_before = scan.tested
        looked += 1
        store.heartbeat(running.id, "werker-1")
    assert worker.returncode == 0, worker.stderr and worker.stderr.read()
    assert looked > 3
    assert store.scan(running.id).tested == 60


def test_two_workers_write_at_once(store: Store, running: Scan, database: Path, start: Start) -> None:
    other = store.claim_scan(store.new_scan(running.target_id, ScanOptions()).id, "w")
    workers = [start(WRITER, database, scan.id, 0, 40) for scan in (running, other)]
    for worker in workers:
        _, errors = worker.communicate(timeout=120)
        assert worker.returncode == 0, errors
    first, second = (store.observations(scan.id, places=0) for scan in (running, other))
    assert len(first) == 41
    assert first == second
    assert store.passed_counts(other.id) == {"page-has-title": 40}


def test_many_processes_make_one_database(database: Path, start: Start) -> None:
    code = "import sys; from pathlib import Path; from eaa_checker.store import Store\n"
    code += "with Store.open(Path(sys.argv[1])) as store: store.add_organisation(sys.argv[2])"
    processes = [start(code, database, f"Regio {n}") for n in range(4)]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    with Store.open(database) as store:
        assert len(store.organisations()) == 4


@pytest.mark.parametrize("pages", [1, 7, 23])
def test_killed_in_the_middle(store: Store, running: Scan, database: Path, start: Start, pages: int) -> None:
    worker = start(WRITER, database, running.id, 0, 100_000)
    assert worker.stdout is not None
    told = [worker.stdout.readline().split() for _ in range(pages)]
    worker.send_signal(signal.SIGKILL)
    # Not communicate(): that reads the pipe itself, past the lines that readline() has already fetched and kept.
    rest = worker.stdout.read()
    worker.wait()
    told += [text.split() for text in rest.splitlines() if len(text.split()) == 2 and len(text.split()[1]) == 64]
    assert worker.returncode == -signal.SIGKILL
    store.close()
    assert integrity(database) == [("ok",)]
    with Store.open(database) as again:
        captures = again.captures(running.id)
        # All that was told of is there, and at most the page in progress besides.
        assert [c.address for c in captures][: len(told)] == [address(int(number)) for number, _ in told]
        assert len(captures) <= len(told) + 1
        shared, *own = again.observations(running.id)
        assert (shared.pages, shared.count, len(own)) == (len(captures), len(captures) * 20, len(captures))
        assert again.passed_counts(running.id) == {"page-has-title": len(captures)}
        for number, sha256 in told:
            assert again.evidence.get(sha256) == number.encode() * 1000
        lines = again.addresses(running.id)
        assert sum(found.ending is Ending.CAPTURED for found in lines) == len(captures)
        resumed = again.claim_scan(running.id, "werker-2", stale_after=0)
        assert resumed.tested == len(captures)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of 2 MB."""
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder]
        if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
            pytest.skip("mounting a small disk needs root")
        yield Path(folder)
        subprocess.run(["umount", folder], check=True)


def test_a_full_disk_loses_nothing_and_can_be_emptied(small_disk: Path) -> None:
    database = small_disk / "toezicht.sqlite"
    with Store.open(database) as store:
        target = store.add_target(store.add_organisation("Regio").id, "Site", "https://voorbeeld.test/")
        scan = store.claim_scan(store.new_scan(target.id, ScanOptions()).id, "w")
        ballast = small_disk / "ballast"
        ballast.write_bytes(bytes(400_000))
        kept = 0

        def fill() -> None:
            nonlocal kept
            for number in range(10_000):
                seen = observation(f"{number}", [place(number, e) for e in range(number * 20, number * 20 + 20)])
                store.store_page(scan.id, captured(number), capture(number), [seen])
                kept += 1

        with pytest.raises(StoreIsFull) as caught:
            fill()
        assert "schijf is vol" in caught.value.nl
        assert "disk is full" in caught.value.en
        assert kept > 3
        with pytest.raises(StoreIsFull):
            store.evidence.put(bytes(range(256)) * 10_000, "image/png")
        assert not any(file.is_file() for file in store.evidence.folder.rglob("*"))
        assert len(store.captures(scan.id)) == kept

        ballast.unlink()
        store.store_page(scan.id, captured(kept), capture(kept), [observation("a", [place(kept)])])
        assert store.end_scan(scan.id, ScanState.STOPPED).tested == kept + 1
    assert integrity(database) == [("ok",)]


def test_no_room_for_a_new_database(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(2 * 1024 * 1024 - 16 * 1024))
    with pytest.raises(StoreIsFull):
        Store.open(small_disk / "toezicht.sqlite")


LIMITED = """
import sys
from pathlib import Path
from pages_made import capture, captured, observation, place
from eaa_checker.errors import StoreIsFull
from eaa_checker.store import Store

store = Store.open(Path(sys.argv[1]))
for number in range(10_000):
    seen = observation(f"{number}", [place(number, e) for e in range(number * 50, number * 50 + 50)])
    try:
        store.store_page(1, captured(number), capture(number), [seen])
    except StoreIsFull as error:
        print(number, error.nl)
        break
try:
    store.evidence.put(bytes(range(256)) * 40_000, "image/png")
except StoreIsFull as error:
    print(error.nl)
"""


def test_files_that_may_not_grow(store: Store, running: Scan, database: Path, start: Start) -> None:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))

    process = start(LIMITED, database, preexec_fn=limit)
    output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    page, evidence = output.splitlines()
    number, sentence = page.split(" ", 1)
    assert "schijf is vol" in sentence
    assert "schijf is vol" in evidence
    assert len(store.captures(running.id)) == int(number) > 3
    store.close()
    assert integrity(database) == [("ok",)]
