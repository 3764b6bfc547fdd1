"""The step test: the panel for testing by hand, made when somebody first comes here."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from ui.cases.ask import ReasonBar
from ui.cases.part import Part
from ui.cases.steps import Seen, Step
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.testing.panel import TestingPanel


class TestStep(Part):
    """Holds the panel; before the phase of action it says why there is nothing to test yet."""

    __test__ = False  # no test of pytest's

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.panel: TestingPanel | None = None
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("tone", "soft")
        self.column.addWidget(self.note)
        self.dress()
        desk.language.changed.connect(self.dress)

    def show_case(self, seen: Seen) -> None:
        same = self.seen is not None and self.seen.case.id == seen.case.id
        super().show_case(seen)
        begun = seen.progress[Step.TEST].begun
        if begun and self.panel is None and find_spec("ui.testing.panel") is not None:
            from ui.testing.panel import TestingPanel

            self.panel = TestingPanel(self.desk)
            self.panel.changed.connect(self.changed)
            self.column.addWidget(self.panel, 1)
            same = False
        if self.panel is not None:
            self.panel.setVisible(begun)
            if begun and not same:
                self.panel.open_case(seen.case.id)
        self.note.setVisible(not begun or self.panel is None)
        self.dress()

    def keys(self) -> list[QWidget]:
        return [self.panel] if self.panel is not None else []

    def dress(self) -> None:
        self.note.setText(
            self.tr("Testing by hand begins in the phase supervisory action, once norms and targets stand.")
        )
