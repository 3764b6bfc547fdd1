"""How the command line speaks: Dutch or English words, tables for people, JSON for machines."""

from __future__ import annotations

import dataclasses
import enum
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from eaa_checker.errors import EaaCheckerError, EditedMeanwhile


def plain(value: Any) -> Any:
    """*value* as plain JSON values: dataclasses as objects, enum members by value, instants in ISO 8601."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(v) for v in value]
    return value


def clean(text: str) -> str:
    """Text from a page without control characters, so that it cannot steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


class Speaker:
    """Prints for a person or, with *machine*, JSON. Progress and errors go to standard error."""

    def __init__(self, language: str, *, machine: bool = False) -> None:
        self.language = language
        self.machine = machine
        self.out = Console(highlight=False)
        self.err = Console(stderr=True, highlight=False)

    def words(self, nl: str, en: str) -> str:
        return nl if self.language == "nl" else en

    def say(self, nl: str, en: str) -> None:
        """A sentence for a person; silent for machines."""
        if not self.machine:
            self.out.print(Text(clean(self.words(nl, en))))

    def give(self, value: Any) -> None:
        """A value for a machine."""
        sys.stdout.write(json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n")

    def table(self, columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]], values: Any) -> None:
        """A table for a person, or *values* for a machine. *columns* are (Dutch, English) headings."""
        if self.machine:
            self.give(values)
            return
        table = Table(box=None, pad_edge=False, header_style="bold")
        for nl, en in columns:
            table.add_column(self.words(nl, en), overflow="fold")
        count = 0
        for row in rows:
            table.add_row(*(Text(clean(str(cell))) for cell in row))
            count += 1
        if count:
            self.out.print(table)
        else:
            self.say("Niets gevonden.", "Nothing found.")

    def error(self, error: EaaCheckerError) -> None:
        """An error, where a person or a machine looks for it."""
        if self.machine:
            body: dict[str, Any] = {"error": type(error).__name__, "nl": error.nl, "en": error.en, "mend": error.mend}
            if isinstance(error, EditedMeanwhile):
                body |= {"yours": plain(error.yours), "theirs": plain(error.theirs), "version": error.version}
            sys.stderr.write(json.dumps(body, ensure_ascii=False) + "\n")
            return
        head = self.words("Fout", "Error")
        sentence = error.nl if self.language == "nl" else error.en
        self.err.print(Text(f"{head}: {clean(sentence)}", style="bold red"))
        if isinstance(error, EditedMeanwhile):
            self._both(error)
        if error.mend:
            self.err.print(Text(self.words("Herstel met: ", "Mend with: ") + error.mend))

    def _both(self, error: EditedMeanwhile) -> None:
        """Both versions side by side, field by field, and the version that a next edit must name."""
        table = Table(box=None, pad_edge=False, header_style="bold")
        for nl, en in (("Veld", "Field"), ("Uw versie", "Your version"), ("Nu opgeslagen", "Stored now")):
            table.add_column(self.words(nl, en), overflow="fold")
        for name in sorted(error.theirs):
            values = (name, error.yours.get(name), error.theirs[name])
            table.add_row(*(Text(clean(str(plain(value)))) for value in values))
        self.err.print(table)
        number = error.version
        self.err.print(self.words(f"Nu opgeslagen: versie {number}.", f"Stored now: version {number}."))
