"""Re-inspection: what became of each finding, proposed by comparison and confirmed by a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from eaa_checker.domain.reinspection import Compared, Outcome
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.fields import Choice
from ui.cases.finding_form import state_words
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.steps import Seen
from ui.desk import Desk
from ui.table import Column
from ui.words import number_of, path_of

if TYPE_CHECKING:
    from eaa_checker.engine import Engine
    from ui.testing.comparison import Comparison

translate = QCoreApplication.translate
SIGNS = {
    Outcome.REPAIRED: ("passed", "passed"),
    Outcome.PARTLY: ("warning", "ask"),
    Outcome.NOT_REPAIRED: ("failed", "failed"),
    Outcome.MOVED: ("right", "ask"),
    Outcome.NEW: ("plus", "failed"),
    Outcome.NOT_COMPARABLE: ("ask", "soft"),
}


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A proposal, and what its finding is called."""

    compared: Compared
    label: str
    title: str


def compared_columns() -> list[Column[ComparedRow]]:
    return [
        Column(lambda: translate("ComparedColumns", "No."), lambda row, _: row.label, sample="B-0000"),
        Column(lambda: translate("ComparedColumns", "Finding"), lambda row, _: row.title, weight=2.0),
        Column(lambda: translate("ComparedColumns", "Proposed"),
               lambda row, language: row.compared.proposed.outcome.say(language), weight=1.2,
               sign=lambda row: SIGNS[row.compared.proposed.outcome]),
        Column(lambda: translate("ComparedColumns", "Because"),
               lambda row, language: row.compared.proposed.why.say(language), weight=2.4),
        Column(lambda: translate("ComparedColumns", "Confirmed"),
               lambda row, language: row.compared.confirmed.say(language) if row.compared.confirmed is not None
               else translate("ComparedColumns", "not yet"), weight=1.2,
               sign=lambda row: SIGNS[row.compared.confirmed] if row.compared.confirmed is not None
               else ("waiting", "ask")),
    ]  # fmt: skip


class ReinspectionPart(Part):
    """Every outcome is a proposal until somebody confirms it."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.comparison: Comparison | None = None
        self._again = False
        self.listing: Listing[ComparedRow] = Listing(
            desk, compared_columns(), lambda row: row.compared.id, "compared", rows=4
        )
        self.listing.view.chosen.connect(self._show_chosen)
        self.begin, self.propose, self.confirm, self.other = (QPushButton() for _ in range(4))
        self.confirm.setProperty("kind", "primary")
        self.begin.clicked.connect(self._begin)
        self.propose.clicked.connect(self._propose)
        self.confirm.clicked.connect(self._confirm)
        self.other.clicked.connect(self._confirm_other)
        self.outcome = Choice()
        self.places = QLabel(wordWrap=True)
        self.places.setTextFormat(Qt.TextFormat.PlainText)
        self.pair = Choice()
        self.pair.currentIndexChanged.connect(lambda _: self._show_pair())
        self.column.addWidget(self.listing)
        self.column.addLayout(Bar(desk.look, self.begin, self.propose, self.confirm, self.outcome, self.other))
        for below in (self.wrong, self.places, self.pair):
            self.column.addWidget(below)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def show_case(self, seen: Seen) -> None:
        if self.seen is not None and self.seen.case.id != seen.case.id:
            self.complain("")
        super().show_case(seen)
        case_id = seen.case.id
        self._again = len(seen.rounds) > 1 or seen.case.follows_id is not None

        def read(engine: Engine) -> list[ComparedRow]:
            rows = []
            for one in engine.reinspections.find(case_id):
                if one.proposed.finding_id is None:
                    label, title = "–", number_of(one.proposed.requirement)
                else:
                    finding = engine.findings.show(one.proposed.finding_id)
                    label, title = finding.label, finding.text.title
                rows.append(ComparedRow(one, label, title))
            return rows

        self.read(read, self._show)

    def _show(self, rows: list[ComparedRow]) -> None:
        rows.sort(key=lambda row: (row.compared.confirmed is not None, row.label))
        self.listing.show_rows(rows)
        self._show_chosen(self.listing.view.current)

    def _show_chosen(self, row: ComparedRow | None) -> None:
        open_ = self.seen is not None and self.seen.open
        self.begin.setVisible(open_ and not self._again)
        self.propose.setVisible(open_ and self._again)
        for widget in (self.confirm, self.outcome, self.other):
            widget.setVisible(open_ and row is not None)
        self.places.setVisible(row is not None)
        pairs = [p for p in row.compared.proposed.places if p.before or p.after] if row is not None else []
        self.pair.setVisible(len(pairs) > 1)
        if row is None:
            if self.comparison is not None:
                self.comparison.hide()
            return
        language = self.desk.language.code
        told = [row.compared.proposed.why.say(language)]
        told += [f"! {one.say(language)}" for one in row.compared.proposed.cautions]
        told += [
            f"• {path_of(one.address)} [{state_words(one.page_state, language)}]: "
            f"{one.outcome.say(language)} – {one.why.say(language)}"
            for one in row.compared.proposed.places
        ]
        if row.compared.confirmed is not None:
            words = self.tr("Confirmed as “{0}” by {1}. {2}")
            told.append(words.format(row.compared.confirmed.say(language), row.compared.author, row.compared.reason))
        self.places.setText("\n".join(told))
        self.outcome.offer([(one.say(language), one) for one in Outcome])
        self.outcome.choose(row.compared.confirmed or row.compared.proposed.outcome)
        self.pair.offer([(path_of(one.address), one) for one in pairs])
        self._show_pair()

    def _show_pair(self) -> None:
        """Before and after beside each other, as soon as there is something to compare."""
        place = self.pair.value
        if place is None:
            if self.comparison is not None:
                self.comparison.hide()
            return
        if self.comparison is None:
            if find_spec("ui.testing.comparison") is None:
                return
            from ui.testing.comparison import Comparison

            self.comparison = Comparison(self.desk)
            self.comparison.setMinimumHeight(320)
            self.column.addWidget(self.comparison)
        self.comparison.show()
        self.comparison.show_pair(place.before, place.after, f"{path_of(place.address)}: {self.say(place.outcome)}")

    # -- deciding -----------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        case_id = self.case_id
        version = self.seen.case.version if self.seen is not None else None
        self.asker.ask(
            self.tr("A re-inspection begins: the same pages are visited again. Why?"), self.tr("Begin re-inspection"),
            lambda reason: self.do(
                lambda engine: engine.cases.open_round(case_id, reason, version=version),
                self.tr("The re-inspection is open. Plan its visits at the step sample."),
                lambda _: self.complain(""), self.refused,
            ),
        )  # fmt: skip

    def _propose(self) -> None:
        case_id = self.case_id
        self.do(
            lambda engine: engine.reinspections.propose(case_id), self.tr("Compared; confirm each outcome."),
            lambda _: self.complain(""), self.refused,
        )  # fmt: skip

    def _confirm(self) -> None:
        row = self.listing.view.current
        if row is not None:
            self._put(row.compared, None, "")

    def _confirm_other(self) -> None:
        row, outcome = self.listing.view.current, self.outcome.value
        if row is not None:
            words = self.tr("You confirm “{0}” where “{1}” was proposed. Why?")
            self.asker.ask(
                words.format(self.say(outcome), self.say(row.compared.proposed.outcome)), self.tr("Confirm"),
                partial(self._put, row.compared, outcome),
            )  # fmt: skip

    def _put(self, compared: Compared, outcome: Outcome | None, reason: str) -> None:
        self.do(
            lambda engine: engine.reinspections.confirm(compared.id, outcome, reason, version=compared.version),
            self.tr("Confirmed."), lambda _: self.complain(""), self.refused,
        )  # fmt: skip

    def dress(self) -> None:
        self.listing.call(
            self.tr("Outcome per finding"),
            self.tr("Nothing is compared yet. A re-inspection visits the same pages again; then rounds are compared."),
        )
        self.begin.setText(self.tr("Begin re-inspection"))
        self.propose.setText(self.tr("Compare the rounds"))
        self.confirm.setText(self.tr("Confirm the proposal"))
        self.other.setText(self.tr("Confirm this instead"))
        self.outcome.setAccessibleName(self.tr("Another outcome"))
        self.pair.setAccessibleName(self.tr("Page to compare"))
