"""Messages in place: one bar under the menu instead of dialogs that stop the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from eaa_checker.errors import EaaCheckerError
from ui.language import Language
from ui.style import scale
from ui.style.look import Look

Kind = Literal["info", "done", "warning", "error"]
_ICONS = {
    "info": ("info", "accent"),
    "done": ("passed", "passed"),
    "warning": ("warning", "ask"),
    "error": ("failed", "failed"),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One message: what happened, and perhaps what can be done about it."""

    kind: Kind
    text: str
    action: str = ""
    do: Callable[[], None] | None = None
    other: tuple[str, Callable[[], None]] | None = None
    """A second thing that can be done."""


class Notices(QObject):
    """Where any part of the window leaves a message."""

    left = Signal(object)
    read = Signal()
    """Something new was begun: what only told that something is done has been read."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def say(
        self,
        kind: Kind,
        text: str,
        action: str = "",
        do: Callable[[], None] | None = None,
        other: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        self.left.emit(Notice(kind, text, action, do, other))

    def say_error(self, error: EaaCheckerError) -> None:
        """The error's own sentence in the language of the window."""
        self.say("error", error.say(self._language.code))


class MessageBar(QFrame):
    """Shows the last message until it is closed or replaced, and announces it to assistive technology."""

    def __init__(self, notices: Notices, look: Look, language: Language) -> None:
        super().__init__()
        self.setObjectName("message")
        self._look = look
        self._notice: Notice | None = None
        self._icon = QLabel()
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.clicked.connect(self._act)
        self._other = QPushButton()
        self._other.clicked.connect(self._act_otherwise)
        self._close = QToolButton()
        self._close.setProperty("kind", "flat")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.GAP, scale.TIGHT, scale.TIGHT, scale.TIGHT)
        row.setSpacing(scale.NEAR)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._other)
        row.addWidget(self._close)
        self.hide()
        self.dress()
        notices.left.connect(self.show_notice)
        notices.read.connect(self._put_away)
        look.changed.connect(self.dress)
        language.changed.connect(self.dress)

    @property
    def text(self) -> str:
        """What is shown now; empty when the bar is closed."""
        return "" if self.isHidden() else self._text.text()

    def dress(self) -> None:
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close message"))
        self._close.setIcon(self._look.icon("close"))
        if self._notice is not None:
            name, colour = _ICONS[self._notice.kind]
            self._icon.setPixmap(self._look.pixmap(name, colour))

    def show_notice(self, notice: Notice) -> None:
        """Shows *notice* in place of the one before it."""
        self._notice = notice
        self._text.setText(notice.text)
        self._action.setText(notice.action)
        self._action.setVisible(bool(notice.action))
        self._other.setText(notice.other[0] if notice.other is not None else "")
        self._other.setVisible(notice.other is not None)
        self.setProperty("kind", notice.kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.dress()
        self.show()
        self.announce(notice.text, urgent=notice.kind in ("warning", "error"))

    def announce(self, text: str, *, urgent: bool = False) -> None:
        """Has a screen reader say *text*; the focus stays where it is."""
        event = QAccessibleAnnouncementEvent(self, text)
        polite = QAccessible.AnnouncementPoliteness.Polite
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive if urgent else polite)
        QAccessible.updateAccessibility(event)

    def _put_away(self) -> None:
        """A warning or an error asks for something, and stays."""
        if self._notice is not None and self._notice.kind in ("done", "info"):
            self.hide()

    def _act(self) -> None:
        notice, self._notice = self._notice, None
        self.hide()
        if notice is not None and notice.do is not None:
            notice.do()

    def _act_otherwise(self) -> None:
        notice, self._notice = self._notice, None
        self.hide()
        if notice is not None and notice.other is not None:
            notice.other[1]()
