"""What every place of the window has in common, and what leads from one place to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.scrolling import scrolled

if TYPE_CHECKING:
    from eaa_checker.engine import Engine
    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Link:
    """Where a number, a breadcrumb or a search hit leads. Plain texts and numbers, so that it can be remembered."""

    place: str
    """Key of an entry of ``ui.catalogue``."""
    kind: str = ""
    """What is to be shown there, in the words of that place: ``target``, ``scan``, ``rule`` …; empty: the place."""
    key: str | int = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumb; the last one has no link."""

    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a search found."""

    sort: str
    """What it is, in the language of the window: organisation, scan, rule …"""
    title: str
    detail: str
    icon: str
    link: Link


Finder = Callable[["Engine", str, str], list[Hit]]
"""(engine, words, language) → what a place finds; runs off the window's thread."""


class Links(QObject):
    """Takes whoever holds the desk to another place."""

    wanted = Signal(object)

    def follow(self, link: Link) -> None:
        self.wanted.emit(link)


class Place(QWidget):
    """One place. It is made when it is first gone to, and stays until the window closes.

    A place reads from the engine through the desk's bridge, says what happened through its notices and goes elsewhere
    through its links; it knows no other place.
    """

    moved = Signal()
    """What it shows changed: the window asks again for its crumbs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def fill(self, inside: QWidget) -> None:
        """Gives *inside* the whole of the place; it is scrolled where it is higher than its room."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def follow_changes(self) -> None:
        """The last of making it: from here on words follow the language, and colours and sizes the look."""
        self.dress()
        self.desk.language.changed.connect(self.change_language)
        self.desk.look.changed.connect(self.dress)

    def dress(self) -> None:
        """Says its words in the language and wears the look in force."""
        raise NotImplementedError

    def change_language(self) -> None:
        """What was read from the engine holds words, too, and is read again."""
        self.dress()
        self.refresh()

    def open(self, link: Link) -> None:
        """Called each time somebody goes there; *link* says what is to be shown. Begins to read what it needs."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Reads again what is shown (Ctrl+R)."""
        raise NotImplementedError

    def crumbs(self) -> tuple[Crumb, ...]:
        """What stands after the title of the place in the breadcrumb."""
        return ()

    def help_rule(self) -> str:
        """Id of the rule whose manual page F1 opens; empty when no rule is in view."""
        return ""

    def parts(self) -> list[QWidget]:
        """Where F6 takes the keyboard, in order."""
        return []

    def close_place(self) -> None:
        """The window closes: what must outlast it is kept now."""
