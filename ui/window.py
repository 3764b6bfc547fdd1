"""The main window: the register at the left, the place of the chosen target beside it, messages above."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.domain.organisation import Organisation, Target
from eaa_checker.domain.scan import Scan
from ui.bridge import Bridge
from ui.desk import Desk
from ui.help_view import HelpView
from ui.language import LANGUAGES, Language
from ui.message_bar import MessageBar, Notices
from ui.register.panel import RegisterPanel
from ui.scanning.runs import Runs
from ui.style import scale
from ui.style.look import SYSTEM, Look
from ui.style.ring import FocusRing
from ui.target_view import TargetView


class Window(QMainWindow):
    """One window on one database."""

    def __init__(self, bridge: Bridge, look: Look, language: Language, memory: QSettings) -> None:
        """*memory*: where sizes and choices are kept between two starts."""
        super().__init__()
        self._memory = memory
        self._open_scan: Scan | None = None
        notices = Notices(language)
        self.runs = Runs(bridge, self)
        self.desk = Desk(bridge, look, language, notices, self.runs)
        bridge.failed.connect(notices.say_error)
        self.messages = MessageBar(notices, look, language)
        self.register = RegisterPanel(self.desk)
        self.target = TargetView(self.desk)
        self.help = HelpView(self.desk)
        self.help.left.connect(self.leave_help)
        self.register.tree.target_chosen.connect(self._show_target)
        self.register.tree.organisation_chosen.connect(self._show_organisation)
        self.register.loaded.connect(self._register_loaded)

        self._welcome_title, self._welcome_text = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._welcome_title.setProperty("tone", "title")
        self._welcome_text.setProperty("tone", "soft")
        self._welcome_button = QPushButton()
        self._welcome_button.setProperty("kind", "primary")
        self._welcome_button.clicked.connect(self.register.add_target)
        self.places = QStackedWidget()
        self._target_area = QScrollArea(widgetResizable=True)  # large text on a small screen: nothing is lost
        self._target_area.setFrameShape(QFrame.Shape.NoFrame)
        self._target_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target_area.setWidget(self.target)
        for place in (self._welcome(), self._target_area, self.help):
            self.places.addWidget(place)
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._message_place = QWidget()
        self._message_place.setObjectName("plain")
        around = QVBoxLayout(self._message_place)
        around.setContentsMargins(scale.WIDE, scale.NEAR, scale.WIDE, 0)
        around.addWidget(self.messages)
        column.addWidget(self._message_place)
        column.addWidget(self.places, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.register)
        self._split.addWidget(content)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self.setCentralWidget(self._split)
        self.ring = FocusRing(self, look)
        self._make_menus()
        self.setMinimumSize(720, 480)
        self.resize(1280, 800)
        self._restore()
        self.dress()
        self._allow_actions()
        language.changed.connect(self.dress)
        look.changed.connect(self.dress)

    # -- what is shown --------------------------------------------------------------------------------------------

    def open(self, scan_id: int = 0) -> None:
        """Reads the register; shows the scan of that id, or else the target that was shown last."""
        if scan_id:
            self.desk.bridge.ask(self, lambda engine: engine.scan(scan_id), self._begin_with, self._begin_without)
        else:
            self.register.reload()

    def _begin_with(self, scan: Scan) -> None:
        self._open_scan = scan
        self.register.reload()

    def _begin_without(self, error: object) -> None:
        self.desk.bridge.failed.emit(error)
        self.register.reload()

    def _register_loaded(self) -> None:
        tree = self.register.tree
        self.dress()
        if self._open_scan is not None:
            target = tree.target(self._open_scan.target_id)
        elif tree.chosen_value() is None:
            target = tree.target(int(str(self._memory.value("target", 0)))) or tree.first_target()
        else:
            return
        if target is not None:
            tree.choose(target)
        tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.bridge.ask(self, lambda engine: engine.scans(), self.runs.adopt)

    def _show_target(self, target: Target) -> None:
        scan, self._open_scan = self._open_scan, None
        self.target.show_target(target, scan.id if scan is not None else 0)
        self.places.setCurrentWidget(self._target_area)
        self._allow_actions()

    def _show_organisation(self, organisation: Organisation) -> None:
        self._welcome_title.setText(organisation.name)
        self._welcome_text.setText(self.tr("Choose one of its targets at the left, or add one."))
        self.places.setCurrentIndex(0)
        self._allow_actions()

    def show_help(self) -> None:
        self.places.setCurrentWidget(self.help)
        self.help.open()

    def leave_help(self) -> None:
        self.places.setCurrentIndex(1 if self.target.target is not None else 0)
        self.register.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _welcome(self) -> QWidget:
        page = QWidget()
        page.setObjectName("plain")
        column = QVBoxLayout(page)
        column.setContentsMargins(60, 60, 60, 60)
        column.setSpacing(scale.GAP)
        column.addStretch(2)
        column.addWidget(self._welcome_title)
        column.addWidget(self._welcome_text)
        column.addWidget(self._welcome_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        return page

    def say_unexpected(self, what: str) -> None:
        """Says that something went wrong that nobody foresaw."""
        words = self.tr("Unexpected error: {0}. Your data is unharmed; please report this.")
        self.desk.notices.say("error", words.format(what))

    # -- menus ----------------------------------------------------------------------------------------------------

    def _make_menus(self) -> None:
        bar, look, language = self.menuBar(), self.desk.look, self.desk.language
        self._menus = [bar.addMenu("") for _ in range(4)]
        file, scan, view, more = self._menus
        panel, target = self.register, self.target
        self.add_organisation = self._act(file, panel.add_organisation, "Ctrl+Shift+N")
        self.add_target = self._act(file, panel.add_target, "Ctrl+N")
        self.import_list = self._act(file, panel.choose_import, "Ctrl+I")
        file.addSeparator()
        self._export_menu = file.addMenu("")
        self._export_menu.addActions(target.header.export_menu.actions())
        file.addSeparator()
        self.leave = self._act(file, self.close, "Ctrl+Q")
        self.start = self._act(scan, target.start_scan, "F5")
        self.stop = self._act(scan, target.stop_scan, "Shift+F5")
        self.options = self._act(scan, target.header.options.toggle, "Ctrl+F5")
        self.find_target = self._act(view, panel.filter.setFocus, "Ctrl+K")
        self._tabs = [self._act(view, partial(self._go_to_tab, n), f"Ctrl+{n + 1}") for n in range(target.tabs.count())]
        self.next_part = self._act(view, lambda: self._go_to_part(1), "F6")
        self.part_before = self._act(view, lambda: self._go_to_part(-1), "Shift+F6")
        view.addSeparator()
        self._larger = self._act(view, lambda: look.enlarge(0.1), QKeySequence(QKeySequence.StandardKey.ZoomIn))
        self._smaller = self._act(view, lambda: look.enlarge(-0.1), QKeySequence(QKeySequence.StandardKey.ZoomOut))
        self._normal = self._act(view, lambda: look.enlarge(0), "Ctrl+0")
        view.addSeparator()
        self._theme_menu, self._language_menu = view.addMenu(""), view.addMenu("")
        self._themes = self._choices(self._theme_menu, (SYSTEM, "light", "dark", "contrast"), look.theme, look.use)
        self._languages = self._choices(self._language_menu, tuple(LANGUAGES), language.code, language.switch)
        self._help_action = self._act(more, self.show_help, "F1")

    def _act(self, menu: QMenu, do: object, keys: str | QKeySequence) -> QAction:
        assert callable(do)
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)
        return action

    def _choices(self, menu: QMenu, keys: tuple[str, ...], now: str, use: object) -> dict[str, QAction]:
        assert callable(use)
        group = QActionGroup(self)
        actions = {}
        for key in keys:
            action = QAction(self, checkable=True, checked=key == now)
            action.triggered.connect(lambda _checked=False, k=key: use(k))
            group.addAction(action)
            menu.addAction(action)
            actions[key] = action
        return actions

    def dress(self) -> None:
        self.setWindowTitle("EAA Checker")
        for menu, words in zip(
            self._menus, (self.tr("&File"), self.tr("&Scan"), self.tr("&View"), self.tr("&Help")), strict=True
        ):
            menu.setTitle(words)
        for action, words in (
            (self.add_organisation, self.tr("Add &organisation")),
            (self.add_target, self.tr("Add &target")),
            (self.import_list, self.tr("&Import organisations …")),
            (self.leave, self.tr("&Quit")),
            (self.start, self.tr("&Start scan")),
            (self.stop, self.tr("S&top scan")),
            (self.options, self.tr("Scan &options")),
            (self.find_target, self.tr("&Find organisation or target")),
            (self._tabs[0], self.tr("&Observations")),
            (self._tabs[1], self.tr("&Pages")),
            (self._tabs[2], self.tr("S&cans")),
            (self.next_part, self.tr("&Next part of the window")),
            (self.part_before, self.tr("Pre&vious part of the window")),
            (self._larger, self.tr("&Larger text")),
            (self._smaller, self.tr("S&maller text")),
            (self._normal, self.tr("Normal te&xt")),
            (self._themes[SYSTEM], self.tr("As the &system")),
            (self._themes["light"], self.tr("&Light")),
            (self._themes["dark"], self.tr("&Dark")),
            (self._themes["contrast"], self.tr("&High contrast")),
            (self._help_action, self.tr("&Keys and installation")),
        ):
            action.setText(words)
        self._export_menu.setTitle(self.tr("&Export"))
        self._theme_menu.setTitle(self.tr("Colou&rs"))
        self._language_menu.setTitle(self.tr("L&anguage"))
        for code, name in LANGUAGES.items():
            self._languages[code].setText(name)
        first = self.register.empty
        self._welcome_button.setText(self.tr("Add organisation") if first else self.tr("Add target"))
        self._welcome_button.setIcon(self.desk.look.icon("plus", "on_accent"))
        if not self._welcome_title.text() or self.target.target is None:
            self._welcome_title.setText(self.tr("Welcome to EAA Checker"))
            self._welcome_text.setText(
                self.tr(
                    "Add an organisation and a web site of it at the left, or import a list. "
                    "Then start a scan: it looks at the pages as a browser shows them and says who meets which barrier."
                )
            )

    def _allow_actions(self) -> None:
        self.start.setEnabled(self.places.currentWidget() is self._target_area)

    def _go_to_tab(self, number: int) -> None:
        self.target.tabs.setCurrentIndex(number)
        parts = (self.target.observations.view, self.target.pages.view, self.target.history.view)
        parts[number].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_part(self, step: int) -> None:
        target = self.target
        lists = (target.observations.view, target.pages.view, target.history.view)
        parts: list[QWidget] = [self.register.tree, target.header.start, lists[target.tabs.currentIndex()]]
        parts += [target.detail.explanation, target.detail.evidence.picture]
        shown = [part for part in parts if part.isVisible()]
        if not shown:
            return
        now = next((n for n, part in enumerate(shown) if part.hasFocus()), -1 if step > 0 else 0)
        shown[(now + step) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- between two starts -----------------------------------------------------------------------------------------

    def _restore(self) -> None:
        for key, restore in (("geometry", self.restoreGeometry), ("columns", self._split.restoreState)):
            state = self._memory.value(key)
            if isinstance(state, QByteArray):
                restore(state)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps sizes and choices. Workers are not ended: closing the window does not lose the night."""
        memory = self._memory
        memory.setValue("geometry", self.saveGeometry())
        memory.setValue("columns", self._split.saveState())
        memory.setValue("theme", self.desk.look.theme)
        memory.setValue("text", self.desk.look.type.factor)
        memory.setValue("language", self.desk.language.code)
        if self.target.target is not None:
            memory.setValue("target", self.target.target.id)
        memory.sync()
        super().closeEvent(event)
