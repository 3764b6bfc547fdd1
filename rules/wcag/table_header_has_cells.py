"""Every header cell of a table heads some cell (ACT d0f69e)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.semantics import exposed, semantic_role
from rules.knowledge.tables import HEADERS, Cell, Table, grid_of, heads_by_browser, table_around
from rules.page import Element, Page

RULE = Rule(
    id="table-header-has-cells",
    act=("d0f69e",),
    axe=("th-has-data-cells",),
    title=Words("Kopcel in een tabel hoort bij cellen", "Header cell of a table belongs to cells"),
    why=Words(
        "Een schermlezer leest bij elke cel de kop voor. Hoort een kopcel in de code bij geen enkele cel, dan is voor "
        "wie niet kan zien niet duidelijk waar de gegevens over gaan.",
        "A screen reader says the header with each cell. When a header cell belongs to no cell in the code, people who "
        "cannot see do not know what the data is about.",
    ),
    repair=Words(
        "Zet de gegevens in de kolom of rij van hun kop, of maak van de kopcel een gewone cel.",
        "Put the data in the column or row of its header, or turn the header cell into a plain cell.",
    ),
    requirements=("wcag:1.3.1",),
    sentences={
        "heads-nothing": Words(
            "De kopcel ‘{text}’ hoort bij geen enkele cel in de tabel.",
            "The header cell “{text}” belongs to no cell in the table.",
        ),
        "no-data": Words(
            "De tabel heeft een kop (‘{text}’) maar geen gegevens. Zijn er echt geen gegevens, of staan ze buiten de "
            "tabel?",
            "The table has a header (“{text}”) but no data. Is there really no data, or is it outside the table?",
        ),
        "other-way": Words(
            "De kopcel ‘{text}’ staat bij gegevens, maar volgens de code en de browser hoort hij er niet bij. Noemt "
            "een schermlezer hem bij de cellen waar hij voor bedoeld is?",
            "The header cell “{text}” stands with data, but by the code and the browser it does not belong to them. "
            "Does a screen reader say it with the cells that it is meant for?",
        ),
        "not-placed": Words(
            "De kopcel ‘{text}’ staat niet in een rij van de tabel. Bij welke cellen hoort hij volgens een "
            "schermlezer?",
            "The header cell “{text}” does not stand in a row of the table. Which cells does a screen reader "
            "give it to?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Visible, exposed header cells, with something in them, of a table or grid that is exposed too."""
    for element in page.elements():
        if not element.is_html or not (element.tag == "th" or "role" in element.attributes):
            continue
        if semantic_role(element) not in HEADERS or not exposed(element) or not element.visible:
            continue
        table = table_around(element, "table", "grid")
        if table is not None and not table.hidden_from_at and _shows_something(element):
            yield element


def _shows_something(element: Element) -> bool:
    """Text, an image or a name; an empty corner cell shows only its border."""
    if element.text or element.name:
        return True
    return any(d.tag == "svg" or semantic_role(d) not in ("", "generic", "none") for d in element.flat_descendants())


def judge(target: Target) -> Outcome:
    """Expectation: it is assigned to at least one cell, header cells included."""
    table = table_around(target, "table", "grid")
    assert table is not None
    grid = grid_of(table)
    header = grid.by_element.get(target)
    text = target.text[:60]
    if header is None:
        return cannot_tell("not-placed", text=text)
    if not any(not c.header for c in grid.cells):
        heads = _assigned(header, grid)
        return passed() if heads else cannot_tell("no-data", text=text)
    if heads_by_browser(header, grid) or _assigned(header, grid):
        return passed()
    if _repeated_at_foot(target, header, grid):
        return passed()
    if _stands_with_data(header, grid):
        return cannot_tell("other-way", text=text)
    return failed("heads-nothing", text=text)


def _stands_with_data(header: Cell, grid: Table) -> bool:
    """A ``th`` that does not say which way it heads, with free data cells below or after it: browsers guess the way,
    each in its own manner."""
    if header.scope:
        return False
    return any(
        not c.header
        and not c.element.has("headers")
        and not c.empty
        and ((c.x == header.x and c.y > header.y) or (c.y == header.y and c.x > header.x))
        for c in grid.cells
    )


def _repeated_at_foot(target: Target, header: Cell, grid: Table) -> bool:
    """A long table's headers, said again in its ``tfoot``: the column has them from above already."""
    if target.closest("tfoot") is None:
        return False
    return any(
        cell.header and cell.x == header.x and cell.y < header.y and cell.element.text == target.text
        for cell in grid.cells
    )


def _assigned(header: Cell, grid: Table) -> bool:
    """Some cell has the header assigned; nearby cells are tried first, because that settles most tables at once."""
    near = [c for c in grid.cells if c.x == header.x or c.y == header.y]
    tried = set(near)
    return any(header in grid.headers_of(c) for c in near) or any(
        header in grid.headers_of(c) for c in grid.cells if c not in tried
    )


EXAMPLES = (
    passes("<html lang=nl><table><tr><th>Dag<th>Stand<tr><td>ma<td>3</table>"),
    passes("<html lang=nl><table><tr><td><th>ma<tr><th>Lobith<td>3</table>",
           note="the empty corner is a data cell, yet every browser reads the first column as headers"),
    passes("<html lang=nl><table><tr><th></th><th>ma<tr><th scope=row>Lobith<td>3</table>", note="an empty corner"),
    passes("<html lang=nl><table><tr><th colspan=2>Rijn<tr><th>ma<th>di<tr><td>1<td>2</table>",
           note="headers of headers"),
    passes("<html lang=nl><table><tr><th>Dag<th id=b>Stand<tr><td>ma<tr><td headers=b>3</table>"),
    passes("<html lang=nl><table><tbody><tr><th scope=rowgroup>Rijn<td>1<tr><td>2<td>3</tbody></table>"),
    passes("<html lang=nl><table><tr><th>Naam<td>Waal<tr><th>Lengte<td>80 km</table>", note="headers at the side"),
    passes("<html lang=nl><table role=grid><tr><td role=columnheader>Dag<tr><td>ma</table>"),
    passes("<html lang=nl><div role=table><div role=row><span role=columnheader aria-colindex=2>b</span></div>"
           "<div role=row><span role=cell>1</span><span role=cell>2</span></div></div>"),
    passes("<html lang=nl><table><thead><tr><th>Dag<th>Stand<tbody><tr><td>ma<td>3<tfoot><tr><th>Dag<th>Stand</table>",
           note="the headers once more below a long table"),
    fails("heads-nothing", "<html lang=nl><table><tr><th>Dag<th>Stand<th>Trend<tr><td>ma<td>3</table>"),
    fails("heads-nothing", "<html lang=nl><table><tr><th id=a>Dag<th>Stand<tr><td>ma<td headers=a>3</table>",
          note="the only cell below names another header"),
    fails("heads-nothing", "<html lang=nl><div role=grid><div role=row><span role=columnheader>Dag</span>"
          "<span role=columnheader>Stand</span></div><div role=row><span role=gridcell>ma</span></div></div>"),
    fails("heads-nothing", "<html lang=nl><table><tr><td>1<td>2<tr><td>3<th scope=col>Som</table>",
          note="nothing below"),
    asks("other-way", "<html lang=nl><table><tr><td rowspan=2>!</td><th>Opmerking</th><tr><td>Bel 112.</table>"),
    asks("no-data", "<html lang=nl><table><thead><tr><th>Dag<th>Stand<tbody></table>"),
    asks("not-placed", "<html lang=nl><div role=table><div role=columnheader>Dag</div></div>"),
    inapplicable("<html lang=nl><table border><tr><th><br></th><tr><th></table>", note="nothing in it"),
    inapplicable("<html lang=nl><table role=none><tr><th>Dag<tr><td>ma</table><div role=columnheader>los</div>"),
    inapplicable("<html lang=nl><table><tr><th hidden>Dag<th aria-hidden=true>x<tr><td>ma</table><table><tr>"
                 "<td>x</table>"),
    inapplicable("<html lang=nl><table><tr><th style='position:absolute;left:-999px'>Dag<tr><td>ma</table>"),
)  # fmt: skip
