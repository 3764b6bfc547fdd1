"""The focus can leave every element by standard keys (ACT a1b64e)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.keyboard_traps import focusable_elements, trap_of, unreached, walked
from rules.page import Page

RULE = Rule(
    id="focus-can-leave-by-standard-keys",
    act=("a1b64e",),
    awaits=("keyboard", "listeners",),
    title=Words(
        "De focus kan met de gewone toetsen overal weer weg",
        "The focus can leave every place with the usual keys",
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
    requirements=(),
    sentences={
        "trapped": Words(
            "De focus blijft hier hangen: Tab, Shift+Tab en Escape leiden er niet uit.",
            "The focus gets stuck here: Tab, Shift+Tab and Escape do not lead out.",
        ),
        "pulled": Words(
            "Met Tab blijft de focus hier rondgaan; met Shift+Tab verlaat hij de pagina, maar haalt een script hem "
            "terug. Kan een gebruiker hier met het toetsenbord uit?",
            "With Tab the focus goes round here; with Shift+Tab it leaves the page, but a script takes it back. Can a "
            "user get out of here with the keyboard?",
        ),
        "control": Words(
            "De focus gaat hier rond en komt er met Tab, Shift+Tab en Escape niet uit. Komt hij er wel uit met een "
            "knop of link hierbinnen?",
            "The focus goes round here and Tab, Shift+Tab and Escape do not lead out. Does a button or link in here "
            "lead out?",
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
    """Expectation: the focus can cycle to the browser's own controls with standard keyboard navigation."""
    trap = trap_of(target)
    if trap is None:
        page = target.document.page
        if walked(page) and not unreached(page):
            return passed()
        # One question for the whole page, at the first element.
        return cannot_tell("unreached") if target is next(iter(focusable_elements(page)), None) else passed()
    if trap.left_by_standard_keys:
        return passed()
    if trap.pulled:
        return cannot_tell("pulled")
    return cannot_tell("control") if trap.may_be_opened else failed("trapped")


_STUCK = (
    "<html lang=nl><a href=/>Start</a><button id=b>Kaart</button><a href=/contact>Contact</a>"
    "<script>b.onblur = () => setTimeout(() => b.focus(), 5)</script>"
)
_EDITOR = (
    "<html lang=nl><a href=/>Start</a><div contenteditable role=textbox aria-label=Bericht id=t>Hallo</div>"
    "<script>t.onkeydown = (e) => { if (e.key === 'Tab') e.preventDefault() }</script>"
)
_DIALOG = (
    "<html lang=nl><a href=/>Start</a><div role=dialog aria-modal=true aria-label=Cookies>"
    "<button id=a>Akkoord</button><button id=b>Weigeren</button></div><a href=/x>Meer</a><script>"
    "a.onkeydown = (e) => { if (e.key === 'Tab') { b.focus(); e.preventDefault() } };"
    "b.onkeydown = (e) => { if (e.key === 'Tab') { a.focus(); e.preventDefault() } }</script>"
)

EXAMPLES = (
    fails("trapped", _STUCK),
    fails("trapped", _EDITOR, note="an editor that keeps Tab and Shift+Tab for itself"),
    passes(_EDITOR.replace("=== 'Tab'", "=== 'Tab' && !e.shiftKey"), note="backwards is a way out"),
    passes(_EDITOR.replace("if (e.key", "if (e.key === 'Escape') t.onkeydown = null; else if (e.key")),
    passes(_DIALOG, note="a dialog keeps the focus until one of its buttons is used"),
    asks("control", _STUCK.replace("<script>", "<script>b.onclick = () => { b.onblur = null };")),
    passes("<html lang=nl><a href=/>Start</a><div tabindex=1>Kaart</div><input aria-label=Zoek onfocus='select()'>"),
    passes("<html lang=nl><p tabindex=-1>Doel van een link</p>", note="focusable by script only"),
    inapplicable("<html lang=nl><h1>Contact</h1><button hidden>Verstuur</button><a>Geen link</a>"),
)
