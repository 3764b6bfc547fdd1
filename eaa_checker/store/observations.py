"""Reads back what was seen in a scan: observations with their places, captures, and what passed."""

from __future__ import annotations

import gc
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from eaa_checker.domain.capture import Capture, Part, PartKind, StateLine, StateOutcome
from eaa_checker.domain.observation import Observation, Place
from eaa_checker.domain.sample import PageState
from eaa_checker.errors import NotFound
from eaa_checker.store.addresses import address_key
from eaa_checker.store.database import Database, among
from eaa_checker.store.passages import VERDICTS, element_of, explanation_of, statement_of, witnesses_of
from eaa_checker.store.scans import known
from eaa_checker.store.schema import ADDRESS_LINE, CAPTURE, OBSERVATION, PAGE_STATE, PART, PASSAGE, PASSED, PLACE
from rules.contract import Verdict

_T = TypeVar("_T")

_MANY_PLACES = 5_000
"""Places held in memory at one time by `iterate_observations`, unless one observation alone has more."""

_RANK = case({verdict.value: rank for rank, verdict in enumerate(
    (Verdict.FAILED, Verdict.CANNOT_TELL, Verdict.PASSED, Verdict.INAPPLICABLE)
)}, value=OBSERVATION.c.verdict, else_=9)  # fmt: skip

_ORDER = (_RANK, OBSERVATION.c.page_count.desc(), OBSERVATION.c.place_count.desc(), OBSERVATION.c.id)
"""Failed first, then what stands on most pages."""


class Observations(Database):
    """The part of the store that is read when a scan is shown, exported or judged again."""

    def observations(
        self, scan_id: int, *, verdicts: Collection[Verdict] = (Verdict.FAILED,), places: int = 3
    ) -> list[Observation]:
        """The observations with one of these verdicts, each with its first *places* places.

        Failed first, then what stands on most pages. ``count`` and ``pages`` are over all places.
        A fingerprint can be there twice: failed on one page, cannot tell on another. Raises NotFound.
        """
        with self._reading() as connection:
            known(connection, scan_id)
            with _uncollected():
                return list(_observations(connection, _of_scan(scan_id, verdicts), places).values())

    def iterate_observations(
        self, scan_id: int, *, verdicts: Collection[Verdict] = tuple(Verdict), places: int = 1000
    ) -> Iterator[Observation]:
        """As `observations`, but streamed: memory holds a few thousand places, however large the scan.

        For an observation with more than *places* places (``count`` says so) read on with `observation_places`.
        The scan is as it was at the start, save that places added meanwhile may be there. Raises NotFound.
        """
        with self._reading() as connection:
            known(connection, scan_id)
            query = select(OBSERVATION.c.id, OBSERVATION.c.place_count).where(_of_scan(scan_id, verdicts))
            ids, sizes = array("q"), array("q")
            for number, size in connection.execute(query.order_by(*_ORDER).execution_options(yield_per=1000)):
                ids.append(number)
                sizes.append(min(size, places))
        for start, end in _bounded(sizes):
            # A transaction for each piece: a long one would keep the write-ahead log growing.
            with self._reading() as connection:
                wanted = ids[start:end].tolist()
                piece = _observations(connection, among(connection, OBSERVATION.c.id, wanted), places)
            yield from (piece[number] for number in wanted)

    def observation_places(
        self,
        scan_id: int,
        fingerprint: str,
        limit: int = 1000,
        offset: int = 0,
        *,
        verdict: Verdict | None = None,
    ) -> list[Place]:
        """Places of one observation in the order they were recorded, from *offset*, at most *limit*.

        Without *verdict* those of every verdict with that fingerprint, failed first. An unknown fingerprint has
        no places. Raises NotFound when there is no such scan.
        """
        query = (
            _places()
            .where(OBSERVATION.c.scan_id == scan_id, OBSERVATION.c.fingerprint == fingerprint)
            .order_by(_RANK, PLACE.c.number)
            .limit(limit)
            .offset(offset)
        )
        if verdict is not None:
            query = query.where(OBSERVATION.c.verdict == verdict.value)
        with self._reading() as connection:
            known(connection, scan_id)
            elements: _Elements = {}
            return [_place(row, elements) for row in connection.execute(query)]

    def captures(self, scan_id: int) -> list[Capture]:
        """All captures of the scan in the order they were stored. Raises NotFound."""
        with self._reading() as connection:
            known(connection, scan_id)
            query = select(CAPTURE).where(CAPTURE.c.scan_id == scan_id).order_by(CAPTURE.c.id)
            return _captures(connection, connection.execute(query).all())

    def capture(self, id: int) -> Capture:
        """The capture with that number. Raises NotFound."""
        with self._reading() as connection:
            found = _captures(connection, connection.execute(select(CAPTURE).where(CAPTURE.c.id == id)).all())
        if not found:
            raise NotFound(
                f"Er is geen momentopname met nummer {id}. Kies er een uit de scan.",
                f"There is no capture number {id}. Choose one from the scan.",
            )
        return found[0]

    def capture_at(self, scan_id: int, address: str) -> Capture | None:
        """The last capture of an address in a scan, in its default state where there is one; None for none."""
        with self._reading() as connection:
            query = (
                select(CAPTURE)
                .join(ADDRESS_LINE, ADDRESS_LINE.c.id == CAPTURE.c.address_line_id)
                .where(ADDRESS_LINE.c.scan_id == scan_id, ADDRESS_LINE.c.address_key == address_key(address))
                .order_by((CAPTURE.c.state == PageState.DEFAULT.value).desc(), CAPTURE.c.id.desc())
                .limit(1)
            )
            found = _captures(connection, connection.execute(query).all())
        return found[0] if found else None

    def state_lines(self, scan_id: int) -> list[StateLine]:
        """What came of each state that the scan asked of its pages besides the default one, page by page. Empty for
        a scan that asked none. Raises NotFound."""
        joined = (CAPTURE.c.address_line_id == PAGE_STATE.c.address_line_id) & (CAPTURE.c.state == PAGE_STATE.c.state)
        query = (
            select(
                ADDRESS_LINE.c.address,
                PAGE_STATE.c.state,
                PAGE_STATE.c.outcome,
                PAGE_STATE.c.reason_nl,
                PAGE_STATE.c.reason_en,
                CAPTURE.c.settled,
            )
            .select_from(PAGE_STATE)
            .join(ADDRESS_LINE, ADDRESS_LINE.c.id == PAGE_STATE.c.address_line_id)
            .outerjoin(CAPTURE, joined)
            .where(PAGE_STATE.c.scan_id == scan_id)
            .order_by(PAGE_STATE.c.address_line_id)
        )
        order = list(PageState)
        with self._reading() as connection:
            known(connection, scan_id)
            found = [
                StateLine(address, PageState(state), StateOutcome(outcome), nl, en, bool(settled))
                for address, state, outcome, nl, en, settled in connection.execute(query)
            ]
        places = {address: number for number, address in enumerate(dict.fromkeys(one.address for one in found))}
        return sorted(found, key=lambda one: (places[one.address], order.index(one.state)))

    def passed_counts(self, scan_id: int, state: str | None = None) -> dict[str, int]:
        """Rule id → number of targets that passed it in the whole scan, in all states or in one: a target that
        passed in two states counts twice. A rule that is absent passed nowhere: it failed, asked, did not apply or
        was not tested. Raises NotFound."""
        query = (
            select(PASSED.c.rule, func.sum(PASSED.c.targets))
            .join(CAPTURE, CAPTURE.c.id == PASSED.c.capture_id)
            .where(CAPTURE.c.scan_id == scan_id)
            .group_by(PASSED.c.rule)
            .order_by(PASSED.c.rule)
        )
        if state is not None:
            query = query.where(CAPTURE.c.state == state)
        with self._reading() as connection:
            known(connection, scan_id)
            return {rule: int(targets) for rule, targets in connection.execute(query).all()}


_Elements = dict[int, tuple[tuple[str, ...], str]]


def _of_scan(scan_id: int, verdicts: Collection[Verdict]) -> ColumnElement[bool]:
    return (OBSERVATION.c.scan_id == scan_id) & OBSERVATION.c.verdict.in_([verdict.value for verdict in verdicts])


def _places() -> Select[Any]:
    return (
        select(
            PLACE.c.observation_id,
            PLACE.c.number,
            PLACE.c.element_id,
            PASSAGE.c.body,
            func.coalesce(PLACE.c.address, CAPTURE.c.address),
            PLACE.c.x,
            PLACE.c.y,
            PLACE.c.width,
            PLACE.c.height,
            PLACE.c.indicative,
            PLACE.c.capture_id,
            PLACE.c.crop,
            CAPTURE.c.state,
        )
        .select_from(PLACE)
        .join(PASSAGE, PASSAGE.c.id == PLACE.c.element_id)
        .join(CAPTURE, CAPTURE.c.id == PLACE.c.capture_id)
        .join(OBSERVATION, OBSERVATION.c.id == PLACE.c.observation_id)
    )


def _place(row: Any, elements: _Elements) -> Place:
    _, _, element_id, body, address, x, y, width, height, indicative, capture_id, crop, state = row
    element = elements.get(element_id)
    if element is None:
        element = elements[element_id] = element_of(body)
    box = None if x is None or y is None or width is None or height is None else (x, y, width, height)
    return Place(address, element[0], element[1], box, indicative, capture_id, crop or "", state)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles, which goes over all that was just made again and again: a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _bounded(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ranges of *sizes* that hold at most a few thousand places and a few hundred observations together."""
    start = held = 0
    for position, size in enumerate(sizes):
        if position > start and (held + size > _MANY_PLACES or position - start >= 500):
            yield start, position
            start, held = position, 0
        held += size
    if start < len(sizes):
        yield start, len(sizes)


def _observations(connection: Connection, condition: ColumnElement[bool], first: int) -> dict[int, Observation]:
    """The observations that meet *condition*, in order and by number, each with the first of its places."""
    places: dict[int, list[Place]] = {}
    if first > 0:
        elements: _Elements = {}
        rows = [*connection.execute(_places().where(condition, PLACE.c.number < first)).all()]
        rows.sort(key=itemgetter(0, 1))  # here, since the database would sort the bodies along with the numbers
        for row in rows:
            places.setdefault(row[0], []).append(_place(row, elements))
    statements = _passages(connection, OBSERVATION.c.statement_id, condition, statement_of)
    explanations = _passages(connection, OBSERVATION.c.explanation_id, condition, explanation_of)
    witnesses = _passages(connection, OBSERVATION.c.witnesses_id, condition, witnesses_of)
    found: dict[int, Observation] = {}
    for row in connection.execute(_ROW.where(condition).order_by(*_ORDER)).all():
        id, fingerprint, verdict, rule, statement, explanation, seen_by, element, disputed, count, pages = row
        said = statements[statement]
        found[id] = Observation(
            fingerprint=fingerprint,
            rule=rule,
            verdict=VERDICTS[verdict],
            title=said.title,
            explanation=explanations[explanation],
            why=said.why,
            repair=said.repair,
            requirements=said.requirements,
            clauses=said.clauses,
            hits=said.hits,
            witnesses=witnesses[seen_by],
            places=tuple(places.get(id, ())),
            count=count,
            pages=pages,
            element=element,
            disputed=disputed,
        )
    return found


_ROW = select(
    OBSERVATION.c.id,
    OBSERVATION.c.fingerprint,
    OBSERVATION.c.verdict,
    OBSERVATION.c.rule,
    OBSERVATION.c.statement_id,
    OBSERVATION.c.explanation_id,
    OBSERVATION.c.witnesses_id,
    OBSERVATION.c.element,
    OBSERVATION.c.disputed,
    OBSERVATION.c.place_count,
    OBSERVATION.c.page_count,
)


def _passages(
    connection: Connection, column: ColumnElement[int], condition: ColumnElement[bool], read: Callable[[str], _T]
) -> dict[int, _T]:
    """What the passages say that *column* of the observations refers to."""
    query = select(PASSAGE.c.id, PASSAGE.c.body).where(PASSAGE.c.id.in_(select(column).where(condition)))
    return {number: read(body) for number, body in connection.execute(query).all()}


def _captures(connection: Connection, rows: Sequence[Any]) -> list[Capture]:
    parts: dict[int, list[Part]] = {row.id: [] for row in rows}
    query = select(PART).where(among(connection, PART.c.capture_id, parts))
    for row in connection.execute(query.order_by(PART.c.capture_id, PART.c.number)):
        parts[row.capture_id].append(_part(row))
    return [
        Capture(
            address=row.address,
            final_address=row.final_address,
            instant=row.instant,
            settled=row.settled,
            status=row.status,
            title=row.title,
            language=row.language,
            state=row.state,
            parts=tuple(parts[row.id]),
            timings=row.timings,
            notes=tuple(row.notes),
            id=row.id,
        )
        for row in rows
    ]


def _part(row: Any) -> Part:
    region = None if row.x is None else (row.x, row.y, row.width, row.height)
    return Part(PartKind(row.kind), row.sha256, row.size, row.media_type, row.label, region)
