"""A sample of the demo site in a real browser: crawled, proposed, drawn, checked, visited twice, compared."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from eaa_checker.domain.address import FoundBy
from eaa_checker.domain.case import CaseKind, CasePhase, NewCase
from eaa_checker.domain.sample import PageType, SampleState
from eaa_checker.domain.scan import Profile, ScanOptions, ScanState
from eaa_checker.domain.stability import Steadiness
from eaa_checker.engine import Engine

if TYPE_CHECKING:
    from program import Program

pytestmark = pytest.mark.browser

QUICK = ScanOptions(profile=Profile.QUICK, settle_budget=3)


def test_a_sample_of_the_demo_site(engine: Engine, program: Program) -> None:
    with engine.demo_site() as server:
        target = engine.demo_target(server.origin)
        today = date.today()
        case = engine.cases.open(
            NewCase(CaseKind.SIMPLIFIED, "Demosite", "De demosite onderzoeken.", "Oefening.", plan="Twee bezoeken.",
                    planned_from=today, planned_until=today + timedelta(days=7), target_ids=(target.id,))
        )  # fmt: skip
        for phase in (CasePhase.ANALYSIS, CasePhase.ACTION):
            engine.cases.move(case.id, phase, "oefening", uncertain_because="oefening")
        crawl = engine.run_scan(engine.new_scan(target.id, ScanOptions(5, profile=Profile.QUICK, settle_budget=3)).id)
        assert crawl.state is ScanState.COMPLETED

        sample = engine.samples.begin(case.id, target.id, visits=2)
        proposed = engine.samples.propose(sample.id)
        types = {urlsplit(page.address).path: page.types for page in proposed}
        assert types["/"][0] is PageType.HOME
        assert PageType.CONTACT in types["/contact.html"]
        assert PageType.STATEMENT in types["/toegankelijkheid.html"]  # known from the footer's link, visited or not
        assert PageType.LOGIN in types["/inloggen.html"]
        keep = {"/", "/contact.html", "/toegankelijkheid.html"}
        for page in proposed:
            if urlsplit(page.address).path in keep:
                engine.samples.confirm(page.id, "kernpagina", despite="bekeken in de browser")
            else:
                engine.samples.refuse(page.id, "buiten deze oefening")
        drawn = engine.samples.draw(sample.id, seed="demo")
        assert len(drawn) == 1
        assert engine.samples.redraw(sample.id)
        for type in engine.samples.required(sample.id):
            if type is PageType.EMERGENCY:
                engine.samples.explain(sample.id, type, "buiten deze oefening")
        failing = [point.en for point in engine.samples.check(sample.id) if not point.passed]
        assert failing == []
        assert engine.samples.approve(sample.id).state is SampleState.APPROVED

        engine.stability.plan(sample.id, apart=timedelta(0), reason="oefening")
        wanted = sorted({server.origin + path for path in keep} | {drawn[0].address})
        engine.run_scan(engine.stability.visit(sample.id, options=QUICK).id)
        code, out, err = program.run("sample", "visit", str(sample.id))  # with a worker process of its own
        assert (code, "Scan 3: 4 pagina's" in out) == (0, True), err
        for scan in engine.scans(target.id)[:2]:
            assert scan.options.profile is Profile.QUICK
            assert (scan.state, scan.tested) == (ScanState.COMPLETED, len(wanted))
            lines = engine.addresses(scan.id)
            assert sorted(line.address for line in lines) == wanted  # exactly the sample, nothing followed
            assert {line.found_by for line in lines} == {FoundBy.INSPECTOR}

        found = engine.stability.of(engine.cases.current_round(case.id).id)
        assert found.complete
        assert [(page.n, page.gaps) for page in found.pages] == [(2, ())] * len(wanted)
        assert found.steady()
        failed = [one for one in found.observations if one.verdict == "failed"]
        assert {one.steadiness for one in failed} == {Steadiness.STEADY}
        assert any(one.address == f"{server.origin}/" and one.rule == "image-has-name" for one in found.steady())
