"""Lists of organisations and targets that are read into the registers: looked at first, and taken back as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from eaa_checker.casework.grounds import plain_ground
from eaa_checker.domain.register_import import Known, Plan, Preview, Reason, RowOutcome, StoredImport
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, NotAllowed
from eaa_checker.registers import Reading, RegisterFile, RowError, plan, read_organisations
from eaa_checker.registers.columns import ROLES
from eaa_checker.store import Store
from eaa_checker.store.imports import header_key


class ListImports:
    """The part of the registers where lists are imported."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    def preview(
        self,
        path: Path,
        *,
        columns: Mapping[str, str] | None = None,
        accept: Collection[int] = (),
        organisation: str = "",
    ) -> Preview:
        """What importing the file would do, row by row; stores nothing. Raises UnreadableFile, BadInput, NotFound."""
        file, _ = self._read(path, columns, organisation)
        planned = self._store.imports.plan(partial(plan, file, accept=accept, today=date.today()))
        return _preview(planned, file, None)

    def import_file(
        self,
        path: Path,
        *,
        columns: Mapping[str, str] | None = None,
        accept: Collection[int] = (),
        organisation: str = "",
        only_whole: bool = False,
    ) -> Preview:
        """Stores the good rows of the file in one go, or none of them when storing fails.

        *columns*: role → header, remembered for later files with the same header line. *accept*: rows that were held
        back as double or as a proposal and are wanted all the same (`EVERY_ROW`: all of them). *organisation*: the
        one that all rows are about, where the list does not say. *only_whole*: refuse the file when any row is wrong.
        Raises UnreadableFile, BadInput, NotFound, NotAllowed, StoreProblem.
        """
        file, sha256 = self._read(path, columns, organisation)

        def planner(known: Known) -> Plan:
            found = plan(file, known, accept=accept, today=date.today())
            wrong = found.count(RowOutcome.ERROR)
            if only_whole and wrong:
                raise NotAllowed(
                    f"In het bestand {path.name} staan {wrong} rijen met een fout; er is niets opgenomen.",
                    f"The file {path.name} holds {wrong} rows with an error; nothing was imported.",
                    mend=f"eaa-checker organisation import --dry-run {path}",
                )
            return found

        planned, number = self._store.imports.carry_out(
            self._actor,
            planner,
            file_name=path.name,
            sha256=sha256,
            file_format=file.format,
            today=date.today(),
        )
        if columns and file.header:
            self._store.imports.remember_columns(self._actor, file.header, file.columns)
        return _preview(planned, file, number)

    def imports(self) -> list[StoredImport]:
        """Every import, newest first."""
        return self._store.imports.stored()

    def undo_import(self, number: int, *, ground: str) -> StoredImport:
        """Takes a whole import back. Raises NotFound, and NotAllowed when something of it is in use or was changed."""
        return self._store.imports.undo(self._actor, number, ground=plain_ground(ground))

    def row_errors(self, preview: Preview) -> tuple[RowError, ...]:
        """The rows that were refused, as `RowError`s."""
        return tuple(
            RowError(line.row, line.reasons[0].nl, line.reasons[0].en, place=line.place)
            for line in preview.lines
            if line.outcome is RowOutcome.ERROR
        )

    def _read(self, path: Path, columns: Mapping[str, str] | None, organisation: str) -> tuple[RegisterFile, str]:
        for role in columns or ():
            if role not in ROLES:
                known = ", ".join(ROLES)
                raise BadInput(
                    f"“{role}” is geen soort kolom. Kies uit: {known}.",
                    f"“{role}” is no kind of column. Choose from: {known}.",
                )
        owner = self._store.organisation(organisation).name if organisation else ""
        reading = Reading(columns or None, self._store.imports.remembered_columns(), header_key, owner)
        file = read_organisations(path, reading=reading)
        with Path(path).open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return file, digest


def _preview(planned: Plan, file: RegisterFile, number: int | None) -> Preview:
    notes = []
    if file.remembered:
        notes.append(
            Reason(
                "De kolommen zijn gelezen zoals u dat eerder voor dezelfde kopregel opgaf.",
                "The columns were read as you said before for the same header line.",
            )
        )
    return Preview(
        planned.lines,
        file.columns,
        file.ignored,
        file.format,
        file.remembered,
        tuple(notes),
        sum(step.organisation_id is None and step.joins is None for step in planned.steps),
        sum(len(step.organisation.targets) for step in planned.steps),
        number,
    )
