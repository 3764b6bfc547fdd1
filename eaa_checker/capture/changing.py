"""Finds text that keeps changing by itself (ACT efbfc7), from the notes that the watch for rest makes anyway.

A page whose texts were not replaced since it was opened costs one question; ``changing.js`` says for what it waits.
Recorded for the top frame: ``[{"path", "times", "span", "since", "gap", "text"}]`` with spans in milliseconds; text
that changed for less than ``LASTING`` or stopped (a counter that runs up once) is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eaa_checker.capture.scene import Scene
from eaa_checker.capture.scripts import arguments, expression

FIRST = 1_200
SECOND = 1_500
LASTING = 4_500


async def observe(scene: Scene) -> Mapping[str, Any]:
    """The texts that keep changing; see the module."""
    asked = expression("changing.js", arguments(FIRST, SECOND, LASTING))
    return {scene.top: await scene.tab.evaluate(asked, seconds=10)}
