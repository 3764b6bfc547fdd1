"""Personal data in dossiers: blurred in a copy, kept as long as needed, destroyed on record."""

from __future__ import annotations

import errno
import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from dossiers_made import COMPLETE, dossier_scan
from PIL import Image

from eaa_checker.casework.dossiers import DossierDesk
from eaa_checker.domain.dossier import SealedDossier
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import (
    BadInput,
    EvidenceDamaged,
    NotAllowed,
    NotFound,
)
from eaa_checker.settings import Settings
from eaa_checker.store import Store


@pytest.fixture
def desk(store: Store, anna: Actor) -> DossierDesk:
    return DossierDesk(store, anna, Settings(database=store.path))


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
