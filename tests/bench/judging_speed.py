"""How long our own rules take to judge a page beside axe-core on the same page, in CPU seconds."""

from __future__ import annotations

import asyncio
import gc
import time

import orjson
from site60 import Site

from eaa_checker.browser.discovery import find
from eaa_checker.browser.playwright_driver import PlaywrightBrowser
from eaa_checker.browser.tab import Guard
from eaa_checker.capture import axe
from eaa_checker.capture.taking import page_of, take
from rules import book


async def measured(elements: int) -> tuple[int, float, float, float]:
    """Elements of the page; seconds of axe-core, of building the page, and of judging it by all own rules."""
    with Site(elements) as site:
        async with PlaywrightBrowser(find(), "EAA-Checker/bench") as browser:
            tab = await browser.tab(
                Guard(frozenset({"127.0.0.1"}), allow_private=True), viewport=(1280, 1024), locale="nl-NL"
            )
            landing = await tab.go(site.addresses[3], seconds=60)
            taken = await take(tab, landing, viewport=(1280, 1024), seconds=120, with_axe=False, without=("ocr",))
            await axe.inject(tab, list(taken.frame_ids))
            began = time.monotonic()
            await axe.run(tab, seconds=240)
            theirs = time.monotonic() - began
            await tab.close()
    gc.disable()
    began = time.process_time()
    page = page_of(taken.tree, taken.records)
    build = time.process_time() - began
    began = time.process_time()
    judgements = sum(1 for _ in book.load().judge(page))
    ours = time.process_time() - began
    gc.enable()
    assert judgements
    assert orjson.loads(taken.tree)["format"]
    return sum(len(d.elements) for d in page.documents), theirs, build, ours


def main() -> None:
    """Prints the ratio for a page of about 1,500 and one of about 30,000 elements."""
    print("Judging by all own rules beside axe-core (violations and incomplete) on the same page")
    print(f"{'elements':>10} {'axe-core s':>11} {'build s':>9} {'judge s':>9} {'judge / axe-core':>17}")
    for elements in (1_400, 28_000):
        count, theirs, build, ours = asyncio.run(measured(elements))
        print(f"{count:>10} {theirs:>11.2f} {build:>9.2f} {ours:>9.2f} {ours / theirs:>17.2f}")


if __name__ == "__main__":
    main()
