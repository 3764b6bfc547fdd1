"""Huge pages, broken code everywhere and documents that are no HTML: no rule raises; other processes say the same."""

from __future__ import annotations

import asyncio
import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from eaa_checker.browser.discovery import find
from eaa_checker.browser.starting import start_browser
from eaa_checker.browser.tab import Guard
from eaa_checker.capture.taking import Taken, take
from eaa_checker.demo import DemoServer
from rules import book
from rules.page import HTML, MATHML, SVG, Accessible, Box, Document, Element, Layout, Page, Text

BLOCK = {"display": "block", "visibility": "visible", "opacity": "1", "color": "rgb(0, 0, 0)"}
BROKEN = {
    "role": "knop link button",
    "aria-label": " ",
    "aria-labelledby": "weg weg2",
    "aria-describedby": "",
    "aria-hidden": "ja",
    "aria-checked": "maybe",
    "aria-level": "-9",
    "aria-owns": "zelf",
    "aria-valuenow": "NaN",
    "aria-onzin": "1",
    "id": "zelf",
    "tabindex": "1e9",
    "lang": "nl_NL-?",
    "headers": "a b",
    "for": "weg",
    "style": "color: #ggg; line-height: !important;;{",
    "autocomplete": "section- name name",
    "usemap": "#",
    "href": "http://[",
    "accesskey": "aa",
    "title": "\ud800",
}
COLOURS = (
    "",
    "rgb()",
    "rgb(a, b, c)",
    "rgba(1,2)",
    "#ggg",
    "lab(nan none 1)",
    "color(x 1 1 1)",
    "hsl(1turn)",
    "inherit",
    "√",
)
GRADIENTS = (
    "none",
    "linear-gradient(",
    "linear-gradient(red)",
    "radial-gradient(at, #12)",
    "url(",
    "conic-gradient(from x, y)",
)


class Builder:
    """Makes one page, element by element."""

    def __init__(self, content_type: str = "text/html") -> None:
        self.page = Page("https://example.nl/")
        self.count = 0
        self.top = self.document(None, content_type)

    def document(self, owner: Element | None, content_type: str = "text/html") -> Document:
        made = Document(self.page, f"https://example.nl/{len(self.page.documents)}", owner=owner)
        made.frame_id = f"F{len(self.page.documents)}"
        made.content_type = content_type
        self.page.documents.append(made)
        return made

    def element(
        self,
        home: Document,
        parent: Element | None,
        tag: str,
        attributes: dict[str, str] | None = None,
        namespace: str = HTML,
        text: str = "",
        styles: dict[str, str] | None = None,
    ) -> Element:
        made = Element(home, parent, self.count, tag, dict(attributes or {}), namespace, self.count)
        self.count += 1
        made.layout = Layout(Box(0, self.count % 900 * 20, 100, 20), {**BLOCK, **(styles or {})})
        made.ax = Accessible(
            {"a": "link", "button": "button", "img": "img", "h2": "heading"}.get(tag, "generic"), text, False
        )
        home.elements.append(made)
        if parent is None:
            home.root = made
        else:
            parent.children.append(made)
        if text:
            words = Text(home, made, -self.count, text)
            words.layout = Layout(made.layout.box, {}, text_boxes=(made.layout.box,))
            made.children.append(words)
        return made


def _raised(page: Page) -> list[str]:
    loaded = book.load()
    judged = loaded.judge(page, [rule.id for rule in loaded.rules])
    return [dict(j.outcome.details)["error"] for j in judged if j.outcome.word == "rule-raised"]


def test_100_000_elements() -> None:
    made = Builder()
    html = made.element(made.top, None, "html", {"lang": "nl"})
    body = made.element(made.top, html, "body")
    part = body
    for number in range(100_000):
        if number % 100 == 0:
            part = made.element(made.top, body, "section")
        tag = "a" if number % 500 == 0 else "div"
        made.element(
            made.top, part, tag, {"href": f"/{number}"} if tag == "a" else None, text=f"Punt {number}" * (tag == "a")
        )
    assert len(made.top.elements) > 100_000
    assert _raised(made.page) == []


def test_2_000_frames() -> None:
    made = Builder()
    html = made.element(made.top, None, "html", {"lang": "nl"})
    body = made.element(made.top, html, "body")
    for number in range(2_000):
        owner = made.element(made.top, body, "iframe", {"title": f"Kader {number % 7}", "src": f"/{number}"})
        inner = made.document(owner)
        owner.content_document = inner
        root = made.element(inner, None, "html", {"lang": "en"} if number % 2 else {})
        made.element(inner, root, "p", text="Some words about the fire service")
    assert _raised(made.page) == []


@pytest.mark.parametrize(
    ("content_type", "root", "namespace"),
    [
        ("text/html", "html", HTML),
        ("application/xhtml+xml", "html", HTML),
        ("image/svg+xml", "svg", SVG),
        ("application/mathml+xml", "math", MATHML),
        ("application/xml", "rss", ""),
        ("text/plain", "html", HTML),
        ("", "x-eigen", HTML),
    ],
)
def test_broken_aria_everywhere_in_any_kind_of_document(content_type: str, root: str, namespace: str) -> None:
    made = Builder(content_type)
    top = made.element(made.top, None, root, BROKEN, namespace)
    tags = (
        "a",
        "button",
        "img",
        "table",
        "tr",
        "td",
        "th",
        "ul",
        "li",
        "input",
        "select",
        "form",
        "h2",
        "video",
        "audio",
        "svg",
        "label",
        "iframe",
        "object",
        "area",
        "map",
        "nav",
        "main",
        "dialog",
        "details",
        "summary",
        "meta",
        "title",
    )
    parents = [top]
    for tag, space in itertools.product(tags, (namespace, HTML, SVG)):
        parents.append(made.element(made.top, parents[len(parents) // 2], tag, BROKEN, space, text="klik hier"))
    for name, value in BROKEN.items():
        for tag in ("a", "div", "input", "td"):
            made.element(made.top, parents[-1], tag, {name: value}, namespace, text="x")
    assert _raised(made.page) == []


def test_colours_and_gradients_that_are_none() -> None:
    made = Builder()
    html = made.element(made.top, None, "html", {"lang": "nl"})
    for colour, image in itertools.product(COLOURS, GRADIENTS):
        holder = made.element(made.top, html, "div", styles={"background-image": image, "background-color": colour})
        styles = {
            "color": colour,
            "text-shadow": f"{colour} 1px",
            "font-size": "x",
            "font-weight": "vet",
            "opacity": "half",
        }
        made.element(made.top, holder, "p", text="Bel 112", styles=styles)
    assert _raised(made.page) == []


@pytest.mark.parametrize("root", [None, "svg", "html"])
def test_documents_with_hardly_anything_in_them(root: str | None) -> None:
    made = Builder("image/svg+xml" if root == "svg" else "text/html")
    if root:
        made.element(made.top, None, root, namespace=SVG if root == "svg" else HTML)
    assert _raised(made.page) == []


_JUDGE = """
import hashlib, sys
from pathlib import Path
import orjson
from eaa_checker.capture.taking import page_of
from eaa_checker.judging.observing import judge_own, observe
from rules import book
folder = Path(sys.argv[1])
page = page_of((folder / "tree").read_bytes(), (folder / "records").read_bytes())
axe = orjson.loads((folder / "axe").read_bytes())
own = judge_own(page, book.load())
found = observe(own, axe, book.load(), settled=True)
print(len(found), hashlib.sha256(orjson.dumps([found, own.passed], option=orjson.OPT_SORT_KEYS)).hexdigest())
"""


async def _taken() -> Taken:
    browser = await start_browser(find(), "EAA-Checker/test")
    try:
        with DemoServer() as site:
            guard = Guard(frozenset({"127.0.0.1"}), allow_private=True)
            tab = await browser.tab(guard, viewport=(1280, 1024), locale="nl-NL")
            landing = await tab.go(site.origin + "/112.html", seconds=30)
            return await take(tab, landing, viewport=(1280, 1024), without=("hearing", "changing", "moving"))
    finally:
        await browser.close()


@pytest.mark.browser
def test_the_same_capture_gives_the_same_observations_byte_for_byte(tmp_path: Path) -> None:
    """In processes of their own, since the order of Python's sets differs from process to process."""
    taken = asyncio.run(_taken())
    for name in ("tree", "records", "axe"):
        (tmp_path / name).write_bytes(getattr(taken, name))
    said = [
        subprocess.run(
            [sys.executable, "-c", _JUDGE, str(tmp_path)],
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"},
            cwd=Path(__file__).parents[3],
        ).stdout
        for seed in ("1", "2")
    ]
    assert int(said[0].split()[0]) > 5
    assert said[0] == said[1]
