"""What somebody does first in an empty database: three steps, each a button, until there is a first scan."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from ui.desk import Desk
from ui.place import Link
from ui.style import scale

STEPS = (
    (Link("organisations", "new"),),
    (Link("organisations", "import"),),
    (Link("organisations", "add"), Link("organisations")),
)
"""Where the button of each step leads; the last one to the register as soon as there is something to scan."""


class Beginning(QFrame):
    """Hidden as soon as there is a scan."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._organisations = self._targets = 0
        self._title, self._why = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._title.setProperty("tone", "title")
        self._why.setProperty("tone", "soft")
        self.buttons = [QPushButton() for _ in STEPS]
        self._signs = [QLabel() for _ in STEPS]
        self._words = [QLabel(wordWrap=True) for _ in STEPS]
        grid = QGridLayout(self)
        grid.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.WIDE)
        grid.setHorizontalSpacing(scale.GAP)
        grid.setVerticalSpacing(scale.GAP)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._title, 0, 0, 1, 3)
        grid.addWidget(self._why, 1, 0, 1, 3)
        for number, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._go, number))
        self._grid = grid
        self.hide()

    def show_begun(self, organisations: int, targets: int, *, scanned: bool) -> None:
        """How far one is."""
        self._organisations, self._targets = organisations, targets
        self.setVisible(not scanned)
        self.dress()

    @property
    def next_step(self) -> int:
        """The step that its button stands out for."""
        return 2 if self._organisations else 0

    def _go(self, number: int, *_: object) -> None:
        ways = STEPS[number]
        self._desk.links.follow(ways[-1] if self._targets else ways[0])

    def dress(self) -> None:
        look = self._desk.look
        self._title.setText(self.tr("Begin here"))
        self._why.setText(
            self.tr("There is no scan yet. As soon as there is one, this page says what asks for work today.")
        )
        scan = self.tr("Start a scan") if self._targets else self.tr("Add an address to scan")
        for button, words, icon in zip(
            self.buttons,
            (self.tr("Add an organisation"), self.tr("Import a register"), scan),
            ("organisation", "import", "start" if self._targets else "target"),
            strict=True,
        ):
            button.setText(words)
            primary = self.buttons[self.next_step] is button
            button.setIcon(look.icon(icon, "on_accent" if primary else "text"))
            if button.property("kind") != ("primary" if primary else ""):
                button.setProperty("kind", "primary" if primary else "")
                button.style().unpolish(button)
                button.style().polish(button)
        done = self.tr("Done: %n organisation(s)", "", self._organisations)
        first = self.tr("One by one: the supervised body, with its web site after that.")
        last = self.tr("The web site of an organisation. A scan looks at its pages and says who meets which barrier.")
        if self._targets:
            last = self.tr("%n target(s) can be scanned: choose one and press F5.", "", self._targets)
        self._words[0].setText(done if self._organisations else first)
        self._words[1].setText(
            self.tr("Many at once: a CSV, XLSX or ODS file. You see first what it would do, and can take it back.")
        )
        self._words[2].setText(last)
        for number, sign in enumerate(self._signs):
            ready = number == 0 and self._organisations > 0
            sign.setPixmap(look.pixmap("passed" if ready else "right", "passed" if ready else "soft"))
        self._stack(large=look.type.large)

    def _stack(self, *, large: bool) -> None:
        """Words under their button where the text is large."""
        for number, words in enumerate(self._words):
            self._grid.removeWidget(words)
            self._grid.removeWidget(self.buttons[number])
            self._grid.removeWidget(self._signs[number])
            row = 2 + 2 * number if large else 2 + number
            self._grid.addWidget(self._signs[number], row, 0)
            self._grid.addWidget(self.buttons[number], row, 1, 1, 2 if large else 1)
            self._grid.addWidget(words, row + 1 if large else row, 1 if large else 2, 1, 2 if large else 1)
