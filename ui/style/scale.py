"""The steps of type and space; a size that is not here is not used."""

from __future__ import annotations

from dataclasses import dataclass

FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Cantarell", "Noto Sans", "Liberation Sans", "DejaVu Sans")
MONOSPACE = ("JetBrains Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono")

HAIR, TIGHT, NEAR, GAP, WIDE = 2, 4, 8, 12, 20
"""Spacing in device-independent pixels."""
RADIUS = 6
RING = 2
"""Width of the focus ring."""

LEAST, MOST = 1.0, 2.0
"""How far the text can be enlarged (WCAG 1.4.4 asks for 200 %)."""

STACK_FROM = 1.4


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Type sizes in points, all derived from one body size."""

    body: float
    factor: float = 1.0

    def _step(self, ratio: float) -> float:
        return round(self.body * self.factor * ratio, 1)

    @property
    def large(self) -> bool:
        """What stands beside each other at other times stands under each other, so that nothing is lost."""
        return self.factor >= STACK_FROM

    @property
    def small(self) -> float:
        return self._step(0.92)

    @property
    def text(self) -> float:
        return self._step(1.0)

    @property
    def strong(self) -> float:
        """Headings inside a pane."""
        return self._step(1.1)

    @property
    def number(self) -> float:
        """Counts that are looked at first."""
        return self._step(1.4)

    @property
    def title(self) -> float:
        """The one title of a place."""
        return self._step(1.65)

    @property
    def icon(self) -> int:
        """Side of an icon in pixels, in step with the text beside it."""
        return round(self.body * self.factor * 1.7)

    @property
    def line(self) -> int:
        """Height of a line of text in pixels: no layout makes a button lower than its words."""
        return round(self.text * 96 / 72 * 1.17)
