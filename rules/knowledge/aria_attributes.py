"""ARIA states and properties as tables: which exist, what values they take, and where the page uses them.

Sources: WAI-ARIA 1.2, sections 6.2.4 (value types), 6.5.1 (global attributes) and 6.6 (definitions). Attributes that
the WAI-ARIA 1.3 draft adds and browsers already expose are taken in; where 1.3 widens a value, the wider one counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rules.page import SVG, Element, Page

TRUE_FALSE = frozenset(("true", "false"))
TRUE_FALSE_UNDEFINED = frozenset(("true", "false", "undefined"))
TRISTATE = frozenset(("true", "false", "mixed", "undefined"))

TOKENS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        ("aria-atomic", "aria-busy", "aria-disabled", "aria-modal", "aria-multiline", "aria-multiselectable",
         "aria-readonly", "aria-required"),
        TRUE_FALSE,
    ),
    **dict.fromkeys(("aria-expanded", "aria-grabbed", "aria-hidden", "aria-selected"), TRUE_FALSE_UNDEFINED),
    **dict.fromkeys(("aria-checked", "aria-pressed"), TRISTATE),
    "aria-autocomplete": frozenset(("inline", "list", "both", "none")),
    "aria-current": frozenset(("page", "step", "location", "date", "time", "true", "false")),
    "aria-haspopup": frozenset(("false", "true", "menu", "listbox", "tree", "grid", "dialog")),
    "aria-invalid": frozenset(("grammar", "false", "spelling", "true")),
    "aria-live": frozenset(("assertive", "off", "polite")),
    "aria-orientation": frozenset(("horizontal", "undefined", "vertical")),
    "aria-sort": frozenset(("ascending", "descending", "none", "other")),
}  # fmt: skip
"""Attributes of the value types true/false, tristate and token, with the values they take."""

TOKEN_LISTS: Mapping[str, frozenset[str]] = {
    "aria-dropeffect": frozenset(("copy", "execute", "link", "move", "none", "popup")),
    "aria-relevant": frozenset(("additions", "all", "removals", "text")),
}
ID_REFERENCES = frozenset(("aria-activedescendant",))
"""Attributes that name exactly one element."""
ID_REFERENCE_LISTS = frozenset(
    ("aria-actions", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage", "aria-flowto",
     "aria-labelledby", "aria-owns")
)  # fmt: skip
"""Attributes that name elements (``aria-details`` and ``aria-errormessage`` take several since WAI-ARIA 1.3)."""
INTEGERS = frozenset(
    ("aria-colcount", "aria-colindex", "aria-colspan", "aria-level", "aria-posinset", "aria-rowcount",
     "aria-rowindex", "aria-rowspan", "aria-setsize")
)  # fmt: skip
NUMBERS = frozenset(("aria-valuemax", "aria-valuemin", "aria-valuenow"))
STRINGS = frozenset(
    ("aria-braillelabel", "aria-brailleroledescription", "aria-colindextext", "aria-description",
     "aria-keyshortcuts", "aria-label", "aria-placeholder", "aria-roledescription", "aria-rowindextext",
     "aria-valuetext")
)  # fmt: skip

ATTRIBUTES = frozenset((*TOKENS, *TOKEN_LISTS, *ID_REFERENCES, *ID_REFERENCE_LISTS, *INTEGERS, *NUMBERS, *STRINGS))
"""Every state and property that exists."""

GLOBAL = frozenset(
    ("aria-actions", "aria-atomic", "aria-braillelabel", "aria-brailleroledescription", "aria-busy", "aria-controls",
     "aria-current", "aria-describedby", "aria-description", "aria-details", "aria-disabled", "aria-dropeffect",
     "aria-errormessage", "aria-flowto", "aria-grabbed", "aria-haspopup", "aria-hidden", "aria-invalid",
     "aria-keyshortcuts", "aria-label", "aria-labelledby", "aria-live", "aria-owns", "aria-relevant",
     "aria-roledescription")
)  # fmt: skip
"""Global states and properties, those whose global use WAI-ARIA 1.2 deprecates included."""

_INTEGER = re.compile(r"[+-]?\d+")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")


def valid_value(attribute: str, value: str) -> bool:
    """Whether *value* (not only white space) is of the value type of *attribute* (one of ``ATTRIBUTES``).

    Tokens are compared without regard to case, as browsers do; referenced elements need not exist.
    """
    text = value.strip()
    if attribute in TOKENS:
        return text.lower() in TOKENS[attribute]
    if attribute in TOKEN_LISTS:
        return all(token in TOKEN_LISTS[attribute] for token in text.lower().split())
    if attribute in ID_REFERENCES:
        return len(text.split()) == 1
    if attribute in INTEGERS:
        return bool(_INTEGER.fullmatch(text))
    if attribute in NUMBERS:
        return bool(_NUMBER.fullmatch(text))
    return True


def aria_attributes(page: Page) -> list[tuple[Element, tuple[str, ...]]]:
    """Every element with attributes that start with ``aria-``, with the names of these, in order; kept per page."""
    found: list[tuple[Element, tuple[str, ...]]] | None = page.__dict__.get("_aria_attributes")
    if found is None:
        found = []
        for element in page.elements():
            if element.attributes:
                names = tuple(name for name in element.attributes if name.startswith("aria-"))
                if names:
                    found.append((element, names))
        page.__dict__["_aria_attributes"] = found
    return found


def html_or_svg(element: Element) -> bool:
    """An HTML or SVG element (ACT "namespaced element")."""
    return element.is_html or element.namespace == SVG
