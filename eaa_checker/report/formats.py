"""The formats a report can be written in, and one way to write any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from eaa_checker.domain.worded import Worded
from eaa_checker.report import csv_file, earl_file, html_file, json_file, xlsx_file
from eaa_checker.report.content import ScanReport


class Format(Worded):
    """A file format; the stored value is also what the command line takes."""

    HTML = ("html", "rapport om te lezen (HTML)", "report to read (HTML)")
    XLSX = ("xlsx", "Excel-werkmap", "Excel workbook")
    CSV = ("csv", "tabel met een rij per plaats (CSV)", "table with a row per place (CSV)")
    JSON = ("json", "alle gegevens voor programma’s (JSON)", "all data for programmes (JSON)")
    EARL = ("earl", "EARL 1.0 voor uitwisseling (JSON-LD)", "EARL 1.0 for exchange (JSON-LD)")

    @property
    def suffix(self) -> str:
        """What a file name of this format ends in."""
        return ".earl.jsonld" if self is Format.EARL else f".{self.value}"


_WRITERS: Mapping[Format, Callable[[ScanReport, Path, str | None], None]] = {
    Format.HTML: html_file.write,
    Format.XLSX: xlsx_file.write,
    Format.CSV: csv_file.write,
    Format.JSON: json_file.write,
    Format.EARL: earl_file.write,
}


def write(report: ScanReport, path: Path, kind: Format, language: str | None = None) -> None:
    """Writes *report* to *path* in the format *kind*, in *language* (default: the report's own).

    The file is in its place as a whole or not at all. Raises StoreIsFull, ExportProblem; errors of the store
    while it hands out observations pass unchanged.
    """
    _WRITERS[kind](report, path, language)
