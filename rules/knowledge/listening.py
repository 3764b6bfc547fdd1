"""Which events the page's scripts listen to, from the record of the ``listeners`` probe."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rules.page import Element, Page

CLICKS = ("click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend", "keydown", "keyup")


def _record(page: Page) -> Mapping[str, Any]:
    record = page.document.record("listeners") if page.documents else None
    return record if isinstance(record, dict) else {"page": {}, "nodes": {}}


def known(page: Page) -> bool:
    """The probe has run."""
    return bool(page.documents) and isinstance(page.document.record("listeners"), dict)


def page_hears(page: Page, *types: str) -> bool:
    """The window, the document, its root or its body listens to one of *types*."""
    return any(t in _record(page)["page"] for t in types)


def hears(element: Element, *types: str) -> bool:
    """The element itself listens to one of *types* (attributes such as ``onclick`` included)."""
    page = element.document.page
    kept: dict[str, frozenset[int]] = page.__dict__.setdefault("_listening", {})
    for kind in types:
        if kind not in kept:
            kept[kind] = frozenset(_record(page)["nodes"].get(kind, ()))
        if element.backend_id in kept[kind]:
            return True
    return False


def reacts(element: Element, *types: str) -> bool:
    """A script may react when *types* (by default: a click) reach the element: on itself or on anything around it."""
    wanted = types or CLICKS
    if page_hears(element.document.page, *wanted) or hears(element, *wanted):
        return True
    return any(hears(ancestor, *wanted) for ancestor in element.flat_ancestors())
