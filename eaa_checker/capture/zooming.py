"""Records which texts are cut off when the page is enlarged to 200% (ACT 59br37).

Recorded per frame: ``{"width", "height", "targets": [paths], "clipped": [{"path", "text", "axis", "by", …}]}``:
*targets* are the parents of texts inside something that clips, *clipped* the texts cut off; see ``zooming.js``.
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


async def observe(scene: Scene) -> Mapping[str, Any]:
    """The texts of each frame in the small viewport."""
    async with other_viewport(scene.tab) as resize:
        await resize(WIDTH, HEIGHT, 2.0)
        return await scene.in_frames(expression("zooming.js", arguments(MOST)))
