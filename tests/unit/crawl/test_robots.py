"""What robots.txt allows."""

from __future__ import annotations

import gzip
import socket

import pytest
from crawl_site import CrawlSite, Reply
from hypothesis import given
from hypothesis import strategies as st

from eaa_checker.crawl.fetching import Fetcher
from eaa_checker.crawl.politeness import HostPace
from eaa_checker.crawl.robots import (
    LARGEST,
    LONGEST_CRAWL_DELAY,
    RobotsFile,
    RobotsPolicy,
    RobotsState,
    parse_robots,
    read_policy,
    read_robots,
)
from eaa_checker.crawl.scope import Scope
from eaa_checker.domain.address import Ending

ORIGIN = "https://vrdemo.nl"
TEXT = """\
User-agent: *
Disallow: /

User-agent: eaa-checker
Disallow: /intern/
Allow: /intern/openbaar$
Disallow: /*?druk=
Crawl-delay: 2.5

Sitemap: https://vrdemo.nl/sitemap.xml
Sitemap: /meer.xml
Sitemap: ftp://vrdemo.nl/nee.xml
"""


async def _read(site: CrawlSite, **options: float) -> RobotsFile:
    async with Fetcher("t", private_hosts=("127.0.0.1",), **options) as fetcher:
        return await read_robots(fetcher, site.origin)


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/nieuws", True),
        ("/intern/", False),
        ("/intern/a", False),
        ("/intern/openbaar", True),
        ("/intern/openbaar/x", False),
        ("/a?druk=1", False),
        ("/a?x=1", True),
    ],
)
def test_our_own_group_counts_longest_match_wins(path: str, allowed: bool) -> None:
    policy = RobotsPolicy([parse_robots(ORIGIN, TEXT)])
    assert policy.allows(ORIGIN + path) is allowed


def test_delay_and_sitemaps() -> None:
    file = parse_robots(ORIGIN, TEXT)
    assert file.crawl_delay == 2.5
    assert file.sitemaps == ("https://vrdemo.nl/sitemap.xml", "https://vrdemo.nl/meer.xml")
    assert RobotsPolicy([file]).crawl_delay("www.vrdemo.nl") == 2.5
    assert RobotsPolicy([file]).crawl_delay("elders.nl") == 0.0


@pytest.mark.parametrize("asked", ["3600", "1e400", "-4", "nan", "snel"])
def test_an_unreasonable_delay_is_capped_or_ignored(asked: str) -> None:
    file = parse_robots(ORIGIN, f"User-agent: *\nCrawl-delay: {asked}\n")
    assert 0 <= file.crawl_delay <= LONGEST_CRAWL_DELAY
    assert (file.crawl_delay == LONGEST_CRAWL_DELAY) == (asked == "3600")
    assert bool(file.notes) == (asked == "3600")


def test_the_twin_origins_speak_for_each_other_and_others_do_not() -> None:
    policy = RobotsPolicy([parse_robots(ORIGIN, "User-agent: *\nDisallow: /x")])
    assert not policy.allows("http://www.vrdemo.nl/x")
    assert policy.allows("https://vrdemo.nl:8443/x")
    assert policy.allows("https://elders.nl/x")


def test_an_inspector_may_pass_over_it_with_a_reason_but_not_over_the_delay() -> None:
    policy = RobotsPolicy([parse_robots(ORIGIN, TEXT)], ignore_reason="Klacht 2026-14")
    assert policy.allows(f"{ORIGIN}/intern/")
    assert policy.crawl_delay("vrdemo.nl") == 2.5
    assert "Klacht 2026-14" in policy.notes[0].nl
    assert "Klacht 2026-14" in policy.notes[0].en


async def test_it_is_read_from_the_server(site: CrawlSite) -> None:
    site.replies["/robots.txt"] = Reply(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /\xff\r\nDisallow: /x\r\n")
    file = await _read(site)
    assert (file.state, file.status) == (RobotsState.READ, 200)
    assert not RobotsPolicy([file]).allows(f"{site.origin}/x")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
async def test_no_file_allows_everything(site: CrawlSite, status: int) -> None:
    site.replies["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /", status)
    file = await _read(site)
    assert file.state is RobotsState.NONE
    assert RobotsPolicy([file]).allows(f"{site.origin}/x")
    assert file.notes == ()


@pytest.mark.parametrize("status", [500, 503, 429])
async def test_a_server_in_trouble_allows_nothing_and_says_so(site: CrawlSite, status: int) -> None:
    site.replies["/robots.txt"] = Reply(b"", status)
    file = await _read(site)
    assert file.state is RobotsState.UNREACHABLE
    refusal = RobotsPolicy([file]).refusal(f"{site.origin}/", asked_for=True)
    assert refusal is not None
    assert refusal.ending is Ending.ROBOTS
    assert "RFC 9309" in refusal.reason.nl
    assert RobotsPolicy([file], ignore_reason="x").allows(f"{site.origin}/")


async def test_without_a_conversation_only_what_a_person_named_is_tried() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        origin = f"http://127.0.0.1:{taken.getsockname()[1]}"
        async with Fetcher("t", private_hosts=("127.0.0.1",)) as fetcher:
            file = await read_robots(fetcher, origin)
    assert (file.state, file.problem) == (RobotsState.UNREACHABLE, Ending.REFUSED)
    policy = RobotsPolicy([file])
    assert policy.refusal(f"{origin}/", asked_for=True) is None
    assert not policy.allows(f"{origin}/a")


async def test_silence_allows_nothing(site: CrawlSite) -> None:
    site.replies["/robots.txt"] = Reply(b"", wait=2)
    file = await _read(site, seconds=0.2)
    assert (file.state, file.problem) == (RobotsState.UNREACHABLE, Ending.TIMEOUT)


async def test_redirects_to_another_host_are_followed(site: CrawlSite, other_site: CrawlSite) -> None:
    site.replies["/robots.txt"] = Reply(status=301, headers={"Location": f"{other_site.origin}/r"})
    other_site.replies["/r"] = Reply(b"User-agent: *\nDisallow: /x")
    file = await _read(site)
    assert not RobotsPolicy([file]).allows(f"{site.origin}/x")


async def test_a_redirect_loop_counts_as_no_file(site: CrawlSite) -> None:
    site.replies["/robots.txt"] = Reply(status=301, headers={"Location": "/robots.txt"})
    assert (await _read(site)).state is RobotsState.NONE


async def test_a_huge_file_counts_as_far_as_it_is_read(site: CrawlSite) -> None:
    head = b"User-agent: *\nDisallow: /x\n"
    site.replies["/robots.txt"] = Reply(head + b"Disallow: /y\n" * 60_000 + b"Disallow: /z\n")
    file = await _read(site)
    policy = RobotsPolicy([file])
    assert len(file.text) <= LARGEST
    assert [policy.allows(f"{site.origin}/{p}") for p in "xyz"] == [False, False, True]
    assert "512 KiB" in file.notes[0].nl


async def test_a_compressed_file_is_read(site: CrawlSite) -> None:
    body = gzip.compress(b"User-agent: *\nDisallow: /x")
    site.replies["/robots.txt"] = Reply(body, headers={"Content-Encoding": "gzip"})
    assert not RobotsPolicy([await _read(site)]).allows(f"{site.origin}/x")


async def test_a_web_page_in_its_place_allows_everything_and_is_noted(site: CrawlSite) -> None:
    site.replies["/robots.txt"] = Reply(b"<!DOCTYPE html><title>Niet gevonden</title>")
    file = await _read(site)
    assert RobotsPolicy([file]).allows(f"{site.origin}/x")
    assert "webpagina" in file.notes[0].nl


async def test_the_policy_reads_every_origin_once(site: CrawlSite, other_site: CrawlSite) -> None:
    site.replies["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /a\nSitemap: /s.xml")
    scope = Scope(f"{site.origin}/start", ())
    async with Fetcher("t", private_hosts=scope.hosts, pace=HostPace()) as fetcher:
        policy = await read_policy(fetcher, scope)
    assert site.paths() == ["/robots.txt"]
    assert policy.sitemaps == (f"{site.origin}/s.xml",)
    assert not policy.allows(f"{site.origin}/a")


_LINES = st.sampled_from(
    ["User-agent: *", "User-agent:", "Disallow: /*a*b$", "Disallow: %", "Allow: /\u00e9", "Crawl-delay: x", ":", "#",
     "Sitemap: http://[", "Sitemap:", "Request-rate: 1/0", "Visit-time: 99-1", "Host: x", "\ufeff", "Disallow: *$*$"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(_LINES).map("\n".join)), st.text())
def test_never_raises_whatever_stands_there(text: str, path: str) -> None:
    policy = RobotsPolicy([parse_robots(ORIGIN, text)])
    assert policy.allows(f"{ORIGIN}/{path}") in (True, False)


def test_hostile_patterns_take_no_time() -> None:
    policy = RobotsPolicy([parse_robots(ORIGIN, "User-agent: *\nDisallow: /" + "*a" * 200 + "*b\n")])
    assert policy.allows(f"{ORIGIN}/{'a' * 2_000}")
