"""Scans: states, claims, heartbeats, counts, and what can no longer change."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from pages_made import capture, captured, line, observation, place
from sqlalchemy import update

from eaa_checker.domain.address import Ending
from eaa_checker.domain.scan import Profile, Scan, ScanOptions, ScanState
from eaa_checker.errors import EndedScanIsImmutable, NotFound, ScanIsTaken
from eaa_checker.store import Store
from eaa_checker.store.schema import SCAN

OPTIONS = ScanOptions(
    max_pages=7,
    profile=Profile.QUICK,
    extra_hosts=("a.test", "b.test"),
    viewport=(320, 256),
    delay=1.5,
    ignore_robots="afspraak met de beheerder",
)


def test_a_new_scan_waits_with_its_options(store: Store, running: Scan) -> None:
    scan = store.new_scan(running.target_id, OPTIONS)
    assert scan.state is ScanState.WAITING
    assert scan.options == OPTIONS
    assert (scan.target_name, scan.address) == ("Website", "https://voorbeeld.test/")
    assert scan.organisation_name == "Veiligheidsregio Voorbeeld"
    assert scan.started is None
    assert store.scan(scan.id) == scan
    assert [found.id for found in store.scans()] == [scan.id, running.id]
    assert [found.id for found in store.scans(running.target_id)] == [scan.id, running.id]
    assert store.scans(running.target_id + 1) == []
    assert store.scans(states=[ScanState.WAITING]) == [scan]
    assert [found.id for found in store.scans(states=[ScanState.WAITING, ScanState.RUNNING])] == [scan.id, running.id]


def test_options_of_other_versions_can_be_read(store: Store, running: Scan) -> None:
    with store._writing() as connection:
        connection.execute(update(SCAN).values(options={"max_pages": 3, "telepathy": True}))
    assert store.scan(running.id).options == ScanOptions(max_pages=3)


@pytest.mark.parametrize("unknown", [2, 0, -1, 2**63, 10**30])
def test_no_such_target_or_scan(store: Store, running: Scan, unknown: int) -> None:
    with pytest.raises(NotFound):
        store.new_scan(unknown, OPTIONS)
    with pytest.raises(NotFound):
        store.capture(unknown)
    assert store.scans(unknown) == []
    assert store.targets(unknown) == []
    for ask in (
        lambda: store.scan(unknown),
        lambda: store.claim_scan(unknown, "w"),
        lambda: store.heartbeat(unknown, "w"),
        lambda: store.set_circumstances(unknown, {}),
        lambda: store.interrupt_scan(unknown),
        lambda: store.request_stop(unknown),
        lambda: store.stop_requested(unknown),
        lambda: store.end_scan(unknown, ScanState.COMPLETED),
        lambda: store.add_addresses(unknown, [line(1)]),
        lambda: store.addresses(unknown),
        lambda: store.waiting(unknown),
        lambda: store.set_line(unknown, line(1)),
        lambda: store.store_page(unknown, captured(1), capture(1), []),
        lambda: store.observations(unknown),
        lambda: list(store.iterate_observations(unknown)),
        lambda: store.observation_places(unknown, "f"),
        lambda: store.captures(unknown),
        lambda: store.passed_counts(unknown),
    ):
        with pytest.raises(NotFound) as caught:
            ask()
        assert caught.value.mend == "eaa-checker scans"


def test_claiming_starts_a_scan_once(store: Store, running: Scan) -> None:
    assert running.state is ScanState.RUNNING
    assert running.started is not None
    with pytest.raises(ScanIsTaken) as caught:
        store.claim_scan(running.id, "werker-2")
    assert "werker-1" in caught.value.nl


def test_of_many_workers_one_gets_the_scan(store: Store, running: Scan) -> None:
    scan = store.new_scan(running.target_id, OPTIONS)
    won: list[str] = []
    lost: list[str] = []
    gate = threading.Barrier(8)

    def claim(worker: str) -> None:
        gate.wait()
        try:
            store.claim_scan(scan.id, worker)
        except ScanIsTaken:
            lost.append(worker)
        else:
            won.append(worker)

    threads = [threading.Thread(target=claim, args=(f"w{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(won), len(lost)) == (1, 7)
    store.heartbeat(scan.id, won[0])


def was_seen(store: Store, scan: Scan, moment: datetime) -> None:
    with store._writing() as connection:
        connection.execute(update(SCAN).where(SCAN.c.id == scan.id).values(heartbeat=moment))


def test_a_silent_worker_loses_its_scan(store: Store, running: Scan) -> None:
    last_seen = partial(was_seen, store, running)
    last_seen(datetime.now(UTC) - timedelta(seconds=50))
    with pytest.raises(ScanIsTaken):
        store.claim_scan(running.id, "werker-2")
    last_seen(datetime.now(UTC) - timedelta(seconds=61))
    again = store.claim_scan(running.id, "werker-2")
    assert again.started == running.started
    with pytest.raises(ScanIsTaken):
        store.heartbeat(running.id, "werker-1")
    store.heartbeat(running.id, "werker-2")
    last_seen(datetime.now(UTC) + timedelta(hours=1))  # the clock was set back
    store.claim_scan(running.id, "werker-3")
    with pytest.raises(ScanIsTaken):
        store.claim_scan(running.id, "werker-4")
    store.claim_scan(running.id, "werker-4", stale_after=0)


def test_a_sign_of_life_keeps_the_scan(store: Store, running: Scan) -> None:
    was_seen(store, running, datetime.now(UTC) - timedelta(hours=2))
    store.heartbeat(running.id, "werker-1")
    with pytest.raises(ScanIsTaken):
        store.claim_scan(running.id, "werker-2", stale_after=3600)


def test_an_interrupted_scan_can_be_resumed(store: Store, running: Scan) -> None:
    store.request_stop(running.id)
    assert store.stop_requested(running.id)
    store.interrupt_scan(running.id)
    assert store.scan(running.id).state is ScanState.INTERRUPTED
    with pytest.raises(ScanIsTaken):
        store.heartbeat(running.id, "werker-1")
    resumed = store.claim_scan(running.id, "werker-2")
    assert resumed.state is ScanState.RUNNING
    assert resumed.started == running.started
    assert not store.stop_requested(running.id)


def test_a_stop_asked_before_the_start_is_kept(store: Store, running: Scan) -> None:
    scan = store.new_scan(running.target_id, OPTIONS)
    store.request_stop(scan.id)
    store.claim_scan(scan.id, "werker-2")
    assert store.stop_requested(scan.id)
    assert not store.stop_requested(running.id)


def test_circumstances(store: Store, running: Scan) -> None:
    circumstances = {"rule book": "2026.11", "viewport": [1280, 1024], "note": "½ \ud83d"}
    store.set_circumstances(running.id, circumstances)
    assert store.scan(running.id).circumstances == circumstances


def test_counts_up_to_now_and_at_the_end(store: Store, running: Scan) -> None:
    store.add_addresses(running.id, [line(number) for number in range(6)])
    store.store_page(running.id, captured(0), capture(0), [])
    store.set_line(running.id, line(1, Ending.NOT_FOUND))
    store.set_line(running.id, line(2, Ending.ROBOTS))
    store.store_page(running.id, line(3, Ending.NOT_SETTLED), capture(3), [])
    now = store.scan(running.id)
    assert (now.found, now.tested, now.failed) == (6, 2, 1)
    assert store.scans() == [now]
    ended = store.end_scan(running.id, ScanState.FAILED, "Niets kon.", "Nothing could.")
    assert (ended.found, ended.tested, ended.failed) == (6, 2, 1)
    assert ended.state is ScanState.FAILED
    assert ended.ended is not None
    assert json.loads(ended.error) == {"nl": "Niets kon.", "en": "Nothing could."}
    assert store.scans() == [ended]


def test_a_scan_ends_in_an_ended_state(store: Store, running: Scan) -> None:
    with pytest.raises(ValueError, match="interrupted"):
        store.end_scan(running.id, ScanState.INTERRUPTED)
    assert store.end_scan(running.id, ScanState.STOPPED).error == ""


def test_an_ended_scan_is_immutable_through_the_front_door(store: Store, running: Scan) -> None:
    store.store_page(running.id, captured(1), capture(1), [observation("a", [place(1)])], [line(2)], {"r": 1})
    store.end_scan(running.id, ScanState.COMPLETED)
    for change in (
        lambda: store.claim_scan(running.id, "w", stale_after=0),
        lambda: store.heartbeat(running.id, "werker-1"),
        lambda: store.set_circumstances(running.id, {}),
        lambda: store.interrupt_scan(running.id),
        lambda: store.request_stop(running.id),
        lambda: store.end_scan(running.id, ScanState.FAILED),
        lambda: store.add_addresses(running.id, [line(3)]),
        lambda: store.set_line(running.id, line(2)),
        lambda: store.store_page(running.id, captured(2), capture(2), []),
    ):
        with pytest.raises(EndedScanIsImmutable) as caught:
            change()
        assert f"Scan {running.id} " in caught.value.nl
    assert len(store.captures(running.id)) == 1


def test_a_new_scan_leaves_the_earlier_one_alone(store: Store, running: Scan) -> None:
    store.store_page(running.id, captured(1), capture(1), [observation("a", [place(1)])])
    first = store.end_scan(running.id, ScanState.COMPLETED)
    seen = store.observations(first.id)
    second = store.claim_scan(store.new_scan(running.target_id, OPTIONS).id, "werker-2")
    store.set_line(second.id, line(1, Ending.UNKNOWN_HOST))
    store.end_scan(second.id, ScanState.FAILED, "Mislukt.", "Failed.")
    assert store.scan(first.id) == first
    assert store.observations(first.id) == seen
    assert store.observations(second.id) == []
