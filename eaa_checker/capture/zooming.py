"""Records what happens to texts when the page is enlarged to 200%: which are cut off (ACT 59br37), which do not grow.

Recorded per frame: ``{"width", "height", "targets": [paths], "clipped": [{"path", "text", "axis", "by", …}], "sized",
"fixed": [{"path", "text", "size"}]}``: *targets* are the parents of texts inside something that clips, *clipped* the
texts cut off (see ``zooming.js``); *sized* is the number of texts whose letters were measured, *fixed* those that stay
as large as they were on the screen however far the page is enlarged (WCAG failure F94), *size* in CSS pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eaa_checker.capture.scene import Scene
from eaa_checker.capture.screen import other_viewport
from eaa_checker.capture.scripts import arguments, expression

WIDTH, HEIGHT = 640, 512
"""1280 by 1024 CSS pixels enlarged to 200%."""
MOST = 3_000
"""Texts recorded per frame."""
_MOST_FIXED = 60
_SLACK = 1.06
"""Sizes of letters are rounded; one that keeps pace with the window is this much off at most."""


async def observe(scene: Scene) -> Mapping[str, Any]:
    """The texts of each frame in the small viewport. Raises BrowserDied and BrowserProblem."""
    sized = await scene.in_frames(expression("sizes.js", arguments("note")))
    halved = expression("sizes.js", arguments("compare", 0.5 * _SLACK, _MOST_FIXED))
    quartered = expression("sizes.js", arguments("compare", 0.25 * _SLACK, _MOST_FIXED))
    async with other_viewport(scene.tab) as resize:
        await resize(WIDTH, HEIGHT, 2.0)
        records = await scene.in_frames(expression("zooming.js", arguments(MOST)))
        fixed = await scene.in_frames(halved)
        if any(fixed.values()):
            # A page may well have smaller letters for smaller windows; only those that go on shrinking never grow.
            await resize(WIDTH // 2, HEIGHT // 2, 1.0)
            still = await scene.in_frames(quartered)
            fixed = {frame: _both(found, still.get(frame, ())) for frame, found in fixed.items()}
    for frame, record in records.items():
        record["sized"], record["fixed"] = sized.get(frame, 0), fixed.get(frame, [])
    return records


def _both(found: list[dict[str, Any]], still: list[dict[str, Any]]) -> list[dict[str, Any]]:
    paths = {str(entry["path"]) for entry in still}
    return [{k: e[k] for k in ("path", "text", "size")} for e in found if str(e["path"]) in paths]
