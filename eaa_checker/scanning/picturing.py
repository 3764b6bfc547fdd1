"""Pictures of a page as visitors find it: taken once it is recorded, and before a probe does anything to it.

Focusing, pressing keys and turning the device can open menus, move the page or leave a mark; a picture that is evidence
shows none of that. So the picture of the whole page and the page as one file are taken between recording and the
behaviour probes, and crops are cut from that picture. Where there is no picture of the whole page (the quick profile
takes none, and one of a huge page can fail) crops are pictured one by one, of what the rules and axe-core have said
by then. Only what the probes themselves brought to light is pictured after them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field

from eaa_checker.browser.tab import Tab
from eaa_checker.capture import pictures
from eaa_checker.capture.pictures import Picture
from eaa_checker.domain.observation import Observation
from eaa_checker.domain.scan import Profile, ScanOptions
from eaa_checker.errors import BrowserDied, BrowserProblem
from eaa_checker.scanning.judging_process import Begun
from rules.contract import Verdict
from rules.page import Box

CROPS = {Profile.QUICK: 12, Profile.FULL: 60, Profile.EVIDENCE: 60}
"""Crops per page at most; a barrier that was pictured on another page of the scan is not pictured again."""


@dataclass(slots=True)
class Stills:
    """What was pictured of a page."""

    whole: Picture | None = None
    mhtml: bytes = b""
    crops: dict[str, Picture] = field(default_factory=dict)
    """Fingerprint of an observation → picture of its place."""
    notes: list[str] = field(default_factory=list)


async def picture_page(
    tab: Tab,
    begun: Begun,
    options: ScanOptions,
    pictured: Iterable[str],
    observed: Callable[[], Awaitable[Sequence[Observation]]],
) -> Stills:
    """Pictures what *tab* shows. *observed* gives the observations so far; it is asked only where the crops cannot be
    cut from one picture. *pictured* holds fingerprints that need no crop. Raises BrowserDied only.
    """
    stills = Stills()
    if options.profile is not Profile.QUICK:
        try:
            stills.whole, complete = await pictures.whole_page(tab, begun.width, begun.height)
            if not complete:
                stills.notes.append(f"picture shows the first {pictures.MAX_HEIGHT} px of the page")
        except BrowserDied:
            raise
        except BrowserProblem as problem:
            stills.notes.append(f"no picture of the whole page: {problem.en}")
        try:
            mhtml = (await tab.call("Page.captureSnapshot", {"format": "mhtml"}, seconds=20))["data"]
            stills.mhtml = mhtml.encode("utf-8", "replace")
        except BrowserDied:
            raise
        except BrowserProblem as problem:
            stills.notes.append(f"no MHTML: {problem.en}")
    if stills.whole is None:
        await picture_places(stills, tab, begun, options, pictured, await observed())
    return stills


async def picture_places(
    stills: Stills,
    tab: Tab,
    begun: Begun,
    options: ScanOptions,
    pictured: Iterable[str],
    observations: Sequence[Observation],
) -> None:
    """Adds the crops that *observations* still want: cut from the picture of the whole page, or from the screen.

    Raises BrowserDied only.
    """
    known = {*pictured, *stills.crops}
    wanted = [
        (o.fingerprint, Box(*o.places[0].box))
        for o in observations
        if o.places[0].box is not None
        and o.fingerprint not in known
        and (options.profile is not Profile.QUICK or o.verdict is Verdict.FAILED)
    ][: max(0, CROPS[options.profile] - len(stills.crops))]
    boxes = [box for _, box in wanted]
    shots = await pictures.crops(tab, boxes, begun.width, begun.height, options.viewport, stills.whole)
    stills.crops |= {name: shot for (name, _), shot in zip(wanted, shots, strict=True) if shot is not None}
