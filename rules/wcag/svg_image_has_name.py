"""Every SVG drawing with the role of an image has a text alternative (ACT 7d6734)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.naming import name_fault
from rules.knowledge.roles import explicit_role
from rules.page import SVG, Page

RULE = Rule(
    id="svg-image-has-name",
    act=("7d6734",),
    axe=("svg-img-alt",),
    title=Words("Tekening (SVG) heeft een tekstalternatief", "SVG drawing has a text alternative"),
    why=Words(
        "Deze tekening is als afbeelding gemarkeerd. Wie niet kan zien, hoort alleen dat er een afbeelding is, niet "
        "wat erop staat.",
        "This drawing is marked as an image. People who cannot see hear only that there is an image, not what it "
        "shows.",
    ),
    repair=Words(
        "Geef de tekening een tekst die hetzelfde vertelt. Is zij alleen versiering, verberg haar dan voor "
        "schermlezers.",
        "Give the drawing a text that tells the same. If it is only decoration, hide it from screen readers.",
    ),
    requirements=("wcag:1.1.1",),
    hits=("4.2.1", "4.2.2"),
    sentences={
        "empty": Words(
            "De tekening (SVG) is als afbeelding gemarkeerd, maar heeft geen tekstalternatief.",
            "The SVG drawing is marked as an image but has no text alternative.",
        ),
        "icon-character": Words(
            "Het tekstalternatief van de tekening (SVG) is een teken dat niemand kan voorlezen.",
            "The SVG drawing's text alternative is a character that cannot be read aloud.",
        ),
    },
)


_ROLES = frozenset(("img", "graphics-document", "graphics-symbol"))


def applies(page: Page) -> Iterable[Target]:
    """Exposed SVG elements with an explicit role of ``img``, ``graphics-document`` or ``graphics-symbol``."""
    for element in page.with_attribute("role"):
        if element.namespace == SVG and explicit_role(element) in _ROLES and not element.hidden_from_at:
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: a name that is not empty."""
    if target.ax is None and (target.get("aria-label") or any(c.tag == "title" for c in target.element_children)):
        return passed()  # The browser put off rendering it and cannot say.
    fault = name_fault(target)
    return failed(fault) if fault else passed()


EXAMPLES = (
    passes('<html lang=nl><svg role=img width=9 height=9><title>Waterstand stijgt</title><circle r=4 /></svg>'),
    passes('<html lang=nl><svg role=img aria-label="Waterstand stijgt"><circle r=4 /></svg>'),
    passes('<html lang=nl><svg role="foo graphics-document" aria-labelledby=t><text id=t y=9>Kaart</text></svg>'),
    passes('<html lang=nl><svg><circle r=4 role=graphics-symbol aria-label="Kazerne"/></svg>'),
    fails("empty", "<html lang=nl><svg role=img><circle r=4 /></svg>"),
    fails("empty", "<html lang=nl><svg role=img><title> </title><circle r=4 /></svg>"),
    fails("empty", "<html lang=nl><svg role=img><text y=9>Waterstand</text></svg>", note="text in it does not name it"),
    fails("empty", "<html lang=nl><svg role=img><g><title>Boot</title><circle r=4 /></g></svg>",
          note="the title of a part is not that of the whole"),
    fails("empty", '<html lang=nl><svg><g role=graphics-symbol><circle r=4 /></g></svg>'),
    fails("empty", '<html lang=nl><a href="/">Startpagina <svg role=img><circle r=4 /></svg></a>'),
    fails("empty", '<svg xmlns="http://www.w3.org/2000/svg" role="img"><circle r="4"/></svg>',
          media_type="image/svg+xml"),
    inapplicable("<html lang=nl><svg><circle r=4 /></svg>", note="no explicit role"),
    inapplicable("<html lang=nl><svg role=img aria-hidden=true><circle r=4 /></svg><svg role=none></svg>"),
    inapplicable('<html lang=nl><svg style="display:none"><symbol role=img id=i><circle r=4 /></symbol></svg>'),
    inapplicable("<html lang=nl><div role=img></div>", note="no SVG"),
)  # fmt: skip
