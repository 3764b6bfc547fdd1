"""Dossiers: sealing an examination, checking a dossier against the register, time-stamps, and judging again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from eaa_checker.casework.disposal import Disposal
from eaa_checker.casework.dossier_matter import WCAG_OF, Gathering
from eaa_checker.casework.grounds import not_too_long
from eaa_checker.casework.replaying import Replay
from eaa_checker.domain.dossier import (
    DossierMatter,
    Examiner,
    Person,
    RegisterFault,
    Replayed,
    SealedDossier,
    Signature,
)
from eaa_checker.domain.trail import Actor
from eaa_checker.dossier import bag as bags
from eaa_checker.dossier import facts, timestamp
from eaa_checker.dossier.filling import about, fill
from eaa_checker.dossier.verify_dossier import (
    GENESIS,
    TAG_MANIFEST,
    TOKEN,
    Check,
    Examined,
    NoDossier,
    checklist,
    examine,
)
from eaa_checker.errors import BadInput, EvidenceDamaged, NotFound
from eaa_checker.settings import Settings
from eaa_checker.store import Store
from eaa_checker.store.dossier_places import default_folder

EDITION = "V3.2.1"
"""Edition of EN 301 549 that a plain scan is judged by; a case has its own."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What checking a dossier gave."""

    examined: Examined
    registered: SealedDossier | None
    """The dossier with this seal in our register; None when it was not sealed here."""
    stamped: datetime | None = None
    """Time in its time-stamp."""
    timestamp_fault: str = ""
    """Why the time-stamp is not believed (English), when certificates are configured."""
    timestamp_checked: bool = False

    @property
    def whole(self) -> bool:
        """Nothing was changed, and a time-stamp that could be checked is good."""
        return not self.examined.faults and not self.timestamp_fault

    @property
    def incomplete(self) -> list[Check]:
        """Items of the case law that are still red."""
        return [check for check in self.examined.checklist if check.missing]


class DossierDesk(Disposal):
    """What people do with dossiers."""

    def __init__(self, store: Store, actor: Actor, settings: Settings) -> None:
        super().__init__(store, actor)
        self._settings = settings
        self._gathering = Gathering(store)
        self._replay = Replay(store)

    # -- sealing ------------------------------------------------------------------------------------------------

    def make_of_scan(
        self, scan_id: int, person: Person, *, description: str = "", folder: Path | None = None
    ) -> SealedDossier:
        """Seals a scan. *folder*: where the dossier is to stand (default: beside the database).

        Raises NotFound, NotAllowed when the scan has not ended, AlreadyExists when something stands at *folder*,
        EvidenceDamaged, StoreIsFull, ExportProblem: then nothing is sealed and nothing left behind.
        """
        examiner, signature = self._who(person)
        text = not_too_long(description.strip())
        norm = WCAG_OF.format(EDITION)
        return self.seal(self._gathering.of_scan(scan_id, examiner, signature, text, norm), folder)

    def make_of_case(
        self, case_id: int, person: Person, *, description: str = "", folder: Path | None = None
    ) -> SealedDossier:
        """Seals a case with all its rounds, sample, answers, findings and decisions; from then on these cannot be
        changed unless the case is reopened (`CaseDesk.reopen`). Raises as `make_of_scan`, and then freezes nothing."""
        examiner, signature = self._who(person)
        text = not_too_long(description.strip())
        # Frozen before anything is read, so that what is sealed is what stands there from now on.
        seals = self._store.round_seals.freeze(self._actor, case_id)
        try:
            return self.seal(self._gathering.of_case(case_id, examiner, signature, text), folder, round_seals=seals)
        except BaseException:
            self._store.round_seals.thaw(seals)
            raise

    def checklist(self, case_id: int, person: Person, *, description: str = "") -> Sequence[Check]:
        """What the administrative court asks for, as it would stand if the case were sealed now. Raises NotFound."""
        examiner, signature = self._who(person)
        matter = self._gathering.of_case(case_id, examiner, signature, description.strip())
        folders = {
            capture.id: f"scan {one.scan.id}: {capture.address}" for one in matter.scans for capture in one.captures
        }
        return checklist(facts.matter_facts(matter, folders))

    def seal(
        self, matter: DossierMatter, folder: Path | None = None, *, round_seals: Collection[int] = ()
    ) -> SealedDossier:
        """Seals *matter* on top of the last dossier. Raises as `make_of_scan`."""
        parent = folder.absolute().parent if folder else default_folder(self._store.path)
        if folder is not None:
            bags.free(folder.absolute())
        placed: list[Path] = []
        with bags.building(parent) as bag:
            checks = fill(bag, matter, self._store.evidence.get)
            incomplete = tuple(check.key for check in checks if check.missing)

            def place(number: int, previous: str, instant: datetime) -> tuple[SealedDossier, str, str]:
                where = folder.absolute() if folder else parent / _name(number, matter)
                seal, tag_manifest, bag_info = bag.seal(number, previous, instant, about(matter))
                bags.put(bag, where)
                placed.append(where)
                sealed = SealedDossier(
                    number=number,
                    subject=matter.subject,
                    title=matter.title,
                    case_number=matter.case_number,
                    instant=instant,
                    actor=self._actor.name,
                    account=self._actor.account,
                    place=str(where),
                    seal=seal,
                    previous=previous,
                    files=bag.files,
                    bytes=bag.bytes,
                    incomplete=incomplete,
                )
                return sealed, tag_manifest, bag_info

            try:
                scan_ids = (one.scan.id for one in matter.scans)
                return self._store.dossiers.seal(self._actor, scan_ids, place, round_seals)
            except BaseException:
                # A dossier that the register does not know would break the chain.
                for where in placed:
                    shutil.rmtree(where, ignore_errors=True)
                raise

    def _who(self, person: Person) -> tuple[Examiner, Signature | None]:
        if person.sign and not person.function.strip():
            raise BadInput("Geef uw functie om te ondertekenen.", "Give your function to sign.")
        examiner = Examiner(
            self._actor.name,
            self._actor.account,
            person.function.strip(),
            person.designation.strip(),
            person.expertise.strip(),
        )
        now = datetime.now(UTC).astimezone()
        return examiner, Signature(examiner.name, examiner.function, now) if person.sign else None

    # -- reading and checking -----------------------------------------------------------------------------------

    def list(self, subject: str | None = None) -> Sequence[SealedDossier]:
        """Sealed dossiers in order, of one subject (``scan:3``, ``case:12``) or all."""
        return self._store.dossiers.dossiers(subject)

    def show(self, number: int) -> SealedDossier:
        """Raises NotFound."""
        return self._store.dossiers.dossier(number)

    def register_faults(self) -> Sequence[RegisterFault]:
        """Every sign that the seal register was tampered with, destroyed dossiers included."""
        return self._store.dossiers.register_faults()

    def verify(self, folder: Path) -> Verified:
        """Checks every byte of a dossier, its place in our register and its time-stamp. Raises NotFound.

        A dossier of another database can be checked too; its seal must then be compared by hand.
        """
        examined = _examined(folder)
        registered = self._store.dossiers.by_seal(examined.seal)
        same_number = {one.number: one for one in self._store.dossiers.dossiers()}.get(examined.number)
        if registered is None and same_number is not None and _ours(examined, same_number, folder):
            # It no longer has the seal that it was given: somebody made it anew.
            examined = _examined(folder, same_number.seal)
        if not examined.token:
            return Verified(examined, registered)
        token = (folder / TOKEN).read_bytes()
        file = self._settings.timestamp_certificates
        fault = "" if file is None else timestamp.fault(token, examined.seal, timestamp.certificates(file))
        return Verified(examined, registered, timestamp.time_in(token), fault, file is not None)

    def stamp(self, number: int, *, folder: Path | None = None) -> datetime:
        """Puts a time-stamp of the configured authority on a seal; gives the time in it.

        Kept in the register, and put into the dossier where it stands (*folder*, if it was moved).
        Raises BadInput when no authority is configured, NotFound, ExportProblem.
        """
        authority, certificates = self._settings.timestamp_authority, self._settings.timestamp_certificates
        if not authority or certificates is None:
            raise BadInput(
                "Er is geen tijdstempeldienst ingesteld. Vul timestamp_authority en timestamp_certificates in bij de "
                "instellingen.",
                "No time-stamping authority is configured. Fill in timestamp_authority and timestamp_certificates in "
                "the settings.",
            )
        dossier = self._store.dossiers.dossier(number)
        place = folder or Path(dossier.place)
        if _examined(place).seal != dossier.seal:
            raise BadInput(
                f"{place} is niet dossier {number}, of het is gewijzigd.",
                f"{place} is not dossier {number}, or it was changed.",
                mend=f"eaa-checker dossier verify {place}",
            )
        token, stamped = timestamp.ask(
            (place / TAG_MANIFEST).read_bytes(), authority, timestamp.certificates(certificates)
        )
        self._store.dossiers.add_timestamp(self._actor, number, token, authority, stamped)
        bags.add_token(place, token)
        return stamped

    @property
    def stamps(self) -> bool:
        """A time-stamping authority is configured."""
        return bool(self._settings.timestamp_authority and self._settings.timestamp_certificates)

    # -- judging again ------------------------------------------------------------------------------------------

    def replay(self, folder: Path, version: str = "") -> Sequence[Replayed]:
        """Judges the captures in a dossier again, without a browser; one outcome per scan.

        *version*: of a rule book, or a path to one; empty takes the one that judged. Raises EvidenceDamaged when the
        dossier is not whole, NotFound, RuleBookProblem.
        """
        examined = _examined(folder)
        if examined.faults:
            first = examined.faults[0]
            raise EvidenceDamaged(
                f"Het dossier is niet ongeschonden en wordt daarom niet opnieuw beoordeeld. {first.nl}",
                f"The dossier is not whole and is therefore not judged again. {first.en}",
                mend=f"eaa-checker dossier verify {folder}",
            )
        return self._replay.dossier(folder, version)

    def rehearse(self, scan_ids: Iterable[int] | None = None, version: str = "") -> Iterator[Replayed]:
        """Judges the stored captures of these scans (default: all that ended) again: which verdicts flip.

        *version* as for `replay`; empty takes the rule book in force. Raises NotFound, RuleBookProblem.
        """
        return self._replay.rehearse(scan_ids, version)


def _examined(folder: Path, known: str = "") -> Examined:
    try:
        return examine(str(folder), known)
    except NoDossier as error:
        raise NotFound(*error.args) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotFound(f"{folder} is niet te lezen: {reason}", f"{folder} cannot be read: {reason}") from error


def _ours(examined: Examined, known: SealedDossier, folder: Path) -> bool:
    """The dossier must be *known*: it stands where that was put, or follows the same dossier of ours."""
    return Path(known.place) == folder.absolute() or examined.previous == known.previous != GENESIS


def _name(number: int, matter: DossierMatter) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", (matter.case_number or matter.subject).lower()).strip("-")
    return f"{number:04}-{words or 'dossier'}"[:80]


