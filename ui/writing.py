"""Something that is being written to disk: said while it goes on, and afterwards the way to where it stands."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QDir, QTimer, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QVBoxLayout, QWidget

from eaa_checker.errors import EaaCheckerError
from ui.desk import Desk
from ui.style import scale
from ui.words import clock

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

T = TypeVar("T")
_EACH_SECOND = 1_000
_MOST_NAMES = 1_000


class Writing(QFrame):
    """Hidden when nothing is written. It stands where the work began, and the work goes on beside it."""

    ended = Signal()
    """What was written is there, or it was refused."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setProperty("kind", "info")
        self._desk = desk
        self._under_way: dict[int, tuple[Path, float]] = {}
        self._count = 0
        self.words = QLabel(wordWrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.NEAR)
        column.addWidget(self.words)
        self._second = QTimer(self, interval=_EACH_SECOND)
        self._second.timeout.connect(self._say)
        self.hide()
        desk.language.changed.connect(self._say)

    def write(
        self,
        path: Path,
        what: Callable[[Engine], T],
        then: Callable[[T], None] | None = None,
        otherwise: Callable[[EaaCheckerError], None] | None = None,
    ) -> None:
        """Has the engine write *path* in the background. What it refuses goes to *otherwise*, else to the messages;
        the engine leaves nothing half-written behind."""
        self._count += 1
        number = self._count
        self._under_way[number] = path, time.monotonic()
        self._say()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words.text()))

        def done(answer: T) -> None:
            self._end(number)
            self._tell(path)
            if then is not None:
                then(answer)
            self.ended.emit()

        def refused(error: EaaCheckerError) -> None:
            self._end(number)
            (otherwise or self._desk.notices.say_error)(error)
            self.ended.emit()

        self._desk.bridge.ask(self, what, done, refused)

    def _end(self, number: int) -> None:
        self._under_way.pop(number, None)
        self._say()

    def _tell(self, path: Path) -> None:
        folder = path if path.is_dir() else path.parent
        said = self.tr("Written: {0}").format(path)
        opens, to_folder = self.tr("Open"), self.tr("Open the folder")
        if path.is_dir():
            self._desk.notices.say("done", said, to_folder, lambda: show(folder))
        else:
            self._desk.notices.say("done", said, opens, lambda: show(path), (to_folder, lambda: show(folder)))

    def _say(self) -> None:
        busy = list(self._under_way.values())
        self.setVisible(bool(busy))
        if not busy:
            self._second.stop()
            return
        if not self._second.isActive():
            self._second.start()
        words = self.tr("Being written: {0} ({1})")
        now = time.monotonic()
        self.words.setText("\n".join(words.format(path.name, clock(now - begun)) for path, begun in busy))


def show(path: Path) -> None:
    """Opens a file or folder in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def plain_name(words: str, otherwise: str) -> str:
    """A name for a file that every system takes."""
    return re.sub(r"[^\w-]+", "-", words).strip("-").lower() or otherwise


def ask_file(parent: QWidget, title: str, name: str) -> Path | None:
    """Where a file is to go; None when it is not to be written after all."""
    path, _ = QFileDialog.getSaveFileName(parent, title, QDir.home().filePath(name))
    return Path(path) if path else None


def ask_folder(parent: QWidget, title: str, name: str) -> Path | None:
    """The new folder *name* in a folder that is asked for; with a number where it is taken. None: not after all."""
    chosen = QFileDialog.getExistingDirectory(parent, title, QDir.homePath())
    if not chosen:
        return None
    places = (Path(chosen) / (f"{name}-{n}" if n > 1 else name) for n in range(1, _MOST_NAMES))
    return next((place for place in places if not place.exists()), Path(chosen) / name)
