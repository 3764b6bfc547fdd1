"""The headers attribute of a table cell points at cells of the same table (ACT a25f45)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.semantics import semantic_role
from rules.page import Element, Page

RULE = Rule(
    id="headers-refer-to-cells",
    act=("a25f45",),
    axe=("td-headers-attr",),
    title=Words("Tabelcel verwijst naar koppen in dezelfde tabel", "Table cell points at headers in the same table"),
    why=Words(
        "Deze cel zegt in de code welke koppen erbij horen, maar de verwijzing klopt niet. Wie een schermlezer "
        "gebruikt, hoort dan bij het getal of de tekst in de cel niet waar die over gaat.",
        "This cell names its headers in the code, but the reference is wrong. Screen reader users then do not hear "
        "what the number or text in the cell is about.",
    ),
    repair=Words(
        "Laat ‘headers’ verwijzen naar de id van de kopcellen in dezelfde tabel. In een eenvoudige tabel kan ‘headers’ "
        "weg: gebruik dan th met scope.",
        "Let “headers” name the ids of the header cells in the same table. In a simple table “headers” can go: use th "
        "with scope instead.",
    ),
    requirements=("wcag:1.3.1",),
    sentences={
        "not-found": Words(
            "De cel verwijst naar een kop die niet bestaat: ‘{id}’.",
            "The cell points at a header that does not exist: “{id}”.",
        ),
        "not-a-cell": Words(
            "De cel verwijst naar iets wat geen cel van deze tabel is: ‘{id}’.",
            "The cell points at something that is not a cell of this table: “{id}”.",
        ),
        "itself": Words("De cel verwijst naar zichzelf als kop.", "The cell points at itself as its header."),
    },
)

_TABLES = frozenset(("table", "grid", "treegrid"))


def _table(cell: Element) -> Element | None:
    """The table a ``td`` or ``th`` is a cell of: by row and, if any, row group."""
    row = cell.parent_element
    if row is None or row.tag != "tr":
        return None
    above = row.parent_element
    if above is not None and above.is_html and above.tag in ("thead", "tbody", "tfoot"):
        above = above.parent_element
    return above if above is not None and above.is_html and above.tag == "table" else None


def applies(page: Page) -> Iterable[Target]:
    """Cells with ``headers`` in a visible, exposed ``table`` with a table's role."""
    for cell in page.elements("td", "th"):
        if not cell.has("headers"):
            continue
        table = _table(cell)
        if table is not None and not table.hidden_from_at and semantic_role(table) in _TABLES and table.visible:
            yield cell


def judge(target: Target) -> Outcome:
    """Expectations: each token is the id of a cell of the same table, and none is the cell's own."""
    table = _table(target)
    for token in target.get("headers").split():
        if token == target.get("id"):
            return failed("itself")
        found = target.document.ids(target.root).get(token, ())
        if not found:
            return failed("not-found", id=token[:60])
        # With an id used twice (the definition assumes none) any cell of the table will do.
        if not any(e.is_html and e.tag in ("td", "th") and _table(e) is table for e in found):
            return failed("not-a-cell", id=token[:60])
    return passed()


EXAMPLES = (
    passes("<html lang=nl><table><tr><th id=a>Dag<th id=b>Stand<tr><td headers=a>ma<td headers='b a'>3</table>"),
    passes("<html lang=nl><table><tr><th id=a>Dag<tr><td headers=''>ma</table>", note="no tokens, nothing wrong"),
    passes("<html lang=nl><table role=grid><tr><td id=a>Dag<tr><td headers=a>ma</table>", note="a td will do"),
    passes("<html lang=nl><table><thead><tr><th id=a>Dag<tbody><tr><td headers=a>ma<tfoot><tr><td headers=a>x</table>"),
    fails("not-found", "<html lang=nl><table><tr><th id=dag>Dag<tr><td headers=Dag>ma</table>", note="case counts"),
    fails("not-a-cell", "<html lang=nl><table><tr><th><span id=a>Dag</span><tr><td headers=a>ma</table>"),
    fails("not-a-cell", "<html lang=nl><table><tr><th id=a>Dag</table><table><tr><td headers=a>ma</table>",
          note="another table"),
    fails("not-a-cell", "<html lang=nl><table><tr><th id=a>Dag<td><table><tr><td headers=a>ma</table></table>",
          note="the table around is another table"),
    fails("itself", "<html lang=nl><table><tr><th id=a headers=a>Dag<tr><td>ma</table>"),
    fails("not-found", "<html lang=nl><table><tr><th id=a>Dag<tr><td headers='a b'>ma</table>",
          note="every token counts"),
    inapplicable("<html lang=nl><table role=none><tr><th>Dag<tr><td headers=weg>ma</table>"),
    inapplicable("<html lang=nl><table hidden><tr><td headers=weg>ma</table><table aria-hidden=true><tr>"
                 "<td headers=weg>x</table><div role=table><div role=row><div role=cell "
                 "headers=weg>x</div></div></div>"),
    inapplicable("<html lang=nl><table style='position:absolute;left:-9999px'><tr><td headers=weg>ma</table>"),
)  # fmt: skip
