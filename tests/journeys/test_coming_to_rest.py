"""What examining a page asks of its server: nothing that the page itself did not, so that it counts as at rest."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from eaa_checker.browser.discovery import find
from eaa_checker.browser.starting import start_browser
from eaa_checker.browser.tab import Guard
from eaa_checker.capture.taking import take

pytestmark = pytest.mark.browser

_FILES = {
    "/": ("text/html", '<!doctype html><html lang="nl"><title>Meldkamer</title>'
          '<link rel="stylesheet" href="/stijl/alles.css"><h1>Bel bij spoed 112</h1>'),
    "/stijl/alles.css": ("text/css", '@import url("basis.css"); h1 { color: #123 }'),
    "/stijl/basis.css": ("text/css", "body { margin: 2em } @media (orientation: portrait) { h1 { margin: 0 } }"),
}  # fmt: skip


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a site with an imported style sheet, and what was asked of it."""
    wanted: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted.append(self.path)
            media, text = _FILES.get(self.path, ("text/plain", ""))
            self.send_response(200 if text else 404)
            self.send_header("Content-Type", f"{media}; charset=utf-8")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", wanted
    server.shutdown()
    server.server_close()


async def test_imported_style_sheets_are_not_fetched_again(asked: tuple[str, list[str]]) -> None:
    address, wanted = asked
    browser = await start_browser(find(), "EAA-Checker/test")
    try:
        tab = await browser.tab(
            Guard(frozenset({"127.0.0.1"}), allow_private=True), viewport=(1280, 1024), locale="nl-NL"
        )
        landing = await tab.go(address, seconds=30)
        taken = await take(tab, landing, viewport=(1280, 1024))
        await tab.close()
    finally:
        await browser.close()
    assert taken.settled
    assert taken.axe
    assert sorted(path for path in wanted if path != "/favicon.ico") == sorted(_FILES)
