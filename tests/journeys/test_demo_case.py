"""The demo's casework stands as if two people had worked on it: nothing in it skipped a step."""

from __future__ import annotations

import pytest

from eaa_checker.domain.case import CasePhase
from eaa_checker.domain.finding import FindingState
from eaa_checker.domain.letter import LetterState
from eaa_checker.domain.scan import Profile, ScanOptions
from eaa_checker.engine import Engine

pytestmark = pytest.mark.browser


def test_the_demo_has_an_examination_that_is_half_done(engine: Engine) -> None:
    with engine.demo_site() as site:
        target = engine.demo_target(site.origin)
        engine.run_scan(engine.new_scan(target.id, ScanOptions(max_pages=5, profile=Profile.QUICK, settle_budget=3)).id)
        case = engine.make_demo_case(target.id)
    assert (case.phase, case.number) == (CasePhase.ACTION, "DEMO-2026-0112")
    found = engine.findings.find(case.id)
    assert {one.state for one in found} >= {FindingState.APPROVED, FindingState.SUBMITTED, FindingState.DRAFT}
    for one in found:
        assert one.text.consequence
        assert (engine.findings.hindrances(one.id) == ()) == (one.state is FindingState.APPROVED)
        assert one.reviewer != one.author
    assert len(engine.deadlines.find(case.id)) == 2
    (letter,) = engine.letters.find(case.id)
    assert letter.state is LetterState.REVIEW
    assert engine.stability.of(engine.cases.current_round(case.id).id).complete
    assert len(engine.signals.list()) == 4
    assert not engine.trail.faults()
