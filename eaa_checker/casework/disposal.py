"""Personal data in evidence, how long dossiers are kept, and their destruction (Archiefwet; AVG art. 5)."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eaa_checker.casework.grounds import ground, not_too_long
from eaa_checker.domain.dossier import Area, BlurredCopy, ByCatch, Destruction, Retention, SealedDossier
from eaa_checker.domain.trail import Actor
from eaa_checker.dossier import outlines
from eaa_checker.dossier.verify_dossier import TAG_MANIFEST, NoDossier
from eaa_checker.errors import BadInput, ExportProblem, NotAllowed, NotFound
from eaa_checker.store import Store


@dataclass(frozen=True, slots=True)
class DueDossier:
    """One line of the destruction list (*vernietigingslijst*)."""

    dossier: SealedDossier
    retention: Retention
    files: int
    bytes: int


class Disposal:
    """What people do with sealed dossiers and pictures afterwards. Every change is a decision in the trail."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    # -- pictures -----------------------------------------------------------------------------------------------

    def blur(self, picture: str, areas: Sequence[Area], reason: str) -> BlurredCopy:
        """Makes a copy of a picture (SHA-256) in which *areas* (pixels) and all areas blurred before cannot be made
        out. The original stays as it is. Raises BadInput, EvidenceDamaged."""
        why = ground(reason, "om een vlak onherkenbaar te maken", "to blur an area")
        if not areas:
            raise BadInput("Geef ten minste één vlak.", "Give at least one area.")
        before = [area for copy in self._store.dossiers.blurred([picture])[-1:] for area in copy.areas]
        every = tuple(dict.fromkeys([*before, *areas]))
        data = outlines.blurred(self._store.evidence.get(picture), every)
        sha256, _ = self._store.evidence.put(data, "image/png")
        return self._store.dossiers.add_blurred(self._actor, picture, sha256, every, why)

    def for_sharing(self, picture: str) -> str:
        """SHA-256 of what may leave the inspectorate in place of the picture: its blurred copy, or itself.

        Raises NotAllowed while by-catch marked on it is not blurred yet.
        """
        copies = self._store.dossiers.blurred([picture])
        areas = copies[-1].areas if copies else ()
        for mark in self._store.dossiers.by_catch([picture]):
            if mark.area is None or not any(_covers(area, mark.area) for area in areas):
                raise NotAllowed(
                    f"Op afbeelding {picture[:12]}… is bijvangst gemarkeerd die nog niet onherkenbaar is gemaakt: "
                    f"{mark.description}",
                    f"By-catch is marked on picture {picture[:12]}… that was not blurred yet: {mark.description}",
                    mend="eaa-checker dossier blur",
                )
        return copies[-1].copy if copies else picture

    def mark_by_catch(self, part: str, description: str, area: Area | None = None) -> ByCatch:
        """Marks something of a person that was recorded without need. *part*: SHA-256 of a part of a capture.

        Raises BadInput, EvidenceDamaged when there is no such part.
        """
        text = not_too_long(description.strip())
        if not text:
            raise BadInput("Omschrijf wat het is, zonder het te herhalen.", "Say what it is, without repeating it.")
        self._store.evidence.path(part)
        return self._store.dossiers.mark_by_catch(self._actor, part, area, text)

    def by_catch(self) -> list[ByCatch]:
        """All marks, in the order they were made."""
        return self._store.dossiers.by_catch()

    # -- retention and destruction ------------------------------------------------------------------------------

    def retain(self, number: int, until: date, reason: str, *, version: int | None = None) -> Retention:
        """Sets until when a dossier is kept (that day included), and on what ground.

        *version*: of the term that is changed. Raises NotFound, BadInput, EditedMeanwhile, NotAllowed when it is
        being destroyed already.
        """
        why = ground(reason, "voor de bewaartermijn (selectielijst, lopende procedure)", "for the retention period")
        if number in self._store.dossiers.destructions():
            raise NotAllowed(f"Dossier {number} is vernietigd.", f"Dossier {number} was destroyed.")
        return self._store.dossiers.retain(self._actor, number, until, why, version)

    def retentions(self) -> dict[int, Retention]:
        """Retention by number of the dossier."""
        return self._store.dossiers.retentions()

    def due(self, day: date) -> list[DueDossier]:
        """The destruction list: dossiers whose term has passed on *day*, with what would be destroyed."""
        gone = {number for number, one in self._store.dossiers.destructions().items() if one.finished}
        lines = []
        for number, term in sorted(self._store.dossiers.retentions().items()):
            if term.until < day and number not in gone:
                dossier = self._store.dossiers.dossier(number)
                files, size = _measured(Path(dossier.place))
                lines.append(DueDossier(dossier, term, files, size))
        return lines

    def destroy(self, number: int, reason: str, day: date, *, folder: Path | None = None) -> Destruction:
        """Destroys a dossier and the evidence that nothing else needs. Its seal stays, so the chain still holds.

        *folder*: where it stands now, if it was moved. What was broken off is completed by doing it again.
        Raises NotFound; NotAllowed while its term has not passed or when the same person set the term (four eyes);
        BadInput when *folder* is not this dossier; ExportProblem when something cannot be removed.
        """
        why = ground(reason, "om te vernietigen", "to destroy it")
        dossier = self._store.dossiers.dossier(number)
        begun = self._store.dossiers.destructions().get(number)
        if begun is not None and begun.finished is not None:
            raise NotAllowed(f"Dossier {number} is al vernietigd.", f"Dossier {number} was destroyed already.")
        term = self._store.dossiers.retentions().get(number)
        if term is None or term.until >= day:
            until = "–" if term is None else term.until.isoformat()
            raise NotAllowed(
                f"Dossier {number} mag nog niet worden vernietigd; bewaren tot en met: {until}.",
                f"Dossier {number} may not be destroyed yet; keep it up to and including: {until}.",
                mend=f"eaa-checker dossier retain {number}" if term is None else None,
            )
        if term.actor == self._actor.name:
            raise NotAllowed(
                "Wie de bewaartermijn vaststelde, vernietigt niet zelf: laat een collega het doen (vier ogen).",
                "Whoever set the retention period does not destroy: have a colleague do it (four eyes).",
            )
        place = folder or Path(dossier.place)
        _check_place(place, dossier, broken_off=begun is not None)
        self._store.dossiers.begin_destruction(self._actor, number, why)
        files, size = _remove(place)
        for sha256 in sorted(self._store.dossiers.evidence_only_of(number)):
            taken = self._store.evidence.remove(sha256)
            files, size = files + (taken > 0), size + taken
        return self._store.dossiers.finish_destruction(self._actor, number, files, size)

    def destructions(self) -> dict[int, Destruction]:
        """Records of destruction by number of the dossier."""
        return self._store.dossiers.destructions()


def _covers(outer: Area, inner: Area) -> bool:
    (x, y, width, height), (a, b, wide, high) = outer, inner
    return x <= a and y <= b and x + width >= a + wide and y + height >= b + high


def _measured(place: Path) -> tuple[int, int]:
    sizes = [file.stat().st_size for file in place.rglob("*") if file.is_file() and not file.is_symlink()]
    return len(sizes), sum(sizes)


def _check_place(place: Path, dossier: SealedDossier, *, broken_off: bool) -> None:
    """Raises NotFound or BadInput unless *dossier* stands at *place*: nothing else may ever be removed."""
    if not os.path.lexists(place):
        if broken_off:
            return  # the folder was gone before the rest was done
        raise NotFound(
            f"Dossier {dossier.number} staat niet in {place}. Geef de map waar het nu staat.",
            f"Dossier {dossier.number} does not stand in {place}. Give the folder where it stands now.",
        )
    try:
        seal = "" if place.is_symlink() else _seal_of(place)
    except NoDossier as error:
        raise BadInput(*error.args) from error
    if seal != dossier.seal:
        raise BadInput(
            f"{place} is niet dossier {dossier.number}: het zegel is anders. Er is niets verwijderd.",
            f"{place} is not dossier {dossier.number}: its seal is another. Nothing was removed.",
        )


def _seal_of(place: Path) -> str:
    """The seal that the folder's tag manifest gives. Raises NoDossier."""
    try:
        return hashlib.sha256((place / TAG_MANIFEST).read_bytes()).hexdigest()
    except OSError as error:
        raise NoDossier(f"{place} is geen verzegeld dossier.", f"{place} is no sealed dossier.") from error


def _remove(place: Path) -> tuple[int, int]:
    """Removes the folder, its tag manifest last, so that what is left of it can still be recognised."""
    if not os.path.lexists(place):
        return 0, 0
    files, size = _measured(place)
    try:
        for entry in sorted(place.iterdir(), key=lambda entry: entry.name == TAG_MANIFEST):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        place.rmdir()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportProblem(
            f"{place} kon niet helemaal worden verwijderd ({reason}). Herhaal de vernietiging als dat is verholpen.",
            f"{place} could not be removed altogether ({reason}). Repeat the destruction when that is mended.",
        ) from error
    return files, size
