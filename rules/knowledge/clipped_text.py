"""Texts that are cut off when a page is enlarged or its text is spaced, from the records of the probes.

Source: ACT rule 59br37 (applicability and expectations); what may excuse a cut is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rules.contract import Outcome, cannot_tell, failed, passed
from rules.page import Element, Page

_MORE = re.compile(r"\b(meer|lees|toon|uitklap|open|more|show|expand|read|volledig|alles)\w*", re.IGNORECASE)


def in_clips(page: Page, probe: str) -> list[Element]:
    """HTML elements with visible text inside something that clips what does not fit, as *probe* saw them, in order."""
    found: dict[Element, None] = {}
    for document in page.documents:
        for path in (document.record(probe) or {}).get("targets", ()):
            element = document.element_at(path)
            if element is not None and element.is_html:
                found[element] = None
    return sorted(found, key=lambda e: e.index)


def _clipped(page: Page, probe: str) -> dict[Element, list[Mapping[str, Any]]]:
    """Element → what is cut off of its texts; worked out once per page and probe."""
    cache: dict[str, dict[Element, list[Mapping[str, Any]]]] = page.__dict__.setdefault("_clipped_texts", {})
    if probe not in cache:
        found: dict[Element, list[Mapping[str, Any]]] = {}
        for document in page.documents:
            for entry in (document.record(probe) or {}).get("clipped", ()):
                element = document.element_at(entry["path"])
                if element is not None:
                    found.setdefault(element, []).append(entry)
        cache[probe] = found
    return cache[probe]


def judge_clipped(target: Element, probe: str) -> Outcome:
    """``across`` or ``down`` where a text of *target* is cut off, or the question that must be answered first."""
    asked: Outcome | None = None
    for entry in _clipped(target.document.page, probe).get(target, ()):
        across = entry["axis"] == "x"
        if (across and entry["nowrap"] and entry["ellipsis"]) or (not across and entry["one_line"]):
            continue
        text = entry["text"]
        details: dict[str, object] = {"text": text if len(text) <= 80 else text[:77] + "…"}
        question = _question(target, entry, details)
        if not question:
            return failed("across" if across else "down", **details)
        asked = asked or cannot_tell(question, **details)
    return asked or passed()


def _question(target: Element, entry: Mapping[str, Any], details: dict[str, object]) -> str:
    """The word of the question to ask before a cut text can be held against the page; empty when there is none."""
    if entry["moving"]:
        return "moving"
    if entry["clamped"]:
        return "clamped"
    if entry["block_out"]:
        return "beside"
    box = target.document.element_at(entry["by"])
    button = _more_button(box) if box is not None else None
    if button is not None:
        details["button"] = button.name
        return "expand"
    return ""


def _more_button(box: Element) -> Element | None:
    """A control in or beside the box that says it shows the rest, or that opens something."""
    parent = box.flat_parent
    around = [box, *(c for c in (parent.flat_children if parent is not None else ()) if isinstance(c, Element))]
    for element in around:
        for candidate in (element, *element.flat_descendants()):
            if candidate.role in ("button", "link") and (
                candidate.has("aria-expanded") or (candidate.role == "button" and _MORE.search(candidate.name))
            ):
                return candidate
    return None
