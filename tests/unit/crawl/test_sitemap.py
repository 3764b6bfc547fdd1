"""Sitemaps as they are found in the wild."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest
from crawl_site import CrawlSite, Reply
from hypothesis import given
from hypothesis import strategies as st

from eaa_checker.crawl import sitemap
from eaa_checker.crawl.fetching import Fetcher
from eaa_checker.crawl.scope import Scope
from eaa_checker.crawl.sitemap import SitemapResult, parse_sitemap, read_sitemaps

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*addresses: str) -> bytes:
    inside = "".join(f"<url><loc>{a}</loc><lastmod>2026-11-01</lastmod></url>" for a in addresses)
    return f"{HEAD}<urlset {NS}>{inside}</urlset>".encode()


def index(*addresses: str) -> bytes:
    inside = "".join(f"<sitemap><loc>{a}</loc></sitemap>" for a in addresses)
    return f"{HEAD}<sitemapindex {NS}>{inside}</sitemapindex>".encode()


async def read(
    site: CrawlSite, *paths: str, seconds: float = 30, most: int = 50_000, guessed: bool = False
) -> SitemapResult:
    scope = Scope(site.origin)
    async with Fetcher("t", private_hosts=scope.hosts) as fetcher:
        starts = [f"{site.origin}{p}" for p in paths]
        return await read_sitemaps(fetcher, starts, scope, seconds=seconds, most=most, guessed=guessed)


def pages(result: SitemapResult) -> list[str]:
    return [a.address.partition("/")[2].partition("/")[2].partition("/")[2] for a in result.addresses]


def test_a_sitemap_with_images_and_entities() -> None:
    parsed = parse_sitemap(
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="urn:i"><url>'
        b"<loc>\n https://a.nl/1?x=1&amp;y=2 </loc><image:image><image:loc>https://a.nl/x.png</image:loc>"
        b"</image:image></url><url><loc><![CDATA[https://a.nl/2]]></loc></url><url><loc/></url></urlset>"
    )
    assert parsed.pages == ("https://a.nl/1?x=1&y=2", "https://a.nl/2")
    assert parsed.broken == ""


def test_other_encodings_and_plain_text() -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?><urlset {NS}><url><loc>https://a.nl/é</loc></url></urlset>'
    assert parse_sitemap(text.encode("utf-16")).pages == ("https://a.nl/é",)
    plain = parse_sitemap(b"\xef\xbb\xbfhttps://a.nl/1\r\n\r\nhttp://a.nl/2\nonzin\n")
    assert plain.pages == ("https://a.nl/1", "http://a.nl/2")
    assert "1 lines" in plain.broken


def test_broken_xml_gives_what_was_readable() -> None:
    whole = urlset(*(f"https://a.nl/{n}" for n in range(100)))
    cut = parse_sitemap(whole[: len(whole) // 2])
    assert 40 <= len(cut.pages) <= 51
    assert cut.broken
    wrong = parse_sitemap(b"<urlset><url><loc>https://a.nl/1</loc></url><url><loc>https://a.nl/&b</url></urlset>")
    assert "https://a.nl/1" in wrong.pages
    assert wrong.broken


def test_entities_are_not_resolved_and_files_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim")
    parsed = parse_sitemap(
        f'<!DOCTYPE u [<!ENTITY a "lol"><!ENTITY f SYSTEM "{secret.as_uri()}">]><urlset {NS}>'
        "<url><loc>https://a.nl/&a;</loc></url><url><loc>https://a.nl/&f;</loc></url>"
        "<url><loc>https://a.nl/1</loc></url></urlset>".encode()
    )
    assert parsed.pages == ("https://a.nl/1",)


def test_entities_that_explode_are_given_up_at_once() -> None:
    lol = "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};&l{n - 1};&l{n - 1};">' for n in range(1, 30))
    began = time.monotonic()
    parsed = parse_sitemap(
        f'<!DOCTYPE u [<!ENTITY l0 "lol">{lol}]><urlset><url><loc>https://a.nl/&l29;</loc></url></urlset>'.encode()
    )
    assert time.monotonic() - began < 2
    assert parsed.pages == ()
    assert parsed.broken


@pytest.mark.parametrize("data", [b"", b"<html><body>x</body></html>", b"<rss/>", b"%PDF-1.7\x00\x01", b"<", b"\x00<"])
def test_what_is_no_sitemap_gives_nothing(data: bytes) -> None:
    parsed = parse_sitemap(data)
    assert parsed.pages == parsed.sitemaps == ()
    assert bool(parsed.broken) == bool(data)


@given(st.one_of(st.binary(max_size=300), st.text().map(lambda t: b"<urlset><url><loc>" + t.encode() + b"</loc>")))
def test_never_raises(data: bytes) -> None:
    assert isinstance(parse_sitemap(data).pages, tuple)


async def test_an_index_is_followed_and_gzip_known_by_its_content(site: CrawlSite) -> None:
    site.replies["/sitemap.xml"] = Reply(index("/een.xml", f"{site.origin}/twee.dat", "/sitemap.xml"))
    site.replies["/een.xml"] = Reply(urlset("/a", "/b?utm_source=x", f"{site.origin}/a#top"))
    site.replies["/twee.dat"] = Reply(gzip.compress(urlset("/c", "https://elders.nl/", "mailto:a@b.nl")))
    result = await read(site, "/sitemap.xml", "/sitemap.xml")
    assert pages(result) == ["a", "b", "c"]
    assert result.addresses[2].found_on == f"{site.origin}/twee.dat"
    assert (result.out_of_scope, result.unreadable, result.complete, result.notes) == (1, 1, True, ())
    assert sorted(site.paths()) == ["/een.xml", "/sitemap.xml", "/twee.dat"]


async def test_indexes_nest_three_deep_and_no_deeper(site: CrawlSite) -> None:
    for level in range(6):
        site.replies[f"/{level}.xml"] = Reply(index(f"/{level + 1}.xml", "/0.xml"))
    result = await read(site, "/0.xml")
    assert site.paths() == ["/0.xml", "/1.xml", "/2.xml", "/3.xml"]
    assert not result.complete
    assert "niveaus" in result.notes[0].nl


async def test_a_bomb_and_damage_are_noted(site: CrawlSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LARGEST", 200_000)
    site.replies["/bomb"] = Reply(gzip.compress(urlset("/a")[:-9] + b" " * 5_000_000))
    site.replies["/damaged"] = Reply(gzip.compress(urlset("/b"))[:-12])
    result = await read(site, "/bomb", "/damaged")
    assert pages(result) == ["a", "b"]
    assert any("groter dan" in n.nl for n in result.notes)
    assert any("beschadigd" in n.nl for n in result.notes)
    assert not result.complete


async def test_missing_sitemaps_are_noted_unless_nobody_named_them(site: CrawlSite) -> None:
    site.replies["/html"] = Reply(b"<!doctype html><p>x", headers={"Content-Type": "text/html"})
    named = await read(site, "/weg.xml", "/html")
    assert len(named.notes) == 2
    assert "pagina bestaat niet" in named.notes[0].nl
    guessed = await read(site, "/weg.xml", "/html", guessed=True)
    assert guessed.notes == ()


async def test_sitemaps_outside_the_target_are_not_fetched(site: CrawlSite, other_site: CrawlSite) -> None:
    site.replies["/s.xml"] = Reply(index(f"{other_site.origin}/s.xml"))
    site.replies["/r.xml"] = Reply(status=302, headers={"Location": f"{other_site.origin}/s.xml"})
    result = await read(site, "/s.xml", "/r.xml")
    assert other_site.requests == []
    assert len(result.notes) == 2


async def test_number_and_time_are_bounded(site: CrawlSite) -> None:
    site.replies["/s.xml"] = Reply(urlset(*(f"/{n}" for n in range(50))))
    site.replies["/i.xml"] = Reply(index(*(f"/slow{n}.xml" for n in range(50))))
    site.replies["*"] = Reply(urlset("/x"), wait=0.1)
    few = await read(site, "/s.xml", most=10)
    assert len(few.addresses) == 10
    assert not few.complete
    short = await read(site, "/i.xml", seconds=0.3)
    asked = [path for path in site.paths() if "slow" in path]
    assert len(asked) < 25, "half of them take 2.5 seconds when asked one by one"
    assert "tijd" in short.notes[-1].nl


async def test_a_large_compressed_sitemap(site: CrawlSite) -> None:
    site.replies["/s.xml"] = Reply(gzip.compress(urlset(*(f"/p{n}" for n in range(5_000)))))
    result = await read(site, "/s.xml")
    assert len(result.addresses) == 5_000
    assert result.complete


def test_fifty_thousand_addresses_in_one_file() -> None:
    parsed = parse_sitemap(urlset(*(f"https://a.nl/p{n}" for n in range(50_001))), most=50_000)
    assert len(parsed.pages) == 50_000
