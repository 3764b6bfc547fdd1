"""``backup``: everything in one file, put back, and proven to be whole."""

from __future__ import annotations

from pathlib import Path

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.backup import Backup
from eaa_checker.engine import Engine
from eaa_checker.errors import BackupDamaged, EvidenceDamaged
from eaa_checker.settings import database_of

_FILE = click.Path(path_type=Path)


@click.group()
def backup() -> None:
    """One file with everything: tables, evidence, sealed dossiers, decision trail. Confidential data is in it too."""


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
        f"Reservekopie {file}: {made.rows} rijen, {made.evidence_files} bewijsstukken, "
        f"{_put(made)} dossiers, {size:.1f} MB. Bewaar het zegel apart: {made.trail_number}:{made.trail_seal}",
        f"Backup {file}: {made.rows} rows, {made.evidence_files} pieces of evidence, "
        f"{_put(made)} dossiers, {size:.1f} MB. Keep the seal apart: {made.trail_number}:{made.trail_seal}",
    )
    wrong = _say_dossiers(desk, made)
    if wrong:
        raise EvidenceDamaged(
            f"De reservekopie is gemaakt, maar {wrong} verzegelde dossiers ontbreken of zijn gewijzigd, en "
            f"{len(made.damaged)} bewijsstukken waren al beschadigd. {' '.join(made.damaged[:10])}".rstrip(),
            f"The backup was made, but {wrong} sealed dossiers are missing or were changed, and {len(made.damaged)} "
            f"pieces of evidence were damaged already. {' '.join(made.damaged[:10])}".rstrip(),
            mend="eaa-checker dossier list",
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
        f"Teruggezet: {made.rows} rijen, {made.evidence_files} bewijsstukken en {_put(made)} dossiers van "
        f"{made.made:%Y-%m-%d %H:%M} UTC.",
        f"Restored: {made.rows} rows, {made.evidence_files} pieces of evidence and {_put(made)} dossiers of "
        f"{made.made:%Y-%m-%d %H:%M} UTC.",
    )
    _say_dossiers(desk, made)


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
        f"en {_put(check.backup)} dossiers ({check.dossier_files} bestanden) nagerekend, besluitspoor "
        f"ongeschonden tot {seal}.",
        f"The backup is whole: {check.rows} rows restored and compared, {check.evidence_files} pieces of evidence "
        f"and {_put(check.backup)} dossiers ({check.dossier_files} files) hashed, decision trail whole up to {seal}.",
    )


def _put(made: Backup) -> int:
    """How many dossiers stand in the backup."""
    return sum(bool(one.sha256) for one in made.dossiers)


def _say_dossiers(desk: Desk, made: Backup) -> int:
    """Says what was wrong with dossiers when the backup was made; the number of dossiers with something wrong."""
    wrong = [one for one in made.dossiers if one.faults]
    for one in wrong:
        for fault in one.faults:
            desk.speaker.say(fault.nl, fault.en)
    return len(wrong)
