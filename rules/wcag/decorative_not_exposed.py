"""What is marked as decoration is not passed on to screen readers after all (ACT 46ca7f)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.roles import GLOBAL_ATTRIBUTES, marked_as_decorative
from rules.page import Element, Page

RULE = Rule(
    id="decorative-not-exposed",
    act=("46ca7f",),
    axe=("presentation-role-conflict",),
    title=Words(
        "Wat als versiering is gemarkeerd, wordt niet voorgelezen", "What is marked as decoration is not read out"
    ),
    why=Words(
        "De maker zegt dat dit onderdeel alleen versiering is, maar een ander kenmerk maakt dat schermlezers het toch "
        "noemen. Wie een schermlezer gebruikt, hoort dan iets overbodigs, of juist iets zonder uitleg.",
        "The author says that this part is only decoration, but something else makes screen readers mention it. Their "
        "users then hear something needless, or something unexplained.",
    ),
    repair=Words(
        "Kies: is het versiering, haal dan de naam, het aria-attribuut of de tabindex weg. Heeft het betekenis, haal "
        "dan de markering als versiering weg.",
        "Choose: if it is decoration, remove the name, the aria attribute or the tabindex. If it means something, "
        "remove the mark of decoration.",
    ),
    requirements=(),
    hits=("4.2.1", "4.2.2"),
    secondary=("wcag:1.1.1",),
    sentences={
        "focusable": Words(
            "Dit onderdeel is als versiering gemarkeerd, maar kan de focus krijgen. Daarom noemen schermlezers het "
            "toch.",
            "This part is marked as decoration but can take focus, so screen readers mention it all the same.",
        ),
        "attribute": Words(
            "Dit onderdeel is als versiering gemarkeerd, maar heeft ook {attribute}. Daarom noemen schermlezers het "
            "toch.",
            "This part is marked as decoration but also has {attribute}, so screen readers mention it all the same.",
        ),
        "exposed": Words(
            "Dit onderdeel is als versiering gemarkeerd, maar schermlezers noemen het toch.",
            "This part is marked as decoration, but screen readers mention it all the same.",
        ),
        "title": Words(
            "Deze afbeelding heeft een leeg tekstalternatief, maar wel een titel (‘{title}’), die sommige "
            "schermlezers noemen. Is de afbeelding versiering? Haal dan de titel weg.",
            "This image has an empty text alternative but does have a title (“{title}”), which some screen readers "
            "mention. Is the image decoration? Then remove the title.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Any element that is marked as decorative."""
    for element in page.with_attribute("role", "alt"):
        if marked_as_decorative(element):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: it is not in the accessibility tree, or has the role ``none`` there."""
    if target.hidden_from_at or target.role == "none":
        return passed()
    if target.focusable or target.has("tabindex"):
        return failed("focusable")
    attribute = next((a for a in target.attributes if a in GLOBAL_ATTRIBUTES and _speaks(target, a)), "")
    if attribute:
        return failed("attribute", attribute=attribute)
    if target.tag == "img" and not target.has("role"):
        title = target.get("title").strip()
        return cannot_tell("title", title=title) if title else passed()
    return failed("exposed")


def _speaks(element: Element, attribute: str) -> bool:
    return attribute != "aria-hidden" or element.get(attribute).strip().lower() == "true"


_DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="

EXAMPLES = (
    passes(f'<html lang=nl><img src="{_DOT}" alt="">'),
    passes(f'<html lang=nl><img src="{_DOT}" alt="" aria-hidden=true>'),
    passes(f'<html lang=nl><img src="{_DOT}" alt="Logo" role=presentation>'),
    passes("<html lang=nl><svg role=none><circle r=4 /></svg>"),
    passes('<html lang=nl><ul role=menubar><li role=none><a role=menuitem href="/">Startpagina</a></ul>'),
    passes("<html lang=nl><table role=presentation><tr><td>Links<td>Rechts</table>"),
    passes('<html lang=nl><iframe role=none srcdoc="<p>x"></iframe>'),
    fails("attribute", '<html lang=nl><nav role=none aria-label="Hoofdmenu"><a href="/">Startpagina</a></nav>'),
    fails("attribute", f'<html lang=nl><img src="{_DOT}" alt="" aria-labelledby=l><p hidden id=l>Logo</p>'),
    fails("attribute", '<html lang=nl><svg role=none aria-label="Waterstand"><circle r=4 /></svg>'),
    fails("focusable", '<html lang=nl><a href="/" role=presentation>Startpagina</a>'),
    fails("focusable", f'<html lang=nl><img src="{_DOT}" alt="" tabindex=0>'),
    fails("focusable", "<html lang=nl><div role=none tabindex=0>Kaart</div>"),
    asks("title", f'<html lang=nl><img src="{_DOT}" alt="" title="Golven">'),
    inapplicable(f'<html lang=nl><img src="{_DOT}" alt="Kaart"><img src="{_DOT}"><p aria-hidden=true>x</p>'),
    inapplicable(f'<html lang=nl><img src="{_DOT}" alt="" role=img>', note="an explicit role comes first"),
)
