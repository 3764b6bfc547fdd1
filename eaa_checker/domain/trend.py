"""Trend lines that break where figures cannot be compared: another engine or rule book sees other barriers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ScanFigure:
    """What one ended scan counted."""

    scan_id: int
    target_id: int
    ended: datetime
    tested: int
    """Pages examined; 0 for a scan that failed."""
    failed: int
    """Barriers seen."""
    engine: str
    rule_book: str

    @property
    def seen_with(self) -> str:
        """The versions that decide what can be seen."""
        return f"{self.engine or '?'} / {self.rule_book or '?'}"


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A month, seen with one engine and rule book."""

    month: str
    """``2026-11``."""
    seen_with: str
    barriers: float | None
    """Mean number of barriers over the targets examined in the month; None where every scan failed."""
    examined: int
    """Targets examined in the month."""
    failed_scans: int
    of: int
    """Targets there are."""


@dataclass(frozen=True, slots=True)
class TrendStretch:
    """Points that may be compared with each other."""

    seen_with: str
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """A trend line: between two stretches it is broken (*breuklijn*), and nothing may be concluded across."""

    stretches: tuple[TrendStretch, ...]
    of: int
    """Targets there are now."""

    @property
    def breaks(self) -> tuple[str, ...]:
        """The months in which a new stretch begins."""
        return tuple(stretch.points[0].month for stretch in self.stretches[1:])


_Key = tuple[tuple[int, int], str]
"""Year and month, and the versions."""


def trend(figures: Iterable[ScanFigure], targets: int) -> Trend:
    """A point for each month and version, of the last scan of each target in it; *figures* in order of ending.

    A month in which the version changed has a point on both sides of the break. A failed scan belongs to the month's
    coverage, never to its barriers.
    """
    order: list[_Key] = []
    last: dict[_Key, dict[int, ScanFigure]] = {}
    lost: dict[_Key, int] = {}
    for figure in figures:
        # A scan that failed before it began says no versions: it belongs to the versions in use.
        bare = figure.tested == 0 and not figure.engine
        seen_with = order[-1][1] if bare and order else figure.seen_with
        day = figure.ended.astimezone()
        key = ((day.year, day.month), seen_with)
        if key not in last:
            order.append(key)
            last[key], lost[key] = {}, 0
        if figure.tested:
            last[key][figure.target_id] = figure
        else:
            lost[key] += 1
    stretches: list[TrendStretch] = []
    for key in order:
        seen = last[key].values()
        barriers = sum(figure.failed for figure in seen) / len(seen) if seen else None
        (year, month), _ = key
        point = TrendPoint(f"{year}-{month:02}", key[1], barriers, len(seen), lost[key], targets)
        if stretches and stretches[-1].seen_with == key[1]:
            stretches[-1] = TrendStretch(key[1], (*stretches[-1].points, point))
        else:
            stretches.append(TrendStretch(key[1], (point,)))
    return Trend(tuple(stretches), targets)
