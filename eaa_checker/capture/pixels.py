"""Looks on the screen at what lies behind texts that stand on a picture or a colour gradient: the record ``pixels``.

The letters of the page are made transparent, the viewport is pictured where such texts are, and the lightest and
darkest pixel behind each word is written down. Left out is what the screen cannot tell for certain: texts that
something else is painted over, that do not fit in the viewport, in parts with an opacity or a filter, over a video or
a canvas, or where two pictures differ. Recorded of the top frame: ``[{path, text, words: [[lightest, darkest], …]}]``
with *text* the first 60 characters and colours as ``[red, green, blue]``, 0-255.

It runs before the tree is recorded, since the rules that need it are judged as soon as the tree is there. Without
such texts it costs one look at the styles.
"""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from PIL import Image, ImageChops

from eaa_checker.capture.scene import Scene
from eaa_checker.capture.scripts import arguments, expression
from eaa_checker.errors import BrowserProblem

SECONDS = 4.0
"""Budget for a page, in which it ends by itself."""
MOST_TEXTS = 150
MOST_PICTURES = 10
_FINDING = 700
"""Milliseconds for the search; a page that takes longer is not looked at."""
_EDGE = 0.15
"""Share of a word's box, above and below, that its letters do not fill."""
_FADING = 3
"""Difference of a colour channel between two pictures that counts as movement."""

Colour = tuple[int, int, int]


async def observe(scene: Scene) -> Mapping[str, Any]:
    """The record; empty when no text stands on a picture. Raises BrowserDied and BrowserProblem."""
    until = time.monotonic() + SECONDS - 1.0
    entries: list[dict[str, Any]] = []
    try:
        texts = await _act(scene, "find", MOST_TEXTS, _FINDING)
        if not texts:
            return {}
        height = await scene.tab.evaluate("innerHeight", seconds=2)
        done: set[int] = set()
        for top in _stations(texts, height)[:MOST_PICTURES]:
            if time.monotonic() > until:
                break
            found = [f for f in await _act(scene, "look", top) if f["number"] not in done]
            done.update(f["number"] for f in found)
            if not found:
                continue
            for number, words in await _behind(scene, found):
                text = texts[number]
                entries.append({"path": text["path"], "text": text["text"], "whole": text["whole"], "words": words})
        return {scene.top: entries}
    finally:
        await _act(scene, "end")


async def _act(scene: Scene, *words: Any) -> Any:
    return await scene.tab.evaluate(expression("texts_over_pictures.js", arguments(*words)), seconds=3)


def _stations(texts: Sequence[Mapping[str, Any]], height: float) -> list[float]:
    """Where to scroll to so that each text that fits is in a viewport of *height* once; the first is the page's top."""
    stations: list[float] = []
    for text in sorted(texts, key=lambda t: t["top"]):
        if stations and text["bottom"] <= stations[-1] + height:
            continue
        stations.append(0.0 if not stations and text["bottom"] <= height else max(0.0, text["top"] - height * 0.25))
    return stations


async def _behind(scene: Scene, found: Sequence[Mapping[str, Any]]) -> list[tuple[int, list[list[Colour]]]]:
    """Number of the text → lightest and darkest pixel behind each of its words; texts with movement left out."""
    boxes = [box for f in found for box in f["boxes"]]
    x, y = int(min(b[0] for b in boxes)), int(min(b[1] for b in boxes))
    region = (x, y, max(b[0] + b[2] for b in boxes) - x, max(b[1] + b[3] for b in boxes) - y)
    first = await _shoot(scene, region)
    second = await _shoot(scene, region)
    if first.size != second.size or first.size[0] < region[2] - 2:
        raise BrowserProblem(
            "De foto van het scherm heeft een andere maat dan gevraagd.", "The picture of the screen has another size."
        )
    moved = ImageChops.difference(first, second)
    results: list[tuple[int, list[list[Colour]]]] = []
    for f in found:
        words: list[list[Colour]] = []
        still = True
        for left, top, width, height in f["boxes"]:
            place = (
                round(left - x), round(top - y + height * _EDGE),
                max(round(left - x) + 1, round(left - x + width)),
                max(round(top - y + height * _EDGE) + 1, round(top - y + height * (1 - _EDGE))),
            )  # fmt: skip
            still = still and all(high <= _FADING for _, high in moved.crop(place).getextrema())
            words.append(extremes(first.crop(place)))
        if still:
            results.append((f["number"], words))
    return results


async def _shoot(scene: Scene, region: tuple[float, float, float, float]) -> Image.Image:
    x, y, width, height = region
    answer = await scene.tab.call(
        "Page.captureScreenshot",
        {
            "format": "png",
            "captureBeyondViewport": False,
            "optimizeForSpeed": True,
            "clip": {"x": x, "y": y, "width": width, "height": height, "scale": 1},
        },
        seconds=3,
    )
    return Image.open(io.BytesIO(base64.b64decode(answer["data"]))).convert("RGB")


def extremes(picture: Image.Image) -> list[Colour]:
    """The lightest and the darkest pixel of a picture, by relative luminance (WCAG 2.2)."""
    colours: list[Any] = [colour for _, colour in picture.getcolors(picture.width * picture.height) or ()]
    return [max(colours, key=_luminance), min(colours, key=_luminance)]


@lru_cache(maxsize=1)
def _linear() -> tuple[float, ...]:
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (i / 255 for i in range(256)))


def _luminance(colour: Colour) -> float:
    linear = _linear()
    return 0.2126 * linear[colour[0]] + 0.7152 * linear[colour[1]] + 0.0722 * linear[colour[2]]
