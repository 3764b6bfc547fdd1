"""``dossier``: sealing an examination, checking and replaying dossiers, and what becomes of them afterwards."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from eaa_checker.casework.dossiers import Verified
from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.cli.endings import INCOMPLETE, NOT_PASSED
from eaa_checker.domain.dossier import Area, Flip, Person, Replayed
from eaa_checker.errors import BadInput, EaaCheckerError


@click.group()
def dossier() -> None:
    """Sealed dossiers: make, check, judge again, keep and destroy."""


@dossier.command("make")
@click.option("--scan", "scan_id", type=int, help="Seal this scan.")
@click.option("--case", "case_words", help="Seal this case (number or case number) with everything in it.")
@click.option("--out", type=click.Path(path_type=Path), help="Folder to make (default: beside the database).")
@click.option("--function", default="", help="Your function, for the report of findings.")
@click.option("--designation", default="", help="Your designation or mandate (Awb 5:11).")
@click.option("--expertise", default="", help="Your expertise.")
@click.option("--description", default="", help="What was seen, in your own words, where there are no findings.")
@click.option("--description-file", type=click.Path(path_type=Path, dir_okay=False), help="The same, from a file.")
@click.option("--sign", is_flag=True, help="Sign now, in your name and function.")
@click.option("--no-timestamp", is_flag=True, help="Do not ask the configured authority for a time-stamp.")
@machine_option
@pass_desk
def dossier_make(
    desk: Desk,
    scan_id: int | None,
    case_words: str | None,
    out: Path | None,
    function: str,
    designation: str,
    expertise: str,
    description: str,
    description_file: Path | None,
    sign: bool,
    no_timestamp: bool,
) -> None:
    """Seal a scan or a case into a dossier that anybody can open and check."""
    if (scan_id is None) == (case_words is None):
        raise BadInput("Geef --scan of --case.", "Give --scan or --case.")
    room = desk.engine.dossiers
    if description_file is not None:
        description = _text(description_file)
    person = Person(function, designation, expertise, sign)
    if scan_id is not None:
        made = room.make_of_scan(scan_id, person, description=description, folder=out)
    else:
        case = desk.engine.cases.show(case_words or "")
        made = room.make_of_case(case.id, person, description=description, folder=out)
    stamped: datetime | None = None
    if room.stamps and not no_timestamp:
        try:
            stamped = room.stamp(made.number)
        except EaaCheckerError as error:
            # Sealed all the same; the time-stamp can be asked for again.
            desk.speaker.error(error)
    if desk.speaker.machine:
        desk.speaker.give({"dossier": made, "timestamp": stamped})
        return
    desk.speaker.say(f"Dossier {made.number}: {made.place}", f"Dossier {made.number}: {made.place}")
    desk.speaker.say(f"Zegel: {made.seal}", f"Seal: {made.seal}")
    if stamped is not None:
        desk.speaker.say(f"Tijdstempel: {stamped.isoformat()}", f"Time-stamp: {stamped.isoformat()}")
    if made.incomplete:
        desk.speaker.say(
            "Nog niet volledig volgens de rechtspraak; zie: eaa-checker dossier verify " + made.place,
            "Not complete by the case law yet; see: eaa-checker dossier verify " + made.place,
        )


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{file} is niet te lezen: {error}", f"{file} cannot be read: {error}") from error


@dossier.command("list")
@machine_option
@pass_desk
def dossier_list(desk: Desk) -> None:
    """List the sealed dossiers."""
    room = desk.engine.dossiers
    found, terms, gone = room.list(), room.retentions(), room.destructions()
    desk.speaker.table(
        [("Nr", "No"), ("Verzegeld", "Sealed"), ("Wat", "What"), ("Door", "By"), ("Bewaren tot", "Keep until"),
         ("Stand", "State"), ("Zegel", "Seal")],
        [
            (d.number, f"{d.instant.astimezone():%Y-%m-%d %H:%M}", d.title, d.actor,
             terms[d.number].until if d.number in terms else "",
             desk.speaker.words("vernietigd", "destroyed") if d.number in gone else "", d.seal)
            for d in found
        ],
        found,
    )  # fmt: skip


@dossier.command("verify")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--seal", default="", help="The seal as it is kept elsewhere (a letter).")
@click.option("--complete", is_flag=True, help="Also fail while an item of the case law is red.")
@machine_option
@pass_desk
def dossier_verify(desk: Desk, path: Path | None, seal: str, complete: bool) -> None:
    """Check every byte of the dossier at PATH; without PATH the chain of the seal register."""
    room, speaker = desk.engine.dossiers, desk.speaker
    faults = room.register_faults()
    if path is None:
        if speaker.machine:
            speaker.give({"whole": not faults, "dossiers": len(room.list()), "faults": faults})
        for fault in faults:
            speaker.say(fault.nl, fault.en)
        if not faults:
            number = len(room.list())
            speaker.say(f"De keten van {number} dossiers is ongeschonden.", f"The chain of {number} dossiers is whole.")
        sys.exit(NOT_PASSED if faults else 0)
    found = room.verify(path)
    other_seal = bool(seal) and seal.strip().lower() != found.examined.seal
    if speaker.machine:
        speaker.give(
            {
                "whole": found.whole and not other_seal,
                "complete": not found.incomplete,
                "seal": found.examined.seal,
                "number": found.examined.number,
                "previous": found.examined.previous,
                "registered": found.registered,
                "timestamp": found.stamped,
                "timestamp_fault": found.timestamp_fault,
                "seal_differs": other_seal,
                "faults": found.examined.faults,
                "checklist": found.examined.checklist,
            }
        )
    else:
        _tell(desk, found, other_seal)
    if not found.whole or other_seal:
        sys.exit(NOT_PASSED)
    sys.exit(INCOMPLETE if complete and found.incomplete else 0)


def _tell(desk: Desk, found: Verified, other_seal: bool) -> None:
    speaker, examined = desk.speaker, found.examined
    speaker.say(f"Zegel {examined.number}: {examined.seal}", f"Seal {examined.number}: {examined.seal}")
    if other_seal:
        speaker.say("✗ Dit is niet het zegel dat u opgaf.", "✗ This is not the seal that you gave.")
    if found.registered is None:
        speaker.say(
            "  Niet in deze database verzegeld; vergelijk het zegel met dat in de brief.",
            "  Not sealed in this database; compare the seal with the one in the letter.",
        )
    else:
        speaker.say(f"✓ In het register als dossier {examined.number}.", f"✓ In the register as {examined.number}.")
    if found.timestamp_fault:
        speaker.say(f"✗ Tijdstempel: {found.timestamp_fault}", f"✗ Time-stamp: {found.timestamp_fault}")
    elif found.stamped is not None:
        checked = speaker.words("gecontroleerd", "checked") if found.timestamp_checked else "openssl ts -verify"
        when = found.stamped.isoformat()
        speaker.say(f"✓ Tijdstempel van {when} ({checked})", f"✓ Time-stamp of {when} ({checked})")
    for fault in examined.faults:
        speaker.say(f"✗ {fault.nl}", f"✗ {fault.en}")
    if not examined.faults:
        number = examined.files
        speaker.say(f"✓ Geen byte van {number} bestanden is veranderd.", f"✓ No byte of {number} files was changed.")
    for check in examined.checklist:
        mark = "✗" if check.missing else "✓"
        nl, en = ("; ".join(pair[which] for pair in check.missing[:10]) for which in (0, 1))
        speaker.say(f"{mark} {check.nl}{': ' if nl else ''}{nl}", f"{mark} {check.en}{': ' if en else ''}{en}")


@dossier.command("timestamp")
@click.argument("number", type=int)
@click.option("--path", type=click.Path(path_type=Path), help="Where the dossier stands now, if it was moved.")
@machine_option
@pass_desk
def dossier_timestamp(desk: Desk, number: int, path: Path | None) -> None:
    """Put a time-stamp of the configured authority on the seal of dossier NUMBER."""
    stamped = desk.engine.dossiers.stamp(number, folder=path)
    if desk.speaker.machine:
        desk.speaker.give({"timestamp": stamped})
    desk.speaker.say(f"Tijdstempel: {stamped.isoformat()}", f"Time-stamp: {stamped.isoformat()}")


@dossier.command("replay")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--rules", "version", default="", help="Version of a rule book, or a path to one (default: as then).")
@machine_option
@pass_desk
def dossier_replay(desk: Desk, path: Path, version: str) -> None:
    """Judge the captures of the dossier at PATH again, without a browser, and report every difference."""
    _report(desk, desk.engine.dossiers.replay(path, version), every=True)


@dossier.command("rehearse")
@click.option("--rules", "version", default="", help="Version of a rule book, or a path (default: the one in force).")
@click.option("--scan", "scans", type=int, multiple=True, help="Only these scans (repeatable).")
@machine_option
@pass_desk
def dossier_rehearse(desk: Desk, version: str, scans: tuple[int, ...]) -> None:
    """Judge all stored captures again by another rule book: which verdicts flip?"""
    found: list[Replayed] = []
    for one in desk.engine.dossiers.rehearse(scans or None, version):
        found.append(one)
        if not desk.speaker.machine:
            desk.speaker.err.print(f"{one.subject}: {len(one.differences)}", markup=False)
    _report(desk, found, every=False)


def _report(desk: Desk, found: Sequence[Replayed], *, every: bool) -> None:
    """What judging again gave. *every*: also differences of words and places, not only verdicts that flip."""
    speaker = desk.speaker
    if speaker.machine:
        speaker.give(found)
    else:
        for one in found:
            kept = [d for d in one.differences if every or d.flip in (Flip.NEW, Flip.GONE, Flip.VERDICT)]
            speaker.say(
                f"{one.subject}: {one.captures} momentopnamen, {one.observations} waarnemingen, regelboek "
                f"{one.then_version} → {one.now_version}: {'gelijk' if one.same else f'{len(kept)} verschillen'}",
                f"{one.subject}: {one.captures} captures, {one.observations} observations, rule book "
                f"{one.then_version} → {one.now_version}: {'the same' if one.same else f'{len(kept)} differences'}",
            )
            if kept:
                speaker.table(
                    [("Verschil", "Difference"), ("Regel", "Rule"), ("Was", "Was"), ("Is", "Is"),
                     ("Element", "Element"), ("Pagina", "Page")],
                    [(d.flip.say(speaker.language), d.rule, d.then, d.now, d.element or ", ".join(d.fields), d.address)
                     for d in kept],
                    None,
                )  # fmt: skip
            for reason in one.unjudged:
                speaker.say(f"  niet opnieuw te beoordelen: {reason}", f"  cannot be judged again: {reason}")
    sys.exit(0 if all(one.same for one in found) else NOT_PASSED)


# -- personal data, keeping and destroying --------------------------------------------------------------------------


def _area(_context: click.Context, _parameter: click.Parameter, value: Any) -> Any:
    return tuple(_one_area(text) for text in value) if isinstance(value, tuple) else value and _one_area(value)


def _one_area(text: str) -> Area:
    numbers = text.split(",")
    if len(numbers) != 4 or not all(number.strip().isdecimal() for number in numbers):
        raise click.BadParameter("x,y,width,height in pixels, e.g. 10,20,200,40")
    x, y, width, height = map(int, numbers)
    return (x, y, width, height)


_AREA: dict[str, Any] = {"metavar": "X,Y,WIDTH,HEIGHT", "callback": _area}


@dossier.command("blur")
@click.argument("picture")
@click.option("--area", "areas", multiple=True, required=True, **_AREA, help="Area in pixels (repeatable).")
@click.option("--reason", required=True, help="Why.")
@click.option("--out", type=click.Path(path_type=Path), help="Also write the copy to this file.")
@machine_option
@pass_desk
def dossier_blur(desk: Desk, picture: str, areas: tuple[Area, ...], reason: str, out: Path | None) -> None:
    """Blur areas of a stored PICTURE (SHA-256) in a copy; the original stays sealed."""
    made = desk.engine.dossiers.blur(picture, areas, reason)
    if out is not None:
        try:
            with out.open("xb") as stream:
                stream.write(desk.engine.picture(made.copy))
        except OSError as error:
            why = error.strerror or str(error)
            raise BadInput(f"{out} kan niet worden gemaakt: {why}", f"{out} cannot be made: {why}") from error
    if desk.speaker.machine:
        desk.speaker.give(made)
    desk.speaker.say(f"Kopie: {made.copy}", f"Copy: {made.copy}")


@dossier.command("by-catch")
@click.argument("part", required=False)
@click.argument("description", required=False, default="")
@click.option("--area", **_AREA, help="Where on the picture, in pixels.")
@machine_option
@pass_desk
def dossier_by_catch(desk: Desk, part: str | None, description: str, area: Area | None) -> None:
    """Mark by-catch on a stored PART (SHA-256) with a DESCRIPTION; without PART list the marks."""
    room = desk.engine.dossiers
    found = room.by_catch() if part is None else [room.mark_by_catch(part, description, area)]
    desk.speaker.table(
        [("Nr", "No"), ("Bewijsstuk", "Evidence"), ("Vlak", "Area"), ("Wat", "What"), ("Door", "By")],
        [(one.id, one.sha256, one.area or "", one.description, one.actor) for one in found],
        found,
    )


@dossier.command("retain")
@click.argument("number", type=int)
@click.argument("until", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--ground", required=True, help="Selection list, running procedure …")
@machine_option
@pass_desk
def dossier_retain(desk: Desk, number: int, until: datetime, ground: str) -> None:
    """Keep dossier NUMBER up to and including the day UNTIL."""
    room = desk.engine.dossiers
    before = room.retentions().get(number)
    term = room.retain(number, until.date(), ground, version=before.version if before else None)
    if desk.speaker.machine:
        desk.speaker.give(term)
    desk.speaker.say(f"Bewaren tot en met {term.until}.", f"Keep up to and including {term.until}.")


@dossier.command("due")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="As it stands on this day (default: today).")
@machine_option
@pass_desk
def dossier_due(desk: Desk, day: datetime | None) -> None:
    """The destruction list: dossiers whose retention period has passed."""
    found = desk.engine.dossiers.due(day.date() if day else _today())
    desk.speaker.table(
        [("Nr", "No"), ("Wat", "What"), ("Bewaard tot", "Kept until"), ("Grond", "Ground"), ("Bestanden", "Files"),
         ("Bytes", "Bytes")],
        [(d.dossier.number, d.dossier.title, d.retention.until, d.retention.ground, d.files, d.bytes) for d in found],
        found,
    )  # fmt: skip


@dossier.command("destroy")
@click.argument("number", type=int)
@click.option("--ground", required=True, help="On what ground, e.g. the number of the destruction list.")
@click.option("--path", type=click.Path(path_type=Path), help="Where the dossier stands now, if it was moved.")
@click.confirmation_option(prompt="Destroy this dossier? / Dit dossier vernietigen?")
@machine_option
@pass_desk
def dossier_destroy(desk: Desk, number: int, ground: str, path: Path | None) -> None:
    """Destroy dossier NUMBER when its term has passed; a record keeps the chain of seals verifiable."""
    gone = desk.engine.dossiers.destroy(number, ground, _today(), folder=path)
    if desk.speaker.machine:
        desk.speaker.give(gone)
    desk.speaker.say(
        f"Dossier {number} is vernietigd: {gone.files} bestanden, {gone.bytes} bytes.",
        f"Dossier {number} was destroyed: {gone.files} files, {gone.bytes} bytes.",
    )


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
