"""The page turns along when the device is turned (ACT b33eff)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.page import Page

RULE = Rule(
    id="orientation-is-free",
    act=("b33eff",),
    axe=("css-orientation-lock",),
    awaits=("turning",),
    title=Words("De pagina draait mee met het scherm", "The page turns along with the screen"),
    why=Words(
        "Mensen die hun telefoon of tablet vast op hun rolstoel hebben, kunnen het scherm niet draaien. Houdt de "
        "pagina één stand vast, dan staat de inhoud voor hen op zijn kant.",
        "People whose phone or tablet is fixed to their wheelchair cannot turn the screen. When the page insists on "
        "one position, its content lies on its side for them.",
    ),
    repair=Words(
        "Zorg dat de inhoud rechtop blijft staan, of het scherm nu staand of liggend wordt gebruikt.",
        "Make sure that the content stays upright, whether the screen is held upright or on its side.",
    ),
    requirements=("wcag:1.3.4",),
    sentences={
        "locked": Words(
            "Dit onderdeel wordt een kwartslag gedraaid ({degrees} graden) als het scherm van liggend naar staand gaat "
            "of andersom. De inhoud komt zo op zijn kant te staan.",
            "This element is turned by a quarter ({degrees} degrees) when the screen goes from landscape to portrait "
            "or back. The content then lies on its side.",
        ),
        "around": Words(
            "Dit onderdeel draait een kwartslag als het scherm wordt gedraaid, en iets eromheen draait ook. Staat de "
            "inhoud in beide standen rechtop?",
            "This element turns by a quarter when the screen is turned, and something around it turns too. Does the "
            "content stand upright in both positions?",
        ),
    },
)

_TOLERANCE = 1.0
"""Degrees."""


def applies(page: Page) -> Iterable[Target]:
    """Visible HTML elements that style rules turn under a condition on the orientation of the screen."""
    return sorted(
        (e for e in _angles(page) if e.is_html and e.visible),
        key=lambda e: e.index,
    )


def _angles(page: Page) -> dict[Target, Mapping[str, Any]]:
    found: dict[Target, Mapping[str, Any]] = {}
    for document in page.documents:
        for entry in document.record("turning") or ():
            element = document.element_at(entry["path"])
            if element is not None and "landscape" in entry and "portrait" in entry:
                found[element] = entry
    return found


def _turn(entry: Mapping[str, Any], key: str) -> float:
    """Degrees between the two orientations, from 0 to 180."""
    turned: float = abs(entry["portrait"][key] - entry["landscape"][key]) % 360
    return min(turned, 360 - turned)


def judge(target: Target) -> Outcome:
    """Expectation: no quarter turn between the two orientations."""
    entry = _angles(target.document.page)[target]
    own, total = _turn(entry, "own"), _turn(entry, "total")
    if abs(own - 90) > _TOLERANCE:
        return passed()
    if abs(total - own) > _TOLERANCE:
        return passed() if total <= _TOLERANCE else cannot_tell("around")
    return failed("locked", degrees=round(own))


def _page(style: str, body: str = "<main>Bel bij spoed 112</main>") -> str:
    return (
        f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title><style>{style}</style></head>'
        f"<body>{body}</body></html>"
    )


EXAMPLES = (
    passes(_page("@media (orientation: portrait) { main { transform: rotate(180deg) } }")),
    passes(_page("@media (orientation: portrait) { main { rotate: 2deg } }")),
    passes(
        _page(
            "main { rotate: 90deg; width: 99px; margin: 99px } @media (orientation: portrait) { main { rotate: 450deg "
            "} }"
        )
    ),
    passes(
        _page(
            "@media (orientation: portrait) { body { rotate: 90deg } main { rotate: -90deg } body { rotate: 0deg } "
            "main { rotate: 0deg } }"
        )
    ),
    fails("locked", _page("@media (orientation: portrait) { main { transform: rotate(-90deg) } }")),
    fails("locked", _page("@media screen and (orientation:landscape) { body { rotate: 0.25turn; width: 99px } }")),
    fails("locked", _page("@media (orientation: portrait) { main { transform: matrix(0,1,-1,0,0,0) } }")),
    fails("locked", _page("@supports (rotate: 1deg) { @media (orientation: portrait) { main { rotate: z 90deg } } }")),
    fails("locked", _page("main { transition: all 2s } @media (orientation: portrait) { main { rotate: 90deg } }")),
    asks(
        "around",
        _page("@media (orientation: portrait) { body { rotate: 45deg } main { rotate: 90deg } }"),
    ),
    inapplicable(_page("main { transform: rotate(90deg) }")),
    inapplicable(_page("@media (orientation: portrait) { main { transform: translateX(9px) } }")),
    inapplicable(_page("@media (orientation: portrait) { main { rotate: 90deg; } } main { display: none }")),
    inapplicable(_page("@media (max-width: 900px) { main { rotate: 90deg } }")),
    inapplicable(_page("@media (orientation: portrait) { .nergens { rotate: 90deg } }")),
    inapplicable(
        _page("@media (orientation: portrait) { svg { rotate: 90deg } }", "<svg><rect width=9 height=9 /></svg>")
    ),
)
