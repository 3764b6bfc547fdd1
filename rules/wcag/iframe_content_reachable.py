"""A frame with controls in it is not taken out of the Tab order (ACT akn7bn)."""

from __future__ import annotations

from collections.abc import Iterable

from rules import focus
from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.page import Element, Page

RULE = Rule(
    id="iframe-content-reachable",
    act=("akn7bn",),
    axe=("frame-focusable-content",),
    title=Words("Inhoud van een kader is met Tab te bereiken", "Content of a frame can be reached with Tab"),
    why=Words(
        "In dit kader (iframe) staan links, knoppen of velden, maar het kader is overgeslagen bij de Tab-toets. Wie "
        "alleen een toetsenbord gebruikt, kan er niet bij.",
        "This frame holds links, buttons or fields, but the Tab key skips it. People who use only a keyboard cannot "
        "reach them.",
    ),
    repair=Words(
        "Haal de negatieve tabindex van het kader (iframe) weg.", "Remove the negative tabindex from the frame."
    ),
    requirements=("wcag:2.1.1",),
    sentences={
        "taken-out": Words(
            "Het kader (iframe) wordt bij de Tab-toets overgeslagen (tabindex {tabindex}), terwijl er iets in te "
            "bedienen is: {example}.",
            "The Tab key skips the frame (tabindex {tabindex}), although there is something to operate in it: "
            "{example}.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """``iframe`` elements, not inert, whose document has a visible element in its sequential focus navigation."""
    for element in page.elements("iframe"):
        if not focus.inert(element) and _stop_inside(element) is not None:
            yield element


def _stop_inside(frame: Element) -> Element | None:
    inner, box = frame.content_document, frame.box
    if inner is None or box is None or not frame.visible:
        return None
    if box.width <= 5 or box.height <= 5:
        return None  # Less than a glyph of the content shows, wherever it is scrolled to.
    return next((e for e in inner.elements if focus.tab_stop(e) and e.visible), None)


def judge(target: Target) -> Outcome:
    """Expectation: its ``tabindex`` is not negative."""
    index = focus.tab_index(target)
    if index is None or index >= 0:
        return passed()
    stop = _stop_inside(target)
    text = (stop.name or stop.text) if stop is not None else ""
    tag = stop.tag if stop is not None else ""
    return failed("taken-out", tabindex=index, example=f"‘{text[:60]}’" if text else f"<{tag}>")


EXAMPLES = (
    passes('<html lang=nl><iframe srcdoc="<a href=/>Startpagina</a>"></iframe>'),
    passes('<html lang=nl><iframe tabindex=0 srcdoc="<a href=/>Startpagina</a>"></iframe>'),
    passes('<html lang=nl><iframe tabindex="geen getal" srcdoc="<button>Meld</button>"></iframe>'),
    fails("taken-out", '<html lang=nl><iframe tabindex=-1 srcdoc="<a href=/>Startpagina</a>"></iframe>'),
    fails("taken-out", '<html lang=nl><iframe tabindex="-2" title=Route srcdoc="<input>"></iframe>'),
    fails("taken-out", '<html lang=nl><iframe tabindex=-1 srcdoc="<div style=height:2000px></div><a href=/>x</a>">'
          "</iframe>", note="can be scrolled to"),
    inapplicable('<html lang=nl><iframe tabindex=-1 srcdoc="<h1>Kaart</h1><a>x</a>"></iframe>'),
    inapplicable('<html lang=nl><iframe tabindex=-1 hidden srcdoc="<a href=/>x</a>"></iframe>'),
    inapplicable('<html lang=nl><iframe tabindex=-1 width=1 height=1 srcdoc="<a href=/>x</a>"></iframe>'),
    inapplicable('<html lang=nl><iframe tabindex=-1 srcdoc="<a href=/ tabindex=-1>x</a>'
                 '<a href=/ style=opacity:0>y</a>"></iframe>'),
    inapplicable('<html lang=nl><iframe tabindex=-1 inert srcdoc="<a href=/>x</a>"></iframe>'),
    inapplicable('<html lang=nl><iframe tabindex=-1 srcdoc="<a href=/>x</a>"></iframe><dialog id=d>'
                 "<button>Sluit</button></dialog><script>d.showModal()</script>", note="blocked by a modal dialog"),
)  # fmt: skip
