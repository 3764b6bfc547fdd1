"""Fetching small texts from servers that misbehave."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
from pathlib import Path

import pytest
from crawl_site import CrawlSite, Reply, serving

from eaa_checker.crawl.fetching import MOST_REDIRECTS, Fetcher
from eaa_checker.crawl.politeness import HostPace, RequestBudget
from eaa_checker.crawl.private_network import look_up, resolves_to_private
from eaa_checker.domain.address import Ending

LOOPBACK = ("127.0.0.1",)


async def test_a_good_answer(site: CrawlSite) -> None:
    site.replies["/a?b=%C3%A9"] = Reply(b"hallo", headers={"Content-Type": "Text/Plain; charset=utf-8"})
    async with Fetcher("EAA-Checker/1 (+https://example.nl)", private_hosts=LOOPBACK) as fetcher:
        got = await fetcher.fetch(f"{site.origin}/a?b=é", 100)
    assert (got.status, got.body, got.media_type, got.problem, got.cut) == (200, b"hallo", "text/plain", None, False)
    assert got.final_address == f"{site.origin}/a?b=%C3%A9"
    [(_, headers)] = site.requests
    assert headers["user-agent"] == "EAA-Checker/1 (+https://example.nl)"
    assert headers["host"] == f"127.0.0.1:{site.port}"


async def test_a_name_is_asked_by_its_name(site: CrawlSite) -> None:
    site.replies["/"] = Reply(b"x")
    async with Fetcher("t", private_hosts=("localhost",)) as fetcher:
        got = await fetcher.fetch(f"http://localhost:{site.port}/", 100)
    assert got.problem is None
    assert site.requests[0][1]["host"] == f"localhost:{site.port}"


async def test_cookies_are_not_kept(site: CrawlSite) -> None:
    site.replies["*"] = Reply(b"x", headers={"Set-Cookie": "a=1; Path=/"})
    async with Fetcher("t", private_hosts=LOOPBACK) as fetcher:
        await fetcher.fetch(f"{site.origin}/1", 100)
        await fetcher.fetch(f"{site.origin}/2", 100)
    assert all("cookie" not in headers for _, headers in site.requests)


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (204, None),
        (401, Ending.SIGN_IN),
        (403, Ending.CLIENT_ERROR),
        (404, Ending.NOT_FOUND),
        (410, Ending.NOT_FOUND),
        (429, Ending.BLOCKED),
        (500, Ending.SERVER_ERROR),
        (503, Ending.SERVER_ERROR),
        (302, Ending.CLIENT_ERROR),
    ],
)
async def test_statuses_become_endings(site: CrawlSite, status: int, problem: Ending | None) -> None:
    site.replies["/"] = Reply(b"", status)
    async with Fetcher("t", private_hosts=LOOPBACK) as fetcher:
        got = await fetcher.fetch(f"{site.origin}/", 100)
    assert (got.status, got.problem) == (status, problem)
    assert problem is None or str(status) in got.detail


async def test_private_networks_are_not_entered(site: CrawlSite, other_site: CrawlSite) -> None:
    async with Fetcher("t") as fetcher:
        for address in (f"{site.origin}/", f"http://localhost:{site.port}/", f"http://2130706433:{site.port}/"):
            got = await fetcher.fetch(address, 100)
            assert got.problem is Ending.NOT_ALLOWED, address
    assert site.requests == []


async def test_not_even_by_a_redirect(site: CrawlSite) -> None:
    site.replies["/"] = Reply(status=302, headers={"Location": f"http://localhost:{site.port}/secret"})
    async with Fetcher("t", private_hosts=LOOPBACK) as fetcher:
        got = await fetcher.fetch(f"{site.origin}/", 100)
    assert got.problem is Ending.NOT_ALLOWED
    assert site.paths() == ["/"]


async def test_redirects_are_followed_and_counted(site: CrawlSite) -> None:
    for step in range(9):
        site.replies[f"/{step}"] = Reply(b"body", 301, {"Location": f"/{step + 1}"})
    site.replies["/9"] = Reply(b"end")
    async with Fetcher("t", private_hosts=LOOPBACK) as fetcher:
        near = await fetcher.fetch(f"{site.origin}/{9 - MOST_REDIRECTS}", 100)
        far = await fetcher.fetch(f"{site.origin}/{8 - MOST_REDIRECTS}", 100)
    assert (near.body, near.final_address, near.problem) == (b"end", f"{site.origin}/9", None)
    assert far.problem is Ending.REDIRECT_LOOP


async def test_redirects_stay_within_what_is_allowed(site: CrawlSite, other_site: CrawlSite) -> None:
    site.replies["/"] = Reply(status=302, headers={"Location": f"{other_site.origin}/x"})
    async with Fetcher("t", private_hosts=LOOPBACK) as fetcher:
        got = await fetcher.fetch(f"{site.origin}/", 100, within=lambda a: a.startswith(site.origin))
    assert (got.problem, got.final_address) == (Ending.REDIRECTED_AWAY, f"{other_site.origin}/x")
    assert other_site.requests == []


@pytest.mark.parametrize("location", ["ftp://a.nl/", "javascript:alert(1)", "http://[", "http://a:b:c/", "//%00/"])
async def test_a_redirect_to_nowhere_is_an_ending(site: CrawlSite, location: str) -> None:
    site.replies["/"] = Reply(status=302, headers={"Location": location})
    async with Fetcher("t", private_hosts=LOOPBACK) as fetcher:
        got = await fetcher.fetch(f"{site.origin}/", 100)
    assert (got.status, got.problem) == (302, Ending.CLIENT_ERROR)


async def test_large_and_endless_bodies_are_cut(site: CrawlSite) -> None:
    site.replies["/big"] = Reply(b"x" * 5_000)
    site.replies["/endless"] = Reply(endless=True)
    async with Fetcher("t", private_hosts=LOOPBACK) as fetcher:
        for path in ("/big", "/endless"):
            got = await fetcher.fetch(f"{site.origin}{path}", 1_000)
            assert (len(got.body), got.cut, got.problem) == (1_000, True, None)


async def test_content_encoding_is_unpacked_within_the_limit(site: CrawlSite) -> None:
    site.replies["/gz"] = Reply(gzip.compress(b"hallo"), headers={"Content-Encoding": "gzip"})
    site.replies["/bomb"] = Reply(gzip.compress(b"0" * 5_000_000), headers={"Content-Encoding": "gzip"})
    site.replies["/br"] = Reply(b"\x00\x01", headers={"Content-Encoding": "br"})
    async with Fetcher("t", private_hosts=LOOPBACK) as fetcher:
        small = await fetcher.fetch(f"{site.origin}/gz", 100_000)
        bomb = await fetcher.fetch(f"{site.origin}/bomb", 100_000)
        unknown = await fetcher.fetch(f"{site.origin}/br", 100_000)
    assert (small.body, small.cut) == (b"hallo", False)
    assert (len(bomb.body), bomb.cut) == (100_000, True)
    assert unknown.problem is Ending.NETWORK_ERROR


async def test_silence_ends_in_time(site: CrawlSite) -> None:
    site.replies["/slow"] = Reply(b"x", wait=3)
    site.replies["/drip"] = Reply(endless=True)
    async with Fetcher("t", private_hosts=LOOPBACK, seconds=0.3) as fetcher:
        for path in ("/slow", "/drip"):
            began = time.monotonic()
            got = await fetcher.fetch(f"{site.origin}{path}", 10_000_000)
            assert got.problem is Ending.TIMEOUT, path
            assert time.monotonic() - began < 30


async def test_refused_unknown_and_nonsense() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        async with Fetcher("t", private_hosts=LOOPBACK) as fetcher:
            refused = await fetcher.fetch(f"http://127.0.0.1:{port}/", 100)
            unknown = await fetcher.fetch("http://bestaat-niet.invalid/", 100)
            nonsense = await fetcher.fetch("tel:112", 100)
    assert refused.problem is Ending.REFUSED
    assert unknown.problem is Ending.UNKNOWN_HOST
    assert nonsense.problem is Ending.NETWORK_ERROR
    assert refused.status is None


async def test_what_is_not_http_is_a_network_error() -> None:
    import threading

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()

        def babble() -> None:
            peer, _ = listener.accept()
            with peer:
                peer.recv(10_000)
                peer.sendall(b"SSH-2.0-OpenSSH\r\n\r\n")

        thread = threading.Thread(target=babble)
        thread.start()
        async with Fetcher("t", private_hosts=LOOPBACK) as fetcher:
            got = await fetcher.fetch(f"http://127.0.0.1:{listener.getsockname()[1]}/", 100)
        thread.join()
    assert got.problem is Ending.NETWORK_ERROR
    assert got.detail


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost that nobody signed, and its key."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    return certificate, key


async def test_certificates_are_verified(certificate: tuple[Path, Path]) -> None:
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(*certificate)
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    with serving(server) as site:
        site.replies["/"] = Reply(b"veilig")
        named = f"https://localhost:{site.port}/"
        async with Fetcher("t", private_hosts=("localhost",)) as fetcher:
            assert (await fetcher.fetch(named, 100)).problem is Ending.TLS_ERROR
        async with Fetcher("t", private_hosts=("localhost", "127.0.0.1"), tls=trusting) as fetcher:
            # Connected by IP address, yet the certificate is held against the name.
            assert (await fetcher.fetch(named, 100)).body == b"veilig"
            wrong_name = await fetcher.fetch(f"https://127.0.0.1:{site.port}/", 100)
            assert wrong_name.problem is Ending.TLS_ERROR


async def test_a_refusing_server_is_asked_again_after_its_pause(site: CrawlSite) -> None:
    site.replies["/"] = [Reply(b"", 503, {"Retry-After": "0"}), Reply(b"ok")]
    pace = HostPace(first_pause=0.2)
    async with Fetcher("t", private_hosts=LOOPBACK, pace=pace) as fetcher:
        began = time.monotonic()
        got = await fetcher.fetch(f"{site.origin}/", 100)
    assert got.body == b"ok"
    assert time.monotonic() - began >= 0.19


async def test_a_server_that_keeps_refusing_is_left_alone(site: CrawlSite) -> None:
    site.replies["*"] = Reply(b"", 503)
    pace = HostPace(first_pause=0.001)
    async with Fetcher("t", private_hosts=LOOPBACK, pace=pace) as fetcher:
        got = await fetcher.fetch(f"{site.origin}/", 100, retries=50)
    assert got.problem is Ending.BLOCKED
    assert len(site.requests) == 5


async def test_requests_are_counted_and_bounded(site: CrawlSite) -> None:
    site.replies["/"] = Reply(status=302, headers={"Location": "/1"})
    site.replies["/1"] = Reply(status=302, headers={"Location": "/2"})
    budget = RequestBudget(2)
    async with Fetcher("t", private_hosts=LOOPBACK, budget=budget) as fetcher:
        got = await fetcher.fetch(f"{site.origin}/", 100)
    assert got.problem is Ending.LIMIT
    assert site.paths() == ["/", "/1"]


async def test_looking_up() -> None:
    assert await look_up("127.0.0.1", 80) == ["127.0.0.1"]
    assert (await look_up("localhost", 80))[0] == "127.0.0.1"
    with pytest.raises(OSError):  # noqa: PT011 – each system words it in its own way
        await look_up("bestaat-niet.invalid", 80)
    with pytest.raises(OSError):  # noqa: PT011
        await look_up("a" * 64 + ".nl", 80)
    assert await resolves_to_private("localhost")
    assert await resolves_to_private("10.0.0.1")
    assert not await resolves_to_private("8.8.8.8")
    assert await resolves_to_private("bestaat-niet.invalid")
