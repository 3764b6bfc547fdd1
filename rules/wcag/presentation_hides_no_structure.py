"""Structure is not taken from assistive technology with role none or presentation (WCAG failures F46 and F92)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, inapplicable
from rules.knowledge.roles import explicit_role
from rules.knowledge.semantics import exposed, semantic_role
from rules.page import Element, Page

RULE = Rule(
    id="presentation-hides-no-structure",
    title=Words(
        "Een kop, lijst, label of tabel is niet tot opmaak verklaard",
        "A heading, list, label or table is not declared to be mere layout",
    ),
    why=Words(
        "Met role none of presentation zegt de pagina dat iets alleen opmaak is. Een schermlezer meldt dan niet meer "
        "dat het een kop, lijst of tabel is, terwijl anderen dat wel zien.",
        "With role none or presentation the page says that something is mere layout. A screen reader then no longer "
        "tells that it is a heading, a list or a table, while others see that it is.",
    ),
    repair=Words(
        "Haal de role weg waar de indeling iets betekent.", "Remove the role where the structure means something."
    ),
    requirements=("wcag:1.3.1",),
    sentences={
        "heading": Words(
            "De kop “{text}” is met een role tot opmaak verklaard. Is het voor wie de pagina ziet een kop?",
            "The heading “{text}” is declared to be mere layout by a role. Is it a heading to people who see the page?",
        ),
        "list": Words(
            "Deze lijst van {count} punten (“{text}”) is met een role tot opmaak verklaard. Is het voor wie de pagina "
            "ziet een lijst?",
            "This list of {count} items (“{text}”) is declared to be mere layout by a role. Is it a list to people who "
            "see the page?",
        ),
        "label": Words(
            "Het label “{text}” is met een role tot opmaak verklaard. Hoort de tekst voor wie de pagina ziet bij een "
            "veld?",
            "The label “{text}” is declared to be mere layout by a role. Does the text belong to a field to people who "
            "see the page?",
        ),
        "table": Words(
            "Deze tabel (“{text}”) is met een role tot opmaak verklaard. Staan er gegevens in, in rijen en kolommen?",
            "This table (“{text}”) is declared to be mere layout by a role. Does it hold data in rows and columns?",
        ),
    },
)

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_COMPOSITES = frozenset(
    ("menu", "menubar", "tablist", "tree", "treegrid", "grid", "listbox", "combobox", "radiogroup", "toolbar", "list",
     "feed", "table")
)  # fmt: skip
_SHORT = 40


def applies(page: Page) -> Iterable[Target]:
    """Visible, exposed headings, lists, labels and tables that a role really makes presentational."""
    for element in page.elements(*_HEADINGS, "ul", "ol", "label", "table"):
        if explicit_role(element) != "none" or semantic_role(element) != "none":
            continue
        if element.visible and exposed(element) and element.visible_text and _structure(element):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: it is mere layout. Fails never: what it is to the eye, a person must say."""
    details = {"count": len(_items(target))} if _structure(target) == "list" else {}
    return cannot_tell(_structure(target), text=target.visible_text[:80], **details)


def _structure(element: Element) -> str:
    """The word of the structure that the role hides, or empty."""
    if element.tag in _HEADINGS:
        return "heading"
    if element.tag == "label":
        return "label"
    if element.tag == "table":
        return "table" if _data(element) else ""
    return "list" if len(_items(element)) >= 2 and not _in_composite(element) else ""


def _items(element: Element) -> list[Element]:
    """Items with text that have no role of their own: with one they are part of something else."""
    items = [c for c in element.flat_children if isinstance(c, Element) and c.tag == "li" and c.visible_text]
    return [i for i in items if explicit_role(i) in ("", "none") and not _holds_part(i)]


def _holds_part(item: Element) -> bool:
    parts = ("tab", "menuitem", "menuitemradio", "menuitemcheckbox", "treeitem", "option", "radio", "listitem")
    return any(explicit_role(d) in parts for d in item.flat_descendants())


def _in_composite(element: Element) -> bool:
    """Inside a widget made of roles, where ARIA wants lists in between to be presentational."""
    return any(explicit_role(a) in _COMPOSITES for a in element.flat_ancestors())


def _data(table: Element) -> bool:
    """It has header cells or a caption with text, or is a grid of short texts."""
    own = [e for e in table.flat_descendants() if e.closest("table") is table]
    if any(e.tag in ("th", "caption") and e.text for e in own):
        return True
    if any(e.tag in ("table", "input", "select", "textarea", "button", "iframe", "form", "img") for e in
           table.flat_descendants()):  # fmt: skip
        return False
    rows = [[c for c in e.flat_children if isinstance(c, Element)] for e in own if e.tag == "tr"]
    if len(rows) < 2 or len({len(r) for r in rows}) != 1 or len(rows[0]) < 2 or len(rows) + len(rows[0]) < 5:
        return False
    texts = [cell.text for row in rows for cell in row]
    return all(len(t) <= _SHORT for t in texts) and sum(1 for t in texts if t) >= 0.7 * len(texts)


_LIST = "<li>papier<li>glas<li>blik"

EXAMPLES = (
    asks("heading", "<html lang=nl><h2 role=presentation>Papier</h2><p>Elke dinsdag.</p>"),
    asks("list", f"<html lang=nl><ul role=none>{_LIST}</ul>"),
    asks("label", "<html lang=nl><label role=none for=n>Naam</label><input id=n>"),
    asks("table", "<html lang=nl><table role=presentation><tr><th>Plaats<th>Dag<tr><td>Tiel<td>ma</table>"),
    asks("table", "<html lang=nl><table role=none><tr><td>Plaats<td>Dag<tr><td>Tiel<td>ma<tr><td>Ede<td>di</table>"),
    asks("table", "<html lang=nl><table role=none><caption>Dagen</caption><tr><td>Tiel<td>ma</table>"),
    inapplicable("<html lang=nl><table role=none><tr><td>Een lange tekst over de gemeente en wat zij allemaal voor u "
                 "doet<td>Nieuws</table>", note="a layout table"),
    inapplicable("<html lang=nl><ul role=menu><li role=none><a role=menuitem href='/a'>Papier</a><li role=none>"
                 "<a role=menuitem href='/b'>Glas</a></ul>"),
    inapplicable("<html lang=nl><div role=tablist><ul role=none><li><a role=tab href='#a'>Papier</a><li>"
                 "<a role=tab href='#b'>Glas</a></ul></div>"),
    inapplicable(f"<html lang=nl><ul role=none aria-label=Afval tabindex=0>{_LIST}</ul>", note="the role is ignored"),
    inapplicable(f"<html lang=nl><h2>Papier</h2><ul>{_LIST}</ul>"),
    inapplicable("<html lang=nl><ul role=none><li>papier</ul>"),
    inapplicable(f"<html lang=nl><ul role=none hidden>{_LIST}</ul>"),
)  # fmt: skip
