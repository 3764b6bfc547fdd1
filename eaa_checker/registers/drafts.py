"""What the planning of an import works on: bodies as far as the file has come, and steps that grow row by row."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from eaa_checker.domain.contact import NewContact
from eaa_checker.domain.organisation import NewOrganisation, NewTarget, Organisation
from eaa_checker.domain.register_import import Step
from eaa_checker.registers.agreement import Said


@dataclass(slots=True)
class Body:
    """An organisation as far as the file has come: one that is known, or one that an earlier row makes."""

    name: str
    now: Organisation | NewOrganisation
    id: int | None = None
    step: int | None = None
    """Index of the step that makes it, or changes its values."""
    said: Said = field(default_factory=dict)

    @property
    def token(self) -> tuple[str, int]:
        return ("known", self.id) if self.id is not None else ("step", self.step or 0)


@dataclass(slots=True)
class Draft:
    """A step that is still being worked out."""

    row: int
    body: Body
    targets: list[NewTarget] = field(default_factory=list)
    contacts: list[NewContact] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)
    statuses: dict[int, str] = field(default_factory=dict)
    joins: int | None = None
    makes: NewOrganisation | None = None
    version: int = 1
    parent_id: int | None = None
    parent_step: int | None = None

    def made(self) -> Step:
        new = self.makes or NewOrganisation(self.body.name)
        new = replace(new, targets=tuple(self.targets), contacts=tuple(self.contacts))
        return Step(
            self.row, new, self.body.id, self.joins, self.values, self.version, self.statuses, self.parent_id,
            self.parent_step,
        )  # fmt: skip
