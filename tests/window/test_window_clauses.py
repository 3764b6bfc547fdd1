"""Clauses of EN 301 549, chapter 11, that one look at every place shows; the accessibility statement names them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

import ui
from ui import catalogue
from ui.place import Link
from ui.window import Window

Settle = Callable[[Window], None]
PLACES = [entry.key for entry in catalogue.ENTRIES]
ALONE = (Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut)
"""Contexts in which a shortcut works only while the keyboard is in that part of the window."""


@pytest.fixture
def everywhere(window: Window, settle: Settle) -> Callable[[], Iterator[str]]:
    """Goes to every place in turn and gives its key."""

    def walk() -> Iterator[str]:
        for key in PLACES:
            window.go(Link(key))
            settle(window)
            QApplication.processEvents()
            yield key

    return walk


def bare(text: str) -> str:
    """Words as they are seen: without the mark of the access key and without what stands for “goes on”."""
    return " ".join(text.replace("&", "").replace("…", "").split()).casefold()


def is_one_character(keys: QKeySequence) -> bool:
    """A letter, digit, punctuation mark or symbol by itself, at most with Shift (WCAG 2.1, 2.1.4)."""
    if keys.count() != 1:
        return False
    combination = keys[0]
    held = combination.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    held &= ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.NoModifier and 0x20 < int(combination.key()) < 0x0100_0000


@pytest.mark.clause("11.2.1.4.1")
def test_no_character_by_itself_is_a_shortcut_in_the_whole_window(
    window: Window, everywhere: Callable[[], Iterator[str]]
) -> None:
    assert [is_one_character(QKeySequence(keys)) for keys in ("a", "?", "Shift+A")] == [True, True, True]
    assert [is_one_character(QKeySequence(keys)) for keys in ("Ctrl+A", "F1", "Alt+1", "Esc")] == [False] * 4
    assert list(everywhere()) == PLACES
    found: list[tuple[QKeySequence, Qt.ShortcutContext]] = [
        (keys, one.context()) for one in window.findChildren(QShortcut) for keys in QShortcut.keys(one)
    ]
    found += [(keys, one.shortcutContext()) for one in window.findChildren(QAction) for keys in one.shortcuts()]
    assert len(found) > 20
    found += [
        (one.shortcut(), Qt.ShortcutContext.WindowShortcut)
        for one in window.findChildren(QAbstractButton)
        if not one.shortcut().isEmpty()
    ]
    assert [keys.toString() for keys, context in found if is_one_character(keys) and context not in ALONE] == []


@pytest.mark.clause("11.2.5.3.1")
def test_what_stands_on_a_button_or_beside_a_field_stands_in_its_name(
    window: Window, everywhere: Callable[[], Iterator[str]]
) -> None:
    seen, wrong = 0, []
    for key in everywhere():
        for button in window.findChildren(QAbstractButton):
            words = bare(button.text())
            if not button.isVisible() or not words:
                continue
            seen += 1
            name = bare(button.accessibleName() or button.text())
            if words not in name:
                wrong.append(f"{key}: “{words}” is called “{name}”")
        for label in window.findChildren(QLabel):
            field = label.buddy()
            words = bare(label.text())
            if not label.isVisible() or field is None or not words:
                continue
            seen += 1
            name = bare(field.accessibleName() or words)
            if words not in name:
                wrong.append(f"{key}: field “{words}” is called “{name}”")
    assert seen > 40
    assert wrong == []


@pytest.mark.clause("11.3.2.2")
def test_choosing_and_ticking_take_nobody_elsewhere(window: Window, everywhere: Callable[[], Iterator[str]]) -> None:
    """A filter may show other rows; the place, the window and the keyboard stay."""
    tried = 0
    for key in everywhere():
        fields: list[QWidget] = [
            one
            for one in (*window.findChildren(QComboBox), *window.findChildren(QCheckBox))
            if one.isVisible() and one.isEnabled()
        ]
        for field in fields:
            if not field.isVisible() or not field.isEnabled():
                continue
            field.setFocus(Qt.FocusReason.TabFocusReason)
            if not field.hasFocus():
                continue
            windows = {one for one in QApplication.topLevelWidgets() if one.isVisible()}
            QTest.keyClick(field, Qt.Key.Key_Down if isinstance(field, QComboBox) else Qt.Key.Key_Space)
            QApplication.processEvents()
            tried += 1
            what = f"{key}: {field.accessibleName() or field.objectName()}"
            assert window.here == key, what
            assert field.hasFocus(), what
            assert {one for one in QApplication.topLevelWidgets() if one.isVisible()} <= windows, what
            if isinstance(field, QCheckBox):
                QTest.keyClick(field, Qt.Key.Key_Space)
    assert tried >= 12


@pytest.mark.clause("11.2.5.2")
def test_a_press_that_is_moved_off_a_button_does_nothing(
    window: Window, everywhere: Callable[[], Iterator[str]]
) -> None:
    tried = 0
    clicked: list[str] = []
    for key in everywhere():
        for button in window.places.currentWidget().findChildren(QAbstractButton):
            opens_menu = isinstance(button, QPushButton | QToolButton) and button.menu() is not None
            if not button.isVisible() or not button.isEnabled() or opens_menu:  # a menu takes the mouse for itself
                continue
            name = f"{key}: {button.accessibleName() or button.text()}"
            listener = button.clicked.connect(lambda *_, name=name: clicked.append(name))
            away = QPoint(-50, -50)
            QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
            QTest.mouseMove(button, away)
            QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=away)
            button.clicked.disconnect(listener)
            tried += 1
    assert tried > 40
    assert clicked == []


@pytest.mark.clause("11.2.2.1")
def test_a_message_stays_until_it_is_closed(window: Window) -> None:
    """Nothing in the window ends by itself: no message is taken away, no session runs out."""
    window.desk.notices.say("done", "Opgeslagen.")
    QTest.qWait(3_000)
    assert window.messages.text == "Opgeslagen."
    timed = re.compile(r"singleShot\([^)]*hide|singleShot\([^)]*close|logout|session_timeout")
    folder = Path(ui.__file__).parent
    assert [path.name for path in folder.rglob("*.py") if timed.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.clause("11.1.4.5.1")
def test_no_picture_holds_words(window: Window, everywhere: Callable[[], Iterator[str]]) -> None:
    """Icons are shapes; words are drawn as text. Pictures of examined pages are evidence, where looks are essential."""
    pictures = list(Path(ui.__file__).parent.rglob("*.svg"))
    assert len(pictures) > 30
    assert [one.name for one in pictures if "<text" in one.read_text(encoding="utf-8")] == []
    assert [one.name for one in Path(ui.__file__).parent.rglob("*.png")] == []
    assert list(everywhere()) == PLACES
