"""How long a scan takes beside the floor: the same browser merely loading the pages and running axe-core on each."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path

from site60 import Site

from eaa_checker.browser.discovery import find
from eaa_checker.browser.playwright_driver import PlaywrightBrowser
from eaa_checker.browser.tab import Guard
from eaa_checker.capture import axe
from eaa_checker.capture.tree import frame_ids_of
from eaa_checker.domain.scan import Profile, ScanOptions
from eaa_checker.engine import Engine


async def floor(addresses: list[str], parallel: int) -> float:
    """Seconds to load every address in a clean context and run axe-core on it."""
    began = time.monotonic()
    gate = asyncio.Semaphore(parallel)
    async with PlaywrightBrowser(find(), "EAA-Checker/bench") as browser:

        async def one(address: str) -> None:
            async with gate:
                tab = await browser.tab(
                    Guard(frozenset({"127.0.0.1"}), allow_private=True), viewport=(1280, 1024), locale="nl-NL"
                )
                await tab.go(address, seconds=30)
                frames = frame_ids_of((await tab.call("Page.getFrameTree"))["frameTree"])
                await axe.inject(tab, frames)
                await axe.run(tab, seconds=60)
                await tab.close()

        await asyncio.gather(*(one(address) for address in addresses))
    return time.monotonic() - began


def scan(origin: str, count: int, parallel: int, profile: Profile) -> float:
    """Seconds of a whole scan of *count* pages, start of the browser and the store included."""
    with tempfile.TemporaryDirectory() as folder, Engine.open(Path(folder) / "bench.sqlite3") as engine:
        target = engine.target_for(origin + "/")
        put = engine.new_scan(target.id, ScanOptions(max_pages=count, depth=3, parallel=parallel, profile=profile))
        began = time.monotonic()
        ended = engine.run_scan(put.id)
        seconds = time.monotonic() - began
        assert ended.tested == count, ended
        return seconds


def main(count: int = 60) -> None:
    """Prints pages per minute and the ratio to the floor for 1 and 2 pages in parallel."""
    with Site() as site:
        addresses = site.addresses[:count]
        print(f"Scan of {count} pages (about 1,000 elements each)")
        print(f"{'pages at a time':>16} {'what':<8} {'seconds':>8} {'pages/min':>10} {'ratio to floor':>15}")
        for parallel in (1, 2):
            base = asyncio.run(floor(addresses, parallel))
            print(f"{parallel:>16} {'floor':<8} {base:>8.1f} {count / base * 60:>10.0f} {'1.00':>15}")
            for profile in (Profile.QUICK, Profile.FULL):
                seconds = scan(site.origin, count, parallel, profile)
                rate = count / seconds * 60
                print(f"{parallel:>16} {profile.value:<8} {seconds:>8.1f} {rate:>10.0f} {seconds / base:>15.2f}")


if __name__ == "__main__":
    main()
