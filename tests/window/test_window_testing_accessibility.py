"""Testing by hand passes the same walk as every place: names, roles, keyboard, visible focus, no clipped words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from accessible import controls, cut_words, faint_words, nameless, sideways, walk_by_tab
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from testing_sample import CONTACT_PAGE, IMAGES

from ui.testing.comparison import Comparison
from ui.testing.panel import QUESTION, TestingPanel
from ui.window import Window

Opened = tuple[Window, TestingPanel]


@pytest.fixture
def opened(
    testing_folder: tuple[Path, int], tmp_path: Path, open_window: Callable[..., Window],
    settle: Callable[[Window], None],
) -> Opened:  # fmt: skip
    """The panel in the real window, on an answer with two barriers that was not stored yet."""
    shutil.copytree(testing_folder[0], tmp_path / "copy")
    window = open_window(tmp_path / "copy" / "case.sqlite3", width=1440, height=900, place="today")
    panel = TestingPanel(window.desk)
    window.places.addWidget(panel)
    window.places.setCurrentWidget(panel)
    panel.open_case(1, IMAGES, CONTACT_PAGE)
    settle(window)
    panel.begin_question()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        QTest.keyClick(QApplication.focusWidget(), key)
    panel.form.defects.more.click()
    panel.form.defects.more.click()
    QApplication.processEvents()
    return window, panel


def test_every_control_of_every_kind_of_evidence_has_a_name_and_a_role(opened: Opened) -> None:
    window, panel = opened
    for tab in range(panel.evidence.tabs.count()):
        panel.evidence.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        assert (tab, nameless(window)) == (tab, [])


@pytest.mark.parametrize("size", [(1440, 900), (1024, 600)], ids=["beside", "on-tabs"])
def test_tab_reaches_every_control_and_shows_where_it_is(qtbot: QtBot, opened: Opened, size: tuple[int, int]) -> None:
    window, panel = opened
    window.resize(*size)
    qtbot.waitUntil(lambda: panel._wide is (size[0] > 1100))
    panel.tabs.setCurrentIndex(QUESTION)
    QApplication.processEvents()
    assert len(controls(window)) > 12
    bar = panel.evidence.tabs.tabBar() if panel._wide else panel.tabs.tabBar()
    assert bar in controls(window)
    assert nameless(window) == []
    assert walk_by_tab(window) == ([], [])


@pytest.mark.parametrize("code", ["nl", "en"])
def test_no_words_are_cut_at_200_percent(qtbot: QtBot, opened: Opened, code: str) -> None:
    window, panel = opened
    window.desk.language.switch(code)
    window.resize(1024, 600)
    window.desk.look.enlarge(1.0)
    qtbot.waitUntil(lambda: not panel._wide)
    wrong = []
    for tab in range(panel.tabs.count()):
        panel.tabs.setCurrentIndex(tab)
        qtbot.wait(20)
        wrong += [(tab, words) for words in (*cut_words(panel), *sideways(panel))]
    assert (window.width(), window.height()) == (1024, 600)
    assert wrong == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_are_drawn_with_enough_contrast(opened: Opened, theme: str) -> None:
    window, _panel = opened
    window.desk.look.use(theme)
    QApplication.processEvents()
    assert faint_words(window) == []


def test_the_comparison_is_walked_as_well(opened: Opened, settle: Callable[[Window], None]) -> None:
    window, panel = opened
    capture = panel._work.pages[1].cells["default"].capture if panel._work is not None else None
    assert capture is not None
    picture = next(part.sha256 for part in capture.parts if part.kind.value == "picture")
    made = Comparison(window.desk)
    window.places.addWidget(made)
    window.places.setCurrentWidget(made)
    made.show_pair(picture, picture, "B-01")
    settle(window)
    for way in (made.beside, made.over):
        way.click()
        QApplication.processEvents()
        assert nameless(window) == []
        assert walk_by_tab(window) == ([], [])
