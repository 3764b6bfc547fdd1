"""The latest page of a running scan, small: its picture once the worker has stored it, with its address as name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from eaa_checker.domain.address import Ending
from eaa_checker.domain.capture import PartKind
from eaa_checker.domain.scan import Progress
from ui.desk import Desk
from ui.elided import ElidedLabel
from ui.style import scale

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

WIDTH, HEIGHT = 192, 132
PAUSE = 700
"""Milliseconds between two readings of the store: the worker that writes to it goes first."""
Taken = tuple[QImage, bool]
"""The picture, and whether it shows the whole page and not one element of it."""


class Thumbnail(QWidget):
    """Reads only while it is seen, one picture at a time and only the latest: it never falls behind a fast scan."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: Progress | None = None
        self._turn = 0
        self._shown = ""
        self._whole = True
        self._reading = False
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.picture.setObjectName("thumbnail")
        self.picture.setProperty("tone", "soft")
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self._address = ElidedLabel()
        self._address.setProperty("tone", "soft")
        self.picture.setFixedSize(QSize(WIDTH, HEIGHT))
        self.picture.setFrameShape(QFrame.Shape.Box)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.TIGHT)
        column.addWidget(self.picture)
        column.addWidget(self._address)
        column.addStretch(1)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._read)
        self.begin()
        desk.language.changed.connect(self.dress)

    def begin(self) -> None:
        """Another scan: nothing is shown until one of its pages is there."""
        self._wanted, self._shown, self._whole = None, "", True
        self._turn += 1
        self._reading = False
        self.picture.setPixmap(QPixmap())
        self.setVisible(False)
        self.dress()

    def report(self, report: Progress) -> None:
        """Takes a report of the scan; a page that was captured becomes the one to show."""
        if report.event == "page" and report.ending in (Ending.CAPTURED.value, Ending.NOT_SETTLED.value):
            self._wanted = report
            self.setVisible(True)
            if not self._reading and not self._timer.isActive():
                self._timer.start(0)

    def dress(self) -> None:
        self._address.setText(self._shown)
        said = self.tr("Picture of {0}") if self._whole else self.tr("Part of {0}: this scan makes no whole pictures")
        words = said.format(self._shown) if self._shown else ""
        self.picture.setToolTip(words)
        if self.picture.pixmap().isNull() and self._shown:
            self.picture.setText(self.tr("No picture of this page (quick scan)"))
            words = f"{self._shown}: {self.picture.text()}"
        self.picture.setAccessibleName(words)

    def _read(self) -> None:
        wanted = self._wanted
        if wanted is None or not self.isVisible():
            return
        self._wanted, self._reading = None, True
        room = self.picture.contentsRect().size() * self.devicePixelRatioF()
        read = partial(_latest, scan_id=wanted.scan_id, address=wanted.address, room=room)
        turn, nothing = self._turn, (QImage(), True)  # the list of pages says what is wrong with the store
        self._desk.bridge.ask(
            self, read, partial(self._take, turn, wanted), lambda _: self._take(turn, wanted, nothing)
        )

    def _take(self, turn: int, report: Progress, taken: Taken) -> None:
        if turn != self._turn:
            return  # of a scan that is not followed any more
        image, self._whole = taken
        self._shown = report.address
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(pixmap)
        self.dress()
        self._go_on()

    def _go_on(self) -> None:
        self._reading = False
        if self._wanted is not None:
            self._timer.start(PAUSE)


def _latest(engine: Engine, scan_id: int, address: str, room: QSize) -> Taken:
    """The top of the page's picture, or a crop of an element, as large as *room*; decoded off the window's thread."""
    capture = engine.evidence.latest(scan_id, address)
    whole = capture.part(PartKind.PICTURE) if capture is not None else None
    part = whole or (capture.part(PartKind.CROP) if capture is not None else None)
    if part is None:
        return QImage(), True
    buffer = QBuffer()
    buffer.setData(QByteArray(engine.picture(part.sha256)))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if whole is not None and size.isValid():
        reader.setScaledSize(QSize(room.width(), max(1, size.height() * room.width() // max(1, size.width()))))
        image = reader.read()
        return image.copy(0, 0, image.width(), min(image.height(), room.height())), True
    image = reader.read()
    if image.width() > room.width() or image.height() > room.height():
        image = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image, False
