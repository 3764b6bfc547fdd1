"""The main window: the rail of places at the left, where one is and the search above, the place itself, messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import catalogue, roles
from ui.bridge import Bridge
from ui.desk import Desk
from ui.journal import Journal, folder_of
from ui.language import Language
from ui.message_bar import MessageBar, Notices
from ui.place import Crumb, Finder, Link, Links, Place
from ui.recent import Recent
from ui.register.dropping import dropped_lists
from ui.scanning.runs import Runs
from ui.shell.header import Header
from ui.shell.menus import Menus
from ui.shell.rail import Rail
from ui.shell.search import SearchField
from ui.style import scale
from ui.style.look import Look
from ui.style.ring import FocusRing
from ui.undoing import Undoing
from ui.unforeseen import log_of, noted

if TYPE_CHECKING:
    from eaa_checker.engine import Engine
    from ui.help_view import HelpView
    from ui.organisations.place import Organisations

FIRST = "today"
MOST_AT_ONCE = 8


class Window(QMainWindow):
    """One window on one database."""

    def __init__(self, bridge: Bridge, look: Look, language: Language, memory: QSettings) -> None:
        """*memory*: where sizes and choices are kept between two starts."""
        super().__init__()
        roles.install()
        self._memory = memory
        self._made: dict[str, Place] = {}
        self._help: HelpView | None = None
        self._finders: list[Finder] | None = None
        self.here = ""
        """Key of the place that is shown."""
        notices, links = Notices(language), Links()
        self.runs = Runs(bridge, self)
        kept = str(memory.value("at_once", ""))
        if kept.isdecimal() and 1 <= int(kept) <= MOST_AT_ONCE:
            self.runs.at_once = int(kept)
        recent = Recent(memory, str(bridge.engine.database))
        journal = Journal(folder_of(bridge.engine.database), self)
        undoing = Undoing(bridge, notices, language, self)
        self.desk = Desk(bridge, look, language, notices, self.runs, links, recent, memory, journal, undoing)
        journal.troubled.connect(notices.say_error)
        bridge.failed.connect(notices.say_error)
        links.wanted.connect(self.follow)
        self.messages = MessageBar(notices, look, language)
        self.rail = Rail(catalogue.ENTRIES, look, language)
        self.rail.wanted.connect(lambda key: self.go(Link(key), keep_focus=True))
        self.search = SearchField(self.desk, self._finders_of_places)
        self.search.chosen.connect(self.follow)
        self.header = Header(self.search, look, language)
        self.header.followed.connect(self.follow)
        self.places = QStackedWidget()
        self._mark = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        look.dress(self)
        self.ring = FocusRing(self, look)
        self.menus = Menus(self, self.desk)
        self.search.commands = self.menus.commands
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self.resize(1280, 800)
        geometry = memory.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self.dress()
        language.changed.connect(self.dress)
        look.changed.connect(self.dress)

    def _lay_out(self) -> None:
        side = QWidget()
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rail = QVBoxLayout(side)
        rail.setContentsMargins(0, scale.NEAR, 0, scale.NEAR)
        rail.setSpacing(scale.NEAR)
        rail.addWidget(self._mark)
        rail.addWidget(self.rail, 1)
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        message_place = QWidget()
        message_place.setObjectName("plain")
        around = QVBoxLayout(message_place)
        around.setContentsMargins(scale.WIDE, 0, scale.WIDE, 0)
        around.addWidget(self.messages)
        column.addWidget(message_place)
        column.addWidget(self.places, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(content, 1)
        self.setCentralWidget(whole)

    def get_ready(self) -> None:
        """Loads the rule book and the code of the places in the background, so that each place opens at once.

        Done after the window shows: it takes half a second that the first place does not need. A faulty rule book is
        said in the window.
        """

        def load(engine: Engine) -> None:
            engine.check_rule_book()
            for entry in catalogue.ENTRIES:
                entry.load()

        self.desk.bridge.ask(self, load, lambda _: None)

    # -- going somewhere --------------------------------------------------------------------------------------------

    def open(self, scan_id: int = 0, place: str = "") -> None:
        """Opens on that place, on the scan of that id, or else on the place where the window was closed."""
        wanted = place or str(self._memory.value("place", FIRST))
        if scan_id and not place:
            self.go(Link("organisations", "scan", scan_id))
        else:
            self.go(Link(wanted if wanted in {one.key for one in catalogue.ENTRIES} else FIRST))
        self.desk.bridge.ask(self, lambda engine: engine.scans_under_way(), self.runs.adopt)

    def follow(self, link: Link) -> None:
        """Goes where *link* leads."""
        self.go(link)

    def go(self, link: Link, *, keep_focus: bool = False) -> Place:
        """Shows the place of *link* with what it names, made now if nobody was there yet."""
        place = self.place(link.place)
        self.here = link.place
        self.places.setCurrentWidget(place)
        self.rail.show_place(link.place)
        place.open(link)
        self._show_path()
        if not keep_focus:
            part = next(iter(place.parts()), None)
            if part is not None:
                part.setFocus(Qt.FocusReason.OtherFocusReason)
        return place

    def place(self, key: str) -> Place:
        """The place of that key, made when it is first asked for."""
        if key not in self._made:
            place = catalogue.entry(key).load()(self.desk)
            place.moved.connect(self._show_path)
            self.places.addWidget(place)
            self._made[key] = place
        return self._made[key]

    @property
    def organisations(self) -> Organisations:
        """The place of the register, which the commands of the menus need."""
        from ui.organisations.place import Organisations

        place = self.place("organisations")
        assert isinstance(place, Organisations)
        return place

    @property
    def shows_target(self) -> bool:
        """A target is in view, so that a scan of it can be started."""
        place = self._made.get("organisations")
        return place is not None and self.places.currentWidget() is place and self.organisations.shows_target

    def in_organisations(self, do: Callable[[Organisations], None]) -> Callable[[], None]:
        """A command that goes to the register before it does its work."""

        def act() -> None:
            if self.here != "organisations" or self.places.currentWidget() is self._help:
                self.go(Link("organisations"))
            do(self.organisations)

        return act

    def refresh(self) -> None:
        """Reads again what is shown."""
        self.place(self.here).refresh()

    def _show_path(self) -> None:
        if not self.here:
            return
        crumbs = self.place(self.here).crumbs()
        title = catalogue.entry(self.here).title()
        self.header.show_path((Crumb(title, Link(self.here) if crumbs else None), *crumbs))
        self.setWindowTitle(" – ".join([*(crumb.text for crumb in reversed(crumbs)), title, "EAA Checker"]))
        self.menus.allow()

    def _finders_of_places(self) -> list[Finder]:
        if self._finders is None:
            self._finders = [entry.finder() for entry in catalogue.ENTRIES if entry.finder is not None]
        return self._finders

    # -- help -------------------------------------------------------------------------------------------------------

    @property
    def help(self) -> HelpView:
        if self._help is None:
            from ui.help_view import HelpView

            self._help = HelpView(self.desk)
            self._help.left.connect(self.leave_help)
            self.places.addWidget(self._help)
        return self._help

    def show_help(self) -> None:
        """Opens the manual page of the rule in view, or the keys."""
        rule = self.place(self.here).help_rule() if self.places.currentWidget() is not self._help else ""
        page = self.help
        self.places.setCurrentWidget(page)
        page.open(rule)
        self.menus.allow()

    def show_statement(self) -> None:
        """Opens the accessibility statement of the program itself."""
        page = self.help
        self.places.setCurrentWidget(page)
        page.open_statement()
        self.menus.allow()

    def leave_help(self) -> None:
        place = self.place(self.here)
        self.places.setCurrentWidget(place)
        part = next(iter(place.parts()), None)
        if part is not None:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
        self.menus.allow()

    def say_unexpected(self, error: BaseException) -> None:
        """Says that something went wrong that nobody foresaw, and where it is written down."""
        self.desk.notices.say_error(noted(error, log_of(self.desk.bridge.engine.database)))

    def go_to_part(self, step: int) -> None:
        """Takes the keyboard to the next part of the window (or the one before): rail, parts of the place, search."""
        parts = [self.rail, *self.place(self.here).parts(), self.search]
        if self.places.currentWidget() is self._help:
            parts = [self.rail, self.help.text, self.search]
        shown = [part for part in parts if part.isVisible() and part.isEnabled()]
        now = next((n for n, part in enumerate(shown) if part.hasFocus()), -1 if step > 0 else 0)
        shown[(now + step) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dress(self) -> None:
        look = self.desk.look
        self._mark.setPixmap(look.pixmap("mark", "nav_text", round(look.type.icon * 1.5)))
        self._show_path()

    # -- lists that are dropped --------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A list of organisations may be dropped anywhere on the window."""
        if dropped_lists(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        lists = dropped_lists(event.mimeData())
        if lists:
            self.go(Link("organisations"))
        for path in lists:
            self.organisations.register.import_file(path)

    # -- between two starts -----------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps sizes and choices. Workers are not ended: closing the window does not lose the night."""
        memory = self._memory
        memory.setValue("geometry", self.saveGeometry())
        memory.setValue("place", self.here)
        memory.setValue("theme", self.desk.look.theme)
        memory.setValue("motion", self.desk.look.motion.choice.value)
        memory.setValue("text", self.desk.look.type.factor)
        memory.setValue("language", self.desk.language.code)
        for place in self._made.values():
            place.close_place()
        self.desk.journal.close()
        memory.sync()
        super().closeEvent(event)
