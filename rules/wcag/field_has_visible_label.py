"""A field has a label or instruction that can be seen, also when it is filled in (WCAG 3.3.2, technique G131)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules import focus
from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, inapplicable, passed, passes
from rules.knowledge.form_labels import labels_by_field
from rules.knowledge.naming import speakable
from rules.page import Box, Document, Element, Page

RULE = Rule(
    id="field-has-visible-label",
    title=Words("Bij een veld staat een zichtbaar label", "A field has a label that can be seen"),
    why=Words(
        "Tekst in een leeg veld verdwijnt bij het typen, en een titel of aria-label is niet te zien. Wie dan wil "
        "nagaan wat waar hoort, moet het onthouden of het veld weer leegmaken.",
        "Text in an empty field goes away at the first letter, and a title or aria-label cannot be seen. People who "
        "want to check what goes where must remember it or empty the field again.",
    ),
    repair=Words(
        "Zet een zichtbaar label bij het veld dat blijft staan als het veld is ingevuld.",
        "Put a visible label beside the field that stays when the field is filled in.",
    ),
    requirements=("wcag:3.3.2",),
    sentences={
        "placeholder": Words(
            "Wat hier ingevuld moet worden staat alleen als voorbeeldtekst in het veld (“{text}”). Staat er ergens "
            "anders een label of uitleg die zichtbaar blijft?",
            "What to fill in here stands only as placeholder text in the field (“{text}”). Is there a label or an "
            "instruction elsewhere that stays visible?",
        ),
        "unseen": Words(
            "De naam van dit veld (“{text}”) is niet te zien en er staat geen tekst naast of boven. Is op een andere "
            "manier te zien wat hier ingevuld moet worden?",
            "The name of this field (“{text}”) cannot be seen and no text stands beside or above it. Can people see in "
            "another way what to fill in?",
        ),
    },
)

_TYPES = frozenset(("button", "checkbox", "color", "file", "hidden", "image", "radio", "range", "reset", "submit"))
"""Types of input that are no text field."""
_SEARCHES = re.compile(r"zoek|search|vind|find", re.IGNORECASE)
_ABOVE = 48.0
_BESIDE = 240.0
"""How far, in CSS pixels, a label may stand from its field to count as its own."""


def applies(page: Page) -> Iterable[Target]:
    """Visible text fields and selects that have a name for assistive technology: without one, another rule fails."""
    for element in page.elements("input", "select", "textarea"):
        if element.tag == "input" and element.get("type").strip().lower() in _TYPES:
            continue
        if element.visible and not element.hidden_from_at and not focus.disabled(element) and speakable(element.name):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: its label can be seen, text stands beside it, or a button beside it says what it is for (G167).
    Fails never: a person must see whether something else tells what to fill in."""
    labels = labels_by_field(target.document).get(target, [])
    if any(label.visible_text for label in labels) or _in_table_with_headers(target):
        return passed()
    box = target.box
    if box is None or _text_near(target, box) or _button_near(target, box):
        return passed()
    placeholder = target.get("placeholder").strip()
    return cannot_tell("placeholder" if placeholder else "unseen", text=(placeholder or target.name)[:60])


def _in_table_with_headers(element: Element) -> bool:
    table = element.closest("table")
    return table is not None and any(d.tag == "th" and d.visible_text for d in table.descendants())


def _text_near(field: Element, box: Box) -> bool:
    return any(_near(box, other) for other in _text_boxes(field.document))


def _text_boxes(document: Document) -> list[Box]:
    """Where visible text stands that can be a label: not in buttons, links and options; worked out once."""
    known: list[Box] | None = document.__dict__.get("_boxes_of_label_texts")
    if known is None:
        known = document.__dict__["_boxes_of_label_texts"] = []
        for element in document.elements:
            if not element.own_text or element.box is None or not element.visible_text:
                continue
            if element.closest("button", "option", "a", "select", "textarea", "script", "style") is not None:
                continue
            if element.tag not in ("html", "body", "form"):
                known.append(element.box)
            known.extend(c.layout.box for c in element.children if not isinstance(c, Element) and c.layout is not None)
    return known


def _near(field: Box, text: Box) -> bool:
    """The text stands closely above or below the field, or on its line."""
    overlaps = min(field.right, text.right) - max(field.x, text.x) > 0
    level = min(field.bottom, text.bottom) - max(field.y, text.y) > 0
    if overlaps:
        return -_ABOVE / 2 <= field.y - text.bottom <= _ABOVE or 0 <= text.y - field.bottom <= _ABOVE / 2
    return level and max(field.x - text.right, text.x - field.right) <= _BESIDE


def _button_near(field: Element, box: Box) -> bool:
    """A button right behind the field says that it searches: with visible text, or in a search form with an icon."""
    search = field.role == "searchbox" or any(a.role == "search" for a in field.flat_ancestors())
    following = field.document.elements[field.document.elements.index(field) + 1 :]
    for element in following[:40]:
        if element.is_html and element.tag in ("input", "select", "textarea") and element.role != "button":
            return False
        if element.role != "button" or not element.visible or element.box is None:
            continue
        near = element.box.y < box.bottom + _ABOVE and element.box.bottom > box.y - _ABOVE
        text = element.visible_text or (element.get("value") if element.tag == "input" else "")
        return near and bool(_SEARCHES.search(text) or (search and speakable(element.name)))
    return False


_STYLE = "<style>.weg{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}</style>"

EXAMPLES = (
    asks("placeholder", "<html lang=nl><form><input placeholder=Voornaam><p><input placeholder=Woonplaats></form>"),
    asks("placeholder", f"<html lang=nl>{_STYLE}<label class=weg for=n>Naam</label><input id=n placeholder=Naam>"),
    asks("unseen", "<html lang=nl><input aria-label=Naam>"),
    asks("unseen", "<html lang=nl><select title=Land><option>Nederland</select>"),
    asks("unseen", "<html lang=nl><p>Dag</p><div style='height:200px'></div><textarea aria-label=Bericht></textarea>"),
    passes("<html lang=nl><label>Naam <input placeholder=Jansen></label>"),
    passes("<html lang=nl><p id=n>Naam</p><input aria-labelledby=n>"),
    passes("<html lang=nl><div>Naam</div><div><input aria-label=Naam></div>", note="seen by whoever can see"),
    passes("<html lang=nl><input aria-label=Zoek><button>Zoeken</button>", note="technique G167"),
    passes("<html lang=nl><input aria-label=Zoek><input type=submit value=Zoeken>"),
    asks("placeholder", "<html lang=nl><input placeholder=Naam><button>Verstuur</button>"),
    passes("<html lang=nl><form role=search><input type=search aria-label=Zoek><button aria-label=Zoek>"
           "<svg width=20 height=20><circle r=8 cx=10 cy=10 /></svg></button></form>"),
    passes("<html lang=nl><table><tr><th>Dag<th>Uren<tr><td>ma<td><input aria-label='Uren op ma'></table>"),
    inapplicable("<html lang=nl><input type=submit><input type=checkbox aria-label=Akkoord>"),
    inapplicable("<html lang=nl><input>", note="no name at all: form-field-has-name"),
    inapplicable("<html lang=nl><input aria-label=Naam disabled>"),
    inapplicable("<html lang=nl><input aria-label=Naam hidden>"),
)  # fmt: skip
