"""Findings: who may review, what may be in a letter; what answers come to; replies and precedents."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from eaa_checker.domain.finding import (
    Exemption,
    Finding,
    FindingPlace,
    FindingState,
    FindingText,
    Impact,
    Proof,
    ProofKind,
    letterable,
    may_not_review,
    same_person,
)
from eaa_checker.domain.manual import Absence, Answer, Outcome, Scope, counts, propose
from eaa_checker.domain.precedent import Precedent, custom
from eaa_checker.domain.reinspection import Outcome as Became
from eaa_checker.domain.reply import Effect, ReplyKind, fitting
from eaa_checker.domain.trail import Actor

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ANNA = Actor("Anna de Vries", "anna@werkplek")
BRAM = Actor("Bram Jansen", "bram@werkplek")

APPROVED = Finding(
    id=1, version=3, examination_id=1, number=7, state=FindingState.APPROVED, requirement="wcag:1.1.1",
    edition="EN 301 549 V3.2.1",
    text=FindingText("Afbeelding zonder tekst", "Het logo heeft geen tekst.", "Wie niet ziet, weet niet wie dit is.",
                     Impact.SIGNIFICANT, "Beschrijf het logo."),
    places=(FindingPlace("https://v.test/", fingerprint="f", seen=3, visits=3),),
    proofs=(Proof(ProofKind.OBSERVATION, "scan:1/f"),), round_number=0, rule="image-has-name", author=ANNA.name,
    editors=(ANNA,), created=NOON, changed=NOON, reviewer=BRAM.name, reviewed=NOON,
)  # fmt: skip


def place(**values: object) -> tuple[FindingPlace, ...]:
    return (replace(APPROVED.places[0], **values),)  # type: ignore[arg-type]


def test_numbers_are_written_as_people_write_them() -> None:
    assert APPROVED.label == "B-07"
    assert replace(APPROVED, number=107).label == "B-107"


def test_an_approved_steady_finding_may_be_in_a_letter() -> None:
    assert letterable(APPROVED) == ()
    assert APPROVED.stability.nl == "vast (3 van 3)"


@pytest.mark.parametrize(
    ("finding", "reason"),
    [
        (replace(APPROVED, state=FindingState.DRAFT), "tweede persoon"),
        (replace(APPROVED, state=FindingState.SUBMITTED), "wacht op vierogen"),
        (replace(APPROVED, state=FindingState.WITHDRAWN), "ingetrokken"),
        (replace(APPROVED, places=place(seen=2)), "gezien bij 2 van 3"),
        (replace(APPROVED, places=place(seen=1, visits=1)), "gezien bij 1 van 1"),
        (replace(APPROVED, places=APPROVED.places + place(address="https://v.test/b", seen=1)), "https://v.test/b"),
        (replace(APPROVED, places=place(indicative=True)), "Indicatief"),
        (replace(APPROVED, proofs=()), "geen bewijs"),
        (replace(APPROVED, text=replace(APPROVED.text, exemption=Exemption.THIRD_PARTY)), "Uitgezonderd"),
        (replace(APPROVED, text=replace(APPROVED.text, consequence=" ")), "wie wat niet kan"),
    ],
)
def test_what_keeps_a_finding_out_of_a_letter(finding: Finding, reason: str) -> None:
    (said,) = letterable(finding)
    assert reason in said.nl
    assert said.en != said.nl


def test_a_norm_that_cannot_be_enforced_keeps_it_out() -> None:
    (said,) = letterable(APPROVED, enforceable=False)
    assert "V3.2.1" in said.nl


def test_what_only_a_person_saw_needs_no_visits() -> None:
    by_hand = replace(APPROVED, places=place(fingerprint="", seen=0, visits=0), rule="")
    assert by_hand.by_hand
    assert by_hand.steadiness is None
    assert letterable(by_hand) == ()


@pytest.mark.parametrize(
    ("reviewer", "allowed"),
    [
        (BRAM, True),
        (ANNA, False),
        (Actor("anna  DE vries", "elders@thuis"), False),  # the same name, however written
        (Actor("Carla", "anna@werkplek"), False),  # another name, the same account
        (Actor("Carla", "ANNA@werkplek"), False),
        (Actor("Carla", ""), True),
        (Actor("  ", "carla@werkplek"), False),
    ],
)
def test_four_eyes(reviewer: Actor, allowed: bool) -> None:
    objection = may_not_review(APPROVED, reviewer)
    assert (objection is None) == allowed


def test_who_helped_to_write_may_not_review_either() -> None:
    both = replace(APPROVED, editors=(ANNA, BRAM))
    objection = may_not_review(both, BRAM)
    assert objection is not None
    assert "Bram" in objection.nl
    assert not same_person(ANNA, BRAM)
    assert not same_person(Actor("A", ""), Actor("B", ""))


# -- answers -----------------------------------------------------------------------------------------------------------


def answer(outcome: Outcome, address: str = "", scope: Scope = Scope.PAGE) -> Answer:
    return Answer(
        1, 1, 1, 0, "wcag:1.1.1", "2026-11-23", scope, address, "default", "", (), outcome, "", (), "Anna", NOON
    )


A, B = "https://v.test/a", "https://v.test/b"
ABSENT = Absence("wcag:1.2.2", ("video",), 2)


@pytest.mark.parametrize(
    ("answers", "outcome", "missing"),
    [
        ([], Outcome.UNTESTED, (A, B)),
        ([answer(Outcome.PASSED, A)], Outcome.UNTESTED, (B,)),
        ([answer(Outcome.PASSED, A), answer(Outcome.PASSED, B)], Outcome.PASSED, ()),
        ([answer(Outcome.FAILED, A)], Outcome.FAILED, (B,)),
        ([answer(Outcome.PASSED, A), answer(Outcome.CANNOT_TELL, B)], Outcome.CANNOT_TELL, ()),
        ([answer(Outcome.PASSED, A), answer(Outcome.INAPPLICABLE, B)], Outcome.PASSED, ()),
        ([answer(Outcome.INAPPLICABLE, A), answer(Outcome.INAPPLICABLE, B)], Outcome.INAPPLICABLE, ()),
        ([answer(Outcome.PASSED, A), answer(Outcome.UNTESTED, B)], Outcome.UNTESTED, (B,)),
        ([answer(Outcome.PASSED, scope=Scope.WHOLE)], Outcome.PASSED, ()),
        ([answer(Outcome.PASSED, scope=Scope.SHARED)], Outcome.UNTESTED, (A, B)),
        ([answer(Outcome.PASSED, A), answer(Outcome.PASSED, B), answer(Outcome.FAILED, scope=Scope.SHARED)],
         Outcome.FAILED, ()),
    ],
)  # fmt: skip
def test_what_answers_come_to(answers: list[Answer], outcome: Outcome, missing: tuple[str, ...]) -> None:
    proposal = propose(answers, (A, B))
    assert (proposal.outcome, proposal.missing) == (outcome, missing)


def test_not_applicable_by_itself_gives_way_to_people() -> None:
    assert propose([], (A, B), absence=ABSENT).outcome is Outcome.INAPPLICABLE
    assert propose([], (A, B), absence=ABSENT, overruled=True).outcome is Outcome.UNTESTED
    assert propose([answer(Outcome.FAILED, A)], (A, B), absence=ABSENT).outcome is Outcome.FAILED


def test_a_requirement_without_a_verdict_counts_as_untested() -> None:
    totals = counts({"wcag:1.1.1": Outcome.PASSED}, ["wcag:1.1.1", "wcag:1.2.1", "wcag:1.2.2"])
    assert totals[Outcome.PASSED] == 1
    assert totals[Outcome.UNTESTED] == 2


# -- replies and precedents --------------------------------------------------------------------------------------------


def test_a_report_of_repair_is_never_taken_at_its_word() -> None:
    assert Effect.WITHDRAWN not in fitting(ReplyKind.REPAIRED)
    assert Effect.TO_REINSPECT in fitting(ReplyKind.REPAIRED)
    assert all(Effect.STANDS in fitting(kind) for kind in ReplyKind)
    assert Effect.EXEMPTED in fitting(ReplyKind.BURDEN)


def test_what_is_usual() -> None:
    one = Precedent(
        1, "B-01", 1, "Z-1", "Eerste", ("Regio",), "Afbeelding", Impact.MINOR, FindingState.APPROVED,
        date(2026, 1, 1), 42, 0, Became.REPAIRED,
    )  # fmt: skip
    usual = custom(
        [one, replace(one, examination_id=2, term_days=30, outcome=Became.REPAIRED),
         replace(one, examination_id=3, term_days=84, outcome=Became.PARTLY),
         replace(one, term_days=None, outcome=None)]
    )  # fmt: skip
    assert (usual.cases, usual.term_days, usual.shortest, usual.longest) == (3, 42, 30, 84)
    assert usual.outcomes == ((Became.REPAIRED, 2), (Became.PARTLY, 1))
    assert custom([]).term_days is None
