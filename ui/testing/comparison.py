"""What a page was like before and after a re-inspection: beside each other, or one over the other with a slider."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSlider,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.errors import EaaCheckerError
from ui.desk import Desk
from ui.observations.picture import STEP, Canvas, PictureView
from ui.style import scale
from ui.style.look import Look

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

BESIDE, OVER = range(2)
BEFORE, AFTER = range(2)


class Curtain(Canvas):
    """One picture over the other: up to the line the one from before, past it the one from after."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.after = QPixmap()
        self.share = 0.5
        """Part of the width that shows the picture from before."""

    def whole(self) -> QSize:
        return self.picture.size().expandedTo(self.after.size())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = QRectF(0, 0, self.whole().width() * self.zoom, self.whole().height() * self.zoom)
        line = size.width() * self.share
        for picture, part in (
            (self.picture, QRectF(0, 0, line, size.height())),
            (self.after, QRectF(line, 0, size.width() - line, size.height())),
        ):
            painter.setClipRect(part)
            there = QRectF(0, 0, picture.width() * self.zoom, picture.height() * self.zoom)
            painter.drawPixmap(there, picture, QRectF(picture.rect()))
        painter.setClipping(False)
        for colour, width in (("mark_halo", 7), ("mark", 3)):
            painter.setPen(QPen(self._look.colour(colour), width))
            painter.drawLine(round(line), 0, round(line), round(size.height()))


class Comparison(QWidget):
    """Shows one pair of pictures at a time; zoom and place in the picture are the same on both sides."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._given = ("", "")
        self._said = ""
        self._pictures = [QPixmap(), QPixmap()]
        self._problems: list[EaaCheckerError | None] = [None, None]
        self._waiting = 0
        self._number = 0
        self._following = False
        self._caption = QLabel(wordWrap=True)
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setProperty("tone", "strong")
        self._remark = QLabel(wordWrap=True)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setProperty("tone", "soft")
        self.beside, self.over = QRadioButton(), QRadioButton()
        self._ways = QButtonGroup(self)
        self._ways.addButton(self.beside, BESIDE)
        self._ways.addButton(self.over, OVER)
        self._ways.idToggled.connect(self._show_way)
        self.closer, self.farther, self.fit = QToolButton(), QToolButton(), QToolButton()
        for button, act in (
            (self.closer, lambda: self._view.enlarge(STEP)),
            (self.farther, lambda: self._view.enlarge(1 / STEP)),
            (self.fit, lambda: self._view.fit()),
        ):
            button.setProperty("kind", "flat")
            button.clicked.connect(act)
        self._zoom = QLabel()
        self._zoom.setProperty("tone", "soft")

        self.views = (PictureView(desk.look), PictureView(desk.look))
        self._headings = (QLabel(), QLabel())
        self._missing = (QLabel(wordWrap=True), QLabel(wordWrap=True))
        self._sides = (QStackedWidget(), QStackedWidget())
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(scale.GAP)
        for n in (BEFORE, AFTER):
            self._pair.addLayout(self._side(n), 1)
        one, other = self.views
        one.zoomed.connect(lambda _: self._follow(one, other))
        one.moved.connect(lambda: self._follow(one, other))
        other.zoomed.connect(lambda _: self._follow(other, one))
        other.moved.connect(lambda: self._follow(other, one))
        self._curtain = Curtain(desk.look)
        self.overlay = PictureView(desk.look, canvas=self._curtain)
        self.overlay.zoomed.connect(lambda _: self._say_zoom())
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setSingleStep(5)
        self.slider.setPageStep(20)
        self.slider.setValue(50)
        self.slider.valueChanged.connect(self._draw_curtain)
        self._value = QLabel()
        self._lay_out()
        self.beside.setChecked(True)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def _side(self, n: int) -> QVBoxLayout:
        label = self._missing[n]
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setProperty("tone", "soft")
        self._sides[n].addWidget(self.views[n])
        self._sides[n].addWidget(label)
        column = QVBoxLayout()
        column.setSpacing(scale.TIGHT)
        column.addWidget(self._headings[n])
        column.addWidget(self._sides[n], 1)
        return column

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(scale.GAP)
        ways.addWidget(self.beside)
        ways.addWidget(self.over)
        ways.addStretch(1)
        ways.addWidget(self._zoom)
        for button in (self.closer, self.farther, self.fit):
            ways.addWidget(button)
        both = QWidget()
        both.setObjectName("plain")
        both.setLayout(self._pair)
        one_over = QWidget()
        one_over.setObjectName("plain")
        column = QVBoxLayout(one_over)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.TIGHT)
        column.addWidget(self.overlay, 1)
        column.addWidget(self.slider)
        column.addWidget(self._value, 0, Qt.AlignmentFlag.AlignHCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(one_over)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(scale.NEAR)
        whole.addWidget(self._caption)
        whole.addLayout(ways)
        whole.addWidget(self._remark)
        whole.addWidget(self._stack, 1)

    # -- what it shows ------------------------------------------------------------------------------------------------

    def show_pair(self, before_sha256: str, after_sha256: str, caption: str) -> None:
        """Shows these two pictures of the store; an empty hash stands for a picture that was not made.

        *caption*: which page and element they are of, in the language of the window.
        """
        self._given, self._said = (before_sha256, after_sha256), caption
        self._pictures, self._problems = [QPixmap(), QPixmap()], [None, None]
        self._number += 1
        self._waiting = 0
        for n, sha256 in enumerate(self._given):
            if sha256:
                self._waiting += 1
                self._desk.bridge.ask(
                    self,
                    partial(_picture, sha256=sha256),
                    partial(self._take, self._number, n),
                    partial(self._fail, self._number, n),
                )
        self._show()

    @property
    def shown(self) -> bool:
        """Both pictures are there to be compared."""
        return not any(picture.isNull() for picture in self._pictures)

    def parts(self) -> list[QWidget]:
        """Where F6 takes the keyboard."""
        return [self.slider, self.overlay] if self.over.isChecked() else [*self.views]

    def _take(self, number: int, n: int, image: QImage) -> None:
        if number == self._number:
            self._pictures[n] = QPixmap.fromImage(image)
            self._waiting -= 1
            self._show()

    def _fail(self, number: int, n: int, error: EaaCheckerError) -> None:
        if number == self._number:
            self._problems[n] = error
            self._waiting -= 1
            self._show()

    def _show(self) -> None:
        for n, view in enumerate(self.views):
            view.show_picture(self._pictures[n], None, None)
            self._sides[n].setCurrentIndex(1 if self._pictures[n].isNull() else 0)
        self._curtain.picture, self._curtain.after = self._pictures
        if not self.shown:
            self.beside.setChecked(True)
        for view in (*self.views, self.overlay):
            view.fit()
        self.dress()

    def dress(self) -> None:
        look = self._desk.look
        self.beside.setText(self.tr("Side by side"))
        self.over.setText(self.tr("One over the other, with a slider"))
        for button, icon, words in (
            (self.closer, "zoom-in", self.tr("Enlarge both pictures (+)")),
            (self.farther, "zoom-out", self.tr("Reduce both pictures (-)")),
            (self.fit, "fit", self.tr("Show both pictures whole (0)")),
        ):
            button.setIcon(look.icon(icon))
            button.setToolTip(words)
            button.setAccessibleName(words.partition(" (")[0])
        names = (self.tr("Before"), self.tr("After"))
        absent = (
            self.tr("There is no picture from before the re-inspection."),
            self.tr("There is no picture of the re-inspection."),
        )
        for n in (BEFORE, AFTER):
            self._headings[n].setText(names[n])
            problem = self._problems[n]
            waiting = bool(self._given[n]) and problem is None and self._waiting
            said = problem.say(self._desk.language.code) if problem is not None else absent[n]
            self._missing[n].setText(self.tr("The picture is being read …") if waiting else said)
            self.views[n].setAccessibleName(f"{names[n]}: {self._said}")
            self.views[n].setAccessibleDescription(self._size_of(n))
        self.overlay.setAccessibleName(self.tr("Before and after, one over the other: {0}").format(self._said))
        self.slider.setAccessibleName(self.tr("Line between before and after"))
        self._caption.setText(self._said)
        self._caption.setVisible(bool(self._said))
        self._remark.setText(self._remark_now())
        self._remark.setVisible(bool(self._remark.text()))
        self.over.setEnabled(self.shown)
        seen = any(not picture.isNull() for picture in self._pictures)
        for button in (self.closer, self.farther, self.fit):
            button.setEnabled(seen)
        self._turn()
        self._draw_curtain()
        self._say_zoom()

    def _size_of(self, n: int) -> str:
        picture = self._pictures[n]
        if picture.isNull():
            return self._missing[n].text()
        return self.tr("{0} by {1} pixels").format(picture.width(), picture.height())

    def _remark_now(self) -> str:
        """What should be known before one compares."""
        if not self.shown:
            return ""
        if self._given[BEFORE] == self._given[AFTER]:
            return self.tr("The two pictures are the same, pixel by pixel.")
        sizes = [picture.size() for picture in self._pictures]
        if sizes[BEFORE] != sizes[AFTER]:
            words = self.tr("The pictures differ in size: before {0}, after {1}; they are laid corner to corner.")
            return words.format(self._size_of(BEFORE), self._size_of(AFTER))
        return ""

    # -- slider -------------------------------------------------------------------------------------------------------

    def value_words(self) -> str:
        """What the place of the slider means."""
        share = self.slider.value()
        if share == 0:
            return self.tr("only after")
        if share == 100:
            return self.tr("only before")
        return self.tr("left {0} % before, right {1} % after").format(share, 100 - share)

    def _draw_curtain(self) -> None:
        self._curtain.share = self.slider.value() / 100
        self._curtain.update()
        words = self.value_words()
        changed = words != self._value.text()
        self._value.setText(words)
        self.slider.setAccessibleDescription(words)
        if changed and self.slider.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.slider, words))

    # -- two views as one ---------------------------------------------------------------------------------------------

    @property
    def _view(self) -> PictureView:
        if self._stack.currentIndex() == OVER:
            return self.overlay
        return self.views[AFTER] if self._pictures[BEFORE].isNull() else self.views[BEFORE]

    def _follow(self, one: PictureView, other: PictureView) -> None:
        if self._following:
            return
        self._following = True
        if not other.empty:
            other.show_as(one.zoom, *one.corner)
        self._following = False
        self._say_zoom()

    def _show_way(self, way: int, chosen: bool) -> None:
        if chosen:
            self._stack.setCurrentIndex(way)
            self._say_zoom()

    def _say_zoom(self) -> None:
        self._zoom.setText(f"{round(self._view.zoom * 100)} %")

    def _turn(self) -> None:
        """Above each other where there is no room beside each other."""
        narrow = self.width() < 40 * self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._pair.direction() != way:
            self._pair.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()


def _picture(engine: Engine, sha256: str) -> QImage:
    """Decoded here, off the window's thread."""
    return QImage.fromData(engine.picture(sha256)).convertToFormat(QImage.Format.Format_RGB32)
