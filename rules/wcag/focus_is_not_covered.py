"""What has the keyboard focus is not covered by headers and bars that stay in the window (WCAG 2.2, 2.4.11; F110)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.page import Element, Page

RULE = Rule(
    id="focus-is-not-covered",
    awaits=("stepping",),
    title=Words(
        "Wat de toetsenbordfocus heeft, ligt niet onder een balk",
        "What has the keyboard focus does not lie under a bar",
    ),
    why=Words(
        "Wie met het toetsenbord werkt en ziet, moet zien waar hij is. Ligt er een balk of melding over het onderdeel, "
        "dan weet hij niet wat Enter gaat doen.",
        "Sighted people who work with the keyboard must see where they are. When a bar or message lies over the "
        "element, they do not know what Enter will do.",
    ),
    repair=Words(
        "Houd bij het scrollen ruimte vrij voor wat blijft staan (scroll-padding), of laat de balk niet vaststaan.",
        "Leave room when scrolling for what stays in place (scroll-padding), or do not fix the bar in place.",
    ),
    requirements=("wcag:2.4.11",),
    sentences={
        "covered": Words(
            "Met de Tab-toets komt de focus op dit onderdeel, maar “{text}” ligt er helemaal overheen. Zo ook bij "
            "andere onderdelen: {more}.",
            "The Tab key brings the focus to this element, but “{text}” lies all over it. So with other elements: "
            "{more}.",
        ),
        "covered-back": Words(
            "Met Shift+Tab (terug) komt de focus op dit onderdeel, maar “{text}” ligt er helemaal overheen. Zo ook bij "
            "andere onderdelen: {more}.",
            "Shift+Tab (back) brings the focus to this element, but “{text}” lies all over it. So with other elements: "
            "{more}.",
        ),
    },
)


def _covered(page: Page) -> Mapping[Element, tuple[Mapping[str, Any], int]]:
    """For each thing that covers stops: the first of these, what was noted of it, and how many there are more."""
    found: dict[Element, tuple[Mapping[str, Any], int]] | None = page.__dict__.get("_covered")
    if found is None:
        first: dict[str, Element] = {}
        found = page.__dict__["_covered"] = {}
        for document in page.documents:
            for entry in (document.record("stepping") or {}).get("covered", ()):
                element = document.element_at(entry["path"])
                if element is None:
                    continue
                place = first.setdefault(f"{document.frame_id} {entry['by']} {entry['back']}", element)
                told, more = found.get(place, (entry, -1))
                found[place] = (told, more + 1)
    return found


def applies(page: Page) -> Iterable[Target]:
    """The first stop for the Tab key that each bar covers, else the page as a whole when all its stops were met."""
    covered = sorted(_covered(page), key=lambda element: element.index)
    record = page.document.record("stepping") or {}
    root = page.document.root
    if covered or root is None:
        return covered
    return [root] if record.get("stops") and record.get("all") else []


def judge(target: Target) -> Outcome:
    """Expectation: the element "is not entirely hidden due to author-created content" (SC 2.4.11).

    Only what stays in the window and lets nothing through counts, over every point of the element and its label that
    is in the window, once scrolling and sliding have come to rest.
    """
    found = _covered(target.document.page).get(target)
    if found is None:
        return passed()
    entry, more = found
    return failed("covered-back" if entry["back"] else "covered", text=str(entry["text"]) or "…", more=more)


def _page(bar: str, body: str, style: str = "") -> str:
    return (
        "<!doctype html><html lang=nl><title>Voorbeeld</title><style>body{margin:0}a{display:block;line-height:40px}"
        f"{style}</style><div id=bar style='{bar}'>Wij gebruiken cookies</div><main>{body}</main>"
    )


_LINKS = "".join(f"<a href='/{n}'>Bericht {n}</a>" for n in range(60))
_BOTTOM = "position:fixed;left:0;right:0;bottom:0;height:45vh;background:#fff;z-index:1"
_TOP = "position:sticky;top:0;height:40vh;background:#fff;z-index:1"

EXAMPLES = (
    fails("covered", _page("position:fixed;inset:0;background:#eee;z-index:1", "<a href='/a'>Glas</a>")),
    fails("covered-back", _page(_TOP, _LINKS), note="a header that stays, without scroll-padding"),
    fails("covered", _page(_BOTTOM, "<a href='/a' style='position:absolute;top:70vh'>Glas</a>")),
    passes(_page("position:fixed;bottom:0;height:5vh;background:#fff;left:0;right:0", "<a href='/a'>Glas</a>")),
    passes(_page(_BOTTOM, "<a href='/a' style='position:absolute;top:50vh;height:20vh'>Glas</a>"), note="partly"),
    passes(_page(_TOP, _LINKS, "html{scroll-padding:42vh 0 0}")),
    passes(_page("position:fixed;inset:0;background:#eee8;z-index:1", "<a href='/a'>Glas</a>"), note="lets it through"),
    inapplicable(_page("height:40vh", _LINKS), note="nothing stays in the window"),
)
