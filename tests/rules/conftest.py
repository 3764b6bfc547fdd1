"""A real browser and a local server for the rules' own examples."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Collection, Coroutine, Iterator
from concurrent.futures import Future
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar

import pytest

from eaa_checker.browser.discovery import find
from eaa_checker.browser.playwright_driver import PlaywrightBrowser
from eaa_checker.browser.tab import Guard
from eaa_checker.capture.probes import unneeded
from eaa_checker.capture.taking import page_at, page_of, take
from eaa_checker.scanning.page_set import PageSet
from rules.contract import PAGE_SET, Example
from rules.knowledge.page_set import outline_of
from rules.page import Page

T = TypeVar("T")


class ExampleBrowser:
    """Loads example pages; runs its own event loop in a thread so that plain tests can use it."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[bytes, str]] = {}
        pages = self._pages

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body, media = pages.get(self.path, (b"", "text/html"))
                self.send_response(200 if self.path in pages else 404)
                self.send_header("Content-Type", f"{media}; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._browser = PlaywrightBrowser(find(os.environ.get("EAA_CHECKER_BROWSER", "")), "EAA-Checker/test")
        self._run(self._browser.__aenter__())

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        future: Future[T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result(120)

    def page(self, example: Example, awaits: Collection[str] = ()) -> Page:
        """The page that the example shows, with the behaviour records that a rule awaits."""
        if example.after or PAGE_SET in awaits:
            return self._page_after(example)
        path = f"/example-{len(self._pages)}"
        self._pages[path] = (example.html.encode(), example.media_type)
        return self.page_at(self.origin + path, unneeded(awaits))

    def _page_after(self, example: Example) -> Page:
        """The example's page at ``/page``, compared as in a scan with the pages judged before it."""
        seen = PageSet(self.origin + "/")
        for path, html in (*example.after, ("/page", example.html)):
            self._pages[path] = (html.encode(), example.media_type)
            page = self.page_at(self.origin + path, unneeded(()))
            page.records[PAGE_SET] = {page.document.frame_id: seen.record(outline_of(page))}
            seen.add(outline_of(page))
        return page

    def page_at(self, address: str, without: Collection[str]) -> Page:
        """The page at an address of this machine; *without* names probes that are left out."""
        guard = Guard(frozenset({"127.0.0.1"}), allow_private=True)
        page, landing = self._run(page_at(self._browser, address, guard, without=without))
        assert page is not None, landing
        return page

    def page_and_axe(self, example: Example) -> tuple[Page, bytes]:
        """The page that the example shows, and what axe-core says of it."""
        path = f"/example-{len(self._pages)}"
        self._pages[path] = (example.html.encode(), example.media_type)

        async def visit() -> tuple[Page, bytes]:
            guard = Guard(frozenset({"127.0.0.1"}), allow_private=True)
            tab = await self._browser.tab(guard, viewport=(1280, 1024), locale="nl-NL")
            try:
                landing = await tab.go(self.origin + path, seconds=15)
                taken = await take(tab, landing, viewport=(1280, 1024), settle_budget=3, without=unneeded(()))
                return page_of(taken.tree, taken.records), taken.axe
            finally:
                await tab.close()

        return self._run(visit())

    def close(self) -> None:
        self._run(self._browser.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="session")
def example_browser() -> Iterator[ExampleBrowser]:
    browser = ExampleBrowser()
    yield browser
    browser.close()
