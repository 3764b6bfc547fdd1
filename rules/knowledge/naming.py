"""What makes an accessible name a name: text somebody can hear, and not the browser's own stopgap.

Sources: Accessible Name and Description Computation 1.2; HTML Accessibility API Mappings 1.0, section 4.1; Unicode
categories Co (private use: icon fonts put their drawings there), Cf (zero-width and direction marks) and Cc.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from rules.page import Element

_SILENT = frozenset(("Co", "Cf", "Cc", "Zs", "Zl", "Zp"))
"""Unicode categories without anything to say aloud."""


_NAMED_BY_CONTENT = frozenset(
    ("button", "link", "heading", "menuitem", "menuitemcheckbox", "menuitemradio", "tab", "switch", "checkbox", "radio",
     "option", "treeitem", "tooltip", "disclosuretriangle", "summary")
)  # fmt: skip
_REGIONS = frozenset(
    ("alert", "article", "banner", "complementary", "contentinfo", "figure", "form", "group", "log", "main", "marquee",
     "navigation", "note", "region", "search", "status", "timer")
)  # fmt: skip
"""Roles whose text Chromium leaves out of the name of a control around them."""


def speakable(name: str) -> bool:
    """The name holds at least one character that means something: not only space, zero-width or private-use ones."""
    return any(unicodedata.category(c) not in _SILENT for c in name)


def name_fault(element: Element) -> Literal["", "empty", "icon-character"]:
    """Why the accessible name is no name: ``"empty"``, only an icon font's ``"icon-character"``; else ``""``.

    Chromium drops a ``title`` that only repeats the element's text, also for roles that their content does not name,
    such as a text box, and it leaves out text in a part with a role of its own, such as ``status`` in a button. The
    name computation (2F to 2I) takes both.
    """
    name = element.name
    if speakable(name) or (speakable(element.get("title")) and element.get("title").strip() == element.text):
        return ""
    if element.role in _NAMED_BY_CONTENT and _text_in_regions(element):
        return ""
    return "icon-character" if any(unicodedata.category(c) == "Co" for c in name) else "empty"


def _text_in_regions(element: Element) -> bool:
    """It holds exposed text, or a picture with a name, in a part with one of ``_REGIONS``."""
    told = [text.flat_parent for text in element.flat_texts() if speakable(text.data)]
    told += [e.flat_parent for e in element.flat_descendants() if e.tag in ("img", "svg") and speakable(e.name)]
    for parent in told:
        if parent is None or parent.hidden_from_at:
            continue
        for around in (parent, *parent.flat_ancestors()):
            if around is element:
                break
            if around.role in _REGIONS:
                return True
    return False


def name_source(element: Element) -> str:
    """The attribute or native source that gave the name (``alt``, ``title``, ``type`` …); ``""`` if unknown.

    ``type`` stands for the browser's own default text of a button, ``value`` for a field's value.
    """
    if element.ax is None:
        return ""
    used = next((s for s in element.ax.name_sources if s.value.strip() and not s.superseded), None)
    return (used.attribute or used.kind) if used is not None else ""
