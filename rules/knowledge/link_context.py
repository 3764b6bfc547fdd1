"""The text around a link that a screen reader can find: ACT's "programmatically determined link context".

Source: ACT glossary (rules 5effbb, fd3a94). The nearest block container counts with all its text, except where it is
the page's own ``body``: there only the line the link stands in does, since the whole page is the context of nothing.
"""

from __future__ import annotations

from rules.knowledge.semantics import semantic_role
from rules.page import Element, Node, Text

_BLOCK_CONTAINERS = frozenset(("block", "inline-block", "list-item", "table-cell", "table-caption", "flow-root"))
_CELLS = frozenset(("cell", "gridcell"))
_HEADERS = frozenset(("columnheader", "rowheader"))
_PAGE = frozenset(("body", "html"))


def context_of(link: Element) -> frozenset[Element]:
    """The exposed elements that make up the link's context."""
    found: set[Element] = set()
    block: Element | None = None
    cell: Element | None = None
    for ancestor in link.flat_ancestors():
        if ancestor.hidden_from_at:
            continue
        if block is None and ancestor.style("display").split(" ")[0] in _BLOCK_CONTAINERS:
            block = ancestor
            found.add(ancestor)
        role = ancestor.role if ancestor.ax is not None else semantic_role(ancestor)
        if role == "listitem":
            found.add(ancestor)
        elif cell is None and role in _CELLS:
            cell = ancestor
            found.add(ancestor)
    if cell is not None:
        found.update(h for h in headers_of(cell) if not h.hidden_from_at)
    found.update(e for e in link.referenced("aria-describedby") if not e.hidden_from_at)
    return frozenset(found)


def context_text(link: Element) -> str:
    """What the context says beside the link itself."""
    parts: list[str] = []
    for element in sorted(context_of(link), key=lambda e: e.index):
        if element.tag in _PAGE and element.is_html:
            parts += _line(link)
        else:
            parts += _said(element, link)
    return " ".join(" ".join(parts).split())


def stands_alone(link: Element) -> bool:
    """Nothing in the link's context says anything beside the link."""
    return not any(c.isalnum() for c in context_text(link))


def _said(element: Element, link: Element) -> list[str]:
    """What *element* says without the link in it."""
    return [_text(element).replace(_text(link), " ", 1) if element is not link else ""]


def _text(element: Element) -> str:
    """All rendered text and text alternatives in *element*, worked out once."""
    known: str | None = element.__dict__.get("_said")
    if known is not None:
        return known
    parts: list[str] = []
    stack: list[Node] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            if node.layout is not None:
                parts.append(node.data)
        elif isinstance(node, Element):
            if node is not element and not node.rendered:
                continue
            parts.append(node.get("alt") or node.get("aria-label"))
            stack.extend(reversed(node.flat_children))
    known = element.__dict__["_said"] = " ".join(" ".join(parts).split())
    return known


def _line(link: Element) -> list[str]:
    """Text and inline elements beside the link, up to the nearest block or break on each side."""
    parent = link.flat_parent
    top: Element = link
    while parent is not None and parent.style("display") in ("inline", "contents"):
        top, parent = parent, parent.flat_parent
    parts = [] if top is link else _said(top, link)
    if parent is None:
        return parts
    siblings = parent.flat_children
    place = next((n for n, s in enumerate(siblings) if s is top), 0)
    for side in (siblings[:place][::-1], siblings[place + 1 :]):
        for sibling in side:
            if isinstance(sibling, Text):
                parts.append(sibling.data)
            elif isinstance(sibling, Element):
                if sibling.tag == "br" or not sibling.style("display").startswith("inline"):
                    break
                parts += _said(sibling, link)
    return parts


def _span(cell: Element, attribute: str) -> int:
    value = cell.get(attribute).strip()
    return max(1, min(int(value), 1000)) if value.isdigit() else 1


def is_header(cell: Element) -> bool:
    """It heads other cells: a ``th`` or a cell with a header's role."""
    return (cell.tag == "th" and not cell.has("role")) or cell.get("role") in _HEADERS


def row_of(cell: Element) -> list[Element]:
    """The cells of the row in which *cell* stands, itself included."""
    row = cell.flat_parent
    return [c for c in row.element_children if c.rendered] if row is not None else [cell]


def headers_of(cell: Element) -> list[Element]:
    """The header cells assigned to *cell*: by its ``headers`` attribute, else those in its row and column.

    A plain reading of the HTML table model: it does not look through rows that span into others.
    """
    if cell.get("headers").strip():
        return cell.referenced("headers")
    row = row_of(cell)
    found = [c for c in row if is_header(c) and c is not cell and c.get("scope") not in ("col", "colgroup")]
    column = sum(_span(c, "colspan") for c in row[: row.index(cell)]) if cell in row else 0
    table = cell.closest("table") or next((a for a in cell.flat_ancestors() if a.role in ("table", "grid")), None)
    if table is None:
        return found
    for header, start, end in _column_headers(table):
        if header.index >= cell.index:
            break
        if start <= column < end and header not in found and header.flat_parent is not cell.flat_parent:
            found.append(header)
    return found


def _column_headers(table: Element) -> list[tuple[Element, int, int]]:
    """The header cells that may head a column, with the columns they span; worked out once per table."""
    known: list[tuple[Element, int, int]] | None = table.__dict__.get("_column_headers")
    if known is None:
        known = table.__dict__["_column_headers"] = []
        for other in table.flat_descendants():
            if is_header(other) and other.get("scope") not in ("row", "rowgroup"):
                cells = row_of(other)
                start = sum(_span(c, "colspan") for c in cells[: cells.index(other)]) if other in cells else 0
                known.append((other, start, start + _span(other, "colspan")))
    return known
