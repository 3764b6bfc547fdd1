"""Records which texts are cut off when a reader sets wider spacing (WCAG 2.2, 1.4.12), and were not before.

Recorded per frame as ``zooming`` does: ``{"targets": [paths], "clipped": [{"path", "text", "axis", "by", …}]}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eaa_checker.capture.scene import Scene
from eaa_checker.capture.scripts import arguments, expression, script
from eaa_checker.capture.zooming import MOST

_REST = "new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); setTimeout(done, 120); })"


async def observe(scene: Scene) -> Mapping[str, Any]:
    """The texts of each frame that stand in something that clips. Raises BrowserDied and BrowserProblem."""
    look = expression("zooming.js", arguments(MOST))
    before = await scene.in_frames(look)
    records = {frame: {"targets": found["targets"], "clipped": []} for frame, found in before.items()}
    if not any(found["targets"] for found in before.values()):
        return records
    try:
        dressed = await scene.in_frames(script("state_spacing.js"))
        await scene.tab.evaluate(_REST, seconds=2)
        after = await scene.in_frames(look)
    finally:
        await scene.in_frames(script("spacing_off.js"))
    for frame, found in after.items():
        if not dressed.get(frame) or frame not in before:
            continue
        # A text that was cut off already is not this criterion's matter.
        known = {str(entry["path"]) for entry in before[frame]["clipped"]}
        records[frame]["clipped"] = [entry for entry in found["clipped"] if str(entry["path"]) not in known]
    return records
