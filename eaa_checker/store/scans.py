"""Scans: how one is made, claimed by a worker, stopped, ended, and read back."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, or_, select, update

from eaa_checker.domain.address import Ending
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import Profile, Scan, ScanOptions, ScanState
from eaa_checker.errors import NotFound, ScanIsTaken
from eaa_checker.store.database import Database
from eaa_checker.store.figures import write_figures
from eaa_checker.store.organisations import target_rows
from eaa_checker.store.schema import ADDRESS_LINE, SCAN
from eaa_checker.store.translation import ended

STALE_AFTER = 60.0
"""Seconds without a sign of life after which a worker counts as dead."""

_FREE = (ScanState.WAITING, ScanState.INTERRUPTED)


class Scans(Database):
    """The part of the store that knows scans."""

    def new_scan(self, target_id: int, options: ScanOptions) -> Scan:
        """A waiting scan of a target. Raises NotFound when there is no such target."""
        with self._writing() as connection:
            return insert_scan(connection, target_id, options)

    def scan(self, id: int) -> Scan:
        """The scan, with counts up to this moment. Raises NotFound."""
        with self._reading() as connection:
            return read_scan(connection, id)

    def scans(self, target_id: int | None = None, *, states: Collection[ScanState] = ()) -> list[Scan]:
        """All scans, or those of one target, or in one of some states; newest first."""
        query = select(SCAN).order_by(SCAN.c.id.desc())
        if target_id is not None:
            query = query.where(SCAN.c.target_id == target_id)
        if states:
            query = query.where(SCAN.c.state.in_([state.value for state in states]))
        with self._reading() as connection:
            rows = connection.execute(query).all()
            counts = _counts(connection, (row.id for row in rows if not ScanState(row.state).ended))
            return [_scan(row, counts.get(row.id)) for row in rows]

    def claim_scan(self, id: int, worker: str, *, stale_after: float = STALE_AFTER) -> Scan:
        """Make *worker* the one that runs the scan, so that no two workers ever run it at once.

        A scan that runs already can be taken over when its worker gave no sign of life for *stale_after*
        seconds; 0 takes it over at once, for a worker that is known to be dead. Resuming an interrupted scan
        drops an earlier request to stop it.
        Raises ScanIsTaken, EndedScanIsImmutable, NotFound.
        """
        now = datetime.now(UTC)
        patience = timedelta(seconds=stale_after)
        free = or_(
            SCAN.c.state.in_([state.value for state in _FREE]),
            (SCAN.c.state == ScanState.RUNNING.value)
            & or_(
                SCAN.c.heartbeat.is_(None),
                SCAN.c.heartbeat <= now - patience,
                SCAN.c.heartbeat >= now + patience,  # the clock was set back
            ),
        )
        values = {
            "state": ScanState.RUNNING.value,
            "worker": worker,
            "heartbeat": now,
            "started": func.coalesce(SCAN.c.started, now),
            "stop_requested": SCAN.c.stop_requested & (SCAN.c.state != ScanState.INTERRUPTED.value),
        }
        with self._writing() as connection:
            changeable(connection, id)
            # One statement decides, so that also on PostgreSQL one of two workers loses.
            if connection.execute(update(SCAN).where(SCAN.c.id == id, free).values(values)).rowcount == 0:
                raise _taken(id, connection.execute(select(SCAN.c.worker).where(SCAN.c.id == id)).scalar_one())
            return read_scan(connection, id)

    def heartbeat(self, id: int, worker: str) -> None:
        """A sign of life of the worker that runs the scan; give one at least every 20 seconds.

        Raises ScanIsTaken when it runs the scan no longer (it was interrupted or taken over),
        EndedScanIsImmutable, NotFound.
        """
        mine = (SCAN.c.id == id) & (SCAN.c.worker == worker) & (SCAN.c.state == ScanState.RUNNING.value)
        with self._writing() as connection:
            changeable(connection, id)
            if connection.execute(update(SCAN).where(mine).values(heartbeat=datetime.now(UTC))).rowcount == 0:
                raise _taken(id, connection.execute(select(SCAN.c.worker).where(SCAN.c.id == id)).scalar_one())

    def set_circumstances(self, id: int, circumstances: Mapping[str, Any]) -> None:
        """Replace what is recorded of how the scan looked: versions (rule book, browser, tool), viewport, who.

        Values must be fit for JSON. Raises EndedScanIsImmutable, NotFound.
        """
        self._change(id, circumstances=dict(circumstances))

    def interrupt_scan(self, id: int) -> None:
        """Let go of the scan so that it can be resumed. Raises EndedScanIsImmutable, NotFound."""
        self._change(id, state=ScanState.INTERRUPTED.value, worker="", heartbeat=None)

    def interrupt_stale(self, stale_after: float = STALE_AFTER) -> int:
        """Let go of running scans whose worker gave no sign of life for *stale_after* seconds; how many."""
        stale = (SCAN.c.state == ScanState.RUNNING.value) & (
            SCAN.c.heartbeat <= datetime.now(UTC) - timedelta(seconds=stale_after)
        )
        with self._reading() as connection:
            if connection.execute(select(SCAN.c.id).where(stale)).first() is None:
                return 0
        with self._writing() as connection:
            values = {"state": ScanState.INTERRUPTED.value, "worker": "", "heartbeat": None}
            return connection.execute(update(SCAN).where(stale).values(values)).rowcount

    def request_stop(self, id: int) -> None:
        """Ask whoever runs the scan to stop it. Raises EndedScanIsImmutable, NotFound."""
        self._change(id, stop_requested=True)

    def stop_requested(self, id: int) -> bool:
        """Somebody asked to stop the scan. Raises NotFound."""
        with self._reading() as connection:
            asked = connection.execute(select(SCAN.c.stop_requested).where(SCAN.c.id == id)).scalar()
        if asked is None:
            raise _unknown(id)
        return bool(asked)

    def end_scan(self, id: int, state: ScanState, error_nl: str = "", error_en: str = "") -> Scan:
        """End the scan for good, with its counts; from now on nothing of it can change.

        *state* must be an ended one (ValueError otherwise); *error_nl*, *error_en*: why it ended badly.
        Raises EndedScanIsImmutable when it had ended before, NotFound.
        """
        if not state.ended:
            raise ValueError(f"{state.value} is not an end")
        with self._writing() as connection:
            changeable(connection, id)
            found, tested, failed = _counts(connection, [id])[id]
            error = json.dumps({"nl": error_nl, "en": error_en}) if error_nl or error_en else ""
            values = {
                "state": state.value,
                "ended": datetime.now(UTC),
                "heartbeat": None,
                "found": found,
                "tested": tested,
                "failed": failed,
                "error": error,
            }
            connection.execute(update(SCAN).where(SCAN.c.id == id).values(values))
            write_figures(connection, id)
            return read_scan(connection, id)

    def _change(self, id: int, **values: Any) -> None:
        with self._writing() as connection:
            changeable(connection, id)
            connection.execute(update(SCAN).where(SCAN.c.id == id).values(values))


def insert_scan(connection: Connection, target_id: int, options: ScanOptions) -> Scan:
    """A waiting scan of a target. Raises NotFound when there is no such target."""
    target = _target(connection, target_id)
    values = {
        "target_id": target.id,
        "target_name": target.name,
        "organisation_name": target.organisation_name,
        "address": target.address,
        "state": ScanState.WAITING.value,
        "options": dataclasses.asdict(options),
        "circumstances": {},
        "created": datetime.now(UTC),
        "worker": "",
        "stop_requested": False,
        "found": 0,
        "tested": 0,
        "failed": 0,
        "error": "",
    }
    key = connection.execute(SCAN.insert().values(values)).inserted_primary_key
    assert key is not None
    return read_scan(connection, int(key[0]))


def changeable(connection: Connection, scan_id: int) -> None:
    """Raises NotFound when there is no such scan, and EndedScanIsImmutable when it has ended.

    The triggers hold the same; this gives the better sentence. FOR UPDATE keeps the scan from being ended
    meanwhile on PostgreSQL; SQLite has one writer anyhow.
    """
    query = select(SCAN.c.state).where(SCAN.c.id == scan_id).with_for_update()
    state = connection.execute(query).scalar()
    if state is None:
        raise _unknown(scan_id)
    if ScanState(state).ended:
        raise ended(scan_id)


def known(connection: Connection, scan_id: int) -> None:
    """Raises NotFound when there is no such scan."""
    if connection.execute(select(SCAN.c.id).where(SCAN.c.id == scan_id)).first() is None:
        raise _unknown(scan_id)


def read_scan(connection: Connection, scan_id: int) -> Scan:
    """The scan, counts included. Raises NotFound."""
    row = connection.execute(select(SCAN).where(SCAN.c.id == scan_id)).first()
    if row is None:
        raise _unknown(scan_id)
    counts = None if ScanState(row.state).ended else _counts(connection, [scan_id])[scan_id]
    return _scan(row, counts)


def _unknown(scan_id: int) -> NotFound:
    return NotFound(
        f"Er is geen scan met nummer {scan_id}. Bekijk welke scans er zijn.",
        f"There is no scan number {scan_id}. See which scans there are.",
        mend="eaa-checker scans",
    )


def _taken(scan_id: int, worker: str) -> ScanIsTaken:
    nl = f"door een ander werkproces ({worker})" if worker else "niet meer door dit werkproces"
    en = f"by another worker ({worker})" if worker else "no longer by this worker"
    return ScanIsTaken(
        f"Scan {scan_id} wordt {nl} uitgevoerd. Wacht tot die klaar is, of stop de scan eerst.",
        f"Scan {scan_id} is run {en}. Wait until it is done, or stop the scan first.",
    )


def _target(connection: Connection, target_id: int) -> Target:
    found = target_rows(connection, target_id)
    if not found:
        raise NotFound(
            f"Er is geen object met nummer {target_id}. Bekijk welke objecten er zijn.",
            f"There is no target number {target_id}. See which targets there are.",
            mend="eaa-checker target list",
        )
    return found[0]


def _counts(connection: Connection, scan_ids: Iterable[int]) -> dict[int, tuple[int, int, int]]:
    """Addresses found, tested and failed of each scan."""
    counts = dict.fromkeys(scan_ids, (0, 0, 0))
    query = (
        select(ADDRESS_LINE.c.scan_id, ADDRESS_LINE.c.ending, func.count())
        .where(ADDRESS_LINE.c.scan_id.in_(list(counts)))
        .group_by(ADDRESS_LINE.c.scan_id, ADDRESS_LINE.c.ending)
    )
    for scan_id, value, number in connection.execute(query):
        found, tested, failed = counts[scan_id]
        ending = Ending(value)
        counts[scan_id] = (found + number, tested + number * ending.tested, failed + number * ending.failed)
    return counts


_OPTION_NAMES = frozenset(field.name for field in dataclasses.fields(ScanOptions))


def _scan(row: Any, counts: tuple[int, int, int] | None) -> Scan:
    found, tested, failed = counts or (row.found, row.tested, row.failed)
    return Scan(
        id=row.id,
        target_id=row.target_id,
        target_name=row.target_name,
        organisation_name=row.organisation_name,
        address=row.address,
        state=ScanState(row.state),
        options=_options(row.options),
        created=row.created,
        started=row.started,
        ended=row.ended,
        circumstances=row.circumstances,
        found=found,
        tested=tested,
        failed=failed,
        error=row.error,
    )


def _options(stored: Mapping[str, Any]) -> ScanOptions:
    """Options as stored by this version or an earlier one: what it did not know yet has its default."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in stored.items()
        if name in _OPTION_NAMES
    }
    if "profile" in values:
        values["profile"] = Profile(values["profile"])
    if "states" in values:
        values["states"] = tuple(PageState(state) for state in values["states"])
    return ScanOptions(**values)
