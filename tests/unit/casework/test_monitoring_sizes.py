"""Sample sizes by Implementing Decision (EU) 2018/1524, with the worked example of the norms data."""

from __future__ import annotations

import pytest

from eaa_checker.casework.monitoring import recurrence, remarks, sample_sizes, source
from eaa_checker.errors import BadInput


def test_the_worked_example() -> None:
    sizes = {size.id: (size.ref, size.asked, size.minimum) for size in sample_sizes(18_000_000)}
    assert sizes == {
        "simplified-first": ("2.1.2", 435, 435),
        "simplified": ("2.1.3", 615, 615),
        "in-depth": ("2.1.4", 32, 32),  # 0.05 × 435 + 10 = 31.75
        "apps": ("2.1.5", 24, 24),
    }


@pytest.mark.parametrize(("websites", "minimum"), [(615, 615), (614, 461), (100, 75), (10, 8), (0, 0)])
def test_where_there_are_fewer_sites_three_quarters_are_enough(websites: int, minimum: int) -> None:
    simplified = next(s for s in sample_sizes(18_000_000, websites=websites) if s.id == "simplified")
    assert (simplified.asked, simplified.minimum) == (615, minimum)


def test_where_there_are_fewer_apps_half_are_enough() -> None:
    sizes = {size.id: size.minimum for size in sample_sizes(18_000_000, apps=11)}
    assert (sizes["apps"], sizes["simplified"]) == (6, 615)


def test_rounding_is_exact() -> None:
    assert [size.asked for size in sample_sizes(100_000)] == [77, 78, 14, 7]
    assert [size.asked for size in sample_sizes(100_001)] == [78, 79, 14, 7]
    assert [size.asked for size in sample_sizes(0)] == [75, 75, 14, 6]


def test_some_again_and_some_new() -> None:
    assert (recurrence(615).again, recurrence(615).new) == (62, 308)


def test_what_must_be_said() -> None:
    assert "2018/1524" in source()
    assert [bool(one.nl and one.en) for one in remarks()] == [True] * 3
    with pytest.raises(BadInput):
        sample_sizes(-1)
