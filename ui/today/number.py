"""What a number of Today is, and what is read from the engine once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from eaa_checker.domain.organisation import Target
from eaa_checker.domain.scan import Scan, ScanState
from ui.place import Link

if TYPE_CHECKING:
    from eaa_checker.engine import Engine


@dataclass(frozen=True)
class Now:
    """What is read from the engine once for all numbers."""

    engine: Engine
    scans: list[Scan]
    targets: list[Target]
    moment: datetime

    @classmethod
    def read(cls, engine: Engine) -> Now:
        return cls(engine, engine.scans(), engine.targets(), datetime.now(UTC))

    @cached_property
    def states(self) -> dict[int, ScanState]:
        """Scan → how it stands."""
        return {scan.id: scan.state for scan in self.scans}

    def newest(self) -> dict[int, Scan]:
        """The newest ended scan of each target."""
        found: dict[int, Scan] = {}
        for scan in self.scans:
            if scan.state is ScanState.COMPLETED:
                found.setdefault(scan.target_id, scan)
        return found


class Number(QObject):
    """One number. A new one is one class and its name in ``ui.today.numbers.NUMBERS``."""

    icon = "info"
    colour = "accent"
    link = Link("today")

    def count(self, now: Now) -> int:
        """Runs off the window's thread."""
        raise NotImplementedError

    def caption(self, count: int) -> str:
        """What it counts, in the number that fits *count*."""
        raise NotImplementedError

    def hint(self) -> str:
        """Where pressing it leads."""
        raise NotImplementedError
