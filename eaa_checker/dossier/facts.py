"""What a dossier says of itself, as plain JSON: the contents of ``matter.json`` and of the files beside it."""

from __future__ import annotations

import dataclasses
import enum
import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from eaa_checker import __version__
from eaa_checker.domain.capture import Capture, Part
from eaa_checker.domain.dossier import DossierMatter, ScanMatter
from eaa_checker.domain.storable import clean

FORMAT = "eaa-checker-dossier-1"


def value_of(value: Any) -> Any:
    """*value* as plain JSON values: instants in ISO 8601 with zone, enumerations by value, texts storable."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, str):
        return clean(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: value_of(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, Mapping):
        return {clean(str(key)): value_of(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [value_of(one) for one in value]
    if isinstance(value, (set, frozenset)):
        return sorted(value_of(one) for one in value)
    return value


def document(value: Any) -> bytes:
    """A JSON file for people and machines: sorted, indented, UTF-8."""
    return (json.dumps(value_of(value), indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def matter_facts(matter: DossierMatter, folders: Mapping[int, str]) -> dict[str, Any]:
    """``matter.json``. *folders*: where in the dossier each capture stands, by its id."""
    facts = {
        field.name: value_of(getattr(matter, field.name))
        for field in dataclasses.fields(matter)
        if field.name not in ("scans", "decisions", "answers", "attachments")
    }
    facts["format"] = FORMAT
    facts["made_with"] = {"tool": __version__}
    facts["scans"] = [_scan_facts(one, folders) for one in matter.scans]
    facts["runs"] = len(matter.scans)
    return facts


def _scan_facts(one: ScanMatter, folders: Mapping[int, str]) -> dict[str, Any]:
    scan = one.scan
    facts: dict[str, Any] = value_of(scan)
    facts["captures"] = [
        {
            "folder": folders[capture.id],
            "address": clean(capture.address),
            "final_address": clean(capture.final_address),
            "state": capture.state,
            "instant": capture.instant.isoformat(),
            "settled": capture.settled,
            "title": clean(capture.title),
        }
        for capture in one.captures
    ]
    if one.states:
        facts["states"] = value_of(one.states)
    return facts


def capture_facts(capture: Capture, scan_id: int, files: Mapping[int, str]) -> dict[str, Any]:
    """``capture.json``. *files*: the file in the capture's folder of each part, by its place among the parts."""
    facts: dict[str, Any] = value_of(dataclasses.replace(capture, parts=()))
    facts["scan"] = scan_id
    facts["parts"] = [_part_facts(part, files[number]) for number, part in enumerate(capture.parts)]
    return facts


def _part_facts(part: Part, file: str) -> dict[str, Any]:
    return {**value_of(part), "file": file}


def file_name(part: Part, number: int) -> str:
    """The name of a part in its capture's folder."""
    ending = _ENDINGS.get(part.media_type, "bin")
    if part.kind == "crop":
        return f"crops/{number:03}.{ending}"
    if part.kind == "picture":
        return f"page.{ending}"
    return f"{part.kind.value}.{ending}"


_ENDINGS = {
    "application/json": "json",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "multipart/related": "mhtml",
    "application/warc": "warc.gz",
}
