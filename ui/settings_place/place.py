"""Settings: language, colours, text size, how many scans at once, and where everything is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.language import LANGUAGES
from ui.place import Link, Place
from ui.scrolling import scrolled
from ui.style import scale
from ui.style.look import SYSTEM
from ui.style.motion import Choice
from ui.undoing import Edit

if TYPE_CHECKING:
    from eaa_checker.engine import Diagnosis

THEMES = (SYSTEM, "light", "dark", "contrast")
WIDEST = 860


class Settings(Place):
    """Each choice counts at once; there is nothing to save."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._diagnosis: Diagnosis | None = None
        self._titles = [QLabel() for _ in range(5)]
        self.languages = {code: QRadioButton(name) for code, name in LANGUAGES.items()}
        self.themes = {theme: QRadioButton() for theme in THEMES}
        self.motions = {choice: QRadioButton() for choice in Choice}
        self._groups = (QButtonGroup(self), QButtonGroup(self), QButtonGroup(self))
        chosen = (self.languages.values(), self.themes.values(), self.motions.values())
        for group, buttons in zip(self._groups, chosen, strict=True):
            for button in buttons:
                group.addButton(button)
                button.toggled.connect(self._keep_tab_stops)
        for code, button in self.languages.items():
            button.clicked.connect(partial(self._switch, code))
        for theme, button in self.themes.items():
            button.clicked.connect(partial(self._use, theme))
        for choice, button in self.motions.items():
            button.clicked.connect(partial(self._use_motion, choice))
        self._motion_note = QLabel(wordWrap=True)
        self._motion_note.setProperty("tone", "soft")
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(100, 200)
        self.size_slider.setSingleStep(10)
        self.size_slider.setPageStep(20)
        self.size_slider.setTickInterval(10)
        self.size_slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self._size_label, self._size_now = QLabel(), QLabel()
        self._size_label.setBuddy(self.size_slider)
        self.size_slider.valueChanged.connect(self._enlarge)
        self.at_once = QSpinBox(minimum=1, maximum=8)
        self.at_once.lineEdit().setTextMargins(scale.NEAR, 0, 0, 0)
        self.at_once.setValue(desk.runs.at_once)
        self._at_once_label, self._at_once_note = QLabel(), QLabel(wordWrap=True)
        self._at_once_label.setBuddy(self.at_once)
        self._at_once_note.setProperty("tone", "soft")
        self.at_once.valueChanged.connect(self._set_at_once)
        self.installed = QTextBrowser()
        self.installed.document().setDocumentMargin(10)
        self._lay_out()
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def _lay_out(self) -> None:
        cards: list[QFrame] = []
        grid = self._card(cards, 0)
        for row, button in enumerate(self.languages.values()):
            grid.addWidget(button, row + 1, 0, 1, 3)
        grid = self._card(cards, 1)
        for row, button in enumerate(self.themes.values()):
            grid.addWidget(button, row + 1, 0, 1, 3)
        grid.addWidget(self._size_label, 6, 0)
        grid.addWidget(self.size_slider, 6, 1)
        grid.addWidget(self._size_now, 6, 2)
        grid.setColumnStretch(1, 1)
        grid = self._card(cards, 4)
        for row, button in enumerate(self.motions.values()):
            grid.addWidget(button, row + 1, 0, 1, 3)
        grid.addWidget(self._motion_note, 4, 0, 1, 3)
        grid = self._card(cards, 2)
        grid.addWidget(self._at_once_label, 1, 0)
        grid.addWidget(self.at_once, 1, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._at_once_note, 2, 0, 1, 3)
        grid.setColumnStretch(2, 1)
        grid = self._card(cards, 3)
        grid.addWidget(self.installed, 1, 0, 1, 3)
        inside = QWidget()
        inside.setObjectName("plain")
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.WIDE)
        column.setSpacing(scale.GAP)
        for card in cards:
            column.addWidget(card)
        area = scrolled(inside)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _card(self, cards: list[QFrame], number: int) -> QGridLayout:
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.GAP)
        grid.setVerticalSpacing(scale.NEAR)
        grid.setHorizontalSpacing(scale.GAP)
        self._titles[number].setProperty("tone", "strong")
        grid.addWidget(self._titles[number], 0, 0, 1, 3)
        cards.append(card)
        return grid

    # -- the place --------------------------------------------------------------------------------------------------

    def open(self, link: Link) -> None:
        self.refresh()

    def refresh(self) -> None:
        self.desk.bridge.ask(self, lambda engine: engine.doctor(), self._show)

    def parts(self) -> list[QWidget]:
        chosen = [button for group in self._groups for button in group.buttons() if button.isChecked()]
        return [*chosen[:2], self.size_slider, *chosen[2:], self.at_once, self.installed]

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _show(self, diagnosis: Diagnosis) -> None:
        self._diagnosis = diagnosis
        self.dress()

    def _keep_tab_stops(self) -> None:
        """Tab comes to the chosen button of a group; Qt sees to that only once one of them has had the keyboard."""
        for group in self._groups:
            for button in group.buttons():
                chosen = button.isChecked()
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    # -- choosing; each choice can be undone --------------------------------------------------------------------------

    def _switch(self, code: str, *_: object) -> None:
        before = self.desk.language.code
        if code != before:
            self.desk.language.switch(code)
            self._offer_undo("language", self.tr("Language"), lambda: self.desk.language.switch(before))

    def _use(self, theme: str, *_: object) -> None:
        before = self.desk.look.theme
        if theme != before:
            self.desk.look.use(theme)
            self._offer_undo("theme", self.tr("Colours"), lambda: self.desk.look.use(before))

    def _use_motion(self, choice: Choice, *_: object) -> None:
        before = self.desk.look.motion.choice
        if choice is not before:
            self._set_motion(choice)
            self._offer_undo("motion", self.tr("Movement"), lambda: self._set_motion(before))

    def _set_motion(self, choice: Choice) -> None:
        self.desk.look.motion.use(choice)
        self.dress()

    def _enlarge(self, percent: int) -> None:
        before = self.desk.look.type.factor
        self._set_factor(percent / 100)
        self._offer_undo("text", self.tr("Size of text"), lambda: self._set_factor(before))

    def _set_factor(self, factor: float) -> None:
        self.desk.look.enlarge(factor - self.desk.look.type.factor if factor > 1 else 0)

    def _set_at_once(self, number: int) -> None:
        before = self.desk.runs.at_once
        self._keep_at_once(number)
        self._offer_undo("at_once", self.tr("Scans at the same time"), lambda: self._keep_at_once(before))

    def _keep_at_once(self, number: int) -> None:
        self.desk.runs.at_once = number
        self.desk.memory.setValue("at_once", number)
        self.dress()

    def _offer_undo(self, key: str, what: str, back: Callable[[], None]) -> None:
        """Choices of this window stand in no database: nothing is asked of the engine."""
        edit = Edit(f"setting:{key}", what, 0, 0, lambda _engine, version: version, back)
        self.desk.undoing.offer(edit, self.tr("Changed: {0}").format(what), goes_on=True)

    def dress(self) -> None:
        language, look = self.desk.language, self.desk.look
        for title, words in zip(
            self._titles,
            (
                self.tr("Language"),
                self.tr("Colours and text"),
                self.tr("Scans"),
                self.tr("What is installed, and where"),
                self.tr("Movement"),
            ),
            strict=True,
        ):
            title.setText(words)
        for theme, words in zip(
            THEMES,
            (self.tr("As the system"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast")),
            strict=True,
        ):
            self.themes[theme].setText(words)
        for choice, words in zip(
            Choice, (self.tr("As the system asks"), self.tr("Less movement"), self.tr("All movement")), strict=True
        ):
            self.motions[choice].setText(words)
        self.motions[look.motion.choice].setChecked(True)
        self._motion_note.setText(
            self.tr(
                "With less movement nothing fades, slides or blinks, and the numbers of Today change only when you go "
                "there or press Ctrl+R. A scan that you started is always followed."
            )
        )
        self.languages[language.code].setChecked(True)
        self.themes[look.theme].setChecked(True)
        percent = round(look.type.factor * 100)
        blocked = self.size_slider.blockSignals(True)
        self.size_slider.setValue(percent)
        self.size_slider.blockSignals(blocked)
        self._size_label.setText(self.tr("Size of text"))
        self.size_slider.setAccessibleName(self.tr("Size of text"))
        self._size_now.setText(f"{percent} %")
        self._at_once_label.setText(self.tr("Scans at the same time"))
        blocked = self.at_once.blockSignals(True)
        self.at_once.setValue(self.desk.runs.at_once)
        self.at_once.blockSignals(blocked)
        self.at_once.setAccessibleName(self.tr("Scans at the same time"))
        self._at_once_note.setText(
            self.tr("Of scans that this window puts in line; scans that are started one by one do not wait.")
        )
        self.installed.setAccessibleName(self.tr("What is installed, and where"))
        self.installed.setHtml(self._as_html())
        self.installed.setMinimumHeight(self.fontMetrics().lineSpacing() * 12)

    def _as_html(self) -> str:
        palette, language = self.desk.look.palette, self.desk.language.code
        engine = self.desk.bridge.engine
        lines = [
            (self.tr("Database"), str(engine.database)),
            (self.tr("Choices of this window"), self.desk.memory.fileName()),
            (self.tr("Contact in our user agent"), engine.settings.contact),
            (self.tr("How sites see us"), engine.settings.identification),
        ]
        rows = "".join(
            f'<tr><td style="padding:3px 18px 3px 0; color:{palette.soft}">{escape(name)}</td>'
            f'<td style="padding:3px 0">{escape(value)}</td></tr>'
            for name, value in lines
        )
        if self._diagnosis is None:
            looking = self.tr("Looking …")
            return f"<table>{rows}</table><p>{escape(looking)}</p>"
        colours = {"good": palette.passed, "note": palette.ask, "missing": palette.failed}
        rows += "".join(
            f'<tr><td style="padding:3px 18px 3px 0; color:{colours.get(line.state.value, palette.text)}">'
            f"<b>{escape(line.state.say(language))}</b></td>"
            f'<td style="padding:3px 0">{escape(line.say(language))}'
            + (f"<br><code>{escape(line.mend)}</code>" if line.mend else "")
            + "</td></tr>"
            for line in self._diagnosis.lines
        )
        return f"<table>{rows}</table>"
