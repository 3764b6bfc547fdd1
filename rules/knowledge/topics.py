"""A few subjects that can be told with certainty, to see that a heading and the text below it speak of other things.

Own lists of words. Only subjects that no text about opening hours could stand under are named; headings such as
"Contact", "Vacatures" or "Recepten" (a doctor's, too) may well have opening hours below them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rules.knowledge.similarity import content_words, words

_SUBJECTS: Mapping[str, tuple[str, str]] = {
    "weather": (
        "weer weerbericht weersverwachting weersverwachtingen weather forecast",
        "graden bewolkt regen zon wind buien onweer vorst neerslag degrees cloudy rain sun sunny storm snow "
        "temperatuur temperature celsius hagel mist fog",
    ),
    "privacy": (
        "privacy privacyverklaring privacybeleid cookiebeleid cookieverklaring policy statement",
        "persoonsgegevens gegevens data personal avg gdpr bewaren verwerken verwerkt",
    ),
    "copyright": ("copyright auteursrecht auteursrechten disclaimer colofon", "rechten rights overnemen aansprakelijk"),
    "results": ("uitslagen uitslag eindstand scores", "punten gewonnen verloren stemmen points won lost votes"),
    "annual-report": ("jaarverslag jaarverslagen jaarrekening annual report", "verslag jaar report year"),
}
"""Subject → the words a heading about it may consist of, and further words by which a text speaks of it."""

_WEEKDAYS_TEXT = """maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
monday tuesday wednesday thursday friday saturday sunday"""
_WEEKDAYS = frozenset(_WEEKDAYS_TEXT.split())
_OPEN = frozenset(("open", "geopend", "gesloten", "opened", "closed"))
_TIMES = re.compile(
    r"\b(?:[01]?\d|2[0-3])(?:[:.]\d\d)?\s*(?:uur|u|h|am|pm)?\s*(?:to|tot|till|until|en|and|t/m|[-–])\s*\d"
)
_SHORT = 40
"""Content words of a text that can be about one thing only."""


def subject_of_heading(heading: str) -> str:
    """The subject that every word of a heading is about; "" when there is none or another word stands beside it."""
    said = set(words(heading))
    if not said or len(said) > 3:
        return ""
    return next((s for s, (known, _) in _SUBJECTS.items() if said <= set(known.split())), "")


def tells_opening_hours(text: str) -> bool:
    """A short text that tells on which days something is open, from when to when."""
    said = set(words(text))
    return bool(
        said & _WEEKDAYS and said & _OPEN and _TIMES.search(text.casefold()) and len(content_words(text)) <= _SHORT
    )


def contradict(heading: str, text: str) -> bool:
    """The heading is about one subject and the text about opening hours, without a word of the heading's subject."""
    subject = subject_of_heading(heading)
    if not subject or not tells_opening_hours(text):
        return False
    return not set(words(text)) & set(" ".join(_SUBJECTS[subject]).split())
