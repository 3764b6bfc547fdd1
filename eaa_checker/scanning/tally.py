"""What a scan has come to so far, reported to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from eaa_checker.crawl.frontier import Frontier
from eaa_checker.domain.address import AddressLine
from eaa_checker.domain.scan import Progress, Scan
from eaa_checker.scanning.visiting import Visited

Report = Callable[[Progress], None]


class Tally:
    """Counts the pages of one scan and tells *report* of each event."""

    def __init__(self, scan: Scan, report: Report) -> None:
        self.tested = 0
        self.failed = 0
        self._scan = scan
        self._report = report
        self._barriers: set[str] = set()
        self._seconds = 0.0
        self._frontier: Frontier | None = None

    def take_up(self, frontier: Frontier) -> None:
        """Counts what an earlier run of the scan left in *frontier*, and knows from now on how much there is to do."""
        self._frontier = frontier
        self._count(frontier.lines())

    def page(self, line: AddressLine, visited: Visited, seconds: float) -> None:
        """Counts a page that ended, with the time it took."""
        self._seconds += seconds
        self._count((line,))
        everything = (*visited.observations, *(o for one in visited.states for o in one.observations))
        self._barriers.update(o.fingerprint for o in everything if o.verdict == "failed")

    def say(
        self, event: str, line: AddressLine | None = None, *, nl: str = "", en: str = "", ending: str = ""
    ) -> None:
        """Reports *event*: one of those of `Progress`, about *line* where it is about a page."""
        visited = self.tested + self.failed
        left: float | None = None
        if visited and self._frontier is not None:
            options = self._scan.options
            remaining = min(self._frontier.remaining(), max(0, options.max_pages - visited))
            left = round(self._seconds / visited * remaining / max(1, options.parallel), 1)
        ended = line.ending if line is not None and event == "page" else None
        self._report(
            Progress(
                scan_id=self._scan.id,
                event=event,
                found=self._frontier.found if self._frontier is not None else 0,
                tested=self.tested,
                failed=self.failed,
                address=line.address if line else "",
                ending=ending or (str(ended) if ended else ""),
                observations=len(self._barriers),
                seconds_left=left,
                nl=nl or (ended.nl if ended else ""),
                en=en or (ended.en if ended else ""),
            )
        )

    def _count(self, lines: Iterable[AddressLine]) -> None:
        for line in lines:
            self.tested += line.ending.tested
            self.failed += line.ending.failed
