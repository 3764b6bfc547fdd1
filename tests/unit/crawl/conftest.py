"""What the tests of the crawl share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from crawl_site import CrawlSite, serving


@pytest.fixture
def site() -> Iterator[CrawlSite]:
    with serving() as running:
        yield running


@pytest.fixture
def other_site() -> Iterator[CrawlSite]:
    with serving() as running:
        yield running
