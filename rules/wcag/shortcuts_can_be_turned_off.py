"""A key alone starts nothing, or that can be turned off (ACT ffbc54)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable
from rules.knowledge.instruments import leads_to_settings, shown, working
from rules.page import Page

RULE = Rule(
    id="shortcuts-can-be-turned-off",
    act=("ffbc54",),
    awaits=("shortcuts", "listeners",),
    title=Words(
        "Een sneltoets van één teken is uit te zetten",
        "A shortcut of one character can be turned off",
    ),
    why=Words(
        "Wie met de stem werkt, of per ongeluk een toets raakt, start ongewild een opdracht als één letter of teken "
        "daarvoor genoeg is. Zo gaat ingevoerde tekst verloren of raken mensen de weg kwijt.",
        "People who work by voice, or who hit a key by accident, start a command unwillingly if a single letter or "
        "sign is enough. Entered text gets lost that way, or people lose their way.",
    ),
    repair=Words(
        "Gebruik sneltoetsen met Ctrl, Alt of Command erbij, of laat bezoekers de sneltoets uitzetten of veranderen. "
        "Zorg dat die instelling makkelijk te vinden is.",
        "Use shortcuts together with Ctrl, Alt or Command, or let visitors turn the shortcut off or change it. See to "
        "it that this setting is easy to find.",
    ),
    requirements=("wcag:2.1.4",),
    sentences={
        "fixed": Words(
            "De toets “{key}” verandert iets op de pagina zonder dat een onderdeel de focus heeft. Nergens is te zien "
            "dat deze sneltoets uit te zetten of te veranderen is.",
            "The key “{key}” changes something on the page while nothing has the focus. Nothing shows that this "
            "shortcut can be turned off or changed.",
        ),
        "look": Words(
            "De toets “{key}” verandert iets op de pagina zonder dat een onderdeel de focus heeft. Kan een bezoeker "
            "deze sneltoets uitzetten of veranderen, en is dat makkelijk te vinden?",
            "The key “{key}” changes something on the page while nothing has the focus. Can a visitor turn this "
            "shortcut off or change it, and is that easy to find?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The root of the page when a printable key without a modifier changes the page while nothing has the focus."""
    root = page.document.root
    return [root] if root is not None and _keys(page) else []


def judge(target: Target) -> Outcome:
    """Expectation: clearly labelled instruments block or remap these keys (no widget had the focus)."""
    page = target.document.page
    keys = ", ".join(_keys(page))
    for element in working(page):
        if shown(element) and (leads_to_settings(element) or _about_keys(element)):
            return cannot_tell("look", key=keys)
    return failed("fixed", key=keys)


def _keys(page: Page) -> list[str]:
    record = page.document.record("shortcuts") or {"keys": []}
    return [str(found["key"]) for found in record["keys"]]


_KEYS = re.compile(
    r"\b(sneltoets\w*|toets\w*|shortcuts?|hotkeys?|keys?|keyboard|toetsenbord\w*|ctrl|control|alt|kürzel|raccourci\w*)\b",
    re.IGNORECASE,
)


def _about_keys(element: Target) -> bool:
    """Its name speaks of keys or shortcuts."""
    return bool(_KEYS.search(element.name))


_PAGE = (
    "<html lang=nl><body><h1>Foto</h1><p id=p>1</p>{more}<script>let on = true;"
    "addEventListener('keydown', (e) => { if (on && e.key === 'n' && !e.altKey) p.textContent += '+' })</script>"
)

EXAMPLES = (
    fails("fixed", _PAGE.replace("{more}", "")),
    fails(
        "fixed",
        _PAGE.replace("{more}", "<a href=/>Start</a><button onclick='1'>Volgende</button>"),
        note="a button, but not for the shortcut",
    ),
    fails(
        "fixed",
        "<html lang=nl><body><input aria-label=Zoek id=z>"
        "<script>onkeyup = (e) => { if (e.keyCode === 83) z.focus() }</script>",
        note="the key moves the focus",
    ),
    asks(
        "look",
        _PAGE.replace("{more}", "<label><input type=checkbox onclick='on = !on'> Sneltoetsen</label>"),
    ),
    asks("look", _PAGE.replace("{more}", "<a href=/instellingen>Instellingen</a>")),
    fails("fixed", _PAGE.replace("'n'", "'?'").replace("{more}", ""), note="with Shift it is still one character"),
    fails("fixed", _PAGE.replace("'n'", "'7'").replace("{more}", "<button onclick='1'>Toon 7 berichten</button>")),
    asks(
        "look",
        _PAGE.replace("{more}", "<button aria-label='Sneltoetsen uitzetten' onclick='on = false'>⌨</button>"),
        note="the instrument has a label for screen readers only",
    ),
    fails(
        "fixed",
        _PAGE.replace("{more}", "<button hidden onclick='on = false'>Sneltoetsen uit</button>"),
        note="an instrument nobody gets at",
    ),
    inapplicable(_PAGE.replace("keydown", "keypress").replace("{more}", ""), note="a legacy event, ignored by ACT"),
    inapplicable(_PAGE.replace("p.textContent += '+'", "e.preventDefault()").replace("{more}", ""),
                 note="nothing changes"),
    inapplicable(
        "<html lang=nl><body><ul role=listbox tabindex=0 aria-label=Regio><li role=option aria-selected=true>Noord</ul>"
        "<p id=p>1</p><script>document.querySelector('ul').onkeydown = (e) => { p.textContent = e.key }</script>",
        note="only while a widget has the focus",
    ),
    inapplicable(_PAGE.replace("!e.altKey", "e.altKey").replace("{more}", "")),
    inapplicable(_PAGE.replace("'n'", "'Escape'").replace("{more}", "")),
    inapplicable(
        "<html lang=nl><body><script>onkeydown = () => document.body.classList.add('toetsenbord')</script>",
        note="any key at all marks the use of the keyboard",
    ),
    inapplicable(
        "<html lang=nl><body><input aria-label=Zoek onkeydown='this.nextSibling.textContent += 1'><p>1</p>",
        note="only while the field has the focus",
    ),
    inapplicable("<html lang=nl><p>Contact</p>"),
)  # fmt: skip
