"""One visit: from a fresh tab to the parts of a capture, its observations and the links on the page."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import asdict, dataclass, field, replace

import orjson

from eaa_checker.browser.tab import Landing, Tab
from eaa_checker.capture import web_archive
from eaa_checker.capture.probes import BEHAVIOURS, LOOKS
from eaa_checker.capture.taking import Taken, take
from eaa_checker.domain.address import Ending
from eaa_checker.domain.capture import Capture, Part, PartKind, StateSeen
from eaa_checker.domain.observation import Observation
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import Profile, ScanOptions
from eaa_checker.judging.observing import with_crop
from eaa_checker.scanning.judging_process import Begun, Judged, JudgingProcess
from eaa_checker.scanning.page_set import PageSet
from eaa_checker.scanning.picturing import Stills, picture_page, picture_places
from eaa_checker.store.evidence import Evidence
from rules.contract import PAGE_SET

MAX_ELEMENTS = 150_000
WITHOUT = {
    Profile.QUICK: frozenset(b.name for b in (*LOOKS, *BEHAVIOURS) if b.name not in ("keeping_focus", "turning")),
    Profile.FULL: frozenset[str](),
    Profile.EVIDENCE: frozenset[str](),
}
"""Probes that a profile leaves out: the quick one watches no behaviour that takes time. The rules that await them are
then not tested, which is never passed."""
SCROLLS = {Profile.QUICK: 8, Profile.FULL: 20, Profile.EVIDENCE: 20}
"""Screens that a page is scrolled through before it is recorded."""

KEEP_BODIES = {Profile.QUICK: 0, Profile.FULL: 0, Profile.EVIDENCE: 60_000_000}
"""Bytes of answers kept per page for the web archive."""

TreeRecorded = Future[Begun]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A page in one state, recorded, judged and in the evidence store."""

    capture: Capture
    observations: tuple[Observation, ...]
    passed: dict[str, int]
    begun: Begun


@dataclass(slots=True)
class Visited:
    """The outcome of a visit, ready to be stored. Without a capture *landing.ending* says why."""

    landing: Landing
    ending: Ending
    capture: Capture | None = None
    observations: tuple[Observation, ...] = ()
    passed: dict[str, int] = field(default_factory=dict)
    begun: Begun | None = None
    requests: int = 0
    detail: str = ""
    states: tuple[StateSeen, ...] = ()
    """What came of the other states that were asked."""


async def visit(
    tab: Tab,
    address: str,
    options: ScanOptions,
    judging: JudgingProcess,
    evidence: Evidence,
    pictured: set[str],
    in_scope: Callable[[str], bool] = lambda _: True,
    page_set: PageSet | None = None,
) -> Visited:
    """Visits *address* in *tab* and records it. *pictured* holds fingerprints already pictured in this scan,
    *page_set* the pages that it judged.

    Raises BrowserDied and BrowserProblem; everything a site does ends as a typed ending.
    """
    landing = await tab.go(address, seconds=min(30.0, 0.75 * options.page_budget))
    if landing.ending is not Ending.CAPTURED:
        return Visited(landing, landing.ending, requests=len(tab.requests()), detail=landing.detail)
    if not in_scope(landing.final_address):
        return Visited(landing, Ending.REDIRECTED_AWAY, requests=len(tab.requests()))
    size = await tab.evaluate("document.getElementsByTagName('*').length")
    if size > MAX_ELEMENTS:
        return Visited(landing, Ending.TOO_LARGE, requests=len(tab.requests()), detail=f"{size} elements")
    recorded = await record(tab, landing, address, options, judging, evidence, pictured, page_set=page_set)
    return Visited(
        landing=landing,
        ending=Ending.CAPTURED if recorded.capture.settled else Ending.NOT_SETTLED,
        capture=recorded.capture,
        observations=recorded.observations,
        passed=recorded.passed,
        begun=recorded.begun,
        requests=len(tab.requests()),
    )


async def record(
    tab: Tab,
    landing: Landing,
    address: str,
    options: ScanOptions,
    judging: JudgingProcess,
    evidence: Evidence,
    pictured: set[str],
    state: PageState = PageState.DEFAULT,
    page_set: PageSet | None = None,
) -> Recorded:
    """Records and judges what *tab* shows after *landing*; *state* is what the page was put into, *options* say in
    which window, *page_set* with which pages it is compared. Raises BrowserDied and BrowserProblem."""
    default = state is PageState.DEFAULT
    latest: list[tuple[str, TreeRecorded]] = []

    async def on_tree(tree: bytes, records: bytes) -> None:
        key = f"{address}#{state}#{len(latest)}"
        latest.append((key, judging.begin(key, tree, records)))

    stills = Stills()

    async def on_still(taken: Taken) -> None:
        nonlocal stills
        key, started = latest[-1]

        async def observed() -> Sequence[Observation]:
            return await judging.preview(key, taken.axe, settled=taken.settled)

        stills = await picture_page(tab, await asyncio.wrap_future(started), options, pictured, observed)

    taken = await take(
        tab,
        landing,
        viewport=options.viewport,
        settle_budget=options.settle_budget,
        seconds=max(10.0, options.page_budget - landing.milliseconds.get("load", 0) / 1000),
        without=WITHOUT[options.profile] if default else _without(options.profile, state),
        scrolls=SCROLLS[options.profile],
        on_tree=on_tree,
        on_still=on_still,
        state=state.value,
    )
    key, started = latest[-1]
    begun = await asyncio.wrap_future(started)
    if page_set is not None and begun.outline is not None:
        taken.add(PAGE_SET, page_set.record(begun.outline))
    judged = await judging.finish(key, taken.axe, taken.behaviour, settled=taken.settled)
    taken.notes += tab.notes
    if begun.covered:
        taken.notes.append("a modal dialog was open; what lies behind it was not judged")
    began = time.monotonic()
    await picture_places(stills, tab, begun, options, pictured, judged.observations)
    parts, observations = _evidence(stills, taken, judged, evidence, pictured)
    if default and options.profile is Profile.EVIDENCE:
        parts += await _archive(tab, taken, evidence)
    taken.milliseconds["evidence"] = (time.monotonic() - began) * 1000
    parts.append(_visit_part(tab, landing, taken, evidence))
    capture = Capture(
        address=address,
        final_address=landing.final_address,
        instant=taken.instant,
        settled=taken.settled,
        status=landing.status,
        title=begun.title,
        language=begun.language,
        state=state.value,
        parts=tuple(parts),
        timings={name: round(value, 1) for name, value in (landing.milliseconds | taken.milliseconds).items()},
        notes=tuple(taken.notes[:100]),
    )
    return Recorded(capture, observations, judged.passed, begun)


def _without(profile: Profile, state: PageState) -> frozenset[str]:
    """Probes left out in a state other than the default one: those that would undo it, and looks that its own
    colours would mislead."""
    looks = {look.name for look in LOOKS} if state is PageState.FORCED_COLOURS else set()
    return WITHOUT[profile] | {behaviour.name for behaviour in BEHAVIOURS} | looks


def _evidence(
    stills: Stills, taken: Taken, judged: Judged, evidence: Evidence, pictured: set[str]
) -> tuple[list[Part], tuple[Observation, ...]]:
    """Everything into the evidence store; the observations with the crops of their places."""
    parts: list[Part] = []
    taken.notes += stills.notes
    whole = stills.whole
    if whole is not None:
        parts.append(_put(evidence, PartKind.PICTURE, whole.data, whole.media_type, region=whole.region))
    observations = list(judged.observations)
    for number, observation in enumerate(observations):
        shot = stills.crops.get(observation.fingerprint)
        if shot is None:
            continue
        part = _put(
            evidence, PartKind.CROP, shot.data, shot.media_type, label=observation.fingerprint, region=shot.region
        )
        parts.append(part)
        pictured.add(observation.fingerprint)
        observations[number] = with_crop(observation, part.sha256)
    if stills.mhtml:
        parts.append(_put(evidence, PartKind.MHTML, stills.mhtml, "multipart/related"))
    json = "application/json"
    parts.append(_put(evidence, PartKind.TREE, taken.tree, json))
    parts.append(_put(evidence, PartKind.RECORDS, taken.records, json))
    if taken.axe:
        parts.append(_put(evidence, PartKind.AXE, taken.axe, json))
    return parts, tuple(observations)


async def _archive(tab: Tab, taken: Taken, evidence: Evidence) -> list[Part]:
    """What went over the network during the visit; nothing, with a note, when it cannot be written down."""
    exchanges = await tab.exchanges()
    truncated = sum(1 for one in exchanges if one.status is not None and one.truncated)
    if truncated:
        taken.notes.append(f"web archive: {truncated} answers without their whole body")
    try:
        data = await asyncio.to_thread(web_archive.warc, exchanges)
    except ValueError as error:
        taken.notes.append(f"no web archive: {error}")
        return []
    return [_put(evidence, PartKind.WARC, data, web_archive.MEDIA_TYPE)]


def _visit_part(tab: Tab, landing: Landing, taken: Taken, evidence: Evidence) -> Part:
    """Addresses, status, headers, redirect chain, request log and timings as one JSON part."""
    content = {
        "landing": asdict(replace(landing, milliseconds={})),
        "requests": [asdict(line) for line in tab.requests()],
        "instant": taken.instant.isoformat(),
        "settled": taken.settled,
        "milliseconds": landing.milliseconds | taken.milliseconds,
        "notes": taken.notes,
    }
    return _put(evidence, PartKind.VISIT, orjson.dumps(content), "application/json")


def _put(
    evidence: Evidence,
    kind: PartKind,
    data: bytes,
    media_type: str,
    *,
    label: str = "",
    region: tuple[float, float, float, float] | None = None,
) -> Part:
    sha256, size = evidence.put(data, media_type)
    return Part(kind, sha256, size, media_type, label, region)
