"""The risk picture explains itself: factors add up, unknown is never good news, trend lines break."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from eaa_checker.domain.organisation import Criticality
from eaa_checker.domain.risk import (
    Adjustment,
    Factor,
    Facts,
    Side,
    Standing,
    Weighing,
    Weight,
    checked,
    coverage,
    grouped,
    ranked,
    weigh,
)
from eaa_checker.domain.trend import ScanFigure, trend
from eaa_checker.errors import BadInput

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
WEIGHING = Weighing(1, NOW, "A. de Vries", "eerste", tuple(Weight(f, 2.0, 10.0) for f in Factor))
NEVER = Facts(1, "Site", 1, "Regio", ("Veiligheidsregio",), (), Criticality.NOT_ASSESSED, False)
SEEN = replace(
    NEVER,
    standing=Standing.EXAMINED,
    examined=NOW - timedelta(days=5),
    failed=6,
    again=2,
    groups_hit=3,
    found=100,
    tested=10,
)


def test_points_add_up_to_each_side_and_shares_to_one() -> None:
    line = weigh(replace(SEEN, criticality=Criticality.ROUTE, signals=1, signal_weight=4.0), WEIGHING, NOW)
    for side, total in ((Side.LIKELIHOOD, line.likelihood), (Side.IMPACT, line.impact)):
        factors = [one for one in line.factors if one.factor.side is side]
        assert 1 + sum(one.points for one in factors) == pytest.approx(total)
        assert sum(one.share for one in factors) == pytest.approx(1)
    assert line.score == pytest.approx(line.likelihood * line.impact)
    counted = {one.factor: (one.amount, one.value) for one in line.factors}
    assert counted[Factor.FAILURES] == (4.0, 0.4)  # two came back, four count half
    assert counted[Factor.REACH] == (100.0, 1.0)
    assert counted[Factor.AGE] == (pytest.approx(5), pytest.approx(0.5))


def test_what_is_not_known_says_so_and_not_having_looked_is_a_reason_to_look() -> None:
    line = weigh(NEVER, WEIGHING, NOW)
    known = {one.factor: one.known for one in line.factors}
    assert not any(known[factor] for factor in (Factor.FAILURES, Factor.REACH, Factor.VULNERABLE, Factor.CRITICALITY))
    age = next(one for one in line.factors if one.factor is Factor.AGE)
    assert (age.amount, age.value) == (None, 1.0)
    assert line.explain(age, "nl") == "nooit onderzocht; telt als het oudst"
    failures = line.factors[0]
    assert "niet onderzocht" in line.explain(failures, "nl")
    only_failed = weigh(replace(NEVER, standing=Standing.ONLY_FAILED), WEIGHING, NOW)
    assert "elke scan mislukte" in only_failed.explain(next(o for o in line.factors if o.factor is Factor.AGE), "nl")
    # A clean examination of today ranks lower than a target that nobody has looked at.
    clean = weigh(replace(SEEN, failed=0, again=0, groups_hit=0, found=0, examined=NOW), WEIGHING, NOW)
    assert clean.score < line.score


@pytest.mark.parametrize(
    ("changes", "amount"),
    [
        ({"statement": "A", "again": 2}, 1.0),
        ({"statement": "A", "again": None}, 0.5),
        ({"statement": "A", "failed": 0, "again": 0}, 0.0),
        ({"statement": "C"}, 0.0),
        ({"statement": ""}, None),
        ({"statement": "", "statement_signals": 2}, 1.0),
        ({"statement": "A", "standing": Standing.NEVER, "examined": None}, None),
    ],
)
def test_a_statement_is_contradicted_by_what_was_seen(changes: dict[str, object], amount: float | None) -> None:
    line = weigh(replace(SEEN, **changes), WEIGHING, NOW)  # type: ignore[arg-type]
    one = next(one for one in line.factors if one.factor is Factor.CONTRADICTIONS)
    assert one.amount == amount
    assert line.explain(one, "nl") != line.explain(one, "en")


def test_every_factor_explains_itself_in_both_languages() -> None:
    for facts in (NEVER, SEEN, replace(SEEN, again=None, emergency=True, signals=3, signal_weight=5.0, statement="A")):
        line = weigh(facts, WEIGHING, NOW)
        for one in line.factors:
            assert line.explain(one, "nl")
            assert line.explain(one, "nl") != line.explain(one, "en")


def test_the_ranking_is_the_same_each_time_and_an_adjustment_moves_a_target() -> None:
    one, two = replace(SEEN, target_id=1, target_name="B"), replace(SEEN, target_id=2, target_name="A")
    assert [line.facts.target_id for line in ranked([one, two], WEIGHING, NOW)] == [2, 1]
    moved = replace(one, adjustment=Adjustment(1, 3.0, "uitval gemeld", "A. de Vries", NOW))
    first, second = ranked([moved, two], WEIGHING, NOW)
    assert (first.facts.target_id, first.score) == (1, pytest.approx(second.score + 3))


def test_groups_say_how_much_of_them_was_examined() -> None:
    failed = replace(NEVER, target_id=3, standing=Standing.ONLY_FAILED)
    lines = ranked([SEEN, replace(NEVER, target_id=2), failed], WEIGHING, NOW)
    (group,) = grouped(lines, [(line, "Veiligheidsregio") for line in lines])
    assert (group.targets, group.barriers) == (3, 6.0)
    assert (group.coverage.examined, group.coverage.only_failed, group.coverage.never) == (1, 1, 1)
    assert "onderzocht 1 van 3" in group.coverage.say("nl")
    (unknown,) = grouped(lines[1:], [(line, "x") for line in lines if line.standing is not Standing.EXAMINED])
    assert unknown.barriers is None  # never 0
    assert coverage([]).total == 0


@pytest.mark.parametrize(
    "weights",
    [
        WEIGHING.weights[:-1],
        (*WEIGHING.weights[:-1], WEIGHING.weights[0]),
        tuple(replace(one, weight=-1.0) for one in WEIGHING.weights),
        tuple(replace(one, full=0.0) for one in WEIGHING.weights),
        tuple(replace(one, weight=0.0) if one.factor.side is Side.IMPACT else one for one in WEIGHING.weights),
        tuple(replace(one, weight=float("nan")) for one in WEIGHING.weights),
        tuple(replace(one, full=float("inf")) for one in WEIGHING.weights),
    ],
)
def test_unsound_weights_are_refused(weights: tuple[Weight, ...]) -> None:
    with pytest.raises(BadInput):
        checked(weights)


def test_weights_keep_the_order_of_the_factors() -> None:
    assert checked(WEIGHING.weights[::-1]) == WEIGHING.weights




def figure(scan: int, month: int, *, target: int = 1, tested: int = 5, failed: int = 4, book: str = "1") -> ScanFigure:
    seen_with = ("0.1", book) if tested else ("", "")
    return ScanFigure(scan, target, datetime(2026, month, 15, tzinfo=UTC), tested, failed, *seen_with)


def test_a_trend_breaks_where_the_rule_book_changed() -> None:
    line = trend(
        [
            figure(1, 1, failed=4),
            figure(2, 1, target=2, failed=8),
            figure(3, 2, failed=2),
            figure(4, 2, failed=3),  # the last of a month counts
            figure(5, 2, target=2, tested=0, failed=0),
            figure(6, 3, failed=30, book="2"),
            figure(7, 4, tested=0, failed=0),
        ],
        5,
    )
    assert line.breaks == ("2026-03",)
    first, second = line.stretches
    assert [(p.month, p.barriers, p.examined, p.failed_scans, p.of) for p in first.points] == [
        ("2026-01", 6.0, 2, 0, 5),
        ("2026-02", 3.0, 1, 1, 5),
    ]
    assert [(p.month, p.barriers, p.examined, p.failed_scans) for p in second.points] == [
        ("2026-03", 30.0, 1, 0),
        ("2026-04", None, 0, 1),  # a failed scan is never "no barriers"
    ]


def test_a_month_with_two_rule_books_stands_on_both_sides_of_the_break() -> None:
    line = trend([figure(1, 5), figure(2, 5, target=2, book="2")], 2)
    assert [stretch.points[0].month for stretch in line.stretches] == ["2026-05", "2026-05"]
    assert trend([], 3).stretches == ()
