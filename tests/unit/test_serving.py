"""The demo server serves a folder as a web site would, and nothing outside it."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from eaa_checker.demo import DemoServer
from eaa_checker.serving import inside


@pytest.fixture(scope="module")
def demo() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "sub").mkdir(parents=True)
    (site / "bare").mkdir()
    (site / "sub" / "index.html").write_text("<p>{{origin}}")
    (site / "sub" / "robots.txt").write_text("{{origin}}")
    (site / "ten.bin").write_bytes(b"0123456789")
    (tmp_path / "secret.txt").write_text("secret")
    (site / "door.txt").symlink_to(tmp_path / "secret.txt")
    return site


def raw(server: DemoServer, target: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """Sends *target* as it is: an ordinary client would tidy it first."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.putrequest(method, target, skip_accept_encoding=True)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/stijl/stijl.css", "text/css; charset=utf-8"),
        ("/script/site.js", "text/javascript; charset=utf-8"),
        ("/beeld/logo.svg", "image/svg+xml"),
        ("/beeld/partner.png", "image/png"),
        ("/bestanden/rookmelder.webm", "video/webm"),
        ("/bestanden/rookmelder.vtt", "text/vtt; charset=utf-8"),
        ("/bestanden/jaarbeeld-2025.pdf", "application/pdf"),
        ("/sitemap.xml", "application/xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_media_types(demo: DemoServer, path: str, media_type: str) -> None:
    answer = httpx.get(demo.origin + path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert len(answer.content) == int(answer.headers["content-length"]) > 0


def test_unknown_path_gives_the_404_page(demo: DemoServer) -> None:
    for path in ("/niet-hier.html", "/404.html", "/nieuws/archief-2019.html", "/index.html/", "/beeld/"):
        answer = httpx.get(demo.origin + path)
        assert answer.status_code == 404
        assert "Deze pagina is er niet" in answer.text


def test_head_has_the_headers_but_no_body(demo: DemoServer) -> None:
    status, headers, body = raw(demo, "/112.html", "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 1000


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(demo: DemoServer, method: str) -> None:
    answer = httpx.request(method, demo.origin + "/contact.html")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_origin_is_filled_in_only_where_it_belongs(demo: DemoServer, folder: Path) -> None:
    assert f"Sitemap: {demo.origin}/sitemap.xml" in httpx.get(demo.origin + "/robots.txt").text
    assert f"<loc>{demo.origin}/112.html</loc>" in httpx.get(demo.origin + "/sitemap.xml").text
    with DemoServer(folder) as server:
        assert httpx.get(server.origin + "/sub/").text == "<p>{{origin}}"
        assert httpx.get(server.origin + "/sub/robots.txt").text == "{{origin}}"


@pytest.mark.parametrize(
    ("asked", "status", "content_range", "body"),
    [
        ("bytes=0-3", 206, "bytes 0-3/10", b"0123"),
        ("bytes=7-", 206, "bytes 7-9/10", b"789"),
        ("bytes=-2", 206, "bytes 8-9/10", b"89"),
        ("bytes=-99", 206, "bytes 0-9/10", b"0123456789"),
        ("bytes=8-99", 206, "bytes 8-9/10", b"89"),
        ("bytes=10-", 416, "bytes */10", b""),
        ("bytes=-0", 416, "bytes */10", b""),
        ("bytes=5-2", 200, None, b"0123456789"),
        ("bytes=0-1,4-5", 200, None, b"0123456789"),
        ("lines=0-1", 200, None, b"0123456789"),
        ("bytes=-", 200, None, b"0123456789"),
    ],
)
def test_byte_ranges(folder: Path, asked: str, status: int, content_range: str | None, body: bytes) -> None:
    with DemoServer(folder) as server:
        answer = httpx.get(server.origin + "/ten.bin", headers={"Range": asked})
    assert (answer.status_code, answer.headers.get("content-range"), answer.content) == (status, content_range, body)


def test_a_directory_is_never_listed(folder: Path) -> None:
    with DemoServer(folder) as server:
        assert raw(server, "/bare/")[0] == 404
        assert raw(server, "/bare")[0] == 404
        assert b"ten.bin" not in raw(server, "/")[2]


def test_a_directory_with_a_page_gets_its_slash(folder: Path) -> None:
    with DemoServer(folder) as server:
        status, headers, _ = raw(server, "/sub?x=1")
        assert (status, headers["Location"]) == (301, "/sub/")
        # Must not send the visitor to a host called "sub".
        assert not raw(server, "//sub")[1].get("Location", "/").startswith("//")


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/sub/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/sub/%2e%2e/%2e%2e/secret.txt",
        "//../secret.txt",
        "/door.txt",
        "/ten.bin%00.html",
        "/" + "a" * 5000,
    ],
)
def test_nothing_outside_the_folder_is_served(folder: Path, target: str) -> None:
    with DemoServer(folder) as server:
        status, _, body = raw(server, target)
    assert status == 404
    assert b"secret" not in body


def test_inside_allows_what_stays_inside(folder: Path) -> None:
    assert inside(folder.resolve(), "/sub/../ten.bin") == folder.resolve() / "ten.bin"
    assert inside(folder.resolve(), "/") == folder.resolve()
    assert inside(folder.resolve(), "ten.bin") is None


def test_a_given_port_is_used_and_free_again_afterwards(folder: Path) -> None:
    with DemoServer(folder) as first:
        port = first.port
        with pytest.raises(OSError, match="in use"), DemoServer(folder, port):
            pass
    with DemoServer(folder, port) as second:
        assert second.origin == f"http://127.0.0.1:{port}"
        assert httpx.get(second.origin + "/ten.bin").content == b"0123456789"


def test_a_stopped_server_has_no_origin(folder: Path) -> None:
    server = DemoServer(folder)
    with pytest.raises(RuntimeError, match="not running"):
        _ = server.origin
    with server:
        assert server.origin.startswith("http://127.0.0.1:")
    with pytest.raises(RuntimeError, match="not running"):
        _ = server.port
