"""Undoing what was answered and judged by hand. Nothing is removed: the answer or verdict before counts again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from eaa_checker.domain.manual import Answer, Outcome, RequirementVerdict
from eaa_checker.errors import EditedMeanwhile
from ui.desk import Desk
from ui.undoing import Edit
from ui.words import number_of

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate


def offer_answers(
    desk: Desk, answers: Sequence[Answer], before: Answer | None, said: str, then: Callable[[], None]
) -> None:
    """Says that *answers* to one requirement are stored. *before*: what stood where the first of them stands, if
    anything; the others took the place of none. *then*: reads again what is shown."""
    first, others = answers[0], answers[1:]
    old = before if before is not None and before.id == first.id else None

    def back(engine: Engine, version: int) -> int:
        now = {one.id: one.version for one in engine.manual.answers(first.examination_id, first.requirement)}
        for one in others:  # all of them or none
            if now.get(one.id) != one.version:
                raise EditedMeanwhile(yours={}, theirs={}, version=now.get(one.id, 0))
        given = engine.manual.take_back(first.examination_id, replace(first, version=version), old)
        for one in others:
            engine.manual.take_back(first.examination_id, one, None)
        return given.version

    what = translate("TakingBack", "the answer on {0}").format(number_of(first.requirement))
    desk.undoing.offer(Edit(f"answer:{first.id}", what, first.version - 1, first.version, back, then), said)


def offer_verdict(
    desk: Desk, given: RequirementVerdict, before: RequirementVerdict | None, said: str, then: Callable[[], None]
) -> None:
    """Says that the verdict *given* is stored; undoing gives the one *before* again, or *not tested*."""
    case_id, requirement = given.examination_id, given.requirement
    outcome, why = (before.outcome, before.motivation) if before is not None else (Outcome.UNTESTED, "")

    def back(engine: Engine, version: int) -> int:
        return engine.manual.judge(case_id, requirement, outcome, why, version=version).version

    what = translate("TakingBack", "the verdict on {0}").format(number_of(requirement))
    desk.undoing.offer(Edit(f"verdict:{given.id}", what, given.version - 1, given.version, back, then), said)
