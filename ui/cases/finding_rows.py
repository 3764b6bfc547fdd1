"""The findings of a case as rows, and what one of them rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from eaa_checker.domain.finding import Finding, FindingState, Impact, TextBlock
from eaa_checker.domain.manual import Outcome
from eaa_checker.domain.precedent import Custom, Precedent
from rules.contract import Verdict, Words
from ui.cases.fields import said_day
from ui.cases.visits import read_settled
from ui.table import Column
from ui.words import number_of, order_of, path_of

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
STATE_SIGNS = {
    FindingState.DRAFT: ("page", "soft"),
    FindingState.SUBMITTED: ("waiting", "ask"),
    FindingState.RETURNED: ("left", "failed"),
    FindingState.APPROVED: ("passed", "passed"),
    FindingState.WITHDRAWN: ("none", "soft"),
}
IMPACT_SIGNS = {
    Impact.CRITICAL: ("emergency", "failed"),
    Impact.SIGNIFICANT: ("failed", "failed"),
    Impact.MODERATE: ("warning", "ask"),
    Impact.MINOR: ("info", "soft"),
}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding and why it may not be in a letter."""

    finding: Finding
    hindrances: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What a finding can be made of: an observation of the machine, or an answer of a person."""

    title_nl: str
    title_en: str
    where: str
    stability_nl: str
    stability_en: str
    fingerprint: str = ""
    answer_id: int = 0
    element: str = ""

    def title(self, language: str) -> str:
        return self.title_nl if language == "nl" else self.title_en

    def stability(self, language: str) -> str:
        return self.stability_nl if language == "nl" else self.stability_en


@dataclass(frozen=True, slots=True)
class Around:
    """What stands beside a finding while it is written."""

    blocks: list[TextBlock]
    precedents: list[Precedent]
    custom: Custom
    citation: str


def read_findings(engine: Engine, case_id: int) -> list[FindingRow]:
    """All findings of a case by number, each with what keeps it from a letter."""
    fit, unfit = engine.findings.for_letter(case_id)
    rows = [FindingRow(one, ()) for one in fit] + [FindingRow(one, why) for one, why in unfit]
    return sorted(rows, key=lambda row: row.finding.number)


def read_around(engine: Engine, finding: Finding) -> Around:
    """Text blocks and precedents for the requirement of *finding*."""
    precedents, custom = engine.findings.precedents(finding.requirement, finding.examination_id)
    blocks = engine.text_blocks.find(requirement=finding.requirement)
    edition = finding.edition.rpartition(" ")[2]
    return Around(blocks, precedents, custom, engine.norms.citation(finding.requirement, "nl", edition))


def read_sources(engine: Engine, case_id: int) -> list[Source]:
    """Observations of the current round and failed answers that no finding rests on yet, the steadiest first."""
    found = engine.findings.find(case_id, limit=100_000)
    used = {mark for one in found if one.state is not FindingState.WITHDRAWN for mark in one.fingerprints}
    answered = {proof.reference for one in found for proof in one.proofs}
    sources: dict[str, Source] = {}
    settled = engine.stability.of(engine.cases.current_round(case_id).id)
    for row in read_settled(engine, settled):
        one = row.settled
        if one.fingerprint in used or one.verdict is not Verdict.FAILED:
            continue
        known = sources.get(one.fingerprint)
        where = path_of(one.address) if known is None else f"{known.where}, {path_of(one.address)}"
        stands = (one.say("nl"), one.say("en")) if known is None else (known.stability_nl, known.stability_en)
        sources[one.fingerprint] = Source(
            row.title_nl, row.title_en, where, *stands, one.fingerprint, element=row.element
        )  # fmt: skip
    given = [
        Source(
            engine.requirement_words(answer.requirement, "nl"), engine.requirement_words(answer.requirement, "en"),
            path_of(answer.address) if answer.address else answer.element or "–",
            f"antwoord van {answer.author}", f"answer of {answer.author}", answer_id=answer.id,
        )
        for answer in engine.manual.answers(case_id)
        if answer.outcome is Outcome.FAILED and f"answer:{answer.id}" not in answered
    ]  # fmt: skip
    return [*sources.values(), *given]


def finding_columns() -> list[Column[FindingRow]]:
    """Number, state, title, requirement, impact, stability, letter."""
    return [
        Column(lambda: translate("FindingColumns", "No."), lambda row, _: row.finding.label, sample="B-0000",
               key=lambda row: row.finding.number),
        Column(lambda: translate("FindingColumns", "State"), lambda row, language: row.finding.state.say(language),
               weight=1.2, sign=lambda row: STATE_SIGNS[row.finding.state]),
        Column(lambda: translate("FindingColumns", "Title"), lambda row, _: row.finding.text.title, weight=2.6),
        Column(lambda: translate("FindingColumns", "Requirement"), lambda row, _: number_of(row.finding.requirement),
               sample="0.0.00", key=lambda row: order_of(number_of(row.finding.requirement))),
        Column(lambda: translate("FindingColumns", "Impact"),
               lambda row, language: row.finding.text.impact.say(language), weight=1.0,
               key=lambda row: list(Impact).index(row.finding.text.impact),
               sign=lambda row: IMPACT_SIGNS[row.finding.text.impact]),
        Column(lambda: translate("FindingColumns", "Stability"),
               lambda row, language: row.finding.stability.say(language), weight=1.3),
        Column(lambda: translate("FindingColumns", "In a letter"),
               lambda row, _: translate("FindingColumns", "may not") if row.hindrances
               else translate("FindingColumns", "may"),
               weight=0.8, sign=lambda row: ("none", "soft") if row.hindrances else ("passed", "passed")),
    ]  # fmt: skip


def source_columns() -> list[Column[Source]]:
    return [
        Column(lambda: translate("SourceColumns", "Seen"), lambda row, language: row.stability(language), weight=1.2),
        Column(lambda: translate("SourceColumns", "What"), lambda row, language: row.title(language), weight=2.2),
        Column(lambda: translate("SourceColumns", "Element"), lambda row, _: row.element or "–", weight=1.6),
        Column(lambda: translate("SourceColumns", "Where"), lambda row, _: row.where, weight=1.8),
    ]


def precedent_columns(locale_of: Callable[[], QLocale]) -> list[Column[Precedent]]:
    def term(row: Precedent, _: str) -> str:
        return "–" if row.term_days is None else locale_of().toString(row.term_days + row.extended_days)

    return [
        Column(lambda: translate("PrecedentColumns", "Case"),
               lambda row, _: f"{row.case_number or row.examination_id} {row.label}", weight=1.2),
        Column(lambda: translate("PrecedentColumns", "Organisation"), lambda row, _: ", ".join(row.organisations),
               weight=1.6),
        Column(lambda: translate("PrecedentColumns", "Title"), lambda row, _: row.title, weight=2.0),
        Column(lambda: translate("PrecedentColumns", "Impact"), lambda row, language: row.impact.say(language)),
        Column(lambda: translate("PrecedentColumns", "Days"), term, sample="0000", number=True,
               key=lambda row: row.term_days or 0),
        Column(lambda: translate("PrecedentColumns", "Outcome"),
               lambda row, language: row.outcome.say(language) if row.outcome is not None else "–", weight=1.0),
        Column(lambda: translate("PrecedentColumns", "Established"), lambda row, _: said_day(row.established),
               sample="00-00-0000", key=lambda row: row.established),
    ]  # fmt: skip


