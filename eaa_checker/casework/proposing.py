"""Pages proposed for a sample: from a crawl of the target, or taken over from the case that this one follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import orjson

from eaa_checker.casework.composing import Composing, visited_by_machine
from eaa_checker.casework.grounds import ground
from eaa_checker.casework.page_clues import PageClues, clues_of
from eaa_checker.casework.page_types import proposals
from eaa_checker.casework.sample_check import Evidence
from eaa_checker.crawl.scope import Scope
from eaa_checker.domain.capture import Capture, PartKind
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.sample import PageDecision, PageState, SamplePage, SamplePart
from eaa_checker.domain.web_address import parse_address
from eaa_checker.errors import EvidenceDamaged, NotAllowed, NotFound


class Proposing(Composing):
    """The part of the sample's desk where pages are proposed."""

    def propose(self, sample_id: int, scan_id: int | None = None) -> Sequence[SamplePage]:
        """Proposes pages from an ended crawl of the target (default: the newest); gives what stands proposed now.

        What was decided stays; earlier proposals make room. Raises NotFound, NotAllowed, BadInput.
        """
        sample, _, target = self._composing(sample_id)
        scan = self._crawl(target, scan_id)
        lines = self._store.addresses(scan)
        as_loaded = (one for one in self._store.captures(scan) if one.state == PageState.DEFAULT)
        evidence = self._evidence({capture.address: capture for capture in as_loaded})
        found = proposals(parse_address(target.address), lines, evidence.clues, emergency=target.emergency)
        scope = Scope(target.address, target.extra_hosts)
        pages = [
            SamplePage(
                id=0,
                sample_id=sample_id,
                address=one.line.address,
                title=one.line.title,
                type=one.type,
                decision=PageDecision.PROPOSED,
                part=SamplePart.STRUCTURED,
                grounds=one.grounds,
                found=one.line.found_by.value,
                found_on=one.line.found_on,
                ending=one.line.ending.value,
                also=one.also,
                process=one.process,
                step=one.step,
                by_machine=visited_by_machine(one.line.address, scope, one.line.ending),
            )
            for one in found
        ]
        self._store.samples.propose(self._actor, sample.id, scan, pages)
        return self.pages(sample_id, PageDecision.PROPOSED)

    def take_over(self, sample_id: int, reason: str) -> Sequence[SamplePage]:
        """Confirms the same pages, states and explanations as in the case that this one follows: a re-inspection
        looks at what was looked at. Gives the pages taken over; those that are here already stay as they are.

        Raises NotAllowed (the case follows none, or that one has no sample of the target), BadInput, NotFound.
        """
        why = ground(reason, "om de eerdere steekproef over te nemen", "to take over the earlier sample")
        sample, case, target = self._composing(sample_id)
        earlier = None
        if case.follows_id is not None:
            before = self._store.samples.samples(case.follows_id)
            earlier = next((one for one in before if one.target_id == sample.target_id), None)
        if earlier is None:
            raise NotAllowed(
                f"Onderzoek {case.id} volgt niet op een onderzoek met een steekproef van “{target.name}”.",
                f"Case {case.id} does not follow a case with a sample of “{target.name}”.",
                mend=f"eaa-checker sample propose {case.id}",
            )
        known = {page.address for page in self._store.samples.pages(sample_id)}
        confirmed = self._store.samples.pages(earlier.id, [PageDecision.CONFIRMED])
        now = datetime.now(UTC)
        for page in confirmed:
            if page.address not in known:
                same = replace(page, sample_id=sample_id, decided_by=self._actor.name, decided=now)
                self._store.samples.add_page(self._actor, same, why)
        for absence in self._store.samples.absences(earlier.id):
            self._store.samples.explain(self._actor, sample_id, absence.type, absence.reason)
        self.name_states(sample_id, earlier.states)
        return [page for page in self.pages(sample_id) if page.address in {one.address for one in confirmed} - known]

    def _crawl(self, target: Target, scan_id: int | None) -> int:
        """The number of an ended crawl of the target. Raises NotAllowed, NotFound."""
        if scan_id is None:
            crawls = [s for s in self._store.scans(target.id) if s.state.ended and s.tested and not s.options.addresses]
            if not crawls:
                raise NotFound(
                    f"Er is nog geen afgeronde scan van “{target.name}” om pagina's uit voor te stellen.",
                    f"There is no ended scan of “{target.name}” yet to propose pages from.",
                    mend=f"eaa-checker scan {target.id}",
                )
            return crawls[0].id
        scan = self._store.scan(scan_id)
        if scan.target_id != target.id or not scan.state.ended:
            raise NotAllowed(
                f"Scan {scan_id} is geen afgeronde scan van “{target.name}”.",
                f"Scan {scan_id} is not an ended scan of “{target.name}”.",
            )
        return scan.id

    def _evidence(self, captures: dict[str, Capture]) -> Evidence:
        clues: dict[str, PageClues] = {}
        for address, capture in captures.items():
            tree = capture.part(PartKind.TREE)
            if tree is None:
                continue
            try:
                clues[address] = clues_of(orjson.loads(self._store.evidence.get(tree.sha256)))
            except (EvidenceDamaged, orjson.JSONDecodeError, KeyError, IndexError):
                continue  # proposals rest on addresses and titles too; `backup verify` tells of damaged evidence
        return Evidence(captures, clues)
