"""What the charts of the risk picture show: the matrix, the factors of one target, and the trend with its breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from eaa_checker.domain.risk import Factor, RiskLine, Side
from eaa_checker.domain.trend import Trend, TrendPoint
from ui.charts.figure import MatrixFigure, Series, SeriesFigure, Share, SharesFigure, Spot
from ui.place import Link
from ui.risk.rows import known

translate = QCoreApplication.translate
KEY = "risk"
SIDES = 5
"""Steps of likelihood and of impact."""
MOST_POINTS = 4.0
"""What one factor can add to its side at most: from 1 to 5."""


def step(value: float) -> int:
    """1 to 5: the row or column of the matrix where *value* stands."""
    return max(1, min(SIDES, int(value + 0.5)))


def cell_of(line: RiskLine) -> str:
    """“4-5”: likelihood and impact, as a link to a cell says it."""
    return f"{step(line.likelihood)}-{step(line.impact)}"


def matrix(lines: Iterable[RiskLine]) -> MatrixFigure:
    """Examined targets by likelihood and impact; the others stand apart, for nothing is known of them."""
    spots: dict[tuple[int, int], list[Spot]] = {}
    aside = []
    for line in lines:
        name = f"{line.facts.target_name} – {line.facts.organisation_name}"
        if known(line):
            where = step(line.likelihood) - 1, step(line.impact) - 1
            spots.setdefault(where, []).append(Spot(name, Link(KEY, "cell", cell_of(line))))
        else:
            aside.append(Spot(name, Link(KEY, "standing", "unexamined")))
    steps = tuple(str(n) for n in range(1, SIDES + 1))
    return MatrixFigure(
        steps,
        steps,
        translate("RiskFigures", "Likelihood"),
        translate("RiskFigures", "Impact"),
        translate("RiskFigures", "Target"),
        {where: tuple(found) for where, found in spots.items()},
        tuple(aside),
        translate("RiskFigures", "Not examined, so not in the matrix"),
    )


def factors(line: RiskLine, language: str, locale: QLocale) -> SharesFigure:
    """Every factor of *line* with its weight, its points and what was counted; each leads to what it counts."""
    target = Link("organisations", "target", line.facts.target_id)
    shares = []
    for one in line.factors:
        side = one.factor.side.say(language)
        name = f"{one.factor.say(language)[:1].upper()}{one.factor.say(language)[1:]} ({side})"
        said = translate("RiskFigures", "{0} points, weight {1}").format(
            locale.toString(one.points, "f", 2), locale.toString(one.weight, "g", 4)
        )
        # An age that is not known counts in full, so that it has a bar all the same.
        value = one.points if one.known or one.points else None
        if not one.known and not one.points:
            said = translate("RiskFigures", "not known: adds nothing, weight {0}").format(
                locale.toString(one.weight, "g", 4)
            )
        signals = one.factor is Factor.SIGNALS
        link = Link("signals", "target", line.facts.target_id) if signals else target
        colour = "accent" if one.factor.side is Side.LIKELIHOOD else "ask"
        shares.append(Share(name, value, said, line.explain(one, language), colour, link))
    headings = (
        translate("RiskFigures", "Factor"),
        translate("RiskFigures", "Points and weight"),
        translate("RiskFigures", "What was counted"),
    )
    return SharesFigure(tuple(shares), headings, MOST_POINTS)


def trend(found: Trend, locale: QLocale) -> SeriesFigure:
    """Mean barriers by month. Between two stretches the line is broken; a month without a scan is a gap."""
    labels: list[str] = []
    values: list[float | None] = []
    notes: list[str] = []
    breaks: list[int] = []
    before = ""
    for stretch in found.stretches:
        if labels:
            breaks.append(len(labels))
        for month, point in _months(stretch.points, before):
            labels.append(month)
            values.append(None if point is None or point.barriers is None else round(point.barriers, 1))
            notes.append(_note(point, stretch.seen_with, locale))
            before = month
    return SeriesFigure(
        tuple(labels),
        (Series(translate("RiskFigures", "Barriers per examined target"), tuple(values), "failed"),),
        translate("RiskFigures", "Month"),
        tuple(breaks),
        tuple(Link("batch", "state", "done") for _ in labels),
        tuple(notes),
        translate("RiskFigures", "Rests on"),
        tuple(_measured(stretch.seen_with) for stretch in found.stretches[1:]),
    )


def break_words(found: Trend) -> list[str]:
    """A sentence for each break: from which month, with what, and what may not be concluded."""
    return [
        translate("RiskFigures", "From {0}: {1}. What stands left and right of a break cannot be compared.").format(
            stretch.points[0].month, _measured(stretch.seen_with)
        )
        for stretch in found.stretches[1:]
    ]


def _measured(seen_with: str) -> str:
    engine, _, book = seen_with.partition(" / ")
    return translate("RiskFigures", "measured with engine {0}, rule book {1}").format(engine, book)


def _note(point: TrendPoint | None, seen_with: str, locale: QLocale) -> str:
    if point is None:
        return translate("RiskFigures", "nothing scanned")
    words = translate("RiskFigures", "{0} of {1} targets examined, {2} scans failed; {3}")
    numbers = (locale.toString(n) for n in (point.examined, point.of, point.failed_scans))
    return words.format(*numbers, _measured(seen_with))


def _months(points: Sequence[TrendPoint], before: str) -> Iterator[tuple[str, TrendPoint | None]]:
    """*points* with the months between them, and between *before* and the first, in which nothing was scanned."""
    for point in points:
        for month in _between(before, point.month):
            yield month, None
        yield point.month, point
        before = point.month


def _between(first: str, last: str) -> Iterator[str]:
    if not first or first >= last:
        return
    year, month = map(int, first.split("-"))
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        name = f"{year}-{month:02}"
        if name >= last:
            return
        yield name
