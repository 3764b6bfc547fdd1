"""The step plan: purpose, norms and competence, planning, the phase, and the rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from eaa_checker.domain.case import Case, CaseKind, CasePhase, CaseState, Round
from eaa_checker.domain.organisation import Target
from rules import norms
from ui.cases.ask import ReasonBar
from ui.cases.fields import said_day
from ui.cases.listing import Listing
from ui.cases.norm_table import NormTable
from ui.cases.part import Part
from ui.cases.phases import PhaseBar
from ui.cases.sheet import BadDay, Sheet, Value
from ui.cases.steps import Seen
from ui.cases.targets import TargetPicker
from ui.desk import Desk
from ui.table import Column
from ui.undoing import GROUND, Edit

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
_TEXTS = ("title", "purpose", "occasion", "owner", "plan")


def round_columns() -> list[Column[Round]]:
    return [
        Column(lambda: translate("RoundColumns", "Round"), lambda row, language: row.say(language), weight=1.4),
        Column(lambda: translate("RoundColumns", "Opened"), lambda row, _: said_day(row.opened.astimezone().date()),
               sample="00-00-0000", key=lambda row: row.opened),
        Column(lambda: translate("RoundColumns", "By"), lambda row, _: row.opened_by, weight=1.0),
        Column(lambda: translate("RoundColumns", "Reason"), lambda row, _: row.reason or "–", weight=2.4),
        Column(lambda: translate("RoundColumns", "Scans"), lambda row, _: str(len(row.scan_ids)), sample="000",
               key=lambda row: len(row.scan_ids), number=True),
    ]  # fmt: skip


class PlanPart(Part):
    """A stored edit can be taken back; what the phase has fixed cannot be typed in."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.phases = PhaseBar(desk, asker)
        self.phases.changed.connect(self.changed)
        self.sheet = Sheet(desk)
        sheet = self.sheet
        row = sheet.row()
        sheet.line("title", row)
        sheet.line("number", row)
        row = sheet.row()
        self.kind = sheet.choice("kind", row)
        sheet.line("owner", row)
        sheet.text("purpose", 2)
        sheet.text("occasion", 2)
        row = sheet.row()
        sheet.day("examination_date", row)
        self.edition = sheet.choice("edition", row)
        sheet.day("planned_from", row)
        sheet.day("planned_until", row)
        sheet.text("plan", 4)
        sheet.finish()
        sheet.cancel.hide()
        sheet.submitted.connect(self._store)
        self.targets = TargetPicker(desk)
        self.store_targets = QPushButton()
        self.store_targets.clicked.connect(self._store_targets)
        self.targets.changed.connect(self._allow)
        self.norms = NormTable(desk)
        self.rounds: Listing[Round] = Listing(desk, round_columns(), lambda row: row.id, "case-rounds", rows=2)
        for widget in (self.phases, self.sheet, self.targets, self.store_targets, self.norms, self.rounds):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def keys(self) -> list[QWidget]:
        return [*self.phases.keys(), self.sheet.fields["title"], self.norms.listing.view]

    def keep_typed(self) -> None:
        self.sheet.keep_typed()

    def show_case(self, seen: Seen) -> None:
        same = self.seen is not None and self.seen.case.id == seen.case.id
        super().show_case(seen)
        case = seen.case
        self.phases.show_case(seen)
        if not (same and self.sheet.touched):
            self.sheet.fill(_values(case), version=case.version, draft=f"case:{case.id}/plan")
        elif not self.sheet.conflict.isVisible():
            self.sheet.keep_typed()
        self.norms.show_for(case.target_ids, case.examination_date)
        self.rounds.show_rows(list(seen.rounds))
        if case.phase.place < CasePhase.ACTION.place and seen.open:
            self.read(lambda engine: engine.targets(), self._offer)
        else:
            self._offer(list(seen.targets))
        self._allow()
        self.dress()

    def _offer(self, targets: list[Target]) -> None:
        if self.seen is not None:
            self.targets.offer(targets, self.seen.case.target_ids)
            self._allow()

    def _allow(self) -> None:
        if self.seen is None:
            return
        case, open_ = self.seen.case, self.seen.open
        fixed = case.phase.place >= CasePhase.ACTION.place
        for key, field in self.sheet.fields.items():
            field.setEnabled(open_ and not (fixed and key in ("kind", "examination_date", "edition")))
        self.sheet.submit.setEnabled(open_)
        self.targets.list.setEnabled(open_ and not fixed)
        self.store_targets.setVisible(open_ and not fixed)
        self.store_targets.setEnabled(set(self.targets.chosen()) != set(case.target_ids))

    # -- storing ------------------------------------------------------------------------------------------------------

    def _store(self) -> None:
        seen, sheet = self.seen, self.sheet
        if seen is None or not seen.open:
            return
        try:
            days = {key: sheet.days(key) for key in ("examination_date", "planned_from", "planned_until")}
        except BadDay:
            return
        before = sheet.before
        now: dict[str, Any] = {key: sheet.said(key) for key in _TEXTS}
        now |= {"kind": self.kind.value, "edition": self.edition.value, **days}
        changed = {key: value for key, value in now.items() if sheet.values()[key] != before[key]}
        if "examination_date" in changed and changed["examination_date"] is None:
            sheet.complain(self.tr("An examination has a day: it picks the version of the norms."), "examination_date")
            return
        if "examination_date" in changed and "edition" not in changed:
            changed.pop("edition", None)
        number = sheet.said("number") if sheet.said("number") != before["number"] else ""
        if not changed and not number:
            sheet.complain("")
            self.desk.notices.say("info", self.tr("Nothing was changed."))
            return
        if number and before["number"]:
            self.asker.ask(
                self.tr("The case number changes from {0} to {1}. Why?").format(before["number"], number),
                self.tr("Change the number"), lambda reason: self._put(changed, number, reason),
            )  # fmt: skip
            return
        self._put(changed, number, "")

    def _put(self, changed: dict[str, Any], number: str, reason: str) -> None:
        case_id, version, before = self.case_id, self.sheet.version, self.seen
        assert before is not None
        old = {key: getattr(before.case, key) for key in changed}
        if "examination_date" in old:  # another day picks an edition by itself
            old["edition"] = before.case.edition

        def put(engine: Engine) -> Case:
            case = engine.cases.show(case_id)
            if changed:
                case = engine.cases.edit(case_id, version, reason=reason, **changed)
            if number:
                seen = case.version if changed else version
                case = engine.cases.give_number(case_id, number, reason, version=seen)
            return case

        def done(case: Case) -> None:
            self.sheet.stored()
            self.sheet.fill(_values(case), version=case.version, draft=f"case:{case.id}/plan")
            if changed:
                self._offer_undo(case, 0 if number else case.version - 1, self.tr("Stored."), old)
            else:
                self.desk.notices.say("done", self.tr("Stored."))

        self.sheet.submit.setEnabled(False)
        self.do(put, then=done, otherwise=self.sheet.refuse)

    def _offer_undo(self, case: Case, was: int, said: str, old: dict[str, Any]) -> None:
        def back(engine: Engine, version: int) -> int:
            return engine.cases.edit(case.id, version, reason=GROUND, **old).version

        what = self.tr("the plan of {0}").format(case.title)
        self.desk.undoing.offer(Edit(f"case:{case.id}", what, was, case.version, back, self.changed.emit), said)

    def _store_targets(self) -> None:
        case_id, chosen = self.case_id, self.targets.chosen()
        version = self.seen.case.version if self.seen is not None else None
        old = self.seen.case.target_ids if self.seen is not None else ()

        def back(engine: Engine, version: int) -> int:
            return engine.cases.set_targets(case_id, old, GROUND, version=version).version

        def done(case: Case) -> None:
            what = self.tr("the targets of {0}").format(case.title)
            edit = Edit(f"case:{case_id}", what, case.version - 1, case.version, back, self.changed.emit)
            self.desk.undoing.offer(edit, self.tr("Targets stored."))

        self.do(
            lambda engine: engine.cases.set_targets(case_id, chosen, version=version), then=done,
            otherwise=self.sheet.refuse,
        )  # fmt: skip

    def dress(self) -> None:
        language, sheet = self.desk.language.code, self.sheet
        self.kind.offer([(one.say(language), one) for one in CaseKind])
        self.edition.offer([(f"EN 301 549 {one.id}", one.id) for one in norms.editions()])
        if self.seen is not None and not sheet.touched:
            self.kind.choose(self.seen.case.kind)
            self.edition.choose(self.seen.case.edition)
        for key, words in (
            ("title", self.tr("Title")),
            ("number", self.tr("Case number")),
            ("kind", self.tr("Kind of examination")),
            ("owner", self.tr("Handled by")),
            ("purpose", self.tr("Purpose")),
            ("occasion", self.tr("Occasion")),
            ("examination_date", self.tr("Day of the examination")),
            ("edition", self.tr("Edition of EN 301 549")),
            ("planned_from", self.tr("Planned from")),
            ("planned_until", self.tr("Planned until")),
            ("plan", self.tr("Plan of approach")),
        ):
            sheet.name(key, words)
        sheet.entitle(self.tr("Plan"))
        sheet.submit.setText(self.tr("Store the plan"))
        self.store_targets.setText(self.tr("Store the choice of targets"))
        self.rounds.call(self.tr("Rounds"), self.tr("There are no rounds."))
        if self.seen is not None and self.seen.case.state is not CaseState.OPEN:
            words = self.tr("Plan – {0}: {1}")
            sheet.entitle(words.format(self.seen.case.state.say(language), self.seen.case.end_reason))


def _values(case: Case) -> dict[str, Value]:
    return {
        "title": case.title, "number": case.number, "kind": case.kind.value, "owner": case.owner,
        "purpose": case.purpose, "occasion": case.occasion, "examination_date": said_day(case.examination_date),
        "edition": case.edition, "planned_from": said_day(case.planned_from) if case.planned_from else "",
        "planned_until": said_day(case.planned_until) if case.planned_until else "", "plan": case.plan,
    }  # fmt: skip
