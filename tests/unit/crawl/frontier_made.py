"""A frontier of the demo's address, and how its pages are taken and end."""

from __future__ import annotations

from dataclasses import replace

from eaa_checker.crawl.frontier import Frontier
from eaa_checker.crawl.robots import RobotsPolicy, parse_robots
from eaa_checker.crawl.scope import Scope
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.scan import ScanOptions

SITE = "https://www.vrdemo.nl"


def make(*, robots: str = "", known: list[AddressLine] | None = None, start: bool = True, **options: int) -> Frontier:
    policy = RobotsPolicy([parse_robots(SITE, robots)])
    made = Frontier(Scope(f"{SITE}/"), ScanOptions(**options), policy, known or [])
    if start:
        made.add(f"{SITE}/", FoundBy.START)
    return made


def link(frontier: Frontier, path: str, depth: int = 1, **more: bool) -> AddressLine | None:
    address = path if "//" in path else SITE + path
    return frontier.add(address, FoundBy.LINK, depth, f"{SITE}/", **more)


def captured(line: AddressLine, final: str = "", title: str = "") -> AddressLine:
    return replace(line, ending=Ending.CAPTURED, final_address=final or line.address, title=title, status=200)


def take(frontier: Frontier) -> AddressLine:
    line = frontier.next()
    assert line is not None
    return line


def crawl(frontier: Frontier) -> list[str]:
    """Visit all, each page captured; the paths in order."""
    paths = []
    while (line := frontier.next()) is not None:
        paths.append(line.address.removeprefix(SITE))
        frontier.ended(captured(line))
    return paths


def ending(frontier: Frontier, path: str) -> Ending:
    line = frontier.line(SITE + path)
    assert line is not None
    return line.ending
