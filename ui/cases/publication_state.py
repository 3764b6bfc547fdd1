"""Whether a case can be made public: from when, why then, and what must come first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.cases.fields import said_day
from ui.cases.publication_rows import PublicationSeen
from ui.desk import Desk
from ui.style import scale
from ui.words import moment


class PublicationState(QFrame):
    """The engine's own reasons, in the words of the law as it was read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._desk = desk
        self._found: PublicationSeen | None = None
        self.when, self.because, self.verify = (QLabel(wordWrap=True) for _ in range(3))
        self.because.setProperty("tone", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.NEAR)
        column.setSpacing(scale.TIGHT)
        for label in (self.when, self.because, self.verify):
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self.hide()
        desk.language.changed.connect(self._say)

    def show_found(self, found: PublicationSeen) -> None:
        self._found = found
        self.show()
        self._say()

    def _say(self) -> None:
        found, language = self._found, self._desk.language.code
        if found is None:
            return
        time = found.time
        free = time.earliest is not None and time.earliest <= found.today
        if found.final is not None:
            made = moment(found.final.instant, self._desk.language.locale)
            words = self.tr("The package that is made public was made on {0} by {1}.").format(made, found.final.actor)
        elif time.earliest is None:
            lacking = "\n".join(f"– {one.say(language)}" for one in time.lacking)
            words = self.tr("Not to be made public yet. First:") + f"\n{lacking}"
        elif free:
            words = self.tr("It can be made public now, from {0} on.").format(said_day(time.earliest))
        else:
            words = self.tr("It can be made public from {0} on, not earlier.").format(said_day(time.earliest))
        if time.latest is not None:
            words += " " + self.tr("At the latest on {0}.").format(said_day(time.latest))
        self.when.setText(words)
        self.because.setText("\n".join(one.say(language) for one in time.why))
        self.because.setVisible(bool(time.why))
        self.verify.setText(time.to_verify.say(language) if time.to_verify is not None else "")
        self.verify.setVisible(time.to_verify is not None)
        self.setProperty("kind", "done" if free or found.final is not None else "info")
        self.style().unpolish(self)
        self.style().polish(self)
