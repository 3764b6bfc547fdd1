"""The page does not reload or move on while people are still reading (ACT bc659a)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.refreshing import first_refreshes, refresh_of
from rules.page import Page

RULE = Rule(
    id="meta-refresh-gives-time",
    act=("bc659a",),
    axe=("meta-refresh",),
    title=Words(
        "De pagina ververst niet vanzelf terwijl iemand leest",
        "The page does not refresh by itself while someone is reading",
    ),
    why=Words(
        "Wie langzaam leest of de pagina laat voorlezen, is halverwege als de pagina zichzelf ververst of doorstuurt. "
        "Dan moet hij weer van voren af aan beginnen, en is wat hij had ingevuld weg.",
        "People who read slowly or have the page read out are halfway when it refreshes or moves on by itself. They "
        "must start again, and what they had filled in is gone.",
    ),
    repair=Words(
        "Laat de pagina niet vanzelf verversen of doorsturen na een wachttijd. Stuur meteen door (zonder wachttijd), "
        "of laat mensen zelf kiezen wanneer zij verversen.",
        "Do not let the page refresh or redirect by itself after a delay. Redirect at once (without delay), or let "
        "people choose when to refresh.",
    ),
    requirements=("wcag:2.2.1", "wcag:2.2.4", "wcag:3.2.5"),
    sentences={
        "reloads": Words(
            "De pagina ververst zichzelf na {seconds} seconden.", "The page refreshes itself after {seconds} seconds."
        ),
        "moves": Words(
            "De pagina stuurt mensen na {seconds} seconden vanzelf door naar {address}.",
            "The page sends people on to {address} by itself after {seconds} seconds.",
        ),
    },
)

TWENTY_HOURS = 72_000
"""WCAG 2.2.1 excepts time limits longer than 20 hours."""


def applies(page: Page) -> Iterable[Target]:
    """The first ``meta`` element of each document with a refresh that browsers follow."""
    return first_refreshes(page)


def judge(target: Target) -> Outcome:
    """Expectation: at once, or after more than 20 hours."""
    refresh = refresh_of(target.get("content"))
    if refresh is None or refresh.seconds == 0 or refresh.seconds > TWENTY_HOURS:
        return passed()
    if refresh.address:
        return failed("moves", seconds=refresh.seconds, address=refresh.address[:200])
    return failed("reloads", seconds=refresh.seconds)


def _page(metas: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Actueel</title>{metas}</head><body><p>Nieuws</p></body></html>'


EXAMPLES = (
    passes(_page('<meta http-equiv="refresh" content="72001">')),
    passes(_page('<meta http-equiv="Refresh" content="90000; url=#verder">')),
    fails("reloads", _page('<meta http-equiv="refresh" content="300">')),
    fails("reloads", _page('<meta http-equiv="REFRESH" content=" 72000 ">'), note="20 hours is not more than 20 hours"),
    fails("reloads", _page('<meta http-equiv="refresh" content="60.9">')),
    fails("reloads", _page('<meta http-equiv="refresh" content="60;">')),
    fails("moves", _page('<meta http-equiv="refresh" content="60;url=/nieuws">')),
    fails("moves", _page('<meta http-equiv="refresh" content="60, URL = \'/nieuws\'">')),
    fails("moves", _page('<meta http-equiv="refresh" content="60 /nieuws">')),
    fails("reloads", _page('<meta http-equiv="refresh" content="x"><meta http-equiv="refresh" content="60">')),
    fails(
        "reloads",
        "<!doctype html><html lang=nl><iframe srcdoc='<meta http-equiv=refresh content=60><p>x</p>'></iframe></html>",
    ),
    inapplicable(_page('<meta http-equiv="refresh" content="-5">')),
    inapplicable(_page('<meta http-equiv="refresh" content="+5">')),
    inapplicable(_page('<meta http-equiv="refresh" content="60: /nieuws">')),
    inapplicable(_page('<meta http-equiv="refresh" content="60x">')),
    inapplicable(_page('<meta http-equiv="refresh" content="">')),
    inapplicable(_page('<meta http-equiv="refresh">')),
    inapplicable(_page('<meta name="refresh" content="60">')),
    inapplicable(_page('<noscript><meta http-equiv="refresh" content="60"></noscript>')),
)
