"""A part with its own scroll bar can be scrolled with the keyboard (ACT 0ssw9k)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules import focus
from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.page import Element, Page, Text
from rules.visibility import text_visible

RULE = Rule(
    id="scroll-area-is-reachable",
    act=("0ssw9k",),
    axe=("scrollable-region-focusable",),
    title=Words(
        "Een deel dat kan schuiven is met het toetsenbord te bereiken",
        "A part that scrolls can be reached with the keyboard",
    ),
    why=Words(
        "Wie geen muis kan gebruiken, schuift met de pijltoetsen. Dat lukt pas als dit deel, of iets erin, de focus "
        "kan krijgen. Anders blijft een deel van de inhoud voor hem onbereikbaar.",
        "People who cannot use a mouse scroll with the arrow keys. That works only when this part, or something in it, "
        "can take focus. Otherwise they cannot reach some of the content.",
    ),
    repair=Words(
        "Zorg dat mensen met de Tab-toets in dit deel kunnen komen, bijvoorbeeld door het zelf focus te laten krijgen, "
        "of maak het zo groot dat schuiven niet nodig is.",
        "Make sure people can get into this part with the Tab key, for example by letting it take focus itself, or "
        "make it large enough that no scrolling is needed.",
    ),
    requirements=("wcag:2.1.1", "wcag:2.1.3"),
    sentences={
        "unreachable": Words(
            "Dit deel heeft meer inhoud dan er te zien is ({distance} pixels), maar noch het deel zelf, noch iets erin "
            "is met de Tab-toets te bereiken.",
            "This part holds more than can be seen ({distance} pixels), but neither the part itself nor anything in it "
            "can be reached with the Tab key.",
        ),
        "little": Words(
            "Dit deel schuift {distance} pixels en is niet met de Tab-toets te bereiken. Is zonder schuiven alles te "
            "lezen?",
            "This part scrolls {distance} pixels and cannot be reached with the Tab key. Can everything be read "
            "without scrolling?",
        ),
        "buttons": Words(
            "Dit deel schuift en is niet met de Tab-toets te bereiken, maar ernaast staat de knop “{button}”. Is alle "
            "inhoud met die knop te bereiken?",
            "This part scrolls and cannot be reached with the Tab key, but next to it is the button “{button}”. Can "
            "all content be reached with that button?",
        ),
        "popup": Words(
            "Deze keuzelijst schuift en is niet met de Tab-toets te bereiken. Schuift zij mee als iemand met de "
            "pijltoetsen door de keuzes gaat?",
            "This list of choices scrolls and cannot be reached with the Tab key. Does it scroll along when someone "
            "moves through the choices with the arrow keys?",
        ),
    },
)

_BUTTON_WORDS = re.compile(
    r"\b(vorige|volgende|previous|prev|next|scroll|links|rechts|left|right|omhoog|omlaag|up|down)\b", re.IGNORECASE
)
_LITTLE = 13
"""Pixels: less than a line of text."""


def applies(page: Page) -> Iterable[Target]:
    """HTML elements that scroll further than their padding and hold something visible."""
    return _areas(page)


def _areas(page: Page) -> dict[Element, float]:
    """The scroll areas in document order, with the pixels that they scroll; worked out once per page."""
    cache: dict[str, dict[Element, float]] = page.__dict__.setdefault("_scroll_areas", {})
    if "all" not in cache:
        cache["all"] = _found_areas(page)
    return cache["all"]


def _found_areas(page: Page) -> dict[Element, float]:
    found: dict[Element, float] = {}
    for document in page.documents:
        for area in document.record("scroll_areas") or ():
            element = document.element_at(area["path"])
            if element is None or not element.is_html or not _shows_something(element):
                continue
            distance = 0.0
            if area["horizontal"] > max(area["left"], area["right"], 1):
                distance = max(distance, area["horizontal"])
            if area["vertical"] > max(area["top"], area["bottom"], 1):
                distance = max(distance, area["vertical"])
            if distance > 0:
                found[element] = distance
    return dict(sorted(found.items(), key=lambda pair: pair[0].index))


def _shows_something(element: Element) -> bool:
    return any(
        child.visible if isinstance(child, Element) else isinstance(child, Text) and text_visible(child)
        for child in element.flat_children
    )


def judge(target: Target) -> Outcome:
    """Expectation: it, or something in it, is a stop for the Tab key; or it is inert."""
    if _stop(target) or focus.inert(target) or any(_stop(d) for d in target.flat_descendants()):
        return passed()
    distance = round(_areas(target.document.page).get(target, 0.0))
    if any(e.role in ("listbox", "menu", "tree", "combobox") for e in (target, *target.flat_ancestors())):
        return cannot_tell("popup")
    button = _button_near(target)
    if button is not None:
        return cannot_tell("buttons", button=button.name)
    return cannot_tell("little", distance=distance) if distance < _LITTLE else failed("unreachable", distance=distance)


def _stop(element: Element) -> bool:
    """A stop for the Tab key in every browser; some browsers make scroll areas stops by themselves, others do not."""
    made = focus.tab_index(element) is not None or focus.natively_focusable(element)
    return made and element.in_tab_order


def _button_near(element: Element) -> Element | None:
    """A button close by whose name says that it scrolls."""
    around = element.flat_parent
    for _ in range(2):
        if around is None or around.tag in ("body", "html"):
            return None
        button = _button_in(around)
        if button is not None:
            return button
        around = around.flat_parent
    return None


def _button_in(element: Element) -> Element | None:
    """The first button inside whose name says that it scrolls; worked out once per element."""
    if "_scroll_button" not in element.__dict__:
        buttons = (e for e in element.flat_descendants() if e.role == "button")
        found = next((b for b in buttons if b.in_tab_order and _BUTTON_WORDS.search(b.name)), None)
        element.__dict__["_scroll_button"] = found
    button: Element | None = element.__dict__["_scroll_button"]
    return button


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title></head><body>{body}</body></html>'


_TEXT = "Bel bij brand in uw huis meteen het alarmnummer en wacht buiten op de brandweer. " * 6
_SMALL = "width:200px;height:60px"

EXAMPLES = (
    passes(_page(f'<div style="{_SMALL};overflow:auto" tabindex="0">{_TEXT}</div>')),
    passes(_page(f'<div style="{_SMALL};overflow:auto">{_TEXT}<a href="#x">Lees meer</a></div>')),
    passes(_page(f'<div style="{_SMALL};overflow-y:scroll"><button>Ja</button>{_TEXT}</div>')),
    passes(_page(f'<div style="{_SMALL};overflow:auto" inert>{_TEXT}</div>')),
    passes(
        _page(
            f'<textarea style="{_SMALL}" aria-label="Bericht">{_TEXT}</textarea><div tabindex="0" '
            f'style="{_SMALL};overflow:auto">{_TEXT}</div>'
        )
    ),
    fails("unreachable", _page(f'<div style="{_SMALL};overflow:auto">{_TEXT}</div>')),
    fails("unreachable", _page(f'<div style="{_SMALL};overflow:auto" tabindex="-1">{_TEXT}</div>')),
    fails("unreachable", _page(f'<pre style="width:100px;overflow-x:auto">{_TEXT}</pre>')),
    fails(
        "unreachable", _page(f'<div style="{_SMALL};overflow:auto">{_TEXT}<a href="#x" tabindex="-1">Meer</a></div>')
    ),
    fails("unreachable", _page(f'<div style="{_SMALL};overflow:auto">{_TEXT}<button disabled>Ja</button></div>')),
    fails(
        "unreachable",
        _page(
            '<div style="width:200px;overflow:auto"><table style="width:900px"><tr><td>Rooster</td><td>'
            "112</td></tr></table></div>"
        ),
    ),
    fails(
        "unreachable",
        _page(
            '<div id="h"></div><script>document.getElementById("h").attachShadow({mode:"open"}).'
            "innerHTML="
            f"'<div style=\"{_SMALL};overflow:auto\">{_TEXT}</div>'</script>"
        ),
    ),
    asks("little", _page('<div style="width:200px;height:20px;line-height:28px;overflow:auto">Een regel tekst</div>')),
    asks(
        "buttons",
        _page(
            '<section><button>Volgende</button><div style="width:200px;overflow:auto"><div style="width:900px">'
            "Foto's van de brandweer</div></div></section>"
        ),
    ),
    asks(
        "popup",
        _page(f'<ul role="listbox" aria-label="Plaats" style="{_SMALL};overflow:auto"><li role="option">{_TEXT}</ul>'),
    ),
    inapplicable(_page(f'<div style="{_SMALL};overflow:hidden">{_TEXT}</div>')),
    inapplicable(_page('<div style="width:200px;overflow:auto">Past precies</div>')),
    inapplicable(_page(f'<div style="{_SMALL};overflow:auto;visibility:hidden">{_TEXT}</div>')),
    inapplicable(
        _page(
            '<div style="width:100px;height:100px;overflow:auto;padding:30px"><div style="height:120px">x</div></div>'
        )
    ),
    inapplicable(_page(f'<style>body{{overflow:auto;height:100px}}</style><p style="height:3000px">{_TEXT}</p>')),
)
