"""The HTML report in a real browser: accessible by axe-core, reflowing, and immune to what pages say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_check import check
from playwright.sync_api import Browser, Page
from report_samples import hostile_report, report

from eaa_checker.report import html_file

pytestmark = pytest.mark.browser

@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    html_file.write(report(), folder / "nl.html", "nl")
    html_file.write(report(), folder / "en.html", "en")
    html_file.write(report([], lines=[], passed={}, ran=()), folder / "empty.html", "nl")
    html_file.write(hostile_report(), folder / "hostile.html", "nl")
    return folder


def opened(browser: Browser, file: Path, **context: Any) -> Page:
    page = browser.new_context(**context).new_page()
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("nl", 1280, "light"), ("nl", 1280, "dark"), ("nl", 390, "light"), ("nl", 390, "dark"),
        ("en", 1280, "light"), ("empty", 390, "dark"), ("hostile", 1280, "light"),
    ],
)  # fmt: skip
def test_axe_finds_nothing(browser: Browser, files: Path, name: str, width: int, scheme: Any) -> None:
    page = opened(browser, files / f"{name}.html", viewport={"width": width, "height": 900}, color_scheme=scheme)
    try:
        # Everything that can be opened is judged opened; axe skips what is folded away.
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        violations, passed = check(page)
        assert violations == []
        assert passed > 20
    finally:
        page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["nl", "hostile"])
def test_nothing_sticks_out(browser: Browser, files: Path, name: str, width: int) -> None:
    page = opened(browser, files / f"{name}.html", viewport={"width": width, "height": 800})
    try:
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") == width
    finally:
        page.context.close()


def test_tables_stay_tables_when_they_are_stacked(browser: Browser, files: Path) -> None:
    page = opened(browser, files / "nl.html", viewport={"width": 390, "height": 900})
    try:
        table = page.get_by_role("table", name="Overzicht van de waarnemingen, met het bereik van elk")
        assert table.get_by_role("columnheader").count() == 4
        assert table.get_by_role("rowheader", name="De knop heeft geen naam.").count() == 1
    finally:
        page.context.close()


def test_hostile_pages_reach_neither_script_nor_network(browser: Browser, files: Path) -> None:
    asked: list[str] = []
    page = browser.new_context().new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.goto((files / "hostile.html").as_uri(), wait_until="load")
    try:
        assert page.title().startswith("Scanrapport </script><script>document.title='geraakt'"), "text, not run"
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert page.locator("#inhoud > section").count() == 6
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">')")
        page.wait_for_timeout(100)
        assert page.title() != "1", "the policy stops what escaping would have missed"
    finally:
        page.context.close()


def test_the_filter_narrows_and_says_so(browser: Browser, files: Path) -> None:
    page = opened(browser, files / "nl.html")
    try:
        page.get_by_label("Waarnemingen filteren op woorden").fill("knop oneens")
        assert page.get_by_role("status").inner_text() == "0 van 6 waarnemingen getoond"
        page.get_by_label("Waarnemingen filteren op woorden").fill("Knop")
        assert page.get_by_role("status").inner_text() == "1 van 6 waarnemingen getoond"
        assert page.locator("#waarnemingen article:visible").count() == 1
        assert page.locator("#waarnemingen h3:visible").count() == 1
        page.get_by_label("Waarnemingen filteren op woorden").fill("")
        assert page.locator("#waarnemingen article:visible").count() == 6
    finally:
        page.context.close()


def test_without_script_everything_is_there(browser: Browser, files: Path) -> None:
    page = opened(browser, files / "nl.html", java_script_enabled=False)
    try:
        assert page.locator("#waarnemingen article:visible").count() == 6
        assert page.locator("#filter").is_hidden()
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "Naar de inhoud"
        assert page.locator(":focus").is_visible()
    finally:
        page.context.close()


def test_on_paper_the_folded_parts_are_open(browser: Browser, files: Path) -> None:
    page = opened(browser, files / "nl.html", java_script_enabled=False)
    try:
        page.emulate_media(media="print")
        assert page.locator("details .addresses").first.is_visible()
        assert page.locator(".toc").is_hidden()
        assert page.pdf()[:5] == b"%PDF-"
    finally:
        page.context.close()
