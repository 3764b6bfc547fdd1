"""The quality check before testing: states wanted, the random draw with its seed, what is missing, approval."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QWidget

from eaa_checker.domain.sample import Absence, Check, PageState, PageType, Sample, SampleState
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.fields import Choice
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.desk import Desk
from ui.style import scale
from ui.table import Column

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate


def check_columns() -> list[Column[Check]]:
    return [
        Column(lambda: translate("CheckColumns", "Outcome"),
               lambda row, _: translate("CheckColumns", "in order") if row.passed
               else translate("CheckColumns", "to settle"),
               weight=0.7, sign=lambda row: ("passed", "passed") if row.passed else ("ask", "ask")),
        Column(lambda: translate("CheckColumns", "Point"), lambda row, language: row.say(language), weight=4.0),
        Column(lambda: translate("CheckColumns", "Pages"), lambda row, _: ", ".join(row.addresses) or "–", weight=1.6),
    ]  # fmt: skip


class SampleGate(Part):
    """What stands between a sample and its visits."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.sample: Sample | None = None
        self._wanted = 0
        self._states_title = QLabel()
        self._states_title.setProperty("tone", "strong")
        self._states = QGridLayout()
        self._states.setSpacing(scale.NEAR)
        self.states: dict[PageState, QCheckBox] = {}
        for state in PageState:
            box = QCheckBox()
            box.clicked.connect(self._name_states)
            self.states[state] = box
        self.seed = QLabel(wordWrap=True)
        self.seed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.draw, self.visits, self.approve, self.reopen = (QPushButton() for _ in range(4))
        self.approve.setProperty("kind", "primary")
        self.draw.clicked.connect(self._draw)
        self.visits.clicked.connect(self._set_visits)
        self.approve.clicked.connect(self._approve)
        self.reopen.clicked.connect(self._reopen)
        self.absent = Choice()
        self.explain = QPushButton()
        self.explain.clicked.connect(self._explain)
        self.absences = QLabel(wordWrap=True)
        self.absences.setProperty("tone", "soft")
        self.absences.setTextFormat(Qt.TextFormat.PlainText)
        self.checks: Listing[Check] = Listing(desk, check_columns(), lambda row: row.name, "case-checks", rows=6)
        self.column.addWidget(self._states_title)
        self.column.addLayout(self._states)
        self.column.addWidget(self.seed)
        self.column.addLayout(Bar(desk.look, (self.absent, 1), self.explain))
        self.column.addWidget(self.absences)
        self.column.addWidget(self.checks)
        self.column.addLayout(Bar(desk.look, self.draw, self.visits, self.approve, self.reopen))
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def show_gate(
        self, sample: Sample, checks: list[Check], absences: list[Absence], required: list[PageType], wanted: int,
        *, open_: bool,
    ) -> None:  # fmt: skip
        """*required*: types still to be found or explained. *wanted*: size of the random part."""
        self.sample, self._wanted = sample, wanted
        language = self.desk.language.code
        draft = sample.state is SampleState.DRAFT and open_
        for state, box in self.states.items():
            box.setChecked(state in sample.states or state is PageState.DEFAULT)
            box.setEnabled(draft and state is not PageState.DEFAULT)
        self.checks.show_rows(sorted(checks, key=lambda one: one.passed))
        self.absent.offer([(one.say(language), one) for one in required])
        for widget in (self.absent, self.explain):
            widget.setVisible(draft and bool(required))
        self.absences.setText(
            "\n".join(
                self.tr("No page “{0}”: {1} ({2})").format(one.type.say(language), one.reason, one.decided_by)
                for one in absences
            )
        )
        self.absences.setVisible(bool(absences))
        self.draw.setVisible(draft and (wanted > 0 or bool(sample.seed)))
        self.visits.setVisible(draft)
        self.approve.setVisible(draft)
        self.approve.setEnabled(all(one.passed for one in checks))
        self.reopen.setVisible(open_ and sample.state is SampleState.APPROVED)
        if sample.seed:
            words = self.tr("Random part drawn with seed {0}; frame {1}.")
            self.seed.setText(words.format(sample.seed, sample.frame_digest[:16]))
        else:
            self.seed.setText(
                self.tr("No random part is asked for this kind of examination.") if not wanted
                else self.tr("Pages to draw at random: {0}.").format(wanted)
            )  # fmt: skip
        self.dress()

    def _name_states(self) -> None:
        if self.sample is None:
            return
        sample = self.sample
        chosen = [state for state, box in self.states.items() if box.isChecked()]
        self.do(lambda engine: engine.samples.name_states(sample.id, chosen, version=sample.version))

    def _draw(self) -> None:
        if self.sample is None:
            return
        sample_id = self.sample.id
        if not self.sample.seed:
            self.do(lambda engine: engine.samples.draw(sample_id), self.tr("Drawn; the seed is kept with the sample."))
            return
        self.asker.ask(
            self.tr("The draw is thrown away and another one made. Why?"), self.tr("Draw anew"),
            lambda reason: self.do(lambda engine: engine.samples.draw(sample_id, anew=True, reason=reason)),
        )  # fmt: skip

    def _set_visits(self) -> None:
        if self.sample is None:
            return
        sample = self.sample

        def chosen(count: str) -> None:
            if not count.isdecimal():
                self.desk.notices.say("error", self.tr("Type a number of visits, 2 or more."))
                return
            self.asker.ask(
                self.tr("Each page is visited {0} times. Why that number?").format(count), self.tr("Store"),
                lambda reason: self.do(
                    lambda engine: engine.samples.set_visits(sample.id, int(count), reason, version=sample.version)
                ),
            )  # fmt: skip

        self.asker.ask(
            self.tr("How often is each page visited in a round? Fewer than two shows nothing as steady."),
            self.tr("Go on"), chosen, label=self.tr("Visits"), given=str(sample.visits),
        )  # fmt: skip

    def _explain(self) -> None:
        if self.sample is None or self.absent.value is None:
            return
        type_ = self.absent.value
        words = self.tr("The target has no page of the type “{0}”. How is that known?")
        self.asker.ask(
            words.format(self.say(type_)), self.tr("Store"), partial(self._put_explanation, self.sample.id, type_)
        )

    def _put_explanation(self, sample_id: int, type_: PageType, reason: str) -> None:
        def put(engine: Engine) -> object:
            return engine.samples.explain(sample_id, type_, reason)

        self.do(put)

    def _approve(self) -> None:
        if self.sample is not None:
            sample = self.sample
            self.do(
                lambda engine: engine.samples.approve(sample.id, version=sample.version),
                self.tr("The sample is approved; its pages are fixed now."),
            )

    def _reopen(self) -> None:
        if self.sample is not None:
            sample = self.sample
            self.asker.ask(
                self.tr("The sample is opened again. Why?"), self.tr("Reopen"),
                lambda reason: self.do(
                    lambda engine: engine.samples.reopen(sample.id, reason, version=sample.version)
                ),
            )  # fmt: skip

    def dress(self) -> None:
        language, large = self.desk.language.code, self.desk.look.type.large
        for number, (state, box) in enumerate(self.states.items()):
            box.setText(state.say(language))
            self._states.removeWidget(box)
            wide = 2 if large else 4
            self._states.addWidget(box, number // wide, number % wide)
        self._states_title.setText(self.tr("States in which the pages are examined"))
        drawn = self.sample is not None and bool(self.sample.seed)
        self.draw.setText(self.tr("Draw anew") if drawn else self.tr("Draw the random part"))
        self.draw.setIcon(self.desk.look.icon("recent"))
        visits = self.sample.visits if self.sample is not None else 3
        self.visits.setText(self.tr("%n visit(s) to each page", "", visits))
        self.approve.setText(self.tr("Approve the sample"))
        self.reopen.setText(self.tr("Open the sample again"))
        self.absent.setAccessibleName(self.tr("Page type that is missing"))
        self.explain.setText(self.tr("Explain that there is none"))
        self.checks.call(self.tr("Quality check before testing"), self.tr("Not checked yet."))
