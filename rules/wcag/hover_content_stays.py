"""What opens under the mouse stays while the mouse is on it, and can be closed (WCAG 2.2, 1.4.13; failure F95)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.page import Element, Page

RULE = Rule(
    id="hover-content-stays",
    awaits=("pointing",),
    title=Words(
        "Wat onder de muis opengaat, blijft staan als de muis erheen gaat en is te sluiten",
        "What opens under the mouse stays when the mouse moves onto it, and can be closed",
    ),
    why=Words(
        "Wie het scherm sterk vergroot, ziet maar een stukje en moet met de muis naar de tekst toe om haar te lezen. "
        "Sluit zij dan, of ligt zij over iets anders en gaat zij niet weg, dan is een van beide niet te lezen.",
        "People who magnify the screen see only part of it and must move the mouse to the text to read it. When it "
        "closes then, or lies over something else and does not go away, one of the two cannot be read.",
    ),
    repair=Words(
        "Laat wat opengaat open zolang de muis op de knop of op de tekst zelf is, en laat de Escape-toets het sluiten.",
        "Keep what opens open while the mouse is on the control or on the text itself, and let Escape close it.",
    ),
    requirements=("wcag:1.4.13",),
    sentences={
        "closes-under-mouse": Words(
            "Onder de muis gaat hier open: “{text}”. Het sluit zodra de muis er van het element af heen gaat.",
            "Under the mouse opens here: “{text}”. It closes as soon as the mouse leaves the element to move onto it.",
        ),
        "covers": Words(
            "Onder de muis gaat hier open: “{text}”. Het ligt over “{covers}”, en Escape sluit het niet. Kan het op "
            "een andere manier dicht zonder de muis te verplaatsen?",
            "Under the mouse opens here: “{text}”. It lies over “{covers}”, and Escape does not close it. Can it be "
            "closed in another way without moving the mouse?",
        ),
    },
)


def _opened(page: Page) -> Mapping[Element, Mapping[str, Any]]:
    found: dict[Element, Mapping[str, Any]] | None = page.__dict__.get("_pointed")
    if found is None:
        found = page.__dict__["_pointed"] = {}
        for document in page.documents:
            for entry in document.record("pointing") or ():
                element = document.element_at(entry["path"])
                if element is not None:
                    found.setdefault(element, entry)
    return found


def applies(page: Page) -> Iterable[Target]:
    """What text, controls or a picture opened near while the mouse was over it, and closed when the mouse went away.

    What the browser itself shows of a ``title`` is exempt (SC 1.4.13, "exception") and does not come here.
    """
    return sorted(_opened(page), key=lambda element: element.index)


def judge(target: Target) -> Outcome:
    """Expectations: it stays while the mouse is moved onto it (*hoverable*), and where it covers something a mechanism
    closes it without moving the mouse (*dismissible*). Escape is the usual one; where it does nothing, it is asked."""
    entry = _opened(target.document.page)[target]
    text = str(entry["text"]) or "…"
    short = text if len(text) <= 80 else text[:77] + "…"
    if entry["hoverable"] is False:
        return failed("closes-under-mouse", text=short)
    if entry["covers"] and not entry["escapes"]:
        return cannot_tell("covers", text=short, covers=str(entry["covers"]))
    return passed()


def _page(style: str, body: str, script: str = "") -> str:
    return (
        f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title><style>p,ul{{margin:0}}{style}</style></head>'
        f"<body>{body}<p>Bel bij brand altijd 112 en blijf aan de lijn.</p><script>{script}</script></body></html>"
    )


_MENU = '<div class=m><a href="/brand">Brand</a><ul><li><a href="/rook">Rook in huis</a></ul></div>'
_OVER = ".m{width:9em}.m ul{display:none;position:absolute;background:#fff}.m:hover ul{display:block}"
_TIP = '<button id=b aria-describedby=t>Meldcode</button> <span id=t role=tooltip>Zes cijfers op de brief</span>'
_BESIDE = "#t{visibility:hidden;position:absolute;top:4px;left:7em;background:#fff}#b{display:block}"
_SHOWS = "b.onmouseenter=()=>{t.style.visibility='visible'};b.onmouseleave=()=>{t.style.visibility='hidden'};"
_KEY = "document.onkeydown=(e)=>{if(e.key==='Escape')document.querySelector('.m ul').style.display='none'};"
_STAYS = (
    "let late;const show=()=>{clearTimeout(late);t.style.visibility='visible'};"
    "const hide=()=>{late=setTimeout(()=>{t.style.visibility='hidden'},200)};"
    "for(const e of [b,t]){e.onmouseenter=show;e.onmouseleave=hide}"
    "document.onkeydown=(e)=>{if(e.key==='Escape')t.style.visibility='hidden'};"
)

EXAMPLES = (
    passes(_page(_BESIDE, _TIP, _STAYS)),
    passes(_page(".m ul{display:none}.m:hover ul{display:block}", _MENU), note="pushes the text down, covers nothing"),
    passes(_page(_OVER, _MENU, _KEY + "document.querySelector('.m').onmouseleave="
                 "()=>{document.querySelector('.m ul').style.display=''};")),
    fails("closes-under-mouse", _page(_BESIDE, _TIP, _SHOWS)),
    fails("closes-under-mouse", _page(".m ul{display:none;pointer-events:none;position:absolute}"
                                      ".m:hover ul{display:block}", _MENU)),
    fails("closes-under-mouse", _page(".m a{display:inline-block}.m{position:relative}.m ul{display:none;"
                                      "position:absolute;top:60px}.m a:hover+ul{display:block}", _MENU)),
    fails("closes-under-mouse", _page(".m{width:9em}.m ul{opacity:0;pointer-events:none;position:absolute}"
                                      ".m:hover ul{opacity:1}", _MENU), note="only transparent before"),
    asks("covers", _page(_OVER, _MENU)),
    inapplicable(_page("", '<button title="Zes cijfers">Meldcode</button>'), note="the browser's own"),
    inapplicable(_page(_BESIDE, _TIP, "b.onmouseenter=()=>{t.style.visibility='visible'}"), note="stays for good"),
    inapplicable(_page(_BESIDE, _TIP), note="nothing opens"),
    inapplicable(_page(".m{position:relative;width:20em;height:5em}.m ul{display:none;position:absolute;inset:0}"
                       ".m:hover ul{display:block}", _MENU), note="lies on what the mouse is over"),
)  # fmt: skip
