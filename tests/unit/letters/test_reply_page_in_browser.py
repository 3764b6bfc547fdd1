"""The reply form as a web page in a real browser: accessible, filled in, saved, and read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from axe_check import check
from letter_made import FINDING, matter
from playwright.sync_api import Browser

from eaa_checker.letters.reply_form import page as form_page
from eaa_checker.letters.reply_form import read_form

pytestmark = pytest.mark.browser

def test_the_form_is_accessible_and_its_file_is_read(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "formulier.html"
    file.write_bytes(form_page(matter(findings=(FINDING, replace(FINDING, number="B-02", fact="</script><b>x")))))
    page = browser.new_context(viewport={"width": 390, "height": 800}, accept_downloads=True).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    violations, _ = check(page)
    assert violations == []
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
