"""States of pages in the store: kept with their page at once, read back, and as immutable as their scan."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest
from pages_made import address, capture, captured, observation, place
from sqlalchemy import func, select

from eaa_checker.domain.capture import StateLine, StateOutcome, StateSeen
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import Scan, ScanOptions, ScanState
from eaa_checker.errors import EndedScanIsImmutable
from eaa_checker.store import Store
from eaa_checker.store.schema import OBSERVATION, PAGE_STATE, SCAN

MENU, FORM, NARROW = PageState.MENU_OPEN, PageState.FORM_ERROR, PageState.NARROW


def seen(number: int, state: PageState, *names: str) -> StateSeen:
    line = StateLine(address(number), state, StateOutcome.CAPTURED, settled=True)
    told = tuple(observation(name, [replace(place(number), state=state.value)]) for name in names)
    return StateSeen(line, capture(number, state=state.value), told, {"r": 2})


def missed(number: int, state: PageState, outcome: StateOutcome) -> StateSeen:
    return StateSeen(StateLine(address(number), state, outcome, "geen formulier", "no form"))


def keep(store: Store, scan: Scan) -> int | None:
    states = (seen(1, MENU, "logo", "menu"), missed(1, FORM, StateOutcome.NOT_APPLICABLE), seen(1, NARROW, "logo"))
    here = [observation("logo", [place(1)])]
    return store.store_page(scan.id, captured(1), capture(1), here, [], {"r": 1}, states)


def test_states_come_back_as_given(store: Store, running: Scan) -> None:
    keep(store, running)
    found = store.state_lines(running.id)
    assert [one.say("en") for one in found] == [
        "menu open: captured", "form error: not applicable to this page (no form)", "320 px wide: captured",
    ]  # fmt: skip
    assert [one.settled for one in found] == [True, False, True]
    assert [one.state for one in store.captures(running.id)] == ["default", "menu-open", "narrow-320"]
    logo, menu = store.observations(running.id, places=9)
    assert [p.state for p in logo.places] == ["default", "menu-open", "narrow-320"]
    assert (logo.count, logo.pages, menu.count, menu.pages) == (3, 1, 1, 1)  # one barrier, on one page
    assert store.passed_counts(running.id) == {"r": 5}
    assert store.passed_counts(running.id, "default") == {"r": 1}
    told = store.samples.seen([running.id], list({logo.verdict}))
    assert sorted((one.fingerprint == logo.fingerprint, one.state) for one in told) == [
        (False, "menu-open"), (True, "default"), (True, "menu-open"), (True, "narrow-320"),
    ]  # fmt: skip


def test_a_resumed_scan_doubles_no_state(store: Store, running: Scan) -> None:
    first = keep(store, running)
    assert keep(store, running) == first
    with store._reading() as connection:
        assert connection.execute(select(func.count()).select_from(PAGE_STATE)).scalar_one() == 3
        assert connection.execute(select(func.count()).select_from(OBSERVATION)).scalar_one() == 2


def test_states_of_an_ended_scan_stay(store: Store, running: Scan) -> None:
    keep(store, running)
    store.end_scan(running.id, ScanState.COMPLETED)
    for change in (
        PAGE_STATE.update().values(outcome="captured"),
        PAGE_STATE.delete(),
        PAGE_STATE.insert().values(
            address_line_id=1, state="zoom-200", scan_id=running.id, outcome="captured", reason_nl="", reason_en=""
        ),
    ):
        with pytest.raises(EndedScanIsImmutable), store._writing() as connection:
            connection.execute(change)


def test_nothing_is_seen_in_a_state_without_a_capture(store: Store, running: Scan) -> None:
    bare = replace(missed(1, FORM, StateOutcome.NOT_CAPTURED), passed={"r": 1})
    with pytest.raises(ValueError, match="rests on a capture in that state"):
        store.store_page(running.id, captured(1), capture(1), [], states=[bare])
    with pytest.raises(ValueError, match="rests on a capture"):
        store.store_page(running.id, captured(1), None, [], states=[missed(1, FORM, StateOutcome.NOT_CAPTURED)])


def test_options_of_an_earlier_version_ask_no_states(store: Store, running: Scan) -> None:
    assert store.scan(running.id).options.states == ()
    old = {name: value for name, value in asdict(ScanOptions(max_pages=3)).items() if name != "states"}
    with store._writing() as connection:
        connection.execute(SCAN.update().values(options=old))
    assert store.scan(running.id).options == ScanOptions(max_pages=3)


def test_options_with_states_come_back_as_states(store: Store, running: Scan) -> None:
    wanted = ScanOptions(states=(MENU, FORM))
    assert store.scan(store.new_scan(running.target_id, wanted).id).options == wanted
