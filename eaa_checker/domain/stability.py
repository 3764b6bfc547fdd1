"""What was seen again and again: each observation of a round as k of n visits."""

from __future__ import annotations

from dataclasses import dataclass

from eaa_checker.domain.capture import StateOutcome
from eaa_checker.domain.worded import Worded
from rules.contract import Verdict

FEWEST = 2
"""Visits that a page needs before anything on it can be steady: once is never again and again."""


class Steadiness(Worded):
    """How often an observation came back."""

    STEADY = ("steady", "vast", "steady")
    CHANGING = ("changing", "wisselend", "changing")
    ONCE = ("once", "eenmalig", "once")


@dataclass(frozen=True, slots=True)
class Gap:
    """A visit in which a page could not be examined."""

    visit: int
    ending: str
    """A value of `domain.address.Ending`, or empty when the scan has no line for the page; where only a state of the
    page is missing, a value of `domain.capture.StateOutcome`."""
    nl: str
    en: str

    def say(self, language: str) -> str:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class PageVisits:
    """How the visits to one page of the sample, in one state, went."""

    page_id: int
    address: str
    planned: int
    """Visits planned in the round."""
    made: tuple[int, ...] = ()
    """Numbers of the visits in which it was examined."""
    unsettled: tuple[int, ...] = ()
    """Those of them in which it had not settled."""
    gaps: tuple[Gap, ...] = ()
    """Visits that failed; they do not count."""
    awaited: tuple[int, ...] = ()
    """Visits that have not been made yet."""
    state: str = "default"
    """The state of the page that it is about; in other states the gaps tell what was in the way there."""

    @property
    def n(self) -> int:
        """Visits that count."""
        return len(self.made)

    @property
    def reduced(self) -> bool:
        """Fewer visits count than were planned, because some failed."""
        return bool(self.gaps)

    @property
    def absent(self) -> bool:
        """The page does not have the state, as every visit says that was made: no menu, no form, no cookie wall."""
        absent = StateOutcome.NOT_APPLICABLE.value
        return not self.made and bool(self.gaps) and all(gap.ending == absent for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class Settled:
    """One observation on one page, in one state, over the visits of a round."""

    rule: str
    fingerprint: str
    verdict: Verdict
    page_id: int
    address: str
    k: int
    """Visits in which it was seen."""
    n: int
    """Visits of the page that count."""
    planned: int
    steadiness: Steadiness
    indicative: bool
    """In at least one of the visits in which it was seen the page had not settled."""
    seen_in: tuple[int, ...]
    """Numbers of those visits."""
    scan_ids: tuple[int, ...]
    """Their scans, in the same order."""
    state: str = "default"
    """The state of the page in which it was seen; k and n are counted per state."""

    @property
    def fit_for_letter(self) -> bool:
        """It was seen in every visit that counts, on a page that had settled: it may enter a letter."""
        return self.steadiness is Steadiness.STEADY and not self.indicative

    def say(self, language: str) -> str:
        """“vast (3 van 3)”, “wisselend (2 van 3)”, with “indicatief” where it is."""
        of = "van" if language == "nl" else "of"
        indicative = ("; indicatief" if language == "nl" else "; indicative") if self.indicative else ""
        return f"{self.steadiness.say(language)} ({self.k} {of} {self.n}){indicative}"


@dataclass(frozen=True, slots=True)
class RoundStability:
    """Everything that was seen in a round, with how often, and the pages whose visits went less well."""

    round_id: int
    pages: tuple[PageVisits, ...]
    observations: tuple[Settled, ...]
    complete: bool
    """Every planned visit was made."""

    def steady(self) -> tuple[Settled, ...]:
        """What may enter a letter."""
        return tuple(one for one in self.observations if one.fit_for_letter)

    def of(self, fingerprint: str, address: str | None = None) -> tuple[Settled, ...]:
        """The observations with that fingerprint, on one page or on all."""
        return tuple(
            one
            for one in self.observations
            if one.fingerprint == fingerprint and (address is None or one.address == address)
        )


def steadiness(k: int, n: int) -> Steadiness:
    """*k* of *n* visits in words. What was seen in every one of at least `FEWEST` visits is steady."""
    if k == n and n >= FEWEST:
        return Steadiness.STEADY
    return Steadiness.CHANGING if k > 1 else Steadiness.ONCE
