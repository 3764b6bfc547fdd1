"""``organisation``: the register of who is supervised, and lists that are imported into it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import click

from eaa_checker.cli.days import DAY, shown
from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.cli.register_imports import import_list, import_organisations, import_undo
from eaa_checker.domain.contact import Contact


@click.group()
def organisation() -> None:
    """Supervised organisations."""


organisation.add_command(import_organisations, "import")
organisation.add_command(import_list, "imports")
organisation.add_command(import_undo, "undo")


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
    found = desk.registers.organisations()
    desk.speaker.table(
        [("Nr", "No"), ("Instantie", "Organisation"), ("Type", "Type"), ("OIN", "OIN"), ("KvK", "KvK")],
        [(o.id, o.name, o.kind, o.oin, o.kvk) for o in found],
        found,
    )


@organisation.command("show")
@click.argument("organisation")
@machine_option
@pass_desk
def organisation_show(desk: Desk, organisation: str) -> None:
    """Show an ORGANISATION (name or number) with its contacts and targets, past ones too."""
    found = desk.engine.registers.file(organisation)
    speaker = desk.speaker
    if speaker.machine:
        speaker.give(found)
        return
    one = found.organisation
    say = speaker.say
    say(
        f"Instantie {one.id}: {one.name} (versie {one.version})",
        f"Organisation {one.id}: {one.name} (version {one.version})",
    )
    for label, text in (
        (("Type", "Type"), one.kind),
        (("OIN", "OIN"), one.oin),
        (("KvK", "KvK"), one.kvk),
        (("TOOI", "TOOI"), one.tooi),
        (("Onderdeel van", "Part of"), found.parent.name if found.parent else ""),
        (("Onderdelen", "Parts"), ", ".join(part.name for part in found.parts)),
        (("Labels", "Tags"), ", ".join(one.tags)),
        (("Beëindigd", "Ended"), one.ended.isoformat() if one.ended else ""),
    ):
        if text:
            say(f"{label[0]}: {text}", f"{label[1]}: {text}")
    if found.contacts:
        _contact_table(desk, found.contacts)
    speaker.table(
        [("Koppeling", "Link"), ("Object", "Target"), ("Rol", "Role"), ("Vanaf", "From"), ("Tot en met", "Until")],
        [
            (link.id, f"{link.target_id} {link.target_name}", link.role.say(speaker.language), shown(link.valid_from),
             shown(link.valid_until))
            for link in found.links
        ],
        found.links,
    )  # fmt: skip


@organisation.command("edit")
@click.argument("organisation")
@click.option("--name", help="New name.")
@click.option("--oin", help="Organisatie-identificatienummer (20 digits).")
@click.option("--kvk", help="Chamber of Commerce number (8 digits).")
@click.option("--kind", help="Type of organisation.")
@click.option("--tooi", help="Identifier in the TOOI register.")
@click.option("--part-of", help="The organisation it is part of (name or number); 0 for none.")
@click.option("--tag", "tags", multiple=True, help="Tag (repeatable; replaces all tags).")
@click.option("--version", type=int, help="The version you looked at (default: the present one).")
@click.option("--ground", default="", help="Why.")
@machine_option
@pass_desk
def organisation_edit(
    desk: Desk,
    organisation: str,
    name: str | None,
    oin: str | None,
    kvk: str | None,
    kind: str | None,
    tooi: str | None,
    part_of: str | None,
    tags: tuple[str, ...],
    version: int | None,
    ground: str,
) -> None:
    """Change an ORGANISATION (name or number)."""
    now = desk.engine.organisation(organisation)
    parent = None
    if part_of is not None:
        parent = 0 if part_of == "0" else desk.engine.organisation(part_of).id
    found = desk.engine.registers.edit_organisation(
        now.id, version or now.version, name=name, oin=oin, kvk=kvk, kind=kind, tooi=tooi, parent_id=parent,
        tags=tags or None, ground=ground,
    )  # fmt: skip
    if desk.speaker.machine:
        desk.speaker.give(found)
    desk.speaker.say(
        f"Instantie {found.id} gewijzigd: {found.name} (versie {found.version})",
        f"Organisation {found.id} changed: {found.name} (version {found.version})",
    )


@organisation.command("end")
@click.argument("organisation")
@click.option("--on", type=DAY, default=date.today, help="Last day on which it exists (default: today).")
@click.option("--version", type=int, help="The version you looked at (default: the present one).")
@click.option("--ground", required=True, help="Why.")
@machine_option
@pass_desk
def organisation_end(desk: Desk, organisation: str, on: date, version: int | None, ground: str) -> None:
    """End an ORGANISATION (name or number); nothing is deleted."""
    now = desk.engine.organisation(organisation)
    found = desk.engine.registers.end_organisation(now.id, version or now.version, on, ground=ground)
    if desk.speaker.machine:
        desk.speaker.give(found)
    desk.speaker.say(f"Instantie {found.id} beëindigd op {on}.", f"Organisation {found.id} ended on {on}.")


@organisation.group()
def contact() -> None:
    """People and desks of an organisation; ended, never deleted."""


@contact.command("list")
@click.argument("organisation")
@machine_option
@pass_desk
def contact_list(desk: Desk, organisation: str) -> None:
    """List the contacts that an ORGANISATION has or had."""
    _contact_table(desk, desk.engine.registers.contacts(desk.engine.organisation(organisation).id))


@contact.command("add")
@click.argument("organisation")
@click.argument("name")
@click.option("--position", default="", help="What the person does there.")
@click.option("--email", default="", help="E-mail address.")
@click.option("--phone", default="", help="Telephone number.")
@click.option("--since", type=DAY, help="First day (default: today).")
@machine_option
@pass_desk
def contact_add(
    desk: Desk, organisation: str, name: str, position: str, email: str, phone: str, since: date | None
) -> None:
    """Add a contact to an ORGANISATION."""
    owner = desk.engine.organisation(organisation)
    _told(
        desk,
        desk.engine.registers.add_contact(owner.id, name, position=position, email=email, phone=phone, since=since),
    )


@contact.command("edit")
@click.argument("number", type=int)
@click.option("--name", help="Name.")
@click.option("--position", help="What the person does there.")
@click.option("--email", help="E-mail address.")
@click.option("--phone", help="Telephone number.")
@click.option("--since", type=DAY, help="Changed on that day; without, it was wrong and is corrected.")
@click.option("--version", type=int, help="The version you looked at.", default=1, show_default=True)
@machine_option
@pass_desk
def contact_edit(
    desk: Desk,
    number: int,
    name: str | None,
    position: str | None,
    email: str | None,
    phone: str | None,
    since: date | None,
    version: int,
) -> None:
    """Change or correct contact NUMBER."""
    _told(
        desk,
        desk.engine.registers.edit_contact(
            number, version, name=name, position=position, email=email, phone=phone, since=since
        ),
    )


@contact.command("end")
@click.argument("number", type=int)
@click.option("--on", type=DAY, default=date.today, help="Last day (default: today).")
@click.option("--version", type=int, help="The version you looked at.", default=1, show_default=True)
@click.option("--ground", default="", help="Why.")
@machine_option
@pass_desk
def contact_end(desk: Desk, number: int, on: date, version: int, ground: str) -> None:
    """End contact NUMBER."""
    _told(desk, desk.engine.registers.end_contact(number, version, on, ground=ground))


def _told(desk: Desk, found: Contact) -> None:
    if desk.speaker.machine:
        desk.speaker.give(found)
        return
    _contact_table(desk, [found])


def _contact_table(desk: Desk, found: Iterable[Contact]) -> None:
    contacts = list(found)
    desk.speaker.table(
        [("Nr", "No"), ("Naam", "Name"), ("Functie", "Position"), ("E-mail", "E-mail"), ("Telefoon", "Phone"),
         ("Vanaf", "From"), ("Tot en met", "Until"), ("Versie", "Version")],
        [
            (c.id, c.name, c.position, c.email, c.phone, shown(c.valid_from), shown(c.valid_until), c.version)
            for c in contacts
        ],
        contacts,
    )  # fmt: skip
