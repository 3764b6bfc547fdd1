"""The visits to a sample, run by worker processes, and what came back in how many of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QPushButton, QWidget

from eaa_checker.domain.case import CasePhase
from eaa_checker.domain.sample import PageState, Sample, SampleState, Visit
from eaa_checker.domain.scan import Scan, ScanState
from eaa_checker.domain.stability import RoundStability, Settled, Steadiness
from eaa_checker.errors import EaaCheckerError
from rules.contract import Verdict
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.desk import Desk
from ui.place import Link
from ui.scanning.history import STATE_SIGNS
from ui.table import Column
from ui.words import SIGNS, VERDICTS, moment, path_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
_STEADY = {
    Steadiness.STEADY: ("passed", "passed"),
    Steadiness.CHANGING: ("ask", "ask"),
    Steadiness.ONCE: ("none", "soft"),
}


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A planned visit and the scan that made it."""

    visit: Visit
    scan: Scan | None

    def state(self, language: str) -> str:
        if self.scan is None:
            return translate("VisitColumns", "planned")
        return self.scan.state.say(language).partition(":")[0].partition(";")[0]


@dataclass(frozen=True, slots=True)
class SettledRow:
    """One observation of the round with the words of its rule."""

    settled: Settled
    title_nl: str
    title_en: str
    element: str = ""
    """Tag and name of the element, by which observations of one rule are told apart."""

    def title(self, language: str) -> str:
        return self.title_nl if language == "nl" else self.title_en


def visit_columns(locale_of: Callable[[], QLocale]) -> list[Column[VisitRow]]:
    return [
        Column(lambda: translate("VisitColumns", "Visit"), lambda row, _: str(row.visit.number), sample="00",
               key=lambda row: row.visit.number, number=True),
        Column(lambda: translate("VisitColumns", "Planned"), lambda row, _: moment(row.visit.planned, locale_of()),
               weight=1.4, key=lambda row: row.visit.planned),
        Column(lambda: translate("VisitColumns", "State"), lambda row, language: row.state(language), weight=1.4,
               sign=lambda row: STATE_SIGNS[row.scan.state] if row.scan is not None else ("waiting", "soft")),
        Column(lambda: translate("VisitColumns", "Examined"),
               lambda row, _: "–" if row.scan is None else str(row.scan.tested), sample="000",
               key=lambda row: row.scan.tested if row.scan else 0, number=True),
        Column(lambda: translate("VisitColumns", "Not reached"),
               lambda row, _: "–" if row.scan is None else str(row.scan.failed), sample="000",
               key=lambda row: row.scan.failed if row.scan else 0, number=True),
        Column(lambda: translate("VisitColumns", "Reason"), lambda row, _: row.visit.reason or "–", weight=1.8),
    ]  # fmt: skip


def settled_columns() -> list[Column[SettledRow]]:
    """How often, what, where."""
    return [
        Column(lambda: translate("SettledColumns", "Stability"), lambda row, language: row.settled.say(language),
               weight=1.5, sign=lambda row: _STEADY[row.settled.steadiness]),
        Column(lambda: translate("SettledColumns", "Outcome"),
               lambda row, language: VERDICTS[row.settled.verdict].say(language), weight=1.0,
               sign=lambda row: SIGNS[row.settled.verdict]),
        Column(lambda: translate("SettledColumns", "Observation"), lambda row, language: row.title(language),
               weight=2.2),
        Column(lambda: translate("SettledColumns", "Element"), lambda row, _: row.element or "–", weight=1.4),
        Column(lambda: translate("SettledColumns", "Page"), lambda row, _: path_of(row.settled.address), weight=1.6),
        Column(lambda: translate("SettledColumns", "State"),
               lambda row, language: PageState(row.settled.state).say(language), weight=1.0),
        Column(lambda: translate("SettledColumns", "Seen in visits"),
               lambda row, _: ", ".join(map(str, row.settled.seen_in)), weight=0.9),
    ]  # fmt: skip


def read_settled(engine: Engine, stability: RoundStability) -> list[SettledRow]:
    """The observations of a round, steady ones first, with the words that their scan has for them."""
    titles: dict[str, tuple[str, str, str]] = {}
    for scan_id in {one.scan_ids[-1] for one in stability.observations}:
        for seen in engine.observations(scan_id, verdicts=(Verdict.FAILED, Verdict.CANNOT_TELL)):
            titles.setdefault(seen.fingerprint, (seen.title.nl, seen.title.en, seen.element))
    rows = [SettledRow(one, *titles.get(one.fingerprint, (one.rule, one.rule, ""))) for one in stability.observations]
    order = list(Steadiness)
    rows.sort(key=lambda row: (row.settled.verdict is not Verdict.FAILED, order.index(row.settled.steadiness)))
    return rows


class VisitsPart(Part):
    """Plan, start, one more; then the table of k of n."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.sample: Sample | None = None
        self._rows: list[VisitRow] = []
        self.visits: Listing[VisitRow] = Listing(
            desk, visit_columns(lambda: desk.language.locale), lambda row: row.visit.id, "case-visits", rows=3
        )
        self.visits.view.opened.connect(self._open_scan)
        self.settled: Listing[SettledRow] = Listing(
            desk, settled_columns(), lambda row: (row.settled.fingerprint, row.settled.address, row.settled.state),
            "case-stability",
            rows=6,
        )  # fmt: skip
        self.plan, self.start, self.extra = (QPushButton() for _ in range(3))
        self.start.setProperty("kind", "primary")
        self.plan.clicked.connect(self._plan)
        self.start.clicked.connect(self._start)
        self.extra.clicked.connect(self._extra)
        self.column.addWidget(self.visits)
        self.column.addLayout(Bar(desk.look, self.plan, self.start, self.extra))
        self.column.addWidget(self.settled)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)
        desk.runs.departed.connect(self._scan_ended)

    def show_sample(self, sample: Sample) -> None:
        """Reads the visits of the current round and what they gave."""
        self.sample = sample
        seen = self.seen
        round_id = seen.rounds[-1].id if seen is not None and seen.rounds else 0

        def read(engine: Engine) -> tuple[list[VisitRow], list[SettledRow]]:
            visits = engine.stability.visits(sample.id, round_id)
            rows = [VisitRow(v, None if v.scan_id is None else engine.scan(v.scan_id)) for v in visits]
            made = any(row.scan is not None and row.scan.state.ended for row in rows)
            return rows, read_settled(engine, engine.stability.of(round_id)) if made else []

        self.read(read, self._show)

    def _show(self, found: tuple[list[VisitRow], list[SettledRow]]) -> None:
        self._rows, settled = found
        self.visits.show_rows(self._rows)
        self.settled.show_rows(settled)
        self._allow()

    def _allow(self) -> None:
        sample, seen = self.sample, self.seen
        may = (
            sample is not None and seen is not None and seen.open and sample.state is SampleState.APPROVED
            and seen.case.phase.place >= CasePhase.ACTION.place
        )  # fmt: skip
        left = [row for row in self._rows if row.scan is None]
        busy = any(row.scan is not None and not row.scan.state.ended for row in self._rows)
        paused = any(row.scan is not None and row.scan.state is ScanState.INTERRUPTED for row in self._rows)
        self.plan.setVisible(may and not self._rows)
        self.start.setVisible(may and bool(self._rows))
        self.start.setEnabled((bool(left) and not busy) or paused)
        self.start.setText(self.tr("Resume the visit") if paused else self.tr("Start the next visit"))
        self.extra.setVisible(may and bool(self._rows))
        self.setVisible(sample is not None and sample.state is SampleState.APPROVED)

    def _plan(self) -> None:
        if self.sample is not None:
            sample_id = self.sample.id
            self.do(lambda engine: engine.stability.plan(sample_id), self.tr("The visits are planned."))

    def _start(self) -> None:
        if self.sample is None:
            return
        scans = (row.scan for row in self._rows if row.scan is not None)
        paused = next((scan for scan in scans if scan.state is ScanState.INTERRUPTED), None)
        if paused is not None:
            self._run(paused)
            return
        left = next((row.visit for row in self._rows if row.scan is None), None)
        if left is not None and left.planned > datetime.now(UTC):
            words = self.tr("Visit {0} is planned at {1}. Why earlier?")
            self.asker.ask(
                words.format(left.number, moment(left.planned, self.desk.language.locale)),
                self.tr("Start the visit"), self._put,
            )  # fmt: skip
        else:
            self._put("")

    def _put(self, reason: str) -> None:
        assert self.sample is not None
        sample_id = self.sample.id
        self.do(lambda engine: engine.stability.visit(sample_id, reason=reason), then=self._run)

    def _run(self, scan: Scan) -> None:
        """A worker process of its own visits the pages; the window only follows."""
        try:
            self.desk.runs.put_in_line([scan])
        except EaaCheckerError as error:
            self.desk.notices.say_error(error)
            return
        self.desk.notices.say(
            "info", self.tr("The visit is running."), self.tr("Follow it"),
            lambda: self.desk.links.follow(Link("batch", "scan", scan.id)),
        )  # fmt: skip

    def _extra(self) -> None:
        if self.sample is not None:
            sample_id = self.sample.id
            self.asker.ask(
                self.tr("One visit more than planned. Why?"), self.tr("Plan another visit"),
                lambda reason: self.do(lambda engine: engine.stability.add_visit(sample_id, reason)),
            )  # fmt: skip

    def _scan_ended(self, departure: object) -> None:
        scan = getattr(departure, "scan", None)
        if scan is not None and any(row.visit.scan_id == scan.id for row in self._rows):
            self.changed.emit()

    def _open_scan(self, row: VisitRow) -> None:
        if row.scan is not None:
            self.desk.links.follow(Link("organisations", "scan", row.scan.id))

    def dress(self) -> None:
        self.plan.setText(self.tr("Plan the visits"))
        self.start.setIcon(self.desk.look.icon("start", "on_accent"))
        self.extra.setText(self.tr("Plan another visit"))
        self.visits.call(
            self.tr("Visits"), self.tr("The visits of this round are not planned yet."), self.tr("Enter opens the scan")
        )
        self.settled.call(
            self.tr("What came back: seen in k of n visits"),
            self.tr("Nothing is known before a visit has ended."),
        )
        self._allow()
