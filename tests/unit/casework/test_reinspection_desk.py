"""Re-inspection over stored scans: proposals per finding, confirmed by a person; precedents of what followed."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from cases_made import CONTACT, PAGES, STATEMENT, Examined, examined
from scans_made import Made, fingerprint

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.deadlines import DeadlineDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.manual import ManualDesk
from eaa_checker.casework.reinspection import ReinspectionDesk
from eaa_checker.domain.address import Ending
from eaa_checker.domain.case import CaseKind
from eaa_checker.domain.deadline import DeadlineKind, Length, Unit
from eaa_checker.domain.finding import FindingText
from eaa_checker.domain.manual import NewAnswer, Scope, Step
from eaa_checker.domain.reinspection import Compared, Outcome
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, EditedMeanwhile, NotAllowed
from eaa_checker.store import Store

ANNA, BRAM = Actor("Anna de Vries", "anna@werkplek"), Actor("Bram Jansen", "bram@werkplek")
LOGO = Made("/", "Home", failed=("logo",))
LOGO_TOO = Made("/contact", "Contact", failed=("logo",))
CLEAN = Made("/", "Home")
GONE = Made("/contact", ending=Ending.NOT_FOUND)
BLOCKED = Made("/contact", ending=Ending.BLOCKED)
RESTLESS = Made("/contact", "Contact", ending=Ending.NOT_SETTLED)


def thrice(*pages: Made) -> list[Iterable[Made]]:
    return [pages, pages, pages]


def approve(store: Store, id: int) -> int:
    desk = FindingDesk(store, ANNA)
    if not desk.show(id).text.consequence:
        desk.edit(id, consequence="Wie niet ziet …")
    desk.submit(id)
    return FindingDesk(store, BRAM).approve(id).id


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, examined_folder: Path) -> Path:
    """The logo failed on two pages; finding B-01 was approved."""
    folder = tmp_path_factory.mktemp("found") / "store"
    shutil.copytree(examined_folder, folder)
    with Store.open(folder / "toezicht.sqlite") as opened:
        Examined(opened, ANNA, 1, 1).visited(*thrice(LOGO, LOGO_TOO, STATEMENT))
        finding = FindingDesk(opened, ANNA).add(1, observations=[fingerprint("logo")])
        assert approve(opened, finding.id) == 1
    return folder


@pytest.fixture
def store(tmp_path: Path, found: Path) -> Iterator[Store]:
    shutil.copytree(found, tmp_path / "store")
    with Store.open(tmp_path / "store" / "toezicht.sqlite", patience=2.0) as opened:
        yield opened


@pytest.fixture
def case(store: Store) -> Examined:
    return Examined(store, ANNA, 1, 1)


@pytest.fixture
def desk(store: Store) -> ReinspectionDesk:
    return ReinspectionDesk(store, ANNA)


def only(found: list[Compared]) -> Compared:
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("visits", "outcome"),
    [
        (thrice(CLEAN, CONTACT, STATEMENT), Outcome.REPAIRED),
        (thrice(LOGO, LOGO_TOO, STATEMENT), Outcome.NOT_REPAIRED),
        (thrice(CLEAN, LOGO_TOO, STATEMENT), Outcome.PARTLY),
        ([(CLEAN, CONTACT, STATEMENT), (LOGO, LOGO_TOO, STATEMENT), (CLEAN, CONTACT, STATEMENT)],
         Outcome.NOT_REPAIRED),
        (thrice(CLEAN, CONTACT, Made("/toegankelijkheid", failed=("logo",))), Outcome.MOVED),
        (thrice(CLEAN, GONE, STATEMENT), Outcome.NOT_COMPARABLE),
        (thrice(CLEAN, BLOCKED, STATEMENT), Outcome.NOT_COMPARABLE),
        (thrice(CLEAN, RESTLESS, STATEMENT), Outcome.NOT_COMPARABLE),
        ([(CLEAN, CONTACT, STATEMENT), (CLEAN, GONE, STATEMENT), (CLEAN, GONE, STATEMENT)], Outcome.NOT_COMPARABLE),
        (thrice(CLEAN, Made("/contact", final="https://voorbeeld.test/"), STATEMENT), Outcome.NOT_COMPARABLE),
        (thrice(CLEAN, Made("/contact", asked=("logo",)), STATEMENT), Outcome.NOT_COMPARABLE),
    ],
)  # fmt: skip
def test_what_a_second_round_shows(
    desk: ReinspectionDesk, case: Examined, visits: list[Iterable[Made]], outcome: Outcome
) -> None:
    case.again(*visits)
    compared = only([one for one in desk.propose(case.id) if one.proposed.finding_id])
    assert compared.proposed.outcome is outcome
    assert compared.confirmed is None
    if outcome is Outcome.NOT_COMPARABLE:
        # A failed page never counts as repaired, whatever the reason given.
        with pytest.raises(NotAllowed, match="cannot be established"):
            desk.confirm(compared.id, Outcome.REPAIRED, "de instantie zegt het")
        assert desk.find(case.id)[0].confirmed is None


def test_confirming(desk: ReinspectionDesk, case: Examined, store: Store) -> None:
    case.again(*thrice(CLEAN, LOGO_TOO, STATEMENT))
    one = only(desk.propose(case.id))
    assert [(p.address, p.outcome) for p in one.proposed.places] == [
        (PAGES[0], Outcome.REPAIRED),
        (PAGES[1], Outcome.NOT_REPAIRED),
    ]
    with pytest.raises(BadInput, match="differ"):
        desk.confirm(one.id, Outcome.NOT_REPAIRED)
    with pytest.raises(NotAllowed, match="“New”"):
        desk.confirm(one.id, Outcome.NEW, "anders")
    done = desk.confirm(one.id)
    assert (done.confirmed, done.author, done.reason) == (Outcome.PARTLY, "Anna de Vries", "")
    with pytest.raises(EditedMeanwhile):
        ReinspectionDesk(store, BRAM).confirm(one.id, Outcome.NOT_REPAIRED, "oneens", version=one.version)
    again = desk.confirm(one.id, Outcome.NOT_REPAIRED, "het is een andere knop")
    assert (again.confirmed, again.version) == (Outcome.NOT_REPAIRED, 3)
    assert only(desk.propose(case.id)).confirmed is Outcome.NOT_REPAIRED  # a new proposal leaves what was confirmed
    entry = store.trail.entries("finding:1")[-1]
    assert (entry.action, entry.details["proposed"]) == ("reinspection.confirmed", "partly")


def test_what_is_new_is_proposed_too(desk: ReinspectionDesk, case: Examined, store: Store) -> None:
    case.again(*thrice(CLEAN, Made("/contact", failed=("kaart",)), STATEMENT))
    old, new = desk.propose(case.id)
    assert (old.proposed.outcome, new.proposed.outcome) == (Outcome.REPAIRED, Outcome.NEW)
    assert new.proposed.fingerprint == fingerprint("kaart")
    assert desk.confirm(new.id).confirmed is Outcome.NEW
    made = FindingDesk(store, ANNA).add(case.id, observations=[new.proposed.fingerprint])
    assert (made.label, made.round_number) == ("B-02", 1)
    approve(store, made.id)
    # The next round compares each finding with the round that it was made in.
    case.again(*thrice(LOGO, CONTACT, STATEMENT))
    proposals = {one.proposed.finding_id: one.proposed.outcome for one in desk.propose(case.id)}
    assert proposals == {1: Outcome.PARTLY, made.id: Outcome.REPAIRED}
    assert len(desk.find(case.id, 1)) == 2


def test_another_rule_book_cannot_show_a_repair(desk: ReinspectionDesk, case: Examined) -> None:
    case.again(*thrice(CLEAN, CONTACT, STATEMENT), book="0.0.1")
    one = only(desk.propose(case.id))
    assert one.proposed.outcome is Outcome.NOT_COMPARABLE
    assert "0.0.1" in one.proposed.cautions[0].nl


def test_what_a_person_found_is_tested_again_by_a_person(
    desk: ReinspectionDesk, case: Examined, store: Store
) -> None:
    manual, seen = ManualDesk(store, ANNA), (Step("any", "yes"), Step("seen", "no"))
    answer = manual.answer(case.id, NewAnswer("wcag:2.4.7", seen, Scope.WHOLE))
    text = FindingText("Focus", "De focus is niet te zien.", "Wie niet ziet …", repair="Toon de focus.")
    by_hand = FindingDesk(store, ANNA).add(case.id, answers=[answer.id], text=text)
    approve(store, by_hand.id)
    case.again(*thrice(CLEAN, CONTACT, STATEMENT))
    outcomes = {one.proposed.finding_id: one.proposed.outcome for one in desk.propose(case.id)}
    assert outcomes == {1: Outcome.REPAIRED, by_hand.id: Outcome.NOT_COMPARABLE}
    passed = (Step("any", "yes"), Step("seen", "yes"))
    manual.answer(case.id, NewAnswer("wcag:2.4.7", passed, Scope.WHOLE))
    outcomes = {one.proposed.finding_id: one.proposed.outcome for one in desk.propose(case.id)}
    assert outcomes[by_hand.id] is Outcome.REPAIRED


def test_nothing_to_compare_with_and_visits_outstanding(desk: ReinspectionDesk, case: Examined) -> None:
    with pytest.raises(NotAllowed, match="first round"):
        desk.propose(case.id)
    case.again((CLEAN, CONTACT, STATEMENT))
    with pytest.raises(NotAllowed, match="2 visits"):
        desk.propose(case.id)
    assert desk.find(case.id) == []


def test_a_case_that_follows_another_is_compared_with_that(desk: ReinspectionDesk, store: Store) -> None:
    later = examined(store, ANNA, store.target(1), kind=CaseKind.REINSPECTION, follows_id=1)
    later.visited(*thrice(CLEAN, LOGO_TOO, STATEMENT))
    one = only(desk.propose(later.id))
    assert (one.examination_id, one.round_number, one.proposed.finding_id) == (later.id, 0, 1)
    assert one.proposed.outcome is Outcome.PARTLY
    assert desk.confirm(one.id).confirmed is Outcome.PARTLY


def test_precedents_tell_term_and_outcome(desk: ReinspectionDesk, case: Examined, store: Store) -> None:
    DeadlineDesk(store, ANNA).set(
        case.id, DeadlineKind.REPAIR, start=date(2026, 11, 2), length=Length(6, Unit.WEEKS), finding_ids=[1]
    )
    CaseDesk(store, ANNA).give_number(case.id, "Z-2026-1")
    case.again(*thrice(CLEAN, CONTACT, STATEMENT))
    desk.confirm(only(desk.propose(case.id)).id)
    found, usual = FindingDesk(store, BRAM).precedents("wcag:1.1.1")
    one = found[0]
    assert (one.label, one.case_number, one.organisations) == ("B-01", "Z-2026-1", ("Veiligheidsregio Voorbeeld",))
    assert (one.term_days, one.extended_days, one.outcome) == (42, 0, Outcome.REPAIRED)
    assert (usual.cases, usual.term_days) == (1, 42)
    assert FindingDesk(store, BRAM).precedents("wcag:1.1.1", case.id)[0] == []
    assert FindingDesk(store, BRAM).precedents("wcag:1.4.3")[0] == []
