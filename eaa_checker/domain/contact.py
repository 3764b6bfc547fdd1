"""People and desks of an organisation that the inspectorate writes to (*contactpersonen*)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact of an organisation; ended when it no longer holds, never deleted."""

    id: int
    version: int
    organisation_id: int
    name: str
    position: str = ""
    """What the person does there: "functionaris toegankelijkheid"."""
    email: str = ""
    phone: str = ""
    valid_from: date | None = None
    """First day; None: since before it was recorded."""
    valid_until: date | None = None
    """Last day; None: it still holds."""

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class NewContact:
    """A contact that is to be added."""

    name: str
    position: str = ""
    email: str = ""
    phone: str = ""
