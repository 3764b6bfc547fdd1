"""What a behaviour probe may use: the tab, its frames, what the scripts wrote down, and the page's event listeners."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eaa_checker.browser.tab import Tab
from eaa_checker.errors import BrowserProblem


@dataclass(frozen=True, slots=True)
class Scene:
    """A page that has been recorded and may now be watched while something happens to it.

    A probe leaves the page as it found it, never activates a link or a control, and never submits or dials.
    """

    tab: Tab
    frame_ids: Sequence[str]
    """The top frame first."""
    records: dict[str, dict[str, Any]]
    """The records so far, those of earlier behaviour probes too: probe → frame id → value."""

    @property
    def top(self) -> str:
        return self.frame_ids[0]

    def record(self, probe: str) -> Any:
        """The top document's record of *probe*; None when there is none."""
        return self.records.get(probe, {}).get(self.top)

    async def in_frames(self, expression: str, *, seconds: float = 5.0, at_most: int = 20) -> dict[str, Any]:
        """The value of *expression* per frame; frames that do not answer are left out. Raises BrowserDied."""
        wanted = self.frame_ids[:at_most]
        answers = await asyncio.gather(
            *(self.tab.evaluate(expression, frame_id=frame, seconds=seconds) for frame in wanted),
            return_exceptions=True,
        )
        found: dict[str, Any] = {}
        for frame, answer in zip(wanted, answers, strict=True):
            if not isinstance(answer, BaseException):
                found[frame] = answer
            elif not isinstance(answer, BrowserProblem) or frame == self.top:
                raise answer
        return found


Observer = Callable[[Scene], Awaitable[Mapping[str, Any]]]
"""Watches the scene and gives its record: frame id → plain JSON value; empty when there was nothing to watch."""


@dataclass(frozen=True, slots=True)
class Behaviour:
    """A named observer. *seconds* is its budget for a page; it decides itself, from cheap signs, to do nothing."""

    name: str
    observe: Observer
    seconds: float
