"""Ended scans as a worker leaves them, made without a browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from pages_made import NOON, fingerprint, observation, place

from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.capture import Capture, Part, PartKind, StateLine, StateOutcome, StateSeen
from eaa_checker.domain.observation import Observation, Place
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import Scan, ScanOptions, ScanState
from eaa_checker.store import Store
from rules.contract import Verdict

SITE = "https://voorbeeld.test"


@dataclass(frozen=True)
class InState:
    """A page as the scan met it in one of its other states."""

    state: PageState
    failed: tuple[str, ...] = ()
    missed: StateOutcome | None = None
    """How it was not captured."""
    settled: bool = True
    picture: bytes = b""


@dataclass(frozen=True)
class Made:
    """A page as the scan met it."""

    path: str
    title: str = ""
    ending: Ending = Ending.CAPTURED
    failed: tuple[str, ...] = ()
    """Names of the barriers on it."""
    asked: tuple[str, ...] = ()
    """Names of the questions on it."""
    final: str = ""
    status: int | None = 200
    notes: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """Path and text of its links."""
    fields: tuple[str, ...] = ()
    """Types of its input fields."""
    elements: tuple[str, ...] = ()
    """Names of other elements on it."""
    states: tuple[InState, ...] = ()

    @property
    def address(self) -> str:
        return self.path if "://" in self.path else SITE + self.path


def scan_made(store: Store, target: Target, pages: Iterable[Made], *, addresses: Sequence[str] = ()) -> Scan:
    """A crawl (or, with *addresses*, a visit to exactly those) that ended with *pages*."""
    return run_made(store, store.new_scan(target.id, ScanOptions(addresses=tuple(addresses))), pages)


def run_made(store: Store, scan: Scan, pages: Iterable[Made]) -> Scan:
    """Lets a waiting *scan* end with *pages*."""
    store.claim_scan(scan.id, "werker-1")
    tested = 0
    for page in pages:
        found_by = FoundBy.START if page.path == "/" else FoundBy.LINK
        line = AddressLine(page.address, found_by, depth=page.path.count("/") - (page.path == "/"))
        line = replace(
            line, found_on=SITE + "/", ending=page.ending, title=page.title, status=page.status, visited=NOON
        )
        if page.ending.tested:
            tested += 1
            states = [state_made(store, page, one) for one in page.states]
            store.store_page(scan.id, line, capture_made(store, page), observations_made(page), states=states)
        else:
            store.set_line(scan.id, line)
    return store.end_scan(scan.id, ScanState.COMPLETED if tested else ScanState.FAILED)


def state_made(store: Store, page: Made, one: InState) -> StateSeen:
    line = StateLine(page.address, one.state, one.missed or StateOutcome.CAPTURED, settled=one.settled)
    if one.missed is not None:
        return StateSeen(replace(line, nl="geen menu", en="no menu", settled=False))
    capture = replace(capture_made(store, page), state=one.state.value, settled=one.settled)
    if one.picture:
        sha256, size = store.evidence.put(one.picture, "image/jpeg")
        capture = replace(capture, parts=(*capture.parts, Part(PartKind.PICTURE, sha256, size, "image/jpeg")))
    seen = tuple(observation(name, [replace(_place(page), state=one.state.value)]) for name in one.failed)
    return StateSeen(line, capture, seen, {"page-has-title": 1})


def capture_made(store: Store, page: Made) -> Capture:
    sha256, size = store.evidence.put(orjson.dumps(tree_made(page)), "application/json")
    return Capture(
        address=page.address,
        final_address=page.final or page.address,
        instant=NOON,
        settled=page.ending is Ending.CAPTURED,
        status=page.status,
        title=page.title,
        language="nl",
        state="default",
        parts=(Part(PartKind.TREE, sha256, size, "application/json"),),
        notes=page.notes,
    )


def observations_made(page: Made) -> list[Observation]:
    made = [observation(name, [_place(page)], verdict=Verdict.FAILED) for name in page.failed]
    return made + [observation(name, [_place(page)], verdict=Verdict.CANNOT_TELL) for name in page.asked]


def _place(page: Made) -> Place:
    return replace(place(1), address=page.address, indicative=page.ending is Ending.NOT_SETTLED, crop="")


def tree_made(page: Made) -> Mapping[str, Any]:
    """The tree part of a capture with the page's links, fields and elements, as the browser's snapshot has them."""
    strings: list[str] = []
    nodes: dict[str, list[Any]] = {"parentIndex": [], "nodeType": [], "nodeName": [], "nodeValue": [], "attributes": []}

    def text(value: str) -> int:
        if value not in strings:
            strings.append(value)
        return strings.index(value)

    def node(parent: int, kind: int, name: str, value: str = "", **attributes: str) -> int:
        nodes["parentIndex"].append(parent)
        nodes["nodeType"].append(kind)
        nodes["nodeName"].append(text(name))
        nodes["nodeValue"].append(text(value))
        nodes["attributes"].append([text(one) for pair in attributes.items() for one in pair])
        return len(nodes["parentIndex"]) - 1

    body = node(node(-1, 9, "#document"), 1, "BODY")
    for path, words in page.links:
        span = node(node(body, 1, "A", href=path), 1, "SPAN")
        node(span, 3, "#text", f"  {words}\n")
    for field in page.fields:
        node(body, 1, "INPUT", type=field)
    for name in page.elements:
        node(body, 1, name.upper())
    document = {"documentURL": text(page.address), "baseURL": text(page.address), "nodes": nodes}
    return {"format": 1, "address": page.address, "snapshot": {"strings": strings, "documents": [document]}}


__all__ = ["NOON", "SITE", "InState", "Made", "capture_made", "fingerprint", "run_made", "scan_made", "tree_made"]
