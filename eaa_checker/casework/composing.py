"""Composing a sample: begun for a target, and what the inspector decides about each page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from eaa_checker.casework.grounds import ground, not_too_long
from eaa_checker.casework.sample_check import required_types
from eaa_checker.crawl.links import document_kind
from eaa_checker.crawl.scope import Scope
from eaa_checker.domain.address import Ending, FoundBy
from eaa_checker.domain.case import Case, CaseState
from eaa_checker.domain.organisation import Target, TargetKind
from eaa_checker.domain.sample import (
    Absence,
    Frame,
    PageDecision,
    PageState,
    PageType,
    Sample,
    SamplePage,
    SamplePart,
    SampleState,
)
from eaa_checker.domain.trail import Actor
from eaa_checker.domain.web_address import parse_address
from eaa_checker.errors import AlreadyExists, BadInput, NotAllowed
from eaa_checker.store import Store

MOST_VISITS = 20


class Composing:
    """The part of the sample's desk where its pages are chosen."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    # -- reading ------------------------------------------------------------------------------------------------

    def show(self, sample_id: int) -> Sample:
        """Raises NotFound."""
        return self._store.samples.sample(sample_id)

    def list(self, case_id: int) -> Sequence[Sample]:
        """The samples of a case, one for each target where it was begun."""
        return self._store.samples.samples(case_id)

    def pages(self, sample_id: int, *decisions: PageDecision) -> Sequence[SamplePage]:
        """The pages of a sample, by type. Raises NotFound."""
        return self._store.samples.pages(sample_id, decisions)

    def page(self, page_id: int) -> SamplePage:
        """Raises NotFound."""
        return self._store.samples.page(page_id)

    def absences(self, sample_id: int) -> Sequence[Absence]:
        """Page types that the target does not have, with why."""
        return self._store.samples.absences(sample_id)

    def frame(self, sample_id: int) -> Frame | None:
        """The frozen frame, once the random part was drawn."""
        return self._store.samples.frame(sample_id)

    def required(self, sample_id: int) -> tuple[PageType, ...]:
        """The page types that the sample must have or explain. Raises NotFound."""
        sample = self._store.samples.sample(sample_id)
        target = self._store.target(sample.target_id)
        return required_types(self._store.cases.case(sample.case_id).kind, emergency=target.emergency)

    # -- choosing -----------------------------------------------------------------------------------------------

    def begin(self, case_id: int, target_id: int, *, visits: int = 3) -> Sample:
        """The sample of a target of the case; begun when there is none yet.

        Raises NotAllowed (the target is not in the case, or no web site; the case is not open), BadInput, NotFound.
        """
        case = self._open_case(case_id)
        target = self._store.target(target_id)
        if target.id not in case.target_ids:
            raise NotAllowed(
                f"Object “{target.name}” hoort niet bij onderzoek {case_id}.",
                f"Target “{target.name}” is not part of case {case_id}.",
                mend=f"eaa-checker case edit {case_id} --target {target_id}",
            )
        if target.kind is not TargetKind.WEB_SITE:
            raise NotAllowed(
                f"“{target.name}” is een {target.kind.nl}; een steekproef van pagina's hoort bij een website.",
                f"“{target.name}” is: {target.kind.en}; a sample of pages belongs to a web site.",
            )
        return self._store.samples.begin(self._actor, case_id, target_id, _visits(visits))

    def add(
        self,
        sample_id: int,
        address: str,
        type: PageType,
        reason: str,
        *,
        also: Sequence[PageType] = (),
        process: str = "",
        step: int = 0,
    ) -> SamplePage:
        """A page that the inspector names, confirmed at once. A page of another host is examined by hand.

        Raises NotAnAddress, AlreadyExists, BadInput, NotAllowed, NotFound.
        """
        why = ground(reason, "waarom deze pagina in de steekproef hoort", "why this page belongs in the sample")
        sample, _, target = self._composing(sample_id)
        clean = parse_address(address)
        scope = Scope(target.address, target.extra_hosts)
        for page in self._store.samples.pages(sample_id):
            if scope.identity(page.address) == scope.identity(clean):
                raise AlreadyExists(
                    f"Deze pagina staat al in de steekproef: {page.id} ({page.type.nl}, {page.decision.nl}).",
                    f"This page is in the sample already: {page.id} ({page.type.en}, {page.decision.en}).",
                    mend=f"eaa-checker sample confirm {page.id} --reason …",
                )
        title = ending = ""
        if sample.scan_id is not None:
            known = self._store.samples.lines([sample.scan_id])[sample.scan_id].get(clean)
            title, ending = (known.title, known.ending.value) if known else ("", "")
        page = SamplePage(
            id=0,
            sample_id=sample_id,
            address=clean,
            title=title,
            type=type,
            decision=PageDecision.CONFIRMED,
            part=SamplePart.STRUCTURED,
            grounds=(),
            found=FoundBy.INSPECTOR.value,
            ending=ending,
            reason=why,
            also=tuple(t for t in dict.fromkeys(also) if t is not type),
            process=_step(process, step),
            step=step,
            by_machine=visited_by_machine(clean, scope, Ending(ending) if ending else Ending.WAITING),
            decided_by=self._actor.name,
            decided=datetime.now(UTC),
        )
        return self._store.samples.add_page(self._actor, page, why)

    # -- deciding -----------------------------------------------------------------------------------------------

    def confirm(
        self,
        page_id: int,
        reason: str,
        *,
        type: PageType | None = None,
        also: Sequence[PageType] | None = None,
        process: str | None = None,
        step: int | None = None,
        despite: str | None = None,
        version: int | None = None,
    ) -> SamplePage:
        """The page belongs in the sample, for a *reason*; what else is given is changed with it.

        *despite*: why it may stay although the check doubts what was captured.
        Raises BadInput, NotAllowed (approved sample, ended case), EditedMeanwhile, NotFound.
        """
        why = ground(reason, "waarom deze pagina in de steekproef hoort", "why this page belongs in the sample")
        page = self._store.samples.page(page_id)
        self._composing(page.sample_id)
        values: dict[str, Any] = {"decision": PageDecision.CONFIRMED.value, "reason": why}
        main = type or page.type
        if type is not None:
            values["type"] = type.value
        if type is not None or also is not None:
            others = page.also if also is None else also
            values["also"] = [t.value for t in dict.fromkeys(others) if t is not main]
        if process is not None or step is not None:
            number = page.step if step is None else step
            values["process"] = _step(page.process if process is None else process, number)
            values["step"] = number
        if despite is not None:
            values["despite"] = not_too_long(despite.strip())
        return self._store.samples.decide(
            self._actor, page_id, version or page.version, values, "sample.page-confirmed", why
        )

    def refuse(self, page_id: int, reason: str, *, version: int | None = None) -> SamplePage:
        """The page does not belong in the sample, for a *reason*. A page that was drawn cannot be refused.

        Raises BadInput, NotAllowed, EditedMeanwhile, NotFound.
        """
        why = ground(reason, "waarom deze pagina niet in de steekproef hoort", "why this page is left out")
        page = self._store.samples.page(page_id)
        self._composing(page.sample_id)
        if page.part is SamplePart.RANDOM:
            raise NotAllowed(
                "Deze pagina is aselect getrokken; wie haar weglaat, maakt de trekking ongeldig. Trek zo nodig "
                "opnieuw, met reden.",
                "This page was drawn at random; leaving it out would make the draw void. Draw anew if need be, with a "
                "reason.",
                mend=f"eaa-checker sample draw {page.sample_id} --anew --reason …",
            )
        values = {"decision": PageDecision.REFUSED.value, "reason": why}
        return self._store.samples.decide(
            self._actor, page_id, version or page.version, values, "sample.page-refused", why
        )

    def explain(self, sample_id: int, type: PageType, reason: str) -> Sequence[Absence]:
        """The target has no page of that type, and how that is known. Raises BadInput, NotAllowed, NotFound."""
        why = ground(reason, f"waarom er geen pagina “{type.nl}” is", f"why there is no page “{type.en}”")
        self._composing(sample_id)
        self._store.samples.explain(self._actor, sample_id, type, why)
        return self.absences(sample_id)

    def withdraw_explanation(self, sample_id: int, type: PageType) -> Sequence[Absence]:
        """Takes an explanation back. Raises NotAllowed, NotFound."""
        self._composing(sample_id)
        self._store.samples.explain(self._actor, sample_id, type, "")
        return self.absences(sample_id)

    def name_states(self, sample_id: int, states: Sequence[PageState], *, version: int | None = None) -> Sample:
        """The states in which the pages are examined; the default one is always among them.

        Raises NotAllowed, EditedMeanwhile, NotFound.
        """
        sample, _, _ = self._composing(sample_id)
        chosen = [state.value for state in PageState if state in states or state is PageState.DEFAULT]
        return self._store.samples.set(
            self._actor, sample_id, version or sample.version, {"states": chosen}, "sample.states-named"
        )

    def set_visits(self, sample_id: int, visits: int, reason: str, *, version: int | None = None) -> Sample:
        """How often each page is visited in a round. Fewer than two can show nothing as steady.

        Raises BadInput, NotAllowed, EditedMeanwhile, NotFound.
        """
        why = ground(reason, "voor een ander aantal bezoeken", "for another number of visits")
        sample, _, _ = self._composing(sample_id)
        return self._store.samples.set(
            self._actor, sample_id, version or sample.version, {"visits": _visits(visits)}, "sample.visits-set",
            ground=why,
        )  # fmt: skip

    # -- rules --------------------------------------------------------------------------------------------------

    def _open_case(self, case_id: int) -> Case:
        case = self._store.cases.case(case_id)
        if case.state is not CaseState.OPEN:
            raise NotAllowed(
                f"Onderzoek {case_id} is {case.state.nl}.",
                f"Case {case_id} is {case.state.en}.",
                mend=f"eaa-checker case reopen {case_id} --reason …",
            )
        return case

    def _composing(self, sample_id: int) -> tuple[Sample, Case, Target]:
        """The sample with its open case and target. That it is a draft is seen to where it is written."""
        sample = self._store.samples.sample(sample_id)
        if sample.state is not SampleState.DRAFT:
            raise NotAllowed(
                f"Steekproef {sample_id} is goedgekeurd; de pagina's staan vast.",
                f"Sample {sample_id} was approved; its pages are fixed.",
                mend=f"eaa-checker sample reopen {sample_id} --reason …",
            )
        return sample, self._open_case(sample.case_id), self._store.target(sample.target_id)


def _visits(number: int) -> int:
    if not 1 <= number <= MOST_VISITS:
        raise BadInput(
            f"Een pagina wordt 1 tot {MOST_VISITS} keer bezocht.", f"A page is visited 1 to {MOST_VISITS} times."
        )
    return number


def _step(process: str, step: int) -> str:
    """The name of the process. Raises BadInput when name and step do not go together."""
    name = not_too_long(" ".join(process.split()))
    if bool(name) != (step > 0):
        raise BadInput(
            "Geef bij een proces ook de stap (1, 2, 3 …), en bij een stap het proces.",
            "Give the step (1, 2, 3 …) with a process, and the process with a step.",
        )
    return name


def visited_by_machine(address: str, scope: Scope, ending: Ending) -> bool:
    """A browser can visit it: on a host of the target, and no document."""
    document = ending in (Ending.DOCUMENT, Ending.DOWNLOAD) or document_kind("", address) is not None
    return scope.contains(address) and not document
