"""What a capture shows of a page beside its picture: the stops of the Tab key and the accessibility tree as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from eaa_checker.domain.capture import Capture
from rules.contract import Words

Region = tuple[float, float, float, float]
"""x, y, width, height on the page, CSS pixels."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the Tab key, in the order in which the focus comes by."""

    number: int
    """From 1."""
    role: str
    name: str
    path: tuple[str, ...]
    box: Region | None
    """None where it has no place on the page."""
    shown: bool | None = None
    """Whether a visible sign of focus was seen there; None where that was not settled."""
    trapped: bool = False
    """The focus did not get out again from here."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One row of the accessibility tree: what a screen reader is told."""

    depth: int
    role: str
    """ARIA role; ``text`` for text that stands in no name."""
    name: str
    states: tuple[str, ...]
    """``level 2``, ``required``, ``expanded false`` … as the browser gives them."""
    description: str
    path: tuple[str, ...]
    box: Region | None

    def line(self) -> str:
        """The row without its place in the tree: ``heading “Contact”, level 2``."""
        said = f"{self.role} “{self.name}”" if self.name else self.role
        return ", ".join((said, *self.states)) + (f" – {self.description}" if self.description else "")


@dataclass(frozen=True, slots=True)
class PageEvidence:
    """The walk and the tree of one capture."""

    capture_id: int
    stops: tuple[Stop, ...]
    walk: Words
    """What the browser's own walk came to, or why there was none."""
    branches: tuple[Branch, ...]

    def branch_at(self, path: tuple[str, ...]) -> int:
        """The row of the element at that path, or of the nearest one around it that is in the tree; -1 for none."""
        places = {branch.path: number for number, branch in reversed([*enumerate(self.branches)]) if branch.path}
        if path in places:
            return places[path]
        if not path:
            return -1
        *outer, last = path
        steps = last.split(" > ")
        for end in range(len(steps) - 1, 0, -1):
            around = (*outer, " > ".join(steps[:end]))
            if around in places:
                return places[around]
        return -1


@dataclass(frozen=True, slots=True)
class StateCell:
    """One page in one state in the visits of a round."""

    captures: int = 0
    """Visits in which it was captured."""
    settled: bool = True
    capture: Capture | None = None
    """The last one."""
    problem: Words | None = None
    """Why there is none."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A page of the sample with what the round has of it."""

    address: str
    title: str
    cells: Mapping[str, StateCell] = field(default_factory=dict)
    """By page state."""
