"""Deadlines with their extensions and the findings they are for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from eaa_checker.domain.deadline import Deadline, DeadlineKind, DeadlineState, Extension, Length, Unit
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotFound
from eaa_checker.store.database import Database, among
from eaa_checker.store.findings_schema import DEADLINE, DEADLINE_EXTENSION, DEADLINE_FINDING
from eaa_checker.store.trail import record
from eaa_checker.store.trail_schema import TRAIL
from eaa_checker.store.versions import edit


class DeadlineBook(Database):
    """The part of the store that keeps deadlines."""

    def deadline(self, id: int) -> Deadline:
        """Raises NotFound."""
        with self._reading() as connection:
            return _read(connection, id)

    def deadlines(
        self,
        examination_id: int | None = None,
        *,
        states: Collection[DeadlineState] = (),
        before: date | None = None,
        finding_id: int | None = None,
    ) -> list[Deadline]:
        """Deadlines that fit, the earliest first. *before*: whose last day lies before that day."""
        query = select(DEADLINE).order_by(DEADLINE.c.due, DEADLINE.c.id)
        if examination_id is not None:
            query = query.where(DEADLINE.c.examination_id == examination_id)
        if states:
            query = query.where(DEADLINE.c.state.in_([state.value for state in states]))
        if before is not None:
            query = query.where(DEADLINE.c.due < before)
        if finding_id is not None:
            of_finding = select(DEADLINE_FINDING.c.deadline_id).where(DEADLINE_FINDING.c.finding_id == finding_id)
            query = query.where(DEADLINE.c.id.in_(of_finding))
        with self._reading() as connection:
            return _deadlines(connection, connection.execute(query).all())

    def set_deadline(
        self,
        by: Actor,
        examination_id: int,
        kind: DeadlineKind,
        title: str,
        start: date,
        length: Length | None,
        due: date,
        basis: str,
        finding_ids: Sequence[int],
        instant: datetime,
        ground: str = "",
    ) -> Deadline:
        """A deadline that runs from now on."""
        values = {
            "version": 1,
            "examination_id": examination_id,
            "kind": kind.value,
            "title": title,
            "start": start,
            "length_count": None if length is None else length.count,
            "length_unit": "" if length is None else length.unit.value,
            "due": due,
            "first_due": due,
            "state": DeadlineState.RUNNING.value,
            "author": by.name,
            "created": instant,
            "basis": basis,
        }
        with self._writing() as connection:
            key = connection.execute(DEADLINE.insert().values(values)).inserted_primary_key
            assert key is not None
            id = int(key[0])
            for finding_id in dict.fromkeys(finding_ids):
                connection.execute(DEADLINE_FINDING.insert().values(deadline_id=id, finding_id=finding_id))
            details = {
                "case": examination_id,
                "kind": kind.value,
                "start": start.isoformat(),
                "length": None if length is None else [length.count, length.unit.value],
                "due": due.isoformat(),
                "basis": basis,
                "findings": list(dict.fromkeys(finding_ids)),
            }
            record(connection, by, "deadline.set", f"deadline:{id}", ground=ground, details=details)
            return _read(connection, id)

    def extend(
        self,
        by: Actor,
        id: int,
        version: int,
        due: date,
        reason: str,
        instant: datetime,
        action: str = "deadline.extended",
    ) -> Deadline:
        """Moves the last day to *due*. Raises EditedMeanwhile, NotFound."""
        with self._writing() as connection:
            before = edit(connection, DEADLINE, id, version, {"due": due})["due"]
            last = select(func.max(DEADLINE_EXTENSION.c.number)).where(DEADLINE_EXTENSION.c.deadline_id == id)
            number = int(connection.execute(last).scalar() or 0) + 1
            connection.execute(
                DEADLINE_EXTENSION.insert().values(
                    deadline_id=id,
                    number=number,
                    before=before,
                    after=due,
                    reason=reason,
                    author=by.name,
                    instant=instant,
                )
            )
            details = {"due": [before.isoformat(), due.isoformat()], "extension": number}
            record(connection, by, action, f"deadline:{id}", ground=reason, details=details)
            return _read(connection, id)

    def end(
        self, by: Actor, id: int, version: int, state: DeadlineState, day: date, reason: str
    ) -> Deadline:
        """The deadline was met, missed or cancelled on *day*. Raises EditedMeanwhile, NotFound."""
        with self._writing() as connection:
            before = edit(connection, DEADLINE, id, version, {"state": state.value, "ended": day})
            due = before["due"].isoformat()
            details = {"state": [before["state"], state.value], "day": day.isoformat(), "due": due}
            record(connection, by, f"deadline.{state.value}", f"deadline:{id}", ground=reason, details=details)
            return _read(connection, id)

    def run_again(self, by: Actor, id: int, version: int, reason: str) -> Deadline:
        """A deadline that was ended by mistake runs again. Raises EditedMeanwhile, NotFound."""
        with self._writing() as connection:
            values = {"state": DeadlineState.RUNNING.value, "ended": None}
            before = edit(connection, DEADLINE, id, version, values)
            details = {"state": [before["state"], DeadlineState.RUNNING.value]}
            record(connection, by, "deadline.runs-again", f"deadline:{id}", ground=reason, details=details)
            return _read(connection, id)

    def latest_instant(self) -> datetime | None:
        """The newest instant on record: of any decision, or of a deadline. None in an empty store."""
        with self._reading() as connection:
            # The decisions with the highest numbers: an index finds them, and they were the last to be written.
            query = select(TRAIL.c.instant).order_by(TRAIL.c.number.desc()).limit(50)
            found = [row.instant for row in connection.execute(query)]
            for column in (DEADLINE.c.created, DEADLINE_EXTENSION.c.instant):
                newest = connection.execute(select(func.max(column))).scalar()
                found += [] if newest is None else [newest if newest.tzinfo else newest.replace(tzinfo=UTC)]
        return max(found, default=None)


def _read(connection: Connection, id: int) -> Deadline:
    row = connection.execute(select(DEADLINE).where(DEADLINE.c.id == id)).first()
    if row is None:
        raise NotFound(
            f"Er is geen termijn met nummer {id}.",
            f"There is no deadline number {id}.",
            mend="eaa-checker deadline list",
        )
    return _deadlines(connection, [row])[0]


def _deadlines(connection: Connection, rows: Sequence[Any]) -> list[Deadline]:
    ids = [row.id for row in rows]
    findings: dict[int, list[int]] = {}
    query = select(DEADLINE_FINDING).where(among(connection, DEADLINE_FINDING.c.deadline_id, ids))
    for row in connection.execute(query.order_by(DEADLINE_FINDING.c.finding_id)):
        findings.setdefault(row.deadline_id, []).append(row.finding_id)
    extensions: dict[int, list[Extension]] = {}
    query = select(DEADLINE_EXTENSION).where(among(connection, DEADLINE_EXTENSION.c.deadline_id, ids))
    for row in connection.execute(query.order_by(DEADLINE_EXTENSION.c.deadline_id, DEADLINE_EXTENSION.c.number)):
        one = Extension(row.before, row.after, row.reason, row.author, row.instant)
        extensions.setdefault(row.deadline_id, []).append(one)
    return [
        Deadline(
            id=row.id,
            version=row.version,
            examination_id=row.examination_id,
            kind=DeadlineKind(row.kind),
            title=row.title,
            start=row.start,
            length=None if row.length_count is None else Length(row.length_count, Unit(row.length_unit)),
            due=row.due,
            first_due=row.first_due,
            state=DeadlineState(row.state),
            author=row.author,
            created=row.created,
            basis=row.basis,
            finding_ids=tuple(findings.get(row.id, ())),
            extensions=tuple(extensions.get(row.id, ())),
            ended=row.ended,
        )
        for row in rows
    ]
