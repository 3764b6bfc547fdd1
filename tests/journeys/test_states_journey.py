"""A sample with states on a real site: a barrier inside the menu, a finding, and a menu that no longer opens."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from eaa_checker.domain.capture import StateOutcome
from eaa_checker.domain.case import CaseKind, CasePhase, NewCase
from eaa_checker.domain.reinspection import Outcome
from eaa_checker.domain.sample import PageState, PageType
from eaa_checker.domain.scan import Profile, ScanOptions, ScanState
from eaa_checker.engine import Engine

if TYPE_CHECKING:
    from program import Program

pytestmark = pytest.mark.browser

QUICK = ScanOptions(profile=Profile.QUICK, settle_budget=3, sitemap=False)
MENU = PageState.MENU_OPEN
DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
SHELL = """<!doctype html><html lang="nl"><title>{title}</title><header>
<button type="button" id="knop" aria-expanded="false" aria-controls="menu">Menu</button>
<nav id="menu" hidden><a href="/">Home</a> <a href="/toegankelijkheid">Toegankelijkheid</a>
<img id="inmenu" src="{dot}" width="30" height="30"></nav></header><main><h1>{title}</h1><p>Tekst.</p></main>
<script>{script}</script></html>"""
OPENS = "knop.onclick = () => { menu.hidden = false; knop.setAttribute('aria-expanded', 'true') }"
PAGES = {"/": "Home", "/toegankelijkheid": "Toegankelijkheid"}


class Site:
    """A site of two pages whose menu opens, or does not any more."""

    def __init__(self) -> None:
        self.script = OPENS
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                title = PAGES.get(urlsplit(self.path).path, "")
                self.send_response(200 if title else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(SHELL.format(title=title or "weg", dot=DOT, script=site.script).encode())

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def site() -> Iterator[Site]:
    running = Site()
    yield running
    running.server.shutdown()
    running.server.server_close()


def test_a_barrier_in_a_menu_that_no_longer_opens(
    engine: Engine, program: Program, site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = engine.target_for(site.origin + "/", "Veiligheidsregio Voorbeeld")
    today = date.today()
    case = engine.cases.open(
        NewCase(CaseKind.SIMPLIFIED, "Menu", "Het menu onderzoeken.", "Oefening.", plan="Twee bezoeken.",
                planned_from=today, planned_until=today + timedelta(days=7), target_ids=(target.id,))
    )  # fmt: skip
    for phase in (CasePhase.ANALYSIS, CasePhase.ACTION):
        engine.cases.move(case.id, phase, "oefening", uncertain_because="oefening")

    # A plain scan takes states too.
    program.run("scan", str(target.id), "--max-pages", "2", "--profile", "quick", "--states", "menu-open,narrow-320")
    crawl = engine.scans(target.id)[0]
    assert (crawl.state, crawl.options.states) == (ScanState.COMPLETED, (MENU, PageState.NARROW))
    assert sorted(capture.state for capture in engine._store.captures(crawl.id)) == [
        "default", "default", "menu-open", "menu-open", "narrow-320", "narrow-320",
    ]  # fmt: skip
    export = engine.export(crawl.id, "csv", tmp_path / "scan.csv")
    assert "menu open" in export.read_text("utf-8-sig")

    sample = engine.samples.begin(case.id, target.id, visits=2)
    for page in engine.samples.propose(sample.id):
        engine.samples.confirm(page.id, "kernpagina")
    for type in engine.samples.required(sample.id):
        if type not in (PageType.HOME, PageType.STATEMENT):
            engine.samples.explain(sample.id, type, "buiten deze oefening")
    engine.samples.name_states(sample.id, (MENU,))
    assert [point.en for point in engine.samples.check(sample.id) if not point.passed] == []
    engine.samples.approve(sample.id)

    def visited() -> int:
        engine.stability.plan(sample.id, apart=timedelta(0), reason="oefening")
        for _ in range(2):
            scan = engine.run_scan(engine.stability.visit(sample.id, options=QUICK).id)
            assert (scan.state, scan.options.states) == (ScanState.COMPLETED, (MENU,))
        return engine.cases.current_round(case.id).id

    found = engine.stability.of(visited())
    inside = [one for one in found.steady() if one.rule == "image-has-name"]
    assert {(one.state, one.say("en")) for one in inside} == {("menu-open", "steady (2 of 2)")}
    mark = inside[0].fingerprint
    finding = engine.findings.add(case.id, observations=[mark])
    assert {place.page_state for place in finding.places} == {"menu-open"}
    assert all(place.capture_id for place in finding.places)
    engine.findings.edit(finding.id, consequence="Wie niet ziet, weet niet wat het beeld in het menu is.")
    engine.findings.submit(finding.id)
    monkeypatch.setenv("EAA_CHECKER_INSPECTOR", "Bram")
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(variable, "bram")
    program.give("finding", "review", str(finding.id), "--approve")
    monkeypatch.undo()

    # The menu does not open any more: nobody can say that the picture in it was mended.
    site.script = ""
    engine.cases.open_round(case.id, "herinspectie")
    gone = engine.stability.of(visited())
    missed = {page.gaps[0].ending for page in gone.pages if page.state == MENU}
    assert missed == {StateOutcome.NOT_CAPTURED.value}
    (compared,) = [one for one in engine.reinspections.propose(case.id) if one.proposed.finding_id == finding.id]
    assert compared.proposed.outcome is Outcome.NOT_COMPARABLE
    assert "menu open: niet vastgelegd" in compared.proposed.why.nl
