"""Signals: the inbox at the left, the chosen signal and what is done with it beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.domain.case import Case, CaseState
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.signal import Signal, SignalSource, SignalState
from ui.bar import Bar
from ui.bridge import Question
from ui.desk import Desk
from ui.forms.flow import Fitted, Flow
from ui.forms.reading import Reading
from ui.panes import Panes
from ui.place import Crumb, Link, Place
from ui.signals.deciding import Decision, EditSignal, Forward, LinkToCase, MergeSignals, PutAside, TakeUpAgain
from ui.signals.reporter import ReporterPanel
from ui.signals.rows import SignalRow, columns, day, rows_of
from ui.signals.taking_in import TakeIn
from ui.style import scale
from ui.table import Prepared, RowTable, prepare
from ui.table_view import RowView
from ui.undoing import GROUND, Edit
from ui.words import MOST_LETTERS, moment

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

KEY = "signals"
OPEN, NEW, LINKED, ASIDE, FORWARDED, MERGED, ALL = "open", "new", "linked", "aside", "forwarded", "merged", "all"
_STATES: dict[str, tuple[SignalState, ...]] = {
    OPEN: (SignalState.NEW, SignalState.LINKED),
    NEW: (SignalState.NEW,),
    LINKED: (SignalState.LINKED,),
    ASIDE: (SignalState.ASIDE,),
    FORWARDED: (SignalState.FORWARDED,),
    MERGED: (SignalState.MERGED,),
    ALL: tuple(SignalState),
}
STACK_BELOW = 700
"""Width in pixels under which the filters stand under each other."""


@dataclass(frozen=True, slots=True)
class _Read:
    rows: Prepared[SignalRow]
    targets: list[Target]
    cases: list[Case]


class Signals(Place):
    """Links it takes: ``signal`` by number, ``state`` (one of the filter's), ``target`` by number, ``new``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wanted: int | None = None
        self._about: int | None = None
        self._asked: Question | None = None
        self._columns = columns(lambda: desk.language.locale)
        self.table: RowTable[SignalRow] = RowTable(self._columns, lambda row: row.signal.id, desk.look, self)
        self.view: RowView[SignalRow] = RowView(self.table, desk.look)
        self.view.remember(desk, KEY)
        self.view.chosen.connect(self._show_chosen)
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.words.textChanged.connect(self._filter)
        self.which, self.source = QComboBox(), QComboBox()
        for key in _STATES:
            self.which.addItem("", key)
        self.source.addItem("", None)
        for source in SignalSource:
            self.source.addItem("", source)
        for combo in (self.which, self.source):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(14)
        self.which.currentIndexChanged.connect(self._filter)
        self.source.currentIndexChanged.connect(self._filter)
        self.new = QPushButton()
        self.new.setProperty("kind", "primary")
        self.new.clicked.connect(self.take_in)
        self.all_targets = QPushButton()
        self.all_targets.setProperty("kind", "link")
        self.all_targets.clicked.connect(self._forget_target)
        self.all_targets.hide()
        self.form = TakeIn(desk)
        self.form.taken.connect(self._taken)
        self.form.cancelled.connect(self.view.setFocus)
        self._nothing = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("tone", "soft")
        self.reading = Reading(desk)
        self.reporter = ReporterPanel(desk)
        self.edit, self.link, self.merge = EditSignal(desk), LinkToCase(desk), MergeSignals(desk)
        self.aside, self.forward, self.reopen = PutAside(desk), Forward(desk), TakeUpAgain(desk)
        self.decisions: dict[QPushButton, Decision] = {
            QPushButton(): form
            for form in (self.link, self.edit, self.merge, self.aside, self.forward, self.reopen)
        }
        for button, form in self.decisions.items():
            button.clicked.connect(lambda _=False, f=form: self._begin(f))
            form.decided.connect(self._decided)
            form.cancelled.connect(self.view.setFocus)
        self.begin_case = QPushButton()
        self.begin_case.clicked.connect(self._begin_case)
        self._lay_out()
        self.follow_changes()

    def _lay_out(self) -> None:
        self._bar = Bar(
            self.desk.look, (self.words, 1), self.which, self.source, self.new, stack_below=STACK_BELOW
        )  # fmt: skip
        left = Fitted()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addLayout(self._bar)
        column.addWidget(self.all_targets, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        self.detail = Fitted()
        column = QVBoxLayout(self.detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addWidget(self.reading, 1)
        buttons = QWidget()
        buttons.setObjectName("plain")
        flow = Flow(buttons)
        for button in (self.begin_case, *self.decisions):
            flow.addWidget(button)
        column.addWidget(buttons)
        for form in self.decisions.values():
            column.addWidget(form)
        column.addWidget(self.reporter)
        self.split = Panes(self.desk.look, left, self.detail, (620, 420))
        inside = QWidget()
        inside.setObjectName("plain")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.GAP)
        whole.addWidget(self.split)
        self.fill(inside)

    # -- the place ----------------------------------------------------------------------------------------------------

    def open(self, link: Link) -> None:
        if link.kind == "state":
            self._show_state(str(link.key))
        elif link.kind == "signal":
            self._wanted = int(link.key)
            self._show_state(ALL)
        elif link.kind == "target":
            self._about = int(link.key)
            self._show_state(ALL)
        elif link.kind == "new":
            self.take_in()
        self.refresh()

    def refresh(self) -> None:
        if self._asked is not None:
            return
        language, shown = self.desk.language.code, self._columns

        def read(engine: Engine) -> _Read:
            return _Read(
                prepare(rows_of(engine), shown, language, lambda row: row.signal.description),
                engine.targets(),
                list(engine.cases.list(states=(CaseState.OPEN,))),
            )

        self._asked = self.desk.bridge.ask(self, read, self._show, self._could_not_read)

    def crumbs(self) -> tuple[Crumb, ...]:
        row = self.view.current
        return (Crumb(self.tr("Signal {0}").format(row.signal.id)),) if row is not None else ()

    def parts(self) -> list[QWidget]:
        return [self.view, self.reading]

    def take_in(self) -> None:
        """Opens the form for a new signal."""
        self.form.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.split.fit(self.width())
        self._bar.fit(self.width())

    # -- what is shown ------------------------------------------------------------------------------------------------

    def _show_state(self, key: str) -> None:
        self.words.clear()
        self.source.setCurrentIndex(0)
        if key != ALL:
            self._about = None
        self.which.setCurrentIndex(max(0, self.which.findData(key)))
        self._filter()

    def _could_not_read(self, error: object) -> None:
        self._asked = None
        self.desk.bridge.failed.emit(error)

    def _show(self, read: _Read) -> None:
        self._asked = None
        self.table.set_rows(read.rows)
        self.form.offer(read.targets)
        self.edit.offer(read.targets)
        self.link.offer(read.cases)
        self.merge.offer([row.signal for row in read.rows.items if not row.signal.state.settled])
        if self._about is not None:
            name = next((one.name for one in read.targets if one.id == self._about), "")
            self.all_targets.setText(self.tr("Signals about {0}; show those of all targets").format(name))
        if self._wanted is not None:
            self.view.choose(self._wanted)
            self._wanted = None
        self._filter()

    def _filter(self, *_: Any) -> None:
        states, source = _STATES[str(self.which.currentData() or OPEN)], self.source.currentData()
        about = self._about

        def passes(row: SignalRow) -> bool:
            fits = row.signal.state in states and (source is None or row.signal.source == source)
            return fits and (about is None or row.signal.target_id == about)

        self.table.set_filter(self.words.text(), passes)
        self.all_targets.setVisible(about is not None)
        if self.view.current is None:
            self.view.choose_first()
        empty = self.table.rowCount() == 0
        self._nothing.setVisible(empty)
        self._nothing.setText(
            self.tr("There are no signals yet. Take in the first one.")
            if self.table.total == 0
            else self.tr("No signal passes this filter.")
        )
        if self.view.current is None:
            self._show_chosen(None)

    def _forget_target(self) -> None:
        self._about = None
        self._filter()

    def _show_chosen(self, row: SignalRow | None) -> None:
        for form in self.decisions.values():
            form.hide()
        self.reporter.show_signal(row.signal if row is not None else None)
        self._say(row)
        self._allow()
        self.moved.emit()

    def _say(self, row: SignalRow | None) -> None:
        text = self.reading
        if row is None:
            text.show_parts([text.line(self.tr("Choose a signal."), "soft")])
            return
        signal, language, locale = row.signal, self.desk.language.code, self.desk.language.locale
        parts = [
            text.title(self.tr("Signal {0}").format(signal.id)),
            text.line(signal.state.say(language)[:1].upper() + signal.state.say(language)[1:], "accent"),
            text.heading(self.tr("What was said")),
            text.line(signal.description),
            text.heading(self.tr("About it")),
            text.fact(self.tr("Source"), signal.source.say(language)),
            text.fact(self.tr("Received on"), day(QDate(*signal.received.timetuple()[:3]), locale)),
            text.fact(self.tr("Weight"), signal.weight.say(language)),
            text.fact(
                self.tr("Confidential"),
                self.tr("yes: not told outside the inspectorate") if signal.confidential else self.tr("no"),
            ),
        ]
        if signal.target_id is not None:
            parts.append(text.fact(self.tr("Target"), row.about, Link("organisations", "target", signal.target_id)))
        elif signal.organisation_id is not None:
            link = Link("organisations", "organisation", signal.organisation_id)
            parts.append(text.fact(self.tr("Organisation"), row.about, link))
        if signal.case_id is not None:
            parts.append(text.fact(self.tr("Case"), row.case, Link("cases", "case", signal.case_id)))
        if signal.merged_into_id is not None:
            words = self.tr("signal {0}").format(signal.merged_into_id)
            parts.append(text.fact(self.tr("Goes on as"), words, Link(KEY, "signal", signal.merged_into_id)))
        if signal.forwarded_to:
            parts.append(text.fact(self.tr("Forwarded to"), signal.forwarded_to))
        if signal.reason:
            parts.append(text.fact(self.tr("Reason"), signal.reason))
        taken = self.tr("{0} by {1}").format(moment(signal.entered, locale), signal.entered_by)
        parts.append(text.fact(self.tr("Taken in"), taken))
        text.show_parts(parts)

    # -- what is done -------------------------------------------------------------------------------------------------

    def _allow(self) -> None:
        row = self.view.current
        signal = row.signal if row is not None else None
        going = signal is not None and not signal.state.settled
        again = signal is not None and signal.state in (SignalState.ASIDE, SignalState.FORWARDED)
        for button, form in self.decisions.items():
            button.setVisible(again if form is self.reopen else going)
        self.begin_case.setVisible(going and signal is not None and signal.case_id is None)
        self.begin_case.setEnabled(signal is not None and signal.target_id is not None)

    def _begin(self, form: Decision) -> None:
        row = self.view.current
        if row is None:
            return
        for other in self.decisions.values():
            other.setVisible(other is form)
        form.begin_with(row.signal)

    def _begin_case(self) -> None:
        row = self.view.current
        if row is not None and row.signal.target_id is not None:
            self.desk.links.follow(Link("cases", "signal", row.signal.id))

    def _taken(self, signal: Signal) -> None:
        self.desk.notices.say("done", self.tr("Signal {0} is taken in.").format(signal.id))
        self._wanted = signal.id
        self._show_state(OPEN)
        self.refresh()

    def _decided(self, signal: Signal) -> None:
        said = signal.state.say(self.desk.language.code)
        words, edited = self.tr("Signal {0}: {1}.").format(signal.id, said), self.edit.before
        if edited is not None and edited.id == signal.id and edited.version == signal.version - 1:
            back = partial(_store_again, old=edited, new=signal)
            edit = Edit(
                f"signal:{signal.id}", self.tr("Signal {0}").format(signal.id), edited.version, signal.version, back,
                self.refresh,
            )  # fmt: skip
            self.desk.undoing.offer(edit, words)
        else:  # an act, with its reason; it has a way back of its own where there is one
            self.desk.notices.say("done", words)
        self._wanted = signal.id
        self.which.setCurrentIndex(self.which.findData(ALL))
        self.refresh()
        self.view.setFocus()

    def dress(self) -> None:
        look, language = self.desk.look, self.desk.language.code
        self.words.setPlaceholderText(self.tr("Filter: words, target, case …"))
        self.words.setAccessibleName(self.tr("Filter signals by words"))
        self.which.setAccessibleName(self.tr("Filter by what became of it"))
        self.source.setAccessibleName(self.tr("Filter by source"))
        for row, words in enumerate(
            (
                self.tr("New and linked"), self.tr("New"), self.tr("Linked to a case"), self.tr("Put aside"),
                self.tr("Forwarded"), self.tr("Merged"), self.tr("All signals"),
            )
        ):  # fmt: skip
            self.which.setItemText(row, words)
        self.source.setItemText(0, self.tr("All sources"))
        for row in range(1, self.source.count()):
            said = SignalSource(self.source.itemData(row)).say(language)
            self.source.setItemText(row, said[:1].upper() + said[1:])
        self.new.setText(self.tr("New signal"))
        self.new.setIcon(look.icon("plus", "on_accent"))
        self.view.setAccessibleName(self.tr("Signals"))
        self.reading.setAccessibleName(self.tr("The chosen signal"))
        for button, words in zip(
            self.decisions,
            (
                self.tr("Link to a case …"), self.tr("Edit …"), self.tr("Merge …"), self.tr("Put aside …"),
                self.tr("Forward …"), self.tr("Take up again …"),
            ),
            strict=True,
        ):  # fmt: skip
            button.setText(words)
        self.begin_case.setText(self.tr("Start a case"))
        self.begin_case.setIcon(look.icon("cases"))
        self._say(self.view.current)


def _store_again(engine: Engine, version: int, old: Signal, new: Signal) -> int:
    """Stores again what an edit made of *old* *new*."""
    changed: dict[str, Any] = {
        name: getattr(old, name)
        for name in ("description", "weight", "confidential")
        if getattr(old, name) != getattr(new, name)
    }
    for name in ("organisation_id", "target_id"):
        if getattr(old, name) != getattr(new, name):
            changed[name] = getattr(old, name) or 0
    return engine.signals.edit(old.id, version, reason=GROUND, **changed).version
