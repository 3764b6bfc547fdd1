"""Text that keeps changing by itself can be paused, stopped or hidden (ACT efbfc7)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.instruments import shown, working
from rules.page import Element, Page

RULE = Rule(
    id="changing-text-can-be-paused",
    act=("efbfc7",),
    awaits=("changing", "listeners",),
    title=Words(
        "Tekst die vanzelf blijft veranderen, is stil te zetten",
        "Text that keeps changing by itself can be halted",
    ),
    why=Words(
        "Tekst die steeds verandert, leidt mensen met aandachtsproblemen af. Wie langzaam leest of een schermlezer "
        "gebruikt, krijgt de tekst niet uit voordat die weer weg is.",
        "Text that keeps changing distracts people with attention problems. Who reads slowly or uses a screen reader "
        "does not get to the end of the text before it is gone.",
    ),
    repair=Words(
        "Zet er een duidelijke knop bij waarmee bezoekers het veranderen kunnen stoppen of de tekst kunnen verbergen.",
        "Put a clear button with it with which visitors can stop the changes or hide the text.",
    ),
    requirements=("wcag:2.2.2",),
    sentences={
        "unstoppable": Words(
            "De tekst “{text}” verandert steeds vanzelf. Er is geen knop om dat te stoppen of de tekst te verbergen.",
            "The text “{text}” keeps changing by itself. There is no button to stop that or to hide the text.",
        ),
        "look": Words(
            "De tekst “{text}” verandert steeds vanzelf. Kan een bezoeker dat stoppen of de tekst verbergen, en is "
            "dat makkelijk te vinden?",
            "The text “{text}” keeps changing by itself. Can a visitor stop that or hide the text, and is that easy "
            "to find?",
        ),
        "essential": Words(
            "De tekst “{text}” verandert steeds vanzelf. Is dat nodig om te begrijpen wat er staat, zoals bij een "
            "klok of de voortgang van een taak? Zo niet: is het te stoppen?",
            "The text “{text}” keeps changing by itself. Is that needed to understand what it says, as with a clock "
            "or the progress of a task? If not: can it be stopped?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Elements with visible text that changed several times by itself, and that are not all the text there is."""
    document = page.document
    targets = [document.element_at(change["path"]) for change in document.record("changing") or ()]
    for element in targets:
        if element is None or not element.is_html or not element.visible_text:
            continue
        if any(below in targets for below in element.flat_descendants()):
            continue
        if any(a.visible_text and a.visible_text != element.visible_text for a in element.flat_ancestors()):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: instruments pause, stop or hide the change, or control how often it comes."""
    text = target.visible_text[:60]
    candidates = [e for e in working(target.document.page) if shown(e) and e is not target]
    if any(_HALTS.search(e.name) for e in candidates):
        return passed()
    if _essential(target):
        return cannot_tell("essential", text=text)
    if any(not _OTHER.search(e.name) for e in candidates):
        return cannot_tell("look", text=text)
    return failed("unstoppable", text=text)


_HALTS = re.compile(
    r"\b(pau[sz]e\w*|pauzeer\w*|stop\w*|halt|verberg\w*|hide|stilzetten|anhalten|arrêter|masquer)\b|⏸|⏹", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(zoek\w*|search|menu|navigatie|navigation|inlog\w*|log ?in|verstuur\w*|verzend\w*|submit|send|print\w*|deel|"
    r"share|cookies?|akkoord|accepte\w*|accept\w*|taal|language|nederlands|english|e-?mail\w*|naam|name)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}:\d{2}|\d+\s*%|\b\d+\s*(sec|min|uur|dagen|days|hours|seconds|minutes)", re.IGNORECASE)


def _essential(target: Element) -> bool:
    """A clock, a countdown or progress: its change may be what it is about."""
    around = [target, *target.flat_ancestors()]
    return any(e.role in ("timer", "progressbar", "meter") for e in around) or bool(_CLOCK.search(target.visible_text))


_PAGE = (
    "<html lang=nl><body><h1>Welkom</h1><p>Nieuws: <span id=s>{text}</span></p>{more}<script>let n = 1;"
    "let timer = setInterval(() => { s.textContent = '{text}'.replace(/\\d$/, n++ % 10) }, 500)</script>"
)


def _page(text: str = "Bericht 1", more: str = "") -> str:
    return _PAGE.replace("{text}", text).replace("{more}", more)


EXAMPLES = (
    fails("unstoppable", _page()),
    fails("unstoppable", _page(more="<a href=/nieuws>Alle berichten</a><button onclick='1'>Menu</button>")),
    passes(_page(more="<button onclick='clearInterval(timer)'>Pauzeer berichten</button>")),
    asks("look", _page(more="<button onclick='clearInterval(timer)'>Berichten beheren</button>")),
    asks("look", _page(more="<button onclick='clearInterval(timer)'><span hidden>Stop</span></button>")),
    asks("essential", _page(text="12:30:01"), note="a clock"),
    passes(_page(more="<button onclick='s.hidden = true'>Verberg het nieuws</button>"), note="hide is enough"),
    fails(
        "unstoppable",
        _page().replace("<span id=s>", "<span><b id=s>").replace("</span>", "</b></span>"),
        note="the innermost part that changes counts",
    ),
    asks("look", _page(more="<a href=/instellingen>Instellingen</a>"), note="a place to find it in"),
    asks("essential", _page().replace("<span id=s>", "<span id=s role=progressbar aria-label=Laden>")),
    inapplicable(
        _page().replace("<span id=s>", "<span id=s style='position:absolute;left:-999px'>"),
        note="for screen readers only, nobody sees it move",
    ),
    inapplicable(_page().replace("setInterval", "setTimeout"), note="changes once"),
    inapplicable(_page().replace("n++ % 10", "n < 4 ? n++ : n"), note="a counter that runs up and stops"),
    inapplicable(
        "<html lang=nl><span id=s>1</span><script>setInterval(() => { s.textContent = Date.now() }, 500)</script>",
        note="all the text there is",
    ),
    inapplicable(_page().replace("s.textContent", "s.style.color"), note="colours are not text"),
    inapplicable(_page().replace("<span id=s>", "<span id=s hidden>")),
    inapplicable("<html lang=nl><p>Contact</p>"),
)
