"""Tables as a grid of cells, and which header cells are assigned to which cells.

Sources: HTML Standard, sections 4.9.12.1 (forming a table) and 4.9.12.2 (forming relationships between data cells and
header cells); WAI-ARIA 1.2 for tables made of roles (``aria-colindex``, ``aria-colspan``, ``aria-rowspan``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rules.knowledge.aria_tree import owned
from rules.knowledge.roles import explicit_role
from rules.knowledge.semantics import browser_role, semantic_role
from rules.page import Element

_LARGEST_SPAN = 1000
"""HTML clamps ``colspan`` to this; row spans are cut at the end of their row group."""
_MOST_SLOTS = 200_000
HEADERS = frozenset(("columnheader", "rowheader"))
CELLS = frozenset(("cell", "gridcell", "columnheader", "rowheader"))


@dataclass(eq=False, slots=True)
class Cell:
    """A cell with its place in the grid: anchored at column *x*, row *y*; *group* numbers its row group, or -1."""

    element: Element
    x: int
    y: int
    width: int
    height: int
    header: bool
    group: int = -1
    column_group: tuple[int, int] | None = None

    @property
    def scope(self) -> str:
        """``row``, ``col``, ``rowgroup``, ``colgroup`` or ``""`` (auto): by an explicit role, else by ``scope``."""
        role = explicit_role(self.element)
        if role in HEADERS:
            return "col" if role == "columnheader" else "row"
        scope = self.element.get("scope").strip().lower()
        return scope if scope in ("row", "col", "rowgroup", "colgroup") else ""

    @property
    def empty(self) -> bool:
        """HTML "empty cell": no elements and no text but white space."""
        return not self.element.element_children and not self.element.text


@dataclass(slots=True)
class Table:
    """The grid of one table; every slot lists the cells that cover it (more than one is an error of the author)."""

    cells: list[Cell] = field(default_factory=list)
    slots: dict[tuple[int, int], list[Cell]] = field(default_factory=dict)
    by_element: dict[Element, Cell] = field(default_factory=dict)
    width: int = 0
    height: int = 0
    _data_rows: set[int] = field(default_factory=set)
    _data_columns: set[int] = field(default_factory=set)
    _group_headers: list[Cell] = field(default_factory=list)

    def place(self, cell: Cell) -> None:
        """Adds a cell; each cell is added once, before anything is asked."""
        self.cells.append(cell)
        self.by_element[cell.element] = cell
        self.width = max(self.width, cell.x + cell.width)
        self.height = max(self.height, cell.y + cell.height)
        if not cell.header:
            self._data_rows.update(range(cell.y, cell.y + cell.height))
            self._data_columns.update(range(cell.x, cell.x + cell.width))
        elif cell.scope in ("rowgroup", "colgroup"):
            self._group_headers.append(cell)
        for y in range(cell.y, cell.y + cell.height):
            for x in range(cell.x, cell.x + cell.width):
                self.slots.setdefault((x, y), []).append(cell)

    def is_column_header(self, cell: Cell) -> bool:
        """Applies to the cells below it: by its scope, or because no data cell stands in its rows."""
        if not cell.header or cell.scope:
            return cell.header and cell.scope == "col"
        return self._data_rows.isdisjoint(range(cell.y, cell.y + cell.height))

    def is_row_header(self, cell: Cell) -> bool:
        """Applies to the cells beside it: by its scope, or because no data cell stands in its columns."""
        if not cell.header or cell.scope:
            return cell.header and cell.scope == "row"
        columns = range(cell.x, cell.x + cell.width)
        return not self.is_column_header(cell) and self._data_columns.isdisjoint(columns)

    def headers_of(self, principal: Cell) -> list[Cell]:
        """The header cells assigned to *principal* (HTML algorithm for assigning header cells)."""
        element = principal.element
        found: list[Cell] = []
        if element.has("headers"):
            found = [self.by_element[e] for e in element.referenced("headers") if e in self.by_element]
        else:
            for y in range(principal.y, principal.y + principal.height):
                found += self._scan(principal, principal.x, y, -1, 0)
            for x in range(principal.x, principal.x + principal.width):
                found += self._scan(principal, x, principal.y, 0, -1)
            found += [c for c in self._group_headers if self._heads_group(c, principal)]
        return [c for c in dict.fromkeys(found) if c is not principal and not c.empty]

    @staticmethod
    def _heads_group(header: Cell, principal: Cell) -> bool:
        if not header.header or header is principal:
            return False
        if header.x > principal.x + principal.width - 1 or header.y > principal.y + principal.height - 1:
            return False
        if header.scope == "rowgroup":
            return header.group >= 0 and header.group == principal.group
        if header.scope == "colgroup":
            columns = header.column_group
            return columns is not None and columns[0] <= principal.x < columns[1]
        return False

    def _scan(self, principal: Cell, x: int, y: int, dx: int, dy: int) -> list[Cell]:
        """HTML "internal algorithm for scanning and assigning header cells"."""
        found: list[Cell] = []
        opaque: list[Cell] = []
        in_block = principal.header
        block: list[Cell] = [principal] if in_block else []
        x, y = x + dx, y + dy
        while x >= 0 and y >= 0:
            covering = self.slots.get((x, y), ())
            x, y = x + dx, y + dy
            if len(covering) != 1:
                continue
            current = covering[0]
            if current.header:
                in_block = True
                block.append(current)
                if dx == 0:
                    blocked = any(o.x == current.x and o.width == current.width for o in opaque)
                    blocked = blocked or not self.is_column_header(current)
                else:
                    blocked = any(o.y == current.y and o.height == current.height for o in opaque)
                    blocked = blocked or not self.is_row_header(current)
                if not blocked:
                    found.append(current)
            elif in_block:
                in_block = False
                opaque += block
                block = []
        return found


def _span(value: str, default: int = 1) -> int:
    text = value.strip()
    if not text.isascii() or not text.isdigit():
        return default
    return min(int(text[:9]), _LARGEST_SPAN)


def native_table(table: Element) -> Table:
    """The grid of an HTML ``table`` element (HTML "forming a table")."""
    grid = Table()
    groups: list[list[Element]] = []
    feet: list[list[Element]] = []
    loose: list[Element] | None = None
    column_groups: list[tuple[int, int]] = []
    column = 0
    for child in table.element_children:
        if not child.is_html:
            continue
        if child.tag == "colgroup":
            columns = [c for c in child.element_children if c.tag == "col"]
            width = sum(max(1, _span(c.get("span"))) for c in columns) or max(1, _span(child.get("span")))
            column_groups.append((column, column + width))
            column += width
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows = [c for c in child.element_children if c.is_html and c.tag == "tr"]
            (feet if child.tag == "tfoot" else groups).append(rows)
            loose = None
        elif child.tag == "tr":
            if loose is None:
                loose = []
                groups.append(loose)
            loose.append(child)
    y = 0
    for number, rows in enumerate((*groups, *feet)):
        y = _place_rows(grid, rows, y, number)
    for cell in grid.cells:
        cell.column_group = next((g for g in column_groups if g[0] <= cell.x < g[1]), None)
    return grid


def _place_rows(grid: Table, rows: list[Element], start: int, group: int) -> int:
    """Places one row group's cells from row *start*; returns the row after it."""
    end = start + len(rows)
    for y, row in enumerate(rows, start):
        x = 0
        for element in row.element_children:
            if not element.is_html or element.tag not in ("td", "th"):
                continue
            while (x, y) in grid.slots:
                x += 1
            height = _span(element.get("rowspan"))
            height = end - y if height == 0 else min(height, end - y)
            width = max(1, _span(element.get("colspan")))
            if len(grid.slots) + width * height > _MOST_SLOTS:
                width, height = 1, 1
            role = explicit_role(element)
            header = role in HEADERS or (element.tag == "th" and role not in ("cell", "gridcell"))
            grid.place(Cell(element, x, y, width, height, header, group))
            x += width
    return end


def aria_table(table: Element) -> Table:
    """The grid of a table made of roles: rows and cells in the order of the accessibility tree."""
    grid = Table()
    for y, row in enumerate(_rows(table)):
        x = 0
        for element in owned(row):
            role = semantic_role(element)
            if role not in CELLS:
                continue
            index = _span(element.get("aria-colindex"), 0)
            while (x, y) in grid.slots:
                x += 1
            if index > x:
                x = index - 1
            width = max(1, _span(element.get("aria-colspan") or element.get("colspan")))
            height = max(1, _span(element.get("aria-rowspan") or element.get("rowspan")))
            if len(grid.slots) + width * height > _MOST_SLOTS:
                width, height = 1, 1
            grid.place(Cell(element, x, y, width, height, role in HEADERS))
            x += width
    return grid


def _rows(table: Element) -> Iterable[Element]:
    for child in owned(table):
        role = semantic_role(child)
        if role == "row":
            yield child
        elif role == "rowgroup":
            yield from (e for e in owned(child) if semantic_role(e) == "row")


def table_around(element: Element, *roles: str) -> Element | None:
    """The nearest ancestor as rendered whose semantic role is one of *roles*."""
    return next((a for a in element.flat_ancestors() if semantic_role(a) in roles), None)


def grid_of(table: Element) -> Table:
    """The grid of *table*, HTML or made of roles; kept on the element."""
    grid: Table | None = table.__dict__.get("_grid")
    if grid is None:
        grid = native_table(table) if table.is_html and table.tag == "table" else aria_table(table)
        table.__dict__["_grid"] = grid
    return grid


def heads_by_browser(header: Cell, grid: Table) -> bool:
    """Whether a cell without ``headers`` of its own stands where the browser lets *header* point.

    Browsers and screen readers are more generous than the Standard's algorithm: an empty corner cell does not keep
    the ``th`` cells below it from being row headers.
    """
    role = browser_role(header.element) or semantic_role(header.element)
    right, bottom = header.x + header.width, header.y + header.height
    if role == "rowheader":
        places = ((x, y) for x in range(right, grid.width) for y in range(header.y, bottom))
    else:
        places = ((x, y) for y in range(bottom, grid.height) for x in range(header.x, right))
    return any(
        c is not header and not c.element.has("headers") for place in places for c in grid.slots.get(place, ())
    )
