"""Writes a scan as an Excel workbook: observations, places, pages and the facts of the scan.

Cells are always strings or numbers, never formulas or links. A text that Excel would take for a formula once
somebody edits the cell also gets the "quote prefix", which keeps it text; what it says stays untouched.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Generic

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError

from eaa_checker.domain.observation import Observation, Place
from eaa_checker.report import facts
from eaa_checker.report.columns import LINE, OBSERVATION, PLACE, Column, Row, Value
from eaa_checker.report.content import ScanReport
from eaa_checker.report.plain_text import MOST_IN_A_CELL, cut, is_formula, one_line, plain
from eaa_checker.report.whole_file import whole_file
from eaa_checker.report.words import AUTOMATIC, NOT_PASSED, UNFINISHED, moment, pick
from rules.contract import Words

MOST_ROWS = 1_048_576
"""Rows of one sheet, the limit of Excel; a longer table goes on in a sheet with a number behind its name."""

_SHEETS = {
    "observations": Words(nl="Waarnemingen", en="Observations"),
    "places": Words(nl="Plaatsen", en="Places"),
    "pages": Words(nl="Pagina’s", en="Pages"),
    "scan": Words(nl="Scan", en="Scan"),
}
_PLACE_OF = (OBSERVATION[0], OBSERVATION[1], OBSERVATION[2])
"""What a row of the places repeats of its observation: fingerprint, outcome, what was seen."""


def write(report: ScanReport, path: Path, language: str | None = None, *, most_rows: int = MOST_ROWS) -> None:
    """Writes *report* to *path*. Raises StoreIsFull, ExportProblem; *path* is then as it was.

    *most_rows*: rows of a sheet, header included.
    """
    language = language or report.language
    with (
        whole_file(path) as beside,
        tempfile.TemporaryDirectory(dir=path.parent, prefix=".eaa-checker-") as scratch,
    ):
        # constant_memory keeps one row per sheet in memory; its scratch files grow as large as the workbook.
        book = xlsxwriter.Workbook(str(beside), {"constant_memory": True, "tmpdir": scratch})
        book.use_zip64()
        try:
            _fill(_Book(book, report, language, most_rows))
            book.close()
        except XlsxFileError as error:
            # xlsxwriter wraps the operating system's own error, which whole_file() puts into words.
            cause = error.args[0] if error.args else None
            raise (cause if isinstance(cause, OSError) else error) from error
        finally:
            for sheet in book.worksheets():
                # What xlsxwriter does itself at the end of a close() that goes well; without it an error
                # half-way leaves its scratch files open.
                with contextlib.suppress(OSError):
                    sheet._opt_close()


def _fill(book: _Book) -> None:
    report = book.report
    book.describe()
    observations = _Table(book, "observations", OBSERVATION)
    places = _Table(book, "places", _place_columns())
    for observation in report.observations():
        observations.add(observation)
        for place in report.places(observation):
            places.add((observation, place))
    lines = _Table(book, "pages", LINE)
    for line in report.lines:
        lines.add(line)
    observations.close()
    places.close()
    lines.close()
    book.facts()


def _place_columns() -> tuple[Column[tuple[Observation, Place]], ...]:
    def of_observation(column: Column[Observation]) -> Column[tuple[Observation, Place]]:
        return Column(column.header, column.width, lambda r, pair, la: column.value(r, pair[0], la))

    def of_place(column: Column[Place]) -> Column[tuple[Observation, Place]]:
        return Column(column.header, column.width, lambda r, pair, la: column.value(r, pair[1], la))

    return tuple(of_observation(c) for c in _PLACE_OF) + tuple(of_place(c) for c in PLACE)


class _Book:
    """The workbook being written, with its formats."""

    def __init__(self, book: Any, report: ScanReport, language: str, most_rows: int) -> None:
        self.book = book
        self.report = report
        self.language = language
        self.most_rows = most_rows
        self.header = book.add_format(
            {
                "bold": True,
                "font_color": "#FFFFFF",
                "bg_color": "#154273",
                "valign": "vcenter",
                "text_wrap": True,
            }
        )
        self.body = book.add_format({"valign": "top"})
        self.quoted = book.add_format({"valign": "top", "quote_prefix": True})
        self.label = book.add_format({"bold": True, "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.wrapped_quoted = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        self.title = book.add_format({"bold": True, "font_size": 14})

    def describe(self) -> None:
        """The document properties."""
        report = self.report
        title = pick(self.language, "Toegankelijkheidsscan", "Accessibility scan")
        self.book.set_size(2400, 1600)
        self.book.set_properties(
            {
                "title": cut(one_line(f"{title} {report.scan.target_name}"), 250),
                "subject": cut(one_line(report.scan.address), 250),
                "author": "EAA Checker",
                "company": cut(one_line(report.scan.organisation_name), 250),
                "comments": AUTOMATIC.say(self.language),
                "created": report.made.replace(tzinfo=None),
            }
        )
        # xlsxwriter has no dc:language, the property that readers look for; Excel shows this one under "Custom".
        self.book.set_custom_property("Language", "nl-NL" if self.language == "nl" else "en-GB", "text")

    def facts(self) -> None:
        """The last sheet: what the scan was, how it was done, and what its result is worth."""
        report, language = self.report, self.language
        sheet = self.book.add_worksheet(_SHEETS["scan"].say(language))
        sheet.set_column(0, 0, 38)
        sheet.set_column(1, 1, 100)
        row = 0
        for text in _notes(report, language):
            sheet.write_string(row, 0, text, self.title if row == 0 else self.body)
            row += 1
        for heading, rows in (
            (pick(language, "Wat", "What"), facts.subject(report, language)),
            (pick(language, "Versies", "Versions"), facts.versions(report, language)),
            (pick(language, "Keuzes voor de scan", "Choices for the scan"), facts.options(report, language)),
            (pick(language, "Omstandigheden", "Circumstances"), facts.circumstances(report, language)),
        ):
            row += 1
            sheet.write_string(row, 0, heading, self.header)
            sheet.write_string(row, 1, "", self.header)
            for label, value in rows:
                row += 1
                sheet.write_string(row, 0, cut(one_line(label), MOST_IN_A_CELL), self.label)
                text = cut(plain(value), MOST_IN_A_CELL)
                sheet.write_string(row, 1, text, self.wrapped_quoted if is_formula(value) else self.wrapped)
            row += 1
        sheet.fit_to_pages(1, 0)


def _notes(report: ScanReport, language: str) -> Iterator[str]:
    yield pick(language, "Toegankelijkheidsscan", "Accessibility scan")
    yield AUTOMATIC.say(language)
    yield NOT_PASSED.say(language)
    if not report.scan.state.ended:
        yield UNFINISHED.say(language)
    made = moment(report.local(report.made), language)
    yield pick(language, f"Gemaakt op {made}.", f"Made on {made}.")


class _Table(Generic[Row]):
    """One table, over as many sheets as its rows need."""

    def __init__(self, book: _Book, name: str, columns: Sequence[Column[Row]]) -> None:
        self._book = book
        self._name = _SHEETS[name].say(book.language)
        self._columns = columns
        self._sheets = 0
        self._open()

    def _open(self) -> None:
        self._sheets += 1
        number = f" {self._sheets}" if self._sheets > 1 else ""
        sheet = self._book.book.add_worksheet(f"{self._name}{number}")
        for index, column in enumerate(self._columns):
            sheet.set_column(index, index, column.width)
        sheet.set_row(0, 30)
        for index, column in enumerate(self._columns):
            sheet.write_string(0, index, column.header.say(self._book.language), self._book.header)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        self._sheet = sheet
        self._row = 0

    def add(self, item: Row) -> None:
        """One more row, on a next sheet when this one is full."""
        if self._row + 1 >= self._book.most_rows:
            self.close()
            self._open()
        self._row += 1
        for index, column in enumerate(self._columns):
            self._put(index, column.value(self._book.report, item, self._book.language))

    def _put(self, index: int, value: Value) -> None:
        if value is None or value == "":
            return
        if isinstance(value, str):
            text = cut(plain(value), MOST_IN_A_CELL)
            style = self._book.quoted if is_formula(text) else self._book.body
            self._sheet.write_string(self._row, index, text, style)
        else:
            self._sheet.write_number(self._row, index, value, self._book.body)

    def close(self) -> None:
        """Nothing more on this sheet."""
        self._sheet.autofilter(0, 0, max(self._row, 1), len(self._columns) - 1)
