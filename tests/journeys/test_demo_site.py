"""The main job on the demo site: finds the documented barriers, and nothing on their correct counterparts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, sync_playwright

from eaa_checker import settings
from eaa_checker.browser.discovery import arguments, find
from eaa_checker.demo import Barrier, DemoServer, Kind, barriers, frames, pages
from eaa_checker.domain.address import Ending
from eaa_checker.domain.capture import PartKind
from eaa_checker.domain.observation import Observation, Place
from eaa_checker.domain.scan import Profile, Scan, ScanOptions, ScanState
from eaa_checker.engine import Engine
from rules.contract import Verdict

pytestmark = pytest.mark.browser

_FIND = """
const all = (selectors) => {
  let roots = [document];
  let found = [];
  for (const [number, selector] of selectors.entries()) {
    found = roots.flatMap((root) => [...root.querySelectorAll(selector)]);
    if (number < selectors.length - 1) {
      roots = found.map((e) => e.shadowRoot || e.contentDocument).filter(Boolean);
    }
  }
  return found;
};
"""


@dataclass
class Demo:
    """A finished scan of the demo site, and a browser to look places up on it."""

    engine: Engine
    scan: Scan
    server: DemoServer
    page: Page
    observations: list[Observation]

    def go(self, path: str) -> None:
        address = self.server.origin + path
        if self.page.url != address:
            self.page.goto(address)

    def same(self, wanted: tuple[str, ...], seen: tuple[str, ...]) -> bool:
        """Both selector chains lead to the same element of the page shown."""
        compare = "const s = all(seen); return all(wanted).some((w) => s.includes(w));"
        script = f"([wanted, seen]) => {{ {_FIND} {compare} }}"
        return bool(self.page.evaluate(script, [list(wanted), list(seen)]))

    def on(self, path: str, rules: set[str]) -> list[tuple[Observation, Place]]:
        """Observations of *rules* with a place on the page at *path*."""
        address = self.server.origin + path
        return [
            (o, place)
            for o in self.observations
            if o.rule in rules
            for place in self.engine.places(self.scan.id, o.fingerprint)
            if place.address.rstrip("/") == address.rstrip("/")
        ]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    chosen = settings.read(environment={}, file=folder / "none.toml")
    found = find()
    with DemoServer() as server, Engine.open(folder / "demo.sqlite3", chosen) as engine:
        target = engine.demo_target(server.origin)
        put = engine.new_scan(target.id, ScanOptions(profile=Profile.FULL, max_pages=60))
        ended = engine.run_scan(put.id)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found.path, args=arguments(found))
            yield Demo(engine, ended, server, browser.new_page(), engine.observations(put.id))
            browser.close()


def test_every_page_of_the_site_is_examined(demo: Demo) -> None:
    assert demo.scan.state is ScanState.COMPLETED
    lines = demo.engine.addresses(demo.scan.id)
    assert set(pages()) <= {line.address.removeprefix(demo.server.origin) for line in lines if line.ending.tested}


@pytest.mark.parametrize("barrier", barriers(Kind.BARRIER), ids=lambda b: b.id)
def test_the_barrier_is_found(demo: Demo, barrier: Barrier) -> None:
    for place in barrier.places:
        demo.go(place.page)
        seen = [p for o, p in demo.on(place.page, {barrier.rule}) if o.verdict is Verdict.FAILED]
        assert any(demo.same(place.selector, p.path) for p in seen), (place, [p.path for p in seen])


@pytest.mark.parametrize("counterpart", barriers(Kind.COUNTERPART), ids=lambda b: b.id)
def test_nothing_is_reported_on_the_counterpart(demo: Demo, counterpart: Barrier) -> None:
    every_rule = {o.rule for o in demo.observations}
    failed = {o.fingerprint for o in demo.observations if o.verdict is Verdict.FAILED}
    for place in counterpart.places:
        demo.go(place.page)
        for observation, seen in demo.on(place.page, every_rule):
            about = set(observation.requirements) & {f"wcag:{c}" for c in counterpart.wcag}
            listed = any(b.rule == observation.rule for b in barriers(Kind.BARRIER) if place in b.places)
            if observation.fingerprint in failed and about and not listed:
                assert not demo.same(place.selector, seen.path), (counterpart.nl, observation.explanation.nl)


def test_every_failure_is_a_documented_barrier(demo: Demo) -> None:
    documented = barriers(Kind.BARRIER)
    strays = []
    for observation in demo.observations:
        if observation.verdict is not Verdict.FAILED:
            continue
        for seen in demo.engine.places(demo.scan.id, observation.fingerprint):
            path = urlsplit(seen.address).path
            demo.go(path)
            places = [place.selector for b in documented for place in b.places if place.page == path]
            if path in frames():  # the frame's page, visited by itself
                places += [b.selector[1:] for b in documented if len(b.selector) > 1]
            if not any(demo.same(selector, seen.path) for selector in places):
                strays.append((path, seen.path, observation.rule, observation.explanation.nl))
    assert not strays


def test_a_barrier_in_the_shared_header_is_one_row_with_many_places(demo: Demo) -> None:
    shared = next(b for b in barriers(Kind.BARRIER) if b.on_every_page)
    rows = [o for o in demo.observations if o.rule == shared.rule and o.pages >= len(pages())]
    assert len(rows) == 1
    assert rows[0].count == rows[0].pages


def test_the_evidence_of_every_page_is_complete_and_whole(demo: Demo) -> None:
    needed = {PartKind.TREE, PartKind.RECORDS, PartKind.AXE, PartKind.VISIT, PartKind.PICTURE, PartKind.MHTML}
    captures = demo.engine.report(demo.scan.id).captures.values()
    assert captures
    for capture in captures:
        assert needed <= {part.kind for part in capture.parts}
        assert capture.settled, capture.notes
        for part in capture.parts:
            assert len(demo.engine.picture(part.sha256)) == part.size
    visit = next(p for c in captures for p in c.parts if p.kind is PartKind.VISIT)
    record = json.loads(demo.engine.picture(visit.sha256))
    assert record["landing"]["status"] == 200
    assert record["landing"]["headers"]


def test_the_record_says_with_what_and_from_where(demo: Demo) -> None:
    said = demo.engine.scan(demo.scan.id).circumstances
    assert "EAA-Checker/" in said["browser"]["user_agent"]
    assert "(+http" in said["browser"]["user_agent"]
    assert said["axe"] == "4.12.1"
    assert said["browser"]["sandbox"] is find().sandbox
    assert said["rule_book"]
    assert "--disable-background-networking" in said["browser"]["switches"]


def test_robots_and_documents_are_lines_with_their_ending(demo: Demo) -> None:
    endings = {line.ending for line in demo.engine.addresses(demo.scan.id)}
    assert {Ending.ROBOTS, Ending.DOCUMENT} <= endings


@pytest.mark.parametrize("format_", ["csv", "xlsx", "json", "earl", "html"])
def test_the_scan_can_be_exported(demo: Demo, format_: str, tmp_path: Path) -> None:
    path = demo.engine.export(demo.scan.id, format_, tmp_path / f"scan.{format_}")
    assert path.stat().st_size > 1000
