"""What axe-core says of a page that we make ourselves."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def check(page: Page) -> tuple[list[tuple[str, str]], int]:
    """What is wrong (the rule and the first element), and how many rules passed."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    # Of what passed only that it did: all those elements in full would take most of the time.
    result = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS)
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in result["violations"]], len(result["passes"])
