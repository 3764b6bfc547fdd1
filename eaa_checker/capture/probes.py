"""The probes: short scripts that write down, per frame, what the DOM snapshot does not tell.

Each record is ``{frame id: value}`` under the probe's name in ``Page.records``; each probe has a time budget and can
be switched off by name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from eaa_checker.browser.tab import Tab
from eaa_checker.errors import BrowserDied, BrowserProblem


def _script(name: str) -> str:
    return files("eaa_checker.capture").joinpath(name).read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Probe:
    """A named script, run in the isolated world of every frame. *seconds* is its budget for a whole page."""

    name: str
    file: str
    seconds: float
    call: str = ""
    """Arguments to call the script's function with; empty when the script is a value by itself."""
    top_only: bool = False


PROBES: tuple[Probe, ...] = (
    Probe("facts", "facts.js", 2.0),
    Probe("scroll_areas", "scroll_areas.js", 3.0),
    Probe("media", "media.js", 4.0, call="(1500)"),
    Probe("keeping_focus", "keeping_focus.js", 3.0, call="(24)"),
)


async def record(
    tab: Tab, frame_ids: Sequence[str], without: Collection[str] = ()
) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """All probes' records, and notes on those that could not be run. Raises BrowserDied only."""
    paths = _script("paths.js")
    records: dict[str, dict[str, Any]] = {}
    notes: list[str] = []
    for probe in PROBES:
        if probe.name in without:
            notes.append(f"probe {probe.name} switched off")
            continue
        answers: dict[str, Any] = {}
        for frame in frame_ids[:1] if probe.top_only else frame_ids[:20]:
            expression = f"{{ {paths}\n {_script(probe.file)}{probe.call} }}"
            try:
                answers[frame] = await tab.evaluate(expression, frame_id=frame, seconds=probe.seconds)
            except BrowserDied:
                raise
            except BrowserProblem as problem:
                notes.append(f"probe {probe.name} in frame {frame}: {problem.en}")
        records[probe.name] = answers
    return records, notes
