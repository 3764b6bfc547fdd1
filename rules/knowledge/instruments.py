"""Instruments: what a user can operate on a page to get something done (ACT glossary, "instrument").

A machine sees which controls there are, and whether one can do anything at all; what it does, it may not try out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules import focus
from rules.knowledge.listening import CLICKS, hears, reacts
from rules.page import Element, Page

_STATEFUL = frozenset(
    ("checkbox", "radio", "range", "text", "search", "number", "color", "date", "time", "", "email", "tel")
)
_BUTTONS = frozenset(("button", "submit", "reset", "image"))
_ROLES = frozenset(
    ("button", "switch", "checkbox", "slider", "radio", "menuitem", "menuitemcheckbox", "tab", "combobox", "spinbutton")
)
_SETTINGS = re.compile(
    r"instelling|voorkeur|settings?\b|preferences?|options?\b|opties|toegankelijkheid|accessibility|hulp\b|help\b|"
    r"einstellung|paramètres|ynstelling",
    re.I,
)


def working(page: Page) -> Iterator[Element]:
    """Controls that can do something: fields that are not disabled, buttons that a script or a form answers, links that
    act on this page or lead to settings. Hidden ones too: another control may show them."""
    for element in page.elements():
        if element.namespace.endswith("svg") or _disabled(element):
            continue
        if element.is_html and element.tag == "input":
            kind = element.get("type").strip().lower()
            if kind in _STATEFUL or (kind in _BUTTONS and _button_works(element)):
                yield element
        elif element.is_html and element.tag in ("select", "textarea", "summary"):
            yield element
        elif element.is_html and element.tag == "button":
            if _button_works(element):
                yield element
        elif element.is_html and element.tag == "a" and element.has("href"):
            if acts_here(element) or hears(element, *CLICKS) or leads_to_settings(element):
                yield element
        elif (element.role in _ROLES and reacts(element)) or (hears(element, *CLICKS) and element.tag != "form"):
            yield element


def _disabled(element: Element) -> bool:
    return (element.is_html and focus.disabled(element)) or element.get("aria-disabled") == "true"


def _button_works(button: Element) -> bool:
    kind = button.get("type", "submit" if button.tag == "button" else "button").strip().lower()
    in_form = button.closest("form") is not None or button.has("form")
    return (kind in ("submit", "reset", "image", "") and in_form) or button.has("popovertarget") or reacts(button)


def acts_here(link: Element) -> bool:
    """A link that does something on this page instead of leading elsewhere."""
    target = link.get("href").strip().lower()
    return target in ("#", "#!", "") or target.startswith("javascript:")


def leads_to_settings(element: Element) -> bool:
    """Its name says that settings, options or help are behind it."""
    return bool(_SETTINGS.search(element.name))


def shown(element: Element) -> bool:
    """A user can see it, or hear it named."""
    return element.visible and element.exposed
