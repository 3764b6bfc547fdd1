"""``deadline``, ``reply`` and ``reinspection``: what follows on findings."""

from __future__ import annotations

from datetime import date

import click

from eaa_checker.cli.days import DAY
from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.deadline import Deadline, DeadlineKind, DeadlineState, Length, Unit
from eaa_checker.domain.reinspection import Compared, Outcome
from eaa_checker.domain.reply import Effect, Reply, ReplyKind
from eaa_checker.errors import BadInput

_version = click.option("--version", type=int, help="Version that you saw; refused when it was changed since.")


def _length(days: int | None, working_days: int | None, weeks: int | None, months: int | None) -> Length | None:
    given = [
        Length(count, unit)
        for count, unit in (
            (days, Unit.DAYS), (working_days, Unit.WORKING_DAYS), (weeks, Unit.WEEKS), (months, Unit.MONTHS)
        )
        if count is not None
    ]  # fmt: skip
    if len(given) > 1:
        raise BadInput("Geef één duur.", "Give one length.")
    return given[0] if given else None


@click.group()
def deadline() -> None:
    """Deadlines: counted by the Algemene termijnenwet, extended with a reason."""


def _give(desk: Desk, done: Deadline) -> None:
    if desk.speaker.machine:
        desk.speaker.give(_told(desk, done))
    desk.speaker.say(
        f"Termijn {done.id} ({done.kind.nl}): tot en met {done.due:%d-%m-%Y}, {done.state.nl}.",
        f"Deadline {done.id} ({done.kind.en}): until {done.due:%d-%m-%Y}, {done.state.en}.",
    )


def _told(desk: Desk, one: Deadline) -> dict[str, object]:
    return {
        "id": one.id,
        "version": one.version,
        "case": one.examination_id,
        "kind": one.kind,
        "title": one.title,
        "start": one.start.isoformat(),
        "length": None if one.length is None else one.length.words,
        "due": one.due.isoformat(),
        "first_due": one.first_due.isoformat(),
        "state": one.state,
        "overdue": one.overdue(desk.engine.deadlines.today()),
        "basis": one.basis,
        "findings": one.finding_ids,
        "extensions": [
            {"before": e.before.isoformat(), "after": e.after.isoformat(), "reason": e.reason, "author": e.author}
            for e in one.extensions
        ],
    }


@deadline.command("list")
@click.argument("case", required=False)
@click.option("--overdue", is_flag=True, help="Only those whose last day is past.")
@click.option("--all", "every", is_flag=True, help="Also those that ended.")
@machine_option
@pass_desk
def deadline_list(desk: Desk, case: str | None, overdue: bool, every: bool) -> None:
    """List deadlines, the earliest first."""
    deadlines = desk.engine.deadlines
    case_id = desk.engine.cases.show(case).id if case else None
    found = (
        deadlines.overdue(case_id)
        if overdue
        else deadlines.find(case_id, states=() if every else (DeadlineState.RUNNING,))
    )
    warning = deadlines.warning()
    if warning is not None:
        desk.speaker.say(warning.nl, warning.en)
    today = deadlines.today()
    say = desk.speaker.language
    late = desk.speaker.words("te laat", "overdue")
    rows = [
        (
            d.id, d.examination_id, d.kind.say(say), d.title, d.due.isoformat(), len(d.extensions),
            late if d.overdue(today) else d.state.say(say),
        )
        for d in found
    ]  # fmt: skip
    desk.speaker.table(
        [("Nr", "No"), ("Onderzoek", "Case"), ("Soort", "Kind"), ("", ""), ("Laatste dag", "Last day"),
         ("Verlengd", "Extended"), ("Stand", "State")],
        rows,
        {"deadlines": [_told(desk, one) for one in found], "warning": warning},
    )  # fmt: skip


@deadline.command("set")
@click.argument("case")
@click.option("--kind", required=True, type=click.Choice([one.value for one in DeadlineKind]))
@click.option("--start", type=DAY, help="Day of sending; the term begins the day after (default: today).")
@click.option("--days", type=int)
@click.option("--working-days", type=int)
@click.option("--weeks", type=int)
@click.option("--months", type=int)
@click.option("--due", type=DAY, help="Last day, instead of a length.")
@click.option("--title", default="")
@click.option("--basis", default="", help="Letter or decision that sets it.")
@click.option("--finding", "findings", multiple=True, type=int, help="Approved finding it is for (repeatable).")
@click.option("--reason", default="")
@machine_option
@pass_desk
def deadline_set(
    desk: Desk,
    case: str,
    kind: str,
    start: date | None,
    days: int | None,
    working_days: int | None,
    weeks: int | None,
    months: int | None,
    due: date | None,
    title: str,
    basis: str,
    findings: tuple[int, ...],
    reason: str,
) -> None:
    """Set a deadline in a CASE."""
    done = desk.engine.deadlines.set(
        desk.engine.cases.show(case).id,
        DeadlineKind(kind),
        start=start,
        length=_length(days, working_days, weeks, months),
        due=due,
        title=title,
        basis=basis,
        finding_ids=findings,
        reason=reason,
    )
    if done.length is not None:
        moved = desk.engine.deadlines.count(done.kind, done.start, done.length).why
        if moved is not None:
            desk.speaker.say(moved.nl, moved.en)
    _give(desk, done)


@deadline.command("extend")
@click.argument("id", type=int)
@click.option("--reason", required=True, help="Why.")
@click.option("--due", type=DAY, help="New last day.")
@click.option("--days", type=int)
@click.option("--working-days", type=int)
@click.option("--weeks", type=int)
@click.option("--months", type=int)
@_version
@machine_option
@pass_desk
def deadline_extend(
    desk: Desk,
    id: int,
    reason: str,
    due: date | None,
    days: int | None,
    working_days: int | None,
    weeks: int | None,
    months: int | None,
    version: int | None,
) -> None:
    """Move the last day to later, with a reason."""
    length = _length(days, working_days, weeks, months)
    _give(desk, desk.engine.deadlines.extend(id, reason, due=due, length=length, version=version))


@deadline.command("end")
@click.argument("id", type=int)
@click.argument("state", type=click.Choice(["met", "missed", "cancelled"]))
@click.option("--day", type=DAY, help="On which day (default: today).")
@click.option("--reason", default="")
@_version
@machine_option
@pass_desk
def deadline_end(desk: Desk, id: int, state: str, day: date | None, reason: str, version: int | None) -> None:
    """A deadline was met or missed, or is cancelled."""
    done = desk.engine.deadlines.end(id, DeadlineState(state), reason, day=day, version=version)
    _give(desk, done)


@click.group()
def reply() -> None:
    """Replies of organisations per finding."""


def _said(desk: Desk, done: Reply) -> None:
    if desk.speaker.machine:
        desk.speaker.give(_reply(done))
    desk.speaker.say(
        f"Reactie {done.id}: {done.kind.nl}; {done.effect.nl}.", f"Reply {done.id}: {done.kind.en}; {done.effect.en}."
    )


def _reply(one: Reply) -> dict[str, object]:
    return {
        "id": one.id,
        "version": one.version,
        "finding": one.finding_id,
        "kind": one.kind,
        "received": one.received.isoformat(),
        "sender": one.sender,
        "body": one.body,
        "answer": one.answer,
        "effect": one.effect,
        "answered_by": one.answered_by,
    }


@reply.command("add")
@click.argument("finding", type=int)
@click.argument("kind", type=click.Choice([one.value for one in ReplyKind]))
@click.option("--text", default="", help="What the organisation says.")
@click.option("--sender", default="", help="Who replied on its behalf.")
@click.option("--received", type=DAY, help="Day of receipt (default: today).")
@machine_option
@pass_desk
def reply_add(desk: Desk, finding: int, kind: str, text: str, sender: str, received: date | None) -> None:
    """Record a reply to a FINDING."""
    _said(desk, desk.engine.replies.add(finding, ReplyKind(kind), text, sender=sender, received=received))


@reply.command("list")
@click.argument("case", required=False)
@click.option("--open", "open_only", is_flag=True, help="Only those that wait for our answer.")
@machine_option
@pass_desk
def reply_list(desk: Desk, case: str | None, open_only: bool) -> None:
    """List replies, of one CASE or all."""
    found = desk.engine.replies.find(desk.engine.cases.show(case).id if case else None, open_only=open_only)
    say = desk.speaker.language
    desk.speaker.table(
        [("Nr", "No"), ("Bevinding", "Finding"), ("Ontvangen", "Received"), ("Reactie", "Reply"), ("", ""),
         ("Effect", "Effect")],
        [(r.id, r.finding_id, r.received.isoformat(), r.kind.say(say), r.body, r.effect.say(say)) for r in found],
        [_reply(one) for one in found],
    )  # fmt: skip


@reply.command("answer")
@click.argument("id", type=int)
@click.argument("effect", type=click.Choice([one.value for one in Effect if one not in (Effect.OPEN, Effect.MISTAKEN)]))
@click.option("--text", required=True, help="Our answer.")
@_version
@machine_option
@pass_desk
def reply_answer(desk: Desk, id: int, effect: str, text: str, version: int | None) -> None:
    """Answer a reply; its EFFECT is carried out."""
    _said(desk, desk.engine.replies.answer(id, text, Effect(effect), version=version))


@click.group()
def reinspection() -> None:
    """Re-inspection: what became of each finding."""


def _show(desk: Desk, found: list[Compared]) -> None:
    say = desk.speaker.language
    desk.speaker.table(
        [("Nr", "No"), ("Bevinding", "Finding"), ("Toetspunt", "Requirement"), ("Voorstel", "Proposal"), ("", ""),
         ("Bevestigd", "Confirmed")],
        [
            (
                c.id, c.proposed.finding_id or "–", c.proposed.requirement, c.proposed.outcome.say(say),
                c.proposed.why.say(say), "–" if c.confirmed is None else c.confirmed.say(say),
            )
            for c in found
        ],
        found,
    )  # fmt: skip


@reinspection.command("propose")
@click.argument("case")
@machine_option
@pass_desk
def reinspection_propose(desk: Desk, case: str) -> None:
    """Compare the current round with those before."""
    _show(desk, desk.engine.reinspections.propose(desk.engine.cases.show(case).id))


@reinspection.command("list")
@click.argument("case")
@click.option("--round", "round_number", type=int, help="Round (default: the current one).")
@machine_option
@pass_desk
def reinspection_list(desk: Desk, case: str, round_number: int | None) -> None:
    """Proposals and what was confirmed."""
    _show(desk, desk.engine.reinspections.find(desk.engine.cases.show(case).id, round_number))


@reinspection.command("confirm")
@click.argument("id", type=int)
@click.option("--outcome", type=click.Choice([one.value for one in Outcome]), help="Another outcome than proposed.")
@click.option("--reason", default="", help="Needed for another outcome.")
@_version
@machine_option
@pass_desk
def reinspection_confirm(desk: Desk, id: int, outcome: str | None, reason: str, version: int | None) -> None:
    """Confirm a proposal, or another outcome with a reason."""
    chosen = None if outcome is None else Outcome(outcome)
    done = desk.engine.reinspections.confirm(id, chosen, reason, version=version)
    if desk.speaker.machine:
        desk.speaker.give(done)
    assert done.confirmed is not None
    desk.speaker.say(f"Bevestigd: {done.confirmed.nl}.", f"Confirmed: {done.confirmed.en}.")
