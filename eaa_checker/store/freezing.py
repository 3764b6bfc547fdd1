"""The crisis freeze: while it is on, no target that serves people in need is scanned from this database.

Kept as a small file beside the database, so that it can be switched on while the database is busy or locked.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from eaa_checker.errors import StoreIsUnreadable


@dataclass(frozen=True, slots=True)
class Freeze:
    """Who froze scans of emergency targets, when (ISO 8601 with zone) and why."""

    reason: str
    who: str
    since: str


class CrisisFreeze:
    """The switch beside the database at *database*."""

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(database.name + ".freeze")

    def switch_on(self, reason: str, who: str) -> Freeze:
        """Freezes; an earlier freeze is replaced. Raises StoreIsUnreadable when the file cannot be written."""
        freeze = Freeze(reason, who, datetime.now(UTC).astimezone().isoformat(timespec="seconds"))
        scratch = self.path.with_name(self.path.name + ".new")
        try:
            scratch.write_text(json.dumps(asdict(freeze), ensure_ascii=False), "utf-8")
            os.replace(scratch, self.path)
        except OSError as error:
            raise StoreIsUnreadable(
                f"De noodstop kan niet worden gezet: {error}. Stop lopende scans met de hand.",
                f"The crisis freeze cannot be set: {error}. Stop running scans by hand.",
            ) from error
        return freeze

    def switch_off(self) -> None:
        """Lifts the freeze; nothing happens when there is none."""
        self.path.unlink(missing_ok=True)

    def current(self) -> Freeze | None:
        """The freeze in force. A file that cannot be read counts as a freeze: in doubt nothing is scanned."""
        try:
            return Freeze(**json.loads(self.path.read_text("utf-8")))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError):
            return Freeze("?", "?", "?")
