"""The decision trail only grows, goes with the change it records, and shows any tampering."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from eaa_checker.domain.trail import GENESIS, Actor
from eaa_checker.errors import EaaCheckerError
from eaa_checker.store import Store
from eaa_checker.store.trail import record

INSPECTOR = Actor("A. de Vries", "avries@post-12")


@pytest.fixture
def trail(store: Store) -> Store:
    with store._writing() as connection:
        record(connection, INSPECTOR, "case.opened", "case:1", ground="melding 14", details={"naam": "Zaak\0 één"})
        record(connection, INSPECTOR, "case.stopped", "case:1", ground="dubbel")
        record(connection, INSPECTOR, "case.opened", "case:2", details={"lijst": (1, 2.5, None, True)})
    return store


def tampered(store: Store, *statements: str) -> list[int]:
    """Changes the file as somebody with a database tool would, triggers thrown away; numbers of the faults."""
    path = store.path
    store.close()
    with sqlite3.connect(path) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'trail%'"):
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
    raw.close()
    with Store.open(path) as opened:
        return sorted({fault.number for fault in opened.trail.faults()})


def test_a_new_store_has_an_empty_whole_trail(store: Store) -> None:
    assert store.trail.entries() == []
    assert store.trail.head() == (0, GENESIS)
    assert store.trail.faults() == []


def test_entries_follow_each_other(trail: Store) -> None:
    first, second, third = trail.trail.entries()
    assert (first.number, first.previous) == (1, GENESIS)
    assert (second.previous, third.previous) == (first.seal, second.seal)
    assert first.details == {"naam": "Zaak\ufffd één"}
    assert (first.actor, first.account, first.ground) == ("A. de Vries", "avries@post-12", "melding 14")
    assert trail.trail.head() == (3, third.seal)
    assert trail.trail.faults() == []
    assert [e.number for e in trail.trail.entries("case:1")] == [1, 2]
    assert [e.number for e in trail.trail.entries(after=1, limit=1)] == [2]


def test_an_entry_goes_with_its_change(trail: Store) -> None:
    with contextlib.suppress(RuntimeError), trail._writing() as connection:
        record(connection, INSPECTOR, "case.opened", "case:3")
        raise RuntimeError
    assert trail.trail.head()[0] == 3
    assert trail.trail.faults() == []


@pytest.mark.parametrize("statement", ["UPDATE trail SET ground = 'x'", "DELETE FROM trail", "DELETE FROM trail_head"])
def test_the_database_itself_refuses_changes(trail: Store, statement: str) -> None:
    with pytest.raises(EaaCheckerError), trail._writing() as connection:
        connection.exec_driver_sql(statement)
    assert trail.trail.faults() == []


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("statements", "faulty"),
    [
        (("UPDATE trail SET ground = 'iets anders' WHERE number = 2",), [2]),
        (("UPDATE trail SET instant = '2020-01-01 00:00:00.000000' WHERE number = 1",), [1]),
        (("DELETE FROM trail WHERE number = 2",), [2]),
        (("DELETE FROM trail WHERE number = 3",), [3]),
        (("DELETE FROM trail",), [3]),
        (
            (
                "UPDATE trail SET number = 99 WHERE number = 1",
                "UPDATE trail SET number = 1 WHERE number = 2",
                "UPDATE trail SET number = 2 WHERE number = 99",
            ),
            [1, 2, 3],
        ),
    ],
)
def test_tampering_is_found_and_named(trail: Store, statements: tuple[str, ...], faulty: list[int]) -> None:
    assert tampered(trail, *statements) == faulty


@pytest.mark.sqlite
def test_a_seal_kept_elsewhere_finds_an_end_cut_off_cleverly(trail: Store, tmp_path: Path) -> None:
    kept = trail.trail.head()
    second = trail.trail.entries()[1]
    cut = ("DELETE FROM trail WHERE number = 3", f"UPDATE trail_head SET number = 2, seal = '{second.seal}'")
    assert tampered(trail, *cut) == []
    with Store.open(trail.path) as opened:
        assert [fault.number for fault in opened.trail.faults(kept)] == [3]
        assert opened.trail.faults((2, second.seal)) == []
