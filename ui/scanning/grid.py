"""The pages of a running scan as a grid of signs that fills while it goes on: one for each address and state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from eaa_checker.domain.address import Ending
from eaa_checker.domain.scan import Progress
from ui.desk import Desk

ROOM = 5
"""Pixels round a sign."""
MOST = 3_000
"""Signs that are drawn; the table of pages has every address."""


@dataclass(slots=True)
class Cell:
    """One address: what came of it, or None while it is being visited."""

    address: str
    ending: Ending | None


def sign_of(ending: Ending | None) -> tuple[str, str]:
    """Icon and colour for how a visit ended; each outcome has a shape of its own."""
    if ending is None:
        return "running", "accent"
    if ending is Ending.CAPTURED:
        return "passed", "passed"
    if ending is Ending.NOT_SETTLED:
        return "warning", "ask"
    if ending.failed:
        return "failed", "failed"
    if ending in (Ending.WAITING, Ending.STOPPED):
        return "waiting", "soft"
    return ("document", "soft") if ending is Ending.DOCUMENT else ("none", "soft")


class PageGrid(QWidget):
    """Walked with the arrow keys, which say address and outcome; ``chosen`` carries an address (Enter or a click)."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.cells: list[Cell] = []
        self._places: dict[str, int] = {}
        self.current = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    # -- what it shows ------------------------------------------------------------------------------------------------

    def begin(self, reports: Sequence[Progress]) -> None:
        """Starts anew with the reports that are known already."""
        self.cells, self._places, self.current = [], {}, -1
        for report in reports:
            self._take(report)
        self._changed()

    def report(self, report: Progress) -> None:
        """Takes one more report."""
        if report.address and report.event in ("visiting", "page"):
            self._take(report)
            self._changed()

    def _take(self, report: Progress) -> None:
        ending = None
        if report.event == "page":
            try:
                ending = Ending(report.ending)
            except ValueError:
                return  # a worker of another version says something this window has no words for
        if report.address in self._places:
            self.cells[self._places[report.address]].ending = ending
        elif len(self.cells) < MOST:
            self._places[report.address] = len(self.cells)
            self.cells.append(Cell(report.address, ending))

    def _changed(self) -> None:
        self.setVisible(bool(self.cells))
        self.updateGeometry()
        self.update()
        self._describe()

    def dress(self) -> None:
        self.setAccessibleName(self.tr("Pages of the scan"))
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        counts: dict[str, int] = {}
        for cell in self.cells:
            words = self._outcome(cell)
            counts[words] = counts.get(words, 0) + 1
        self.setAccessibleDescription(", ".join(f"{count} {words}" for words, count in counts.items()))

    def _outcome(self, cell: Cell) -> str:
        return cell.ending.say(self._desk.language.code) if cell.ending is not None else self.tr("being visited")

    def words(self, place: int) -> str:
        """Address and outcome of a sign."""
        return f"{self.cells[place].address}: {self._outcome(self.cells[place])}"

    # -- where it draws -----------------------------------------------------------------------------------------------

    @property
    def _side(self) -> int:
        return self._desk.look.type.icon + 2 * ROOM

    def _columns(self, width: int) -> int:
        return max(1, width // self._side)

    def _area(self, place: int) -> QRect:
        row, column = divmod(place, self._columns(self.width()))
        return QRect(column * self._side, row * self._side, self._side, self._side)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, -(-len(self.cells) // self._columns(width))) * self._side

    def sizeHint(self) -> QSize:
        return QSize(20 * self._side, self.heightForWidth(max(self.width(), self._side)))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * self._side, self._side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._desk.look
        for place, cell in enumerate(self.cells):
            area = self._area(place)
            if not area.intersects(event.rect()):
                continue
            painter.drawPixmap(area.topLeft() + QPoint(ROOM, ROOM), look.pixmap(*sign_of(cell.ending)))
            if place == self.current and self.hasFocus():
                painter.setPen(QPen(look.colour("focus"), 2))
                painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 4, 4)

    # -- by keys and mouse --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._columns(self.width())
        moves = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: row, Qt.Key.Key_Up: -row}
        if event.key() in moves and self.cells:
            self._go(self.current + moves[Qt.Key(event.key())] if self.current >= 0 else 0)
        elif event.key() == Qt.Key.Key_Home and self.cells:
            self._go(0)
        elif event.key() == Qt.Key.Key_End and self.cells:
            self._go(len(self.cells) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.chosen.emit(self.cells[self.current].address)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        self.current = max(0, min(len(self.cells) - 1, place))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words(self.current)))
        self.update()

    def _place_at(self, point: QPoint) -> int:
        place = point.y() // self._side * self._columns(self.width()) + point.x() // self._side
        return place if 0 <= place < len(self.cells) and self._area(place).contains(point) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if place >= 0:
            self._go(place)
            self.chosen.emit(self.cells[place].address)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            place = self._place_at(event.pos())
            QToolTip.showText(event.globalPos(), self.words(place) if place >= 0 else "", self)
            return True
        return super().event(event)  # type: ignore[arg-type]
