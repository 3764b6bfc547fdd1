"""The front door: every use case of the program is one method here; window and command line use nothing else."""

from __future__ import annotations

import getpass
import platform
import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import rules
from eaa_checker import settings
from eaa_checker.domain.capture import Capture, PartKind, StateLine
from eaa_checker.domain.observation import Observation, Place
from eaa_checker.domain.organisation import Criticality, Organisation, Target, TargetKind
from eaa_checker.domain.scan import Progress, Scan, ScanOptions, ScanState
from eaa_checker.domain.trail import Actor
from eaa_checker.domain.web_address import parse_address
from eaa_checker.engine.rooms import Rooms
from eaa_checker.errors import BadInput, RuleBookProblem
from eaa_checker.settings import Settings
from eaa_checker.store import Store
from eaa_checker.store.freezing import CrisisFreeze, Freeze
from rules import axe, book, norms
from rules.contract import Verdict

if TYPE_CHECKING:
    # What a use case needs is loaded when it is first asked for: a window or a worker starts in a fraction of the time.
    from eaa_checker.conformance.act import ActRun
    from eaa_checker.conformance.running import CaseResult
    from eaa_checker.demo import DemoServer
    from eaa_checker.diagnosis import Diagnosis
    from eaa_checker.domain.address import AddressLine
    from eaa_checker.domain.backup import Backup, BackupCheck
    from eaa_checker.domain.case import Case
    from eaa_checker.registers import RowError
    from eaa_checker.report.content import ScanReport
    from eaa_checker.report.terminal import Summary

SEEN = (Verdict.FAILED, Verdict.CANNOT_TELL)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import of organisations did, or would do."""

    added: int
    targets_added: int
    skipped: int
    errors: tuple[RowError, ...]
    dry_run: bool


def _rules_that_ran(scan: Scan, captures: Iterable[Capture]) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of our own rules and of axe-core's that judged the scan's pages; none where no page was captured.

    Rules of another version of the rule book are not claimed, nor those whose probes the profile leaves out.
    """
    from eaa_checker.judging.observing import demanded
    from eaa_checker.scanning.visiting import WITHOUT

    kinds = [{part.kind for part in capture.parts} for capture in captures]
    if not kinds:
        return frozenset(), frozenset()
    left_out = set(WITHOUT[scan.options.profile])
    same_book = scan.circumstances.get("rule_book") == rules.VERSION
    own = frozenset(
        r.id
        for r in book.load().rules
        if demanded(r) and not left_out & set(r.awaits) and (len(kinds) > 1 or not r.compares_pages)
    )
    adopted = frozenset(row.id for row in axe.table().values() if row.standing is axe.Standing.REGULAR)
    with_axe = any(PartKind.AXE in parts for parts in kinds)
    return own if same_book else frozenset(), adopted if with_axe else frozenset()


def _actor(chosen: Settings) -> Actor:
    return Actor(chosen.inspector or getpass.getuser(), f"{getpass.getuser()}@{platform.node()}")


class Engine(Rooms):
    """The engine on one database, with its `Rooms`. Use as a context manager, or call ``close``.

    All errors are ``EaaCheckerError``s with a Dutch and an English sentence.
    """

    def __init__(self, store: Store, chosen: Settings) -> None:
        super().__init__(store, chosen, _actor(chosen))
        self.database = store.path
        """The database file; for a shared database the place beside which files that belong to it are kept."""

    @classmethod
    def open(
        cls, database: Path | str | None = None, chosen: Settings | None = None, *, rules_later: bool = False
    ) -> Self:
        """The engine on *database* (a file or ``postgresql://`` address; default: the settings'), made or migrated.

        Raises StoreIsNewer, StoreIsUnreadable, StoreIsUnreachable, StoreIsLocked, StoreIsFull, and RuleBookProblem as
        `check_rule_book` does; with *rules_later* whoever opens calls that one when there is time.
        """
        chosen = chosen or settings.read()
        if database is not None:
            chosen = replace(chosen, database=database)
        if not rules_later:
            cls.check_rule_book()
        return cls(Store.open(chosen.database, evidence=chosen.evidence), chosen)

    @staticmethod
    def check_rule_book() -> None:
        """Loads the rule book. Raises RuleBookProblem for an empty or foreign one: nothing may be scanned without."""
        try:
            book.load()
        except (book.ForeignRuleBook, book.FaultyRule) as error:
            raise RuleBookProblem(
                f"Het regelboek is niet te gebruiken: {error}. Installeer EAA Checker opnieuw.",
                f"The rule book cannot be used: {error}. Install EAA Checker again.",
                mend="make install",
            ) from error

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- backup: these two need no open store -----------------------------------------------------------------------

    @classmethod
    def restore_backup(
        cls, file: Path, database: Path | str, evidence: Path | None = None, chosen: Settings | None = None
    ) -> Backup:
        """Puts a backup into a new database. Raises AlreadyExists, BackupDamaged, StoreIsNewer, StoreProblem."""
        from eaa_checker.casework import backup

        return backup.restore(file, database, evidence, _actor(chosen or settings.read()))

    @staticmethod
    def verify_backup(file: Path, scratch: Path | None = None) -> BackupCheck:
        """Restores a backup into a scratch folder and compares everything. Raises BackupDamaged, StoreIsFull."""
        from eaa_checker.casework import backup

        return backup.verify(file, scratch)

    # -- organisations and targets ------------------------------------------------------------------------------

    def organisations(self) -> list[Organisation]:
        """All organisations, by name."""
        return self._store.organisations()

    def organisation(self, id_or_name: int | str) -> Organisation:
        """One organisation. Raises NotFound."""
        return self._store.organisation(id_or_name)

    def add_organisation(self, name: str, *, oin: str = "", kvk: str = "", kind: str = "") -> Organisation:
        """Adds an organisation. Raises BadInput, AlreadyExists."""
        return self.registers.add_organisation(name, oin=oin, kvk=kvk, kind=kind)

    def import_organisations(self, path: Path, *, dry_run: bool = False) -> ImportOutcome:
        """Adds organisations and targets from a list (CSV, XLSX, ODS, register XML); all good rows or none.

        With *dry_run* nothing is stored. Raises UnreadableFile when the file as a whole cannot be read.
        """
        from eaa_checker.domain.register_import import RowOutcome

        found = self.registers.preview(path) if dry_run else self.registers.import_file(path)
        skipped = found.count(RowOutcome.KNOWN) + found.count(RowOutcome.DUPLICATE) + found.count(RowOutcome.PROPOSAL)
        errors = self.registers.row_errors(found)
        return ImportOutcome(found.organisations_added, found.targets_added, skipped, errors, dry_run)

    def targets(self, organisation_id: int | None = None) -> list[Target]:
        """Targets of one organisation, or all."""
        return self._store.targets(organisation_id)

    def target(self, id_or_name_or_address: int | str) -> Target:
        """One target. Raises NotFound."""
        return self._store.target(id_or_name_or_address)

    def add_target(
        self,
        organisation_id: int,
        name: str,
        address: str,
        *,
        extra_hosts: tuple[str, ...] = (),
        emergency: bool = False,
        kind: TargetKind = TargetKind.WEB_SITE,
        criticality: Criticality = Criticality.NOT_ASSESSED,
    ) -> Target:
        """Adds a target of an organisation. Raises NotAnAddress, NotFound, AlreadyExists."""
        return self.registers.add_target(
            organisation_id, name, address, kind=kind, extra_hosts=extra_hosts, emergency=emergency,
            criticality=criticality,
        )  # fmt: skip

    def target_for(self, address: str, organisation: str = "", name: str = "") -> Target:
        """The target with that start address, made (with its organisation) when there is none yet."""
        start = parse_address(address)
        for target in self.targets():
            if target.address == start and (not organisation or target.organisation_name == organisation):
                return target
        wanted = organisation or start
        owner = next((o for o in self.organisations() if o.name.casefold() == wanted.casefold()), None)
        owner = owner or self.add_organisation(wanted)
        return self.add_target(owner.id, name or start, start)

    def demo_site(self) -> DemoServer:
        """A context manager that serves the bundled demo site on this machine; ``.origin`` is its address."""
        from eaa_checker.demo import DemoServer

        return DemoServer()

    def demo_target(self, origin: str) -> Target:
        """The demo site at *origin* as a target of its fictional organisation."""
        return self.target_for(origin + "/", "Veiligheidsregio Merenland (demo)", "Demosite")

    def make_demo_case(self, target_id: int, progress: Callable[[Progress], None] = lambda _: None) -> Case:
        """A fictional examination of the demo site, half done; the site must be served and scanned.

        Raises NoBrowser, StoreProblem, AlreadyExists when it is there already.
        """
        from eaa_checker.engine.demo_case import make_demo_case

        return make_demo_case(self, self._store, target_id, progress)

    # -- scans --------------------------------------------------------------------------------------------------

    def new_scan(self, target_id: int, options: ScanOptions | None = None) -> Scan:
        """Puts a scan of a target in the store; a worker runs it. Raises NotFound, BadInput."""
        target = self.target(target_id)
        chosen = options or ScanOptions()
        if chosen.max_pages < 1 or chosen.depth < 0 or not 1 <= chosen.parallel <= 8:
            raise BadInput(
                "Een scan heeft ten minste 1 pagina, een diepte van 0 of meer en 1 tot 8 pagina's tegelijk.",
                "A scan has at least 1 page, a depth of 0 or more and 1 to 8 pages at a time.",
            )
        hosts = tuple(dict.fromkeys((*target.extra_hosts, *(h for h in chosen.extra_hosts if parse_address(h)))))
        return self._store.new_scan(target_id, replace(chosen, extra_hosts=hosts))

    def worker_command(self, scan_id: int, *, resume: bool = False) -> list[str]:
        """The command (argv) of a worker process that runs the scan and reports progress as JSON lines."""
        command = [sys.executable, "-m", "eaa_checker"]
        database = self.settings.database
        if isinstance(database, Path):
            command += ["--database", str(self.database)]
        else:
            command += ["--evidence", str(self._store.evidence.folder)]
            if settings.read().database != database:  # else the worker reads it itself: it may hold a password
                command += ["--database", database]
        command += ["worker", str(scan_id)]
        return [*command, "--resume"] if resume else command

    def run_scan(
        self,
        scan_id: int,
        progress: Callable[[Progress], None] = lambda _: None,
        *,
        resume: bool = False,
        started: Callable[[Callable[[], None]], None] = lambda _: None,
    ) -> Scan:
        """Runs a scan in this process until it ends (the worker's own job).

        *resume* takes over a scan whose worker is gone. *started* is given a function that stops the run cleanly
        and may be called from the run's own event loop (signal handlers) only. Raises ScanIsTaken, NotFound,
        EndedScanIsImmutable, NoBrowser, StoreProblem.
        """

        import asyncio

        from eaa_checker.scanning.running import ScanRun

        async def run() -> Scan:
            running = ScanRun(self._store, self.settings, progress)
            started(running.stop)
            return await running.run(scan_id, stale_after=3.0 if resume else None)

        return asyncio.run(run())

    def stop_scan(self, scan_id: int) -> None:
        """Asks whoever runs the scan to stop after the page in progress."""
        self._store.request_stop(scan_id)

    def freeze(self, reason: str, who: str = "") -> Freeze:
        """Crisis freeze: stops every scan of an emergency target at once and lets none start until ``thaw``.

        Raises BadInput without a reason.
        """
        if not reason.strip():
            raise BadInput("Een noodstop heeft een reden nodig.", "A crisis freeze needs a reason.")
        return CrisisFreeze(self.database).switch_on(reason.strip(), who or getpass.getuser())

    def thaw(self) -> None:
        """Lifts the crisis freeze; interrupted scans can be resumed."""
        CrisisFreeze(self.database).switch_off()

    def frozen(self) -> Freeze | None:
        """The crisis freeze in force, if any."""
        return CrisisFreeze(self.database).current()

    def interrupted(self, scan_id: int) -> Scan:
        """Marks a scan whose worker process is gone as interrupted, so that it can be resumed."""
        scan = self._store.scan(scan_id)
        if scan.state is ScanState.RUNNING:
            self._store.interrupt_scan(scan_id)
        return self._store.scan(scan_id)

    def scans(self, target_id: int | None = None) -> list[Scan]:
        """Scans of a target, or all; newest first. A scan whose worker gave no sign of life for a minute is
        marked as interrupted, so that it can be resumed."""
        self._store.interrupt_stale()
        return self._store.scans(target_id)

    def scans_under_way(self) -> list[Scan]:
        """Scans that wait for a worker or that one runs, as `scans` gives them."""
        self._store.interrupt_stale()
        return self._store.scans(states=(ScanState.WAITING, ScanState.RUNNING))

    def scan(self, scan_id: int) -> Scan:
        """One scan. Raises NotFound."""
        return self._store.scan(scan_id)

    # -- what a scan found --------------------------------------------------------------------------------------

    def addresses(self, scan_id: int) -> list[AddressLine]:
        """Every address of the scan: how it was found and how it ended."""
        return self._store.addresses(scan_id)

    def observations(
        self, scan_id: int, *, verdicts: Collection[Verdict] = SEEN, places: int = 3
    ) -> list[Observation]:
        """What the machine saw, each with its first *places* places; failed first, then by reach."""
        return self._store.observations(scan_id, verdicts=verdicts, places=places)

    def places(self, scan_id: int, fingerprint: str, *, limit: int = 1000) -> list[Place]:
        """The places of one observation."""
        return self._store.observation_places(scan_id, fingerprint, limit=limit)

    def capture(self, capture_id: int) -> Capture:
        """One capture with references to its parts. Raises NotFound."""
        return self._store.capture(capture_id)

    def picture(self, sha256: str) -> bytes:
        """The bytes of a stored picture. Raises EvidenceDamaged."""
        return self._store.evidence.get(sha256)

    def crop_region(self, place: Place) -> tuple[float, float, float, float] | None:
        """The part of the page (x, y, width, height; CSS pixels) that the place's crop shows."""
        if not place.crop or not place.capture_id:
            return None
        parts = self._store.capture(place.capture_id).parts
        return next((part.region for part in parts if part.sha256 == place.crop), None)

    # -- reports ------------------------------------------------------------------------------------------------

    def report(self, scan_id: int, language: str = "nl") -> ScanReport:
        """Everything a report of a scan draws on."""
        from eaa_checker.report.content import ScanReport

        scan = self.scan(scan_id)

        captures = {capture.id: capture for capture in self._store.captures(scan_id)}
        states: dict[str, tuple[StateLine, ...]] = {}
        for one in self._store.state_lines(scan_id):
            states[one.address] = (*states.get(one.address, ()), one)
        own, adopted = _rules_that_ran(scan, captures.values())

        def picture(sha256: str) -> bytes | None:
            return self._store.evidence.get(sha256)

        return ScanReport(
            scan=scan,
            target=self.target(scan.target_id),
            lines=self.addresses(scan_id),
            observations=lambda: self._store.iterate_observations(scan_id),
            rule_book=str(scan.circumstances.get("rule_book", "")),
            captures=captures,
            states=states,
            passed=dict.fromkeys(own, 0) | self._store.passed_counts(scan_id, "default"),
            ran=adopted,
            rules={**{rule.id: rule for rule in book.load().rules}, **axe.table()},
            picture=picture,
            language=language,
        )

    def summary(self, scan_id: int, language: str = "nl", *, most: int = 10) -> Summary:
        """The scan in a few lines for a terminal."""
        from eaa_checker.report.terminal import summary

        return summary(self.report(scan_id, language), language, most=most)

    def export(self, scan_id: int, format: str, path: Path, *, language: str = "nl") -> Path:
        """Writes a scan as csv, xlsx, ods, json, earl, html, sarif or wcag-em; gives the path of the file.

        Raises BadInput for an unknown format, ExportProblem or StoreIsFull when it cannot be written; then no
        half-written file is left.
        """
        from eaa_checker.report.writing import write

        return write(self.report(scan_id, language), format, path, language)

    @staticmethod
    def schema(name: str) -> dict[str, Any]:
        """The JSON Schema of a JSON export: ``observations`` (of a scan), ``case`` or ``monitoring``."""
        from eaa_checker.report.json_file import schema

        return schema(name)

    # -- words and the machine ----------------------------------------------------------------------------------

    def requirement_words(self, key: str, language: str) -> str:
        """A requirement for a list, e.g. ``1.1.1 Niet-tekstuele content (A)``; the key itself when it is unknown."""
        try:
            requirement = norms.requirement(key)
        except norms.UnknownRequirement:
            return key
        number = key.partition(":")[2]
        level = f" ({requirement.level})" if requirement.level else ""
        return f"{number} {requirement.title.say(language)}{level}"

    def requirement_url(self, key: str) -> str:
        """Where the requirement can be read; empty when unknown."""
        try:
            return norms.requirement(key).url
        except norms.UnknownRequirement:
            return ""

    def statement_words(self, fps: str, language: str) -> str:
        """Who a functional performance statement is about, e.g. "mensen die niet kunnen zien"."""
        return norms.statement(fps).who.say(language)

    def act(
        self,
        cases: str,
        folder: Path | None = None,
        *,
        answers: Path | None = None,
        only: Collection[str] = (),
        parallel: int = 2,
        progress: Callable[[CaseResult], None] = lambda _: None,
    ) -> ActRun:
        """Runs the rule book over W3C's ACT test cases and counts as W3C does; see ``eaa_checker.conformance``.

        *cases*: path or web address of a ``testcases.json``. *folder*: where its files are (default: beside it).
        Raises UnreadableFile, NoBrowser.
        """
        from eaa_checker.conformance.act import run_act

        return run_act(self.settings, cases, folder, answers=answers, only=only, parallel=parallel, progress=progress)

    def doctor(self) -> Diagnosis:
        """What is installed, which browser is used and why, what is missing and the command that mends it."""
        from eaa_checker.diagnosis import diagnose

        return diagnose(self.settings)
