"""The table of test points of a 112 channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from eaa_checker.domain.manual import Answer, Attachment, Outcome
from rules.norms import checklist
from ui.table import Column
from ui.words import OUTCOME_SIGNS, number_of

if TYPE_CHECKING:
    from eaa_checker.engine import Engine, Line

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PointRow:
    """One test point with what was answered and attached."""

    place: int
    line: Line
    group: str
    """What it is about: the group of the checklist, or the clause of the standard."""
    citation: str
    """As it may be cited; empty where nothing verified can be."""
    answer: Answer | None
    files: tuple[Attachment, ...]

    @property
    def key(self) -> str:
        return self.line.requirement


def rows_of(engine: Engine, case_id: int, language: str) -> list[PointRow]:
    """Every test point of the case. Runs off the window's thread. Raises NotFound."""
    answers = {one.requirement: one for one in engine.manual.answers(case_id)}
    files: dict[str, list[Attachment]] = {}
    for file in engine.manual.attachments(case_id):
        files.setdefault(file.subject, []).append(file)
    rows = []
    for place, line in enumerate(engine.manual.overview(case_id)):
        answer = answers.get(line.requirement)
        rows.append(
            PointRow(
                place,
                line,
                _group(line.requirement, language),
                engine.norms.citation(line.requirement, language),
                answer,
                tuple(files.get(f"answer:{answer.id}", ())) if answer is not None else (),
            )
        )
    return rows


def _group(requirement: str, language: str) -> str:
    norm, _, number = requirement.partition(":")
    return checklist.groups()[number[0]].say(language) if norm == "c112" else "EN 301 549"


def said(outcome: Outcome, language: str) -> str:
    words = outcome.say(language)
    return words[:1].upper() + words[1:]


def columns() -> list[Column[PointRow]]:
    """Number, test point, about, answer, verdict, files."""
    return [
        Column(
            lambda: translate("PointColumns", "Number"),
            lambda row, _: number_of(row.key),
            sample="12.2.4.0",
            key=lambda row: row.place,
        ),
        Column(
            lambda: translate("PointColumns", "Test point"),
            lambda row, language: row.line.title.say(language),
            weight=3,
        ),
        Column(
            lambda: translate("PointColumns", "Answers"),
            lambda row, language: said(row.line.proposal.outcome, language),
            sample="Niet getoetst",
            sign=lambda row: OUTCOME_SIGNS[row.line.proposal.outcome],
        ),
        Column(
            lambda: translate("PointColumns", "Verdict"),
            lambda row, language: said(row.line.outcome, language),
            sample="Niet getoetst",
            sign=lambda row: OUTCOME_SIGNS[row.line.outcome],
        ),
        Column(
            lambda: translate("PointColumns", "Files"),
            lambda row, _: str(len(row.files)) if row.files else "",
            sample="00",
            key=lambda row: len(row.files),
            number=True,
        ),
    ]
