"""Parts of a page that are switched off, with their labels: the exceptions of the contrast rules.

Source: ACT rules afw4f7 and 09o5cg (applicability), ACT glossary "disabled element"; WAI-ARIA 1.2 class diagram for
the roles that inherit from ``widget`` and ``group``.
"""

from __future__ import annotations

from rules import focus
from rules.page import Element, Page

WIDGETS_AND_GROUPS = frozenset(
    (
        "button", "checkbox", "columnheader", "combobox", "details", "fieldset", "graphics-object", "grid", "gridcell",
        "group", "link", "listbox", "menu", "menubar", "menuitem", "menuitemcheckbox", "menuitemradio", "option",
        "progressbar", "radio", "radiogroup", "row", "rowheader", "scrollbar", "searchbox", "select", "separator",
        "slider", "spinbutton", "switch", "tab", "tablist", "textbox", "toolbar", "tree", "treegrid", "treeitem",
        "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref",
    )
)  # fmt: skip
_GROUPS_ONLY = frozenset(("details", "fieldset", "graphics-object", "group", "toolbar"))


def switched_off(page: Page) -> set[Element]:
    """Disabled widgets and groups, and the elements that name disabled widgets; what is inside them is excepted."""
    cache: dict[str, set[Element]] = page.__dict__.setdefault("_switched_off", {})
    if "all" not in cache:
        off = _disabled(page)
        cache["all"] = off | _labels(page, off)
    return cache["all"]


def _disabled(page: Page) -> set[Element]:
    off: set[Element] = set()
    for element in page.elements("button", "input", "select", "textarea", "fieldset", "optgroup", "option"):
        if focus.disabled(element):
            off.add(element)
    for element in page.with_attribute("aria-disabled"):
        if element.get("aria-disabled").strip().lower() != "true":
            continue
        for inside in (element, *element.flat_descendants()):
            if inside.role in WIDGETS_AND_GROUPS:
                off.add(inside)
    return off


def _labels(page: Page, off: set[Element]) -> set[Element]:
    """The elements used in the accessible names of the disabled widgets."""
    labels: set[Element] = set()
    controls = {e for e in off if e.role not in _GROUPS_ONLY}
    if not controls:
        return labels
    for control in controls:
        labels.update(control.referenced("aria-labelledby"))
    for label in page.elements("label"):
        wanted = label.get("for")
        named = label.by_id(wanted) if wanted else next((d for d in label.descendants() if _labelable(d)), None)
        if named in controls:
            labels.add(label)
    return labels


def _labelable(element: Element) -> bool:
    """HTML "labelable element"."""
    if not element.is_html or (element.tag == "input" and element.get("type").strip().lower() == "hidden"):
        return False
    return element.tag in ("button", "input", "meter", "output", "progress", "select", "textarea")
