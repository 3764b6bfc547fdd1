"""Monitoring of a period for a report under Implementing Decision (EU) 2018/1524: counted from examinations.

Only what people examined counts, in the first round of each case: what was repaired later does not make a site
accessible when it was monitored. *Not tested* is never a pass, and simplified monitoring never shows conformance.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from eaa_checker.casework.monitoring_tables import method_of, tables_of
from eaa_checker.casework.testing import requirements_of
from eaa_checker.domain.case import Case, CasePhase, CaseState
from eaa_checker.domain.finding import FindingState
from eaa_checker.domain.manual import Outcome
from eaa_checker.domain.monitoring import (
    METHODS,
    MONITORED,
    Level,
    MonitoredObject,
    MonitoringPeriod,
    MonitoringReport,
)
from eaa_checker.domain.organisation import Organisation, Target
from eaa_checker.domain.sample import PageDecision
from eaa_checker.errors import BadInput
from eaa_checker.report import monitoring_files
from eaa_checker.store import Store
from rules.contract import Verdict


class MonitoringDesk:
    """Counts; changes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def report(self, period: MonitoringPeriod) -> MonitoringReport:
        """The tables and the method of a period. Raises BadInput for a period that ends before it begins."""
        _checked(period)
        now = self._objects(period.first, period.last)
        before: list[MonitoredObject] | None = None
        if period.previous_first is not None and period.previous_last is not None:
            before = self._objects(period.previous_first, period.previous_last)
        return MonitoringReport(period, tables_of(period, now, before), method_of(period, now))

    def write(self, period: MonitoringPeriod, format: str, path: Path, *, language: str = "nl") -> Path:
        """Writes the report to *path* as ods, json or csv (a ZIP with a file per table); gives the path.

        Raises BadInput; ExportProblem or StoreIsFull when it cannot be written: *path* is then as it was.
        """
        return monitoring_files.write(self.report(period), format, path, language)

    def _objects(self, first: date, last: date) -> list[MonitoredObject]:
        """Every web site and app examined in those days, by case."""
        owners = {organisation.id: organisation for organisation in self._store.organisations()}
        found: list[MonitoredObject] = []
        for case in reversed(self._store.cases.cases()):
            if case.kind not in METHODS or case.state is CaseState.STOPPED:
                continue
            if not first <= case.examination_date <= last or case.phase.place < CasePhase.ACTION.place:
                continue
            found += self._of_case(case, owners)
        return found

    def _of_case(self, case: Case, owners: dict[int, Organisation]) -> list[MonitoredObject]:
        store = self._store
        targets = [t for t in map(store.target, case.target_ids) if t.kind in MONITORED]
        if not targets:
            return []
        first = store.cases.rounds(case.id)[0]
        verdicts = store.manual.verdicts(case.id, first.number)
        outcomes = tuple(
            (key, verdicts[key].outcome if key in verdicts else Outcome.UNTESTED)
            for key in requirements_of(store, case)
            if not key.startswith("c112:")
        )
        approved = store.findings.findings(case.id, states=(FindingState.APPROVED,), limit=100_000)
        samples = {sample.target_id: sample.id for sample in store.samples.samples(case.id)}
        scans = [store.scan(id) for id in first.scan_ids]
        made: list[MonitoredObject] = []
        for target in targets:
            mine = [scan for scan in scans if scan.target_id == target.id and scan.state.ended]
            owner = owners.get(target.organisation_id)
            sector = owner.kind if owner is not None else ""
            made.append(
                MonitoredObject(
                    case_id=case.id,
                    case_number=case.number,
                    target_id=target.id,
                    name=target.name,
                    address=target.address,
                    organisation=target.organisation_name,
                    sector=sector,
                    level=level_of(sector),
                    kind=target.kind,
                    method=METHODS[case.kind],
                    edition=case.edition,
                    day=case.examination_date,
                    pages=len(store.samples.pages(samples[target.id], [PageDecision.CONFIRMED]))
                    if target.id in samples
                    else 0,
                    outcomes=outcomes,
                    findings=len(approved),
                    machine=self._seen(target, [scan.id for scan in mine]),
                    pages_tested=max((scan.tested for scan in mine), default=0),
                    shared=len(targets) > 1,
                )
            )
        return made

    def _seen(self, target: Target, scan_ids: Iterable[int]) -> tuple[str, ...]:
        """Requirements on which the machine saw a barrier at the target."""
        keys: set[str] = set()
        for scan_id in scan_ids:
            for one in self._store.observations(scan_id, verdicts=(Verdict.FAILED,), places=0):
                keys.update(one.requirements)
        return tuple(sorted(keys))


def level_of(sector: str) -> Level:
    """The level of a kind of body; *unknown* where the table does not name it."""
    said = sector.strip().casefold()
    for level, words in _levels().items():
        if any(said.startswith(word) for word in words):
            return level
    return Level.UNKNOWN


@cache
def _levels() -> dict[Level, tuple[str, ...]]:
    told = json.loads(files("eaa_checker.casework").joinpath("monitoring_levels.json").read_text("utf-8"))
    return {
        level: tuple(word.casefold() for word in told[level.value]) for level in Level if level is not Level.UNKNOWN
    }


def _checked(period: MonitoringPeriod) -> None:
    if period.last < period.first:
        raise BadInput("De periode eindigt voor zij begint.", "The period ends before it begins.")
    if (period.previous_first is None) != (period.previous_last is None):
        raise BadInput(
            "Geef van de vorige periode de eerste en de laatste dag.", "Give the first and the last day of the period "
            "before.", mend="--previous-from … --previous-until …",
        )  # fmt: skip
    before, until = period.previous_first, period.previous_last
    if before is not None and until is not None and (until < before or until >= period.first):
        raise BadInput(
            "De vorige periode moet eindigen voordat deze begint.",
            "The period before must end before this one begins.",
        )
