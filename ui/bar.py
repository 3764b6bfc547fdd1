"""A row of fields and buttons that stacks where it would not fit."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.style import scale
from ui.style.look import Look


class Bar(QBoxLayout):
    """Widgets beside each other; under each other where the text is large, or the room is narrow."""

    def __init__(
        self, look: Look, *widgets: QWidget | tuple[QWidget, int], stack_below: int = 0, gap: int = scale.NEAR
    ) -> None:
        """*widgets*: in order; one with a number gets that share of the room that is left, which stays empty at the end
        when nobody has one. Without any, it is filled by whoever made it. *stack_below*: width in pixels under which
        they stack, told by `fit`; *gap*: in pixels."""
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._look, self._stack_below = look, stack_below
        self._width = stack_below
        self.setSpacing(gap)
        pairs = [one if isinstance(one, tuple) else (one, 0) for one in widgets]
        for widget, share in pairs:
            self.addWidget(widget, share)
        if pairs and not any(share for _, share in pairs):
            self.addStretch(1)
        self._turn()
        look.changed.connect(self._turn)

    def fit(self, width: int) -> None:
        """The room is *width* pixels wide now."""
        self._width = width
        self._turn()

    def _turn(self) -> None:
        down = self._look.type.large or self._width < self._stack_below
        self.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)
