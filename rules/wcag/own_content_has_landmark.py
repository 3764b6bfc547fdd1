"""The page's own content is a landmark (ACT b40fd1)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.repetition import REPEATED_ROLES, Contents, contents, web_page
from rules.knowledge.semantics import semantic_role
from rules.page import Element, Page

RULE = Rule(
    id="own-content-has-landmark",
    act=("b40fd1",),
    axe=("landmark-one-main",),
    title=Words("De eigen inhoud van de pagina is aangeduid", "The page's own content is marked"),
    why=Words(
        "Schermlezers kunnen direct naar de hoofdinhoud springen, als de code zegt waar die begint. Anders moet wie "
        "niet kan zien op elke pagina eerst langs het menu.",
        "Screen readers can jump straight to the main content when the code says where it begins. Otherwise people who "
        "cannot see have to pass the menu on every page.",
    ),
    repair=Words(
        "Zet de eigen inhoud van de pagina in een main-element.",
        "Put the page's own content in a main element.",
    ),
    requirements=(),
    sentences={
        "none": Words(
            "De eigen inhoud van de pagina staat niet in een main-element of een ander aangeduid deel waar een "
            "schermlezer naartoe kan springen.",
            "The page's own content is not in a main element or another marked part that a screen reader can jump to.",
        ),
        "which-is-own": Words(
            "Begint een van de aangeduide delen van deze pagina met inhoud die alleen op deze pagina staat? Gevonden: "
            "{landmarks}.",
            "Does one of the marked parts of this page begin with content that is only on this page? Found: "
            "{landmarks}.",
        ),
    },
)

_LANDMARKS = REPEATED_ROLES | {"main", "region", "form", "search"}


def applies(page: Page) -> Iterable[Target]:
    """The HTML web page."""
    return web_page(page)


def judge(target: Target) -> Outcome:
    """Expectation: nothing follows what is repeated, or an exposed landmark begins with what follows it."""
    known = contents(target.document.page)
    if known.nothing_to_bypass:
        return passed()
    landmarks = [
        e for e in target.document.elements
        if semantic_role(e) in _LANDMARKS and not e.hidden_from_at and known.inside(e)
    ]  # fmt: skip
    doubtful = []
    for landmark in landmarks:
        certain = _begins_with_own(landmark, known)
        if certain:
            return passed()
        if certain is None:
            doubtful.append(landmark)
    if not doubtful and known.certainly_repeats and not known.uncertain_content:
        return failed("none")
    return cannot_tell("which-is-own", landmarks=", ".join(semantic_role(e) for e in landmarks[:6]) or "–")


def _begins_with_own(landmark: Element, known: Contents) -> bool | None:
    """True when its first content is certainly the page's own after something repeated; None when it may be."""
    role = semantic_role(landmark)
    first = known.inside(landmark)[0]
    if role in REPEATED_ROLES:
        if role != "complementary":
            return False
        # Side content beside or after the page's text may be about that text.
        own_before = any(leaf.own for leaf in known.leaves[: known.start[landmark]])
        return None if own_before else False
    if first.repeated is not None:
        return None if role == "main" else False
    if role == "main" and known.follows_repeated(landmark):
        return True
    if role == "region" and first.own and known.follows_repeated(landmark):
        return True
    return None


_NAV = '<nav><ul><li><a href="/wonen">Wonen</a><li><a href="/werk">Werk</a></ul></nav>'
_TEXT = "<p>De dijk bij Lobith is versterkt en weer open voor wandelaars.</p>"

EXAMPLES = (
    passes(f"<html lang=nl><body>{_NAV}<main>{_TEXT}</main>"),
    passes(f"<html lang=nl><body>{_NAV}<div role=main>{_TEXT}</div>"),
    passes(f"<html lang=nl><body>{_NAV}<section aria-label=Nieuws>{_TEXT}</section>"),
    passes(f"<html lang=nl><body>{_NAV}<main><nav class=breadcrumb><a href=/x>x</a></nav>{_TEXT}</main>",
           note="a breadcrumb trail is not repeated"),
    passes(f"<html lang=nl><body>{_TEXT}", note="the page leads nowhere, so nothing is repeated"),
    passes(f"<html lang=nl><body>{_NAV}<main style='position:absolute;top:-999px'>{_TEXT}</main>",
           note="landmarks need not be seen"),
    fails("none", f"<html lang=nl><body>{_NAV}{_TEXT}"),
    fails("none", f"<html lang=nl><body>{_NAV}<section>{_TEXT}</section>", note="a section without a name is none"),
    fails("none", f"<html lang=nl><body>{_NAV}<main aria-hidden=true>{_TEXT}</main>"),
    fails("none", f"<html lang=nl><body>{_NAV}<main></main>{_TEXT}<footer>Contact</footer>", note="an empty main"),
    asks("which-is-own", f"<html lang=nl><body><main>{_NAV}{_TEXT}</main>", note="main begins with the menu"),
    asks("which-is-own", f"<html lang=nl><body>{_NAV}{_TEXT}<aside>Zie ook de kaart</aside>"),
    asks("which-is-own", f'<html lang=nl><body><div><a href="/">Home</a></div>{_TEXT}'),
    inapplicable('<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>', media_type="image/svg+xml"),
)  # fmt: skip
