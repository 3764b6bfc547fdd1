"""Colour arithmetic against published values."""

from __future__ import annotations

import pytest

from rules.knowledge.colours import BLACK, WHITE, Colour, contrast, luminance, mix, over, parse, same


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("rgb(255, 0, 51)", (255, 0, 51, 255)),
        ("rgba(0, 0, 0, 0.5)", (0, 0, 0, 128)),
        ("rgb(10% 20% 30% / 40%)", (26, 51, 76, 102)),
        ("#abc", (170, 187, 204, 255)),
        ("#11223380", (17, 34, 51, 128)),
        ("transparent", (0, 0, 0, 0)),
        ("hsl(200 50% 40%)", (51, 119, 153, 255)),
        ("hsl(0.5turn 100% 50%)", (0, 255, 255, 255)),
        ("hwb(120 20% 30%)", (51, 178, 51, 255)),
        ("hwb(0 60% 60%)", (128, 128, 128, 255)),
        # What Chromium 156 paints for these on a canvas.
        ("lab(50 20 20)", (158, 105, 86, 255)),
        ("lch(50 40 100)", (123, 122, 48, 255)),
        ("oklab(0.6 0.1 0.1)", (195, 96, 46, 255)),
        ("oklch(0.5 0.1 200)", (0, 116, 122, 255)),
        ("color(display-p3 0.5 0.2 0.7)", (138, 44, 185, 255)),
        ("color(a98-rgb 0.3 0.6 0.2)", (0, 154, 34, 255)),
        ("color(prophoto-rgb 0.3 0.4 0.2)", (78, 126, 51, 255)),
        ("color(rec2020 0.3 0.4 0.2)", (74, 118, 58, 255)),
        ("color(xyz-d65 0.3 0.3 0.3)", (162, 145, 143, 255)),
        ("color(xyz-d50 0.3 0.3 0.2)", (161, 146, 133, 255)),
        ("color(srgb-linear 0.2 0.5 0.1)", (124, 188, 89, 255)),
        ("color(srgb 1 none 0 / 0.25)", (255, 0, 0, 64)),
    ],
)
def test_forms_that_browsers_write(text: str, channels: tuple[int, ...]) -> None:
    colour = parse(text)
    assert colour is not None
    assert [round(v * 255) for v in colour] == pytest.approx(channels, abs=1)


@pytest.mark.parametrize(
    "text", ["", "currentcolor", "rgb()", "rgb(1, 2)", "color(foo 1 2 3)", "lab(x y z)", "#12", "rgb(1 2 nan)"]
)
def test_what_is_no_known_colour(text: str) -> None:
    assert parse(text) is None


def test_contrast_of_published_pairs() -> None:
    grey = parse("#777777")
    dark = parse("#767676")
    assert grey is not None
    assert dark is not None
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1
    assert contrast(grey, WHITE) == pytest.approx(4.478, abs=0.001)
    assert contrast(WHITE, dark) == pytest.approx(4.542, abs=0.001)
    assert luminance(Colour(1.0, 0.0, 0.0)) == pytest.approx(0.2126)


def test_source_over() -> None:
    half = Colour(1.0, 1.0, 1.0, 0.5)
    assert over(half, BLACK).hex == "#808080"
    assert over(half, half).alpha == pytest.approx(0.75)
    assert over(Colour(1.0, 0.0, 0.0, 0.0), WHITE) == WHITE
    assert over(BLACK, WHITE) == BLACK


def test_gradients_mix_premultiplied() -> None:
    clear = Colour(0.0, 0.0, 0.0, 0.0)
    halfway = mix(clear, WHITE, 0.5)
    assert halfway.hex == "#ffffff"
    assert halfway.alpha == pytest.approx(0.5)


def test_same_on_screen() -> None:
    assert same(WHITE, Colour(254.2 / 255, 1.0, 1.0))
    assert not same(WHITE, Colour(250 / 255, 1.0, 1.0))
