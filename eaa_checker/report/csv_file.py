"""Writes a scan as one CSV table: a row per place, with the observation's columns repeated on each.

The form is the one Dutch Excel opens by a double click: UTF-8 with byte order mark, ``;`` between values in both
languages (so that the form does not depend on the language of the report), CRLF line ends, no line ends in values.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from eaa_checker.report.columns import OBSERVATION, PLACE, Value
from eaa_checker.report.content import ScanReport
from eaa_checker.report.plain_text import cell
from eaa_checker.report.whole_file import whole_file

SEPARATOR = ";"


def write(report: ScanReport, path: Path, language: str | None = None) -> None:
    """Writes *report* to *path*. Raises StoreIsFull, ExportProblem; *path* is then as it was.

    An observation without a place gets one row with empty place columns, so that none is lost.
    """
    language = language or report.language
    with whole_file(path) as beside, beside.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream, delimiter=SEPARATOR, lineterminator="\r\n")
        rows.writerow([c.header.say(language) for c in OBSERVATION] + [c.header.say(language) for c in PLACE])
        nowhere = [""] * len(PLACE)
        for observation in report.observations():
            start = _cells([c.value(report, observation, language) for c in OBSERVATION])
            placed = False
            for place in report.places(observation):
                rows.writerow(start + _cells([c.value(report, place, language) for c in PLACE]))
                placed = True
            if not placed:
                rows.writerow(start + nowhere)


def _cells(values: Sequence[Value]) -> list[str | int | float]:
    return ["" if v is None else cell(v) if isinstance(v, str) else v for v in values]
