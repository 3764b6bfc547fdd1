"""Sound that starts by itself: which elements make it, for how long, and whether the page offers a means to stop it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.knowledge.listening import CLICKS, hears
from rules.knowledge.media import Known, buttons, media, medium
from rules.page import Element, Page

LONGEST = 3.0
"""Seconds that sound may last that starts by itself (WCAG 1.4.2)."""

_STOP = re.compile(
    r"\b(pau[sz]e\w*|pauzeer\w*|stop\w*|mute\w*|unmute|dempen?|demp|geluid\w*|sound|audio|volume|stil\w*|silence|"
    r"play|afspelen|afspeel\w*|speel|ton aus|couper)\b|⏸|⏹|🔇|🔊",
    re.IGNORECASE,
)


def sounding_by_itself(page: Page) -> Iterator[Element]:
    """Audio and video with ``autoplay``, unmuted and not paused, of more than 3 seconds and with sound."""
    for element, facts in media(page, "audio", "video"):
        if (
            facts.facts["autoplay"]
            and not facts.facts["muted"]
            and facts.facts["volume"]
            and facts.plays_by_itself
            and (facts.duration or 0.0) > LONGEST
            and facts.sounds == "yes"
        ):
            yield element


def sound_time(element: Element) -> float:
    """Seconds that it sounds once it has started; a medium that begins anew each time is counted once (ACT aaa1bf)."""
    facts = medium(element)
    if facts is None:
        return 0.0
    played = facts.playing_time or 0.0
    sounding = facts.heard.get("sounding")
    return played if sounding is None else min(played, float(sounding))


def means_to_stop(element: Element) -> Known:
    """Whether a visible, exposed and named control of the page stops, pauses or silences *element*."""
    if element.has("controls") and element.visible and element.exposed:
        return "yes"
    page = element.document.page
    candidates = [
        e
        for document in page.documents
        for e in {*buttons(document), *(c for c in document.elements if hears(c, *CLICKS) or _acts_here(c))}
        if e.name and e.visible and e.exposed and e.tag not in ("html", "body", "audio", "video")
    ]
    if any(_STOP.search(e.name) for e in candidates):
        return "yes"
    return "unknown" if candidates else "no"


def _acts_here(element: Element) -> bool:
    """A link that does something on this page instead of leading elsewhere."""
    if element.tag != "a" or not element.is_html:
        return False
    target = element.get("href").strip().lower()
    return (target in ("#", "") and element.has("href")) or target.startswith("javascript:")
