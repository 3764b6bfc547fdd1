"""What leaves a case as a file: for the W3C report tool and for machines, of the last round or an earlier one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui.cases.steps import Seen
from ui.desk import Desk
from ui.writing import Writing, ask_file, plain_name

FORMATS = ("wcag-em", "json")
SUFFIXES = {"wcag-em": "wcag-em.json"}


class CaseExport(QToolButton):
    """A button with a menu; *writing* is where it says what goes on, and gets its place from who made this."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._seen: Seen | None = None
        self.writing = Writing(desk)
        self.choices = QMenu(self)
        self.setMenu(self.choices)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def show_case(self, seen: Seen) -> None:
        """From now on that case is written."""
        self._seen = seen
        self._fill()

    def choose_file(self, kind: str, round_number: int) -> None:
        """Asks where it goes, and writes it there."""
        if self._seen is None:
            return
        case = self._seen.case
        name = plain_name(case.number or f"{self.tr('case')}-{case.id}", str(case.id))
        if round_number:
            name += f"-{self.tr('round')}-{round_number}"
        path = ask_file(self, self.tr("Export the case"), f"{name}.{SUFFIXES.get(kind, kind)}")
        if path is not None:
            self.write(kind, round_number, path)

    def write(self, kind: str, round_number: int, path: Path) -> None:
        """Writes a round of the case as *kind* (one of ``FORMATS``) to *path*."""
        if self._seen is None:
            return
        case_id, language = self._seen.case.id, self._desk.language.code
        self.writing.write(
            path,
            lambda engine: engine.exports.write(case_id, kind, path, round_number=round_number, language=language),
        )

    def _fill(self) -> None:
        self.choices.clear()
        words = {
            "wcag-em": self.tr("&WCAG-EM – to go on in the W3C report tool"),
            "json": self.tr("&JSON – everything, for machines"),
        }
        rounds = list(self._seen.rounds) if self._seen is not None else []
        last = rounds[-1].number if rounds else 0
        for kind in FORMATS:
            self.choices.addAction(words[kind]).triggered.connect(partial(self._chosen, kind, last))
        for one in reversed(rounds[:-1]):
            earlier = self.choices.addMenu(one.say(self._desk.language.code))
            for kind in FORMATS:
                earlier.addAction(words[kind]).triggered.connect(partial(self._chosen, kind, one.number))

    def _chosen(self, kind: str, round_number: int, _checked: bool = False) -> None:
        self.choose_file(kind, round_number)

    def dress(self) -> None:
        self.setText(self.tr("Export"))
        self.setToolTip(self.tr("Write the case to a file"))
        self._fill()
