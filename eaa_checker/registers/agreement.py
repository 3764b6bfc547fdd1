"""Whether the rows of a file agree with the registers and with each other."""

from __future__ import annotations

from eaa_checker.domain.organisation import NewOrganisation, Organisation, name_key
from eaa_checker.domain.register_import import Reason
from eaa_checker.registers.likeness import address_key
from eaa_checker.registers.reasons import other_number, said_differently
from eaa_checker.registers.rows import RegisterRow

Said = dict[str, tuple[str, int]]
"""What a file said of one body so far: field → value and row."""


def _saying(row: RegisterRow) -> dict[str, str]:
    """What a row says of its body that can be said in one way only."""
    new = row.organisation
    ended = new.ended.isoformat() if new.ended else ""
    said = {"name": new.name, "oin": new.oin, "tooi": new.tooi, "kvk": new.kvk, "kind": new.kind, "ended": ended}
    said |= {f"status {address_key(target.address)}": target.statement_status for target in new.targets}
    return {one: text for one, text in (said | {"parent": row.parent}).items() if text}


def hear(said: Said, row: RegisterRow) -> None:
    """Takes note of what a row says; the first to say a thing counts."""
    for one, text in _saying(row).items():
        said.setdefault(one, (text, row.number))


def contradictions(said: Said, row: RegisterRow, place: tuple[str, str]) -> tuple[Reason, ...]:
    """What an earlier row of the same file said differently: which of the two is right, the file cannot tell."""
    return tuple(
        said_differently(one, *said[one], text, place)
        for one, text in _saying(row).items()
        if one in said and name_key(said[one][0]) != name_key(text)
    )


def other_numbers(now: Organisation | NewOrganisation, new: NewOrganisation) -> tuple[Reason, ...]:
    """Numbers that a body has and that the row gives otherwise; one body never changes them."""
    found = []
    if new.oin and now.oin and new.oin != now.oin:
        found.append(other_number("OIN", now.name, now.oin, new.oin))
    # The register's own key gives way to a TOOI address; two addresses are two bodies.
    if new.tooi and now.tooi and new.tooi != now.tooi and "://" in now.tooi:
        found.append(other_number("TOOI", now.name, now.tooi, new.tooi))
    return tuple(found)
