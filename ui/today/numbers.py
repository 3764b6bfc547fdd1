"""The numbers of Today. Each counts something that asks for work, and leads to what it counts."""

from __future__ import annotations

from datetime import timedelta

from eaa_checker.domain.organisation import Target
from eaa_checker.domain.scan import ScanState
from ui.place import Link
from ui.today.case_numbers import CASE_NUMBERS
from ui.today.number import Now, Number

LATELY = timedelta(days=7)
STALE = timedelta(days=90)
"""After so long without a scan an emergency target counts as not looked at."""


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


NUMBERS: tuple[type[Number], ...] = (*CASE_NUMBERS, Running, Interrupted, Failed, Missed, EmergencyUnseen)


def unseen(now: Now) -> list[Target]:
    """Emergency targets without a complete scan of the last 90 days."""
    newest = now.newest()
    found = []
    for target in now.targets:
        scan = newest.get(target.id)
        if target.emergency and (scan is None or now.moment - (scan.ended or scan.created) > STALE):
            found.append(target)
    return found
