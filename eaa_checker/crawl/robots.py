"""What robots.txt allows us, after RFC 9309 (https://www.rfc-editor.org/rfc/rfc9309)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from protego import Protego

from eaa_checker.crawl.fetching import Fetched, Fetcher
from eaa_checker.crawl.scope import Scope, bare_host, site_of
from eaa_checker.domain.address import Ending
from eaa_checker.domain.web_address import host_of, normalise, origin_of
from eaa_checker.domain.worded import Worded
from rules.contract import Words

TOKEN = "EAA-Checker"
"""Our product token: the name a site writes after ``User-agent:`` to speak to us."""
LARGEST = 512 * 1024
"""Bytes that are read of a robots.txt (the RFC asks for at least 500 KiB)."""
LONGEST_CRAWL_DELAY = 60.0
"""Seconds; a longer Crawl-delay is cut to this."""
MOST_SITEMAPS = 100

_NO_CONVERSATION = (Ending.UNKNOWN_HOST, Ending.REFUSED, Ending.TLS_ERROR, Ending.NETWORK_ERROR)


class RobotsState(Worded):
    """What is known of an origin's robots.txt."""

    READ = ("read", "robots.txt gelezen", "robots.txt read")
    NONE = ("none", "geen robots.txt: alles mag", "no robots.txt: everything is allowed")
    UNREACHABLE = (
        "unreachable",
        "robots.txt onbereikbaar: niets mag",
        "robots.txt unreachable: nothing is allowed",
    )


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """The robots.txt of one origin as it was found."""

    origin: str
    """Scheme, host and port."""
    state: RobotsState
    text: str = ""
    """Kept as evidence."""
    status: int | None = None
    problem: Ending | None = None
    detail: str = ""
    crawl_delay: float = 0.0
    """Seconds between two visits, at most LONGEST_CRAWL_DELAY; 0 when it asks for none."""
    sitemaps: tuple[str, ...] = ()
    """Normalised addresses of the sitemaps it names."""
    notes: tuple[Words, ...] = ()
    """What an inspector should know of it."""


async def read_robots(fetcher: Fetcher, origin: str) -> RobotsFile:
    """The robots.txt of *origin* (``https://example.nl``). 4xx allows everything; 5xx and silence allow nothing.

    Redirects are followed to other hosts too, five at most (RFC 9309, 2.3.1). Of a longer file the first LARGEST
    bytes count. A 429 is read as silence, not as permission: a site that asks us to slow down must not be crawled.
    """
    fetched = await fetcher.fetch(f"{origin}/robots.txt", LARGEST)
    if fetched.problem is None:
        body = fetched.body
        if fetched.cut:
            body = body.rpartition(b"\n")[0]
        return parse_robots(origin, body.decode("utf-8-sig", "replace"), status=fetched.status, cut=fetched.cut)
    unavailable = fetched.status is not None and 400 <= fetched.status < 500 and fetched.status != 429
    if unavailable or fetched.problem is Ending.REDIRECT_LOOP:
        return RobotsFile(origin, RobotsState.NONE, "", fetched.status, fetched.problem, fetched.detail)
    return _unreachable(origin, fetched)


def _unreachable(origin: str, fetched: Fetched) -> RobotsFile:
    problem = fetched.problem or Ending.NETWORK_ERROR
    note = Words(
        f"{origin}/robots.txt is onbereikbaar ({problem.nl}; {fetched.detail}). Volgens RFC 9309 mag dan geen enkele "
        "pagina worden bezocht. Een inspecteur kan dit met een vastgelegde reden terzijde schuiven.",
        f"{origin}/robots.txt is unreachable ({problem.en}; {fetched.detail}). By RFC 9309 no page may be visited "
        "then. An inspector can set this aside with a logged reason.",
    )
    return RobotsFile(origin, RobotsState.UNREACHABLE, "", fetched.status, problem, fetched.detail, notes=(note,))


def parse_robots(origin: str, text: str, *, status: int | None = 200, cut: bool = False) -> RobotsFile:
    """The robots.txt of *origin* with this *text*; *cut* says that the text is only its beginning. Never raises."""
    rules = Protego.parse(text)
    notes: list[Words] = []
    if cut:
        notes.append(
            Words(
                f"{origin}/robots.txt is groter dan {LARGEST // 1024} KiB; alleen het begin telt.",
                f"{origin}/robots.txt is larger than {LARGEST // 1024} KiB; only its beginning counts.",
            )
        )
    if text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        notes.append(
            Words(
                f"Onder {origin}/robots.txt staat een webpagina, geen robots.txt: alles mag.",
                f"{origin}/robots.txt is a web page, not a robots.txt: everything is allowed.",
            )
        )
    asked = rules.crawl_delay(TOKEN)
    delay = float(asked) if asked is not None and math.isfinite(asked) and asked > 0 else 0.0
    if delay > LONGEST_CRAWL_DELAY:
        notes.append(
            Words(
                f"{origin}/robots.txt vraagt {delay:g} seconden tussen twee bezoeken; er wordt "
                f"{LONGEST_CRAWL_DELAY:g} seconden gewacht.",
                f"{origin}/robots.txt asks for {delay:g} seconds between two visits; we wait "
                f"{LONGEST_CRAWL_DELAY:g} seconds.",
            )
        )
    named = (normalise(s, f"{origin}/") for s in list(rules.sitemaps)[:MOST_SITEMAPS])
    return RobotsFile(
        origin,
        RobotsState.READ,
        text,
        status,
        crawl_delay=min(delay, LONGEST_CRAWL_DELAY),
        sitemaps=tuple(dict.fromkeys(s for s in named if s is not None)),
        notes=tuple(notes),
    )


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an address may not be visited: the ending of its line, and the reason in words."""

    ending: Ending
    reason: Words


class RobotsPolicy:
    """What the robots.txt files of a scope allow; an inspector's *ignore_reason* passes over what they disallow.

    ``www.`` and the bare host, ``http`` and ``https`` speak for each other where only one of them was read. A site
    of which nothing was read is allowed. A Crawl-delay counts even when the rest is passed over.
    """

    def __init__(self, files: Iterable[RobotsFile] = (), *, ignore_reason: str = "") -> None:
        self.files = tuple(files)
        self.ignore_reason = ignore_reason
        self._by_origin = {f.origin: f for f in self.files}
        self._by_site = {site_of(f.origin): f for f in reversed(self.files)}
        self._rules = {f.origin: Protego.parse(f.text) for f in self.files if f.state is RobotsState.READ}

    def file_for(self, address: str) -> RobotsFile | None:
        """The robots.txt that speaks for *address*."""
        return self._by_origin.get(origin_of(address)) or self._by_site.get(site_of(address))

    def refusal(self, address: str, *, asked_for: bool = False) -> Refusal | None:
        """Why *address* may not be visited; None when it may.

        *asked_for*: a person named this very address. It is then visited although no conversation with the host
        was possible, so that its line tells what the browser met (unknown host, certificate, …).
        """
        file = self.file_for(address)
        if file is None or self.ignore_reason:
            return None
        if file.state is RobotsState.UNREACHABLE:
            if asked_for and file.problem in _NO_CONVERSATION:
                return None
            return Refusal(Ending.ROBOTS, file.notes[0])
        if file.state is RobotsState.NONE or self._rules[file.origin].can_fetch(address, TOKEN):
            return None
        return Refusal(
            Ending.ROBOTS,
            Words(f"{file.origin}/robots.txt staat dit niet toe.", f"{file.origin}/robots.txt disallows this."),
        )

    def allows(self, address: str) -> bool:
        """Whether *address* may be visited."""
        return self.refusal(address) is None

    def crawl_delay(self, host: str) -> float:
        """Seconds between two visits that *host* asks for; 0 when it asks for none."""
        own = (f.crawl_delay for f in self.files if bare_host(host_of(f.origin)) == bare_host(host))
        return max(own, default=0.0)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps all files name, without repeats."""
        return tuple(dict.fromkeys(s for f in self.files for s in f.sitemaps))

    @property
    def notes(self) -> tuple[Words, ...]:
        """What an inspector should know, one sentence or two each."""
        own = tuple(note for f in self.files for note in f.notes)
        if not self.ignore_reason:
            return own
        passed_over = Words(
            f"robots.txt is terzijde geschoven. Reden van de inspecteur: {self.ignore_reason}",
            f"robots.txt was passed over. The inspector's reason: {self.ignore_reason}",
        )
        return (passed_over, *own)


async def read_policy(fetcher: Fetcher, scope: Scope, *, ignore_reason: str = "") -> RobotsPolicy:
    """Read the robots.txt of every origin of *scope*."""
    return RobotsPolicy([await read_robots(fetcher, o) for o in scope.origins], ignore_reason=ignore_reason)
