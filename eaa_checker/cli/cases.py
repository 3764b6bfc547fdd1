"""``case``: examinations in their four phases, with their rounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from eaa_checker.cli.days import DAY, shown
from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.case import Case, CaseKind, CasePhase, CaseState, NewCase, RoundSeal
from eaa_checker.domain.competence import TargetPowers

_KINDS = click.Choice([kind.value for kind in CaseKind])
_PHASES = click.Choice([phase.value for phase in CasePhase])
_STATES = click.Choice([state.value for state in CaseState])
_reason = click.option("--reason", default="", help="Why; stands in the decision trail.")
_version = click.option("--version", type=int, help="Version that you saw; refused when it was changed since.")
_from = click.option("--from", "planned_from", type=DAY, help="First day of the planning window.")
_until = click.option("--until", "planned_until", type=DAY, help="Last day of the planning window.")


@click.group()
def case() -> None:
    """Cases: open, plan, move through the phases, number, stop, reopen. CASE is a number or a case number."""


def _give(desk: Desk, done: Case, nl: str, en: str) -> None:
    if desk.speaker.machine:
        desk.speaker.give(done)
    desk.speaker.say(f"Onderzoek {done.id} {nl}.", f"Case {done.id} {en}.")


@case.command("open")
@click.argument("title")
@click.option("--kind", type=_KINDS, required=True, help="Kind of examination.")
@click.option("--purpose", default="", help="What it is to show.")
@click.option("--occasion", default="", help="Why now.")
@click.option("--plan", default="", help="Plan of approach.")
@click.option("--on", "day", type=DAY, help="Examination date; picks the norm version (default: today).")
@click.option("--edition", default="", help="Edition of EN 301 549 (default: the one that counts on that day).")
@click.option("--owner", default="", help="Who handles it (default: you).")
@_from
@_until
@click.option("--target", "targets", multiple=True, help="Target to examine: number, name or address (repeatable).")
@click.option("--signal", "signals", type=int, multiple=True, help="Signal that it follows from (repeatable).")
@click.option("--follows", help="Case that it follows up on (number or case number).")
@machine_option
@pass_desk
def case_open(
    desk: Desk,
    title: str,
    kind: str,
    purpose: str,
    occasion: str,
    plan: str,
    day: date | None,
    edition: str,
    owner: str,
    planned_from: date | None,
    planned_until: date | None,
    targets: tuple[str, ...],
    signals: tuple[int, ...],
    follows: str | None,
) -> None:
    """Open a case in the first phase."""
    engine = desk.engine
    new = NewCase(
        kind=CaseKind(kind),
        title=title,
        purpose=purpose,
        occasion=occasion,
        edition=edition,
        examination_date=day,
        owner=owner,
        planned_from=planned_from,
        planned_until=planned_until,
        plan=plan,
        follows_id=engine.cases.show(follows).id if follows else None,
        target_ids=tuple(engine.target(target).id for target in targets),
        signal_ids=signals,
    )
    _give(desk, engine.cases.open(new), "geopend", "opened")


@case.command("list")
@click.option("--state", "states", type=_STATES, multiple=True, help="Only in this state (repeatable).")
@click.option("--phase", "phases", type=_PHASES, multiple=True, help="Only in this phase (repeatable).")
@click.option("--kind", type=_KINDS)
@click.option("--owner", default="")
@click.option("--target", help="Only about this target (number, name or address).")
@machine_option
@pass_desk
def case_list(
    desk: Desk, states: tuple[str, ...], phases: tuple[str, ...], kind: str | None, owner: str, target: str | None
) -> None:
    """List the cases, newest first."""
    engine = desk.engine
    found = engine.cases.list(
        states=[CaseState(state) for state in states],
        phases=[CasePhase(phase) for phase in phases],
        kind=CaseKind(kind) if kind else None,
        owner=owner,
        target_id=engine.target(target).id if target else None,
    )
    language = desk.speaker.language
    desk.speaker.table(
        [("Nr", "No"), ("Zaaknummer", "Case number"), ("Soort", "Kind"), ("Titel", "Title"), ("Fase", "Phase"),
         ("Stand", "State"), ("Behandelaar", "Owner"), ("Planning tot", "Planned until")],
        [
            (c.id, c.number, c.kind.say(language), c.title, c.phase.say(language), c.state.say(language), c.owner,
             shown(c.planned_until))
            for c in found
        ],
        found,
    )  # fmt: skip


@case.command("show")
@click.argument("case")
@machine_option
@pass_desk
def case_show(desk: Desk, case: str) -> None:
    """Show a case, its rounds and samples, and what it lacks for the next phase."""
    engine, speaker = desk.engine, desk.speaker
    found = engine.cases.show(case)
    rounds, samples = engine.cases.rounds(found.id), engine.samples.list(found.id)
    seals = engine.cases.seals(found.id)
    coming = next((phase for phase in CasePhase if phase.place == found.phase.place + 1), None)
    lacks = engine.cases.missing(found.id, coming) if coming and found.state is CaseState.OPEN else []
    if speaker.machine:
        speaker.give(
            {
                "case": found,
                "rounds": rounds,
                "samples": samples,
                "seals": seals,
                "lacks": [{"nl": one.nl, "en": one.en} for one in lacks],
            }
        )
        return
    for nl, en, value in _facts(desk, found):
        if value:
            speaker.say(f"{nl}: {value}", f"{en}: {value}")
    for round_ in rounds:
        nl, en = ", ".join(map(str, round_.scan_ids)) or "geen", ", ".join(map(str, round_.scan_ids)) or "none"
        speaker.say(f"Ronde {round_.number} ({round_.say('nl')}): scans {nl}",
                    f"Round {round_.number} ({round_.say('en')}): scans {en}")  # fmt: skip
    for seal in seals:
        nl, en = _sealed(seal)
        speaker.say(f"Ronde {seal.round_number}: {nl}", f"Round {seal.round_number}: {en}")
    for sample in samples:
        speaker.say(f"Steekproef {sample.id} van object {sample.target_id}: {sample.state.nl}",
                    f"Sample {sample.id} of target {sample.target_id}: {sample.state.en}")  # fmt: skip
    if coming and lacks:
        speaker.say(f"Voor de fase {coming.nl} ontbreekt: {'; '.join(one.nl for one in lacks)}",
                    f"Before the phase {coming.en} it lacks: {'; '.join(one.en for one in lacks)}")  # fmt: skip


def _sealed(seal: RoundSeal) -> tuple[str, str]:
    nl, en = (
        (f"verzegeld in dossier {seal.dossier}", f"sealed in dossier {seal.dossier}")
        if seal.dossier is not None
        else (f"zonder (volledig) dossier: {seal.ground}", f"without a (complete) dossier: {seal.ground}")
    )
    if seal.lifted is None:
        return nl, en
    day = seal.lifted.astimezone().date().isoformat()
    return f"{nl}; heropend op {day}: {seal.lifted_ground}", f"{en}; reopened on {day}: {seal.lifted_ground}"


def _facts(desk: Desk, found: Case) -> list[tuple[str, str, Any]]:
    language = desk.speaker.language
    window = f"{shown(found.planned_from)} – {shown(found.planned_until)}" if found.planned_from else ""
    return [
        ("Onderzoek", "Case", f"{found.id} {found.title} ({found.kind.say(language)})"),
        ("Versie", "Version", found.version),
        ("Zaaknummer", "Case number", found.number),
        ("Fase", "Phase", f"{found.phase.say(language)}, {found.state.say(language)}"),
        ("Behandelaar", "Owner", found.owner),
        ("Doel", "Purpose", found.purpose),
        ("Aanleiding", "Occasion", found.occasion),
        ("Norm", "Norm", f"EN 301 549 {found.edition} ({found.examination_date.isoformat()})"),
        ("Planning", "Planned", window),
        ("Plan van aanpak", "Plan of approach", found.plan),
        ("Objecten", "Targets", ", ".join(map(str, found.target_ids))),
        ("Signalen", "Signals", ", ".join(map(str, found.signal_ids))),
        ("Volgt op", "Follows", found.follows_id),
        ("Beëindigd", "Ended", found.end_reason),
    ]


@case.command("edit")
@click.argument("case")
@click.option("--title")
@click.option("--kind", type=_KINDS)
@click.option("--purpose")
@click.option("--occasion")
@click.option("--plan")
@click.option("--on", "day", type=DAY, help="Examination date; picks the norm version.")
@click.option("--edition", help="Edition of EN 301 549.")
@click.option("--owner")
@_from
@_until
@click.option("--target", "targets", multiple=True, help="Examine these targets and no others (repeatable).")
@_reason
@_version
@machine_option
@pass_desk
def case_edit(
    desk: Desk,
    /,
    case: str,
    day: date | None,
    kind: str | None,
    targets: tuple[str, ...],
    reason: str,
    version: int | None,
    **texts: Any,
) -> None:
    """Change a case. Kind, norm version and targets are fixed once the action has begun."""
    engine = desk.engine
    found = engine.cases.show(case)
    values = {name: value for name, value in texts.items() if value is not None}
    if day is not None:
        values["examination_date"] = day
    if kind is not None:
        values["kind"] = CaseKind(kind)
    chosen = [engine.target(target).id for target in targets]
    if values or not chosen:
        found = engine.cases.edit(found.id, version, reason=reason, **values)
        version = None
    if chosen:
        found = engine.cases.set_targets(found.id, chosen, reason, version=version)
    _give(desk, found, "gewijzigd", "changed")


@case.command("phase")
@click.argument("case")
@click.argument("phase", type=_PHASES)
@_reason
@click.option("--uncertain-because", default="", help="Why the case goes on though our competence is uncertain.")
@click.option("--without-powers", default="", help="Why it goes on without using powers (opinion, recommendation).")
@_version
@machine_option
@pass_desk
def case_phase(
    desk: Desk,
    case: str,
    phase: str,
    reason: str,
    uncertain_because: str,
    without_powers: str,
    version: int | None,
) -> None:
    """Move a case to the next PHASE, or one back, for a reason."""
    room = desk.engine.cases
    done = room.move(
        room.show(case).id,
        CasePhase(phase),
        reason,
        uncertain_because=uncertain_because,
        without_powers=without_powers,
        version=version,
    )
    _give(desk, done, f"is nu in de fase {done.phase.nl}", f"is in the phase {done.phase.en} now")
    if done.phase.place >= CasePhase.ACTION.place and not desk.speaker.machine:
        _competence(desk, room.powers(done.id))


@case.command("competence")
@click.argument("case")
@click.option("--on", "day", type=DAY, help="As it stands on this day (default: today).")
@machine_option
@pass_desk
def case_competence(desk: Desk, case: str, day: date | None) -> None:
    """Per target and norm of a case: may we act?"""
    _competence(desk, desk.engine.cases.powers(desk.engine.cases.show(case).id, day))


def _competence(desk: Desk, found: Sequence[TargetPowers]) -> None:
    speaker, engine = desk.speaker, desk.engine
    speaker.table(
        [("Object", "Target"), ("Norm", "Norm"), ("Bevoegd", "Competent"), ("Stand", "Standing"), ("Grond", "Ground")],
        [
            (one.target_name, engine.norms.norm_set(check.norm_set).short.say(speaker.language),
             check.answer.say(speaker.language), check.standing.say(speaker.language), check.ground(speaker.language))
            for one in found
            for check in one.checks
        ],
        found,
    )  # fmt: skip


@case.command("number")
@click.argument("case")
@click.argument("number")
@_reason
@_version
@machine_option
@pass_desk
def case_number(desk: Desk, case: str, number: str, reason: str, version: int | None) -> None:
    """Record the case NUMBER, without which no letter goes out. Changing it asks a reason."""
    done = desk.engine.cases.give_number(desk.engine.cases.show(case).id, number, reason, version=version)
    _give(desk, done, f"heeft zaaknummer {done.number}", f"has case number {done.number}")


@case.command("stop")
@click.argument("case")
@_reason
@_version
@machine_option
@pass_desk
def case_stop(desk: Desk, case: str, reason: str, version: int | None) -> None:
    """Stop a case before its end, for a reason."""
    done = desk.engine.cases.stop(desk.engine.cases.show(case).id, reason, version=version)
    _give(desk, done, "gestopt", "stopped")


@case.command("close")
@click.argument("case")
@_reason
@click.option("--without-dossier", default="", help="Why the last round has no sealed (complete) dossier.")
@_version
@machine_option
@pass_desk
def case_close(desk: Desk, case: str, reason: str, without_dossier: str, version: int | None) -> None:
    """Close a case from the last phase, on the sealed dossier of its last round; the reason says with what result."""
    room = desk.engine.cases
    done = room.close(room.show(case).id, reason, without_dossier=without_dossier, version=version)
    _give(desk, done, "afgesloten", "closed")


@case.command("reopen")
@click.argument("case")
@_reason
@_version
@machine_option
@pass_desk
def case_reopen(desk: Desk, case: str, reason: str, version: int | None) -> None:
    """Take up again a case that was stopped or closed, for a reason; its seals are lifted and a next one follows."""
    done = desk.engine.cases.reopen(desk.engine.cases.show(case).id, reason, version=version)
    _give(desk, done, "heropend", "reopened")


@case.command("round")
@click.argument("case")
@_reason
@_from
@_until
@_version
@machine_option
@pass_desk
def case_round(
    desk: Desk, case: str, reason: str, planned_from: date | None, planned_until: date | None, version: int | None
) -> None:
    """Open a re-inspection: the same samples once more, for a reason."""
    done = desk.engine.cases.open_round(
        desk.engine.cases.show(case).id,
        reason,
        planned_from=planned_from,
        planned_until=planned_until,
        version=version,
    )
    if desk.speaker.machine:
        desk.speaker.give(done)
    desk.speaker.say(
        f"Onderzoek {done.case_id}: {done.say('nl')} geopend.", f"Case {done.case_id}: {done.say('en')} opened."
    )
