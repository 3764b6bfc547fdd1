"""What was counted for each factor of the risk picture, as sentences in Dutch and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaa_checker.domain.counted import counted
from rules.contract import Words

if TYPE_CHECKING:
    from eaa_checker.domain.risk import Facts


def sentence(factor: str, facts: Facts, amount: float | None, language: str) -> str:
    """What stands behind *amount* of *factor* (a value of `domain.risk.Factor`)."""
    nl, en = _WORDS[factor](facts, amount)
    return nl if language == "nl" else en


_UNEXAMINED = ("niet bekend: niet onderzocht", "not known: not examined")


def _barriers(count: int) -> Words:
    return counted(count, ("barrière", "barrier"), ("barrières", "barriers"))


def _failures(facts: Facts, amount: float | None) -> tuple[str, str]:
    if amount is None:
        return _UNEXAMINED
    pages = counted(facts.tested, ("pagina", "page"), ("pagina's", "pages"))
    if facts.again is None:
        found = _barriers(facts.failed)
        return (
            f"{found.nl} op {pages.nl}; eerste scan, dus nog niet bevestigd (telt half)",
            f"{found.en} on {pages.en}; first scan, so not confirmed yet (counts half)",
        )
    once, again = facts.failed - facts.again, _barriers(facts.again)
    return (
        f"ook in de scan ervoor: {again.nl}; alleen nu: {once} (telt half); {pages.nl}",
        f"in the scan before too: {again.en}; now only: {once} (counts half); {pages.en}",
    )


def _contradictions(facts: Facts, amount: float | None) -> tuple[str, str]:
    if facts.statement_signals:
        one, more = ("signaal", "signal"), ("signalen", "signals")
        told = counted(facts.statement_signals, one, more)
        return f"{told.nl} over de verklaring", f"{told.en} about the statement"
    if amount is None:
        return "niet bekend: geen status of niet onderzocht", "not known: no status or not examined"
    if amount:
        return (
            f"verklaring zegt {facts.statement}, de laatste scan zag {_barriers(facts.failed).nl}",
            f"statement says {facts.statement}, the last scan saw {_barriers(facts.failed).en}",
        )
    return f"geen; verklaring zegt {facts.statement}", f"none; statement says {facts.statement}"


def _age(facts: Facts, amount: float | None) -> tuple[str, str]:
    if facts.examined is None or amount is None:
        return f"{facts.standing.nl}; telt als het oudst", f"{facts.standing.en}; counts as the oldest"
    day = f"{facts.examined.astimezone():%Y-%m-%d}"
    ago = counted(round(amount), ("dag geleden", "day ago"), ("dagen geleden", "days ago"))
    nl, en = f"{ago.nl} ({day})", f"{ago.en} ({day})"
    if facts.last_attempt_failed:
        return nl + "; de poging daarna mislukte", en + "; the attempt after it failed"
    return nl, en


def _signals(facts: Facts, amount: float | None) -> tuple[str, str]:
    if not facts.signals:
        return "geen open signalen", "no open signals"
    if facts.signals == 1:
        return f"1 open signaal, gewicht {amount:g}", f"1 open signal, of weight {amount:g}"
    return (
        f"{facts.signals} open signalen, samen gewicht {amount:g}",
        f"{facts.signals} open signals, together of weight {amount:g}",
    )


def _criticality(facts: Facts, amount: float | None) -> tuple[str, str]:
    nl, en = facts.criticality.nl, facts.criticality.en
    if facts.emergency:
        return nl + "; dient mensen in nood", en + "; serves people in need"
    return nl, en


def _reach(facts: Facts, amount: float | None) -> tuple[str, str]:
    if amount is None:
        return _UNEXAMINED
    return f"{facts.found} adressen gevonden", f"{facts.found} addresses found"


def _vulnerable(facts: Facts, amount: float | None) -> tuple[str, str]:
    if amount is None:
        return _UNEXAMINED
    n = facts.groups_hit
    return (
        f"barrières raken {n} van de 11 groepen (EN 301 549, 4.2)",
        f"barriers hit {n} of the 11 groups (EN 301 549, 4.2)",
    )


_WORDS = {
    "failures": _failures,
    "contradictions": _contradictions,
    "age": _age,
    "signals": _signals,
    "criticality": _criticality,
    "reach": _reach,
    "vulnerable": _vulnerable,
}
