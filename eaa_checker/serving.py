"""Serves a folder on the loopback address: the demo site, W3C's test cases, the sites of tests and benchmarks."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self
from urllib.parse import quote, unquote, urlsplit

HOST = "127.0.0.1"

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".htm": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/plain; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".wav": "audio/wav",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
}
"""Fixed, because ``mimetypes`` reads tables that differ between machines."""

_SIGNS = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG", "image/png"), (b"GIF8", "image/gif"))

KNOWS_ORIGIN = ("/sitemap.xml", "/robots.txt")
"""Only here ``{{origin}}`` becomes the address of the server, which is not known before it runs."""

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


class FolderServer:
    """A context manager that serves *folder* over HTTP in threads of its own.

    ``with FolderServer(folder) as server: visit(server.origin)``. *port* 0 takes a free port. *prefix* is the path
    that *folder* stands for, with slashes at both ends; paths without it work too. Knows GET and HEAD with byte
    ranges; a path that is not a file below *folder* gives *folder*'s ``404.html`` (or a plain sentence) with
    status 404. Never lists a directory. Raises OSError when the port is taken.
    """

    def __init__(self, folder: Path, port: int = 0, *, prefix: str = "/") -> None:
        self.folder = folder.resolve()
        self.prefix = prefix
        self._port = port
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self._server = _Server((HOST, self._port), self.folder, self.prefix)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, name="folder-server", daemon=True
        )
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
        self._server = self._thread = None

    @property
    def port(self) -> int:
        """The port it listens on. Raises RuntimeError when it is not running."""
        if self._server is None:
            raise RuntimeError("the server is not running; use it as a context manager")
        return int(self._server.server_address[1])

    @property
    def origin(self) -> str:
        """Scheme, host and port without a slash at the end: ``http://127.0.0.1:40001``."""
        return f"http://{HOST}:{self.port}"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a browser keeps connections open that it does not use
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], folder: Path, prefix: str) -> None:
        super().__init__(address, _Handler)
        self.folder = folder
        self.prefix = prefix

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # a browser that stops loading is no error
            super().handle_error(request, client_address)


class _Slice(NamedTuple):
    status: HTTPStatus
    start: int
    end: int
    """One past the last byte."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "FolderServer"
    sys_version = ""
    timeout = 60
    server: _Server

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_POST(self) -> None:
        # Nothing can be sent to a folder; the connection is closed so that an unread body does no harm.
        self.close_connection = True
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, b"", (("Allow", "GET, HEAD"), ("Connection", "close")), True)

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_POST  # noqa: N815 - names given by http.server

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def _answer(self, *, with_body: bool) -> None:
        path = urlsplit(self.path).path
        if path.startswith(self.server.prefix):
            path = "/" + path.removeprefix(self.server.prefix)
        file = inside(self.server.folder, path)
        if file is not None and file.is_dir():
            if (file / "index.html").is_file() and not path.endswith("/"):
                self._send(HTTPStatus.MOVED_PERMANENTLY, b"", (("Location", _as_directory(path)),), with_body)
                return
            file = file / "index.html" if path.endswith("/") else None
        elif path.endswith("/"):
            file = None
        missing = self.server.folder / "404.html"
        if file is None or not file.is_file() or file == missing:
            body = missing.read_bytes() if missing.is_file() else b"<!doctype html><title>404</title><p>404</p>"
            self._send(HTTPStatus.NOT_FOUND, body, (("Content-Type", MEDIA_TYPES[".html"]),), with_body)
            return
        body = file.read_bytes()
        if path in KNOWS_ORIGIN:
            host, port = self.server.server_address[:2]
            body = body.replace(b"{{origin}}", f"http://{host!s}:{port}".encode())
        self._send_file(file, body, with_body)

    def _send_file(self, file: Path, body: bytes, with_body: bool) -> None:
        headers = [
            ("Content-Type", media_type(file, body[:64])),
            ("Accept-Ranges", "bytes"),
            ("Cache-Control", "no-cache"),
        ]
        part = _slice(self.headers.get("Range"), len(body))
        if part.status is HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            headers.append(("Content-Range", f"bytes */{len(body)}"))
        elif part.status is HTTPStatus.PARTIAL_CONTENT:
            headers.append(("Content-Range", f"bytes {part.start}-{part.end - 1}/{len(body)}"))
        self._send(part.status, body[part.start : part.end], headers, with_body)

    def _send(
        self, status: HTTPStatus, body: bytes, headers: Sequence[tuple[str, str]], with_body: bool
    ) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)


def media_type(path: Path, head: bytes) -> str:
    """The media type by the name's ending; of a file without one by its first bytes, *head*."""
    known = MEDIA_TYPES.get(path.suffix.lower())
    known = known or next((media for sign, media in _SIGNS if head.startswith(sign)), None)
    return known or (MEDIA_TYPES[".html"] if head.lstrip()[:1] == b"<" else "application/octet-stream")


def inside(folder: Path, path: str) -> Path | None:
    """The file or directory below *folder* that the (percent-encoded) URL *path* names, existing or not.

    None when it would lie outside *folder* - by ``..``, by a link in the file system - or is no file name at all.
    """
    decoded = unquote(path)
    if "\0" in decoded or "\\" in decoded or not decoded.startswith("/"):
        return None
    try:
        found = (folder / decoded.lstrip("/")).resolve()
        found.exists()  # raises for a name that the file system cannot have, such as one of 5,000 letters
    except (OSError, RuntimeError):
        return None
    return found if found == folder or folder in found.parents else None


def _as_directory(path: str) -> str:
    # One slash in front: a path of "//elsewhere" must not become a redirect to the host "elsewhere".
    return "/" + quote(unquote(path).lstrip("/")) + "/"


def _slice(header: str | None, size: int) -> _Slice:
    """Which bytes a ``Range`` header asks for (RFC 9110, section 14.2). Several ranges at once: the whole file."""
    match = _RANGE.fullmatch(header.strip()) if header else None
    if match is None or match.groups() == ("", ""):
        return _Slice(HTTPStatus.OK, 0, size)
    first, last = match.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1) if last else size
        if last and int(last) < start:
            return _Slice(HTTPStatus.OK, 0, size)
    if start >= size or start == end:
        return _Slice(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, 0, 0)
    return _Slice(HTTPStatus.PARTIAL_CONTENT, start, end)
