"""``case export``, ``case import-wcag-em``, ``case proposals``: cases in files that others write and read."""

from __future__ import annotations

from pathlib import Path

import click

from eaa_checker.cli.cases import case
from eaa_checker.cli.desk import Desk, machine_option, pass_desk

__all__ = ["case"]

FORMATS = ("wcag-em", "json")
_ENDINGS = {"wcag-em": "wcag-em.json"}


@case.command("export")
@click.argument("case_words", metavar="CASE")
@click.option("--format", "format_", type=click.Choice(FORMATS), required=True)
@click.option("--round", "round_number", type=int, help="Round of the case (default: the last).")
@click.option("--out", type=click.Path(path_type=Path), help="File to write (default: case-N.format here).")
@machine_option
@pass_desk
def case_export(desk: Desk, case_words: str, format_: str, round_number: int | None, out: Path | None) -> None:
    """Write a CASE to a file: for W3C's WCAG-EM Report Tool, or as JSON (see: eaa-checker schema case)."""
    id = desk.engine.cases.show(case_words).id
    path = out or Path(f"case-{id}.{_ENDINGS.get(format_, format_)}")
    language = desk.speaker.language
    written = desk.engine.exports.write(id, format_, path, round_number=round_number, language=language)
    if desk.speaker.machine:
        desk.speaker.give({"path": written})
    desk.speaker.say(f"Geschreven: {written}", f"Written: {written}")


@case.command("import-wcag-em")
@click.argument("case_words", metavar="CASE")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what it would bring.")
@click.option("--leave-out", is_flag=True, help="Take the file in without the rows that cannot be used.")
@click.option("--note", default="", help="What sort of evaluation it is; stands in the decision trail.")
@machine_option
@pass_desk
def case_import_wcag_em(desk: Desk, case_words: str, file: Path, dry_run: bool, leave_out: bool, note: str) -> None:
    """Read a FILE of the WCAG-EM Report Tool into a CASE: pages and outcomes to look at, never verdicts."""
    speaker = desk.speaker
    id = desk.engine.cases.show(case_words).id
    desks = desk.engine.evaluations
    found = desks.preview(id, file) if dry_run else desks.take_in(id, file, leave_out=leave_out, note=note)
    if speaker.machine:
        speaker.give(
            {
                "dry_run": dry_run,
                "pages": [page.address for _, page in found.pages],
                "known_pages": found.known_pages,
                "outcomes": found.outcomes,
                "untested": found.untested,
                "problems": found.problems,
                "sha256": found.sha256,
            }
        )
        return
    by = found.evaluation.evaluator or "?"
    speaker.say(f"Evaluatie van {by}: {found.evaluation.site}", f"Evaluation by {by}: {found.evaluation.site}")
    told = (
        (f"Pagina’s om te bevestigen: {len(found.pages)}", f"Pages to confirm: {len(found.pages)}"),
        (f"Al in de steekproef: {found.known_pages}", f"In the sample already: {found.known_pages}"),
        (f"Uitkomsten om te bekijken: {found.outcomes}", f"Outcomes to look at: {found.outcomes}"),
        (f"Niet getoetst (brengt niets): {found.untested}", f"Not tested (brings nothing): {found.untested}"),
    )
    for nl, en in told:
        speaker.say(nl, en)
    for problem in found.problems:
        speaker.say(f"Niet te gebruiken: {problem.say('nl')}", f"Cannot be used: {problem.say('en')}")
    if dry_run:
        speaker.say("Er is niets opgeslagen.", "Nothing was stored.")


@case.command("proposals")
@click.argument("case_words", metavar="CASE")
@click.option("--requirement", default="", help="Only for this requirement, e.g. wcag:1.1.1.")
@machine_option
@pass_desk
def case_proposals(desk: Desk, case_words: str, requirement: str) -> None:
    """List what evaluations by others said in a CASE, beside our own verdicts. Nothing here is a verdict of ours."""
    language = desk.speaker.language
    found = desk.engine.evaluations.proposals(desk.engine.cases.show(case_words).id, requirement)
    desk.speaker.table(
        [("Toetspunt", "Requirement"), ("Voorstel", "Proposal"), ("Pagina", "Page"), ("Toelichting", "Text"),
         ("Volgens", "According to"), ("Bestand", "File"), ("Ons oordeel", "Our verdict")],
        [
            (p.requirement, p.outcome.say(language), p.address, p.text,
             p.evaluator + (desk.speaker.words(" (machine)", " (machine)") if p.automatic else ""),
             f"{p.file} ({p.sha256[:12]})", p.decided.say(language))
            for p in found
        ],
        found,
    )  # fmt: skip
