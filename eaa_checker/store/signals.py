"""Signals, and apart from them who reported them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from eaa_checker.domain.signal import NewSignal, Reporter, Signal, SignalSource, SignalState, SignalWeight
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotFound
from eaa_checker.store.cases_schema import SIGNAL, SIGNAL_REPORTER
from eaa_checker.store.database import Database
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit


class Signals(Database):
    """The part of the store that knows signals. No decision in the trail ever names a reporter."""

    def add(self, by: Actor, new: NewSignal, reporter: Reporter | None = None) -> Signal:
        """A new signal, with the identity of its *reporter* kept apart."""
        values = {
            "source": new.source.value,
            "received": new.received,
            "description": new.description,
            "weight": new.weight.value,
            "confidential": new.confidential,
            "state": SignalState.NEW.value,
            "entered": datetime.now(UTC),
            "entered_by": by.name,
            "organisation_id": new.organisation_id,
            "target_id": new.target_id,
            "reason": "",
            "forwarded_to": "",
            "reporter_kept": reporter is not None,
            "version": 1,
        }
        with self._writing() as connection:
            key = connection.execute(SIGNAL.insert().values(values)).inserted_primary_key
            assert key is not None
            number = int(key[0])
            if reporter is not None:
                _keep_reporter(connection, number, reporter)
            details = {
                "source": new.source.value,
                "received": new.received.isoformat(),
                "weight": new.weight.value,
                "confidential": new.confidential,
                "organisation": new.organisation_id,
                "target": new.target_id,
            }
            record(connection, by, "signal.added", f"signal:{number}", details=details)
            return _read(connection, number)

    def signal(self, id: int) -> Signal:
        """Raises NotFound."""
        with self._reading() as connection:
            return _read(connection, id)

    def signals(
        self,
        *,
        states: Collection[SignalState] = (),
        source: SignalSource | None = None,
        organisation_id: int | None = None,
        target_id: int | None = None,
        case_id: int | None = None,
    ) -> list[Signal]:
        """Signals that fit, newest first; none of the conditions: all."""
        query = select(SIGNAL).order_by(SIGNAL.c.received.desc(), SIGNAL.c.id.desc())
        if states:
            query = query.where(SIGNAL.c.state.in_([state.value for state in states]))
        if source is not None:
            query = query.where(SIGNAL.c.source == source.value)
        for column, wanted in (
            (SIGNAL.c.organisation_id, organisation_id),
            (SIGNAL.c.target_id, target_id),
            (SIGNAL.c.examination_id, case_id),
        ):
            if wanted is not None:
                query = query.where(column == wanted)
        with self._reading() as connection:
            return [_signal(row) for row in connection.execute(query)]

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
        other: tuple[int, int, Mapping[str, Any]] | None = None,
    ) -> Signal:
        """Sets *values* (by column) and records *action*. *other*: number, version and values of a second signal
        that changes along (the one merged into). Raises NotFound, EditedMeanwhile."""
        with self._writing() as connection:
            edit(connection, SIGNAL, id, version, values)
            if other is not None:
                edit(connection, SIGNAL, *other)
            record(connection, by, action, f"signal:{id}", ground=ground, details=details)
            return _read(connection, id)

    def link(self, by: Actor, id: int, version: int, case_id: int, *, ground: str = "") -> Signal:
        """Links the signal to a case; recorded with both. Raises NotFound, EditedMeanwhile."""
        with self._writing() as connection:
            values = {"examination_id": case_id, "state": SignalState.LINKED.value}
            edit(connection, SIGNAL, id, version, values)
            record(connection, by, "signal.linked", f"signal:{id}", ground=ground, details={"case": case_id})
            record(connection, by, "case.signal-linked", f"case:{case_id}", ground=ground, details={"signal": id})
            return _read(connection, id)

    # -- who reported -------------------------------------------------------------------------------------------

    def reporter(self, by: Actor, id: int, ground: str) -> Reporter | None:
        """Who reported the signal, for the eyes of *by*; that they looked, and why, is recorded. Raises NotFound."""
        with self._writing() as connection:
            _read(connection, id)
            row = connection.execute(select(SIGNAL_REPORTER).where(SIGNAL_REPORTER.c.signal_id == id)).first()
            record(connection, by, "signal.reporter-seen", f"signal:{id}", ground=ground)
            return None if row is None else Reporter(row.name, row.contact, row.remark)

    def keep_reporter(self, by: Actor, id: int, version: int, reporter: Reporter) -> Signal:
        """Keeps who reported, in place of what was kept. Raises NotFound, EditedMeanwhile."""
        with self._writing() as connection:
            edit(connection, SIGNAL, id, version, {"reporter_kept": True})
            connection.execute(delete(SIGNAL_REPORTER).where(SIGNAL_REPORTER.c.signal_id == id))
            _keep_reporter(connection, id, reporter)
            record(connection, by, "signal.reporter-kept", f"signal:{id}")
            return _read(connection, id)

    def forget_reporter(self, by: Actor, id: int, version: int, ground: str) -> Signal:
        """Destroys what is known of the reporter. Raises NotFound, EditedMeanwhile."""
        with self._writing() as connection:
            edit(connection, SIGNAL, id, version, {"reporter_kept": False})
            connection.execute(delete(SIGNAL_REPORTER).where(SIGNAL_REPORTER.c.signal_id == id))
            record(connection, by, "signal.reporter-forgotten", f"signal:{id}", ground=ground)
            return _read(connection, id)

    def gives_away(self, id: int, *texts: str) -> bool:
        """One of *texts* names the reporter of the signal. The identity itself is not given out."""
        with self._reading() as connection:
            row = connection.execute(select(SIGNAL_REPORTER).where(SIGNAL_REPORTER.c.signal_id == id)).first()
        return row is not None and any(Reporter(row.name, row.contact).named_in(text) for text in texts)


def _keep_reporter(connection: Connection, number: int, reporter: Reporter) -> None:
    connection.execute(
        SIGNAL_REPORTER.insert().values(
            signal_id=number, name=reporter.name, contact=reporter.contact, remark=reporter.remark
        )
    )


def _read(connection: Connection, id: int) -> Signal:
    row = connection.execute(select(SIGNAL).where(SIGNAL.c.id == id)).first()
    if row is None:
        raise NotFound(
            f"Er is geen signaal met nummer {id}. Bekijk welke signalen er zijn.",
            f"There is no signal number {id}. See which signals there are.",
            mend="eaa-checker signal list",
        )
    return _signal(row)


def _signal(row: Any) -> Signal:
    return Signal(
        id=row.id,
        source=SignalSource(row.source),
        received=row.received,
        description=row.description,
        weight=SignalWeight(row.weight),
        confidential=row.confidential,
        state=SignalState(row.state),
        entered=row.entered,
        entered_by=row.entered_by,
        organisation_id=row.organisation_id,
        target_id=row.target_id,
        case_id=row.examination_id,
        merged_into_id=row.merged_into_id,
        reason=row.reason,
        forwarded_to=row.forwarded_to,
        reporter_kept=row.reporter_kept,
        version=row.version,
    )
