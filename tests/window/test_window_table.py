"""Tables: filter, order, what stays chosen, and how long a hundred thousand rows take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.style.look import Look
from ui.table import Column, RowTable, prepare
from ui.table_view import RowView
from ui.words import clock, order_of, path_of

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    name: str


COLUMNS: list[Column[Line]] = [
    Column(lambda: "Number", lambda line, _: str(line.number), key=lambda line: line.number, number=True),
    Column(lambda: "Name", lambda line, language: f"{line.name} ({language})"),
]
LINES = [Line(10, "beta"), Line(9, "Alfa"), Line(1, "gamma"), Line(100, "alfa delta")]


@pytest.fixture
def table(look: Look) -> RowTable[Line]:
    made: RowTable[Line] = RowTable(COLUMNS, lambda line: line.number, look)
    made.set_rows(prepare(LINES, COLUMNS, "nl"))
    return made


def names(table: RowTable[Line]) -> list[str]:
    return [table.item(row).name for row in range(table.rowCount())]


def test_rows_stay_as_they_came_until_sorted(table: RowTable[Line]) -> None:
    assert names(table) == ["beta", "Alfa", "gamma", "alfa delta"]


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (0, ASCENDING, [1, 9, 10, 100]),
        (0, DESCENDING, [100, 10, 9, 1]),
        (1, ASCENDING, [9, 100, 10, 1]),
        (-1, ASCENDING, [10, 9, 1, 100]),
    ],
)
def test_sorting_by_value_not_by_letters(
    table: RowTable[Line], column: int, order: Qt.SortOrder, expected: list[int]
) -> None:
    table.sort(column, order)
    assert [table.item(row).number for row in range(table.rowCount())] == expected


def test_a_filter_needs_every_word_in_any_case(table: RowTable[Line]) -> None:
    table.set_filter("ALFA")
    assert names(table) == ["Alfa", "alfa delta"]
    table.set_filter("delta alfa")
    assert names(table) == ["alfa delta"]
    table.set_filter("nothing")
    assert names(table) == []
    table.set_filter("", lambda line: line.number > 9)
    assert names(table) == ["beta", "alfa delta"]


def test_filter_and_order_survive_new_rows(table: RowTable[Line]) -> None:
    table.set_filter("a")
    table.sort(0, DESCENDING)
    table.set_rows(prepare([*LINES, Line(50, "zeta"), Line(51, "x")], COLUMNS, "xx"))
    assert names(table) == ["alfa delta", "zeta", "beta", "Alfa", "gamma"]


def test_the_chosen_row_stays_chosen(qtbot: QtBot, table: RowTable[Line], look: Look) -> None:
    view: RowView[Line] = RowView(table, look)
    qtbot.addWidget(view)
    chosen: list[Line | None] = []
    view.chosen.connect(chosen.append)
    assert view.choose(1)
    table.sort(0, ASCENDING)
    assert view.current == LINES[2]
    assert view.currentIndex().row() == 0
    table.set_filter("beta")
    assert view.current is None
    assert chosen[-1] is None
    table.set_filter("")
    assert view.current == LINES[2]
    table.set_rows(prepare(LINES[2:], COLUMNS, "nl"))
    assert view.current == LINES[2]


def test_copy_takes_the_selected_rows_with_headings(qtbot: QtBot, table: RowTable[Line], look: Look) -> None:
    view: RowView[Line] = RowView(table, look)
    qtbot.addWidget(view)
    view.show()
    view.choose(10)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Number\tName\n10\tbeta (nl)\n9\tAlfa (nl)"


def test_a_hundred_thousand_rows(qtbot: QtBot, look: Look, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [Line(n, f"element {n % 977} van pagina {n % 4001}") for n in range(100_000)]
    table: RowTable[Line] = RowTable(COLUMNS, lambda line: line.number, look)
    view: RowView[Line] = RowView(table, look)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    prepared = prepare(lines, COLUMNS, "nl")

    def took(what: Callable[[], object]) -> float:
        begun = time.perf_counter()
        what()
        qtbot.waitUntil(lambda: not table.busy, timeout=10_000)
        return (time.perf_counter() - begun) * 1000

    times = {
        "show": took(lambda: table.set_rows(prepared)),
        "filter one letter": took(lambda: table.set_filter("9")),
        "filter words": took(lambda: table.set_filter("pagina 400")),
        "all again": took(lambda: table.set_filter("")),
        "sort text": took(lambda: table.sort(1)),
        "sort number": took(lambda: table.sort(0, DESCENDING)),
        "to the end": took(view.scrollToBottom),
    }
    with capsys.disabled():
        print("\n100,000 rows, ms: " + ", ".join(f"{name} {value:.0f}" for name, value in times.items()))
    assert table.rowCount() == 100_000
    assert table.item(0).number == 99_999


def test_how_values_are_said() -> None:
    assert clock(5) == "0:05"
    assert clock(3_725) == "1:02:05"
    assert path_of("https://x.example") == "/"
    assert path_of("https://x.example/a/b?c=1") == "/a/b?c=1"
    assert sorted(["1.4.10", "1.4.3", "1.1.1"], key=order_of) == ["1.1.1", "1.4.3", "1.4.10"]
