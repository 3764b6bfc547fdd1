"""Parts of a case for another supervisor: what goes in, what comes back, and packages that were tampered with."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import bagit
import pytest
from cases_made import STATEMENT, Examined
from scans_made import Made, fingerprint

from eaa_checker.casework.dossiers import DossierDesk
from eaa_checker.casework.exchange import ExchangeDesk, receive
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.signals import SignalDesk
from eaa_checker.domain.dossier import Person
from eaa_checker.domain.finding import FindingText
from eaa_checker.domain.package import ExchangePart
from eaa_checker.domain.signal import NewSignal, Reporter, SignalSource
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import (
    AlreadyExists,
    BadInput,
    EaaCheckerError,
    EvidenceDamaged,
    ExportProblem,
    NotAllowed,
    NotFound,
    StoreIsFull,
)
from eaa_checker.settings import Settings
from eaa_checker.store import Store

WHY: dict[str, Any] = {"recipient": "Toezichthouder B </script>\u202e", "purpose": "eigen onderzoek",
                       "legal_ground": "grond van de jurist"}  # fmt: skip
EVERYTHING = [part for part in ExchangePart if part is not ExchangePart.DOSSIER]


@pytest.fixture
def case(examined_store: Store, anna: Actor, bram: Actor) -> Examined:
    case = Examined(examined_store, anna, 1, 1)
    home, contact = Made("/", "Home", failed=("logo",)), Made("/contact", "Contact", failed=("logo",))
    case.visited(*[[home, contact, STATEMENT]] * 3)
    text = FindingText("Logo", "Het logo heeft geen naam.", "Wie niet ziet, weet niets.", repair="Geef een naam.")
    one = FindingDesk(case.store, anna).add(case.id, observations=[fingerprint("logo")], text=text)
    FindingDesk(case.store, anna).submit(one.id)
    FindingDesk(case.store, bram).approve(one.id, "zelf nagekeken")
    signals = SignalDesk(case.store, anna)
    new = NewSignal(SignalSource.REPORT, one.created.date(), "kan 112 niet bereiken", target_id=1, confidential=True)
    signals.link(signals.add(new, Reporter("Willemijn Geheim", "willemijn@geheim.test")).id, case.id)
    return case


def test_it_goes_over_whole_and_the_receipt_says_so(case: Examined, tmp_path: Path) -> None:
    desk = ExchangeDesk(case.store, case.actor)
    DossierDesk(case.store, case.actor, Settings(database=case.store.path)).make_of_case(
        case.id, Person("toezichthouder", "2026-4", sign=True)
    )
    made = desk.make(case.id, list(ExchangePart), tmp_path / "p.zip", **WHY)
    with zipfile.ZipFile(tmp_path / "p.zip") as package:
        package.extractall(tmp_path / "daar")
    there = tmp_path / "daar" / "p"
    bagit.Bag(str(there)).validate()
    names = {file.relative_to(there).as_posix() for file in there.rglob("*") if file.is_file()}
    assert {"data/about.json", "data/case.json", "data/sample.json", "data/findings.json", "data/verdicts.json",
            "data/observations/scan-2.jsonl"} <= names  # fmt: skip
    assert any(name.startswith("data/dossier/") and name.endswith("verify_dossier.py") for name in names)
    for file in there.rglob("*"):
        if file.is_file():
            assert b"willemijn" not in file.read_bytes().lower(), file
    (finding,) = json.loads((there / "data" / "findings.json").read_bytes())
    assert finding["text"]["fact"] == "Het logo heeft geen naam."
    assert "signal_ids" not in json.loads((there / "data" / "case.json").read_bytes())["case"]
    lines = (there / "data" / "observations" / "scan-2.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["fingerprint"] for line in lines] == [fingerprint("logo")]

    found = receive(tmp_path / "p.zip", tmp_path / "bewijs.json", "Karin Bos, Toezichthouder B")
    assert (found.identifier, found.digest, found.faults) == (made.identifier, made.digest, ())
    package_, faults = desk.receipt(tmp_path / "bewijs.json")
    assert faults == ()
    assert [(r.receiver, r.faults) for r in package_.receipts] == [("Karin Bos, Toezichthouder B", ())]
    head = case.store.trail.head()
    desk.receipt(tmp_path / "bewijs.json")
    assert case.store.trail.head() == head, "the same receipt again changes nothing"
    entries = [(e.action, e.ground) for e in case.store.trail.entries("case:1")][-2:]
    assert entries == [("exchange.made", "grond van de jurist"), ("exchange.received", "")]


def test_every_change_on_the_way_is_named(case: Examined, tmp_path: Path) -> None:
    desk = ExchangeDesk(case.store, case.actor)
    desk.make(case.id, EVERYTHING, tmp_path / "p", **WHY)
    came = tmp_path / "daar"
    shutil.copytree(tmp_path / "p", came)
    (came / "data" / "findings.json").write_text("[]")
    (came / "data" / "sample.json").unlink()
    (came / "data" / "erbij.txt").write_text("x")
    (came / "data" / "case.json").unlink()
    (came / "data" / "case.json").symlink_to("/etc/hostname")
    found = receive(came, tmp_path / "bewijs.json", "B")
    assert [en for _, en in found.faults] == [
        "data/case.json is a symlink", "data/findings.json was changed", "data/sample.json is missing",
        "data/erbij.txt was added",
    ]  # fmt: skip
    package, faults = desk.receipt(tmp_path / "bewijs.json")
    assert {nl for nl, _ in faults} == {
        "data/case.json is niet ontvangen", "data/sample.json is niet ontvangen", "data/erbij.txt is niet verzonden",
        "data/findings.json kwam anders aan",
    }  # fmt: skip
    assert package.receipts[0].faults == faults
    told = json.loads((tmp_path / "bewijs.json").read_bytes())
    (tmp_path / "bewijs2.json").write_text(json.dumps(told | {"digest": "0" * 64}))
    _, faults = desk.receipt(tmp_path / "bewijs2.json")
    assert faults[0][1].startswith("the digest of the package differs: sent")


@pytest.mark.parametrize(
    "text",
    [
        "", "geen json", "[]", "{}", '{"form": "eaa-checker-receipt-1"}', "[" * 100_000,
        '{"form": "eaa-checker-receipt-1", "package": "x", "digest": "", "files": {}, "receiver": " ", '
        '"received": "2026-11-23T10:00:00+01:00"}',
        '{"form": "eaa-checker-receipt-1", "package": "x", "digest": "", "files": {}, "receiver": "B", '
        '"received": "2026-11-23T10:00:00"}',
        '{"form": "eaa-checker-receipt-1", "package": "</script>", "digest": "", "files": {}, "receiver": "B", '
        '"received": "2026-11-23T10:00:00+01:00"}',
    ],
)  # fmt: skip
def test_what_is_no_receipt_is_refused(case: Examined, tmp_path: Path, text: str) -> None:
    (tmp_path / "bewijs.json").write_text(text)
    head = case.store.trail.head()
    with pytest.raises((BadInput, NotFound)) as caught:
        ExchangeDesk(case.store, case.actor).receipt(tmp_path / "bewijs.json")
    assert caught.value.nl != caught.value.en
    assert case.store.trail.head() == head


def test_purpose_ground_recipient_and_parts_are_asked_for(case: Examined, tmp_path: Path) -> None:
    desk = ExchangeDesk(case.store, case.actor)
    for name in WHY:
        with pytest.raises(BadInput):
            desk.make(case.id, EVERYTHING, tmp_path / "p", **(WHY | {name: " "}))
    with pytest.raises(BadInput):
        desk.make(case.id, [], tmp_path / "p", **WHY)
    with pytest.raises(NotAllowed, match="No dossier"):
        desk.make(case.id, [ExchangePart.DOSSIER], tmp_path / "p", **WHY)
    with pytest.raises(NotAllowed, match="give away"):
        desk.make(case.id, EVERYTHING, tmp_path / "p", **(WHY | {"purpose": "melding van Willemijn Geheim"}))
    assert [path.name for path in tmp_path.iterdir()] == ["examined"]
    assert desk.packages() == []


def test_a_dossier_that_was_changed_is_not_shared(case: Examined, tmp_path: Path) -> None:
    dossiers = DossierDesk(case.store, case.actor, Settings(database=case.store.path))
    place = Path(dossiers.make_of_case(case.id, Person()).place)
    (place / "data" / "matter.json").write_text("{}")
    with pytest.raises(EvidenceDamaged, match="not whole"):
        ExchangeDesk(case.store, case.actor).make(case.id, [ExchangePart.DOSSIER], tmp_path / "p", **WHY)
    assert [path.name for path in tmp_path.iterdir()] == ["examined"]


def test_a_full_disk_and_what_stands_there_already(
    case: Examined, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from eaa_checker.dossier.parcel import Parcel

    desk = ExchangeDesk(case.store, case.actor)
    (tmp_path / "er.zip").write_text("iets anders")
    (tmp_path / "link").symlink_to(tmp_path / "nergens")
    with pytest.raises(AlreadyExists):
        desk.make(case.id, EVERYTHING, tmp_path / "er.zip", **WHY)
    with pytest.raises(ExportProblem, match="symlink"):
        desk.make(case.id, EVERYTHING, tmp_path / "link", **WHY)
    real, count = Parcel.add, []

    def full(self: Parcel, path: str, content: bytes) -> str:
        count.append(path)
        if len(count) == 4:
            raise OSError(28, "No space left on device")
        return real(self, path, content)

    monkeypatch.setattr(Parcel, "add", full)
    for name in ("p", "p.zip"):
        count.clear()
        with pytest.raises(StoreIsFull):
            desk.make(case.id, EVERYTHING, tmp_path / name, **WHY)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["er.zip", "examined", "link"]
    assert (tmp_path / "er.zip").read_text() == "iets anders"


def test_what_is_no_package_is_said(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "p.zip").write_bytes(b"PK half")
    with zipfile.ZipFile(tmp_path / "slip.zip", "w") as package:
        package.writestr("../weg.txt", "x")
    bag = tmp_path / "vreemd"
    (bag / "data").mkdir(parents=True)
    for name, text in (("bag-info.txt", "X: y\n"), ("manifest-sha256.txt", ""), ("tagmanifest-sha256.txt", "")):
        (bag / name).write_text(text)
    evil = tmp_path / "evil"
    shutil.copytree(bag, evil)
    (evil / "manifest-sha256.txt").write_text(f"{'0' * 64}  data/../../weg.txt\n")
    for name in ("leeg", "p.zip", "slip.zip", "vreemd", "evil", "nergens"):
        with pytest.raises(EaaCheckerError) as caught:
            receive(tmp_path / name, tmp_path / "bewijs.json", "B")
        assert caught.value.nl != caught.value.en
    assert not (tmp_path / "bewijs.json").exists()
    assert not (tmp_path.parent / "weg.txt").exists()
