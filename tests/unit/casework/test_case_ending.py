"""What a seal freezes, how a case is closed on it and opened again, and competence as a guard on phases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from cases_made import LONG_AGO, PAGES, STATEMENT, Examined
from scans_made import Made, fingerprint

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.dossiers import DossierDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.manual import ManualDesk
from eaa_checker.casework.norms import Norms
from eaa_checker.casework.stability import StabilityDesk
from eaa_checker.domain.case import CaseKind, CasePhase, CaseState, Closing, NewCase
from eaa_checker.domain.competence import Answer
from eaa_checker.domain.dossier import Person
from eaa_checker.domain.finding import FindingText
from eaa_checker.domain.manual import NewAnswer, Outcome, Step
from eaa_checker.domain.organisation import Target, TargetKind
from eaa_checker.domain.sample import PageType
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, NotAllowed, StoreIsFull
from eaa_checker.settings import Settings
from eaa_checker.store import Store

LOGO = fingerprint("logo")
ME = Person("toezichthouder", "aanwijzing 2026-4", sign=True)
DOUBT = {"uncertain_because": "de aanwijzing is in voorbereiding"}


@pytest.fixture
def case(examined_store: Store, anna: Actor) -> Examined:
    case = Examined(examined_store, anna, 1, 1)
    home, contact = Made("/", "Home", failed=("logo", "menu")), Made("/contact", "Contact", failed=("logo",))
    case.visited(*[[home, contact, STATEMENT]] * 3)
    return case


def dossiers(case: Examined) -> DossierDesk:
    return DossierDesk(case.store, case.actor, Settings(database=case.store.path))


def state(store: Store) -> tuple[Any, ...]:
    return (store.findings.findings(1), store.manual.answers(1), store.manual.verdicts(1, 0), store.samples.samples(1),
            store.samples.pages(1), store.samples.visits(1), store.manual.overrules(1))  # fmt: skip


def test_a_seal_freezes_findings_answers_verdicts_sample_and_visits(case: Examined) -> None:
    store, actor = case.store, case.actor
    findings, manual = FindingDesk(store, actor), ManualDesk(store, actor)
    text = FindingText("Logo", "Het logo heeft geen naam.", "Wie niet ziet, weet niet van wie de site is.",
                       repair="Geef het logo een naam.")  # fmt: skip
    one = findings.add(case.id, observations=[LOGO], text=text)
    manual.answer(case.id, NewAnswer("wcag:1.1.1", (Step("any", "no"),), address=PAGES[2]))
    sealed = dossiers(case).make_of_case(case.id, ME)
    before, head = state(store), store.trail.head()
    acts: list[Callable[[], object]] = [
        lambda: findings.add(case.id, observations=[fingerprint("menu")], text=text),
        lambda: findings.edit(one.id, fact="Anders"),
        lambda: findings.submit(one.id),
        lambda: findings.withdraw(one.id, "vergissing"),
        lambda: manual.answer(case.id, NewAnswer("wcag:1.1.1", (Step("any", "no"),), address=PAGES[2], note="anders")),
        lambda: store.manual.overrule(actor, case.id, "wcag:1.2.1", True, "toch"),
        lambda: store.manual.put_verdict(actor, case.id, 0, "wcag:1.1.1", Outcome.FAILED, "gezien"),
        lambda: store.samples.set(actor, 1, store.samples.sample(1).version, {"visits": 2}, "sample.edited"),
        lambda: store.samples.explain(actor, 1, PageType.LOGIN, "niet meer"),
        lambda: store.samples.plan_visits(actor, 1, 1, [LONG_AGO]),
        lambda: StabilityDesk(store, actor).add_visit(1, "nog een keer"),
        lambda: store.comparisons.propose(actor, case.id, 0, []),
    ]
    for number, act in enumerate(acts):
        with pytest.raises(NotAllowed) as caught:
            act()
        assert caught.value.mend == "eaa-checker case reopen 1 --reason …", number
        assert f"dossier {sealed.number}" in caught.value.nl
    assert (state(store), store.trail.head()) == (before, head)


def test_reopening_is_a_decision_and_the_next_seal_follows_on_the_last(case: Examined) -> None:
    store, desk = case.store, CaseDesk(case.store, case.actor)
    first = dossiers(case).make_of_case(case.id, ME)
    with pytest.raises(BadInput):
        desk.reopen(case.id, " ")
    desk.reopen(case.id, "de instantie wees op een fout")
    entry = store.trail.entries("case:1")[-1]
    assert (entry.action, entry.ground) == ("case.reopened", "de instantie wees op een fout")
    assert entry.details == {"rounds": [0], "dossiers": [first.number]}
    FindingDesk(store, case.actor).add(case.id, observations=[LOGO])
    second = dossiers(case).make_of_case(case.id, ME)
    assert (second.number, second.previous) == (2, first.seal)
    assert [(s.dossier, s.lifted is None, s.lifted_ground) for s in desk.seals(case.id)] == [
        (1, False, "de instantie wees op een fout"), (2, True, ""),
    ]  # fmt: skip


def test_a_next_round_is_free_while_the_round_before_stays_sealed(case: Examined) -> None:
    store = case.store
    one = FindingDesk(store, case.actor).add(case.id, observations=[LOGO])
    dossiers(case).make_of_case(case.id, ME)
    case.again(*[[Made("/", "Home", failed=("menu",)), Made("/contact", "Contact"), STATEMENT]] * 3)
    new = FindingDesk(store, case.actor).add(case.id, observations=[fingerprint("menu")])
    assert new.round_number == 1
    with pytest.raises(NotAllowed, match="Round 0"):
        FindingDesk(store, case.actor).edit(one.id, fact="Anders")
    CaseDesk(store, case.actor).move(case.id, CasePhase.RESULT, "bezocht", **DOUBT)
    with pytest.raises(NotAllowed, match="No dossier of the last round"):
        CaseDesk(store, case.actor).close(case.id, "klaar")


def test_a_sealing_that_fails_freezes_nothing(case: Examined, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    desk = dossiers(case)
    monkeypatch.setattr("eaa_checker.casework.dossiers.fill", full)
    with pytest.raises(StoreIsFull):
        desk.make_of_case(case.id, ME)
    assert CaseDesk(case.store, case.actor).seals(case.id) == []
    FindingDesk(case.store, case.actor).add(case.id, observations=[LOGO])


def test_a_case_is_closed_on_a_complete_dossier_or_for_a_stored_reason(case: Examined) -> None:
    store, desk = case.store, CaseDesk(case.store, case.actor)
    assert desk.closing(case.id) == Closing(False, None)
    desk.move(case.id, CasePhase.RESULT, "bezocht", **DOUBT)
    assert desk.closing(case.id) == Closing(True, None)
    with pytest.raises(NotAllowed) as caught:
        desk.close(case.id, "klaar")
    assert str(caught.value.mend).startswith("eaa-checker dossier make --case 1")
    made = dossiers(case).make_of_case(case.id, Person())
    assert {"signed", "description"} <= set(made.incomplete)
    closing = desk.closing(case.id)
    assert (closing.dossier, closing.complete) == (made.number, False)
    assert {"Ondertekening", "Inzichtelijke beschrijving"} <= {words.nl for words in closing.red}
    with pytest.raises(NotAllowed) as caught:
        desk.close(case.id, "klaar")
    assert "Ondertekend" in caught.value.nl or "ndertekening" in caught.value.nl
    assert desk.show(case.id).state is CaseState.OPEN
    closed = desk.close(case.id, "klaar", without_dossier="de toezichthouder is uit dienst")
    assert closed.state is CaseState.CLOSED
    details = store.trail.entries("case:1")[-1].details
    assert details["without_dossier"] == "de toezichthouder is uit dienst"
    assert (details["dossier"], set(details["red"])) == (1, set(made.incomplete))
    assert desk.seals(case.id)[-1].ground == "de toezichthouder is uit dienst"
    back = desk.reopen(case.id, "nieuw bewijs")
    assert (back.state, back.phase, back.end_reason) == (CaseState.OPEN, CasePhase.RESULT, "")
    assert all(seal.lifted for seal in desk.seals(case.id))
    with pytest.raises(NotAllowed, match="No dossier"):
        desk.close(case.id, "klaar")


# -- competence ----------------------------------------------------------------------------------------------------


def opened(store: Store, actor: Actor, target: Target, kind: CaseKind = CaseKind.QUICK) -> int:
    new = NewCase(kind, "Onderzoek", "doel", "aanleiding", examination_date=date(2026, 11, 2), plan="plan",
                  planned_from=date(2026, 11, 2), planned_until=date(2026, 11, 30),
                  target_ids=(target.id,))  # fmt: skip
    case = CaseDesk(store, actor).open(new)
    CaseDesk(store, actor).move(case.id, CasePhase.ANALYSIS, "aannemelijk")
    return case.id


def decided(store: Store, actor: Actor, target: Target, answer: Answer, *names: str) -> None:
    for name in names:
        basis = "Aanwijzingsbesluit 2026" if answer is Answer.YES else ""
        Norms(store, actor).assess(name, answer, legal_basis=basis, ground="besluit", since=date(2026, 1, 1),
                                   target_id=target.id)  # fmt: skip


LAWS = ("wad-bdto", "dr-2023-444", "eecc-109-7", "eaa-112")


def test_uncertain_asks_for_a_reason_that_is_stored(store: Store, target: Target, anna: Actor) -> None:
    desk, id = CaseDesk(store, anna), opened(store, anna, target)
    (powers,) = desk.powers(id, date(2026, 11, 23))
    assert powers.answer is Answer.UNCERTAIN
    assert {check.norm_set for check in powers.checks} == {"wad-bdto", "dr-2023-444", "eecc-109-7"}
    with pytest.raises(NotAllowed, match="uncertain"):
        desk.move(id, CasePhase.ACTION, "beginnen")
    desk.move(id, CasePhase.ACTION, "beginnen", **DOUBT)
    details = store.trail.entries(f"case:{id}")[-1].details
    assert details["uncertain_because"] == DOUBT["uncertain_because"]
    assert ["wad-bdto", target.id, "uncertain", "in-force"] in details["competence"]
    with pytest.raises(NotAllowed, match="uncertain"):
        desk.move(id, CasePhase.RESULT, "klaar")


def test_yes_needs_no_more_and_no_is_refused(store: Store, target: Target, anna: Actor) -> None:
    desk, id = CaseDesk(store, anna), opened(store, anna, target)
    decided(store, anna, target, Answer.NO, *LAWS)
    for extra in ({}, DOUBT):
        with pytest.raises(NotAllowed, match="not competent for “Website”"):
            desk.move(id, CasePhase.ACTION, "beginnen", **extra)
    assert desk.show(id).phase is CasePhase.ANALYSIS
    decided(store, anna, target, Answer.YES, "wad-bdto")
    assert desk.move(id, CasePhase.ACTION, "beginnen").phase is CasePhase.ACTION
    assert desk.move(id, CasePhase.RESULT, "klaar").phase is CasePhase.RESULT


def test_measuring_and_opinions_use_no_powers(store: Store, target: Target, anna: Actor) -> None:
    desk = CaseDesk(store, anna)
    decided(store, anna, target, Answer.NO, *LAWS)
    status = opened(store, anna, target, CaseKind.STATUS)
    assert desk.move(status, CasePhase.ACTION, "meten").phase is CasePhase.ACTION
    assert store.trail.entries(f"case:{status}")[-1].details["powers"] == "none"
    opinion = opened(store, anna, target)
    moved = desk.move(opinion, CasePhase.ACTION, "oordeel", without_powers="alleen een aanbeveling")
    assert moved.phase is CasePhase.ACTION
    assert store.trail.entries(f"case:{opinion}")[-1].details["without_powers"] == "alleen een aanbeveling"


def test_a_yes_for_what_is_not_in_force_yet_is_no_power(store: Store, anna: Actor) -> None:
    owner = store.add_organisation("Meldkamer Voorbeeld")
    channel = store.add_target(owner.id, "112", "tel:112", kind=TargetKind.CHANNEL_112, emergency=True)
    decided(store, anna, channel, Answer.YES, "eaa-112")
    (powers,) = CaseDesk(store, anna).powers(opened(store, anna, channel), date(2026, 11, 23))
    assert powers.answer is Answer.UNCERTAIN
    (later,) = CaseDesk(store, anna).powers(1, date(2027, 7, 1))
    assert later.answer is Answer.YES
