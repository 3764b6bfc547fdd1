"""Judges a page by our rules and axe-core and makes observations: one barrier, one row, up to two witnesses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from eaa_checker.domain.observation import AXE, Observation, Place, Witness
from eaa_checker.judging.page_states import heard_in, judged_in
from eaa_checker.judging.places import Fingerprints, describe, place_of
from eaa_checker.judging.second_witness import Testimony, testimonies
from rules import axe, norms
from rules.book import Judgement, RuleBook
from rules.contract import Rule, Verdict, Words
from rules.page import Element, Page

DISAGREE = Words(
    nl="De twee motoren zijn het niet eens over dit onderdeel. Beoordeel het met de hand. {said}",
    en="The two engines do not agree about this element. Judge it by hand. {said}",
)


BY_HAND = Words(
    nl="Dit kan alleen een mens beoordelen. Klopt het op elke plaats hieronder? {nl}.",
    en="Only a person can judge this. Is it so at each of the places below? {en}.",
)


@dataclass(frozen=True, slots=True)
class OwnJudgement:
    """All judgements of our own rules of one page."""

    page: Page
    judgements: Sequence[Judgement]

    @property
    def passed(self) -> Mapping[str, int]:
        """Rule id → number of targets that passed."""
        counts: dict[str, int] = {}
        for judgement in self.judgements:
            if judgement.outcome.verdict is Verdict.PASSED:
                counts[judgement.rule.id] = counts.get(judgement.rule.id, 0) + 1
        return counts


def demanded(rule: Rule) -> bool:
    """Some norm that we examine (WCAG level A or AA) demands what the rule checks."""
    return any(key.startswith("wcag:") and norms.criterion(key[5:]).level in ("A", "AA") for key in rule.reported)


def judge_own(page: Page, book: RuleBook, *, early: bool = False) -> OwnJudgement:
    """Judges *page* by every rule that a norm demands and that means something in its state; *early*: but for those
    that await behaviour records."""
    wanted = [
        rule.id
        for rule in book.rules
        if demanded(rule) and not (early and rule.awaits) and judged_in(rule, page.state)
    ]
    return OwnJudgement(page, list(book.judge(page, wanted)))


def judge_late(own: OwnJudgement, records: Mapping[str, Any], book: RuleBook) -> OwnJudgement:
    """An *early* judgement completed by the rules that await the behaviour *records*; in order of rule id."""
    own.page.records.update(records)
    wanted = [rule.id for rule in book.rules if demanded(rule) and rule.awaits and judged_in(rule, own.page.state)]
    late = book.judge(own.page, wanted)
    return OwnJudgement(own.page, sorted([*own.judgements, *late], key=lambda judgement: judgement.rule.id))


def observe(
    own: OwnJudgement, axe_result: Mapping[str, Any] | None, book: RuleBook, *, settled: bool
) -> list[Observation]:
    """The observations of one page: failed and cannot tell, each with its place on this page.

    Where an own rule and an axe rule see the same element they are one observation with two witnesses. Where axe
    says *failed* of an element that our rule for the same barrier does not fail, it is *to be reviewed*.
    """
    page = own.page
    ours = _axe_to_own(book)
    said = [
        testimony
        for testimony in (testimonies(page, axe_result) if axe_result else ())
        if heard_in(testimony.rule, (book.files[id].RULE for id in ours.get(testimony.rule, ())), page.state)
    ]
    by_element: dict[tuple[str, int], list[Testimony]] = {}
    for testimony in said:
        if testimony.element is not None:
            for rule_id in ours.get(testimony.rule, ()):
                by_element.setdefault((rule_id, testimony.element.index), []).append(testimony)
    fingerprints = Fingerprints()
    observations: list[Observation] = []
    routine: dict[str, Observation] = {}
    failing = _failing(own.judgements)
    settled_by_own: set[tuple[str, int]] = set()
    verdicts: dict[tuple[str, int], Verdict] = {}
    for judgement in own.judgements:
        index = judgement.target.index if judgement.target is not None else -1
        verdicts[judgement.rule.id, index] = judgement.outcome.verdict
        if judgement.outcome.verdict in (Verdict.PASSED, Verdict.INAPPLICABLE):
            continue
        also = by_element.get((judgement.rule.id, index), [])
        settled_by_own.add((judgement.rule.id, index))
        if _said_better(judgement, failing):
            continue
        if judgement.rule.routine and judgement.outcome.verdict is Verdict.CANNOT_TELL:
            _add_routine(routine, page, judgement, indicative=not settled)
            continue
        observations.append(_own(page, judgement, also, fingerprints, indicative=not settled))
    for testimony in said:
        row = axe.adopted(testimony.rule)
        if row is None:
            continue
        counterparts = ours.get(testimony.rule, ())
        index = testimony.element.index if testimony.element is not None else -1
        if any((rule_id, index) in settled_by_own for rule_id in counterparts):
            continue
        judged = [verdicts.get((rule_id, index)) for rule_id in counterparts]
        if counterparts and testimony.verdict is Verdict.CANNOT_TELL and (Verdict.PASSED in judged or None in judged):
            continue  # our rule settled what axe leaves open
        seen = _axe(page, testimony, row, fingerprints, disputed=bool(counterparts), indicative=not settled)
        if row.routine and seen.verdict is Verdict.CANNOT_TELL:
            _merge(routine, seen)
        else:
            observations.append(seen)
    return observations + list(routine.values())


def _failing(judgements: Sequence[Judgement]) -> Mapping[str, frozenset[Element]]:
    """Rule id → elements that fail it."""
    found: dict[str, set[Element]] = {}
    for judgement in judgements:
        if judgement.outcome.verdict is Verdict.FAILED and judgement.target is not None:
            found.setdefault(judgement.rule.id, set()).add(judgement.target)
    return {rule_id: frozenset(elements) for rule_id, elements in found.items()}


def _said_better(judgement: Judgement, failing: Mapping[str, frozenset[Element]]) -> bool:
    """A rule that this one yields to fails on the target or around it."""
    rivals = [failing[rule_id] for rule_id in judgement.rule.yields_to if rule_id in failing]
    if not rivals or judgement.target is None or judgement.outcome.verdict is not Verdict.FAILED:
        return False
    around = (judgement.target, *judgement.target.flat_ancestors())
    return any(element in rival for rival in rivals for element in around)


def _add_routine(rows: dict[str, Observation], page: Page, judgement: Judgement, *, indicative: bool) -> None:
    """Adds the target to its rule's one row of work to be done by hand."""
    row = rows.get(judgement.rule.id)
    if row is None:
        _merge(rows, _own(page, judgement, (), Fingerprints(), indicative=indicative))
        return
    place = place_of(page, judgement.target, indicative=indicative)
    rows[row.rule] = replace(row, places=(*row.places, place), count=row.count + 1)


def _merge(rows: dict[str, Observation], one: Observation) -> None:
    """Adds a question about one element to its rule's row of work to be done by hand."""
    row = rows.get(one.rule)
    if row is not None:
        rows[one.rule] = replace(row, places=row.places + one.places, count=row.count + one.count)
        return
    rows[one.rule] = replace(
        one,
        fingerprint=Fingerprints().of(one.rule, None, "routine"),
        explanation=BY_HAND.fill({"nl": one.title.nl, "en": one.title.en}),
        witnesses=tuple(Witness(w.engine, w.rule, Verdict.CANNOT_TELL) for w in one.witnesses[:1]),
        element="",
    )


def _axe_to_own(book: RuleBook) -> Mapping[str, tuple[str, ...]]:
    """axe rule id → ids of our rules that see the same barrier."""
    found: dict[str, list[str]] = {}
    for rule in book.rules:
        if demanded(rule):
            for axe_id in rule.axe:
                found.setdefault(axe_id, []).append(rule.id)
    return {axe_id: tuple(ids) for axe_id, ids in found.items()}


def _own(
    page: Page, judgement: Judgement, also: Sequence[Testimony], fingerprints: Fingerprints, *, indicative: bool
) -> Observation:
    rule, outcome, target = judgement.rule, judgement.outcome, judgement.target
    explanation = judgement.explanation or rule.title
    witnesses = [Witness("own", rule.id, outcome.verdict, explanation.en)]
    witnesses += [Witness("axe", t.rule, t.verdict, t.message) for t in also]
    clauses = norms.clauses(rule.reported)
    return Observation(
        fingerprint=fingerprints.of(rule.id, target, outcome.word),
        rule=rule.id,
        verdict=Verdict.CANNOT_TELL if rule.experimental else outcome.verdict,
        title=rule.title,
        explanation=explanation,
        why=rule.why,
        repair=rule.repair,
        requirements=rule.reported,
        clauses=clauses,
        hits=rule.hits or norms.hits(clauses),
        witnesses=tuple(dict.fromkeys(witnesses)),
        places=(place_of(page, target, indicative=indicative),),
        count=1,
        pages=1,
        element=describe(target) if target is not None else "",
    )


def _axe(
    page: Page, testimony: Testimony, row: axe.Adopted, fingerprints: Fingerprints, *, disputed: bool, indicative: bool
) -> Observation:
    """An observation that rests on axe-core alone."""
    rule_id = f"{AXE}{row.id}"
    verdict = Verdict.CANNOT_TELL if disputed or row.experimental else testimony.verdict
    explanation = row.explanation_failed if testimony.verdict is Verdict.FAILED else row.explanation_question
    if disputed:
        explanation = (
            DISAGREE.fill({"said": ""})
            if explanation is None
            else Words(DISAGREE.nl.replace("{said}", explanation.nl), DISAGREE.en.replace("{said}", explanation.en))
        )
    clauses = norms.clauses(row.requirements)
    element = testimony.element
    place = place_of(page, element, indicative=indicative)
    if element is None:
        place = Place(page.address, testimony.selector, testimony.html, None, indicative, state=page.state)
    return Observation(
        fingerprint=fingerprints.of(rule_id, element, "" if element is not None else " ".join(testimony.selector)),
        rule=rule_id,
        verdict=verdict,
        title=row.title,
        explanation=explanation,
        why=row.why,
        repair=row.repair,
        requirements=row.requirements,
        clauses=clauses,
        hits=row.hits or norms.hits(clauses),
        witnesses=(Witness("axe", row.id, testimony.verdict, testimony.message),),
        places=(place,),
        count=1,
        pages=1,
        element=describe(element) if element is not None else testimony.html[:80],
        disputed=disputed,
    )


def with_crop(observation: Observation, crop: str, capture_id: int = 0) -> Observation:
    """The same observation with the crop's SHA-256 on its (single) place."""
    place = replace(observation.places[0], crop=crop, capture_id=capture_id)
    return replace(observation, places=(place, *observation.places[1:]))
