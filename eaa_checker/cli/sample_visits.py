"""``sample visit`` and ``stability``: the visits to the pages of a sample, and what came back in them."""

from __future__ import annotations

import sys
from datetime import datetime, time, timedelta

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.cli.results import print_summary
from eaa_checker.cli.scanning import ENDINGS
from eaa_checker.cli.stability import tell_gaps, tell_settled
from eaa_checker.cli.watching import watch
from eaa_checker.domain.scan import Profile, ScanOptions
from eaa_checker.errors import NotFound


@click.command()
@click.argument("sample", type=int)
@click.option("--plan", is_flag=True, help="Only plan the visits of the current round.")
@click.option("--first", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]), help="Moment of the first visit.")
@click.option("--apart", type=float, metavar="HOURS", help="Time between two visits (default: a day).")
@click.option("--extra", is_flag=True, help="Plan one visit more, for a reason, and make it.")
@click.option("--profile", type=click.Choice([p.value for p in Profile]), default="full", show_default=True)
@click.option("--delay", default=0.0, show_default=True, help="Seconds between two pages.")
@click.option("--reason", default="", help="Why; stands in the decision trail.")
@machine_option
@pass_desk
def sample_visit(
    desk: Desk,
    sample: int,
    plan: bool,
    first: datetime | None,
    apart: float | None,
    extra: bool,
    profile: str,
    delay: float,
    reason: str,
) -> None:
    """Make the next planned visit to the pages of a SAMPLE; before its moment only with a reason.

    Profile and delay count for the first visit; all later ones are made alike. Exit codes as for a scan.
    """
    engine, speaker = desk.engine, desk.speaker
    if plan:
        moment = first
        if first is not None and first.time() == time(0):
            moment = first.replace(hour=9)  # a day only: at nine
        gap = None if apart is None else timedelta(hours=apart)
        visits = engine.stability.plan(sample, first=moment, apart=gap, reason=reason)
        speaker.table([("Bezoek", "Visit"), ("Gepland", "Planned")],
                      [(v.number, f"{v.planned.astimezone():%Y-%m-%d %H:%M}") for v in visits], visits)  # fmt: skip
        return
    if extra:
        engine.stability.add_visit(sample, reason)
    put = engine.stability.visit(sample, reason=reason, options=ScanOptions(profile=Profile(profile), delay=delay))
    speaker.say(f"Scan {put.id}: {len(put.options.addresses)} pagina's", f"Scan {put.id}: "
                f"{len(put.options.addresses)} pages")  # fmt: skip
    code, _ = watch(speaker, engine.worker_command(put.id), put.options.max_pages)
    ended = engine.scan(put.id)
    if not ended.state.ended:
        ended = engine.interrupted(put.id)
    elif ended.tested and not speaker.machine:
        print_summary(desk, ended.id)
    sys.exit(ENDINGS.get(ended.state, code))


@click.command()
@click.argument("case")
@click.option("--round", "round_number", type=int, help="Round of the case (default: the last).")
@click.option("--steady", is_flag=True, help="Only what may enter a letter.")
@click.option("--all", "everything", is_flag=True, help="Also questions for a person.")
@machine_option
@pass_desk
def sample_stability(desk: Desk, case: str, round_number: int | None, steady: bool, everything: bool) -> None:
    """What was seen in a round of a CASE, each with how often: steady, changing or once."""
    engine, speaker = desk.engine, desk.speaker
    case_id = engine.cases.show(case).id
    rounds = {round_.number: round_ for round_ in engine.cases.rounds(case_id)}
    number = max(rounds) if round_number is None else round_number
    if number not in rounds:
        raise NotFound(f"Onderzoek {case_id} heeft geen ronde {number}.", f"Case {case_id} has no round {number}.")
    found = engine.stability.of(rounds[number].id)
    shown = found.steady() if steady else found.observations
    if speaker.machine:
        speaker.give({"round": number, "complete": found.complete, "pages": found.pages, "observations": shown})
        return
    tell_gaps(speaker, found)
    tell_settled(desk, shown, everything=everything)
