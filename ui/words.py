"""How values are said: outcomes, dates, numbers, addresses."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from PySide6.QtCore import QLocale

from eaa_checker.domain.manual import Outcome
from rules.contract import Verdict, Words

VERDICTS: dict[Verdict, Words] = {
    Verdict.FAILED: Words("Barrière", "Barrier"),
    Verdict.CANNOT_TELL: Words("Te beoordelen", "To be judged"),
    Verdict.PASSED: Words("In orde", "In order"),
    Verdict.INAPPLICABLE: Words("Niet van toepassing", "Not applicable"),
}
"""What a machine's outcome is called. It is never called a verdict: that is a person's."""

SIGNS: dict[Verdict, tuple[str, str]] = {
    Verdict.FAILED: ("failed", "failed"),
    Verdict.CANNOT_TELL: ("ask", "ask"),
    Verdict.PASSED: ("passed", "passed"),
    Verdict.INAPPLICABLE: ("none", "soft"),
}
"""Icon (each of another shape) and colour of a machine's outcome."""

OUTCOME_SIGNS: dict[Outcome, tuple[str, str]] = {
    Outcome.PASSED: ("passed", "passed"),
    Outcome.FAILED: ("failed", "failed"),
    Outcome.INAPPLICABLE: ("none", "soft"),
    Outcome.CANNOT_TELL: ("ask", "ask"),
    Outcome.UNTESTED: ("waiting", "soft"),
}
"""Icon (each of another shape) and colour of what a person said."""

NEEDS: dict[str, Words] = {
    "4.2.1": Words("zonder zicht", "no vision"),
    "4.2.2": Words("beperkt zicht", "limited vision"),
    "4.2.3": Words("zonder kleur", "no colour"),
    "4.2.4": Words("zonder gehoor", "no hearing"),
    "4.2.5": Words("beperkt gehoor", "limited hearing"),
    "4.2.6": Words("spraak", "speech"),
    "4.2.7": Words("handen, kracht", "hands, strength"),
    "4.2.8": Words("bereik", "reach"),
    "4.2.9": Words("flitslicht", "flashing light"),
    "4.2.10": Words("begrip", "understanding"),
    "4.2.11": Words("privacy", "privacy"),
}
"""Short names of the functional performance statements (EN 301 549 V3.2.1, 4.2), for table cells."""


MOST_LETTERS = 200
"""Of a filter: what is pasted beyond that is no search."""


def moment(value: datetime | None, locale: QLocale) -> str:
    """Date and time in the form of *locale*, in the machine's time zone; "–" for none."""
    if value is None:
        return "–"
    local = value.astimezone() if value.tzinfo else value
    month = locale.standaloneMonthName(local.month, QLocale.FormatType.ShortFormat)
    return f"{local.day} {month} {local.year}, {local:%H:%M}"


def clock(seconds: float) -> str:
    """A length of time as ``1:02:03`` or ``2:03``."""
    whole = max(0, round(seconds))
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def path_of(address: str) -> str:
    """The part of an address that tells pages of one site apart."""
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def number_of(requirement: str) -> str:
    """``wcag:1.1.1`` → ``1.1.1``."""
    return requirement.rpartition(":")[2]


def order_of(numbered: str) -> tuple[int, ...]:
    """Sorts 1.4.10 after 1.4.3."""
    return tuple(int(part) if part.isdigit() else 0 for part in numbered.split("."))
