"""The crisis freeze: one switch, with a reason, that halts every scan of what serves people in need."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from eaa_checker.errors import EaaCheckerError
from ui.desk import Desk
from ui.style import scale
from ui.words import MOST_LETTERS


class FreezeBar(QFrame):
    """Says whether a freeze is in force. The reason is asked in place; nothing happens without one."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._freeze: tuple[str, str] | None = None
        self._icon, self._words = QLabel(), QLabel(wordWrap=True)
        self.reason = QLineEdit(maxLength=MOST_LETTERS)
        self.reason.returnPressed.connect(self._act)
        self.reason.hide()
        self.switch = QPushButton()
        self.switch.clicked.connect(self._act)
        self.cancel = QPushButton()
        self.cancel.clicked.connect(self._close)
        self.cancel.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.NEAR)
        row.setSpacing(scale.NEAR)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 2)
        row.addWidget(self.reason, 3)
        row.addWidget(self.switch)
        row.addWidget(self.cancel)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def show_freeze(self, freeze: tuple[str, str] | None) -> None:
        """*freeze*: reason and author of the freeze in force, or None."""
        self._freeze = freeze
        self.dress()

    def dress(self) -> None:
        frozen = self._freeze is not None
        self._icon.setPixmap(self._desk.look.pixmap("freeze", "failed" if frozen else "soft"))
        if self._freeze is not None:
            self._words.setText(self.tr("Crisis freeze in force: {0} ({1})").format(*self._freeze))
        else:
            self._words.setText(self.tr("Crisis freeze: halts all scans of targets that serve people in need"))
        self.reason.setAccessibleName(self.tr("Reason of the crisis freeze"))
        self.reason.setPlaceholderText(self.tr("Reason, e.g. the crisis and its number"))
        self.switch.setText(self.tr("Lift the freeze") if frozen else self.tr("Freeze …"))
        if not frozen and self.reason.isVisible():
            self.switch.setText(self.tr("Freeze now"))
        self.switch.setProperty("kind", "" if frozen else "danger")
        self.switch.style().unpolish(self.switch)
        self.switch.style().polish(self.switch)
        self.cancel.setText(self.tr("Cancel"))

    def _act(self) -> None:
        if self._freeze is not None:
            self._desk.bridge.ask(self, lambda engine: engine.thaw(), self._done, self._refused)
        elif self.reason.isHidden():
            self.reason.show()
            self.cancel.show()
            self.dress()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            reason = self.reason.text()
            self._desk.bridge.ask(self, lambda engine: engine.freeze(reason), self._done, self._refused)

    def _done(self, _freeze: object) -> None:
        self._close()
        self.changed.emit()

    def _refused(self, error: EaaCheckerError) -> None:
        self._desk.notices.say_error(error)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        if self.reason.isVisible():
            self.switch.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reason.clear()
        self.reason.hide()
        self.cancel.hide()
        self.dress()
