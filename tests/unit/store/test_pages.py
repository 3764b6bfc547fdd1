"""Pages: kept in one go, merged into observations, never doubled, and read back as they were given."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pages_made import NOON, address, capture, captured, fingerprint, line, observation, place
from sqlalchemy import Table, func, select

from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.observation import Observation, Place, Witness
from eaa_checker.domain.scan import Scan, ScanOptions, ScanState
from eaa_checker.errors import NotFound
from eaa_checker.store import Store
from eaa_checker.store.every_table import METADATA
from eaa_checker.store.schema import PASSAGE
from rules.contract import Verdict, Words


def rows(store: Store, table: Table) -> int:
    with store._reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_a_page_comes_back_as_given(store: Store, running: Scan) -> None:
    seen = observation("logo", [place(1), place(1, element=4)], disputed=True)
    number = store.store_page(running.id, captured(1), capture(1), [seen], [line(2)], {"page-has-title": 1})
    assert number is not None
    assert store.capture(number) == replace(capture(1), id=number)
    assert store.captures(running.id) == [replace(capture(1), id=number)]
    assert store.addresses(running.id) == [captured(1), line(2)]
    assert store.waiting(running.id) == [line(2)]
    expected = replace(seen, places=tuple(replace(p, capture_id=number) for p in seen.places), count=2, pages=1)
    assert store.observations(running.id) == [expected]
    assert list(store.iterate_observations(running.id)) == [expected]
    assert store.observation_places(running.id, seen.fingerprint) == list(expected.places)
    assert store.passed_counts(running.id) == {"page-has-title": 1}


def test_the_same_barrier_on_many_pages_is_one_observation(store: Store, running: Scan) -> None:
    for number in range(40):
        header = observation("menu", [place(number), place(number, 1)])
        own = observation(f"eigen {number}", [place(number, 2)])
        store.store_page(running.id, captured(number), capture(number), [own, header])
    found = store.observations(running.id)
    assert len(found) == 41
    assert (found[0].element, found[0].count, found[0].pages, len(found[0].places)) == ("img menu", 80, 40, 3)
    assert [p.address for p in found[0].places] == [address(0), address(0), address(1)]
    assert store.observations(running.id, places=0)[0].places == ()
    every = store.observation_places(running.id, fingerprint("menu"))
    assert [(p.address, p.html) for p in every] == [(address(n), place(n, e).html) for n in range(40) for e in (0, 1)]
    assert store.observation_places(running.id, fingerprint("menu"), limit=5, offset=70) == every[70:75]
    assert store.observation_places(running.id, fingerprint("anders")) == []


def test_a_repeated_page_doubles_nothing(store: Store, running: Scan) -> None:
    page = (captured(1), capture(1), [observation("a", [place(1)])], [line(2), line(3), line(2)], {"r": 5})
    first = store.store_page(running.id, *page)
    before = {table.name: rows(store, table) for table in METADATA.sorted_tables}
    store.interrupt_scan(running.id)
    store.claim_scan(running.id, "werker-2")
    assert store.store_page(running.id, *page) == first
    assert {table.name: rows(store, table) for table in METADATA.sorted_tables} == before
    assert store.observations(running.id)[0].count == 1
    assert store.passed_counts(running.id) == {"r": 5}


def test_a_repeated_page_still_gives_its_new_addresses(store: Store, running: Scan) -> None:
    store.store_page(running.id, captured(1), capture(1), [])
    store.store_page(running.id, captured(1), capture(1), [], [line(2)])
    assert store.waiting(running.id) == [line(2)]


def test_several_states_of_a_page_are_one_page(store: Store, running: Scan) -> None:
    first = store.store_page(running.id, captured(1), capture(1), [observation("a", [place(1)])])
    second = store.store_page(running.id, captured(1), capture(1, state="menu open"), [observation("a", [place(1)])])
    assert first != second
    (found,) = store.observations(running.id)
    assert (found.count, found.pages) == (2, 1)
    assert [p.capture_id for p in found.places] == [first, second]


def test_failed_here_and_unclear_there_are_never_mixed(store: Store, running: Scan) -> None:
    store.store_page(running.id, captured(1), capture(1), [observation("a", [place(1)], verdict=Verdict.CANNOT_TELL)])
    store.store_page(running.id, captured(2), capture(2), [observation("a", [place(2)])])
    (failed,) = store.observations(running.id)
    assert (failed.verdict, failed.count, failed.places[0].address) == (Verdict.FAILED, 1, address(2))
    both = store.observations(running.id, verdicts=(Verdict.CANNOT_TELL, Verdict.FAILED))
    assert [found.verdict for found in both] == [Verdict.FAILED, Verdict.CANNOT_TELL]
    assert store.observations(running.id, verdicts=()) == []
    of_both = store.observation_places(running.id, fingerprint("a"))
    assert [p.address for p in of_both] == [address(2), address(1)]
    unclear = store.observation_places(running.id, fingerprint("a"), verdict=Verdict.CANNOT_TELL)
    assert [p.address for p in unclear] == [address(1)]


def test_witnesses_come_together(store: Store, running: Scan) -> None:
    axe = Witness("axe", "image-alt", Verdict.FAILED, "Fix any of the following")
    first = observation("a", [place(1)])
    second = replace(first, places=(place(2),), witnesses=(axe,), disputed=True)
    third = replace(first, places=(place(3),), witnesses=(replace(axe, message="anders gezegd"),))
    for number, seen in enumerate((first, second, third), 1):
        store.store_page(running.id, captured(number), capture(number), [seen])
    (found,) = store.observations(running.id)
    assert found.witnesses == (*first.witnesses, axe)
    assert found.disputed


def test_one_page_that_names_an_observation_twice(store: Store, running: Scan) -> None:
    twice = [observation("a", [place(1)]), observation("a", [place(1, 1)], disputed=True)]
    store.store_page(running.id, captured(1), capture(1), twice)
    (found,) = store.observations(running.id)
    assert (found.count, found.pages, found.disputed) == (2, 1, True)
    assert [p.html for p in found.places] == [place(1).html, place(1, 1).html]


def test_a_place_on_another_address_than_its_capture(store: Store, running: Scan) -> None:
    elsewhere = replace(place(1), address="https://kaart.test/", box=None, crop="", indicative=True)
    number = store.store_page(running.id, captured(1), capture(1), [observation("a", [elsewhere])])
    assert store.observations(running.id)[0].places == (replace(elsewhere, capture_id=number),)


def test_what_recurs_is_kept_once(store: Store, running: Scan) -> None:
    for number in range(50):
        seen = observation("menu", [place(number, element) for element in range(10)])
        store.store_page(running.id, captured(number), capture(number), [seen])
    assert store.observations(running.id)[0].count == 500
    assert rows(store, PASSAGE) == 3 + 10


def test_nothing_is_seen_without_a_capture(store: Store, running: Scan) -> None:
    for observations, passed in (([observation("a", [place(1)])], {}), ([], {"r": 1})):
        with pytest.raises(ValueError, match="rests on a capture"):
            store.store_page(running.id, captured(1), None, observations, passed=passed)
    assert store.addresses(running.id) == []


def test_a_page_without_capture(store: Store, running: Scan) -> None:
    gone = replace(line(1, Ending.NOT_FOUND), status=404, detail="Not Found")
    assert store.store_page(running.id, gone, None, [], [line(2)]) is None
    assert store.addresses(running.id) == [gone, line(2)]
    assert store.captures(running.id) == []


def test_a_page_that_cannot_be_kept_leaves_nothing(store: Store, running: Scan) -> None:
    without_zone = replace(line(3), visited=datetime(2026, 1, 1))
    with pytest.raises(ValueError, match="time zone"):
        store.store_page(running.id, captured(1), capture(1), [observation("a", [place(1)])], [line(2), without_zone])
    assert store.addresses(running.id) == []
    assert store.captures(running.id) == []
    assert store.observations(running.id) == []


def test_how_an_address_was_found_first_is_kept(store: Store, running: Scan) -> None:
    by_sitemap = AddressLine(address(1), FoundBy.SITEMAP, 0, "https://voorbeeld.test/sitemap.xml")
    assert store.add_addresses(running.id, [by_sitemap, line(2)]) == 2
    assert store.add_addresses(running.id, [line(1), line(2), line(3), line(3)]) == 1
    assert store.add_addresses(running.id, []) == 0
    assert [found.address for found in store.addresses(running.id)] == [address(1), address(2), address(3)]
    store.set_line(running.id, captured(1))
    kept = store.addresses(running.id)[0]
    assert (kept.found_by, kept.depth, kept.found_on) == (FoundBy.SITEMAP, 0, by_sitemap.found_on)
    assert (kept.ending, kept.visited) == (Ending.CAPTURED, NOON)
    store.set_line(running.id, line(9, Ending.TRAP))
    assert store.addresses(running.id)[-1].ending is Ending.TRAP


def test_very_long_addresses_stay_apart(store: Store, running: Scan) -> None:
    long = [replace(line(1), address=f"https://voorbeeld.test/{'a' * 20_000}{n}") for n in range(3)]
    assert store.add_addresses(running.id, long) == 3
    assert store.addresses(running.id) == long


def test_moments_keep_their_instant(store: Store, running: Scan) -> None:
    amsterdam = datetime(2026, 7, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    number = store.store_page(running.id, captured(1), replace(capture(1), instant=amsterdam), [])
    assert number is not None
    assert store.capture(number).instant == amsterdam


def test_scans_do_not_mix(store: Store, running: Scan) -> None:
    other = store.claim_scan(store.new_scan(running.target_id, ScanOptions()).id, "w")
    store.store_page(running.id, captured(1), capture(1), [observation("a", [place(1)])], passed={"r": 1})
    store.end_scan(running.id, ScanState.COMPLETED)
    store.store_page(other.id, captured(1), capture(1), [observation("a", [place(1, 1)])], passed={"r": 2})
    assert [found.count for found in store.observations(running.id)] == [1]
    assert store.observation_places(other.id, fingerprint("a"))[0].html == place(1, 1).html
    assert store.passed_counts(other.id) == {"r": 2}
    with pytest.raises(NotFound):
        store.capture(99)


def test_streaming_gives_the_same_in_the_same_order(store: Store, running: Scan) -> None:
    for number in range(12):
        seen = [
            observation(f"{n}", [place(number, e) for e in range(n % 7)], verdict=list(Verdict)[n % 3])
            for n in range(number, 700, 1 + number * 30)
        ]
        store.store_page(running.id, captured(number), capture(number), seen)
    every = store.observations(running.id, verdicts=tuple(Verdict), places=4)
    assert len(every) == 700
    assert list(store.iterate_observations(running.id, places=4)) == every
    failed = list(store.iterate_observations(running.id, verdicts=(Verdict.FAILED,)))
    assert [found.fingerprint for found in failed] == [f.fingerprint for f in store.observations(running.id)]
    assert all(len(found.places) == found.count for found in failed)
    order = [(found.verdict, -found.pages) for found in every]
    verdicts = [Verdict.FAILED, Verdict.CANNOT_TELL, Verdict.PASSED]
    assert order == sorted(order, key=lambda key: (verdicts.index(key[0]), key[1]))


def test_streaming_needs_little_memory(store: Store, running: Scan) -> None:
    for number in range(10):
        seen = [observation(f"{number} {n} {'lang ' * 200}", [place(number, n)]) for n in range(300)]
        store.store_page(running.id, captured(number), capture(number), seen)

    def peak(read: Callable[[], Iterable[Observation]]) -> int:
        tracemalloc.start()
        assert sum(found.count for found in read()) == 3000
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    at_once = peak(lambda: store.observations(running.id))
    assert peak(lambda: store.iterate_observations(running.id)) < at_once / 3


anything = st.text(alphabet=st.characters(), max_size=30)  # surrogates and NUL too: pages are hostile
words = st.builds(Words, anything.map(lambda s: s + "x"), anything.map(lambda s: s + "y"))
box = st.none() | st.tuples(*[st.floats(allow_nan=False, allow_infinity=False, width=32)] * 4)
made_places = st.builds(Place, st.just(address(1)), st.lists(anything, max_size=3).map(tuple), anything, box)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(
            Observation,
            fingerprint=st.just(fingerprint("a")),
            rule=st.just("image-has-name"),
            verdict=st.sampled_from(Verdict),
            title=words,
            explanation=words,
            why=words,
            repair=words,
            requirements=st.lists(anything, max_size=2).map(tuple),
            clauses=st.lists(anything, max_size=2).map(tuple),
            hits=st.lists(anything, max_size=2).map(tuple),
            witnesses=st.just((Witness("own", "image-has-name", Verdict.FAILED, "\ud800\0"),)),
            places=st.lists(made_places, min_size=1, max_size=4).map(tuple),
        ),
        min_size=1,
        max_size=1,
    )
)
def test_whatever_a_page_says_comes_back(store: Store, running: Scan, seen: list[Observation]) -> None:
    scan = store.claim_scan(store.new_scan(running.target_id, ScanOptions()).id, "w")
    number = store.store_page(scan.id, captured(1), capture(1), seen)
    assert number is not None
    (given_one,) = seen
    back = store.observations(scan.id, verdicts=tuple(Verdict), places=10)
    places = tuple(replace(p, capture_id=number) for p in given_one.places)
    assert back == [replace(given_one, places=places, count=len(places), pages=1)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(anything, min_size=1, max_size=5))
def test_whatever_an_address_says_can_be_kept(store: Store, running: Scan, texts: list[str]) -> None:
    scan = store.new_scan(running.target_id, ScanOptions())
    lines = [AddressLine(text, FoundBy.LINK, 1, title=text, detail=text) for text in texts]
    added = store.add_addresses(scan.id, lines)
    assert store.add_addresses(scan.id, lines) == 0
    kept = store.addresses(scan.id)
    assert len(kept) == added
    assert all("\0" not in found.title and found.title == found.detail for found in kept)
