"""``organisation import``, ``imports`` and ``undo``: lists that become organisations and targets, and back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.register_import import EVERY_ROW, ImportLine, RowOutcome
from eaa_checker.errors import BadInput


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show row by row what would happen; store nothing.")
@click.option("--column", "columns", multiple=True, metavar="KIND=HEADER", help="Which column holds what (repeatable).")
@click.option("--accept", type=int, multiple=True, metavar="ROW", help="Take a row that was held back (repeatable).")
@click.option("--accept-all", is_flag=True, help="Take every row that was held back.")
@click.option("--organisation", default="", help="The organisation all rows are about, where the list does not say.")
@click.option("--only-whole", is_flag=True, help="Import nothing when any row has an error.")
@machine_option
@pass_desk
def import_organisations(
    desk: Desk,
    file: Path,
    dry_run: bool,
    columns: tuple[str, ...],
    accept: tuple[int, ...],
    accept_all: bool,
    organisation: str,
    only_whole: bool,
) -> None:
    """Import organisations and targets from CSV, XLSX, ODS or register XML."""
    registers = desk.engine.registers
    given = _columns(columns)
    taken = EVERY_ROW if accept_all else accept
    if dry_run:
        found = registers.preview(file, columns=given, accept=taken, organisation=organisation)
    else:
        found = registers.import_file(
            file, columns=given, accept=taken, organisation=organisation, only_whole=only_whole
        )
    errors = found.count(RowOutcome.ERROR)
    speaker = desk.speaker
    if speaker.machine:
        held = (RowOutcome.KNOWN, RowOutcome.DUPLICATE, RowOutcome.PROPOSAL)
        speaker.give(
            {
                "dry_run": dry_run,
                "import_id": found.import_id,
                "added": found.organisations_added,
                "targets_added": found.targets_added,
                "skipped": sum(found.count(outcome) for outcome in held),
                "errors": registers.row_errors(found),
                "columns": found.columns,
                "remembered": found.remembered,
                "lines": found.lines,
            }
        )
    else:
        for note in found.notes:
            speaker.say(note.nl, note.en)
        for line in found.lines:
            if dry_run or line.reasons:
                speaker.say(_told(line, "nl"), _told(line, "en"))
        counted = {outcome: found.count(outcome) for outcome in RowOutcome}
        nl = "; ".join(f"{outcome.nl}: {count}" for outcome, count in counted.items() if count)
        en = "; ".join(f"{outcome.en}: {count}" for outcome, count in counted.items() if count)
        speaker.say(f"Rijen: {nl or 'geen'}.", f"Rows: {en or 'none'}.")
        verb = ("Zou toevoegen", "Would add") if dry_run else ("Toegevoegd", "Added")
        speaker.say(
            f"{verb[0]}: {found.organisations_added} instanties en {found.targets_added} objecten.",
            f"{verb[1]}: {found.organisations_added} organisations and {found.targets_added} targets.",
        )
        if found.import_id is not None:
            undo = f"eaa-checker organisation undo {found.import_id} --ground …"
            speaker.say(
                f"Dit is import {found.import_id}; ongedaan maken: {undo}",
                f"This is import {found.import_id}; to undo it: {undo}",
            )
    if errors:
        sys.exit(2)


@click.command()
@machine_option
@pass_desk
def import_list(desk: Desk) -> None:
    """List the imports, newest first."""
    found = desk.engine.registers.imports()
    words = desk.speaker.words
    desk.speaker.table(
        [("Nr", "No"), ("Wanneer", "When"), ("Wie", "Who"), ("Bestand", "File"), ("Toegevoegd", "Added"),
         ("Gewijzigd", "Changed"), ("Ongedaan", "Undone")],
        [
            (one.id, f"{one.instant.astimezone():%Y-%m-%d %H:%M}", one.actor, one.file_name, one.added, one.changed,
             words("ja", "yes") if one.undone else "")
            for one in found
        ],
        found,
    )  # fmt: skip


@click.command()
@click.argument("number", type=int)
@click.option("--ground", required=True, help="Why.")
@machine_option
@pass_desk
def import_undo(desk: Desk, number: int, ground: str) -> None:
    """Take back import NUMBER as a whole, unless something of it has been used since."""
    found = desk.engine.registers.undo_import(number, ground=ground)
    if desk.speaker.machine:
        desk.speaker.give(found)
    desk.speaker.say(f"Import {number} is ongedaan gemaakt.", f"Import {number} is undone.")


def _columns(texts: tuple[str, ...]) -> dict[str, str] | None:
    found: dict[str, str] = {}
    for text in texts:
        kind, equals, header = text.partition("=")
        if not equals or not kind.strip() or not header.strip():
            raise BadInput(
                f"“{text}” is geen kolom. Schrijf bijvoorbeeld --column name=Instelling.",
                f"“{text}” is no column. Write e.g. --column name=Institution.",
            )
        found[kind.strip()] = header.strip()
    return found or None


def _told(line: ImportLine, language: str) -> str:
    place = line.place[0] if language == "nl" else line.place[1]
    parts = [f"{place} {line.row}: {line.outcome.say(language)}"]
    if line.name:
        parts.append(line.name)
    text = " – ".join(parts)
    details = [reason.say(language) for reason in line.reasons]
    details += [f"{change.field}: {change.was or '–'} → {change.becomes}" for change in line.changes]
    details += [f"+ {address}" for address in line.new_targets]
    return f"{text}. {' '.join(details)}" if details else text
