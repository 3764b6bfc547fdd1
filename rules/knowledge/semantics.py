"""The semantic role of an element as the standards give it, whichever repairs a browser makes.

Sources: HTML Accessibility API Mappings 1.0 (section 4), ARIA in HTML (implicit semantics), SVG Accessibility API
Mappings 1.0, WAI-ARIA 1.2 section 7 (presentational role conflicts); ACT glossary "semantic role", "implicit semantic
role", "included in the accessibility tree". ``""`` stands for "no corresponding role".
"""

from __future__ import annotations

from collections.abc import Mapping

from rules.focus import disabled, natively_focusable, tab_index
from rules.knowledge.aria_attributes import GLOBAL
from rules.knowledge.aria_roles import prohibited
from rules.knowledge.roles import PRESENTATIONAL_CHILDREN, ROLES, SYNONYMS, explicit_role
from rules.page import MATHML, SVG, Element

_FIXED: Mapping[str, str] = {
    "address": "group", "article": "article", "b": "generic", "bdi": "generic", "bdo": "generic",
    "blockquote": "blockquote", "body": "generic", "button": "button", "caption": "caption", "code": "code",
    "data": "generic", "datalist": "listbox", "dd": "definition", "del": "deletion", "details": "group",
    "dfn": "term", "dialog": "dialog", "dir": "list", "div": "generic", "dt": "term", "em": "emphasis",
    "fieldset": "group", "figure": "figure", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading",
    "h5": "heading", "h6": "heading", "hgroup": "group", "hr": "separator", "html": "document", "i": "generic",
    "ins": "insertion", "main": "main", "menu": "list", "meter": "meter", "nav": "navigation", "ol": "list",
    "optgroup": "group", "option": "option", "output": "status", "p": "paragraph", "pre": "generic",
    "progress": "progressbar", "q": "generic", "s": "deletion", "samp": "generic", "search": "search",
    "small": "generic", "span": "generic", "strong": "strong", "sub": "subscript", "sup": "superscript",
    "textarea": "textbox", "time": "time", "u": "generic", "ul": "list",
}  # fmt: skip

_INPUTS: Mapping[str, str] = {
    "button": "button", "checkbox": "checkbox", "image": "button", "number": "spinbutton", "radio": "radio",
    "range": "slider", "reset": "button", "submit": "button",
    "color": "", "date": "", "datetime-local": "", "file": "", "hidden": "", "month": "", "password": "", "time": "",
    "week": "",
}  # fmt: skip

_SECTIONING = frozenset(("article", "aside", "main", "nav", "section"))
_SECTIONING_ROLES = frozenset(("article", "complementary", "main", "navigation", "region"))
_LIST_TAGS = frozenset(("ul", "ol", "menu", "dir"))
_TABLE_ROLES = frozenset(("table", "grid", "treegrid"))
_SVG_SHAPES = frozenset(
    ("circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use", "symbol", "foreignObject", "mesh")
)
_ALWAYS_CONFLICT = GLOBAL - prohibited("none") - {"aria-hidden"}


def has_name_attribute(element: Element) -> bool:
    """The author gave a name: ``aria-label``, ``aria-labelledby`` that finds something, or ``title``."""
    if element.get("aria-label").strip() or element.get("title").strip():
        return True
    return element.has("aria-labelledby") and bool(element.referenced("aria-labelledby"))


def custom(element: Element) -> bool:
    """An autonomous custom element: its script may give it a role that no attribute shows."""
    return element.is_html and "-" in element.tag


def semantic_role(element: Element) -> str:
    """ACT "semantic role": the explicit role unless a presentational role conflicts; else the implicit role."""
    role: str | None = element.__dict__.get("_semantic_role")
    if role is None:
        role = explicit_role(element)
        if not role or (role == "none" and conflicts(element)):
            role = implicit_role(element)
        element.__dict__["_semantic_role"] = role
    return role


def conflicts(element: Element) -> bool:
    """The element may not be made presentational: it takes focus or has a global attribute (WAI-ARIA 1.2, 7.1)."""
    if tab_index(element) is not None or (natively_focusable(element) and not disabled(element)):
        return True
    return any(a in _ALWAYS_CONFLICT and v.strip() for a, v in element.attributes.items()) or (
        bool(element.get("aria-label").strip()) or bool(element.get("aria-labelledby").strip())
    )


def implicit_role(element: Element) -> str:
    """ACT "implicit semantic role"; ``"generic"`` and ``"none"`` as such, ``""`` where the mappings give no role."""
    if not element.is_html:
        return _foreign_role(element)
    tag = element.tag
    fixed = _FIXED.get(tag)
    if fixed is not None:
        return fixed
    if tag in ("a", "area"):
        return "link" if element.has("href") else "generic"
    if tag == "img":
        decorative = element.has("alt") and element.get("alt") == "" and not has_name_attribute(element)
        return "none" if decorative and tab_index(element) is None else "img"
    if tag == "input":
        return _input_role(element)
    if tag == "select":
        size = element.get("size").strip()
        large = element.has("multiple") or (size.isdecimal() and int(size[:9]) > 1)
        return "listbox" if large else "combobox"
    if tag == "section":
        return "region" if has_name_attribute(element) else "generic"
    if tag == "form":
        return "form" if has_name_attribute(element) else "generic"
    if tag == "aside":
        return "generic" if _in_section(element) and not has_name_attribute(element) else "complementary"
    if tag in ("header", "footer"):
        if _in_section(element):
            return f"section{tag}"
        return "banner" if tag == "header" else "contentinfo"
    if tag == "li":
        return _list_item_role(element)
    if tag in ("table", "tbody", "thead", "tfoot", "tr", "td", "th"):
        return _table_part_role(element)
    if custom(element):
        return browser_role(element) or "generic"
    return ""


def browser_role(element: Element) -> str:
    """The role the browser exposes, when it is an ARIA role with a meaning; else ``""``."""
    if element.ax is None or element.ax.ignored:
        return ""
    role = SYNONYMS.get(element.ax.role, element.ax.role)
    return role if role in ROLES and role not in ("generic", "none") else ""


def _input_role(element: Element) -> str:
    kind = element.get("type").strip().lower()
    role = _INPUTS.get(kind)
    if role is not None:
        return role
    if element.has("list") and element.by_id(element.get("list")) is not None:
        return "combobox"
    return "searchbox" if kind == "search" else "textbox"


def _in_section(element: Element) -> bool:
    """Inside sectioning content or ``main``, where ``header`` and ``footer`` belong to that part."""
    for ancestor in element.flat_ancestors():
        role = explicit_role(ancestor)
        if role in _SECTIONING_ROLES or (not role and ancestor.is_html and ancestor.tag in _SECTIONING):
            return True
    return False


def _list_item_role(element: Element) -> str:
    """``listitem`` in a list; elsewhere an ``li`` is generic, and presentational in a presentational list."""
    for ancestor in element.flat_ancestors():
        role = explicit_role(ancestor)
        if role:
            if role == "none" and ancestor.tag in _LIST_TAGS:
                return "listitem" if conflicts(ancestor) else "none"
            if role in ("none", "generic"):
                continue
            return "listitem" if role == "list" else "generic"
        if ancestor.is_html and ancestor.tag in _LIST_TAGS:
            return "listitem"
        if not (ancestor.is_html and (ancestor.tag in ("div", "span", "slot", "form", "a") or custom(ancestor))):
            return "generic"
    return "generic"


def _table_part_role(element: Element) -> str:
    tag = element.tag
    if tag == "table":
        return "table"
    table = element.closest("table")
    if table is None:
        return "generic"
    role = semantic_role(table)
    if role not in _TABLE_ROLES:
        return "none" if role == "none" else "generic"
    if tag in ("tbody", "thead", "tfoot"):
        return "rowgroup"
    if tag == "tr":
        return "row"
    cell = "cell" if role == "table" else "gridcell"
    return cell if tag == "td" else _header_role(element, cell)


def _header_role(element: Element, cell: str) -> str:
    """Role of a ``th``: by its ``scope``, else as the browser sees it."""
    scope = element.get("scope").strip().lower()
    if scope in ("row", "rowgroup"):
        return "rowheader"
    if scope in ("col", "colgroup"):
        return "columnheader"
    seen = browser_role(element)
    if seen in ("columnheader", "rowheader"):
        return seen
    return cell if seen in ("cell", "gridcell") else "columnheader"


def _foreign_role(element: Element) -> str:
    if element.namespace == MATHML:
        return "math" if element.tag == "math" else ""
    if element.namespace != SVG:
        return ""
    tag = element.tag
    if tag == "svg":
        return "graphics-document"
    if tag == "a":
        return "link" if element.has("href") or element.has("xlink:href") else "generic"
    if tag == "image":
        return "img"
    named = has_name_attribute(element) or any(c.tag in ("title", "desc") for c in element.element_children)
    if tag == "g":
        return "group" if named else "none"
    if tag in _SVG_SHAPES:
        return "graphics-symbol" if named else "none"
    return ""


def exposed(element: Element) -> bool:
    """Included in the accessibility tree: not hidden, and not flattened into a widget whose children say nothing."""
    if element.hidden_from_at:
        return False
    if tab_index(element) is not None or natively_focusable(element):
        return True
    return not _inside_flattening(element)


def _inside_flattening(element: Element) -> bool:
    """Below an element whose children are presentational (WAI-ARIA 1.2, 5.2.8.5)."""
    chain: list[Element] = []
    inside = False
    for ancestor in element.flat_ancestors():
        known = ancestor.__dict__.get("_flattens_or_flattened")
        if known is not None:
            inside = known
            break
        chain.append(ancestor)
    for node in reversed(chain):
        inside = inside or semantic_role(node) in PRESENTATIONAL_CHILDREN
        node.__dict__["_flattens_or_flattened"] = inside
    return inside
