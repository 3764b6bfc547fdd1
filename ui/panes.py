"""A table and what is told of the chosen row: beside each other where there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.style import scale
from ui.style.look import Look

BESIDE_FROM = 1_000
"""Width in pixels from which the panes stand beside each other instead of under each other."""


class Panes(QSplitter):
    """Two panes with a line between them that can be moved; neither can be moved away."""

    def __init__(self, look: Look, first: QWidget, second: QWidget, sizes: tuple[int, int]) -> None:
        """*sizes*: pixels of both at first, or their proportion."""
        super().__init__(Qt.Orientation.Horizontal)
        self._look, self._width = look, BESIDE_FROM
        self.addWidget(first)
        self.addWidget(second)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(scale.GAP)
        self.setSizes(list(sizes))
        self._turn()
        look.changed.connect(self._turn)

    def fit(self, width: int) -> None:
        """The room is *width* pixels wide now."""
        self._width = width
        self._turn()

    def _turn(self) -> None:
        under = self._look.type.large or self._width < BESIDE_FROM
        self.setOrientation(Qt.Orientation.Vertical if under else Qt.Orientation.Horizontal)
