"""Moves the mouse over what opens something, on to what opened, and presses Escape (WCAG 2.2, 1.4.13).

Tried are parts that style rules show under the mouse (record ``hovering``), elements that listen to the mouse
themselves, and those whose markup says that something opens; two of a kind at most. Nothing is clicked. Recorded for
the top frame: ``[{"path", "opened", "text", "covers", "links", "hoverable", "escapes"}]``: *path* of what the mouse was
over, *opened* of what came (None when it is not in the page otherwise), *covers* what lies under it. *hoverable*: it
stays while the mouse is on it; *escapes*: Escape closes it; None where that was not settled.

Only what opens again in the same way, and stays while the mouse rests, is recorded: the rest may be an animation.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from typing import Any

from eaa_checker.capture.scene import Scene
from eaa_checker.capture.scripts import arguments, expression, script
from eaa_checker.errors import BrowserDied, BrowserProblem

SECONDS = 16.0
MOST = 5
"""Things that the mouse is moved over."""
_LISTENED = ("mouseenter", "pointerenter", "mouseover", "pointerover")
_MOST_LISTENING = 12
_OPENING = 0.4
"""Seconds in which something opens; a second time as long where nothing did: some wait a moment."""
_LASTING = 0.6
"""Seconds after which what was left has closed."""


async def observe(scene: Scene) -> Mapping[str, Any]:
    """What opened under the mouse; nothing where nothing is said to. Raises BrowserDied and BrowserProblem."""
    until = time.monotonic() + SECONDS - 3
    paths = [entry["trigger"] for entry in scene.record("hovering") or () if entry.get("trigger")]
    paths += await _listening(scene)
    count = int(await _act(scene, "start", paths[:60]))
    found: list[dict[str, Any]] = []
    if count:
        size = await scene.tab.evaluate("[innerWidth, innerHeight]", seconds=5)
        away = (2.0, float(size[1]) - 2)
        try:
            for number in range(min(count, MOST)):
                if time.monotonic() > until:
                    break
                entry = await _try(scene, number, away)
                if entry is not None:
                    found.append(entry)
        finally:
            await _move(scene, away)
            await _act(scene, "end", 0)
    return {scene.top: found}


async def _try(scene: Scene, number: int, away: tuple[float, float]) -> dict[str, Any] | None:
    """One thing: over it, on to what opened, away, over it again, Escape."""
    first = await _open(scene, number, away, "once")
    if first is None:
        return None
    aim, opened = first
    await asyncio.sleep(_LASTING)
    if not await _act(scene, "still", 0):
        return None  # it goes by itself
    await _move(scene, opened["start"])
    for step in (0.25, 0.5, 0.75, 1.0):
        await _move(scene, [a + (b - a) * step for a, b in zip(opened["start"], opened["to"], strict=True)])
    await asyncio.sleep(_LASTING)
    hoverable: bool | None = bool(await _act(scene, "still", 0))
    await _move(scene, away)
    await asyncio.sleep(_LASTING)
    if await _act(scene, "still", 0):
        return None  # the mouse opened it for good
    second = await _open(scene, number, away, "again")
    if second is None:
        return None
    await _escape(scene)
    await asyncio.sleep(_LASTING)
    escapes = not await _act(scene, "still", 0)
    if not hoverable:
        # The same once more, slower: what closes for one way of moving may stay for another.
        hoverable = await _slowly(scene, number, away)
    await _move(scene, away)
    kept = {name: opened[name] for name in ("text", "covers", "links")}
    return kept | {"path": aim["path"], "opened": opened["path"], "hoverable": hoverable, "escapes": escapes}


async def _slowly(scene: Scene, number: int, away: tuple[float, float]) -> bool | None:
    await _move(scene, away)
    await asyncio.sleep(_LASTING)
    third = await _open(scene, number, away, "again")
    if third is None:
        return None
    start, to = third[1]["start"], third[1]["to"]
    await _move(scene, start)
    for step in range(1, 13):
        await _move(scene, [a + (b - a) * step / 12 for a, b in zip(start, to, strict=True)])
        await asyncio.sleep(0.01)
    await asyncio.sleep(_LASTING)
    return bool(await _act(scene, "still", 0))


async def _open(
    scene: Scene, number: int, away: tuple[float, float], task: str
) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Where the mouse went and what opened there; None when nothing did."""
    await _move(scene, away)
    aim = await _act(scene, "aim", number)
    if aim is None or aim["path"] is None:
        return None
    await _move(scene, (aim["x"], aim["y"]))
    for _ in range(2):
        await asyncio.sleep(_OPENING)
        opened = await _act(scene, "opened", task)
        if opened is not None:
            return aim, opened
    return None


async def _listening(scene: Scene) -> list[Any]:
    """Paths of the elements that listen to the mouse coming over them, but not of those that hold much."""
    nodes = (scene.record("listeners") or {}).get("nodes", {})
    wanted = dict.fromkeys(node for kind in _LISTENED for node in nodes.get(kind, ())[:_MOST_LISTENING])
    declaration = f"function() {{ {script('paths.js')}\n return this.nodeType === 1 ? pathOf(this) : null }}"
    paths = []
    for node in list(wanted)[:_MOST_LISTENING]:
        try:
            resolved = await scene.tab.call("DOM.resolveNode", {"backendNodeId": node}, seconds=5)
            answer = await scene.tab.call(
                "Runtime.callFunctionOn",
                {"objectId": resolved["object"]["objectId"], "functionDeclaration": declaration, "returnByValue": True},
                seconds=5,
            )
        except BrowserDied:
            raise
        except BrowserProblem:
            continue
        value = answer.get("result", {}).get("value")
        if isinstance(value, list):
            paths.append(value)
    return paths


async def _act(scene: Scene, task: str, argument: Any) -> Any:
    return await scene.tab.evaluate(expression("pointing.js", arguments(task, argument)), seconds=5)


async def _move(scene: Scene, to: Any) -> None:
    await scene.tab.call("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": to[0], "y": to[1]}, seconds=5)


async def _escape(scene: Scene) -> None:
    for kind in ("rawKeyDown", "keyUp"):
        await scene.tab.call(
            "Input.dispatchKeyEvent",
            {"type": kind, "key": "Escape", "code": "Escape", "windowsVirtualKeyCode": 27},
            seconds=5,
        )
