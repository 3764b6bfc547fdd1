"""The decision trail (*besluitspoor*): who did what, when and on what ground; each entry seals the one before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64
"""What the first entry follows."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person who acts: the name they work under and the account on the machine they used."""

    name: str
    account: str = ""
    """``user@machine``, as the machine says."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision as it stands in the trail."""

    number: int
    """1, 2, 3 … without gaps."""
    instant: datetime
    actor: str
    account: str
    action: str
    """What was done, in the code's own words: ``case.opened``, ``finding.approved``."""
    subject: str
    """To what: ``case:12``, ``finding:7``."""
    ground: str
    """The reason given by the person; may be empty for actions that need none."""
    details: dict[str, Any] = field(default_factory=dict)
    """What changed, as plain JSON values."""
    previous: str = GENESIS
    """The seal of the entry before."""
    seal: str = ""
    """SHA-256 over everything above, 64 hex digits."""


@dataclass(frozen=True, slots=True)
class TrailFault:
    """One way in which the trail was tampered with, and from which entry on."""

    number: int
    nl: str
    en: str


def seal(entry: Entry) -> str:
    """The seal of *entry*: SHA-256 over canonical JSON (sorted keys, no spaces, UTF-8) of all its other fields."""
    body = {
        "number": entry.number,
        "instant": entry.instant.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": entry.actor,
        "account": entry.account,
        "action": entry.action,
        "subject": entry.subject,
        "ground": entry.ground,
        "details": entry.details,
        "previous": entry.previous,
    }
    text = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def verify(entries: Iterable[Entry], *, last: tuple[int, str] | None = None) -> list[TrailFault]:
    """Every fault in *entries*, given in the order of their numbers; none when the trail is whole.

    *last*: number and seal that the trail must have reached (kept apart from it: in the head, a backup, a dossier).
    """
    faults: list[TrailFault] = []
    expected, previous = 1, GENESIS
    seals: dict[int, str] = {}
    for entry in entries:
        if entry.number != expected:
            nl = f"Besluit {expected} ontbreekt; na besluit {expected - 1} volgt {entry.number}."
            en = f"Decision {expected} is missing; after decision {expected - 1} comes {entry.number}."
            faults.append(TrailFault(expected, nl, en))
        if seal(entry) != entry.seal:
            faults.append(
                TrailFault(
                    entry.number,
                    f"Besluit {entry.number} is veranderd nadat het was vastgelegd.",
                    f"Decision {entry.number} was changed after it had been recorded.",
                )
            )
        if entry.previous != previous and entry.number == expected:
            faults.append(
                TrailFault(
                    entry.number,
                    f"Besluit {entry.number} sluit niet aan op het vorige: volgorde of inhoud is veranderd.",
                    f"Decision {entry.number} does not follow the one before: order or content was changed.",
                )
            )
        seals[entry.number] = entry.seal
        expected, previous = entry.number + 1, entry.seal
    if last is not None and seals.get(last[0], GENESIS if last[0] == 0 else "") != last[1]:
        faults.append(
            TrailFault(
                last[0],
                f"Het spoor hoort besluit {last[0]} met zegel {last[1][:12]}… te bevatten, maar dat staat er niet in.",
                f"The trail should hold decision {last[0]} with seal {last[1][:12]}…, and it does not.",
            )
        )
    return faults
