"""The page does not reload or move on after a delay, however long (ACT bisz58)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.refreshing import first_refreshes, refresh_of
from rules.page import Page

RULE = Rule(
    id="meta-refresh-is-immediate",
    act=("bisz58",),
    axe=("meta-refresh-no-exceptions",),
    title=Words("De pagina ververst nooit vanzelf", "The page never refreshes by itself"),
    why=Words(
        "Een pagina die zichzelf ververst of doorstuurt, onderbreekt wie leest, luistert of iets invult. Mensen moeten "
        "zelf bepalen wanneer er iets verandert.",
        "A page that refreshes or moves on by itself interrupts people who read, listen or fill something in. People "
        "must decide themselves when something changes.",
    ),
    repair=Words(
        "Haal de wachttijd weg: stuur meteen door, of laat mensen zelf kiezen wanneer zij verversen.",
        "Remove the delay: redirect at once, or let people choose when to refresh.",
    ),
    requirements=("wcag:2.2.4", "wcag:3.2.5"),
    secondary=("wcag:2.2.1",),
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


def applies(page: Page) -> Iterable[Target]:
    """The first ``meta`` element of each document with a refresh that browsers follow."""
    return first_refreshes(page)


def judge(target: Target) -> Outcome:
    """Expectation: the delay is 0."""
    refresh = refresh_of(target.get("content"))
    if refresh is None or refresh.seconds == 0:
        return passed()
    if refresh.address:
        return failed("moves", seconds=refresh.seconds, address=refresh.address[:200])
    return failed("reloads", seconds=refresh.seconds)


def _page(metas: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Actueel</title>{metas}</head><body><p>Nieuws</p></body></html>'


EXAMPLES = (
    passes(_page('<meta http-equiv="refresh" content="0; url=tel:0"><meta http-equiv="refresh" content="900">')),
    passes(_page('<meta http-equiv="refresh" content=".5; url=tel:0">'), note="only the whole seconds count"),
    fails("reloads", _page('<meta http-equiv="refresh" content="72001">')),
    fails("moves", _page('<meta http-equiv="refresh" content="90;url=/nieuws">')),
    inapplicable(_page('<meta http-equiv="refresh" content="; 900">')),
    inapplicable(_page('<meta http-equiv="refresh" content="-900">')),
    inapplicable(_page('<meta http-equiv="content-type" content="text/html">')),
)
