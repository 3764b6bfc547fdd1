"""Who reported a signal: apart, shown only when a person asks with a reason, gone again as soon as they look away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.signal import Reporter, Signal
from eaa_checker.errors import EaaCheckerError
from ui.desk import Desk
from ui.forms.fields import Line
from ui.forms.form import PlaceForm
from ui.style import scale


class ReporterPanel(QFrame):
    """Says that somebody's identity is kept; shows it on request. It is in no table, no search and no export."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._signal: Signal | None = None
        self._heading, self._mark, self.identity = QLabel(wordWrap=True), QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._heading.setProperty("tone", "strong")
        self._mark.setProperty("tone", "warning")
        self.identity.setTextFormat(Qt.TextFormat.PlainText)
        self.ask, self.hide_it = QPushButton(), QPushButton()
        self.form = PlaceForm(
            desk, lambda: self.tr("Look at who reported it"), lambda: self.tr("Show the reporter"),
            lambda: self.tr("Looking is recorded with your name and the reason."),
        )  # fmt: skip
        self.reason = self.form.field(lambda: self.tr("Why do you need to know?"), Line())
        self.form.finish()
        self.form.hide()
        self.ask.clicked.connect(self._begin)
        self.hide_it.clicked.connect(self.forget)
        self.form.submitted.connect(self._look)
        self.form.cancelled.connect(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.GAP)
        column.setSpacing(scale.NEAR)
        for widget in (self._heading, self._mark, self.identity, self.form):
            column.addWidget(widget)
        for button in (self.ask, self.hide_it):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.dress()
        self.show_signal(None)
        desk.language.changed.connect(self.dress)

    def show_signal(self, signal: Signal | None) -> None:
        """Another signal: whatever was shown of a reporter is gone."""
        self._signal = signal
        self.setVisible(signal is not None and signal.reporter_kept)
        self.forget()

    def forget(self) -> None:
        """Takes the reporter off the screen."""
        self.identity.clear()
        self.reason.clear()
        self.form.hide()
        for widget in (self._mark, self.identity, self.hide_it):
            widget.hide()
        self.ask.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody finds a name on the screen when they come back to this place."""
        super().hideEvent(event)
        self.forget()

    def _begin(self) -> None:
        self.ask.hide()
        self.form.begin()

    def _look(self) -> None:
        if self._signal is None:
            return
        number, why = self._signal.id, self.reason.words
        self.form.wait()
        self._desk.bridge.ask(self, lambda engine: engine.signals.reporter(number, why), self._seen, self._refused)

    def _refused(self, error: EaaCheckerError) -> None:
        self.form.refused(error)

    def _seen(self, reporter: Reporter | None) -> None:
        self.form.done()
        if reporter is None or not self.isVisible():
            self.forget()
            return
        rows = (
            (self.tr("Name"), reporter.name),
            (self.tr("Reached by"), reporter.contact),
            (self.tr("Remark"), reporter.remark),
        )
        self.identity.setText("\n".join(f"{label}: {value}" for label, value in rows if value))
        for widget in (self._mark, self.identity, self.hide_it):
            widget.show()
        self.hide_it.setFocus()

    def dress(self) -> None:
        self._heading.setText(self.tr("Who reported it is kept apart"))
        self._mark.setText(
            self.tr("For your eyes only: this never leaves in an export, a letter, a dossier or a copied table.")
        )
        self.ask.setText(self.tr("Show the reporter …"))
        self.hide_it.setText(self.tr("Hide the reporter"))
