"""The desk where samples are composed, drawn, checked and approved."""

from __future__ import annotations

from datetime import UTC, datetime

from eaa_checker.casework.draws import Draws
from eaa_checker.casework.grounds import ground
from eaa_checker.casework.monitoring import SampleSize, remarks, sample_sizes, source
from eaa_checker.casework.sample_check import check, random_wanted
from eaa_checker.domain.sample import Check, PageDecision, Sample, SampleState
from eaa_checker.errors import NotAllowed
from rules.contract import Words


class SampleDesk(Draws):
    """What people do with samples. Every change is a decision in the trail."""

    def check(self, sample_id: int) -> tuple[Check, ...]:
        """Every point of the quality check. Raises NotFound."""
        sample = self._store.samples.sample(sample_id)
        case = self._store.cases.case(sample.case_id)
        target = self._store.target(sample.target_id)
        pages = self._store.samples.pages(sample_id)
        newest = self._store.samples.last_captures(target.id)
        captures = {
            page.address: self._store.capture(newest[page.address])
            for page in pages
            if page.decision is PageDecision.CONFIRMED and page.by_machine and page.address in newest
        }
        return check(
            sample,
            case.kind,
            pages,
            self._store.samples.absences(sample_id),
            self._store.samples.frame(sample_id),
            self._evidence(captures),
            emergency=target.emergency,
        )

    def sizes(
        self, population: int, *, websites: int | None = None, apps: int | None = None
    ) -> tuple[SampleSize, ...]:
        """How many sites and apps a year's monitoring takes by decision 2018/1524; an aid in planning."""
        return sample_sizes(population, websites=websites, apps=apps)

    def size_remarks(self) -> tuple[Words, ...]:
        """What must be said with the sizes; the last one names the source."""
        cited = Words(f"Bron: {source()}, bijlage I, punt 2.1.", f"Source: {source()}, annex I, point 2.1.")
        return (*remarks(), cited)

    def random_wanted(self, sample_id: int) -> int:
        """Pages that the random part should have now. Raises NotFound."""
        sample = self._store.samples.sample(sample_id)
        chosen = self._store.samples.pages(sample_id, [PageDecision.CONFIRMED])
        kind = self._store.cases.case(sample.case_id).kind
        return random_wanted(chosen, self._store.samples.frame(sample_id), kind)

    def approve(self, sample_id: int, *, version: int | None = None) -> Sample:
        """Testing may begin; from now on the pages are fixed. Raises NotAllowed when a check fails, EditedMeanwhile."""
        sample, _, _ = self._composing(sample_id)
        failed = [point for point in self.check(sample_id) if not point.passed]
        if failed:
            raise NotAllowed(
                "De kwaliteitscheck is niet gehaald. " + " ".join(point.nl for point in failed),
                "The quality check is not passed. " + " ".join(point.en for point in failed),
                mend=f"eaa-checker sample check {sample_id}",
            )
        values = {
            "state": SampleState.APPROVED.value,
            "approved": datetime.now(UTC),
            "approved_by": self._actor.name,
        }
        return self._store.samples.set(
            self._actor, sample_id, version or sample.version, values, "sample.approved"
        )

    def reopen(self, sample_id: int, reason: str, *, version: int | None = None) -> Sample:
        """Opens an approved sample again, as long as no visit was made. Raises NotAllowed, BadInput, NotFound."""
        why = ground(reason, "om de steekproef te heropenen", "to reopen the sample")
        sample = self._store.samples.sample(sample_id)
        self._open_case(sample.case_id)
        if sample.state is SampleState.DRAFT:
            raise NotAllowed("De steekproef is nog in opbouw.", "The sample is still being composed.")
        if any(visit.scan_id is not None for visit in self._store.samples.visits(sample_id)):
            raise NotAllowed(
                "De pagina's zijn al bezocht: de steekproef staat vast, anders zijn bezoeken niet te vergelijken.",
                "The pages were visited already: the sample is fixed, or visits could not be compared.",
            )
        values = {"state": SampleState.DRAFT.value, "approved": None, "approved_by": ""}
        return self._store.samples.set(
            self._actor, sample_id, version or sample.version, values, "sample.reopened", ground=why
        )
