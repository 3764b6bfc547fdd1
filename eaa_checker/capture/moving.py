"""Turns and shakes the device where the page listens to that, and notes what changes by it (ACT 7677a9 and c249d5).

Recorded for the top frame: ``{"events": {"devicemotion": {"what", "paths"}}}``, with an entry for each kind of event
that the page's window listens to; *what* is empty when nothing changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eaa_checker.capture.listeners import heard
from eaa_checker.capture.scene import Scene
from eaa_checker.capture.scripts import arguments, script

KINDS = ("devicemotion", "deviceorientation", "deviceorientationabsolute")


async def observe(scene: Scene) -> Mapping[str, Any]:
    """What turning the device changes; see the module."""
    record = scene.record("listeners")
    kinds = [kind for kind in KINDS if heard(record, (kind,), anywhere=False)]
    if not kinds:
        return {scene.top: {"events": {}}}
    parts = "\n".join(script(name) for name in ("paths.js", "changes.js"))
    expression = f"{{ {parts}\n {script('moving.js')}{arguments(kinds)} }}"
    return {scene.top: await scene.tab.evaluate(expression, seconds=5)}
