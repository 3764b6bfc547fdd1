"""A new case: what kind, what for, why now, against which norms, which targets, when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from eaa_checker.domain.case import Case, CaseKind, NewCase
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.signal import Signal as CaseSignal
from eaa_checker.errors import EaaCheckerError
from rules import norms
from ui.cases.fields import said_day
from ui.cases.norm_table import NormTable
from ui.cases.sheet import BadDay, Sheet
from ui.cases.targets import TargetPicker
from ui.desk import Desk
from ui.style import scale

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

DRAFT = "case:new"


class NewCasePage(QWidget):
    """``opened`` carries the number of the case; ``left`` fires when none is wanted after all."""

    opened = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self._filled_for: int | None = None
        self._signal_ids: tuple[int, ...] = ()
        self.sheet = Sheet(desk)
        sheet = self.sheet
        sheet.line("title")
        row = sheet.row()
        self.kind = sheet.choice("kind", row)
        self.follows = sheet.choice("follows", row)
        sheet.text("purpose", 2)
        sheet.text("occasion", 2)
        row = sheet.row()
        self.day = sheet.day("examination_date", row)
        self.edition = sheet.choice("edition", row)
        self.picked = QLabel(wordWrap=True)
        self.picked.setProperty("tone", "soft")
        sheet.add(self.picked)
        self.targets = TargetPicker(desk)
        self.norms = NormTable(desk)
        sheet.add(self.targets)
        sheet.add(self.norms)
        row = sheet.row()
        sheet.day("planned_from", row)
        sheet.day("planned_until", row)
        sheet.line("number", row)
        sheet.text("plan", 4)
        sheet.finish()
        sheet.submitted.connect(self._open)
        sheet.cancelled.connect(self._leave)
        self.day.textChanged.connect(self._show_norms)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.targets.changed.connect(self._show_norms)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addWidget(sheet)
        column.addStretch(1)
        self.dress()
        desk.language.changed.connect(self.dress)

    def begin(self, target_ids: tuple[int, ...] = (), signal: CaseSignal | None = None) -> None:
        """Shows the form, with what was typed before; reads the targets.

        A case because of a *signal* is linked to it, and has it as its occasion. What the signal says stays where it
        is: the occasion goes into letters, and a signal may be confidential.
        """
        number = signal.id if signal is not None else 0
        self._signal_ids = (number,) if number else ()
        if self._filled_for != number:
            self._filled_for = number
            occasion, draft = "", DRAFT
            if signal is not None:
                words = self.tr("Signal {0}, received on {1}.")
                occasion, draft = words.format(number, said_day(signal.received)), f"{DRAFT}/signal:{number}"
            self.sheet.fill(
                {"examination_date": said_day(date.today()), "kind": "simplified", "occasion": occasion}, draft=draft
            )

        def read(engine: Engine) -> tuple[list[Target], list[Case]]:
            return engine.targets(), list(engine.cases.list())

        def show(found: tuple[list[Target], list[Case]]) -> None:
            chosen = set(self.targets.chosen()) | set(target_ids)
            self.targets.offer(found[0], sorted(chosen))
            self.follows.offer(
                [("–", None), *((f"{case.number or f'#{case.id}'} {case.title}", case.id) for case in found[1])]
            )
            self._show_norms()

        self._desk.bridge.ask(self, read, show)

    def _show_kind(self, *_: Any) -> None:
        again = self.kind.value is CaseKind.REINSPECTION
        self.follows.setVisible(again)
        self.sheet.labels["follows"].setVisible(again)

    def _show_norms(self, *_: Any) -> None:
        try:
            day = self.day.day() or date.today()
        except ValueError:
            return
        try:
            edition = norms.edition_on(day)
            words = self.tr("An examination on {0} is held against EN 301 549 {1}.")
            self.picked.setText(words.format(said_day(day), edition.id))
        except norms.UnknownEdition:
            self.picked.setText(self.tr("No edition of EN 301 549 was cited on {0}: choose one.").format(said_day(day)))
        self.norms.show_for(self.targets.chosen(), day)

    def _open(self) -> None:
        sheet = self.sheet
        try:
            day = sheet.days("examination_date")
            begin, end = sheet.days("planned_from"), sheet.days("planned_until")
        except BadDay:
            return
        follows = self.follows.value if self.kind.value is CaseKind.REINSPECTION else None
        new = NewCase(
            self.kind.value, sheet.said("title"), sheet.said("purpose"), sheet.said("occasion"),
            str(self.edition.value or ""), day, "", begin, end, sheet.said("plan"), follows,
            self.targets.chosen(), self._signal_ids,
        )  # fmt: skip
        number = sheet.said("number")
        sheet.submit.setEnabled(False)

        def put(engine: Engine) -> tuple[Case, EaaCheckerError | None]:
            case = engine.cases.open(new)
            if not number:
                return case, None
            try:
                return engine.cases.give_number(case.id, number), None
            except EaaCheckerError as error:  # the case is there; its number can be given on its first step
                return case, error

        self._desk.bridge.ask(self, put, self._opened, sheet.refuse)

    def _opened(self, made: tuple[Case, EaaCheckerError | None]) -> None:
        case, error = made
        self.sheet.stored()
        self._filled_for = None
        self.targets.offer([], ())
        self.sheet.clear()
        if error is not None:
            self._desk.notices.say_error(error)
        else:
            self._desk.notices.say("done", self.tr("Case opened: {0}").format(case.title))
        self.opened.emit(case.id)

    def _leave(self) -> None:
        self.sheet.keep_typed()
        self.left.emit()

    def dress(self) -> None:
        language, sheet = self._desk.language.code, self.sheet
        self.kind.offer([(one.say(language), one) for one in CaseKind])
        editions = [(f"EN 301 549 {one.id}", one.id) for one in norms.editions()]
        self.edition.offer([(self.tr("The edition of that day"), None), *editions])
        sheet.entitle(self.tr("New case"))
        sheet.name("title", self.tr("Title"))
        sheet.name("kind", self.tr("Kind of examination"))
        sheet.name("follows", self.tr("Follows the case"))
        sheet.name("purpose", self.tr("Purpose"), self.tr("What the examination is to show"))
        sheet.name("occasion", self.tr("Occasion"), self.tr("Why now: a signal, the programme, a follow-up"))
        sheet.name("examination_date", self.tr("Day of the examination"), self.tr("It picks the version of the norms"))
        sheet.name("edition", self.tr("Edition of EN 301 549"))
        sheet.name("planned_from", self.tr("Planned from"))
        sheet.name("planned_until", self.tr("Planned until"))
        sheet.name("number", self.tr("Case number"), self.tr("From the archive; without one no letter goes out"))
        sheet.name("plan", self.tr("Plan of approach"), self.tr("How it is done, by whom, what is asked of the body"))
        sheet.submit.setText(self.tr("Open the case"))
        sheet.cancel.setText(self.tr("Back to the list"))
        self._show_kind()
