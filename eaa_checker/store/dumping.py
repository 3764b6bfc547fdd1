"""Tables as lines of JSON that are the same for SQLite and PostgreSQL, and those lines as rows again.

A line is an array of the values in the order of the columns. Instants are ISO 8601 in UTC, bytes base64, JSON columns
their text as stored; so what comes back is what went in, and the seals of the trail hold.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    Text,
    text,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

from eaa_checker.domain.backup import TableFacts
from eaa_checker.errors import BackupDamaged

_KINDS: tuple[tuple[type[TypeEngine[Any]], str], ...] = (
    (JSON, "json"),
    (Boolean, "truth"),
    (DateTime, "instant"),
    (Date, "date"),
    (LargeBinary, "bytes"),
    (Float, "number"),
    (Integer, "whole"),
    (Text, "text"),
)
_TEXT = "text"
_BATCH = 2000


def kind_of(column: Column[Any]) -> str:
    """The kind of a column, in words that do not depend on the database."""
    kind: Any = column.type
    while isinstance(kind, TypeDecorator):
        kind = kind.impl_instance
    for known, name in _KINDS:
        if isinstance(kind, known):
            return name
    return _TEXT


def dump_lines(
    connection: Connection, table: str, columns: Sequence[tuple[str, str]], key: Sequence[str]
) -> Iterator[bytes]:
    """The rows of *table* as lines, in order of its *key*; streamed. *columns*: name and kind."""
    on_server = connection.dialect.name == "postgresql"
    kinds = dict(columns)
    # "C": by bytes, as SQLite orders; the collation of the server may be any.
    order = ", ".join(f'"{name}" COLLATE "C"' if on_server and kinds[name] == _TEXT else f'"{name}"' for name in key)
    wanted = ", ".join(f'"{name}"::text' if on_server and kind == "json" else f'"{name}"' for name, kind in columns)
    statement = f'SELECT {wanted} FROM "{table}" ORDER BY {order}'
    streaming = {"stream_results": True, "max_row_buffer": _BATCH}
    rows = connection.exec_driver_sql(statement, execution_options=streaming)
    give = _give_server if on_server else _give_file
    changed = [(place, give[kind]) for place, (_, kind) in enumerate(columns) if kind in give]
    for row in rows:
        values = list(row)
        for place, change in changed:
            if values[place] is not None:
                values[place] = change(values[place])
        yield orjson.dumps(values) + b"\n"


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _base64(value: bytes | memoryview) -> str:
    return base64.b64encode(bytes(value)).decode()


_give_file: dict[str, Callable[[Any], Any]] = {
    # SQLite keeps them as "2026-11-23 12:00:00.000000", always in UTC; a default of the table has no fraction.
    "instant": lambda value: f"{value[:10]}T{(value[11:] + '.000000')[:15]}+00:00",
    "truth": bool,
    "bytes": _base64,
}
_give_server: dict[str, Callable[[Any], Any]] = {
    "instant": _instant,
    "date": date.isoformat,
    "bytes": _base64,
}
_take_file: dict[str, Callable[[Any], Any]] = {
    "instant": lambda value: f"{value[:10]} {value[11:26]}",
    "truth": int,
    "bytes": base64.b64decode,
}
_take_server: dict[str, Callable[[Any], Any]] = {"bytes": base64.b64decode}


def load_lines(connection: Connection, facts: TableFacts, lines: Iterator[bytes]) -> int:
    """Insert *lines* into the table, which is empty; gives the number of rows. Raises BackupDamaged."""
    on_server = connection.dialect.name == "postgresql"
    take = _take_server if on_server else _take_file
    changed = [(place, take[kind]) for place, (_, kind) in enumerate(facts.columns) if kind in take]
    names = ", ".join(f'"{name}"' for name, _ in facts.columns)
    marks = ", ".join("%s" if on_server else "?" for _ in facts.columns)
    statement = f'INSERT INTO "{facts.name}" ({names}) VALUES ({marks})'
    number = 0
    while batch := list(islice(lines, _BATCH)):
        rows = []
        for line in batch:
            number += 1
            rows.append(_row(facts, number, line, changed))
        connection.exec_driver_sql(statement, rows)
    return number


def _row(
    facts: TableFacts, number: int, line: bytes, changed: list[tuple[int, Callable[[Any], Any]]]
) -> tuple[Any, ...]:
    try:
        values = orjson.loads(line)
        if not isinstance(values, list) or len(values) != len(facts.columns):
            raise ValueError
        for place, change in changed:
            if values[place] is not None:
                values[place] = change(values[place])
    except (ValueError, TypeError) as error:
        raise BackupDamaged(
            f"Rij {number} van tabel {facts.name} in de reservekopie is niet te lezen.",
            f"Row {number} of table {facts.name} in the backup cannot be read.",
        ) from error
    return tuple(values)


class Bare:
    """The tables of a database without triggers and references for as long as rows are put back.

    Everything happens in the caller's transaction: when it fails, the database is as it was.
    """

    def __init__(self, connection: Connection, tables: Sequence[str]) -> None:
        self._connection = connection
        self._tables = tables
        self._again: list[str] = []

    def __enter__(self) -> None:
        run = self._connection.exec_driver_sql
        if self._connection.dialect.name == "postgresql":
            found = run(
                "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
                "WHERE contype = 'f' AND connamespace = current_schema()::regnamespace"
            ).all()
            for table, name, definition in found:
                run(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
                self._again.append(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')
            for name in self._tables:
                run(f'ALTER TABLE "{name}" DISABLE TRIGGER USER')
                self._again.append(f'ALTER TABLE "{name}" ENABLE TRIGGER USER')
            return
        run("PRAGMA defer_foreign_keys = ON")
        for name, definition in run("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all():
            run(f'DROP TRIGGER "{name}"')
            self._again.append(definition)

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is not None:
            return
        if self._connection.dialect.name == "postgresql":
            self._count_on()
        for statement in self._again:
            self._connection.execute(text(statement.replace(":", "\\:")))

    def _count_on(self) -> None:
        """The server numbers rows by itself: from the highest number on."""
        run = self._connection.exec_driver_sql
        for name in self._tables:
            columns = run(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() "
                "AND table_name = %s AND column_default LIKE 'nextval%%'",
                (name,),
            ).scalars()
            for column in columns.all():
                run(
                    f"SELECT setval(pg_get_serial_sequence('\"{name}\"', '{column}'), "
                    f'COALESCE((SELECT MAX("{column}") FROM "{name}"), 0) + 1, false)'
                )
