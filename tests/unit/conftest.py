"""What the pages that we make ourselves are opened with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a file; not for longer, since Playwright's loop stands in the way of tests with a loop."""
    from playwright.sync_api import Error, sync_playwright  # here: most of the unit tests do without

    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if root else [])
        except Error as error:
            pytest.skip(f"no Chromium that starts: {str(error).splitlines()[0]}")
        yield running
        running.close()
