"""Declarations in ``style`` attributes: which value holds, and whether it is important.

Sources: CSS Syntax Module Level 3, section 5.4.4 "Consume a list of declarations"; CSS Cascading Level 4 (importance);
ACT rules 24afc2, 78fd32 and 9e45ec ("declared in a style attribute", "important").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rules.page import Element, Page, Text
from rules.visibility import px, text_visible

INHERITING = frozenset(("inherit", "unset", "revert", "revert-layer"))
"""Keywords that take an inherited property from the parent or from another origin."""

_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_VALUE = re.compile(r"normal|initial|inherit|unset|revert|revert-layer|[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?([a-z]+|%)?|"
                    r"(calc|min|max|clamp|var|env)\(.*\)", re.DOTALL)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Declared:
    """The declaration of a property that wins within one ``style`` attribute."""

    value: str
    important: bool


def _cut(style: str) -> list[str]:
    """The declarations, cut at semicolons outside brackets and quotes; comments left out."""
    text = re.sub(r"/\*.*?(\*/|$)", " ", style, flags=re.DOTALL)
    parts: list[str] = []
    depth, start, quote = 0, 0, ""
    for i, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth = max(0, depth - 1)
        elif char == ";" and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    return parts


@lru_cache(maxsize=2048)
def declared(style: str, wanted: str) -> Declared | None:
    """What a ``style`` attribute declares for one of the spacing properties, its shorthands included; None if nothing.

    Values that browsers do not know are left out, as they do.
    """
    held: Declared | None = None
    for part in _cut(style):
        name, colon, value = part.partition(":")
        if not colon:
            continue
        name = name.strip().lower()
        important = _IMPORTANT.search(value) is not None
        value = _IMPORTANT.sub("", value).strip().lower()
        if name == "font" and wanted == "line-height":
            match = re.search(r"/\s*(\S+)", value)
            value = match[1] if match else "normal"
        elif name == "all":
            value = value if value in INHERITING or value == "initial" else ""
        elif name != wanted:
            continue
        if not _VALUE.fullmatch(value) or (held is not None and held.important and not important):
            continue
        if wanted != "line-height" and re.fullmatch(r"[+-]?[\d.]+", value) and float(value) != 0:
            continue  # A number without a unit is no length.
        held = Declared(value, important)
    return held


def important_source(element: Element, prop: str, inherited: Callable[[Element, Element], bool]) -> Element | None:
    """The element whose ``style`` attribute holds the important value in effect on *element*; None when there is none.

    *inherited* says of an element and its parent whether the element plainly has its parent's value.
    """
    node: Element | None = element
    while node is not None:
        own = declared(node.get("style"), prop) if node.has("style") else None
        if own is not None and not own.important:
            return None
        if own is not None and own.value not in INHERITING:
            return node
        parent = node.flat_parent
        if parent is None or not inherited(node, parent):
            return None
        node = parent
    return None


def spaced_elements(
    candidates: list[Element], prop: str, inherited: Callable[[Element, Element], bool]
) -> list[Element]:
    """HTML elements with visible text of their own whose *prop* is important by a ``style`` attribute, in order.

    *candidates* are the elements with a ``style`` attribute that mentions the property.
    """
    found: dict[int, Element] = {}
    for candidate in candidates:
        own = declared(candidate.get("style"), prop)
        if own is None or not own.important or own.value in INHERITING:
            continue
        for element in (candidate, *candidate.flat_descendants()):
            if element.index in found or not element.is_html or not has_visible_text(element):
                continue
            if important_source(element, prop, inherited) is not None:
                found[element.index] = element
    return [found[index] for index in sorted(found)]


def has_visible_text(element: Element) -> bool:
    """One of the element's text children can be seen."""
    return any(isinstance(child, Text) and text_visible(child) for child in element.flat_children)


def forced_spacing(page: Page, prop: str) -> list[Element]:
    """HTML elements with visible text whose *prop*, a length, is made important by a ``style`` attribute, in order."""
    candidates = [e for e in page.with_attribute("style") if "important" in e.get("style").lower()]
    return spaced_elements(candidates, prop, same_length(prop))


def same_length(prop: str) -> Callable[[Element, Element], bool]:
    """The element has its parent's computed length."""

    def inherited(element: Element, parent: Element) -> bool:
        return element.style(prop) == parent.style(prop)

    return inherited


def spacing(element: Element, prop: str) -> tuple[float, float] | None:
    """(computed spacing in px, computed font size in px); None when one of them is not a length."""
    size = px(element.style("font-size"))
    value = element.style(prop)
    if size is None or size <= 0:
        return None
    if value in ("normal", ""):
        return 0.0, size
    if value.endswith("%"):
        try:
            return float(value[:-1]) / 100 * size, size
        except ValueError:
            return None
    length = px(value)
    return None if length is None else (length, size)


_SPACED = re.compile(
    r"[A-Za-z\u00c0-\u02af\u0370-\u052f\u0531-\u058f\u05d0-\u05ea\u10a0-\u10ff\u1e00-\u1fff\uac00-\ud7af]"
)


def letters_take_space(element: Element) -> bool:
    """Its own text has letters of a script that is written with separate letters (Latin, Greek, Cyrillic …)."""
    return any(isinstance(c, Text) and _SPACED.search(c.data) is not None for c in element.flat_children)


def too_little(element: Element, prop: str, least: float) -> float | None:
    """The spacing of its letters or words as a part of the font size where that is less than *least*; else None."""
    found = spacing(element, prop)
    if found is None or not letters_take_space(element):
        return None
    width, size = found
    return None if width >= least * size - 0.005 else width / size
