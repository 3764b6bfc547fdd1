"""Records whether each stop for the Tab key shows that it has focus (ACT oj04fd).

First by styles: an outline that appears is seen. Where that does not settle it, by pictures of the viewport with and
without focus, for each group of elements that are made alike. Recorded per frame: ``[{"path", "shown", "by"}]``;
*shown* is None where it was not settled, *by* is ``styles``, ``caret`` (a text cursor) or ``pixels``. Where nothing but
an outline of the page's own making appears, *outline* has its colour, its width and offset in CSS pixels, and the
*borders* of the element (width, style and colour; top, right, bottom, left), against which it may lie.
"""

from __future__ import annotations

import asyncio
import base64
import io
import time
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageChops

from eaa_checker.capture.scene import Scene
from eaa_checker.capture.scripts import arguments, expression
from eaa_checker.errors import BrowserDied, BrowserProblem

SECONDS = 12.0
MOST_STOPS = 400
MOST_FRAMES = 6
MOST_PICTURED = 24
"""Groups of elements that are pictured; the rest stays undecided."""
_SLICE = 1_500
"""Milliseconds that the walk takes at a time."""
_THRESHOLD = 3
"""Differences of a colour channel up to this are noise of the screen."""


async def observe(scene: Scene) -> Mapping[str, Any]:
    """Whether focus is shown, for the stops of each frame; pictures are compared in the top frame only."""
    until = time.monotonic() + SECONDS
    await scene.tab.call("Emulation.setFocusEmulationEnabled", {"enabled": True}, seconds=5)
    # A key press tells the browser that the keyboard is in use, so that it shows focus given by script.
    await _press_shift(scene)
    records: dict[str, Any] = {}
    place = await scene.tab.evaluate("[scrollX, scrollY]", seconds=5)
    try:
        for frame in scene.frame_ids[:MOST_FRAMES]:
            results = await _walk(scene, frame, until)
            if frame == scene.top:
                await _picture(scene, results, until)
            records[frame] = [_kept(result) for result in results if result["path"]]
    finally:
        await scene.tab.evaluate(f"scrollTo({{ left: {place[0]}, top: {place[1]}, behavior: 'instant' }})", seconds=5)
    return records


def _kept(result: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: result[name] for name in ("path", "shown", "by")}
    return kept | {"outline": result["outline"]} if result["certain"] and result["outline"] else kept


async def _press_shift(scene: Scene) -> None:
    for kind in ("rawKeyDown", "keyUp"):
        await scene.tab.call(
            "Input.dispatchKeyEvent",
            {"type": kind, "key": "Shift", "code": "ShiftLeft", "windowsVirtualKeyCode": 16},
            seconds=5,
        )


async def _act(scene: Scene, frame: str, *words: Any) -> Any:
    """One task of the script in a frame; None when the frame cannot be asked. Raises BrowserDied."""
    try:
        return await scene.tab.evaluate(expression("focusing.js", arguments(*words)), frame_id=frame, seconds=5)
    except BrowserDied:
        raise
    except BrowserProblem:
        return None


async def _walk(scene: Scene, frame: str, until: float) -> list[dict[str, Any]]:
    """Each stop with what its styles tell."""
    results: list[dict[str, Any]] = []
    if not await _act(scene, frame, "start", MOST_STOPS):
        return results
    while time.monotonic() < until - 1:
        part = await _act(scene, frame, "walk", _SLICE)
        if part is None:
            break
        results += part["results"]
        if part["done"]:
            break
    for result in results:
        result["shown"] = True if result["certain"] or result["caret"] else None
        result["by"] = "styles" if result["certain"] else "caret" if result["caret"] else ""
    return results


async def _picture(scene: Scene, results: list[dict[str, Any]], until: float) -> None:
    """Settles by pictures what styles left open."""
    groups: dict[tuple[str, bool], list[dict[str, Any]]] = {}
    for result in results:
        if result["shown"] is None:
            groups.setdefault((result["kin"], result["changed"]), []).append(result)
    pictured = 0
    for group in groups.values():
        if pictured >= MOST_PICTURED or time.monotonic() > until - 2:
            break
        shown = await _differs(scene, group[0]["number"])
        pictured += 1
        if shown is False and len(group) > 1:
            # A second one of its kind must agree before the whole group is said to show nothing.
            second = await _differs(scene, group[-1]["number"])
            shown = None if second is None else second
            pictured += 1
        if shown is None:
            continue
        for result in group:
            result["shown"], result["by"] = shown, "pixels"


async def _differs(scene: Scene, number: int) -> bool | None:
    """Whether focus on a stop changes a pixel in the viewport; None when that cannot be told."""
    if not await _act(scene, scene.top, "blur", number) or not await _act(scene, scene.top, "show", number):
        return None
    await asyncio.sleep(0.05)
    first = await _shot(scene)
    second = await _shot(scene)
    if await _act(scene, scene.top, "focus", number) is not True:
        return None
    await asyncio.sleep(0.05)
    focused = await _shot(scene)
    if await _act(scene, scene.top, "blur", number) is None:
        return None
    moving = _difference(first, second)
    changed = ImageChops.subtract(_difference(second, focused), moving)
    if changed.getbbox() is not None:
        return True
    # Where much moves by itself, a focus ring could hide in it.
    return None if _share(moving) > 0.05 else False


async def _shot(scene: Scene) -> Image.Image:
    answer = await scene.tab.call("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True}, seconds=5)
    return Image.open(io.BytesIO(base64.b64decode(answer["data"]))).convert("RGB")


def _difference(one: Image.Image, other: Image.Image) -> Image.Image:
    """A mask: white where the pictures differ visibly."""
    bands = ImageChops.difference(one, other).split()
    strongest = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return strongest.point([0 if value <= _THRESHOLD else 255 for value in range(256)])


def _share(mask: Image.Image) -> float:
    return mask.histogram()[255] / (mask.width * mask.height)
