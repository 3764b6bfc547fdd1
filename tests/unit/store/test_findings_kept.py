"""Answers, findings, deadlines, replies and comparisons as both databases keep them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest

from eaa_checker.domain.case import CaseKind, NewCase
from eaa_checker.domain.deadline import DeadlineKind, DeadlineState, Length, Unit
from eaa_checker.domain.finding import (
    FindingPlace,
    FindingState,
    FindingText,
    Impact,
    NewFinding,
    Proof,
    ProofKind,
)
from eaa_checker.domain.manual import AttachmentKind, Defect, NewAnswer, Outcome, Scope, Step
from eaa_checker.domain.reinspection import Outcome as Became
from eaa_checker.domain.reinspection import PlaceCompared, Proposed
from eaa_checker.domain.reply import Effect, ReplyKind
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, EditedMeanwhile, NotFound
from eaa_checker.store import Store
from rules.contract import Words

ANNA, BRAM = Actor("Anna", "anna@werkplek"), Actor("Bram", "bram@werkplek")
LONG = "https://voorbeeld.test/" + "x" * 6000
"""Longer than an index of PostgreSQL can hold."""
PLACE = FindingPlace(LONG, path=("nav", "a\0b"), html="<a>" * 900, fingerprint="f" * 64, seen=3, visits=3)
TEXT = FindingText("Kop", "Feit \ud800", "Gevolg", Impact.CRITICAL, "Herstel", blocks=((4, 2),))


@pytest.fixture
def case(store: Store) -> int:
    owner = store.add_organisation("Veiligheidsregio Voorbeeld")
    target = store.add_target(owner.id, "Website", "https://voorbeeld.test/")
    new = NewCase(CaseKind.QUICK, "Onderzoek", target_ids=(target.id,))
    return store.cases.open(ANNA, new, "V3.2.1", date(2026, 11, 2)).id


def new(case: int, **text: str) -> NewFinding:
    proof = Proof(ProofKind.OBSERVATION, "scan:1/f")
    said = FindingText(**text) if text else TEXT
    return NewFinding(case, "wcag:1.1.1", "EN 301 549 V3.2.1", said, (PLACE,), (proof,), rule="r")


def test_a_finding_comes_back_as_it_was_kept(store: Store, case: int) -> None:
    made = store.findings.add(ANNA, new(case))
    again = store.findings.finding(made.id)
    assert again == made
    assert (again.places[0].address, again.places[0].path) == (LONG, ("nav", "a\ufffdb"))
    assert len(again.places[0].html) == 2000
    assert (again.text.fact, again.text.blocks) == ("Feit \ufffd", ((4, 2),))
    assert store.trail.faults() == []
    with pytest.raises(NotFound):
        store.findings.finding(99)
    with pytest.raises(NotFound):
        store.findings.add(ANNA, new(99))


def test_people_who_add_at_once_get_numbers_of_their_own(store: Store, case: int) -> None:
    with ThreadPoolExecutor(4) as people:
        made = list(people.map(lambda _: store.findings.add(ANNA, new(case)), range(8)))
    assert sorted(f.number for f in made) == list(range(1, 9))
    assert store.trail.faults() == []


def test_an_edit_and_a_review_at_once(store: Store, case: int) -> None:
    made = store.findings.add(ANNA, new(case))
    offered = store.findings.move(ANNA, made, made.version, FindingState.SUBMITTED, "finding.submitted")
    changed = store.findings.write(ANNA, offered, offered.version, FindingText("Kop", "Ander feit"))
    assert (changed.state, changed.version) == (FindingState.DRAFT, 3)
    with pytest.raises(EditedMeanwhile) as caught:
        store.findings.move(BRAM, offered, offered.version, FindingState.APPROVED, "finding.approved", remark=True)
    assert caught.value.version == 3
    assert store.findings.finding(made.id).remarks == ()  # the remark went with the approval, or not at all
    assert [e.action for e in store.trail.entries(f"finding:{made.id}")][-1] == "finding.edited"


def test_findings_are_searched(store: Store, case: int) -> None:
    for title in ("Knop", "Link_een", "Linkxeen"):
        store.findings.add(ANNA, new(case, title=title, fact="feit"))
    assert [f.text.title for f in store.findings.findings(words="link_")] == ["Link_een"]
    assert [f.text.title for f in store.findings.findings(case, limit=1, offset=1)] == ["Link_een"]
    assert store.findings.findings(case, states=[FindingState.APPROVED]) == []
    assert len(store.findings.findings(organisation_id=1, impacts=[Impact.MODERATE])) == 3


def answer(*steps: str, **more: object) -> NewAnswer:
    pairs = tuple(Step(*step.split("=")) for step in steps)
    return NewAnswer("wcag:2.4.7", pairs, Scope.PAGE, LONG, **more)  # type: ignore[arg-type]


def test_one_answer_per_place(store: Store, case: int) -> None:
    defects = (Defect("knop", "nav > a", ("a" * 64,)),)
    given = answer("any=yes", "seen=no", defects=defects)
    first = store.manual.put_answer(ANNA, case, 0, given, Outcome.FAILED, "d", 0)
    assert store.manual.answer(first.id) == first
    assert first.defects == defects
    with pytest.raises(EditedMeanwhile) as caught:
        store.manual.put_answer(BRAM, case, 0, answer("any=no"), Outcome.INAPPLICABLE, "d", 0)
    assert caught.value.theirs["outcome"] == "failed"
    second = store.manual.put_answer(BRAM, case, 0, answer("any=no"), Outcome.INAPPLICABLE, "d", first.version)
    assert (second.id, second.version, second.author) == (first.id, 2, "Bram")
    entry = store.trail.entries(f"answer:{first.id}")[-1]
    assert (entry.action, entry.details["before"]["outcome"]) == ("answer.changed", "failed")
    assert len(store.manual.answers(case)) == 1
    store.manual.put_answer(ANNA, case, 1, answer("any=no"), Outcome.INAPPLICABLE, "d")
    assert [a.round_number for a in store.manual.answers(case)] == [0, 1]


def test_verdicts_and_overrules(store: Store, case: int) -> None:
    one = store.manual.put_verdict(ANNA, case, 0, "wcag:1.1.1", Outcome.FAILED, "", 0)
    with pytest.raises(EditedMeanwhile):
        store.manual.put_verdict(BRAM, case, 0, "wcag:1.1.1", Outcome.PASSED, "", 0)
    two = store.manual.put_verdict(BRAM, case, 0, "wcag:1.1.1", Outcome.PASSED, "toch", one.version)
    assert store.manual.verdicts(case, 0) == {"wcag:1.1.1": two}
    assert store.trail.entries(f"case:{case}")[-1].details["before"] == "failed"
    store.manual.overrule(ANNA, case, "wcag:1.2.2", True, "er is een film")
    store.manual.overrule(BRAM, case, "wcag:1.2.2", False, "toch niet")
    assert store.manual.overrules(case)["wcag:1.2.2"].reason == "toch niet"


def test_files(store: Store, case: int) -> None:
    sha256, size = store.evidence.put(b"beeld", "image/png")
    kept = store.manual.attach(ANNA, case, "answer:1", AttachmentKind.PICTURE, "a.png", "image/png", sha256, size, "")
    assert store.manual.attachments(case, "answer:1") == [kept]
    assert store.manual.attachments(case, "answer:2") == []
    assert store.trail.entries("answer:1")[0].details["sha256"] == sha256


def test_deadlines(store: Store, case: int) -> None:
    finding = store.findings.add(ANNA, new(case))
    now = datetime(2026, 11, 2, 12, tzinfo=UTC)
    start, due, length = date(2026, 11, 2), date(2026, 12, 14), Length(6, Unit.WEEKS)
    one = store.deadlines.set_deadline(
        ANNA, case, DeadlineKind.REPAIR, "t", start, length, due, "", [finding.id, finding.id], now
    )
    assert store.deadlines.deadline(one.id) == one
    assert (one.length, one.finding_ids, one.overdue(due)) == (length, (finding.id,), False)
    longer = store.deadlines.extend(ANNA, one.id, 1, date(2026, 12, 21), "ziek", now)
    with pytest.raises(EditedMeanwhile):
        store.deadlines.extend(BRAM, one.id, 1, date(2026, 12, 28), "vakantie", now)
    assert [e.after for e in store.deadlines.deadline(one.id).extensions] == [date(2026, 12, 21)]
    running = [DeadlineState.RUNNING]
    assert store.deadlines.deadlines(states=running, before=date(2026, 12, 21)) == []
    assert store.deadlines.deadlines(states=running, before=date(2026, 12, 22)) == [longer]
    store.deadlines.end(ANNA, one.id, 2, DeadlineState.MET, date(2026, 12, 1), "")
    assert store.deadlines.deadlines(case, states=running) == []
    latest = store.deadlines.latest_instant()
    assert latest is not None
    assert latest > now
    assert latest.tzinfo is not None


def test_replies(store: Store, case: int) -> None:
    finding = store.findings.add(ANNA, new(case))
    one = store.replies.add(ANNA, finding.id, ReplyKind.DISPUTED, date(2026, 11, 20), "de directeur", "nee")
    assert store.replies.replies(case, open_only=True) == [one]
    done = store.replies.answer(ANNA, one.id, 1, "jawel", Effect.STANDS)
    with pytest.raises(EditedMeanwhile):
        store.replies.answer(BRAM, one.id, 1, "toch niet", Effect.WITHDRAWN)
    assert store.replies.replies(finding_id=finding.id) == [done]
    assert store.replies.replies(open_only=True) == []


def test_comparisons(store: Store, case: int) -> None:
    finding = store.findings.add(ANNA, new(case))
    place = PlaceCompared(LONG, "default", Became.REPAIRED, Words("schoon", "clean"), "a" * 64, "b" * 64)
    old = Proposed(Became.REPAIRED, Words("weg", "gone"), finding.id, "f" * 64, "r", "wcag:1.1.1", (place,))
    fresh = Proposed(Became.NEW, Words("nieuw", "new"), None, "e" * 64, "r", "wcag:1.1.1", cautions=(Words("x", "y"),))
    first, second = store.comparisons.propose(ANNA, case, 1, [fresh, old])
    assert (first.proposed, second.proposed) == (old, fresh)  # findings first
    store.comparisons.confirm(ANNA, first.id, 1, Became.PARTLY, "niet overal")
    with pytest.raises(EditedMeanwhile):
        store.comparisons.confirm(BRAM, first.id, 1, Became.REPAIRED, "")
    again = store.comparisons.propose(ANNA, case, 1, [old])
    assert [(one.confirmed, one.reason) for one in again] == [(Became.PARTLY, "niet overal")]
    assert store.comparisons.comparisons(case, 2) == []


def test_text_blocks(store: Store, case: int) -> None:
    one = store.text_blocks.add_block(ANNA, "Naam", "fact", "", "eerste")
    with pytest.raises(AlreadyExists):
        store.text_blocks.add_block(BRAM, "Naam", "fact", "", "nog eens")
    store.text_blocks.change_block(ANNA, one.id, 1, "tweede")
    with pytest.raises(EditedMeanwhile):
        store.text_blocks.change_block(BRAM, one.id, 1, "derde")
    assert [b.body for b in store.text_blocks.blocks()] == ["tweede"]
    assert store.text_blocks.block(one.id, 1).body == "eerste"
    store.text_blocks.change_block(ANNA, one.id, 2, retired=True)
    assert store.text_blocks.blocks() == []
    assert [b.number for b in store.text_blocks.blocks(retired=True)] == [3]
    with pytest.raises(NotFound):
        store.text_blocks.block(99)

