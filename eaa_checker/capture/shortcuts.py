"""Presses every printable key while nothing has the focus, and notes which of them change the page (ACT ffbc54).

Only where the window, the document, its root or its body listens to keys: keys without a focused element reach nothing
else, so other pages cost nothing. Attempts of the page to leave are held back. Recorded for the top frame:
``{"keys": [{"key", "what", "path"}]}``: *what* changed (``childList``, ``attributes``, ``focus``, ``scroll`` …), where.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eaa_checker.capture.listeners import heard
from eaa_checker.capture.scene import Scene
from eaa_checker.capture.scripts import arguments, script

MILLISECONDS = 5_000


async def observe(scene: Scene) -> Mapping[str, Any]:
    """The keys that do something; see the module."""
    if not heard(scene.record("listeners"), ("keydown", "keyup"), anywhere=False):
        return {scene.top: {"keys": []}}
    parts = "\n".join(script(name) for name in ("paths.js", "changes.js"))
    expression = f"{{ {parts}\n {script('shortcuts.js')}{arguments(MILLISECONDS)} }}"
    return {scene.top: await scene.tab.evaluate(expression, seconds=MILLISECONDS / 1000 + 3)}
