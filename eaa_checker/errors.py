"""The one tree of errors that may cross a floor; each carries a sentence in Dutch and in English.

    EaaCheckerError                 exit code 1
    ├── BadInput                    2   what the user typed or gave cannot be used
    │   ├── NotAnAddress
    │   ├── NotFound                    no such organisation, target, scan
    │   ├── AlreadyExists
    │   ├── UnreadableFile              an import file that cannot be read
    │   ├── AddressNotAllowed           scheme or private network
    │   └── NotAllowed                  a rule of the inspectorate forbids it (four eyes, competence, phase)
    ├── BrowserProblem              3
    │   ├── NoBrowser                   none installed
    │   ├── BrowserDied                 the browser process is gone
    │   └── BrowserTimeout              one call took too long
    ├── StoreProblem                4
    │   ├── StoreIsNewer                database made by a newer version
    │   ├── StoreIsLocked
    │   ├── StoreIsFull                 disk full
    │   ├── StoreIsUnreadable           not a database, no permission
    │   ├── StoreIsUnreachable          the server of a shared database is gone, or does not let us in
    │   ├── BackupDamaged               a backup that is not whole, or no backup of ours
    │   ├── EvidenceDamaged             a stored part of a capture is gone or changed
    │   ├── EndedScanIsImmutable
    │   ├── EditedMeanwhile             two people changed the same thing
    │   ├── TrailIsBroken               the decision trail was tampered with
    │   └── ScanIsTaken                 another worker runs it
    ├── RuleBookProblem             5   an empty or foreign rule book is fatal, never an empty result
    ├── ScansAreFrozen              9   a crisis freeze holds scans of emergency targets
    └── ExportProblem               6   the result could not be written
"""

from __future__ import annotations

from typing import Any, ClassVar


class EaaCheckerError(Exception):
    """Something the user must be told. ``nl`` and ``en`` are whole sentences; ``str()`` gives the English one."""

    exit_code: ClassVar[int] = 1

    def __init__(self, nl: str, en: str, *, mend: str | None = None) -> None:
        """*nl*, *en*: what happened and what to do. *mend*: a command that mends it, where there is one."""
        super().__init__(en)
        self.nl = nl
        self.en = en
        self.mend = mend

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross the border between the worker process and the window.
        return (_rebuild, (type(self), self.nl, self.en, self.mend))

    def say(self, language: str) -> str:
        """The sentence in *language* (``"nl"`` or ``"en"``), with the mending command after it."""
        sentence = self.nl if language == "nl" else self.en
        return f"{sentence} → {self.mend}" if self.mend else sentence


def _rebuild(kind: type[EaaCheckerError], nl: str, en: str, mend: str | None) -> EaaCheckerError:
    return kind(nl, en, mend=mend)


class BadInput(EaaCheckerError):
    exit_code = 2


class NotAnAddress(BadInput):
    pass


class NotFound(BadInput):
    pass


class AlreadyExists(BadInput):
    pass


class UnreadableFile(BadInput):
    pass


class AddressNotAllowed(BadInput):
    pass


class NotAllowed(BadInput):
    """A rule of the inspectorate forbids it: four eyes, competence, the phase of a case."""


class BrowserProblem(EaaCheckerError):
    exit_code = 3


class NoBrowser(BrowserProblem):
    pass


class BrowserDied(BrowserProblem):
    pass


class BrowserTimeout(BrowserProblem):
    pass


class StoreProblem(EaaCheckerError):
    exit_code = 4


class StoreIsNewer(StoreProblem):
    pass


class StoreIsLocked(StoreProblem):
    pass


class StoreIsFull(StoreProblem):
    pass


class StoreIsUnreadable(StoreProblem):
    pass


class StoreIsUnreachable(StoreProblem):
    pass


class BackupDamaged(StoreProblem):
    pass


class EvidenceDamaged(StoreProblem):
    pass


class EndedScanIsImmutable(StoreProblem):
    pass


class ScanIsTaken(StoreProblem):
    pass


class TrailIsBroken(StoreProblem):
    pass


class EditedMeanwhile(StoreProblem):
    """Somebody else changed the same thing first. Carries what differs: *yours* and *theirs*, by field."""

    def __init__(self, *, yours: dict[str, Any], theirs: dict[str, Any], version: int) -> None:
        """*version*: the version that is stored now; an edit on it would be taken."""
        fields = ", ".join(sorted(theirs)) or "–"
        super().__init__(
            f"Iemand anders heeft dit intussen gewijzigd ({fields}). Uw versie is niet opgeslagen; vergelijk beide "
            "en sla opnieuw op.",
            f"Somebody else changed this meanwhile ({fields}). Your version was not stored; compare both and save "
            "again.",
        )
        self.yours = yours
        self.theirs = theirs
        self.version = version

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild_edit, (self.yours, self.theirs, self.version))


def _rebuild_edit(yours: dict[str, Any], theirs: dict[str, Any], version: int) -> EditedMeanwhile:
    return EditedMeanwhile(yours=yours, theirs=theirs, version=version)


class RuleBookProblem(EaaCheckerError):
    exit_code = 5


class ScansAreFrozen(EaaCheckerError):
    exit_code = 9


class ExportProblem(EaaCheckerError):
    exit_code = 6
