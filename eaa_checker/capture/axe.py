"""Runs axe-core, the second witness, in the isolated world of every frame and keeps its raw result."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from eaa_checker.browser.tab import Tab

_RUN = """
(async (options) => {
  axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });
  return JSON.stringify(await axe.run(document, options));
})"""

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@cache
def source() -> str:
    """axe-core's own code, from the PyPI package that carries the newest (``axe-playwright-python``)."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@cache
def version() -> str:
    """The version that the code itself states."""
    head = source()[:400]
    start = head.find("axe v")
    return head[start + 5 :].split()[0] if start >= 0 else "?"


async def inject(tab: Tab, frame_ids: list[str]) -> list[str]:
    """Loads axe into the frames; the ids of those where it could not be loaded."""
    missing: list[str] = []
    for frame in frame_ids:
        try:
            await tab.evaluate(source() + "\n;0", frame_id=frame, seconds=20)
        except Exception as error:
            if frame == frame_ids[0]:
                raise
            missing.append(f"{frame}: {error}")
    return missing


async def run(tab: Tab, *, seconds: float) -> dict[str, Any]:
    """axe-core's result (violations and incomplete in full) as it gave it.

    Asked for as a JSON string, which costs a third of an object; ``ancestry`` lets each node
    be found again in our own tree.
    """
    options = {
        "resultTypes": ["violations", "incomplete"],
        "runOnly": {"type": "tag", "values": list(TAGS)},
        "ancestry": True,
        # Not the style sheets: axe would fetch each imported or foreign one again, and a page that fetches something
        # has changed. The only rule that reads them, css-orientation-lock, is judged by turning the page.
        "preload": {"assets": ["media"]},
    }
    raw: str = await tab.evaluate(f"({_RUN})({json.dumps(options)})", seconds=seconds)
    result: dict[str, Any] = json.loads(raw)
    return result
