"""What the screen shows behind texts on pictures is written down, only where it is certain, and the page put back."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from PIL import Image

from eaa_checker.browser.discovery import find
from eaa_checker.browser.playwright_driver import PlaywrightBrowser
from eaa_checker.browser.tab import Guard
from eaa_checker.capture import pixels, probes
from eaa_checker.capture.scene import Scene
from eaa_checker.capture.tree import frame_ids_of


def _picture(left: str, right: str) -> str:
    drawing = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='40'>"
        f"<rect width='400' height='40' fill='{right}'/><rect width='200' height='40' fill='{left}'/></svg>"
    )
    return f"background:url(&quot;data:image/svg+xml,{drawing}&quot;)"


_PAGE = f"""<!doctype html><html lang="nl"><style>
body{{margin:0}} * {{transition:all 9s}} p{{width:400px;height:40px;margin:0}}
@keyframes turn {{ from {{ background-position: 0 }} to {{ background-position: 400px }} }}</style>
<div style="height:80px"></div>
<p style="{_picture("black", "white")}">links<span style="position:absolute;left:300px">rechts</span></p>
<p style="background:linear-gradient(#f00,#f00)">rood</p>
<p style="{_picture("black", "white")};animation:turn .3s linear infinite">draait</p>
<p style="opacity:.5;{_picture("black", "black")}">half</p>
<p style="{_picture("black", "black")}"><b style="background:#fff">wit vlak</b></p>
<p style="position:relative;{_picture("black", "black")}">bedekt
<i style="position:absolute;inset:0;background:#0f08"></i></p>
<p style="position:relative;{_picture("black", "black")}">vrij<a href="#" style="position:absolute;inset:0"></a></p>
<p style="{_picture("black", "black")};background-attachment:fixed">blijft</p>
<p style="position:relative">wisselt<i style="position:absolute;inset:0;z-index:-1;{_picture("black", "black")}"></i>
<i style="position:absolute;inset:0;opacity:0;{_picture("white", "white")}"></i></p>
<p style="{_picture("black", "black")}">woord → |</p>
<div id="host"></div>
<script>host.attachShadow({{mode: 'open'}}).innerHTML = `<p style="{_picture("blue", "blue")}">schaduw</p>`</script>
<div style="height:3000px"></div>
<header style="position:fixed;top:0;left:0;right:0;height:60px;background:#fff">kop</header>
<p style="{_picture("green", "green")}">beneden</p>
<div style="height:3000px"></div></html>"""


def _look(page: str, scroll: int = 0) -> tuple[list[dict[str, Any]], Any, Any, list[str]]:
    async def go() -> tuple[list[dict[str, Any]], Any, Any, list[str]]:
        async with PlaywrightBrowser(find(), "EAA-Checker/test") as browser:
            guard = Guard(frozenset({"127.0.0.1"}), allow_private=True)
            tab = await browser.tab(guard, viewport=(1280, 1024), locale="nl-NL")
            frames = frame_ids_of((await tab.call("Page.getFrameTree"))["frameTree"])
            await tab.call("Page.setDocumentContent", {"frameId": frames[0], "html": page})
            await tab.evaluate(f"scrollTo(0, {scroll})")
            now = (
                "[scrollY, document.adoptedStyleSheets.length, "
                "getComputedStyle(document.querySelector('p')).webkitTextFillColor, document.documentElement.outerHTML]"
            )
            before = await tab.evaluate(now)
            scene = Scene(tab, frames, {})
            notes = await probes.behave(scene, (), probes.LOOKS)
            notes += await probes.behave(Scene(tab, frames, {}), ("pixels",), probes.LOOKS)
            after = await tab.evaluate(now)
            await tab.close()
            return scene.records.get("pixels", {}).get(frames[0], []), before, after, notes

    return asyncio.run(go())


@pytest.mark.browser
def test_pixels_behind_words_and_the_page_as_it_was() -> None:
    entries, before, after, notes = _look(_PAGE, scroll=120)
    found = {entry["text"]: entry["words"] for entry in entries}
    black, white, red = [0, 0, 0], [255, 255, 255], [255, 0, 0]
    assert {text: [[list(c) for c in word] for word in words] for text, words in found.items()} == {
        "links": [[black, black]],
        "rechts": [[white, white]],
        "rood": [[red, red]],
        "wit vlak": [[white, white], [white, white]],
        "vrij": [[black, black]],
        "woord → |": [[black, black]],
        "schaduw": [[[0, 0, 255], [0, 0, 255]]],
        "beneden": [[[0, 128, 0], [0, 128, 0]]],
    }
    assert after == before
    assert after[2] == "rgb(0, 0, 0)", "the letters are not fading in"
    assert notes == ["probe pixels switched off"]


@pytest.mark.browser
def test_a_page_without_pictures_has_no_record() -> None:
    entries, before, after, _ = _look("<!doctype html><p>Bel 112</p>")
    assert entries == []
    assert after == before


def test_extremes_are_by_luminance() -> None:
    picture = Image.new("RGB", (3, 1))
    for place, colour in enumerate([(0, 0, 255), (0, 100, 0), (255, 0, 0)]):
        picture.putpixel((place, 0), colour)
    # Blue is darker than a green of less than half its strength.
    assert pixels.extremes(picture) == [(255, 0, 0), (0, 0, 255)]
