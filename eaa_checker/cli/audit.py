"""``audit``: the decision trail."""

from __future__ import annotations

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.errors import BadInput, TrailIsBroken


@click.group()
def audit() -> None:
    """The decision trail: who did what, when and on what ground."""


@audit.command("show")
@click.option("--subject", help="Only of this subject, e.g. case:12.")
@click.option("--after", default=0, help="Only decisions numbered above this.")
@machine_option
@pass_desk
def audit_show(desk: Desk, subject: str | None, after: int) -> None:
    """List the decisions in the order they were taken."""
    found = desk.engine.trail.entries(subject, after=after)
    desk.speaker.table(
        [("Nr", "No"), ("Wanneer", "When"), ("Wie", "Who"), ("Wat", "What"), ("Waarover", "About"),
         ("Grond", "Ground")],
        [
            (e.number, f"{e.instant.astimezone():%Y-%m-%d %H:%M:%S}", e.actor, e.action, e.subject, e.ground)
            for e in found
        ],
        found,
    )  # fmt: skip


@audit.command("verify")
@click.option("--known", metavar="NUMBER:SEAL", help="A seal kept elsewhere that the trail must still hold.")
@machine_option
@pass_desk
def audit_verify(desk: Desk, known: str | None) -> None:
    """Find any altered, removed or reordered decision."""
    kept = _kept(known) if known else None
    faults = desk.engine.trail.faults(kept)
    number, seal = desk.engine.trail.head()
    if desk.speaker.machine:
        desk.speaker.give({"whole": not faults, "decisions": number, "seal": seal, "faults": faults})
    for fault in faults:
        desk.speaker.say(fault.nl, fault.en)
    if faults:
        raise TrailIsBroken(
            "Het besluitspoor is niet ongeschonden. Zet een reservekopie terug en zoek uit wie het veranderde.",
            "The decision trail is not whole. Restore a backup and find out who changed it.",
        )
    desk.speaker.say(
        f"Het besluitspoor is ongeschonden: {number} besluiten, laatste zegel {seal}.",
        f"The decision trail is whole: {number} decisions, last seal {seal}.",
    )


def _kept(text: str) -> tuple[int, str]:
    number, _, seal = text.partition(":")
    if not number.isdecimal() or len(seal) != 64:
        raise BadInput(
            f"“{text}” is geen zegel. Geef het als nummer:zegel, zoals “audit verify” het toont.",
            f"“{text}” is no seal. Give it as number:seal, as “audit verify” shows it.",
        )
    return int(number), seal.lower()
