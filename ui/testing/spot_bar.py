"""What an answer is about: this page, a shared element judged once, the whole sample; and where storing leads to."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.manual import Scope
from eaa_checker.domain.sample import PageState
from ui.desk import Desk
from ui.elided import ElidedLabel
from ui.forms.fields import Choice, Line
from ui.style import scale

PAGES, REQUIREMENTS, STAY = "pages", "requirements", "stay"


class SpotBar(QWidget):
    """``changed`` fires when scope or element were chosen; ``step`` asks for the page before (-1) or after (1)."""

    changed = Signal()
    step = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self._page = ElidedLabel()
        self.before, self.after = QPushButton(), QPushButton()
        self.before.setShortcut("Alt+PgUp")
        self.after.setShortcut("Alt+PgDown")
        self.before.clicked.connect(lambda: self.step.emit(-1))
        self.after.clicked.connect(lambda: self.step.emit(1))
        self.scope = Choice(tuple(Scope))
        self.scope.currentIndexChanged.connect(self._choose)
        self.element = Line()
        self._elements = QStringListModel(self)
        offer = QCompleter(self._elements, self)
        offer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.element.setCompleter(offer)
        self.element.editingFinished.connect(self.changed)
        self.then = QComboBox()
        self.then.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.then.setMinimumContentsLength(12)
        for key in (PAGES, REQUIREMENTS, STAY):
            self.then.addItem("", key)
        kept = self.then.findData(str(desk.memory.value("testing/then", PAGES)))
        self.then.setCurrentIndex(max(0, kept))
        self.then.currentIndexChanged.connect(lambda: desk.memory.setValue("testing/then", self.then.currentData()))
        self._labels = (QLabel(), QLabel(), QLabel())
        for label, field in zip(self._labels, (self.scope, self.element, self.then), strict=True):
            label.setBuddy(field)
            label.setProperty("tone", "soft")
        self._lay_out()
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(scale.NEAR)
        row.addWidget(self._page, 1)
        row.addWidget(self.before)
        row.addWidget(self.after)
        self._grid = QGridLayout()
        self._grid.setSpacing(scale.TIGHT)
        for number, field in enumerate((self.scope, self.element, self.then)):
            self._grid.addWidget(self._labels[number], 2 * number, 0)
            self._grid.addWidget(field, 2 * number + 1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addLayout(row)
        column.addLayout(self._grid)

    def dress(self) -> None:
        for button, icon, words in (
            (self.before, "left", self.tr("Previous page (Alt+Page up)")),
            (self.after, "right", self.tr("Next page (Alt+Page down)")),
        ):
            button.setIcon(self._desk.look.icon(icon))
            button.setToolTip(words)
            button.setAccessibleName(words.partition(" (")[0])
        names = (self.tr("The answer is about"), self.tr("Name of the shared element"), self.tr("After storing go to"))
        for label, field, name in zip(self._labels, (self.scope, self.element, self.then), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.scope.dress(self._desk.language.code)
        self.element.setPlaceholderText(self.tr("header, footer, menu …"))
        thens = {
            PAGES: self.tr("the next page of this requirement"),
            REQUIREMENTS: self.tr("the next requirement on this page"),
            STAY: self.tr("nowhere: stay here"),
        }
        for row in range(self.then.count()):
            self.then.setItemText(row, thens[self.then.itemData(row)])
        self._show_element()

    def keys(self) -> list[QWidget]:
        """What takes the keyboard, in order."""
        return [self.before, self.after, self.scope, self.element, self.then]

    def show_spot(self, address: str, state: str, scope: Scope, element: str, elements: list[str]) -> None:
        """Shows what is answered now; tells nobody."""
        words = next((one.say(self._desk.language.code) for one in PageState if one.value == state), state)
        self._page.setText(f"{address} – {words}" if address else self.tr("No page in the sample"))
        self._elements.setStringList(elements)
        self.scope.blockSignals(True)
        self.scope.choose(scope)
        self.scope.blockSignals(False)
        if self.element.words != element:
            self.element.setText(element)
        self._show_element()

    def _choose(self) -> None:
        self._show_element()
        if self.scope.value is Scope.SHARED and not self.element.words:
            self.element.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show_element(self) -> None:
        shared = self.scope.value is Scope.SHARED
        self.element.setVisible(shared)
        self._labels[1].setVisible(shared)
