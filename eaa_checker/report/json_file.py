"""Writes a scan as one JSON document in the form of ``observations.schema.json``: complete, in both languages."""

from __future__ import annotations

import dataclasses
import enum
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, TextIO

from eaa_checker import __version__
from eaa_checker.domain.address import AddressLine
from eaa_checker.domain.observation import Observation, Place
from eaa_checker.report.content import ScanReport, reach
from eaa_checker.report.norm_words import EDITION, WCAG
from eaa_checker.report.plain_text import well_formed
from eaa_checker.report.whole_file import whole_file
from rules.contract import Words

SCHEMA_ID = "urn:eaa-checker:schema:observations:1"
"""``$id`` of the schema; the number grows when a reader of the old form would misread the new one."""


SCHEMAS = ("observations", "case", "monitoring")
"""The published schemas, ``NAME.schema.json`` beside this module: of a scan's document, a case's, a period's."""


def schema(name: str = "observations") -> dict[str, Any]:
    """The published JSON Schema (2020-12) of the documents that :func:`write` makes, or of another of `SCHEMAS`."""
    text = files("eaa_checker.report").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def write(report: ScanReport, path: Path, language: str | None = None) -> None:
    """Writes *report* to *path*. Raises StoreIsFull, ExportProblem; *path* is then as it was.

    Texts of ours stand in both languages; *language* is recorded as the reader's. Text of pages is kept as it was,
    except lone surrogates, which no UTF-8 file can hold.
    """
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("{\n")
        for key, value in _head(report, language or report.language).items():
            stream.write(f" {as_json(key)}: {as_json(value)},\n")
        _array(stream, "pages", (as_json(_line(line)) for line in report.lines), ",")
        stream.write(' "observations": [')
        before = "\n  "
        for observation in report.observations():
            stream.write(before)
            _observation(stream, report, observation)
            before = ",\n  "
        stream.write("\n ]\n}\n")


def _head(report: ScanReport, language: str) -> dict[str, Any]:
    scan, target = report.scan, report.target
    return {
        "$schema": SCHEMA_ID,
        "made": report.made,
        "tool": {"name": "EAA Checker", "version": __version__},
        "language": language,
        "mode": "automatic",
        "norm": {"en301549": EDITION, "wcag": WCAG},
        "ruleBook": report.rule_book,
        "target": {
            "id": target.id,
            "name": target.name,
            "organisation": target.organisation_name,
            "kind": target.kind,
            "address": target.address,
            "extraHosts": target.extra_hosts,
            "emergency": target.emergency,
        },
        "scan": {
            "id": scan.id,
            "address": scan.address,
            "state": scan.state,
            "ended": scan.state.ended,
            "createdAt": scan.created,
            "startedAt": scan.started,
            "endedAt": scan.ended,
            "addressesFound": scan.found,
            "pagesTested": scan.tested,
            "pagesFailed": scan.failed,
            "error": scan.error,
            "options": dataclasses.asdict(scan.options),
            "circumstances": scan.circumstances,
        },
        "passed": dict(report.passed),
    }


def _line(line: AddressLine) -> dict[str, Any]:
    return {
        "address": line.address,
        "finalAddress": line.final_address,
        "title": line.title,
        "foundBy": line.found_by,
        "foundOn": line.found_on,
        "depth": line.depth,
        "ending": line.ending,
        "tested": line.ending.tested,
        "failed": line.ending.failed,
        "detail": line.detail,
        "status": line.status,
        "mediaType": line.media_type,
        "attempts": line.attempts,
        "visitedAt": line.visited,
    }


def _observation(stream: TextIO, report: ScanReport, o: Observation) -> None:
    pages, places = reach(o)
    head = {
        "fingerprint": o.fingerprint,
        "rule": o.rule,
        "outcome": o.verdict,
        "title": _words(o.title),
        "explanation": _words(o.explanation),
        "why": _words(o.why),
        "repair": _words(o.repair),
        "requirements": o.requirements,
        "clauses": o.clauses,
        "hits": o.hits,
        "element": o.element,
        "pageCount": pages,
        "placeCount": places,
        "disputed": o.disputed,
        "witnesses": [
            {"engine": w.engine, "rule": w.rule, "outcome": w.verdict, "message": w.message} for w in o.witnesses
        ],
    }
    stream.write(as_json(head)[:-1])
    # Places may be many more than fit in memory: they are written one by one.
    stream.write(', "places": [')
    stream.writelines(_separated(as_json(_place(report, p)) for p in report.places(o)))
    stream.write("]}")


def _place(report: ScanReport, place: Place) -> dict[str, Any]:
    return {
        "address": place.address,
        "finalAddress": report.final_address(place),
        "capturedAt": report.instant(place),
        "captureId": place.capture_id,
        "path": place.path,
        "html": place.html,
        "box": place.box,
        "indicative": place.indicative,
        "state": place.state,
        "crop": place.crop,
    }


def _words(words: Words) -> dict[str, str]:
    return {"nl": words.nl, "en": words.en}


def _array(stream: TextIO, name: str, items: Iterable[str], after: str) -> None:
    stream.write(f" {as_json(name)}: [")
    stream.writelines("\n  " + item for item in _separated(items))
    stream.write(f"\n ]{after}\n")


def _separated(items: Iterable[str]) -> Iterator[str]:
    """Each item with a comma after it, but for the last."""
    held: str | None = None
    for item in items:
        if held is not None:
            yield held + ","
        held = item
    if held is not None:
        yield held


def as_json(value: Any) -> str:
    """*value* as JSON; instants, enumerations and what JSON cannot say are made sayable."""
    return json.dumps(_ready(value), ensure_ascii=False, allow_nan=False)


def _ready(value: Any) -> Any:
    """*value* with what JSON cannot say made sayable: instants, enumerations, tuples, lone surrogates, NaN."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, bool | int) or value is None:
        return value
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {well_formed(str(k)): _ready(v) for k, v in value.items()}
    if isinstance(value, Iterable):
        return [_ready(v) for v in value]
    return well_formed(str(value))
