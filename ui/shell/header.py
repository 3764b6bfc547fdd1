"""The head of the window: where one is, as a path whose steps are links, and the search over everything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyleOptionButton,
    QWidget,
)

from ui.elided import ElidedLabel
from ui.language import Language
from ui.place import Crumb, Link
from ui.shell.search import SearchField
from ui.style import scale
from ui.style.look import Look

SEARCH_WIDTH = 300


class CrumbButton(QPushButton):
    """A step of the path that leads back to where it names; shortened with … where there is no room for it."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self._painting = False
        self.setMinimumWidth(3 * self.fontMetrics().averageCharWidth() + 2 * scale.NEAR)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self._painting:
            room = self.contentsRect().width() - 2 * scale.NEAR - scale.HAIR
            elided = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
            option.text = elided

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painting = True
        super().paintEvent(event)
        self._painting = False


class Header(QWidget):
    """``followed`` carries the Link of the step that was pressed."""

    followed = Signal(object)

    def __init__(self, search: SearchField, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._crumbs: tuple[Crumb, ...] = ()
        self._steps: list[QWidget] = []
        self.search = search
        self._path = QWidget()
        self._path.setObjectName("plain")
        self._path.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._path_row = QHBoxLayout(self._path)
        self._path_row.setContentsMargins(0, 0, 0, 0)
        self._path_row.setSpacing(scale.HAIR)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(scale.WIDE - scale.NEAR, scale.TIGHT + 1, scale.WIDE, scale.TIGHT + 1)
        self._row.setSpacing(scale.GAP)
        self._row.addWidget(self._path, 1)
        self._row.addWidget(search)
        self.dress()
        look.changed.connect(self.dress)
        language.changed.connect(self.dress)

    def dress(self) -> None:
        self._path.setAccessibleName(self.tr("Where you are"))
        large = self._look.type.large
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        self.search.setFixedWidth(SEARCH_WIDTH) if not large else self.search.setMaximumWidth(16_777_215)
        if large:
            self.search.setMinimumWidth(0)
        self.show_path(self._crumbs)

    @property
    def path(self) -> str:
        """The path as one text."""
        return " › ".join(crumb.text for crumb in self._crumbs)

    def show_path(self, crumbs: Sequence[Crumb]) -> None:
        """Shows the path; the last step is where one is and no link."""
        self._crumbs = tuple(crumbs)
        for step in self._steps:
            self._path_row.removeWidget(step)
            step.hide()
            step.deleteLater()
        self._steps = []
        for number, crumb in enumerate(self._crumbs):
            last = number == len(self._crumbs) - 1
            if number:
                sign = QLabel()
                sign.setPixmap(self._look.pixmap("right", "soft", round(self._look.type.icon * 0.7)))
                self._add(sign, 0)
            if last or crumb.link is None:
                here = ElidedLabel(crumb.text)
                here.setProperty("tone", "here")
                self._add(here, 1)
            else:
                self._add(self._button(crumb.text, crumb.link), 0)

    def _button(self, text: str, link: Link) -> CrumbButton:
        shown = text if len(text) <= 36 else text[:34].rstrip() + "…"
        button = CrumbButton(shown)
        button.setProperty("kind", "crumb")
        button.setAccessibleName(text)
        button.setToolTip(self.tr("Back to {0}").format(text))
        button.clicked.connect(lambda: self.followed.emit(link))
        return button

    def _add(self, widget: QWidget, stretch: int) -> None:
        self._path_row.addWidget(widget, stretch)
        widget.show()  # the layout shows it too, but later, and not when the path changes again meanwhile
        self._steps.append(widget)
