"""Dates in lists: the forms people write, and what is refused rather than guessed."""

from __future__ import annotations

from datetime import date

import pytest

from eaa_checker.registers.dates import NotADate, read_date

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-03", "2026/11/3", "03-11-2026", "3-11-2026", "3/11/2026", "03.11.2026", "3-11-26", "20261103",
        "3 november 2026", "3 nov 2026", "3-nov-2026", "3 NOV. 2026", "2026-11-03T00:00:00", "2026-11-03 12:30",
        " 3 november 2026. ",
    ],
)  # fmt: skip
def test_the_day_comes_before_the_month(text: str) -> None:
    assert read_date(text) == DAY


def test_a_spreadsheet_shows_a_day_as_a_number() -> None:
    assert read_date("46329", numeric=True) == DAY
    assert read_date("46329.0", numeric=True) == DAY
    with pytest.raises(NotADate):
        read_date("46329")


@pytest.mark.parametrize(
    "text", ["", "morgen", "31-02-2026", "11/23/2026", "2026", "2026-13-01", "3 smarch 2026", "9" * 40, "-1-1-2026"]
)
def test_what_is_no_date_for_certain_is_refused(text: str) -> None:
    with pytest.raises(NotADate):
        read_date(text)
