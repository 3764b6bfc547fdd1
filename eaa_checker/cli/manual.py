"""``test``: manual work on a case, requirement by requirement."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.manual import Defect, NewAnswer, Outcome, Scope, Step
from eaa_checker.errors import BadInput
from rules.questions.requirement_trees import Question, Tree


@click.group()
def test() -> None:
    """Manual work: question trees per requirement, verdicts, attached files."""


@test.command("next")
@click.argument("case")
@click.option("--requirement", default="", help="This requirement, e.g. wcag:1.1.1.")
@machine_option
@pass_desk
def test_next(desk: Desk, case: str, requirement: str) -> None:
    """What is to be answered next, with its questions and the pages that lack an answer."""
    found = desk.engine.cases.show(case)
    task = desk.engine.manual.next(found.id, requirement)
    if desk.speaker.machine:
        desk.speaker.give(None if task is None else {**_told(task.tree), "pages": task.pages})
        return
    if task is None:
        desk.speaker.say("Alle vragen zijn beantwoord.", "All questions are answered.")
        return
    tree = task.tree
    desk.speaker.say(f"{tree.requirement}  {tree.title.nl}", f"{tree.requirement}  {tree.title.en}")
    if tree.warning is not None:
        desk.speaker.say(f"LET OP: {tree.warning.nl}", f"MIND: {tree.warning.en}")
    desk.speaker.say(f"Doen: {tree.do.nl}", f"Do: {tree.do.en}")
    desk.speaker.say(f"Kijk naar: {tree.look.nl}", f"Look at: {tree.look.en}")
    for question in tree.questions.values():
        desk.speaker.say(f"{question.id}: {question.words.nl}", f"{question.id}: {question.words.en}")
        for choice in question.choices:
            words = choice.words
            desk.speaker.say(
                f"    {choice.id} ({words.nl}) → {choice.to}", f"    {choice.id} ({words.en}) → {choice.to}"
            )
    for page in task.pages:
        desk.speaker.say(f"Pagina zonder antwoord: {page}", f"Page without an answer: {page}")


def _told(tree: Tree) -> dict[str, object]:
    def question(one: Question) -> dict[str, object]:
        return {"id": one.id, "words": one.words, "choices": one.choices}

    return {
        "requirement": tree.requirement,
        "title": tree.title,
        "dated": tree.dated,
        "warning": tree.warning,
        "do": tree.do,
        "look": tree.look,
        "questions": [question(one) for one in tree.questions.values()],
    }


@test.command("answer")
@click.argument("case")
@click.argument("requirement")
@click.option("--answer", "steps", multiple=True, metavar="QUESTION=ANSWER", help="In the order of the questions.")
@click.option("--page", "pages", multiple=True, help="Address of the page (repeatable: the same for each).")
@click.option("--all-pages", is_flag=True, help="The same answer for every page of the sample.")
@click.option("--element", default="", help="A shared element (header, footer …), judged once for all pages.")
@click.option("--whole", is_flag=True, help="One answer for the whole sample.")
@click.option("--state", "page_state", default="default", help="State of the page.")
@click.option("--note", default="", help="What was seen; needed for “cannot tell”.")
@click.option("--defect", "defects", multiple=True, metavar="TEXT[ @ PLACE]", help="A barrier (repeatable).")
@click.option("--version", type=int, help="Version of the answer that this one replaces; 0 for none.")
@machine_option
@pass_desk
def test_answer(
    desk: Desk,
    case: str,
    requirement: str,
    steps: tuple[str, ...],
    pages: tuple[str, ...],
    all_pages: bool,
    element: str,
    whole: bool,
    page_state: str,
    note: str,
    defects: tuple[str, ...],
    version: int | None,
) -> None:
    """Answer the questions of a REQUIREMENT in a CASE."""
    manual = desk.engine.manual
    found = desk.engine.cases.show(case)
    if sum((bool(pages) or all_pages, bool(element), whole)) > 1:
        raise BadInput(
            "Kies één van --page, --all-pages, --element en --whole.",
            "Choose one of --page, --all-pages, --element and --whole.",
        )
    scope = Scope.WHOLE if whole else Scope.SHARED if element else Scope.PAGE
    new = NewAnswer(
        requirement=requirement,
        steps=tuple(_step(text) for text in steps),
        scope=scope,
        page_state=page_state,
        element=element,
        note=note,
        defects=tuple(_defect(text) for text in defects),
    )
    if scope is Scope.PAGE:
        wanted = manual.pages(found.id) if all_pages else pages
        if not wanted:
            raise BadInput("Noem de pagina.", "Name the page.", mend="--page …")
        if len(wanted) == 1 and version is not None:
            given = [manual.answer(found.id, replace(new, address=wanted[0]), version=version)]
        else:
            given = manual.answer_pages(found.id, new, wanted)
    else:
        given = [manual.answer(found.id, new, version=version)]
    if desk.speaker.machine:
        desk.speaker.give(given)
    for one in given:
        where = one.address or one.element
        desk.speaker.say(
            f"Antwoord {one.id}: {requirement} {one.outcome.nl} {where}".rstrip(),
            f"Answer {one.id}: {requirement} {one.outcome.en} {where}".rstrip(),
        )


def _step(text: str) -> Step:
    question, given, answer = text.partition("=")
    if not given or not question.strip() or not answer.strip():
        raise BadInput(
            f"“{text}” is geen antwoord; geef vraag=antwoord.", f"“{text}” is no answer; give question=answer."
        )
    return Step(question.strip(), answer.strip())


def _defect(text: str) -> Defect:
    description, _, path = text.partition(" @ ")
    return Defect(description.strip(), path.strip())


@test.command("overview")
@click.argument("case")
@click.option("--round", "round_number", type=int, help="Round (default: the current one).")
@machine_option
@pass_desk
def test_overview(desk: Desk, case: str, round_number: int | None) -> None:
    """Every requirement: what was answered, what the machine saw, and the verdict a person gave."""
    found = desk.engine.cases.show(case)
    lines = desk.engine.manual.overview(found.id, round_number)
    say = desk.speaker.language
    desk.speaker.table(
        [("Toetspunt", "Requirement"), ("", ""), ("Voorstel", "Proposal"), ("Antwoorden", "Answers"),
         ("Zonder antwoord", "Unanswered"), ("Machine ✗/?", "Machine ✗/?"), ("Bevindingen", "Findings"),
         ("Oordeel", "Verdict")],
        [
            (
                line.requirement, line.title.say(say), line.proposal.outcome.say(say), line.answers,
                len(line.proposal.missing), f"{line.machine_failed}/{line.machine_asked}", line.findings,
                line.outcome.say(say),
            )
            for line in lines
        ],
        lines,
    )  # fmt: skip


@test.command("verdict")
@click.argument("case")
@click.argument("requirement")
@click.argument("outcome", type=click.Choice([one.value for one in Outcome]))
@click.option("--reason", default="", help="Motivation; needed where it differs from the answers.")
@click.option("--version", type=int, help="Version of the verdict that this one replaces; 0 for none.")
@machine_option
@pass_desk
def test_verdict(
    desk: Desk, case: str, requirement: str, outcome: str, reason: str, version: int | None
) -> None:
    """Give the verdict on a REQUIREMENT. Not tested is never passed."""
    found = desk.engine.cases.show(case)
    given = desk.engine.manual.judge(found.id, requirement, Outcome(outcome), reason, version=version)
    if desk.speaker.machine:
        desk.speaker.give(given)
    desk.speaker.say(f"{requirement}: {given.outcome.nl}", f"{requirement}: {given.outcome.en}")


@test.command("overrule")
@click.argument("case")
@click.argument("requirement")
@click.option("--applicable/--not-applicable", default=True, help="It does apply after all, or not again.")
@click.option("--reason", required=True, help="Why.")
@machine_option
@pass_desk
def test_overrule(desk: Desk, case: str, requirement: str, applicable: bool, reason: str) -> None:
    """Differ from an automatic “not applicable”, or take that back."""
    found = desk.engine.cases.show(case)
    desk.engine.manual.overrule(found.id, requirement, applicable, reason)
    if desk.speaker.machine:
        desk.speaker.give({"requirement": requirement, "applicable": applicable})
    desk.speaker.say(
        f"{requirement} is {'wel' if applicable else 'niet'} van toepassing.",
        f"{requirement} {'does' if applicable else 'does not'} apply.",
    )


@test.command("attach")
@click.argument("case")
@click.argument("subject", metavar="SUBJECT")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--note", default="", help="What it shows; for 112: who showed it, when, who was there.")
@machine_option
@pass_desk
def test_attach(desk: Desk, case: str, subject: str, file: Path, note: str) -> None:
    """Attach a FILE to SUBJECT (answer:5, finding:3, reply:2, case:1) as evidence."""
    found = desk.engine.cases.show(case)
    added = desk.engine.manual.attach(found.id, subject, file, note)
    if desk.speaker.machine:
        desk.speaker.give(added)
    what = f"{added.id}: {added.name} ({added.sha256})"
    desk.speaker.say(f"Bijlage {what}", f"File {what}")
