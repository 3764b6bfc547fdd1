"""A sample (*steekproef*): which pages are examined and why each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from eaa_checker.domain.worded import Worded


class PageType(Worded):
    """What a page is for. Implementing Decision (EU) 2018/1524, annex I, point 3.2, and the emergency route."""

    HOME = ("home", "startpagina", "home page")
    LOGIN = ("login", "inloggen", "login")
    SITEMAP = ("sitemap", "sitemap", "sitemap")
    CONTACT = ("contact", "contact", "contact")
    HELP = ("help", "hulp", "help")
    LEGAL = ("legal", "juridische informatie", "legal information")
    SERVICE = ("service", "dienst", "service")
    SEARCH = ("search", "zoeken", "search")
    STATEMENT = ("statement", "toegankelijkheidsverklaring", "accessibility statement")
    FEEDBACK = ("feedback", "feedback over toegankelijkheid", "accessibility feedback")
    DOCUMENT = ("document", "document", "document")
    PROCESS = ("process", "stap in een proces", "step of a process")
    EMERGENCY = ("emergency", "noodroute", "emergency route")
    OTHER = ("other", "overig", "other")


class PageDecision(Worded):
    """What the inspector decided about a page."""

    PROPOSED = ("proposed", "voorgesteld", "proposed")
    CONFIRMED = ("confirmed", "bevestigd", "confirmed")
    REFUSED = ("refused", "afgewezen", "refused")


class SamplePart(Worded):
    """How a page came to be in the sample."""

    STRUCTURED = ("structured", "gericht gekozen", "structured")
    RANDOM = ("random", "aselect getrokken", "drawn at random")


class PageState(Worded):
    """A state of a page that is examined (*toestand*)."""

    DEFAULT = ("default", "standaard", "default")
    COOKIE_WALL = ("cookie-wall", "cookiemuur", "cookie wall")
    MENU_OPEN = ("menu-open", "menu open", "menu open")
    FORM_ERROR = ("form-error", "formulierfout", "form error")
    NARROW = ("narrow-320", "320 px breed", "320 px wide")
    ZOOMED = ("zoom-200", "200 % vergroot", "200 % zoom")
    TEXT_SPACING = ("text-spacing", "tekstafstand", "text spacing")
    FORCED_COLOURS = ("forced-colours", "geforceerde kleuren", "forced colours")


class SampleState(Worded):
    """Where a sample stands."""

    DRAFT = ("draft", "in opbouw", "being composed")
    APPROVED = ("approved", "goedgekeurd om te toetsen", "approved for testing")


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample of one target in one case."""

    id: int
    case_id: int
    target_id: int
    state: SampleState
    visits: int = 3
    """How often each page is visited in a round."""
    states: tuple[PageState, ...] = ()
    """The states in which its pages are examined; named before testing."""
    scan_id: int | None = None
    """The crawl that the proposals came from."""
    seed: str = ""
    """What the random part was drawn with; empty as long as it was not drawn."""
    frame_digest: str = ""
    """SHA-256 of the frozen frame that it was drawn from."""
    approved: datetime | None = None
    approved_by: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class SamplePage:
    """One page of a sample, proposed or decided."""

    id: int
    sample_id: int
    address: str
    title: str
    type: PageType
    decision: PageDecision
    part: SamplePart
    grounds: tuple[Ground, ...]
    """Why it was proposed; empty for a page added by hand."""
    found: str
    """How its address came to be known: a value of `domain.address.FoundBy`."""
    found_on: str = ""
    ending: str = ""
    """How the crawl's visit ended: a value of `domain.address.Ending`; empty when it was not crawled."""
    reason: str = ""
    """The inspector's reason to confirm, refuse or add it."""
    despite: str = ""
    """Why it may stay although it looks like a cookie wall, a login or an error page, or was never captured."""
    also: tuple[PageType, ...] = ()
    """Types that it serves besides."""
    process: str = ""
    """The process that it is a step of."""
    step: int = 0
    """1, 2, 3 … within the process."""
    by_machine: bool = True
    """A browser can visit it: a page on a host of the target, not a document."""
    decided_by: str = ""
    decided: datetime | None = None
    version: int = 1

    @property
    def types(self) -> tuple[PageType, ...]:
        """All types that the page serves, its main one first."""
        return (self.type, *self.also)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a page was proposed as a type, in a sentence: a word in its address, its title, a link, a form."""

    nl: str
    en: str
    weight: int
    """Points; proposals of a type are ranked by their sum."""

    def say(self, language: str) -> str:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Absence:
    """A page type that the target does not have, as the inspector explained."""

    type: PageType
    reason: str
    decided_by: str
    decided: datetime


@dataclass(frozen=True, slots=True)
class Frame:
    """The frozen list that the random part is drawn from."""

    sample_id: int
    scan_id: int
    made: datetime
    digest: str
    """SHA-256 over the addresses in UTF-8, sorted by code point, each followed by a line feed; 64 hex digits."""
    algorithm: str
    """Name of the drawing algorithm, e.g. ``eaa-draw-1``."""
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One point of the quality check before testing (*kwaliteitscheck*)."""

    name: str
    """``home``, ``statement``, ``types``, ``captures``, ``states``, ``decided``, ``reasons``, ``processes``,
    ``random``, ``machine``."""
    passed: bool
    nl: str
    en: str
    addresses: tuple[str, ...] = ()
    """The pages it is about."""

    def say(self, language: str) -> str:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Visit:
    """One planned visit to the pages of a sample in a round, and the scan that made it."""

    id: int
    sample_id: int
    round_id: int
    number: int
    """1, 2, 3 … within round and sample."""
    planned: datetime
    scan_id: int | None = None
    reason: str = ""
    """Why there is this visit beyond the planned number."""
    version: int = 1
