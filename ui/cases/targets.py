"""Choosing the targets of a case: a list with boxes, filtered by words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from eaa_checker.domain.organisation import Target
from ui.desk import Desk
from ui.seeking import Sought
from ui.style import scale
from ui.words import MOST_LETTERS

_ID = int(Qt.ItemDataRole.UserRole)
ROWS = 5


class TargetPicker(QWidget):
    """``changed`` fires when a box is ticked or cleared. Space ticks the row that the keyboard is at."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self._filling = False
        self._label = QLabel()
        self._label.setProperty("tone", "soft")
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.words.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.itemChanged.connect(self._changed)
        self._label.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.TIGHT)
        column.addWidget(self._label)
        column.addWidget(self.words)
        column.addWidget(self.list)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def offer(self, targets: Sequence[Target], chosen: Sequence[int]) -> None:
        self._filling = True
        self.list.clear()
        ticked = set(chosen)
        for target in sorted(targets, key=lambda t: (t.id not in ticked, t.organisation_name.casefold(), t.name)):
            item = QListWidgetItem(f"{target.name} – {target.organisation_name}")
            item.setData(_ID, target.id)
            item.setToolTip(target.address)
            item.setSizeHint(QSize(0, self.list.fontMetrics().lineSpacing() + 2 * scale.NEAR))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if target.id in ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self._filling = False
        self.words.setVisible(len(targets) > ROWS)
        self._filter()

    def chosen(self) -> tuple[int, ...]:
        """The numbers of the ticked targets."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        return tuple(int(item.data(_ID)) for item in rows if item.checkState() is Qt.CheckState.Checked)

    def tick(self, target_id: int, ticked: bool = True) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(_ID) == target_id:
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _changed(self, _item: QListWidgetItem) -> None:
        if not self._filling:
            self.changed.emit()

    def _filter(self) -> None:
        sought = Sought(self.words.text())
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not sought.stand_in(item.text(), item.toolTip()))

    def dress(self) -> None:
        self._label.setText(self.tr("Targets (Space ticks)"))
        self.list.setAccessibleName(self.tr("Targets"))
        self.list.setAccessibleDescription(self.tr("Space ticks or clears a target"))
        self.words.setPlaceholderText(self.tr("Filter targets"))
        self.words.setAccessibleName(self.tr("Filter targets"))
        self.list.setFixedHeight(ROWS * (self.list.fontMetrics().lineSpacing() + 2 * scale.NEAR) + scale.NEAR)
