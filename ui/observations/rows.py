"""The columns of the table of observations."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from eaa_checker.domain.observation import Observation
from rules.contract import Verdict
from ui.table import Column, Prepared, prepare
from ui.words import NEEDS, SIGNS, VERDICTS, number_of, order_of, path_of

_RANK = {Verdict.FAILED: 0, Verdict.CANNOT_TELL: 1, Verdict.PASSED: 2, Verdict.INAPPLICABLE: 3}


def columns() -> list[Column[Observation]]:
    """Outcome, rule, who is hit, pages, element, norm."""
    translate = QCoreApplication.translate
    return [
        Column(
            lambda: translate("ObservationColumns", "Outcome"),
            lambda item, language: VERDICTS[item.verdict].say(language),
            sample=VERDICTS[Verdict.CANNOT_TELL].nl,
            key=lambda item: _RANK[item.verdict],
            sign=lambda item: SIGNS[item.verdict],
        ),
        Column(
            lambda: translate("ObservationColumns", "What should be so"),
            lambda item, language: item.title.say(language),
            weight=3.0,
        ),
        Column(lambda: translate("ObservationColumns", "Who is hit"), _who, weight=2.2),
        Column(
            lambda: translate("ObservationColumns", "Where"),
            _where,
            weight=1.5,
            key=lambda item: (-item.pages, -item.count),
        ),
        Column(lambda: translate("ObservationColumns", "Element"), lambda item, _: item.element, weight=1.7),
        Column(
            lambda: translate("ObservationColumns", "Norm"),
            lambda item, _: ", ".join(number_of(key) for key in item.requirements) or "–",
            sample="2.4.4, 4.1.2",
            key=lambda item: [order_of(number_of(key)) for key in item.requirements],
        ),
    ]


def rows(
    items: Sequence[Observation], table_columns: Sequence[Column[Observation]], language: str
) -> Prepared[Observation]:
    """The observations as table rows, gravest and most frequent first. Runs off the window's thread."""
    ordered = sorted(items, key=lambda item: (_RANK[item.verdict], -item.pages, -item.count, item.rule))
    return prepare(ordered, table_columns, language, _found_too)


def _who(item: Observation, language: str) -> str:
    needs = (NEEDS[hit].say(language) if hit in NEEDS else hit for hit in item.hits)
    return ", ".join(needs) or "–"


def _where(item: Observation, language: str) -> str:
    if item.pages <= 1 and item.places:
        path = path_of(item.places[0].address)
        return path if item.count <= 1 else f"{path} ({item.count}×)"
    pages = "pagina’s" if language == "nl" else "pages"
    return f"{item.pages} {pages}" if item.count <= item.pages else f"{item.pages} {pages} ({item.count}×)"


def _found_too(item: Observation) -> str:
    """What the filter finds though no cell shows it: rule ids, clauses, addresses, HTML."""
    parts = [item.rule, *item.requirements, *item.clauses, *(witness.rule for witness in item.witnesses)]
    parts += [text for place in item.places for text in (place.address, place.html)]
    return "\n".join(parts)
