"""Two inspectors at once: whoever is second is told what the first did, and nothing of either is lost."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from eaa_checker.casework.risk import RiskDesk
from eaa_checker.domain.organisation import Criticality, Organisation
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, EaaCheckerError, EditedMeanwhile, NotFound
from eaa_checker.store import Store

ANNA, BRAM = Actor("Anna", "anna@post-1"), Actor("Bram", "bram@post-2")


@pytest.fixture
def other(store: Store) -> Iterator[Store]:
    """The same database opened by somebody else."""
    if isinstance(store.name, Path):
        opened = Store.open(store.path, patience=2.0)
    else:
        address = store._engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        opened = Store.open(address, evidence=store.evidence.folder, patience=2.0)
    with opened:
        yield opened


@pytest.fixture
def region(store: Store) -> Organisation:
    made = store.add_organisation("Regio")
    store.add_target(made.id, "Site", "https://voorbeeld.test/")
    return made


def edit(store: Store, by: Actor, number: int, version: int, **values: object) -> Organisation:
    return store.registers.edit_organisation(by, number, version, values, action="organisation.edited")


def test_the_second_sees_both_versions_and_can_save_on_the_newest(
    store: Store, other: Store, region: Organisation
) -> None:
    edit(store, ANNA, region.id, region.version, kvk="12345678", name="Regio Noord")
    with pytest.raises(EditedMeanwhile) as caught:
        edit(other, BRAM, region.id, region.version, kvk="87654321", name="Regio Noord")
    problem = caught.value
    assert problem.yours == {"kvk": "87654321"}
    assert problem.theirs == {"kvk": "12345678"}
    assert "kvk" in problem.nl
    assert pickle.loads(pickle.dumps(problem)).theirs == problem.theirs
    assert other.organisation(region.id).kvk == "12345678"
    saved = edit(other, BRAM, region.id, problem.version, kvk="87654321")
    assert (saved.kvk, saved.name) == ("87654321", "Regio Noord")
    assert [entry.actor for entry in store.trail.entries(f"organisation:{region.id}")] == ["Anna", "Bram"]
    assert store.trail.faults() == []


def together(*doings: Callable[[], object]) -> list[EaaCheckerError]:
    """All at once; what they raised."""
    gate = threading.Barrier(len(doings))
    problems: list[EaaCheckerError] = []

    def run(doing: Callable[[], object]) -> None:
        gate.wait()
        try:
            doing()
        except EaaCheckerError as problem:
            problems.append(problem)

    threads = [threading.Thread(target=run, args=(doing,)) for doing in doings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return problems


def test_of_many_edits_at_once_one_is_kept(store: Store, other: Store, region: Organisation) -> None:
    def doing(number: int) -> Callable[[], object]:
        return lambda: edit((store, other)[number % 2], ANNA, region.id, region.version, kvk=f"{number:08}")

    problems = together(*(doing(number) for number in range(6)))
    assert [type(problem) for problem in problems] == [EditedMeanwhile] * 5
    kept = store.organisation(region.id)
    assert kept.version == region.version + 1
    assert all(problem.theirs == {"kvk": kept.kvk} for problem in problems if isinstance(problem, EditedMeanwhile))
    assert len(store.trail.entries(f"organisation:{region.id}")) == 1


def test_decisions_at_once_follow_each_other_in_the_trail(store: Store, other: Store) -> None:
    def doing(number: int) -> Callable[[], object]:
        return lambda: (store, other)[number % 2].trail.add(ANNA, "case.opened", f"case:{number}")

    assert together(*(doing(number) for number in range(8))) == []
    assert [entry.number for entry in store.trail.entries()] == list(range(1, 9))
    assert store.trail.faults() == []


def test_one_deletes_what_the_other_edits(store: Store, other: Store, region: Organisation) -> None:
    anna, bram = RiskDesk(store, ANNA), RiskDesk(other, BRAM)
    seen = anna.adjust(1, 2.0, "uitval gemeld", version=0)
    anna.drop_adjustment(1, "opgelost")
    with pytest.raises(NotFound) as caught:
        bram.adjust(1, 3.0, "nog eens", version=seen.version)
    assert "weggehaald" in caught.value.nl
    with pytest.raises(NotFound):
        bram.drop_adjustment(1, "ook")
    assert bram.target(1).facts.adjustment is None
    assert [entry.action for entry in store.trail.entries("target:1")] == [
        "risk.adjusted",
        "risk.adjustment-dropped",
    ]


def test_deleting_and_editing_at_once_ends_in_one_of_the_two(
    store: Store, other: Store, region: Organisation
) -> None:
    anna, bram = RiskDesk(store, ANNA), RiskDesk(other, BRAM)
    for _ in range(5):
        seen = anna.adjust(1, 2.0, "begin", version=0)
        problems = together(
            lambda: anna.drop_adjustment(1, "weg"),
            lambda seen=seen: bram.adjust(1, 3.0, "meer", version=seen.version),  # type: ignore[misc]
        )
        left = anna.target(1).facts.adjustment
        assert left is None  # dropped last, or dropped first and then refused
        assert [type(problem) for problem in problems] in ([], [NotFound])
    assert store.trail.faults() == []


def test_the_first_adjustment_is_the_second_ones_news(store: Store, other: Store, region: Organisation) -> None:
    RiskDesk(store, ANNA).adjust(1, 2.0, "uitval", version=0)
    with pytest.raises(EditedMeanwhile) as caught:
        RiskDesk(other, BRAM).adjust(1, -2.0, "valt mee", version=0)
    assert caught.value.theirs["points"] == 2.0
    assert caught.value.theirs["actor"] == "Anna"
    assert caught.value.yours["points"] == -2.0


def test_who_weighs_on_old_weights_is_told(store: Store, other: Store) -> None:
    from eaa_checker.domain.risk import Factor

    anna, bram = RiskDesk(store, ANNA), RiskDesk(other, BRAM)
    seen = bram.weighing().number
    anna.reweigh({Factor.AGE: (5.0, None)}, "capaciteit 2027", version=seen)
    with pytest.raises(BadInput, match="Anna: capaciteit 2027"):
        bram.reweigh({Factor.AGE: (0.5, None)}, "anders", version=seen)
    assert anna.weighing().of(Factor.AGE).weight == 5.0


def test_ending_and_editing_a_target(store: Store, other: Store, region: Organisation) -> None:
    target = store.target(1)
    gone = {"ended": date(2026, 11, 1)}
    store.registers.edit_target(ANNA, 1, target.version, gone, action="target.ended", ground="x")
    values = {"criticality": Criticality.ROUTE.value}
    with pytest.raises(EditedMeanwhile):
        other.registers.edit_target(BRAM, 1, target.version, values, action="target.edited", ground="")
    assert other.target(1).criticality is Criticality.NOT_ASSESSED
