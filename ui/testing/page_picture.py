"""The picture of a page with one element outlined, or with the stops of the Tab key numbered on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from eaa_checker.domain.page_evidence import Region, Stop
from ui.desk import Desk
from ui.observations.picture import STEP, Canvas, PictureView
from ui.style import scale
from ui.style.look import Look


class WalkCanvas(Canvas):
    """Numbers the stops on the picture; a line leads from each to the next, the chosen one is outlined as well."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.stops: list[tuple[Stop, QRectF]] = []
        """With the place of each on the unzoomed picture."""
        self.current = 0
        """Number of the chosen stop; 0 for none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.stops:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middles = [self._badge(area).center() for _, area in self.stops]
        for colour, width in (("mark_halo", 4), ("mark", 2)):
            painter.setPen(QPen(self._look.colour(colour), width))
            for one, other in pairwise(middles):
                painter.drawLine(one, other)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        for stop, area in sorted(self.stops, key=lambda one: one[0].number == self.current):  # the chosen one on top
            self._draw(painter, stop, area)

    def _draw(self, painter: QPainter, stop: Stop, area: QRectF) -> None:
        badge = self._badge(area)
        chosen = stop.number == self.current
        painter.setPen(QPen(self._look.colour("mark_halo"), 3))
        painter.setBrush(self._look.colour("mark"))
        if stop.trapped:  # square and not round: colour alone tells nobody
            painter.drawRect(badge)
        else:
            painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(self._look.colour("mark_halo"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(stop.number))
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("mark"), 2))
            painter.drawRoundedRect(badge.adjusted(-4, -4, 4, 4), badge.height() / 2 + 4, badge.height() / 2 + 4)

    def _badge(self, area: QRectF) -> QRectF:
        """Where the number stands: at the upper left of the element, whole on the picture."""
        high = self.fontMetrics().height() + 4
        wide = max(high, self.fontMetrics().horizontalAdvance("0" * len(str(len(self.stops)))) + 10)
        corner = QPointF(area.x() * self.zoom - wide / 2, area.y() * self.zoom - high / 2)
        return QRectF(max(3.0, corner.x()), max(3.0, corner.y()), wide, high)


class PagePicture(QWidget):
    """A picture with its buttons; words stand in its place where there is none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._canvas = WalkCanvas(desk.look)
        self.view = PictureView(desk.look, canvas=self._canvas)
        self._why = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setProperty("tone", "soft")
        self._region: Region | None = None
        self.closer, self.farther, self.fit = QToolButton(), QToolButton(), QToolButton()
        self.closer.clicked.connect(lambda: self.view.enlarge(STEP))
        self.farther.clicked.connect(lambda: self.view.enlarge(1 / STEP))
        self.fit.clicked.connect(self.view.fit)
        self._zoom = QLabel()
        self._zoom.setProperty("tone", "soft")
        self.view.zoomed.connect(lambda zoom: self._zoom.setText(f"{round(zoom * 100)} %"))
        holder = QWidget()
        holder.setObjectName("plain")
        self._pages = QStackedLayout(holder)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._why)
        tools = QVBoxLayout()
        tools.setSpacing(0)
        for button in (self.closer, self.farther, self.fit):
            button.setProperty("kind", "flat")
            tools.addWidget(button)
        tools.addWidget(self._zoom, 0, Qt.AlignmentFlag.AlignHCenter)
        tools.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, scale.NEAR, 0, 0)
        row.setSpacing(scale.NEAR)
        row.addWidget(holder, 1)
        row.addLayout(tools)
        self.say_why("")
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def dress(self) -> None:
        for button, icon, words in (
            (self.closer, "zoom-in", self.tr("Enlarge the picture (Ctrl +)")),
            (self.farther, "zoom-out", self.tr("Reduce the picture (Ctrl -)")),
            (self.fit, "fit", self.tr("Show the whole picture (0)")),
        ):
            button.setIcon(self._desk.look.icon(icon))
            button.setToolTip(words)
            button.setAccessibleName(words.partition(" (")[0])

    def show_page(self, picture: QPixmap, region: Region | None) -> None:
        """A picture of that part of the page, without anything marked on it."""
        self._region = region
        self._canvas.stops, self._canvas.current = [], 0
        self.view.show_picture(picture, None, None)
        self.view.fit_width()
        self._show()

    def say_why(self, words: str) -> None:
        """Shows *words* in place of a picture."""
        self._why.setText(words)
        self.show_page(QPixmap(), None)

    def mark(self, box: Region | None) -> bool:
        """Outlines the element there; False when the picture does not show it."""
        picture = self._canvas.picture
        self.view.show_picture(picture, self._region, box)
        if self.view.mark.isEmpty():
            self.view.fit_width()
            return False
        return True

    def number(self, stops: Sequence[Stop]) -> None:
        """Numbers the stops that the picture shows."""
        placed = [(stop, self._placed(stop.box)) for stop in stops]
        self._canvas.stops = [(stop, area) for stop, area in placed if not area.isEmpty()]
        self._canvas.update()

    def choose(self, stop: Stop | None) -> bool:
        """Brings a stop into view; False when the picture does not show it."""
        self._canvas.current = stop.number if stop is not None else 0
        self._canvas.update()
        area = self._placed(stop.box) if stop is not None else QRectF()
        if area.isEmpty():
            return False
        middle = area.center() * self.view.zoom
        self.view.ensureVisible(round(middle.x()), round(middle.y()), 80, 80)
        return True

    @property
    def numbers(self) -> list[int]:
        """The stops that are numbered on the picture."""
        return [stop.number for stop, _ in self._canvas.stops]

    @property
    def why(self) -> str:
        """What stands in place of a picture; empty when there is one."""
        return self._why.text() if self.view.empty else ""

    def _placed(self, box: Region | None) -> QRectF:
        region, picture = self._region, self._canvas.picture
        if box is None or region is None or picture.isNull() or region[2] <= 0 or region[3] <= 0:
            return QRectF()
        across, down = picture.width() / region[2], picture.height() / region[3]
        area = QRectF((box[0] - region[0]) * across, (box[1] - region[1]) * down, box[2] * across, box[3] * down)
        return area & QRectF(picture.rect())

    def _show(self) -> None:
        empty = self.view.empty
        self._pages.setCurrentIndex(1 if empty else 0)
        self._zoom.setVisible(not empty)
        for button in (self.closer, self.farther, self.fit):
            button.setEnabled(not empty)
