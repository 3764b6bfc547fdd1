"""A page as a real browser recorded it (``captured/contact.html``): tree, records and picture of one visit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import orjson

from eaa_checker.domain.capture import Part, PartKind
from eaa_checker.store import Store

FOLDER = Path(__file__).parent / "captured"
REGION = (0.0, 0.0, 1280.0, 1024.0)
Change = Callable[[dict[str, Any]], None]


def records() -> dict[str, Any]:
    made: dict[str, Any] = orjson.loads((FOLDER / "contact.records.json").read_bytes())
    return made


def frame_of(recorded: Mapping[str, Any]) -> str:
    """The browser's id of the page's only frame."""
    return str(next(iter(recorded["facts"])))


def parts_of(store: Store, change: Change = lambda _: None) -> tuple[Part, ...]:
    """The parts of its capture, put into the store's evidence; *change* alters the behaviour records first."""
    recorded = records()
    change(recorded)
    tree = (FOLDER / "contact.tree.json").read_bytes()
    picture = (FOLDER / "contact.jpg").read_bytes()
    return tuple(
        Part(kind, *store.evidence.put(data, media_type), media_type, region=region)
        for kind, data, media_type, region in (
            (PartKind.TREE, tree, "application/json", None),
            (PartKind.RECORDS, orjson.dumps(recorded), "application/json", None),
            (PartKind.PICTURE, picture, "image/jpeg", REGION),
        )
    )
