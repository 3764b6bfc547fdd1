"""Dutch words for dates, numbers and lists in letters: written out, as plain language asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_COUNTS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")

IMPACTS = {"critical": "kritiek", "significant": "aanzienlijk", "moderate": "matig", "minor": "gering"}
OUTCOMES = {
    "repaired": "hersteld", "partly": "deels hersteld", "not-repaired": "niet hersteld", "moved": "verplaatst",
    "new": "nieuw", "not-comparable": "niet vergelijkbaar",
}  # fmt: skip


def day(value: date) -> str:
    """``23 november 2026``"""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """``23 november 2026, 14:05 uur (Nederlandse tijd, UTC+01:00)``. Raises ValueError without a zone."""
    if value.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    here = value.astimezone(HERE)
    offset = here.strftime("%z")
    return f"{day(here.date())}, {here:%H:%M} uur (Nederlandse tijd, UTC{offset[:3]}:{offset[3:]})"


def count(number: int) -> str:
    """Up to twelve in words, larger ones in figures with a point per thousand."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else f"{number:,}".replace(",", ".")


def counted(number: int, one: str, many: str) -> str:
    """``één bevinding``, ``drie bevindingen``"""
    return f"{count(number)} {one if number == 1 else many}"


def listed(items: Sequence[str]) -> str:
    """``a, b en c``"""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} en {items[-1]}"


def euro(amount: int) -> str:
    """``€ 1.500``"""
    return "€ " + f"{amount:,}".replace(",", ".")
