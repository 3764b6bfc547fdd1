"""A database as large as the whole supervision: 500 organisations, 2,000 targets, 5,000 scans, a million observations.

Written past the store, with its own tables and triggers: the same database at every run, in about a minute. The
observations are spread over all scans, or stand together in one: the largest that there can be to export.
"""

from __future__ import annotations

import hashlib
import json
import random
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Boolean, Date, DateTime, Float, Integer, LargeBinary
from sqlalchemy.types import TypeDecorator

from eaa_checker.domain.finding import Exemption, FindingState, Impact
from eaa_checker.store import Store
from eaa_checker.store.every_table import METADATA

ORGANISATIONS, TARGETS, SCANS, OBSERVATIONS, FINDINGS = 500, 2_000, 5_000, 1_000_000, 10_000
CASES, PAGES = 500, 4
KINDS = ("Politie", "Veiligheidsregio", "Brandweer", "Meldkamer", "Gemeente", "Waterschap", "Provincie")
CMS = ("WordPress 6.8", "TYPO3 CMS", "Drupal 11 (https://www.drupal.org)", "", "Joomla! - Open Source", "Iprox 5.1")
RULES = ("image-has-name", "text-has-contrast", "link-has-name", "field-has-label", "page-has-title", "frame-has-name")
START = datetime(2025, 1, 6, 9, tzinfo=UTC)


def build(
    path: Path, scans: int = SCANS, observations: int = OBSERVATIONS, *, pages: int = PAGES, parts: int = 0
) -> None:
    """Make the database at *path*, which is not there yet, with that many *scans* and *observations* in all.

    *pages* of each scan, each captured with *parts* parts (of which only the rows are there, not the bytes).
    """
    Store.open(path).close()
    raw = sqlite3.connect(path)
    raw.executescript("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;")
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:  # ended scans are written here, which they refuse
        raw.execute(f"DROP TRIGGER {name}")
    rng = random.Random(112)
    for table, rows in _tables(rng, scans, observations, pages, parts):
        _insert(raw, table, rows)
    for _, definition in triggers:
        raw.execute(definition)
    raw.commit()
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()


def _empty(kind: Any) -> Any:
    """What stands in a column that the benchmark does not care for."""
    while isinstance(kind, TypeDecorator):
        kind = kind.impl_instance
    if isinstance(kind, JSON):
        return "[]"
    if isinstance(kind, (Integer, Float, Boolean)):
        return 1
    if isinstance(kind, DateTime):
        return _instant(START)
    if isinstance(kind, Date):
        return "2026-01-05"
    return b"" if isinstance(kind, LargeBinary) else ""


def _insert(raw: sqlite3.Connection, name: str, rows: Iterable[dict[str, Any]]) -> None:
    rows = iter(rows)
    first = next(rows)
    values = {
        column.name: _empty(column.type)
        for column in METADATA.tables[name].columns
        if not column.nullable and column.server_default is None and not (column.primary_key and column.name == "id")
    }
    names = list(values | first)
    blank = tuple(values.get(column) for column in names)
    places = {column: place for place, column in enumerate(names)}

    def whole() -> Iterator[list[Any]]:
        for row in chain([first], rows):
            yield _row(row, blank, places)

    marks = ", ".join("?" for _ in names)
    listed = ", ".join(f'"{column}"' for column in names)
    raw.executemany(f'INSERT INTO "{name}" ({listed}) VALUES ({marks})', whole())


def _row(row: dict[str, Any], blank: tuple[Any, ...], places: dict[str, int]) -> list[Any]:
    made = list(blank)
    for column, value in row.items():
        made[places[column]] = value
    return made


def _instant(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S.000000")


def _tables(
    rng: random.Random, scans: int, observations: int, pages: int, parts: int
) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    day = timedelta(days=1)
    ended = [START + day * (number * 680 / scans) for number in range(scans)]
    failed = [rng.random() < 0.04 for _ in range(scans)]
    examined = [number for number, lost in enumerate(failed) if not lost]
    per_scan = -(-observations // len(examined))
    books = ["1" if number < scans // 2 else "2" for number in range(scans)]
    makers = [rng.choice(CMS) for _ in range(TARGETS)]
    yield "organisation", (
        {
            "id": n + 1,
            "name": f"{KINDS[n % len(KINDS)]} {n:03}",
            "name_key": f"{KINDS[n % len(KINDS)].lower()} {n:03}",
            "kind": KINDS[n % len(KINDS)],
            "tags": "crisis" if n % 5 == 0 else "",
        }
        for n in range(ORGANISATIONS)
    )
    yield "target", (
        {
            "id": n + 1,
            "name": f"Website {n}",
            "name_key": f"website {n}",
            "address": f"https://www{n}.voorbeeld.test/",
            "kind": "web-site",
            "emergency": n % 10 == 0,
            "criticality": ("not-assessed", "none", "information", "support", "route")[n % 5],
            "statement_status": "ABCDE"[n % 5],
        }
        for n in range(TARGETS)
    )
    yield "organisation_target", (
        {"organisation_id": n % ORGANISATIONS + 1, "target_id": n + 1, "role": "responsible"} for n in range(TARGETS)
    )
    told = {"tool": "0.1.0", "axe": "4.12.1", "robots": [{"text": "User-agent: *\nDisallow: /zoek\n" * 20}]}
    yield "scan", (
        {
            "id": n + 1,
            "target_id": n % TARGETS + 1,
            "target_name": f"Website {n % TARGETS}",
            "organisation_name": f"{KINDS[n % TARGETS % ORGANISATIONS % len(KINDS)]} {n % TARGETS % ORGANISATIONS:03}",
            "address": f"https://www{n % TARGETS}.voorbeeld.test/",
            "state": "failed" if failed[n] else "completed",
            "options": "{}",
            "circumstances": json.dumps({**told, "rule_book": books[n]}),
            "created": _instant(ended[n]),
            "ended": _instant(ended[n]),
            "stop_requested": False,
            "found": pages * 10,
            "tested": 0 if failed[n] else pages,
            "failed": 1 if failed[n] else 0,
        }
        for n in range(scans)
    )
    yield "address_line", (
        {
            "id": n * pages + page + 1,
            "scan_id": n + 1,
            "address_key": hashlib.sha256(b"%d" % page).digest(),
            "address": f"https://www{n % TARGETS}.voorbeeld.test/p{page}",
            "found_by": "link",
            "ending": "unknown-host" if failed[n] else "captured",
        }
        for n in range(scans)
        for page in range(pages)
    )
    yield "capture", (
        {
            "id": n * pages + page + 1,
            "scan_id": n + 1,
            "address_line_id": n * pages + page + 1,
            "address": f"https://www{n % TARGETS}.voorbeeld.test/p{page}",
            "title": f"Pagina {page}",
            "timings": "{}",
            "state": "default",
        }
        for n in range(scans)
        for page in range(pages)
    )
    if parts:
        yield "part", (
            {
                "capture_id": capture + 1,
                "number": number,
                "kind": "crop",
                "sha256": hashlib.sha256(b"%d/%d" % (capture, number)).hexdigest(),
                "size": 20_000,
                "media_type": "image/jpeg",
                "x": 0.0,
                "y": 100.0 * number,
                "width": 1280.0,
                "height": 100.0,
            }
            for capture in range(scans * pages)
            for number in range(parts)
        )
    yield "passage", _passages()
    yield "observation", _observations(examined, per_scan)
    yield "place", _places(examined, per_scan, pages)
    yield "scan_figure", (
        {
            "scan_id": n + 1,
            "target_id": n % TARGETS + 1,
            "state": "failed" if failed[n] else "completed",
            "ended": _instant(ended[n]),
            "found": pages * 10,
            "tested": 0 if failed[n] else pages,
            "unreached": 1 if failed[n] else 0,
            "failed": 0 if failed[n] else per_scan * 3 // 4,
            "again": None if failed[n] or n < TARGETS else rng.randrange(per_scan // 2),
            "groups_hit": rng.randrange(9),
            "engine": "0.1.0",
            "rule_book": books[n],
            "generator": makers[n % TARGETS],
        }
        for n in range(scans)
    )
    yield "signal", (
        {
            "source": rng.choice(("report", "media", "statement")),
            "weight": rng.choice(("light", "ordinary", "heavy")),
            "state": "new",
            "target_id": rng.randrange(TARGETS) + 1,
            "description": f"Melding {n}",
        }
        for n in range(1000)
    )
    yield "examination", (
        {
            "id": n + 1,
            "kind": "in-depth",
            "title": f"Onderzoek {n}",
            "phase": "action",
            "state": "open",
            "edition": "V3.2.1",
            "number": f"2026-{n}",
            "number_key": f"2026-{n}",
        }
        for n in range(CASES)
    )
    yield "examination_round", ({"examination_id": n + 1, "number": 0} for n in range(CASES))
    yield "examination_target", ({"examination_id": n + 1, "target_id": n * 4 + 1} for n in range(CASES))
    per_case = FINDINGS // CASES
    yield "finding", (
        {
            "id": n + 1,
            "examination_id": n // per_case + 1,
            "number": n % per_case + 1,
            "state": rng.choice((FindingState.DRAFT, FindingState.SUBMITTED, FindingState.APPROVED)).value,
            "requirement": rng.choice(("wcag:1.1.1", "wcag:1.4.3", "wcag:2.4.4", "wcag:1.3.1", "wcag:4.1.2")),
            "edition": "V3.2.1",
            "title": f"Knop {n} heeft geen naam",
            "fact": "De knop in het contactformulier heeft geen naam. " * 3,
            "consequence": "Wie een schermlezer gebruikt, weet niet wat de knop doet.",
            "impact": rng.choice(list(Impact)).value,
            "exemption": Exemption.NONE.value,
            "round_number": 0,
        }
        for n in range(FINDINGS)
    )
    yield "finding_place", (
        {
            "finding_id": n + 1,
            "number": place,
            "address": f"https://www{n}.voorbeeld.test/contact",
            "html": '<button type="submit"></button>',
        }
        for n in range(FINDINGS)
        for place in range(2)
    )


def _passages() -> Iterator[dict[str, Any]]:
    said = json.dumps(["Titel", "Title", "Waarom", "Why", "Herstel", "Repair", ["wcag:1.1.1"], ["9.1.1.1"], ["4.2.1"]])
    bodies = [said, json.dumps(["Uitleg", "Explanation"]), json.dumps(["own", "image-has-name", "failed", "geen naam"])]
    bodies += [json.dumps([f'<img src="/beeld/{n}.png">', "main", f"img:nth-child({n})"]) for n in range(50_000)]
    for number, body in enumerate(bodies, 1):
        yield {"id": number, "digest": hashlib.md5(body.encode()).hexdigest(), "body": body}


def _observations(scans: list[int], per_scan: int) -> Iterator[dict[str, Any]]:
    for place, scan in enumerate(scans):
        for number in range(per_scan):
            yield {
                "id": place * per_scan + number + 1,
                "scan_id": scan + 1,
                # As wide as a real one, and as spread; the same in every scan of a target.
                "fingerprint": f"{(scan % TARGETS * per_scan + number) * 2654435761 % 2**64:064x}",
                "verdict": "failed" if number % 4 else "cantTell",
                "rule": RULES[number % len(RULES)],
                "statement_id": 1,
                "explanation_id": 2,
                "witnesses_id": 3,
                "element": f"img {number}",
                "disputed": False,
                "place_count": 1,
                "page_count": 1,
            }


def _places(scans: list[int], per_scan: int, pages: int) -> Iterator[dict[str, Any]]:
    for place, scan in enumerate(scans):
        for number in range(per_scan):
            yield {
                "observation_id": place * per_scan + number + 1,
                "number": 0,
                "capture_id": scan * pages + number % pages + 1,
                "element_id": number * 37 % 50_000 + 4,
                "indicative": False,
            }
