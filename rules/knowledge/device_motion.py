"""Reaction of a page to the motion and orientation of the device, from the record of the ``moving`` probe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rules.page import HTML, Element, Page


def _events(page: Page) -> Mapping[str, Any]:
    record = page.document.record("moving")
    return record["events"] if isinstance(record, dict) else {}


def moved_documents(page: Page) -> Iterator[Element]:
    """The root of the top document when it is HTML and its window listens to motion or orientation."""
    root = page.document.root
    if root is not None and root.namespace == HTML and _events(page):
        yield root


def changed_by_motion(root: Element) -> bool:
    """Something in the page changed when the device was turned or shaken."""
    return any(event["what"] for event in _events(root.document.page).values())
