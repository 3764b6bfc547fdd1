"""``target``: what is examined of an organisation, and who answers for it."""

from __future__ import annotations

from datetime import date

import click

from eaa_checker.cli.days import DAY, shown
from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.organisation import Criticality, Link, Role, TargetKind

_KINDS = click.Choice([kind.value for kind in TargetKind])
_ROLES = click.Choice([role.value for role in Role])
_CRITICALITIES = click.Choice([one.value for one in Criticality])


@click.group()
def target() -> None:
    """Web sites and other things that are examined."""


@target.command("add")
@click.argument("organisation")
@click.argument("address")
@click.option("--name", default="", help="Name of the target (default: its address).")
@click.option("--kind", type=_KINDS, default=TargetKind.WEB_SITE.value, show_default=True, help="What it is.")
@click.option("--host", "hosts", multiple=True, help="Another host that belongs to the target (repeatable).")
@click.option("--emergency", is_flag=True, help="Serves people in need (112, crisis information).")
@click.option("--criticality", type=_CRITICALITIES, default=Criticality.NOT_ASSESSED.value, help="Importance to 112.")
@machine_option
@pass_desk
def target_add(
    desk: Desk,
    organisation: str,
    address: str,
    name: str,
    kind: str,
    hosts: tuple[str, ...],
    emergency: bool,
    criticality: str,
) -> None:
    """Add a target of an ORGANISATION (name or number)."""
    owner = desk.engine.organisation(organisation)
    added = desk.engine.add_target(
        owner.id, name, address, extra_hosts=hosts, emergency=emergency, kind=TargetKind(kind),
        criticality=Criticality(criticality),
    )  # fmt: skip
    if desk.speaker.machine:
        desk.speaker.give(added)
    desk.speaker.say(f"Object {added.id} toegevoegd: {added.address}", f"Target {added.id} added: {added.address}")


@target.command("list")
@click.option("--organisation", help="Only of this organisation (name or number).")
@machine_option
@pass_desk
def target_list(desk: Desk, organisation: str | None) -> None:
    """List the targets."""
    owner = desk.registers.organisation(organisation).id if organisation else None
    found = desk.registers.targets(owner)
    desk.speaker.table(
        [("Nr", "No"), ("Object", "Target"), ("Adres", "Address"), ("Instantie", "Organisation")],
        [(t.id, t.name, t.address, t.organisation_name) for t in found],
        found,
    )


@target.command("edit")
@click.argument("target")
@click.option("--name", help="New name.")
@click.option("--address", help="New address.")
@click.option("--kind", type=_KINDS, help="What it is.")
@click.option("--host", "hosts", multiple=True, help="Host that belongs to it (repeatable; replaces all).")
@click.option("--emergency/--no-emergency", default=None, help="Serves people in need (112, crisis information).")
@click.option("--criticality", type=_CRITICALITIES, help="Importance to 112.")
@click.option("--version", type=int, help="The version you looked at (default: the present one).")
@click.option("--ground", default="", help="Why.")
@machine_option
@pass_desk
def target_edit(
    desk: Desk,
    target: str,
    name: str | None,
    address: str | None,
    kind: str | None,
    hosts: tuple[str, ...],
    emergency: bool | None,
    criticality: str | None,
    version: int | None,
    ground: str,
) -> None:
    """Change a TARGET (address, name or number)."""
    now = desk.engine.target(target)
    found = desk.engine.registers.edit_target(
        now.id, version or now.version, name=name, address=address, kind=TargetKind(kind) if kind else None,
        extra_hosts=hosts or None, emergency=emergency,
        criticality=Criticality(criticality) if criticality else None, ground=ground,
    )  # fmt: skip
    if desk.speaker.machine:
        desk.speaker.give(found)
    desk.speaker.say(
        f"Object {found.id} gewijzigd: {found.name} (versie {found.version})",
        f"Target {found.id} changed: {found.name} (version {found.version})",
    )


@target.command("end")
@click.argument("target")
@click.option("--on", type=DAY, default=date.today, help="Last day on which it exists (default: today).")
@click.option("--version", type=int, help="The version you looked at (default: the present one).")
@click.option("--ground", required=True, help="Why.")
@machine_option
@pass_desk
def target_end(desk: Desk, target: str, on: date, version: int | None, ground: str) -> None:
    """End a TARGET; what was examined of it stays."""
    now = desk.engine.target(target)
    found = desk.engine.registers.end_target(now.id, version or now.version, on, ground=ground)
    if desk.speaker.machine:
        desk.speaker.give(found)
    desk.speaker.say(f"Object {found.id} beëindigd op {on}.", f"Target {found.id} ended on {on}.")


@target.command("links")
@click.argument("target")
@machine_option
@pass_desk
def target_links(desk: Desk, target: str) -> None:
    """List who has or had which role at a TARGET."""
    _table(desk, desk.engine.registers.links(target_id=desk.engine.target(target).id))


@target.command("link")
@click.argument("target")
@click.argument("organisation")
@click.option("--role", type=_ROLES, required=True, help="What the organisation has to do with it.")
@click.option("--since", type=DAY, help="First day (default: since before it was recorded).")
@click.option("--ground", default="", help="Why.")
@machine_option
@pass_desk
def target_link(desk: Desk, target: str, organisation: str, role: str, since: date | None, ground: str) -> None:
    """Give an ORGANISATION a role at a TARGET."""
    owner = desk.engine.organisation(organisation)
    one = desk.engine.target(target)
    _table(desk, [desk.engine.registers.link(owner.id, one.id, Role(role), since=since, ground=ground)])


@target.command("unlink")
@click.argument("link", type=int)
@click.option("--on", type=DAY, default=date.today, help="Last day (default: today).")
@click.option("--version", type=int, default=1, show_default=True, help="The version you looked at.")
@click.option("--ground", required=True, help="Why.")
@machine_option
@pass_desk
def target_unlink(desk: Desk, link: int, on: date, version: int, ground: str) -> None:
    """End a role: LINK is its number; it stays visible."""
    _table(desk, [desk.engine.registers.end_link(link, version, on, ground=ground)])


@target.command("hand-over")
@click.argument("target")
@click.argument("organisation")
@click.option("--role", type=_ROLES, default=Role.RESPONSIBLE.value, show_default=True, help="The role that moves.")
@click.option("--since", type=DAY, default=date.today, help="First day of the new one (default: today).")
@click.option("--ground", required=True, help="Why.")
@machine_option
@pass_desk
def target_hand_over(desk: Desk, target: str, organisation: str, role: str, since: date, ground: str) -> None:
    """A TARGET goes to another ORGANISATION: the old link ends, a new one begins."""
    owner = desk.engine.organisation(organisation)
    one = desk.engine.target(target)
    _table(desk, [desk.engine.registers.hand_over(one.id, owner.id, since, ground=ground, role=Role(role))])


def _table(desk: Desk, links: list[Link]) -> None:
    desk.speaker.table(
        [("Koppeling", "Link"), ("Object", "Target"), ("Instantie", "Organisation"), ("Rol", "Role"),
         ("Vanaf", "From"), ("Tot en met", "Until"), ("Versie", "Version")],
        [
            (one.id, f"{one.target_id} {one.target_name}", f"{one.organisation_id} {one.organisation_name}",
             one.role.say(desk.speaker.language), shown(one.valid_from), shown(one.valid_until), one.version)
            for one in links
        ],
        links,
    )  # fmt: skip
