"""Judging beside the browser: a process of its own judges one page while the browser works on the next step.

The tree arrives first, so that our own rules run while axe-core still runs in the page; axe-core's result,
the records of the behaviour probes and the verdict on settling follow. Between the two calls the page is kept in the
judging process under a key.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import signal
import threading
from collections import OrderedDict
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

import orjson

from eaa_checker.capture.taking import page_of
from eaa_checker.crawl.links import PageLinks, links_of
from eaa_checker.domain.observation import Observation
from eaa_checker.judging.observing import OwnJudgement, judge_late, judge_own, observe
from rules import book
from rules.knowledge.page_set import Outline, outline_of
from rules.page import Page

_KEPT = 8


@dataclass(frozen=True, slots=True)
class Begun:
    """What is known of a page as soon as its tree is there."""

    title: str
    language: str
    links: PageLinks
    width: float
    height: float
    elements: int
    covered: bool
    """An open modal dialog makes what lies behind it unreachable, so that it is not judged."""
    generator: str = ""
    """What the page says it was made with (``meta name=generator``): sites of one supplier share their barriers."""
    outline: Outline | None = None
    """What is compared with the other pages of the scan; None when it could not be made."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The observations of a page and how many targets passed each rule."""

    observations: tuple[Observation, ...]
    passed: dict[str, int]


_pages: OrderedDict[str, OwnJudgement] = OrderedDict()
"""Pages between their two calls; lives in the judging process only."""


def _quiet_start() -> None:
    """Ctrl-C is for the worker, which lets the page in progress finish; with a killed worker this process ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The worker's standard output carries progress; held open here it would hide the worker's death from its reader.
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.close(nothing)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    book.load()
    # A page is tens of thousands of objects that all live until it is judged: looking through them again and again
    # for garbage takes half of the time. ``_finish`` collects instead.
    gc.disable()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _begin(key: str, tree: bytes, records: bytes) -> Begun:
    page = page_of(tree, records)
    _pages[key] = judge_own(page, book.load(), early=True)
    while len(_pages) > _KEPT:
        _pages.popitem(last=False)
    top = page.document
    root = top.root
    return Begun(
        title=top.title.strip(),
        language=root.get("lang") if root is not None else "",
        links=links_of(page),
        width=max(top.width, page.viewport[0]),
        height=max(top.height, page.viewport[1]),
        elements=sum(len(d.elements) for d in page.documents),
        covered=top.modal is not None,
        generator=_generator(page),
        outline=_outline(page),
    )


def _outline(page: Page) -> Outline | None:
    try:
        return outline_of(page)
    except Exception:  # noqa: BLE001 - a page that is odd in a new way must not stop the night
        return None


def _generator(page: Page) -> str:
    named = (e.get("content") for e in page.elements("meta") if e.get("name").strip().lower() == "generator")
    return next((" ".join(text.split())[:100] for text in named if text.strip()), "")


def _preview(key: str, axe: bytes, settled: bool) -> tuple[Observation, ...]:
    own = _pages[key]
    return tuple(observe(own, orjson.loads(axe) if axe else None, book.load(), settled=settled))


def _finish(key: str, axe: bytes, behaviour: bytes, settled: bool) -> Judged:
    own = judge_late(_pages.pop(key), orjson.loads(behaviour), book.load())
    result = orjson.loads(axe) if axe else None
    judged = Judged(tuple(observe(own, result, book.load(), settled=settled)), dict(own.passed))
    del own
    gc.collect()
    return judged


class JudgingProcess:
    """The process that judges; started anew when it dies (a page can exhaust its memory)."""

    def __init__(self) -> None:
        self._pool = self._start()

    @staticmethod
    def _start() -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=_quiet_start)

    def begin(self, key: str, tree: bytes, records: bytes) -> Future[Begun]:
        """Builds and judges the page by our own rules."""
        try:
            return self._pool.submit(_begin, key, tree, records)
        except BrokenProcessPool:
            self._pool = self._start()
            return self._pool.submit(_begin, key, tree, records)

    async def preview(self, key: str, axe: bytes, *, settled: bool) -> tuple[Observation, ...]:
        """The observations before the rules that await behaviour records have had their say; the page is kept.

        Raises KeyError or BrokenProcessPool when the page is no longer there.
        """
        return await asyncio.wrap_future(self._pool.submit(_preview, key, axe, settled))

    async def finish(self, key: str, axe: bytes, behaviour: bytes = b"{}", *, settled: bool) -> Judged:
        """Adds axe-core's testimony and the records of the behaviour probes.

        Raises KeyError or BrokenProcessPool when the page is no longer there.
        """
        return await asyncio.wrap_future(self._pool.submit(_finish, key, axe, behaviour, settled))

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
