"""Dates as people write them in lists: day before month, as in the Netherlands; what could be two dates is refused."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "january", "jan"),
            ("februari", "february", "feb", "febr"),
            ("maart", "march", "mrt", "mar"),
            ("april", "apr"),
            ("mei", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("augustus", "august", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_SERIAL_START = date(1899, 12, 30)
"""Day 0 of spreadsheet programs, for days after February 1900."""


class NotADate(ValueError):
    """The text is no date that can be told with certainty."""


def read_date(text: str, *, numeric: bool = False) -> date:
    """The day in *text*: ``2026-11-23``, ``23-11-2026``, ``23/11/2026``, ``23.11.26``, ``23 november 2026``,
    ``20261123``, or the number of a day that a spreadsheet shows when the cell is *numeric*. Raises NotADate.
    """
    plain = text.strip().casefold().rstrip(".")
    plain = re.sub(r"t[0-9:.]+(z|[+-]\d\d:?\d\d)?$|\s+\d{1,2}:\d\d(:\d\d)?$", "", plain)
    try:
        if numeric and re.fullmatch(r"\d{4,5}(\.0*)?", plain):
            return _SERIAL_START + timedelta(days=int(float(plain)))
        if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", plain):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", plain):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)", plain):
            return date(_year(found[3]), int(found[2]), int(found[1]))
        if (found := re.fullmatch(r"(\d{1,2})[\s.-]+([a-z]+)[\s.-]+(\d{4}|\d\d)", plain)) and found[2] in _MONTHS:
            return date(_year(found[3]), _MONTHS[found[2]], int(found[1]))
    except ValueError:
        pass
    raise NotADate(text)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)
