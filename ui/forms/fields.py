"""The fields of forms: one line, several lines, a day, one of many names, one of a few words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QMimeData, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from eaa_checker.domain.worded import Worded
from ui.seeking import letters

MOST_OF_A_LINE = 300
MOST_OF_A_TEXT = 10_000
"""Characters of a reason or a description that the engine takes; more belongs in an attached file."""
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class Line(QLineEdit):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, maxLength=MOST_OF_A_LINE)

    @property
    def words(self) -> str:
        return self.text().strip()


class Text(QPlainTextEdit):
    """Several lines; Tab leaves it. Of a huge paste only what fits is taken, and ``shortened`` tells of it."""

    shortened = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setProperty("kind", "field")
        self.fit()

    def fit(self) -> None:
        """As high as its number of lines in the present text size."""
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 18)

    @property
    def words(self) -> str:
        return self.toPlainText().strip()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        room = max(0, MOST_OF_A_TEXT - len(self.toPlainText()) + len(self.textCursor().selectedText()))
        self.insertPlainText(text[:room])
        if len(text) > room:
            self.shortened.emit()


class Day(QLineEdit):
    """A day as people write it, 23-11-2026 or 2026-11-23."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, maxLength=20)

    def set_day(self, day: date | None) -> None:
        self.setText(f"{day:%d-%m-%Y}" if day is not None else "")

    @property
    def day(self) -> date | None:
        """What was typed; None for nothing. Raises ValueError for what is no day."""
        text = self.text().strip()
        if not text:
            return None
        if (found := _DUTCH_DAY.fullmatch(text)) is not None:
            day, month, year = map(int, found.groups())
        elif (found := _ISO_DAY.fullmatch(text)) is not None:
            year, month, day = map(int, found.groups())
        else:
            raise ValueError(text)
        return date(year, month, day)


class Pick(QLineEdit):
    """One of many names: typing a part of one offers those that hold it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, maxLength=MOST_OF_A_LINE)
        self._numbers: dict[str, int] = {}
        self._names = QStringListModel(self)
        offer = QCompleter(self._names, self)
        offer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offer.setFilterMode(Qt.MatchFlag.MatchContains)
        offer.setMaxVisibleItems(12)
        self.setCompleter(offer)
        # Qt gives the list no parent; without one it does not wear the window's style sheet.
        names = offer.popup()
        if names is not None:
            names.setParent(self, Qt.WindowType.Popup)

    def offer(self, named: Iterable[tuple[int, str]]) -> None:
        """(number, name) of each that can be chosen."""
        self._numbers = {}
        for number, name in named:
            self._numbers[name if name not in self._numbers else f"{name} ({number})"] = number
        self._names.setStringList(list(self._numbers))

    def choose(self, number: int | None) -> None:
        self.setText(next((name for name, one in self._numbers.items() if one == number), ""))

    @property
    def number(self) -> int | None:
        """What is chosen; None for nothing. Raises ValueError for a name that does not exist or fits several."""
        text = self.text().strip()
        if not text:
            return None
        if text in self._numbers:
            return self._numbers[text]
        fit = [number for name, number in self._numbers.items() if letters(text) in letters(name)]
        if len(fit) != 1:
            raise ValueError(text)
        return fit[0]


class Choice(QComboBox):
    """One of a few values, said in the language of the window."""

    def __init__(self, values: Sequence[Worded], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = tuple(values)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        for value in self._values:
            self.addItem(value.en)

    def dress(self, language: str) -> None:
        for row, value in enumerate(self._values):
            words = value.say(language)
            self.setItemText(row, words[:1].upper() + words[1:])

    def choose(self, value: Worded) -> None:
        self.setCurrentIndex(self._values.index(value))

    @property
    def value(self) -> Worded:
        return self._values[self.currentIndex()]
