"""Pages made as government sites are really made, and made well: no rule of ours accuses them of anything.

They hold what such sites are full of: cookie bars, mega menus, carousels, skip links, icon buttons with hidden text,
accordions, tables, breadcrumbs, search with an ``aria-label``, drawings from a sprite, embedded video, menus off
canvas, web components, cards that are links as a whole, and the habits of Drupal, Bootstrap and of old templates.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eaa_checker.serving import FolderServer
from rules import book
from rules.contract import Verdict

if TYPE_CHECKING:
    from conftest import ExampleBrowser

FOLDER = Path(__file__).with_name("realistic")
SLOW = frozenset(("hearing", "changing", "moving", "shortcuts", "ocr"))
"""Probes left out here: these pages have no sound, and nothing in them answers to keys or moves."""


@pytest.mark.browser
@pytest.mark.parametrize("name", sorted(f.name for f in FOLDER.glob("*.html") if f.name != "video.html"))
def test_a_well_made_page_is_accused_of_nothing(name: str, example_browser: ExampleBrowser) -> None:
    with FolderServer(FOLDER) as server:
        page = example_browser.page_at(f"{server.origin}/{name}", SLOW)
    judged = list(book.load().judge(page))
    failed = [(j.rule.id, j.target, j.explanation) for j in judged if j.outcome.verdict is Verdict.FAILED]
    # Level AAA asks more contrast and longer link texts than these pages give.
    beyond = ("text-has-enhanced-contrast", "link-name-is-descriptive", "links-with-same-name-lead-to-same")
    assert [f for f in failed if f[0] not in beyond] == []
    assert not [j for j in judged if j.outcome.word == "rule-raised"]
    assert sum(j.outcome.verdict is Verdict.PASSED for j in judged) > 20
