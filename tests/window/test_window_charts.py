"""Charts: drawn in patterns, walked by keys, told as a table, written to files."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.charts import patterns
from ui.charts.canvas import Canvas
from ui.charts.figure import CalendarFigure, Figure, MatrixFigure, Series, SeriesFigure, Spot, steps
from ui.charts.grids import RiskMatrix, TermCalendar
from ui.charts.series import OutcomeBars, TrendLine
from ui.charts.view import ChartView
from ui.language import Language
from ui.place import Link
from ui.style.look import Look
from ui.window import Window

TREND = SeriesFigure(
    ("jan", "feb", "mrt", "apr"),
    (Series("barrières", (4.0, None, 7.0, 2.0), "failed"), Series("in orde", (1.0, 5.0, 5.0, 9.0), "passed")),
    "Maand",
    breaks=(3,),
    links=(None, None, Link("today"), None),
)
MATRIX = MatrixFigure(
    ("laag", "midden", "hoog"),
    ("laag", "midden", "hoog"),
    "Kans",
    "Impact",
    "Object",
    {(2, 2): (Spot("112-app", Link("today")), Spot("Crisissite")), (0, 1): (Spot("Portaal"),)},
)
CALENDAR = CalendarFigure(
    date(2026, 11, 2), date(2026, 11, 27), "Dag", "Termijn", {date(2026, 11, 23): (Spot("Zienswijze", Link("today")),)},
    date(2026, 11, 23),
)  # fmt: skip
KINDS: tuple[tuple[type[Canvas[Any]], Figure, int], ...] = (
    (TrendLine, TREND, 4), (OutcomeBars, TREND, 4), (RiskMatrix, MATRIX, 9), (TermCalendar, CALENDAR, 28),
)  # fmt: skip


@pytest.fixture(params=KINDS, ids=lambda kind: kind[0].__name__)
def drawn(
    request: pytest.FixtureRequest, qtbot: QtBot, window: Window, look: Look, language: Language
) -> tuple[ChartView, int]:
    kind, figure, values = request.param
    view = ChartView(window.desk, kind(look, language), "sample")
    view.setParent(window.centralWidget())
    view.resize(700, 420)
    view.show_figure("Proef", figure)
    view.show()
    view.raise_()
    view.canvas.grab()
    return view, values


def test_every_value_has_a_part_and_words(drawn: tuple[ChartView, int]) -> None:
    view, values = drawn
    assert len(view.canvas._areas) == values
    said = [view.canvas.words(view.figure, n) for n in range(values)]
    assert len(set(said)) == values
    inside = QRectF(view.canvas.rect())
    assert all(inside.contains(area.center()) for area in view.canvas._areas)


def test_it_is_walked_by_keys_and_a_value_leads_on(drawn: tuple[ChartView, int], window: Window) -> None:
    view, values = drawn
    canvas, went = view.canvas, []
    canvas.followed.connect(went.append)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.current == values - 1
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    for _ in range(values - 1):
        QTest.keyClick(canvas, Qt.Key.Key_Return)
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert went == [Link("today")]


def test_the_table_says_the_same(drawn: tuple[ChartView, int], window: Window) -> None:
    view, _ = drawn
    assert view.figure is not None
    heading, rows = view.figure.table()
    assert view.table is not None
    assert view.view is not None
    assert view.view.heading() == heading
    assert [list(view.table.cells(row)) for row in range(view.table.rowCount())] == rows
    assert not view.view.isVisible()
    view.as_table.click()
    assert view.view.isVisible()
    assert view.as_table.accessibleName() == "Als grafiek tonen: Proef"
    assert view.canvas.accessibleName() == "Grafiek: Proef"
    assert "dezelfde gegevens staan in de tabel" in view.canvas.accessibleDescription()


def test_it_is_written_as_svg_png_and_csv(drawn: tuple[ChartView, int], window: Window, tmp_path: Path) -> None:
    view, _ = drawn
    for kind in ("svg", "png", "csv"):
        view.write(kind, tmp_path / f"chart.{kind}")
        assert str(tmp_path) in window.messages.text
    root = ElementTree.parse(tmp_path / "chart.svg").getroot()
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "Proef"
    assert "Proef" in (root.findtext(f"{space}desc") or "")
    shapes = ("path", "rect", "polyline", "polygon", "circle", "ellipse")
    assert sum(len(list(root.iter(space + shape))) for shape in shapes) > 8
    assert any("jan" in (text.text or "") or "laag" in (text.text or "") or "ma" in (text.text or "")
               for text in root.iter(f"{space}text"))  # fmt: skip
    image = QImage(str(tmp_path / "chart.png"))
    assert image.width() == 1800
    assert len({image.pixel(x, y) for x in range(0, 1800, 7) for y in range(0, 960, 7)}) > 3
    lines = (tmp_path / "chart.csv").read_text("utf-8-sig").splitlines()
    assert view.figure is not None
    assert lines[0] == ";".join(view.figure.table()[0])
    assert len(lines) == 1 + len(view.figure.table()[1])


def test_a_file_that_cannot_be_written_is_said(drawn: tuple[ChartView, int], window: Window, tmp_path: Path) -> None:
    view, _ = drawn
    view.write("svg", tmp_path / "no" / "folder.svg")
    assert window.messages.property("kind") == "error"


def test_parts_differ_without_their_colour(qapp: object, look: Look) -> None:
    """All in one colour: the patterns alone must tell them apart."""
    pictures = []
    for place in range(len(patterns.HATCHES)):
        image = QImage(48, 48, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        patterns.fill(painter, QRectF(4, 4, 40, 40), look, "accent", place)
        painter.end()
        pictures.append(image)
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])


def test_a_gap_is_no_zero() -> None:
    assert TREND.table()[1][1] == ["feb", "–", "5"]
    assert TREND.highest == 9
    assert TREND.highest_sum == 12


@pytest.mark.parametrize(
    ("highest", "expected"), [(0, [0, 1]), (3, [0, 1, 2, 3]), (9, [0, 2.5, 5, 7.5, 10]), (120, [0, 50, 100, 150])]
)
def test_the_axis_has_round_values(highest: float, expected: list[float]) -> None:
    assert steps(highest) == expected


def test_the_place_of_a_break_is_said(window: Window, look: Look, language: Language, qtbot: QtBot) -> None:
    chart = TrendLine(look, language)
    qtbot.addWidget(chart)
    assert chart.words(TREND, 3).endswith("(vanaf hier anders gemeten)")


def test_the_calendar_says_the_day_in_the_language(look: Look, language: Language, qtbot: QtBot) -> None:
    chart = TermCalendar(look, language)
    qtbot.addWidget(chart)
    assert chart.words(CALENDAR, 21) == "maandag 23 november 2026: Zienswijze"
    language.switch("en")
    assert chart.words(CALENDAR, 21) == "Monday 23 November 2026: Zienswijze"


