"""What moving the device does can be turned off (ACT c249d5)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.device_motion import changed_by_motion, moved_documents
from rules.knowledge.instruments import working
from rules.page import Page

RULE = Rule(
    id="motion-can-be-turned-off",
    act=("c249d5",),
    awaits=("moving", "listeners",),
    title=Words(
        "Bediening door bewegen van het apparaat is uit te zetten",
        "Control by moving the device can be turned off",
    ),
    why=Words(
        "Wie zijn apparaat niet kan bewegen, omdat het vastzit aan een rolstoel of omdat de handen trillen, kan niets "
        "met een functie die op beweging werkt, of zet haar steeds per ongeluk aan.",
        "People who cannot move their device, because it is fixed to a wheelchair or because their hands shake, can "
        "do nothing with a function that works by motion, or set it off by accident all the time.",
    ),
    repair=Words(
        "Zet er een duidelijke knop of instelling bij waarmee bezoekers de bediening door beweging uitzetten.",
        "Put a clear button or setting with it with which visitors turn control by motion off.",
    ),
    requirements=("wcag:2.5.4",),
    sentences={
        "always": Words(
            "Bewegen van het apparaat verandert iets op de pagina, en er is geen knop of instelling om dat uit te "
            "zetten.",
            "Moving the device changes something on the page, and there is no button or setting to turn that off.",
        ),
        "look": Words(
            "Bewegen van het apparaat verandert iets op de pagina. Kan een bezoeker dat uitzetten, en is dat "
            "makkelijk te vinden?",
            "Moving the device changes something on the page. Can a visitor turn that off, and is that easy to find?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The root of an HTML document whose window listens to the motion or orientation of the device."""
    return moved_documents(page)


def judge(target: Target) -> Outcome:
    """Expectation: the event changes nothing, or clearly labelled instruments block it."""
    if not changed_by_motion(target):
        return passed()
    return cannot_tell("look") if any(working(target.document.page)) else failed("always")


_TILT = (
    "<html lang=nl><body><h1>Kaart</h1><p>Hoogte <span id=s>5</span></p>{more}<script>"
    "addEventListener('deviceorientation', (e) => { if (e.gamma > 20 && !window.off) s.textContent += '+' })</script>"
)

EXAMPLES = (
    fails("always", _TILT.replace("{more}", "")),
    fails("always", _TILT.replace("{more}", "<a href=/nieuws>Nieuws</a><button type=button>Hoger</button>")),
    asks("look", _TILT.replace("{more}", "<label><input type=checkbox onclick='window.off = 1'> Beweging uit</label>")),
    asks("look", _TILT.replace("{more}", "<a href=/instellingen>Instellingen</a>")),
    fails("always", _TILT.replace("deviceorientation", "devicemotion").replace("e.gamma > 20", "e.acceleration")
          .replace("{more}", ""), note="motion, too"),
    fails("always", _TILT.replace("addEventListener('deviceorientation', ", "window.ondeviceorientation = (")
          .replace("{more}", "")),
    fails("always", _TILT.replace("{more}", "<script>addEventListener('devicemotion', () => {})</script>"),
          note="two listeners, one of which changes something"),
    passes("<html lang=nl><p>Hallo</p><script>addEventListener('devicemotion', () => {})</script>"),
    inapplicable("<html lang=nl><p>Hallo</p>"),
    inapplicable("<html lang=nl><p id=p>Hallo</p><script>onresize = () => { p.textContent = 1 }</script>"),
)  # fmt: skip
