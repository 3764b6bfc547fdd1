"""The detail pane: the explanation of the chosen observation and its evidence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from eaa_checker.domain.observation import Observation
from ui.bridge import Question
from ui.desk import Desk
from ui.observations.evidence import Evidence
from ui.observations.explanation import Explanation
from ui.style import scale

MOST_PLACES = 1_000


class Detail(QSplitter):
    """Beside each other, or above each other in a narrow pane."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._desk = desk
        self._shown: tuple[int, str] | None = None
        self._asked: Question | None = None
        self.explanation = Explanation(desk)
        self.evidence = Evidence(desk)
        self.addWidget(self.explanation)
        self.addWidget(self.evidence)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(scale.GAP)
        self.setStretchFactor(0, 5)
        self.setStretchFactor(1, 6)

    def show_item(self, scan_id: int, item: Observation | None) -> None:
        """Shows *item* of that scan; the place that is shown stays when only the item's numbers changed."""
        self.explanation.show_item(item)
        shown = (scan_id, item.fingerprint) if item is not None else None
        if item is not None and shown == self._shown and item.count == len(self.evidence._places):
            return
        self._shown = shown
        if self._asked is not None:
            self._asked.drop()
        self.evidence.show_places(item.places if item else (), item.element if item else "", item.count if item else 0)
        if item is not None and item.count > len(item.places):
            self._asked = self._desk.bridge.ask(
                self,
                lambda engine: tuple(engine.places(scan_id, item.fingerprint, limit=MOST_PLACES)),
                self.evidence.add_places,
            )
