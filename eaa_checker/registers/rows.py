"""What a register file comes to: rows that can be imported, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from eaa_checker.domain.organisation import NewOrganisation


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row (or XML element) that can be imported."""

    number: int
    """Row number as a spreadsheet shows it; in XML the line."""
    organisation: NewOrganisation
    identifier: str = ""
    """The register's own key of the body (a TOOI address or its system id), where it has one."""
    parent: str = ""
    """Name of the body it is part of, where the register says so."""
    extra: tuple[tuple[str, str], ...] = ()
    """Columns that were not recognised, with their text; empty ones left out."""
    part: str = ""
    """Name of the part of the body that the row is about; counts where that part is known as a body itself."""
    proposal: bool = False
    """The register knows the address only: whether it is a target is for a person to say."""


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong with one row. ``nl`` and ``en`` are whole sentences without the place."""

    row: int
    nl: str
    en: str
    column: str = ""
    """Header of the column concerned, or empty."""
    skipped: bool = True
    """The row is not imported; otherwise only the faulty part of it is left out."""
    place: tuple[str, str] = ("Rij", "Row")
    duplicate: bool = False
    """The row says the same as an earlier one."""

    def say(self, language: str) -> str:
        """The sentence with its place: "Rij 5: De naam ontbreekt."."""
        place, sentence = (self.place[0], self.nl) if language == "nl" else (self.place[1], self.en)
        return f"{place} {self.row}: {sentence}"


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A register file as read."""

    rows: tuple[RegisterRow, ...]
    errors: tuple[RowError, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    """What was recognised: ``name``, ``oin``, ``kvk``, ``kind``, ``website``, ``object`` → the header in the file."""
    ignored: tuple[str, ...] = ()
    """Headers of columns that were not used."""
    format: str = ""
    """``csv``, ``xlsx``, ``ods`` or ``xml``."""
    sheet: str = ""
    """Name of the sheet that was read."""
    header: tuple[str, ...] = ()
    """One distinct label per column, in a list."""
    remembered: bool = False
    """The columns are those that a person gave for this header line."""
    place: tuple[str, str] = ("Rij", "Row")
    """What the numbers of rows count."""
    ended: tuple[RegisterRow, ...] = ()
    """Bodies that exist no longer: never added, but ended where they are known."""

    @property
    def organisations(self) -> tuple[NewOrganisation, ...]:
        """Each organisation once, with the targets of all its rows, in the order of the file."""
        found: dict[str, NewOrganisation] = {}
        for row in self.rows:
            new = row.organisation
            known = found.get(new.name.casefold())
            found[new.name.casefold()] = new if known is None else _joined(known, new)
        return tuple(found.values())


def _joined(known: NewOrganisation, new: NewOrganisation) -> NewOrganisation:
    addresses = {target.address for target in known.targets}
    return replace(
        known,
        oin=known.oin or new.oin,
        kvk=known.kvk or new.kvk,
        kind=known.kind or new.kind,
        targets=known.targets + tuple(t for t in new.targets if t.address not in addresses),
    )
