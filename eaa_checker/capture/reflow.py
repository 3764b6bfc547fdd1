"""Records what sticks out of a window of 320 CSS pixels: 1280 pixels enlarged to 400% (WCAG 2.2, 1.4.10).

Recorded of the top frame: ``{"width", "scroll", "vertical", "clips", "parts": [{"path", "kind", …}]}``; *scroll* is how
wide the document is, *clips* whether it cuts off what does not fit instead of letting people scroll; see ``reflow.js``.
Nothing is recorded of pages that are written from top to bottom: those are read by scrolling sideways.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eaa_checker.capture.scene import Scene
from eaa_checker.capture.screen import other_viewport
from eaa_checker.capture.scripts import arguments, expression

WIDTH, HEIGHT = 320, 256
"""1280 by 1024 CSS pixels enlarged to 400%. Device pixels are left alone: a denser screen would load other pictures."""
MOST = 60
"""Parts recorded."""
_LATER = "new Promise((done) => setTimeout(done, 400))"
"""Many pages lay themselves out again only when resizing has stopped for a while."""


async def observe(scene: Scene) -> Mapping[str, Any]:
    """What sticks out; looked at twice before it is written down. Raises BrowserDied and BrowserProblem."""
    look = expression("reflow.js", arguments(MOST))
    async with other_viewport(scene.tab) as resize:
        await resize(WIDTH, HEIGHT, 1.0)
        found = await scene.tab.evaluate(look, seconds=3)
        if found and found["parts"]:
            await scene.tab.evaluate(_LATER, seconds=2)
            found = await scene.tab.evaluate(look, seconds=3)
    return {scene.top: found} if found else {}
