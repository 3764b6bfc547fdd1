"""A database on a server: made, refused, lost and found again, each told in words a person can act on."""

from __future__ import annotations

import os
import pwd
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from pages_made import capture, captured, observation, place
from postgresql_server import GUEST, Server

from eaa_checker.domain.scan import ScanOptions, ScanState
from eaa_checker.errors import (
    BadInput,
    EaaCheckerError,
    EndedScanIsImmutable,
    ScanIsTaken,
    StoreIsFull,
    StoreIsLocked,
    StoreIsNewer,
    StoreIsUnreachable,
    StoreIsUnreadable,
    StoreProblem,
)
from eaa_checker.store import Store
from eaa_checker.store.every_table import METADATA
from eaa_checker.store.server import server_engine, shown


@pytest.fixture
def new(server: Server) -> Iterator[str]:
    address = server.new()
    yield address
    server.drop(address)


def test_an_empty_database_is_made_ours_once_by_whoever_is_first(new: str, tmp_path: Path) -> None:
    problems: list[EaaCheckerError] = []

    def make(number: int) -> None:
        try:
            with Store.open(new, evidence=tmp_path) as store:
                store.add_organisation(f"Regio {number}")
        except EaaCheckerError as error:
            problems.append(error)

    threads = [threading.Thread(target=make, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    with Store.open(new, evidence=tmp_path) as store:
        assert len(store.organisations()) == 3
        with store._reading() as connection:
            assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_readers_see_one_moment_and_cannot_write(shared: str, tmp_path: Path) -> None:
    with Store.open(shared, evidence=tmp_path) as store, Store.open(shared, evidence=tmp_path) as other:
        with store._reading() as connection:
            count = "SELECT COUNT(*) FROM organisation"
            assert connection.exec_driver_sql(count).scalar() == 0
            other.add_organisation("Regio")
            assert connection.exec_driver_sql(count).scalar() == 0
        with pytest.raises(StoreIsUnreadable), store._reading() as connection:
            connection.exec_driver_sql("DELETE FROM organisation")
        assert len(store.organisations()) == 1


def test_one_writer_at_a_time_and_a_clear_word_when_it_lasts(shared: str, tmp_path: Path) -> None:
    with Store.open(shared, evidence=tmp_path, patience=0.2) as store, Store.open(shared, evidence=tmp_path) as other:
        with other._writing():
            with pytest.raises(StoreIsLocked) as caught:
                store.add_organisation("Regio")
            assert store.organisations() == []  # reading goes on
        assert "bezet" in caught.value.nl
        store.add_organisation("Regio")


def test_of_workers_on_several_machines_one_gets_the_scan(shared: str, tmp_path: Path) -> None:
    stores = [Store.open(shared, evidence=tmp_path) for _ in range(4)]
    target = stores[0].add_target(stores[0].add_organisation("Regio").id, "Site", "https://voorbeeld.test/")
    scans = [stores[0].new_scan(target.id, ScanOptions()).id for _ in range(5)]
    won: list[int] = []
    gate = threading.Barrier(len(stores))

    def claim(worker: int) -> None:
        gate.wait()
        for scan in scans:
            try:
                stores[worker].claim_scan(scan, f"machine-{worker}")
            except ScanIsTaken:
                continue
            won.append(scan)

    threads = [threading.Thread(target=claim, args=(number,)) for number in range(len(stores))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == scans
    for store in stores:
        store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE scan SET error = 'x'",
        "DELETE FROM place",
        "UPDATE observation SET verdict = 'passed'",
        "INSERT INTO passed VALUES (1, 'other-rule', 5)",
        "UPDATE passage SET body = '[]'",
        "TRUNCATE place",
        "TRUNCATE scan CASCADE",
        "DELETE FROM passage",
    ],
)
def test_an_ended_scan_is_immutable_for_every_program(shared: str, tmp_path: Path, statement: str) -> None:
    with Store.open(shared, evidence=tmp_path) as store:
        target = store.add_target(store.add_organisation("Regio").id, "Site", "https://voorbeeld.test/")
        for state in (ScanState.COMPLETED, None):
            scan = store.claim_scan(store.new_scan(target.id, ScanOptions()).id, "w")
            store.store_page(scan.id, captured(1), capture(1), [observation("a", [place(1)])], [], {"r": 1})
            if state:
                store.end_scan(scan.id, state)
        with pytest.raises(EndedScanIsImmutable), store._writing() as connection:
            connection.exec_driver_sql(statement)
        with store._writing() as connection:  # the other scan still runs
            assert connection.exec_driver_sql("DELETE FROM place WHERE observation_id = 2").rowcount == 1


@pytest.mark.parametrize("statement", ["TRUNCATE trail", "TRUNCATE trail_head"])
def test_the_trail_cannot_be_emptied(shared: str, tmp_path: Path, statement: str) -> None:
    store = Store.open(shared, evidence=tmp_path)
    with pytest.raises(StoreProblem, match="only grows"), store._writing() as connection:
        connection.exec_driver_sql(statement)
    store.close()


def test_a_newer_and_a_foreign_database_are_refused(server: Server, new: str, tmp_path: Path) -> None:
    name = new.partition("@/")[2].partition("?")[0]
    server.sql("CREATE TABLE music (title text)", name)
    with pytest.raises(StoreIsUnreadable, match="not a database of EAA Checker"):
        Store.open(new, evidence=tmp_path)
    server.sql("DROP TABLE music", name)
    Store.open(new, evidence=tmp_path).close()
    server.sql("UPDATE alembic_version SET version_num = '9999'", name)
    with pytest.raises(StoreIsNewer):
        Store.open(new, evidence=tmp_path)


def test_a_database_that_cannot_hold_every_text_is_refused(server: Server, tmp_path: Path) -> None:
    server.sql("CREATE DATABASE latijn TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    with pytest.raises(StoreIsUnreadable) as caught:
        Store.open(server.address("latijn"), evidence=tmp_path)
    assert "UTF8" in caught.value.nl


def test_who_is_not_let_in_is_told_so_without_the_password(server: Server, shared: str, tmp_path: Path) -> None:
    name = shared.partition("@/")[2].partition("?")[0]
    with pytest.raises(StoreIsUnreachable) as caught:
        Store.open(server.address(name, GUEST, "verkeerd"), evidence=tmp_path)
    assert "laat u niet toe" in caught.value.nl
    assert "verkeerd" not in caught.value.nl
    with pytest.raises(StoreIsUnreadable) as caught:  # let in, but may do nothing
        Store.open(server.address(name, GUEST, "geheim"), evidence=tmp_path)
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["postgresql://inspectie@127.0.0.1:1/naam", "postgresql://inspectie@/naam?host=/er/niet"]
)
def test_a_server_that_does_not_answer(address: str, tmp_path: Path) -> None:
    with pytest.raises(StoreIsUnreachable) as caught:
        Store.open(address, evidence=tmp_path)
    assert "niet bereikbaar" in caught.value.nl


@pytest.mark.parametrize("address", ["postgresql:naam", "postgresql://server", "postgresql://a:b:c/d", "postgres://"])
def test_an_address_that_is_none(address: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        Store.open(address, evidence=tmp_path)


def test_a_password_is_never_shown() -> None:
    assert shown("postgresql://a:geheim@s/n?password=ook&sslmode=require") == "postgresql://a@s/n?sslmode=require"
    assert "geheim" not in shown("postgresql://a:geheim@s:poort/n")
    assert "geheim" not in repr(server_engine("postgresql://a:geheim@s/n", 1.0).url)


def test_a_connection_that_breaks_loses_one_transaction(shared: str, tmp_path: Path) -> None:
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> {}"
    with Store.open(shared, evidence=tmp_path) as store, Store.open(shared, evidence=tmp_path) as other:
        with pytest.raises(StoreIsUnreachable) as caught, store._writing() as connection:  # noqa: PT012
            connection.exec_driver_sql("INSERT INTO trail_head VALUES (2, 0, 'x')")
            with other._engine.connect() as killer:
                killer.exec_driver_sql(end.format("pg_backend_pid()"))
            connection.exec_driver_sql("SELECT 1")
        assert "bewaard" in caught.value.nl
        assert store.trail.head()[0] == 0  # connected anew, nothing of it was kept
        store.add_organisation("Regio")


def test_who_may_only_read_reads(server: Server, shared: str, tmp_path: Path) -> None:
    name = shared.partition("@/")[2].partition("?")[0]
    server.sql(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {GUEST}", name)
    with Store.open(server.address(name, GUEST, "geheim"), evidence=tmp_path) as store:
        assert store.organisations() == []
        with pytest.raises(StoreIsUnreadable) as caught:
            store.add_organisation("Regio")
        assert "geheim" not in caught.value.nl


def test_a_full_disk_of_the_server_loses_nothing(server: Server, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=14m", "tmpfs", folder]
        if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
            pytest.skip("mounting a small disk needs root")
        try:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
            server.sql(f"CREATE TABLESPACE klein LOCATION '{folder}'")
            server.sql("CREATE DATABASE vol TEMPLATE template0 TABLESPACE klein")
            with Store.open(server.address("vol"), evidence=tmp_path) as store:
                target = store.add_target(store.add_organisation("Regio").id, "Site", "https://voorbeeld.test/")
                scan = store.claim_scan(store.new_scan(target.id, ScanOptions()).id, "w")
                kept: list[str] = []
                with pytest.raises(StoreIsFull):  # noqa: PT012
                    while len(kept) < 100:
                        told = os.urandom(200_000).hex()
                        store.set_circumstances(scan.id, {"told": told})
                        kept.append(told)
                assert kept
                assert store.scan(scan.id).circumstances == {"told": kept[-1]}
            server.drop(server.address("vol"))
            server.sql("DROP TABLESPACE klein")
        finally:
            subprocess.run(["umount", folder], check=True)
