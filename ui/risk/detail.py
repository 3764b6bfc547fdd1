"""One target of the risk picture: its score, every factor as a bar, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.risk import RiskLine
from ui.charts.shares import ShareBars
from ui.charts.view import ChartView
from ui.desk import Desk
from ui.forms.flow import Fitted, Flow
from ui.place import Link
from ui.risk import figures
from ui.risk.rows import figure, known
from ui.risk.weighing import Adjust
from ui.style import scale
from ui.words import moment


class RiskDetail(Fitted):
    """``changed`` fires when the ranking is no longer what it was."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.line: RiskLine | None = None
        self._name, self._sum, self._rests, self._adjusted = (QLabel(wordWrap=True) for _ in range(4))
        self._name.setProperty("tone", "title")
        for label in (self._name, self._sum, self._rests, self._adjusted):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._rests.setProperty("tone", "soft")
        self.bars = ChartView(desk, ShareBars(desk.look, desk.language), "risk-factors")
        self.to_target, self.adjust = QPushButton(), QPushButton()
        self.form = Adjust(desk)
        self.form.adjusted.connect(self.changed)
        self.to_target.clicked.connect(self._go)
        self.adjust.clicked.connect(self._begin)
        buttons = QWidget()
        buttons.setObjectName("plain")
        flow = Flow(buttons)
        flow.addWidget(self.to_target)
        flow.addWidget(self.adjust)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.NEAR)
        for widget in (self._name, self._sum, self._rests, self._adjusted):
            column.addWidget(widget)
        column.addWidget(self.bars, 1)
        column.addWidget(buttons)
        column.addWidget(self.form)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def show_line(self, line: RiskLine | None) -> None:
        if self.line is None or line is None or line.facts.target_id != self.line.facts.target_id:
            self.form.hide()
        self.line = line
        self.dress()

    def _go(self) -> None:
        if self.line is not None:
            self._desk.links.follow(Link("organisations", "target", self.line.facts.target_id))

    def _begin(self) -> None:
        if self.line is not None:
            self.form.begin_with(self.line)

    def dress(self) -> None:
        self.to_target.setText(self.tr("To the target"))
        self.to_target.setIcon(self._desk.look.icon("target"))
        self.adjust.setText(self.tr("Adjust the score …"))
        line = self.line
        for widget in (self.bars, self.to_target, self.adjust):
            widget.setVisible(line is not None)
        self._adjusted.setVisible(line is not None and line.facts.adjustment is not None)
        if line is None:
            self._name.clear()
            self._sum.setText(self.tr("Choose a target to see why it stands where it stands."))
            self._rests.clear()
            return
        language, locale = self._desk.language.code, self._desk.language.locale
        facts = line.facts
        self._name.setText(f"{facts.target_name} – {facts.organisation_name}")
        words = self.tr("Score {0} = likelihood {1} × impact {2}")
        self._sum.setText(
            words.format(*(figure(value, line, locale) for value in (line.score, line.likelihood, line.impact)))
        )
        weighed = self.tr("weighing {0} of {1}").format(
            line.weighing.number, moment(line.weighing.instant, locale)
        )
        if known(line) and facts.examined is not None:
            rests = self.tr("Rests on the examination of {0}: {1} pages").format(
                moment(facts.examined, locale), locale.toString(facts.tested)
            )
        else:
            rests = self.tr(
                "{0}. Nothing is known of its barriers: this is no low risk and no high one, but a reason to look"
            ).format(line.standing.say(language).capitalize())
        self._rests.setText(f"{rests}; {weighed}.")
        if facts.adjustment is not None:
            said = self.tr("Adjusted by {0} points by {1}, {2}: {3}")
            one = facts.adjustment
            self._adjusted.setText(
                said.format(f"{one.points:+g}", one.actor, moment(one.instant, locale), one.reason)
            )
        note = self.tr("What each factor adds to its side, which runs from 1 to 5; a dashed bar is not known.")
        self.bars.show_figure(self.tr("Factors and weights"), figures.factors(line, language, locale), note)
