"""``doctor``, ``act``, ``demo``: the program itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.cli.results import print_summary
from eaa_checker.cli.watching import watch
from eaa_checker.domain.scan import Profile, ScanOptions
from eaa_checker.engine import Engine


@click.command()
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


@click.command()
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


@click.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("demo-output"), show_default=True)
@click.option("--profile", type=click.Choice([p.value for p in Profile]), default="full", show_default=True)
@click.option("--case", is_flag=True, help="Also examine a sample of it: findings, deadlines, a letter.")
@click.option("--window", is_flag=True, help="Open the window on the result.")
@pass_desk
def demo(desk: Desk, folder: Path, profile: str, case: bool, window: bool) -> None:
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
            if case:
                made = engine.make_demo_case(wanted.id)
                desk.speaker.say(f"Onderzoek {made.id}: {made.title}", f"Case {made.id}: {made.title}")
            desk.speaker.say(f"Databank: {engine.database}", f"Database: {engine.database}")
    if window and code == 0:
        # The window is another program on the same front door; the command line does not import it.
        start = "from ui.application import main; main()"
        subprocess.call([sys.executable, "-c", start, "--database", str(engine.database), "--scan", str(ended.id)])
    sys.exit(code)
