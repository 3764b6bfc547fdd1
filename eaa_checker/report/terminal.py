"""A scan in a few lines for a terminal: what was examined, what was seen, and what was not tested."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from eaa_checker.domain.observation import Observation
from eaa_checker.report.content import ScanReport, Tallying, endings, is_gap, reach
from eaa_checker.report.norm_words import first_requirement, norm_link, who
from eaa_checker.report.plain_text import cut, one_line
from eaa_checker.report.words import (
    AUTOMATIC,
    NOT_PASSED,
    UNFINISHED,
    number,
    pages,
    pick,
    places,
    scan_error,
)
from rules.contract import Verdict


@dataclass(frozen=True, slots=True)
class Barrier:
    """One row of the list of barriers with the largest reach. Texts are one line, free of control characters."""

    title: str
    """What was seen."""
    element: str
    norm: str
    who: str
    pages: int
    places: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What the command line prints. All texts are ready to print as they are."""

    title: str
    facts: tuple[tuple[str, str], ...]
    """Label and value."""
    barriers: tuple[Barrier, ...]
    """Largest reach first."""
    more_barriers: int
    """Barriers that are not in the list."""
    gaps: tuple[tuple[str, int], ...]
    """Why addresses were not examined, and how many."""
    notes: tuple[str, ...]
    """Sentences that must be read with the result."""


def summary(report: ScanReport, language: str | None = None, *, most: int = 10) -> Summary:
    """The summary of *report* with at most *most* barriers, from one pass over the observations."""
    la = language or report.language
    counting = Tallying()
    widest: list[tuple[int, int, int, Observation]] = []
    for index, observation in enumerate(report.observations()):
        counting.add(observation)
        if observation.verdict is Verdict.FAILED and most:
            entry = (*reach(observation), -index, observation)
            (heapq.heappush if len(widest) < most else heapq.heappushpop)(widest, entry)
    counted = counting.result()
    scan = report.scan
    examined = sum(line.ending.tested for line in report.lines)
    facts = [
        (pick(la, "Object", "Target"), f"{scan.target_name} ({scan.organisation_name})"),
        (pick(la, "Adres", "Address"), scan.address),
        (pick(la, "Stand", "State"), scan.state.say(la)),
        (pick(la, "Onderzocht", "Examined"), pages(examined, la)),
        (
            pick(la, "Barrières", "Barriers"),
            f"{number(counted.failed, la)} ({places(counted.failed_places, la)})",
        ),
        (
            pick(la, "Vragen aan een mens", "Questions for a person"),
            f"{number(counted.questions, la)} ({places(counted.question_places, la)})",
        ),
    ]
    if counted.disputed:
        facts.append((pick(la, "Motoren oneens", "Engines disagree"), number(counted.disputed, la)))
    if counted.indicative:
        facts.append((pick(la, "Alleen indicatief", "Indicative only"), number(counted.indicative, la)))
    if scan.error:
        facts.append((pick(la, "Fout", "Error"), scan_error(scan, la)))
    notes = [AUTOMATIC.say(la), NOT_PASSED.say(la)]
    if not scan.state.ended:
        notes.insert(0, UNFINISHED.say(la))
    found = [_barrier(entry[-1], la) for entry in sorted(widest, key=lambda e: e[:3], reverse=True)]
    return Summary(
        title=pick(la, f"Scan {scan.id}", f"Scan {scan.id}"),
        facts=tuple((label, cut(one_line(value), 500)) for label, value in facts),
        barriers=tuple(found),
        more_barriers=counted.failed - len(found),
        gaps=tuple((e.say(la), n) for e, n in endings(line for line in report.lines if is_gap(line)).items()),
        notes=tuple(notes),
    )


def lines(report: ScanReport, language: str | None = None, *, most: int = 10) -> list[str]:
    """The summary as plain lines, for where nothing lays it out."""
    la = language or report.language
    found = summary(report, la, most=most)
    wide = max(len(label) for label, _ in found.facts)
    text = [found.title, ""] + [f"  {label:{wide}}  {value}" for label, value in found.facts]
    if found.barriers:
        text += ["", pick(la, "Barrières met het grootste bereik", "Barriers with the largest reach")]
        for barrier in found.barriers:
            where = f"{pages(barrier.pages, la)}, {places(barrier.places, la)}"
            text.append(f"  {barrier.title} – {barrier.norm or '–'} – {where}")
            if barrier.element:
                text.append(f"    {barrier.element}")
    if found.more_barriers:
        text.append(pick(la, f"  en nog {found.more_barriers}", f"  and {found.more_barriers} more"))
    if found.gaps:
        text += ["", pick(la, "Niet onderzocht", "Not examined")]
        text += [f"  {number(count, la)} × {reason}" for reason, count in found.gaps]
    return [*text, "", *found.notes]


def _barrier(observation: Observation, language: str) -> Barrier:
    key = first_requirement(observation)
    on_pages, in_places = reach(observation)
    return Barrier(
        title=cut(one_line(observation.explanation.say(language)), 160),
        element=cut(one_line(observation.element), 120),
        norm=one_line(norm_link(key, language).text) if key else "",
        who=one_line(", ".join(who(observation.hits, language))),
        pages=on_pages,
        places=in_places,
        fingerprint=observation.fingerprint,
    )
