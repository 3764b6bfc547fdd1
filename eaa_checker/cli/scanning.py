"""``scan``, ``worker``, ``freeze``: running scans."""

from __future__ import annotations

import json
import signal
import sys
import threading
from collections.abc import Callable

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.cli.results import print_summary
from eaa_checker.cli.speaking import plain
from eaa_checker.cli.watching import watch
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import Profile, Progress, Scan, ScanOptions, ScanState
from eaa_checker.engine import Engine
from eaa_checker.errors import NotFound
from rules.contract import Verdict

ENDINGS = {ScanState.COMPLETED: 0, ScanState.FAILED: 7, ScanState.STOPPED: 130, ScanState.INTERRUPTED: 8}
"""Exit codes by the state a scan ends in; 10 with ``--fail-on-barriers`` when it found barriers."""


STATES = tuple(state.value for state in PageState if state is not PageState.DEFAULT)


def _states(_context: click.Context, _option: click.Parameter, words: str) -> tuple[PageState, ...]:
    """The states named in *words*, separated by commas, each once and in their order."""
    named = {word.strip() for word in words.split(",") if word.strip()}
    unknown = sorted(named - {*STATES, PageState.DEFAULT.value, "all"})
    if unknown:
        raise click.BadParameter(f"{', '.join(unknown)}. Known: {', '.join(STATES)}, all.")
    return tuple(PageState(value) for value in STATES if value in named or "all" in named)


@click.command()
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
@click.option("--states", default="", metavar="STATE,…", callback=_states,
              help=f"States in which each page is captured too: {', '.join(STATES)}; or all.")
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
    states: tuple[PageState, ...],
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
            states=states,
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


@click.command()
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


@click.command()
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
