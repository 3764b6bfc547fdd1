"""Pages behind links with the same name are visited only when they may be; text in pictures is read and put back."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from eaa_checker.browser.discovery import find
from eaa_checker.browser.playwright_driver import PlaywrightBrowser
from eaa_checker.browser.tab import Guard
from eaa_checker.capture import reading_images
from eaa_checker.capture.scene import Scene
from eaa_checker.capture.taking import page_at
from eaa_checker.capture.tree import frame_ids_of

pytestmark = pytest.mark.browser

_PAGES = {
    "/": "<html lang=nl><a href=/a>Meer</a> <a href=/b>Meer</a> <a href=/uitloggen>Weg</a> <a href=/c>Weg</a> "
    "<a href=/x.pdf>Rapport</a> <a href=/y.pdf>Rapport</a> <a href=http://elders.test/>Buur</a> <a href=/d>Buur</a>"
    "<a href=/zelfde>Zelfde</a> <a href=/zelfde>Zelfde</a>",
    "/a": "<html lang=nl><title>A</title><nav>Menu</nav><main>Zandzakken halen</main><p style=display:none>Weg",
    "/b": "<html lang=nl><meta http-equiv=refresh content='0;url=/ba'><title>Weg</title>",
    "/ba": "<html lang=nl><title>BA</title><p>Jodium</p>",
    "/tekst": "<html lang=nl><div style=position:relative><img alt=x width=420 height=80 src=\""
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='420' height='80'><rect width='420' height='80' "
    "fill='white'/><text x='10' y='50' font-size='36' font-family='sans-serif'>Zandzakken halen</text></svg>\">"
    "<b style='position:absolute;top:0;left:0;transition:all 9s'>BIJSCHRIFT</b></div>",
}


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200 if self.path in _PAGES else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(_PAGES.get(self.path, "").encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_links_are_followed_only_on_request_and_only_where_they_may_be(site: tuple[str, list[str]]) -> None:
    origin, asked = site
    guard = Guard(frozenset({"127.0.0.1"}), allow_private=True)

    async def visit(follow_links: int) -> Any:
        async with PlaywrightBrowser(find(), "EAA-Checker/test") as browser:
            page, _ = await page_at(
                browser, origin + "/", guard, follow_links=follow_links, without=("ocr", "hearing", "focusing")
            )
            assert page is not None
            return page.document.record("destinations")

    assert asyncio.run(visit(0)) is None
    assert set(asked) <= {"/", "/favicon.ico"}
    found = asyncio.run(visit(8))
    assert set(found) == {origin + "/a", origin + "/b"}
    assert found[origin + "/a"] == {
        "address": origin + "/a", "title": "A", "main": "Zandzakken halen", "text": "Menu Zandzakken halen",
    }  # fmt: skip
    assert found[origin + "/b"]["address"] == origin + "/ba"
    assert not {"/uitloggen", "/c", "/x.pdf", "/y.pdf", "/d", "/zelfde"} & set(asked)


@pytest.mark.skipif(reading_images.recogniser() is None, reason="tesseract with Dutch or English is not installed")
def test_text_in_a_picture_is_read_without_the_text_over_it(site: tuple[str, list[str]]) -> None:
    origin, _ = site

    async def read() -> tuple[Any, str]:
        async with PlaywrightBrowser(find(), "EAA-Checker/test") as browser:
            guard = Guard(frozenset({"127.0.0.1"}), allow_private=True)
            tab = await browser.tab(guard, viewport=(1280, 1024), locale="nl-NL")
            await tab.go(origin + "/tekst", seconds=15)
            frames = frame_ids_of((await tab.call("Page.getFrameTree"))["frameTree"])
            record = await reading_images.observe(Scene(tab, frames, {}))
            colour = await tab.evaluate("getComputedStyle(document.querySelector('b')).color")
            await tab.close()
            return record[frames[0]], colour

    entries, colour = asyncio.run(read())
    assert len(entries) == 1
    words = [word for word, _ in entries[0]["words"]]
    assert "Zandzakken" in words
    assert "BIJSCHRIFT" not in words
    assert entries[0]["plain"] is True
    assert colour == "rgb(0, 0, 0)", "the page's own text is shown again"


def test_words_in_the_recognisers_table() -> None:
    table = "level\tx\n5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t91.26\tHoi\n4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n5\tkapot\n"
    assert reading_images.words_in(table) == [["Hoi", 91.3]]
