"""The list of cases as rows: what each is about, where it stands, and what falls due first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from eaa_checker.domain.case import Case, CaseState
from eaa_checker.domain.deadline import DeadlineState
from ui.cases.fields import said_day
from ui.table import Column

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in the list."""

    case: Case
    targets: str
    due: date | None
    """The last day of the first term that runs."""
    overdue: bool
    soon: bool
    """A term ends within a week."""
    mine: bool


def read_rows(engine: Engine) -> list[CaseRow]:
    """Every case, newest first, with the first term that runs in it."""
    today = engine.deadlines.today()
    names = {target.id: target.name for target in engine.targets()}
    due: dict[int, date] = {}
    for term in engine.deadlines.find(states=[DeadlineState.RUNNING]):
        due.setdefault(term.examination_id, term.due)
    me = _known(engine.actor.name)
    rows = []
    for case in engine.cases.list():
        first = due.get(case.id)
        rows.append(
            CaseRow(
                case,
                ", ".join(names.get(id, "?") for id in case.target_ids),
                first,
                first is not None and first < today,
                first is not None and today <= first and (first - today).days < 7,
                _known(case.owner) == me,
            )
        )
    return rows


def _known(name: str) -> str:
    return " ".join(name.split()).casefold()


def _state(row: CaseRow, language: str) -> str:
    case = row.case
    return case.phase.say(language) if case.state is CaseState.OPEN else case.state.say(language)


def _state_sign(row: CaseRow) -> tuple[str, str]:
    if row.case.state is CaseState.CLOSED:
        return "passed", "passed"
    if row.case.state is CaseState.STOPPED:
        return "stop", "soft"
    return "running", "accent"


def _due(row: CaseRow, _: str) -> str:
    if row.due is None:
        return "–"
    return translate("CaseColumns", "{0} (overdue)").format(said_day(row.due)) if row.overdue else said_day(row.due)


def case_columns() -> list[Column[CaseRow]]:
    """Number, title, targets, kind, phase, owner, first term, opened."""
    return [
        Column(lambda: translate("CaseColumns", "Case number"), lambda row, _: row.case.number or f"#{row.case.id}",
               sample="Z-2026-0000000"),
        Column(lambda: translate("CaseColumns", "Title"), lambda row, _: row.case.title, weight=2.6),
        Column(lambda: translate("CaseColumns", "Targets"), lambda row, _: row.targets or "–", weight=1.8),
        Column(lambda: translate("CaseColumns", "Kind"), lambda row, language: row.case.kind.say(language), weight=1.4),
        Column(lambda: translate("CaseColumns", "Phase"), _state, weight=1.2, sign=_state_sign,
               key=lambda row: (row.case.state is not CaseState.OPEN, row.case.phase.place)),
        Column(lambda: translate("CaseColumns", "Owner"), lambda row, _: row.case.owner, weight=1.2),
        Column(lambda: translate("CaseColumns", "First term"), _due, sample="00-00-0000 (verstreken)",
               key=lambda row: row.due or date.max,
               sign=lambda row: ("warning", "failed") if row.overdue else ("calendar", "soft")),
        Column(lambda: translate("CaseColumns", "Opened"), lambda row, _: said_day(row.case.opened.astimezone().date()),
               sample="00-00-0000", key=lambda row: row.case.opened),
    ]  # fmt: skip
