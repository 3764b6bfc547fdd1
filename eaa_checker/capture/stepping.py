"""Walks with Tab and back with Shift+Tab, as a visitor does, and notes which stops a bar in the window covers.

Headers, footers and cookie bars that stay while the page scrolls can lie over the element that has the focus (WCAG 2.2,
2.4.11). What a stop does the moment it takes focus shows on the way: an attempt to leave the page is held back and
noted (3.2.1). Only on pages where something stays in the window or a script waits for focus; nothing is activated.

Recorded for the top frame: ``{"stops", "all", "covered", "leaving"}``: *stops* is the number of elements looked at,
*all* whether that were all; *covered* ``[{"path", "by", "text", "back"}]`` (path of the stop, path and words of what
covers it, whether that was on the way back); *leaving* ``[{"path", "to"}]``.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from typing import Any

from eaa_checker.capture.listeners import heard
from eaa_checker.capture.scene import Scene
from eaa_checker.capture.scripts import arguments, expression

SECONDS = 12.0
MOST_STOPS = 150
"""Stops in one direction."""
ENOUGH = 8
"""Covered stops after which the walk ends: more of them say the same."""
_AGAIN = 0.4
"""Seconds in which scrolling and headers that slide come to rest."""


async def observe(scene: Scene) -> Mapping[str, Any]:
    """What the walk met; nothing where nothing can be in the way. Raises BrowserDied and BrowserProblem."""
    until = time.monotonic() + SECONDS - 2
    started = await _act(scene, "start")
    listening = heard(scene.record("listeners"), ("focus", "focusin"))
    record: dict[str, Any] = {"stops": 0, "all": True, "covered": [], "leaving": []}
    try:
        if not (started["stays"] or started["inline"] or listening):
            return {}
        await scene.tab.call("Emulation.setFocusEmulationEnabled", {"enabled": True}, seconds=5)
        # From the top, whatever had the focus: the walk is to meet every stop once.
        await scene.tab.evaluate("document.activeElement?.blur?.(); getSelection()?.removeAllRanges()", seconds=5)
        forward = await _walk(scene, record, until - (until - time.monotonic()) / 2, back=False)
        backward = await _walk(scene, record, until, back=True) if started["stays"] else True
        record["all"] = forward and backward
        record["leaving"] = await _act(scene, "left")
    finally:
        await _act(scene, "end")
    return {scene.top: record}


async def _walk(scene: Scene, record: dict[str, Any], until: float, *, back: bool) -> bool:
    """Presses Tab until the focus has gone round, comes where it was, or time is up; whether all stops were met."""
    seen: set[str] = set()
    empty = 0
    for _ in range(MOST_STOPS):
        if time.monotonic() > until or len(record["covered"]) >= ENOUGH:
            return False
        await _tab(scene, back)
        now = await _act(scene, "look")
        if now["path"] is None:
            # The walk may begin anywhere: past the last stop it goes on at the first.
            empty += 1
            if empty > 2:
                return True
            continue
        key = json.dumps(now["path"])
        if key in seen:
            return True
        seen.add(key)
        record["stops"] += 1
        if now.get("covered"):
            await asyncio.sleep(_AGAIN)
            later = await _act(scene, "look")
            while later.get("place") != now.get("place") and time.monotonic() < until:
                now = later
                await asyncio.sleep(0.1)
                later = await _act(scene, "look")
            if later["path"] == now["path"] and later.get("covered"):
                over = later["covered"]
                known = {json.dumps(one["path"]) for one in record["covered"]}
                if key not in known:
                    entry = {"path": later["path"], "by": over["path"], "text": over["text"], "back": back}
                    record["covered"].append(entry)
    return False


async def _act(scene: Scene, task: str) -> Any:
    return await scene.tab.evaluate(expression("stepping.js", arguments(task)), seconds=5)


async def _tab(scene: Scene, back: bool) -> None:
    for kind in ("rawKeyDown", "keyUp"):
        await scene.tab.call(
            "Input.dispatchKeyEvent",
            {"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": 8 if back else 0},
            seconds=5,
        )
