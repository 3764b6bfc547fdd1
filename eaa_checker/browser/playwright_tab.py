"""A page of Chromium driven by Playwright, in a context of its own."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Sequence
from typing import Any

import playwright.async_api as pw

from eaa_checker.browser import endings
from eaa_checker.browser.exchanges import MOST_OF_ONE, ExchangeRecord
from eaa_checker.browser.guarding import Gate, patterns
from eaa_checker.browser.landing import failed_ending, landing
from eaa_checker.browser.playwright_errors import died, timeout, translated
from eaa_checker.browser.script import WORLD, asked, value_of
from eaa_checker.browser.tab import OFF_THE_NETWORK, Exchange, Guard, Landing, RequestLine
from eaa_checker.browser.traffic import TrafficRecord
from eaa_checker.domain.address import Ending
from eaa_checker.errors import BrowserProblem


class PlaywrightTab:
    """One page in its own context."""

    def __init__(self, context: pw.BrowserContext, page: pw.Page, session: pw.CDPSession, guard: Guard) -> None:
        self.notes: list[str] = []
        self.scale = 1.0
        self._context = context
        self._page = page
        self._session = session
        self._guard = guard
        self._gate = Gate(guard)
        self._crashed = asyncio.Event()
        self._too_large = asyncio.Event()
        self._download = asyncio.Event()
        self._load = asyncio.Event()
        self._worlds: dict[str, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._record: TrafficRecord | None = None
        self._exchanges: ExchangeRecord | None = None
        self._bodies: set[asyncio.Task[None]] = set()

    async def prepare(self) -> None:
        """Opens the protocol session's domains and hangs the guard on the tab."""
        send = self._session.send
        tree = await send("Page.getFrameTree")
        self._record = record = TrafficRecord(tree["frameTree"]["frame"]["id"])
        on = self._session.on
        on("Network.requestWillBeSent", record.request)
        on("Network.requestServedFromCache", record.from_memory)
        on("Network.responseReceived", self._response)
        on("Network.dataReceived", self._data)
        on("Network.loadingFinished", record.finished)
        on("Network.loadingFailed", record.finished)
        on("Fetch.requestPaused", self._paused)
        on("Page.loadEventFired", lambda _event: self._load.set())
        on("Page.frameNavigated", self._frame_navigated)
        buffers = {"maxTotalBufferSize": 1_000_000, "maxResourceBufferSize": 500_000}
        if self._guard.keep_bodies:
            self._exchanges = ExchangeRecord(self._guard.keep_bodies)
            on("Network.requestWillBeSent", self._exchanges.request)
            on("Network.responseReceived", self._exchanges.response)
            on("Network.loadingFinished", self._ended)
            buffers = {"maxTotalBufferSize": self._guard.keep_bodies, "maxResourceBufferSize": MOST_OF_ONE}
        self._page.on("crash", lambda _page: self._crashed.set())
        self._page.on("dialog", self._dialog)
        self._page.on("popup", self._popup)
        self._page.on("download", lambda _download: self._download.set())
        await asyncio.gather(
            send("Network.enable", buffers),
            send("Page.enable"),
            send("DOM.enable"),
            send("Fetch.enable", {"patterns": patterns(self._guard)}),
        )

    @property
    def record(self) -> TrafficRecord:
        assert self._record is not None
        return self._record

    # -- events -------------------------------------------------------------------------------------------------

    def _response(self, event: dict[str, Any]) -> None:
        self.record.response(event)
        announced = self.record.main.headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > self._guard.max_document_bytes:
            self._too_large.set()

    def _data(self, event: dict[str, Any]) -> None:
        self.record.data(event)
        if self.record.main_bytes > self._guard.max_document_bytes and not self._too_large.is_set():
            self._too_large.set()

    def _ended(self, event: dict[str, Any]) -> None:
        """An answer has ended: its body is asked for at once, since the next document throws it away."""
        assert self._exchanges is not None
        if self._exchanges.wants(event):
            task = asyncio.get_running_loop().create_task(self._keep(event["requestId"]))
            self._bodies.add(task)
            task.add_done_callback(self._bodies.discard)

    async def _keep(self, request_id: str) -> None:
        assert self._exchanges is not None
        answer: dict[str, Any] | None = None
        with contextlib.suppress(pw.Error):
            answer = await self._session.send("Network.getResponseBody", {"requestId": request_id})
        self._exchanges.body(request_id, answer)

    def _frame_navigated(self, event: dict[str, Any]) -> None:
        self._worlds.pop(event["frame"]["id"], None)

    def _paused(self, event: dict[str, Any]) -> None:
        task = asyncio.get_running_loop().create_task(self._decide(event))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _decide(self, event: dict[str, Any]) -> None:
        request = event["request"]
        sealed = self.record.sealed
        kind = event.get("resourceType", "")
        why = "sealed" if sealed else await self._gate.refusal(request["url"], request["method"], kind)
        if not why and self.record.count > self._guard.max_requests:
            why = "budget"
        with contextlib.suppress(pw.Error):
            if why:
                self.record.refused[request["url"]] = why
                self.notes.append(f"refused ({why}): {request['method']} {request['url'][:300]}")
                # Aborted leaves the page where it is; anything else would put an error page in its place.
                reason = "Aborted" if sealed else "BlockedByClient"
                await self._session.send("Fetch.failRequest", {"requestId": event["requestId"], "errorReason": reason})
            else:
                await self._session.send("Fetch.continueRequest", {"requestId": event["requestId"]})

    async def _dialog(self, dialog: pw.Dialog) -> None:
        if len(self.notes) < 50:
            self.notes.append(f"dialog closed ({dialog.type}): {dialog.message[:200]}")
        with contextlib.suppress(pw.Error):
            await (dialog.accept() if dialog.type == "beforeunload" else dialog.dismiss())

    async def _popup(self, page: pw.Page) -> None:
        if len(self.notes) < 50:
            self.notes.append("window opened by the page and closed")
        with contextlib.suppress(pw.Error):
            await page.close()

    # -- going somewhere ----------------------------------------------------------------------------------------

    async def go(self, address: str, *, seconds: float) -> Landing:
        """Navigates; waits for the load event at most *seconds*. Never raises for what a site does."""
        self._load.clear()
        self.record.restart()
        began = time.monotonic()
        deadline = began + seconds
        navigate = asyncio.create_task(self._navigate(address))
        watchers: dict[asyncio.Task[Any], Ending] = {
            asyncio.create_task(event.wait(), name=name): ending
            for event, name, ending in (
                (self._crashed, "crash", Ending.RENDERER_CRASHED),
                (self._too_large, "size", Ending.TOO_LARGE),
                (self._download, "download", Ending.DOWNLOAD),
            )
        }
        loaded = asyncio.create_task(self._load.wait())
        milliseconds: dict[str, float] = {}
        try:
            done, _ = await asyncio.wait({navigate, *watchers}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            milliseconds["response"] = (time.monotonic() - began) * 1000
            for task in done & watchers.keys():
                return await self._give_up(address, watchers[task], milliseconds)
            if navigate not in done:
                return await self._give_up(address, Ending.TIMEOUT, milliseconds, "no answer")
            words = navigate.result()
            if words:
                failed = failed_ending(self.record.main, words)
                return landing(self.record, address, failed, words, milliseconds=milliseconds)
            media = endings.of_media_type(self.record.main.media_type)
            if media is not Ending.CAPTURED:
                return landing(self.record, address, media, milliseconds=milliseconds)
            done, _ = await asyncio.wait(
                {loaded, *watchers}, timeout=max(0.0, deadline - time.monotonic()), return_when=asyncio.FIRST_COMPLETED
            )
            milliseconds["load"] = (time.monotonic() - began) * 1000
            for task in done & watchers.keys():
                return await self._give_up(address, watchers[task], milliseconds)
            if loaded not in done and (self._heavy() or not await self._parsed()):
                return await self._give_up(address, Ending.TIMEOUT, milliseconds, "the page never ends")
            status = self.record.main.status
            ending = endings.of_status(status) if status else Ending.CAPTURED
            return landing(self.record, address, ending, loaded=loaded in done, milliseconds=milliseconds)
        except pw.Error as error:
            if self._crashed.is_set():
                return landing(self.record, address, Ending.RENDERER_CRASHED, str(error), milliseconds=milliseconds)
            raise translated(error) from error
        finally:
            for task in (navigate, loaded, *watchers):
                task.cancel()
            await asyncio.gather(navigate, loaded, *watchers, return_exceptions=True)

    async def _navigate(self, address: str) -> str:
        """The protocol's error text, empty when the navigation was committed."""
        answer = await self._session.send("Page.navigate", {"url": address})
        return str(answer.get("errorText", "")) + (" download" if answer.get("isDownload") else "")

    def _heavy(self) -> bool:
        """The document is of a size that explains why it is not done."""
        return self.record.main_bytes > self._guard.max_document_bytes / 4

    async def _parsed(self) -> bool:
        """The document is complete but for some sub-resource."""
        try:
            return bool(await self.evaluate("document.readyState !== 'loading'", seconds=3))
        except BrowserProblem:
            return False

    async def _give_up(self, address: str, ending: Ending, milliseconds: dict[str, float], detail: str = "") -> Landing:
        if ending is Ending.TIMEOUT and self._heavy():
            ending = Ending.TOO_LARGE  # the time went into a page of this size
        if ending is not Ending.RENDERER_CRASHED:
            with contextlib.suppress(pw.Error, asyncio.TimeoutError):
                await asyncio.wait_for(self._session.send("Page.stopLoading"), 2)
        return landing(self.record, address, ending, detail, milliseconds=milliseconds)

    # -- protocol -----------------------------------------------------------------------------------------------

    async def call(self, method: str, params: dict[str, Any] | None = None, *, seconds: float = 30.0) -> dict[str, Any]:
        """One DevTools protocol command; see ``Tab.call``."""
        sending = asyncio.ensure_future(self._session.send(method, params or {}))
        crash = asyncio.create_task(self._crashed.wait())
        try:
            done, _ = await asyncio.wait({sending, crash}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if sending in done:
                answer: dict[str, Any] = sending.result()
                return answer
            if crash in done:
                raise died("renderer crashed")
            raise timeout(method, seconds)
        except pw.Error as error:
            raise translated(error) from error
        finally:
            for task in (sending, crash):
                task.cancel()
            await asyncio.gather(sending, crash, return_exceptions=True)

    async def evaluate(
        self, expression: str, *, seconds: float = 30.0, frame_id: str = "", main_world: bool = False
    ) -> Any:
        """The JSON value of *expression*; see ``Tab.evaluate``."""
        params = asked(expression)
        frame = frame_id or self.record.top_frame
        if main_world:
            answer = await self.call("Runtime.evaluate", params, seconds=seconds)
        else:
            try:
                world = {"contextId": await self._world(frame, seconds)}
                answer = await self.call("Runtime.evaluate", params | world, seconds=seconds)
            except BrowserProblem as problem:
                # The document was replaced under us (a refresh, a script that navigates): its world is gone.
                if not any(sign in problem.en for sign in ("Cannot find context", "context was destroyed")):
                    raise
                self._worlds.pop(frame, None)
                world = {"contextId": await self._world(frame, seconds)}
                answer = await self.call("Runtime.evaluate", params | world, seconds=seconds)
        return value_of(answer)

    async def _world(self, frame_id: str, seconds: float) -> int:
        if frame_id not in self._worlds:
            answer = await self.call(
                "Page.createIsolatedWorld", {"frameId": frame_id, "worldName": WORLD}, seconds=seconds
            )
            self._worlds[frame_id] = answer["executionContextId"]
        return self._worlds[frame_id]

    def traffic(self) -> tuple[int, float]:
        return self.record.in_flight, self.record.quiet

    def requests(self) -> Sequence[RequestLine]:
        return self.record.all_lines()

    async def exchanges(self) -> Sequence[Exchange]:
        """Requests and answers with their bodies; see ``Tab.exchanges``."""
        if self._exchanges is None:
            return ()
        if self._bodies:
            await asyncio.wait(self._bodies, timeout=10)
        return self._exchanges.all()

    async def seal(self) -> None:
        """Refuses every request, and takes context and page off the network besides; see ``Tab.seal``."""
        self.record.sealed = True
        await self.call("Fetch.enable", {"patterns": [{"urlPattern": "*"}]}, seconds=5)
        await self.call("Network.emulateNetworkConditions", OFF_THE_NETWORK, seconds=5)
        try:
            await self._context.set_offline(True)  # windows that the page opens too
        except pw.Error as error:
            raise translated(error) from error

    def escaped(self) -> Sequence[str]:
        return self.record.escaped

    async def close(self) -> None:
        """Closes the context; a page that refuses is left to the browser's end."""
        for task in (*self._tasks, *self._bodies):
            task.cancel()
        with contextlib.suppress(pw.Error, asyncio.TimeoutError):
            await asyncio.wait_for(self._context.close(), 10)
