"""Chromium driven by Selenium: for remote browsers and as a check on the default driver.

A tab is a browser of its own with an empty profile. Network and page events come from chromedriver's performance
log; requests cannot be held up one by one, so the guard works by the browser's own block list, by a script that makes
forms inert, and by looking at each address before and after going there.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from eaa_checker.browser import endings
from eaa_checker.browser.discovery import FoundBrowser, arguments
from eaa_checker.browser.exchanges import MOST_OF_ONE, ExchangeRecord
from eaa_checker.browser.guarding import PAUSE_PATTERNS, Gate
from eaa_checker.browser.identity import description, user_agent
from eaa_checker.browser.landing import failed_ending, landing
from eaa_checker.browser.script import WORLD, asked, value_of
from eaa_checker.browser.tab import Exchange, Guard, Landing, RequestLine
from eaa_checker.browser.traffic import TrafficRecord
from eaa_checker.domain.address import Ending
from eaa_checker.errors import BrowserDied, BrowserProblem, BrowserTimeout

T = TypeVar("T")

_INERT_FORMS = """
for (const name of ['submit', 'requestSubmit']) HTMLFormElement.prototype[name] = function () {};
addEventListener('submit', (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);
navigator.sendBeacon = () => true;
"""
_GONE = ("disconnected", "session deleted", "invalid session id", "tab crashed", "no such window", "Connection refused",
         "not reachable", "Max retries")  # fmt: skip


def _translated(error: Exception) -> BrowserProblem:
    words = (getattr(error, "msg", None) or str(error)).splitlines()[0][:300]
    if any(sign in str(error) for sign in _GONE):
        return BrowserDied(f"De browser is weggevallen ({words}).", f"The browser is gone ({words}).")
    return BrowserProblem(f"De browser meldt: {words}", f"The browser says: {words}")


class SeleniumTab:
    """One page in a browser of its own."""

    def __init__(self, driver: webdriver.Chrome, guard: Guard) -> None:
        self.notes: list[str] = []
        self.scale = 1.0
        self._driver = driver
        self._guard = guard
        self._gate = Gate(guard)
        self._lock = asyncio.Lock()
        self._load = asyncio.Event()
        self._worlds: dict[str, int] = {}
        self._record = TrafficRecord("")
        self._reading: asyncio.Task[None] | None = None
        self._exchanges = ExchangeRecord(guard.keep_bodies) if guard.keep_bodies else None

    async def prepare(self, viewport: tuple[int, int], locale: str) -> None:
        """Sets viewport, locale, block list and inert forms, and starts to read the browser's log."""
        tree = await self.call("Page.getFrameTree")
        self._record = TrafficRecord(tree["frameTree"]["frame"]["id"])
        width, height = viewport
        own = self._guard.own_hosts if self._guard.allow_private else frozenset()
        blocked = [
            pattern["urlPattern"]
            for pattern in PAUSE_PATTERNS
            if "urlPattern" in pattern
            and not any(h.startswith(pattern["urlPattern"].partition("://")[2].rstrip("*")) for h in own)
        ]
        keep = self._guard.keep_bodies
        for method, params in (
            ("Network.enable", {"maxTotalBufferSize": keep, "maxResourceBufferSize": MOST_OF_ONE} if keep else {}),
            ("Page.enable", {}),
            ("DOM.enable", {}),
            ("Network.setBlockedURLs", {"urls": blocked}),
            ("Network.setBypassServiceWorker", {"bypass": True}),
            ("Browser.setDownloadBehavior", {"behavior": "deny"}),
            ("Page.addScriptToEvaluateOnNewDocument", {"source": _INERT_FORMS}),
            ("Emulation.setTimezoneOverride", {"timezoneId": "Europe/Amsterdam"}),
            ("Emulation.setLocaleOverride", {"locale": locale}),
            (
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
            ),
        ):
            await self.call(method, params)
        self._reading = asyncio.create_task(self._read())

    # -- events -------------------------------------------------------------------------------------------------

    async def _read(self) -> None:
        """Reads the performance log as long as the tab lives."""
        while True:
            await asyncio.sleep(0.05)
            try:
                entries = await self._run(lambda: self._driver.get_log("performance"))  # type: ignore[no-untyped-call]
            except BrowserProblem:
                return
            for entry in entries:
                message = json.loads(entry["message"])["message"]
                await self._event(message["method"], message["params"])

    async def _event(self, method: str, event: dict[str, Any]) -> None:
        handlers: dict[str, Callable[[dict[str, Any]], None]] = {
            "Network.requestWillBeSent": self._record.request,
            "Network.responseReceived": self._record.response,
            "Network.dataReceived": self._record.data,
            "Network.loadingFinished": self._record.finished,
            "Network.loadingFailed": self._record.finished,
        }
        if self._exchanges is not None:
            await self._exchange(self._exchanges, method, event)
        if method in handlers:
            handlers[method](event)
        elif method == "Page.loadEventFired":
            self._load.set()
        elif method == "Page.frameNavigated":
            self._worlds.pop(event["frame"]["id"], None)
        elif method == "Page.javascriptDialogOpening":
            self.notes.append(f"dialog closed ({event.get('type')}): {event.get('message', '')[:200]}")
            accept = event.get("type") == "beforeunload"
            with contextlib.suppress(BrowserProblem):
                await self.call("Page.handleJavaScriptDialog", {"accept": accept}, seconds=5)

    async def _exchange(self, kept: ExchangeRecord, method: str, event: dict[str, Any]) -> None:
        """Keeps requests and answers as evidence."""
        if method == "Network.requestWillBeSent":
            kept.request(event)
        elif method == "Network.responseReceived":
            kept.response(event)
        elif method == "Network.loadingFinished" and kept.wants(event):
            answer: dict[str, Any] | None = None
            with contextlib.suppress(BrowserProblem):
                answer = await self.call("Network.getResponseBody", {"requestId": event["requestId"]}, seconds=10)
            kept.body(event["requestId"], answer)

    # -- going somewhere ----------------------------------------------------------------------------------------

    async def go(self, address: str, *, seconds: float) -> Landing:
        """Navigates; see ``Tab.go``."""
        self._load.clear()
        self._record.restart()
        began = time.monotonic()
        why = await self._gate.refusal(address, "GET", "Document")
        if why:
            return landing(self._record, address, Ending.NOT_ALLOWED, why)
        try:
            answer = await self.call("Page.navigate", {"url": address}, seconds=seconds)
        except BrowserTimeout:
            return landing(self._record, address, Ending.TIMEOUT, "no answer")
        await asyncio.sleep(0.1)
        milliseconds = {"response": (time.monotonic() - began) * 1000}
        main, words = self._record.main, str(answer.get("errorText", ""))
        if words:
            return landing(self._record, address, failed_ending(main, words), words)
        loaded = True
        while not self._load.is_set():
            if self._record.main_bytes > self._guard.max_document_bytes:
                return landing(self._record, address, Ending.TOO_LARGE)
            if time.monotonic() - began > seconds:
                loaded = False
                break
            await asyncio.sleep(0.02)
        milliseconds["load"] = (time.monotonic() - began) * 1000
        if not loaded and await self.evaluate("document.readyState", seconds=5) == "loading":
            return landing(self._record, address, Ending.TIMEOUT, "the page never ends")
        await self._one_window()
        main = self._record.main
        if await self._gate.refusal(main.address or address, "GET", "Document"):
            return landing(self._record, address, Ending.NOT_ALLOWED)
        media = endings.of_media_type(main.media_type)
        ending = endings.of_status(main.status) if main.status else Ending.CAPTURED
        ending = media if ending is Ending.CAPTURED else ending
        return landing(self._record, address, ending, loaded=loaded, milliseconds=milliseconds)

    async def _one_window(self) -> None:
        """Closes windows that the page opened."""

        def close_others() -> int:
            own, *others = self._driver.window_handles
            for handle in others:
                self._driver.switch_to.window(handle)
                self._driver.close()
            if others:
                self._driver.switch_to.window(own)
            return len(others)

        self.notes += ["window opened by the page and closed"] * await self._run(close_others)

    # -- protocol -----------------------------------------------------------------------------------------------

    async def _run(self, work: Callable[[], T], seconds: float = 30.0) -> T:
        """Runs *work* on the driver in a thread, one piece at a time."""
        try:
            async with asyncio.timeout(seconds), self._lock:
                return await asyncio.to_thread(work)
        except TimeoutError as error:
            raise BrowserTimeout(
                f"De browser antwoordde niet binnen {seconds:.0f} seconden.",
                f"The browser did not answer within {seconds:.0f} seconds.",
            ) from error
        except (WebDriverException, OSError) as error:
            raise _translated(error) from error
        except Exception as error:
            if type(error).__module__.startswith("urllib3"):
                raise _translated(error) from error
            raise

    async def call(self, method: str, params: dict[str, Any] | None = None, *, seconds: float = 30.0) -> dict[str, Any]:
        """One DevTools protocol command; see ``Tab.call``."""
        answer: dict[str, Any] = await self._run(lambda: self._driver.execute_cdp_cmd(method, params or {}), seconds)
        return answer

    async def evaluate(
        self, expression: str, *, seconds: float = 30.0, frame_id: str = "", main_world: bool = False
    ) -> Any:
        """The JSON value of *expression*; see ``Tab.evaluate``."""
        params = asked(expression)
        if not main_world:
            frame = frame_id or self._record.top_frame
            if frame not in self._worlds:
                made = await self.call("Page.createIsolatedWorld", {"frameId": frame, "worldName": WORLD})
                self._worlds[frame] = made["executionContextId"]
            params["contextId"] = self._worlds[frame]
        answer = await self.call("Runtime.evaluate", params, seconds=seconds)
        return value_of(answer)

    def traffic(self) -> tuple[int, float]:
        return self._record.in_flight, self._record.quiet

    def requests(self) -> Sequence[RequestLine]:
        return self._record.all_lines()

    async def exchanges(self) -> Sequence[Exchange]:
        """Requests and answers with their bodies; see ``Tab.exchanges``."""
        return () if self._exchanges is None else self._exchanges.all()

    async def seal(self) -> None:
        """Raises BrowserProblem: the block list and an offline page do not hold for windows and workers that the page
        starts (measured), and this driver cannot hold up each request; see ``Tab.seal``."""
        raise BrowserProblem(
            "Met Selenium is niet te garanderen dat er niets vertrekt; gebruik Playwright.",
            "With Selenium it cannot be made sure that nothing leaves; use Playwright.",
        )

    def escaped(self) -> Sequence[str]:
        return ()

    async def close(self) -> None:
        """Ends the tab's browser."""
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
        with contextlib.suppress(BrowserProblem):
            await self._run(self._driver.quit, 20)


class SeleniumBrowser:
    """Starts one Chromium per tab through chromedriver. Use as an async context manager."""

    def __init__(self, found: FoundBrowser, identification: str) -> None:
        self._found = found
        self._identification = identification
        self._alive = False
        self.description: dict[str, Any] = {}

    async def __aenter__(self) -> Self:
        if shutil.which("chromedriver") is None:
            raise BrowserProblem(
                "Voor Selenium is chromedriver nodig; dat is niet gevonden.",
                "Selenium needs chromedriver, which was not found.",
                mend="apt-get install chromium-driver",
            )
        version = self._found.version.split()[-1]
        self._user_agent = user_agent(version, self._identification)
        self.description = description(self._found, "selenium", version, self._user_agent)
        self._alive = True
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def alive(self) -> bool:
        return self._alive

    async def tab(self, guard: Guard, *, viewport: tuple[int, int], locale: str) -> SeleniumTab:
        """A new browser with one page. Raises BrowserProblem when it does not start."""
        options = Options()
        options.binary_location = self._found.path
        headless = [] if self._found.headless_only else ["--headless=new"]
        size = f"--window-size={viewport[0]},{viewport[1]}"
        for switch in (
            *arguments(self._found),
            *headless,
            size,
            f"--lang={locale}",
            f"--user-agent={self._user_agent}",
        ):
            options.add_argument(switch)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
        options.page_load_strategy = "none"
        service = Service(shutil.which("chromedriver"))
        try:
            driver = await asyncio.to_thread(webdriver.Chrome, options, service)
        except (WebDriverException, OSError) as error:
            raise _translated(error) from error
        tab = SeleniumTab(driver, guard)
        await tab.prepare(viewport, locale)
        return tab

    async def close(self) -> None:
        self._alive = False
