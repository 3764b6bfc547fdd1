"""Links with the same name in the same context lead to the same content (ACT fd3a94)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, inapplicable, passed, passes
from rules.knowledge.link_context import context_of, context_text, stands_alone
from rules.knowledge.link_sets import compare
from rules.knowledge.links import destination, links_of, matching_name, normal
from rules.knowledge.similarity import content_words
from rules.page import Element, Page, Text

RULE = Rule(
    id="links-with-same-name-and-context-lead-to-same",
    act=("fd3a94",),
    title=Words(
        "Links met dezelfde tekst op dezelfde plek gaan naar hetzelfde",
        "Links with the same text in the same place lead to the same",
    ),
    why=Words(
        "Wie kan zien, ziet aan een plaatje of aan de plek welke van twee links met dezelfde tekst hij nodig heeft. "
        "Wie een schermlezer gebruikt, hoort twee keer hetzelfde en moet gokken.",
        "Sighted people see from a picture or from the place which of two links with the same text they need. Screen "
        "reader users hear the same twice and have to guess.",
    ),
    repair=Words(
        "Zet in de tekst van elke link waar deze link naartoe gaat, bijvoorbeeld ‘Contact via chat’ en ‘Contact per "
        "telefoon’.",
        "Put in each link's text where it leads, such as “Contact by chat” and “Contact by phone”.",
    ),
    requirements=("wcag:2.4.4",),
    secondary=("wcag:2.4.9",),
    sentences={
        "different": Words(
            "{count} links op dezelfde plek heten ‘{name}’, maar achter {one} en {two} staat iets verschillends. Het "
            "verschil is wel te zien, maar staat niet in de tekst van de links.",
            "{count} links in the same place are called “{name}”, but {one} and {two} hold different things. One can "
            "see the difference, but it is not in the links' texts.",
        ),
        "compare": Words(
            "{count} links op dezelfde plek heten ‘{name}’. Volg {one} en {two}: vindt u iets verschillends, en is dat "
            "verschil op deze pagina te zien?",
            "{count} links in the same place are called “{name}”. Follow {one} and {two}: do you find different "
            "things, and can one see the difference on this page?",
        ),
        "compare-alone": Words(
            "{count} links heten ‘{name}’ en staan elk op zichzelf. Volg {one} en {two}: vindt u iets verschillends, "
            "en is dat verschil op deze pagina te zien?",
            "{count} links are called “{name}” and each stand by themselves. Follow {one} and {two}: do you find "
            "different things, and can one see the difference on this page?",
        ),
        "seen": Words(
            "{count} links op dezelfde plek heten ‘{name}’, maar achter {one} en {two} staat iets verschillends. Is op "
            "deze pagina te zien welke link waarheen gaat?",
            "{count} links in the same place are called “{name}”, but {one} and {two} hold different things. Can one "
            "see on this page which link leads where?",
        ),
        "scripted": Words(
            "{count} links op dezelfde plek heten ‘{name}’ en ten minste één ervan wordt door een script gevolgd. Volg "
            "ze: vindt u iets verschillends, en is dat verschil op deze pagina te zien?",
            "{count} links in the same place are called “{name}” and at least one is followed by a script. Follow "
            "them: do you find different things, and can one see the difference on this page?",
        ),
    },
)

Key = tuple[str, frozenset[Element]]


def applies(page: Page) -> Iterable[Target]:
    """The first of each set of two or more exposed links with the same name and the same context.

    Links whose contexts say nothing beside them have no context; those that lead elsewhere count as one set too.
    """
    return [group[0] for group in _groups(page).values()]


def judge(target: Target) -> Outcome:
    """Expectation: the links lead to the same or to equivalent resources, or nothing visible tells them apart.

    Fails when what is behind them is known to differ and text or pictures around them show the difference; passes
    when the addresses or what is behind them are the same; else a person is asked.
    """
    group = _set_of(target)
    verdict = compare(group)
    details = {"name": target.name, "count": len(group), "one": verdict.one, "two": verdict.two}
    if verdict.likeness == "same":
        return passed()
    if verdict.likeness == "different":
        return failed("different", **details) if _told_apart(group) else cannot_tell("seen", **details)
    if not verdict.one or not verdict.two:
        return cannot_tell("scripted", **details)
    alone = len({context_of(link) for link in group}) > 1
    return cannot_tell("compare-alone" if alone else "compare", **details)


def _groups(page: Page) -> dict[Key, list[Element]]:
    known: dict[Key, list[Element]] | None = page.__dict__.get("_links_by_name_and_context")
    if known is not None:
        return known
    by_name: dict[str, list[Element]] = {}
    for link in links_of(page):
        by_name.setdefault(matching_name(link), []).append(link)
    found: dict[Key, list[Element]] = {}
    for name, links in by_name.items():
        if len(links) < 2:
            continue
        alone: list[Element] = []
        for link in links:
            context = context_of(link)
            found.setdefault((name, context), []).append(link)
            if len(context) <= 2 and stands_alone(link):
                alone.append(link)
        if len({normal(destination(link)) for link in alone}) > 1:
            for link in alone:
                found[(name, context_of(link))].remove(link)
            found[(name, frozenset())] = alone
    known = page.__dict__["_links_by_name_and_context"] = {k: g for k, g in found.items() if len(g) > 1}
    return known


def _set_of(link: Element) -> list[Element]:
    name = matching_name(link)
    groups = _groups(link.document.page)
    alone = groups.get((name, frozenset()), [])
    return alone if link in alone else groups[(name, context_of(link))]


def _told_apart(links: list[Element]) -> bool:
    """Text between the links, pictures on them, or as many pictures beside them as there are links."""
    pictures = {_picture(link) for link in links}
    if len(pictures) > 1:
        return True
    if any(content_words(_between(one, two)) for one, two in pairwise(links)):
        return True
    around = next(iter(sorted(context_of(links[0]), key=lambda e: -e.index)), None)
    if around is None or around.tag in ("body", "html"):
        return False
    seen = {(e.name, e.current_source) for e in around.flat_descendants() if e.tag in ("img", "svg") and e.visible}
    return len(seen) >= len(links)


def _picture(link: Element) -> str:
    inner = next((e for e in link.flat_descendants() if e.tag == "img" and e.visible), None)
    background = link.style("background-image")
    return (inner.current_source if inner is not None else "") + ("" if background == "none" else background)


def _between(one: Element, two: Element) -> str:
    """The text between two links of the same context."""
    if not context_text(one):
        return ""
    around = next((a for a in one.flat_ancestors() if a in set(two.flat_ancestors())), None)
    if around is None:
        return ""
    parts: list[str] = []
    inside = False
    stack = list(reversed(around.flat_children))
    while stack:
        node = stack.pop()
        if node is one:
            inside = True
        elif node is two:
            break
        elif isinstance(node, Text):
            if inside and node.layout is not None:
                parts.append(node.data)
        elif isinstance(node, Element):
            stack.extend(reversed(node.flat_children))
    return " ".join(parts)


EXAMPLES = (
    passes('<html lang=nl><p>Wilt u <a href="/contact">contact</a>? Lees over <a href="/contact">contact</a>.</p>'),
    passes('<html lang=nl><p><a href="/a">Nieuws</a> en <a href="/a/index.html">nieuws</a></p>'),
    asks("compare", '<html lang=nl><p>Bel <a href="/a">ons</a> of mail <a href="/b">ons</a>.</p>'),
    asks("compare", '<html lang=nl><ul><li><p>Jodium <a href="/a">meer</a> <a href="/b">meer</a></p></ul>'),
    asks(
        "compare-alone", '<html lang=nl><p>Chat</p><p><a href="/a">Start</a></p><p>Bel</p><p><a href="/b">Start</a></p>'
    ),
    asks(
        "scripted", "<html lang=nl><p>Zie <a href=/a>Nieuws</a> of <b role=link tabindex=0 onclick=go()>Nieuws</b></p>"
    ),
    inapplicable('<html lang=nl><p>De brand <a href="/a">Lees meer</a></p><p>Het feest <a href="/b">Lees meer</a></p>'),
    inapplicable('<html lang=nl><p><a href="/a">Nieuws</a></p><p><a href="/a">Nieuws</a></p>'),
    inapplicable('<html lang=nl><p><a href="/a">Nieuws</a> <a href="/b">Agenda</a></p>'),
    inapplicable(
        '<html lang=nl><p>Zie <a href="/a">Nieuws</a> <a href="/b" aria-hidden=true tabindex=-1>Nieuws</a></p>'
    ),
)
