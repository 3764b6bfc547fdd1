"""Visits to samples and what was seen in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from eaa_checker.domain.address import AddressLine, Ending
from eaa_checker.domain.sample import PageState, Visit
from eaa_checker.domain.scan import Scan, ScanOptions
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotAllowed, NotFound
from eaa_checker.store.addresses import lines_of
from eaa_checker.store.cases_schema import SAMPLE, SAMPLE_VISIT
from eaa_checker.store.database import Database, among
from eaa_checker.store.round_seals import require_unsealed
from eaa_checker.store.scans import insert_scan
from eaa_checker.store.schema import ADDRESS_LINE, CAPTURE, OBSERVATION, PLACE, SCAN
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit
from rules.contract import Verdict


class Seen(NamedTuple):
    """An observation on a page in one scan."""

    scan_id: int
    address: str
    """Of the line of the scan, so of the page as it was asked for."""
    rule: str
    fingerprint: str
    verdict: Verdict
    indicative: bool
    """The page had not settled."""
    state: str = "default"


class SampleVisits(Database):
    """The part of the store that knows visits to samples."""

    def visits(self, sample_id: int, round_id: int | None = None) -> list[Visit]:
        """The visits to a sample in their order, of one round or of all."""
        query = select(SAMPLE_VISIT).where(SAMPLE_VISIT.c.sample_id == sample_id)
        if round_id is not None:
            query = query.where(SAMPLE_VISIT.c.examination_round_id == round_id)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(SAMPLE_VISIT.c.examination_round_id, SAMPLE_VISIT.c.number))
            return [_visit(row) for row in rows]

    def visit_of(self, scan_id: int) -> Visit | None:
        """The visit that the scan made, if it made one."""
        with self._reading() as connection:
            row = connection.execute(select(SAMPLE_VISIT).where(SAMPLE_VISIT.c.scan_id == scan_id)).first()
            return None if row is None else _visit(row)

    def plan_visits(
        self, by: Actor, sample_id: int, round_id: int, moments: Sequence[datetime], reason: str = ""
    ) -> list[Visit]:
        """Adds a visit at each of *moments* to those of the round; gives all of them."""
        with self._writing() as connection:
            require_unsealed(connection, case_of(connection, sample_id), round_id=round_id)
            query = select(func.max(SAMPLE_VISIT.c.number)).where(
                SAMPLE_VISIT.c.sample_id == sample_id, SAMPLE_VISIT.c.examination_round_id == round_id
            )
            last = int(connection.execute(query).scalar() or 0)
            for number, moment in enumerate(moments, last + 1):
                connection.execute(
                    SAMPLE_VISIT.insert().values(
                        version=1,
                        sample_id=sample_id,
                        examination_round_id=round_id,
                        number=number,
                        planned=moment,
                        reason=reason,
                    )
                )
            details = {"round": round_id, "moments": [moment.isoformat() for moment in moments]}
            record(connection, by, "sample.visits-planned", f"sample:{sample_id}", ground=reason, details=details)
        return self.visits(sample_id, round_id)

    def start_visit(self, by: Actor, visit: Visit, options: ScanOptions, ground: str = "") -> Scan:
        """A waiting scan that makes the visit. Raises EditedMeanwhile when somebody else started it, NotFound."""
        with self._writing() as connection:
            require_unsealed(connection, case_of(connection, visit.sample_id), round_id=visit.round_id)
            target_id = connection.execute(select(SAMPLE.c.target_id).where(SAMPLE.c.id == visit.sample_id)).scalar()
            if target_id is None:
                raise NotFound(
                    f"Er is geen steekproef met nummer {visit.sample_id}.",
                    f"There is no sample number {visit.sample_id}.",
                )
            row = connection.execute(select(SAMPLE_VISIT).where(SAMPLE_VISIT.c.id == visit.id)).first()
            if row is not None and row.scan_id is not None:
                raise NotAllowed(
                    f"Bezoek {visit.number} is al begonnen (scan {row.scan_id}).",
                    f"Visit {visit.number} was begun already (scan {row.scan_id}).",
                )
            scan = insert_scan(connection, int(target_id), options)
            edit(connection, SAMPLE_VISIT, visit.id, visit.version, {"scan_id": scan.id})
            details = {"visit": visit.number, "round": visit.round_id, "scan": scan.id}
            record(connection, by, "sample.visited", f"sample:{visit.sample_id}", ground=ground, details=details)
            return scan

    def seen(self, scan_ids: Collection[int], verdicts: Collection[Verdict]) -> list[Seen]:
        """Every observation of the scans on each page where it stands, once for each state in which it was seen."""
        query = (
            select(
                OBSERVATION.c.scan_id,
                ADDRESS_LINE.c.address,
                OBSERVATION.c.rule,
                OBSERVATION.c.fingerprint,
                OBSERVATION.c.verdict,
                CAPTURE.c.settled,
                CAPTURE.c.state,
            )
            .select_from(PLACE)
            .join(OBSERVATION, OBSERVATION.c.id == PLACE.c.observation_id)
            .join(CAPTURE, CAPTURE.c.id == PLACE.c.capture_id)
            .join(ADDRESS_LINE, ADDRESS_LINE.c.id == CAPTURE.c.address_line_id)
            .where(OBSERVATION.c.verdict.in_([verdict.value for verdict in verdicts]))
            .distinct()
        )
        with self._reading() as connection:
            query = query.where(among(connection, OBSERVATION.c.scan_id, list(scan_ids)))
            return [
                Seen(scan_id, address, rule, fingerprint, Verdict(verdict), not settled, state)
                for scan_id, address, rule, fingerprint, verdict, settled, state in connection.execute(query)
            ]

    def lines(self, scan_ids: Collection[int]) -> dict[int, dict[str, AddressLine]]:
        """Of each scan its lines by address."""
        with self._reading() as connection:
            return {id: {line.address: line for line in lines_of(connection, id)} for id in scan_ids}

    def last_captures(self, target_id: int) -> dict[str, int]:
        """Address → number of its newest capture, in the default state, in the ended scans of the target."""
        query = (
            select(ADDRESS_LINE.c.address, func.max(CAPTURE.c.id))
            .join(CAPTURE, CAPTURE.c.address_line_id == ADDRESS_LINE.c.id)
            .join(SCAN, SCAN.c.id == ADDRESS_LINE.c.scan_id)
            .where(
                SCAN.c.target_id == target_id,
                SCAN.c.ended.is_not(None),
                CAPTURE.c.state == PageState.DEFAULT.value,
                ADDRESS_LINE.c.ending.in_([ending.value for ending in Ending if ending.tested]),
            )
            .group_by(ADDRESS_LINE.c.address)
        )
        with self._reading() as connection:
            return {address: int(number) for address, number in connection.execute(query)}


def case_of(connection: Connection, sample_id: int) -> int:
    """The case of a sample; 0 when there is no such sample, as whoever asks next will find."""
    return connection.execute(select(SAMPLE.c.examination_id).where(SAMPLE.c.id == sample_id)).scalar() or 0


def _visit(row: Any) -> Visit:
    return Visit(
        id=row.id,
        sample_id=row.sample_id,
        round_id=row.examination_round_id,
        number=row.number,
        planned=row.planned,
        scan_id=row.scan_id,
        reason=row.reason,
        version=row.version,
    )
