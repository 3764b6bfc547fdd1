"""Evidence: what goes in comes out, or it is said to be damaged."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from eaa_checker.errors import EvidenceDamaged, StoreIsUnreadable, StoreProblem
from eaa_checker.store import Evidence, Store


@pytest.fixture
def evidence(tmp_path: Path) -> Evidence:
    return Evidence(tmp_path / "evidence")


def test_beside_the_database(store: Store, database: Path) -> None:
    sha256, _ = store.evidence.put(b"{}", "application/json")
    assert store.evidence.path(sha256) == Path(f"{database}.evidence", sha256[:2], f"{sha256[2:]}.zst")


@given(st.binary(max_size=2000), st.sampled_from(["image/png", "image/svg+xml", "application/json"]))
def test_comes_back(tmp_path_factory: pytest.TempPathFactory, data: bytes, media_type: str) -> None:
    evidence = Evidence(tmp_path_factory.getbasetemp() / "evidence-given")
    assert evidence.put(data, media_type) == (hashlib.sha256(data).hexdigest(), len(data))
    assert evidence.get(hashlib.sha256(data).hexdigest()) == data


def test_texts_are_compressed_and_pictures_as_they_are(evidence: Evidence) -> None:
    data = b"<p>tekst</p>" * 10_000
    text, _ = evidence.put(data, "text/html")
    assert evidence.path(text).stat().st_size < len(data) // 20
    picture, _ = evidence.put(data + b"!", "image/png")
    assert evidence.path(picture).read_bytes() == data + b"!"
    vector, _ = evidence.put(data + b"?", "image/svg+xml")
    assert evidence.path(vector).stat().st_size < len(data) // 20


def test_the_same_bytes_are_written_once(evidence: Evidence) -> None:
    first, _ = evidence.put(b"bytes", "image/png")
    inode = evidence.path(first).stat().st_ino
    second, _ = evidence.put(b"bytes", "text/plain")
    assert first == second
    assert evidence.path(first).stat().st_ino == inode
    assert [file.name for file in evidence.folder.rglob("*") if file.is_file()] == [first[2:]]


@pytest.mark.parametrize("media_type", ["image/png", "text/html"])
@pytest.mark.parametrize("damage", ["shorter", "empty", "other", "other, well packed", "bomb", "gone"])
def test_damage_is_found_and_mended_by_the_same_bytes(evidence: Evidence, media_type: str, damage: str) -> None:
    data = os.urandom(500)
    sha256, _ = evidence.put(data, media_type)
    file = evidence.path(sha256)
    stored = file.read_bytes()
    # A frame that claims to hold 2^60 bytes: magic number, descriptor "8-byte size", size.
    bomb = b"\x28\xb5\x2f\xfd\xe0" + (2**60).to_bytes(8, "little") + stored
    content = {
        "shorter": stored[:-3],
        "empty": b"",
        "other": stored[:-1] + bytes([stored[-1] ^ 1]),
        "other, well packed": zstandard.compress(b"x"),
        "bomb": bomb,
    }.get(damage)
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    with pytest.raises(EvidenceDamaged) as caught:
        evidence.get(sha256)
    assert isinstance(caught.value, StoreProblem)
    assert sha256 in caught.value.nl
    evidence.put(data, media_type)
    assert evidence.get(sha256) == data


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n", "0" * 64])
def test_what_is_not_there(evidence: Evidence, name: str) -> None:
    with pytest.raises(EvidenceDamaged):
        evidence.get(name)
    with pytest.raises(EvidenceDamaged):
        evidence.path(name)


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "evidence").touch()
    with pytest.raises(StoreIsUnreadable):
        Evidence(tmp_path / "evidence").put(b"x", "text/plain")


def test_nothing_half_written_stays_behind(evidence: Evidence) -> None:
    sha256 = hashlib.sha256(b"x").hexdigest()
    evidence._place(sha256, ".zst").mkdir(parents=True)  # the file cannot take its place
    with pytest.raises(StoreIsUnreadable):
        evidence.put(b"x", "text/plain")
    assert [file for file in evidence.folder.rglob("*") if file.is_file()] == []
