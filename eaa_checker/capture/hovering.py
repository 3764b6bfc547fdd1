"""Records what style rules show only while the mouse is over something; see ``hovering.js``.

Recorded per frame: ``[{"path", "trigger", "text", "links", "addresses", "focus", "scripted", "faint"}]``: *path* of
the hidden part, *trigger* of what the mouse must be over, the number of *links* and controls in the part and the
links' addresses, whether rules show it on *focus* too, and whether rules exist that a script may use to show it.
*faint*: it is only transparent, so the keyboard enters it. It only looks; but a style sheet of ten thousand rules
takes a while, so it is done only where a rule of the rule book asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eaa_checker.capture.scene import Scene
from eaa_checker.capture.scripts import expression


async def observe(scene: Scene) -> Mapping[str, Any]:
    """The hidden parts of each frame. Raises BrowserDied and BrowserProblem."""
    return await scene.in_frames(expression("hovering.js"), seconds=3)
