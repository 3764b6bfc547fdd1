"""Scans with captures of a real page, judged as a worker judges them, for the tests of dossiers.

``tests/unit/dossier/captured`` holds what one visit recorded of a page full of hostile text (reordering marks, a
closing script tag, a formula). When the form of the parts changes: scan such a page and copy its parts there.
"""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import orjson
from pages_made import NOON
from PIL import Image

import rules
from eaa_checker.capture import axe
from eaa_checker.capture.taking import page_of
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.capture import Capture, Part, PartKind
from eaa_checker.domain.dossier import Person
from eaa_checker.domain.observation import Observation
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.scan import Profile, Scan, ScanOptions, ScanState
from eaa_checker.dossier import instrument
from eaa_checker.judging.observing import judge_late, judge_own, observe, with_crop
from eaa_checker.store import Store
from rules import book

COMPLETE = Person("toezichthouder", "aanwijzing 2026-4", "IAAP WAS", sign=True)
CAPTURED = Path(__file__).parents[1] / "dossier" / "captured"
TITLE = 'Melding \u202etxt.exe </script> 🚒 =HYPERLINK("x")'


@cache
def judged() -> tuple[tuple[Observation, ...], dict[str, int]]:
    """What the rules say of the captured page, judged once."""
    loaded = book.load()
    page = page_of(bytes_of("tree.json"), bytes_of("records.json"))
    own = judge_late(judge_own(page, loaded, early=True), {}, loaded)
    return tuple(observe(own, orjson.loads(bytes_of("axe.json")), loaded, settled=True)), dict(own.passed)


@cache
def bytes_of(name: str) -> bytes:
    return (CAPTURED / name).read_bytes()


def dossier_scan(store: Store, target: Target, pages: int = 2, *, ended: bool = True) -> Scan:
    """A scan of *pages* addresses that all show the captured page, with everything an in-depth profile keeps."""
    scan = store.claim_scan(store.new_scan(target.id, ScanOptions(profile=Profile.EVIDENCE)).id, "werker-1")
    kept = store.evidence.put(instrument.packed(), instrument.MEDIA_TYPE)[0]
    store.set_circumstances(
        scan.id,
        {
            "tool": "0.1.0", "rule_book": rules.VERSION, "instrument_sha256": kept, "axe": axe.version(),
            "browser": {"browser": "Chromium 156", "driver": "playwright"}, "viewport": [1280, 1024],
            "machine": "post-12", "locale": "nl-NL",
        },
    )  # fmt: skip
    observations, passed = judged()
    for number in range(pages):
        address = f"https://voorbeeld.test/{number}"
        capture, seen = _capture(store, address, observations)
        line = AddressLine(address, FoundBy.LINK, depth=1, ending=Ending.CAPTURED, status=200, visited=NOON)
        # Each place is where the capture says it is: the page was recorded under another address.
        seen = [replace(o, places=tuple(replace(p, address=_recorded()) for p in o.places)) for o in seen]
        store.store_page(scan.id, line, capture, seen, passed=passed)
    return store.end_scan(scan.id, ScanState.COMPLETED) if ended else scan


def _recorded() -> str:
    return judged()[0][0].places[0].address


def _capture(store: Store, address: str, observations: tuple[Observation, ...]) -> tuple[Capture, list[Observation]]:
    def part(kind: PartKind, data: bytes, media_type: str, **more: object) -> Part:
        return Part(kind, *store.evidence.put(data, media_type), media_type, **more)  # type: ignore[arg-type]

    page = (0.0, 0.0, 1280.0, 1024.0)
    parts = [part(PartKind.PICTURE, bytes_of("page.jpg"), "image/jpeg", region=page)]
    seen = list(observations)
    for number, observation in enumerate(seen):
        box = observation.places[0].box
        if box is None or number > 3:
            continue
        region = (box[0], box[1], 60.0, 40.0)
        out = io.BytesIO()
        Image.new("RGB", (60, 40), (number * 20, 90, 90)).save(out, "JPEG")
        crop = part(PartKind.CROP, out.getvalue(), "image/jpeg", label=observation.fingerprint, region=region)
        parts.append(crop)
        seen[number] = with_crop(observation, crop.sha256)
    parts += [
        part(PartKind.MHTML, b"From: <Saved by Blink>\r\n\r\n", "multipart/related"),
        part(PartKind.TREE, bytes_of("tree.json"), "application/json"),
        part(PartKind.RECORDS, bytes_of("records.json"), "application/json"),
        part(PartKind.AXE, bytes_of("axe.json"), "application/json"),
        part(PartKind.WARC, bytes_of("traffic.warc.gz"), "application/warc"),
        part(PartKind.VISIT, bytes_of("visit.json"), "application/json"),
    ]
    capture = Capture(
        address=address,
        final_address=address,
        instant=NOON,
        settled=True,
        status=200,
        title=TITLE,
        language="",
        state="default",
        parts=tuple(parts),
        notes=("web archive: <b>1</b> answer without its whole body",),
    )
    return capture, seen


def left(folder: Path) -> list[str]:
    """The names of what is left in a folder; none where it is gone."""
    return sorted(entry.name for entry in folder.iterdir()) if folder.exists() else []
