"""What a chart shows, apart from how it is drawn; each kind can be told as a table and in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ui.place import Link

Table = tuple[list[str], list[list[str]]]
"""Heading and rows."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line, or one part of each bar. None is a gap: not measured, which is something else than nought."""

    name: str
    values: tuple[float | None, ...]
    colour: str = "accent"
    """A colour of the palette by its use. The pattern comes from the place in the figure, never from the colour."""


@dataclass(frozen=True, slots=True)
class SeriesFigure:
    """Values by label: for trend lines and for bars."""

    labels: tuple[str, ...]
    series: tuple[Series, ...]
    label_heading: str
    breaks: tuple[int, ...] = ()
    """Positions before which the way of measuring changed: values left and right of one cannot be compared."""
    links: tuple[Link | None, ...] = ()
    notes: tuple[str, ...] = ()
    """For each label what must stand beside its values: what they rest on, with what they were measured."""
    note_heading: str = ""
    break_words: tuple[str, ...] = ()
    """For each break a few words that stand beside its line."""

    def table(self) -> Table:
        heading = [self.label_heading, *(one.name for one in self.series)]
        rows = [[label, *(number(one.values[n]) for one in self.series)] for n, label in enumerate(self.labels)]
        if self.notes:
            heading.append(self.note_heading)
            rows = [[*row, note] for row, note in zip(rows, self.notes, strict=True)]
        return heading, rows

    @property
    def highest(self) -> float:
        """The highest single value."""
        return max((value for one in self.series for value in one.values if value is not None), default=0.0)

    @property
    def highest_sum(self) -> float:
        """The highest sum of one label."""
        return max((sum(one.values[n] or 0 for one in self.series) for n in range(len(self.labels))), default=0.0)


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that stands in one cell of a matrix or on one day of a calendar."""

    name: str
    link: Link | None = None
    colour: str = "accent"


@dataclass(frozen=True, slots=True)
class MatrixFigure:
    """Spots by row and column, both from low to high: the risk matrix."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    row_heading: str
    column_heading: str
    spot_heading: str
    spots: dict[tuple[int, int], tuple[Spot, ...]] = field(default_factory=dict)
    """(row, column) → what stands there."""
    aside: tuple[Spot, ...] = ()
    """What has no place in it, for nothing is known of it: drawn apart, in no shade of risk."""
    aside_heading: str = ""

    def table(self) -> Table:
        found = [
            [self.rows[row], self.columns[column], spot.name]
            for (row, column), spots in sorted(self.spots.items(), reverse=True)
            for spot in spots
        ]
        found += [[self.aside_heading, self.aside_heading, spot.name] for spot in self.aside]
        return [self.row_heading, self.column_heading, self.spot_heading], found


@dataclass(frozen=True, slots=True)
class CalendarFigure:
    """Spots by day, over whole weeks."""

    first: date
    last: date
    day_heading: str
    spot_heading: str
    spots: dict[date, tuple[Spot, ...]] = field(default_factory=dict)
    today: date | None = None

    def table(self) -> Table:
        found = [[day.isoformat(), spot.name] for day, spots in sorted(self.spots.items()) for spot in spots]
        return [self.day_heading, self.spot_heading], found


@dataclass(frozen=True, slots=True)
class Share:
    """One bar of a `SharesFigure`."""

    name: str
    value: float | None
    """None: not known, which is something else than nought."""
    said: str
    """The value with its unit and weight, as it stands beside the name."""
    words: str
    """What was counted, as a sentence."""
    colour: str = "accent"
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class SharesFigure:
    """What makes up a whole, one lying bar each, with the words that explain it."""

    shares: tuple[Share, ...]
    headings: tuple[str, str, str]
    """Of the name, of what is said of the value, and of the words."""
    most: float
    """The value of a full bar."""

    def table(self) -> Table:
        return list(self.headings), [[one.name, one.said, one.words] for one in self.shares]


Figure = SeriesFigure | MatrixFigure | CalendarFigure | SharesFigure


def number(value: float | None) -> str:
    """As it stands in the table; a gap is a dash."""
    return "–" if value is None else f"{value:g}"


def steps(highest: float, wanted: int = 4) -> list[float]:
    """Round values for an axis from 0 to at least *highest*."""
    if highest <= 0:
        return [0.0, 1.0]
    rough = highest / wanted
    size = 10.0 ** len(str(int(rough))) / 10 if rough >= 1 else 1.0
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough)
    step = max(1.0, step)
    count = -(-highest // step)
    return [step * n for n in range(int(count) + 1)]


def said(values: Sequence[str]) -> str:
    return ", ".join(value for value in values if value)
