"""Form fields and their programmatic labels, as ACT rule cc0f0a means them."""

from __future__ import annotations

from rules.knowledge.roles import explicit_role
from rules.knowledge.semantics import semantic_role
from rules.page import Document, Element

_FIELD_ROLES_TEXT = """checkbox combobox listbox menuitemcheckbox menuitemradio radio searchbox slider spinbutton switch
textbox"""
FIELD_ROLES = frozenset(_FIELD_ROLES_TEXT.split())
ROLELESS_TYPES = frozenset(("color", "date", "datetime-local", "file", "month", "password", "time", "week"))
_LABELABLE = frozenset(("button", "input", "meter", "output", "progress", "select", "textarea"))


def is_field(element: Element) -> bool:
    """It has the role of a form field, or is an ``input`` of a type that has no role."""
    if element.is_html and element.tag == "input" and not explicit_role(element):
        if element.get("type").strip().lower() in ROLELESS_TYPES:
            return True
    elif not element.has("role") and element.tag not in ("input", "select", "textarea"):
        return False
    return semantic_role(element) in FIELD_ROLES


def labels_of(document: Document) -> dict[Element, list[Element]]:
    """Programmatic label → the form fields it labels, for all fields of the document; both may be invisible."""
    known: dict[Element, list[Element]] | None = document.__dict__.get("_labels_of_fields")
    if known is not None:
        return known
    known = document.__dict__["_labels_of_fields"] = {}
    for element in document.elements:
        if element.tag == "label" and element.is_html:
            field = labeled_control(element)
            if field is not None and is_field(field):
                known.setdefault(element, []).append(field)
        if element.has("aria-labelledby") and is_field(element):
            for label in element.referenced("aria-labelledby"):
                if element not in known.setdefault(label, []):
                    known[label].append(element)
    return known


def labels_by_field(document: Document) -> dict[Element, list[Element]]:
    """Form field → its programmatic labels."""
    known: dict[Element, list[Element]] | None = document.__dict__.get("_labels_by_field")
    if known is None:
        known = document.__dict__["_labels_by_field"] = {}
        for label, fields in labels_of(document).items():
            for field in fields:
                known.setdefault(field, []).append(label)
    return known


def labeled_control(label: Element) -> Element | None:
    """The element that a ``label`` belongs to (HTML): the one its ``for`` names, else the first one inside it."""
    if label.has("for"):
        wanted = label.by_id(label.get("for"))
        return wanted if wanted is not None and _labelable(wanted) else None
    return next((e for e in label.descendants() if _labelable(e)), None)


def _labelable(element: Element) -> bool:
    if not element.is_html:
        return False
    if element.tag == "input":
        return element.get("type").strip().lower() != "hidden"
    return element.tag in _LABELABLE or "-" in element.tag
