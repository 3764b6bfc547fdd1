"""The numbers of Today. Each counts something that asks for work, and leads to what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from eaa_checker.domain.organisation import Target
from eaa_checker.domain.scan import Scan, ScanState
from ui.place import Link

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

LATELY = timedelta(days=7)
STALE = timedelta(days=90)
"""After so long without a scan an emergency target counts as not looked at."""


@dataclass(frozen=True, slots=True)
class Now:
    """What is read from the engine once for all numbers."""

    engine: Engine
    scans: list[Scan]
    targets: list[Target]
    moment: datetime

    @classmethod
    def read(cls, engine: Engine) -> Now:
        return cls(engine, engine.scans(), engine.targets(), datetime.now(UTC))

    def newest(self) -> dict[int, Scan]:
        """The newest ended scan of each target."""
        found: dict[int, Scan] = {}
        for scan in self.scans:
            if scan.state is ScanState.COMPLETED:
                found.setdefault(scan.target_id, scan)
        return found


class Number(QObject):
    """One number. A new one is one class here and its name in ``NUMBERS``."""

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


class Running(Number):
    icon, colour, link = "running", "accent", Link("batch", "state", "running")

    def count(self, now: Now) -> int:
        return sum(scan.state in (ScanState.RUNNING, ScanState.WAITING) for scan in now.scans)

    def caption(self, count: int) -> str:
        return self.tr("scan(s) running or waiting", "", count)

    def hint(self) -> str:
        return self.tr("Shows the running and waiting scans")


class Interrupted(Number):
    icon, colour, link = "warning", "ask", Link("batch", "state", "interrupted")

    def count(self, now: Now) -> int:
        return sum(scan.state is ScanState.INTERRUPTED for scan in now.scans)

    def caption(self, count: int) -> str:
        return self.tr("interrupted scan(s) to resume", "", count)

    def hint(self) -> str:
        return self.tr("Shows the scans that can go on")


class Failed(Number):
    icon, colour, link = "failed", "failed", Link("batch", "state", "failed")

    def count(self, now: Now) -> int:
        return sum(
            scan.state is ScanState.FAILED and now.moment - (scan.ended or scan.created) < LATELY for scan in now.scans
        )

    def caption(self, count: int) -> str:
        return self.tr("failed scan(s) this week", "", count)

    def hint(self) -> str:
        return self.tr("Shows the failed scans")


class Missed(Number):
    icon, colour, link = "warning", "soft", Link("batch", "state", "gaps")

    def count(self, now: Now) -> int:
        return sum(scan.failed for scan in now.newest().values())

    def caption(self, count: int) -> str:
        return self.tr("page(s) not reached", "", count)

    def hint(self) -> str:
        return self.tr("Shows the scans with pages that were not reached")


class EmergencyUnseen(Number):
    icon, colour, link = "emergency", "failed", Link("batch", "start", "emergency")

    def count(self, now: Now) -> int:
        return len(unseen(now))

    def caption(self, count: int) -> str:
        return self.tr("emergency target(s) not scanned for 90 days", "", count)

    def hint(self) -> str:
        return self.tr("Opens the list of targets to scan with these in front")


NUMBERS: tuple[type[Number], ...] = (Running, Interrupted, Failed, Missed, EmergencyUnseen)


def unseen(now: Now) -> list[Target]:
    """Emergency targets without a complete scan of the last 90 days."""
    newest = now.newest()
    found = []
    for target in now.targets:
        scan = newest.get(target.id)
        if target.emergency and (scan is None or now.moment - (scan.ended or scan.created) > STALE):
            found.append(target)
    return found
