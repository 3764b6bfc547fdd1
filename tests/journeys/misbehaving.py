"""A local web server that misbehaves in every way a scan must survive, and remembers what it was asked.

``with MisbehavingServer() as server: visit(server.origin + "/redirect-loop")``. Each path is one kind of bad input;
``PATHS`` lists those that answer a plain GET. Everything stays on the loopback address.
"""

from __future__ import annotations

import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import misbehaving_pages as pages

HOST = "127.0.0.1"
HTML = "text/html; charset=utf-8"

PATHS = tuple(sorted([
    *pages.SCRIPTED, *pages.PLAIN, *pages.ENCODED,
    "/404", "/500", "/503-retry", "/429", "/redirect-loop", "/redirect-chain", "/redirect-away", "/slow-headers",
    "/endless", "/huge", "/large-text", "/crash", "/basic-auth", "/download", "/binary", "/pdf", "/empty", "/xml",
    "/svg", "/deep", "/many-elements", "/many-frames", "/calendar/2026/11", "/session", "/params", "/robots.txt",
    "/sitemap-index.xml", "/sitemap-nested.xml", "/sitemap-pages.xml.gz", "/broken-chunks", "/cut-off",
]))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """One request that came in. *at* is ``time.monotonic()``; header names are in lower case."""

    method: str
    path: str
    """With its query."""
    headers: Mapping[str, str]
    at: float


class MisbehavingServer:
    """The server, as a context manager. With *tls* it speaks HTTPS with a certificate that nobody trusts.

    It has a second port, ``elsewhere``: to a scan that is another site, where ``/redirect-away`` leads.
    Raises FileNotFoundError when *tls* is asked for and there is no ``openssl`` to make a certificate.
    """

    def __init__(self, *, tls: bool = False) -> None:
        self.tls = tls
        self._servers: list[_Server] = []
        self._threads: list[threading.Thread] = []
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        context = None
        if self.tls:
            self._folder = tempfile.TemporaryDirectory(prefix="misbehaving-")
            context = self_signed(Path(self._folder.name))
        self._servers = [_Server(context), _Server(context)]
        self._servers[0].elsewhere = self.elsewhere
        for server in self._servers:
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            thread.start()
            self._threads.append(thread)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers:
            server.stopping.set()
            server.shutdown()
        for thread in self._threads:
            thread.join()
        for server in self._servers:
            server.server_close()
        self._threads.clear()
        if self._folder is not None:
            self._folder.cleanup()

    @property
    def origin(self) -> str:
        return self._servers[0].origin

    @property
    def elsewhere(self) -> str:
        """Origin of the second port."""
        return self._servers[1].origin

    @property
    def requests(self) -> list[Seen]:
        """What came in on ``origin``, in order; requests still being answered are in it."""
        return list(self._servers[0].seen)

    @property
    def requests_elsewhere(self) -> list[Seen]:
        """What came in on ``elsewhere``."""
        return list(self._servers[1].seen)

    @property
    def posts(self) -> int:
        """How many POST requests came in, on both ports: the scanner must keep this at 0."""
        return sum(seen.method == "POST" for server in self._servers for seen in server.seen)

    def asked_for(self, path: str) -> list[Seen]:
        """The requests for *path*, whatever their query."""
        return [seen for seen in self.requests if urlsplit(seen.path).path == path]


def self_signed(folder: Path) -> ssl.SSLContext:
    """A server context with a fresh certificate for 127.0.0.1, valid for a day and signed by itself."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=misbehaving -addext subjectAltName=IP:127.0.0.1"
    subprocess.run([*make.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, context: ssl.SSLContext | None) -> None:
        super().__init__((HOST, 0), _Handler)
        self.origin = f"{'https' if context else 'http'}://{HOST}:{self.server_address[1]}"
        self.elsewhere = ""
        self.seen: list[Seen] = []
        self.counts: Counter[str] = Counter()
        self.stopping = threading.Event()
        if context is not None:
            # The handshake happens in the thread of the request, so that a slow visitor holds up nobody.
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, request: Any, client_address: Any) -> None:
        # Visitors that hang up or distrust the certificate are what this server is for.
        if not isinstance(sys.exception(), (OSError, ssl.SSLError)):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 120
    server: _Server

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        self._remember()
        url = urlsplit(self.path)
        query = {key: values[-1] for key, values in parse_qs(url.query).items()}
        path = url.path
        if path in pages.SCRIPTED:
            self._html(pages.SCRIPTED[path])
        elif path in pages.PLAIN:
            self._html(pages.PLAIN[path])
        elif path in pages.ENCODED:
            media_type, body = pages.ENCODED[path]
            self._send(200, body, media_type)
        elif path.startswith("/page/"):
            self._html(pages.page(f"Pagina {path.removeprefix('/page/')}"))
        elif path.startswith("/calendar/"):
            self._calendar(path)
        else:
            self._odd(path, query)

    do_HEAD = do_GET  # noqa: N815 - name given by http.server

    def do_POST(self) -> None:
        self._remember()
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self._html(pages.page("Ontvangen"))

    def _odd(self, path: str, query: Mapping[str, str]) -> None:
        origin = self.server.origin
        match path:
            case "/404":
                self._html(pages.page("Deze pagina is er niet"), 404)
            case "/500":
                self._html(pages.page("Er ging iets mis"), 500)
            case "/503-retry":
                self.server.counts[path] += 1
                if self.server.counts[path] <= 2:
                    self._html(pages.page("Even geduld"), 503, ("Retry-After", "1"))
                else:
                    self._html(pages.page("Weer bereikbaar"))
            case "/429":
                self._html(pages.page("Te veel vragen"), 429, ("Retry-After", "1"))
            case "/redirect-loop":
                self._redirect("/redirect-loop-back")
            case "/redirect-loop-back":
                self._redirect("/redirect-loop")
            case "/redirect-chain":
                self._redirect("/redirect-chain-2")
            case "/redirect-chain-2":
                self._redirect("/redirect-chain-3", 302)
            case "/redirect-chain-3":
                self._redirect(f"{origin}/ok", 307)
            case "/redirect-away":
                self._redirect(f"{self.server.elsewhere}/ok")
            case "/slow-headers" | "/never-answers":
                self.server.stopping.wait()
                self.close_connection = True
            case "/endless":
                self._stream(HTML, self._drip())
            case "/huge":
                self._stream(HTML, pages.huge())
            case "/large-text":
                self._stream(HTML, pages.large_text())
            case "/crash":
                self._html(pages.crash())
            case "/basic-auth":
                self._html(pages.page("Log in"), 401, ("WWW-Authenticate", 'Basic realm="Merenland"'))
            case "/download":
                disposition = ("Content-Disposition", 'attachment; filename="rooster.zip"')
                self._send(200, pages.ZIP, "application/zip", disposition)
            case "/binary":
                self._send(200, bytes(range(256)) * 64, "application/octet-stream")
            case "/pdf":
                self._send(200, pages.pdf(), "application/pdf")
            case "/empty":
                self._send(200, b"", HTML)
            case "/xml":
                self._send(200, pages.XML, "application/xml")
            case "/svg":
                self._send(200, pages.SVG, "image/svg+xml")
            case "/deep":
                self._html(pages.deep())
            case "/many-elements":
                self._html(pages.many_elements())
            case "/many-frames":
                self._html(pages.many_frames())
            case "/session":
                self._html(pages.session(query.get("sid", "0")))
            case "/params":
                self._html(pages.params(query.get("a", "0")))
            case "/robots.txt":
                rules = f"User-agent: *\nDisallow: /forbidden\n\nSitemap: {origin}/sitemap-index.xml\n"
                self._send(200, rules.encode(), "text/plain")
            case "/sitemap-index.xml":
                names = ("/sitemap-pages.xml.gz", "/sitemap-nested.xml", "/404")
                self._send(200, pages.sitemap_index(origin, names), "application/xml")
            case "/sitemap-nested.xml":
                # Leads back to where one came from.
                back = ("/sitemap-index.xml", "/sitemap-more.xml")
                self._send(200, pages.sitemap_index(origin, back), "application/xml")
            case "/sitemap-more.xml":
                self._send(200, pages.sitemap(origin, ("/page/4", "/forbidden/page")), "application/xml")
            case "/sitemap-pages.xml.gz":
                self._send(200, pages.zipped_sitemap(origin, ("/ok", "/page/1", "/page/2")), "application/gzip")
            case "/broken-chunks":
                self._raw(b"Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>")
            case "/cut-off":
                self._raw(b"Content-Length: 5000\r\n\r\n<!doctype html><p>")
            case _:
                self._html(pages.page("Deze pagina is er niet"), 404)

    def _calendar(self, path: str) -> None:
        try:
            year, month = (int(part) for part in path.split("/")[2:])
        except ValueError:
            self._html(pages.page("Deze pagina is er niet"), 404)
        else:
            self._html(pages.calendar(year, month))

    def _remember(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.seen.append(Seen(self.command, self.path, headers, time.monotonic()))

    def _html(self, html: str, status: int = 200, *headers: tuple[str, str]) -> None:
        self._send(status, html.encode(), HTML, *headers)

    def _redirect(self, location: str, status: int = 301) -> None:
        self._send(status, b"", HTML, ("Location", location))

    def _send(self, status: int, body: bytes, media_type: str, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (*headers, ("Content-Type", media_type), ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream(self, media_type: str, parts: Iterator[bytes]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if self.command == "HEAD":
            return
        for part in parts:
            if self.server.stopping.is_set():
                self.close_connection = True
                return
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        self.wfile.write(b"0\r\n\r\n")

    def _drip(self) -> Iterator[bytes]:
        yield pages.top("Zonder einde").encode()
        number = 0
        while not self.server.stopping.wait(0.05):
            number += 1
            yield f"<p>Regel {number} van een pagina zonder einde.</p>\n".encode()

    def _raw(self, rest: bytes) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + rest)
        self.close_connection = True
