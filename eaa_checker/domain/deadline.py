"""Deadlines (*termijnen*): how they are counted, moved by weekends and holidays, extended, and overdue.

Source of the counting: Algemene termijnenwet (Atw), BWBR0002448. The days of article 3 were verified in a secondary
source (the library ``holidays``, which cites the act); articles 2 and 4 are from memory and are named in no sentence
that people read. To be read against the act by the inspectorate's lawyers.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from eaa_checker.domain.worded import Worded
from rules.contract import Words


class DeadlineKind(Worded):
    """What a deadline is for. A *hersteltermijn* is an informal term in a letter; a *begunstigingstermijn* is part of
    an order under penalty. They are never the same thing."""

    REPAIR = ("repair", "hersteltermijn", "term for repair")
    COMPLIANCE = ("compliance", "begunstigingstermijn", "compliance period of an order")
    VIEW = ("view", "termijn voor zienswijze", "term to give views")
    INFORMATION = ("information", "termijn voor gevraagde informatie", "term for information asked")
    REACTION = ("reaction", "reactietermijn", "term to react")
    OBJECTION = ("objection", "bezwaartermijn", "term for objection")
    APPEAL = ("appeal", "beroepstermijn", "term for appeal")
    DECISION = ("decision", "beslistermijn", "our own term to decide")
    FOLLOW_UP = ("follow-up", "eigen opvolging", "our own follow-up")

    @property
    def statutory(self) -> bool:
        """Set by law, so that the Atw itself applies; other terms follow it by our own choice."""
        return self in (DeadlineKind.OBJECTION, DeadlineKind.APPEAL, DeadlineKind.DECISION)

    @property
    def ours(self) -> bool:
        """We must meet it, not the organisation."""
        return self in (DeadlineKind.DECISION, DeadlineKind.FOLLOW_UP)


class Unit(Worded):
    """In what a term is counted."""

    DAYS = ("days", "dagen", "days")
    WORKING_DAYS = ("working-days", "werkdagen", "working days")
    WEEKS = ("weeks", "weken", "weeks")
    MONTHS = ("months", "maanden", "months")


class DeadlineState(Worded):
    """Where a deadline stands."""

    RUNNING = ("running", "loopt", "running")
    MET = ("met", "gehaald", "met")
    MISSED = ("missed", "verstreken", "missed")
    CANCELLED = ("cancelled", "vervallen", "cancelled")


@dataclass(frozen=True, slots=True)
class Length:
    """How long a term is: six weeks, ten working days."""

    count: int
    unit: Unit

    @property
    def words(self) -> Words:
        return Words(f"{self.count} {self.unit.nl}", f"{self.count} {self.unit.en}")


SIX_WEEKS = Length(6, Unit.WEEKS)
"""The term for objection and appeal (Awb 6:7) and the usual term to give views or react."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The last day of a term and how it came about."""

    due: date
    plain: date
    """The last day before weekends and holidays were looked at."""
    why: Words | None = None
    """Why it was moved; None when it was not."""


@dataclass(frozen=True, slots=True)
class Extension:
    """One time a deadline was moved, with the reason."""

    before: date
    after: date
    reason: str
    author: str
    instant: datetime


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term that runs in a case."""

    id: int
    version: int
    examination_id: int
    kind: DeadlineKind
    title: str
    start: date
    """The day of sending or announcement; the term begins the day after (Awb 6:8)."""
    length: Length | None
    """None when only a date was agreed."""
    due: date
    """The last day, extensions included."""
    first_due: date
    state: DeadlineState
    author: str
    created: datetime
    basis: str = ""
    """The letter or decision that sets it; always there for a *begunstigingstermijn*."""
    finding_ids: tuple[int, ...] = ()
    extensions: tuple[Extension, ...] = ()
    ended: date | None = None

    def overdue(self, today: date) -> bool:
        """It still runs and its last day is past."""
        return self.state is DeadlineState.RUNNING and today > self.due


def holiday(day: date) -> str:
    """The Dutch name of the holiday that *day* is under Atw article 3; empty when it is none.

    Article 3(1): New Year's Day, second days of Easter and Pentecost, both Christmas days, Ascension Day, the day on
    which the King's birthday is celebrated, and 5 May (every year, not once in five). Article 3(2) puts Good Friday
    on a par. Days put on a par by decree (article 3(3)) are data of `EQUALLED`.
    """
    return _holidays(day.year).get(day, "")


EQUALLED: dict[date, str] = {}
"""Days that a royal decree puts on a par with holidays (Atw 3(3)), with the decree. None is recorded: add them from
the Staatscourant; a term then ends later, never sooner."""


@cache
def _holidays(year: int) -> dict[date, str]:
    # Here and not above: loading takes half a second, which most commands need not wait for.
    import holidays
    from holidays.constants import OPTIONAL, PUBLIC

    found = holidays.country_holidays("NL", years=year, categories=(PUBLIC, OPTIONAL), language="nl")
    return dict(sorted(found.items())) | {d: n for d, n in EQUALLED.items() if d.year == year}


def working_day(day: date) -> bool:
    """*day* is no Saturday, Sunday or holiday of the Atw."""
    return day.weekday() < 5 and not holiday(day)


def next_working_day(day: date) -> date:
    """*day* itself when it is a working day, else the first one after it."""
    while not working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, count: int) -> date:
    """The *count*-th working day after *day*."""
    while count > 0:
        day += timedelta(days=1)
        count -= working_day(day)
    return day


def count_term(start: date, length: Length, *, statutory: bool) -> Counted:
    """The last day of a term of that *length* which begins the day after *start*.

    Moved to the next working day when it would end on a Saturday, Sunday or holiday (Atw 1(1)); a term of three days
    or more has at least two working days in it (Atw 2). A *statutory* term of more than 90 days, twelve weeks or
    three months is not moved (Atw 4); our own terms are, to the organisation's advantage.
    """
    plain = _plain_end(start, length)
    if statutory and _long(length):
        return Counted(plain, plain)
    due, why = plain, None
    if not working_day(plain):
        due = next_working_day(plain)
        name = holiday(plain)
        why = Words(
            f"{plain:%d-%m-%Y} is {name or _WEEKDAYS_NL[plain.weekday()]}; verlengd tot de eerstvolgende werkdag "
            "(Algemene termijnenwet, artikel 1).",
            f"{plain:%d-%m-%Y} is {name or _WEEKDAYS_EN[plain.weekday()]}; extended to the next working day "
            "(Algemene termijnenwet, article 1).",
        )
    if (plain - start).days >= 3:
        second = add_working_days(start, 2)
        if second > due:
            due = second
            why = Words(
                "Verlengd zodat de termijn ten minste twee werkdagen bevat.",
                "Extended so that the term has at least two working days.",
            )
    return Counted(due, plain, why)


_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_NL = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def _plain_end(start: date, length: Length) -> date:
    if length.unit is Unit.DAYS:
        return start + timedelta(days=length.count)
    if length.unit is Unit.WEEKS:
        return start + timedelta(weeks=length.count)
    if length.unit is Unit.WORKING_DAYS:
        return add_working_days(start, length.count)
    month = start.month - 1 + length.count
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def _long(length: Length) -> bool:
    longest = {Unit.DAYS: 90, Unit.WORKING_DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3}
    return length.count > longest[length.unit]


TOLERANCE = timedelta(minutes=10)
"""Clocks of two machines may differ this much without a word about it."""


def clock_set_back(now: datetime, latest: datetime | None) -> Words | None:
    """A warning when *now* lies before *latest*, the newest instant on record; None when all is well."""
    if latest is None or now >= latest - TOLERANCE:
        return None
    local = latest.astimezone()
    return Words(
        f"De klok van deze computer loopt achter: er is al iets vastgelegd op {local:%d-%m-%Y %H:%M}, en het zou nu "
        f"{now.astimezone():%d-%m-%Y %H:%M} zijn. Zet de klok goed voordat u termijnen zet of verlengt.",
        f"This computer’s clock is behind: something was recorded on {local:%d-%m-%Y %H:%M} already, and it would now "
        f"be {now.astimezone():%d-%m-%Y %H:%M}. Set the clock right before you set or extend deadlines.",
    )
