"""What moving the device does can also be done with a control (ACT 7677a9)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.device_motion import changed_by_motion, moved_documents
from rules.knowledge.instruments import working
from rules.page import Page

RULE = Rule(
    id="motion-has-other-control",
    act=("7677a9",),
    awaits=("moving", "listeners",),
    title=Words(
        "Wat met bewegen van het apparaat kan, kan ook met een knop",
        "What moving the device does can be done with a control too",
    ),
    why=Words(
        "Wie zijn apparaat niet kan bewegen, omdat het vastzit aan een rolstoel of omdat de handen trillen, kan niets "
        "met een functie die op beweging werkt, of zet haar steeds per ongeluk aan.",
        "People who cannot move their device, because it is fixed to a wheelchair or because their hands shake, can "
        "do nothing with a function that works by motion, or set it off by accident all the time.",
    ),
    repair=Words(
        "Zet bij elke functie die op beweging van het apparaat werkt een knop of veld waarmee hetzelfde kan.",
        "Put a button or field with each function that works by moving the device, with which the same can be done.",
    ),
    requirements=("wcag:2.5.4",),
    sentences={
        "only": Words(
            "Bewegen van het apparaat verandert iets op de pagina, maar er is geen knop of veld waarmee dat ook kan.",
            "Moving the device changes something on the page, but there is no button or field with which that can be "
            "done too.",
        ),
        "look": Words(
            "Bewegen van het apparaat verandert iets op de pagina. Kan precies hetzelfde ook met knoppen of velden, "
            "op deze pagina of op een makkelijk te vinden plaats?",
            "Moving the device changes something on the page. Can the very same be done with buttons or fields, on "
            "this page or in a place that is easy to find?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The root of an HTML document whose window listens to the motion or orientation of the device."""
    return moved_documents(page)


def judge(target: Target) -> Outcome:
    """Expectation: the event changes nothing, or instruments cause the same changes."""
    if not changed_by_motion(target):
        return passed()
    return cannot_tell("look") if any(working(target.document.page)) else failed("only")


_TILT = (
    "<html lang=nl><body><h1>Kaart</h1><p>Hoogte <span id=s>5</span></p>{more}<script>"
    "addEventListener('deviceorientation', (e) => { if (e.gamma > 20 && !window.off) s.textContent += '+' })</script>"
)

EXAMPLES = (
    fails("only", _TILT.replace("{more}", "")),
    fails(
        "only",
        _TILT.replace("{more}", "<button type=button>Hoger</button><input type=range disabled aria-label=Hoogte>"),
        note="the button does nothing, and the slider is switched off",
    ),
    asks("look", _TILT.replace("{more}", "<button onclick='s.textContent = 9'>Hoger</button>")),
    asks("look", _TILT.replace("{more}", "<a href=/instellingen>Instellingen</a>"), note="it may be elsewhere"),
    passes("<html lang=nl><p>Hallo</p><script>addEventListener('devicemotion', () => {})</script>"),
    inapplicable("<html lang=nl><p id=s>Hallo</p><script>onscroll = () => { s.textContent = 1 }</script>"),
)  # fmt: skip
