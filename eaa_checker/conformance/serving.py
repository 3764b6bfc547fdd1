"""Serves a local copy of W3C's test cases under the paths that they use, with media types and byte ranges."""

from __future__ import annotations

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

PREFIX = "/WAI/content-assets/wcag-act-rules/"

_TYPES = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".svg": "image/svg+xml",
    ".xml": "application/xml", ".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg", ".vtt": "text/vtt",
    ".css": "text/css", ".js": "text/javascript", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
    ".gif": "image/gif", ".json": "application/json", ".txt": "text/plain", ".md": "text/plain", ".pdf":
    "application/pdf", ".woff2": "font/woff2", ".woff": "font/woff", ".ttf": "font/ttf", ".ogg": "audio/ogg",
    ".wav": "audio/wav", ".ico": "image/x-icon",
}  # fmt: skip
_SIGNS = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG", "image/png"), (b"GIF8", "image/gif"))


def media_type(path: Path, head: bytes) -> str:
    """By ending; a file without one by its first bytes."""
    known = _TYPES.get(path.suffix.lower())
    if known:
        return known
    found = next((media for sign, media in _SIGNS if head.startswith(sign)), None)
    if found:
        return found
    return "text/html" if head.lstrip()[:1] == b"<" else "application/octet-stream"


class CaseServer:
    """Serves *folder* under ``PREFIX`` on a free port of 127.0.0.1 while the context lasts."""

    def __init__(self, folder: Path) -> None:
        root = folder.resolve()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self._answer(body=True)

            def do_HEAD(self) -> None:
                self._answer(body=False)

            def _answer(self, *, body: bool) -> None:
                wanted = unquote(urlsplit(self.path).path)
                relative = wanted.removeprefix(PREFIX).lstrip("/")
                path = (root / relative).resolve()
                if path.is_dir():
                    path = path / "index.html"
                if not path.is_relative_to(root) or not path.is_file():
                    self._send(404, b"not found", "text/plain", body)
                    return
                data = path.read_bytes()
                media = media_type(path, data[:64])
                match = re.fullmatch(r"bytes=(\d*)-(\d*)", self.headers.get("Range", ""))
                if match and data:
                    start = int(match[1]) if match[1] else max(0, len(data) - int(match[2] or 0))
                    end = min(int(match[2]) if match[1] and match[2] else len(data) - 1, len(data) - 1)
                    if start <= end:
                        span = f"bytes {start}-{end}/{len(data)}"
                        self._send(206, data[start : end + 1], media, body, {"Content-Range": span})
                        return
                self._send(200, data, media, body)

            def _send(
                self, status: int, data: bytes, media: str, body: bool, more: dict[str, str] | None = None
            ) -> None:
                self.send_response(status)
                charset = "; charset=utf-8" if media.startswith("text/") else ""
                self.send_header("Content-Type", media + charset)
                self.send_header("Content-Length", str(len(data)))
                self.send_header("Accept-Ranges", "bytes")
                for name, value in (more or {}).items():
                    self.send_header(name, value)
                self.end_headers()
                if body:
                    self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                """The server is quiet: the run prints what matters."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                """A browser that hangs up in the middle of a film is no error."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
