"""What every page repeats can be folded away (ACT 3e12e1)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.repetition import Contents, contents, web_page
from rules.page import Element, Page

RULE = Rule(
    id="repeated-blocks-collapsible",
    act=("3e12e1",),
    title=Words("Vaste onderdelen zijn in te klappen", "Fixed parts can be folded away"),
    why=Words(
        "Een menu dat op elke pagina staat, kost wie een toetsenbord of schermlezer gebruikt steeds weer "
        "tijd. Een knop "
        "die het inklapt, is een van de manieren om het over te slaan.",
        "A menu that is on every page costs keyboard and screen reader users time again and again. A button that folds "
        "it away is one of the ways to skip it.",
    ),
    repair=Words(
        "Geef het menu een knop waarmee het dichtgaat, of bied een andere manier om het over te slaan.",
        "Give the menu a button that closes it, or offer another way to skip it.",
    ),
    requirements=(),
    sentences={
        "no-control": Words(
            "De vaste onderdelen van de pagina zijn niet in te klappen: er is geen knop of iets anders dat "
            "dat kan doen.",
            "The fixed parts of the page cannot be folded away: there is no button or anything else that could do so.",
        ),
        "try-control": Words(
            "Kunt u alle vaste onderdelen vóór de eigen inhoud van deze pagina (zoals het menu) helemaal inklappen, "
            "bijvoorbeeld met ‘{control}’?",
            "Can you fold away completely all fixed parts before this page's own content (such as the menu), for "
            "example with “{control}”?",
        ),
        "which-is-repeated": Words(
            "Staan er vóór de eigen inhoud van deze pagina onderdelen die op andere pagina's terugkomen? Er is niets "
            "gevonden om ze mee in te klappen.",
            "Are there parts before this page's own content that come back on other pages? Nothing was found to fold "
            "them away with.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The HTML web page."""
    return web_page(page)


def judge(target: Target) -> Outcome:
    """Expectation: each repeated part before the page's own content can be taken from sight and from hearing."""
    page = target.document.page
    known = contents(page)
    if known.nothing_to_bypass:
        return passed()
    parts = _repeated_before_own(known)
    if parts and known.certainly_repeats and all(_in_details(p) for p in parts):
        return passed()
    control = next((e for e in page.elements() if _may_fold(e)), None)
    if control is not None:
        return cannot_tell("try-control", control=(control.name or control.text or control.tag)[:60])
    if known.certainly_repeats and not known.uncertain_content:
        return failed("no-control")
    return cannot_tell("which-is-repeated")


def _repeated_before_own(known: Contents) -> list[Element]:
    """The repeated parts with text of the page after them; also loose links of the site, which nothing folds."""
    found = (leaf.repeated or leaf.link for leaf in known.leaves[: known.last_own() + 1])
    return list(dict.fromkeys(part for part in found if part is not None))


def _in_details(part: Element) -> bool:
    return any(a.tag == "details" and a.is_html for a in part.flat_ancestors())


def _may_fold(element: Element) -> bool:
    """Something that could fold a part of the page away when it is activated."""
    if not element.rendered:
        return False
    if any(a in element.attributes for a in ("onclick", "onkeydown", "onkeyup", "onmousedown", "onchange",
                                             "aria-expanded", "popovertarget", "command")):  # fmt: skip
        return True
    if not element.is_html:
        return element.clickable
    if element.tag in ("a", "area"):
        href = element.get("href").strip().lower()
        if not element.has("href"):
            return element.clickable
        return href in ("", "#") or href.startswith("javascript:")
    if element.tag == "button":
        return element.get("type").strip().lower() == "button" or element.closest("form") is None
    if element.tag == "input":
        return element.get("type").strip().lower() in ("button", "checkbox", "radio")
    return element.tag == "summary" or element.clickable


_NAV = '<nav><ul><li><a href="/wonen">Wonen</a><li><a href="/werk">Werk</a></ul></nav>'
_TEXT = "<p>De dijk bij Lobith is versterkt en weer open voor wandelaars.</p>"

EXAMPLES = (
    passes(f"<html lang=nl><body>{_TEXT}", note="the page leads nowhere, so nothing is repeated"),
    passes(f"<html lang=nl><body>{_TEXT}{_NAV}", note="nothing follows what is repeated"),
    passes(f"<html lang=nl><body><details open><summary>Menu</summary>{_NAV}</details>{_TEXT}"),
    fails("no-control", f"<html lang=nl><body>{_NAV}<main>{_TEXT}</main>"),
    fails("no-control", f"<html lang=nl><body><header><form><input><button>Zoek</button></form>{_NAV}</header>{_TEXT}",
          note="a search button folds nothing"),
    asks("try-control", f"<html lang=nl><body><button>Menu</button>{_NAV}{_TEXT}"),
    asks("try-control", f"<html lang=nl><body><a href=#>Menu</a>{_NAV}{_TEXT}"),
    asks("try-control", f"<html lang=nl><body><span id=s>Menu</span>{_NAV}{_TEXT}"
         "<script>document.getElementById('s').addEventListener('click',()=>{})</script>"),
    asks("which-is-repeated", f'<html lang=nl><body><div><a href="/wonen">Wonen</a></div>{_TEXT}'),
    inapplicable('<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>', media_type="image/svg+xml"),
)  # fmt: skip
