"""``organisation`` and ``target``: the register of who is supervised and what is examined."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk


@click.group()
def organisation() -> None:
    """Supervised organisations."""


@organisation.command("add")
@click.argument("name")
@click.option("--oin", default="", help="Organisatie-identificatienummer (20 digits).")
@click.option("--kvk", default="", help="Chamber of Commerce number (8 digits).")
@click.option("--kind", default="", help="Type of organisation.")
@machine_option
@pass_desk
def organisation_add(desk: Desk, name: str, oin: str, kvk: str, kind: str) -> None:
    """Add an organisation."""
    added = desk.engine.add_organisation(name, oin=oin, kvk=kvk, kind=kind)
    if desk.speaker.machine:
        desk.speaker.give(added)
    desk.speaker.say(f"Instantie {added.id} toegevoegd: {added.name}", f"Organisation {added.id} added: {added.name}")


@organisation.command("list")
@machine_option
@pass_desk
def organisation_list(desk: Desk) -> None:
    """List the organisations."""
    found = desk.engine.organisations()
    desk.speaker.table(
        [("Nr", "No"), ("Instantie", "Organisation"), ("Type", "Type"), ("OIN", "OIN"), ("KvK", "KvK")],
        [(o.id, o.name, o.kind, o.oin, o.kvk) for o in found],
        found,
    )


@organisation.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would happen; store nothing.")
@machine_option
@pass_desk
def organisation_import(desk: Desk, file: Path, dry_run: bool) -> None:
    """Import organisations and targets from CSV, XLSX, ODS or register XML."""
    outcome = desk.engine.import_organisations(file, dry_run=dry_run)
    if desk.speaker.machine:
        desk.speaker.give(outcome)
    for error in outcome.errors:
        desk.speaker.say(f"Rij {error.row}: {error.nl}", f"Row {error.row}: {error.en}")
    verb = ("Zou toevoegen", "Would add") if dry_run else ("Toegevoegd", "Added")
    desk.speaker.say(
        f"{verb[0]}: {outcome.added} instanties en {outcome.targets_added} objecten; al bekend: {outcome.skipped}; "
        f"rijen met een fout: {len(outcome.errors)}.",
        f"{verb[1]}: {outcome.added} organisations and {outcome.targets_added} targets; known already: "
        f"{outcome.skipped}; rows with an error: {len(outcome.errors)}.",
    )
    if outcome.errors:
        sys.exit(2)


@click.group()
def target() -> None:
    """Web sites and other things that are examined."""


@target.command("add")
@click.argument("organisation")
@click.argument("address")
@click.option("--name", default="", help="Name of the target (default: its address).")
@click.option("--host", "hosts", multiple=True, help="Another host that belongs to the target (repeatable).")
@click.option("--emergency", is_flag=True, help="Serves people in need (112, crisis information).")
@machine_option
@pass_desk
def target_add(desk: Desk, organisation: str, address: str, name: str, hosts: tuple[str, ...], emergency: bool) -> None:
    """Add a web site of an ORGANISATION (name or number)."""
    owner = desk.engine.organisation(organisation)
    added = desk.engine.add_target(owner.id, name, address, extra_hosts=hosts, emergency=emergency)
    if desk.speaker.machine:
        desk.speaker.give(added)
    desk.speaker.say(f"Object {added.id} toegevoegd: {added.address}", f"Target {added.id} added: {added.address}")


@target.command("list")
@click.option("--organisation", help="Only of this organisation (name or number).")
@machine_option
@pass_desk
def target_list(desk: Desk, organisation: str | None) -> None:
    """List the targets."""
    owner = desk.engine.organisation(organisation).id if organisation else None
    found = desk.engine.targets(owner)
    desk.speaker.table(
        [("Nr", "No"), ("Object", "Target"), ("Adres", "Address"), ("Instantie", "Organisation")],
        [(t.id, t.name, t.address, t.organisation_name) for t in found],
        found,
    )
