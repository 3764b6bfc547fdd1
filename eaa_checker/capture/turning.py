"""Records how elements turn when the screen is turned, where style rules depend on its orientation (ACT b33eff).

Recorded per frame: ``[{"path": …, "landscape": {"own": degrees, "total": degrees}, "portrait": {…}}]`` for the elements
that ``@media (orientation …)`` rules turn; *total* counts what their ancestors turn too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eaa_checker.capture.scene import Scene
from eaa_checker.capture.screen import other_viewport
from eaa_checker.capture.scripts import arguments, expression

LONG, SHORT = 1280, 800
"""The two sides of the screen in CSS pixels."""


async def observe(scene: Scene) -> Mapping[str, Any]:
    """The angles in both orientations. Most pages have no such rule; then the screen is not turned at all."""
    found = await scene.in_frames(expression("turning.js", arguments("find")))
    records: dict[str, Any] = {frame: [] for frame in found}
    if not any(found.values()):
        return records
    async with other_viewport(scene.tab) as resize:
        for name, (width, height) in (("landscape", (LONG, SHORT)), ("portrait", (SHORT, LONG))):
            await resize(width, height, 1.0)
            measured = await scene.in_frames(expression("turning.js", arguments("measure")))
            for frame, entries in measured.items():
                for number, entry in enumerate(entries or ()):
                    kept = records.setdefault(frame, [])
                    if number >= len(kept):
                        kept.append({"path": entry["path"]})
                    kept[number][name] = {"own": entry["own"], "total": entry["total"]}
    return records
