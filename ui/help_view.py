"""Help in place: the manual page of the rule in view, the keys, and what is installed on this machine."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from eaa_checker import __version__
from ui.desk import Desk
from ui.style import scale

if TYPE_CHECKING:
    from eaa_checker.engine import Diagnosis

STATEMENTS = Path(__file__).parent
"""Where ``make statement`` writes statement_nl.md and statement_en.md."""


class HelpView(QWidget):
    """A page to read; ``left`` fires on Back or Escape."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._diagnosis: Diagnosis | None = None
        self._rule = ""
        self._statement = False
        self._title = QLabel()
        self._title.setProperty("tone", "title")
        self.back = QPushButton()
        self.back.clicked.connect(self.left)
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(True)
        self.text.document().setDocumentMargin(14)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        self.other = QPushButton()
        self.other.clicked.connect(self._show_keys)
        top.addWidget(self.other)
        top.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.GAP)
        column.setSpacing(scale.GAP)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def open(self, rule_id: str = "") -> None:
        """Shows the manual page of that rule; without one the keys, and what is installed as soon as it is known."""
        self._rule, self._statement = rule_id, False
        self.dress()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        if not rule_id:
            self._desk.bridge.ask(self, lambda engine: engine.doctor(), self._show)

    def open_statement(self) -> None:
        """Shows how accessible this program is, as its own tests found it."""
        self._rule, self._statement = "", True
        self.dress()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_keys(self) -> None:
        self.open()

    def _show(self, diagnosis: Diagnosis) -> None:
        self._diagnosis = diagnosis
        self.dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dress(self) -> None:
        self._title.setText(self.tr("Help"))
        self.back.setText(self.tr("Back"))
        self.back.setIcon(self._desk.look.icon("left"))
        self.other.setText(self.tr("Keys and installation"))
        self.other.setVisible(bool(self._rule) or self._statement)
        if self._statement:
            self._title.setText(self.tr("Help: accessibility statement"))
            self.text.setAccessibleName(self.tr("Accessibility statement of this program"))
            file = STATEMENTS / f"statement_{self._desk.language.code}.md"
            self.text.setMarkdown(file.read_text(encoding="utf-8"))
            return
        if self._rule:
            from ui.rulebook.manual import Manual

            self._title.setText(self.tr("Help: manual page of the rule"))
            self.text.setAccessibleName(self.tr("Manual page of the rule"))
            self.text.setHtml(Manual(self._desk.language.code, self._desk.look.palette).page(self._rule))
            return
        self.text.setAccessibleName(self.tr("Keys and installation"))
        keys = (
            ("Ctrl+K", self.tr("Search everything: organisations, targets, scans, pages, rules, commands")),
            ("Ctrl+1 … Ctrl+9", self.tr("To a place of the rail")),
            ("F6, Shift+F6", self.tr("To the next or previous part of the window")),
            ("F1", self.tr("Manual page of the rule in view, else this page")),
            ("Ctrl+R", self.tr("Read again what is shown")),
            ("F5", self.tr("Start a scan of the chosen target")),
            ("Ctrl+Shift+F5", self.tr("Pause the scan that is shown")),
            ("Shift+F5", self.tr("Stop the scan that is shown")),
            ("Ctrl+F5", self.tr("Options of the next scan")),
            ("Ctrl+N", self.tr("Add a target")),
            ("Ctrl+Shift+N", self.tr("Add an organisation")),
            ("F2", self.tr("Edit the organisation or target that is chosen")),
            ("Ctrl+Z", self.tr("Undo the last edit; in a text field: what was typed")),
            ("Ctrl+I", self.tr("Import organisations")),
            ("Ctrl+Shift+F", self.tr("Find an organisation or target")),
            ("Ctrl+F", self.tr("Filter the observations")),
            ("Alt+1, Alt+2, Alt+3", self.tr("Observations, pages, scans of the target")),
            ("Alt+←, Alt+→", self.tr("Previous or next place of an observation")),
            ("+, −, 0", self.tr("In a picture: enlarge, reduce, whole picture")),
            ("Ctrl+C, Ctrl+Shift+C", self.tr("In a table: copy the selected rows as text, as CSV")),
            ("Shift+F10", self.tr("In a table: its menu, with the choice of columns")),
            ("Ctrl++, Ctrl+−, Ctrl+0", self.tr("Larger, smaller, normal text")),
        )
        soft = self._desk.look.palette.soft
        rows = "".join(
            f'<tr><td style="padding:3px 22px 3px 0"><b>{escape(key)}</b></td>'
            f'<td style="padding:3px 0">{escape(words)}</td></tr>'
            for key, words in keys
        )
        keys_heading, installed_heading = escape(self.tr("Keys")), escape(self.tr("What is installed"))
        self.text.setHtml(
            f"<h3>{keys_heading}</h3><table>{rows}</table><h3>{installed_heading}</h3>{self._installed()}"
            f'<p style="color:{soft}">EAA Checker {escape(__version__)} · EUPL-1.2</p>'
        )

    def _installed(self) -> str:
        if self._diagnosis is None:
            return "<p>" + escape(self.tr("Looking …")) + "</p>"
        palette, language = self._desk.look.palette, self._desk.language.code
        colours = {"good": palette.passed, "note": palette.ask, "missing": palette.failed}
        rows = []
        for line in self._diagnosis.lines:
            mend = f"<br><code>{escape(line.mend)}</code>" if line.mend else ""
            rows.append(
                f'<tr><td style="padding:3px 18px 3px 0; color:{colours.get(line.state.value, palette.text)}">'
                f"<b>{escape(line.state.say(language))}</b></td>"
                f'<td style="padding:3px 0">{escape(line.say(language))}{mend}</td></tr>'
            )
        return f"<table>{''.join(rows)}</table>"
