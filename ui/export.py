"""Rows as text: for the clipboard and for files. Spreadsheets run what looks like a formula, so it is made harmless."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet take a cell for a formula (OWASP, CSV injection)."""


def as_text(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """One line for each row, cells parted by tabs."""
    return "\n".join("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row) for row in (heading, *rows))


def as_csv(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV with semicolons, as Dutch spreadsheets expect."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def write_csv(path: Path, heading: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Writes CSV that spreadsheets open as UTF-8. Raises OSError."""
    path.write_text(as_csv(heading, rows), encoding="utf-8-sig", newline="")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) and not _number(cell) else cell


def _number(cell: str) -> bool:
    try:
        float(cell.replace(",", "."))
    except ValueError:
        return False
    return True
