"""Transactions on the database: short ones to read, exclusive ones to write."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import orjson
from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Engine,
    Insert,
    QueuePool,
    Table,
    any_,
    cast,
    create_engine,
    event,
    func,
    select,
)
from sqlalchemy.dialects import sqlite

from eaa_checker.store.server import shown
from eaa_checker.store.translation import gone, translating

_T = TypeVar("_T", int, str)


def sqlite_engine(path: Path, patience: float) -> Engine:
    """An engine on the SQLite file *path* that waits *patience* seconds for another writer."""
    # The path goes around the address: a "?" or "%" in a folder's name would be read as part of it.
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _connect(path, patience),
        poolclass=QueuePool,
        json_deserializer=_read_json,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _read_json(text: str) -> Any:
    """Five times as fast as Python's own reader, which takes over where a page held half a character."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return json.loads(text)


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    # isolation_level None: the module must not begin transactions by itself, `_begin` does.
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")  # costs a few milliseconds a page, and survives a power cut
        connection.execute("PRAGMA cache_size = -16000")  # KiB; SQLite's own 2 MB is less than one page touches
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    # A transaction that writes takes its place in the queue at once: one that reads first and wants to write
    # later is refused without waiting when another process wrote in between.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def insert_new(connection: Connection, table: Table) -> Insert:
    """An INSERT that passes over rows that break a unique constraint."""
    if connection.dialect.name == "postgresql":
        # Here and not above: a third of what SQLAlchemy takes to load, for a database on a server only.
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def insert_rows(
    connection: Connection,
    table: Table,
    columns: tuple[str, ...],
    rows: Sequence[tuple[Any, ...]],
    *,
    known_too: bool = False,
) -> None:
    """Insert many rows past SQLAlchemy's handling of each value, which takes longer than the database does.

    Values must be what the driver takes as they are, texts passed through `clean`.
    *known_too*: pass over rows as `insert_new` does.
    """
    if not rows:
        return
    insert = insert_new(connection, table) if known_too else table.insert()
    compiled = insert.compile(dialect=connection.dialect, column_keys=columns)
    if compiled.positional:
        order = [columns.index(name) for name in compiled.positiontup or ()]
        if order != list(range(len(columns))):
            rows = [tuple(row[place] for place in order) for row in rows]
        connection.exec_driver_sql(str(compiled), rows)
    else:
        connection.exec_driver_sql(str(compiled), [dict(zip(columns, row, strict=True)) for row in rows])


def among(connection: Connection, column: ColumnElement[_T], values: Collection[_T]) -> ColumnElement[bool]:
    """*column* is one of many texts or numbers: as one parameter, since an IN list of hundreds is slow to compile."""
    if connection.dialect.name == "postgresql":
        return column == any_(cast(list(values), ARRAY(column.type)))
    listed = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(listed.c.value))


class Database:
    """An open database. Threads may share it: each transaction has a connection of its own."""

    def __init__(self, path: Path, engine: Engine) -> None:
        """*path*: the file; for a database on a server the name beside which files that belong to it are kept."""
        self.path = path
        self._engine = engine
        self._reader = engine
        self.name: Path | str = path
        """What messages call it."""
        self._file = _identity(path) if engine.dialect.name == "sqlite" else None
        if engine.dialect.name == "postgresql":
            # Without these each statement would see what others wrote meanwhile.
            self._reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            self.name = shown(engine.url.render_as_string())
        self._writer = engine.execution_options(writing=True)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One consistent view of the database; nothing waits for it."""
        self._must_be_there()
        with translating(self.name), self._reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """All or nothing, one writer at a time. Raises StoreIsLocked when another writer does not finish."""
        self._must_be_there()
        with translating(self.name), self._writer.connect() as connection, connection.begin():
            yield connection

    def _must_be_there(self) -> None:
        # What is written to a removed file is lost without a word (SQLite, "How To Corrupt", 2.4).
        if self._file is not None and _identity(self.path) != self._file:
            raise gone(self.path)

    def close(self) -> None:
        """Let go of the database. Closing twice is harmless."""
        self._engine.dispose()


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells the file at *path* from another that takes its name; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
