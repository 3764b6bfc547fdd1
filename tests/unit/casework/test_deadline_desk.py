"""Deadlines and replies: counted terms, extensions with a reason, overdue, a clock set back; answers with effect."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from cases_made import Examined

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.deadlines import DeadlineDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.replies import ReplyDesk
from eaa_checker.domain.deadline import DeadlineKind, DeadlineState, Length, Unit
from eaa_checker.domain.finding import (
    Exemption,
    Finding,
    FindingPlace,
    FindingState,
    FindingText,
    NewFinding,
    Proof,
    ProofKind,
)
from eaa_checker.domain.reply import Effect, ReplyKind
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, EditedMeanwhile, NotAllowed, NotFound
from eaa_checker.store import Store

SENT = date(2030, 11, 15)  # a Friday; six weeks on is the Friday after Christmas
WEEKS = Length(6, Unit.WEEKS)


class Clock:
    """A clock that a test sets."""

    def __init__(self, *day: int) -> None:
        self.moment = datetime(*day, 12, tzinfo=UTC)  # type: ignore[misc]

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def store(examined_store: Store) -> Store:
    return examined_store


@pytest.fixture
def case(store: Store, anna: Actor) -> Examined:
    return Examined(store, anna, 1, 1)


@pytest.fixture
def clock() -> Clock:
    return Clock(2030, 11, 15)


@pytest.fixture
def desk(store: Store, anna: Actor, clock: Clock) -> DeadlineDesk:
    return DeadlineDesk(store, anna, clock)


@pytest.fixture
def finding(store: Store, anna: Actor, bram: Actor, case: Examined) -> Finding:
    """An approved finding."""
    text = FindingText("Logo", "Het logo heeft geen naam.", "Wie niet ziet …", repair="Geef het een naam.")
    places = (FindingPlace("https://voorbeeld.test/"),)
    proofs = (Proof(ProofKind.ANSWER, "answer:1"),)
    made = store.findings.add(anna, NewFinding(case.id, "wcag:1.1.1", "EN 301 549 V3.2.1", text, places, proofs))
    FindingDesk(store, anna).submit(made.id)
    return FindingDesk(store, bram).approve(made.id)


def test_a_term_is_counted_by_the_law(desk: DeadlineDesk, case: Examined, finding: Finding) -> None:
    one = desk.set(case.id, DeadlineKind.REPAIR, start=SENT, length=WEEKS, finding_ids=[finding.id], basis="IJV-1")
    assert (one.due, one.first_due) == (date(2030, 12, 27), date(2030, 12, 27))
    assert (one.title, one.finding_ids) == ("hersteltermijn", (finding.id,))
    view = desk.set(case.id, DeadlineKind.VIEW, start=date(2030, 11, 13))  # six weeks are the rule
    assert view.due == date(2030, 12, 27)  # 25 and 26 December are Wednesday and Thursday
    assert [d.id for d in desk.find(finding_id=finding.id)] == [one.id]


def test_a_compliance_period_needs_its_decision(desk: DeadlineDesk, case: Examined) -> None:
    with pytest.raises(NotAllowed, match="belongs to a decision") as caught:
        desk.set(case.id, DeadlineKind.COMPLIANCE, length=WEEKS)
    assert "hersteltermijn" in caught.value.nl
    one = desk.set(case.id, DeadlineKind.COMPLIANCE, length=WEEKS, basis="besluit van 15 november 2030, Z-7")
    assert one.kind is DeadlineKind.COMPLIANCE


def test_overdue_and_extended(desk: DeadlineDesk, case: Examined, clock: Clock, store: Store) -> None:
    one = desk.set(case.id, DeadlineKind.REPAIR, start=SENT, length=Length(2, Unit.WEEKS))
    assert one.due == date(2030, 11, 29)
    clock.moment = datetime(2030, 11, 29, 22, tzinfo=UTC)
    assert desk.overdue() == []  # the last day itself is in time
    clock.moment = datetime(2030, 11, 30, 12, tzinfo=UTC)
    assert [d.id for d in desk.overdue(case.id)] == [one.id]
    longer = desk.extend(one.id, "leverancier ziek", length=Length(2, Unit.WEEKS))
    assert (longer.due, longer.first_due) == (date(2030, 12, 13), date(2030, 11, 29))
    again = desk.extend(one.id, "nog eens", due=date(2030, 12, 14))  # a Saturday
    assert again.due == date(2030, 12, 16)
    assert [(e.before, e.after, e.reason) for e in again.extensions] == [
        (date(2030, 11, 29), date(2030, 12, 13), "leverancier ziek"),
        (date(2030, 12, 13), date(2030, 12, 16), "nog eens"),
    ]
    assert desk.overdue() == []
    assert [e.ground for e in store.trail.entries(f"deadline:{one.id}")] == ["", "leverancier ziek", "nog eens"]


def test_ending(desk: DeadlineDesk, case: Examined, clock: Clock) -> None:
    one = desk.set(case.id, DeadlineKind.REPAIR, start=SENT, length=Length(2, Unit.WEEKS))
    with pytest.raises(NotAllowed, match="not past yet"):
        desk.end(one.id, DeadlineState.MISSED)
    with pytest.raises(BadInput, match="still to come"):
        desk.end(one.id, DeadlineState.MET, day=date(2031, 1, 1))
    with pytest.raises(BadInput, match="reason"):
        desk.end(one.id, DeadlineState.CANCELLED)
    clock.moment += timedelta(days=30)
    missed = desk.end(one.id, DeadlineState.MISSED)
    assert missed.state is DeadlineState.MISSED
    with pytest.raises(NotAllowed, match="already"):
        desk.extend(one.id, "te laat", length=WEEKS)
    assert desk.find(states=[DeadlineState.RUNNING]) == []


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"kind": DeadlineKind.REPAIR}, BadInput),
        ({"length": Length(0, Unit.DAYS)}, BadInput),
        ({"length": Length(-6, Unit.WEEKS)}, BadInput),
        ({"length": Length(10**9, Unit.MONTHS)}, BadInput),
        ({"length": WEEKS, "start": date(9998, 1, 1)}, BadInput),
        ({"length": WEEKS, "due": date(2030, 12, 2)}, BadInput),
        ({"due": SENT}, BadInput),
        ({"due": date(2030, 12, 25)}, BadInput),
        ({"due": date(2300, 12, 2)}, BadInput),
        ({"length": WEEKS, "finding_ids": [99]}, NotFound),
        ({"length": WEEKS, "title": "x" * 10_001}, BadInput),
    ],
)
def test_bad_input_sets_nothing(
    desk: DeadlineDesk, case: Examined, store: Store, given: dict[str, Any], error: type[Exception]
) -> None:
    head = store.trail.head()
    with pytest.raises(error) as caught:
        desk.set(case.id, **{"kind": DeadlineKind.REPAIR, "start": SENT, **given})
    assert str(caught.value)
    assert desk.find() == []
    assert store.trail.head() == head


def test_a_draft_gets_no_term(desk: DeadlineDesk, case: Examined, finding: Finding, store: Store) -> None:
    FindingDesk(store, case.actor).edit(finding.id, fact="Anders.", reason="beter")
    with pytest.raises(NotAllowed, match="no approved finding"):
        desk.set(case.id, DeadlineKind.REPAIR, length=WEEKS, finding_ids=[finding.id])


def test_two_people_extend_at_once(desk: DeadlineDesk, case: Examined, store: Store, bram: Actor, clock: Clock) -> None:
    one = desk.set(case.id, DeadlineKind.REPAIR, start=SENT, length=WEEKS)
    desk.extend(one.id, "eerste", length=WEEKS, version=one.version)
    with pytest.raises(EditedMeanwhile):
        DeadlineDesk(store, bram, clock).extend(one.id, "tweede", length=Length(8, Unit.WEEKS), version=one.version)
    with pytest.raises(BadInput, match="reason"):
        desk.extend(one.id, "", length=WEEKS)
    with pytest.raises(BadInput, match="only be extended"):
        desk.extend(one.id, "korter", due=SENT)
    assert len(desk.show(one.id).extensions) == 1


def test_a_clock_set_back_is_noticed_and_said(desk: DeadlineDesk, case: Examined, clock: Clock) -> None:
    assert desk.warning() is None
    one = desk.set(case.id, DeadlineKind.REPAIR, start=SENT, length=Length(1, Unit.WEEKS))
    clock.moment += timedelta(days=20)
    desk.extend(one.id, "nodig", length=Length(1, Unit.WEEKS))
    clock.moment -= timedelta(days=60)
    said = desk.warning()
    assert said is not None
    assert "05-12-2030" in said.nl
    for change in (
        lambda: desk.set(case.id, DeadlineKind.REPAIR, length=WEEKS),
        lambda: desk.extend(one.id, "x", length=WEEKS),
        lambda: desk.end(one.id, DeadlineState.MET),
    ):
        with pytest.raises(NotAllowed, match="clock is behind"):
            change()
    # What was overdue by the time on record stays overdue.
    assert desk.today() == date(2030, 12, 5)
    assert desk.show(one.id).due == date(2030, 11, 29)
    assert [d.id for d in desk.overdue()] == [one.id]


def test_a_stopped_case_gets_no_terms(desk: DeadlineDesk, case: Examined, store: Store) -> None:
    CaseDesk(store, case.actor).stop(case.id, "dubbel")
    with pytest.raises(NotAllowed):
        desk.set(case.id, DeadlineKind.REPAIR, length=WEEKS)


# -- replies -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def replies(store: Store, anna: Actor) -> ReplyDesk:
    return ReplyDesk(store, anna)


def test_a_reply_and_our_answer(replies: ReplyDesk, finding: Finding, case: Examined) -> None:
    one = replies.add(finding.id, ReplyKind.ACKNOWLEDGED, sender="  de  directeur ", received=date(2026, 11, 20))
    assert (one.sender, one.effect) == ("de directeur", Effect.OPEN)
    assert [r.id for r in replies.find(case.id, open_only=True)] == [one.id]
    with pytest.raises(BadInput):
        replies.answer(one.id, "  ", Effect.STANDS)
    done = replies.answer(one.id, "Dank u.", Effect.STANDS)
    assert (done.effect, done.answered_by) == (Effect.STANDS, "Anna de Vries")
    assert replies.find(case.id, open_only=True) == []


@pytest.mark.parametrize(
    ("kind", "effect"),
    [
        (ReplyKind.REPAIRED, Effect.WITHDRAWN),
        (ReplyKind.ACKNOWLEDGED, Effect.EXEMPTED),
        (ReplyKind.DISPUTED, Effect.TO_REINSPECT),
        (ReplyKind.BURDEN, Effect.AMENDED),
        (ReplyKind.DISPUTED, Effect.OPEN),
    ],
)
def test_effects_that_do_not_fit(replies: ReplyDesk, finding: Finding, kind: ReplyKind, effect: Effect) -> None:
    one = replies.add(finding.id, kind, "omdat")
    with pytest.raises(NotAllowed, match="cannot be followed"):
        replies.answer(one.id, "ons antwoord", effect)
    assert replies.show(one.id).effect is Effect.OPEN


def test_effects_are_carried_out(replies: ReplyDesk, finding: Finding, store: Store, case: Examined) -> None:
    burden = replies.add(finding.id, ReplyKind.BURDEN, "te duur")
    replies.answer(burden.id, "De beoordeling is volledig.", Effect.EXEMPTED)
    changed = store.findings.finding(finding.id)
    assert (changed.text.exemption, changed.state) == (Exemption.DISPROPORTIONATE, FindingState.DRAFT)
    assert changed.text.exemption_reason == "De beoordeling is volledig."


def test_an_answer_that_left_the_finding_alone_is_undone(replies: ReplyDesk, finding: Finding, store: Store) -> None:
    one = replies.add(finding.id, ReplyKind.DISPUTED, "klopt niet")
    done = replies.answer(one.id, "Blijft staan.", Effect.STANDS)
    with pytest.raises(BadInput, match="reason"):
        replies.take_back_answer(one.id, done.version, " ")
    with pytest.raises(EditedMeanwhile):
        replies.take_back_answer(one.id, one.version, "verkeerd knopje")
    back = replies.take_back_answer(one.id, done.version, "verkeerd knopje")
    assert (back.effect, back.answer, back.answered_by, back.answered) == (Effect.OPEN, "", "", None)
    gone = replies.take_back(one.id, back.version, "hoort bij een ander")
    assert (gone.effect, gone.body) == (Effect.MISTAKEN, "klopt niet")
    assert replies.find(open_only=True) == []
    for again in (replies.take_back, replies.take_back_answer):
        with pytest.raises(NotAllowed, match="recorded by mistake"):
            again(one.id, gone.version, "nog eens")
    with pytest.raises(NotAllowed, match="recorded by mistake"):
        replies.answer(one.id, "Toch.", Effect.STANDS)
    told = [(entry.action, entry.ground) for entry in store.trail.entries(f"reply:{one.id}")]
    assert told == [
        ("reply.added", ""),
        ("reply.answered", "Blijft staan."),
        ("reply.answer-undone", "verkeerd knopje"),
        ("reply.addition-undone", "hoort bij een ander"),
    ]
    assert store.trail.faults() == []


def test_an_answer_that_changed_the_finding_stands(replies: ReplyDesk, finding: Finding, store: Store) -> None:
    one = replies.add(finding.id, ReplyKind.DISPUTED, "klopt niet")
    done = replies.answer(one.id, "U heeft gelijk.", Effect.WITHDRAWN)
    with pytest.raises(NotAllowed, match="stands"):
        replies.take_back_answer(one.id, done.version, "toch niet")
    with pytest.raises(NotAllowed, match="withdrawn"):
        replies.take_back(one.id, done.version, "toch niet")
    assert replies.show(one.id) == done


def test_an_amendment_comes_before_the_answer(replies: ReplyDesk, finding: Finding, store: Store, anna: Actor) -> None:
    one = replies.add(finding.id, ReplyKind.DISPUTED, "het logo heeft wel een naam")
    with pytest.raises(NotAllowed, match="first"):
        replies.answer(one.id, "U heeft deels gelijk.", Effect.AMENDED)
    FindingDesk(store, anna).edit(finding.id, fact="Alleen in de voet.", reason="reactie van de instantie")
    assert replies.answer(one.id, "U heeft deels gelijk.", Effect.AMENDED).effect is Effect.AMENDED


def test_an_answer_is_whole_or_not_at_all(replies: ReplyDesk, finding: Finding, store: Store, bram: Actor) -> None:
    one = replies.add(finding.id, ReplyKind.DISPUTED, "klopt niet")
    ReplyDesk(store, bram).answer(one.id, "Blijft staan.", Effect.STANDS)
    with pytest.raises(EditedMeanwhile):
        replies.answer(one.id, "U heeft gelijk.", Effect.WITHDRAWN, version=one.version)
    assert store.findings.finding(finding.id).state is FindingState.APPROVED
    replies.answer(one.id, "Bij nader inzien heeft u gelijk.", Effect.WITHDRAWN)
    assert store.findings.finding(finding.id).state is FindingState.WITHDRAWN


def test_replies_that_cannot_be(replies: ReplyDesk, finding: Finding, store: Store, anna: Actor) -> None:
    with pytest.raises(BadInput, match="still to come"):
        replies.add(finding.id, ReplyKind.ACKNOWLEDGED, received=date(2999, 1, 1))
    with pytest.raises(BadInput, match="why"):
        replies.add(finding.id, ReplyKind.DISPUTED)
    with pytest.raises(NotFound):
        replies.add(99, ReplyKind.ACKNOWLEDGED)
    FindingDesk(store, anna).edit(finding.id, fact="Anders.", reason="beter")
    with pytest.raises(NotAllowed, match="what was approved"):
        replies.add(finding.id, ReplyKind.ACKNOWLEDGED)
    assert replies.find() == []
