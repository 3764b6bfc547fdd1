"""Starts the window: ``eaa-checker-window [--database PATH] [--scan ID] [--language nl|en]``."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

# First, because PySide6 reads the source of every module that is imported after it: a tenth of a second (decision 20).
from eaa_checker import __version__
from eaa_checker.engine import Engine
from eaa_checker.errors import EaaCheckerError
from eaa_checker.settings import database_of

# isort: split
from PySide6.QtCore import QSettings, QSize, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from ui.bridge import Bridge
from ui.language import LANGUAGES, Language
from ui.style import icons
from ui.style.look import SYSTEM, Look
from ui.style.motion import Choice
from ui.style.palette import PALETTES
from ui.unforeseen import Unforeseen
from ui.window import Window

if TYPE_CHECKING:
    from argparse import Namespace

READY_AFTER = 400
"""Milliseconds after which what the first place does not need is loaded."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the window until it is closed; gives the exit code."""
    chosen = _parse(arguments)
    if chosen.screenshot:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("EAA Checker")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("eaa-checker")
    mark = QPixmap(str(icons.FOLDER / "mark.svg"))
    application.setWindowIcon(QIcon(mark))
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    memory = QSettings(f"{data}/eaa-checker/window.ini", QSettings.Format.IniFormat)
    if chosen.screenshot:  # a picture for a page must not depend on what somebody chose before
        memory = QSettings(os.devnull, QSettings.Format.IniFormat)
    language = Language(application, chosen.language or _kept(memory, "language", LANGUAGES, "nl"))
    themes = (SYSTEM, *(palette.name for palette in PALETTES))
    motion = Choice(_kept(memory, "motion", [*Choice], Choice.SYSTEM))
    look = Look(application, chosen.theme or _kept(memory, "theme", themes, SYSTEM), _kept_factor(memory), motion)
    try:
        engine = Engine.open(chosen.database, rules_later=True)
    except EaaCheckerError as error:
        from ui.problem import ProblemWindow

        problem = ProblemWindow(error, look, language)
        problem.show()
        return error.exit_code if chosen.screenshot else application.exec() or error.exit_code
    bridge = Bridge(engine, application)
    window = Window(bridge, look, language, memory)
    sys.excepthook = _Unexpected(window)
    window.open(chosen.scan, chosen.place)
    if chosen.size:
        window.resize(chosen.size)
    if chosen.screenshot:
        _photograph(window, bridge, chosen.screenshot)
    window.show()
    QTimer.singleShot(READY_AFTER, window.get_ready)
    code = application.exec()
    sys.excepthook = sys.__excepthook__
    bridge.close()
    engine.close()
    return code


def _parse(arguments: Sequence[str] | None) -> Namespace:
    parser = argparse.ArgumentParser(prog="eaa-checker-window", description=__doc__)
    parser.add_argument("--database", type=database_of, help="database to open (default: that of the settings)")
    parser.add_argument("--scan", type=int, default=0, metavar="ID", help="open on this scan")
    parser.add_argument("--place", default="", metavar="KEY", help="open on this place: today, batch, rulebook …")
    parser.add_argument("--language", choices=sorted(LANGUAGES))
    parser.add_argument("--theme", choices=[SYSTEM, *(palette.name for palette in PALETTES)])
    parser.add_argument("--size", type=_size, metavar="WxH", help="size of the window in pixels")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="write a picture of the window and end")
    return parser.parse_args(arguments)


def _size(text: str) -> QSize:
    width, _, height = text.partition("x")
    return QSize(int(width), int(height))


def _kept(memory: QSettings, key: str, allowed: Sequence[str] | dict[str, str], usual: str) -> str:
    value = str(memory.value(key, usual))
    return value if value in allowed else usual


def _kept_factor(memory: QSettings) -> float:
    try:
        return float(str(memory.value("text", 1.0)))
    except ValueError:
        return 1.0


def _photograph(window: Window, bridge: Bridge, file: Path) -> None:
    """Writes the picture once nothing is being read any more, then ends the application."""
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)

    def when_quiet() -> None:
        if bridge.busy:
            QTimer.singleShot(150, when_quiet)
            return
        window.grab().save(str(file))
        QApplication.exit(0)

    QTimer.singleShot(600, when_quiet)


class _Unexpected:
    """An error nobody foresaw: said in the window, written to standard error, and the work goes on."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        if not isinstance(error, Unforeseen):  # who asked has said that one already
            self._window.say_unexpected(error)


if __name__ == "__main__":
    sys.exit(main())
