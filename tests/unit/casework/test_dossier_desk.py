"""Dossiers: sealed whole or not at all, chained, judged again with the same outcome, destroyed on record."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import bagit
import lxml.html
import pytest
from authority_made import authority_at, keys_made
from dossiers_made import COMPLETE, TITLE, dossier_scan, judged, left

from eaa_checker.casework.dossiers import DossierDesk
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.dossier import Person, SealedDossier
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.scan import ScanState
from eaa_checker.domain.trail import GENESIS, Actor
from eaa_checker.dossier import bag as bags
from eaa_checker.errors import (
    AlreadyExists,
    BadInput,
    EvidenceDamaged,
    ExportProblem,
    NotAllowed,
    NotFound,
    StoreIsFull,
)
from eaa_checker.settings import Settings
from eaa_checker.store import Store
from rules.contract import Words


@pytest.fixture
def desk(store: Store, anna: Actor) -> DossierDesk:
    return DossierDesk(store, anna, Settings(database=store.path))


def test_a_sealed_scan_is_a_valid_bag_that_verifies(desk: DossierDesk, sealed: SealedDossier) -> None:
    place = Path(sealed.place)
    bagit.Bag(str(place)).validate()
    found = desk.verify(place)
    assert found.whole
    assert found.registered == sealed
    assert found.incomplete == []
    assert sealed.incomplete == ()
    assert (found.examined.seal, found.examined.previous, found.examined.number) == (sealed.seal, GENESIS, 1)
    names = {file.relative_to(place / "data").as_posix() for file in (place / "data").rglob("*") if file.is_file()}
    for wanted in ("tree.json", "axe.json", "records.json", "visit.json", "mhtml.mhtml", "page.jpg",
                   "page-outlined.jpg", "page.wacz", "capture.json", "index.html", "index.en.html"):  # fmt: skip
        assert f"captures/0001/{wanted}" in names
    assert any(name.startswith("captures/0002/crops/") and name.endswith("-outlined.jpg") for name in names)


def test_the_matter_says_where_when_who_and_how(sealed: SealedDossier) -> None:
    matter = json.loads((Path(sealed.place) / "data" / "matter.json").read_bytes())
    assert matter["examiner"]["name"] == "Anna de Vries"
    assert datetime.fromisoformat(matter["signature"]["instant"]).tzinfo is not None
    (scan,) = matter["scans"]
    assert scan["circumstances"]["machine"] == "post-12"
    assert [capture["address"] for capture in scan["captures"]] == [f"https://voorbeeld.test/{n}" for n in (0, 1)]
    assert all(datetime.fromisoformat(capture["instant"]).tzinfo for capture in scan["captures"])


def test_hostile_text_stays_text(sealed: SealedDossier) -> None:
    data = Path(sealed.place) / "data"
    for page in (data / "index.html", data / "captures" / "0001" / "index.en.html"):
        html = page.read_text("utf-8")
        assert "\u202e" not in html
        assert "⟨U+202E⟩txt.exe &lt;/script&gt; 🚒" in html
        assert "</script>" not in html
        assert "<b>1</b>" not in html
    facts = json.loads((data / "captures" / "0001" / "capture.json").read_bytes())
    assert facts["title"] == TITLE  # kept as it was, for machines


def test_no_text_of_a_page_breaks_a_dossier(desk: DossierDesk, store: Store, target: Target) -> None:
    nasty = "<script>\x00\x07\u2067\ud83d</script> & ]]> ⟨ \u2028 =HYPERLINK(1)" + "é" * 1_000_000
    scan = dossier_scan(store, target, 1, ended=False)
    capture = store.captures(scan.id)[0]
    other = replace(capture, address="https://voorbeeld.test/<b>&", title=nasty, notes=(nasty,), id=0)
    place = replace(judged()[0][0].places[0], html=nasty, path=(nasty, nasty), address=nasty)
    seen = replace(judged()[0][0], places=(place,), element=nasty, explanation=Words(nasty, nasty))
    line = AddressLine(other.address, FoundBy.LINK, depth=1, ending=Ending.CAPTURED, title=nasty, detail=nasty)
    store.store_page(scan.id, line, other, [seen])
    store.end_scan(scan.id, ScanState.COMPLETED)
    made = desk.make_of_scan(scan.id, Person(), description=nasty[:60])
    assert desk.verify(Path(made.place)).whole
    for page in Path(made.place).rglob("*.html"):
        html = page.read_text("utf-8")
        assert "<script" not in html
        assert not set("\x00\x07\u2067\u2028") & set(html)
        assert len(html) < 200_000
        lxml.html.document_fromstring(html.encode())
    for file in Path(made.place).rglob("*.json"):
        json.loads(file.read_bytes())


def test_the_checklist_stays_red_until_complete(desk: DossierDesk, store: Store, target: Target) -> None:
    scan = dossier_scan(store, target, 1)
    made = desk.make_of_scan(scan.id, Person())
    assert made.incomplete == ("who", "description", "signed", "dated")
    missing = {check.key: [nl for nl, _ in check.missing] for check in desk.verify(Path(made.place)).incomplete}
    assert missing["who"] == ["functie van de inspecteur", "aanwijzing of mandaat"]
    html = (Path(made.place) / "data" / "index.html").read_text("utf-8")
    assert html.count("✗ niet volledig") == 4
    with pytest.raises(BadInput):
        desk.make_of_scan(scan.id, Person(sign=True))


def test_seals_are_chained_and_the_register_notices(
    desk: DossierDesk, store: Store, sealed: SealedDossier, anna: Actor
) -> None:
    second = desk.make_of_scan(1, COMPLETE)
    assert (second.number, second.previous) == (2, sealed.seal)
    assert desk.register_faults() == []
    assert [entry.action for entry in store.trail.entries("dossier:2")] == ["dossier.sealed"]
    store.close()
    with sqlite3.connect(store.path) as raw:
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute("UPDATE dossier SET title = 'x'")
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE dossier SET seal = ? WHERE number = 1", ("a" * 64,))
        raw.execute("DELETE FROM dossier_scan WHERE dossier_id = 2")
        raw.execute("DELETE FROM dossier WHERE number = 2")
    raw.close()
    with Store.open(store.path) as opened:
        faults = DossierDesk(opened, anna, Settings(database=store.path)).register_faults()
    assert {fault.number for fault in faults} == {1, 2}


def test_only_what_has_ended_is_sealed(desk: DossierDesk, store: Store, target: Target) -> None:
    scan = dossier_scan(store, target, 1, ended=False)
    with pytest.raises(NotAllowed):
        desk.make_of_scan(scan.id, COMPLETE)
    with pytest.raises(NotFound):
        desk.make_of_scan(99, COMPLETE)
    assert desk.list() == []


def test_a_dossier_is_never_written_over(desk: DossierDesk, sealed: SealedDossier, tmp_path: Path) -> None:
    (tmp_path / "dossier").mkdir()
    with pytest.raises(AlreadyExists):
        desk.make_of_scan(1, COMPLETE, folder=tmp_path / "dossier")
    assert left(tmp_path / "dossier") == []
    elsewhere = desk.make_of_scan(1, COMPLETE, folder=tmp_path / "ander" / "dossier")
    assert desk.verify(tmp_path / "ander" / "dossier").registered == elsewhere


@pytest.mark.parametrize("after", [0, 5, 30])
def test_a_disk_that_fills_leaves_nothing_behind(
    desk: DossierDesk, store: Store, target: Target, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    scan = dossier_scan(store, target, 1)
    written = 0
    real = os.fsync

    def fsync(descriptor: int) -> None:
        nonlocal written
        written += 1
        if written > after:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(bags.os, "fsync", fsync)
        with pytest.raises(StoreIsFull) as caught:
            desk.make_of_scan(scan.id, COMPLETE)
    assert "schijf is vol" in caught.value.nl
    parent = store.path.with_name(f"{store.path.name}.dossiers")
    assert left(parent) == []
    assert desk.list() == []
    assert desk.make_of_scan(scan.id, COMPLETE).number == 1


def test_a_register_that_fails_takes_the_dossier_away_again(
    desk: DossierDesk, store: Store, target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = dossier_scan(store, target, 1)
    with monkeypatch.context() as patch:
        patch.setattr("eaa_checker.store.dossiers.record", lambda *a, **k: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            desk.make_of_scan(scan.id, COMPLETE)
    assert left(store.path.with_name(f"{store.path.name}.dossiers")) == []
    assert desk.list() == []


def test_damaged_evidence_is_not_sealed(desk: DossierDesk, store: Store, target: Target) -> None:
    scan = dossier_scan(store, target, 1)
    part = store.captures(scan.id)[0].parts[0]
    store.evidence.path(part.sha256).write_bytes(b"iets anders")
    with pytest.raises(EvidenceDamaged):
        desk.make_of_scan(scan.id, COMPLETE)
    assert left(store.path.with_name(f"{store.path.name}.dossiers")) == []


def test_a_dossier_made_anew_is_found_out(desk: DossierDesk, sealed: SealedDossier, store: Store) -> None:
    """All hashes are right again, but it is not what was sealed."""
    place = Path(sealed.place)
    forged = place.with_name("forged")
    with bags.building(place.parent) as bag:
        for file in sorted((place / "data").rglob("*")):
            if file.is_file():
                name = file.relative_to(place).as_posix()
                bag.add(name, file.read_bytes().replace(b"Anna de Vries", b"Iemand Anders"))
        bag.tag("LEESMIJ-README.txt", (place / "LEESMIJ-README.txt").read_bytes())
        bag.seal(1, sealed.previous, sealed.instant, {})
        bags.put(bag, forged)
    shutil.rmtree(place)
    forged.rename(place)
    found = desk.verify(place)
    assert not found.whole
    assert found.registered is None
    assert sealed.seal in found.examined.faults[0].en


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_a_seal_is_time_stamped_and_the_stamp_guarded(
    desk: DossierDesk, sealed: SealedDossier, store: Store, anna: Actor, tmp_path: Path
) -> None:
    with pytest.raises(BadInput):
        desk.stamp(1)  # no authority is configured
    keys_made(tmp_path)
    place = Path(sealed.place)
    with authority_at(tmp_path) as authority:
        pem = tmp_path / "tsa.pem"
        chosen = Settings(store.path, timestamp_authority=authority.address, timestamp_certificates=pem)
        stamping = DossierDesk(store, anna, chosen)
        authority.spoil = "status"
        with pytest.raises(ExportProblem):
            stamping.stamp(1)
        assert desk.verify(place).whole  # sealed all the same
        authority.spoil = ""
        stamped = stamping.stamp(1)
    found = stamping.verify(place)
    assert (found.whole, found.stamped, found.timestamp_checked) == (True, stamped, True)
    assert store.dossiers.timestamp(1) == ((place / "seal.tsr").read_bytes(), authority.address, stamped)
    others = DossierDesk(store, anna, Settings(store.path, timestamp_certificates=tmp_path / "other.pem"))
    assert not others.verify(place).whole
    token = (place / "seal.tsr").read_bytes()
    (place / "seal.tsr").write_bytes(token[:-1] + bytes((token[-1] ^ 1,)))
    assert [fault.path for fault in desk.verify(place).examined.faults] == ["seal.tsr"]
    (place / "seal.tsr").unlink()
    assert [fault.path for fault in desk.verify(place).examined.faults] == ["seal.tsr"]
