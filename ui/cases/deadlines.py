"""Terms: as a list and on a calendar; set, extended for a reason, ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from eaa_checker.domain.deadline import Deadline, DeadlineKind, DeadlineState, Length, Unit
from eaa_checker.domain.finding import FindingState
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.fields import said_day
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.sheet import BadDay, Sheet, Value
from ui.cases.steps import Seen
from ui.charts.figure import CalendarFigure, Spot
from ui.charts.grids import TermCalendar
from ui.charts.view import ChartView
from ui.desk import Desk
from ui.place import Link
from ui.table import Column
from ui.undoing import GROUND, Edit

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
_SIGNS = {
    DeadlineState.RUNNING: ("running", "accent"),
    DeadlineState.MET: ("passed", "passed"),
    DeadlineState.MISSED: ("failed", "failed"),
    DeadlineState.CANCELLED: ("none", "soft"),
}
WEEKS = 6
"""Of the calendar, from the week before today."""


def deadline_columns() -> list[Column[Deadline]]:
    """Kind, title, last day, state, from, extended, basis."""
    return [
        Column(lambda: translate("DeadlineColumns", "Last day"), lambda row, _: said_day(row.due), sample="00-00-0000",
               key=lambda row: row.due),
        Column(lambda: translate("DeadlineColumns", "Term"), lambda row, language: row.kind.say(language), weight=1.6),
        Column(lambda: translate("DeadlineColumns", "State"), lambda row, language: row.state.say(language), weight=1.0,
               sign=lambda row: _SIGNS[row.state]),
        Column(lambda: translate("DeadlineColumns", "From"), lambda row, _: said_day(row.start), sample="00-00-0000",
               key=lambda row: row.start),
        Column(lambda: translate("DeadlineColumns", "Extended"),
               lambda row, _: "; ".join(f"{said_day(one.after)}: {one.reason}" for one in row.extensions) or "–",
               weight=1.8),
        Column(lambda: translate("DeadlineColumns", "Basis"), lambda row, _: row.basis or row.title or "–", weight=1.4),
    ]  # fmt: skip


class DeadlinesPart(Part):
    """What follows the last day shows beside the list on a calendar with the same data."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self._today = date.today()
        self.listing: Listing[Deadline] = Listing(desk, deadline_columns(), lambda row: row.id, "deadlines", rows=4)
        self.listing.view.chosen.connect(self._allow)
        self.new, self.extend, self.met, self.missed, self.cancelled = (QPushButton() for _ in range(5))
        self.new.clicked.connect(lambda: self._show_form(True))
        self.extend.clicked.connect(self._show_extension)
        for button, state in (
            (self.met, DeadlineState.MET), (self.missed, DeadlineState.MISSED),
            (self.cancelled, DeadlineState.CANCELLED),
        ):  # fmt: skip
            button.clicked.connect(partial(self._end, state))
        self.sheet = Sheet(desk)
        row = self.sheet.row()
        self.kind = self.sheet.choice("kind", row)
        self.sheet.day("start", row)
        row = self.sheet.row()
        self.sheet.line("count", row)
        self.unit = self.sheet.choice("unit", row)
        self.sheet.day("due", row)
        self.sheet.line("basis")
        self.sheet.check("findings")
        self.sheet.finish()
        self.sheet.submitted.connect(self._set)
        self.sheet.cancelled.connect(lambda: self._show_form(False))
        self.sheet.hide()
        self.extension = Sheet(desk)
        row = self.extension.row()
        self.extension.day("due", row)
        self.extension.line("reason", row)
        self.extension.finish()
        self.extension.submitted.connect(self._extend)
        self.extension.cancelled.connect(self.extension.hide)
        self.extension.hide()
        self.chart = ChartView(desk, TermCalendar(desk.look, desk.language), "terms")
        self.chart.setMinimumHeight(300)
        self.column.addWidget(self.listing)
        self.column.addLayout(Bar(desk.look, self.new, self.extend, self.met, self.missed, self.cancelled))
        for widget in (self.wrong, self.sheet, self.extension, self.chart):
            self.column.addWidget(widget)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def keep_typed(self) -> None:
        self.sheet.keep_typed()
        self.extension.keep_typed()

    def show_case(self, seen: Seen) -> None:
        if self.seen is not None and self.seen.case.id != seen.case.id:
            self.keep_typed()
            self.sheet.hide()
            self.extension.hide()
        super().show_case(seen)
        case_id = seen.case.id
        self.read(lambda engine: (engine.deadlines.find(case_id), engine.deadlines.today()), self._show)

    def _show(self, found: tuple[list[Deadline], date]) -> None:
        terms, self._today = found
        self.listing.show_rows(terms)
        self._show_calendar()
        self._allow()

    def _show_calendar(self) -> None:
        spots: dict[date, tuple[Spot, ...]] = {}
        for term in self.listing.items:
            if term.state is DeadlineState.RUNNING:
                colour = "failed" if term.overdue(self._today) else "accent"
                spot = Spot(self.say(term.kind), Link("cases", "case", f"{term.examination_id}/follow-up"), colour)
                spots[term.due] = (*spots.get(term.due, ()), spot)
        first = self._today - timedelta(days=7)
        last = max([*spots, first + timedelta(weeks=WEEKS)])
        last = min(last, first + timedelta(weeks=26))
        figure = CalendarFigure(first, last, self.tr("Day"), self.tr("Term"), spots, self._today)
        self.chart.show_figure(self.tr("Calendar of running terms"), figure)

    def _allow(self, *_: object) -> None:
        open_ = self.seen is not None and self.seen.open
        current = self.listing.view.current
        running = open_ and current is not None and current.state is DeadlineState.RUNNING
        self.new.setVisible(open_)
        for button in (self.extend, self.met, self.cancelled):
            button.setVisible(running)
        self.missed.setVisible(running and current is not None and current.overdue(self._today))

    # -- setting ------------------------------------------------------------------------------------------------------

    def _show_form(self, shown: bool) -> None:
        self.sheet.keep_typed()
        self.sheet.setVisible(shown)
        self.extension.hide()
        if shown:
            values: dict[str, Value] = {
                "start": said_day(self._today), "count": "6", "unit": "weeks", "due": "", "basis": "",
                "findings": True, "kind": "repair",
            }  # fmt: skip
            self.sheet.fill(values, draft=f"case:{self.case_id}/deadline:new")
            self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self) -> None:
        sheet = self.sheet
        try:
            start, due = sheet.days("start"), sheet.days("due")
        except BadDay:
            return
        count = sheet.said("count")
        if due is None and count and not count.isdecimal():
            sheet.complain(self.tr("How long is a number, like 6."), "count")
            return
        length = Length(int(count), self.unit.value) if count and due is None else None
        kind, case_id, basis = self.kind.value, self.case_id, sheet.said("basis")
        with_findings = bool(sheet.values()["findings"])

        def put(engine: Engine) -> Deadline:
            ids: list[int] = []
            if with_findings and not kind.ours:
                found = engine.findings.find(case_id, states=[FindingState.APPROVED], limit=100_000)
                ids = [one.id for one in found]
            return engine.deadlines.set(
                case_id, kind, start=start, length=length, due=due, basis=basis, finding_ids=ids
            )

        def done(term: Deadline) -> None:
            sheet.stored()
            sheet.hide()
            self._offer_undo(
                term, 0, lambda engine, version: engine.deadlines.end(
                    term.id, DeadlineState.CANCELLED, GROUND, version=version
                ).version, self.tr("The term ends on {0}.").format(said_day(term.due)),
            )  # fmt: skip

        self.do(put, then=done, otherwise=sheet.refuse)

    def _show_extension(self) -> None:
        current = self.listing.view.current
        if current is None:
            return
        self.sheet.hide()
        self.extension.show()
        draft = f"case:{self.case_id}/deadline:{current.id}"
        self.extension.fill({"due": said_day(current.due), "reason": ""}, version=current.version, draft=draft)
        self.extension.fields["due"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _extend(self) -> None:
        current, sheet = self.listing.view.current, self.extension
        if current is None:
            return
        try:
            due = sheet.days("due")
        except BadDay:
            return
        reason, version = sheet.said("reason"), sheet.version

        def done(term: Deadline) -> None:
            sheet.stored()
            sheet.hide()
            self.extend.setFocus(Qt.FocusReason.OtherFocusReason)
            self._offer_undo(
                term, term.version - 1,
                lambda engine, version: engine.deadlines.take_back_extension(term.id, version, GROUND).version,
                self.tr("The term is extended; the reason stands beside it."),
            )  # fmt: skip

        self.do(
            lambda engine: engine.deadlines.extend(current.id, reason, due=due, version=version),
            then=done, otherwise=sheet.refuse,
        )  # fmt: skip

    def _end(self, state: DeadlineState, *_: object) -> None:
        current = self.listing.view.current
        if current is None:
            return
        words = {
            DeadlineState.MET: self.tr("The term was met. A remark, if you have one:"),
            DeadlineState.MISSED: self.tr("The term passed without what was asked. A remark, if you have one:"),
        }.get(state, self.tr("The term is cancelled. Why?"))
        self.asker.ask(words, self.tr("Store"), lambda reason: self._put_end(current, state, reason))

    def _put_end(self, term: Deadline, state: DeadlineState, reason: str) -> None:
        def done(ended: Deadline) -> None:
            self.complain("")
            self._offer_undo(
                ended, term.version,
                lambda engine, version: engine.deadlines.run_again(term.id, version, GROUND).version,
                self.tr("Stored."),
            )  # fmt: skip

        self.do(
            lambda engine: engine.deadlines.end(term.id, state, reason, version=term.version), then=done,
            otherwise=self.refused,
        )  # fmt: skip

    def _offer_undo(self, term: Deadline, was: int, back: Callable[[Engine, int], int], said: str) -> None:
        what = self.tr("{0} until {1}").format(self.say(term.kind), said_day(term.due))
        edit = Edit(f"deadline:{term.id}", what, was, term.version, back, self.changed.emit)
        self.desk.undoing.offer(edit, said)

    def dress(self) -> None:
        language = self.desk.language.code
        self.kind.offer([(one.say(language), one) for one in DeadlineKind])
        self.unit.offer([(one.say(language), one) for one in Unit])
        self.listing.call(self.tr("Terms"), self.tr("No terms run in this case."))
        for key, words in (
            ("kind", self.tr("Kind of term")), ("start", self.tr("Begins after")), ("count", self.tr("How long")),
            ("unit", self.tr("Counted in")), ("due", self.tr("Or: last day")),
            ("basis", self.tr("Letter or decision that sets it")),
            ("findings", self.tr("It counts for all approved findings")),
        ):  # fmt: skip
            self.sheet.name(key, words)
        self.sheet.entitle(self.tr("Set a term"))
        self.sheet.submit.setText(self.tr("Set the term"))
        self.sheet.cancel.setText(self.tr("Cancel"))
        self.extension.entitle(self.tr("Extend the term"))
        self.extension.name("due", self.tr("New last day"))
        self.extension.name("reason", self.tr("Reason"))
        self.extension.submit.setText(self.tr("Extend"))
        self.extension.cancel.setText(self.tr("Cancel"))
        self.new.setText(self.tr("Set a term"))
        self.new.setIcon(self.desk.look.icon("plus"))
        self.extend.setText(self.tr("Extend"))
        self.met.setText(self.tr("Met"))
        self.missed.setText(self.tr("Missed"))
        self.cancelled.setText(self.tr("Cancel the term"))
        if self.seen is not None:
            self._show_calendar()
