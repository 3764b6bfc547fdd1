"""Backup, restore and the proof that a backup can be restored."""

from __future__ import annotations

from pathlib import Path

from eaa_checker.domain.backup import Backup, BackupCheck, BackupFault
from eaa_checker.domain.trail import Actor
from eaa_checker.dossier.verify_dossier import NoDossier, examine
from eaa_checker.store import Store
from eaa_checker.store.backup import make_backup
from eaa_checker.store.restoring import restore_backup, verify_backup


class BackupDesk:
    """Backups of the open store."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    def make(self, file: Path) -> Backup:
        """Everything in one new *file*, evidence and sealed dossiers included; others may go on working.

        The last seal of the trail in what is given back is worth noting elsewhere: `audit verify --known` asks for it.
        Dossiers that are gone or changed are in its ``dossiers``, each with its faults.
        Raises AlreadyExists, StoreIsFull, StoreIsUnreadable; then no half a file is left.
        """
        return make_backup(self._store, file, self._actor.name, _faults)


def verify(file: Path, scratch: Path | None = None) -> BackupCheck:
    """Restore *file* into a scratch folder and compare everything. Raises BackupDamaged, StoreIsNewer, StoreIsFull."""
    return verify_backup(file, scratch, _faults)


def restore(file: Path, database: Path | str, evidence: Path | None, actor: Actor) -> Backup:
    """Put *file* into the new *database* and record that in its trail.

    Raises AlreadyExists, BackupDamaged, StoreIsNewer, StoreIsFull, StoreIsUnreadable; then nothing is left of it.
    """
    backup = restore_backup(file, database, evidence)
    with Store.open(database, evidence=evidence) as store:
        details = {"made": backup.made.isoformat(), "decisions": backup.trail_number, "seal": backup.trail_seal}
        store.trail.add(actor, "store.restored", "store", details=details)
    return backup


def _faults(folder: Path, seal: str) -> list[BackupFault]:
    """All that is not as it was sealed in the dossier *folder*, whose seal in the register is *seal*."""
    try:
        return [BackupFault(fault.nl, fault.en) for fault in examine(str(folder), seal).faults]
    except NoDossier as error:
        return [BackupFault(*error.args)]
    except OSError as error:
        reason = error.strerror or str(error)
        return [BackupFault(f"{folder} is niet te lezen: {reason}", f"{folder} cannot be read: {reason}")]
