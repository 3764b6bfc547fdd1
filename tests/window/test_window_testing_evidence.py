"""What is looked at while testing by hand: pictures, the tree, stops of the keyboard, pages; by keyboard only."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from testing_bench import Bench, press
from testing_sample import CONTACT_PAGE, FOCUS, IMAGES, LOGO_BOX, PAGES

from ui.testing.evidence import PICTURE, TREE, WALK
from ui.testing.panel import LIST, QUESTION, TestingPanel
from ui.testing.requirements import MACHINE, TO_DO

Key = Qt.Key
Settle = Callable[[], None]


def test_the_stops_of_the_keyboard_are_on_the_picture_and_in_a_list(panel: TestingPanel) -> None:
    evidence = panel.evidence
    evidence.tabs.setCurrentIndex(WALK)
    assert evidence.walk.numbers == list(range(1, 11))
    assert evidence.stops.total == 10
    evidence.stop_view.setFocus()
    press(Key.Key_Down, Key.Key_Down)
    stop = evidence.stop_view.current
    assert stop is not None
    assert evidence.walk._canvas.current == stop.number
    assert f"{stop.number} {stop.name}" in evidence.walk.view.accessibleDescription()
    assert evidence._walk_words.text().startswith("Geen script op de pagina luistert")
    press(Key.Key_Return)
    row = evidence.branch_view.current
    assert row is not None
    assert row[1].name == stop.name, "its row in the tree is found"


def test_the_tree_is_read_filtered_and_leads_to_the_picture(qtbot: QtBot, panel: TestingPanel) -> None:
    evidence = panel.evidence
    evidence.tabs.setCurrentIndex(TREE)
    lines = [evidence.branches.cells(row)[0] for row in range(evidence.branches.rowCount())]
    assert lines[0] == "banner"
    assert "    link “Naar de inhoud”" in lines
    evidence.words.setFocus()
    qtbot.keyClicks(evidence.words, "chat")
    assert evidence.branches.rowCount() == 1
    evidence.branch_view.setFocus()
    press(Key.Key_Home, Key.Key_Return)
    assert evidence.tabs.currentIndex() == PICTURE
    assert evidence.picture.view.mark.x() == pytest.approx(600, abs=1)


def test_the_place_of_an_observation_is_outlined_and_zoomed_with_keys(
    panel: TestingPanel, settled: Settle
) -> None:
    panel.open_case(1, IMAGES, CONTACT_PAGE)
    settled()
    view = panel.evidence.picture.view
    assert (view.mark.x(), view.mark.y()) == pytest.approx(LOGO_BOX[:2])
    view.setFocus()
    before, larger = view.zoom, panel._desk.look.type.factor
    press(Key.Key_Plus, Key.Key_Plus, Key.Key_Plus, modifier=Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(before * 1.25**3)
    assert panel._desk.look.type.factor == larger, "the text of the window stays as it was"
    corner = view.corner
    press(Key.Key_Down, Key.Key_Right)
    assert view.corner != corner
    press(Key.Key_0)
    assert view.zoom < before


@pytest.mark.parametrize(
    ("page", "words"),
    [(0, "wel uitsneden van elementen"), (2, "pagina bestaat niet")],
)
def test_a_missing_picture_is_said_in_words(panel: TestingPanel, settled: Settle, page: int, words: str) -> None:
    panel.open_case(1, FOCUS, PAGES[page])
    settled()
    assert words in panel.evidence.picture.why
    assert words in panel.evidence.walk.why
    assert panel.evidence.walk.numbers == []


def test_pages_and_states_are_walked_with_the_arrow_keys(panel: TestingPanel, settled: Settle) -> None:
    panel.matrix.view.setFocus()
    press(Key.Key_Home, Key.Key_Up, Key.Key_Up, Key.Key_Up)
    settled()
    assert panel.spot.address == PAGES[0]
    press(Key.Key_Down, Key.Key_Down)
    settled()
    assert panel.spot.address == PAGES[2]
    assert panel.matrix.table.cells(2)[1] == "pagina bestaat niet"
    assert panel.matrix.table.cells(1)[1] == "1 bezoek"
    panel.bar.after.click()
    settled()
    assert panel.spot.address == PAGES[0]


def test_the_list_is_filtered_by_what_is_to_do_and_by_group(panel: TestingPanel) -> None:
    part = panel.requirements
    assert part._done.text() == "0 van 85 beantwoord, 0 met een oordeel"
    part.which.setCurrentIndex(part.which.findData(MACHINE))
    assert [part.table.cells(row)[0] for row in range(part.table.rowCount())] == ["1.1.1"]
    part.which.setCurrentIndex(part.which.findData(TO_DO))
    part.group.setCurrentIndex(part.group.findData("wcag:4"))
    shown = [part.table.cells(row)[0] for row in range(part.table.rowCount())]
    assert shown
    assert all(number.startswith("4.") for number in shown)


def test_narrow_its_parts_stand_on_tabs_and_nothing_is_lost(
    qtbot: QtBot, panel: TestingPanel, bench: Bench
) -> None:
    panel.form.note.setPlainText("blijft staan")
    panel.window().resize(1024, 600)
    bench.desk.look.enlarge(1.0)
    qtbot.waitUntil(lambda: not panel._wide)
    assert panel.window().width() == 1024
    assert [panel.tabs.tabText(n) for n in range(3)] == ["Toetspunten en pagina’s", "Vraag", "Bewijs"]
    panel.tabs.setCurrentIndex(LIST)
    panel.requirements.view.setFocus()
    press(Key.Key_Return)
    assert panel.tabs.currentIndex() == QUESTION
    assert panel.form.note.toPlainText() == "blijft staan"
    assert panel._middle.horizontalScrollBar().maximum() == 0, "it scrolls in one direction only"
    bench.desk.look.enlarge(0)
    panel.window().resize(1440, 900)
    qtbot.waitUntil(lambda: bool(panel._wide))
    assert panel.tabs.count() == 0
    assert panel.form.isVisible()
    assert panel.evidence.isVisible()
