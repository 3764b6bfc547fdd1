"""Computed gradients: stops, directions and the colour at a point."""

from __future__ import annotations

import pytest

from rules.knowledge.gradients import parse_gradient, split


def _at(text: str, x: float, y: float) -> str:
    gradient = parse_gradient(text)
    assert gradient is not None
    assert gradient.exact
    return gradient.at(x, y, 100, 20).hex


RED_BLUE = "rgb(255, 0, 0), rgb(0, 0, 255)"


@pytest.mark.parametrize(
    ("direction", "start", "end"),
    [
        ("to right, ", (0, 10), (100, 10)),
        ("90deg, ", (0, 10), (100, 10)),
        ("-90deg, ", (100, 10), (0, 10)),
        ("", (50, 0), (50, 20)),
        ("to top, ", (50, 20), (50, 0)),
        ("to right top, ", (0, 20), (100, 0)),
        ("to left bottom, ", (100, 0), (0, 20)),
    ],
)
def test_direction(direction: str, start: tuple[float, float], end: tuple[float, float]) -> None:
    text = f"linear-gradient({direction}{RED_BLUE})"
    assert _at(text, *start) == "#ff0000"
    assert _at(text, *end) == "#0000ff"


def test_other_corners_lie_halfway() -> None:
    text = f"linear-gradient(to right top, {RED_BLUE})"
    assert _at(text, 0, 0) == _at(text, 100, 20) == "#800080"


def test_positions_and_hard_stops() -> None:
    text = "linear-gradient(90deg, rgb(255, 255, 255) 20px, rgb(255, 255, 255) 50%, rgb(0, 0, 0) 50%, rgb(0, 0, 0))"
    assert _at(text, 49, 0) == "#ffffff"
    assert _at(text, 51, 0) == "#000000"


def test_positions_never_go_back() -> None:
    assert _at("linear-gradient(90deg, rgb(255, 0, 0) 60%, rgb(0, 0, 255) 10%)", 59, 0) == "#ff0000"


def test_missing_positions_are_spread() -> None:
    text = "linear-gradient(90deg, rgb(0, 0, 0), rgb(255, 0, 0), rgb(0, 255, 0), rgb(0, 0, 0))"
    assert _at(text, 100 / 3, 0) == "#ff0000"
    assert _at(text, 200 / 3, 0) == "#00ff00"


@pytest.mark.parametrize(
    "text",
    [
        f"radial-gradient({RED_BLUE})",
        f"repeating-linear-gradient(90deg, {RED_BLUE})",
        f"linear-gradient(in oklab, {RED_BLUE})",
        "linear-gradient(90deg, rgb(255, 0, 0), 30%, rgb(0, 0, 255))",
        "linear-gradient(90deg, rgb(255, 0, 0) calc(10% + 2px), rgb(0, 0, 255))",
    ],
)
def test_what_is_not_exact_still_has_its_colours(text: str) -> None:
    gradient = parse_gradient(text)
    assert gradient is not None
    assert not gradient.exact
    assert {c.hex for c in gradient.colours()} >= {"#ff0000", "#0000ff"}


@pytest.mark.parametrize("text", ["none", 'url("x.png")', "linear-gradient(foo, bar)", "linear-gradient()"])
def test_what_is_no_gradient(text: str) -> None:
    assert parse_gradient(text) is None


def test_layers_are_cut_outside_brackets_and_quotes() -> None:
    assert split('linear-gradient(a, b), url("x,y"), none') == ["linear-gradient(a, b)", 'url("x,y")', "none"]
