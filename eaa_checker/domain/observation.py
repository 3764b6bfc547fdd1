"""What the machine saw: one row per barrier, with every place where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from rules.contract import Verdict, Words

AXE = "axe/"
"""With this begins the id of a rule that is axe-core's and none of ours."""


@dataclass(frozen=True, slots=True)
class Witness:
    """An engine that saw it: ``own`` or ``axe``, with its rule id and what it said."""

    engine: str
    rule: str
    verdict: Verdict
    message: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence of an observation: a page and an element on it."""

    address: str
    path: tuple[str, ...]
    """CSS selectors, one per document or shadow tree, outermost first."""
    html: str
    """The element's start tag and the beginning of its content, cut at 2,000 characters."""
    box: tuple[float, float, float, float] | None = None
    """x, y, width, height on the page, CSS pixels; None when it has no layout."""
    indicative: bool = False
    """The page had not settled."""
    capture_id: int = 0
    crop: str = ""
    """SHA-256 of the crop that shows it, in the evidence store; empty when there is none."""
    state: str = "default"
    """State of the page in which it stands there: that of its capture."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One barrier (or question) on one or more places."""

    fingerprint: str
    """64 hex digits over rule, normalised path and text; the same in every scan of the same site."""
    rule: str
    verdict: Verdict
    title: Words
    explanation: Words
    """The rule's sentence for what was seen, details filled in."""
    why: Words
    repair: Words
    requirements: tuple[str, ...]
    """Requirement keys, e.g. ``wcag:1.1.1``."""
    clauses: tuple[str, ...]
    """EN 301 549 V3.2.1 clauses, e.g. ``9.1.1.1``."""
    hits: tuple[str, ...]
    """Functional performance statements hit first of all, e.g. ``4.2.1``."""
    witnesses: tuple[Witness, ...]
    places: tuple[Place, ...] = ()
    count: int = 0
    """Number of places (``places`` may hold only the first few). An element seen in two states is two places."""
    pages: int = 0
    """Number of distinct pages."""
    element: str = ""
    """Short description of the element: tag and accessible name or text."""
    disputed: bool = False
    """The engines disagree about the same element; to be reviewed."""

    @property
    def indicative(self) -> bool:
        """Every place is on a page that had not settled."""
        return bool(self.places) and all(p.indicative for p in self.places)
