"""``publication``: hearing stakeholders, leaving words out, and the package that is made public."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from eaa_checker.cli.days import DAY, shown
from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.deadline import Length, Unit
from eaa_checker.domain.package import HearingOutcome

_OUTCOMES = click.Choice([one.value for one in HearingOutcome if one is not HearingOutcome.ASKED])
_irrevocable = click.option("--irrevocable", type=DAY, help="Day on which the last decision became irrevocable.")


@click.group()
def publication() -> None:
    """Making a case public: who is heard, what is left out, from when. CASE is a number or a case number."""


@publication.command("when")
@click.argument("case")
@_irrevocable
@machine_option
@pass_desk
def publication_when(desk: Desk, case: str, irrevocable: date | None) -> None:
    """From when a CASE may be made public, who must be heard, and what is lacking."""
    room, speaker = desk.engine.publications, desk.speaker
    number = desk.engine.cases.show(case).id
    time, bodies = room.when(number, irrevocable), room.stakeholders(number)
    if speaker.machine:
        speaker.give({"time": time, "stakeholders": bodies, "hearings": room.hearings(number)})
        return
    heard = {one.organisation_id: one for one in room.hearings(number)}
    speaker.table(
        [("Nr", "No"), ("Belanghebbende", "Stakeholder"), ("Gevraagd", "Asked"), ("Tot en met", "Until"),
         ("Uitkomst", "Outcome")],
        [
            (one.id, one.name, shown(heard[one.id].asked) if one.id in heard else "–",
             shown(heard[one.id].due) if one.id in heard else "–",
             heard[one.id].outcome.say(speaker.language) if one.id in heard else "–")
            for one in bodies
        ],
        None,
    )  # fmt: skip
    for line in time.lacking:
        speaker.say(f"✗ Eerst: {line.nl}", f"✗ First: {line.en}")
    for line in time.why:
        speaker.say(f"  {line.nl}", f"  {line.en}")
    if time.earliest is not None:
        speaker.say(f"✓ Vanaf {shown(time.earliest)}", f"✓ From {shown(time.earliest)}")
    if time.latest is not None:
        speaker.say(f"  Uiterlijk {shown(time.latest)}", f"  At the latest {shown(time.latest)}")
    if time.to_verify is not None:
        speaker.say(f"! {time.to_verify.nl}", f"! {time.to_verify.en}")


@publication.command("ask")
@click.argument("case")
@click.argument("organisation", type=int)
@click.option("--on", "day", type=DAY, help="The day on which they were asked (default: today).")
@click.option("--days", type=click.IntRange(1, 365), help="Length of the term in days (default: six weeks).")
@machine_option
@pass_desk
def publication_ask(desk: Desk, case: str, organisation: int, day: date | None, days: int | None) -> None:
    """Record that an ORGANISATION was asked what it thinks of the intended publication."""
    more = {"length": Length(days, Unit.DAYS)} if days else {}
    done = desk.engine.publications.ask(desk.engine.cases.show(case).id, organisation, day, **more)
    if desk.speaker.machine:
        desk.speaker.give(done)
    desk.speaker.say(
        f"{done.organisation_name} kan reageren tot en met {shown(done.due)}.",
        f"{done.organisation_name} can answer up to and including {shown(done.due)}.",
    )


@publication.command("hear")
@click.argument("case")
@click.argument("organisation", type=int)
@click.argument("outcome", type=_OUTCOMES)
@click.option("--on", "day", type=DAY, help="The day of their answer (default: today).")
@click.option("--view", default="", help="What they said.")
@click.option("--answer", default="", help="How it was weighed; asked for where they object.")
@click.option("--hold-until", type=DAY, help="Publish nothing up to and including this day.")
@machine_option
@pass_desk
def publication_hear(
    desk: Desk,
    case: str,
    organisation: int,
    outcome: str,
    day: date | None,
    view: str,
    answer: str,
    hold_until: date | None,
) -> None:
    """Record what an ORGANISATION said, or that it said nothing within its term."""
    done = desk.engine.publications.hear(
        desk.engine.cases.show(case).id,
        organisation,
        HearingOutcome(outcome),
        heard=day,
        view=view,
        answer=answer,
        hold_until=hold_until,
    )
    if desk.speaker.machine:
        desk.speaker.give(done)
    desk.speaker.say(
        f"{done.organisation_name}: {done.outcome.nl}.", f"{done.organisation_name}: {done.outcome.en}."
    )


@publication.command("redact")
@click.argument("case")
@click.argument("words", required=False)
@click.option("--as", "kind", default="", help="What stands in their place, e.g. bewoner.")
@click.option("--article", default="", help="On which article, as your lawyer gives it.")
@click.option("--reason", default="", help="Why; stands in the decision trail.")
@click.option("--restore", type=int, help="Leave out number N no longer.")
@machine_option
@pass_desk
def publication_redact(
    desk: Desk, case: str, words: str | None, kind: str, article: str, reason: str, restore: int | None
) -> None:
    """Have WORDS left out of what is made public; without WORDS list what is left out."""
    room, number = desk.engine.publications, desk.engine.cases.show(case).id
    if restore is not None:
        room.restore(number, restore, reason)
    elif words is not None:
        room.redact(number, words, kind=kind, article=article, reason=reason)
    found = room.redactions(number)
    desk.speaker.table(
        [("Nr", "No"), ("Woorden", "Words"), ("Wordt", "Becomes"), ("Artikel", "Article"), ("Reden", "Reason")],
        [(one.id, one.words, f"[{one.kind}]", one.article, one.reason) for one in found],
        found,
    )


@publication.command("make")
@click.argument("case")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder to make, or a .zip.")
@click.option("--article", required=True, help="Article on which personal data are left out, as your lawyer gives it.")
@_irrevocable
@click.option("--draft", is_flag=True, help="For the stakeholders, before they are heard; marked as a draft.")
@machine_option
@pass_desk
def publication_make(
    desk: Desk, case: str, out: Path, article: str, irrevocable: date | None, draft: bool
) -> None:
    """Make the package that is published. Refused before stakeholders were heard and before the earliest day."""
    speaker = desk.speaker
    done = desk.engine.publications.make(
        desk.engine.cases.show(case).id,
        out,
        article=article,
        irrevocable=irrevocable,
        draft=draft,
        language=speaker.language,
    )
    if speaker.machine:
        speaker.give(done)
        return
    speaker.say(f"Pakket {done.package.identifier}: {done.package.place}",
                f"Package {done.package.identifier}: {done.package.place}")  # fmt: skip
    speaker.table(
        [("Weggelaten", "Left out"), ("Hoe vaak", "How often"), ("Artikel", "Article")],
        [(one.what.say(speaker.language), one.times or "–", one.article) for one in done.redacted],
        None,
    )
    if done.time.latest is not None:
        speaker.say(f"Uiterlijk openbaar op {shown(done.time.latest)}.", f"To be public by {shown(done.time.latest)}.")
    if done.time.to_verify is not None:
        speaker.say(done.time.to_verify.nl, done.time.to_verify.en)


@publication.command("list")
@machine_option
@pass_desk
def publication_list(desk: Desk) -> None:
    """List the publication packages that were made."""
    found = desk.engine.publications.packages()
    desk.speaker.table(
        [("Kenmerk", "Identifier"), ("Onderzoek", "Case"), ("Gemaakt", "Made"), ("Door", "By"), ("Plaats", "Place")],
        [(p.identifier, p.case_id, f"{p.instant.astimezone():%Y-%m-%d %H:%M}", p.actor, p.place) for p in found],
        found,
    )
