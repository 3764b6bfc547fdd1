"""What was recorded of one page in one state at one instant, as references into the evidence store."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from eaa_checker.domain.observation import Observation
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.worded import Worded


class PartKind(Worded):
    """The parts of a capture."""

    TREE = ("tree", "DOM, opmaak en toegankelijkheidsboom", "DOM, layout and accessibility tree")
    AXE = ("axe", "ruwe uitkomst van axe-core", "axe-core's raw result")
    RECORDS = ("records", "gedrag van de pagina", "behaviour records")
    VISIT = ("visit", "bezoek: adressen, status, headers, tijden", "visit: addresses, status, headers, timings")
    PICTURE = ("picture", "schermafbeelding van de hele pagina", "full-page screenshot")
    CROP = ("crop", "uitsnede van een element", "crop of an element")
    MHTML = ("mhtml", "pagina als MHTML", "page as MHTML")
    WARC = ("warc", "webarchief van het netwerkverkeer", "web archive of the network traffic")


@dataclass(frozen=True, slots=True)
class Part:
    """One stored part of a capture. Its bytes are in the evidence store under *sha256* (of the bytes as recorded)."""

    kind: PartKind
    sha256: str
    size: int
    media_type: str
    label: str = ""
    """For a crop: the key that its places carry."""
    region: tuple[float, float, float, float] | None = None
    """For pictures: x, y, width, height of the page that it shows, CSS pixels."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A frozen capture (*momentopname*)."""

    address: str
    final_address: str
    instant: datetime
    """When the page had settled, with zone."""
    settled: bool
    status: int | None
    title: str
    language: str
    state: str
    """Page state: ``default`` for the page as it loads."""
    parts: tuple[Part, ...]
    timings: dict[str, float] = field(default_factory=dict)
    """Milliseconds per step of the visit."""
    notes: tuple[str, ...] = ()
    """What could not be recorded, each with its reason."""
    id: int = 0

    def part(self, kind: PartKind) -> Part | None:
        """The first part of that kind."""
        return next((p for p in self.parts if p.kind is kind), None)


class StateOutcome(Worded):
    """What came of putting a page into a state. What could not be captured is never taken for what is not there."""

    CAPTURED = ("captured", "vastgelegd", "captured")
    NOT_APPLICABLE = ("not-applicable", "niet van toepassing op deze pagina", "not applicable to this page")
    NOT_CAPTURED = ("not-captured", "niet vastgelegd", "not captured")


@dataclass(frozen=True, slots=True)
class StateLine:
    """How it went with one state of one page in one scan."""

    address: str
    """Of the line of the scan, so of the page as it was asked for."""
    state: PageState
    outcome: StateOutcome
    nl: str = ""
    """Why there is no capture; empty when there is one."""
    en: str = ""
    settled: bool = False
    """There is a capture, and the page had come to rest in it."""

    def say(self, language: str) -> str:
        """“menu open: niet vastgelegd (…)”."""
        why = self.nl if language == "nl" else self.en
        return f"{self.state.say(language)}: {self.outcome.say(language)}" + (f" ({why})" if why else "")


@dataclass(frozen=True, slots=True)
class StateSeen:
    """What a visit brought back of one state of a page besides the default one."""

    line: StateLine
    capture: Capture | None = None
    observations: tuple[Observation, ...] = ()
    passed: dict[str, int] = field(default_factory=dict)
    """Rule id → targets on the page in this state that passed."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """With what and from where a scan looked: versions, viewport, locale, sandbox, who."""

    values: dict[str, Any]
