"""Dossiers: sealed whole or not at all, chained, judged again with the same outcome, destroyed on record."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import bagit
import lxml.html
import pytest
from authority_made import authority_at, keys_made
from dossiers_made import TITLE, dossier_scan, judged
from PIL import Image

from eaa_checker.casework.dossiers import DossierDesk
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.dossier import Flip, Person, SealedDossier
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.scan import ScanState
from eaa_checker.domain.trail import GENESIS, Actor
from eaa_checker.dossier import bag as bags
from eaa_checker.dossier import instrument
from eaa_checker.errors import (
    AlreadyExists,
    BadInput,
    EvidenceDamaged,
    ExportProblem,
    NotAllowed,
    NotFound,
    RuleBookProblem,
    StoreIsFull,
    UnreadableFile,
)
from eaa_checker.settings import Settings
from eaa_checker.store import Store
from rules.contract import Words

COMPLETE = Person("toezichthouder", "aanwijzing 2026-4", "IAAP WAS", sign=True)


@pytest.fixture
def desk(store: Store, anna: Actor) -> DossierDesk:
    return DossierDesk(store, anna, Settings(database=store.path))


@pytest.fixture
def sealed(desk: DossierDesk, store: Store, target: Target) -> SealedDossier:
    scan = dossier_scan(store, target)
    return desk.make_of_scan(scan.id, COMPLETE, description="De foto op de voorpagina heeft geen naam.")


def left(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir()) if folder.exists() else []


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


# -- judging again --------------------------------------------------------------------------------------------------


def test_the_same_rule_book_says_the_same_byte_for_byte(desk: DossierDesk, sealed: SealedDossier) -> None:
    (outcome,) = desk.replay(Path(sealed.place))
    assert outcome.same
    assert outcome.differences == ()
    assert (outcome.captures, outcome.unjudged) == (2, ())
    assert outcome.observations > 3
    (rehearsed,) = desk.rehearse()
    assert rehearsed.same


def test_the_archive_judges_alone(desk: DossierDesk, sealed: SealedDossier) -> None:
    """In a process that has nothing of ours but what lies in the dossier."""
    (archive,) = (Path(sealed.place) / "data" / "instruments").iterdir()
    (outcome,) = desk.replay(Path(sealed.place), str(archive))
    assert outcome.same
    assert outcome.observations > 3


@pytest.fixture
def stricter(tmp_path: Path) -> Path:
    """A rule book of another version, in which no button needs a name."""
    instrument.unpack(instrument.packed(), tmp_path / "streng")
    book = tmp_path / "streng" / "rules"
    (book / "__init__.py").write_text('"""The rule book."""\n\nVERSION = "2027.1.0"\n')
    (book / "wcag" / "button_has_name.py").unlink()
    return tmp_path / "streng"


def test_another_rule_book_flips_verdicts_and_says_which(
    desk: DossierDesk, sealed: SealedDossier, stricter: Path
) -> None:
    (outcome,) = desk.rehearse([1], str(stricter))
    assert not outcome.same
    assert outcome.now_version == "2027.1.0"
    assert any(d.flip is Flip.GONE and d.rule == "button-has-name" and d.then == "failed" for d in outcome.differences)


def test_what_is_no_rule_book_is_refused(desk: DossierDesk, sealed: SealedDossier, tmp_path: Path) -> None:
    place = Path(sealed.place)
    with pytest.raises(NotFound):
        desk.replay(place, "1999.1.0")
    (tmp_path / "leeg").mkdir()
    with pytest.raises(UnreadableFile):
        desk.replay(place, str(tmp_path / "leeg"))
    (tmp_path / "leeg" / "rules").mkdir()
    (tmp_path / "leeg" / "rules" / "__init__.py").write_text('VERSION = "0"\n')
    with pytest.raises(RuleBookProblem):  # it has no rules
        desk.replay(place, str(tmp_path / "leeg"))
    with zipfile.ZipFile(tmp_path / "slecht.zip", "w") as archive:
        archive.writestr("rules/../../uit.py", "x")
    with pytest.raises(UnreadableFile):
        desk.replay(place, str(tmp_path / "slecht.zip"))
    assert not (tmp_path / "uit.py").exists()


def test_a_tampered_dossier_is_not_judged_again(desk: DossierDesk, sealed: SealedDossier) -> None:
    with (Path(sealed.place) / "data" / "captures" / "0001" / "tree.json").open("ab") as stream:
        stream.write(b" ")
    with pytest.raises(EvidenceDamaged) as caught:
        desk.replay(Path(sealed.place))
    assert "tree.json" in caught.value.en


def test_a_capture_that_cannot_be_judged_is_said(desk: DossierDesk, store: Store, sealed: SealedDossier) -> None:
    tree = next(part for part in store.captures(1)[0].parts if part.kind == "tree")
    store.evidence.remove(tree.sha256)
    (outcome,) = desk.rehearse()
    assert not outcome.same
    assert len(outcome.unjudged) == 2


# -- personal data, keeping and destroying --------------------------------------------------------------------------


def picture(store: Store) -> str:
    return next(part.sha256 for part in store.captures(1)[0].parts if part.kind == "picture")


def test_a_blurred_copy_leaves_the_original(desk: DossierDesk, store: Store, sealed: SealedDossier) -> None:
    original = picture(store)
    before = store.evidence.get(original)
    assert desk.for_sharing(original) == original
    desk.mark_by_catch(original, "gezicht van een voorbijganger", (12, 12, 20, 20))
    with pytest.raises(NotAllowed):
        desk.for_sharing(original)
    desk.blur(original, [(10, 10, 100, 50)], "gezicht")
    second = desk.blur(original, [(200, 200, 30, 30)], "kenteken")
    assert second.areas == ((10, 10, 100, 50), (200, 200, 30, 30))
    assert desk.for_sharing(original) == second.copy
    assert store.evidence.get(original) == before
    made = desk.make_of_scan(1, COMPLETE)
    copy = Path(made.place) / "data" / "captures" / "0001" / "blurred" / "page.png"
    with Image.open(copy) as shown:
        assert shown.size == (1280, 1024)
    assert (Path(made.place) / "data" / "captures" / "0001" / "page.jpg").read_bytes() == before
    assert json.loads((Path(made.place) / "data" / "by-catch.json").read_bytes())[0]["area"] == [12, 12, 20, 20]
    for areas in ([], [(0, 0, 5000, 10)], [(0, 0, 0, 0)]):
        with pytest.raises(BadInput):
            desk.blur(original, areas, "gezicht")
    with pytest.raises(BadInput):
        desk.blur(original, [(1, 1, 9, 9)], "  ")
    with pytest.raises(EvidenceDamaged):
        desk.mark_by_catch("f" * 64, "bestaat niet")


def test_destruction_is_on_record_and_the_chain_still_holds(
    desk: DossierDesk, store: Store, sealed: SealedDossier, target: Target, bram: Actor
) -> None:
    colleague = DossierDesk(store, bram, Settings(database=store.path))
    other = dossier_scan(store, target, 1)
    desk.make_of_scan(other.id, COMPLETE)
    today = date(2040, 1, 2)
    with pytest.raises(NotAllowed):
        colleague.destroy(1, "lijst 12", today)
    desk.retain(1, date(2040, 1, 1), "selectielijst 4.2, 10 jaar")
    with pytest.raises(NotAllowed):
        colleague.destroy(1, "lijst 12", date(2040, 1, 1))
    with pytest.raises(NotAllowed):
        desk.destroy(1, "lijst 12", today)  # four eyes
    assert [line.dossier.number for line in desk.due(today)] == [1]
    assert desk.due(date(2040, 1, 1)) == []
    (line,) = desk.due(today)
    assert line.files > 20
    gone = colleague.destroy(1, "lijst 12", today)
    assert gone.finished is not None
    assert gone.files >= line.files
    assert not Path(sealed.place).exists()
    assert desk.register_faults() == []
    assert desk.due(today) == []
    actions = [entry.action for entry in store.trail.entries("dossier:1")]
    assert actions == ["dossier.sealed", "dossier.retained", "dossier.destruction-begun", "dossier.destroyed"]
    assert desk.make_of_scan(other.id, COMPLETE).number == 3
    with pytest.raises(NotAllowed):
        colleague.destroy(1, "lijst 12", today)
    # The other scan shows the same page: its evidence stays.
    assert all(store.evidence.path(part.sha256) for part in store.captures(other.id)[0].parts)


def test_destruction_removes_evidence_that_nothing_needs(
    desk: DossierDesk, store: Store, sealed: SealedDossier, bram: Actor
) -> None:
    desk.blur(picture(store), [(10, 10, 100, 50)], "gezicht")
    parts = {part.sha256 for capture in store.captures(1) for part in capture.parts}
    desk.retain(1, date(2040, 1, 1), "selectielijst 4.2")
    DossierDesk(store, bram, Settings(database=store.path)).destroy(1, "lijst 12", date(2041, 1, 1))
    for sha256 in parts:
        with pytest.raises(EvidenceDamaged):
            store.evidence.get(sha256)


def test_nothing_but_the_dossier_itself_is_ever_removed(
    desk: DossierDesk, store: Store, sealed: SealedDossier, bram: Actor, tmp_path: Path
) -> None:
    colleague = DossierDesk(store, bram, Settings(database=store.path))
    desk.retain(1, date(2040, 1, 1), "selectielijst 4.2")
    second = desk.make_of_scan(1, COMPLETE)
    precious = tmp_path / "map"
    precious.mkdir()
    (precious / "tekst.txt").write_text("bewaren")
    (tmp_path / "koppeling").symlink_to(sealed.place)
    for folder in (precious, Path(second.place), tmp_path / "koppeling"):
        with pytest.raises(BadInput):
            colleague.destroy(1, "lijst 12", date(2041, 1, 1), folder=folder)
    with pytest.raises(NotFound):
        colleague.destroy(1, "lijst 12", date(2041, 1, 1), folder=tmp_path / "weg")
    assert (precious / "tekst.txt").exists()
    assert desk.verify(Path(second.place)).whole
    assert desk.destructions() == {}


def test_a_destruction_that_broke_off_is_completed(
    desk: DossierDesk, store: Store, sealed: SealedDossier, bram: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague = DossierDesk(store, bram, Settings(database=store.path))
    desk.retain(1, date(2040, 1, 1), "selectielijst 4.2")
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *a, **k: (_ for _ in ()).throw(OSError(errno.EACCES, "not allowed")))
        with pytest.raises(Exception, match="not allowed"):
            colleague.destroy(1, "lijst 12", date(2041, 1, 1))
    assert colleague.destructions()[1].finished is None
    assert colleague.destroy(1, "lijst 12", date(2041, 1, 1)).finished is not None
    assert not Path(sealed.place).exists()
    with pytest.raises(NotAllowed):
        desk.retain(1, date(2050, 1, 1), "toch bewaren", version=1)
