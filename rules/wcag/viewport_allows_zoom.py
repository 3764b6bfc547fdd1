"""The page lets people zoom on a telephone (ACT b4f0c3)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.page import Page

RULE = Rule(
    id="viewport-allows-zoom",
    act=("b4f0c3",),
    axe=("meta-viewport", "meta-viewport-large"),
    title=Words("Op een telefoon kan de pagina worden vergroot", "The page can be enlarged on a phone"),
    why=Words(
        "Slechtzienden vergroten een pagina op de telefoon met twee vingers. Als de pagina dat blokkeert, kunnen zij "
        "op toestellen die de blokkade volgen de tekst niet lezen.",
        "People with low vision enlarge a page on their phone with two fingers. When the page blocks that, they "
        "cannot read the text on devices that obey the block.",
    ),
    repair=Words(
        "Haal uit de viewport-instelling de delen weg die vergroten blokkeren of begrenzen (user-scalable en "
        "maximum-scale). Mensen moeten tot minstens 200% kunnen vergroten.",
        "Remove the parts of the viewport setting that block or limit zooming (user-scalable and maximum-scale). "
        "People must be able to enlarge to at least 200%.",
    ),
    requirements=("wcag:1.4.4",),
    sentences={
        "blocked": Words(
            "De pagina zet vergroten met twee vingers uit (user-scalable={value}).",
            "The page switches off zooming with two fingers (user-scalable={value}).",
        ),
        "limited": Words(
            "De pagina laat vergroten toe tot {percent}% (maximum-scale={value}). Nodig is minstens 200%.",
            "The page allows zooming up to {percent}% (maximum-scale={value}). At least 200% is needed.",
        ),
    },
)

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE)
_SEPARATORS = " \t\n\f\r,;"


def settings(content: str) -> dict[str, str]:
    """The key-value pairs of a viewport setting, lower case; of a repeated key the last one counts.

    Source: CSS Device Adaptation Module Level 1 (2016), section 10.2 "Parsing algorithm" (not normative):
    pairs are separated by white space, comma or semicolon; ``=`` stands between key and value.
    """
    tidy = re.sub(r"\s*=\s*", "=", content.lower())
    pairs: dict[str, str] = {}
    for part in re.split(rf"[{_SEPARATORS}]+", tidy):
        key, equals, value = part.partition("=")
        if key:
            pairs[key] = value.split("=", 1)[0] if equals else ""
    return pairs


def number(value: str) -> float | None:
    """A value as the number at its beginning; None when it does not begin with one."""
    match = _NUMBER.match(value)
    return float(match[0]) if match else None


def applies(page: Page) -> Iterable[Target]:
    """``meta name=viewport`` of the top document whose content has one of the two keys."""
    return [
        e
        for e in page.elements("meta")
        if e.document.is_top
        and e.get("name").strip().lower() == "viewport"
        and settings(e.get("content")).keys() & {"user-scalable", "maximum-scale"}
    ]


def judge(target: Target) -> Outcome:
    """Expectation: zooming is neither blocked nor limited to less than twice the size."""
    pairs = settings(target.get("content"))
    scalable, largest = pairs.get("user-scalable"), pairs.get("maximum-scale")
    if scalable is not None and scalable not in ("yes", "device-width", "device-height"):
        value = number(scalable)
        if value is None or -1 < value < 1:
            return failed("blocked", value=scalable)
    if largest is not None and largest not in ("device-width", "device-height"):
        value = 1.0 if largest == "yes" else number(largest)
        if value is None or 0 <= value < 2:
            return failed("limited", value=largest, percent=round(100 * max(value or 0.0, 0.1)))
    return passed()


def _page(content: str) -> str:
    return (
        f'<!doctype html><html lang="nl"><head><title>Contact</title><meta name="viewport" content="{content}"></head>'
        "<body><p>Bel bij spoed 112.</p></body></html>"
    )


EXAMPLES = (
    passes(_page("width=device-width, initial-scale=1, user-scalable=yes")),
    passes(_page("width=device-width, maximum-scale=5")),
    passes(_page("maximum-scale=2")),
    passes(_page("maximum-scale=-1"), note="negative numbers are ignored"),
    passes(_page("user-scalable=1, maximum-scale=device-width")),
    passes(_page("user-scalable=no, user-scalable=yes"), note="the last one counts"),
    fails("blocked", _page("width=device-width, initial-scale=1, user-scalable=no")),
    fails("blocked", _page("width=device-width;user-scalable=0")),
    fails("blocked", _page("USER-SCALABLE = No")),
    fails("blocked", _page("user-scalable=-0.5")),
    fails("blocked", _page("user-scalable")),
    fails("limited", _page("width=device-width, initial-scale=1, maximum-scale=1")),
    fails("limited", _page("maximum-scale=1.99")),
    fails("limited", _page("maximum-scale=1.0abc")),
    fails("limited", _page("maximum-scale=yes")),
    fails("limited", _page("maximum-scale=no")),
    inapplicable(_page("width=device-width, initial-scale=1")),
    inapplicable(_page("")),
    inapplicable('<!doctype html><html lang=nl><meta name="viewport-x" content="user-scalable=no"><p>x</p></html>'),
    inapplicable("<!doctype html><html lang=nl><head><meta name=viewport></head><p>x</p></html>"),
    inapplicable(
        "<!doctype html><html lang=nl><iframe srcdoc='<meta name=viewport content=\"user-scalable=no\"><p>x</p>'>"
        "</iframe></html>",
        note="in a frame it has no effect",
    ),
)
