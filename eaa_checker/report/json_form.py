"""What our JSON documents have in common: one member a line, arrays written piece by piece, and how values are said."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TextIO

from eaa_checker.domain.organisation import Target
from eaa_checker.report.plain_text import well_formed


def write_head(stream: TextIO, head: Mapping[str, Any]) -> None:
    """Begins a document with the members of *head*; arrays follow."""
    stream.write("{\n")
    for key, value in head.items():
        stream.write(f" {as_json(key)}: {as_json(value)},\n")


def write_array(stream: TextIO, name: str, items: Iterable[str], after: str) -> None:
    """A member that is an array of *items*, each JSON already; *after*: a comma, or nothing behind the last member."""
    stream.write(f" {as_json(name)}: [")
    stream.writelines("\n  " + item for item in separated(items))
    stream.write(f"\n ]{after}\n")


def separated(items: Iterable[str]) -> Iterator[str]:
    """Each item with a comma after it, but for the last."""
    held: str | None = None
    for item in items:
        if held is not None:
            yield held + ","
        held = item
    if held is not None:
        yield held


def target_form(target: Target) -> dict[str, Any]:
    """A target as every document tells of it."""
    return {
        "id": target.id,
        "name": target.name,
        "organisation": target.organisation_name,
        "kind": target.kind,
        "address": target.address,
        "extraHosts": target.extra_hosts,
        "emergency": target.emergency,
    }


def as_json(value: Any) -> str:
    """*value* as JSON; instants, enumerations and what JSON cannot say are made sayable."""
    return json.dumps(_ready(value), ensure_ascii=False, allow_nan=False)


def _ready(value: Any) -> Any:
    """*value* with what JSON cannot say made sayable: instants, enumerations, tuples, lone surrogates, NaN."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, bool | int) or value is None:
        return value
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {well_formed(str(k)): _ready(v) for k, v in value.items()}
    if isinstance(value, Iterable):
        return [_ready(v) for v in value]
    return well_formed(str(value))
