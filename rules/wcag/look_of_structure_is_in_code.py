"""What looks like a heading, a list or a table is one in the code (WCAG failures F2, F32, F33, F34 and F91)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, inapplicable, passed, passes
from rules.knowledge.semantics import semantic_role
from rules.page import Element, Page

RULE = Rule(
    id="look-of-structure-is-in-code",
    title=Words(
        "Wat eruitziet als kop, lijst of tabel, is dat ook in de code",
        "What looks like a heading, list or table is one in the code",
    ),
    why=Words(
        "Wie niet kan zien hoe de pagina is ingedeeld, hoort alleen wat in de code staat. Zonder koppen, lijsten en "
        "tabelkoppen in de code wordt de pagina één lange lap tekst.",
        "People who cannot see how the page is laid out hear only what is in the code. Without headings, lists and "
        "header cells in the code the page becomes one long run of text.",
    ),
    repair=Words(
        "Gebruik voor koppen, lijsten en tabellen de elementen van HTML die daarvoor zijn.",
        "Use HTML's own elements for headings, lists and tables.",
    ),
    requirements=("wcag:1.3.1",),
    sentences={
        "heading": Words(
            "“{text}” staat op een eigen regel in opvallende letters. Is dit een kop boven de tekst eronder?",
            "“{text}” stands on a line of its own in letters that stand out. Is it a heading of the text below it?",
        ),
        "list": Words(
            "De regels onder elkaar beginnen hier met een streepje, stip of nummer: “{text}”. Is dit een lijst?",
            "Lines below each other begin with a dash, a dot or a number here: “{text}”. Is this a list?",
        ),
        "columns": Words(
            "In deze tekst zijn met spaties kolommen gemaakt. Is dit een tabel of tekst in kolommen?",
            "Columns are made with spaces in this text. Is it a table or text in columns?",
        ),
        "table": Words(
            "Deze tabel van {rows} rijen en {columns} kolommen heeft geen kopcellen. Staan er gegevens in waar koppen "
            "bij horen?",
            "This table of {rows} rows and {columns} columns has no header cells. Does it hold data that have headers?",
        ),
        "spaced-word": Words(
            "Tussen de letters van “{text}” staan spaties. Is dit één woord?",
            "There are spaces between the letters of “{text}”. Is it one word?",
        ),
    },
)

_BULLET = re.compile(r"^\s*(?:[-–—•·*▪■●○►➢✓]\s*|\(?(\d{1,2})[.)]\s+|\(?([a-h])[.)]\s+)\S")
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
_GAP = re.compile(r"\S(?: {3,}| *\| *)\S")
_HARD_GAP = re.compile(r"\S *\xa0[\xa0 ]{2,}\S")
"""Spaces that HTML keeps."""
_LINES = frozenset(("p", "div"))
_INLINE = frozenset(("b", "strong", "font", "big", "u", "span", "br"))


def applies(page: Page) -> Iterable[Target]:
    """Visible, exposed paragraphs, preformatted texts and tables of HTML whose look is that of another structure, and
    tables with their headers in the code."""
    usual = _usual_size(page)
    for element in page.elements("p", "div", "pre", "table"):
        if not element.is_html or not element.visible or element.hidden_from_at:
            continue
        if element.tag == "table" and semantic_role(element) == "table":
            if _data(element):
                yield element
        elif _word(element, usual):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: the structure is in the code. Fails never: whether the look means a structure, a person must say."""
    if target.tag == "table":
        rows = _rows(target)
        if any(c.tag == "th" or semantic_role(c) in ("columnheader", "rowheader") for row in rows for c in row):
            return passed()
        return cannot_tell("table", rows=len(rows), columns=max(map(len, rows)))
    text = " ".join(target.text.split())
    return cannot_tell(_word(target, _usual_size(target.document.page)), text=text[:80])


def _word(element: Element, usual: float) -> str:
    """The word of the structure that it looks like, or empty."""
    if element.tag == "pre":
        return "columns" if _columns(element) and element.closest("table") is None else ""
    if element.tag not in _LINES or (element.tag != "p" and not element.own_text.strip()):
        return ""
    if any(c.tag not in _INLINE and c.tag not in ("a", "em", "i", "code") for c in element.element_children):
        return ""
    text = " ".join(element.text.split())
    if _SPACED.search(text):
        return "spaced-word"
    if sum(1 for line in _lines(element) if _HARD_GAP.search(line)) >= 3:
        return "columns"
    if _list(element):
        return "list"
    return "heading" if _heading(element, text, usual) else ""


def _usual_size(page: Page) -> float:
    """The font size, in pixels, that most text in paragraphs has; worked out once per page."""
    known: float | None = page.__dict__.get("_usual_size")
    if known is None:
        counts: dict[float, int] = {}
        for element in page.elements("p", "li", "td", "div"):
            if element.own_text:
                size = _size(element)
                counts[size] = counts.get(size, 0) + len(element.own_text)
        known = page.__dict__["_usual_size"] = max(counts, key=lambda size: counts[size]) if counts else 16.0
    return known


def _size(element: Element) -> float:
    try:
        return float(element.style("font-size").removesuffix("px"))
    except ValueError:
        return 16.0


def _heading(element: Element, text: str, usual: float) -> bool:
    """A short paragraph of its own, all bold and large, or much larger, with a paragraph of usual text after it."""
    if element.tag != "p" or not 2 < len(text) <= 80 or len(text.split()) > 10 or text[-1] in ".,;:!?…":
        return False
    if not any(c.isalpha() for c in text) or any(d.tag == "a" for d in element.descendants()):
        return False
    around = ("li", "td", "th", "figure", "figcaption", "blockquote", "button", "a", "label", "header", "footer", "nav")
    if element.closest(*around, "h1", "h2", "h3", "h4", "h5", "h6", "dialog", "summary") is not None:
        return False
    if element.role in ("heading", "note", "alert", "status"):
        return False
    if any(a.role == "heading" for a in element.flat_ancestors()):
        return False
    letters = [t.flat_parent for t in element.flat_texts() if t.data.strip() and t.flat_parent is not None]
    bold = all(_weight(e) >= 600 for e in letters)
    size = min((_size(e) for e in letters), default=0.0)
    if not (size >= 1.45 * usual or (bold and size >= 1.15 * usual)):
        return False
    after = _next(element)
    return after is not None and after.tag in ("p", "ul", "ol") and _size(after) <= 1.1 * usual and len(after.text) > 40


def _weight(element: Element) -> int:
    value = element.style("font-weight")
    return int(value) if value.isdigit() else 400


def _next(element: Element) -> Element | None:
    parent = element.flat_parent
    if parent is None:
        return None
    beside = [c for c in parent.flat_children if isinstance(c, Element)]
    place = beside.index(element)
    return beside[place + 1] if place + 1 < len(beside) else None


def _list(element: Element) -> bool:
    """At least three lines, parted by line breaks or each a paragraph, that begin as the points of a list do."""
    if element.closest("li", "pre", "code") is not None:
        return False
    lines = [line for line in _lines(element) if line.strip()]
    if len(lines) >= 3:
        return sum(1 for line in lines if _BULLET.match(line)) >= 3
    if element.tag != "p" or not _BULLET.match(element.text):
        return False
    run, node = 1, _next(element)
    while node is not None and node.tag == "p" and _BULLET.match(node.text):
        run, node = run + 1, _next(node)
    parent = element.flat_parent
    first = parent is None or not any(
        isinstance(c, Element) and c.tag == "p" and _next(c) is element and _BULLET.match(c.text)
        for c in parent.flat_children
    )
    return first and run >= 3


def _lines(element: Element) -> list[str]:
    """The text of an element, parted at its line breaks."""
    lines = [""]
    for node in element.flat_children:
        if isinstance(node, Element):
            if node.tag == "br":
                lines.append("")
            else:
                lines[-1] += node.text
        else:
            lines[-1] += str(getattr(node, "data", ""))
    return lines


def _columns(element: Element) -> bool:
    """At least three lines with wide gaps at the same place, in text that is not program code."""
    if any(d.tag in ("code", "span", "kbd", "samp") for d in element.descendants()) or element.has("class"):
        return False
    places: dict[int, int] = {}
    for line in _raw(element).splitlines():
        for gap in _GAP.finditer(line):
            places[gap.end()] = places.get(gap.end(), 0) + 1
    return max(places.values(), default=0) >= 3


def _raw(element: Element) -> str:
    return "".join(t.data for t in element.flat_texts())


def _rows(table: Element) -> list[list[Element]]:
    rows = [e for e in table.flat_descendants() if e.tag == "tr" and e.closest("table") is table]
    return [cells for cells in ([c for c in r.flat_children if isinstance(c, Element)] for r in rows) if cells]


def _data(table: Element) -> bool:
    """A grid of short texts: two rows and two columns at least, evenly filled, no table or field inside."""
    if any(d.tag in ("table", "input", "select", "textarea", "iframe", "form") for d in table.flat_descendants()):
        return False
    rows = _rows(table)
    if len(rows) < 3 or len({len(r) for r in rows}) != 1 or len(rows[0]) < 2:
        return False
    texts = [" ".join(c.text.split()) for row in rows for c in row]
    return all(len(t) <= 100 for t in texts) and sum(1 for t in texts if t) >= 0.7 * len(texts)


_BODY = "<p>Papier wordt elke eerste dinsdag van de maand bij u aan huis opgehaald.</p>"

EXAMPLES = (
    asks("heading", f"<html lang=nl><p style='font-weight:bold;font-size:24px'>Papier</p>{_BODY}{_BODY}"),
    asks("heading", f"<html lang=nl><p><font size=5><b>Papier</b></font></p>{_BODY}"),
    asks("list", "<html lang=nl><p>- papier<br>- glas<br>- plastic</p>"),
    asks("list", "<html lang=nl><p>1. papier</p><p>2. glas</p><p>3. plastic</p>"),
    asks("columns", "<html lang=nl><pre>Soort     ma      di\nPapier    9:00    -\nGlas      -       10:00\n"
         "Blik      8:00    -</pre>"),
    asks("columns", "<html lang=nl><pre>Dag | Open  | Dicht\nMa  | 09:00 | 17:00\nDi  | 09:00 | 17:00</pre>"),
    asks("columns", "<html lang=nl><p>Dag&nbsp;&nbsp;&nbsp;a<br>Ma&nbsp;&nbsp;&nbsp;9<br>Di&nbsp;&nbsp;&nbsp;8"),
    asks("table", "<html lang=nl><table><tr><td>Plaats<td>ma<tr><td>Lobith<td>3<tr><td>Tiel<td>4</table>"),
    asks("spaced-word", "<html lang=nl><p>W e l k o m bij de gemeente</p>"),
    passes("<html lang=nl><table><tr><th>Plaats<th>ma<tr><td>Lobith<td>3<tr><td>Tiel<td>4</table>"),
    inapplicable(f"<html lang=nl><h2>Papier</h2>{_BODY}<ul><li>- glas<li>- blik<li>- papier</ul>"),
    inapplicable(f"<html lang=nl><p><b>Let op</b></p>{_BODY}", note="bold letters of the usual size may be emphasis"),
    inapplicable("<html lang=nl><p>Papier - glas - plastic</p><p>Bel 0 8 0 0 of mail ons</p>"),
    inapplicable("<html lang=nl><pre><code>a = 1      # een\nb = 2      # twee\nc = 3      # drie</code></pre>"),
    inapplicable("<html lang=nl><table role=none><tr><td>Plaats<td>ma<tr><td>Lobith<td>3<tr><td>Tiel<td>4</table>"),
)  # fmt: skip
