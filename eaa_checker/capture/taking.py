"""Takes a capture of the page in a tab: everything rules and evidence need, once the page is at rest."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import orjson

from eaa_checker.browser.tab import Browser, Guard, Landing, Tab
from eaa_checker.capture import axe, language, probes
from eaa_checker.capture.following_links import follow
from eaa_checker.capture.join import page_from
from eaa_checker.capture.scene import Scene
from eaa_checker.capture.settling import QUIET, RestWatch, Stillness
from eaa_checker.capture.tree import frame_ids_of, record_tree
from eaa_checker.domain.address import Ending
from eaa_checker.errors import BrowserDied, BrowserProblem
from rules.page import Page

OnTree = Callable[[bytes, bytes], Awaitable[None]]
"""Called with the tree and records parts as soon as they are recorded, so that judging can start beside axe-core."""


@dataclass(slots=True)
class Taken:
    """The recorded parts of one page, as bytes ready for the evidence store."""

    instant: datetime
    settled: bool
    tree: bytes
    records: bytes
    axe: bytes
    """axe-core's raw result; empty when it could not be run (see *notes*)."""
    frame_ids: tuple[str, ...]
    behaviour: bytes = b"{}"
    """The records of the behaviour probes alone; they are in *records* too."""
    notes: list[str] = field(default_factory=list)
    milliseconds: dict[str, float] = field(default_factory=dict)

    def add(self, name: str, record: object) -> None:
        """Adds a record about the top document that no probe made; a JSON value."""
        here = {name: {self.frame_ids[0]: record}}
        self.records = orjson.dumps(orjson.loads(self.records) | here)
        self.behaviour = orjson.dumps(orjson.loads(self.behaviour) | here)


JUDGING = 6.0
"""Seconds of a page's budget that are kept for what comes after its behaviour was watched."""

OnStill = Callable[[Taken], Awaitable[None]]
"""Called when all but the behaviour of a page is recorded and no probe has done anything to it yet: for pictures."""


async def take(
    tab: Tab,
    landing: Landing,
    *,
    viewport: tuple[int, int],
    settle_budget: float = 10.0,
    seconds: float = 60.0,
    without: Collection[str] = (),
    with_axe: bool = True,
    on_tree: OnTree | None = None,
    on_still: OnStill | None = None,
    scrolls: int = 20,
    state: str = "default",
) -> Taken:
    """Records what *tab* shows after *landing*.

    First optimistically at once; when the page changed meanwhile, once more after it came to rest or the
    *settle_budget* (seconds) ran out; then it is marked as not settled. *state*: what the page was put into before.
    Raises BrowserDied and BrowserProblem.
    """
    watch = RestWatch(tab)
    began = started = time.monotonic()
    await watch.start(scrolls)
    settled = True
    if not watch.network_idle() or not landing.loaded:
        settled = await watch.settle(settle_budget) and landing.loaded
    milliseconds = {"settle": (time.monotonic() - began) * 1000}
    taken, before = await _record(tab, watch, landing, viewport, seconds, without, with_axe, on_tree, state)
    if not await _unchanged(watch, before):
        again = time.monotonic()
        settled = await watch.settle(max(0.5, settle_budget - (again - began)))
        milliseconds["settle"] += (time.monotonic() - again) * 1000
        taken, before = await _record(tab, watch, landing, viewport, seconds, without, with_axe, on_tree, state)
        if settled:
            settled = await _unchanged(watch, before)
    taken.settled = settled
    taken.milliseconds |= milliseconds
    if on_still is not None:
        began = time.monotonic()
        await on_still(taken)
        taken.milliseconds["pictures"] = (time.monotonic() - began) * 1000
    await _behave(tab, taken, without, seconds - (time.monotonic() - started) - JUDGING)
    return taken


async def _behave(tab: Tab, taken: Taken, without: Collection[str], seconds: float) -> None:
    """Watches how the page behaves, once it is recorded, and adds what was seen to *taken*."""
    began = time.monotonic()
    records = orjson.loads(taken.records)
    before = set(records)
    taken.notes += await probes.behave(Scene(tab, taken.frame_ids, records), without, seconds=seconds)
    taken.behaviour = orjson.dumps({name: value for name, value in records.items() if name not in before})
    taken.records = orjson.dumps(records)
    taken.milliseconds["behaviour"] = (time.monotonic() - began) * 1000


async def _unchanged(watch: RestWatch, before: Stillness) -> bool:
    """Nothing changed since *before*, and that for at least the quiet time."""
    now = await watch.look()
    if now.changes == before.changes >= 0 and now.quiet < QUIET:
        # The recording was faster than the quiet time: wait out the rest of it.
        if not await watch.settle(QUIET + 0.05):
            return False
        now = await watch.look()
    return now.changes == before.changes >= 0 and now.requests == before.requests


async def _record(
    tab: Tab,
    watch: RestWatch,
    landing: Landing,
    viewport: tuple[int, int],
    seconds: float,
    without: Collection[str],
    with_axe: bool,
    on_tree: OnTree | None,
    state: str,
) -> tuple[Taken, Stillness]:
    milliseconds: dict[str, float] = {}
    notes: list[str] = []
    mark = time.monotonic()

    def lap(name: str) -> None:
        nonlocal mark
        now = time.monotonic()
        milliseconds[name] = (now - mark) * 1000
        mark = now

    frame_ids = frame_ids_of((await tab.call("Page.getFrameTree"))["frameTree"])
    records, probe_notes = await probes.record(tab, frame_ids, without)
    notes += probe_notes
    lap("probes")
    notes += await probes.behave(Scene(tab, frame_ids, records), without, probes.LOOKS)
    lap("looks")
    before = await watch.look()
    tree = await record_tree(tab, landing, viewport, seconds=seconds, state=state)
    instant = datetime.now(UTC).astimezone()
    notes += [f"frame {frame} could not be recorded" for frame in tree["missing"]]
    tree_bytes, records_bytes = orjson.dumps(tree), orjson.dumps(records)
    lap("tree")
    if on_tree is not None:
        await on_tree(tree_bytes, records_bytes)
    axe_bytes = b""
    if with_axe:
        try:
            notes += [f"axe-core could not be loaded in frame {m}" for m in await axe.inject(tab, frame_ids)]
            axe_bytes = orjson.dumps(await axe.run(tab, seconds=seconds))
        except BrowserDied:
            raise
        except BrowserProblem as problem:
            notes.append(f"axe-core did not finish: {problem.en}")
        lap("axe")
    taken = Taken(
        instant=instant,
        settled=True,
        tree=tree_bytes,
        records=records_bytes,
        axe=axe_bytes,
        frame_ids=tuple(frame_ids),
        notes=notes,
        milliseconds=milliseconds,
    )
    return taken, before


async def page_at(
    browser: Browser,
    address: str,
    guard: Guard,
    *,
    viewport: tuple[int, int] = (1280, 1024),
    settle_budget: float = 3.0,
    without: Collection[str] = (),
    follow_links: int = 0,
) -> tuple[Page | None, Landing]:
    """Visits one address and gives the page for rules to judge; None when there is no page (see the landing).

    With *follow_links*, up to so many pages behind links that share a name are visited too.
    """
    tab = await browser.tab(guard, viewport=viewport, locale="nl-NL")
    try:
        landing = await tab.go(address, seconds=15)
        if landing.ending is not Ending.CAPTURED:
            return None, landing
        taken = await take(
            tab, landing, viewport=viewport, settle_budget=settle_budget, without=without, with_axe=False
        )
        page = page_of(taken.tree, taken.records)
        if follow_links:
            page.records["destinations"] = await follow(browser, page, guard, at_most=follow_links)
        return page, landing
    finally:
        await tab.close()


def page_of(tree: bytes, records: bytes) -> Page:
    """The page in a capture's stored *tree* and *records* parts."""
    raw: dict[str, Any] = orjson.loads(tree)
    page = page_from(raw, orjson.loads(records) if records else {})
    page.identify_language = language.identifier()
    return page
