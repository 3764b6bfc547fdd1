"""Time-stamps from a real authority on this machine: openssl ts behind a small web server."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from eaa_checker.dossier import timestamp
from eaa_checker.errors import BadInput, ExportProblem

MANIFEST = b"0" * 64 + b"  bagit.txt\n"

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")

CONFIGURATION = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""


@dataclass
class Authority:
    """openssl as a time-stamping authority; *spoil* changes what it answers."""

    folder: Path
    address: str = ""
    spoil: str = ""
    asked: list[str] = field(default_factory=list)

    @property
    def certificate(self) -> Path:
        return self.folder / "tsa.pem"

    def answer(self, query: bytes) -> bytes:
        (self.folder / "query.tsq").write_bytes(query)
        openssl(self.folder, "ts", "-reply", "-config", "tsa.cnf", "-section", "here", "-queryfile", "query.tsq",
                "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "reply.tsr")  # fmt: skip
        return (self.folder / "reply.tsr").read_bytes()


def openssl(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Key and certificate of the authority, and of another one."""
    folder = tmp_path_factory.mktemp("tsa")
    (folder / "tsa.cnf").write_text(CONFIGURATION.format(folder=folder))
    (folder / "serial").write_text("01\n")
    for name in ("tsa", "other"):
        openssl(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out",
                f"{name}.pem", "-days", "30", "-subj", f"/CN={name}", "-addext",
                "extendedKeyUsage=critical,timeStamping", "-addext", "keyUsage=critical,digitalSignature")  # fmt: skip
    return folder


@pytest.fixture
def authority(made: Path) -> Iterator[Authority]:
    here = Authority(made)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            here.asked.append(self.headers["Content-Type"])
            if here.spoil == "status":
                self.send_error(503)
                return
            answer = here.answer(query)
            if here.spoil == "replay":
                answer = here.folder.joinpath("earlier.tsr").read_bytes()
            elif here.spoil == "noise":
                answer = b"<html>geen tijdstempel</html>"
            elif here.spoil == "signature":
                answer = answer[:-1] + bytes((answer[-1] ^ 1,))
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        here.address = f"http://127.0.0.1:{server.server_port}/tsa"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield here
        server.shutdown()
        thread.join()


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
