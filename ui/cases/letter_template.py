"""The template of a letter: its text, from when it holds, and who approved it; lawyers approve before it is used."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.letter import TemplateStanding
from ui.bar import Bar
from ui.cases.fields import said_day
from ui.desk import Desk
from ui.words import moment

SHORT = 12
"""Characters of a digest that are shown; all of it is in the tool tip and the description."""


class TemplatePage(QWidget):
    """``wanted``: the user says that lawyers approved what is shown."""

    wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.standing: TemplateStanding | None = None
        self._open = False
        self.state, self.about = QLabel(wordWrap=True), QLabel(wordWrap=True)
        for label in (self.state, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about.setProperty("tone", "soft")
        self.approve = QPushButton()
        self.approve.setProperty("kind", "primary")
        self.approve.clicked.connect(self.wanted)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(260)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
        column.addWidget(self.about)
        column.addLayout(Bar(desk.look, self.approve))
        column.addWidget(self.text)
        self.dress()

    def show_standing(self, standing: TemplateStanding | None, *, open_: bool) -> None:
        """*open_*: the letter is still being written, so that approving has a use."""
        changed = self.standing is None or standing is None or self.standing.digest != standing.digest
        self.standing, self._open = standing, open_
        if changed:  # else the reader keeps the place
            self.text.setPlainText(standing.text if standing is not None else "")
        self.dress()

    def dress(self) -> None:
        self.text.setAccessibleName(self.tr("Text of the template"))
        self.approve.setText(self.tr("Record that lawyers approved it …"))
        one = self.standing
        self.approve.setVisible(one is not None and one.approval is None and self._open)
        if one is None:
            self.state.clear()
            self.about.clear()
            return
        locale = self.desk.language.locale
        if one.approval is None:
            self.state.setText(
                self.tr("Lawyers have not approved this text yet. Until then no letter can be issued with it.")
            )
        else:
            words = self.tr("Approved: {0} (recorded by {1}, {2})")
            self.state.setText(
                words.format(one.approval.ground, one.approval.recorded_by, moment(one.approval.instant, locale))
            )
        until = said_day(one.valid_until) if one.valid_until is not None else self.tr("it is replaced")
        self.about.setText(
            self.tr("File: {0}. In force from {1} until {2}. Version {3}.").format(
                one.source, said_day(one.valid_from), until, one.digest[:SHORT]
            )
        )  # fmt: skip
        self.about.setToolTip(one.digest)
        self.about.setAccessibleDescription(one.digest)
