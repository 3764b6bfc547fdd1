"""A day on the command line, as people in the Netherlands write it or as ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import click

from eaa_checker.errors import BadInput


class Day(click.ParamType[date]):
    """``2026-11-23`` or ``23-11-2026``."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        text = str(value)
        form = "%Y-%m-%d" if re.match(r"\d{4}-", text) else "%d-%m-%Y"
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            raise BadInput(
                f"“{text}” is geen dag; schrijf 2026-11-23 of 23-11-2026.",
                f"“{text}” is no day; write 2026-11-23 or 23-11-2026.",
            ) from None


DAY = Day()


def shown(day: date | None) -> str:
    """The day for a table; a dash where there is none."""
    return "–" if day is None else day.isoformat()
