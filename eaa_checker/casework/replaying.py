"""Replays what was judged: from a dossier, or from the captures of the database as a rehearsal of another rule book."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rules
from eaa_checker.casework.rejudging import Judge
from eaa_checker.domain.capture import Capture, PartKind
from eaa_checker.domain.dossier import Replayed
from eaa_checker.dossier import instrument
from eaa_checker.dossier.observed import Plain, differences, lines, merge, plain
from eaa_checker.errors import EaaCheckerError, EvidenceDamaged, NotFound, RuleBookProblem, UnreadableFile
from eaa_checker.store import Store

_NEEDED = (PartKind.TREE, PartKind.RECORDS)


@dataclass(frozen=True, slots=True)
class _Stored:
    """One capture that is to be judged again."""

    number: int
    address: str
    settled: bool
    parts: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class _Run:
    """A scan as it was: its captures and what was observed."""

    subject: str
    version: str
    captures: Iterable[_Stored]
    then: list[Plain]
    passed: dict[str, int]


class Replay:
    """Judges again what is stored. Changes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def dossier(self, folder: Path, version: str = "") -> list[Replayed]:
        """Judges the captures of the (verified) dossier in *folder* again, scan by scan.

        *version*: of the rule book, or a path to one; empty takes the one that judged then.
        Raises RuleBookProblem, NotFound, EvidenceDamaged.
        """
        matter = _json(folder / "data" / "matter.json")
        found = []
        for scan in matter["scans"]:
            told = scan["circumstances"]
            wanted = version or str(told.get("rule_book", ""))
            digest = "" if version else str(told.get("instrument_sha256", ""))
            with self._rule_book(wanted, digest, chosen=bool(version)) as book, Judge(book) as judge:
                found.append(_replay(_run_of_dossier(folder, scan), judge))
        return found

    def rehearse(self, scan_ids: Iterable[int] | None = None, version: str = "") -> Iterator[Replayed]:
        """Judges the stored captures of these ended scans (default: all) again, newest scan first, one by one.

        *version* as for `dossier`; empty takes the rule book in force. Raises RuleBookProblem, NotFound.
        """
        if scan_ids is None:
            scan_ids = [scan.id for scan in self._store.scans() if scan.state.ended and scan.tested]
        with self._rule_book(version or rules.VERSION, chosen=bool(version)) as book, Judge(book) as judge:
            for scan_id in scan_ids:
                yield _replay(self._run_of_scan(scan_id), judge)

    @contextmanager
    def _rule_book(self, wanted: str, digest: str = "", *, chosen: bool = False) -> Iterator[Path | None]:
        """The folder with the rule book; None for the one in force.

        Only a rule book is run that this database kept when it judged, or that an inspector has *chosen* by its path:
        never one that merely came with a dossier.
        """
        if digest == instrument.digest() or (not digest and wanted == rules.VERSION):
            yield None
            return
        path = Path(wanted)
        if chosen and path.is_dir():
            instrument.check(path)
            yield path.resolve()
            return
        with tempfile.TemporaryDirectory(prefix="eaa-checker-rules-") as folder:
            archive = _archive(path) if chosen and path.is_file() else self._kept(wanted, digest)
            instrument.unpack(archive, Path(folder))
            yield Path(folder).resolve()

    def _kept(self, wanted: str, digest: str) -> bytes:
        """The archive of a rule book that judged a scan of this database."""
        for scan in self._store.scans():
            told = scan.circumstances
            known = str(told.get("instrument_sha256", ""))
            if known and (known == digest if digest else told.get("rule_book") == wanted):
                return self._store.evidence.get(known)
        raise NotFound(
            f"Regelboek {wanted} is hier niet bewaard. Geef met --rules de versie van een scan in deze database, of "
            "het pad naar een regelboek (map of zip; een dossier heeft het onder data/instruments). Let op: een "
            "regelboek is een programma.",
            f"Rule book {wanted} is not kept here. Give with --rules the version of a scan in this database, or the "
            "path of a rule book (folder or zip; a dossier has it under data/instruments). Mind: a rule book is a "
            "program.",
        )

    def _run_of_scan(self, scan_id: int) -> _Run:
        scan = self._store.scan(scan_id)
        captures = self._store.captures(scan_id)
        numbers = {capture.id: number for number, capture in enumerate(captures, 1)}
        then = [plain(o, numbers) for o in self._store.iterate_observations(scan_id, places=10_000_000)]
        version = str(scan.circumstances.get("rule_book", ""))
        stored = (self._stored(numbers[capture.id], capture) for capture in captures)
        return _Run(f"scan:{scan_id}", version, stored, then, self._store.passed_counts(scan_id))

    def _stored(self, number: int, capture: Capture) -> _Stored:
        wanted = [part for part in capture.parts if part.kind in (*_NEEDED, PartKind.AXE)]
        parts: dict[str, bytes] = {}
        for part in wanted:
            try:
                parts[part.kind.value] = self._store.evidence.get(part.sha256)
            except EvidenceDamaged:
                continue  # said as a capture that cannot be judged again
        return _Stored(number, capture.address, capture.settled, parts)


def _run_of_dossier(folder: Path, scan: dict[str, Any]) -> _Run:
    data = folder / "data" / "scans" / str(scan["id"])
    then = [json.loads(line) for line in _bytes(data / "observations.jsonl").splitlines()]

    def captures() -> Iterator[_Stored]:
        for told in scan["captures"]:
            place = folder.joinpath(*told["folder"].split("/"))
            facts = _json(place / "capture.json")
            parts = {
                part["kind"]: _bytes(place.joinpath(*part["file"].split("/")))
                for part in facts["parts"]
                if part["kind"] in ("tree", "records", "axe")
            }
            yield _Stored(int(told["folder"].rpartition("/")[2]), facts["address"], facts["settled"], parts)

    version = str(scan["circumstances"].get("rule_book", ""))
    return _Run(f"scan:{scan['id']}", version, captures(), then, _json(data / "passed.json"))


def _replay(run: _Run, judge: Judge) -> Replayed:
    pages: list[list[Plain]] = []
    addresses: dict[int, str] = {}
    passed: dict[str, int] = {}
    unjudged: list[str] = []
    number = 0
    for stored in run.captures:
        number += 1
        missing = [kind.en for kind in _NEEDED if kind.value not in stored.parts]
        if missing:
            unjudged.append(f"{stored.address}: {', '.join(missing)}")
            continue
        addresses[stored.number] = stored.address
        parts = (stored.parts["tree"], stored.parts["records"], stored.parts.get("axe", b""))
        try:
            seen, counts = judge.judge(stored.number, *parts, stored.settled)
        except RuleBookProblem:
            raise
        except (ValueError, LookupError, TypeError, AttributeError, EaaCheckerError) as error:
            unjudged.append(f"{stored.address}: {type(error).__name__}: {error}"[:500])
            continue
        pages.append(seen)
        for rule, count in counts.items():
            passed[rule] = passed.get(rule, 0) + count
    now = merge(pages, addresses)
    same = list(lines(run.then)) == list(lines(now)) and passed == run.passed and not unjudged
    found = () if same else tuple(differences(run.then, now, run.passed, passed))
    return Replayed(run.subject, number, len(now), run.version, judge.version, same, found, tuple(unjudged))


def _archive(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableFile(f"{path} is niet te lezen: {reason}", f"{path} cannot be read: {reason}") from error


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise EvidenceDamaged(f"{file} is niet te lezen: {reason}", f"{file} cannot be read: {reason}") from error


def _json(file: Path) -> Any:
    try:
        return json.loads(_bytes(file))
    except (ValueError, RecursionError) as error:
        raise EvidenceDamaged(f"{file} is beschadigd: {error}", f"{file} is damaged: {error}") from error


