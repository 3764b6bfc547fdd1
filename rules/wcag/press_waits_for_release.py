"""A control acts when the finger or mouse button comes up, not at the press itself (WCAG 2.5.2, failure F101)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, inapplicable, passed, passes
from rules.knowledge.listening import hears, known, reacts
from rules.page import Element, Page

RULE = Rule(
    id="press-waits-for-release",
    awaits=("listeners",),
    title=Words(
        "Een knop werkt pas als de vinger of muisknop loslaat", "A control acts when the finger or button comes up"
    ),
    why=Words(
        "Wie trilt of moeite heeft met richten, raakt soms het verkeerde aan. Werkt een knop al bij het indrukken, dan "
        "is dat niet meer terug te nemen door weg te schuiven. Met het toetsenbord werkt zo'n knop vaak helemaal niet.",
        "People who tremble or find it hard to aim sometimes touch the wrong thing. When a control acts at the press, "
        "they cannot take that back by sliding away. With the keyboard such a control often does not work at all.",
    ),
    repair=Words(
        "Laat de knop reageren op ‘click’ in plaats van op het indrukken.",
        "Let the control answer to “click” instead of to the press.",
    ),
    requirements=("wcag:2.5.2",),
    secondary=("wcag:2.1.1",),
    sentences={
        "down": Words(
            "Dit onderdeel luistert naar het indrukken en niet naar een klik. Doet het al iets bij het indrukken, en "
            "werkt het ook met het toetsenbord?",
            "This element listens to the press and not to a click. Does it do something at the press already, and does "
            "it work with the keyboard too?",
        ),
    },
)

_DOWN = ("mousedown", "pointerdown", "touchstart")
_UP = ("click", "mouseup", "pointerup", "touchend", "pointercancel", "touchcancel", "mousemove", "pointermove",
       "touchmove", "drag", "dragstart")  # fmt: skip
"""Who listens to one of these too waits for the release, or follows a movement such as that of a slider."""
_CONTROLS = frozenset(("button", "link", "checkbox", "radio", "switch", "tab", "menuitem", "option"))


def applies(page: Page) -> Iterable[Target]:
    """Visible controls that themselves listen to a press. Without a record of the listeners, none."""
    if not known(page):
        return
    for element in page.elements():
        if element.is_html and element.visible and hears(element, *_DOWN) and _is_control(element):
            yield element


def _is_control(element: Element) -> bool:
    return element.role in _CONTROLS or element.style("cursor") == "pointer"


def judge(target: Target) -> Outcome:
    """Expectation: no function is executed at the down-event. Passes when something waits for the release, and for
    links and buttons that the browser itself carries out at the release."""
    if target.tag == "a" and target.has("href") and not target.get("href").lower().startswith("javascript:"):
        return passed()
    if target.tag in ("button", "input") and target.closest("form") is not None:
        return passed()
    return passed() if reacts(target, *_UP) else cannot_tell("down")


def _page(body: str) -> str:
    return f"<!doctype html><html lang=nl><title>Regio</title><body>{body}</body></html>"


EXAMPLES = (
    asks("down", _page("<button onmousedown='document.title = 1'>Start</button>")),
    asks("down", _page("<button id=b>Start</button><script>b.addEventListener('pointerdown', () => {})</script>")),
    asks("down", _page("<div role=button tabindex=0 ontouchstart='document.title = 1'>Start</div>")),
    passes(_page("<button onmousedown='this.className = 1' onclick='document.title = 1'>Start</button>")),
    passes(_page("<a href=/nieuws onmousedown='document.title = 1'>Nieuws</a>"), note="followed at the release"),
    passes(_page("<div onclick='1'><button onmousedown='document.title = 1'>Start</button></div>")),
    inapplicable(_page("<button onclick='document.title = 1'>Start</button>")),
    inapplicable(_page("<p onmousedown='document.title = 1'>Tekst</p>"), note="no control"),
)
