"""Chooses the writer for a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from eaa_checker.errors import BadInput
from eaa_checker.report import (
    csv_file,
    earl_file,
    html_file,
    html_folder,
    json_file,
    ods_report,
    sarif_file,
    wcag_em_scan,
    xlsx_file,
)
from eaa_checker.report.content import ScanReport

_WRITERS: dict[str, Callable[[ScanReport, Path, str | None], object]] = {
    "csv": csv_file.write,
    "xlsx": xlsx_file.write,
    "ods": ods_report.write,
    "json": json_file.write,
    "earl": earl_file.write,
    "html": html_file.write,
    "html-pages": html_folder.write,
    "sarif": sarif_file.write,
    "wcag-em": wcag_em_scan.write,
}
FORMATS = tuple(_WRITERS)


def write(report: ScanReport, format: str, path: Path, language: str) -> Path:
    """Writes *report* to *path*; gives the path. Raises BadInput for an unknown format; else see each writer."""
    writer = _WRITERS.get(format)
    if writer is None:
        raise BadInput(
            f"Onbekend formaat “{format}”. Kies uit: {', '.join(FORMATS)}.",
            f"Unknown format “{format}”. Choose from: {', '.join(FORMATS)}.",
        )
    writer(report, path, language)
    return path
