"""Outlines are drawn on a copy, and nothing can be made out in what was blurred."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from eaa_checker.dossier.outlines import blurred, outlined
from eaa_checker.errors import BadInput


def encoded(image: Image.Image, form: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data)).convert("RGB")


def plain(width: int = 200, height: int = 100) -> bytes:
    return encoded(Image.new("RGB", (width, height), "white"))


def test_the_outline_is_around_the_element_at_the_scale_of_the_picture() -> None:
    data = outlined(plain(400, 200), (100.0, 50.0, 200.0, 100.0), [(150.0, 75.0, 40.0, 20.0)])
    image = opened(data)
    assert image.getpixel((200 + 40, 100)) != (0, 0, 0)
    assert max(image.getpixel((100 - 4, 60))) - min(image.getpixel((100 - 4, 60))) > 80  # a coloured line at its left
    assert min(image.getpixel((140, 70))) > 240  # and nothing inside it


def test_what_is_not_on_the_picture_is_not_outlined() -> None:
    assert outlined(plain(), (0, 0, 200, 100), []) is None
    assert outlined(plain(), (0, 0, 200, 100), [(500.0, 500.0, 10.0, 10.0)]) is None
    assert outlined(b"geen plaatje", (0, 0, 200, 100), [(1.0, 1.0, 10.0, 10.0)]) is None
    assert outlined(plain(), (0, 0, 0, 0), [(1.0, 1.0, 10.0, 10.0)]) is None


def test_two_secrets_look_alike_once_blurred() -> None:
    """Same number of dark pixels in other places: what is left must not tell them apart."""
    pictures = []
    for rows in ((0, 2, 4, 6), (1, 3, 5, 7)):
        image = Image.new("RGB", (200, 100), "white")
        pen = ImageDraw.Draw(image)
        for row in rows:
            pen.line((20, 20 + row, 179, 20 + row), fill="black")
        pictures.append(encoded(image))
    first, second = (opened(blurred(data, [(20, 20, 160, 32)])) for data in pictures)
    area = (20, 20, 180, 52)
    differ = [
        abs(a - b)
        for a, b in zip(first.crop(area).tobytes(), second.crop(area).tobytes(), strict=True)
    ]
    assert max(differ) <= 2
    assert len(first.crop(area).getcolors(10_000)) < 60


def test_the_rest_of_the_picture_stays_and_its_hidden_data_goes() -> None:
    image = Image.new("RGB", (60, 40), "white")
    ImageDraw.Draw(image).rectangle((40, 10, 50, 20), fill="black")
    exif = Image.Exif()
    exif[0x010E] = "Jan Jansen, Dorpsstraat 1"
    data = encoded(image, "JPEG", quality=95, exif=exif, comment=b"geheim")
    assert b"Jan Jansen" in data
    copy = blurred(data, [(0, 0, 20, 20)])
    assert b"Jan Jansen" not in copy
    assert b"geheim" not in copy
    assert opened(copy).crop((30, 0, 60, 40)).tobytes() == opened(data).crop((30, 0, 60, 40)).tobytes()


@pytest.mark.parametrize("area", [(-1, 0, 5, 5), (0, 0, 0, 5), (59, 0, 2, 2), (0, 39, 2, 2)])
def test_an_area_outside_is_refused(area: tuple[int, int, int, int]) -> None:
    with pytest.raises(BadInput):
        blurred(plain(60, 40), [area])


def test_what_is_no_picture_is_refused() -> None:
    for data in (b"", b"%PDF-1.7", plain()[:60]):
        with pytest.raises(BadInput):
            blurred(data, [(0, 0, 1, 1)])
