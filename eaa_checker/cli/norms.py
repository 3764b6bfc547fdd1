"""``norm``: norm sets as dated data, and the competence to act on them."""

from __future__ import annotations

from datetime import date

import click

from eaa_checker.cli.days import DAY, shown
from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.competence import Answer, Assessment
from eaa_checker.domain.organisation import TargetKind

_KINDS = click.Choice([kind.value for kind in TargetKind])


@click.group()
def norm() -> None:
    """Norm sets, and whether we may act on them."""


@norm.command("list")
@click.option("--on", type=DAY, default=date.today, help="Day of the examination (default: today).")
@click.option("--kind", type=_KINDS, help="Only for this kind of target.")
@machine_option
@pass_desk
def norm_list(desk: Desk, on: date, kind: str | None) -> None:
    """List the norm sets that exist on a day; what cannot be enforced yet says so."""
    norms = desk.engine.norms
    found = norms.norm_sets(on, TargetKind(kind) if kind else None)
    language = desk.speaker.language
    counts = norms.norm_set_on(on).id
    values = [
        {"norm_set": one, "standing": norms.standing(one.id, on), "counts": one.id == counts, "on": on}
        for one in found
    ]
    desk.speaker.table(
        [("Id", "Id"), ("Normenkader", "Norm set"), ("Stand", "Standing"), ("Afdwingbaar vanaf", "Enforceable from")],
        [(one.id, one.title.say(language), norms.standing(one.id, on).say(language), shown(one.enforceable_from))
         for one in found],
        values,
    )  # fmt: skip


@norm.command("show")
@click.argument("norm_set")
@click.option("--on", type=DAY, default=date.today, help="Day of the examination (default: today).")
@machine_option
@pass_desk
def norm_show(desk: Desk, norm_set: str, on: date) -> None:
    """Show a NORM_SET: addressee, standing, and what may be cited of it."""
    norms = desk.engine.norms
    found = norms.norm_set(norm_set)
    speaker = desk.speaker
    cited = found.citations(speaker.language)
    points = norms.points(found.id)
    if speaker.machine:
        speaker.give(
            {"norm_set": found, "standing": norms.standing(found.id, on), "citations": cited, "points": points}
        )
        return
    speaker.say(found.title.nl, found.title.en)
    speaker.say(f"Stand: {norms.standing(found.id, on).nl}", f"Standing: {norms.standing(found.id, on).en}")
    speaker.say(found.status.nl, found.status.en)
    speaker.say(f"Gericht tot: {found.addressee.nl}", f"Addressee: {found.addressee.en}")
    for citation in cited:
        speaker.say(f"- {citation}", f"- {citation}")
    speaker.say(f"Toetspunten: {len(points)}", f"Requirements: {len(points)}")


@norm.command("competence")
@click.argument("target")
@click.option("--norm", "norm_set", help="Only this norm set (default: all of this kind of target).")
@click.option("--on", type=DAY, default=date.today, help="Day of the action (default: today).")
@machine_option
@pass_desk
def norm_competence(desk: Desk, target: str, norm_set: str | None, on: date) -> None:
    """May we act at a TARGET (address, name or number)? Unknown is uncertain, never yes."""
    norms = desk.engine.norms
    one = desk.engine.target(target)
    ids = [norm_set] if norm_set else [each.id for each in norms.norm_sets(on, one.kind)]
    found = [norms.competence(each, one.id, on) for each in ids]
    language = desk.speaker.language
    desk.speaker.table(
        [("Normenkader", "Norm set"), ("Bevoegd", "Competent"), ("Stand", "Standing"), ("Grondslag", "Legal basis"),
         ("Tot en met", "Until"), ("Waarom", "Why")],
        [
            (norms.norm_set(c.norm_set).short.say(language), c.answer.say(language), c.standing.say(language),
             c.legal_basis, shown(c.until), c.ground(language))
            for c in found
        ],
        found,
    )  # fmt: skip


@norm.command("assess")
@click.argument("norm_set")
@click.argument("answer", type=click.Choice([answer.value for answer in Answer]))
@click.option("--legal-basis", default="", help="Act and article; needed for yes.")
@click.option("--ground", required=True, help="Why.")
@click.option("--since", type=DAY, default=date.today, help="First day (default: today).")
@click.option("--until", type=DAY, help="Last day (default: until further notice).")
@click.option("--kind", type=_KINDS, help="Only for this kind of target.")
@click.option("--organisation-kind", default="", help="Only for this type of organisation.")
@click.option("--target", help="Only for this target (address, name or number).")
@machine_option
@pass_desk
def norm_assess(
    desk: Desk,
    norm_set: str,
    answer: str,
    legal_basis: str,
    ground: str,
    since: date,
    until: date | None,
    kind: str | None,
    organisation_kind: str,
    target: str | None,
) -> None:
    """Store a decision on the competence for a NORM_SET."""
    found = desk.engine.norms.assess(
        norm_set,
        Answer(answer),
        legal_basis=legal_basis,
        ground=ground,
        since=since,
        until=until,
        target_kind=TargetKind(kind) if kind else None,
        organisation_kind=organisation_kind,
        target_id=desk.engine.target(target).id if target else None,
    )
    _assessments(desk, [found])


@norm.command("assessments")
@click.option("--norm", "norm_set", help="Only of this norm set.")
@machine_option
@pass_desk
def norm_assessments(desk: Desk, norm_set: str | None) -> None:
    """List the decisions on competence, newest first."""
    _assessments(desk, desk.engine.norms.assessments(norm_set))


@norm.command("end")
@click.argument("number", type=int)
@click.option("--on", type=DAY, default=date.today, help="Last day (default: today).")
@click.option("--version", type=int, default=1, show_default=True, help="The version you looked at.")
@click.option("--ground", required=True, help="Why.")
@machine_option
@pass_desk
def norm_end(desk: Desk, number: int, on: date, version: int, ground: str) -> None:
    """End the decision on competence NUMBER."""
    _assessments(desk, [desk.engine.norms.end_assessment(number, version, on, ground=ground)])


def _assessments(desk: Desk, found: list[Assessment]) -> None:
    language = desk.speaker.language
    desk.speaker.table(
        [("Nr", "No"), ("Normenkader", "Norm set"), ("Bevoegd", "Competent"), ("Soort object", "Kind of target"),
         ("Type instantie", "Type of organisation"), ("Object", "Target"), ("Grondslag", "Legal basis"),
         ("Vanaf", "From"), ("Tot en met", "Until"), ("Wie", "Who")],
        [
            (a.id, a.norm_set, a.answer.say(language), a.target_kind, a.organisation_kind, a.target_id or "",
             a.legal_basis, shown(a.since), shown(a.until), a.assessed_by)
            for a in found
        ],
        found,
    )  # fmt: skip
