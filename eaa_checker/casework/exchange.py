"""Exchange with another supervisor: chosen parts of a case in a package, and a receipt that says it came over whole.

What makes sharing lawful is for people to say: purpose, legal ground and recipient are asked for and stored. Who
reported a signal is in no part of it.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from eaa_checker import __version__
from eaa_checker.casework.grounds import ground
from eaa_checker.casework.publication_matter import PublicationMatter
from eaa_checker.domain.case import Case
from eaa_checker.domain.finding import FindingState
from eaa_checker.domain.package import ExchangePart, Package, PackageKind
from eaa_checker.domain.trail import Actor
from eaa_checker.dossier.facts import document, value_of
from eaa_checker.dossier.parcel import Checked, Parcel, check
from eaa_checker.dossier.verify_dossier import NoDossier, examine, visible
from eaa_checker.errors import BadInput, EvidenceDamaged, NotAllowed
from eaa_checker.report.whole_file import whole_file
from eaa_checker.report.whole_folder import remove, unpacked, whole_folder
from eaa_checker.store import Store

RECEIPT = "eaa-checker-receipt-1"
MOST_RECEIPT = 50_000_000
"""Bytes of a receipt that are read."""
_MANY = 100_000


class ExchangeDesk:
    """What people share with other supervisors. Every package and receipt is in the trail."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor
        self._matter = PublicationMatter(store, actor)

    def packages(self, case_id: int | None = None) -> Sequence[Package]:
        """Exchange packages that were made, newest first, each with its receipts."""
        return self._store.packages.packages(case_id, PackageKind.EXCHANGE)

    def make(
        self,
        case_id: int,
        parts: Sequence[ExchangePart],
        path: Path,
        *,
        recipient: str,
        purpose: str,
        legal_ground: str,
    ) -> Package:
        """Makes the package in the new folder *path* (or a zip, where it ends in ``.zip``).

        Raises BadInput (nothing chosen, no recipient, purpose or ground), NotAllowed (no sealed dossier, or it would
        name a reporter), EvidenceDamaged, AlreadyExists, StoreIsFull, ExportProblem, NotFound: nothing is left then.
        """
        case = self._store.cases.case(case_id)
        chosen = [part for part in ExchangePart if part in set(parts)]
        if not chosen:
            raise BadInput("Kies ten minste één onderdeel.", "Choose at least one part.", mend="--part findings")
        who = ground(recipient, "aan wie u dit geeft: noem de ontvanger", "to whom you give this: name the recipient")
        why = ground(purpose, "waarvoor de ontvanger dit nodig heeft", "for what the recipient needs this")
        law = ground(legal_ground, "in de vorm van de wettelijke grondslag", "in the form of the legal ground")
        identifier = f"EAA-X-{datetime.now(UTC):%Y%m%d}-{secrets.token_hex(6)}"
        with whole_folder(path, replace=False) as folder:
            parcel = Parcel(folder)
            about = {
                "identifier": identifier, "recipient": who, "purpose": why, "legal_ground": law,
                "parts": [part.value for part in chosen], "made": datetime.now(UTC), "made_by": self._actor.name,
                "case_number": case.number, "case": case.id, "tool": f"EAA Checker {__version__}",
                "receipt": _HOW,
            }  # fmt: skip
            self._guarded(parcel, case, "data/about.json", about)
            for part in chosen:
                self._put(parcel, case, part)
            info = {"External-Identifier": case.number or f"case:{case.id}", "EAA-Recipient": who[:500],
                    "EAA-Purpose": why[:500], "EAA-Legal-Ground": law[:500]}  # fmt: skip
            digest, files = parcel.close(identifier, info)
        try:
            return self._store.packages.add(
                self._actor, PackageKind.EXCHANGE, identifier, case.id, recipient=who, purpose=why, ground=law,
                parts=[part.value for part in chosen], files=files, digest=digest, place=str(path.absolute()),
            )  # fmt: skip
        except BaseException:
            remove(path)
            raise

    # -- parts --------------------------------------------------------------------------------------------------

    def _put(self, parcel: Parcel, case: Case, part: ExchangePart) -> None:
        store = self._store
        if part is ExchangePart.CASE:
            told = {
                "case": {k: v for k, v in value_of(case).items() if k != "signal_ids"},
                "targets": [store.target(id) for id in case.target_ids],
                "organisations": self._matter.stakeholders(case),
                "rounds": store.cases.rounds(case.id),
                "seals": store.round_seals.seals(case.id),
            }
            self._guarded(parcel, case, "data/case.json", told)
        elif part is ExchangePart.SAMPLE:
            samples = [
                {"sample": sample, "pages": store.samples.pages(sample.id), "frame": store.samples.frame(sample.id)}
                for sample in store.samples.samples(case.id)
            ]
            self._guarded(parcel, case, "data/sample.json", samples)
        elif part is ExchangePart.FINDINGS:
            self._guarded(parcel, case, "data/findings.json", self._established(case))
        elif part is ExchangePart.VERDICTS:
            verdicts = [v for one in store.cases.rounds(case.id)
                        for v in store.manual.verdicts(case.id, one.number).values()]  # fmt: skip
            self._guarded(parcel, case, "data/verdicts.json", verdicts)
        elif part is ExchangePart.OBSERVATIONS:
            for scan_id in dict.fromkeys(id for one in store.cases.rounds(case.id) for id in one.scan_ids):
                parcel.add(f"data/observations/scan-{scan_id}.jsonl", self._observed(scan_id))
        elif part is ExchangePart.PICTURES:
            for finding in self._established(case):
                for picture in self._matter.pictures(finding, finding.label):
                    parcel.add(f"data/{picture.file}", picture.data)
        elif part is ExchangePart.LETTERS:
            for letter in store.letters.letters(case.id):
                for number, (name, sha256) in enumerate(letter.files, 1):
                    parcel.add(f"data/letters/{letter.id}-{number}-{_name(name)}", store.evidence.get(sha256))
        else:
            self._dossier(parcel, case)

    def _guarded(self, parcel: Parcel, case: Case, path: str, value: Any) -> None:
        data = document(value)
        if self._matter.gives_reporter_away(case, (data.decode(),)):
            raise NotAllowed(
                f"{path.removeprefix('data/')} zou de melder van een signaal verraden. Er is niets gemaakt.",
                f"{path.removeprefix('data/')} would give away who reported a signal. Nothing was made.",
            )
        parcel.add(path, data)

    def _established(self, case: Case) -> list[Any]:
        found = self._store.findings.findings(case.id, limit=_MANY)
        return [one for one in found if one.state is FindingState.APPROVED]

    def _observed(self, scan_id: int) -> Iterator[bytes]:
        for one in self._store.iterate_observations(scan_id, places=_MANY):
            yield json.dumps(value_of(one), ensure_ascii=False, sort_keys=True).encode() + b"\n"

    def _dossier(self, parcel: Parcel, case: Case) -> None:
        sealed = self._store.dossiers.dossiers(f"case:{case.id}")
        if not sealed:
            raise NotAllowed(
                f"Van onderzoek {case.id} is nog geen dossier verzegeld.", f"No dossier of case {case.id} was sealed.",
                mend=f"eaa-checker dossier make --case {case.id}",
            )  # fmt: skip
        place = Path(sealed[-1].place)
        try:
            faults = examine(str(place), sealed[-1].seal).faults
        except (NoDossier, OSError) as error:
            raise EvidenceDamaged(
                f"Dossier {sealed[-1].number} is niet te lezen op {place}.",
                f"Dossier {sealed[-1].number} cannot be read at {place}.",
                mend=f"eaa-checker dossier verify {place}",
            ) from error
        if faults:
            raise EvidenceDamaged(
                f"Dossier {sealed[-1].number} is niet ongeschonden en wordt niet gedeeld. {faults[0].nl}",
                f"Dossier {sealed[-1].number} is not whole and is not shared. {faults[0].en}",
                mend=f"eaa-checker dossier verify {place}",
            )
        for file in sorted(one for one in place.rglob("*") if one.is_file() and not one.is_symlink()):
            parcel.add(f"data/dossier/{place.name}/{file.relative_to(place).as_posix()}", _blocks(file))

    # -- receipts -----------------------------------------------------------------------------------------------

    def receipt(self, file: Path) -> tuple[Package, tuple[tuple[str, str], ...]]:
        """Reads a receipt back and records it; gives the package and every difference with what was sent.

        Raises BadInput (no receipt, or too large), NotFound (not a package of ours).
        """
        told, sha256 = _read_receipt(file)
        package = self._store.packages.package(told["package"])
        if package.kind is not PackageKind.EXCHANGE:
            raise BadInput(
                "Dit pakket was een publicatie en vraagt geen ontvangstbewijs.",
                "This package was a publication and asks no receipt.",
            )
        faults = tuple(_differences(package, told))
        done = self._store.packages.add_receipt(
            self._actor, package, told["receiver"], told["received"], faults, sha256
        )
        return done, faults


def receive(package: Path, out: Path, receiver: str) -> Checked:
    """The other side: checks the package (folder or zip) and writes a receipt to *out*. Needs no database.

    Raises BadInput, NotFound, ExportProblem, StoreIsFull.
    """
    name = ground(receiver, "wie dit ontvangt: noem uw naam en organisatie", "who receives this: name and organisation")
    with tempfile.TemporaryDirectory() as scratch:
        found = check(unpacked(package, Path(scratch)))
    told = {
        "form": RECEIPT,
        "package": found.identifier,
        "digest": found.digest,
        "files": dict(found.files),
        "receiver": name,
        "received": datetime.now(UTC).astimezone(),
        "faults": found.faults,
        "tool": f"EAA Checker {__version__}",
    }
    with whole_file(out) as beside:
        beside.write_bytes(document(told))
    return found


def _read_receipt(file: Path) -> tuple[dict[str, Any], str]:
    try:
        if file.stat().st_size > MOST_RECEIPT:
            raise ValueError("too large")
        data = file.read_bytes()
        told = json.loads(data)
        if not isinstance(told, dict) or told.get("form") != RECEIPT or not isinstance(told.get("files"), dict):
            raise ValueError("no receipt")
        received = datetime.fromisoformat(str(told["received"]))
        if received.tzinfo is None:
            raise ValueError("no time zone")
        read = {
            "package": str(told["package"])[:100],
            "digest": str(told["digest"]),
            "files": {str(path): str(digest) for path, digest in told["files"].items()},
            "receiver": visible(str(told["receiver"]).strip())[:500],
            "received": received,
        }
        if not read["receiver"]:
            raise ValueError("no receiver")
    except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError) as error:
        why = visible(str(error))[:200]
        raise BadInput(
            f"{file} is geen leesbaar ontvangstbewijs: {why}", f"{file} is no readable receipt: {why}"
        ) from error
    return read, hashlib.sha256(data).hexdigest()


def _differences(package: Package, told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if told["digest"] != package.digest:
        yield (
            f"het kenmerk van het pakket verschilt: verzonden {package.digest[:16]}…, ontvangen "
            f"{visible(told['digest'])[:16]}…",
            f"the digest of the package differs: sent {package.digest[:16]}…, received {visible(told['digest'])[:16]}…",
        )
    sent, came = dict(package.files), told["files"]
    for path in sorted({*sent, *came}):
        shown = visible(path)[:300]
        if path not in came:
            yield f"{shown} is niet ontvangen", f"{shown} was not received"
        elif path not in sent:
            yield f"{shown} is niet verzonden", f"{shown} was not sent"
        elif sent[path] != came[path]:
            yield f"{shown} kwam anders aan", f"{shown} arrived otherwise"


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            yield block


def _name(name: str) -> str:
    """A name that is safe on every system."""
    kept = "".join(c if c.isalnum() or c in ".-_" else "-" for c in name)
    return kept.strip(".-")[:100] or "file"


_HOW = (
    "Controleer het pakket en maak een ontvangstbewijs: eaa-checker exchange receive PAKKET --by NAAM --out "
    "bewijs.json. Check the package and make a receipt with the same command, and send the file back."
)
