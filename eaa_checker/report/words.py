"""Words, dates and numbers that several report formats share, in Dutch and in English."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import Scan
from rules.contract import Verdict, Words

VERDICTS: dict[Verdict, Words] = {
    Verdict.FAILED: Words(nl="barrière gezien", en="barrier seen"),
    Verdict.CANNOT_TELL: Words(nl="vraag aan een mens", en="question for a person"),
    Verdict.PASSED: Words(nl="geen barrière gezien", en="no barrier seen"),
    Verdict.INAPPLICABLE: Words(nl="niet van toepassing", en="not applicable"),
}

AUTOMATIC = Words(
    nl="Dit zijn waarnemingen van een machine. Een mens stelt bevindingen vast.",
    en="These are a machine’s observations. A person establishes findings.",
)

NOT_PASSED = Words(
    nl="Niet getest is nooit geslaagd: wat de machine niet onderzocht, zegt niets over de toegankelijkheid.",
    en="Not tested is never passed: what the machine did not examine says nothing about accessibility.",
)

UNFINISHED = Words(
    nl="Deze scan is niet afgerond. Het rapport laat zien wat er tot nu toe is vastgelegd.",
    en="This scan has not ended. The report shows what has been recorded so far.",
)

ENGINES = {"own": Words(nl="EAA Checker", en="EAA Checker"), "axe": Words(nl="axe-core", en="axe-core")}

_MONTHS = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
           "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip


def pick(language: str, nl: str, en: str) -> str:
    return nl if language == "nl" else en


def number(value: int, language: str) -> str:
    """*value* with the thousands separator of the language."""
    text = f"{value:,}"
    return text.replace(",", ".") if language == "nl" else text


def some(count: int, language: str, nl: tuple[str, str], en: tuple[str, str]) -> str:
    """``1 pagina``, ``2 pagina's``: the count with the singular or the plural noun."""
    one, more = nl if language == "nl" else en
    return f"{number(count, language)} {one if count == 1 else more}"


def pages(count: int, language: str) -> str:
    return some(count, language, ("pagina", "pagina’s"), ("page", "pages"))


def places(count: int, language: str) -> str:
    return some(count, language, ("plaats", "plaatsen"), ("place", "places"))


def day(instant: datetime, language: str) -> str:
    """``23 november 2026``."""
    return f"{instant.day} {_MONTHS[language if language in _MONTHS else 'en'][instant.month - 1]} {instant.year}"


def moment(instant: datetime, language: str) -> str:
    """``23 november 2026, 14:05:09 (UTC+01:00)``; says so when the zone is unknown."""
    return f"{day(instant, language)}, {instant:%H:%M:%S} ({zone(instant, language)})"


def zone(instant: datetime, language: str) -> str:
    offset = instant.utcoffset()
    if offset is None:
        return pick(language, "tijdzone onbekend", "time zone unknown")
    if not offset:
        return "UTC"
    minutes = abs(offset) // timedelta(minutes=1)
    return f"UTC{'-' if offset < timedelta(0) else '+'}{minutes // 60:02}:{minutes % 60:02}"


def duration(span: timedelta, language: str) -> str:
    """``1 uur 2 minuten 3 seconden``, without the parts that are zero."""
    seconds = max(0, round(span.total_seconds()))
    parts = (
        (seconds // 3600, ("uur", "uur"), ("hour", "hours")),
        (seconds // 60 % 60, ("minuut", "minuten"), ("minute", "minutes")),
        (seconds % 60, ("seconde", "seconden"), ("second", "seconds")),
    )
    texts = [some(n, language, nl, en) for n, nl, en in parts if n]
    return " ".join(texts) or some(0, language, *parts[2][1:])


def state_words(state: str, language: str) -> str:
    """The state of a page in words; empty for the ordinary one, as it is where this version does not know it."""
    if state in ("", PageState.DEFAULT.value):
        return ""
    try:
        return PageState(state).say(language)
    except ValueError:
        return state


def scan_error(scan: Scan, language: str) -> str:
    """Why the scan ended badly: one sentence in *language*, from the stored pair; other text as it is."""
    try:
        pair = json.loads(scan.error)
    except ValueError:
        return scan.error
    if isinstance(pair, dict):
        return str(pair.get(language) or pair.get("en") or pair.get("nl") or scan.error)
    if isinstance(pair, list) and len(pair) == 2:
        return str(pair[0 if language == "nl" else 1])
    return scan.error
