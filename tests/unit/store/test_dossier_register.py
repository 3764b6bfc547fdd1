"""The seal register on both databases: one chain, nothing changed, terms and destruction on record."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

import pytest

from eaa_checker.domain.dossier import SealedDossier
from eaa_checker.domain.scan import Scan
from eaa_checker.domain.trail import GENESIS, Actor
from eaa_checker.errors import EaaCheckerError, EditedMeanwhile, NotFound
from eaa_checker.store import Store

ANNA, BRAM = Actor("Anna", "anna@post"), Actor("Bram", "bram@post")


def sealed(store: Store, scan: Scan, title: str = "Onderzoek\0 één") -> SealedDossier:
    """Enters a dossier as sealing does, without making one."""

    def place(number: int, previous: str, instant: datetime) -> tuple[SealedDossier, str, str]:
        info = f"EAA-Previous-Seal: {previous}\nEAA-Seal-Number: {number}\n"
        manifest = f"{hashlib.sha256(info.encode()).hexdigest()}  bag-info.txt\n"
        seal = hashlib.sha256(manifest.encode()).hexdigest()
        who = (ANNA.name, ANNA.account, f"/weg/{number}")
        values = (number, f"scan:{scan.id}", title, "", instant, *who, seal, previous)
        return SealedDossier(*values, files=3, bytes=2**40, incomplete=("who", "dated")), manifest, info

    return store.dossiers.seal(ANNA, [scan.id, scan.id], place)


def test_dossiers_form_one_chain(store: Store, running: Scan) -> None:
    first, second = sealed(store, running), sealed(store, running)
    assert (first.number, first.previous, first.title) == (1, GENESIS, "Onderzoek\ufffd één")
    assert (second.number, second.previous, second.bytes) == (2, first.seal, 2**40)
    assert store.dossiers.dossiers() == [first, second]
    assert store.dossiers.dossiers(f"scan:{running.id}") == [first, second]
    assert store.dossiers.dossiers("case:1") == []
    assert store.dossiers.by_seal(second.seal) == second
    assert store.dossiers.by_seal("0" * 64) is None
    assert store.dossiers.scans_of(2) == [running.id]
    assert store.dossiers.register_faults() == []
    assert store.trail.faults() == []
    with pytest.raises(NotFound):
        store.dossiers.dossier(3)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE dossier SET seal = 'x'", "DELETE FROM dossier_scan", "DELETE FROM dossier", "DELETE FROM destruction"],
)
def test_the_database_itself_refuses_changes(store: Store, running: Scan, statement: str) -> None:
    sealed(store, running)
    store.dossiers.begin_destruction(BRAM, 1, "lijst 3")
    with pytest.raises(EaaCheckerError), store._writing() as connection:
        connection.exec_driver_sql(statement)
    assert store.dossiers.register_faults() == []


def test_a_sealing_that_fails_enters_nothing(store: Store, running: Scan) -> None:
    def place(number: int, previous: str, instant: datetime) -> tuple[SealedDossier, str, str]:
        raise OSError("vol")

    with pytest.raises(EaaCheckerError):
        store.dossiers.seal(ANNA, [running.id], place)
    assert store.dossiers.dossiers() == []
    assert store.trail.entries("dossier:1") == []


def test_terms_are_changed_on_the_version_that_was_seen(store: Store, running: Scan) -> None:
    sealed(store, running)
    first = store.dossiers.retain(ANNA, 1, date(2036, 1, 1), "lijst")
    with pytest.raises(EditedMeanwhile):
        store.dossiers.retain(BRAM, 1, date(2037, 1, 1), "anders")
    second = store.dossiers.retain(BRAM, 1, date(2038, 1, 1), "beroep", first.version)
    with pytest.raises(EditedMeanwhile):
        store.dossiers.retain(ANNA, 1, date(2039, 1, 1), "toch", first.version)
    assert store.dossiers.retentions() == {1: second}
    assert (second.until, second.actor, second.version) == (date(2038, 1, 1), "Bram", 2)


def test_tokens_marks_copies_and_destruction_come_back_as_kept(store: Store, running: Scan) -> None:
    sealed(store, running)
    assert store.dossiers.timestamp(1) is None
    stamped = datetime(2026, 11, 2, 12, tzinfo=UTC)
    store.dossiers.add_timestamp(ANNA, 1, b"\x00token", "http://tsa.test/", stamped)
    assert store.dossiers.timestamp(1) == (b"\x00token", "http://tsa.test/", stamped)
    part = "a" * 64
    marked = [store.dossiers.mark_by_catch(ANNA, part, area, "gezicht\0") for area in ((1, 2, 3, 4), None)]
    assert store.dossiers.by_catch() == store.dossiers.by_catch([part]) == marked
    assert store.dossiers.by_catch(["b" * 64]) == []
    copy = store.dossiers.add_blurred(BRAM, part, "c" * 64, [(1, 2, 3, 4), (5, 6, 7, 8)], "gezicht")
    assert store.dossiers.blurred([part]) == store.dossiers.blurred() == [copy]
    store.dossiers.begin_destruction(BRAM, 1, "lijst 3")
    store.dossiers.begin_destruction(ANNA, 1, "nog eens")
    assert store.dossiers.destructions()[1].finished is None
    gone = store.dossiers.finish_destruction(BRAM, 1, 12, 2**40)
    assert store.dossiers.destructions() == {1: gone}
    assert (gone.actor, gone.ground, gone.files, gone.bytes) == ("Bram", "lijst 3", 12, 2**40)
    assert store.trail.faults() == []
