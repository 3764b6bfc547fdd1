"""The probes: what they write down, per frame, is what the DOM snapshot does not tell.

``PROBES`` are short scripts that only look (or make the browser render all there is); they run before the tree is
recorded. ``BEHAVIOURS`` do something to the page (press Tab, wait, turn the device) or take their time; they run once,
when tree and axe-core's result are there. ``LOOKS`` are in between: they picture the screen before the tree is
recorded, so that the rules that need them are not kept waiting.
Each record is ``{frame id: value}`` under the probe's name in ``Page.records``; each probe has a time budget and can
be switched off by name.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from eaa_checker.browser.tab import Tab
from eaa_checker.capture import (
    changing,
    focusing,
    hearing,
    hovering,
    keeping_focus,
    keyboard_walk,
    listeners,
    moving,
    pixels,
    pointing,
    reading_images,
    reflow,
    shortcuts,
    spacing,
    stepping,
    turning,
    zooming,
)
from eaa_checker.capture.scene import Behaviour, Scene
from eaa_checker.capture.scripts import arguments
from eaa_checker.errors import BrowserDied, BrowserProblem


def _script(name: str) -> str:
    return files("eaa_checker.capture").joinpath(name).read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Probe:
    """A named script, run in the isolated world of every frame. *seconds* is its budget for a whole page."""

    name: str
    file: str
    seconds: float
    call: str = ""
    """Arguments to call the script's function with; empty when the script is a value by itself."""
    top_only: bool = False


PROBES: tuple[Probe, ...] = (
    Probe("unskipping", "unskipping.js", 3.0),
    Probe("facts", "facts.js", 2.0),
    Probe("scroll_areas", "scroll_areas.js", 3.0),
    Probe("fields", "fields.js", 2.0),
    Probe("media", "media.js", 4.0, call="(1500)"),
)

LOOKS: tuple[Behaviour, ...] = (Behaviour("pixels", pixels.observe, pixels.SECONDS),)

BEHAVIOURS: tuple[Behaviour, ...] = (
    # In this order: each finds the records of those before it in the scene.
    Behaviour("listeners", listeners.observe, 8.0),
    Behaviour("hovering", hovering.observe, 4.0),
    Behaviour("changing", changing.observe, 11.0),
    Behaviour("hearing", hearing.observe, 25.0),
    Behaviour("keyboard", keyboard_walk.observe, 20.0),
    Behaviour("keeping_focus", keeping_focus.observe, 4.0),
    Behaviour("turning", turning.observe, 4.0),
    Behaviour("zooming", zooming.observe, 6.0),
    Behaviour("reflow", reflow.observe, 6.0),
    Behaviour("spacing", spacing.observe, 5.0),
    Behaviour("focusing", focusing.observe, 14.0),
    Behaviour("stepping", stepping.observe, stepping.SECONDS),
    Behaviour("ocr", reading_images.observe, reading_images.SECONDS),
    # Last, since what they do may leave traces in the page.
    Behaviour("moving", moving.observe, 6.0),
    Behaviour("pointing", pointing.observe, pointing.SECONDS),
    Behaviour("shortcuts", shortcuts.observe, 9.0),
)


LEAST = 0.5
"""Seconds that must be left for a behaviour to be begun."""


def unneeded(awaits: Collection[str]) -> frozenset[str]:
    """The behaviour probes that can be switched off for rules that await only *awaits*: all, or none when some are
    awaited, since a probe may build on the records of those before it."""
    return frozenset() if awaits else frozenset(behaviour.name for behaviour in BEHAVIOURS)


async def record(
    tab: Tab, frame_ids: Sequence[str], without: Collection[str] = ()
) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """All probes' records, and notes on those that could not be run. Raises BrowserDied only."""
    paths = _script("paths.js")
    records: dict[str, dict[str, Any]] = {}
    notes: list[str] = []
    for probe in PROBES:
        if probe.name in without:
            notes.append(f"probe {probe.name} switched off")
            continue
        answers: dict[str, Any] = {}
        for frame in frame_ids[:1] if probe.top_only else frame_ids[:20]:
            expression = f"{{ {paths}\n {_script(probe.file)}{probe.call} }}"
            try:
                answers[frame] = await tab.evaluate(expression, frame_id=frame, seconds=probe.seconds)
            except BrowserDied:
                raise
            except BrowserProblem as problem:
                notes.append(f"probe {probe.name} in frame {frame}: {problem.en}")
        records[probe.name] = answers
    return records, notes


async def behave(
    scene: Scene,
    without: Collection[str] = (),
    behaviours: Sequence[Behaviour] = BEHAVIOURS,
    *,
    seconds: float = 300.0,
) -> list[str]:
    """Runs *behaviours*; their records are added to the scene's. Notes on those that could not be run.

    All together get *seconds*: a slow page keeps what was recorded of it, and the last probes are left out.

    The page is kept from leaving meanwhile. Where it left all the same nothing more is watched: another page would be
    taken for this one. Raises BrowserDied only.
    """
    notes: list[str] = []
    until = time.monotonic() + seconds
    await _stay(scene, "start")
    left = ""
    for behaviour in behaviours:
        if left:
            notes.append(f"probe {behaviour.name} not run: the page left during {left}")
            continue
        if behaviour.name in without:
            notes.append(f"probe {behaviour.name} switched off")
            continue
        budget = min(behaviour.seconds, until - time.monotonic())
        if budget < LEAST:
            notes.append(f"probe {behaviour.name} not run: the time for this page was up")
            continue
        found: Mapping[str, Any] = {}
        try:
            async with asyncio.timeout(budget):
                found = await behaviour.observe(scene)
        except BrowserDied:
            raise
        except TimeoutError:
            notes.append(f"probe {behaviour.name} stopped after {budget:.0f} s")
        except BrowserProblem as problem:
            notes.append(f"probe {behaviour.name}: {problem.en}")
        if not await _stay(scene, "there"):
            left = behaviour.name
            notes.append(f"probe {behaviour.name}: the page left")
        elif found:
            scene.records[behaviour.name] = dict(found)
    if not left:
        await _stay(scene, "end")
    return notes


async def _stay(scene: Scene, task: str) -> bool:
    """Whether the page that was recorded is still there. Raises BrowserDied only."""
    try:
        answers = await scene.in_frames(_script("staying.js") + arguments(task), seconds=3)
    except BrowserDied:
        raise
    except BrowserProblem:
        return False
    return bool(answers.get(scene.top))
