"""The commands of ``eaa-checker``. Exit codes: see ``ENDINGS`` and ``eaa_checker.errors``."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from eaa_checker import __version__, settings
from eaa_checker.cli.speaking import Speaker, plain
from eaa_checker.cli.watching import watch
from eaa_checker.domain.scan import Profile, Progress, Scan, ScanOptions, ScanState
from eaa_checker.engine import Engine
from eaa_checker.errors import EaaCheckerError, NotFound
from rules.contract import Verdict

ENDINGS = {ScanState.COMPLETED: 0, ScanState.FAILED: 7, ScanState.STOPPED: 130, ScanState.INTERRUPTED: 8}
"""Exit codes by the state a scan ends in; 10 with ``--fail-on-barriers`` when it found barriers."""
FORMATS = ("csv", "xlsx", "json", "earl", "html")


@dataclass(slots=True)
class Desk:
    """What every command needs: the words, and the engine once it is asked for."""

    speaker: Speaker
    chosen: settings.Settings
    _engine: Engine | None = None

    @property
    def engine(self) -> Engine:
        if self._engine is None:
            self._engine = Engine.open(chosen=self.chosen)
            click.get_current_context().call_on_close(self._engine.close)
        return self._engine


pass_desk = click.make_pass_decorator(Desk)


def machine_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--json``, before or after the command's own name."""

    def take(context: click.Context, _parameter: click.Parameter, value: bool) -> bool:
        if value:
            context.ensure_object(Desk).speaker.machine = True
        return value

    return click.option("--json", is_flag=True, expose_value=False, callback=take, help="JSON for machines.")(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--database", type=click.Path(path_type=Path), help="Database file (default: from the settings).")
@click.option("--language", type=click.Choice(["nl", "en"]), help="Language of what is shown (default: Dutch).")
@click.version_option(__version__, package_name="eaa-checker")
@click.pass_context
def cli(context: click.Context, database: Path | None, language: str | None) -> None:
    """Examine the accessibility of emergency-service and government sites."""
    chosen = settings.read()
    if database is not None:
        chosen = replace(chosen, database=database)
    if language is not None:
        chosen = replace(chosen, language=language)
    context.obj = Desk(Speaker(chosen.language), chosen)


# -- organisations and targets ----------------------------------------------------------------------------------


@cli.group()
def organisation() -> None:
    """Supervised organisations."""


@organisation.command("add")
@click.argument("name")
@click.option("--oin", default="", help="Organisatie-identificatienummer (20 digits).")
@click.option("--kvk", default="", help="Chamber of Commerce number (8 digits).")
@click.option("--kind", default="", help="Type of organisation.")
@machine_option
@pass_desk
def organisation_add(desk: Desk, name: str, oin: str, kvk: str, kind: str) -> None:
    """Add an organisation."""
    added = desk.engine.add_organisation(name, oin=oin, kvk=kvk, kind=kind)
    if desk.speaker.machine:
        desk.speaker.give(added)
    desk.speaker.say(f"Instantie {added.id} toegevoegd: {added.name}", f"Organisation {added.id} added: {added.name}")


@organisation.command("list")
@machine_option
@pass_desk
def organisation_list(desk: Desk) -> None:
    """List the organisations."""
    found = desk.engine.organisations()
    desk.speaker.table(
        [("Nr", "No"), ("Instantie", "Organisation"), ("Type", "Type"), ("OIN", "OIN"), ("KvK", "KvK")],
        [(o.id, o.name, o.kind, o.oin, o.kvk) for o in found],
        found,
    )


@organisation.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would happen; store nothing.")
@machine_option
@pass_desk
def organisation_import(desk: Desk, file: Path, dry_run: bool) -> None:
    """Import organisations and targets from CSV, XLSX, ODS or register XML."""
    outcome = desk.engine.import_organisations(file, dry_run=dry_run)
    if desk.speaker.machine:
        desk.speaker.give(outcome)
    for error in outcome.errors:
        desk.speaker.say(f"Rij {error.row}: {error.nl}", f"Row {error.row}: {error.en}")
    verb = ("Zou toevoegen", "Would add") if dry_run else ("Toegevoegd", "Added")
    desk.speaker.say(
        f"{verb[0]}: {outcome.added} instanties en {outcome.targets_added} objecten; al bekend: {outcome.skipped}; "
        f"rijen met een fout: {len(outcome.errors)}.",
        f"{verb[1]}: {outcome.added} organisations and {outcome.targets_added} targets; known already: "
        f"{outcome.skipped}; rows with an error: {len(outcome.errors)}.",
    )
    if outcome.errors:
        sys.exit(2)


@cli.group()
def target() -> None:
    """Web sites and other things that are examined."""


@target.command("add")
@click.argument("organisation")
@click.argument("address")
@click.option("--name", default="", help="Name of the target (default: its address).")
@click.option("--host", "hosts", multiple=True, help="Another host that belongs to the target (repeatable).")
@click.option("--emergency", is_flag=True, help="Serves people in need (112, crisis information).")
@machine_option
@pass_desk
def target_add(desk: Desk, organisation: str, address: str, name: str, hosts: tuple[str, ...], emergency: bool) -> None:
    """Add a web site of an ORGANISATION (name or number)."""
    owner = desk.engine.organisation(organisation)
    added = desk.engine.add_target(owner.id, name, address, extra_hosts=hosts, emergency=emergency)
    if desk.speaker.machine:
        desk.speaker.give(added)
    desk.speaker.say(f"Object {added.id} toegevoegd: {added.address}", f"Target {added.id} added: {added.address}")


@target.command("list")
@click.option("--organisation", help="Only of this organisation (name or number).")
@machine_option
@pass_desk
def target_list(desk: Desk, organisation: str | None) -> None:
    """List the targets."""
    owner = desk.engine.organisation(organisation).id if organisation else None
    found = desk.engine.targets(owner)
    desk.speaker.table(
        [("Nr", "No"), ("Object", "Target"), ("Adres", "Address"), ("Instantie", "Organisation")],
        [(t.id, t.name, t.address, t.organisation_name) for t in found],
        found,
    )


# -- scans --------------------------------------------------------------------------------------------------------


@cli.command()
@click.argument("address_or_target", required=False)
@click.option("--max-pages", default=50, show_default=True, help="Pages to visit at most.")
@click.option("--depth", default=5, show_default=True, help="Links to follow from the start address.")
@click.option("--organisation", default="", help="Organisation that a new address belongs to.")
@click.option("--profile", type=click.Choice([p.value for p in Profile]), default="full", show_default=True)
@click.option("--parallel", default=1, show_default=True, help="Pages of one host at the same time.")
@click.option("--delay", default=0.0, show_default=True, help="Seconds between two pages of a host.")
@click.option("--host", "hosts", multiple=True, help="Another host that belongs to the target (repeatable).")
@click.option("--ignore-robots", default="", metavar="REASON", help="Pass over robots.txt; the reason is logged.")
@click.option("--driver", type=click.Choice(["playwright", "selenium"]), default="playwright", show_default=True)
@click.option("--resume", type=int, metavar="SCAN", help="Go on with an interrupted scan.")
@click.option("--fail-on-barriers", is_flag=True, help="Exit code 10 when barriers are found.")
@machine_option
@pass_desk
def scan(
    desk: Desk,
    address_or_target: str | None,
    max_pages: int,
    depth: int,
    organisation: str,
    profile: str,
    parallel: int,
    delay: float,
    hosts: tuple[str, ...],
    ignore_robots: str,
    driver: str,
    resume: int | None,
    fail_on_barriers: bool,
) -> None:
    """Scan a web site: an ADDRESS, or a TARGET by number or name."""
    engine = desk.engine
    if resume is not None:
        put = engine.scan(resume)
    elif address_or_target:
        options = ScanOptions(
            max_pages=max_pages,
            depth=depth,
            profile=Profile(profile),
            parallel=parallel,
            delay=delay,
            extra_hosts=hosts,
            ignore_robots=ignore_robots,
            driver=driver,
        )
        wanted = _target(engine, address_or_target, organisation)
        put = engine.new_scan(wanted, options)
    else:
        raise click.UsageError("Give an address, a target, or --resume SCAN.")
    desk.speaker.say(f"Scan {put.id}: {put.address}", f"Scan {put.id}: {put.address}")
    command = engine.worker_command(put.id, resume=resume is not None)
    code, _last = watch(desk.speaker, command, put.options.max_pages)
    ended = engine.scan(put.id)
    if not ended.state.ended:
        ended = engine.interrupted(put.id)
    _conclude(desk, ended, code, fail_on_barriers)


def _target(engine: Engine, words: str, organisation: str) -> int:
    if not organisation:
        try:
            return engine.target(int(words) if words.isdigit() else words).id
        except NotFound:
            if words.isdigit():
                raise
    return engine.target_for(words, organisation).id


def _conclude(desk: Desk, ended: Scan, code: int, fail_on_barriers: bool) -> None:
    if not desk.speaker.machine and ended.tested:
        print_summary(desk, ended.id)
    if ended.state is ScanState.INTERRUPTED:
        desk.speaker.say(
            f"De scan is onderbroken. Ga verder met: eaa-checker scan --resume {ended.id}",
            f"The scan was interrupted. Go on with: eaa-checker scan --resume {ended.id}",
        )
    elif ended.error:
        words = json.loads(ended.error)
        desk.speaker.say(words["nl"], words["en"])
    if ended.state in ENDINGS and not (ended.state is ScanState.INTERRUPTED and code):
        code = ENDINGS[ended.state]
    if code == 0 and fail_on_barriers and desk.engine.observations(ended.id, verdicts=(Verdict.FAILED,)):
        code = 10
    sys.exit(code)


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


@cli.command()
@click.argument("reason", required=False, default="")
@click.option("--off", is_flag=True, help="Lift the freeze.")
@pass_desk
def freeze(desk: Desk, reason: str, off: bool) -> None:
    """Crisis freeze: stop all scans of emergency targets at once, for REASON; --off lifts it."""
    if off:
        desk.engine.thaw()
        desk.speaker.say("De noodstop is opgeheven.", "The crisis freeze is lifted.")
        return
    set_ = desk.engine.freeze(reason)
    desk.speaker.say(
        f"Noodstop gezet om {set_.since}: objecten voor mensen in nood worden niet gescand.",
        f"Crisis freeze set at {set_.since}: targets that serve people in need are not scanned.",
    )


@cli.command()
@click.argument("scan_id", type=int)
@click.option("--resume", is_flag=True, help="Take over a scan whose worker is gone.")
@pass_desk
def worker(desk: Desk, scan_id: int, resume: bool) -> None:
    """Run a waiting SCAN in this process; progress as JSON lines. Stops cleanly on SIGINT, SIGTERM or "stop"."""
    desk.speaker.machine = True

    def progress(event: Progress) -> None:
        sys.stdout.write(json.dumps(plain(event), ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def started(stop: Callable[[], None]) -> None:
        import asyncio

        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop)

        def listen() -> None:
            for line in sys.stdin:
                if line.strip() == "stop":
                    loop.call_soon_threadsafe(stop)

        threading.Thread(target=listen, daemon=True).start()

    ended = desk.engine.run_scan(scan_id, progress, resume=resume, started=started)
    sys.exit(ENDINGS.get(ended.state, 1))


@cli.command()
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


@cli.command()
@click.argument("scan_id", type=int)
@click.option("--all", "everything", is_flag=True, help="Also questions for a person.")
@machine_option
@pass_desk
def observations(desk: Desk, scan_id: int, everything: bool) -> None:
    """List what the machine saw in a SCAN."""
    desk.engine.scan(scan_id)
    verdicts = (Verdict.FAILED, Verdict.CANNOT_TELL) if everything else (Verdict.FAILED,)
    found = desk.engine.observations(scan_id, verdicts=verdicts)
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


@cli.command()
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


@cli.command()
@click.argument("scan_id", type=int)
@click.option("--format", "format_", type=click.Choice(FORMATS), required=True)
@click.option("--out", type=click.Path(path_type=Path), help="File to write (default: scan-N.format here).")
@machine_option
@pass_desk
def export(desk: Desk, scan_id: int, format_: str, out: Path | None) -> None:
    """Write a SCAN to a file."""
    ending = {"earl": "earl.json"}.get(format_, format_)
    path = desk.engine.export(scan_id, format_, out or Path(f"scan-{scan_id}.{ending}"), language=desk.speaker.language)
    if desk.speaker.machine:
        desk.speaker.give({"path": path})
    desk.speaker.say(f"Geschreven: {path}", f"Written: {path}")


@cli.command()
@machine_option
@pass_desk
def doctor(desk: Desk) -> None:
    """Say what is installed, which browser is used and why, and what is missing."""
    from eaa_checker.diagnosis import diagnose

    found = diagnose(desk.chosen)
    if desk.speaker.machine:
        desk.speaker.give({"healthy": found.healthy, "lines": found.lines})
    else:
        marks = {"good": "✓", "note": "!", "missing": "✗"}
        for line in found.lines:
            text = f"{marks[line.state.value]} {line.say(desk.speaker.language)}"
            desk.speaker.out.print(text, markup=False)
            if line.mend:
                desk.speaker.out.print(f"    → {line.mend}", markup=False)
    sys.exit(0 if found.healthy else 3)


@cli.command()
@click.argument("cases")
@click.option("--root", type=click.Path(path_type=Path), help="Folder with the test pages (default: beside CASES).")
@click.option("--out", type=click.Path(path_type=Path), help="Write the EARL report for W3C here.")
@click.option("--answers", type=click.Path(path_type=Path), help="A person's answers to the questions (JSON).")
@click.option("--rule", "only", multiple=True, help="Only this ACT rule (repeatable).")
@click.option("--parallel", default=2, show_default=True, help="Pages at the same time.")
@machine_option
@pass_desk
def act(
    desk: Desk,
    cases: str,
    root: Path | None,
    out: Path | None,
    answers: Path | None,
    only: tuple[str, ...],
    parallel: int,
) -> None:
    """Run the rules over W3C's ACT test CASES (testcases.json, a path or an address)."""
    from eaa_checker.cli.act_table import print_counts

    run = desk.engine.act(cases, root, answers=answers, only=only, parallel=parallel)
    if out is not None:
        out.write_text(json.dumps(run.report, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print_counts(desk.speaker, run)
    if out is not None:
        desk.speaker.say(f"Geschreven: {out}", f"Written: {out}")


@cli.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("demo-output"), show_default=True)
@click.option("--profile", type=click.Choice([p.value for p in Profile]), default="full", show_default=True)
@click.option("--window", is_flag=True, help="Open the window on the result.")
@pass_desk
def demo(desk: Desk, folder: Path, profile: str, window: bool) -> None:
    """Serve the bundled demo site, scan it, print a summary and write an HTML report."""
    folder.mkdir(parents=True, exist_ok=True)
    with Engine.open(folder / "demo.sqlite3", desk.chosen) as engine, engine.demo_site() as site:
        own = Desk(desk.speaker, engine.settings, engine)
        wanted = engine.demo_target(site.origin)
        put = engine.new_scan(wanted.id, ScanOptions(profile=Profile(profile), max_pages=60))
        desk.speaker.say(f"Demosite op {site.origin}; scan {put.id}", f"Demo site at {site.origin}; scan {put.id}")
        code, _ = watch(desk.speaker, engine.worker_command(put.id), put.options.max_pages)
        ended = engine.scan(put.id)
        if ended.tested:
            print_summary(own, ended.id)
            path = engine.export(ended.id, "html", folder / "demo.html", language=desk.speaker.language)
            desk.speaker.say(f"Rapport: {path}", f"Report: {path}")
            desk.speaker.say(f"Databank: {engine.database}", f"Database: {engine.database}")
    if window and code == 0:
        # The window is another program on the same front door; the command line does not import it.
        start = "from ui.application import main; main()"
        subprocess.call([sys.executable, "-c", start, "--database", str(engine.database), "--scan", str(ended.id)])
    sys.exit(code)


def main() -> None:
    """The entry point: errors become a sentence and an exit code, never a traceback."""
    language = "nl"
    machine = "--json" in sys.argv
    try:
        language = settings.read().language
        cli.main(standalone_mode=False)
    except EaaCheckerError as error:
        context_language = language
        if "--language" in sys.argv[:-1]:
            context_language = sys.argv[sys.argv.index("--language") + 1]
        Speaker(context_language, machine=machine).error(error)
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
