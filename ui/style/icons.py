"""The icons: drawn for this window as one-colour SVG, tinted when they are painted."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent / "icons"


@lru_cache(maxsize=128)
def drawing(name: str) -> str:
    """The SVG text of icon *name*; FileNotFoundError when it was never drawn."""
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def tinted(name: str, colour: str) -> bytes:
    """The SVG of icon *name* in *colour* (``#rrggbb``)."""
    return drawing(name).replace("currentColor", colour).encode()


def pixmap(name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """Icon *name*, *side* device-independent pixels square, for a screen with that pixel *ratio*."""
    image = QPixmap(round(side * ratio), round(side * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(tinted(name, colour))).render(painter, QRectF(0, 0, side * ratio, side * ratio))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, colour: str, faded: str, side: int, ratio: float = 1.0) -> QIcon:
    """Icon *name* for a button on a screen with that pixel *ratio*: in *colour*, in *faded* while disabled."""
    result = QIcon()
    for density in {1.0, ratio}:
        image = pixmap(name, colour, side, density)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):  # else Qt tints the selected one
            result.addPixmap(image, mode)
        result.addPixmap(pixmap(name, faded, side, density), QIcon.Mode.Disabled)
    return result
