"""An id that something refers to is used once, so that labels, descriptions and headers reach the right part.

There is no ACT rule for this. An id used twice is a barrier only where the reference ends up at the wrong element:
HTML and ARIA always take the first one (DOM: ``getElementById``). WCAG: failures F17 and F68.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.label_words import contained, words_of
from rules.page import Element, Page
from rules.remembered import remembered

RULE = Rule(
    id="referenced-id-is-unique",
    axe=("duplicate-id-aria",),
    title=Words("Verwijzing komt bij het juiste onderdeel uit", "Reference reaches the right part"),
    why=Words(
        "Twee onderdelen hebben dezelfde code (id). Een label of uitleg komt daardoor bij het verkeerde onderdeel "
        "terecht. Wie een schermlezer gebruikt, hoort bij dit onderdeel de verkeerde tekst of niets.",
        "Two parts have the same code (id), so a label or explanation ends up at the wrong part. Screen reader users "
        "hear the wrong text here, or none.",
    ),
    repair=Words(
        "Geef elk onderdeel een eigen id en laat de verwijzingen daarnaar wijzen.",
        "Give every part an id of its own and make the references point to it.",
    ),
    requirements=("wcag:1.3.1", "wcag:4.1.2"),
    sentences={
        "label-lost": Words(
            "Het label ‘{text}’ hoort bij een ander veld dan waar het bij staat, want het id ‘{id}’ komt {count} keer "
            "voor. Het veld erbij heeft daardoor dit label niet.",
            "The label “{text}” is tied to another field than the one beside it, because the id “{id}” is used {count} "
            "times. The field beside it therefore lacks this label.",
        ),
        "wrong-text": Words(
            "Dit onderdeel krijgt de tekst ‘{used}’ in plaats van ‘{meant}’, want het id ‘{id}’ komt {count} keer "
            "voor.",
            "This part gets the text “{used}” instead of “{meant}”, because the id “{id}” is used {count} times.",
        ),
        "headers-lost": Words(
            "Deze tabelcel verwijst naar een kop in een andere tabel, want het id ‘{id}’ komt {count} keer voor.",
            "This table cell refers to a header in another table, because the id “{id}” is used {count} times.",
        ),
        "wrong-part": Words(
            "Dit onderdeel verwijst ({attribute}) naar een ander deel van de pagina dan waar het bij hoort, want het "
            "id ‘{id}’ komt {count} keer voor.",
            "This part refers ({attribute}) to another part of the page than the one it belongs to, because the id "
            "“{id}” is used {count} times.",
        ),
        "which-part": Words(
            "Dit onderdeel verwijst ({attribute}) naar het id ‘{id}’, dat {count} keer voorkomt; het eerste is een "
            "ander deel van de pagina dan waar dit onderdeel bij hoort. Merkt iemand met een schermlezer dat?",
            "This part refers ({attribute}) to the id “{id}”, which is used {count} times; the first is another part "
            "of the page than the one it belongs to. Does a screen reader user notice?",
        ),
        "which": Words(
            "Dit onderdeel verwijst ({attribute}) naar het id ‘{id}’, dat {count} keer voorkomt met verschillende "
            "tekst. De browser neemt de eerste: ‘{used}’. Is dat de bedoelde tekst?",
            "This part refers ({attribute}) to the id “{id}”, which is used {count} times with different text. The "
            "browser takes the first: “{used}”. Is that the text that was meant?",
        ),
    },
)

_TEXTS = ("aria-labelledby", "aria-describedby", "aria-errormessage")
_PARTS = ("aria-activedescendant", "aria-controls", "aria-details", "aria-flowto", "aria-owns", "list")
_CARRIERS = {"for": ("label",), "headers": ("td", "th"), "list": ("input",)}
"""Attributes that refer by id on these HTML elements only."""
_LABELABLE = frozenset(("button", "input", "meter", "output", "progress", "select", "textarea"))
"""HTML: labelable elements (besides form-associated custom elements)."""


def applies(page: Page) -> Iterable[Target]:
    """Elements in use that refer by id to an id that occurs more than once in their tree."""
    for element in page.with_attribute("for", "headers", *_TEXTS, *_PARTS):
        if any(True for _ in _references(element)) and not element.hidden_from_at:
            yield element


@dataclass(eq=False)
class Namesakes:
    """The elements of one tree that share an id, and what references to it need to know of them, worked out once."""

    id: str
    elements: Sequence[Element]
    inside: dict[Element, list[Element]] = field(default_factory=dict)
    """Element → those of them that it is or has inside."""
    referring: dict[str, dict[Element, int]] = field(default_factory=dict)
    """Attribute → elements of the tree that refer to the id by it, with their number."""

    def __post_init__(self) -> None:
        for candidate in self.elements:
            node: Element | None = candidate
            while node is not None:
                self.inside.setdefault(node, []).append(candidate)
                node = node.parent_element

    @property
    def first(self) -> Element:
        return self.elements[0]

    @property
    def count(self) -> int:
        return len(self.elements)

    @remembered
    def say_the_same(self) -> bool:
        return all(_says(e) == _says(self.first) for e in self.elements)

    @remembered
    def cells(self) -> dict[Element | None, list[Element]]:
        """Table → those of them that are its cells."""
        found: dict[Element | None, list[Element]] = {}
        for element in self.elements:
            if element.tag in ("td", "th"):
                found.setdefault(element.closest("table"), []).append(element)
        return found

    def closest(self, element: Element) -> Sequence[Element]:
        """Those that share the deepest ancestor with *element*."""
        node: Element | None = element
        while node is not None:
            if node in self.inside:
                return self.inside[node]
            node = node.parent_element
        return self.elements

    def meant(self, element: Element, attribute: str) -> Element | None:
        """Which of them the reference of *element* was meant for; None when that cannot be said.

        The one it stands closest to in the tree; where several are equally close, references and elements pair off in
        order when there are as many of the one as of the other.
        """
        near = self.closest(element)
        if len(near) == 1:
            return near[0]
        referring = self.referring.get(attribute)
        if referring is None:
            root = element.root
            known = (e for e in element.document.page.with_attribute(attribute) if e.document is element.document)
            same = [e for e in known if self.id in e.get(attribute).split() and e.root is root]
            referring = self.referring[attribute] = {e: number for number, e in enumerate(same)}
        if len(referring) == self.count and element in referring:
            return self.elements[referring[element]]
        return None


def _references(element: Element) -> Iterable[tuple[str, Namesakes]]:
    """(attribute, elements with that id) for each of the element's references to an id used more than once."""
    root = element.root
    ids = element.document.ids(root)
    known: dict[tuple[int, str], Namesakes] = element.document.__dict__.setdefault("_namesakes", {})
    for attribute in _attributes(element):
        for wanted in element.get(attribute).split() if attribute not in ("for", "list") else [element.get(attribute)]:
            found = ids.get(wanted, ())
            if len(found) > 1:
                key = (id(root), wanted)
                if key not in known:
                    known[key] = Namesakes(wanted, found)
                yield attribute, known[key]


def _attributes(element: Element) -> Iterable[str]:
    for attribute in element.attributes:
        carriers = _CARRIERS.get(attribute)
        if element.tag in carriers and element.is_html if carriers else attribute in (*_TEXTS, *_PARTS):
            yield attribute


def judge(target: Target) -> Outcome:
    """Expectation: each reference reaches the element it was meant for, or one that says the same."""
    asked: Outcome | None = None
    for attribute, found in _references(target):
        if attribute == "for":
            outcome = _label(target, found)
        elif attribute == "headers":
            outcome = _headers(target, found)
        elif attribute in _TEXTS:
            outcome = _text(target, attribute, found)
        else:
            outcome = _part(target, attribute, found)
        if outcome.word in ("label-lost", "headers-lost", "wrong-text", "wrong-part"):
            return outcome
        asked = asked or (outcome if outcome.word else None)
    return asked or passed()


def _label(label: Element, found: Namesakes) -> Outcome:
    meant = found.meant(label, "for")
    if meant is None or meant is found.first or meant.tag not in _LABELABLE or meant.hidden_from_at:
        return passed()
    if contained(words_of(label.text), words_of(meant.name)):
        return passed()
    return failed("label-lost", id=found.id, count=found.count, text=label.text[:80])


def _headers(cell: Element, found: Namesakes) -> Outcome:
    own = found.cells.get(cell.closest("table"), [])
    if own and found.first not in own:
        return failed("headers-lost", id=found.id, count=found.count)
    if len({_says(e) for e in own}) > 1:
        used = _says(found.first)[:80]
        return cannot_tell("which", attribute="headers", id=found.id, count=found.count, used=used)
    return passed()


def _text(element: Element, attribute: str, found: Namesakes) -> Outcome:
    if found.say_the_same:
        return passed()
    used = _says(found.first)
    meant = found.meant(element, attribute)
    if meant is None:
        return cannot_tell("which", attribute=attribute, id=found.id, count=found.count, used=used[:80])
    if meant is found.first or _says(meant) == used or not _says(meant):
        return passed()
    return failed("wrong-text", id=found.id, count=found.count, used=used[:80], meant=_says(meant)[:80])


_SELDOM_USED = frozenset(("aria-controls", "aria-details", "aria-flowto"))
"""Hardly any assistive technology leads its users along these."""


def _part(element: Element, attribute: str, found: Namesakes) -> Outcome:
    meant = found.meant(element, attribute)
    if meant is None or meant is found.first:
        return passed()
    if attribute in _SELDOM_USED:
        return cannot_tell("which-part", attribute=attribute, id=found.id, count=found.count)
    return failed("wrong-part", attribute=attribute, id=found.id, count=found.count)


def _says(element: Element) -> str:
    """What a reference to the element would give as text, near enough to compare."""
    known: str | None = element.__dict__.get("_says")
    if known is None:
        label = element.get("aria-label") or element.text or element.get("alt") or element.value
        inner = " ".join(e.get("alt") or e.get("aria-label") for e in element.descendants() if e.has("alt"))
        known = element.__dict__["_says"] = " ".join(f"{label} {inner}".split())
    return known


_TWO_FORMS = (
    "<html lang=nl><form><label for=mail>Uw e-mail</label><input id=mail></form>"
    "<form{}><label for=mail>E-mail van de melder</label><input id=mail></form>"
)

EXAMPLES = (
    passes('<html lang=nl><p id=h>Uitleg</p><input aria-describedby=h aria-label=a><p id=h>Uitleg</p>',
           note="both say the same"),
    passes('<html lang=nl><div><p id=h>Uitleg bij naam</p><input aria-label=a aria-describedby=h></div>'
           "<div><p id=h>Iets anders</p></div>", note="the first one is meant"),
    passes(_TWO_FORMS.format(" hidden"), note="the second form is hidden"),
    passes('<html lang=nl><label for=z>Zoek</label><input id=z><form><label for=z>Zoek</label>'
           '<input id=z aria-label="Zoek in nieuws"></form>', note="the second field has a name with the same words"),
    fails("label-lost", _TWO_FORMS.format("")),
    fails("label-lost", "<html lang=nl><label for=a>Voornaam</label><input id=a>"
          "<label for=a>Achternaam</label><input id=a>",
          note="same parent: they pair off in order"),
    fails("label-lost", "<html lang=nl><div hidden><label for=z>Zoek</label><input id=z></div>"
          "<div><label for=z>Zoek</label><input id=z></div>", note="the first one is hidden, so its label is lost"),
    fails("wrong-text", '<html lang=nl><div><p id=h>Met apenstaartje</p><input aria-label=a aria-describedby=h></div>'
          "<div><p id=h>Hooguit 500 tekens</p><textarea aria-label=b aria-describedby=h></textarea></div>"),
    fails("wrong-text", "<html lang=nl><section aria-labelledby=k><h2 id=k>Planning</h2></section>"
          "<section aria-labelledby=k><h2 id=k>Kosten</h2></section>"),
    fails("headers-lost", "<html lang=nl><table><tr><th id=j>2025<tr><td headers=j>4</table>"
          "<table><tr><th id=j>2026<tr><td headers=j>5</table>"),
    asks("which-part", '<html lang=nl><div><button aria-controls=m aria-expanded=false>A</button><ul id=m></ul></div>'
          "<div><button aria-controls=m aria-expanded=false>Thema's</button><ul id=m></ul></div>"),
    fails("wrong-part", "<html lang=nl><div role=listbox aria-label=a><p role=option id=o>Een</p></div>"
          "<div><div role=listbox tabindex=0 aria-label=b aria-activedescendant=o><p role=option id=o>Twee</p></div>"
          "</div>"),
    asks("which", '<html lang=nl><p id=h>Zo groot</p><p id=h>Zo klein</p><input aria-label=a aria-describedby=h>'),
    inapplicable("<html lang=nl><p id=x>Een</p><p id=x>Twee</p>", note="nothing refers to them"),
    inapplicable('<html lang=nl><label for=n>Naam</label><input id=n>'),
    inapplicable('<html lang=nl><input aria-label=a aria-describedby=h hidden><p id=h>Een</p><p id=h>Twee</p>'),
    inapplicable('<html lang=nl><input aria-labelledby=t><p id=t>Naam</p><iframe srcdoc="<p id=t>Anders</p>"></iframe>',
                 note="a frame is a tree of its own"),
)  # fmt: skip
