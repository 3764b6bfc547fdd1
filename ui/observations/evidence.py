"""The evidence of one observation, place by place: picture, HTML, and the list of all places."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedLayout,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.domain.capture import PartKind
from eaa_checker.domain.observation import Place
from eaa_checker.errors import EaaCheckerError
from ui.bridge import Question
from ui.desk import Desk
from ui.elided import ElidedLabel
from ui.observations.picture import STEP, PictureView, Region
from ui.style import scale
from ui.table import Column, Prepared, RowTable, prepare
from ui.table_view import RowView
from ui.words import path_of

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

PICTURE, HTML, PLACES = range(3)


def place_columns() -> list[Column[Place]]:
    """Page, element and remark of a place."""
    translate = QCoreApplication.translate

    def remark(item: Place, language: str) -> str:
        if not item.indicative:
            return ""
        return "indicatief: pagina kwam niet tot rust" if language == "nl" else "indication: page did not settle"

    return [
        Column(lambda: translate("PlaceColumns", "Page"), lambda item, _: path_of(item.address), weight=2),
        Column(lambda: translate("PlaceColumns", "Element"), lambda item, _: " › ".join(item.path), weight=3),
        Column(lambda: translate("PlaceColumns", "Remark"), remark, weight=1),
    ]


class Evidence(QWidget):
    """Shows the places of an observation one at a time."""

    place_shown = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._places: tuple[Place, ...] = ()
        self._element = ""
        self._current = -1
        self._asked: Question | None = None
        self._problem = ""

        self._which = QLabel()
        self._which.setProperty("tone", "soft")
        self._address = ElidedLabel()
        self._address.setProperty("tone", "soft")
        self.before, self.after = self._button(), self._button()
        self.copy, self.open = self._button(), self._button()
        self.before.clicked.connect(lambda: self.go(self._current - 1))
        self.after.clicked.connect(lambda: self.go(self._current + 1))
        self.copy.clicked.connect(self._copy_address)
        self.open.clicked.connect(self._open_address)
        self.before.setShortcut("Alt+Left")
        self.after.setShortcut("Alt+Right")
        corner = QWidget()
        corner.setObjectName("plain")
        bar = QHBoxLayout(corner)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(0)
        bar.addWidget(self._which)
        bar.addSpacing(scale.TIGHT)
        for button in (self.before, self.after):
            bar.addWidget(button)
        page = QHBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(corner)
        page.addSpacing(scale.NEAR)
        page.addWidget(self._address, 1)
        page.addWidget(self.copy)
        page.addWidget(self.open)

        self.picture = PictureView(desk.look)
        self._no_picture = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._no_picture.setProperty("tone", "soft")
        self.closer, self.farther, self.fit = self._button(), self._button(), self._button()
        self.closer.clicked.connect(lambda: self.picture.enlarge(STEP))
        self.farther.clicked.connect(lambda: self.picture.enlarge(1 / STEP))
        self.fit.clicked.connect(self.picture.fit)
        self._zoom = QLabel()
        self._zoom.setProperty("tone", "soft")
        self.picture.zoomed.connect(lambda zoom: self._zoom.setText(f"{round(zoom * 100)} %"))
        self.html = QPlainTextEdit(readOnly=True)
        self.html.setTabChangesFocus(True)
        self.html.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.html.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._columns = place_columns()
        self.table: RowTable[Place] = RowTable(self._columns, lambda p: (p.address, p.path), desk.look, self)
        self.list: RowView[Place] = RowView(self.table, desk.look)
        self.list.remember(desk, "places")
        self.list.opened.connect(self._open_place)

        self.tabs = QTabWidget(documentMode=True)
        self.tabs.addTab(self._picture_page(), "")
        self.tabs.addTab(self._padded(self.html), "")
        self.tabs.addTab(self._padded(self.list), "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.TIGHT)
        self.tabs.setUsesScrollButtons(False)
        column.addWidget(self.tabs, 1)
        column.addLayout(page)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def dress(self) -> None:
        look = self._desk.look
        for button, icon, words in (
            (self.before, "left", self.tr("Previous place (Alt+Left)")),
            (self.after, "right", self.tr("Next place (Alt+Right)")),
            (self.copy, "copy", self.tr("Copy the address of the page")),
            (self.open, "open", self.tr("Open the page in the web browser")),
            (self.closer, "zoom-in", self.tr("Enlarge the picture (+)")),
            (self.farther, "zoom-out", self.tr("Reduce the picture (-)")),
            (self.fit, "fit", self.tr("Show the whole picture (0)")),
        ):
            button.setIcon(look.icon(icon))
            button.setToolTip(words)
            button.setAccessibleName(words.partition(" (")[0])
        self.html.setFont(look.monospace())
        self.html.setAccessibleName(self.tr("HTML of the element"))
        self.list.setAccessibleName(self.tr("Places"))
        self.tabs.setAccessibleName(self.tr("Evidence"))
        self.tabs.tabBar().setAccessibleName(self.tr("Kinds of evidence"))
        self.tabs.setTabText(PICTURE, self.tr("Picture"))
        self.tabs.setTabText(HTML, self.tr("HTML"))
        self._prepare_list()
        self._say_place()

    def show_places(self, places: tuple[Place, ...], element: str, whole: int) -> None:
        """Shows the first place. *whole*: how many there are, as *places* may hold only the first few."""
        self._places, self._element, self._whole = places, element, max(whole, len(places))
        self._prepare_list()
        self.go(0)

    def add_places(self, places: tuple[Place, ...]) -> None:
        """All places, once they have been read; the shown one stays."""
        self._places = places
        self._prepare_list()
        self._say_place()

    @property
    def place(self) -> Place | None:
        return self._places[self._current] if 0 <= self._current < len(self._places) else None

    def go(self, number: int) -> None:
        """Shows that place, counted from 0; the first or last one when there is none of that number."""
        self._current = max(0, min(number, len(self._places) - 1)) if self._places else -1
        place = self.place
        self.html.setPlainText(place.html if place is not None else "")
        if self._asked is not None:
            self._asked.drop()
        self.picture.clear()
        self._problem = ""
        if place is not None and (place.crop or place.capture_id):
            self._asked = self._desk.bridge.ask(
                self,
                partial(_picture, place=place),
                lambda answer: self._show_picture(place, *answer),
                self._picture_failed,
            )
        self._say_place()
        if place is not None:
            self.list.choose(self.table.identity(place))
            self.place_shown.emit(place)

    def _show_picture(self, place: Place, image: QImage, region: Region | None) -> None:
        self.picture.show_picture(QPixmap.fromImage(image), region, place.box)
        if self.picture.empty:
            self._problem = self.tr("There is no picture of this place.")
        self._say_place()

    def _picture_failed(self, error: EaaCheckerError) -> None:
        self._problem = error.say(self._desk.language.code)
        self._say_place()

    def _say_place(self) -> None:
        place, locale = self.place, self._desk.language.locale
        whole = getattr(self, "_whole", 0)
        self.tabs.setTabText(PLACES, self.tr("Places ({0})").format(locale.toString(whole)))
        self._which.setText(
            self.tr("{0} of {1}").format(locale.toString(self._current + 1), locale.toString(whole))
            if place is not None
            else self.tr("No place")
        )
        self._address.setText(place.address if place is not None else "")
        self.before.setEnabled(self._current > 0)
        self.after.setEnabled(0 <= self._current < len(self._places) - 1)
        for button in (self.copy, self.open):
            button.setEnabled(place is not None)
        for button in (self.closer, self.farther, self.fit):
            button.setEnabled(not self.picture.empty)
        waiting = (
            place is not None and bool(place.crop or place.capture_id) and self.picture.empty and not self._problem
        )
        self._no_picture.setText("" if waiting else self._problem or self.tr("There is no picture of this place."))
        self._pages.setCurrentIndex(1 if self.picture.empty else 0)
        self._zoom.setVisible(not self.picture.empty)
        self._describe(place)

    def _describe(self, place: Place | None) -> None:
        self.picture.setAccessibleName(self.tr("Picture of the page with the element outlined"))
        if place is None or place.box is None:
            self.picture.setAccessibleDescription(self.tr("The element has no place on the page."))
            return
        x, y, width, height = (round(value) for value in place.box)
        element = self._element or " ".join(place.path)
        words = self.tr("{0} on {1}: {2} by {3} pixels, {4} from the left and {5} from the top of the page.")
        self.picture.setAccessibleDescription(words.format(element, place.address, width, height, x, y))

    def _prepare_list(self) -> None:
        prepared: Prepared[Place] = prepare(self._places, self._columns, self._desk.language.code)
        self.table.set_rows(prepared)

    def _open_place(self, place: Place) -> None:
        self.go(self._places.index(place))
        self.tabs.setCurrentIndex(PICTURE)

    def _copy_address(self) -> None:
        if self.place is not None:
            QGuiApplication.clipboard().setText(self.place.address)
            self._desk.notices.say("done", self.tr("The address has been copied."))

    def _open_address(self) -> None:
        url = QUrl(self.place.address) if self.place is not None else QUrl()
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)

    def _picture_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("plain")
        holder = QWidget()
        holder.setObjectName("plain")
        self._pages = QStackedLayout(holder)
        self._pages.addWidget(self.picture)
        self._pages.addWidget(self._no_picture)
        tools = QVBoxLayout()
        tools.setSpacing(0)
        for button in (self.closer, self.farther, self.fit):
            tools.addWidget(button)
        tools.addWidget(self._zoom, 0, Qt.AlignmentFlag.AlignHCenter)
        tools.addStretch(1)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, scale.NEAR, 0, 0)
        row.setSpacing(scale.NEAR)
        row.addWidget(holder, 1)
        row.addLayout(tools)
        return page

    @staticmethod
    def _padded(widget: QWidget) -> QWidget:
        page = QWidget()
        page.setObjectName("plain")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, scale.NEAR, 0, 0)
        row.addWidget(widget)
        return page

    @staticmethod
    def _button() -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "flat")
        return button


def _picture(engine: Engine, place: Place) -> tuple[QImage, Region | None]:
    """The picture of the whole page where there is one that shows the element, else the crop.

    Decoded here, off the window's thread.
    """
    if place.capture_id and place.box is not None:
        page = engine.capture(place.capture_id).part(PartKind.PICTURE)
        if page is not None and page.region is not None and place.box[1] < page.region[1] + page.region[3]:
            return QImage.fromData(engine.picture(page.sha256)), page.region
    if not place.crop:
        return QImage(), None
    return QImage.fromData(engine.picture(place.crop)), engine.crop_region(place)
