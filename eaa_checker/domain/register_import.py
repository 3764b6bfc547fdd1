"""An import of a register: what each row would do, what was done, and what an undo takes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from eaa_checker.domain.organisation import NewOrganisation, Organisation
from eaa_checker.domain.worded import Worded

EVERY_ROW = range(2**31)
"""To accept every row that is held back, after a look at the preview."""


class RowOutcome(Worded):
    """What becomes of one row of a register."""

    NEW = ("new", "nieuw", "new")
    CHANGED = ("changed", "gewijzigd", "changed")
    KNOWN = ("known", "al bekend", "known already")
    DUPLICATE = ("duplicate", "mogelijk dubbel", "possible duplicate")
    """Held back: it looks like something that is there under another name. A person may accept it."""
    PROPOSAL = ("proposal", "voorstel", "proposal")
    """Held back: the register does not say that it is a target. A person may accept it."""
    ERROR = ("error", "fout", "error")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as a whole sentence in both languages."""

    nl: str
    en: str

    def say(self, language: str) -> str:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a known organisation that a row changes."""

    field: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One row of the preview."""

    row: int
    """Row number as a spreadsheet shows it; in XML the line."""
    outcome: RowOutcome
    name: str
    organisation_id: int | None = None
    """The organisation that it is, or may be."""
    reasons: tuple[Reason, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    new_targets: tuple[str, ...] = ()
    """Addresses of targets that are added."""
    new_contacts: int = 0
    place: tuple[str, str] = ("Rij", "Row")
    """What the number counts."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one row has stored: a new organisation, or changes and additions to one."""

    row: int
    organisation: NewOrganisation
    """With the targets and contacts that are added, and no others."""
    organisation_id: int | None = None
    """The known organisation it is about; None: a new one, or one of an earlier step."""
    joins: int | None = None
    """Index of the earlier step that makes the organisation."""
    values: Mapping[str, object] = field(default_factory=dict)
    """Columns of a known organisation that are set."""
    version: int = 1
    statuses: Mapping[int, str] = field(default_factory=dict)
    """Known target → status of its accessibility statement."""
    parent_id: int | None = None
    parent_step: int | None = None


@dataclass(frozen=True, slots=True)
class KnownTarget:
    """A target as the planning of an import needs it."""

    id: int
    address: str
    organisation_ids: tuple[int, ...]
    statement_status: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the registers hold when an import is planned."""

    organisations: Sequence[Organisation]
    targets: Sequence[KnownTarget]
    contacts: frozenset[tuple[int, str, str]]
    """Organisation, name in lower case, e-mail address in lower case, of contacts that hold."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The preview of an import together with what it would store."""

    lines: tuple[ImportLine, ...]
    steps: tuple[Step, ...] = ()

    def count(self, outcome: RowOutcome) -> int:
        return sum(line.outcome is outcome for line in self.lines)


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing a file would do (or did)."""

    lines: tuple[ImportLine, ...]
    columns: Mapping[str, str]
    """What was recognised: role → header in the file."""
    ignored: tuple[str, ...]
    """Headers of columns that were not used."""
    format: str
    remembered: bool
    """The columns were read as a person said it for an earlier file with this header line."""
    notes: tuple[Reason, ...] = ()
    """What is true of the file as a whole."""
    organisations_added: int = 0
    targets_added: int = 0
    import_id: int | None = None
    """Number of the import, where it was stored."""

    def count(self, outcome: RowOutcome) -> int:
        return sum(line.outcome is outcome for line in self.lines)


@dataclass(frozen=True, slots=True)
class StoredImport:
    """An import that was stored."""

    id: int
    instant: datetime
    actor: str
    file_name: str
    format: str
    sha256: str
    added: int
    """Organisations, targets, links and contacts that it added."""
    changed: int
    undone: datetime | None = None
