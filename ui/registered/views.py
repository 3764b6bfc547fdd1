"""The three sides of a target: its scans, what the register holds of it, and the outcomes by requirement."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar, QWidget

from ui.desk import Desk

SCANS, FILE, OUTCOMES = range(3)


class Views(QTabBar):
    """Tabs above the chosen target; the arrow keys move along them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for _ in (SCANS, FILE, OUTCOMES):
            self.addTab("")
        self.dress()
        desk.language.changed.connect(self.dress)

    def dress(self) -> None:
        self.setAccessibleName(self.tr("Sides of the target"))
        for tab, words in enumerate(
            (self.tr("Scans"), self.tr("Register and competence"), self.tr("Outcomes by requirement"))
        ):
            self.setTabText(tab, words)
            self.setAccessibleTabName(tab, words)
