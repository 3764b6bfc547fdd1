"""Writes a scan as one JSON document in the form of ``observations.schema.json``: complete, in both languages."""

from __future__ import annotations

import dataclasses
import json
from importlib.resources import files
from pathlib import Path
from typing import Any, TextIO

from eaa_checker import __version__
from eaa_checker.domain.address import AddressLine
from eaa_checker.domain.observation import Observation, Place
from eaa_checker.report.content import ScanReport, reach
from eaa_checker.report.json_form import as_json, separated, target_form, write_array, write_head
from eaa_checker.report.norm_words import EDITION, WCAG
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
        write_head(stream, _head(report, language or report.language))
        write_array(stream, "pages", (as_json(_line(line)) for line in report.lines), ",")
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
        "target": target_form(target),
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
    stream.writelines(separated(as_json(_place(report, p)) for p in report.places(o)))
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
