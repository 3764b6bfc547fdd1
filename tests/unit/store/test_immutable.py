"""An ended scan is immutable for every program that opens the file, not only through our own code."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_made import capture, captured, line, observation, place

from eaa_checker.domain.scan import Scan, ScanOptions, ScanState
from eaa_checker.errors import EndedScanIsImmutable
from eaa_checker.store import Store

CHANGES = {
    "scan": ("state = 'running'", "error = 'x'", "tested = 99", "circumstances = '{}'"),
    "address_line": ("ending = 'captured'", "address = 'https://elders.test/'"),
    "capture": ("title = 'x'",),
    "part": ("sha256 = 'x'",),
    "observation": ("verdict = 'passed'", "place_count = 0"),
    "place": ("crop = NULL", "number = 17"),
    "passed": ("targets = 100",),
    "passage": ("body = '[]'",),
}


@pytest.fixture
def ended(store: Store, running: Scan, database: Path) -> Iterator[sqlite3.Connection]:
    """The bare file, with an ended scan (1) and a running one (2), each with a page."""
    other = store.claim_scan(store.new_scan(running.target_id, ScanOptions()).id, "w")
    for scan in (running, other):
        store.store_page(
            scan.id, captured(1), capture(1), [observation("a", [place(1), place(1, 1)])], [line(2)], {"r": 1}
        )
    store.end_scan(running.id, ScanState.COMPLETED)
    connection = sqlite3.connect(database)
    yield connection
    connection.close()


@pytest.mark.parametrize(("table", "change"), [(table, change) for table, all_ in CHANGES.items() for change in all_])
def test_no_change(ended: sqlite3.Connection, table: str, change: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="an ended scan is immutable"):
        ended.execute(f"UPDATE {table} SET {change}")


@pytest.mark.parametrize("table", list(CHANGES))
def test_no_removal(ended: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="an ended scan is immutable"):
        ended.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", list(CHANGES))
def test_no_replacement(ended: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="an ended scan is immutable"):
        ended.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


@pytest.mark.parametrize(
    "addition",
    [
        "INSERT INTO part SELECT 1, number + 9, kind, sha256, size, media_type, label, x, y, width, height FROM part",
        "INSERT INTO passed VALUES (1, 'other-rule', 5)",
        "UPDATE address_line SET scan_id = 1 WHERE scan_id = 2",
        "UPDATE capture SET scan_id = 1 WHERE scan_id = 2",
        "UPDATE observation SET scan_id = 1 WHERE scan_id = 2",
        "UPDATE place SET observation_id = 1, number = 17 WHERE observation_id = 2",
        "UPDATE part SET capture_id = 1, number = 17 WHERE capture_id = 2",
    ],
)
def test_no_addition(ended: sqlite3.Connection, addition: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="an ended scan is immutable"):
        ended.execute(addition)


@pytest.mark.parametrize(
    ("table", "key"), [("place", "observation_id"), ("part", "capture_id"), ("passed", "capture_id")]
)
def test_a_running_scan_can_still_change(ended: sqlite3.Connection, table: str, key: str) -> None:
    assert ended.execute(f"DELETE FROM {table} WHERE {key} = 2").rowcount > 0


def test_what_the_database_refuses_is_told_in_our_words(store: Store, ended: sqlite3.Connection) -> None:
    with pytest.raises(EndedScanIsImmutable) as caught, store._writing() as connection:
        connection.exec_driver_sql("UPDATE scan SET error = 'x' WHERE id = 1")
    assert "beëindigd" in caught.value.nl
    assert store.scan(1).error == ""
