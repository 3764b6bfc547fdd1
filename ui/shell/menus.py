"""The menus: every command of the window with its keys, and in words that the global search finds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from ui import catalogue
from ui.desk import Desk
from ui.language import LANGUAGES
from ui.place import Link
from ui.style.look import SYSTEM
from ui.target_header import FORMATS, format_words

if TYPE_CHECKING:
    from ui.organisations.place import Organisations
    from ui.window import Window



class Menus(QObject):
    """Made once; dressed again when the language changes. ``allow`` greys out what cannot be done where one is."""

    def __init__(self, window: Window, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        bar, look = window.menuBar(), desk.look
        self.all = [bar.addMenu("") for _ in range(5)]
        file, scan, go, view, more = self.all
        there = window.in_organisations
        self.add_organisation = self._act(file, there(lambda p: p.register.add_organisation()), "Ctrl+Shift+N")
        self.add_target = self._act(file, there(lambda p: p.register.add_target()), "Ctrl+N")
        self.edit = self._act(file, there(lambda p: p.edit_chosen()), "F2")
        self.import_list = self._act(file, there(lambda p: p.register.choose_import()), "Ctrl+I")
        file.addSeparator()
        self.undo = self._act(file, desk.undoing.undo, QKeySequence(QKeySequence.StandardKey.Undo))
        desk.undoing.changed.connect(self._dress_undo)
        file.addSeparator()
        self.export_menu = file.addMenu("")
        self._exports = [
            self._act(self.export_menu, there(partial(_export, kind=kind)), "") for kind in FORMATS
        ]
        file.addSeparator()
        self.leave = self._act(file, window.close, "Ctrl+Q")
        self.start = self._act(scan, there(lambda p: p.target.start_scan()), "F5")
        self.pause = self._act(scan, there(lambda p: p.target.pause_scan()), "Ctrl+Shift+F5")
        self.stop = self._act(scan, there(lambda p: p.target.stop_scan()), "Shift+F5")
        self.options = self._act(scan, there(lambda p: p.target.header.options.toggle()), "Ctrl+F5")
        self.search = self._act(go, window.search.begin, "Ctrl+K")
        self.recent_menu = go.addMenu("")
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        go.addSeparator()
        self.places = [
            self._act(go, partial(window.go, Link(entry.key)), f"Ctrl+{n + 1}" if n < 9 else "")
            for n, entry in enumerate(catalogue.ENTRIES)
        ]
        go.addSeparator()
        self.find_target = self._act(go, there(lambda p: p.register.filter.setFocus()), "Ctrl+Shift+F")
        self.tabs = [self._act(go, there(partial(_go_to_tab, number=n)), f"Alt+{n + 1}") for n in range(3)]
        go.addSeparator()
        self.next_part = self._act(go, lambda: window.go_to_part(1), "F6")
        self.part_before = self._act(go, lambda: window.go_to_part(-1), "Shift+F6")
        self.refresh = self._act(view, window.refresh, "Ctrl+R")
        view.addSeparator()
        self.larger = self._act(view, lambda: look.enlarge(0.1), QKeySequence(QKeySequence.StandardKey.ZoomIn))
        self.smaller = self._act(view, lambda: look.enlarge(-0.1), QKeySequence(QKeySequence.StandardKey.ZoomOut))
        self.normal = self._act(view, lambda: look.enlarge(0), "Ctrl+0")
        view.addSeparator()
        self._theme_menu, self._language_menu = view.addMenu(""), view.addMenu("")
        self.themes = self._choices(self._theme_menu, (SYSTEM, "light", "dark", "contrast"), look.use)
        self.languages = self._choices(self._language_menu, tuple(LANGUAGES), desk.language.switch)
        self.help = self._act(more, window.show_help, "F1")
        self.statement = self._act(more, window.show_statement, "")
        self.dress()
        desk.language.changed.connect(self.dress)
        look.changed.connect(self._check)

    @property
    def commands(self) -> list[QAction]:
        """What the global search may offer: every command that does something at once."""
        return [action for menu in self.all for action in self._within(menu) if action.menu() is None]

    def allow(self) -> None:
        target = self._window.shows_target
        for action in (self.start, self.pause, self.stop, self.options, *self.tabs):
            action.setEnabled(target)
        shown = target and self._window.organisations.target.scan is not None
        for action in self._exports:
            action.setEnabled(shown)

    def _within(self, menu: QMenu) -> list[QAction]:
        found: list[QAction] = []
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                found += self._within(inner)
            elif not action.isSeparator():
                found.append(action)
        return found

    def _act(self, menu: QMenu, do: Callable[[], object], keys: str | QKeySequence) -> QAction:
        action = QAction(self._window)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)
        return action

    def _choices(self, menu: QMenu, keys: tuple[str, ...], use: Callable[[str], None]) -> dict[str, QAction]:
        group = QActionGroup(self._window)
        actions = {}
        for key in keys:
            action = QAction(self._window, checkable=True)
            action.triggered.connect(lambda _checked=False, k=key: use(k))
            group.addAction(action)
            menu.addAction(action)
            actions[key] = action
        return actions

    def _check(self) -> None:
        self.themes[self._desk.look.theme].setChecked(True)
        self.languages[self._desk.language.code].setChecked(True)

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for number, visit in enumerate(self._desk.recent.visits):
            letter = f"&{number + 1} " if number < 9 else ""
            action = self.recent_menu.addAction(
                self._desk.look.icon(visit.icon), letter + visit.title.replace("&", "&&")
            )
            action.triggered.connect(partial(self._desk.links.follow, visit.link))
        if not self._desk.recent.visits:
            self.recent_menu.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _dress_undo(self) -> None:
        """In a text field the keys undo typing: a field takes them before a menu does."""
        last = self._desk.undoing.last
        words = self.tr("&Undo: {0}").format(last.what.replace("&", "&&")) if last is not None else self.tr("&Undo")
        self.undo.setText(words)
        self.undo.setEnabled(last is not None)

    def dress(self) -> None:
        words = (self.tr("&File"), self.tr("&Scan"), self.tr("&Go"), self.tr("&View"), self.tr("&Help"))
        for menu, title in zip(self.all, words, strict=True):
            menu.setTitle(title)
        for action, text in (
            (self.add_organisation, self.tr("Add &organisation")),
            (self.add_target, self.tr("Add &target")),
            (self.edit, self.tr("E&dit organisation or target …")),
            (self.import_list, self.tr("&Import organisations …")),
            (self.leave, self.tr("&Quit")),
            (self.start, self.tr("&Start scan")),
            (self.pause, self.tr("&Pause scan")),
            (self.stop, self.tr("S&top scan")),
            (self.options, self.tr("Scan &options")),
            (self.search, self.tr("&Search everything")),
            (self.find_target, self.tr("&Find organisation or target")),
            (self.tabs[0], self.tr("&Observations of the target")),
            (self.tabs[1], self.tr("Pa&ges of the target")),
            (self.tabs[2], self.tr("S&cans of the target")),
            (self.next_part, self.tr("&Next part of the window")),
            (self.part_before, self.tr("Pre&vious part of the window")),
            (self.refresh, self.tr("R&ead again")),
            (self.larger, self.tr("&Larger text")),
            (self.smaller, self.tr("S&maller text")),
            (self.normal, self.tr("Normal te&xt")),
            (self.themes[SYSTEM], self.tr("As the &system")),
            (self.themes["light"], self.tr("&Light")),
            (self.themes["dark"], self.tr("&Dark")),
            (self.themes["contrast"], self.tr("&High contrast")),
            (self.help, self.tr("&Help for what is in view")),
            (self.statement, self.tr("&Accessibility statement")),
        ):
            action.setText(text)
        for action, text in zip(self._exports, format_words(), strict=True):
            action.setText(text)
        for number, (action, entry) in enumerate(zip(self.places, catalogue.ENTRIES, strict=True)):
            action.setText(f"&{number + 1} {entry.title()}")
        self._dress_undo()
        self.export_menu.setTitle(self.tr("&Export"))
        self.recent_menu.setTitle(self.tr("&Recent"))
        self._theme_menu.setTitle(self.tr("Colou&rs"))
        self._language_menu.setTitle(self.tr("L&anguage"))
        for code, name in LANGUAGES.items():
            self.languages[code].setText(name)
        self._check()


def _export(place: Organisations, kind: str) -> None:
    place.target.choose_file(kind)


def _go_to_tab(place: Organisations, number: int) -> None:
    place.go_to_tab(number)
