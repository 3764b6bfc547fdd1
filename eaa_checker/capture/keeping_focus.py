"""Tries out which parts that are hidden from assistive technology keep the focus when they get it.

Recorded per frame: ``[{"path": …, "kept": bool}]`` for a few elements of each such part; see ``keeping_focus.js``.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from eaa_checker.capture.scene import Scene

AT_MOST = 24
"""Elements tried per frame; one that keeps the focus settles the matter for the part it is in."""


async def observe(scene: Scene) -> Mapping[str, Any]:
    """The elements tried, per frame; frames without any are left out."""
    scripts = (files("eaa_checker.capture").joinpath(name) for name in ("paths.js", "keeping_focus.js"))
    paths, script = (file.read_text("utf-8") for file in scripts)
    answers = await scene.in_frames(f"{{ {paths}\n {script}({AT_MOST}) }}", seconds=3.0)
    return {frame: answer for frame, answer in answers.items() if answer}
