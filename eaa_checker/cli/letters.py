"""``letter``: letters of a case."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click
import yaml

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.cli.endings import INCOMPLETE
from eaa_checker.domain.letter import Letter, LetterKind, MarkKind
from eaa_checker.domain.letter_choices import stored_choices
from eaa_checker.errors import BadInput

EXAMPLES = {
    "sent": "2026-12-01",
    "reply_by": "2026-12-24",
    "repair_by": "2027-02-15",
    "addressee_id": "1",
    "handled_by": "A. de Vries",
    "attention": "de voorzitter van het bestuur",
    "address": "[Postbus 1, 1000 AA Voorbeeld]",
    "their_reference": "2026/77",
    "contact": "070 123 45 67",
    "inspector": "{name: A. de Vries, function: toezichthouder, mandate: aanwijzing 2026-4}",
    "signatory": "{name: B. Jansen, function: hoofdinspecteur, mandate: mandaatbesluit 2026}",
    "norms": "[wad-bdto]",
    "findings": "[B-01, B-02]",
    "done_well": "[De site is met het toetsenbord te bedienen.]",
    "asked": "[Uw laatste onderzoeksrapport]",
    "not_examined": "[De app]",
    "open_questions": "[\"Wie beheert de kaart?\"]",
    "statement_status": "B",
    "statement_date": "2026-02-01",
    "contradictions": "[De verklaring noemt deze barrière niet.]",
    "order": "{provision: artikel …, duty: …, measures: […], until: 2027-03-01, amount: 500, per: week, maximum: 5000}",
    "views": "[[Wat u zei, Ons antwoord]]",
    "forwarded_to": "AFM",
    "forwarded_because": "Het gaat over een bank.",
    "publication": "Wij publiceren deze brief niet.",
    "where": "Den Haag",
    "remarks": "{reason: Een eigen alinea bij dit blok.}",
}
"""Every field of a letter that a person may fill in, as it is written in YAML."""


@click.group()
def letter() -> None:
    """Letters: begin, write, check, review, issue, read the reply."""


@letter.command("list")
@click.option("--case", "case_words", help="Only of this case (number or case number).")
@machine_option
@pass_desk
def letter_list(desk: Desk, case_words: str | None) -> None:
    """List the letters, newest first."""
    wanted = desk.engine.cases.show(case_words).id if case_words else None
    found = desk.engine.letters.find(wanted)
    language = desk.speaker.language
    desk.speaker.table(
        [("Nr", "No"), ("Kenmerk", "Reference"), ("Soort", "Kind"), ("Onderzoek", "Case"), ("Stand", "State")],
        [(one.id, one.reference, one.kind.say(language), one.case_id, one.state.say(language)) for one in found],
        found,
    )


@letter.command("begin")
@click.argument("case_words", metavar="CASE")
@click.argument("kind", type=click.Choice([kind.value for kind in LetterKind]))
@click.argument("reference")
@click.option("--from", "file", type=click.Path(path_type=Path), help="YAML file with the fields of the letter.")
@machine_option
@pass_desk
def letter_begin(desk: Desk, case_words: str, kind: str, reference: str, file: Path | None) -> None:
    """Begin a letter of a KIND in a CASE under our REFERENCE."""
    case = desk.engine.cases.show(case_words)
    _told(desk, desk.engine.letters.begin(case.id, LetterKind(kind), reference, _fields(file)))


@letter.command("show")
@click.argument("letter_id", type=int)
@machine_option
@pass_desk
def letter_show(desk: Desk, letter_id: int) -> None:
    """Show a letter and the fields chosen for it, as YAML that `edit --from` takes back."""
    found = desk.engine.letters.show(letter_id)
    chosen = stored_choices(desk.engine.letters.choices(letter_id))
    if desk.speaker.machine:
        desk.speaker.give({"letter": found, "choices": chosen})
        return
    _told(desk, found)
    if chosen:
        click.echo(yaml.safe_dump(chosen, allow_unicode=True, sort_keys=False), nl=False)
    desk.speaker.say("# Wat nog te kiezen is, met een voorbeeld:", "# What can be chosen still, with an example:")
    for name, example in EXAMPLES.items():
        if name not in chosen:
            click.echo(f"# {name}: {example}")


@letter.command("edit")
@click.argument("letter_id", type=int)
@click.option("--from", "file", type=click.Path(path_type=Path), help="YAML file with fields.")
@click.option("--set", "given", multiple=True, metavar="FIELD=VALUE", help="One field; may be given several times.")
@click.option("--version", type=int, help="The version you saw; refused when it is no longer the newest.")
@machine_option
@pass_desk
def letter_edit(desk: Desk, letter_id: int, file: Path | None, given: tuple[str, ...], version: int | None) -> None:
    """Change the fields of a letter; `letter show` says which there are."""
    changes = _fields(file) | dict(_field(text) for text in given)
    if not changes:
        raise BadInput(
            "Noem wat er verandert.", "Say what changes.",
            mend=f"eaa-checker letter edit {letter_id} --set reply_by=2026-12-24",
        )  # fmt: skip
    _told(desk, desk.engine.letters.edit(letter_id, changes, version=version))


@letter.command("check")
@click.argument("letter_id", type=int)
@machine_option
@pass_desk
def letter_check(desk: Desk, letter_id: int) -> None:
    """Say what must be mended before the letter can go out, and what could be plainer."""
    marks = desk.engine.letters.check(letter_id)
    language = desk.speaker.language
    desk.speaker.table(
        [("Gewicht", "Weight"), ("Plaats", "Place"), ("Wat", "What"), ("Tekst", "Text")],
        [(m.kind.say(language), m.place, m.say(language), m.text[:60]) for m in marks],
        marks,
    )
    sys.exit(INCOMPLETE if any(mark.kind is MarkKind.STOP for mark in marks) else 0)


@letter.command("preview")
@click.argument("letter_id", type=int)
@click.option("--folder", type=click.Path(path_type=Path), default=Path("."), help="Where to write the files.")
@machine_option
@pass_desk
def letter_preview(desk: Desk, letter_id: int, folder: Path) -> None:
    """Write the files of a letter: drafts as they are now, issued ones as they went out."""
    written = desk.engine.letters.preview(letter_id, folder)
    if desk.speaker.machine:
        desk.speaker.give({"files": written})
    for path in written:
        desk.speaker.say(f"Geschreven: {path}", f"Written: {path}")


@letter.command("submit")
@click.argument("letter_id", type=int)
@machine_option
@pass_desk
def letter_submit(desk: Desk, letter_id: int) -> None:
    """Offer a letter to a second person."""
    _told(desk, desk.engine.letters.submit(letter_id))


@letter.command("approve")
@click.argument("letter_id", type=int)
@machine_option
@pass_desk
def letter_approve(desk: Desk, letter_id: int) -> None:
    """Approve a letter that somebody else wrote."""
    _told(desk, desk.engine.letters.approve(letter_id))


@letter.command("back")
@click.argument("letter_id", type=int)
@click.argument("remarks")
@machine_option
@pass_desk
def letter_back(desk: Desk, letter_id: int, remarks: str) -> None:
    """Send a letter back with REMARKS."""
    _told(desk, desk.engine.letters.send_back(letter_id, remarks))


@letter.command("withdraw")
@click.argument("letter_id", type=int)
@click.argument("reason")
@machine_option
@pass_desk
def letter_withdraw(desk: Desk, letter_id: int, reason: str) -> None:
    """Put a draft aside for good."""
    _told(desk, desk.engine.letters.withdraw(letter_id, reason))


@letter.command("issue")
@click.argument("letter_id", type=int)
@machine_option
@pass_desk
def letter_issue(desk: Desk, letter_id: int) -> None:
    """Issue an approved letter: its files are made once and kept byte for byte."""
    _told(desk, desk.engine.letters.issue(letter_id))


@letter.command("reply")
@click.argument("letter_id", type=int)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sender", required=True, help="Who replied on behalf of the organisation.")
@click.option("--received", help="Day it came in, yyyy-mm-dd (default: today).")
@machine_option
@pass_desk
def letter_reply(desk: Desk, letter_id: int, file: Path, sender: str, received: str | None) -> None:
    """Take over a filled-in reply form (ODS, or the file that the web page saved)."""
    try:
        day = date.fromisoformat(received) if received else date.today()
    except ValueError as error:
        raise BadInput(f"“{received}” is geen dag; schrijf jjjj-mm-dd.", f"“{received}” is no day.") from error
    form, count = desk.engine.letters.read_reply(letter_id, file, sender=sender, received=day)
    if desk.speaker.machine:
        desk.speaker.give(form)
    desk.speaker.say(f"{count} reacties overgenomen.", f"{count} replies taken over.")


@letter.command("template")
@click.argument("kind", type=click.Choice([kind.value for kind in LetterKind]))
@click.option("--approve", "reason", metavar="GROUND", help="Record that lawyers approved it: who, when, which memo.")
@machine_option
@pass_desk
def letter_template(desk: Desk, kind: str, reason: str | None) -> None:
    """Show which template is used and whether lawyers approved it; --approve records that they did."""
    if reason:
        desk.engine.letters.approve_template(LetterKind(kind), reason)
    found, approved = desk.engine.letters.template(LetterKind(kind))
    if desk.speaker.machine:
        desk.speaker.give({"source": found.source, "digest": found.digest, "approved": approved})
    standing = ("goedgekeurd", "approved") if approved else ("nog niet goedgekeurd", "not approved yet")
    seal = f"(SHA-256 {found.digest})"
    desk.speaker.say(f"{found.source}: {standing[0]} {seal}", f"{found.source}: {standing[1]} {seal}")


def _told(desk: Desk, one: Letter) -> None:
    if desk.speaker.machine:
        desk.speaker.give(one)
    desk.speaker.say(
        f"Brief {one.id} ({one.kind.nl}) {one.reference}: {one.state.nl}, versie {one.version}",
        f"Letter {one.id} ({one.kind.en}) {one.reference}: {one.state.en}, version {one.version}",
    )


def _field(text: str) -> tuple[str, Any]:
    """``name=value``, the value as YAML."""
    name, mark, value = text.partition("=")
    try:
        return name.strip(), yaml.safe_load(value) if mark else None
    except yaml.YAMLError as error:
        raise BadInput(
            f"De waarde in “{text}” is niet te lezen.", f"The value in “{text}” cannot be read."
        ) from error


def _fields(file: Path | None) -> dict[str, Any]:
    if file is None:
        return {}
    try:
        found = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadInput(f"{file} is niet te lezen: {error}.", f"{file} cannot be read: {error}.") from error
    if not isinstance(found, dict):
        raise BadInput(
            f"{file} hoort regels van de vorm “veld: waarde” te bevatten.", f"{file} should hold “field: value” lines."
        )
    return found
