"""``exchange``: sharing chosen parts of a case with another supervisor, and the receipt that comes back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.package import ExchangePart

DIFFERS = 11
"""Exit code when a package or receipt differs from what was sent."""
_PARTS = click.Choice([part.value for part in ExchangePart])


@click.group()
def exchange() -> None:
    """Packages for other supervisors: made, received, acknowledged."""


@exchange.command("make")
@click.argument("case")
@click.option("--part", "parts", type=_PARTS, multiple=True, required=True, help="What goes in (repeatable).")
@click.option("--recipient", required=True, help="To whom.")
@click.option("--purpose", required=True, help="For what they need it.")
@click.option("--ground", required=True, help="Legal ground, as your lawyer gives it.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder to make, or a .zip.")
@machine_option
@pass_desk
def exchange_make(
    desk: Desk, case: str, parts: tuple[str, ...], recipient: str, purpose: str, ground: str, out: Path
) -> None:
    """Make a package of chosen parts of a CASE."""
    done = desk.engine.exchanges.make(
        desk.engine.cases.show(case).id,
        [ExchangePart(part) for part in parts],
        out,
        recipient=recipient,
        purpose=purpose,
        legal_ground=ground,
    )
    if desk.speaker.machine:
        desk.speaker.give(done)
    desk.speaker.say(
        f"Pakket {done.identifier} met {len(done.files)} bestanden: {done.place}",
        f"Package {done.identifier} with {len(done.files)} files: {done.place}",
    )


@exchange.command("receive")
@click.argument("package", type=click.Path(path_type=Path))
@click.option("--by", "receiver", required=True, help="Your name and organisation.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Where the receipt is written.")
@machine_option
@pass_desk
def exchange_receive(desk: Desk, package: Path, receiver: str, out: Path) -> None:
    """Check a PACKAGE that you received and write a receipt to send back. Needs no database."""
    from eaa_checker.casework.exchange import receive

    found = receive(package, out, receiver)
    if desk.speaker.machine:
        desk.speaker.give({"package": found.identifier, "digest": found.digest, "files": len(found.files),
                           "faults": found.faults})  # fmt: skip
    for nl, en in found.faults:
        desk.speaker.say(f"✗ {nl}", f"✗ {en}")
    desk.speaker.say(f"Ontvangstbewijs: {out}", f"Receipt: {out}")
    sys.exit(DIFFERS if found.faults else 0)


@exchange.command("receipt")
@click.argument("file", type=click.Path(path_type=Path))
@machine_option
@pass_desk
def exchange_receipt(desk: Desk, file: Path) -> None:
    """Read back and record the receipt in FILE; every difference with what was sent is named."""
    package, faults = desk.engine.exchanges.receipt(file)
    if desk.speaker.machine:
        desk.speaker.give({"package": package, "faults": faults})
    for nl, en in faults:
        desk.speaker.say(f"✗ {nl}", f"✗ {en}")
    if not faults:
        desk.speaker.say(
            f"✓ Pakket {package.identifier} is ongeschonden ontvangen door {package.receipts[-1].receiver}.",
            f"✓ Package {package.identifier} was received whole by {package.receipts[-1].receiver}.",
        )
    sys.exit(DIFFERS if faults else 0)


@exchange.command("list")
@machine_option
@pass_desk
def exchange_list(desk: Desk) -> None:
    """List the exchange packages that were made, with their receipts."""
    found = desk.engine.exchanges.packages()
    language = desk.speaker.language
    desk.speaker.table(
        [("Kenmerk", "Identifier"), ("Onderzoek", "Case"), ("Ontvanger", "Recipient"), ("Onderdelen", "Parts"),
         ("Ontvangstbewijs", "Receipt")],
        [
            (p.identifier, p.case_id, p.recipient, ", ".join(ExchangePart(part).say(language) for part in p.parts),
             "; ".join(f"{r.receiver} ({len(r.faults) or desk.speaker.words('ongeschonden', 'whole')})"
                       for r in p.receipts) or "–")
            for p in found
        ],
        found,
    )  # fmt: skip
