"""The look in force: which palette, how large the text; applies both to the application and tells who paints."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from pathlib import Path
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget
from shiboken6 import isValid

from ui.style import icons, scale
from ui.style.motion import Choice, Motion
from ui.style.palette import CONTRAST, DARK, LIGHT, PALETTES, Palette
from ui.style.sheet import PARTS, style_sheet

SYSTEM = "system"


class Look(QObject):
    """Palette and text size of the application and its windows. ``changed`` fires after they have been applied."""

    changed = Signal()

    def __init__(
        self, application: QApplication, theme: str = SYSTEM, factor: float = 1.0, motion: Choice = Choice.SYSTEM
    ) -> None:
        """*theme*: ``system``, ``light``, ``dark`` or ``contrast``. *factor*: 1.0 to 2.0 times the text size."""
        super().__init__(application)
        self._application = application
        self._folder = QTemporaryDir()
        self._windows: WeakSet[QWidget] = WeakSet()
        self._sheet = ""
        self._body = min(14.0, max(10.0, application.font().pointSizeF()))
        self.theme = theme
        self.type = scale.TypeScale(self._body, factor)
        self.palette = self._chosen()
        self.motion = Motion(application, motion)
        style = QStyleFactory.create("Fusion")
        if style is not None:  # Fusion is part of Qt itself
            application.setStyle(style)
        self._apply()
        self.motion.changed.connect(self._follow_system)
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def dress(self, window: QWidget) -> None:
        """Gives a window the style sheet, now and whenever it changes, and with it all that is put in the window.

        The sheet belongs to windows and not to the application: with a sheet on the application, Qt styles every part
        again at each step of putting parts together, which made the first opening of a place two to five times as slow
        (measured, see docs/decisions/0021-one-sheet-a-window.md).
        """
        self._windows.add(window)
        window.setStyleSheet(self._sheet)

    def use(self, theme: str) -> None:
        """Switches to another palette (``system`` follows the desktop)."""
        self.theme = theme
        self._follow_system()

    def enlarge(self, step: float) -> None:
        """Makes all text larger (or smaller) by *step*, within 100 % and 200 %; 0 goes back to 100 %."""
        factor = 1.0 if step == 0 else self.type.factor + step
        self.type = scale.TypeScale(self._body, min(scale.MOST, max(scale.LEAST, round(factor, 2))))
        self._apply()
        self.changed.emit()

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """The icon in a colour of the palette in force, named by its use (``text``, ``failed``, ``nav_text`` …)."""
        ratio = self._application.devicePixelRatio()
        return _icon(name, getattr(self.palette, colour), self.palette.edge, self.type.icon, ratio)

    def pixmap(self, name: str, colour: str = "text", side: int | None = None) -> QPixmap:
        """The icon as a picture, for labels."""
        ratio = self._application.devicePixelRatio()
        return icons.pixmap(name, getattr(self.palette, colour), side or self.type.icon, ratio)

    def colour(self, name: str) -> QColor:
        return QColor(getattr(self.palette, name))

    def monospace(self) -> QFont:
        font = QFont()
        font.setFamilies(list(scale.MONOSPACE))
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPointSizeF(self.type.text)
        return font

    def _follow_system(self, *_: object) -> None:
        self.palette = self._chosen()
        self._apply()
        self.changed.emit()

    def _chosen(self) -> Palette:
        for palette in PALETTES:
            if palette.name == self.theme:
                return palette
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _apply(self) -> None:
        font = QFont()
        font.setFamilies(list(scale.FAMILIES))
        font.setPointSizeF(self.type.text)
        self._application.setFont(font)
        self._application.setPalette(_qt_palette(self.palette))
        self._sheet = self.motion.sheet + style_sheet(self.palette, self.type, self._parts())
        for window in filter(isValid, list(self._windows)):
            window.setStyleSheet(self._sheet)

    def _parts(self) -> dict[str, str]:
        """Style sheets take pictures from files only, so the few small parts are written to a temporary folder."""
        paths = {}
        for part, (name, colour) in PARTS.items():
            path = Path(self._folder.path()) / f"{self.palette.name}-{part}.svg"
            if not path.exists():
                path.write_bytes(icons.tinted(name, asdict(self.palette)[colour]))
            paths[part] = path.as_posix()
        return paths


@cache
def _icon(name: str, colour: str, faded: str, side: int, ratio: float) -> QIcon:
    return icons.icon(name, colour, faded, side, ratio)


def _qt_palette(p: Palette) -> QPalette:
    """The same colours for what style sheets do not reach (native parts of Fusion, file dialogs)."""
    role = QPalette.ColorRole
    result = QPalette()
    for name, colour in {
        role.Window: p.window, role.WindowText: p.text, role.Base: p.surface, role.AlternateBase: p.sunken,
        role.Text: p.text, role.Button: p.surface, role.ButtonText: p.text, role.BrightText: p.failed,
        role.Highlight: p.selected, role.HighlightedText: p.text, role.ToolTipBase: p.text, role.ToolTipText: p.surface,
        role.PlaceholderText: p.soft, role.Link: p.accent, role.LinkVisited: p.accent, role.Mid: p.edge,
        role.Light: p.surface, role.Midlight: p.sunken, role.Dark: p.edge, role.Shadow: p.border, role.Accent: p.accent,
    }.items():  # fmt: skip
        result.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, name, QColor(p.edge))
    return result
