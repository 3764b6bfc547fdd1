"""Time-stamps from a real authority on this machine: openssl ts behind a small web server."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from authority_made import Authority, authority_at, keys_made, openssl

from eaa_checker.dossier import timestamp
from eaa_checker.errors import BadInput, ExportProblem

MANIFEST = b"0" * 64 + b"  bagit.txt\n"

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tsa")
    keys_made(folder)
    return folder


@pytest.fixture
def authority(made: Path) -> Iterator[Authority]:
    with authority_at(made) as here:
        yield here


def seal_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_a_time_stamp_is_over_the_seal_and_openssl_agrees(authority: Authority, tmp_path: Path) -> None:
    roots = timestamp.certificates(authority.certificate)
    token, stamped = timestamp.ask(MANIFEST, authority.address, roots)
    assert authority.asked == ["application/timestamp-query"]
    assert abs(datetime.now(UTC) - stamped) < timedelta(minutes=5)
    assert timestamp.fault(token, seal_of(MANIFEST), roots) == ""
    assert timestamp.time_in(token) == stamped
    assert bytes.fromhex(seal_of(MANIFEST)) in token  # what the verifier of one file looks for
    (tmp_path / "manifest").write_bytes(MANIFEST)
    (tmp_path / "token").write_bytes(token)
    roots_file = str(authority.certificate)
    said = openssl(tmp_path, "ts", "-verify", "-data", "manifest", "-in", "token", "-CAfile", roots_file)
    assert b"Verification: OK" in said.stdout + said.stderr


def test_a_token_over_something_else_is_a_fault(authority: Authority, made: Path) -> None:
    roots = timestamp.certificates(authority.certificate)
    token, _ = timestamp.ask(MANIFEST, authority.address, roots)
    assert timestamp.fault(token, seal_of(b"iets anders"), roots)
    assert timestamp.fault(token, seal_of(MANIFEST), timestamp.certificates(made / "other.pem"))
    assert timestamp.fault(token, seal_of(MANIFEST), [])
    assert timestamp.fault(token[:-1] + bytes((token[-1] ^ 1,)), seal_of(MANIFEST), roots)
    assert timestamp.fault(token[:40], seal_of(MANIFEST), roots)
    assert timestamp.time_in(b"niets") is None


@pytest.mark.parametrize("spoil", ["status", "replay", "noise", "signature"])
def test_an_authority_that_misbehaves_is_refused(authority: Authority, spoil: str) -> None:
    roots = timestamp.certificates(authority.certificate)
    token, _ = timestamp.ask(MANIFEST, authority.address, roots)
    (authority.folder / "earlier.tsr").write_bytes(token)
    authority.spoil = spoil
    with pytest.raises(ExportProblem) as caught:
        timestamp.ask(MANIFEST, authority.address, roots)
    assert "wel verzegeld" in caught.value.nl


def test_an_authority_that_is_not_there(made: Path) -> None:
    roots = timestamp.certificates(made / "tsa.pem")
    for address in ("http://127.0.0.1:9/", "geen adres", "http://[/"):
        with pytest.raises(ExportProblem):
            timestamp.ask(MANIFEST, address, roots, seconds=2)
    with pytest.raises(BadInput):
        timestamp.certificates(made / "serial")
    with pytest.raises(BadInput):
        timestamp.certificates(made / "weg.pem")
