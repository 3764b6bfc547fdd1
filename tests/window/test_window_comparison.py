"""Before and after a re-inspection: two pictures as one, by keyboard, and words where there is no picture."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eaa_checker.store import Store
from ui.testing.comparison import AFTER, BEFORE, Comparison
from ui.window import Window

Shown = Callable[..., Comparison]
RED, GREEN = (200, 30, 30), (30, 140, 60)


def kept(store: Store, colour: tuple[int, int, int], size: tuple[int, int] = (1280, 900)) -> str:
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, "PNG")
    return store.evidence.put(data.getvalue(), "image/png")[0]


@pytest.fixture
def pictures(empty_database: Path) -> dict[str, str]:
    """A database with three pictures; their hashes."""
    with Store.open(empty_database) as store:
        return {
            "before": kept(store, RED),
            "after": kept(store, GREEN),
            "small": kept(store, GREEN, (300, 200)),
            "broken": store.evidence.put(b"no picture at all", "image/png")[0],
        }


@pytest.fixture
def compare(
    qtbot: QtBot, empty_database: Path, pictures: dict[str, str], open_window: Callable[..., Window],
    settle: Callable[[Window], None],
) -> Shown:  # fmt: skip
    def show(before: str, after: str) -> Comparison:
        window = open_window(empty_database, place="today")
        made = Comparison(window.desk)
        window.places.addWidget(made)
        window.places.setCurrentWidget(made)
        made.show_pair(pictures.get(before, before), pictures.get(after, after), "B-01, contactpagina")
        settle(window)
        QApplication.processEvents()
        return made

    return show


def test_both_pictures_move_and_grow_together(compare: Shown) -> None:
    made = compare("before", "after")
    one, other = made.views
    assert made.shown
    one.setFocus()
    for _ in range(6):
        QTest.keyClick(one, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert one.zoom == other.zoom > 1
    for _ in range(5):
        QTest.keyClick(one, Qt.Key.Key_Right)
        QTest.keyClick(one, Qt.Key.Key_Down)
    assert one.corner == other.corner
    assert one.corner[0] > 0
    assert one.corner[1] > 0
    QTest.keyClick(other, Qt.Key.Key_Left)
    assert one.corner == other.corner
    QTest.keyClick(other, Qt.Key.Key_0)
    assert one.zoom == other.zoom < 1


def test_the_slider_uncovers_the_other_picture_and_says_how_much(compare: Shown) -> None:
    made = compare("before", "after")
    made.over.click()
    made.slider.setFocus()
    said = QAccessible.queryAccessibleInterface(made.slider)
    assert said.role() == QAccessible.Role.Slider
    assert said.text(QAccessible.Text.Name) == "Lijn tussen voor en na"
    for key, value, words in (
        (Qt.Key.Key_Right, 55, "links 55 % voor, rechts 45 % na"),
        (Qt.Key.Key_PageDown, 35, "links 35 % voor, rechts 65 % na"),
        (Qt.Key.Key_Home, 0, "alleen na"),
        (Qt.Key.Key_End, 100, "alleen voor"),
    ):
        QTest.keyClick(made.slider, key)
        assert made.slider.value() == value
        assert said.text(QAccessible.Text.Description) == words
        assert said.text(QAccessible.Text.Value) == str(value)
    made.slider.setValue(30)
    made.overlay.fit()
    shown = made.overlay.widget().grab().toImage()
    left, right = (QColor(shown.pixel(round(shown.width() * x), shown.height() // 2)) for x in (0.25, 0.35))
    assert (left.red(), left.green(), left.blue()) == RED
    assert (right.red(), right.green(), right.blue()) == GREEN


@pytest.mark.parametrize(
    ("before", "after", "side", "words"),
    [
        ("", "after", BEFORE, "geen beeld van vóór de herinspectie"),
        ("before", "", AFTER, "geen beeld van de herinspectie"),
        ("before", "0" * 64, AFTER, "Zet de map terug uit een reservekopie"),
        ("broken", "after", BEFORE, "geen beeld van vóór de herinspectie"),
    ],
)
def test_a_missing_picture_is_said_in_words(compare: Shown, before: str, after: str, side: int, words: str) -> None:
    made = compare(before, after)
    assert not made.shown
    assert words in made._missing[side].text()
    assert made._missing[side].isVisible()
    assert made.views[1 - side].isVisible()
    assert not made.over.isEnabled(), "there is nothing to lay over the other"
    made._view.enlarge(1.25)
    assert made.views[1 - side].zoom == pytest.approx(made._view.zoom)


def test_pictures_that_are_the_same_or_of_another_size_are_said_to_be(compare: Shown) -> None:
    made = compare("before", "before")
    assert made._remark.text() == "De twee beelden zijn gelijk, pixel voor pixel."
    made = compare("before", "small")
    assert "voor 1280 bij 900 pixels, na 300 bij 200 pixels" in made._remark.text()


def test_a_second_pair_takes_the_place_of_the_first(compare: Shown, settle: Callable[[Window], None]) -> None:
    made = compare("before", "after")
    made.over.click()
    made.show_pair("", "", "B-02")
    made.show_pair("", "", "B-03")
    window = made.window()
    assert isinstance(window, Window)
    settle(window)
    assert not made.shown
    assert made.beside.isChecked()
    assert made.views[BEFORE].accessibleName() == "Voor: B-03"
