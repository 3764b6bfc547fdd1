"""Writes a scan as an OpenDocument workbook: observations, places, pages and the facts of the scan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from eaa_checker.report import facts
from eaa_checker.report.columns import LINE, OBSERVATION, PLACE, Column, Row
from eaa_checker.report.content import ScanReport
from eaa_checker.report.ods_file import Cell, OdsSheet, write_ods
from eaa_checker.report.plain_text import one_line
from eaa_checker.report.words import AUTOMATIC, NOT_PASSED, pick

_CENTIMETRES = 0.19
"""Of one character at the size of a spreadsheet's text."""


def write(report: ScanReport, path: Path, language: str | None = None) -> None:
    """Writes *report* to *path*. Raises StoreIsFull, ExportProblem; *path* is then as it was.

    The observations are read once per sheet, so that memory does not grow with their number.
    """
    words = language or report.language
    sheets = (
        _sheet(pick(words, "Waarnemingen", "Observations"), OBSERVATION, _observations(report, words), words),
        _places(report, words),
        _sheet(pick(words, "Pagina’s", "Pages"), LINE, _rows(report, LINE, iter(report.lines), words), words),
        OdsSheet("Scan", (pick(words, "Gegeven", "Fact"), pick(words, "Waarde", "Value")), _facts(report, words),
                 (6.0, 16.0)),
    )  # fmt: skip
    write_ods(path, sheets, title=report.scan.target_name, language="nl-NL" if words == "nl" else "en-GB")


def _sheet(
    name: str, columns: Sequence[Column[Row]], rows: Iterator[Sequence[Cell]], language: str
) -> OdsSheet:
    widths = tuple(max(2.0, column.width * _CENTIMETRES) for column in columns)
    return OdsSheet(name, tuple(column.header.say(language) for column in columns), rows, widths)


def _rows(
    report: ScanReport, columns: Sequence[Column[Row]], found: Iterator[Row], language: str
) -> Iterator[Sequence[Cell]]:
    for one in found:
        yield [_cell(column.value(report, one, language)) for column in columns]


def _cell(value: str | int | float | None) -> Cell:
    return one_line(value) if isinstance(value, str) else value


def _observations(report: ScanReport, language: str) -> Iterator[Sequence[Cell]]:
    return _rows(report, OBSERVATION, report.observations(), language)


def _places(report: ScanReport, language: str) -> OdsSheet:
    of_observation = OBSERVATION[:3]

    def rows() -> Iterator[Sequence[Cell]]:
        for observation in report.observations():
            head = [_cell(column.value(report, observation, language)) for column in of_observation]
            for place in report.places(observation):
                yield [*head, *(_cell(column.value(report, place, language)) for column in PLACE)]

    header = tuple(c.header.say(language) for c in of_observation) + tuple(c.header.say(language) for c in PLACE)
    widths = tuple(max(2.0, c.width * _CENTIMETRES) for c in of_observation)
    widths += tuple(max(2.0, c.width * _CENTIMETRES) for c in PLACE)
    return OdsSheet(pick(language, "Plaatsen", "Places"), header, rows(), widths)


def _facts(report: ScanReport, language: str) -> Iterator[Sequence[Cell]]:
    for part in (facts.subject, facts.versions, facts.options, facts.circumstances):
        for label, value in part(report, language):
            yield [one_line(label), one_line(value)]
    for note in (AUTOMATIC, NOT_PASSED):
        yield ["", note.say(language)]
