"""The steps of a case, and what is done and what is still open in each: the engine's own reasons, never ours."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaa_checker.domain.case import Case, CasePhase, CaseState, Round
from eaa_checker.domain.counted import counted
from eaa_checker.domain.deadline import DeadlineState
from eaa_checker.domain.finding import FindingState
from eaa_checker.domain.letter import LetterState
from eaa_checker.domain.organisation import Target, TargetKind
from eaa_checker.domain.sample import Check, SampleState
from rules.contract import Verdict, Words

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

MOST = 8
"""Lines of what is open that a step shows; the rest is counted."""


class Step(enum.StrEnum):
    PLAN = "plan"
    SAMPLE = "sample"
    TEST = "test"
    FINDINGS = "findings"
    LETTER = "letter"
    FOLLOW_UP = "follow-up"


STEPS = tuple(Step)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one step is."""

    done: tuple[Words, ...] = ()
    open: tuple[Words, ...] = ()
    """What stands in the way of the next one."""
    begun: bool = True
    """False while the step before must come first."""

    @property
    def finished(self) -> bool:
        return self.begun and not self.open


@dataclass(frozen=True, slots=True)
class Seen:
    """A case as it was read for the window."""

    case: Case
    targets: tuple[Target, ...]
    rounds: tuple[Round, ...]
    progress: dict[Step, Progress]
    sealed: bool
    """A seal holds on one of its rounds: nothing in that round can be changed until it is reopened."""

    @property
    def open(self) -> bool:
        return self.case.state is CaseState.OPEN


def read_case(engine: Engine, case_id: int) -> Seen:
    """The case with everything the stepper says. Raises NotFound."""
    case = engine.cases.show(case_id)
    targets = tuple(engine.target(id) for id in case.target_ids)
    progress = {
        Step.PLAN: _plan(engine, case),
        Step.SAMPLE: _sample(engine, case, targets),
        Step.TEST: _test(engine, case),
        Step.FINDINGS: _findings(engine, case, targets),
        Step.LETTER: _letter(engine, case),
        Step.FOLLOW_UP: _follow_up(engine, case),
    }
    sealed = any(seal.lifted is None for seal in engine.cases.seals(case.id))
    return Seen(case, targets, tuple(engine.cases.rounds(case.id)), progress, sealed)


def _acting(case: Case) -> bool:
    return case.phase.place >= CasePhase.ACTION.place


def _plan(engine: Engine, case: Case) -> Progress:
    done = [Words(f"fase: {case.phase.nl}", f"phase: {case.phase.en}")]
    if case.number:
        done.append(Words(f"zaaknummer {case.number}", f"case number {case.number}"))
    lacks = [] if _acting(case) else [_lacking(one) for one in engine.cases.missing(case.id, CasePhase.ACTION)]
    if not _acting(case) and not lacks:
        lacks.append(Words("het onderzoek staat nog niet in de fase toezichtactie",
                           "the case is not in the phase supervisory action yet"))  # fmt: skip
    return Progress(tuple(done), tuple(lacks))


def _lacking(one: Words) -> Words:
    return Words(f"nog nodig: {one.nl}", f"still needed: {one.en}")


def _one_of_several(point: Check) -> Words:
    """A sentence of the check as a part of a longer one."""
    return Words(*(f"{text[:1].lower()}{text[1:].rstrip('.')}" for text in (point.nl, point.en)))


def _sample(engine: Engine, case: Case, targets: tuple[Target, ...]) -> Progress:
    samples = {one.target_id: one for one in engine.samples.list(case.id)}
    done, lacks = [], []
    for target in targets:
        if target.kind is not TargetKind.WEB_SITE:
            continue
        sample = samples.get(target.id)
        if sample is None:
            lacks.append(Words(f"nog geen steekproef van “{target.name}”", f"no sample of “{target.name}” yet"))
        elif sample.state is SampleState.APPROVED:
            done.append(
                Words(f"steekproef van “{target.name}” goedgekeurd", f"sample of “{target.name}” approved")
            )
        else:
            lacks += [_one_of_several(point) for point in engine.samples.check(sample.id) if not point.passed]
            if not lacks:
                lacks.append(Words("de steekproef is nog niet goedgekeurd", "the sample is not approved yet"))
    if not lacks and _acting(case):
        lacks = [_lacking(one) for one in engine.cases.missing(case.id, CasePhase.RESULT)]
    return Progress(tuple(done), tuple(lacks), _acting(case))


def _test(engine: Engine, case: Case) -> Progress:
    if not _acting(case):
        return Progress(begun=False)
    left = engine.manual.still_to_do(case.id)
    if not left:
        return Progress((Words("elk toetspunt heeft een oordeel", "every requirement has a verdict"),))
    one = ("toetspunt nog te toetsen", "requirement still to be tested")
    more = ("toetspunten nog te toetsen", "requirements still to be tested")
    return Progress((), (counted(len(left), one, more),))


def _findings(engine: Engine, case: Case, targets: tuple[Target, ...]) -> Progress:
    found = engine.findings.find(case.id, limit=100_000)
    live = [one for one in found if one.state is not FindingState.WITHDRAWN]
    settled = [one for one in live if one.state is FindingState.APPROVED]
    done = (Words(f"{len(settled)} van {len(live)} vastgesteld", f"{len(settled)} of {len(live)} approved"),)
    lacks = [
        Words(f"{one.label}: {one.state.nl}", f"{one.label}: {one.state.en}") for one in live if one not in settled
    ]
    if not live:
        seen = engine.stability.of(engine.cases.current_round(case.id).id)
        if any(one.verdict is Verdict.FAILED for one in seen.steady()):
            lacks.append(Words("nog geen bevinding gemaakt van wat telkens is gezien",
                               "no finding made yet of what was seen every time"))  # fmt: skip
        elif not seen.complete and any(one.kind is TargetKind.WEB_SITE for one in targets):
            lacks.append(Words("nog niet alle bezoeken zijn gedaan", "not all visits have been made yet"))
    return Progress(done if live else (), tuple(lacks), _acting(case))


def _letter(engine: Engine, case: Case) -> Progress:
    letters = [one for one in engine.letters.find(case.id) if one.state is not LetterState.WITHDRAWN]
    done = [
        Words(f"{one.kind.nl} {one.reference}: {one.state.nl}", f"{one.kind.en} {one.reference}: {one.state.en}")
        for one in letters
        if one.state is LetterState.ISSUED
    ]
    lacks = [
        Words(f"{one.kind.nl} {one.reference}: {one.state.nl}", f"{one.kind.en} {one.reference}: {one.state.en}")
        for one in letters
        if one.state is not LetterState.ISSUED
    ]
    if not case.number:
        lacks.insert(0, Words("het onderzoek heeft nog geen zaaknummer", "the case has no case number yet"))
    if not letters and case.number:
        lacks.append(Words("nog geen brief begonnen", "no letter begun yet"))
    return Progress(tuple(done), tuple(lacks), _acting(case))


def _follow_up(engine: Engine, case: Case) -> Progress:
    today = engine.deadlines.today()
    terms = engine.deadlines.find(case.id, states=[DeadlineState.RUNNING])
    late = [one for one in terms if one.overdue(today)]
    replies = engine.replies.find(case.id, open_only=True)
    unconfirmed = [one for one in engine.reinspections.find(case.id) if one.confirmed is None]
    sealed = engine.dossiers.list(f"case:{case.id}")
    done = [Words(f"dossier {one.number} verzegeld", f"dossier {one.number} sealed") for one in sealed]
    lacks = [
        Words(f"verstreken: {one.kind.nl} ({one.due:%d-%m-%Y})", f"overdue: {one.kind.en} ({one.due:%d-%m-%Y})")
        for one in late
    ]
    if len(terms) > len(late):
        count = len(terms) - len(late)
        lacks.append(counted(count, ("lopende termijn", "running term"), ("lopende termijnen", "running terms")))
    if replies:
        one, more = ("reactie te beantwoorden", "reply to answer"), ("reacties te beantwoorden", "replies to answer")
        lacks.append(counted(len(replies), one, more))
    if unconfirmed:
        one = ("uitkomst van de herinspectie te bevestigen", "outcome of the re-inspection to confirm")
        more = ("uitkomsten van de herinspectie te bevestigen", "outcomes of the re-inspection to confirm")
        lacks.append(counted(len(unconfirmed), one, more))
    if not sealed:
        lacks.append(Words("het dossier is nog niet verzegeld", "the dossier is not sealed yet"))
    return Progress(tuple(done), tuple(lacks), _acting(case))
