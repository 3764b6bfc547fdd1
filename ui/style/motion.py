"""Reduced motion: what the desktop asks for, or what the user chose here (EN 301 549, 11.7; WCAG 2.2.2, 2.3.1).

Qt 6.11 does not tell a program that the desktop wants less motion, so the desktop is asked itself: on Linux the portal
for settings (https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html), which also
tells of a change; on Windows ``SPI_GETCLIENTAREAANIMATION``; on macOS the preference of Universal Access.
"""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

_SERVICE, _PATH, _SETTINGS = (
    "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
)  # fmt: skip
_KEYS = {("org.freedesktop.appearance", "reduced-motion"): 1, ("org.gnome.desktop.interface", "enable-animations"): 0}
"""Setting → the value that asks for less motion."""
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip, Qt.UIEffect.UI_AnimateToolBox,
)  # fmt: skip
_CLIENT_AREA_ANIMATION = 0x1042
"""``SPI_GETCLIENTAREAANIMATION`` of winuser.h."""


class Choice(StrEnum):
    """What the user of this window chose."""

    SYSTEM = "system"
    REDUCE = "reduce"
    FULL = "full"


class Motion(QObject):
    """Whether things may move by themselves. ``changed`` fires when that is another than before."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: Choice = Choice.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._flash = application.cursorFlashTime()
        self._effects = {effect: application.isEffectEnabled(effect) for effect in _EFFECTS}
        self._wanted: dict[tuple[str, str], bool] = {}
        self._elsewhere = _asked_of_windows() or _asked_of_mac()
        self.choice = choice
        self._apply()
        QTimer.singleShot(0, self, self._ask_portal)

    @property
    def reduced(self) -> bool:
        """Nothing moves, fades or blinks by itself, and what is shown is read again only when asked."""
        if self.choice is Choice.SYSTEM:
            return self._elsewhere or any(self._wanted.values())
        return self.choice is Choice.REDUCE

    @property
    def sheet(self) -> str:
        """What a window's style sheet says on it."""
        return "* { widget-animation-duration: 0; }\n" if self.reduced else ""

    def use(self, choice: Choice) -> None:
        before, self.choice = self.reduced, choice
        self._tell(before)

    def desktop_says(self, group: str, key: str, value: Any) -> None:
        """A setting of the desktop is *value*; others than those on motion are passed over."""
        if (group, key) in _KEYS and isinstance(value, bool | int):
            before = self.reduced
            self._wanted[group, key] = int(value) == _KEYS[group, key]
            self._tell(before)

    def _tell(self, before: bool) -> None:
        if self.reduced != before:
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        for effect, usual in self._effects.items():
            self._application.setEffectEnabled(effect, usual and not self.reduced)
        self._application.setCursorFlashTime(0 if self.reduced else self._flash)

    # -- the portal of Linux ------------------------------------------------------------------------------------------

    def _ask_portal(self) -> None:
        """Asks without waiting: a portal that hangs must not hold up the window."""
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        has_bus = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (runtime and Path(runtime, "bus").exists())
        if not sys.platform.startswith("linux") or not has_bus:
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        slot = SLOT("_setting_changed(QString,QString,QDBusVariant)")
        # The types of PySide 6.11 want bytes here; at run time only text connects.
        bus.connect(_SERVICE, _PATH, _SETTINGS, "SettingChanged", self, slot)  # type: ignore[call-overload]
        for group, key in _KEYS:
            question = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SETTINGS, "ReadOne")
            question.setArguments([group, key])
            call = bus.asyncCall(question)
            watcher = QDBusPendingCallWatcher(call, self)

            def answered(_: object, call: Any = call, group: str = group, key: str = key) -> None:
                values = call.reply().arguments()
                if values and not call.isError():
                    self.desktop_says(group, key, _bare(values[0]))

            watcher.finished.connect(answered)

    @Slot(str, str, "QDBusVariant")
    def _setting_changed(self, group: str, key: str, value: object) -> None:
        self.desktop_says(group, key, _bare(value))


def _bare(value: Any) -> Any:
    """The value within D-Bus variants."""
    while hasattr(value, "variant"):
        value = value.variant()
    return value


def _asked_of_windows() -> bool:
    if sys.platform == "win32":
        import ctypes

        shown = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0)
        return not shown.value
    return False


def _asked_of_mac() -> bool:
    if sys.platform == "darwin":
        kept = QSettings("apple.com", "universalaccess").value("reduceMotion", 0)
        return str(kept).casefold() in ("1", "true")
    return False
