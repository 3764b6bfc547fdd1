"""Organisations and targets: unique names, lookups, and many at once."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from eaa_checker.domain.organisation import TargetKind
from eaa_checker.errors import AlreadyExists, BadInput, NotFound
from eaa_checker.store import Store
from eaa_checker.store.schema import ORGANISATION_TARGET


def test_kept_as_given(store: Store) -> None:
    made = store.add_organisation("Regio  Noord ", oin="00000001003214345000", kvk="12345678", kind="Veiligheidsregio")
    assert (made.name, made.oin, made.kvk, made.kind) == (
        "Regio Noord",
        "00000001003214345000",
        "12345678",
        "Veiligheidsregio",
    )
    assert made.created.tzinfo is not None
    assert store.organisation(made.id) == store.organisation("regio noord") == store.organisation(str(made.id)) == made


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Fryslân", "FRYSLÂN"),
        ("Straße", "STRASSE"),
        ("Ĳsselland", "ijsselland"),
        ("Regio Één", "regio  één"),
        ("Zuid", "ＺＵＩＤ"),
    ],
)
def test_names_are_the_same_without_regard_to_case(store: Store, first: str, second: str) -> None:
    made = store.add_organisation(first)
    with pytest.raises(AlreadyExists) as caught:
        store.add_organisation(second)
    assert f"nummer {made.id}" in caught.value.nl
    assert store.organisation(second) == made
    assert len(store.organisations()) == 1


@pytest.mark.parametrize("name", ["", "  \n"])
def test_an_empty_name_is_refused(store: Store, name: str) -> None:
    with pytest.raises(BadInput):
        store.add_organisation(name)
    assert store.organisations() == []


@pytest.mark.parametrize("wanted", [7, 0, -1, 2**80, "7", "9" * 5000, "nergens", "", "²"])
def test_unknown_ones(store: Store, wanted: int | str) -> None:
    store.add_organisation("Regio")
    with pytest.raises(NotFound):
        store.organisation(wanted)
    with pytest.raises(NotFound):
        store.target(wanted)


def test_a_name_goes_before_a_number(store: Store) -> None:
    store.add_organisation("2")
    second = store.add_organisation("112")
    assert store.organisation("2").id == 1
    assert store.organisation("112") == store.organisation(2) == second


def test_sorted_by_name_without_case(store: Store) -> None:
    for name in ("b", "A", "C"):
        store.add_organisation(name)
    assert [organisation.name for organisation in store.organisations()] == ["A", "b", "C"]


def test_targets(store: Store) -> None:
    organisation = store.add_organisation("Regio")
    target = store.add_target(
        organisation.id,
        "112-pagina",
        "https://regio.test/112",
        kind=TargetKind.CHANNEL_112,
        extra_hosts=["kaart.regio.test"],
        emergency=True,
    )
    assert target.kind is TargetKind.CHANNEL_112
    assert (target.organisation_id, target.organisation_name) == (organisation.id, "Regio")
    assert target.extra_hosts == ("kaart.regio.test",)
    assert target.emergency
    assert store.targets() == store.targets(organisation.id) == [target]
    assert store.targets(organisation.id + 1) == []
    for wanted in (target.id, str(target.id), "112-PAGINA", "https://regio.test/112"):
        assert store.target(wanted) == target


def test_an_address_once_per_organisation(store: Store) -> None:
    one, two = store.add_organisation("Een"), store.add_organisation("Twee")
    first = store.add_target(one.id, "Site", "https://regio.test/")
    with pytest.raises(AlreadyExists):
        store.add_target(one.id, "Andere naam", "https://regio.test/")
    second = store.add_target(two.id, "Site", "https://regio.test/")
    assert first.id != second.id
    with pytest.raises(BadInput) as caught:
        store.target("https://regio.test/")
    assert f"{first.id} (Een), {second.id} (Twee)" in caught.value.nl


def test_a_target_needs_an_organisation_a_name_and_an_address(store: Store) -> None:
    organisation = store.add_organisation("Regio")
    with pytest.raises(NotFound):
        store.add_target(organisation.id + 1, "Site", "https://regio.test/")
    for name, address in (("", "https://regio.test/"), ("Site", " ")):
        with pytest.raises(BadInput):
            store.add_target(organisation.id, name, address)
    assert store.targets() == []


def test_a_target_can_belong_to_several_organisations(store: Store) -> None:
    one, two = store.add_organisation("Een"), store.add_organisation("Twee")
    target = store.add_target(two.id, "Site", "https://regio.test/")
    with store._writing() as connection:
        connection.execute(
            ORGANISATION_TARGET.insert().values(organisation_id=one.id, target_id=target.id, role="supplier")
        )
        roles = connection.execute(select(ORGANISATION_TARGET.c.role)).scalars().all()
    assert sorted(roles) == ["responsible", "supplier"]
    assert len(store.targets()) == 1
    assert [found.id for found in store.targets(one.id)] == [found.id for found in store.targets(two.id)] == [target.id]
    assert store.target(target.id).organisation_name == "Twee"


def test_text_that_no_database_can_hold(store: Store) -> None:
    made = store.add_organisation("Regio \ud83d\0")
    assert made.name == "Regio \ufffd\ufffd"
    assert store.organisation("regio \ud83d\0") == made
