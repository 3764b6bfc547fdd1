"""The table of observations with its filters."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from eaa_checker.domain.observation import Observation
from rules.contract import Verdict
from ui.bar import Bar
from ui.desk import Desk
from ui.observations import rows
from ui.style import scale
from ui.table import Column, Prepared, RowTable
from ui.table_view import RowView
from ui.words import MOST_LETTERS, SIGNS, VERDICTS, number_of, order_of


class ObservationList(QWidget):
    """Filter by words, outcome and requirement; ``chosen`` carries the current Observation or None."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.columns: list[Column[Observation]] = rows.columns()
        self.table: RowTable[Observation] = RowTable(self.columns, lambda o: o.fingerprint, desk.look, self)
        self.view: RowView[Observation] = RowView(self.table, desk.look)
        self.view.remember(desk, "observations")
        self.view.chosen.connect(self.chosen)
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.words.textChanged.connect(self._filter)
        self.outcome = QComboBox()
        self.outcome.currentIndexChanged.connect(self._filter)
        self.requirement = QComboBox()
        self.requirement.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.requirement.setMinimumContentsLength(12)
        self.requirement.currentIndexChanged.connect(self._filter)
        self.count = QLabel()
        self.count.setProperty("tone", "soft")
        self._requirements: list[str] = []
        self.outcome.addItem("", None)
        for verdict in (Verdict.FAILED, Verdict.CANNOT_TELL):
            self.outcome.addItem("", verdict)
        self.requirement.addItem("", None)
        search = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        search.activated.connect(self.words.setFocus)
        search.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scale.NEAR, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addLayout(Bar(desk.look, (self.words, 3), self.outcome, (self.requirement, 2), self.count))
        column.addWidget(self.view, 1)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def dress(self) -> None:
        language = self._desk.language.code
        self.words.setPlaceholderText(self.tr("Filter: words, element, rule, page …"))
        self.words.setAccessibleName(self.tr("Filter observations by words"))
        self.outcome.setAccessibleName(self.tr("Filter by outcome"))
        self.requirement.setAccessibleName(self.tr("Filter by requirement"))
        self.view.setAccessibleName(self.tr("Observations"))
        self.outcome.setItemText(0, self.tr("All outcomes"))
        for row in range(1, self.outcome.count()):
            verdict = Verdict(self.outcome.itemData(row))
            self.outcome.setItemText(row, VERDICTS[verdict].say(language))
            self.outcome.setItemIcon(row, self._desk.look.icon(*SIGNS[verdict]))
        self.requirement.setItemText(0, self.tr("All requirements"))
        for row in range(1, self.requirement.count()):
            key = str(self.requirement.itemData(row))
            self.requirement.setItemText(row, self._desk.bridge.engine.requirement_words(key, language))
        self._say_count()

    def show_rows(self, prepared: Prepared[Observation]) -> None:
        """Shows these rows; the current row stays current if it is still there, else the first one becomes it."""
        keys = {key for item in prepared.items for key in item.requirements}
        ordered = sorted(keys, key=lambda key: order_of(number_of(key)))
        if ordered != self._requirements:
            self._offer_requirements(ordered)
        self.table.set_rows(prepared)
        if self.view.current is None:
            self.view.choose_first()
        self._say_count()

    def show_only(self, verdict: Verdict | None) -> None:
        """Filters by outcome and drops the other filters."""
        self.words.clear()
        self.requirement.setCurrentIndex(0)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(verdict)))

    def _offer_requirements(self, keys: list[str]) -> None:
        before = self.requirement.currentData()
        self._requirements = keys
        self.requirement.blockSignals(True)
        while self.requirement.count() > 1:
            self.requirement.removeItem(1)
        for key in keys:
            words = self._desk.bridge.engine.requirement_words(key, self._desk.language.code)
            self.requirement.addItem(words, key)
        self.requirement.setCurrentIndex(max(0, self.requirement.findData(before)))
        self.requirement.blockSignals(False)
        self._filter()

    def _filter(self, *_: Any) -> None:
        verdict, key = self.outcome.currentData(), self.requirement.currentData()

        def passes(item: Observation) -> bool:
            return (verdict is None or item.verdict == verdict) and (key is None or key in item.requirements)

        self.table.set_filter(self.words.text(), passes if verdict or key else None)
        if self.view.current is None:
            self.view.choose_first()
        self._say_count()

    def _say_count(self) -> None:
        locale = self._desk.language.locale
        shown, total = self.table.rowCount(), self.table.total
        self.count.setText(self.tr("{0} of {1}").format(locale.toString(shown), locale.toString(total)))
        self.count.setAccessibleName(
            self.tr("{0} of {1} observations shown").format(locale.toString(shown), locale.toString(total))
        )
