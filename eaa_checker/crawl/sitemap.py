"""Reading sitemaps (https://www.sitemaps.org/protocol.html): XML, sitemap indexes, plain text, gzip."""

from __future__ import annotations

import asyncio
import io
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from eaa_checker.crawl.fetching import Fetcher
from eaa_checker.crawl.scope import Scope
from eaa_checker.crawl.unpacking import GZIP_MAGIC, gunzip
from eaa_checker.domain.address import Ending
from eaa_checker.domain.web_address import normalise
from rules.contract import Words

LARGEST = 50 * 1024 * 1024
"""Bytes of one sitemap, unpacked: the protocol's own limit."""
DEEPEST = 3
"""Levels of sitemap indexes."""
MOST_FILES = 500
MOST_NOTES = 20


@dataclass(frozen=True, slots=True)
class SitemapAddress:
    """A page that a sitemap names."""

    address: str
    found_on: str
    """The sitemap's address."""


@dataclass(frozen=True, slots=True)
class SitemapResult:
    """Everything the sitemaps of a target named."""

    addresses: tuple[SitemapAddress, ...] = ()
    """In scope, normalised, without repeats, in the order found."""
    files: tuple[str, ...] = ()
    """Sitemaps that were read."""
    out_of_scope: int = 0
    """Addresses outside the target, not kept."""
    unreadable: int = 0
    """Entries that are no web address."""
    complete: bool = True
    """False when a limit, the time or a broken file left something out."""
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedSitemap:
    """What one sitemap file says."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    broken: str = ""
    """The parser's words when the file was readable in part or not at all."""


def parse_sitemap(data: bytes, *, most: int = 50_000) -> ParsedSitemap:
    """The addresses in one unpacked sitemap, XML or plain text, *most* at most; never raises.

    No entity is resolved, no DTD loaded, nothing fetched; of broken XML comes what was readable.
    """
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    looks_like_xml = start.startswith((b"<", b"\xff\xfe", b"\xfe\xff")) or b"\x00" in start
    return _parse_xml(data, most) if looks_like_xml else _parse_text(data, most)


def _parse_text(data: bytes, most: int) -> ParsedSitemap:
    lines = [line.strip() for line in data.decode("utf-8-sig", "replace").splitlines()]
    pages = [line for line in lines if line.lower().startswith(("http://", "https://"))]
    others = sum(1 for line in lines if line) - len(pages)
    broken = f"{others} lines are no addresses" if others else ""
    return ParsedSitemap(tuple(pages[:most]), (), broken)


def _parse_xml(data: bytes, most: int) -> ParsedSitemap:
    pages: list[str] = []
    sitemaps: list[str] = []
    broken = ""
    root = ""
    parser = etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=True,
    )
    try:
        for event, element in parser:
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if event == "start":
                root = root or name
                continue
            if name == "loc":
                outer = element.getparent()
                kind = etree.QName(outer).localname if outer is not None else ""
                # What has children holds an entity that was not resolved: half an address is none.
                text = (element.text or "").strip() if len(element) == 0 else ""
                if kind == "url" and text:
                    pages.append(text)
                elif kind == "sitemap" and text:
                    sitemaps.append(text)
                if len(pages) >= most or len(sitemaps) >= most:
                    break
            elif name in ("url", "sitemap"):
                _forget(element)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        broken = str(error)[:200]
    errors = parser.error_log
    if not broken and len(errors):
        broken = str(errors[0].message)[:200]
    if root not in ("urlset", "sitemapindex"):
        broken = broken or f"<{root[:40]}> is no sitemap"
    return ParsedSitemap(tuple(pages), tuple(sitemaps), broken)


def _forget(element: etree._Element) -> None:
    """Free what was read, so that a large sitemap takes little memory."""
    element.clear()
    outer = element.getparent()
    if outer is not None:
        while element.getprevious() is not None:
            del outer[0]


@dataclass
class _Reading:
    """The state of one reading of all sitemaps."""

    scope: Scope
    most: int
    deadline: float
    addresses: dict[str, SitemapAddress] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    out_of_scope: int = 0
    unreadable: int = 0
    complete: bool = True
    notes: list[Words] = field(default_factory=list)

    def note(self, nl: str, en: str) -> None:
        self.complete = False
        if len(self.notes) < MOST_NOTES:
            self.notes.append(Words(nl, en))

    async def keep(self, pages: Iterable[str], sitemap: str) -> None:
        for number, page in enumerate(pages):
            if number % 500 == 0:
                await asyncio.sleep(0)  # others may work in between: 50,000 addresses take seconds
            address = normalise(page, sitemap)
            if address is None:
                self.unreadable += 1
            elif not self.scope.contains(address):
                self.out_of_scope += 1
            elif address not in self.addresses:
                if len(self.addresses) >= self.most:
                    self.note(
                        f"De sitemaps noemen meer dan {self.most} adressen; de rest is weggelaten.",
                        f"The sitemaps name more than {self.most} addresses; the rest was left out.",
                    )
                    return
                self.addresses[address] = SitemapAddress(address, sitemap)

    @property
    def over(self) -> bool:
        return len(self.addresses) >= self.most or time.monotonic() >= self.deadline


async def read_sitemaps(
    fetcher: Fetcher,
    starts: Iterable[str],
    scope: Scope,
    *,
    most: int = 50_000,
    seconds: float = 60.0,
    guessed: bool = False,
) -> SitemapResult:
    """Read the sitemaps *starts* and those they refer to, breadth first, DEEPEST levels, each once.

    At most *most* addresses and *seconds* seconds; only sitemaps and pages in *scope*. *guessed*: nobody named
    these sitemaps, so that their absence (404) is no news. Never raises for what a server sends.
    """
    reading = _Reading(scope, most, time.monotonic() + seconds)
    level = list(dict.fromkeys(starts))
    for depth in range(DEEPEST + 1):
        following: list[str] = []
        for sitemap in level:
            if reading.over or len(reading.files) >= MOST_FILES:
                reading.note(
                    f"Niet alle sitemaps zijn gelezen: tijd of aantal op ({len(reading.files)} gelezen).",
                    f"Not all sitemaps were read: out of time or number ({len(reading.files)} read).",
                )
                following = []
                break
            following += await _read_one(fetcher, sitemap, reading, quiet=guessed and depth == 0)
        level = list(dict.fromkeys(following))
        if not level:
            break
    else:
        reading.note(
            f"Sitemaps verwijzen meer dan {DEEPEST} niveaus door; dieper is niet gelezen.",
            f"Sitemaps refer to each other over more than {DEEPEST} levels; deeper ones were not read.",
        )
    return SitemapResult(
        tuple(reading.addresses.values()),
        tuple(reading.files),
        reading.out_of_scope,
        reading.unreadable,
        reading.complete,
        tuple(reading.notes),
    )


async def _read_one(fetcher: Fetcher, sitemap: str, reading: _Reading, *, quiet: bool) -> list[str]:
    """Keep the pages of one sitemap; give back the sitemaps it refers to that were not seen yet."""
    address = normalise(sitemap)
    if address is None or address in reading.seen:
        return []
    reading.seen.add(address)
    if not reading.scope.contains(address):
        reading.note(
            f"De sitemap {address} staat buiten het object en is niet gelezen.",
            f"The sitemap {address} is outside the target and was not read.",
        )
        return []
    fetched = await fetcher.fetch(address, LARGEST, within=reading.scope.contains)
    if fetched.problem is not None:
        if not (quiet and fetched.problem in (Ending.NOT_FOUND, Ending.CLIENT_ERROR)):
            reading.note(
                f"De sitemap {address} kon niet worden gelezen: {fetched.problem.nl} ({fetched.detail}).",
                f"The sitemap {address} could not be read: {fetched.problem.en} ({fetched.detail}).",
            )
        return []
    reading.files.append(address)
    body, wrong = fetched.body, "too large" if fetched.cut else ""
    if body.startswith(GZIP_MAGIC):
        body, wrong_inside = gunzip(body, LARGEST)
        wrong = wrong or wrong_inside
    if wrong == "too large":
        reading.note(
            f"De sitemap {address} is groter dan {LARGEST >> 20} MB; alleen het begin is gelezen.",
            f"The sitemap {address} is larger than {LARGEST >> 20} MB; only its beginning was read.",
        )
    parsed = await asyncio.to_thread(parse_sitemap, body, most=reading.most + 1)
    if quiet and not parsed.pages and not parsed.sitemaps and fetched.media_type == "text/html":
        return []  # a guess that met the site's "not found" page sent with status 200
    if parsed.broken or wrong == "damaged":
        reading.note(
            f"De sitemap {address} is beschadigd; gelezen is wat leesbaar was ({parsed.broken or 'gzip'}).",
            f"The sitemap {address} is broken; what was readable was read ({parsed.broken or 'gzip'}).",
        )
    await reading.keep(parsed.pages, address)
    named = (normalise(s, address) for s in parsed.sitemaps)
    return [s for s in named if s is not None and s not in reading.seen]
