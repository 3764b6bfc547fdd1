"""Tables: filter, order, what stays chosen, and how long a hundred thousand rows take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.style.look import Look
from ui.table import AT_ONCE, Column, RowTable, prepare
from ui.table_view import RowView
from ui.window import Window
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


@pytest.mark.parametrize("words", ["barriere", "BARRIÈRE", "façade barr", "facade"])
def test_a_filter_looks_past_accents(table: RowTable[Line], words: str) -> None:
    table.set_rows(prepare([Line(1, "Barrière in de façade"), Line(2, "barbecue")], COLUMNS, "nl"))
    table.set_filter(words)
    assert names(table) == ["Barrière in de façade"]


def test_a_letter_with_an_accent_is_sorted_with_its_own(table: RowTable[Line]) -> None:
    table.set_rows(prepare([Line(1, "zorg"), Line(2, "één"), Line(3, "eis")], COLUMNS, "nl"))
    table.sort(1, ASCENDING)
    assert names(table) == ["één", "eis", "zorg"]


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
        qtbot.waitUntil(lambda: not table.busy, timeout=60_000)
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


@pytest.fixture
def kept(qtbot: QtBot, table: RowTable[Line], window: Window) -> RowView[Line]:
    """A view that keeps its columns in the window's memory."""
    view: RowView[Line] = RowView(table, window.desk.look)
    qtbot.addWidget(view)
    view.remember(window.desk, "sample")
    view.resize(600, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_columns_are_chosen_moved_sized_and_remembered(
    qtbot: QtBot, kept: RowView[Line], table: RowTable[Line], window: Window
) -> None:
    kept.horizontalHeader().moveSection(1, 0)
    kept.horizontalHeader().resizeSection(1, 222)
    again: RowView[Line] = RowView(table, window.desk.look)
    qtbot.addWidget(again)
    again.remember(window.desk, "sample")
    again.resize(900, 300)
    again.show()
    qtbot.waitExposed(again)
    assert again.columns_shown() == [1, 0]
    assert again.columnWidth(1) == 222
    again.show_column(0, False)
    assert again.columns_shown() == [1]
    again.show_column(1, False)
    assert again.columns_shown() == [1], "one column always stays"
    again.choose(9)
    assert again.as_text() == "Name\nAlfa (nl)"
    again.reset_columns()
    assert again.columns_shown() == [0, 1]


def test_the_menu_of_the_table(kept: RowView[Line], window: Window, tmp_path: Path) -> None:
    assert kept._menu is not None
    kept._menu.fill()
    words = [action.text().partition("\t")[0].replace("&", "") for action in kept._menu.actions() if action.text()]
    assert words == [
        "Gekozen rijen kopiëren", "Kopiëren als CSV", "Alle rijen naar een CSV-bestand schrijven …",
        "Alle rijen kiezen", "Kolommen", "Alle kolommen zoals ze waren",
    ]  # fmt: skip
    kept._menu.write(tmp_path / "rows.csv")
    assert (tmp_path / "rows.csv").read_text("utf-8-sig").splitlines()[1] == "10;beta (nl)"
    assert window.messages.property("kind") == "done"
    kept._menu.write(tmp_path / "no" / "rows.csv")
    assert window.messages.property("kind") == "error"


def test_copy_as_csv_runs_no_formula(qtbot: QtBot, look: Look) -> None:
    lines = [Line(1, "=HYPERLINK(1)"), Line(-5, '@x;"y"')]
    table: RowTable[Line] = RowTable(COLUMNS, lambda line: line.number, look)
    table.set_rows(prepare(lines, COLUMNS, "nl"))
    view: RowView[Line] = RowView(table, look)
    qtbot.addWidget(view)
    view.show()
    view.selectAll()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view, Qt.Key.Key_C, keys)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Number;Name",
        "1;'=HYPERLINK(1) (nl)",
        """-5;"'@x;""y"" (nl)\"""",
    ]


def test_a_long_table_gives_the_same_rows_as_a_short_one(qtbot: QtBot, look: Look) -> None:
    """Beyond a few thousand rows the work is done elsewhere, in pieces: the answer must not differ."""
    lines = [Line(n * 7919 % 10_007, f"naam-{n % 37}") for n in range(AT_ONCE * 2 + 5)]
    table: RowTable[Line] = RowTable(COLUMNS, lambda line: (line.number, line.name), look)
    table.set_rows(prepare(lines, COLUMNS, "nl"))
    table.sort(1, DESCENDING)
    table.set_filter("naam-3", lambda line: line.number % 2 == 0)
    qtbot.waitUntil(lambda: not table.busy, timeout=60_000)
    wanted = [line for line in lines if "naam-3" in line.name and line.number % 2 == 0]
    wanted.sort(key=lambda line: f"{line.name} (nl)".casefold(), reverse=True)
    assert [table.item(row) for row in range(table.rowCount())] == wanted


def test_the_newest_wish_counts(qtbot: QtBot, look: Look) -> None:
    lines = [Line(n, f"naam-{n % 37}") for n in range(AT_ONCE * 2)]
    table: RowTable[Line] = RowTable(COLUMNS, lambda line: line.number, look)
    table.set_rows(prepare(lines, COLUMNS, "nl"))
    for words in ("1", "12", "naam-36"):
        table.set_filter(words)
    qtbot.waitUntil(lambda: not table.busy, timeout=60_000)
    assert {line.name for line in map(table.item, range(table.rowCount()))} == {"naam-36"}
