"""Gathers what is sealed: of a single scan, or of a case with its rounds, sample, answers, findings and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import rules
from eaa_checker.domain.case import Case
from eaa_checker.domain.dossier import DossierMatter, Examiner, ScanMatter, Signature
from eaa_checker.domain.finding import Finding, FindingPlace, FindingState
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import Scan
from eaa_checker.domain.trail import Entry
from eaa_checker.dossier import instrument
from eaa_checker.dossier.facts import value_of
from eaa_checker.errors import NotAllowed
from eaa_checker.store import Store

WCAG_OF = "EN 301 549 {} (WCAG 2.1 A, AA)"
LEFT_OUT = "[weggelaten: hieraan zou een melder te herkennen zijn / left out: might tell who reported]"
"""In the place of the words of a decision."""
_MANY = 10_000_000
"""Places of one observation: all of them."""


class Gathering:
    """Reads the store; changes nothing but that it keeps the instrument in force where an older scan kept none."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_scan(
        self, scan_id: int, examiner: Examiner, signature: Signature | None, description: str, edition: str
    ) -> DossierMatter:
        """A plain scan. Raises NotFound, NotAllowed when it has not ended."""
        one = self._scan(scan_id)
        scan, options = one.scan, one.scan.options
        target = self._store.target(scan.target_id)
        sample: dict[str, Any] = {
            "method": "named pages" if options.addresses else "crawl from the start address",
            "start": scan.address,
            "max_pages": options.max_pages,
            "depth": options.depth,
            "addresses": list(options.addresses),
        }
        subjects = (f"scan:{scan_id}", f"target:{target.id}", f"organisation:{target.organisation_id}")
        return self._whole(
            DossierMatter(
                subject=f"scan:{scan_id}",
                title=f"{scan.target_name}, scan {scan_id}",
                organisation=scan.organisation_name,
                target=scan.target_name,
                address=scan.address,
                kind=f"scan, {scan.options.profile.nl}",
                norm=edition,
                examiner=examiner,
                signature=signature,
                description=description,
                scans=(one,),
                sample=sample,
                decisions=tuple(self._decisions(subjects)),
            )
        )

    def of_case(
        self, case_id: int, examiner: Examiner, signature: Signature | None, description: str
    ) -> DossierMatter:
        """A case with everything in it. Raises NotFound, NotAllowed when one of its scans has not ended."""
        store = self._store
        case = store.cases.case(case_id)
        rounds = store.cases.rounds(case_id)
        scans = tuple(self._scan(id) for id in dict.fromkeys(id for one in rounds for id in one.scan_ids))
        targets = [store.target(id) for id in case.target_ids]
        samples = store.samples.samples(case_id)
        findings = self._findings(case_id)
        answers = store.manual.answers(case_id)
        # Issued letters as they went out, byte for byte, and whatever people attached.
        letters = [letter for letter in reversed(store.letters.letters(case_id)) if letter.files]
        files = [file for letter in letters for file in letter.files]
        files += [(file.name, file.sha256) for file in store.manual.attachments(case_id)]
        subjects = [f"case:{case_id}"]
        subjects += [f"finding:{finding.id}" for finding in findings]
        subjects += [f"answer:{answer.id}" for answer in answers]
        subjects += [f"sample:{sample.id}" for sample in samples]
        subjects += [f"target:{target.id}" for target in targets]
        subjects += [f"letter:{letter.id}" for letter in letters]
        subjects += [f"deadline:{one.id}" for one in store.deadlines.deadlines(case_id)]
        subjects += [f"reply:{one.id}" for one in store.replies.replies(case_id)]
        verdicts = [v for one in rounds for v in store.manual.verdicts(case_id, one.number).values()]
        told: list[Mapping[str, Any]] = []
        for name, values in (
            ("answer", answers),
            ("overrule", store.manual.overrules(case_id).values()),
            ("verdict", verdicts),
        ):
            told += [{"what": name, **value_of(value)} for value in values]
        return self._whole(
            DossierMatter(
                subject=f"case:{case_id}",
                title=case.title,
                organisation="; ".join(dict.fromkeys(target.organisation_name for target in targets)),
                target="; ".join(target.name for target in targets),
                address="; ".join(target.address for target in targets),
                kind=case.kind.nl,
                norm=WCAG_OF.format(case.edition),
                examiner=examiner,
                scans=scans,
                case_number=case.number,
                description=description,
                signature=signature,
                sample=self._samples(case, [sample.id for sample in samples], value_of(rounds)),
                findings=tuple(_finding(finding) for finding in findings),
                answers=tuple(told),
                decisions=tuple(self._discreet(one, case.signal_ids) for one in self._decisions(subjects)),
                attachments=tuple(files),
            )
        )

    def _scan(self, scan_id: int) -> ScanMatter:
        store = self._store
        scan = store.scan(scan_id)
        if not scan.state.ended:
            raise NotAllowed(
                f"Scan {scan_id} is nog niet afgelopen; alleen wat niet meer verandert kan worden verzegeld.",
                f"Scan {scan_id} has not ended; only what no longer changes can be sealed.",
            )
        return ScanMatter(
            scan=scan,
            lines=tuple(store.addresses(scan_id)),
            captures=tuple(store.captures(scan_id)),
            observations=lambda: store.iterate_observations(scan_id, places=_MANY),
            passed=store.passed_counts(scan_id),
            states=tuple(store.state_lines(scan_id)),
        )

    def _whole(self, matter: DossierMatter) -> DossierMatter:
        """*matter* with the instruments that judged, and with what is known of personal data in it."""
        books: dict[str, str] = {}
        for one in matter.scans:
            version, sha256 = _book_of(one.scan)
            if not sha256 and version == rules.VERSION:
                sha256, _ = self._store.evidence.put(instrument.packed(), instrument.MEDIA_TYPE)
            if sha256:
                name = version if books.get(version, sha256) == sha256 else f"{version}-{sha256[:12]}"
                books[name] = sha256
        parts = {part.sha256 for one in matter.scans for capture in one.captures for part in capture.parts}
        parts |= {sha256 for _, sha256 in matter.attachments}
        return replace(
            matter,
            instruments=books,
            blurred={copy.original: copy.copy for copy in self._store.dossiers.blurred(parts)},
            by_catch=tuple(self._store.dossiers.by_catch(parts)),
        )

    def _findings(self, case_id: int) -> list[Finding]:
        found: list[Finding] = []
        while True:
            page = self._store.findings.findings(case_id, offset=len(found))
            found += page
            if not page:
                return found

    def _samples(self, case: Case, sample_ids: Iterable[int], rounds: list[Any]) -> dict[str, Any]:
        store = self._store
        told = [
            {
                **value_of(store.samples.sample(id)),
                "pages": value_of(store.samples.pages(id)),
                "absences": value_of(store.samples.absences(id)),
                "frame": value_of(store.samples.frame(id)),
                "planned_visits": value_of(store.samples.visits(id)),
            }
            for id in sample_ids
        ]
        return {"samples": told, "rounds": rounds, "case": value_of(case)} if told else {}

    def _decisions(self, subjects: Iterable[str]) -> list[Entry]:
        found = [entry for subject in dict.fromkeys(subjects) for entry in self._store.trail.entries(subject)]
        return sorted(found, key=lambda entry: entry.number)

    def _discreet(self, entry: Entry, signal_ids: Iterable[int]) -> Entry:
        """*entry* as outsiders may read it: what a person wrote before a signal was part of the case may name its
        reporter. The trail itself stays as it is, and so does the seal."""
        texts = (entry.ground, *_texts(entry.details))
        if any(self._store.signals.gives_away(id, *texts) for id in signal_ids):
            return replace(entry, ground=LEFT_OUT, details={"left_out": LEFT_OUT})
        return entry


def _texts(value: Any) -> Iterator[str]:
    """All texts in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)


def _book_of(scan: Scan) -> tuple[str, str]:
    told = scan.circumstances
    return str(told.get("rule_book", "")), str(told.get("instrument_sha256", ""))


def _finding(finding: Finding) -> dict[str, Any]:
    """A finding with the names that a dossier's checklist and pages ask for, and all the rest as it is."""
    place = "; ".join(f"{one.address} ({_state(one)}) {' ▸ '.join(one.path)}".strip() for one in finding.places)
    return {
        "number": finding.label,
        "standing": finding.state.value,
        "established": finding.state is FindingState.APPROVED,
        "title": finding.text.title,
        "fact": finding.text.fact,
        "place": place,
        "state": ", ".join(dict.fromkeys(_state(one) for one in finding.places)),
        "requirement": finding.requirement,
        "norm_version": finding.edition,
        "stability": finding.stability.nl,
        "consequence": finding.text.consequence,
        "impact": finding.text.impact.nl,
        "repair": finding.text.repair,
        "evidence": [proof.reference for proof in finding.proofs],
        "author": finding.author,
        "reviewer": finding.reviewer,
        "whole": value_of(finding),
    }


def _state(place: FindingPlace) -> str:
    """The state of the page in words; ``default`` for the page as it loads."""
    others = (state for state in PageState if state is not PageState.DEFAULT)
    return next((state.nl for state in others if state.value == place.page_state), place.page_state)
