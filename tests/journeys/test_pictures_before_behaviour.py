"""Pictures show the page as visitors find it: they are taken before the probes that focus, press keys or turn it."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PIL import Image

from eaa_checker.browser.discovery import find
from eaa_checker.browser.starting import start_browser
from eaa_checker.browser.tab import Guard
from eaa_checker.domain.capture import PartKind
from eaa_checker.domain.scan import Profile, ScanOptions
from eaa_checker.scanning.judging_process import JudgingProcess
from eaa_checker.scanning.visiting import visit
from eaa_checker.store.evidence import Evidence

pytestmark = pytest.mark.browser

_PAGE = b"""<!doctype html><html lang="nl"><title>Meldkamer</title><h1>Bel bij spoed 112</h1>
<p style="color:#ccc">Bijna niet te lezen</p>
<div aria-hidden="true"><button>Sluiten</button></div>
<script>
// Whoever focuses anything here turns the page red for good.
document.addEventListener('focusin', () => { document.documentElement.style.background = '#f00' });
</script></html>"""


@pytest.fixture
def address() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(_PAGE)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("profile", [Profile.FULL, Profile.QUICK])
async def test_pictures_come_before_probes_that_change_the_page(address: str, profile: Profile, tmp_path: Path) -> None:
    evidence, judging = Evidence(tmp_path), JudgingProcess()
    browser = await start_browser(find(), "EAA-Checker/test")
    try:
        guard = Guard(frozenset({"127.0.0.1"}), allow_private=True)
        options = ScanOptions(profile=profile, allow_private=True)
        tab = await browser.tab(guard, viewport=options.viewport, locale="nl-NL")
        visited = await visit(tab, address, options, judging, evidence, set())
        red = await tab.evaluate("document.documentElement.style.background")
        await tab.close()
    finally:
        await browser.close()
        judging.close()
    assert red, "a probe has focused something, or this test shows nothing"
    assert visited.capture is not None
    by_rule = {o.rule: o for o in visited.observations}
    faint = by_rule["text-has-contrast"].places[0]
    kinds = {PartKind.CROP: faint.crop}
    for part in visited.capture.parts:
        if part.kind is PartKind.PICTURE:
            kinds[part.kind] = part.sha256
    assert (PartKind.PICTURE in kinds) == (profile is Profile.FULL)
    for kind, sha256 in kinds.items():
        corner = Image.open(io.BytesIO(evidence.get(sha256))).convert("RGB").getpixel((1, 1))
        assert min(corner) > 240, (kind, corner)
    hidden = by_rule["aria-hidden-has-no-focus"]
    assert hidden.places[0].crop, "what only a probe brought to light is pictured too"
