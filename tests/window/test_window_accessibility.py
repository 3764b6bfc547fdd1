"""The window passes a check like its own (EN 301 549, chapter 11): names, keyboard, visible focus, no clipped words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QMenuBar,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from eaa_checker.domain.scan import Progress
from ui import catalogue
from ui.batch.place import Batch
from ui.place import Link
from ui.rulebook.place import RuleBook
from ui.scanning.grid import sign_of
from ui.today.place import Today
from ui.window import Window

CONTAINERS = (QAbstractItemView,)
"""Tables expose every cell as a child; their rows are data, not controls."""
MOST_LINKS = 6
States = Callable[[Window], None]


def show_observations(window: Window) -> None:
    window.organisations.target.tabs.setCurrentIndex(0)


def show_html(window: Window) -> None:
    window.organisations.target.detail.evidence.tabs.setCurrentIndex(1)


def show_places(window: Window) -> None:
    window.organisations.target.detail.evidence.tabs.setCurrentIndex(2)


def show_pages(window: Window) -> None:
    window.organisations.target.tabs.setCurrentIndex(1)


def show_scans(window: Window) -> None:
    window.organisations.target.tabs.setCurrentIndex(2)


def show_forms(window: Window) -> None:
    window.organisations.register.add_target()
    window.organisations.target.header.options.setChecked(True)


def show_organisation_form(window: Window) -> None:
    window.organisations.register.add_organisation()
    window.desk.notices.say("warning", "Let op.", "Doe iets")


def show_progress(window: Window) -> None:
    assert window.organisations.target.scan is not None
    window.organisations.target.progress.follow(window.organisations.target.scan)
    window.organisations.target.progress.show()


def show_grid(window: Window) -> None:
    show_progress(window)
    scan = window.organisations.target.scan
    assert scan is not None
    endings = ("captured", "not-found", "document", "timeout", "not-settled")
    for number in range(40):
        address = f"https://www.waterland.example/{number}"
        window.organisations.target.progress.report(Progress(scan.id, "visiting", found=50, address=address))
        ending = endings[number % len(endings)]
        report = Progress(scan.id, "page", found=50, tested=number, address=address, ending=ending, seconds_left=9)
        window.organisations.target.progress.report(report)


def show_help(window: Window) -> None:
    window.show_help()


def show_rule_help(window: Window) -> None:
    window.organisations.target.observations.view.choose_first()
    window.show_help()


def show_today(window: Window) -> None:
    window.go(Link("today"))


def show_today_table(window: Window) -> None:
    today = window.go(Link("today"))
    assert isinstance(today, Today)
    today.chart.as_table.setChecked(True)


def show_batch(window: Window) -> None:
    window.go(Link("batch"))


def show_batch_start(window: Window) -> None:
    window.go(Link("batch", "start"))


def show_freeze(window: Window) -> None:
    batch = window.go(Link("batch"))
    assert isinstance(batch, Batch)
    batch.freeze.switch.click()


def show_rulebook(window: Window) -> None:
    window.go(Link("rulebook", "rule", "image-has-name"))


def show_norms(window: Window) -> None:
    place = window.go(Link("rulebook"))
    assert isinstance(place, RuleBook)
    place.tabs.setCurrentIndex(1)


def show_settings(window: Window) -> None:
    window.go(Link("settings"))


def show_search(window: Window) -> None:
    window.search.begin()


STATES: tuple[States, ...] = (
    show_observations, show_html, show_places, show_pages, show_scans, show_forms, show_organisation_form,
    show_progress, show_grid, show_help, show_rule_help, show_today, show_today_table, show_batch, show_batch_start,
    show_freeze, show_rulebook, show_norms, show_settings, show_search,
)  # fmt: skip


@pytest.fixture(params=STATES, ids=lambda state: state.__name__.removeprefix("show_"))
def shown(request: pytest.FixtureRequest, window: Window, settle: Callable[[Window], None]) -> Window:
    """The window in each of its states."""
    request.param(window)
    settle(window)
    QApplication.processEvents()
    return window


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Every node that assistive technology can reach, without the cells of tables."""
    yield interface
    if isinstance(interface.object(), CONTAINERS):
        return
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from tree(child)


def has_name_of_its_own(widget: QWidget) -> bool:
    """A combo box reports its value as its name when it has none, so the name itself is asked for."""
    if widget.accessibleName():
        return True
    return any(label.buddy() is widget and label.text() for label in widget.window().findChildren(QLabel))


def controls(window: Window) -> list[QWidget]:
    """Everything that can take the focus with Tab and is on the screen."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QMenuBar | QMenu)
        and not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        and widget.window() is window
    ]


def describe(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__}({widget.accessibleName() or text or widget.objectName()})"


def test_every_control_and_every_focusable_node_has_a_name_and_a_role(shown: Window) -> None:
    nameless = []
    for widget in controls(shown):
        interface = QAccessible.queryAccessibleInterface(widget)
        nameless_button = not interface.text(QAccessible.Text.Name).strip()
        nameless_field = not isinstance(widget, QAbstractButton) and not has_name_of_its_own(widget)
        if nameless_button or nameless_field:
            nameless.append(describe(widget))
    assert len(controls(shown)) >= 4
    assert nameless == []

    wrong = []
    nodes = list(tree(QAccessible.queryAccessibleInterface(shown)))
    for node in nodes:
        role, name = node.role(), node.text(QAccessible.Text.Name).strip()
        inside = node.object() is not None and isinstance(node.object(), QScrollArea)
        if node.state().focusable and (not name or role == QAccessible.Role.NoRole) and not inside:
            wrong.append((role, node.object()))
    assert len(nodes) > 20
    assert wrong == []


def test_tab_reaches_every_control_once_and_shows_where_it_is(qtbot: QtBot, shown: Window) -> None:
    shown.activateWindow()
    first = shown.search
    first.setFocus(Qt.FocusReason.TabFocusReason)
    expected = set(controls(shown))
    visited: list[QWidget] = []
    unseen = []
    for _ in range(len(expected) + 10):
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in visited:
            break
        visited.append(widget)
        if not focus_changes_pixels(shown, widget):
            unseen.append(describe(widget))
        for _ in range(MOST_LINKS):  # Tab walks the links inside a text before it leaves it
            QTest.keyClick(widget, Qt.Key.Key_Tab)
            if QApplication.focusWidget() is not widget:
                break
    assert QApplication.focusWidget() is first, "Tab does not come back to where it began"
    assert sorted(map(describe, expected - set(visited))) == []
    assert unseen == []

    QTest.keyClick(first, Qt.Key.Key_Tab)
    second = QApplication.focusWidget()
    assert second is visited[1]
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is first


def focus_changes_pixels(window: Window, widget: QWidget) -> bool:
    """At least a hundred pixels differ between with and without the ring, and the ring lies round the control."""
    QApplication.processEvents()
    ring = window.ring
    if not ring.isVisible():
        return False
    with_ring = window.grab().toImage()
    ring.hide()
    without = window.grab().toImage()
    ring.show()
    area = ring.geometry()
    changed = sum(
        with_ring.pixel(x, y) != without.pixel(x, y)
        for y in (area.top() + 1, area.bottom() - 1)
        for x in range(max(0, area.left()), min(with_ring.width(), area.right()))
    )
    middle = widget.mapTo(window, widget.rect().center())
    inside = area.contains(middle) or isinstance(widget, QTabBar | QAbstractScrollArea)
    return changed >= min(100, area.width()) and inside


def test_no_two_actions_share_a_shortcut(window: Window) -> None:
    keys = [shortcut.toString() for action in window.findChildren(QAction) for shortcut in action.shortcuts()]
    keys += [button.shortcut().toString() for button in window.findChildren(QAbstractButton) if button.shortcut()]
    keys = [key for key in keys if key]
    assert len(keys) > 15
    assert sorted(key for key in keys if keys.count(key) > 1) == []


@pytest.mark.parametrize("code", ["nl", "en"])
def test_no_two_entries_of_a_menu_share_a_letter(window: Window, code: str) -> None:
    window.desk.language.switch(code)
    menus = [[action.text() for action in window.menuBar().actions()]]
    menus += [[a.text() for a in menu.actions() if a.text()] for menu in window.menuBar().findChildren(QMenu)]
    for texts in menus:
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), texts
        assert all("&" in text for text in texts) or texts == ["Nederlands", "English"], texts


def test_the_picture_is_described(window: Window, settle: Callable[[Window], None]) -> None:
    window.organisations.target.observations.view.choose_first()
    settle(window)
    said = window.organisations.target.detail.evidence.picture.accessibleDescription()
    assert "48 bij 48 pixels, 24 vanaf de linkerkant en 12 vanaf de bovenkant" in said
    assert "https://www.waterland.example/" in said


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("factor", [0.0, 0.5, 1.0])
def test_no_button_cuts_its_words_in_any_place(
    window: Window, qtbot: QtBot, settle: Callable[[Window], None], code: str, factor: float
) -> None:
    """Up to 200 % text on the smallest screen that is supported; only one direction of scrolling is needed."""
    window.desk.language.switch(code)
    window.resize(1024, 600)
    window.desk.look.enlarge(factor)
    cut, sideways = [], []
    links = [Link(entry.key) for entry in catalogue.ENTRIES] + [Link("batch", "start")]
    for link in links:
        window.go(link)
        settle(window)
        qtbot.wait(20)
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and button.text():
                room = button.width() - (button.iconSize().width() if not button.icon().isNull() else 0)
                words = button.text().replace("&&", "&")
                too_low = button.height() < button.minimumSizeHint().height() - 1
                if too_low or button.fontMetrics().horizontalAdvance(words) > room:
                    cut.append((link.place, words, button.width()))
        for area in window.findChildren(QScrollArea):
            if area.isVisible() and area.objectName() != "picture" and area.horizontalScrollBar().maximum():
                sideways.append((link.place, area.horizontalScrollBar().maximum()))
        assert window.width() == 1024, f"{link.place} makes the window wider"
    window.desk.look.enlarge(0)
    assert cut == []
    assert sideways == []


def test_the_signs_of_the_grid_are_walked_by_keys(window: Window) -> None:
    show_grid(window)
    grid = window.organisations.target.progress.grid
    assert len(grid.cells) == 40
    assert "8 vastgelegd" in grid.accessibleDescription()
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.words(grid.current) == "https://www.waterland.example/1: pagina bestaat niet"
    shapes = {sign_of(cell.ending)[0] for cell in grid.cells}
    assert len(shapes) >= 4, "outcomes differ in shape"
