"""A scan: one pass over a target's pages, immutable once ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from eaa_checker.domain.sample import PageState
from eaa_checker.domain.worded import Worded


class ScanState(Worded):
    """Where a scan stands."""

    WAITING = ("waiting", "wacht op een werkproces", "waiting for a worker")
    RUNNING = ("running", "bezig", "running")
    INTERRUPTED = ("interrupted", "onderbroken; kan worden hervat", "interrupted; can be resumed")
    COMPLETED = ("completed", "afgerond", "completed")
    STOPPED = ("stopped", "gestopt door de gebruiker", "stopped by the user")
    FAILED = ("failed", "mislukt: geen enkele pagina kon worden onderzocht", "failed: no page could be examined")

    @property
    def ended(self) -> bool:
        """Nothing of the scan can change any more."""
        return self in (ScanState.COMPLETED, ScanState.STOPPED, ScanState.FAILED)


class Profile(Worded):
    """How much evidence a scan keeps."""

    QUICK = ("quick", "snel: momentopname, beide motoren, uitsneden", "quick: capture, both engines, crops")
    FULL = ("full", "volledig: ook hele schermafbeelding en MHTML", "full: also full-page picture and MHTML")
    EVIDENCE = ("evidence", "bewijs: ook webarchief van het netwerkverkeer", "evidence: also an archive of the traffic")


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """The inspector's choices for one scan. Times are seconds."""

    max_pages: int = 50
    depth: int = 5
    """Links followed from the start address; 0 scans the start address only."""
    profile: Profile = Profile.FULL
    parallel: int = 1
    """Pages of one host at the same time; 1 is the polite default."""
    extra_hosts: tuple[str, ...] = ()
    viewport: tuple[int, int] = (1280, 1024)
    locale: str = "nl-NL"
    page_budget: float = 60.0
    """At most this long for one page, everything included."""
    settle_budget: float = 10.0
    delay: float = 0.0
    """Pause between two pages of a host; a Crawl-delay in robots.txt and a 429 can only lengthen it."""
    max_requests: int = 20_000
    """Request budget of the whole scan, sub-resources included."""
    ignore_robots: str = ""
    """The logged reason for passing over robots.txt; empty obeys it."""
    sitemap: bool = True
    allow_private: bool = False
    """The target itself is on a private network or this machine."""
    driver: str = "playwright"
    """``playwright`` or ``selenium``."""
    addresses: tuple[str, ...] = ()
    """Exactly these pages are visited, nothing is followed (the visit to a sample); empty: the site is crawled."""
    states: tuple[PageState, ...] = ()
    """States in which each page is captured besides the default one, which is always captured; empty: none."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One pass over a target."""

    id: int
    target_id: int
    target_name: str
    organisation_name: str
    address: str
    state: ScanState
    options: ScanOptions
    created: datetime
    started: datetime | None = None
    ended: datetime | None = None
    circumstances: dict[str, Any] = field(default_factory=dict)
    found: int = 0
    """Addresses known."""
    tested: int = 0
    """Pages captured and judged."""
    failed: int = 0
    """Pages that should have been captured and could not be."""
    error: str = ""
    """Why the scan as a whole ended badly (a stored JSON pair of sentences), or empty."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a worker reports while a scan runs: one JSON line each."""

    scan_id: int
    event: str
    """``started``, ``visiting``, ``page``, ``ended``, ``error``."""
    found: int = 0
    tested: int = 0
    failed: int = 0
    address: str = ""
    ending: str = ""
    observations: int = 0
    """Failed observations so far (grouped)."""
    seconds_left: float | None = None
    nl: str = ""
    en: str = ""

    @property
    def visited(self) -> int:
        return self.tested + self.failed
