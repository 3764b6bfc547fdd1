"""The demo site in a bare browser: axe-core alone sees exactly the barriers that the list says it sees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Frame, Page, sync_playwright

from eaa_checker.browser.discovery import arguments, find
from eaa_checker.demo import DemoServer, Kind, barriers, pages

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
LEVELS_A_AND_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
RUN = (
    "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"
    ".then(r => JSON.stringify(r.violations.map(v => [v.id, v.nodes.map(n => n.target)])))"
)
SMALLEST_WIDTH = 320
"""CSS pixels, WCAG 1.4.10."""


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with DemoServer() as server:
        yield server.origin


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = find()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found.path, args=arguments(found))
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def element(page: Page, target: list[str | list[str]]) -> tuple[str, object]:
    """The frame and an identity of the element that axe or the list means by a chain of selectors."""
    steps = [step for part in target for step in (part if isinstance(part, list) else [part])]
    frame: Frame = page.main_frame
    handle = frame.query_selector(f"css={steps[0]}")
    for step in steps[1:]:
        assert handle is not None
        inner = handle.content_frame()
        if inner is not None:
            frame, handle = inner, inner.query_selector(f"css={step}")
        else:
            handle = handle.query_selector(f"css={step}")  # pierces the open shadow root
    assert handle is not None, f"nothing at {target}"
    number = handle.evaluate("e => { globalThis.n = globalThis.n || 0; return e.__n = e.__n || ++globalThis.n; }")
    return frame.url, number


@pytest.mark.parametrize("path", pages())
def test_axe_sees_exactly_the_listed_barriers(page: Page, origin: str, path: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith((origin, "about:", "data:")) else faults.append(r.url))
    page.goto(origin + path, wait_until="networkidle")
    for frame in page.frames:
        frame.evaluate(f"{AXE};0")
    found = {
        (rule, element(page, target))
        for rule, targets in json.loads(page.evaluate(RUN, LEVELS_A_AND_AA))
        for target in targets
    }
    listed = {
        (rule, element(page, list(place.selector)))
        for barrier in barriers(Kind.BARRIER)
        for place in barrier.places
        if place.page == path
        for rule in barrier.axe
    }
    assert found == listed
    assert not faults
    page.set_viewport_size({"width": SMALLEST_WIDTH, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST_WIDTH


def test_the_film_plays(page: Page, origin: str) -> None:
    page.goto(origin + "/video.html")
    page.locator("#film-start").click()
    page.wait_for_function("document.getElementById('film').currentTime > 0.3")
    assert 7.5 < page.evaluate("document.getElementById('film').duration") < 8.5


def test_the_menus_work_by_keyboard(page: Page, origin: str) -> None:
    page.goto(origin + "/onderwerpen.html")
    menu = page.locator("#lijst-water")
    button = page.locator("#knop-water")
    assert menu.is_hidden()
    button.press("Enter")
    assert menu.is_visible()
    assert (button.get_attribute("aria-expanded"), menu.get_attribute("aria-hidden")) == ("true", "false")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert menu.is_hidden()
    assert page.evaluate("document.activeElement.id") == "knop-water"
    page.set_viewport_size({"width": SMALLEST_WIDTH, "height": 640})
    main_menu = page.locator("#hoofdmenu")
    assert main_menu.is_hidden()
    page.locator(".menuknop").press("Space")
    assert main_menu.is_visible()


def test_every_stop_of_the_tab_key_can_be_seen(page: Page, origin: str) -> None:
    for path in ("/", "/contact.html", "/veelgestelde-vragen.html", "/risicos.html"):
        page.goto(origin + path)
        seen = 0
        for _ in range(60):
            page.keyboard.press("Tab")
            shown = page.evaluate(
                "() => { let e = document.activeElement; while (e.shadowRoot && e.shadowRoot.activeElement)"
                " e = e.shadowRoot.activeElement; if (e === document.body || e.tagName === 'IFRAME') return null;"
                " const s = getComputedStyle(e), b = e.getBoundingClientRect();"
                " return [e.outerHTML.slice(0, 80), s.outlineStyle, parseFloat(s.outlineWidth), b.width * b.height]; }"
            )
            if shown is None:
                continue
            seen += 1
            what, style, width, area = shown
            assert (style, width >= 2, area > 50) == ("solid", True, True), f"{path}: {what}"
        assert seen > 15


def test_the_form_says_what_is_missing_and_sends_nothing(page: Page, origin: str) -> None:
    page.goto(origin + "/contact.html")
    page.get_by_role("button", name="Verstuur").click()
    message = page.get_by_role("status")
    assert "Niet alles is ingevuld" in message.inner_text()
    assert page.evaluate("document.activeElement.id") == "naam"
    for field in ("naam", "e-mail", "vraag"):
        page.locator(f"#{field}").fill("voorbeeld")
    page.get_by_role("button", name="Verstuur").click()
    assert "er is niets verstuurd" in message.inner_text()
    assert page.url == origin + "/contact.html"
