"""Where the keyboard focus cannot get out again, from the record of the ``keyboard`` probe.

Words as in ACT's glossary, "standard keyboard navigation": Tab, Shift+Tab, arrows, Escape, Enter and Space. The probe
presses Tab, Shift+Tab and Escape; Enter and Space activate controls, which it never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rules.knowledge.listening import CLICKS, reacts
from rules.knowledge.media_alternatives import said
from rules.page import HTML, SVG, Element, Page

_INSTRUCTION = re.compile(
    r"\b(druk|toets\w*|sneltoets\w*|press|keys?|keyboard|toetsenbord|ctrl|control|escape|esc|alt|shift|cmd|taste\w*)\b",
    re.I,
)
_DIALOGS = ("dialog", "alertdialog")
_CONTROLS = ("button", "link", "menuitem", "checkbox", "switch", "tab", "option", "radio", "combobox", "summary")


@dataclass(frozen=True, slots=True, eq=False)
class Trap:
    """Elements between which Tab goes round and never comes out."""

    elements: tuple[Element, ...]
    facts: Mapping[str, Any]

    @property
    def left_by_standard_keys(self) -> bool:
        """Shift+Tab leads out of the page, or Escape and then Tab; or it is a dialog that has its own button."""
        return bool((self.facts["backward"] and not self.facts["pulled"]) or self.facts["escape"]) or self._dialog

    @property
    def _dialog(self) -> bool:
        """All of it in an open dialog with a named button: to keep the focus is what a dialog is for."""
        return all(_in_dialog(e) for e in self.elements) and any(
            e.role in ("button", "link") and e.name for e in self.elements
        )

    @property
    def pulled(self) -> bool:
        """The focus does leave the page backwards, but a script takes it back."""
        return bool(self.facts["pulled"])

    @property
    def may_be_opened(self) -> bool:
        """Something in it may let the user out when it is activated; a machine may not try that."""
        return any(e.role in _CONTROLS and reacts(e, *_activation(e)) for e in self.elements)

    @property
    def way(self) -> str:
        """The key combination, named on the page, that led out; empty when none did."""
        return str(self.facts["way"])

    @property
    def told(self) -> bool:
        """The combination that led out stands in the page's visible, exposed text."""
        words = re.findall(r"\w+", self.way.lower())
        text = [word.lower() for word in said(self.elements[0].document.page, seen=True)]
        return any(text[n : n + len(words)] == words for n in range(len(text)))

    @property
    def instructed(self) -> bool:
        """The page's visible, exposed text speaks of keys."""
        page = self.elements[0].document.page
        return bool(_INSTRUCTION.search(" ".join(said(page, seen=True))))


def _activation(element: Element) -> tuple[str, ...]:
    """Events that come with activating it: of a native control the keys come as a click."""
    native = element.is_html and element.tag in ("button", "a", "input", "summary", "select", "option")
    return CLICKS[:7] if native else CLICKS


def _in_dialog(element: Element) -> bool:
    return any(
        e.role in _DIALOGS or e.get("aria-modal") == "true" or (e.tag == "dialog" and e.is_html)
        for e in (element, *element.flat_ancestors())
    )


def walked(page: Page) -> bool:
    """The probe has run."""
    return bool(page.documents) and isinstance(page.document.record("keyboard"), dict)


def unreached(page: Page) -> bool:
    """Not every stop was tried: there are too many, or time was up."""
    record = page.document.record("keyboard")
    return isinstance(record, dict) and record["state"] == "far"


def trap_of(element: Element) -> Trap | None:
    """The trap that *element* is part of."""
    page = element.document.page
    traps: dict[Element, Trap] | None = page.__dict__.get("_traps")
    if traps is None:
        traps = page.__dict__["_traps"] = {}
        frames = {d.frame_id: d for d in page.documents}
        record = page.document.record("keyboard")
        for facts in record["traps"] if isinstance(record, dict) else ():
            found = [frames[f].element_at(path) for f, path in facts["elements"] if f in frames]
            trap = Trap(tuple(e for e in found if e is not None), facts)
            traps |= dict.fromkeys(trap.elements, trap)
    return traps.get(element)


def focusable_elements(page: Page) -> Iterator[Element]:
    """HTML and SVG elements that can take the focus, by ACT's definition: in the tab order, or with a ``tabindex``."""
    for element in page.elements():
        if element.namespace in (HTML, SVG) and element.focusable:
            yield element
