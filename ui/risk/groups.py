"""Targets by sector, or by supplier and content management system: one row each, with what the figure rests on."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from eaa_checker.domain.risk import RiskGroup
from ui.desk import Desk
from ui.place import Link
from ui.risk.rows import group_columns
from ui.style import scale
from ui.table import RowTable, prepare
from ui.table_view import RowView


class GroupList(QWidget):
    """Enter on a row shows its targets in the ranking."""

    def __init__(self, desk: Desk, kind: Literal["sector", "supplier"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk, self._kind = desk, kind
        self._groups: list[RiskGroup] = []
        self._columns = group_columns(lambda: desk.language.locale)
        self.table: RowTable[RiskGroup] = RowTable(self._columns, lambda one: one.name, desk.look, self)
        self.view: RowView[RiskGroup] = RowView(self.table, desk.look)
        self.view.remember(desk, f"risk-{kind}")
        self.view.opened.connect(lambda one: desk.links.follow(Link("risk", kind, one.name)))
        self._hint = QLabel(wordWrap=True)
        self._hint.setProperty("tone", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scale.NEAR, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addWidget(self._hint)
        column.addWidget(self.view, 1)
        self.dress()
        desk.language.changed.connect(self.dress)

    def show_groups(self, groups: list[RiskGroup]) -> None:
        self._groups = groups
        self.table.set_rows(prepare(groups, self._columns, self._desk.language.code))
        if self.view.current is None:
            self.view.choose_first()

    def dress(self) -> None:
        if self._kind == "sector":
            self.view.setAccessibleName(self.tr("Sectors"))
            hint = self.tr("By type and tag of the organisation; a target of several sectors counts in each.")
        else:
            self.view.setAccessibleName(self.tr("Suppliers"))
            hint = self.tr("By supplier, and by content management system where a site says what it was made with.")
        self._hint.setText(hint + " " + self.tr("Enter shows the targets of a row in the ranking."))
        self.view.setAccessibleDescription(self._hint.text())
        self.show_groups(self._groups)
