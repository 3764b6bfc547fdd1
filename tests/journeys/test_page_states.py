"""A page is put into each of its states with both drivers: what is captured, what is not, and that nothing leaves."""

from __future__ import annotations

import asyncio
import io
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image

from eaa_checker.browser.discovery import find
from eaa_checker.browser.starting import start_browser
from eaa_checker.browser.tab import Guard, Tab
from eaa_checker.capture.taking import page_of
from eaa_checker.casework.rejudging import judge
from eaa_checker.domain.capture import PartKind, StateOutcome, StateSeen
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import Profile, ScanOptions
from eaa_checker.scanning.judging_process import JudgingProcess
from eaa_checker.scanning.visiting import Visited, visit
from eaa_checker.scanning.visiting_states import StatesVisit
from eaa_checker.store.evidence import Evidence
from rules.contract import Verdict
from rules.page import Page

pytestmark = pytest.mark.browser

DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
RICH = f"""<!doctype html><html lang="nl"><title>Melding doen</title>
<meta name="viewport" content="width=device-width">
<style>
  .faint {{ color: #aaa; background: #fff }}
  @media (max-width: 400px) {{ .label {{ display: none }} }}
  #menu[hidden] {{ display: none }}
  .wall {{ position: fixed; bottom: 0; left: 0; right: 0; background: #eee }}
</style>
<header><button type="button" aria-expanded="false" aria-controls="menu" id="knop">Menu</button>
<nav id="menu" hidden><a href="/weg">Weg</a><img id="inmenu" src="{DOT}" width="30" height="30"></nav></header>
<main><h1>Melding doen</h1><p class="faint">Bijna niet te lezen</p>
<button type="button" class="smal"><span class="label">Zoeken op de kaart</span></button>
<form id="form" action="/ontvangen" method="post" novalidate>
<label>Naam <input name="naam" required></label> <label>E-mail <input name="mail" type="email" required></label>
<p id="fout" role="alert"></p><button>Versturen</button></form></main>
<div class="wall" role="dialog" aria-label="Cookies"><p>Wij plaatsen cookies.</p>
<button type="button" onclick="this.closest('.wall').remove()">Goed</button></div>
<script>
  knop.onclick = () => {{ menu.hidden = false; knop.setAttribute('aria-expanded', 'true') }};
  form.onsubmit = (event) => {{
    fout.innerHTML = 'Vul uw naam in <img id="infout" src="{DOT}" width="30" height="30">';
    fetch('/lek?fetch', {{ method: 'POST', body: 'naam=' }}).catch(() => 0);
    navigator.sendBeacon('/lek?baken', 'naam=');
    new Image().src = '/lek?plaatje';
    fetch('/lek?lang', {{ method: 'POST', keepalive: true, body: 'naam=' }}).catch(() => 0);
    window.open('/lek?venster');
    new WebSocket(`ws://${{location.host}}/lek?socket`);
    new Worker(URL.createObjectURL(new Blob([`fetch('${{location.origin}}/lek?werker')`])));
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script>new WebSocket('ws://${{location.host}}/lek?kader')<\\/script>`;
    const link = document.createElement('a');
    link.href = '/lek?link';
    link.target = '_blank';
    link.textContent = 'Weg';
    frame.title = 'Kader';
    document.body.append(frame, link);
    link.click();
    form.submit();
    setTimeout(() => {{ location.href = '/lek?weg' }}, 50);
  }};
</script></html>"""
NATIVE = """<!doctype html><html lang="nl"><title>Aanmelden</title><main><h1>Aanmelden</h1>
<form action="/lek?formulier" method="post"><label>Naam <input name="naam" required></label>
<button>Versturen</button></form></main></html>"""
PLAIN = """<!doctype html><html lang="nl"><title>Tekst</title><main><h1>Tekst</h1><p>Alleen tekst.</p></main></html>"""
LINED = f"""{NATIVE}<script>new Worker('data:text/javascript,0')</script>"""
MOBILE = """<!doctype html><html lang="nl"><title>Menu</title><style>#knop { display: none }
@media (max-width: 600px) { #knop { display: block } #menu { display: none } .open #menu { display: block } }</style>
<header id="kop"><button type="button" id="knop" aria-expanded="false">Menu</button>
<nav id="menu"><a href="/plain">Tekst</a></nav></header><main><h1>Menu</h1></main>
<script>knop.onclick = () => { kop.className = 'open'; knop.setAttribute('aria-expanded', 'true') }</script></html>"""
HANGING = """<!doctype html><html lang="nl"><title>Menu</title>
<nav><button aria-expanded="false" type="button" onclick="for(;;);">Menu</button></nav><main><h1>x</h1></main></html>"""
PAGES = {"/": RICH, "/native": NATIVE, "/plain": PLAIN, "/lined": LINED, "/mobile": MOBILE,
         "/hanging": HANGING}  # fmt: skip


@dataclass
class Site:
    origin: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Method and path of every request."""


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    running = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            running.asked.append((self.command, self.path))
            page = PAGES.get(urlsplit(self.path).path)
            self.send_response(200 if page else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((page or "weg").encode())

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    running.origin = f"http://127.0.0.1:{server.server_port}"
    yield running
    server.shutdown()
    server.server_close()


@dataclass
class Room:
    """What one visit brought back, and where its evidence is."""

    visited: Visited
    states: dict[PageState, StateSeen]
    evidence: Evidence

    def failed(self, state: PageState) -> set[str]:
        """Fingerprints that failed in *state*."""
        seen = self.visited.observations if state is PageState.DEFAULT else self.states[state].observations
        return {o.fingerprint for o in seen if o.verdict is Verdict.FAILED}

    def rules(self, state: PageState) -> set[str]:
        return {o.rule for o in self.states[state].observations if o.fingerprint in self.failed(state)}

    def page(self, state: PageState) -> Page:
        capture = self.states[state].capture
        assert capture is not None
        parts = [capture.part(kind) for kind in (PartKind.TREE, PartKind.RECORDS)]
        tree, records = (self.evidence.get(part.sha256) for part in parts if part is not None)
        return page_of(tree, records)

    def picture(self, state: PageState) -> Image.Image:
        capture = self.states[state].capture
        assert capture is not None
        part = capture.part(PartKind.PICTURE)
        assert part is not None
        return Image.open(io.BytesIO(self.evidence.get(part.sha256)))


def looks(
    wanted: dict[str, tuple[PageState, ...]], folder: Path, driver: str = "playwright", budget: float = 60.0
) -> dict[str, Room]:
    """One visit to each address in its states."""
    options = ScanOptions(
        profile=Profile.FULL, allow_private=True, settle_budget=3, driver=driver, page_budget=budget
    )
    evidence = Evidence(folder)

    async def visiting() -> dict[str, Room]:
        rooms: dict[str, Room] = {}
        judging = JudgingProcess()
        browser = await start_browser(find(), "EAA-Checker/test", driver)
        guard = Guard(frozenset({"127.0.0.1"}), allow_private=True)

        async def open_tab() -> Tab:
            return await browser.tab(guard, viewport=options.viewport, locale="nl-NL")

        try:
            for address, states in wanted.items():
                tab = await open_tab()
                visited = await visit(tab, address, options, judging, evidence, set())
                await tab.close()
                visits = StatesVisit(address, visited.landing, options, judging, evidence, {}, open_tab)
                seen = await visits.all(states)
                rooms[address] = Room(visited, {one.line.state: one for one in seen}, evidence)
        finally:
            await browser.close()
            judging.close()
        return rooms

    return asyncio.run(visiting())


ALL = tuple(state for state in PageState if state is not PageState.DEFAULT)


@pytest.mark.parametrize("driver", ["playwright", "selenium"])
def test_a_page_with_everything(site: Site, driver: str, tmp_path: Path) -> None:
    if driver == "selenium" and shutil.which("chromedriver") is None:
        pytest.skip("chromedriver is not installed")
    site.asked.clear()
    (room,) = looks({site.origin + "/": ALL}, tmp_path, driver).values()
    told = {state: seen.line.say("en") for state, seen in room.states.items()}
    by_script = PageState.FORM_ERROR
    captured = [s for s in ALL if driver == "playwright" or s is not by_script]
    assert [s for s in ALL if room.states[s].line.outcome is StateOutcome.CAPTURED] == captured, told
    if driver == "selenium":  # nothing would keep windows and workers of the page in
        assert room.states[by_script].line.outcome is StateOutcome.NOT_CAPTURED
        assert "cannot be made sure that nothing leaves" in room.states[by_script].line.en

    # Nothing left: only the page itself was asked for, one time for each visit.
    assert {path for _, path in site.asked} <= {"/", "/favicon.ico"}
    assert {method for method, _ in site.asked} == {"GET"}

    default = room.failed(PageState.DEFAULT)
    assert "text-has-contrast" in {o.rule for o in room.visited.observations if o.fingerprint in default}
    for state in captured:
        capture = room.states[state].capture
        assert capture is not None
        assert (capture.state, room.page(state).state, capture.settled) == (state.value, state.value, True)
        assert {place.state for o in room.states[state].observations for place in o.places} == {state.value}
        spoken = "text-has-contrast" in room.rules(state)
        assert spoken == (state is not PageState.FORCED_COLOURS), state
    # The same barrier is the same observation; what a state brings is new.
    new = {state: {o.rule for o in room.states[state].observations
                   if o.fingerprint in room.failed(state) - default} for state in captured}  # fmt: skip
    brought = {PageState.NARROW: {"button-has-name"}, PageState.MENU_OPEN: {"image-has-name"},
               PageState.FORM_ERROR: {"image-has-name"}}  # fmt: skip
    assert new == {state: brought.get(state, set()) for state in captured}

    assert room.page(PageState.NARROW).viewport == (320, 256)
    assert room.page(PageState.ZOOMED).viewport == (640, 512)
    assert room.picture(PageState.NARROW).width == 320
    assert room.picture(PageState.ZOOMED).width == 640
    spacings = {state: _spacing(room, state) for state in (PageState.NARROW, PageState.TEXT_SPACING)}
    assert spacings == {PageState.NARROW: "0px", PageState.TEXT_SPACING: "2.56px"}

    # The stored parts say in which state they were taken: judged again they say the same.
    for state in captured:
        seen = room.states[state]
        assert seen.capture is not None
        parts = {part.kind: room.evidence.get(part.sha256) for part in seen.capture.parts}
        again, passed = judge(1, parts[PartKind.TREE], parts[PartKind.RECORDS], parts[PartKind.AXE], True)
        marks = {(o.fingerprint, o.verdict) for o in seen.observations}
        assert {(o["fingerprint"], o["verdict"]) for o in again} == marks
        assert passed == seen.passed


def _spacing(room: Room, state: PageState) -> str:
    """Word spacing of the first paragraph in the recorded tree."""
    return next(room.page(state).elements("p")).style("word-spacing")


def test_small_pages(site: Site, tmp_path: Path) -> None:
    site.asked.clear()
    plain, native, lined, mobile = (f"{site.origin}/{name}" for name in ("plain", "native", "lined", "mobile"))
    form = (PageState.FORM_ERROR,)
    some = (PageState.COOKIE_WALL, PageState.MENU_OPEN, PageState.FORM_ERROR)
    rooms = looks({plain: some, native: form, lined: form, mobile: (PageState.MENU_OPEN,)}, tmp_path)

    # What a page does not have is not what failed.
    assert [seen.line.outcome for seen in rooms[plain].states.values()] == [StateOutcome.NOT_APPLICABLE] * 3
    assert all(seen.capture is None and seen.line.nl for seen in rooms[plain].states.values())

    # A form that the browser itself checks.
    assert rooms[native].states[PageState.FORM_ERROR].line.outcome is StateOutcome.CAPTURED
    assert not [path for _, path in site.asked if path.startswith("/lek")]

    # A form is left alone where a line is open.
    line = rooms[lined].states[PageState.FORM_ERROR].line
    assert (line.outcome, "keeps a line open" in line.en) == (StateOutcome.NOT_CAPTURED, True)

    # A menu that is a button in a narrow window only.
    assert rooms[mobile].states[PageState.MENU_OPEN].line.outcome is StateOutcome.CAPTURED
    assert rooms[mobile].page(PageState.MENU_OPEN).viewport == (320, 256)


def test_a_state_that_hangs_harms_nothing(site: Site, tmp_path: Path) -> None:
    wanted = {site.origin + "/hanging": (PageState.NARROW, PageState.MENU_OPEN)}
    (room,) = looks(wanted, tmp_path, budget=14.0).values()
    assert room.visited.capture is not None
    assert room.states[PageState.NARROW].line.outcome is StateOutcome.CAPTURED
    line = room.states[PageState.MENU_OPEN].line
    assert line.outcome is StateOutcome.NOT_CAPTURED
    assert line.nl
