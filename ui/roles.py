"""What assistive technology hears of widgets that are painted by ourselves: Qt itself gives those no role."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLES = {
    "Canvas": QAccessible.Role.Chart,
    "PageGrid": QAccessible.Role.Graphic,
    "PictureView": QAccessible.Role.Graphic,
}
"""Name of a class of widgets → role of all its widgets, also of the classes made from it."""


@cache
def install() -> None:
    """Once for the application: from now on Qt asks here first."""
    QAccessible.installFactory(_interface)


def _interface(name: str, thing: QObject) -> QAccessibleInterface | None:
    role = ROLES.get(name)
    if role is None or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, role)
