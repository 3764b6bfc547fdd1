"""A case as an evaluation of the WCAG-EM Report Tool: its sample, verdicts per criterion, answers and findings.

The verdict of a person is the outcome over the whole sample; an answer or a finding is the outcome on its page.
Where no verdict was given the criterion is *not tested*, also when every answer so far was good.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from eaa_checker import __version__
from eaa_checker.domain.evaluation import Assertion, EvaluatedPage, Evaluation
from eaa_checker.domain.finding import Finding, FindingState
from eaa_checker.domain.manual import Answer, Outcome, Scope
from eaa_checker.domain.sample import PageDecision, SamplePage, SamplePart
from eaa_checker.report.case_content import CaseContent
from eaa_checker.report.norm_words import norm_link
from eaa_checker.report.wcag_em_file import write_evaluation
from eaa_checker.report.words import pick, state_words

_WORST_FIRST = (Outcome.FAILED, Outcome.UNTESTED, Outcome.CANNOT_TELL, Outcome.PASSED, Outcome.INAPPLICABLE)


def write(content: CaseContent, path: Path, language: str | None = None) -> None:
    """Writes *content* to *path*. Raises StoreIsFull, ExportProblem; *path* is then as it was."""
    write_evaluation(evaluation_of(content, language or content.language), path)


def evaluation_of(content: CaseContent, language: str) -> Evaluation:
    """The case as an evaluation, its texts in *language* where they are ours."""
    pages, addresses = _pages(content)
    standing = [f for f in content.findings if f.state is not FindingState.WITHDRAWN]
    case = content.case
    owners = dict.fromkeys(target.organisation_name for target in content.targets)
    return Evaluation(
        site=", ".join(target.name for target in content.targets) or case.title,
        scope="\n".join(target.address for target in content.targets if target.address),
        wcag=content.wcag,
        level="AA",
        further_requirements=_further(content, language),
        variety=", ".join(dict.fromkeys(type.say(language) for page, _ in pages for type in page.types)),
        pages=tuple(
            EvaluatedPage(addresses[page.address], page.address, page.title or page.type.say(language), drawn)
            for page, drawn in pages
        ),
        assertions=tuple(_assertions(content, standing, addresses, language)),
        title=case.title,
        commissioner=", ".join(owners),
        evaluator=case.owner,
        date=content.made.date().isoformat(),
        summary=_summary(content, standing, language),
        specifics=_specifics(content, language),
        language=language,
    )


def _pages(content: CaseContent) -> tuple[list[tuple[SamplePage, bool]], dict[str, str]]:
    """The confirmed pages, each with whether it was drawn, and the id of each address in the file."""
    found: dict[str, tuple[SamplePage, bool]] = {}
    for sample in content.samples:
        for page in sample.pages:
            if page.decision is PageDecision.CONFIRMED:
                found.setdefault(page.address, (page, page.part is SamplePart.RANDOM))
    # Structured pages first, as the tool numbers them; 1 is the sample as a whole.
    ordered = sorted(found.values(), key=lambda pair: pair[1])
    return ordered, {page.address: f"_:subject_{number}" for number, (page, _) in enumerate(ordered, 2)}


def _assertions(
    content: CaseContent, findings: list[Finding], addresses: dict[str, str], language: str
) -> Iterator[Assertion]:
    answers: dict[str, list[Answer]] = {}
    for answer in content.answers:
        answers.setdefault(answer.requirement, []).append(answer)
    for key in content.requirements:
        norm, _, number = key.partition(":")
        if norm != "wcag":
            continue
        verdict = content.verdicts.get(key)
        given = answers.get(key, [])
        established = [f for f in findings if f.requirement == key]
        yield Assertion(
            number,
            content.outcome(key),
            "\n\n".join(_whole(verdict.motivation if verdict else "", given, established, addresses, language)),
            instant=verdict.instant if verdict else None,
        )
        for address, id in addresses.items():
            here = [a for a in given if a.scope is Scope.PAGE and a.address == address]
            failed = [f for f in established if any(p.address == address for p in f.places)]
            if here or failed:
                outcomes = {a.outcome for a in here} | ({Outcome.FAILED} if failed else set())
                texts = [text for a in here if (text := _answered(a, language))]
                texts += [_finding(f, language) for f in failed]
                yield Assertion(
                    number,
                    next(o for o in _WORST_FIRST if o in outcomes),
                    "\n\n".join(texts),
                    id,
                    max([a.instant for a in here] + [f.changed for f in failed]),
                )


def _whole(
    motivation: str, answers: list[Answer], findings: list[Finding], addresses: dict[str, str], language: str
) -> Iterator[str]:
    """What is said over the whole sample, with what stands on no page of it."""
    if motivation:
        yield motivation
    for answer in answers:
        if answer.scope is not Scope.PAGE and (said := _answered(answer, language)):
            yield f"{answer.element}: {said}" if answer.element else said
    for finding in findings:
        if not any(place.address in addresses for place in finding.places):
            yield _finding(finding, language)


def _answered(answer: Answer, language: str) -> str:
    """What was noted with an answer, with the state of the page where it was not the ordinary one."""
    state = state_words(answer.page_state, language)
    defects = (f"{d.description} ({d.path})" if d.path else d.description for d in answer.defects)
    said = "\n".join(filter(None, (answer.note, *defects)))
    return f"[{state}] {said}" if state and said else said


def _finding(finding: Finding, language: str) -> str:
    text = finding.text
    stands = f"{finding.label} ({finding.state.say(language)}): {text.title}"
    repair = f"{pick(language, 'Richting van herstel', 'Direction of repair')}: {text.repair}" if text.repair else ""
    states = dict.fromkeys(filter(None, (state_words(place.page_state, language) for place in finding.places)))
    where = f"{pick(language, 'Toestand', 'State')}: {', '.join(states)}" if states else ""
    return "\n".join(filter(None, (stands, text.fact, where, text.consequence, repair)))


def _further(content: CaseContent, language: str) -> str:
    """Requirements outside WCAG, which the tool has no rows for, each with its verdict."""
    told = [
        f"{norm_link(key, language).text}: {content.outcome(key).say(language)}"
        for key in content.requirements
        if not key.startswith("wcag:")
    ]
    if not told:
        return ""
    head = pick(
        language,
        f"Ook getoetst aan EN 301 549 {content.case.edition}; oordelen buiten WCAG:",
        f"Also tested against EN 301 549 {content.case.edition}; verdicts outside WCAG:",
    )
    return "\n".join([head, *told])


def _summary(content: CaseContent, findings: Iterable[Finding], language: str) -> str:
    keys = [key for key in content.requirements if key.startswith("wcag:")]
    counted = {outcome: sum(content.outcome(key) is outcome for key in keys) for outcome in Outcome}
    told = ", ".join(f"{outcome.say(language)}: {number}" for outcome, number in counted.items())
    approved = sum(f.state is FindingState.APPROVED for f in findings)
    return pick(
        language,
        f"Oordelen over {len(keys)} succescriteria – {told}. Vastgestelde bevindingen: {approved}. "
        "“Niet getoetst” is geen “voldoet”.",
        f"Verdicts on {len(keys)} success criteria – {told}. Approved findings: {approved}. "
        "“Not tested” is not “passed”.",
    )


def _specifics(content: CaseContent, language: str) -> str:
    case = content.case
    lines = [
        pick(
            language,
            f"Onderzoek {case.number or case.id} ({case.kind.nl}), {content.round.say('nl')}, norm EN 301 549 "
            f"{case.edition}, peildatum {case.examination_date.isoformat()}. Gemaakt met EAA Checker {__version__}.",
            f"Case {case.number or case.id} ({case.kind.en}), {content.round.say('en')}, norm EN 301 549 "
            f"{case.edition}, examination date {case.examination_date.isoformat()}. Made with EAA Checker "
            f"{__version__}.",
        )
    ]
    for one in content.samples:
        if one.sample.seed:
            lines.append(
                pick(
                    language,
                    f"Aselect deel getrokken met startgetal {one.sample.seed} uit de lijst met SHA-256 "
                    f"{one.sample.frame_digest}.",
                    f"Random part drawn with seed {one.sample.seed} from the list with SHA-256 "
                    f"{one.sample.frame_digest}.",
                )
            )
        for absence in one.absences:
            lines.append(
                pick(language, "Niet aanwezig", "Not present") + f": {absence.type.say(language)} – {absence.reason}"
            )
    return "\n".join(lines)
