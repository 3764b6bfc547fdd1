"""Looks on the screen at what lies behind texts on a picture or a colour gradient, or with a shadow: record ``pixels``.

The letters of the page are made transparent, the viewport is pictured where such texts are, and the lightest and
darkest pixel behind each word is written down. Of a text with a shadow it is done letter by letter, in the rectangle
that just holds the letter and a pixel around it, since a shadow ends near the letters (ACT afw4f7, "bounding box around
text"). Left out is what the screen cannot tell for certain: texts that something else is painted over, that do not fit
in the viewport, in parts with an opacity or a filter, over a video or a canvas, or where two pictures differ. Recorded
of the top frame: ``[{path, text, whole, words: [[lightest, darkest], …]}]`` with *text* the first 60 characters,
*whole* whether all words (or letters) are there, and colours as ``[red, green, blue]``, 0-255.

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
Place = tuple[int, int, int, int]
"""Left, top, right and bottom on a picture."""


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
    bare = await _shoot(scene, region)
    again = await _shoot(scene, region)
    shaded = letters = bare
    if any(f["shaded"] for f in found):
        await _act(scene, "dress", True, False)
        shaded = await _shoot(scene, region)
        await _act(scene, "dress", True, True)
        letters = await _shoot(scene, region)
        await _act(scene, "dress", False, False)
    if bare.size[0] < region[2] - 2 or not bare.size == again.size == shaded.size == letters.size:
        raise BrowserProblem(
            "De foto van het scherm heeft een andere maat dan gevraagd.", "The picture of the screen has another size."
        )
    moved, written = ImageChops.difference(bare, again), ImageChops.difference(shaded, letters)
    results: list[tuple[int, list[list[Colour]]]] = []
    for f in found:
        places = [_place(box, x, y) for box in f["boxes"]]
        if any(_strongest(moved.crop(place)) > _FADING for place in places):
            continue
        if f["shaded"]:
            tight = [_letters_in(written, place) for place in places]
            words = [extremes(shaded.crop(place)) for place in tight if place is not None]
        else:
            words = [extremes(bare.crop(place)) for place in places]
        if words:
            results.append((f["number"], words))
    return results


def _place(box: Sequence[float], x: float, y: float) -> Place:
    """A word's box on a picture whose corner is at *x*, *y* of the page, without the edge that letters do not fill."""
    left, top, width, height = box
    first, upper = round(left - x), round(top - y + height * _EDGE)
    return (
        first, upper,
        max(first + 1, round(left - x + width)), max(upper + 1, round(top - y + height * (1 - _EDGE))),
    )  # fmt: skip


def _letters_in(written: Image.Image, place: Place) -> Place | None:
    """The part of *place* that holds what changes with the letters, and a pixel around it; None when nothing does."""
    strong = written.crop(place).convert("L").point([0 if value <= _FADING else 255 for value in range(256)])
    box = strong.getbbox()
    if box is None:
        return None
    left, top = place[0], place[1]
    return (left + box[0] - 1, top + box[1] - 1, left + box[2] + 1, top + box[3] + 1)


def _strongest(picture: Image.Image) -> int:
    """The largest value of any channel."""
    red, green, blue = picture.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return max(value for value, count in enumerate(most) if count)


async def _shoot(scene: Scene, region: tuple[float, float, float, float]) -> Image.Image:
    x, y, width, height = region
    answer = await scene.tab.call(
        "Page.captureScreenshot",
        {
            "format": "png",
            "captureBeyondViewport": False,
            "optimizeForSpeed": True,
            "clip": {"x": x, "y": y, "width": width, "height": height, "scale": 1 / scene.tab.scale},
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
