"""Edits of the registers: on a known version, with what was before still visible, each in the decision trail."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest

from eaa_checker.domain.contact import NewContact
from eaa_checker.domain.organisation import Criticality, Organisation, Role
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, BadInput, EditedMeanwhile, NotFound
from eaa_checker.store import Store

ANNE = Actor("Anne", "anne@werkplek")
DAY = date(2026, 9, 1)
EVE = DAY - timedelta(days=1)


def rename(store: Store, number: int, version: int, name: str) -> Organisation:
    return store.registers.edit_organisation(ANNE, number, version, {"name": name}, action="organisation.renamed")


def test_an_edit_is_taken_on_the_version_it_was_made_on_and_stands_in_the_trail(store: Store) -> None:
    made = store.add_organisation("Regio", by=ANNE)
    values = {"name": "Regio Noord", "kind": "Veiligheidsregio", "tags": ("112", "noord"), "ended": DAY}
    found = store.registers.edit_organisation(ANNE, made.id, 1, values, action="organisation.edited", ground="fusie")
    assert (found.name, found.tags, found.ended, found.version) == ("Regio Noord", ("112", "noord"), DAY, 2)
    assert store.organisation("regio noord") == found
    added, edited = store.trail.entries(f"organisation:{made.id}")
    assert (added.action, added.actor) == ("organisation.added", "Anne")
    assert (edited.ground, edited.details["name"]) == ("fusie", {"was": "Regio", "is": "Regio Noord"})
    assert edited.details["ended"] == {"was": None, "is": "2026-09-01"}
    assert store.trail.faults() == []


def test_two_people_who_edit_the_same_are_told_and_both_versions_shown(store: Store) -> None:
    made = store.add_organisation("Regio")
    rename(store, made.id, 1, "Regio Oost")
    with pytest.raises(EditedMeanwhile) as caught:
        rename(store, made.id, 1, "Regio West")
    assert caught.value.yours["name"] == "Regio West"
    assert caught.value.theirs["name"] == "Regio Oost"
    assert store.organisation(made.id).name == "Regio Oost"
    assert len(store.trail.entries(f"organisation:{made.id}")) == 1
    rename(store, made.id, caught.value.version, "Regio West")


def test_what_another_organisation_has_is_refused(store: Store) -> None:
    one = store.add_organisation("Een", oin="0" * 20, tooi="https://t.example/1")
    two = store.add_organisation("Twee")
    for values in ({"name": "EEN"}, {"oin": one.oin}, {"tooi": one.tooi}):
        with pytest.raises(AlreadyExists) as caught:
            store.registers.edit_organisation(ANNE, two.id, 1, values, action="organisation.edited")
        assert "“Een”" in caught.value.nl
    with pytest.raises(NotFound):
        rename(store, 99, 1, "Drie")
    assert store.organisation(two.id) == two


def test_two_who_add_the_same_name_at_once(store: Store) -> None:
    ready = Barrier(2)

    def add(number: int) -> str:
        ready.wait(60)
        try:
            return store.add_organisation("Regio", by=ANNE).name
        except AlreadyExists as refused:
            return refused.nl

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(add, range(2)), key=len)
    assert said[0] == "Regio"
    assert said[1].startswith("Er is al een instantie met de naam “Regio”")
    assert len(store.organisations()) == 1


def test_an_organisation_cannot_be_part_of_itself(store: Store) -> None:
    top, part = store.add_organisation("Top"), store.add_organisation("Deel")
    store.registers.edit_organisation(ANNE, part.id, 1, {"parent_id": top.id}, action="organisation.edited")
    assert [one.name for one in store.registers.parts(top.id)] == ["Deel"]
    for parent in (top.id, part.id):
        with pytest.raises(BadInput, match="part of itself"):
            store.registers.edit_organisation(ANNE, top.id, 1, {"parent_id": parent}, action="organisation.edited")


def test_a_target_is_edited_and_ended(store: Store) -> None:
    owner = store.add_organisation("Regio")
    made = store.add_target(owner.id, "Site", "https://regio.test/", by=ANNE)
    values = {"name": "Hoofdsite", "criticality": Criticality.ROUTE.value, "ended": DAY}
    found = store.registers.edit_target(ANNE, made.id, 1, values, action="target.edited")
    assert (found.name, found.criticality, found.ended, found.version) == ("Hoofdsite", Criticality.ROUTE, DAY, 2)
    assert store.target("hoofdsite") == found
    assert [e.action for e in store.trail.entries(f"target:{made.id}")] == ["target.added", "target.edited"]
    with pytest.raises(EditedMeanwhile):
        store.registers.edit_target(ANNE, made.id, 1, {"name": "Site"}, action="target.edited")


def test_a_target_that_changed_owner_keeps_its_history(store: Store) -> None:
    one, two = store.add_organisation("Een"), store.add_organisation("Twee")
    target = store.add_target(one.id, "Site", "https://regio.test/")
    new = store.registers.hand_over(ANNE, target.id, two.id, Role.RESPONSIBLE, DAY, ground="fusie")
    assert (new.organisation_name, new.valid_from, new.valid_until) == ("Twee", DAY, None)
    now, before = store.registers.links(target_id=target.id)
    assert (now, before.organisation_name, before.valid_until) == (new, "Een", EVE)
    assert before.holds_on(EVE)
    assert not before.holds_on(DAY)
    assert store.target(target.id).organisation_name == "Twee"
    assert store.targets(one.id) == []
    assert [found.id for found in store.targets(two.id)] == [target.id]
    (entry,) = store.trail.entries(f"target:{target.id}")
    assert (entry.action, entry.details["from"], entry.details["to"]) == ("target.handed-over", [one.id], two.id)
    with pytest.raises(AlreadyExists):
        store.registers.hand_over(ANNE, target.id, two.id, Role.RESPONSIBLE, DAY, ground="nog eens")


def test_roles_come_and_go(store: Store) -> None:
    one, two = store.add_organisation("Een"), store.add_organisation("Twee")
    target = store.add_target(one.id, "Site", "https://regio.test/")
    link = store.registers.add_link(ANNE, two.id, target.id, Role.SUPPLIER, DAY)
    with pytest.raises(AlreadyExists):
        store.registers.add_link(ANNE, two.id, target.id, Role.SUPPLIER, DAY)
    with pytest.raises(BadInput, match="clock"):
        store.registers.end_link(ANNE, link.id, link.version, EVE, ground="klok")
    ended = store.registers.end_link(ANNE, link.id, link.version, DAY, ground="contract liep af")
    assert ended.valid_until == DAY
    with pytest.raises(BadInput, match="ended already"):
        store.registers.end_link(ANNE, link.id, ended.version, DAY, ground="nog eens")
    again = store.registers.add_link(ANNE, two.id, target.id, Role.SUPPLIER, DAY + timedelta(days=1))
    assert [found.id for found in store.registers.links(organisation_id=two.id)] == [again.id, link.id]
    assert store.target(target.id).organisation_name == "Een"
    for organisation, number in ((99, target.id), (one.id, 99)):
        with pytest.raises(NotFound):
            store.registers.add_link(ANNE, organisation, number, Role.SUPPLIER, None)
    with pytest.raises(NotFound):
        store.registers.end_link(ANNE, 99, 1, DAY, ground="weg")


def test_contacts_are_corrected_replaced_and_ended_never_lost(store: Store) -> None:
    owner = store.add_organisation("Regio")
    first = store.registers.add_contact(ANNE, owner.id, NewContact("J. Bos", email="j@regio.tst"), DAY)
    fixed = store.registers.correct_contact(ANNE, first.id, 1, {"email": "j@regio.test"})
    assert (fixed.email, fixed.version) == ("j@regio.test", 2)
    with pytest.raises(EditedMeanwhile):
        store.registers.correct_contact(ANNE, first.id, 1, {"email": "x@regio.test"})
    later = DAY + timedelta(days=30)
    second = store.registers.replace_contact(ANNE, first.id, 2, NewContact("K. Vis"), later)
    assert [(c.name, c.valid_until) for c in store.registers.contacts(owner.id)] == [
        ("K. Vis", None),
        ("J. Bos", later - timedelta(days=1)),
    ]
    store.registers.end_contact(ANNE, second.id, 1, later)
    assert [c.name for c in store.registers.contacts(owner.id)] == ["K. Vis", "J. Bos"]
    with pytest.raises(NotFound):
        store.registers.add_contact(ANNE, 99, NewContact("Niemand"), DAY)
    with pytest.raises(NotFound):
        store.registers.contact(99)


def test_the_trail_does_not_keep_who_a_contact_is(store: Store) -> None:
    owner = store.add_organisation("Regio")
    made = store.registers.add_contact(ANNE, owner.id, NewContact("J. Geheim", email="geheim@regio.test"), DAY)
    store.registers.correct_contact(ANNE, made.id, 1, {"name": "K. Geheim"})
    entries = store.trail.entries(f"contact:{made.id}")
    assert len(entries) == 2
    assert "eheim" not in repr([entry.details for entry in entries])


def test_an_edit_of_a_link_is_undone_only_while_nobody_changed_it(store: Store) -> None:
    one, two = store.add_organisation("Een"), store.add_organisation("Twee")
    target = store.add_target(one.id, "Website", "https://een.example/")
    (first,) = store.registers.links(target_id=target.id)
    new = store.registers.hand_over(ANNE, target.id, two.id, Role.RESPONSIBLE, DAY, ground="fusie")
    (ended,) = [link for link in store.registers.links(target_id=target.id) if link.id == first.id]
    with pytest.raises(EditedMeanwhile):
        store.registers.revert_links(ANNE, (new.id, new.version), [(ended.id, ended.version - 1)], ground="vergissing")
    assert len(store.registers.links(target_id=target.id)) == 2  # nothing of it was done
    (again,) = store.registers.revert_links(
        ANNE, (new.id, new.version), [(ended.id, ended.version)], ground="vergissing"
    )
    assert (again.organisation_id, again.valid_until) == (one.id, None)
    assert [link.id for link in store.registers.links(target_id=target.id)] == [first.id]
    entry = store.trail.entries(f"target:{target.id}")[-1]
    assert (entry.action, entry.ground) == ("target.link-undone", "vergissing")
    assert entry.details["taken_back"] == new.id


def test_a_role_that_was_given_anew_does_not_hold_twice(store: Store) -> None:
    one = store.add_organisation("Een")
    target = store.add_target(one.id, "Website", "https://een.example/")
    (first,) = store.registers.links(target_id=target.id)
    ended = store.registers.end_link(ANNE, first.id, first.version, DAY, ground="opgeheven")
    store.registers.add_link(ANNE, one.id, target.id, Role.RESPONSIBLE, DAY + timedelta(days=1))
    with pytest.raises(AlreadyExists):
        store.registers.revert_links(ANNE, None, [(ended.id, ended.version)], ground="vergissing")
    assert store.registers.link(first.id) == ended
