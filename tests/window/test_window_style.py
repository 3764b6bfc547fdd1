"""The look: every pair of colours keeps its contrast, every icon exists and can be drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

import ui
from ui.scanning.history import STATE_SIGNS
from ui.style import icons
from ui.style.look import Look
from ui.style.palette import CONTRAST, PAIRS, PALETTES, Palette
from ui.words import NEEDS, SIGNS

SOURCES = sorted(Path(ui.__file__).parent.rglob("*.py"))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def ratio(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_right() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#999999", "#ffffff") == pytest.approx(2.85, abs=0.01)


@pytest.mark.clause("11.1.4.3", "11.1.4.11")
@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_every_pair_keeps_its_contrast(palette: Palette) -> None:
    low = [
        (front, back, round(ratio(getattr(palette, front), getattr(palette, back)), 2))
        for front, back, least in PAIRS
        if ratio(getattr(palette, front), getattr(palette, back)) < least
    ]
    assert low == []


def test_high_contrast_is_higher() -> None:
    for back in ("window", "surface", "nav"):
        assert ratio(CONTRAST.text, getattr(CONTRAST, back)) >= 15


def test_colours_stand_in_the_palette_only() -> None:
    """The veil over a picture is the one exception: it lies on a page of somebody else."""
    literal = re.compile(r"""["']#[0-9a-fA-F]{3,8}\b""")
    elsewhere = {
        source.name
        for source in SOURCES
        if source.name not in ("palette.py", "picture.py") and literal.search(source.read_text("utf-8"))
    }
    assert elsewhere == set()


def test_every_icon_that_is_named_can_be_drawn(qapp: QApplication) -> None:
    named = {match for source in SOURCES for match in re.findall(r'icon\("([\w-]+)"', source.read_text("utf-8"))}
    named |= {sign[0] for sign in (*SIGNS.values(), *STATE_SIGNS.values())}
    assert len(named) > 10
    for name in named:
        image = icons.pixmap(name, "#000000", 32).toImage()
        drawn = sum(image.pixelColor(x, y).alpha() > 100 for x in range(32) for y in range(32))
        assert drawn > 15, name


@pytest.mark.clause("11.1.4.1")
def test_outcomes_differ_in_shape_not_only_in_colour(qapp: QApplication) -> None:
    shapes = [icons.pixmap(name, "#000000", 32).toImage() for name, _ in SIGNS.values()]
    assert all(one != other for n, one in enumerate(shapes) for other in shapes[n + 1 :])


def test_an_icon_takes_the_colour_of_the_palette(qapp: QApplication, look: Look) -> None:
    image = look.pixmap("bullet", "failed", 24).toImage()
    assert image.pixelColor(12, 12) == QColor(look.palette.failed)


def test_the_look_can_be_switched_and_enlarged(qapp: QApplication, look: Look) -> None:
    fired = []
    look.changed.connect(lambda: fired.append(look.palette.name))
    look.use("dark")
    look.use("contrast")
    size = look.type.text
    look.enlarge(5.0)
    assert fired[:2] == ["dark", "contrast"]
    assert look.type.text == pytest.approx(2 * size, abs=0.1)
    look.enlarge(0)
    assert look.type.text == size
    look.use("light")


def test_each_user_need_has_a_short_name() -> None:
    assert set(NEEDS) == {f"4.2.{n}" for n in range(1, 12)}
