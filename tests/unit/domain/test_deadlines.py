"""Deadlines: counting by the Algemene termijnenwet, holidays, and a clock that was set back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from eaa_checker.domain.deadline import (
    SIX_WEEKS,
    DeadlineKind,
    Length,
    Unit,
    add_working_days,
    clock_set_back,
    count_term,
    holiday,
    next_working_day,
    working_day,
)


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25",
        "2026-12-26", "2027-05-05", "2027-05-06", "2028-04-17",
        "2025-04-26",  # the King's birthday is celebrated a day earlier when it falls on a Sunday
    ],
)  # fmt: skip
def test_the_days_of_article_3(day: str) -> None:
    assert holiday(date.fromisoformat(day))
    assert not working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2025-04-28", "2026-12-24", "2026-12-31", "2026-05-15", "2026-11-23", "2026-12-07"])
def test_ordinary_days_are_working_days(day: str) -> None:
    assert holiday(date.fromisoformat(day)) == ""
    assert working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        ("2026-11-02", SIX_WEEKS, "2026-12-14"),  # Monday to Monday
        ("2026-11-14", SIX_WEEKS, "2026-12-28"),  # ends on Boxing Day, a Saturday, then Sunday
        ("2026-11-13", SIX_WEEKS, "2026-12-28"),  # ends on Christmas Day, a Friday
        ("2026-02-20", SIX_WEEKS, "2026-04-07"),  # Good Friday, the weekend and Easter Monday
        ("2026-03-24", SIX_WEEKS, "2026-05-06"),  # 5 May, also in a year that is no multiple of five
        ("2026-04-02", SIX_WEEKS, "2026-05-15"),  # Ascension Day
        ("2026-03-16", SIX_WEEKS, "2026-04-28"),  # King's Day
        ("2026-11-23", Length(10, Unit.WORKING_DAYS), "2026-12-07"),
        ("2026-12-23", Length(3, Unit.WORKING_DAYS), "2026-12-29"),
        ("2026-01-31", Length(1, Unit.MONTHS), "2026-03-02"),  # 28 February is a Saturday
        ("2027-11-30", Length(3, Unit.MONTHS), "2028-02-29"),
        ("2026-11-23", Length(2, Unit.WEEKS), "2026-12-07"),
    ],
)
def test_terms_end_on_a_working_day(start: str, length: Length, due: str) -> None:
    counted = count_term(date.fromisoformat(start), length, statutory=True)
    assert counted.due == date.fromisoformat(due)
    assert working_day(counted.due)
    assert (counted.why is None) == (counted.due == counted.plain)


def test_why_a_term_was_moved_is_said_in_both_languages() -> None:
    counted = count_term(date(2026, 11, 13), SIX_WEEKS, statutory=True)
    assert counted.plain == date(2026, 12, 25)
    assert counted.why is not None
    assert "25-12-2026 is Eerste kerstdag" in counted.why.nl
    assert "artikel 1" in counted.why.nl
    assert "article 1" in counted.why.en
    saturday = count_term(date(2026, 11, 28), Length(1, Unit.WEEKS), statutory=False)
    assert saturday.why is not None
    assert "zaterdag" in saturday.why.nl
    assert "Saturday" in saturday.why.en


def test_a_short_term_has_two_working_days() -> None:
    # Three days from Thursday before Easter hold no working day at all: Friday, weekend. Article 2 gives two.
    counted = count_term(date(2026, 4, 2), Length(3, Unit.DAYS), statutory=True)
    assert counted.due == date(2026, 4, 8)
    assert counted.why is not None
    assert "twee werkdagen" in counted.why.nl
    assert "artikel" not in counted.why.nl  # not verified, so not cited
    # Two days are too short for article 2.
    assert count_term(date(2026, 4, 7), Length(2, Unit.DAYS), statutory=True).due == date(2026, 4, 9)


def test_long_statutory_terms_are_not_moved_our_own_are() -> None:
    start = date(2026, 12, 5)  # a Saturday; thirteen weeks on it is one again
    length = Length(13, Unit.WEEKS)
    assert count_term(start, length, statutory=True).due == date(2027, 3, 6)
    assert count_term(start, length, statutory=False).due == date(2027, 3, 8)
    assert count_term(start, Length(12, Unit.WEEKS), statutory=True).due == date(2027, 3, 1)


def test_a_hersteltermijn_is_no_begunstigingstermijn() -> None:
    assert DeadlineKind.REPAIR is not DeadlineKind.COMPLIANCE
    assert (DeadlineKind.REPAIR.nl, DeadlineKind.COMPLIANCE.nl) == ("hersteltermijn", "begunstigingstermijn")
    assert not DeadlineKind.REPAIR.statutory
    assert DeadlineKind.OBJECTION.statutory


def test_working_days_are_counted_over_holidays() -> None:
    assert add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 28)
    assert add_working_days(date(2026, 4, 24), 2) == date(2026, 4, 29)  # Friday, then King's Day on Monday
    assert next_working_day(date(2026, 12, 25)) == date(2026, 12, 28)
    assert next_working_day(date(2026, 12, 28)) == date(2026, 12, 28)


def test_a_clock_set_back_is_noticed() -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert clock_set_back(noon, None) is None
    assert clock_set_back(noon, noon - timedelta(days=1)) is None
    assert clock_set_back(noon, noon + timedelta(minutes=5)) is None
    said = clock_set_back(noon, noon + timedelta(hours=2))
    assert said is not None
    assert "klok" in said.nl
    assert "clock" in said.en
