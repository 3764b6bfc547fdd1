"""Keeps a page of a scan: its capture, what was seen on it and the addresses it named, in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from eaa_checker.domain.address import AddressLine
from eaa_checker.domain.capture import Capture, StateSeen
from eaa_checker.domain.observation import Observation, Witness
from eaa_checker.store.addresses import address_key, insert_lines, write_line
from eaa_checker.store.columns import clean
from eaa_checker.store.database import Database, among, insert_rows
from eaa_checker.store.passages import (
    element_body,
    explanation_body,
    keep,
    recall,
    statement_body,
    witnesses_body,
    witnesses_of,
)
from eaa_checker.store.scans import changeable
from eaa_checker.store.schema import ADDRESS_LINE, CAPTURE, OBSERVATION, PAGE_STATE, PART, PASSED, PLACE

_Key = tuple[str, str]
"""Fingerprint and verdict."""

_NO_BOX = (None, None, None, None)


class Pages(Database):
    """The part of the store that a worker writes pages to."""

    def store_page(
        self,
        scan_id: int,
        line: AddressLine,
        capture: Capture | None,
        observations: Sequence[Observation],
        found: Sequence[AddressLine] = (),
        passed: Mapping[str, int] | None = None,
        states: Sequence[StateSeen] = (),
    ) -> int | None:
        """Keep everything of one page at once, so that being killed loses at most the page in progress.

        *line*: how the visit ended. *capture*: what was recorded; its parts must be in the evidence store.
        *observations*: each with the places on this page only; the same fingerprint and verdict on another page
        of the scan is the same observation. *found*: addresses the page named; known ones are passed over.
        *passed*: rule id → number of targets on this page that passed it. *states*: what came of its other states.
        Gives the number of the capture. A page that the scan has in that state already is left as it is and
        its number given, so a page repeated by a resumed scan doubles nothing.

        Raises NotFound, EndedScanIsImmutable, StoreIsFull, StoreIsLocked; ValueError when something was seen or
        passed without a capture to rest on.
        """
        if capture is None and (observations or passed or states):
            raise ValueError("an observation rests on a capture")
        if any(one.capture is None and (one.observations or one.passed) for one in states):
            raise ValueError("an observation in a state rests on a capture in that state")
        with self._writing() as connection:
            changeable(connection, scan_id)
            number = None if capture is None else _known_capture(connection, scan_id, line, capture)
            if number is None:
                line_id = write_line(connection, scan_id, line)
                if capture is not None:
                    number = _insert_seen(connection, scan_id, line_id, capture, observations, passed or {})
                    _insert_states(connection, scan_id, line_id, states)
            insert_lines(connection, scan_id, found)
            return number


def _insert_seen(
    connection: Connection,
    scan_id: int,
    line_id: int,
    capture: Capture,
    observations: Sequence[Observation],
    passed: Mapping[str, int],
) -> int:
    number = _insert_capture(connection, scan_id, line_id, capture)
    seen = _seen_before(connection, line_id, number)
    _insert_observations(connection, scan_id, number, capture.address, observations, seen)
    _insert_passed(connection, number, passed)
    return number


def _insert_states(connection: Connection, scan_id: int, line_id: int, states: Sequence[StateSeen]) -> None:
    for one in states:
        line = one.line
        if one.capture is not None:
            _insert_seen(connection, scan_id, line_id, one.capture, one.observations, one.passed)
        values = {
            "address_line_id": line_id,
            "state": line.state.value,
            "scan_id": scan_id,
            "outcome": line.outcome.value,
            "reason_nl": clean(line.nl),
            "reason_en": clean(line.en),
        }
        connection.execute(PAGE_STATE.insert().values(values))


def _known_capture(connection: Connection, scan_id: int, line: AddressLine, capture: Capture) -> int | None:
    query = (
        select(CAPTURE.c.id)
        .join(ADDRESS_LINE, ADDRESS_LINE.c.id == CAPTURE.c.address_line_id)
        .where(
            ADDRESS_LINE.c.scan_id == scan_id,
            ADDRESS_LINE.c.address_key == address_key(line.address),
            CAPTURE.c.state == capture.state,
        )
    )
    number: int | None = connection.execute(query).scalar()
    return number


def _insert_capture(connection: Connection, scan_id: int, line_id: int, capture: Capture) -> int:
    values = {
        "scan_id": scan_id,
        "address_line_id": line_id,
        "address": capture.address,
        "final_address": capture.final_address,
        "instant": capture.instant,
        "settled": capture.settled,
        "status": capture.status,
        "title": capture.title,
        "language": capture.language,
        "state": capture.state,
        "timings": capture.timings,
        "notes": list(capture.notes),
    }
    key = connection.execute(CAPTURE.insert().values(values)).inserted_primary_key
    assert key is not None
    number = int(key[0])
    parts = [
        {
            "capture_id": number,
            "number": order,
            "kind": part.kind.value,
            "sha256": part.sha256,
            "size": part.size,
            "media_type": part.media_type,
            "label": part.label,
            **_box(part.region),
        }
        for order, part in enumerate(capture.parts)
    ]
    if parts:
        connection.execute(PART.insert(), parts)
    return number


def _box(box: tuple[float, float, float, float] | None) -> dict[str, float | None]:
    x, y, width, height = box or _NO_BOX
    return {"x": x, "y": y, "width": width, "height": height}


def _seen_before(connection: Connection, line_id: int, capture_id: int) -> frozenset[int]:
    """The observations that other states of the same page have already: they count the page once."""
    others = select(CAPTURE.c.id).where(CAPTURE.c.address_line_id == line_id, CAPTURE.c.id != capture_id)
    query = select(PLACE.c.observation_id).where(PLACE.c.capture_id.in_(others)).distinct()
    return frozenset(connection.execute(query).scalars())


def _insert_observations(
    connection: Connection,
    scan_id: int,
    capture_id: int,
    address: str,
    observations: Sequence[Observation],
    seen: frozenset[int],
) -> None:
    merged: dict[_Key, list[Observation]] = {}
    for observation in observations:
        merged.setdefault((observation.fingerprint, observation.verdict.value), []).append(observation)
    if not merged:
        return
    rows = _rows(connection, scan_id, merged)
    earlier = recall(connection, (row.witnesses_id for row in rows.values()))
    witnesses = {key: _union(*(observation.witnesses for observation in group)) for key, group in merged.items()}
    for key, row in rows.items():
        witnesses[key] = _union(witnesses_of(earlier[row.witnesses_id]), witnesses[key])
    places = {key: [place for observation in group for place in observation.places] for key, group in merged.items()}
    said = {
        key: (statement_body(group[0]), explanation_body(group[0]), witnesses_body(witnesses[key]))
        for key, group in merged.items()
    }
    elements = {key: [element_body(place) for place in here] for key, here in places.items()}
    numbers = keep(connection, (body for bodies in (*said.values(), *elements.values()) for body in bodies))

    new: list[tuple[Any, ...]] = []
    changed: list[dict[str, Any]] = []
    for key, group in merged.items():
        here = len(places[key])
        disputed = any(observation.disputed for observation in group)
        if key not in rows:
            first = group[0]
            texts = [numbers[body] for body in said[key]]
            new.append((scan_id, *key, clean(first.rule), *texts, clean(first.element), disputed, here, min(here, 1)))
            continue
        row = rows[key]
        changed.append(
            {
                "row": row.id,
                "place_count": row.place_count + here,
                "page_count": row.page_count + (1 if here and row.id not in seen else 0),
                "disputed": row.disputed or disputed,
                "witnesses_id": numbers[said[key][2]],
            }
        )
    insert_rows(connection, OBSERVATION, _OBSERVATION, new)
    if changed:
        change: dict[str, Any] = {name: bindparam(name) for name in changed[0] if name != "row"}
        connection.execute(update(OBSERVATION).where(OBSERVATION.c.id == bindparam("row")).values(change), changed)

    start = {key: row.place_count for key, row in rows.items()}
    if new:
        rows = _rows(connection, scan_id, merged)
    lines: list[tuple[Any, ...]] = []
    for key, here_too in places.items():
        for number, (place, body) in enumerate(zip(here_too, elements[key], strict=True), start.get(key, 0)):
            other = None if place.address == address else clean(place.address)
            box = place.box or _NO_BOX
            crop = place.crop or None
            lines.append((rows[key].id, number, capture_id, numbers[body], other, *box, place.indicative, crop))
    insert_rows(connection, PLACE, _PLACE, lines)


_OBSERVATION = (
    "scan_id", "fingerprint", "verdict", "rule", "statement_id", "explanation_id", "witnesses_id", "element",
    "disputed", "place_count", "page_count",
)  # fmt: skip
_PLACE = (
    "observation_id", "number", "capture_id", "element_id", "address", "x", "y", "width", "height", "indicative",
    "crop",
)  # fmt: skip


def _rows(connection: Connection, scan_id: int, wanted: Collection[_Key]) -> dict[_Key, Any]:
    """Those of the observations that the scan has."""
    query = select(
        OBSERVATION.c.id,
        OBSERVATION.c.fingerprint,
        OBSERVATION.c.verdict,
        OBSERVATION.c.place_count,
        OBSERVATION.c.page_count,
        OBSERVATION.c.witnesses_id,
        OBSERVATION.c.disputed,
    ).where(
        OBSERVATION.c.scan_id == scan_id,
        among(connection, OBSERVATION.c.fingerprint, {fingerprint for fingerprint, _ in wanted}),
    )
    rows = {(row[1], row[2]): row for row in connection.execute(query)}
    return {key: rows[key] for key in wanted if key in rows}


def _union(*groups: Sequence[Witness]) -> tuple[Witness, ...]:
    """Each engine's rule and verdict once, in its first words: its message may differ from place to place."""
    said: dict[tuple[str, str, str], Witness] = {}
    for group in groups:
        for witness in group:
            said.setdefault((witness.engine, witness.rule, witness.verdict), witness)
    return tuple(said.values())


def _insert_passed(connection: Connection, capture_id: int, passed: Mapping[str, int]) -> None:
    rows = [(capture_id, clean(rule), number) for rule, number in passed.items()]
    insert_rows(connection, PASSED, ("capture_id", "rule", "targets"), rows)
