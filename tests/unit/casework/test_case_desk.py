"""Cases: phases with their guards, the case number, stopping, rounds, and two people at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.signals import SignalDesk
from eaa_checker.domain.case import Case, CaseKind, CasePhase, CaseState, NewCase
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.signal import NewSignal, SignalSource, SignalState
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, BadInput, EditedMeanwhile, NotAllowed, NotFound
from eaa_checker.store import Store

ON_BOTH = (
    "test_opening",
    "test_signals_bring_their_targets",
    "test_no_letter_without_a_case_number",
    "test_rounds_of_a_quick_case_go_on_and_on",
    "test_two_people_at_once",
)


@pytest.fixture
def desk(store: Store, anna: Actor) -> CaseDesk:
    return CaseDesk(store, anna)


def whole(target: Target, **more: Any) -> NewCase:
    """A case that lacks nothing before the action."""
    given: dict[str, Any] = {
        "kind": CaseKind.IN_DEPTH,
        "title": "Noodroute",
        "purpose": "Nagaan of de noodroute toegankelijk is.",
        "occasion": "Drie meldingen.",
        "examination_date": date(2026, 11, 2),
        "planned_from": date(2026, 11, 2),
        "planned_until": date(2026, 11, 30),
        "plan": "Drie bezoeken, daarna handwerk.",
        "target_ids": (target.id,),
    }
    return NewCase(**(given | more))


def test_opening(desk: CaseDesk, store: Store, target: Target) -> None:
    case = desk.open(whole(target))
    assert (case.phase, case.state, case.owner, case.number) == (CasePhase.SIGNAL, CaseState.OPEN, "Anna de Vries", "")
    assert (case.edition, case.examination_date) == ("V3.2.1", date(2026, 11, 2))
    assert case.target_ids == (target.id,)
    assert [(r.number, r.case_id, r.scan_ids) for r in desk.rounds(case.id)] == [(0, case.id, ())]
    assert desk.show(str(case.id)) == desk.show(case.id) == case
    assert desk.list(states=[CaseState.OPEN], target_id=target.id, kind=CaseKind.IN_DEPTH) == [case]
    assert desk.list(owner="iemand anders") == []
    entry = store.trail.entries(f"case:{case.id}")[0]
    assert (entry.action, entry.ground, entry.details["edition"]) == ("case.opened", "Drie meldingen.", "V3.2.1")


def test_signals_bring_their_targets(desk: CaseDesk, store: Store, anna: Actor, target: Target) -> None:
    signals = SignalDesk(store, anna)
    taken = signals.add(NewSignal(SignalSource.MEDIA, date(2026, 11, 1), "Krantenbericht", target_id=target.id))
    case = desk.open(NewCase(CaseKind.QUICK, "Bericht", signal_ids=(taken.id,)))
    assert (case.target_ids, case.signal_ids) == ((target.id,), (taken.id,))
    assert signals.show(taken.id).state is SignalState.LINKED
    assert signals.show(taken.id).version == taken.version + 1


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"title": " "}, BadInput),
        ({"title": "t" * 10_001}, BadInput),
        ({"planned_from": date(2026, 11, 3), "planned_until": date(2026, 11, 2)}, BadInput),
        ({"edition": "V9"}, BadInput),
        ({"examination_date": date(2015, 1, 1)}, BadInput),
        ({"kind": CaseKind.REINSPECTION}, BadInput),
        ({"target_ids": (99,)}, NotFound),
        ({"signal_ids": (99,)}, NotFound),
        ({"follows_id": 99}, NotFound),
    ],
)
def test_bad_input_leaves_nothing(desk: CaseDesk, store: Store, wrong: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        desk.open(NewCase(**({"kind": CaseKind.QUICK, "title": "Onderzoek"} | wrong)))
    assert "" not in (caught.value.nl, caught.value.en)  # type: ignore[attr-defined]
    assert desk.list() == []
    assert store.trail.head()[0] == 0


def test_the_phases_ask_for_what_they_need(desk: CaseDesk, target: Target) -> None:
    case = desk.open(NewCase(CaseKind.IN_DEPTH, "Kaal"))
    with pytest.raises(NotAllowed, match="an occasion or a linked signal"):
        desk.move(case.id, CasePhase.ANALYSIS, "verder")
    desk.edit(case.id, occasion="Eigen waarneming")
    assert desk.move(case.id, CasePhase.ANALYSIS, "verder").phase is CasePhase.ANALYSIS
    with pytest.raises(NotAllowed) as caught:
        desk.move(case.id, CasePhase.ACTION, "verder")
    for lacking in ("het doel", "ten minste één object", "de planning", "het plan van aanpak"):
        assert lacking in caught.value.nl
    assert desk.show(case.id).phase is CasePhase.ANALYSIS
    desk.edit(case.id, purpose="Doel", plan="Plan", planned_from=date(2026, 11, 1), planned_until=date(2026, 12, 1))
    desk.set_targets(case.id, [target.id])
    assert desk.missing(case.id, CasePhase.ACTION) == []
    assert desk.move(case.id, CasePhase.ACTION, "verder", uncertain_because="wordt geregeld").phase is CasePhase.ACTION
    with pytest.raises(NotAllowed, match="an approved sample"):
        desk.move(case.id, CasePhase.RESULT, "klaar")


def test_phases_are_not_skipped_and_need_a_reason(desk: CaseDesk, target: Target) -> None:
    case = desk.open(whole(target))
    for phase in (CasePhase.ACTION, CasePhase.RESULT, CasePhase.SIGNAL):
        with pytest.raises(NotAllowed):
            desk.move(case.id, phase, "zomaar")
    with pytest.raises(BadInput):
        desk.move(case.id, CasePhase.ANALYSIS, "  ")
    with pytest.raises(NotAllowed):
        desk.close(case.id, "klaar")


def test_scope_and_law_are_fixed_once_the_action_began(desk: CaseDesk, store: Store, target: Target) -> None:
    case = desk.open(whole(target))
    desk.edit(case.id, edition="V4.1.1")
    desk.move(case.id, CasePhase.ANALYSIS, "a")
    desk.move(case.id, CasePhase.ACTION, "b", uncertain_because="wordt geregeld")
    for values in ({"edition": "V3.2.1"}, {"examination_date": date(2026, 12, 1)}, {"kind": CaseKind.QUICK}):
        with pytest.raises(NotAllowed):
            desk.edit(case.id, **values)
    with pytest.raises(NotAllowed):
        desk.set_targets(case.id, [])
    assert desk.edit(case.id, plan="Ander plan").plan == "Ander plan"
    desk.move(case.id, CasePhase.ANALYSIS, "verkeerde editie")
    assert desk.edit(case.id, examination_date=date(2026, 12, 1)).edition == "V3.2.1"
    details = store.trail.entries(f"case:{case.id}")[-1].details
    assert details == {"edition": ["V4.1.1", "V3.2.1"], "examination_date": ["2026-11-02", "2026-12-01"]}


def test_no_letter_without_a_case_number(desk: CaseDesk, store: Store, target: Target) -> None:
    first, second = desk.open(whole(target)), desk.open(whole(target))
    with pytest.raises(NotAllowed) as caught:
        desk.require_number(first.id)
    assert caught.value.mend == f"eaa-checker case number {first.id} NUMBER"
    desk.give_number(first.id, "  JenV-2026  0012 ")
    assert desk.require_number(first.id) == "JenV-2026 0012"
    assert desk.show("jenv-2026 0012").id == first.id
    with pytest.raises(AlreadyExists):
        desk.give_number(second.id, "JENV-2026 0012")
    assert desk.show(second.id).number == ""
    with pytest.raises(BadInput):
        desk.give_number(first.id, "JenV-2026 0013")
    desk.give_number(first.id, "JenV-2026 0013", "verkeerd overgenomen")
    assert desk.give_number(second.id, "JenV-2026 0012").number == "JenV-2026 0012"
    for wrong in ("", " ", "x" * 61, "a\x07b"):
        with pytest.raises(BadInput):
            desk.give_number(first.id, wrong, "reden")
    with pytest.raises(NotFound):
        desk.show("ZK-404")
    numbered = [e for e in store.trail.entries(f"case:{first.id}") if e.action == "case.numbered"]
    grounds = [(e.ground, e.details["number"]) for e in numbered]
    assert grounds == [("", ["", "JenV-2026 0012"]), ("verkeerd overgenomen", ["JenV-2026 0012", "JenV-2026 0013"])]


def test_a_stopped_case_rests_until_it_is_reopened(desk: CaseDesk, target: Target) -> None:
    case = desk.open(whole(target))
    with pytest.raises(BadInput):
        desk.stop(case.id, "")
    stopped = desk.stop(case.id, "Site is offline gehaald")
    assert (stopped.state, stopped.end_reason) == (CaseState.STOPPED, "Site is offline gehaald")
    assert stopped.ended is not None
    for act in (
        lambda: desk.stop(case.id, "nog eens"),
        lambda: desk.edit(case.id, title="Anders"),
        lambda: desk.give_number(case.id, "1"),
        lambda: desk.move(case.id, CasePhase.ANALYSIS, "verder"),
        lambda: desk.open_round(case.id, "weer"),
    ):
        with pytest.raises(NotAllowed):
            act()
    back = desk.reopen(case.id, "Site is terug")
    assert (back.state, back.phase, back.ended, back.end_reason) == (CaseState.OPEN, CasePhase.SIGNAL, None, "")
    with pytest.raises(NotAllowed):
        desk.reopen(case.id, "nog eens")


def test_rounds_of_a_quick_case_go_on_and_on(desk: CaseDesk, store: Store, target: Target) -> None:
    """A quick examination rests on any scan, so its rounds need no sample."""
    case = desk.open(whole(target, kind=CaseKind.QUICK))
    with pytest.raises(NotAllowed):
        desk.open_round(case.id, "te vroeg")
    for phase in (CasePhase.ANALYSIS, CasePhase.ACTION, CasePhase.RESULT):
        desk.move(case.id, phase, "verder", uncertain_because="wordt geregeld")
    for number in range(1, 6):
        round_ = desk.open_round(case.id, f"herstel {number} gemeld")
        assert (round_.number, round_.reason) == (number, f"herstel {number} gemeld")
        assert desk.show(case.id).phase is CasePhase.ACTION
        desk.move(case.id, CasePhase.RESULT, "bezocht", uncertain_because="wordt geregeld")
    rounds = desk.rounds(case.id)
    assert [r.number for r in rounds] == [0, 1, 2, 3, 4, 5]
    assert [r.closed is None for r in rounds] == [False] * 5 + [True]
    assert (rounds[0].say("nl"), rounds[2].say("en")) == ("eerste onderzoek", "re-inspection 2")
    assert desk.close(case.id, "hersteld", without_dossier="oefening").state is CaseState.CLOSED


def test_a_reinspection_that_is_a_case_of_its_own(desk: CaseDesk, target: Target) -> None:
    first = desk.open(whole(target))
    again = desk.open(whole(target, kind=CaseKind.REINSPECTION, follows_id=first.id))
    assert again.follows_id == first.id


def test_two_people_at_once(desk: CaseDesk, store: Store, bram: Actor, target: Target) -> None:
    case = desk.open(whole(target))
    other = CaseDesk(store, bram)
    other.edit(case.id, case.version, title="Van Bram")
    acts: list[Any] = [
        lambda v: desk.edit(case.id, v, title="Van Anna"),
        lambda v: desk.give_number(case.id, "12", version=v),
        lambda v: desk.move(case.id, CasePhase.ANALYSIS, "verder", version=v),
        lambda v: desk.stop(case.id, "weg", version=v),
        lambda v: desk.set_targets(case.id, [], version=v),
    ]
    before = store.trail.head()
    for act in acts:
        with pytest.raises(EditedMeanwhile):
            act(case.version)
    assert store.trail.head() == before
    with pytest.raises(EditedMeanwhile) as caught:
        desk.edit(case.id, case.version, title="Van Anna")
    assert (caught.value.yours, caught.value.theirs) == ({"title": "Van Anna"}, {"title": "Van Bram"})
    now: Case = desk.show(case.id)
    assert (now.title, now.target_ids, now.state) == ("Van Bram", (target.id,), CaseState.OPEN)
    entries = store.trail.entries(f"case:{case.id}")
    assert [(e.actor, e.action) for e in entries] == [("Anna de Vries", "case.opened"), ("Bram Jansen", "case.edited")]
    assert store.trail.faults() == []
