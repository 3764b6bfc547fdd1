"""Norm links and people in the words of a report; a key the norms do not know is shown as it is, never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from eaa_checker.domain.observation import Observation
from rules import norms

EDITION = norms.CITED
WCAG = "2.1"
"""The version of WCAG that EN 301 549 V3.2.1 takes over, levels A and AA."""


@dataclass(frozen=True, slots=True)
class NormLink:
    """One norm point as people read it: ``WCAG 1.1.1``, ``Niet-tekstuele content``, ``A``, address (may be empty)."""

    key: str
    short: str
    title: str
    level: str
    url: str

    @property
    def text(self) -> str:
        level = f" ({self.level})" if self.level else ""
        return f"{self.short} {self.title}{level}".strip()


def norm_link(key: str, language: str) -> NormLink:
    """The link for a requirement key such as ``wcag:1.1.1``."""
    norm, _, point = key.partition(":")
    short = {"wcag": f"WCAG {point}", "wcag-text": "WCAG", "en301549": f"EN 301 549 {point}"}.get(norm, "")
    try:
        found = norms.requirement(key)
    except norms.UnknownRequirement:
        return NormLink(key, short or key, "", "", "")
    return NormLink(key, short, found.title.say(language), found.level, found.url)


def clause_link(clause: str, language: str) -> NormLink:
    """The link for a clause of EN 301 549 V3.2.1 such as ``9.1.1.1``."""
    return norm_link(f"en301549:{clause}", language)


def normative_url(key: str) -> str:
    """The address of the requirement itself (the recommendation, not its explanation); empty when there is none."""
    norm, _, point = key.partition(":")
    try:
        if norm != "wcag":
            return norms.requirement(key).url
        found = norms.criterion(point)
    except norms.UnknownRequirement:
        return ""
    slug = found.understanding_url.rsplit("/", 1)[-1].removesuffix(".html")
    version = "21" if WCAG in found.versions else "22"
    return f"https://www.w3.org/TR/WCAG{version}/#{slug}"


def who(hits: Iterable[str], language: str) -> list[str]:
    """The people behind functional performance statements, one phrase each; an unknown id stands for itself."""
    phrases = []
    for hit in hits:
        try:
            phrases.append(norms.statement(hit).who.say(language))
        except norms.UnknownRequirement:
            phrases.append(hit)
    return phrases


def first_requirement(observation: Observation) -> str:
    """The key under which an observation is listed: its first success criterion, else its first key, else empty."""
    keys = observation.requirements
    return next((k for k in keys if k.startswith("wcag:")), keys[0] if keys else "")


def in_order(key: str) -> tuple[int, tuple[int, ...], str]:
    """Sorts requirement keys: success criteria by number, then other norms, then no norm at all."""
    norm, _, point = key.partition(":")
    if not key:
        return (2, (), "")
    numbers = tuple(int(n) for n in re.findall(r"\d+", point)[:6])
    return (0 if norm == "wcag" else 1, numbers, key)


def examined_criteria() -> tuple[norms.Criterion, ...]:
    """The success criteria that the norm demands of a web site: WCAG 2.1, levels A and AA (50)."""
    return norms.criteria(WCAG, ("A", "AA"))
