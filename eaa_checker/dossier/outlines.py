"""Pictures with the element outlined, and copies in which areas cannot be made out. The original is never touched."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from PIL import Image, ImageDraw, ImageFilter, UnidentifiedImageError

from eaa_checker.domain.dossier import Area
from eaa_checker.errors import BadInput

Box = tuple[float, float, float, float]
_INNER, _OUTER = "#c2185b", "#ffffff"
"""Seen on every background: one of the two always contrasts."""
_MOST_PIXELS = 100_000_000


def outlined(data: bytes, region: Box, boxes: Iterable[Box]) -> bytes | None:
    """A JPEG of the picture *data*, which shows *region* of the page, with *boxes* outlined (CSS pixels).

    None when it is no picture or nothing of the boxes is on it.
    """
    image = _opened(data)
    if image is None or region[2] <= 0:
        return None
    scale = image.width / region[2]
    drawn = False
    picture = image.convert("RGB")
    pen = ImageDraw.Draw(picture)
    for x, y, width, height in boxes:
        left, top = (x - region[0]) * scale - 4, (y - region[1]) * scale - 4
        right, bottom = left + width * scale + 8, top + height * scale + 8
        if right <= 0 or bottom <= 0 or left >= picture.width or top >= picture.height:
            continue
        left, top = max(1.0, left), max(1.0, top)
        right, bottom = min(picture.width - 2.0, right), min(picture.height - 2.0, bottom)
        if right > left and bottom > top:
            pen.rectangle((left - 1, top - 1, right + 1, bottom + 1), outline=_OUTER, width=5)
            pen.rectangle((left, top, right, bottom), outline=_INNER, width=3)
            drawn = True
    if not drawn:
        return None
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()


def blurred(data: bytes, areas: Sequence[Area]) -> bytes:
    """A PNG of the picture *data* in which nothing can be made out inside *areas* (pixels).

    Each area is brought down to at most four by four colours before it is smoothed, so that no calculation gives
    back what was there; nothing else of the file (comments, camera data) is taken over.
    Raises BadInput when it is no picture or an area lies outside it.
    """
    image = _opened(data)
    if image is None:
        raise BadInput("Dit bewijsstuk is geen afbeelding.", "This piece of evidence is not a picture.")
    picture = Image.new("RGB", image.size)
    picture.paste(image.convert("RGB"))
    for x, y, width, height in areas:
        if width < 1 or height < 1 or x < 0 or y < 0 or x + width > picture.width or y + height > picture.height:
            raise BadInput(
                f"Het vlak {x},{y},{width},{height} valt buiten de afbeelding van {picture.width} bij "
                f"{picture.height} pixels.",
                f"The area {x},{y},{width},{height} lies outside the picture of {picture.width} by "
                f"{picture.height} pixels.",
            )
        part = picture.crop((x, y, x + width, y + height))
        coarse = part.resize((min(4, width), min(4, height)), Image.Resampling.BOX)
        smooth = coarse.resize((width, height), Image.Resampling.NEAREST)
        picture.paste(smooth.filter(ImageFilter.GaussianBlur(max(2, min(width, height) // 8))), (x, y))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def without_metadata(data: bytes) -> bytes | None:
    """A PNG with the same pixels and nothing else of the file (place, camera, comments); None when it is no picture."""
    image = _opened(data)
    if image is None:
        return None
    picture = Image.new("RGB", image.size)
    picture.paste(image.convert("RGB"))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _opened(data: bytes) -> Image.Image | None:
    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
        if image.width * image.height > _MOST_PIXELS:
            return None
        image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return image
