"""Looking once at what does not change along a line gives what looking everywhere gives."""

from __future__ import annotations

import pytest

from rules.knowledge import contrast_along_line
from rules.knowledge.colours import BLACK, WHITE, Colour
from rules.knowledge.contrast_along_line import Window, windows_along
from rules.knowledge.gradients import parse_gradient
from rules.knowledge.layers import Layers, Painted, backdrop_colours
from rules.page import HTML, Box, Document, Element, Page

LINE = Box(10, 10, 200, 20)
GREY = Colour(0.4, 0.4, 0.4)


def painted(background: str, box: Box) -> Painted:
    page = Page("https://voorbeeld.nl/")
    element = Element(Document(page, page.address), None, 1, "div", {}, HTML)
    gradient = parse_gradient(background)
    assert gradient is not None
    return Painted(element, box, (0.0, 0.0), gradients=(gradient,))


def said(window: Window) -> tuple[float, str, str]:
    return round(window.best, 6), window.foreground.hex, window.background.hex


WIDE, SHORT = Box(0, 0, 400, 40), Box(0, 0, 100, 40)


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize(
    ("background", "box", "across", "down"),
    [
        ("linear-gradient(rgb(255, 255, 255), rgb(0, 0, 0))", WIDE, False, True),
        ("linear-gradient(to right, rgb(255, 255, 255), rgb(0, 0, 0))", WIDE, True, False),
        ("linear-gradient(30deg, rgb(255, 255, 255), rgb(0, 0, 0))", WIDE, True, True),
        ("linear-gradient(rgb(255, 255, 255), rgb(0, 0, 0))", SHORT, False, True),
        ("radial-gradient(rgb(255, 255, 255), rgb(0, 0, 0))", WIDE, False, False),
    ],
)
def test_the_shortcut_changes_nothing(
    background: str, box: Box, across: bool, down: bool, together: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    ground = painted(background, box)
    assert (ground.changes(across=True), ground.changes(across=False)) == (across, down)
    layers = Layers((ground,), (), (WHITE,))

    def windows() -> list[Window]:
        return windows_along(layers, LINE, 16.0, GREY, (), together=together)

    short = windows()
    monkeypatch.setattr(contrast_along_line, "_even", lambda *_, **__: False)
    thorough = windows()
    assert thorough
    if together:
        assert [said(w) for w in short] == [said(w) for w in thorough]
    else:
        # What differs by the error of a calculation only is one colour here and many there.
        assert {said(w) for w in short} == {said(w) for w in thorough}


def test_a_background_that_ends_along_the_line_is_seen_on_both_sides() -> None:
    white_to_white = "linear-gradient(rgb(255, 255, 255), rgb(255, 255, 255))"
    layers = Layers((painted(white_to_white, SHORT),), (), (BLACK,))
    windows = windows_along(layers, LINE, 16.0, GREY, (), together=True)
    assert windows[0].background.hex == "#ffffff"
    assert windows[-1].background.hex == "#000000"
    assert [c.hex for c in backdrop_colours(layers, 50, 20)] == ["#ffffff"]
    assert [c.hex for c in backdrop_colours(layers, 150, 20)] == ["#000000"]
