"""Pictures of a page as evidence: the whole page, in tiles when it is long, and crops of single elements."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from eaa_checker.browser.tab import Tab
from eaa_checker.errors import BrowserDied, BrowserProblem
from rules.page import Box

TILE = 4_000
"""Height of one screenshot in CSS pixels; one big picture fails on huge pages."""
MAX_HEIGHT = 20_000
"""Pages are pictured to this height; the rest is judged but not pictured."""
MARGIN = 40
MAX_CROP = (1_000, 800)


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture and the region of the page that it shows (x, y, width, height; CSS pixels)."""

    data: bytes
    media_type: str
    region: tuple[float, float, float, float]


async def shoot(tab: Tab, region: Box, *, seconds: float = 20.0, beyond: bool = True) -> bytes:
    """A JPEG of *region* of the page; *beyond*: it may lie outside the viewport."""
    answer = await tab.call(
        "Page.captureScreenshot",
        {
            "format": "jpeg",
            "quality": 80,
            "captureBeyondViewport": beyond,
            "optimizeForSpeed": True,
            "clip": {"x": region.x, "y": region.y, "width": region.width, "height": region.height,
                     "scale": 1 / tab.scale},
        },
        seconds=seconds,
    )
    return base64.b64decode(answer["data"])


async def whole_page(tab: Tab, width: float, height: float) -> tuple[Picture, bool]:
    """The page from its top left corner; the flag says whether all of it is on the picture."""
    shown = min(height, MAX_HEIGHT)
    tiles: list[tuple[float, bytes]] = []
    y = 0.0
    while y < shown:
        part = min(TILE, shown - y)
        tiles.append((y, await shoot(tab, Box(0, y, width, part), seconds=30)))
        y += part
    if len(tiles) == 1:
        data = tiles[0][1]
    else:
        canvas = Image.new("RGB", (round(width), round(shown)), "white")
        for top, raw in tiles:
            canvas.paste(Image.open(io.BytesIO(raw)), (0, round(top)))
        out = io.BytesIO()
        canvas.save(out, "JPEG", quality=80)
        data = out.getvalue()
    return Picture(data, "image/jpeg", (0, 0, width, shown)), shown >= height


def crop_region(box: Box, page_width: float, page_height: float) -> Box | None:
    """The part of the page worth showing for an element: its box with a margin, cut to the page and a limit."""
    if box.width <= 0 or box.height <= 0:
        return None
    x, y = max(0.0, box.x - MARGIN), max(0.0, box.y - MARGIN)
    width = min(box.width + 2 * MARGIN, MAX_CROP[0], page_width - x)
    height = min(box.height + 2 * MARGIN, MAX_CROP[1], page_height - y)
    return Box(round(x), round(y), round(width), round(height)) if width >= 1 and height >= 1 else None


def cut(picture: Picture, region: Box) -> Picture | None:
    """A crop of an existing picture; None when it does not show the region."""
    px, py, width, height = picture.region
    if region.right <= px or region.bottom <= py or region.x >= px + width or region.y >= py + height:
        return None
    image = Image.open(io.BytesIO(picture.data))
    box = (round(region.x - px), round(region.y - py), round(region.right - px), round(region.bottom - py))
    part = image.crop((max(0, box[0]), max(0, box[1]), min(image.width, box[2]), min(image.height, box[3])))
    if part.width < 1 or part.height < 1:
        return None
    out = io.BytesIO()
    part.convert("RGB").save(out, "JPEG", quality=85)
    return Picture(out.getvalue(), "image/jpeg", (region.x, region.y, part.width, part.height))


def _top(region: Box | None) -> float:
    return region.y if region is not None else 0.0


async def crops(
    tab: Tab,
    wanted: Sequence[Box],
    page_width: float,
    page_height: float,
    viewport: tuple[int, int],
    whole: Picture | None = None,
) -> list[Picture | None]:
    """One crop per box; from the whole picture when there is one, else by a screenshot of each region.

    A region is scrolled into view for its screenshot, since a picture beyond the viewport lays the page out anew and
    costs seconds on long pages. The page is left at its top.
    """
    regions = [crop_region(box, page_width, page_height) for box in wanted]
    pictures: list[Picture | None] = [None] * len(regions)
    top = 0.0
    for number in sorted((n for n, r in enumerate(regions) if r is not None), key=lambda n: _top(regions[n])):
        region = regions[number]
        assert region is not None
        if whole is not None:
            pictures[number] = cut(whole, region)
            continue
        try:
            if region.y < top or region.bottom > top + viewport[1]:
                middle = max(0.0, region.y + region.height / 2 - viewport[1] / 2)
                top = float(await tab.evaluate(f"scrollTo({{top: {middle}, behavior: 'instant'}}), scrollY", seconds=5))
            beyond = region.y < top or region.bottom > top + viewport[1] or region.right > viewport[0]
            data = await shoot(tab, region, seconds=10, beyond=beyond)
            pictures[number] = Picture(data, "image/jpeg", (region.x, region.y, region.width, region.height))
        except BrowserDied:
            raise
        except BrowserProblem:
            continue
    if top:
        await tab.evaluate("scrollTo({top: 0, behavior: 'instant'}), 0", seconds=5)
    return pictures
