"""The order that tabindex gives to the Tab key is the order of the page (WCAG failure F44)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, inapplicable, passed, passes
from rules.focus import tab_index
from rules.page import Document, Element, Page

RULE = Rule(
    id="focus-order-follows-page",
    title=Words("De Tab-toets volgt de volgorde van de pagina", "The Tab key follows the order of the page"),
    why=Words(
        "Wie met het toetsenbord of een schermlezer werkt, springt heen en weer over de pagina en weet niet meer waar "
        "hij is of slaat velden over.",
        "People who work with the keyboard or a screen reader jump to and fro over the page, lose their place or miss "
        "fields.",
    ),
    repair=Words(
        "Haal tabindex-waarden boven 0 weg en zet de onderdelen in de code in de volgorde waarin ze gebruikt worden.",
        "Remove tabindex values above 0 and put the elements in the code in the order in which they are used.",
    ),
    requirements=("wcag:2.4.3",),
    sentences={
        "other-order": Words(
            "Door tabindex gaat de Tab-toets hier anders dan de pagina in de code staat; hij begint met {first}. Is "
            "die volgorde logisch en blijft de pagina zo te begrijpen en te bedienen?",
            "Tabindex makes the Tab key go another way than the code of the page; it begins with {first}. Is that "
            "order logical, so that the page can be understood and operated?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The first element of each document that tabindex gives a place of its own in the order of the Tab key."""
    for document in page.documents:
        first = next((e for e in _stops(document) if _place(e)), None)
        if first is not None:
            yield first


def judge(target: Target) -> Outcome:
    """Expectation: the order is that of the document. Fails never: another order may be logical too."""
    stops = _stops(target.document)
    # HTML, "sequential focus navigation": values above 0 first, from low to high, then all others in document order.
    walked = sorted((e for e in stops if _place(e)), key=_place) + [e for e in stops if not _place(e)]
    if walked == stops:
        return passed()
    placed = [e for e in walked if _place(e)]
    names = ", ".join(_called(e) for e in placed[:5])
    return cannot_tell("other-order", first=names + (", …" if len(placed) > 5 else ""))


def _stops(document: Document) -> list[Element]:
    """Stops for the Tab key in the document itself: a shadow tree orders its own, at the place of its host."""
    return [e for e in document.elements if e.in_tab_order and e.rendered and e.root is document]


def _place(element: Element) -> int:
    return max(tab_index(element) or 0, 0)


def _called(element: Element) -> str:
    return f"“{(element.name or element.visible_text or element.tag)[:40]}” ({_place(element)})"


EXAMPLES = (
    asks("other-order", "<html lang=nl><input aria-label=Naam tabindex=2><input aria-label=Plaats tabindex=1>"),
    asks("other-order", "<html lang=nl><a href='/a'>Home</a><input aria-label=Naam tabindex=1>"),
    passes("<html lang=nl><input aria-label=Naam tabindex=1><input aria-label=Plaats tabindex=2><a href='/a'>Home</a>"),
    passes("<html lang=nl><a href='/a' tabindex=1>Naar de inhoud</a><a href='/b'>Home</a>"),
    passes("<html lang=nl><a href='/a' tabindex=5>Een</a><a href='/b' tabindex=5>Twee</a>", note="the same value"),
    inapplicable("<html lang=nl><a href='/a' tabindex=0>Home</a><div tabindex=-1>Inhoud</div>"),
    inapplicable("<html lang=nl><a href='/a'>Home</a><input tabindex=1 disabled><input tabindex=2 type=hidden>"),
    inapplicable("<html lang=nl><a href='/a'>Home</a><a href='/b' tabindex=1 hidden>Weg</a>"),
)
