"""How long our own rules take to judge a page beside axe-core on the same page.

Ours is everything from the stored capture to observations: building the page, judging it by every rule, and making
the observations. axe-core's is its run alone, asked for violations and incomplete results only, as in a scan; loading
it and passing on its result do not count. Both are counted in CPU seconds (axe-core's as the browser counts those of
the page's main thread), so that other work on the machine matters little; the seconds on the clock stand in brackets.
Each round takes another page, so that nothing can be remembered of it, and the median of the rounds counts.

``--rules`` adds the fifteen rules that take most of our time; ``--rounds`` and ``--elements`` change what is measured.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from municipal_page import municipal_page
from site60 import Site

from eaa_checker.browser.discovery import find
from eaa_checker.browser.playwright_driver import PlaywrightBrowser
from eaa_checker.browser.tab import Browser, Guard, Tab
from eaa_checker.capture import axe
from eaa_checker.capture.taking import Taken, page_of, take
from eaa_checker.judging.observing import OwnJudgement, observe
from rules import book

WANTED = {1_500: 0.40, 30_000: 0.25}
"""Elements of the page → what our time may be of that of axe-core."""
ROUNDS = {1_500: 5, 30_000: 3}
PATIENCE = 1_800
"""Seconds on the clock for one step of the browser: on a busy machine axe-core takes minutes on the large page."""


@dataclass(frozen=True, slots=True)
class Time:
    """CPU seconds and seconds on the clock."""

    cpu: float
    clock: float


@dataclass(slots=True)
class Round:
    """One page: its elements, what axe-core took on it, and what each of our steps took."""

    elements: int
    axe: Time
    build: Time
    judge: Time
    observe: Time
    by_rule: Counter[str] = field(default_factory=Counter)

    @property
    def ours(self) -> Time:
        steps = (self.build, self.judge, self.observe)
        return Time(sum(s.cpu for s in steps), sum(s.clock for s in steps))


class Watch:
    """Tells the time since it was asked last."""

    def __init__(self) -> None:
        self._cpu, self._clock = time.process_time(), time.monotonic()

    def lap(self) -> Time:
        cpu, clock = time.process_time(), time.monotonic()
        passed = Time(cpu - self._cpu, clock - self._clock)
        self._cpu, self._clock = cpu, clock
        return passed


async def _main_thread(tab: Tab) -> float:
    """CPU seconds of the page's main thread so far."""
    metrics = (await tab.call("Performance.getMetrics"))["metrics"]
    return next(float(m["value"]) for m in metrics if m["name"] == "ThreadTime")


async def _axe(browser: Browser, address: str) -> tuple[Taken, Time]:
    """The capture of the page at *address*, and what axe-core takes on it."""
    guard = Guard(frozenset({"127.0.0.1"}), allow_private=True)
    tab = await browser.tab(guard, viewport=(1280, 1024), locale="nl-NL")
    landing = await tab.go(address, seconds=120)
    taken = await take(tab, landing, viewport=(1280, 1024), seconds=PATIENCE, with_axe=False, without=("ocr",))
    await tab.close()
    # The behaviour probes leave the page in another state than axe-core finds it in a scan: it gets a fresh one.
    tab = await browser.tab(guard, viewport=(1280, 1024), locale="nl-NL")
    await tab.go(address, seconds=120)
    await tab.call("Performance.enable", {"timeDomain": "threadTicks"})
    await axe.inject(tab, [str((await tab.call("Page.getFrameTree"))["frameTree"]["frame"]["id"])])
    cpu, clock = await _main_thread(tab), time.monotonic()
    await axe.run(tab, seconds=PATIENCE)
    theirs = Time(await _main_thread(tab) - cpu, time.monotonic() - clock)
    await tab.close()
    return taken, theirs


def _ours(taken: Taken, theirs: Time) -> Round:
    """Builds, judges and observes as the judging process of a scan does, by every rule."""
    rules = book.load()
    gc.collect()
    gc.disable()
    watch = Watch()
    page = page_of(taken.tree, taken.records)
    build = watch.lap()
    judgements, by_rule = [], Counter[str]()
    for rule_id, file in rules.files.items():
        began = time.process_time()
        judgements += book.judge_with(file, page)
        by_rule[rule_id] += round((time.process_time() - began) * 1e6)
    judge = watch.lap()
    observations = observe(OwnJudgement(page, judgements), None, rules, settled=True)
    seen = watch.lap()
    gc.enable()
    raised = {j.rule.id for j in judgements if j.outcome.word == "rule-raised"}
    assert not raised, raised
    assert observations
    return Round(sum(len(d.elements) for d in page.documents), theirs, build, judge, seen, by_rule)


async def measured(elements: int, rounds: int) -> list[Round]:
    """*rounds* pages of about *elements* elements, ours and axe-core in turns."""
    with Site({f"/{n}.html": municipal_page(n, elements) for n in range(rounds)}) as site:
        async with PlaywrightBrowser(find(), "EAA-Checker/bench") as browser:
            found = []
            for address in site.addresses:
                taken, theirs = await _axe(browser, address)
                found.append(_ours(taken, theirs))
            return found


def _warm() -> None:
    """The judging process lives as long as the scan: its first page, which loads what is needed, does not count."""

    async def first() -> Taken:
        with Site({"/warm.html": municipal_page(99, 400)}) as site:
            async with PlaywrightBrowser(find(), "EAA-Checker/bench") as browser:
                return (await _axe(browser, site.addresses[0]))[0]

    _ours(asyncio.run(first()), Time(0, 0))


def _said(times: Sequence[Time]) -> str:
    return f"{median(t.cpu for t in times):.2f} ({median(t.clock for t in times):.2f})"


def main(arguments: Sequence[str] = ()) -> None:
    """Prints the ratio for a page of about 1,500 and one of about 30,000 elements."""
    parser = argparse.ArgumentParser(description="Judging by all own rules beside axe-core.")
    parser.add_argument("--rules", action="store_true", help="the fifteen rules that take most of our time")
    parser.add_argument("--rounds", type=int, default=0, help="pages per size")
    parser.add_argument("--elements", type=int, nargs="*", default=list(WANTED), help="sizes of the pages")
    chosen = parser.parse_args(arguments)
    print("Judging by all own rules beside axe-core (violations and incomplete) on the same page")
    print("CPU seconds, median (seconds on the clock)")
    print(
        f"{'elements':>8} {'rounds':>6} {'axe-core':>15} {'build':>13} {'judge':>13} {'observe':>13} {'ours':>13} "
        f"{'ours / axe-core':>16} {'lowest–highest':>15} {'wanted':>7}"
    )
    _warm()
    for elements in chosen.elements:
        found = asyncio.run(measured(elements, chosen.rounds or ROUNDS.get(elements, 3)))
        ratios = sorted(r.ours.cpu / r.axe.cpu for r in found)
        wanted = f"< {WANTED[elements]:.2f}" if elements in WANTED else "–"
        print(
            f"{round(median(r.elements for r in found)):>8} {len(found):>6} {_said([r.axe for r in found]):>15} "
            f"{_said([r.build for r in found]):>13} {_said([r.judge for r in found]):>13} "
            f"{_said([r.observe for r in found]):>13} {_said([r.ours for r in found]):>13} {median(ratios):>16.2f} "
            f"{f'{ratios[0]:.2f}–{ratios[-1]:.2f}':>15} {wanted:>7}",
            flush=True,
        )
        if chosen.rules:
            middle = Counter({rule_id: median(r.by_rule[rule_id] for r in found) for rule_id in found[0].by_rule})
            for rule_id, microseconds in middle.most_common(15):
                print(f"{'':>16}{microseconds / 1e6:>8.3f} s  {rule_id}")


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
