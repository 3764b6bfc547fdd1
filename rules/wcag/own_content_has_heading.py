"""The page's own content has a heading (ACT 047fe0)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.repetition import Contents, contents, web_page
from rules.knowledge.semantics import semantic_role
from rules.page import Element, Node, Page

RULE = Rule(
    id="own-content-has-heading",
    act=("047fe0",),
    title=Words("De eigen inhoud van de pagina heeft een kop", "The page's own content has a heading"),
    why=Words(
        "Wie een schermlezer gebruikt, springt van kop naar kop om het menu over te slaan dat op elke pagina staat. "
        "Zonder kop boven de eigen inhoud lukt dat niet.",
        "Screen reader users jump from heading to heading to skip the menu that is on every page. Without a heading "
        "above the page's own content they cannot.",
    ),
    repair=Words(
        "Begin de eigen inhoud van de pagina met een zichtbare kop (h1 of h2).",
        "Begin the page's own content with a visible heading (h1 or h2).",
    ),
    requirements=(),
    sentences={
        "none": Words(
            "Na het menu of de andere vaste onderdelen volgt de inhoud van de pagina, maar daarin staat geen enkele "
            "zichtbare kop.",
            "After the menu or other fixed parts comes the page's own content, without a single visible heading.",
        ),
        "which-is-own": Words(
            "Heeft de eigen inhoud van deze pagina (wat niet ook op andere pagina's staat) een zichtbare kop? Gevonden "
            "koppen: {headings}.",
            "Does this page's own content (what is not on other pages as well) have a visible heading? Headings found: "
            "{headings}.",
        ),
    },
)

_FIXED = frozenset(("navigation", "contentinfo"))


def applies(page: Page) -> Iterable[Target]:
    """The HTML web page."""
    return web_page(page)


def judge(target: Target) -> Outcome:
    """Expectation: nothing follows what is repeated, or a visible, exposed heading is among what follows it."""
    known = contents(target.document.page)
    if known.nothing_to_bypass:
        return passed()
    headings = [e for e in target.document.elements if semantic_role(e) == "heading" and _shown(e, known)]
    if any(_heads_own_content(e, known) for e in headings):
        return passed()
    own = [h for h in headings if not _in_fixed_part(h, known)]
    if not own and known.certainly_repeats and not known.uncertain_content:
        return failed("none")
    return cannot_tell("which-is-own", headings=", ".join(f"‘{h.text[:40]}’" for h in headings[:5]) or "–")


def _shown(heading: Element, known: Contents) -> bool:
    return not heading.hidden_from_at and heading.visible and bool(known.inside(heading))


def _in_fixed_part(heading: Element, known: Contents) -> bool:
    part = known.inside(heading)[0].repeated
    return part is not None and (semantic_role(part) in _FIXED)


def _heads_own_content(heading: Element, known: Contents) -> bool:
    """It stands outside repeated parts, after something repeated, in ``main`` or with text of the page after it."""
    if known.inside(heading)[0].repeated is not None or not known.follows_repeated(heading):
        return False
    if any(semantic_role(a) == "main" for a in heading.flat_ancestors()):
        return True
    for leaf in known.leaves[known.end[heading] :]:
        if leaf.own:
            return not _in_heading(leaf.node)
        if leaf.repeated is not None:
            return False
    return False


def _in_heading(node: Node) -> bool:
    own = isinstance(node, Element) and semantic_role(node) == "heading"
    return own or any(semantic_role(a) == "heading" for a in node.flat_ancestors())


_NAV = '<nav><ul><li><a href="/wonen">Wonen</a><li><a href="/werk">Werk</a></ul></nav>'
_TEXT = "<p>De dijk bij Lobith is versterkt en weer open voor wandelaars.</p>"

EXAMPLES = (
    passes(f"<html lang=nl><body>{_NAV}<main><h1>De dijk is klaar</h1>{_TEXT}</main>"),
    passes(f"<html lang=nl><body>{_NAV}<div role=heading aria-level=1>De dijk is klaar</div>{_TEXT}"),
    passes(f"<html lang=nl><body>{_TEXT}", note="the page leads nowhere, so nothing is repeated"),
    passes(f"<html lang=nl><body>{_TEXT}{_NAV}", note="what is repeated stands at the end"),
    passes(f'<html lang=nl><body><a href="/">Home</a><h2>De dijk is klaar</h2>{_TEXT}'),
    passes(f"<html lang=nl><body>{_NAV}<main><h1>Alle onderwerpen</h1><a href=/a>Water</a> <a href=/b>Vuur</a></main>"
           f"{_TEXT}", note="links under a heading in the main part"),
    fails("none", f"<html lang=nl><body>{_NAV}<b>De dijk is klaar</b>{_TEXT}"),
    fails("none", f"<html lang=nl><body><nav><h2>Menu</h2><a href=/wonen>Wonen</a></nav>{_TEXT}"),
    fails("none", f"<html lang=nl><body>{_NAV}<h1 style='position:absolute;top:-999px'>x</h1>{_TEXT}"),
    fails("none", f"<html lang=nl><body>{_NAV}<h1 aria-hidden=true>De dijk</h1><h2></h2>{_TEXT}"),
    fails("none", f"<html lang=nl><body>{_NAV}{_TEXT}<footer><h2>Contact</h2></footer>"),
    asks("which-is-own", f"<html lang=nl><body><header><h1>De dijk</h1>{_NAV}</header>{_TEXT}",
         note="the heading in the banner may be the page's own"),
    asks("which-is-own", f'<html lang=nl><body><div><a href="/">Home</a></div>{_TEXT}', note="is the div repeated?"),
    inapplicable('<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>', media_type="image/svg+xml"),
)  # fmt: skip
