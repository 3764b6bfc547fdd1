"""Imports: one transaction, undone as a whole, refused when something has been used since."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from threading import Barrier

import pytest
from sqlalchemy import event, select

from eaa_checker.domain.case import CaseKind, NewCase
from eaa_checker.domain.contact import NewContact
from eaa_checker.domain.organisation import NewOrganisation, NewTarget
from eaa_checker.domain.register_import import Known, Plan, Step
from eaa_checker.domain.scan import ScanOptions
from eaa_checker.domain.signal import NewSignal, SignalSource
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotAllowed, NotFound, StoreIsFull
from eaa_checker.registers import RegisterFile, RegisterRow, plan
from eaa_checker.store import Store
from eaa_checker.store.registers_schema import CONTACT, REGISTER_CHANGE

ANNE = Actor("Anne", "anne@werkplek")
TODAY = date(2026, 11, 23)
NEW = NewOrganisation(
    "Regio", "0" * 20, kind="Veiligheidsregio", tooi="https://t.example/1", tags=("112",),
    targets=(NewTarget("Site", "https://regio.test/"), NewTarget("App", "https://app.test/", statement_status="B")),
    contacts=(NewContact("Algemeen", "", "info@regio.test", ""),),
)  # fmt: skip
PART = NewOrganisation("Meldkamer", targets=(NewTarget("112", "https://112.test/"),))


def carry_out(store: Store, *steps: Step) -> int:
    seen: list[Known] = []

    def planner(known: Known) -> Plan:
        seen.append(known)
        return Plan((), steps)

    _, number = store.imports.carry_out(
        ANNE, planner, file_name="lijst.csv", sha256="0" * 64, file_format="csv", today=TODAY
    )
    assert len(seen) == 1
    assert number is not None
    return number


def known_of(store: Store) -> Known:
    seen: list[Known] = []

    def planner(known: Known) -> Plan:
        seen.append(known)
        return Plan(())

    store.imports.plan(planner)
    return seen[0]


def test_an_import_stores_bodies_parts_targets_and_contacts_and_says_so_once(store: Store) -> None:
    number = carry_out(store, Step(2, NEW), Step(3, PART, parent_step=0), Step(4, NewOrganisation("Regio"), joins=0))
    region, room = store.organisation("Regio"), store.organisation("Meldkamer")
    assert (region.oin, region.tags, region.tooi) == ("0" * 20, ("112",), "https://t.example/1")
    assert room.parent_id == region.id
    app = store.target("App")
    assert (app.statement_status, app.statement_seen) == ("B", TODAY)
    assert [c.email for c in store.registers.contacts(region.id)] == ["info@regio.test"]
    (listed,) = store.imports.stored()
    assert (listed.id, listed.added, listed.changed, listed.undone) == (number, 9, 0, None)
    (entry,) = store.trail.entries(f"import:{number}")
    assert (entry.details["organisations added"], entry.details["targets added"]) == (2, 3)
    assert "info@regio.test" not in repr(entry.details)
    known = known_of(store)
    assert {t.address for t in known.targets} == {"https://regio.test/", "https://app.test/", "https://112.test/"}
    assert known.contacts == {(region.id, "algemeen", "info@regio.test")}


def test_nothing_to_store_is_no_import(store: Store) -> None:
    plan = Plan(())
    found, number = store.imports.carry_out(
        ANNE, lambda known: plan, file_name="x", sha256="0" * 64, file_format="csv", today=TODAY
    )
    assert (found, number) == (plan, None)
    assert store.imports.stored() == []
    assert store.trail.head()[0] == 0


def test_undo_takes_all_of_it_back_and_restores_what_was(store: Store) -> None:
    old = store.add_organisation("Oud", kind="Gemeente")
    target = store.add_target(old.id, "Site", "https://oud.test/")
    step = Step(
        5, NewOrganisation("Oud", targets=(NewTarget("Nieuw", "https://nieuw.test/"),)), old.id,
        values={"kind": "Stad", "name": "Ouder", "tags": ("a", "b"), "ended": TODAY}, version=1,
        statuses={target.id: "C"},
    )  # fmt: skip
    number = carry_out(store, Step(2, NEW), Step(3, PART, parent_step=0), step)
    changed = store.organisation("Ouder")
    assert (changed.kind, changed.tags, changed.ended, changed.version) == ("Stad", ("a", "b"), TODAY, 2)
    assert store.target(target.id).statement_status == "C"
    undone = store.imports.undo(ANNE, number, ground="verkeerd bestand")
    assert undone.undone is not None
    back = store.organisation("Oud")
    assert (back.kind, back.tags, back.ended, back.version) == ("Gemeente", (), None, 3)
    assert [one.name for one in store.organisations()] == ["Oud"]
    (left,) = store.targets()
    assert (left.address, left.statement_status, left.statement_seen) == ("https://oud.test/", "", None)
    with store._reading() as connection:
        assert connection.execute(select(CONTACT)).all() == []
        assert len(connection.execute(select(REGISTER_CHANGE)).all()) > 5  # what was done stays visible
    assert [e.action for e in store.trail.entries(f"import:{number}")] == ["import.stored", "import.undone"]
    assert store.trail.faults() == []
    with pytest.raises(NotAllowed, match="undone already"):
        store.imports.undo(ANNE, number, ground="nog eens")
    with pytest.raises(NotFound):
        store.imports.undo(ANNE, number + 1, ground="onbekend")


def test_undo_is_refused_when_a_target_was_scanned(store: Store) -> None:
    number = carry_out(store, Step(2, NEW), Step(7, PART))
    store.new_scan(store.target("112").id, ScanOptions())
    with pytest.raises(NotAllowed) as caught:
        store.imports.undo(ANNE, number, ground="toch niet")
    assert "rij 7 (https://112.test/) is gebruikt door een scan" in caught.value.nl
    assert "used by a scan" in caught.value.en
    assert "Regio" not in caught.value.nl
    assert len(store.organisations()) == 2


def test_undo_is_refused_when_a_person_added_or_changed_something(store: Store) -> None:
    number = carry_out(store, Step(2, NEW), Step(3, PART))
    region = store.organisation("Regio")
    store.registers.add_contact(ANNE, region.id, NewContact("J. Bos"), TODAY)
    room = store.organisation("Meldkamer")
    store.registers.edit_organisation(ANNE, room.id, 1, {"kvk": "12345678"}, action="organisation.edited")
    with pytest.raises(NotAllowed) as caught:
        store.imports.undo(ANNE, number, ground="toch niet")
    assert "rij 2 (Regio) is gebruikt door een contactpersoon" in caught.value.nl
    assert "rij 3 (Meldkamer) is daarna gewijzigd" in caught.value.nl


def test_undo_is_refused_when_a_signal_or_a_case_is_about_it(store: Store) -> None:
    number = carry_out(store, Step(2, NEW), Step(3, PART))
    region = store.organisation("Regio")
    store.signals.add(ANNE, NewSignal(SignalSource.REPORT, TODAY, "Onleesbaar", organisation_id=region.id))
    case = NewCase(CaseKind.QUICK, "112-pagina", target_ids=(store.target("112").id,))
    store.cases.open(ANNE, case, "V3.2.1", TODAY)
    with pytest.raises(NotAllowed) as caught:
        store.imports.undo(ANNE, number, ground="toch niet")
    assert "row 2 (Regio) is used by a signal" in caught.value.en
    assert "row 3 (https://112.test/) is used by an examination" in caught.value.en


def test_who_edits_what_an_undo_removed_is_told_so(store: Store) -> None:
    number = carry_out(store, Step(2, NEW))
    region = store.organisation("Regio")
    store.imports.undo(ANNE, number, ground="verkeerd bestand")
    with pytest.raises(NotFound) as caught:
        store.registers.edit_organisation(ANNE, region.id, 1, {"kind": "x"}, action="organisation.edited")
    assert "iemand anders heeft het verwijderd" in caught.value.nl


def test_two_who_import_the_same_at_once_add_it_once(store: Store) -> None:
    file = RegisterFile(tuple(RegisterRow(n, NewOrganisation(f"Instantie {n}")) for n in range(2, 200)), ())
    ready = Barrier(2)

    def run(who: str) -> int | None:
        ready.wait(60)
        planner = partial(plan, file, today=TODAY)
        _, number = store.imports.carry_out(
            Actor(who), planner, file_name="lijst.csv", sha256="0" * 64, file_format="csv", today=TODAY
        )
        return number

    with ThreadPoolExecutor(2) as pool:
        numbers = list(pool.map(run, ("Anne", "Bram")))
    assert sorted(number is None for number in numbers) == [False, True]
    assert len(store.organisations()) == 198


def test_a_failure_half_way_leaves_nothing(store: Store) -> None:
    wrong = Step(3, NewOrganisation("Bestaat niet"), 99, values={"kind": "x"})
    with pytest.raises(NotFound):
        carry_out(store, Step(2, NEW), wrong)
    assert (store.organisations(), store.targets(), store.imports.stored()) == ([], [], [])
    assert store.trail.head()[0] == 0


@pytest.mark.sqlite
def test_a_disk_that_fills_during_an_import_leaves_nothing(store: Store) -> None:
    def small(raw: object, *_: object) -> None:
        raw.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]  # SQLite: no more than it has

    event.listen(store._engine, "checkout", small)
    many = [Step(n, NewOrganisation(f"Instantie {n} " + "x" * 500)) for n in range(2, 2_000)]
    with pytest.raises(StoreIsFull):
        carry_out(store, *many)
    assert (store.organisations(), store.imports.stored(), store.trail.head()[0]) == ([], [], 0)


def test_columns_are_remembered_and_replaced(store: Store) -> None:
    store.imports.remember_columns(ANNE, ["Plek", "Instelling"], {"name": "Instelling"})
    store.imports.remember_columns(ANNE, ["PLEK", "instelling"], {"name": "Instelling", "website": "Plek"})
    (roles,) = store.imports.remembered_columns().values()
    assert roles == {"name": "Instelling", "website": "Plek"}
