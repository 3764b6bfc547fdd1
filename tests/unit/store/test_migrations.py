"""A database of every earlier version, with rows in every table, is brought up to date and loses nothing.

``earlier/0001.sql`` is a database as version 0.1.0 left it; it is never to be made anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from postgresql_server import Server
from sqlalchemy import Connection, Engine, MetaData, Table, select
from sqlalchemy import types as kinds

from eaa_checker.domain.scan import ScanState
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import EndedScanIsImmutable
from eaa_checker.store import Store, opening
from eaa_checker.store.database import sqlite_engine
from eaa_checker.store.dumping import Bare
from eaa_checker.store.figures import write_figures
from eaa_checker.store.opening import NEWEST, migrate
from eaa_checker.store.server import server_engine
from eaa_checker.store.trail import record
from rules.contract import Verdict

FIRST = (Path(__file__).parent / "earlier" / "0001.sql").read_text("utf-8")
EARLIER = sorted(
    script.revision
    for script in ScriptDirectory(str(opening._MIGRATIONS)).walk_revisions()
    if script.revision != NEWEST
)


def read_through_the_store(store: Store) -> None:
    """What version 0.1.0 had kept is there, counts included, and work goes on."""
    assert [found.name for found in store.organisations()] == ["Gemeente Één", "Veiligheidsregio Voorbeeld"]
    target = store.target("https://voorbeeld.test/")
    assert (target.organisation_name, target.emergency) == ("Veiligheidsregio Voorbeeld", True)
    running, failed, second, first = store.scans(target.id)
    assert [scan.state for scan in (first, second)] == [ScanState.COMPLETED] * 2
    assert failed.state is ScanState.FAILED
    assert (first.tested, first.options.max_pages, first.circumstances["rule_book"]) == (1, 7, "2026.11")
    seen = store.observations(first.id, verdicts=(Verdict.FAILED, Verdict.CANNOT_TELL))
    assert [(one.element, one.count) for one in seen] == [("img a", 2), ("img b0", 1), ("img c", 1)]
    assert seen[0].places[1].path == ("iframe#kaart", "ul > li:nth-child(2) > a")
    assert seen[0].explanation.nl == "De afbeelding a heeft geen naam."
    assert store.captures(first.id)[0].parts[1].label == "p1"
    assert store.passed_counts(first.id) == {"page-has-title": 1}
    assert [line.ending.value for line in store.addresses(failed.id)] == ["unknown-host"]
    figures = {figure.scan_id: figure for figure in store.risk.figures([target.id])}
    assert {number: figure.failed for number, figure in figures.items()} == {first.id: 2, second.id: 2, failed.id: 0}
    (facts,) = (one for one in store.risk.facts() if one.target_id == target.id)
    # One of the two barriers of the second scan stood in the first too; the scan after it failed.
    assert (facts.failed, facts.again, facts.groups_hit, facts.last_attempt_failed) == (2, 1, 2, True)
    assert store.trail.faults() == []
    with pytest.raises(EndedScanIsImmutable), store._writing() as connection:
        connection.exec_driver_sql("UPDATE place SET crop = NULL")
    store.claim_scan(running.id, "werker-3", stale_after=0)
    assert store.end_scan(running.id, ScanState.STOPPED).tested == 1
    assert len(list(store.risk.figures([target.id]))) == 4
    store.add_organisation("Nieuwe instantie")


def test_a_database_of_version_0_1_0(database: Path) -> None:
    database.parent.mkdir()
    with sqlite3.connect(database) as raw:
        raw.executescript(FIRST)
        raw.execute("PRAGMA journal_mode = WAL")
    raw.close()
    with Store.open(database) as store:
        read_through_the_store(store)
    with sqlite3.connect(database) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def opened(request: pytest.FixtureRequest, database: Path, tmp_path: Path) -> Iterator[tuple[Engine, Path | str]]:
    """An engine on an empty database, and what `Store.open` takes for it."""
    if request.param == "sqlite":
        database.parent.mkdir()
        engine = sqlite_engine(database, 2.0)
        yield engine, database
        engine.dispose()
        return
    server: Server = request.getfixturevalue("server")
    address = server.new()
    engine = server_engine(address, 2.0)
    yield engine, address
    engine.dispose()
    server.drop(address)


def first_rows() -> dict[str, list[dict[str, Any]]]:
    raw = sqlite3.connect(":memory:")
    raw.executescript(FIRST)
    raw.row_factory = sqlite3.Row
    names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {name: [dict(row) for row in raw.execute(f"SELECT * FROM {name}")] for name in names}
    raw.close()
    del found["alembic_version"]
    return found


def taken(column: Any, value: Any) -> Any:
    """A value of the SQLite dump as SQLAlchemy takes it."""
    if value is None:
        return None
    if isinstance(column.type, kinds.JSON):
        return json.loads(value)
    if isinstance(column.type, kinds.Boolean):
        return bool(value)
    if isinstance(column.type, kinds.DateTime):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return value


def made_up(table: Table) -> dict[str, Any]:
    """A row of a table that came later, by the kinds of its columns; references go to row 1, or nowhere."""
    values: dict[str, Any] = {}
    for column in table.columns:
        kind: Any = column.type
        if column.foreign_keys:
            own = any(key.column.table is table for key in column.foreign_keys)
            values[column.name] = None if column.nullable and own else 1
        elif isinstance(kind, kinds.JSON):
            values[column.name] = {"één": [1, None]}
        elif isinstance(kind, kinds.Boolean):
            values[column.name] = True
        elif isinstance(kind, kinds.DateTime):
            values[column.name] = datetime(2026, 11, 2, 12, tzinfo=UTC)
        elif isinstance(kind, kinds.Date):
            values[column.name] = date(2026, 11, 2)
        elif isinstance(kind, kinds.LargeBinary):
            values[column.name] = b"\0\xff"
        elif isinstance(kind, (kinds.Float, kinds.Integer, kinds.Numeric)):
            values[column.name] = 1
        else:
            values[column.name] = "één"
    return values


Rows = dict[str, list[dict[str, Any]]]


def all_rows(connection: Connection) -> Rows:
    tables = MetaData()
    tables.reflect(connection)
    found = tables.tables.items()
    return {
        name: [dict(row) for row in connection.execute(select(table)).mappings()]
        for name, table in found
        if name != "alembic_version"
    }


def in_common(rows: Rows, other: Rows) -> dict[str, list[str]]:
    """The tables and columns of *rows* that *other* has too, comparable."""
    return {
        name: sorted(repr({key: row[key] for key in row if not other[name] or key in other[name][0]}) for row in found)
        for name, found in rows.items()
        if name in other
    }


@pytest.mark.parametrize("revision", EARLIER)
def test_from_every_earlier_version_with_rows_in_every_table(
    opened: tuple[Engine, Path | str], revision: str, tmp_path: Path
) -> None:
    engine, place = opened
    first = first_rows()
    with engine.execution_options(writing=True).connect() as connection, connection.begin():
        migrate(connection, revision)
        tables = MetaData()
        tables.reflect(connection)
        later = [table for table in tables.sorted_tables if table.name not in {*first, "alembic_version"}]
        with Bare(connection, [table.name for table in tables.sorted_tables if table.name != "alembic_version"]):
            for name, rows in first.items():
                table = tables.tables[name]
                for row in rows:
                    connection.execute(table.insert().values({k: taken(table.c[k], v) for k, v in row.items()}))
            for table in later:
                filled = table.name in ("trail", "trail_head", "scan_figure")
                if not filled and not connection.execute(select(table)).first():
                    connection.execute(table.insert().values(made_up(table)))
        if revision >= "0002":
            record(connection, Actor("A. de Vries"), "case.opened", "case:1", details={"naam": "één"})
        if revision >= "0007":  # since then they are counted when a scan ends
            for number in (1, 2, 3):
                write_figures(connection, number)
        before = all_rows(connection)
    engine.dispose()
    assert [name for name, rows in before.items() if not rows] == []
    with Store.open(place, evidence=tmp_path / "bewijs") as store:
        with store._reading() as connection:
            after = all_rows(connection)
        assert set(before) <= set(after)
        assert in_common(before, after) == in_common(after, before)
        assert store.trail.head()[0] == (revision >= "0002")
        read_through_the_store(store)
