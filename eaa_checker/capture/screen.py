"""Gives a page another viewport for a moment, and its own one back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from eaa_checker.browser.tab import Tab
from eaa_checker.errors import BrowserDied, BrowserProblem

Resize = Callable[[int, int, float], Awaitable[None]]
"""Width and height in CSS pixels, and device pixels per CSS pixel."""

_NOW = "[innerWidth, innerHeight, devicePixelRatio, scrollX, scrollY]"
_AT_REST = """(async () => {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 60); });
  await frame(); await frame();
})()"""


@asynccontextmanager
async def other_viewport(tab: Tab) -> AsyncIterator[Resize]:
    """A function that changes the viewport and lets the page lay itself out; afterwards all is as it was.

    Raises BrowserDied and BrowserProblem.
    """
    width, height, scale, x, y = await tab.evaluate(_NOW, seconds=5)
    changed = False

    async def resize(new_width: int, new_height: int, new_scale: float) -> None:
        nonlocal changed
        changed = True
        await _metrics(tab, new_width, new_height, new_scale)

    try:
        yield resize
    finally:
        if changed:
            try:
                await _metrics(tab, width, height, scale)
                await tab.evaluate(f"scrollTo({{ left: {x}, top: {y}, behavior: 'instant' }})", seconds=5)
            except BrowserDied:
                raise
            except BrowserProblem as problem:
                tab.notes.append(f"the viewport could not be put back: {problem.en}")


async def _metrics(tab: Tab, width: int, height: int, scale: float) -> None:
    await tab.call(
        "Emulation.setDeviceMetricsOverride",
        {
            "width": width,
            "height": height,
            "deviceScaleFactor": scale,
            "mobile": False,
            "screenWidth": width,
            "screenHeight": height,
            "screenOrientation": {"angle": 0, "type": "landscapePrimary" if width >= height else "portraitPrimary"},
        },
        seconds=5,
    )
    await tab.evaluate(_AT_REST, seconds=5)
