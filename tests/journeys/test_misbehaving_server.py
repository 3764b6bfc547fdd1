"""The misbehaving server does what it says; otherwise the journeys that lean on it would prove nothing."""

from __future__ import annotations

import gzip
import ssl
from collections.abc import Iterator

import httpx
import lxml.html
import pytest
from misbehaving import PATHS, MisbehavingServer
from misbehaving_pages import LARGE
from playwright.sync_api import Error, sync_playwright

from eaa_checker.browser.discovery import arguments, find

STUCK = {"/slow-headers", "/endless", "/broken-chunks", "/cut-off"}
BIG = {"/huge", "/large-text"}


@pytest.fixture(scope="module")
def server() -> Iterator[MisbehavingServer]:
    with MisbehavingServer() as running:
        yield running


def get(server: MisbehavingServer, path: str, **headers: str) -> httpx.Response:
    return httpx.get(server.origin + path, headers=headers, timeout=60)


@pytest.mark.parametrize("path", [p for p in PATHS if p not in STUCK | BIG])
def test_every_path_answers(server: MisbehavingServer, path: str) -> None:
    answer = get(server, path)
    expected = {"/404": 404, "/500": 500, "/429": 429, "/basic-auth": 401}
    if path.startswith("/redirect"):
        assert answer.is_redirect
    elif path != "/503-retry":
        assert answer.status_code == expected.get(path, 200)
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_unknown_paths_are_not_found(server: MisbehavingServer) -> None:
    for path in ("/unknown", "/calendar/x/y", "/calendar/1", "/calendar/1/2/3"):
        assert get(server, path).status_code == 404


def test_503_twice_and_then_well() -> None:
    with MisbehavingServer() as server:
        answers = [get(server, "/503-retry") for _ in range(4)]
    assert [a.status_code for a in answers] == [503, 503, 200, 200]
    assert [a.headers.get("retry-after") for a in answers] == ["1", "1", None, None]


def test_429_never_ends(server: MisbehavingServer) -> None:
    assert [get(server, "/429").status_code for _ in range(4)] == [429] * 4
    assert get(server, "/429").headers["retry-after"] == "1"


def test_redirects(server: MisbehavingServer) -> None:
    with pytest.raises(httpx.TooManyRedirects):
        httpx.get(server.origin + "/redirect-loop", follow_redirects=True)
    chain = httpx.get(server.origin + "/redirect-chain", follow_redirects=True)
    assert [r.status_code for r in chain.history] == [301, 302, 307]
    assert str(chain.url) == server.origin + "/ok"
    away = get(server, "/redirect-away").headers["location"]
    assert away == server.elsewhere + "/ok"
    assert server.elsewhere != server.origin
    before = len(server.requests_elsewhere)
    assert httpx.get(away).status_code == 200
    assert len(server.requests_elsewhere) == before + 1


def test_slow_headers_never_come(server: MisbehavingServer) -> None:
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(server.origin + "/slow-headers", timeout=0.5)


def test_endless_goes_on(server: MisbehavingServer) -> None:
    with httpx.stream("GET", server.origin + "/endless", timeout=60) as answer:
        parts = answer.iter_bytes()
        received = b"".join(next(parts) for _ in range(8))
    assert b"zonder einde" in received
    assert b"</html>" not in received


def test_broken_bodies(server: MisbehavingServer) -> None:
    for path in ("/broken-chunks", "/cut-off"):
        with pytest.raises(httpx.RemoteProtocolError):
            get(server, path)


@pytest.mark.parametrize(("path", "marker"), [("/huge", b"<section>"), ("/large-text", b"<p>")])
def test_large_pages_are_large(server: MisbehavingServer, path: str, marker: bytes) -> None:
    size = found = 0
    with httpx.stream("GET", server.origin + path, timeout=30) as answer:
        for part in answer.iter_bytes(chunk_size=1 << 20):
            size += len(part)
            found += part.count(marker)
    assert LARGE < size < LARGE * 1.01
    assert found > 100_000 if path == "/huge" else found == 1


def test_media_types_and_dispositions(server: MisbehavingServer) -> None:
    kinds = {path: get(server, path).headers["content-type"] for path in ("/binary", "/pdf", "/xml", "/svg", "/empty")}
    assert kinds == {
        "/binary": "application/octet-stream",
        "/pdf": "application/pdf",
        "/xml": "application/xml",
        "/svg": "image/svg+xml",
        "/empty": "text/html; charset=utf-8",
    }
    assert get(server, "/empty").content == b""
    assert get(server, "/download").headers["content-disposition"].startswith("attachment")
    assert get(server, "/basic-auth").headers["www-authenticate"].startswith("Basic")
    table = int(get(server, "/pdf").content.rsplit(b"startxref\n", 1)[1].split()[0])
    assert get(server, "/pdf").content[table:].startswith(b"xref")


def test_encodings(server: MisbehavingServer) -> None:
    assert b"caf\xe9" in get(server, "/latin1").content
    assert get(server, "/utf16").content[:2] in (b"\xff\xfe", b"\xfe\xff")
    assert "één café" in get(server, "/utf16").content.decode("utf-16")
    windows = get(server, "/no-charset-windows-1252")
    assert windows.headers["content-type"] == "text/html"
    assert b'charset="windows-1252"' in windows.content
    assert b"\x80" in windows.content
    with pytest.raises(UnicodeDecodeError):
        get(server, "/bad-utf8").content.decode()


def test_shapes(server: MisbehavingServer) -> None:
    assert get(server, "/deep").text.count("<div>") == 5000
    assert get(server, "/many-frames").text.count("<iframe") == 200
    assert len(lxml.html.fromstring(get(server, "/many-elements").content).xpath("//*")) > 30_000
    formula = get(server, "/formula").text
    assert "<title>=HYPERLINK(" in formula
    assert {"\x01", "\x1b", "\u202e"} <= set(formula)
    assert "</script>" in formula


def test_traps_lead_on_for_ever(server: MisbehavingServer) -> None:
    assert 'href="/calendar/2027/01"' in get(server, "/calendar/2026/12").text
    assert 'href="/calendar/2025/12"' in get(server, "/calendar/2026/01").text
    first = get(server, "/session").text
    following = first.split("sid=")[1].split('"')[0]
    assert following not in get(server, f"/session?sid={following}").text
    assert 'href="/params?a=42"' in get(server, "/params?a=41").text
    assert get(server, "/params?a=²").status_code == 200
    assert get(server, "/session?sid=é").status_code == 200


def test_robots_and_sitemaps(server: MisbehavingServer) -> None:
    assert f"Sitemap: {server.origin}/sitemap-index.xml" in get(server, "/robots.txt").text
    assert f"{server.origin}/sitemap-pages.xml.gz" in get(server, "/sitemap-index.xml").text
    assert f"{server.origin}/sitemap-index.xml" in get(server, "/sitemap-nested.xml").text
    zipped = get(server, "/sitemap-pages.xml.gz").content
    assert f"<loc>{server.origin}/page/2</loc>".encode() in gzip.decompress(zipped)


def test_it_remembers_what_it_was_asked() -> None:
    with MisbehavingServer() as server:
        get(server, "/ok?a=1", **{"User-Agent": "Inspecteur/1"})
        httpx.head(server.origin + "/ok")
        assert server.posts == 0
        httpx.post(server.origin + "/posted", data={"naam": "x"})
        httpx.post(server.elsewhere + "/posted")
        assert [s.method for s in server.requests] == ["GET", "HEAD", "POST"]
        assert [s.path for s in server.requests] == ["/ok?a=1", "/ok", "/posted"]
        assert server.requests[0].headers["user-agent"] == "Inspecteur/1"
        assert server.requests[0].at <= server.requests[1].at
        assert len(server.asked_for("/ok")) == 2
        assert server.posts == 2


def test_tls_with_a_certificate_that_nobody_trusts() -> None:
    with MisbehavingServer(tls=True) as server:
        assert server.origin.startswith("https://127.0.0.1:")
        with pytest.raises(httpx.ConnectError, match="certificate"):
            httpx.get(server.origin + "/ok")
        blind = ssl.create_default_context()
        blind.check_hostname = False
        blind.verify_mode = ssl.CERT_NONE
        with httpx.Client(verify=blind) as client:
            assert client.get(server.origin + "/ok").status_code == 200
        assert [s.path for s in server.requests] == ["/ok"]


def test_it_stops_at_once_while_visitors_hang() -> None:
    with MisbehavingServer() as server, httpx.Client(timeout=60) as client:
        request = client.build_request("GET", server.origin + "/endless")
        answer = client.send(request, stream=True)
        assert answer.status_code == 200
        origin = server.origin
    with pytest.raises(httpx.ConnectError):
        httpx.get(origin + "/ok")
    answer.close()


@pytest.mark.browser
def test_in_a_browser_the_crash_page_kills_the_renderer_and_the_form_submits_itself() -> None:
    found = find()
    with MisbehavingServer() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.path, args=arguments(found))
        page = browser.new_page()
        crashed: list[bool] = []
        page.on("crash", lambda _: crashed.append(True))
        with pytest.raises(Error, match="crashed"):
            page.goto(server.origin + "/crash", timeout=60_000)
        assert crashed
        other = browser.new_page()
        other.goto(server.origin + "/auto-submit")
        other.wait_for_url("**/posted")
        assert server.posts > 0
        windows: list[object] = []
        other.context.on("page", lambda opened: windows.append(opened))
        other.goto(server.origin + "/opens-windows")
        other.wait_for_timeout(500)
        assert windows
        said: list[str] = []
        third = browser.new_page()
        third.on("dialog", lambda d: (said.append(d.type), d.dismiss()))
        for path in ("/alert", "/confirm", "/prompt"):
            third.goto(server.origin + path)
        assert said == ["alert", "confirm", "prompt"]
        third.goto(server.origin + "/formula")
        assert third.title().startswith("=HYPERLINK(")
        browser.close()
