"""Cases and their rounds. A case stands in the table ``examination``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, select, update

from eaa_checker.domain.case import Case, CaseKind, CasePhase, CaseState, NewCase, Round
from eaa_checker.domain.signal import SignalState
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, BadInput, NotFound
from eaa_checker.store.cases_schema import (
    EXAMINATION,
    EXAMINATION_ROUND,
    EXAMINATION_TARGET,
    SAMPLE_VISIT,
    SIGNAL,
)
from eaa_checker.store.database import Database, among
from eaa_checker.store.organisations import name_key
from eaa_checker.store.schema import TARGET
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit


class Cases(Database):
    """The part of the store that knows cases."""

    def open(self, by: Actor, new: NewCase, edition: str, day: date) -> Case:
        """A new case in its first phase, with round 0. Its signals become linked.

        *edition*, *day*: the norm version and the examination date. Raises NotFound (target, signal, case).
        """
        now = datetime.now(UTC)
        values = {
            "version": 1,
            "kind": new.kind.value,
            "title": new.title,
            "purpose": new.purpose,
            "occasion": new.occasion,
            "edition": edition,
            "examination_date": day,
            "phase": CasePhase.SIGNAL.value,
            "state": CaseState.OPEN.value,
            "owner": new.owner,
            "number": "",
            "planned_from": new.planned_from,
            "planned_until": new.planned_until,
            "plan": new.plan,
            "opened": now,
            "opened_by": by.name,
            "end_reason": "",
            "follows_id": new.follows_id,
        }
        with self._writing() as connection:
            if new.follows_id is not None:
                read_case(connection, new.follows_id)
            key = connection.execute(EXAMINATION.insert().values(values)).inserted_primary_key
            assert key is not None
            number = int(key[0])
            _add_targets(connection, number, new.target_ids)
            connection.execute(
                EXAMINATION_ROUND.insert().values(
                    version=1, examination_id=number, number=0, opened=now, opened_by=by.name, reason=""
                )
            )
            details = {
                "kind": new.kind.value,
                "title": new.title,
                "edition": edition,
                "examination_date": day.isoformat(),
                "targets": list(dict.fromkeys(new.target_ids)),
                "signals": list(dict.fromkeys(new.signal_ids)),
                "follows": new.follows_id,
            }
            record(connection, by, "case.opened", f"case:{number}", ground=new.occasion, details=details)
            for signal_id in dict.fromkeys(new.signal_ids):
                _link(connection, by, signal_id, number)
            return read_case(connection, number)

    def case(self, id: int) -> Case:
        """Raises NotFound."""
        with self._reading() as connection:
            return read_case(connection, id)

    def numbered(self, number: str) -> Case | None:
        """The case with that case number (case and spacing do not matter)."""
        with self._reading() as connection:
            row = connection.execute(select(EXAMINATION).where(EXAMINATION.c.number_key == name_key(number))).first()
            return None if row is None else _cases(connection, [row])[0]

    def cases(
        self,
        *,
        states: Collection[CaseState] = (),
        phases: Collection[CasePhase] = (),
        kind: CaseKind | None = None,
        owner: str = "",
        target_id: int | None = None,
    ) -> list[Case]:
        """Cases that fit, newest first; no condition: all."""
        query = select(EXAMINATION).order_by(EXAMINATION.c.id.desc())
        if states:
            query = query.where(EXAMINATION.c.state.in_([state.value for state in states]))
        if phases:
            query = query.where(EXAMINATION.c.phase.in_([phase.value for phase in phases]))
        if kind is not None:
            query = query.where(EXAMINATION.c.kind == kind.value)
        if owner:
            query = query.where(EXAMINATION.c.owner == owner)
        if target_id is not None:
            of_target = select(EXAMINATION_TARGET.c.examination_id).where(EXAMINATION_TARGET.c.target_id == target_id)
            query = query.where(EXAMINATION.c.id.in_(of_target))
        with self._reading() as connection:
            return _cases(connection, connection.execute(query).all())

    def change(
        self,
        by: Actor,
        id: int,
        version: int,
        values: Mapping[str, Any],
        action: str,
        *,
        ground: str = "",
        details: dict[str, Any] | None = None,
        target_ids: Sequence[int] | None = None,
    ) -> Case:
        """Sets *values* (by column) and, when given, all its targets; records *action* with what stood there before.

        Raises NotFound, EditedMeanwhile.
        """
        with self._writing() as connection:
            before = edit(connection, EXAMINATION, id, version, values)
            told = {name: [_plain(before[name]), _plain(value)] for name, value in values.items() if name in before}
            told = {name: pair for name, pair in told.items() if pair[0] != pair[1]}
            if target_ids is not None:
                had = read_case(connection, id).target_ids
                connection.execute(delete(EXAMINATION_TARGET).where(EXAMINATION_TARGET.c.examination_id == id))
                _add_targets(connection, id, target_ids)
                told["targets"] = [list(had), sorted(set(target_ids))]
            record(connection, by, action, f"case:{id}", ground=ground, details={**told, **(details or {})})
            return read_case(connection, id)

    def give_number(self, by: Actor, id: int, version: int, number: str, *, ground: str = "") -> Case:
        """Sets the case number. Raises AlreadyExists when another case has it, NotFound, EditedMeanwhile."""
        key = name_key(number)
        with self._writing() as connection:
            other = connection.execute(
                select(EXAMINATION.c.id).where(EXAMINATION.c.number_key == key, EXAMINATION.c.id != id)
            ).scalar()
            if other is not None:
                raise AlreadyExists(
                    f"Zaaknummer {number} hoort al bij onderzoek {other}.",
                    f"Case number {number} belongs to case {other} already.",
                )
            before = edit(connection, EXAMINATION, id, version, {"number": number, "number_key": key})
            details = {"number": [before["number"], number]}
            record(connection, by, "case.numbered", f"case:{id}", ground=ground, details=details)
            return read_case(connection, id)

    # -- rounds -------------------------------------------------------------------------------------------------

    def rounds(self, case_id: int) -> list[Round]:
        """The rounds of a case in order. Raises NotFound."""
        with self._reading() as connection:
            read_case(connection, case_id)
            return _rounds(connection, EXAMINATION_ROUND.c.examination_id == case_id)

    def round(self, id: int) -> Round:
        """Raises NotFound."""
        with self._reading() as connection:
            return _round(connection, id)

    def open_round(
        self,
        by: Actor,
        case: Case,
        ground: str,
        planned_from: date | None = None,
        planned_until: date | None = None,
    ) -> Round:
        """The next round: the one before is closed and the case is in the phase of action. Raises EditedMeanwhile."""
        now = datetime.now(UTC)
        with self._writing() as connection:
            edit(connection, EXAMINATION, case.id, case.version, {"phase": CasePhase.ACTION.value})
            last = _rounds(connection, EXAMINATION_ROUND.c.examination_id == case.id)[-1]
            if last.closed is None:
                edit(connection, EXAMINATION_ROUND, last.id, last.version, {"closed": now})
            values = {
                "version": 1,
                "examination_id": case.id,
                "number": last.number + 1,
                "opened": now,
                "opened_by": by.name,
                "reason": ground,
                "planned_from": planned_from,
                "planned_until": planned_until,
            }
            key = connection.execute(EXAMINATION_ROUND.insert().values(values)).inserted_primary_key
            assert key is not None
            details = {"round": last.number + 1, "phase": [case.phase.value, CasePhase.ACTION.value]}
            record(connection, by, "case.round-opened", f"case:{case.id}", ground=ground, details=details)
            return _round(connection, int(key[0]))


def _link(connection: Connection, by: Actor, signal_id: int, case_id: int) -> None:
    row = connection.execute(select(SIGNAL).where(SIGNAL.c.id == signal_id)).first()
    if row is None:
        raise NotFound(
            f"Er is geen signaal met nummer {signal_id}.",
            f"There is no signal number {signal_id}.",
            mend="eaa-checker signal list",
        )
    if SignalState(row.state).settled:
        state = SignalState(row.state)
        raise BadInput(
            f"Signaal {signal_id} is {state.nl} en kan niet bij een onderzoek horen.",
            f"Signal {signal_id} is {state.en} and cannot belong to a case.",
        )
    values = {"examination_id": case_id, "state": SignalState.LINKED.value, "version": row.version + 1}
    connection.execute(update(SIGNAL).where(SIGNAL.c.id == signal_id).values(values))
    record(connection, by, "signal.linked", f"signal:{signal_id}", details={"case": case_id})


def _add_targets(connection: Connection, case_id: int, target_ids: Iterable[int]) -> None:
    for target_id in dict.fromkeys(target_ids):
        if connection.execute(select(TARGET.c.id).where(TARGET.c.id == target_id)).first() is None:
            raise NotFound(
                f"Er is geen object met nummer {target_id}. Bekijk welke objecten er zijn.",
                f"There is no target number {target_id}. See which targets there are.",
                mend="eaa-checker target list",
            )
        connection.execute(EXAMINATION_TARGET.insert().values(examination_id=case_id, target_id=target_id))


def read_case(connection: Connection, id: int) -> Case:
    row = connection.execute(select(EXAMINATION).where(EXAMINATION.c.id == id)).first()
    if row is None:
        raise NotFound(
            f"Er is geen onderzoek met nummer {id}. Bekijk welke onderzoeken er zijn.",
            f"There is no case number {id}. See which cases there are.",
            mend="eaa-checker case list",
        )
    return _cases(connection, [row])[0]


def _cases(connection: Connection, rows: Sequence[Any]) -> list[Case]:
    ids = [row.id for row in rows]
    targets: dict[int, list[int]] = {id: [] for id in ids}
    signals: dict[int, list[int]] = {id: [] for id in ids}
    table = EXAMINATION_TARGET.c
    query = select(table.examination_id, table.target_id).where(among(connection, table.examination_id, ids))
    for case_id, target_id in connection.execute(query.order_by(table.target_id)):
        targets[case_id].append(target_id)
    linked = select(SIGNAL.c.examination_id, SIGNAL.c.id).where(among(connection, SIGNAL.c.examination_id, ids))
    for case_id, signal_id in connection.execute(linked.order_by(SIGNAL.c.id)):
        signals[case_id].append(signal_id)
    return [
        Case(
            id=row.id,
            kind=CaseKind(row.kind),
            title=row.title,
            purpose=row.purpose,
            occasion=row.occasion,
            edition=row.edition,
            examination_date=row.examination_date,
            phase=CasePhase(row.phase),
            state=CaseState(row.state),
            owner=row.owner,
            opened=row.opened,
            opened_by=row.opened_by,
            number=row.number,
            planned_from=row.planned_from,
            planned_until=row.planned_until,
            plan=row.plan,
            ended=row.ended,
            end_reason=row.end_reason,
            follows_id=row.follows_id,
            target_ids=tuple(targets[row.id]),
            signal_ids=tuple(signals[row.id]),
            version=row.version,
        )
        for row in rows
    ]


def _round(connection: Connection, id: int) -> Round:
    found = _rounds(connection, EXAMINATION_ROUND.c.id == id)
    if not found:
        raise NotFound(f"Er is geen onderzoeksronde met nummer {id}.", f"There is no round number {id}.")
    return found[0]


def _rounds(connection: Connection, condition: ColumnElement[bool]) -> list[Round]:
    rows = connection.execute(select(EXAMINATION_ROUND).where(condition).order_by(EXAMINATION_ROUND.c.number)).all()
    scans: dict[int, list[int]] = {row.id: [] for row in rows}
    visit = SAMPLE_VISIT.c
    query = select(visit.examination_round_id, visit.scan_id).where(
        visit.scan_id.is_not(None), among(connection, visit.examination_round_id, list(scans))
    )
    for round_id, scan_id in connection.execute(query.order_by(visit.sample_id, visit.number)):
        scans[round_id].append(scan_id)
    return [
        Round(
            id=row.id,
            case_id=row.examination_id,
            number=row.number,
            opened=row.opened,
            opened_by=row.opened_by,
            reason=row.reason,
            planned_from=row.planned_from,
            planned_until=row.planned_until,
            closed=row.closed,
            scan_ids=tuple(scans[row.id]),
            version=row.version,
        )
        for row in rows
    ]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (date, datetime)) else value
