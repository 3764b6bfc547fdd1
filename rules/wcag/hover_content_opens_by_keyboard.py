"""What opens when the mouse is over something opens by keyboard too (WCAG 2.2, 2.1.1 Keyboard).

Source: WCAG 2.2 success criterion 2.1.1 and technique SCR35/F54 for functions that only a mouse reaches. Style rules
tell what they show on ``:hover``; whether a script does the same cannot be read from them, and is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.links import destination
from rules.page import Document, Element, Page

RULE = Rule(
    id="hover-content-opens-by-keyboard",
    awaits=("hovering",),
    title=Words(
        "Wat opengaat onder de muis, gaat ook met het toetsenbord open",
        "What opens under the mouse opens by keyboard too",
    ),
    why=Words(
        "Wie geen muis kan gebruiken, krijgt dit deel niet te zien en komt niet bij de links die erin staan.",
        "People who cannot use a mouse do not get to see this part, and cannot reach the links in it.",
    ),
    repair=Words(
        "Maak er een knop van die het deel opent, of laat het ook opengaan als iets ervan met het toetsenbord de focus "
        "krijgt.",
        "Make it a button that opens the part, or let it open as well when something of it takes focus from the "
        "keyboard.",
    ),
    requirements=("wcag:2.1.1",),
    secondary=("wcag:1.4.13",),
    sentences={
        "mouse-only": Words(
            "Alleen met de muis gaat hier iets open: “{text}” ({count} links of knoppen). De Tab-toets komt er niet, "
            "en deze links staan nergens anders op de pagina.",
            "Only the mouse opens something here: “{text}” ({count} links or controls). The Tab key does not get "
            "there, and these links are nowhere else on the page.",
        ),
        "by-script": Words(
            "Onder de muis gaat hier iets open: “{text}”. Lukt dat ook met het toetsenbord?",
            "Under the mouse something opens here: “{text}”. Can that be done with the keyboard too?",
        ),
        "behind": Words(
            "Onder de muis gaat hier iets open: “{text}”. Staat hetzelfde op de pagina waar de link heen leidt, of "
            "opent het ook met het toetsenbord?",
            "Under the mouse something opens here: “{text}”. Is the same on the page that the link leads to, or does "
            "it open by keyboard too?",
        ),
        "explanation": Words(
            "Alleen onder de muis is te lezen: “{text}”. Is dat ook te lezen voor wie geen muis gebruikt?",
            "Only under the mouse can be read: “{text}”. Can people who do not use a mouse read it too?",
        ),
    },
)

_WORD = re.compile(r"[^\W\d_]{3,}")


def _openings(page: Page) -> dict[Element, list[tuple[Element, Mapping[str, Any]]]]:
    """What is hovered → the parts that open, with what was written down of them; worked out once per page."""
    cache: dict[str, dict[Element, list[tuple[Element, Mapping[str, Any]]]]] = page.__dict__.setdefault("_hover", {})
    if "all" not in cache:
        found: dict[Element, list[tuple[Element, Mapping[str, Any]]]] = {}
        for document in page.documents:
            for entry in document.record("hovering") or ():
                part, trigger = document.element_at(entry["path"]), document.element_at(entry["trigger"])
                if entry.get("faint") or part is None or trigger is None:
                    continue
                if (entry["links"] or _WORD.search(entry["text"])):
                    found.setdefault(trigger, []).append((part, entry))
        cache["all"] = found
    return cache["all"]


def applies(page: Page) -> Iterable[Target]:
    """Visible elements over which the mouse opens a hidden part with text or controls, by style rules."""
    return sorted((e for e in _openings(page) if e.visible), key=lambda e: e.index)


def judge(target: Target) -> Outcome:
    """Expectation: the part opens by keyboard, or its links can be reached elsewhere on the page."""
    asked: Outcome | None = None
    for part, entry in _openings(target.document.page)[target]:
        text = str(entry["text"]) or "…"
        details: dict[str, object] = {"text": text if len(text) <= 80 else text[:77] + "…", "count": entry["links"]}
        word = _word(target, part, entry)
        if word == "mouse-only":
            return failed(word, **details)
        if word:
            asked = asked or cannot_tell(word, **details)
    return asked or passed()


def _word(trigger: Element, part: Element, entry: Mapping[str, Any]) -> str:
    stops = [e for e in (trigger, *trigger.flat_descendants()) if e.in_tab_order and e.visible]
    around = [a for a in trigger.flat_ancestors() if a.in_tab_order]
    if entry["focus"] and (stops or around):
        return ""
    document = trigger.document
    if entry["links"] and len(entry["addresses"]) == entry["links"] and _elsewhere(document, part, entry["addresses"]):
        return ""
    if not entry["links"]:
        return "explanation"
    links = [e for e in stops if e.is_html and e.tag == "a" and e.get("href") not in ("", "#")]
    if links:
        return "behind"
    if stops or around or entry["scripted"] or _pointed_at(document, part):
        return "by-script"
    return "mouse-only"


def _elsewhere(document: Document, part: Element, addresses: Iterable[str]) -> bool:
    """Visible links outside *part* lead to all *addresses*."""
    inside = {part, *part.flat_descendants()}
    others = (a for a in document.page.elements("a", "area") if a not in inside)
    known = {destination(a) for a in others if a.focusable and a.visible}
    return all(address in known for address in addresses)


def _pointed_at(document: Document, part: Element) -> bool:
    """Some control says that it is for the part, or the part is one that opens by itself (popover, dialog)."""
    ids = {e.get("id") for e in (part, *part.flat_ancestors()) if e.has("id") and e.tag not in ("html", "body")}
    pointing = ("aria-controls", "aria-owns", "popovertarget", "data-target", "data-bs-target", "href")
    for name in pointing:
        for element in document.page.with_attribute(name):
            if ids & {value.lstrip("#") for value in element.get(name).split()} and element.focusable:
                return True
    return part.has("popover") or part.tag == "dialog"


def _page(style: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title><style>{style}</style></head>'
        f"<body>{body}</body></html>"
    )


_MENU = '<div class="m">Menu<ul><li><a href="/brand">Brand</a></li><li><a href="/hulp">Hulp</a></li></ul></div>'
_LINKED = _MENU.replace("Menu<", '<a href="/menu">Menu</a><')

EXAMPLES = (
    passes(_page(".m ul{display:none}.m:hover ul,.m:focus-within ul{display:block}", _LINKED)),
    passes(_page(".m ul{visibility:hidden}.m:hover>ul{visibility:visible}.m a:focus+ul{visibility:visible}", _LINKED)),
    passes(_page(".m ul{display:none}.m:hover ul{display:block}",
                 _MENU + '<footer><a href="/brand">Brand</a> <a href="/hulp">Hulp</a></footer>'),
           note="the same links below"),
    fails("mouse-only", _page(".m ul{display:none}.m:hover ul{display:block}", _MENU)),
    fails("mouse-only", _page(".m ul{visibility:hidden}.m:hover > ul{visibility:visible}", _MENU)),
    fails("mouse-only", _page(".m ul{display:none}.m:hover ul,.m:focus-within ul{display:block}", _MENU),
          note="nothing in it can take focus while it is closed"),
    fails("mouse-only", _page("h2+ul{display:none}h2:hover+ul{display:block}",
                              '<h2>Menu</h2><ul><li><a href="/brand">Brand</a></li></ul>')),
    asks("behind", _page(".m ul{display:none}.m:hover ul{display:block}", _LINKED)),
    asks("by-script", _page(".m ul{display:none}.m:hover ul{display:block}",
                            _MENU.replace("Menu<", '<a href="#">Menu</a><'))),
    asks("by-script", _page(".m ul{display:none}.m:hover ul,.m.open ul{display:block}", _MENU),
         note="a rule that a script can use"),
    asks("by-script", _page(".m ul{display:none}.m:hover ul{display:block}",
                            _MENU.replace("<ul>", '<ul id="u">') + '<button aria-controls="u">Open</button>')),
    asks("explanation", _page(".m span{display:none}.m:hover span{display:block}",
                              '<p class="m">BHV <span>Bedrijfshulpverlening</span></p>')),
    inapplicable(_page("a:hover{color:red;display:inline-block}", "<a href='/x'>Lees</a>")),
    inapplicable(_page(".m ul{opacity:0}.m:hover ul{opacity:1}", _LINKED), note="the keyboard gets there"),
    inapplicable(_page(".m i{display:none}.m:hover i{display:inline}", '<p class="m">Pijl <i></i></p>')),
    inapplicable(_page("", _MENU)),
)  # fmt: skip
