"""Manners towards a host."""

from __future__ import annotations

import asyncio
import itertools
import time
from datetime import UTC, datetime

import pytest

from eaa_checker.crawl.politeness import (
    LONGEST_PAUSE,
    PAUSES_BEFORE_GIVING_UP,
    HostPace,
    RequestBudget,
    parse_retry_after,
)

NOW = datetime(2026, 11, 3, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        (" 0 ", 0.0),
        ("99999999999999999999", LONGEST_PAUSE),
        ("Tue, 03 Nov 2026 12:00:30 GMT", 30.0),
        ("Tue, 03 Nov 2026 11:00:00 GMT", 0.0),
        ("Tue, 03 Nov 2027 12:00:00 GMT", LONGEST_PAUSE),
        ("Tue, 03 Nov 2026 12:00:30 -0000", 30.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert parse_retry_after(value, NOW) == seconds


async def _visits(pace: HostPace, hosts: list[str], length: float) -> list[tuple[str, float, float]]:
    seen: list[tuple[str, float, float]] = []

    async def visit(host: str) -> None:
        async with pace.turn(host):
            began = time.monotonic()
            await asyncio.sleep(length)
            seen.append((host, began, time.monotonic()))

    await asyncio.gather(*(visit(h) for h in hosts))
    return sorted(seen, key=lambda v: v[1])


async def test_one_at_a_time_per_host_with_a_pause_between() -> None:
    pace = HostPace(delay=0.05)
    seen = await _visits(pace, ["a.nl", "www.a.nl", "A.nl"], 0.02)
    for (_, _, ended), (_, began, _) in itertools.pairwise(seen):
        assert began - ended >= 0.049


async def test_other_hosts_do_not_wait() -> None:
    pace = HostPace(delay=5.0)
    began = time.monotonic()
    await _visits(pace, ["a.nl", "b.nl", "c.nl"], 0.05)
    assert time.monotonic() - began < 3


async def test_parallel_visits_when_asked_for_start_apart() -> None:
    pace = HostPace(delay=0.05, parallel=2)
    seen = await _visits(pace, ["a.nl", "a.nl"], 0.2)
    assert seen[1][1] < seen[0][2]
    assert seen[1][1] - seen[0][1] >= 0.049


async def test_crawl_delay_only_lengthens() -> None:
    pace = HostPace(delay=1.0)
    pace.lengthen("a.nl", 0.5)
    assert pace.delay("www.a.nl") == 1.0
    pace.lengthen("a.nl", 3.0)
    assert pace.delay("www.a.nl") == 3.0
    assert pace.delay("b.nl") == 1.0


async def test_a_failed_visit_gives_its_turn_back() -> None:
    pace = HostPace()
    with pytest.raises(RuntimeError, match="boom"):
        async with pace.turn("a.nl"):
            raise RuntimeError("boom")
    async with asyncio.timeout(1), pace.turn("a.nl"):
        pass


async def test_refusals_pause_the_host_longer_and_longer_and_then_it_is_left_alone() -> None:
    pace = HostPace(first_pause=1.0, seed=3)
    pauses = [pace.slow_down("a.nl") for _ in range(PAUSES_BEFORE_GIVING_UP)]
    for step, pause in enumerate(pauses):
        assert pause is not None
        assert 0.75 * 2**step <= pause <= 1.25 * 2**step
    assert not pace.gave_up("a.nl")
    assert pace.slow_down("a.nl") is None
    assert pace.gave_up("www.a.nl")
    assert not pace.gave_up("b.nl")
    again = HostPace(first_pause=1.0, seed=3)
    assert [again.slow_down("a.nl") for _ in range(PAUSES_BEFORE_GIVING_UP)] == pauses


async def test_an_answer_forgets_earlier_refusals() -> None:
    pace = HostPace(first_pause=0.001)
    for _ in range(20):
        assert pace.slow_down("a.nl") is not None
        pace.answered("a.nl")


async def test_the_next_turn_waits_for_the_pause() -> None:
    pace = HostPace(first_pause=0.2, seed=1)
    pause = pace.slow_down("a.nl")
    assert pause is not None
    began = time.monotonic()
    async with pace.turn("a.nl"):
        assert time.monotonic() - began >= pause - 0.02


async def test_retry_after_is_obeyed_and_capped() -> None:
    pace = HostPace(first_pause=0.1)
    assert pace.slow_down("a.nl", "3") == 3.0
    assert pace.slow_down("b.nl", "0") == 0.1
    assert pace.slow_down("c.nl", "86400") == LONGEST_PAUSE


def test_request_budget() -> None:
    budget = RequestBudget(3)
    assert budget.spend(2)
    assert budget.left == 1
    assert budget.spend()
    assert budget.exhausted
    assert not budget.spend(5)
    assert budget.left == 0
