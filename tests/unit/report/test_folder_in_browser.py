"""The folder report in a real browser that is refused everything but files, with and without script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_check import check
from playwright.sync_api import Browser, Page, Route
from report_samples import hostile_report, report

from eaa_checker.report import html_folder

pytestmark = pytest.mark.browser

@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("folder")
    html_folder.write(report(), path / "nl", "nl")
    html_folder.write(report(), path / "en", "en")
    html_folder.write(hostile_report(), path / "hostile", "nl")
    html_folder.write(report([], lines=[], passed={}, ran=()), path / "empty", "nl")
    return path


def opened(browser: Browser, asked: list[str] | None = None, **context: Any) -> Page:
    """A page that can reach files and nothing else; *asked* gets every other address that was tried."""

    def only_files(route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            (asked if asked is not None else []).append(route.request.url)
            route.abort()

    page = browser.new_context(**context).new_page()
    page.route("**/*", only_files)
    return page


@pytest.mark.parametrize(
    ("file", "width", "scheme"),
    [
        ("nl/index.html", 1280, "light"), ("nl/index.html", 390, "dark"), ("nl/wcag-1.1.1.html", 1280, "dark"),
        ("en/wcag-4.1.2.html", 390, "light"), ("en/pages.html", 1280, "light"), ("nl/werkwijze.html", 1280, "light"),
        ("nl/wcag-2.5.4.html", 1280, "light"), ("hostile/index.html", 1280, "light"),
        ("empty/index.html", 390, "light"),
    ],
)  # fmt: skip
def test_axe_finds_nothing_and_nothing_sticks_out(
    browser: Browser, folder: Path, file: str, width: int, scheme: Any
) -> None:
    asked: list[str] = []
    page = opened(browser, asked, viewport={"width": width, "height": 900}, color_scheme=scheme)
    try:
        page.goto((folder / file).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        violations, passed = check(page)
        assert violations == []
        assert passed > 20
        assert asked == []
    finally:
        page.context.close()


def test_choosing_works_without_script_and_by_keyboard(browser: Browser, folder: Path) -> None:
    asked: list[str] = []
    page = opened(browser, asked, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    try:
        page.goto((folder / "nl" / "index.html").as_uri())
        rows = page.locator("tr[data-state]:visible")
        assert rows.count() == 51
        page.get_by_label("barrière gezien", exact=False).first.focus()
        page.keyboard.press("Space")
        assert rows.count() == 6
        assert page.get_by_role("row", name="1.1.1 Niet-tekstuele content").is_visible()
        page.get_by_label("AA", exact=True).check()
        assert [row.split("\t")[0] for row in rows.all_inner_texts()] == ["1.4.3 Contrast (minimum)"]
        page.get_by_label("alle", exact=False).first.check()
        assert rows.count() == 20
        page.get_by_text("Kies voor wie het toetspunt telt").click()
        page.get_by_label("mensen die niet kunnen horen").check()
        assert 0 < rows.count() < 20
        page.emulate_media(media="print")
        assert rows.count() == 51, "on paper stands everything"
        page.emulate_media(media="screen")
        page.goto((folder / "nl" / "wcag-1.1.1.html").as_uri())
        assert page.locator(".obs:visible").count() == 2
        page.get_by_label("alleen vragen").check()
        assert page.locator(".obs:visible").all_inner_texts()[0].startswith("Zegt “foto” hetzelfde")
        assert page.locator(".obs:visible").count() == 1
        assert page.locator("img").first.get_attribute("alt") == (
            "Uitsnede van de pagina met het element omlijnd: img in de kop (logo)"
        )
        assert page.pdf()[:5] == b"%PDF-"
        page.get_by_role("link", name="Volgende: 1.2.1").click()
        assert page.url.endswith("wcag-1.2.1.html")
        assert asked == []
    finally:
        page.context.close()


def test_pictures_are_shown_and_whatever_escaped_would_not_run(browser: Browser, folder: Path) -> None:
    asked: list[str] = []
    page = opened(browser, asked)
    try:
        page.goto((folder / "nl" / "wcag-1.1.1.html").as_uri(), wait_until="load")
        assert page.evaluate("[...document.images].filter(i => i.naturalWidth == 0).length") == 0
        page.goto((folder / "hostile" / "index.html").as_uri(), wait_until="load")
        title = page.title()
        for link in page.locator("table a").all()[:3]:
            assert not (link.get_attribute("href") or "").startswith(("http", "javascript"))
        page.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">"
            "<img src=\"http://127.0.0.1:9/leak\">')"
        )
        page.wait_for_timeout(100)
        assert page.title() == title
        assert asked == [], "the policy stops what escaping would have missed"
    finally:
        page.context.close()
