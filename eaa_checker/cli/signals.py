"""``signal``: reasons to look, and what becomes of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from eaa_checker.cli.days import DAY
from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.signal import NewSignal, Reporter, Signal, SignalSource, SignalState, SignalWeight
from eaa_checker.errors import NotAllowed

_SOURCES = click.Choice([source.value for source in SignalSource])
_STATES = click.Choice([state.value for state in SignalState])
_WEIGHTS = click.Choice([weight.value for weight in SignalWeight])
_reason = click.option("--reason", default="", help="Why; stands in the decision trail.")
_version = click.option("--version", type=int, help="Version that you saw; refused when it was changed since.")


@click.group()
def signal() -> None:
    """Signals: take in, link to a case, merge, put aside, forward."""


def _give(desk: Desk, done: Signal, nl: str, en: str) -> None:
    if desk.speaker.machine:
        desk.speaker.give(done)
    desk.speaker.say(f"Signaal {done.id} {nl}.", f"Signal {done.id} {en}.")


@signal.command("add")
@click.argument("description")
@click.option("--source", type=_SOURCES, required=True, help="Where it came from.")
@click.option("--received", type=DAY, help="Day it came in (default: today).")
@click.option("--weight", type=_WEIGHTS, default=SignalWeight.ORDINARY.value, show_default=True)
@click.option("--confidential", is_flag=True, help="Must not be told outside the inspectorate.")
@click.option("--organisation", help="About this organisation (name or number).")
@click.option("--target", help="About this target (number, name or address).")
@click.option("--reporter", is_flag=True, help="Ask who reported it; kept apart, never exported.")
@machine_option
@pass_desk
def signal_add(
    desk: Desk,
    description: str,
    source: str,
    received: date | None,
    weight: str,
    confidential: bool,
    organisation: str | None,
    target: str | None,
    reporter: bool,
) -> None:
    """Take in a signal."""
    engine = desk.engine
    new = NewSignal(
        SignalSource(source),
        received or date.today(),
        description,
        SignalWeight(weight),
        confidential,
        engine.organisation(organisation).id if organisation else None,
        engine.target(target).id if target else None,
    )
    # Asked for and not an option: what is typed as one stays in the history of the shell.
    who = _ask(desk) if reporter else None
    _give(desk, engine.signals.add(new, who), "toegevoegd", "added")


def _ask(desk: Desk) -> Reporter:
    words = desk.speaker.words

    def ask(nl: str, en: str) -> str:
        return str(click.prompt(words(nl, en), default="", show_default=False, err=True))

    return Reporter(ask("Naam", "Name"), ask("Bereikbaar via", "Reached by"), ask("Opmerking", "Remark"))


@signal.command("list")
@click.option("--state", "states", type=_STATES, multiple=True, help="Only in this state (repeatable).")
@click.option("--source", type=_SOURCES)
@click.option("--organisation", help="Only about this organisation (name or number).")
@click.option("--target", help="Only about this target (number, name or address).")
@click.option("--case", "case_", help="Only of this case (number or case number).")
@machine_option
@pass_desk
def signal_list(
    desk: Desk,
    states: tuple[str, ...],
    source: str | None,
    organisation: str | None,
    target: str | None,
    case_: str | None,
) -> None:
    """List the signals, newest first."""
    engine = desk.engine
    found = engine.signals.list(
        states=[SignalState(state) for state in states],
        source=SignalSource(source) if source else None,
        organisation_id=engine.organisation(organisation).id if organisation else None,
        target_id=engine.target(target).id if target else None,
        case_id=engine.cases.show(case_).id if case_ else None,
    )
    language = desk.speaker.language
    desk.speaker.table(
        [("Nr", "No"), ("Binnen", "Received"), ("Bron", "Source"), ("Weging", "Weight"), ("Stand", "State"),
         ("Onderzoek", "Case"), ("Omschrijving", "Description")],
        [
            (s.id, s.received.isoformat(), s.source.say(language), s.weight.say(language), s.state.say(language),
             s.case_id or "", s.description)
            for s in found
        ],
        found,
    )  # fmt: skip


@signal.command("show")
@click.argument("number", type=int)
@click.option("--reporter", metavar="REASON", help="Show who reported it; that you looked, and why, is recorded.")
@machine_option
@pass_desk
def signal_show(desk: Desk, number: int, reporter: str | None) -> None:
    """Show a signal."""
    speaker = desk.speaker
    if reporter is not None and speaker.machine:
        raise NotAllowed(
            "Wie een signaal meldde, wordt nooit als JSON gegeven. Laat --json weg.",
            "Who reported a signal is never given as JSON. Leave --json out.",
        )
    found = desk.engine.signals.show(number)
    if speaker.machine:
        speaker.give(found)
        return
    for nl, en, value in _facts(desk, found):
        if value:
            speaker.say(f"{nl}: {value}", f"{en}: {value}")
    if reporter is not None:
        who = desk.engine.signals.reporter(number, reporter)
        if who is None:
            speaker.say("Er is geen melder bewaard.", "No reporter is kept.")
        else:
            speaker.say(f"Melder: {who.name}; {who.contact}; {who.remark}", f"Reporter: {who.name}; {who.contact}; "
                        f"{who.remark}")  # fmt: skip


def _facts(desk: Desk, found: Signal) -> list[tuple[str, str, Any]]:
    language = desk.speaker.language
    yes = desk.speaker.words("ja", "yes")
    return [
        ("Signaal", "Signal", f"{found.id} ({found.state.say(language)})"),
        ("Versie", "Version", found.version),
        ("Bron", "Source", found.source.say(language)),
        ("Binnengekomen", "Received", found.received.isoformat()),
        ("Weging", "Weight", found.weight.say(language)),
        ("Vertrouwelijk", "Confidential", yes if found.confidential else ""),
        ("Omschrijving", "Description", found.description),
        ("Instantie", "Organisation", found.organisation_id),
        ("Object", "Target", found.target_id),
        ("Onderzoek", "Case", found.case_id),
        ("Samengevoegd met", "Merged into", found.merged_into_id),
        ("Doorgezonden aan", "Forwarded to", found.forwarded_to),
        ("Reden", "Reason", found.reason),
        ("Melder bewaard", "Reporter kept", yes if found.reporter_kept else ""),
    ]


@signal.command("edit")
@click.argument("number", type=int)
@click.option("--description")
@click.option("--weight", type=_WEIGHTS)
@click.option("--confidential/--not-confidential", default=None)
@click.option("--organisation", help="About this organisation (name or number).")
@click.option("--target", help="About this target (number, name or address).")
@_reason
@_version
@machine_option
@pass_desk
def signal_edit(
    desk: Desk,
    number: int,
    description: str | None,
    weight: str | None,
    confidential: bool | None,
    organisation: str | None,
    target: str | None,
    reason: str,
    version: int | None,
) -> None:
    """Change a signal."""
    engine = desk.engine
    done = engine.signals.edit(
        number,
        version or engine.signals.show(number).version,
        description=description,
        weight=SignalWeight(weight) if weight else None,
        confidential=confidential,
        organisation_id=engine.organisation(organisation).id if organisation else None,
        target_id=engine.target(target).id if target else None,
        reason=reason,
    )
    _give(desk, done, "gewijzigd", "changed")


@signal.command("link")
@click.argument("number", type=int)
@click.argument("case")
@_reason
@_version
@machine_option
@pass_desk
def signal_link(desk: Desk, number: int, case: str, reason: str, version: int | None) -> None:
    """Make a signal part of a CASE (number or case number)."""
    case_id = desk.engine.cases.show(case).id
    done = desk.engine.signals.link(number, case_id, reason=reason, version=version)
    _give(desk, done, f"hoort nu bij onderzoek {case_id}", f"is part of case {case_id} now")


@signal.command("merge")
@click.argument("number", type=int)
@click.argument("into", type=int)
@_reason
@_version
@machine_option
@pass_desk
def signal_merge(desk: Desk, number: int, into: int, reason: str, version: int | None) -> None:
    """Merge a signal INTO another, which goes on."""
    done = desk.engine.signals.merge(number, into, reason, version=version)
    _give(desk, done, f"gaat verder, ook voor signaal {number}", f"goes on, also for signal {number}")


@signal.command("aside")
@click.argument("number", type=int)
@_reason
@_version
@machine_option
@pass_desk
def signal_aside(desk: Desk, number: int, reason: str, version: int | None) -> None:
    """Put a signal aside, for a reason."""
    _give(desk, desk.engine.signals.put_aside(number, reason, version=version), "terzijde gelegd", "put aside")


@signal.command("forward")
@click.argument("number", type=int)
@click.argument("to")
@_reason
@_version
@machine_option
@pass_desk
def signal_forward(desk: Desk, number: int, to: str, reason: str, version: int | None) -> None:
    """Forward a signal TO the body that is competent (Awb 2:3), for a reason."""
    done = desk.engine.signals.forward(number, to, reason, version=version)
    _give(desk, done, f"doorgezonden aan {done.forwarded_to}", f"forwarded to {done.forwarded_to}")


@signal.command("reopen")
@click.argument("number", type=int)
@_reason
@_version
@machine_option
@pass_desk
def signal_reopen(desk: Desk, number: int, reason: str, version: int | None) -> None:
    """Take up again what was put aside or forwarded, for a reason."""
    _give(desk, desk.engine.signals.reopen(number, reason, version=version), "weer opgepakt", "taken up again")


@signal.command("forget-reporter")
@click.argument("number", type=int)
@_reason
@_version
@machine_option
@pass_desk
def signal_forget_reporter(desk: Desk, number: int, reason: str, version: int | None) -> None:
    """Destroy what is kept of who reported a signal, for a reason."""
    done = desk.engine.signals.forget_reporter(number, reason, version=version)
    _give(desk, done, "heeft geen melder meer", "has no reporter any more")
