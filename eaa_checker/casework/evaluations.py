"""Evaluations by others, read from a file of the WCAG-EM Report Tool: pages to propose, outcomes to look at.

Nothing in such a file is a verdict of ours. Its pages become proposals in the samples of a case; its outcomes become
proposals that stand beside the work of a person, who answers and judges as always. The file itself is kept as
evidence, and the outcomes are read from it each time, so that what is shown is what was sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from eaa_checker.casework.composing import visited_by_machine
from eaa_checker.casework.testing import keep_reporters_secret, open_case, requirements_of, round_of
from eaa_checker.crawl.scope import Scope
from eaa_checker.domain.address import Ending, FoundBy
from eaa_checker.domain.case import Case
from eaa_checker.domain.evaluation import EvaluatedPage, Evaluation, RowProblem, VerdictProposal
from eaa_checker.domain.manual import Attachment, Outcome
from eaa_checker.domain.organisation import Target, TargetKind
from eaa_checker.domain.sample import Ground, PageDecision, PageType, SamplePage, SamplePart, SampleState
from eaa_checker.domain.trail import Actor
from eaa_checker.domain.web_address import parse_address
from eaa_checker.errors import BadInput, EaaCheckerError, EvidenceDamaged, NotAnAddress, UnreadableFile
from eaa_checker.report.plain_text import cut
from eaa_checker.report.wcag_em_file import MEDIA_TYPE
from eaa_checker.report.wcag_em_reading import file_bytes, read_evaluation
from eaa_checker.store import Store
from eaa_checker.store.evaluations import KeptFile
from rules.contract import Words

KEPT_AS = f'{MEDIA_TYPE}; profile="http://www.w3.org/TR/WCAG-EM/"'
"""Media type under which the file is kept, which tells it from other attached files."""
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_SAID = 5
"""Rows told in an error; `preview` gives all of them."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file brings to a case, or did."""

    evaluation: Evaluation
    problems: tuple[RowProblem, ...]
    """Rows that cannot be used."""
    pages: tuple[tuple[int, SamplePage], ...]
    """Pages to propose, each with its target."""
    known_pages: int
    """Pages that the samples have already."""
    outcomes: int
    """Outcomes to look at; *not tested* is none."""
    untested: int
    """Rows that say *not tested*; they bring nothing."""
    sha256: str = ""
    """Of the kept file; empty as long as nothing is stored."""


class EvaluationDesk:
    """What people do with evaluations by others."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    def preview(self, case_id: int, file: Path) -> Intake:
        """What *file* would bring to the case; nothing is stored. Raises UnreadableFile, NotAllowed, NotFound."""
        return self._intake(open_case(self._store, case_id), file_bytes(file), file.name)

    def take_in(self, case_id: int, file: Path, *, leave_out: bool = False, note: str = "") -> Intake:
        """Proposes the pages of *file* for the samples of the case and keeps its outcomes to look at.

        All of it or nothing. Rows that cannot be used refuse the whole file, unless they may be left out
        (*leave_out*); the trail then names them. Raises UnreadableFile, BadInput, NotAllowed, NotFound.
        """
        case = open_case(self._store, case_id)
        data = file_bytes(file)
        found = self._intake(case, data, file.name)
        keep_reporters_secret(self._store, case, note, file.name, *_texts(found.evaluation))
        if found.problems and not leave_out:
            raise _refused(file.name, case_id, found.problems)
        if not found.pages and not found.outcomes:
            raise BadInput(
                f"{file.name} brengt niets nieuws in onderzoek {case_id}: geen pagina’s en geen uitkomsten.",
                f"{file.name} brings nothing new to case {case_id}: no pages and no outcomes.",
            )
        sha256, size = self._store.evidence.put(data, KEPT_AS)
        if any(one.sha256 == sha256 for one in self._kept(case_id)):
            raise BadInput(
                f"{file.name} is al ingelezen in onderzoek {case_id}.",
                f"{file.name} was read into case {case_id} already.",
                mend=f"eaa-checker case proposals {case_id}",
            )
        pages: dict[int, list[SamplePage]] = {}
        for target_id, page in found.pages:
            pages.setdefault(target_id, []).append(page)
        details = {
            "tool": found.evaluation.tool,
            "evaluator": found.evaluation.evaluator[:200],
            "outcomes": found.outcomes,
            "untested": found.untested,
            "left_out": [problem.say("en") for problem in found.problems[:100]],
        }
        kept = KeptFile(file.name, KEPT_AS, sha256, size, note.strip())
        self._store.evaluations.take_in(self._actor, case_id, kept, pages, details)
        return Intake(
            found.evaluation, found.problems, found.pages, found.known_pages, found.outcomes, found.untested, sha256
        )

    def proposals(self, case_id: int, requirement: str = "") -> list[VerdictProposal]:
        """Outcomes from every file that was read in, by requirement, each with where it comes from.

        Raises EvidenceDamaged when a kept file is gone or changed, NotFound.
        """
        case = self._store.cases.case(case_id)
        wanted = [key for key in requirements_of(self._store, case) if requirement in ("", key)]
        verdicts = self._store.manual.verdicts(case_id, round_of(self._store, case_id).number)
        found: list[VerdictProposal] = []
        for file in self._kept(case_id):
            try:
                evaluation, _ = read_evaluation(self._store.evidence.get(file.sha256), file.name)
            except UnreadableFile as error:  # it was readable when it was taken in
                raise EvidenceDamaged(error.nl, error.en) from error
            pages = {page.id: _address(page) or page.address for page in evaluation.pages}
            for one in evaluation.assertions:
                key = f"wcag:{one.criterion}"
                if one.outcome is Outcome.UNTESTED or key not in wanted:
                    continue
                verdict = verdicts.get(key)
                found.append(
                    VerdictProposal(
                        requirement=key,
                        outcome=one.outcome,
                        text=one.text,
                        address=pages.get(one.page, ""),
                        automatic=one.automatic,
                        evaluator=evaluation.evaluator,
                        evaluated=one.instant.isoformat() if one.instant else evaluation.date,
                        file=file.name,
                        sha256=file.sha256,
                        imported=file.added,
                        imported_by=file.author,
                        decided=verdict.outcome if verdict else Outcome.UNTESTED,
                    )
                )
        return sorted(found, key=lambda p: (wanted.index(p.requirement), p.address != "", p.address, p.imported))

    def _kept(self, case_id: int) -> list[Attachment]:
        """The files read in, in order."""
        files = self._store.manual.attachments(case_id, f"case:{case_id}")
        return [one for one in files if one.media_type == KEPT_AS]

    def _intake(self, case: Case, data: bytes, name: str) -> Intake:
        evaluation, unread = read_evaluation(data, name)
        problems = [*unread]
        pages, known = self._pages(case, evaluation, name, problems)
        keys = requirements_of(self._store, case)
        outcomes = untested = 0
        outside: dict[str, int] = {}
        for one in evaluation.assertions:
            if one.outcome is Outcome.UNTESTED:
                untested += 1
            elif f"wcag:{one.criterion}" in keys:
                outcomes += 1
            else:
                outside[one.criterion] = outside.get(one.criterion, 0) + 1
        for criterion, count in outside.items():
            problems.append(
                RowProblem(
                    f"WCAG {criterion}",
                    Words(
                        f"geen toetspunt van onderzoek {case.id}; {count} uitkomst(en)",
                        f"no requirement of case {case.id}; {count} outcome(s)",
                    ),
                )
            )
        return Intake(evaluation, tuple(problems), tuple(pages), known, outcomes, untested)

    def _pages(
        self, case: Case, evaluation: Evaluation, name: str, problems: list[RowProblem]
    ) -> tuple[list[tuple[int, SamplePage]], int]:
        """Pages to propose, each with its target, and the number that is known; what does not fit is a problem."""
        sites = [t for t in map(self._store.target, case.target_ids) if t.kind is TargetKind.WEB_SITE]
        scopes = [(target, Scope(target.address, target.extra_hosts)) for target in sites]
        samples = {sample.target_id: sample for sample in self._store.samples.samples(case.id)}
        there = {
            (target.id, scope.identity(page.address))
            for target, scope in scopes
            if target.id in samples
            for page in self._store.samples.pages(samples[target.id].id)
        }
        found: list[tuple[int, SamplePage]] = []
        known = 0
        for number, page in enumerate(evaluation.pages, 1):
            where = f"{'randomSample' if page.random else 'structuredSample'}, {number}"
            address = _address(page)
            fit = next(((t, s) for t, s in scopes if address and s.contains(address)), None)
            if not address:
                problems.append(_problem(where, "er staat geen webadres", "there is no web address"))
            elif fit is None:
                problems.append(
                    _problem(
                        where,
                        f"{cut(address, 200)} hoort bij geen website van onderzoek {case.id}",
                        f"{cut(address, 200)} is of no web site of case {case.id}",
                    )
                )
            elif (fit[0].id, fit[1].identity(address)) in there:
                known += 1
            elif fit[0].id in samples and samples[fit[0].id].state is not SampleState.DRAFT:
                problems.append(
                    _problem(
                        where,
                        f"{cut(address, 200)} staat niet in steekproef {samples[fit[0].id].id}, en die is goedgekeurd",
                        f"{cut(address, 200)} is not in sample {samples[fit[0].id].id}, which was approved",
                    )
                )
            else:
                there.add((fit[0].id, fit[1].identity(address)))
                found.append((fit[0].id, _proposed(page, address, fit[0], fit[1], evaluation, name)))
        return found, known


def _proposed(
    page: EvaluatedPage, address: str, target: Target, scope: Scope, evaluation: Evaluation, name: str
) -> SamplePage:
    """A proposal for the inspector; never as drawn at random, since our seed did not draw it."""
    who = cut(evaluation.evaluator, 100)
    of = Words("aselecte", "random") if page.random else Words("gerichte", "structured")
    by = Words(f" van {who}", f" by {who}") if who else Words("", "")
    home = scope.identity(address) == scope.identity(parse_address(target.address))
    return SamplePage(
        id=0,
        sample_id=0,
        address=address,
        title=cut(page.title, 500),
        type=PageType.HOME if home else PageType.OTHER,
        decision=PageDecision.PROPOSED,
        part=SamplePart.STRUCTURED,
        grounds=(
            Ground(
                f"stond in het {of.nl} deel van een andere evaluatie{by.nl} ({cut(name, 100)})",
                f"was in the {of.en} part of another evaluation{by.en} ({cut(name, 100)})",
                1,
            ),
        ),
        found=FoundBy.EVALUATION.value,
        by_machine=visited_by_machine(address, scope, Ending.WAITING),
    )


def _address(page: EvaluatedPage) -> str:
    """The web address that the evaluator meant; empty when none can be read."""
    for text in (page.address, page.title):
        match = _ADDRESS.search(text)
        typed = match[0].rstrip(".,;:") if match else text if "." in text and " " not in text else ""
        if typed:
            try:
                return parse_address(typed)
            except NotAnAddress:
                continue
    return ""


def _problem(where: str, nl: str, en: str) -> RowProblem:
    return RowProblem(where, Words(nl, en))


def _refused(name: str, case_id: int, problems: tuple[RowProblem, ...]) -> EaaCheckerError:
    more = len(problems) - _SAID
    nl = "; ".join(p.say("nl") for p in problems[:_SAID]) + (f"; en nog {more}" if more > 0 else "")
    en = "; ".join(p.say("en") for p in problems[:_SAID]) + (f"; and {more} more" if more > 0 else "")
    return BadInput(
        f"{name} is niet ingelezen: {len(problems)} rij(en) zijn niet te gebruiken. {nl}.",
        f"{name} was not read in: {len(problems)} row(s) cannot be used. {en}.",
        mend=f"eaa-checker case import-wcag-em {case_id} FILE --leave-out",
    )


def _texts(evaluation: Evaluation) -> Iterable[str]:
    yield from (evaluation.site, evaluation.scope, evaluation.baseline, evaluation.further_requirements)
    yield from (evaluation.essential, evaluation.variety, evaluation.title, evaluation.commissioner)
    yield from (evaluation.evaluator, evaluation.summary, evaluation.specifics, *evaluation.technologies)
    yield from (f"{page.title} {page.address}" for page in evaluation.pages)
    yield from (one.text for one in evaluation.assertions if one.text)
