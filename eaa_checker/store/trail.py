"""Writes the decision trail inside the transaction of the change it records, and reads it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select, update

from eaa_checker.domain.trail import GENESIS, Actor, Entry, TrailFault, seal, verify
from eaa_checker.store.columns import clean
from eaa_checker.store.database import Database
from eaa_checker.store.trail_schema import TRAIL, TRAIL_HEAD

_FIELDS = tuple(column.name for column in TRAIL.columns)


def record(
    connection: Connection,
    by: Actor,
    action: str,
    subject: str,
    *,
    ground: str = "",
    details: dict[str, Any] | None = None,
) -> Entry:
    """Adds a decision to the trail, in the transaction of *connection*: with the change, or not at all.

    *details* are plain JSON values; never put there what must stay confidential (a reporter's identity).
    """
    head = connection.execute(select(TRAIL_HEAD).with_for_update()).first()
    if head is None:
        connection.execute(TRAIL_HEAD.insert().values(id=1, number=0, seal=GENESIS))
    number, previous = (0, GENESIS) if head is None else (head.number, head.seal)
    entry = Entry(
        number=number + 1,
        instant=datetime.now(UTC),
        actor=clean(by.name),
        account=clean(by.account),
        action=action,
        subject=subject,
        ground=clean(ground),
        details=_storable(details or {}),
        previous=previous,
    )
    entry = replace(entry, seal=seal(entry))
    values = {name: getattr(entry, name) for name in _FIELDS}
    connection.execute(TRAIL.insert().values(values))
    connection.execute(update(TRAIL_HEAD).where(TRAIL_HEAD.c.id == 1).values(number=entry.number, seal=entry.seal))
    return entry


def _storable(value: Any) -> Any:
    """*value* as the database will give it back, so that the seal holds: clean texts, lists, text keys."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(str(key)): _storable(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_storable(one) for one in value]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    raise TypeError(f"not a plain JSON value: {value!r}")


class TrailBook(Database):
    """Reads the trail; entries are added by `record`, together with the change they stand for."""

    def add(
        self, by: Actor, action: str, subject: str, *, ground: str = "", details: dict[str, Any] | None = None
    ) -> Entry:
        """An entry for what was done to the store as a whole, which no other table shows."""
        with self._writing() as connection:
            return record(connection, by, action, subject, ground=ground, details=details)

    def entries(self, subject: str | None = None, *, after: int = 0, limit: int | None = None) -> list[Entry]:
        """Decisions in order of their numbers, of one *subject* or all, numbered above *after*."""
        query = select(TRAIL).where(TRAIL.c.number > after).order_by(TRAIL.c.number)
        if subject is not None:
            query = query.where(TRAIL.c.subject == subject)
        if limit is not None:
            query = query.limit(limit)
        with self._reading() as connection:
            return [_entry(row) for row in connection.execute(query)]

    def head(self) -> tuple[int, str]:
        """Number and seal of the last decision; 0 and `GENESIS` when there is none yet."""
        with self._reading() as connection:
            row = connection.execute(select(TRAIL_HEAD)).first()
            return (0, GENESIS) if row is None else (row.number, row.seal)

    def faults(self, known: tuple[int, str] | None = None) -> list[TrailFault]:
        """Every sign of tampering. *known*: a number and seal kept outside the database that must be in the trail."""

        def walk(rows: Any) -> Iterator[Entry]:
            for row in rows:
                yield _entry(row)

        with self._reading() as connection:
            row = connection.execute(select(TRAIL_HEAD)).first()
            last = (0, GENESIS) if row is None else (row.number, row.seal)
            query = select(TRAIL).order_by(TRAIL.c.number)
            found = verify(walk(connection.execute(query)), last=last)
            if known is not None:
                found += [f for f in verify(walk(connection.execute(query)), last=known) if f not in found]
            return found


def _entry(row: Any) -> Entry:
    return Entry(**{name: getattr(row, name) for name in _FIELDS})
