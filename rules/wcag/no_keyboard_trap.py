"""The keyboard focus can leave every element (ACT 80af7b)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import (
    Outcome,
    Rule,
    Target,
    Verdict,
    Words,
    asks,
    cannot_tell,
    failed,
    fails,
    inapplicable,
    passed,
    passes,
)  # fmt: skip
from rules.knowledge.keyboard_traps import focusable_elements, trap_of
from rules.page import Page
from rules.wcag import focus_can_leave_by_standard_keys, trapped_focus_can_leave_by_told_keys

RULE = Rule(
    id="no-keyboard-trap",
    act=("80af7b",),
    awaits=("keyboard", "listeners",),
    title=Words(
        "De focus kan met het toetsenbord overal weer weg",
        "The focus can leave every place with the keyboard",
    ),
    why=Words(
        "Mensen die geen muis gebruiken, gaan met de Tab-toets door de pagina. Als de focus ergens blijft hangen, "
        "kunnen zij niet meer verder of terug en is de rest van de pagina onbereikbaar.",
        "People who use no mouse go through the page with the Tab key. If the focus gets stuck somewhere, they cannot "
        "go on or back, and the rest of the page is out of reach.",
    ),
    repair=Words(
        "Zorg dat de focus met Tab of Shift+Tab altijd weer verder kan. Laat een script de focus niet terughalen.",
        "See to it that the focus can always move on with Tab or Shift+Tab. Let no script take the focus back.",
    ),
    requirements=("wcag:2.1.2",),
    sentences={
        "trapped": Words(
            "De focus blijft hier hangen: Tab, Shift+Tab en Escape leiden er niet uit, en er staat niet met welke "
            "toets het wel kan.",
            "The focus gets stuck here: Tab, Shift+Tab and Escape do not lead out, and nothing says which key does.",
        ),
        "look": Words(
            "Met Tab blijft de focus hier rondgaan. Kan een gebruiker hier met het toetsenbord uit, en zo niet met de "
            "gewone toetsen: staat er hoe?",
            "With Tab the focus goes round here. Can a user get out with the keyboard, and if not with the usual "
            "keys: is it said how?",
        ),
        "unreached": Words(
            "Vanaf hier is niet automatisch nagegaan of de focus verder kan. Loop met Tab door de rest van de pagina: "
            "blijft de focus ergens hangen?",
            "From here on it was not checked by machine whether the focus can move on. Go through the rest of the "
            "page with Tab: does the focus get stuck anywhere?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """HTML and SVG elements that are focusable."""
    return focusable_elements(page)


def judge(target: Target) -> Outcome:
    """Expectation: out by standard keys (ACT a1b64e), or by other keys that the page tells of (ACT ebe86a)."""
    standard = focus_can_leave_by_standard_keys.judge(target)
    if standard.verdict is Verdict.PASSED or standard.word == "unreached":
        return standard
    trap = trap_of(target)
    if trap is None or trap.pulled:
        return cannot_tell("look")
    told = trapped_focus_can_leave_by_told_keys.judge(target)
    if told.verdict is Verdict.PASSED:
        return passed()
    return failed("trapped") if standard.verdict is told.verdict is Verdict.FAILED else cannot_tell("look")


_STUCK = (
    "<html lang=nl><a href=/>Start</a><button id=b>Kaart</button><a href=/contact>Contact</a>"
    "<script>b.onblur = () => setTimeout(() => b.focus(), 5)</script>"
)
_PAIR = (
    "<html lang=nl><a id=x href=/>Start</a><p>{help}</p><button id=a>Een</button><button id=b>Twee</button>"
    "<a href=/z>Verder</a><script>"
    "let on = true; a.onblur = () => { if (on) b.focus() }; b.onblur = () => { if (on) a.focus() };"
    "a.onkeydown = b.onkeydown = (e) => { if (e.ctrlKey && e.keyCode === 77) { on = false; x.focus() } }</script>"
)

EXAMPLES = (
    fails("trapped", _STUCK),
    fails("trapped", _PAIR.replace("{help}", "Kies een knop")),
    passes(_PAIR.replace("{help}", "Met Ctrl+M gaat u verder")),
    asks("look", _STUCK.replace("<script>", "<script>b.onclick = () => { b.onblur = null };")),
    passes("<html lang=nl><a href=/>Start</a><button>Verstuur</button>"),
    passes("<html lang=nl><label>Naam <input onkeydown='1' onblur='this.value = this.value.trim()'></label>"),
    inapplicable("<html lang=nl><a href=/ style='visibility:hidden'>Start</a><p>Tekst</p>"),
)
