"""``backup``: everything in one file, put back, and proven to be whole."""

from __future__ import annotations

from pathlib import Path

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.engine import Engine
from eaa_checker.errors import BackupDamaged, EvidenceDamaged
from eaa_checker.settings import database_of

_FILE = click.Path(path_type=Path)


@click.group()
def backup() -> None:
    """One file with everything: tables, evidence, decision trail. Confidential data is in it too."""


@backup.command("make")
@click.argument("file", type=_FILE)
@machine_option
@pass_desk
def backup_make(desk: Desk, file: Path) -> None:
    """Write everything to the new FILE; others may go on working."""
    made = desk.engine.backup.make(file)
    if desk.speaker.machine:
        desk.speaker.give(made)
    size = file.stat().st_size / 1e6
    desk.speaker.say(
        f"Reservekopie {file}: {made.rows} rijen, {made.evidence_files} bewijsstukken, {size:.1f} MB. Bewaar het zegel "
        f"apart: {made.trail_number}:{made.trail_seal}",
        f"Backup {file}: {made.rows} rows, {made.evidence_files} pieces of evidence, {size:.1f} MB. Keep the seal "
        f"apart: {made.trail_number}:{made.trail_seal}",
    )
    if made.damaged:
        names = ", ".join(made.damaged[:10])
        raise EvidenceDamaged(
            f"De reservekopie is gemaakt, maar {len(made.damaged)} bewijsstukken waren al beschadigd: {names}.",
            f"The backup was made, but {len(made.damaged)} pieces of evidence were damaged already: {names}.",
        )


@backup.command("restore")
@click.argument("file", type=_FILE)
@click.option("--database", required=True, help="New database: a file, or postgresql:// address of an empty one.")
@click.option("--evidence", type=_FILE, help="New folder of evidence, for a database on a server.")
@machine_option
@pass_desk
def backup_restore(desk: Desk, file: Path, database: str, evidence: Path | None) -> None:
    """Put FILE into a new database; what exists is never overwritten."""
    made = Engine.restore_backup(file, database_of(database), evidence or desk.chosen.evidence, desk.chosen)
    if desk.speaker.machine:
        desk.speaker.give(made)
    desk.speaker.say(
        f"Teruggezet: {made.rows} rijen en {made.evidence_files} bewijsstukken van {made.made:%Y-%m-%d %H:%M} UTC.",
        f"Restored: {made.rows} rows and {made.evidence_files} pieces of evidence of {made.made:%Y-%m-%d %H:%M} UTC.",
    )


@backup.command("verify")
@click.argument("file", type=_FILE)
@click.option("--scratch", type=_FILE, help="Folder with room for the whole backup (default: for temporary files).")
@machine_option
@pass_desk
def backup_verify(desk: Desk, file: Path, scratch: Path | None) -> None:
    """Really restore FILE into a scratch place, compare every row, hash and seal, and clear it away."""
    check = Engine.verify_backup(file, scratch)
    if desk.speaker.machine:
        desk.speaker.give(check)
    for fault in check.faults:
        desk.speaker.say(fault.nl, fault.en)
    if not check.whole:
        raise BackupDamaged(
            f"De reservekopie {file} is niet heel. Maak een nieuwe, of gebruik een oudere.",
            f"The backup {file} is not whole. Make a new one, or use an older one.",
        )
    seal = f"{check.backup.trail_number}:{check.backup.trail_seal}"
    desk.speaker.say(
        f"De reservekopie is heel: {check.rows} rijen teruggezet en vergeleken, {check.evidence_files} bewijsstukken "
        f"nagerekend, besluitspoor ongeschonden tot {seal}.",
        f"The backup is whole: {check.rows} rows restored and compared, {check.evidence_files} pieces of evidence "
        f"hashed, decision trail whole up to {seal}.",
    )
