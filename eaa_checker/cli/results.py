"""``scans``, ``observations``, ``addresses``, ``export``: what scans found."""

from __future__ import annotations

from pathlib import Path

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.engine import Engine
from rules.contract import Verdict

SCHEMAS = ("observations", "case", "monitoring")
FORMATS = ("csv", "xlsx", "ods", "json", "earl", "html", "html-pages", "sarif", "wcag-em")


def print_summary(desk: Desk, scan_id: int, most: int = 10) -> None:
    """The readable summary of a scan."""
    speaker = desk.speaker
    found = desk.engine.summary(scan_id, speaker.language, most=most)
    speaker.out.rule(found.title, align="left")
    width = max((len(label) for label, _ in found.facts), default=0)
    for label, value in found.facts:
        speaker.out.print(f"  {label:<{width}}  {value}", markup=False)
    if found.barriers:
        speaker.out.print()
        speaker.table(
            [("Barrière", "Barrier"), ("Norm", "Norm"), ("Pagina's", "Pages"), ("Plaatsen", "Places")],
            [(b.title, b.norm, b.pages, b.places) for b in found.barriers],
            None,
        )
        if found.more_barriers > 0:
            speaker.say(f"… en nog {found.more_barriers}", f"… and {found.more_barriers} more")
    if found.gaps:
        speaker.out.print()
        speaker.say("Niet onderzocht:", "Not examined:")
        for reason, count in found.gaps:
            speaker.out.print(f"  {count} × {reason}", markup=False)
    speaker.out.print()
    for note in found.notes:
        speaker.out.print(note, markup=False)


@click.command()
@click.option("--target", "target_words", help="Only of this target (number, name or address).")
@machine_option
@pass_desk
def scans(desk: Desk, target_words: str | None) -> None:
    """List the scans, newest first."""
    wanted = desk.engine.target(target_words).id if target_words else None
    found = desk.engine.scans(wanted)
    speaker = desk.speaker
    speaker.table(
        [("Nr", "No"), ("Wanneer", "When"), ("Object", "Target"), ("Stand", "State"), ("Gevonden", "Found"),
         ("Onderzocht", "Examined"), ("Mislukt", "Failed")],
        [
            (s.id, f"{(s.started or s.created).astimezone():%Y-%m-%d %H:%M}", s.target_name,
             s.state.say(speaker.language), s.found, s.tested, s.failed)
            for s in found
        ],
        found,
    )  # fmt: skip


@click.command()
@click.argument("scan_id", type=int)
@click.option("--all", "everything", is_flag=True, help="Also questions for a person.")
@machine_option
@pass_desk
def observations(desk: Desk, scan_id: int, everything: bool) -> None:
    """List what the machine saw in a SCAN."""
    desk.engine.scan(scan_id)
    verdicts = (Verdict.FAILED, Verdict.CANNOT_TELL) if everything else (Verdict.FAILED,)
    # A person sees how many places there are; a program reads them, as many as one answer can bear.
    found = desk.engine.observations(scan_id, verdicts=verdicts, places=1000 if desk.speaker.machine else 3)
    language = desk.speaker.language
    outcome = {
        Verdict.FAILED: desk.speaker.words("voldoet niet", "failed"),
        Verdict.CANNOT_TELL: desk.speaker.words("vraag", "question"),
    }
    desk.speaker.table(
        [("Uitkomst", "Outcome"), ("Wat", "What"), ("Element", "Element"), ("EN 301 549", "EN 301 549"),
         ("Wie", "Who"), ("Pagina's", "Pages"), ("Plaatsen", "Places")],
        [
            (outcome[o.verdict], o.title.say(language), o.element, ", ".join(o.clauses),
             ", ".join(desk.engine.statement_words(h, language) for h in o.hits), o.pages, o.count)
            for o in found
        ],
        found,
    )  # fmt: skip


@click.command()
@click.argument("scan_id", type=int)
@machine_option
@pass_desk
def addresses(desk: Desk, scan_id: int) -> None:
    """List every address of a SCAN: how it was found and how it ended."""
    desk.engine.scan(scan_id)
    found = desk.engine.addresses(scan_id)
    language = desk.speaker.language
    desk.speaker.table(
        [("Adres", "Address"), ("Gevonden via", "Found by"), ("Einde", "Ending"), ("Status", "Status")],
        [(a.address, a.found_by.say(language), a.ending.say(language), a.status or "") for a in found],
        found,
    )


@click.command()
@click.argument("scan_id", type=int)
@click.option("--format", "format_", type=click.Choice(FORMATS), required=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="File to write (default: scan-N.format here); for html-pages a folder, or a zip.",
)
@machine_option
@pass_desk
def export(desk: Desk, scan_id: int, format_: str, out: Path | None) -> None:
    """Write a SCAN to a file."""
    ending = {"earl": "earl.json", "html-pages": "zip", "sarif": "sarif.json", "wcag-em": "wcag-em.json"}.get(
        format_, format_
    )
    path = desk.engine.export(scan_id, format_, out or Path(f"scan-{scan_id}.{ending}"), language=desk.speaker.language)
    if desk.speaker.machine:
        desk.speaker.give({"path": path})
    desk.speaker.say(f"Geschreven: {path}", f"Written: {path}")


@click.command()
@click.argument("name", type=click.Choice(SCHEMAS))
@pass_desk
def schema(desk: Desk, name: str) -> None:
    """Print the JSON Schema (2020-12) of a JSON export: of a scan (observations), a case or monitoring."""
    desk.speaker.give(Engine.schema(name))
