"""What the panel for testing by hand reads of a case, off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from eaa_checker.domain.manual import (
    Absence,
    Answer,
    Attachment,
    Outcome,
    Overrule,
    Proposal,
    RequirementVerdict,
    Scope,
)
from eaa_checker.domain.observation import Observation
from eaa_checker.domain.page_evidence import PageLine
from rules.contract import Words

if TYPE_CHECKING:
    from eaa_checker.engine import Engine


class Line(Protocol):
    """Where one requirement stands, as ``engine.manual.overview`` tells it."""

    @property
    def requirement(self) -> str: ...
    @property
    def title(self) -> Words: ...
    @property
    def proposal(self) -> Proposal: ...
    @property
    def answers(self) -> int: ...
    @property
    def machine_failed(self) -> int: ...
    @property
    def machine_asked(self) -> int: ...
    @property
    def findings(self) -> int: ...
    @property
    def absence(self) -> Absence | None: ...
    @property
    def overruled(self) -> Overrule | None: ...
    @property
    def verdict(self) -> RequirementVerdict | None: ...
    @property
    def outcome(self) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """What one answer is about."""

    requirement: str
    scope: Scope = Scope.PAGE
    address: str = ""
    page_state: str = "default"
    element: str = ""

    def key(self, case_id: int, round_number: int) -> str:
        """Under which its draft is kept."""
        where = {Scope.PAGE: f"{self.page_state}/{self.address}", Scope.SHARED: self.element, Scope.WHOLE: ""}
        return f"case:{case_id}/round:{round_number}/{self.requirement}/{self.scope.value}/{where[self.scope]}"


@dataclass(frozen=True, slots=True)
class Work:
    """A case as it is tested."""

    case_id: int
    round_number: int
    lines: Sequence[Line] = ()
    pages: Sequence[PageLine] = ()
    answers: Sequence[Answer] = ()
    attachments: Sequence[Attachment] = field(default=())

    def line(self, requirement: str) -> Line | None:
        return next((line for line in self.lines if line.requirement == requirement), None)

    def page(self, address: str) -> PageLine | None:
        return next((page for page in self.pages if page.address == address), None)

    def answer(self, spot: Spot) -> Answer | None:
        """The stored answer there."""
        name = " ".join(spot.element.split()).casefold()
        for one in self.answers:
            if one.requirement != spot.requirement or one.scope is not spot.scope:
                continue
            if spot.scope is Scope.PAGE and (one.address, one.page_state) != (spot.address, spot.page_state):
                continue
            if spot.scope is Scope.SHARED and one.element != name:
                continue
            return one
        return None

    def files_of(self, answer: Answer | None) -> list[Attachment]:
        subject = f"answer:{answer.id}" if answer is not None else ""
        return [one for one in self.attachments if one.subject == subject]

    def to_do(self, line: Line) -> int:
        """Pages that still lack an answer."""
        if line.proposal.outcome is Outcome.UNTESTED or line.proposal.missing:
            return max(1, len(line.proposal.missing))
        return 0

    def elements(self) -> list[str]:
        """Names of shared elements that were judged before."""
        return sorted({one.element for one in self.answers if one.scope is Scope.SHARED})


def read_work(engine: Engine, case_id: int) -> Work:
    """Raises NotFound."""
    manual = engine.manual
    return Work(
        case_id,
        engine.cases.current_round(case_id).number,
        manual.overview(case_id),
        engine.evidence.pages(case_id),
        manual.answers(case_id),
        manual.attachments(case_id),
    )


def read_seen(engine: Engine, case_id: int, spot: Spot) -> list[Observation]:
    """What the machine saw there."""
    return engine.evidence.seen(case_id, spot.requirement, spot.address, spot.page_state)
