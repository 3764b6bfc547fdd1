"""A time-stamping authority on this machine: ``openssl ts`` behind a small web server."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

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


def keys_made(folder: Path) -> None:
    """Key and certificate of the authority, and of another one."""
    (folder / "tsa.cnf").write_text(CONFIGURATION.format(folder=folder))
    (folder / "serial").write_text("01\n")
    for name in ("tsa", "other"):
        openssl(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out",
                f"{name}.pem", "-days", "30", "-subj", f"/CN={name}", "-addext",
                "extendedKeyUsage=critical,timeStamping", "-addext", "keyUsage=critical,digitalSignature")  # fmt: skip


@contextmanager
def authority_at(folder: Path) -> Iterator[Authority]:
    """The authority with the keys in *folder*, as long as the block lasts."""
    here = Authority(folder)

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
