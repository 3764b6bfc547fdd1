"""A sealed dossier judged again: by the same rule book, by another, by none, and after tampering."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from eaa_checker.casework.dossiers import DossierDesk
from eaa_checker.domain.dossier import Flip, SealedDossier
from eaa_checker.domain.trail import Actor
from eaa_checker.dossier import instrument
from eaa_checker.errors import (
    EvidenceDamaged,
    NotFound,
    RuleBookProblem,
    UnreadableFile,
)
from eaa_checker.settings import Settings
from eaa_checker.store import Store


@pytest.fixture
def desk(store: Store, anna: Actor) -> DossierDesk:
    return DossierDesk(store, anna, Settings(database=store.path))


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
