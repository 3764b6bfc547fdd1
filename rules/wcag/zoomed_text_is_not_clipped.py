"""Enlarged text is not cut off (ACT 59br37)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.page import Element, Page

RULE = Rule(
    id="zoomed-text-is-not-clipped",
    act=("59br37",),
    awaits=("zooming",),
    title=Words("Vergrote tekst wordt niet afgesneden", "Enlarged text is not cut off"),
    why=Words(
        "Slechtzienden vergroten de pagina tot 200%. Past de tekst dan niet meer in haar vak, dan verdwijnt een deel "
        "ervan en kunnen zij dat deel niet lezen.",
        "People with low vision enlarge the page to 200%. When the text no longer fits its box, part of it disappears "
        "and they cannot read that part.",
    ),
    repair=Words(
        "Laat het vak meegroeien met de tekst, of laat mensen erin schuiven. Leg geen vaste hoogte of breedte vast "
        "voor vakken met tekst.",
        "Let the box grow with its text, or let people scroll in it. Do not fix the height or width of boxes with "
        "text.",
    ),
    requirements=("wcag:1.4.4",),
    sentences={
        "across": Words(
            "Bij 200% vergroting wordt de tekst “{text}” aan de zijkant afgesneden.",
            "When enlarged to 200%, the text “{text}” is cut off at the side.",
        ),
        "down": Words(
            "Bij 200% vergroting wordt de tekst “{text}” aan de boven- of onderkant afgesneden.",
            "When enlarged to 200%, the text “{text}” is cut off at the top or bottom.",
        ),
        "clamped": Words(
            "Bij 200% vergroting toont de pagina alleen de eerste regels van “{text}”. Is de hele tekst elders te "
            "lezen, bijvoorbeeld na een klik?",
            "When enlarged to 200%, the page shows only the first lines of “{text}”. Can the whole text be read "
            "elsewhere, for example after a click?",
        ),
        "expand": Words(
            "Bij 200% vergroting is van “{text}” een deel niet te zien. Is de hele tekst te lezen met de knop "
            "“{button}”?",
            "When enlarged to 200%, part of “{text}” cannot be seen. Can the whole text be read with the button "
            "“{button}”?",
        ),
        "beside": Words(
            "Bij 200% vergroting valt het blok met “{text}” deels buiten beeld, zoals bij een reeks dia's. Kunnen "
            "mensen het in beeld brengen?",
            "When enlarged to 200%, the block with “{text}” is partly out of view, as in a row of slides. Can people "
            "bring it into view?",
        ),
        "moving": Words(
            "De tekst “{text}” beweegt door een vak heen. Komt bij 200% vergroting alle tekst in beeld?",
            "The text “{text}” moves through a box. Does all of it come into view when enlarged to 200%?",
        ),
    },
)

_MORE = re.compile(r"\b(meer|lees|toon|uitklap|open|more|show|expand|read|volledig|alles)\w*", re.IGNORECASE)


def applies(page: Page) -> Iterable[Target]:
    """HTML elements with visible text that stands, at 200%, inside something that clips what does not fit."""
    found: dict[Element, None] = {}
    for document in page.documents:
        for path in (document.record("zooming") or {}).get("targets", ()):
            element = document.element_at(path)
            if element is not None and element.is_html:
                found[element] = None
    return sorted(found, key=lambda e: e.index)


def _clipped(page: Page) -> dict[Element, list[Mapping[str, Any]]]:
    """Element → what is cut off of its texts; worked out once per page."""
    cache: dict[str, dict[Element, list[Mapping[str, Any]]]] = page.__dict__.setdefault("_clipped_texts", {})
    if "all" not in cache:
        found: dict[Element, list[Mapping[str, Any]]] = {}
        for document in page.documents:
            for entry in (document.record("zooming") or {}).get("clipped", ()):
                element = document.element_at(entry["path"])
                if element is not None:
                    found.setdefault(element, []).append(entry)
        cache["all"] = found
    return cache["all"]


def judge(target: Target) -> Outcome:
    """Expectations: not clipped to the side, but for one line that ends in an ellipsis; nor up or down, but for boxes
    of one line."""
    asked: Outcome | None = None
    for entry in _clipped(target.document.page).get(target, ()):
        across = entry["axis"] == "x"
        if (across and entry["nowrap"] and entry["ellipsis"]) or (not across and entry["one_line"]):
            continue
        text = entry["text"]
        details: dict[str, object] = {"text": text if len(text) <= 80 else text[:77] + "…"}
        question = _question(target, entry, details)
        if not question:
            return failed("across" if across else "down", **details)
        asked = asked or cannot_tell(question, **details)
    return asked or passed()


def _question(target: Element, entry: Mapping[str, Any], details: dict[str, object]) -> str:
    """The word of the question to ask before a cut text can be held against the page; empty when there is none."""
    if entry["moving"]:
        return "moving"
    if entry["clamped"]:
        return "clamped"
    if entry["block_out"]:
        return "beside"
    box = target.document.element_at(entry["by"])
    button = _more_button(box) if box is not None else None
    if button is not None:
        details["button"] = button.name
        return "expand"
    return ""


def _more_button(box: Element) -> Element | None:
    """A control in or beside the box that says it shows the rest, or that opens something."""
    parent = box.flat_parent
    around = [box, *(c for c in (parent.flat_children if parent is not None else ()) if isinstance(c, Element))]
    for element in around:
        for candidate in (element, *element.flat_descendants()):
            if candidate.role in ("button", "link") and (
                candidate.has("aria-expanded") or (candidate.role == "button" and _MORE.search(candidate.name))
            ):
                return candidate
    return None


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title></head><body>{body}</body></html>'


_TEXT = (
    "Bel bij brand in uw huis meteen het alarmnummer en wacht buiten op de brandweer. Ga nooit terug naar binnen. " * 2
)

_CLAMP = "display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp"

EXAMPLES = (
    passes(_page('<div style="overflow:hidden"><p>Past gewoon</p></div>')),
    passes(_page(f'<div style="overflow:hidden;white-space:nowrap;text-overflow:ellipsis">{_TEXT}</div>')),
    passes(
        _page(f'<div style="overflow:hidden;height:20px;line-height:20px">{_TEXT}</div>'), note="one line on purpose"
    ),
    passes(
        _page(f'<div style="overflow:hidden"><div style="overflow:auto;height:60px" tabindex="0">{_TEXT}</div></div>')
    ),
    passes(_page('<h2 style="overflow:hidden;line-height:1;font-size:32px">Krappe regel</h2>')),
    fails("down", _page(f'<div style="overflow:hidden;height:30px">{_TEXT}</div>')),
    fails("down", _page('<div style="overflow:hidden;height:9px">Te laag vak</div>')),
    fails("across", _page(f'<div style="overflow:hidden;white-space:nowrap">{_TEXT}</div>')),
    fails("across", _page(f'<div style="overflow-x:clip;white-space:nowrap">{_TEXT}</div>')),
    fails("down", _page(f"<style>@media (max-width:700px){{p{{height:2em;overflow:hidden}}}}</style><p>{_TEXT}</p>")),
    fails("down", _page(f'<div style="overflow:hidden;height:40px"><p>{_TEXT}</p></div>')),
    passes(_page(f'<p style="{_CLAMP}:1;overflow:hidden">{_TEXT}</p>')),
    asks(
        "clamped",
        _page(f'<p style="{_CLAMP}:2;overflow:hidden">{_TEXT}</p>'),
    ),
    asks("expand", _page(f'<div style="overflow:hidden;height:40px">{_TEXT}</div><button>Lees meer</button>')),
    asks(
        "beside",
        _page(
            '<div style="overflow:hidden;width:500px"><div style="display:flex;width:1200px"><p style="width:400px">Een'
            '</p><p style="width:400px;text-align:center">Dit is dia nummer twee van drie</p></div></div>'
        ),
    ),
    asks(
        "moving",
        _page(
            f'<style>@keyframes m{{to{{translate:-50%}}}}</style><div style="overflow:hidden;white-space:nowrap">'
            f'<span style="display:inline-block;animation:m 99s linear infinite">{_TEXT}</span></div>'
        ),
    ),
    inapplicable(_page("<p>Niets snijdt hier iets af</p>")),
    inapplicable(_page('<p style="overflow:hidden;display:none">Weg</p>')),
    inapplicable(_page('<div style="overflow:hidden"><p aria-hidden="true">Versiering</p></div>')),
    inapplicable(
        _page('<div style="overflow:hidden;position:absolute;width:1px;height:1px">Alleen voor schermlezers</div>')
    ),
    inapplicable(_page('<div style="overflow:hidden;height:0">Dichtgeklapt</div>')),
    inapplicable(_page('<svg style="overflow:hidden"><text y="15">Tekening</text></svg>')),
)
