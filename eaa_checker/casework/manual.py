"""Manual work: question trees answered page by page, automatic *not applicable*, verdicts per requirement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from eaa_checker.casework.attachments import Attachments
from eaa_checker.casework.grounds import ground, not_too_long
from eaa_checker.casework.page_things import things_on
from eaa_checker.casework.testing import keep_reporters_secret, pages_of, requirements_of, round_of, tested_case
from eaa_checker.domain.finding import FindingState
from eaa_checker.domain.manual import (
    Absence,
    Answer,
    NewAnswer,
    Outcome,
    Overrule,
    Proposal,
    RequirementVerdict,
    Scope,
    propose,
)
from eaa_checker.errors import BadInput, NotAllowed, NotFound
from rules import norms
from rules.contract import Verdict, Words
from rules.questions import requirement_trees
from rules.questions.requirement_trees import Tree, WrongAnswer


@dataclass(frozen=True, slots=True)
class Line:
    """Where one requirement stands in a round."""

    requirement: str
    title: Words
    proposal: Proposal
    answers: int
    machine_failed: int
    """Barriers that the machine saw in this round; never a verdict by themselves."""
    machine_asked: int
    findings: int
    """Findings on it that still count."""
    absence: Absence | None
    overruled: Overrule | None
    verdict: RequirementVerdict | None

    @property
    def outcome(self) -> Outcome:
        """The verdict that a person gave; *untested* as long as there is none."""
        return Outcome.UNTESTED if self.verdict is None else self.verdict.outcome


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be answered next: one requirement on the pages that have no answer yet."""

    tree: Tree
    pages: tuple[str, ...]


class ManualDesk(Attachments):
    """What people do by hand. Every change is a decision in the trail; machine results are only ever shown beside."""

    # -- what there is to do --------------------------------------------------------------------------------------

    def tree(self, requirement: str) -> Tree:
        """The question tree of a requirement. Raises NotFound."""
        try:
            return requirement_trees.tree(requirement)
        except norms.UnknownRequirement as error:
            raise NotFound(
                f"Voor “{requirement}” zijn er geen vragen.", f"There are no questions for “{requirement}”."
            ) from error

    def pages(self, case_id: int) -> tuple[str, ...]:
        """Addresses of the sample's confirmed pages."""
        return pages_of(self._store, case_id)

    def requirements(self, case_id: int) -> tuple[str, ...]:
        """Keys of the requirements that the case is tested against. Raises NotFound."""
        return requirements_of(self._store, self._store.cases.case(case_id))

    def still_to_do(self, case_id: int) -> tuple[str, ...]:
        """Keys of the requirements without a verdict of a person in the current round. Raises NotFound."""
        given = self._store.manual.verdicts(case_id, round_of(self._store, case_id).number)
        return tuple(key for key in self.requirements(case_id) if key not in given)

    def overview(self, case_id: int, round_number: int | None = None) -> list[Line]:
        """Every requirement of the case with what was answered, seen and decided in a round. Raises NotFound."""
        case = self._store.cases.case(case_id)
        round_ = round_of(self._store, case_id, round_number)
        pages = self.pages(case_id)
        absences = self.absences(case_id, round_.number)
        overrules = self._store.manual.overrules(case_id)
        verdicts = self._store.manual.verdicts(case_id, round_.number)
        given: dict[str, list[Answer]] = {}
        for answer in self._store.manual.answers(case_id, round_.number):
            given.setdefault(answer.requirement, []).append(answer)
        machine = self._machine(round_.scan_ids)
        findings: dict[str, int] = {}
        for finding in self._store.findings.findings(case_id, limit=100_000):
            if finding.state is not FindingState.WITHDRAWN:
                findings[finding.requirement] = findings.get(finding.requirement, 0) + 1
        return [
            Line(
                key,
                requirement_trees.tree(key).title,
                propose(
                    given.get(key, ()), pages, absence=absences.get(key), overruled=_overruled(overrules.get(key))
                ),
                len(given.get(key, ())),
                *machine.get(key, (0, 0)),
                findings.get(key, 0),
                absences.get(key),
                overrules.get(key),
                verdicts.get(key),
            )
            for key in requirements_of(self._store, case)
        ]

    def next(self, case_id: int, requirement: str = "") -> Task | None:
        """The first requirement (or this one) that still lacks an answer, with the pages where; None: all done.

        Raises NotFound.
        """
        if requirement:
            self._known(case_id, requirement)
        for line in self.overview(case_id):
            if requirement and line.requirement != requirement:
                continue
            if line.proposal.outcome is Outcome.UNTESTED or line.proposal.missing:
                return Task(requirement_trees.tree(line.requirement), line.proposal.missing)
        return None

    # -- answering ------------------------------------------------------------------------------------------------

    def answers(self, case_id: int, requirement: str | None = None, round_number: int | None = None) -> list[Answer]:
        """Answers of a round (default: the current one). Raises NotFound."""
        number = round_of(self._store, case_id, round_number).number
        return self._store.manual.answers(case_id, number, requirement)

    def answer(self, case_id: int, new: NewAnswer, *, version: int | None = None) -> Answer:
        """Stores an answer in the current round; the tree gives its outcome.

        *version*: that of the answer it replaces as the person saw it; 0 for none; None: whatever stands there.
        A path that was not followed to its end is refused. Raises BadInput, NotAllowed, NotFound, EditedMeanwhile.
        """
        case = tested_case(self._store, case_id)
        tree = self.tree(new.requirement)
        outcome = self._outcome(tree, new)
        new = self._placed(case_id, new)
        not_too_long(new.note)
        for defect in new.defects:
            if not not_too_long(defect.description).strip():
                raise BadInput("Beschrijf elk gebrek.", "Describe each defect.")
            for sha256 in defect.pictures:
                self._store.evidence.path(sha256)
        if outcome is Outcome.CANNOT_TELL and not new.note.strip():
            raise BadInput(
                "Schrijf erbij waarom het niet te bepalen is.", "Say why it cannot be told.", mend="--note …"
            )
        if new.defects and outcome is not Outcome.FAILED:
            raise BadInput(
                f"Bij de uitkomst “{outcome.nl}” horen geen gebreken.",
                f"The outcome “{outcome.en}” has no defects.",
            )
        keep_reporters_secret(self._store, case, new.note, *(defect.description for defect in new.defects))
        number = round_of(self._store, case_id).number
        return self._store.manual.put_answer(
            self._actor, case_id, number, new, outcome, tree.dated, version
        )

    def answer_pages(self, case_id: int, new: NewAnswer, pages: Iterable[str]) -> list[Answer]:
        """The same answer for each of *pages*: one requirement judged across many. All of them are checked first.

        Raises as `answer`.
        """
        wanted = [self._placed(case_id, replace(new, scope=Scope.PAGE, address=page)) for page in pages]
        return [self.answer(case_id, one) for one in wanted]

    def take_back(self, case_id: int, given: Answer, before: Answer | None) -> Answer:
        """Undoes the answer *given*: what stood there *before* counts again, or it is *not tested* when there was none.

        Nothing is removed: this is a next version, and the trail keeps them all. Raises NotAllowed, NotFound,
        EditedMeanwhile when it was answered anew since, BadInput when the answer before no longer fits its questions.
        """
        place = NewAnswer(
            given.requirement, (), given.scope, given.address, given.page_state, given.element
        )
        if before is not None and before.outcome is not Outcome.UNTESTED:
            old = replace(place, steps=before.steps, note=before.note, defects=before.defects)
            return self.answer(case_id, old, version=given.version)
        tested_case(self._store, case_id)
        return self._store.manual.put_answer(
            self._actor, case_id, given.round_number, place, Outcome.UNTESTED, given.tree_dated, given.version
        )

    def _outcome(self, tree: Tree, new: NewAnswer) -> Outcome:
        try:
            end = tree.follow((step.question, step.answer) for step in new.steps)
        except WrongAnswer as error:
            raise BadInput(
                f"Deze antwoorden horen niet bij de vragen van {tree.requirement}: {error}.",
                f"These answers do not belong to the questions of {tree.requirement}: {error}.",
                mend=f"eaa-checker test next CASE --requirement {tree.requirement}",
            ) from error
        if not isinstance(end, str):
            raise BadInput(
                f"Er is nog een vraag: {end.words.nl} ({end.id}: {', '.join(c.id for c in end.choices)}).",
                f"There is another question: {end.words.en} ({end.id}: {', '.join(c.id for c in end.choices)}).",
            )
        return Outcome(end)

    def _placed(self, case_id: int, new: NewAnswer) -> NewAnswer:
        """*new* with only what belongs to its scope. Raises BadInput for a page outside the sample."""
        if new.scope is Scope.WHOLE:
            return replace(new, address="", page_state="default", element="")
        if new.scope is Scope.SHARED:
            name = " ".join(new.element.split()).casefold()
            if not name:
                raise BadInput("Noem het gedeelde onderdeel.", "Name the shared element.", mend="--element …")
            return replace(new, element=name)
        pages = self.pages(case_id)
        if not new.address.strip():
            raise BadInput("Noem de pagina.", "Name the page.", mend="--page …")
        if pages and new.address not in pages:
            raise BadInput(
                f"{new.address} hoort niet bij de steekproef van onderzoek {case_id}.",
                f"{new.address} is not in the sample of case {case_id}.",
                mend=f"eaa-checker test next {case_id}",
            )
        return replace(new, element="")

    # -- not applicable by itself -----------------------------------------------------------------------------------

    def absences(self, case_id: int, round_number: int | None = None) -> dict[str, Absence]:
        """Requirement → what no captured page of the sample has, so that it is not applicable by itself.

        Only when every page of the sample was captured in the round and its capture can be read. Raises NotFound.
        """
        case = self._store.cases.case(case_id)
        round_ = round_of(self._store, case_id, round_number)
        pages = set(self.pages(case_id))
        captures = [c for scan_id in round_.scan_ids for c in self._store.captures(scan_id) if c.address in pages]
        if not pages or {capture.address for capture in captures} != pages:
            return {}
        found = things_on(self._store, captures)
        present: set[str] = set()
        for things in found.values():
            if things is None:
                return {}
            present |= things
        absences: dict[str, Absence] = {}
        for key in requirements_of(self._store, case):
            needs = requirement_trees.tree(key).needs
            if needs and not present & set(needs):
                absences[key] = Absence(key, needs, len(pages))
        return absences

    def overrule(self, case_id: int, requirement: str, applicable: bool, reason: str) -> None:
        """Says that an automatic *not applicable* does not hold (*applicable*), or does after all, for a *reason*.

        Raises NotAllowed, BadInput, NotFound.
        """
        case = tested_case(self._store, case_id)
        self._known(case_id, requirement)
        why = ground(reason, "om van de automatische uitkomst af te wijken", "to differ from the automatic outcome")
        keep_reporters_secret(self._store, case, why)
        if not applicable and requirement not in self.absences(case_id):
            raise NotAllowed(
                f"{requirement} is niet vanzelf “niet van toepassing”; beantwoord de vragen.",
                f"{requirement} is not “not applicable” by itself; answer the questions.",
                mend=f"eaa-checker test next {case_id} --requirement {requirement}",
            )
        self._store.manual.overrule(self._actor, case_id, requirement, applicable, why)

    # -- verdicts ---------------------------------------------------------------------------------------------------

    def judge(
        self, case_id: int, requirement: str, outcome: Outcome, motivation: str = "", *, version: int | None = None
    ) -> RequirementVerdict:
        """Gives the verdict on a requirement in the current round.

        *Passed* only when every page was answered so and no finding stands against it; with a motivation when the
        machine saw barriers. *Failed* only on an answer or a finding. What differs from the answers, and *cannot
        tell*, needs a motivation. Raises NotAllowed, BadInput, EditedMeanwhile, NotFound.
        """
        case = tested_case(self._store, case_id)
        self._known(case_id, requirement)
        keep_reporters_secret(self._store, case, motivation)
        line = next(line for line in self.overview(case_id) if line.requirement == requirement)
        failed = line.proposal.outcome is Outcome.FAILED or line.findings > 0
        if outcome is Outcome.PASSED and (line.proposal.outcome is not Outcome.PASSED or line.findings):
            why = line.proposal.why
            if line.findings and line.proposal.outcome is Outcome.PASSED:
                why = Words(f"{line.findings} bevinding(en) staan nog.", f"{line.findings} finding(s) still stand.")
            raise NotAllowed(
                f"{requirement} kan niet “voldoet” worden. {why.nl}",
                f"{requirement} cannot become “passed”. {why.en}",
                mend=f"eaa-checker test next {case_id} --requirement {requirement}",
            )
        if outcome is Outcome.FAILED and not failed:
            raise NotAllowed(
                f"“Voldoet niet” voor {requirement} rust op een antwoord of bevinding van een mens; die is er niet.",
                f"“Failed” for {requirement} rests on an answer or a finding of a person; there is none.",
                mend=f"eaa-checker test next {case_id} --requirement {requirement}",
            )
        if outcome is Outcome.INAPPLICABLE and failed:
            raise NotAllowed(
                f"Er is een antwoord of bevinding dat {requirement} niet voldoet; dan is het wel van toepassing.",
                f"There is an answer or finding that {requirement} fails; so it does apply.",
            )
        doubtful = outcome is Outcome.PASSED and line.machine_failed > 0
        differs = outcome not in (line.proposal.outcome, Outcome.UNTESTED) and not (
            outcome is Outcome.FAILED and line.findings
        )
        if doubtful or differs or outcome is Outcome.CANNOT_TELL:
            motivation = ground(motivation, "voor dit oordeel", "for this verdict")
        number = round_of(self._store, case_id).number
        return self._store.manual.put_verdict(
            self._actor, case_id, number, requirement, outcome, not_too_long(motivation.strip()), version
        )

    # -- what the machine saw ---------------------------------------------------------------------------------------

    def _machine(self, scan_ids: Iterable[int]) -> Mapping[str, tuple[int, int]]:
        """Requirement → distinct barriers and questions that the machine saw in these scans."""
        failed: dict[str, set[str]] = {}
        asked: dict[str, set[str]] = {}
        for scan_id in scan_ids:
            seen = self._store.observations(scan_id, verdicts=(Verdict.FAILED, Verdict.CANNOT_TELL), places=0)
            for one in seen:
                into = failed if one.verdict is Verdict.FAILED else asked
                for key in one.requirements:
                    into.setdefault(key, set()).add(one.fingerprint)
        return {key: (len(failed.get(key, ())), len(asked.get(key, ()))) for key in {*failed, *asked}}

    def _known(self, case_id: int, requirement: str) -> None:
        if requirement not in self.requirements(case_id):
            raise NotFound(
                f"“{requirement}” is geen toetspunt van onderzoek {case_id}.",
                f"“{requirement}” is no requirement of case {case_id}.",
                mend=f"eaa-checker test overview {case_id}",
            )


def _overruled(overrule: Overrule | None) -> bool:
    return overrule is not None and overrule.applicable
