"""Where the standard keys do not lead out, the page tells which keys do (ACT ebe86a)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.keyboard_traps import focusable_elements, trap_of
from rules.page import Page

RULE = Rule(
    id="trapped-focus-can-leave-by-told-keys",
    act=("ebe86a",),
    awaits=("keyboard", "listeners",),
    title=Words(
        "Waar de gewone toetsen niet werken, staat welke toets wel werkt",
        "Where the usual keys do not work, the page says which key does",
    ),
    why=Words(
        "Mensen die geen muis gebruiken, gaan met de Tab-toets door de pagina. Als de focus ergens blijft hangen, "
        "kunnen zij niet meer verder of terug en is de rest van de pagina onbereikbaar.",
        "People who use no mouse go through the page with the Tab key. If the focus gets stuck somewhere, they cannot "
        "go on or back, and the rest of the page is out of reach.",
    ),
    repair=Words(
        "Zorg dat de focus met Tab of Shift+Tab weg kan. Kan dat niet, zet er dan zichtbaar bij met welke toets het "
        "wel kan.",
        "See to it that the focus can leave with Tab or Shift+Tab. If that is not possible, say visibly with which "
        "key it can.",
    ),
    requirements=(),
    sentences={
        "untold": Words(
            "De focus blijft hier hangen en nergens staat met welke toets hij weg kan.",
            "The focus gets stuck here, and nothing says with which key it can leave.",
        ),
        "useless": Words(
            "De focus blijft hier hangen; de toetsen die op de pagina staan ({tried}) leiden er niet uit.",
            "The focus gets stuck here; the keys that the page names ({tried}) do not lead out.",
        ),
        "help": Words(
            "De focus blijft hier hangen. Legt de pagina, of een knop of link hierbinnen, uit met welke toets hij weg "
            "kan, en werkt dat?",
            "The focus gets stuck here. Does the page, or a button or link in here, explain with which key it can "
            "leave, and does that work?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Focusable elements from which standard keyboard navigation does not lead to the browser's own controls."""
    for element in focusable_elements(page):
        trap = trap_of(element)
        if trap is not None and not trap.left_by_standard_keys and not trap.pulled:
            yield element


def judge(target: Target) -> Outcome:
    """Expectations: help is there, it explains how to get out, and that works."""
    trap = trap_of(target)
    if trap is None or (trap.way and trap.told):
        return passed()
    if trap.way:
        return cannot_tell("help")  # What was tried is seen, but not in the text that assistive technology gets.
    if trap.may_be_opened:
        return cannot_tell("help")
    if trap.facts["tried"]:
        return failed("useless", tried=", ".join(trap.facts["tried"]))
    return cannot_tell("help") if trap.instructed else failed("untold")


_EDITOR = (
    "<html lang=nl><a href=/>Start</a><p>{help}</p><div contenteditable role=textbox aria-label=Bericht id=t>x</div>"
    "<a id=z href=/contact>Contact</a><script>t.onkeydown = (e) => {"
    "if (e.key === 'Tab') e.preventDefault(); if (e.key === 'm' && e.ctrlKey) z.focus() }</script>"
)

EXAMPLES = (
    passes(_EDITOR.replace("{help}", "Druk op Ctrl+M om het tekstvak te verlaten.")),
    fails("untold", _EDITOR.replace("{help}", "Schrijf hier uw bericht.")),
    fails("useless", _EDITOR.replace("{help}", "Met Alt+Q verlaat u het tekstvak.")),
    asks("help", _EDITOR.replace("{help}", "Druk op de toets linksboven om het tekstvak te verlaten.")),
    fails("untold", _EDITOR.replace("<p>{help}", "<p hidden>Druk op Ctrl+M om het tekstvak te verlaten."),
          note="help that nobody sees"),
    asks("help", _EDITOR.replace("<p>{help}", "<p aria-hidden=true>Druk op Ctrl+M om het tekstvak te verlaten."),
         note="help for who can see only"),
    inapplicable(_EDITOR.replace("e.key === 'Tab'", "e.key === 'Tab' && !e.shiftKey").replace("{help}", "Schrijf hier"),
                 note="backwards is a way out"),
    inapplicable("<html lang=nl><a href=/>Start</a><button onblur='1'>Kaart</button>"),
    inapplicable("<html lang=nl><p>Contact</p>"),
)  # fmt: skip
