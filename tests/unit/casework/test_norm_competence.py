"""Competence: per norm, target and day; a decision goes before what ships, and unknown is never yes."""

from __future__ import annotations

from datetime import date

import pytest

from eaa_checker.casework.norms import Norms
from eaa_checker.casework.registers import Registers
from eaa_checker.domain.competence import Answer, Standing, weigh
from eaa_checker.domain.organisation import Role, Target, TargetKind
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, EditedMeanwhile, NotAllowed, NotFound
from eaa_checker.store import Store

TODAY = date(2026, 11, 23)
LATER = date(2027, 6, 28)
START = date(2026, 1, 1)
ANNE = Actor("Anne", "anne@werkplek")
BASIS = "Wet op het voorbeeld, artikel 1"


@pytest.fixture
def norms(store: Store) -> Norms:
    return Norms(store, ANNE)


@pytest.fixture
def registers(store: Store) -> Registers:
    return Registers(store, ANNE)


@pytest.fixture
def room(registers: Registers) -> Target:
    """The 112 channel of a control room."""
    owner = registers.add_organisation("Landelijke meldkamer", kind="Politie, Meldkamer")
    return registers.add_target(owner.id, "112", "alarmnummer 112", kind=TargetKind.CHANNEL_112, emergency=True)


@pytest.fixture
def site(registers: Registers) -> Target:
    owner = registers.add_organisation("Veiligheidsregio", kind="Veiligheidsregio")
    return registers.add_target(owner.id, "Site", "https://regio.test/")


def test_what_nobody_decided_is_never_yes(norms: Norms, site: Target, room: Target) -> None:
    for target in (site, room):
        for one in norms.norm_sets(LATER):
            found = norms.competence(one.id, target.id, LATER)
            assert found.answer in (Answer.NO, Answer.UNCERTAIN)
            assert not found.may_act
            assert found.ground_nl
            assert found.ground_en
            with pytest.raises(NotAllowed) as caught:
                norms.may_act(one.id, target.id, LATER)
            assert found.answer.nl in caught.value.nl


def test_a_decision_makes_competent_only_where_the_norm_is_in_force(norms: Norms, room: Target) -> None:
    norms.assess("eaa-112", Answer.YES, legal_basis=BASIS, ground="Advies van de jurist", since=START)
    early, late = (norms.competence("eaa-112", room.id, day) for day in (TODAY, LATER))
    assert (early.answer, early.standing, early.may_act) == (Answer.YES, Standing.NOT_YET, False)
    assert (late.answer, late.standing, late.may_act) == (Answer.YES, Standing.IN_FORCE, True)
    assert (late.legal_basis, late.assessed_by, late.ground("nl")) == (BASIS, "Anne", "Advies van de jurist")
    with pytest.raises(NotAllowed, match="not yet enforceable"):
        norms.may_act("eaa-112", room.id, TODAY)
    assert norms.may_act("eaa-112", room.id, LATER) == late


def test_a_decision_holds_from_its_first_to_its_last_day(norms: Norms, site: Target) -> None:
    last = date(2026, 12, 31)
    made = norms.assess("wad-bdto", Answer.YES, legal_basis=BASIS, ground="Mandaat", since=START, until=last)
    answers = [
        norms.competence("wad-bdto", site.id, day).answer
        for day in (date(2025, 12, 31), START, last, date(2027, 1, 1))
    ]
    assert answers == [Answer.UNCERTAIN, Answer.YES, Answer.YES, Answer.UNCERTAIN]
    ended = norms.end_assessment(made.id, made.version, date(2026, 6, 30), ground="Mandaat ingetrokken")
    assert not norms.competence("wad-bdto", site.id, TODAY).may_act
    with pytest.raises(BadInput, match="already"):
        norms.end_assessment(made.id, ended.version, last, ground="nog eens")
    with pytest.raises(EditedMeanwhile):
        norms.end_assessment(made.id, made.version, START, ground="verouderd")


def test_the_most_specific_decision_counts_and_then_the_newest(norms: Norms, site: Target, room: Target) -> None:
    def decide(answer: Answer, **more: object) -> None:
        norms.assess("dr-2023-444", answer, legal_basis=BASIS, ground="g", since=START, **more)  # type: ignore[arg-type]

    def answer(target: Target) -> Answer:
        return norms.competence("dr-2023-444", target.id, TODAY).answer

    decide(Answer.YES)
    assert (answer(site), answer(room)) == (Answer.YES, Answer.YES)
    decide(Answer.NO, organisation_kind="MELDKAMER")
    assert (answer(site), answer(room)) == (Answer.YES, Answer.NO)
    decide(Answer.UNCERTAIN)
    assert (answer(site), answer(room)) == (Answer.UNCERTAIN, Answer.NO)
    decide(Answer.YES, target_kind=TargetKind.CHANNEL_112, organisation_kind="Politie")
    assert answer(room) is Answer.YES
    decide(Answer.NO, target_id=room.id)
    assert (answer(room), answer(site)) == (Answer.NO, Answer.UNCERTAIN)


def test_a_standard_follows_the_decision_on_the_law_that_requires_it(norms: Norms, site: Target) -> None:
    norms.assess("wad-bdto", Answer.YES, legal_basis=BASIS, ground="Mandaat", since=START)
    old, new = (norms.competence(f"en301549-{v}", site.id, TODAY) for v in ("v3.2.1", "v4.1.1"))
    assert (old.answer, old.may_act) == (Answer.YES, True)
    assert (new.answer, new.standing, new.may_act) == (Answer.YES, Standing.NOT_YET, False)
    norms.assess("en301549-v3.2.1", Answer.NO, ground="Alleen via de wet", since=START)
    assert norms.competence("en301549-v3.2.1", site.id, TODAY).answer is Answer.NO


def test_the_norm_addressee_of_that_day_counts(norms: Norms, registers: Registers, site: Target) -> None:
    norms.assess("wad-bdto", Answer.YES, legal_basis=BASIS, ground="g", since=START, organisation_kind="Politie")
    assert norms.competence("wad-bdto", site.id, TODAY).answer is Answer.UNCERTAIN
    police = registers.add_organisation("Nationale politie", kind="Politie")
    link = registers.link(police.id, site.id, Role.NORM_ADDRESSEE, since=date(2026, 5, 1))
    found = norms.competence("wad-bdto", site.id, TODAY)
    assert (found.answer, found.organisation_ids) == (Answer.YES, (police.id,))
    assert norms.competence("wad-bdto", site.id, date(2026, 4, 30)).answer is Answer.UNCERTAIN
    town = registers.add_organisation("Gemeente", kind="Gemeente")
    registers.link(town.id, site.id, Role.NORM_ADDRESSEE, since=date(2026, 5, 1))
    both = norms.competence("wad-bdto", site.id, TODAY)
    assert (both.answer, both.organisation_ids) == (Answer.UNCERTAIN, (police.id, town.id))
    assert "niet gelijk" in both.ground_nl
    registers.end_link(link.id, link.version, date(2026, 6, 1), ground="overgedragen")
    assert norms.competence("wad-bdto", site.id, TODAY).organisation_ids == (town.id,)


def test_decisions_need_a_ground_and_a_basis(norms: Norms, store: Store) -> None:
    with pytest.raises(BadInput, match="ground"):
        norms.assess("wad-bdto", Answer.NO, ground=" ", since=START)
    with pytest.raises(BadInput, match="legal basis"):
        norms.assess("wad-bdto", Answer.YES, ground="g", since=START)
    with pytest.raises(BadInput, match="before the start"):
        norms.assess("wad-bdto", Answer.NO, ground="g", since=TODAY, until=START)
    with pytest.raises(NotAllowed, match="112 channel"):
        norms.assess(
            "wad-bdto", Answer.YES, legal_basis=BASIS, ground="g", since=START, target_kind=TargetKind.CHANNEL_112
        )
    with pytest.raises(NotFound):
        norms.assess("onbekend", Answer.NO, ground="g", since=START)
    with pytest.raises(NotFound):
        norms.assess("wad-bdto", Answer.NO, ground="g", since=START, target_id=99)
    assert norms.assessments() == []
    assert store.trail.head()[0] == 0
    made = norms.assess("wad-bdto", Answer.NO, ground="Niet onze taak", since=START)
    (entry,) = store.trail.entries(f"competence:{made.id}")
    assert (entry.action, entry.ground, entry.details["answer"]) == ("competence.assessed", "Niet onze taak", "no")


def test_norm_sets_at_the_front(norms: Norms) -> None:
    assert norms.norm_set_on(TODAY).id == "en301549-v3.2.1"
    assert norms.standing("en301549-v4.1.1", TODAY) is Standing.NOT_YET
    assert {one.id for one in norms.norm_sets(TODAY, TargetKind.CHANNEL_112)} == {
        "eaa-112", "dr-2023-444", "checklist-112",
    }  # fmt: skip
    assert len(norms.points("checklist-112")) == 42
    assert norms.citation("eecc:109-7", "en") == "Directive (EU) 2018/1972, Article 109(7)"
    for wrong in (
        lambda: norms.norm_set("x"),
        lambda: norms.norm_set_on(date(2000, 1, 1)),
        lambda: norms.citation("wcag:9.9.9", "nl"),
        lambda: norms.competence("wad-bdto", 99, TODAY),
    ):
        with pytest.raises(NotFound):
            wrong()


def test_answers_are_weighed_without_wishful_thinking() -> None:
    assert weigh((Answer.YES, Answer.YES)) is Answer.YES
    assert weigh((Answer.YES, Answer.NO)) is Answer.UNCERTAIN
    assert weigh(()) is Answer.UNCERTAIN
