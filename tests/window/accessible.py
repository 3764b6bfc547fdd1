"""What a window shows to assistive technology and to the eye: its tree, its controls, its colours, its focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
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
    QToolButton,
    QWidget,
)

from ui.shell.header import CrumbButton
from ui.window import Window

CONTAINERS = (QAbstractItemView,)
"""Tables expose every cell as a child; their rows are data, not controls."""
NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window)
"""Roles that tell nobody what a thing is."""
MOST_LINKS = 6
Colour = tuple[int, int, int]


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


def controls(window: QWidget) -> list[QWidget]:
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


def nameless(window: QWidget) -> list[str]:
    """Controls without a name of their own, and focusable nodes of the tree without a name or a telling role."""
    wrong = []
    for widget in controls(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        nameless_button = not interface.text(QAccessible.Text.Name).strip()
        nameless_field = not isinstance(widget, QAbstractButton) and not has_name_of_its_own(widget)
        if nameless_button or nameless_field:
            wrong.append(describe(widget))
    for node in tree(QAccessible.queryAccessibleInterface(window)):
        role, name, widget = node.role(), node.text(QAccessible.Text.Name).strip(), node.object()
        acts = node.state().focusable or (role == QAccessible.Role.Button and not node.state().disabled)
        passes_on = isinstance(widget, QScrollArea) or (isinstance(widget, QWidget) and widget.focusProxy() is not None)
        if acts and not passes_on and (not name or role in NO_ROLE):
            wrong.append(f"{role.name} “{name}” {type(widget).__name__}")
    return wrong


def walk_by_tab(window: Window) -> tuple[list[str], list[str]]:
    """(controls that Tab does not reach, controls round which no focus is seen); AssertionError for a trap."""
    window.activateWindow()
    first = window.search
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is first, "Shift+Tab does not go back"
    expected = set(controls(window))
    visited: list[QWidget] = []
    unseen = []
    for _ in range(len(expected) + 10):
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in visited:
            break
        visited.append(widget)
        if not focus_is_seen(window, widget):
            unseen.append(describe(widget))
        for _ in range(MOST_LINKS):  # Tab walks the links inside a text before it leaves it
            QTest.keyClick(widget, Qt.Key.Key_Tab)
            if QApplication.focusWidget() is not widget:
                break
    assert QApplication.focusWidget() is first, f"Tab does not come back: {[*map(describe, visited[-3:])]}"
    return sorted(map(describe, expected - set(visited))), unseen


def focus_is_seen(window: Window, widget: QWidget) -> bool:
    """At least a hundred pixels differ between with and without the ring, and the ring lies round the control."""
    QApplication.processEvents()
    ring = window.ring
    if not ring.isVisible():
        return False
    area = ring.geometry() & window.rect()
    edges = [QRect(area.left(), y, area.width(), 1) for y in (area.top() + 1, area.bottom() - 1)]
    with_ring = [window.grab(edge).toImage() for edge in edges]
    ring.hide()
    without = [window.grab(edge).toImage() for edge in edges]
    ring.show()
    changed = sum(
        one.pixel(x, 0) != other.pixel(x, 0)
        for one, other in zip(with_ring, without, strict=True)
        for x in range(min(one.width(), other.width()))
    )
    middle = widget.mapTo(window, widget.rect().center())
    inside = area.contains(middle) or isinstance(widget, QTabBar | QAbstractScrollArea)
    return changed >= min(100, area.width()) and inside


def words_on(widget: QLabel | QAbstractButton) -> str:
    """The words that are drawn: a button that shows only its icon keeps its text for assistive technology."""
    style = widget.toolButtonStyle() if isinstance(widget, QToolButton) else None
    if style is Qt.ToolButtonStyle.ToolButtonIconOnly and not widget.icon().isNull():
        return ""
    return widget.text().replace("&&", "&").strip()


def cut_words(window: QWidget) -> list[str]:
    """Buttons, check boxes and texts whose words do not fit into what is on the screen of them."""
    cut = []
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible() or not words_on(button) or isinstance(button, CrumbButton):
            continue  # a step of the path shortens its words itself; its name and tool tip have them all
        room = button.width() - (button.iconSize().width() if not button.icon().isNull() else 0)
        lines = words_on(button).split("\n")
        too_low = button.height() < len(lines) * button.fontMetrics().height()
        if too_low or max(map(button.fontMetrics().horizontalAdvance, lines)) > room:
            cut.append(f"{describe(button)} {button.size().toTuple()}")
    for label in window.findChildren(QLabel):
        # A label that shortens its words itself has them all in its tool tip and its name.
        if not label.isVisible() or not label.text() or label.toolTip() or type(label) is not QLabel:
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        too_narrow = not label.wordWrap() and label.sizeHint().width() > label.width() + 1
        if label.height() < needed - 1 or too_narrow:
            cut.append(f"QLabel “{label.text()[:50]}” {label.size().toTuple()}, needs {label.sizeHint().toTuple()}")
    return cut


def sideways(window: QWidget) -> list[str]:
    """Places that must be scrolled in two directions to be read; tables and pictures may (WCAG 1.4.10).

    Less than the width of a letter hides nothing: margins lie there.
    """
    return [
        f"{describe(area)}: {area.horizontalScrollBar().maximum()}"
        for area in window.findChildren(QScrollArea)
        if area.isVisible()
        and area.objectName() != "picture"
        and area.horizontalScrollBar().maximum() >= area.fontMetrics().averageCharWidth()
    ]


# -- colours as they are drawn -------------------------------------------------------------------------------------


@cache
def luminance(colour: Colour) -> float:
    """Relative luminance, WCAG 2.2."""
    r, g, b = (p / 12.92 if (p := part / 255) <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def ratio(one: Colour, other: Colour) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def drawn_contrast(image: QImage, area: QRect) -> float:
    """Between the colour most seen in *area* and the one that differs most from it: text and its background.

    Smoothed edges of letters only lie between the two, so the strongest pixel is the text's own colour.
    """
    area &= image.rect()
    raw = image.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    seen = Counter(memoryview(bytes(raw.constBits())).cast("I"))  # a row of this format has no filling bytes
    if not seen:
        return 21.0
    back = _parts(seen.most_common(1)[0][0])
    return max(ratio(back, _parts(pixel)) for pixel in seen)


def _parts(pixel: int) -> Colour:
    return pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255


def faint_words(window: QWidget, least: float = 4.5) -> list[str]:
    """Labels and enabled buttons with words that are drawn with less contrast than *least*."""
    image = window.grab().toImage()
    faint = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible() or not widget.isEnabled():
            continue
        if not words_on(widget) or widget.visibleRegion().isEmpty():
            continue
        seen = widget.visibleRegion().boundingRect()
        if seen.height() < widget.fontMetrics().xHeight() or seen.width() < 6:
            continue
        area = QRect(widget.mapTo(window, seen.topLeft()), QSize(seen.width(), seen.height()))
        contrast = drawn_contrast(image, area.adjusted(3, 3, -3, -3))
        if contrast < least:
            faint.append(f"{describe(widget)} “{widget.text()[:40]}” {contrast:.2f} at {_at(area.topLeft())}")
    return faint


def _at(point: QPoint) -> str:
    return f"{point.x()},{point.y()}"
