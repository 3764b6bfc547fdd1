"""A served site of 60 pages of ordinary size, made from a seed: the same site at every run."""

from __future__ import annotations

import random
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

PAGES = 60
WORDS = [
    "veiligheid", "regio", "brandweer", "melding", "noodnummer", "inwoners", "informatie", "gemeente", "hulp",
    "contact", "crisis", "oefening", "rampenbestrijding", "meldkamer", "preventie", "rook", "alarm", "water", "storm",
    "advies", "kaart", "nieuws", "agenda", "vergadering",
]  # fmt: skip


def page(number: int, elements: int = 900) -> str:
    """Page *number* with about *elements* elements, a shared header and a few barriers."""
    rng = random.Random(number)

    def text(count: int) -> str:
        return " ".join(rng.choice(WORDS) for _ in range(count)).capitalize()

    links = "".join(f'<li><a href="/p{i}.html">{WORDS[i % len(WORDS)].capitalize()} {i}</a></li>' for i in range(PAGES))
    blocks = []
    for block in range(elements // 12):
        bad = rng.random()
        image = (
            '<img src="/beeld.svg" width="40" height="40">'
            if bad < 0.02
            else ('<img src="/beeld.svg" alt="Beeldmerk" width="40" height="40">')
        )
        style = ' style="color:#999"' if 0.02 < bad < 0.04 else ""
        blocks.append(
            f"<section><h2>{text(4)}</h2><p{style}>{text(30)} "
            f"<a href='/p{rng.randrange(PAGES)}.html'>{text(3)}</a>.</p>"
            f"<ul><li>{text(5)}</li><li>{text(6)}</li></ul>{image}<div><span>{text(2)}</span> <b>{text(1)}</b></div>"
            f"<label>{text(2)} <input name='v{block}'></label></section>"
        )
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Pagina {number} – Meetregio</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/stijl.css">'
        f"</head><body><header><nav><ul>{links}</ul></nav></header><main><h1>{text(4)}</h1>{''.join(blocks)}</main>"
        f"<footer><p>{text(12)}</p></footer></body></html>"
    )


class Site:
    """Serves the pages, or others (path → HTML), on 127.0.0.1 while the context lasts."""

    def __init__(self, others: Mapping[str, str] | None = None) -> None:
        own = others or {f"/p{i}.html": page(i) for i in range(PAGES)}
        pages = {path: html.encode() for path, html in own.items()}
        pages.setdefault("/", next(iter(pages.values())))
        css = b"body{font:16px sans-serif;margin:2rem;color:#222}nav ul{columns:4}section{border-top:1px solid #ccc}"
        svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>'

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                if self.path == "/stijl.css":
                    body, media = css, "text/css"
                elif self.path == "/beeld.svg":
                    body, media = svg, "image/svg+xml"
                else:
                    body, media = pages.get(self.path, b""), "text/html; charset=utf-8"
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", media)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self.addresses = [self.origin + path for path in own]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
