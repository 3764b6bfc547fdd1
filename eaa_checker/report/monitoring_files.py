"""Writes the tables of a monitoring report: ODS (a sheet per table), JSON, or CSV files together in a ZIP."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from eaa_checker import __version__
from eaa_checker.domain.monitoring import MonitoringReport, MonitoringTable, Value
from eaa_checker.domain.worded import Worded
from eaa_checker.errors import BadInput
from eaa_checker.report.ods_file import Cell, OdsSheet, write_ods
from eaa_checker.report.plain_text import cell, one_line, well_formed
from eaa_checker.report.whole_file import whole_file
from eaa_checker.report.words import pick
from rules.contract import Words

SCHEMA_ID = "urn:eaa-checker:schema:monitoring:1"
FORMATS = ("ods", "json", "csv")
_TEXTS = frozenset(("method", "title", "people", "organisation", "sector", "level", "name", "address"))
"""Columns of words."""
_WIDE, _NARROW = 5.5, 3.4
"""Centimetres."""


def write(report: MonitoringReport, format: str, path: Path, language: str) -> Path:
    """Writes *report* to *path*; gives the path. Raises BadInput for an unknown format, StoreIsFull, ExportProblem."""
    if format == "ods":
        _ods(report, path, language)
    elif format == "json":
        _json(report, path, language)
    elif format == "csv":
        _csv(report, path, language)
    else:
        raise BadInput(
            f"Onbekend formaat “{format}”. Kies uit: {', '.join(FORMATS)}.",
            f"Unknown format “{format}”. Choose from: {', '.join(FORMATS)}.",
        )
    return path


def _ods(report: MonitoringReport, path: Path, language: str) -> None:
    def rows(table: MonitoringTable) -> Iterator[Sequence[Cell]]:
        for row in table.rows:
            yield [_cell(value, language) for value in row]

    method = pick(language, "Methode", "Method")
    sheets = [OdsSheet(method, (method,), ([one.say(language)] for one in report.method), (17.0,))]
    for table in report.tables:
        header = tuple(words.say(language) for _, words in table.columns)
        widths = tuple(_WIDE if key in _TEXTS else _NARROW for key, _ in table.columns)
        sheets.append(OdsSheet(_sheet_name(table, language), header, rows(table), widths))
    title = pick(language, "Toezichtgegevens", "Monitoring data")
    write_ods(path, sheets, title=title, language="nl-NL" if language == "nl" else "en-GB")


def _sheet_name(table: MonitoringTable, language: str) -> str:
    """At most 31 characters and none of ``[]*?:/\\``, so that Excel takes it too."""
    name = table.title.say(language)
    return "".join(c for c in name if c not in "[]*?:/\\")[:31].strip()


def _cell(value: Value, language: str) -> Cell:
    if isinstance(value, (Words, Worded)):
        return value.say(language)
    return one_line(value) if isinstance(value, str) else value


def _json(report: MonitoringReport, path: Path, language: str) -> None:
    period = report.period
    document: dict[str, Any] = {
        "$schema": SCHEMA_ID,
        "tool": {"name": "EAA Checker", "version": __version__},
        "language": language,
        "period": {
            "from": period.first.isoformat(),
            "until": period.last.isoformat(),
            "population": period.population,
            "laterPeriod": period.later,
            "websites": period.websites,
            "apps": period.apps,
            "previousFrom": period.previous_first.isoformat() if period.previous_first else None,
            "previousUntil": period.previous_last.isoformat() if period.previous_last else None,
        },
        "method": [_said(words) for words in report.method],
        "tables": [
            {
                "name": table.name,
                "title": _said(table.title),
                "columns": [{"key": key, "heading": _said(words)} for key, words in table.columns],
                "rows": [
                    {key: _value(value) for (key, _), value in zip(table.columns, row, strict=True)}
                    for row in table.rows
                ],
            }
            for table in report.tables
        ],
    }
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(well_formed(json.dumps(document, ensure_ascii=False, indent=1)) + "\n")


def _value(value: Value) -> Any:
    if isinstance(value, Words):
        return _said(value)
    if isinstance(value, Worded):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _said(words: Words) -> dict[str, str]:
    return {"nl": words.nl, "en": words.en}


def _csv(report: MonitoringReport, path: Path, language: str) -> None:
    """One file per table and the method as text, in the form that Dutch Excel opens (see ``csv_file``)."""
    with whole_file(path) as beside, zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
        said = "\r\n\r\n".join(words.say(language) for words in report.method)
        archive.writestr(_entry(pick(language, "methode.txt", "method.txt")), f"\ufeff{said}\r\n".encode())
        for table in report.tables:
            text = io.StringIO()
            rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
            rows.writerow([words.say(language) for _, words in table.columns])
            for row in table.rows:
                rows.writerow([_csv_cell(value, language) for value in row])
            archive.writestr(_entry(f"{table.name}.csv"), f"\ufeff{text.getvalue()}".encode())


def _entry(name: str) -> zipfile.ZipInfo:
    """A fixed time: the same figures give the same bytes."""
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _csv_cell(value: Value, language: str) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, (Words, Worded)):
        return cell(value.say(language))
    if isinstance(value, date):
        return value.isoformat()
    return cell(value) if isinstance(value, str) else value
