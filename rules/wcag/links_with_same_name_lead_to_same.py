"""Links with the same name lead to the same content (ACT b20e66)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.generic_words import generic_link
from rules.knowledge.link_sets import compare
from rules.knowledge.links import links_of, matching_name
from rules.page import Element, Page

RULE = Rule(
    id="links-with-same-name-lead-to-same",
    act=("b20e66",),
    axe=("identical-links-same-purpose",),
    title=Words("Links met dezelfde tekst gaan naar hetzelfde", "Links with the same text lead to the same"),
    why=Words(
        "Wie een schermlezer gebruikt, leest vaak een lijst van alleen de links. Staat daar twee keer dezelfde tekst, "
        "maar gaan de links naar iets anders, dan kan deze bezoeker niet kiezen.",
        "Screen reader users often read a list of only the links. When the same text is there twice but the links "
        "lead to different things, they cannot choose.",
    ),
    repair=Words(
        "Geef links die naar iets verschillends gaan een verschillende tekst, of laat links met dezelfde tekst naar "
        "dezelfde pagina gaan.",
        "Give links that lead to different things different texts, or let links with the same text lead to the same "
        "page.",
    ),
    requirements=("wcag:2.4.9",),
    sentences={
        "different": Words(
            "{count} links heten ‘{name}’, maar achter {one} en {two} staat iets verschillends.",
            "{count} links are called “{name}”, but {one} and {two} hold different things.",
        ),
        "generic": Words(
            "{count} links heten ‘{name}’ en gaan naar verschillende adressen, bijvoorbeeld {one} en {two}.",
            "{count} links are called “{name}” and lead to different addresses, such as {one} and {two}.",
        ),
        "compare": Words(
            "{count} links heten ‘{name}’. Volg {one} en {two}: vindt u achter beide hetzelfde?",
            "{count} links are called “{name}”. Follow {one} and {two}: do you find the same behind both?",
        ),
        "scripted": Words(
            "{count} links heten ‘{name}’ en ten minste één ervan wordt door een script gevolgd. Volg ze: vindt u "
            "achter alle hetzelfde?",
            "{count} links are called “{name}” and at least one is followed by a script. Follow them: do you find the "
            "same behind all?",
        ),
    },
)


_MANY = 3
"""Different pages behind one generic name: they cannot all be the same."""


def applies(page: Page) -> Iterable[Target]:
    """The first of each set of two or more exposed links with the same name."""
    return [group[0] for group in _groups(page).values() if len(group) > 1]


def judge(target: Target) -> Outcome:
    """Expectation: followed, the links lead to the same resource or to equivalent ones.

    Passes when the addresses are the same or what is behind them is; fails when what is behind them is known and has
    almost nothing in common, or when a generic name ("lees meer") leads to many pages; else a person follows them.
    """
    group = _groups(target.document.page)[matching_name(target)]
    verdict = compare(group)
    details = {"name": target.name, "count": len(group), "one": verdict.one, "two": verdict.two}
    if verdict.likeness == "same":
        return passed()
    if verdict.likeness == "different":
        return failed("different", **details)
    if generic_link(target.name) and verdict.pages >= _MANY:
        return failed("generic", **details)
    return cannot_tell("compare" if verdict.one and verdict.two else "scripted", **details)


def _groups(page: Page) -> dict[str, list[Element]]:
    known: dict[str, list[Element]] | None = page.__dict__.get("_links_by_name")
    if known is None:
        known = page.__dict__["_links_by_name"] = {}
        for link in links_of(page):
            known.setdefault(matching_name(link), []).append(link)
    return known


EXAMPLES = (
    passes('<html lang=nl><nav><a href="/contact">Contact</a></nav><footer><a href="/contact/">contact</a></footer>'),
    passes('<html lang=nl><a href="/a?utm_source=x">Nieuws</a> <a href="/a">Nieuws</a>', note="tracking is no address"),
    passes(
        "<html lang=nl><span role=link tabindex=0 onclick=\"location='/a'\">Nieuws</span> <a href=/a>Nieuws</a>",
    ),
    asks("compare", '<html lang=nl><a href="/a">Lees meer</a> <a href="/b">Lees meer</a>'),
    asks(
        "compare",
        '<html lang=nl><a href="/a">Contact</a><svg width=9 height=9><a href="/b" aria-label="Contact">'
        '<path d="M0 0h9v9z"/></a></svg>',
    ),
    asks("scripted", "<html lang=nl><a href=/a>Nieuws</a> <span role=link tabindex=0 onclick=go()>Nieuws</span>"),
    fails(
        "generic",
        '<html lang=nl><p>Brand <a href="/a">Lees meer</a></p><p>Feest <a href="/b">Lees meer</a></p><p>Markt '
        '<a href="/c">Lees meer</a></p>',
    ),
    inapplicable('<html lang=nl><a href="/a">Nieuws</a> <a href="/b">Agenda</a>'),
    inapplicable('<html lang=nl><a href="/a">Nieuws</a> <a href="/b" hidden>Nieuws</a> <a>Nieuws</a>'),
    inapplicable('<html lang=nl><a href="/a"></a><a href="/b"></a><button>Nieuws</button><button>Nieuws</button>'),
)
