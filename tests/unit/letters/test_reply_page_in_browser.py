"""The reply form as a web page in a real browser: accessible, filled in, saved, and read back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import axe_playwright_python
import pytest
from letter_made import FINDING, matter
from playwright.sync_api import Browser, Error, sync_playwright

from eaa_checker.letters.reply_form import page as form_page
from eaa_checker.letters.reply_form import read_form

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if root else [])
        except Error as error:
            pytest.skip(f"no Chromium that starts: {str(error).splitlines()[0]}")
        yield running
        running.close()


def test_the_form_is_accessible_and_its_file_is_read(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "formulier.html"
    file.write_bytes(form_page(matter(findings=(FINDING, replace(FINDING, number="B-02", fact="</script><b>x")))))
    page = browser.new_context(viewport={"width": 390, "height": 800}, accept_downloads=True).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in result["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("group", name="Uw reactie op B-01").get_by_label("Wij hebben het hersteld").check()
    page.get_by_label("Hersteld op, bij B-01").fill("3-12-2026")
    page.get_by_label("Toelichting bij B-01").fill("Klaar.")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Opslaan als bestand").press("Enter")
    saving.value.save_as(tmp_path / "reactie.json")
    assert "opgeslagen" in page.get_by_role("status").inner_text()
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []
    page.context.close()
    (row,) = read_form(tmp_path / "reactie.json").rows
    assert (row.finding, row.kind, row.body, row.repaired_on) == ("B-01", "repaired", "Klaar.", date(2026, 12, 3))
