"""Whether the contrast of a text counts against the page, and what may excuse a low one.

Sources: ACT rules afw4f7 and 09o5cg (expectation and assumptions); WCAG 2.2 success criterion 1.4.3 with its
exceptions (incidental, logotypes).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rules.contract import Outcome, cannot_tell, failed, passed
from rules.knowledge.text_contrast import Reading, readings
from rules.page import Element, Text

_FEW_LETTERS = 3
"""Letters with a shadow that must be too little different from it, so that a chance meeting of lines does not count."""
_TOLERANCE = 0.03
"""Colours that had to be blended are known to one in 255 only."""

# -- excuses --------------------------------------------------------------------------------------------------------

_ICON_FONT = re.compile(r"icon|material|symbol|awesome|glyph|dashicons|webding|wingding|pictogram", re.IGNORECASE)
_LOGO = re.compile(r"(^|[-_])(logo(type|s)?|brand(ing)?|wordmark|woordmerk|beeldmerk)([-_]|$)", re.IGNORECASE)
_OFF = re.compile(r"(^|[-_])(disabled|inactive|inactief|uitgeschakeld)$", re.IGNORECASE)


def speaks(text: Text, element: Element) -> bool:
    """The text expresses something in human language: letters or digits, not an icon or a sign used as one."""
    data = text.data.strip()
    if not any(unicodedata.category(c)[0] in "LN" for c in data):
        return False
    if _draws_icons(element.style("font-family")):
        return False
    if len(data) == 1:
        # A single letter whose control has another name, such as X for "Close", is a sign.
        holder = next((e for e in (element, *element.flat_ancestors()) if e.has("aria-label")), None)
        if holder is not None and holder.get("aria-label").strip() and data not in holder.get("aria-label").split():
            return holder is not element and holder.text != data
    return True


@lru_cache(maxsize=256)
def _draws_icons(families: str) -> bool:
    """The first font of a list is one of icons."""
    return bool(_ICON_FONT.search(families.split(",")[0]))


def excuse(element: Element) -> str:
    """The word of a question that must be answered before a low contrast can be held against the page; or empty."""
    near = [element, *element.flat_ancestors()]
    if any(e.get("aria-hidden").strip().lower() == "true" for e in near):
        return "hidden"
    for ancestor in near[:4]:
        tokens = [*ancestor.get("class").split(), ancestor.get("id")]
        if any(_LOGO.search(t) for t in tokens):
            return "logo"
        if any(_OFF.search(t) for t in tokens) and not ancestor.focusable:
            return "inactive"
    return "inactive" if element.style("cursor") == "not-allowed" else ""


# -- judging --------------------------------------------------------------------------------------------------------


def judge_text(reading: Reading, need: float) -> str:
    """``passed``, ``failed`` (or a word ``low-…``) or the word of a question, for a text and its threshold."""
    doubt = reading.doubt
    if doubt == "gradient-text":
        return doubt
    need -= 0.0 if reading.exact else _TOLERANCE
    if doubt == "picture":
        return _by_sight(reading, need) or doubt
    low = [w.best < need for w in reading.windows]
    if reading.shadows:
        seen = _by_sight(reading, need)
        if seen:
            return seen
        verdict = _with_shadows(reading, need, all(low), any(low))
        if verdict:
            return verdict
    if not any(low):
        return "effect" if doubt == "effect" and min(w.best for w in reading.windows) < 1.5 * need else "passed"
    if doubt:
        return doubt
    if all(low) or (reading.positional and _longest_run(low) >= 3):
        # What was worked out by blending gives way to what was seen.
        return "failed" if reading.exact or _by_sight(reading, need) != "passed" else "passed"
    return _by_sight(reading, need) or "gradient"


def _by_sight(reading: Reading, need: float) -> str:
    """What the screen tells, shadows included; empty when that settles nothing. It fails a text when all that lies
    behind one of its words is too much like the letters, and passes it when nothing behind any word is."""
    seen = reading.seen
    if seen is None:
        return ""
    low = sum(w.best < need for w in seen.best)
    if low and not seen.top:
        return ""
    if low and (not reading.shadows or low >= min(_FEW_LETTERS, len(seen.best))):
        return "low-picture" if reading.doubt == "picture" or not reading.shadows else "low-shadow"
    return "passed" if seen.whole and seen.lowest >= need else ""


def _with_shadows(reading: Reading, need: float, all_low: bool, any_low: bool) -> str:
    """What shadows change; empty when they change nothing. Several dark or light shadows can cover the background."""
    shadows = reading.shadows
    if all_low:
        return "shadow" if any(s >= need for s in shadows) else ""
    if not any_low and len(shadows) >= 3 and any(s < need for s in shadows):
        return "shadow"
    return ""


def _longest_run(flags: Sequence[bool]) -> int:
    longest = run = 0
    for flag in flags:
        run = run + 1 if flag else 0
        longest = max(longest, run)
    return longest


def judge_element(element: Element, small: float, large: float) -> Outcome:
    """The outcome for all texts directly in an element: the worst of them.

    *small* and *large* are the thresholds for ordinary and for large scale text.
    """
    return judge_readings(element, readings(element.document.page)[element], small, large)


def judge_readings(element: Element, found: Sequence[Reading], small: float, large: float) -> Outcome:
    """The worst outcome of the readings *found* of an element; see ``judge_element``."""
    asked: Outcome | None = None
    for reading in found:
        if not speaks(reading.text, element):
            continue
        need = large if reading.large else small
        word = judge_text(reading, need)
        if word == "passed":
            continue
        details = _details(reading, need)
        reason = excuse(element)
        low = word if word.startswith("low-") else ""
        if word == "failed":
            low = "low-large" if reading.large else "low"
        if low and not reason:
            return failed(low, **details)
        asked = asked or cannot_tell(reason if low else word, **details)
    return asked or passed()


def _details(reading: Reading, need: float) -> dict[str, object]:
    text = " ".join(reading.text.data.split())
    details: dict[str, object] = {"text": text if len(text) <= 60 else text[:57] + "…", "need": _said(need)}
    windows = reading.seen.best if reading.seen is not None else reading.windows
    if windows:
        worst = min(windows, key=lambda w: w.best)
        ratio = int(worst.best * 100) / 100
        details |= {"ratio": _said(ratio), "foreground": worst.foreground.hex, "background": worst.background.hex}
    return details


def _said(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
