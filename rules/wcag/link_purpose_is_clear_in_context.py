"""A link's name together with the text around it says where it leads (ACT 5effbb)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.generic_words import bare, generic_link, objectless_link, pointing_link, silent_mark
from rules.knowledge.link_context import context_text, headers_of, is_header, row_of
from rules.knowledge.link_purpose import leads_to_words, self_evident
from rules.knowledge.links import links_of
from rules.knowledge.similarity import content_words, stems
from rules.page import Document, Element, Page

RULE = Rule(
    id="link-purpose-is-clear-in-context",
    act=("5effbb",),
    title=Words(
        "De link en de tekst eromheen zeggen waar de link naartoe gaat",
        "A link and the text around it say where it leads",
    ),
    why=Words(
        "Wie een schermlezer gebruikt, hoort de tekst van de link en kan de zin, het lijstonderdeel of de tabelcel "
        "eromheen laten voorlezen. Zegt ook die tekst niet waar de link naartoe gaat, dan is de link een gok.",
        "Screen reader users hear the link's text and can have the sentence, list item or table cell around it read. "
        "If that does not say where the link leads either, following it is a gamble.",
    ),
    repair=Words(
        "Noem in de tekst van de link, of in dezelfde zin of tabelcel, waar de link naartoe gaat.",
        "Say where the link leads in its text, or in the same sentence or table cell.",
    ),
    requirements=("wcag:2.4.4",),
    routine=True,
    secondary=("wcag:2.4.9",),
    sentences={
        "alone": Words(
            "De link heet alleen ‘{name}’ en er staat geen tekst bij die zegt waar de link naartoe gaat.",
            "The link is only called “{name}” and there is no text with it that says where it leads.",
        ),
        "bare-cell": Words(
            "De link ‘{name}’ staat alleen in een tabelcel. Er is geen rijkop die zegt waar deze link bij hoort.",
            "The link “{name}” stands alone in a table cell, and no row header says what it belongs to.",
        ),
        "clear": Words(
            "De link heet ‘{name}’. Eromheen staat: ‘{context}’. Weet u hiermee waar de link naartoe gaat?",
            "The link is called “{name}”. Around it stands: “{context}”. Can you tell from this where it leads?",
        ),
        "clear-alone": Words(
            "De link heet ‘{name}’ en staat op zichzelf. Weet u met deze tekst, en met de kop erboven, waar de link "
            "naartoe gaat?",
            "The link is called “{name}” and stands by itself. Can you tell from this text, and the heading above it, "
            "where it leads?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed links with a name."""
    return links_of(page)


def judge(target: Target) -> Outcome:
    """Expectation: name and context together describe the link's purpose.

    Fails when the name is generic and the context says nothing besides, with no heading before it that might help
    (WCAG technique H80); or when it stands alone in a cell of a row that has no header. Passes when the name, or the
    name with its context, shares words with what it leads to, or the name has many words.
    """
    name = target.name
    empty = generic_link(name) or objectless_link(name) or pointing_link(name) or silent_mark(name)
    if not empty and (self_evident(name) or leads_to_words(target, stems(name))):
        return passed()
    context = context_text(target)
    if empty and _bare_cell(target):
        return failed("bare-cell", name=name)
    told = stems(w for w in content_words(context) if not _hollow(w)) - stems(name)
    if empty and not told and not silent_mark(name) and not _heading_before(target) and not _menu_entry(target):
        return failed("alone", name=name)
    if len(told) >= 2 and leads_to_words(target, told | stems(name)):
        return passed()
    if told:
        return cannot_tell("clear", name=name, context=_short(context))
    return cannot_tell("clear-alone", name=name)


def _menu_entry(link: Element) -> bool:
    """One entry of a menu: the entries beside it, such as “Documentation”, tell what “Download” is about."""
    item = link.closest("li")
    if item is None or bare(item.text) != bare(link.text) or item.flat_parent is None:
        return False
    beside = [c for c in item.flat_parent.flat_children if isinstance(c, Element) and c is not item]
    named = [c for c in beside if c.tag == "li" and any(d.tag == "a" for d in c.flat_descendants())]
    return sum(1 for c in named if content_words(c.text) and not _hollow(c.text)) >= 2


def _hollow(word: str) -> bool:
    return generic_link(word) or objectless_link(word)


def _short(text: str) -> str:
    return text if len(text) <= 200 else text[:199].rsplit(" ", 1)[0] + " …"


def _bare_cell(link: Element) -> bool:
    """The link is all there is in a cell; an earlier cell of the row, which is no header, says what it is about."""
    cell = link.closest("td")
    if cell is None or bare(cell.text) != bare(link.text) or cell.role not in ("cell", "gridcell"):
        return False
    row = row_of(cell)
    if any(is_header(c) for c in row) or any(h.flat_parent is cell.flat_parent for h in headers_of(cell)):
        return False
    if cell.get("headers").strip() or link.has("aria-describedby"):
        return False
    if any((a.tag in ("td", "th") and a is not cell) or a.role == "listitem" for a in cell.flat_ancestors()):
        return False
    return any(_tells(c.text) for c in row[: row.index(cell)])


def _tells(text: str) -> bool:
    """The text of a cell has words that may say what the row is about: no numbers, no kinds of file."""
    return not _hollow(text) and any(w.isalpha() and not _hollow(w) for w in content_words(text))


def _heading_before(link: Element) -> bool:
    """A heading stands before the link on the page: WCAG technique H80 lets it count."""
    return _first_heading(link.document) < link.index


def _first_heading(document: Document) -> int:
    known: int | None = document.__dict__.get("_first_heading")
    if known is None:
        known = next((e.index for e in document.elements if e.role == "heading" and not e.hidden_from_at), 1 << 60)
        document.__dict__["_first_heading"] = known
    return known


_ROW = "<html lang=nl><h1>Rapporten</h1><table><tr><th>Naam<th>Bestand</tr><tr>{}</tr></table>"

EXAMPLES = (
    passes('<html lang=nl><p>Lees <a href="/jodium">meer</a> over jodiumtabletten bij een kernongeval.</p>'),
    passes('<html lang=nl><a href="/nieuws/duinbrand">Duinbrand bij Waterdam is onder controle</a>'),
    passes('<html lang=nl><ul><li>Jaarverslag van de brandweer: <a href="/brandweer/jaarverslag.pdf">PDF</a></ul>'),
    asks("clear", '<html lang=nl><p>De brandweer zoekt vrijwilligers. <a href="/x7">Lees meer</a></p>'),
    asks("clear", '<html lang=nl><div><h3>Jodium</h3><p>Wie krijgt ze?</p><a href="/x7">Lees meer</a></div>'),
    asks("clear", '<html lang=nl><p id=j>Jodium</p><p><a href="/x7" aria-describedby=j>Lees meer</a></p>'),
    asks("clear-alone", '<html lang=nl><h2>Jodiumtabletten</h2><p><a href="/x7">Lees meer</a></p>', note="H80"),
    asks("clear-alone", '<html lang=nl><p><a href="/x7">Organisatie</a></p>'),
    asks("clear", _ROW.format('<th scope=row>Jaarverslag<td><a href="/1.pdf">Download</a>')),
    fails("bare-cell", _ROW.format('<td>Jaarverslag<td><a href="/1.pdf">Download</a>')),
    asks(
        "clear",
        "<html lang=nl><table><tr><th>Jaarverslag<th>Begroting<tr><td><a href=/1>PDF</a><td><a href=/2>PDF</a></table>",
    ),
    fails("alone", '<html lang=nl><p>Bij brand gaat de sirene.</p><p><a href="/x7">Lees meer</a></p>'),
    fails("alone", '<html lang=nl><p><b>Jaarverslag</b></p><ul><li><a href="/1">PDF</a><li><a href="/2">Word</a></ul>'),
    fails("alone", "<html lang=nl><div role=link tabindex=0>Klik hier</div><p>Tekst</p>"),
    asks("clear-alone", '<html lang=nl><ul><li><a href="/a">Handleiding</a><li><a href="/b">Nieuws</a>'
         '<li><a href="/x7">Download</a></ul>', note="an entry of a menu"),
    inapplicable('<html lang=nl><a href="/x7" hidden>Lees meer</a><a>Hier</a>'),
    inapplicable('<html lang=nl><p aria-hidden=true><a href="/x7" tabindex=-1>Lees meer</a></p>'),
)
