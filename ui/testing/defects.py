"""The barriers that a person saw on one page: several may stand there, each with its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.manual import Defect
from ui.desk import Desk
from ui.forms.fields import Line, Text
from ui.style import scale


class _Row(QWidget):
    """One barrier: what, where, and a button that takes it away."""

    typed = Signal()
    unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.pictures: tuple[str, ...] = ()
        self.what = Text(lines=2)
        self.where = Line()
        self.away = QPushButton()
        self.labels = (QLabel(), QLabel())
        for label, field in zip(self.labels, (self.what, self.where), strict=True):
            label.setBuddy(field)
            label.setProperty("tone", "soft")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(scale.TIGHT)
        grid.addWidget(self.labels[0], 0, 0, 1, 2)
        grid.addWidget(self.what, 1, 0, 1, 2)
        grid.addWidget(self.labels[1], 2, 0, 1, 2)
        grid.addWidget(self.where, 3, 0)
        grid.addWidget(self.away, 3, 1)
        self.what.textChanged.connect(self.typed)
        self.where.textChanged.connect(self.typed)
        self.away.clicked.connect(self.unwanted)


class DefectList(QWidget):
    """``typed`` fires at every keystroke in any of them."""

    typed = Signal()
    added = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self.rows: list[_Row] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(scale.NEAR)
        self.more = QPushButton()
        self.more.clicked.connect(lambda: self._add(Defect(""), focus=True))
        bar = QHBoxLayout()
        bar.addWidget(self.more)
        bar.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(scale.NEAR)
        whole.addLayout(self._column)
        whole.addLayout(bar)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def dress(self) -> None:
        self.more.setText(self.tr("Add a barrier") if not self.rows else self.tr("Add another barrier"))
        for number, row in enumerate(self.rows, 1):
            names = (self.tr("Barrier {0}: what is wrong").format(number), self.tr("Where on the page"))
            for label, field, name in zip(row.labels, (row.what, row.where), names, strict=True):
                label.setText(name)
                field.setAccessibleName(f"{name} ({number})" if field is row.where else name)
            row.what.fit()
            row.away.setText(self.tr("Take away"))
            row.away.setAccessibleName(self.tr("Take barrier {0} away").format(number))

    def show_defects(self, defects: tuple[Defect, ...]) -> None:
        for row in self.rows:
            row.deleteLater()
            row.hide()
        self.rows = []
        for defect in defects:
            self._add(defect)
        self.dress()

    @property
    def defects(self) -> tuple[Defect, ...]:
        """Those that were described, or placed."""
        rows = ((row.what.words, row.where.words, row.pictures) for row in self.rows)
        return tuple(Defect(what, where, pictures) for what, where, pictures in rows if what or where)

    def _add(self, defect: Defect, *, focus: bool = False) -> None:
        row = _Row()
        row.what.setPlainText(defect.description)
        row.where.setText(defect.path)
        row.pictures = defect.pictures
        row.typed.connect(self.typed)
        row.unwanted.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.addWidget(row)
        self.dress()
        self.added.emit()
        if focus:
            row.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: _Row) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.dress()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typed.emit()
