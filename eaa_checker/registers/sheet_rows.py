"""From the rows of a sheet to organisations: each row checked by itself and against the rows before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from eaa_checker.domain.contact import NewContact
from eaa_checker.domain.organisation import NewOrganisation, NewTarget, TargetKind
from eaa_checker.domain.web_address import host_of, parse_address
from eaa_checker.errors import NotAnAddress, UnreadableFile
from eaa_checker.registers.columns import Columns, read_header, recognised
from eaa_checker.registers.dates import NotADate, read_date
from eaa_checker.registers.rows import RegisterFile, RegisterRow, RowError
from eaa_checker.registers.sheet import Fault, Sheet, SheetRow, counted

_HEADER_WITHIN = 20
"""A header stands among the first so many rows; titles and counts may stand above it."""
GENERAL = "Algemeen"
"""Name of the contact that is the desk of a body, not a person."""
APP_STORES = ("apps.apple.com", "itunes.apple.com", "play.google.com", "apps.microsoft.com")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a person said about a list before it is read."""

    mapping: Mapping[str, str] | None = None
    """Role → label of the column, for this file."""
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Key of a header line → role → label, as said for earlier files."""
    header_key: Callable[[Sequence[str]], str] = lambda labels: ""
    owner: str = ""
    """Name of the organisation that every row is about, where the list has no column for it."""

    def roles(self, header: Sequence[str], above: Sequence[str]) -> tuple[Mapping[str, str] | None, bool]:
        """The roles that were said for a header line, and whether that was for an earlier file."""
        if self.mapping is not None:
            return self.mapping, False
        labels = read_header(header, above).labels
        found = self.remembered.get(self.header_key(labels))
        return found, found is not None


def read_sheets(
    sheets: Iterable[Sheet], name: str, file_format: str, reading: Reading | None = None
) -> RegisterFile:
    """The first sheet that has a header with a column for the name. Raises UnreadableFile when none has."""
    reading = reading or Reading()
    seen: list[str] = []
    for sheet in sheets:
        rows = iter(counted(sheet.rows, name))
        first = list(islice(rows, _HEADER_WITHIN))
        place, given, remembered = _header_place(first, reading)
        if place is None:
            seen.extend(cell for row in first[:1] for cell in row.cells if cell)
            continue
        above = first[place - 1].cells if place else ()
        columns = read_header(first[place].cells, above, given)
        reader = _Reader(columns, reading.owner)
        for row in first[place + 1 :]:
            reader.take(row)
        for row in rows:
            reader.take(row)
        if not reader.rows and not reader.errors:
            raise UnreadableFile(
                f"In het bestand {name} staan onder de kolomnamen geen rijen.",
                f"In the file {name} there are no rows below the column names.",
            )
        return RegisterFile(
            tuple(reader.rows), tuple(reader.errors), columns.recognised, tuple(columns.ignored.values()),
            file_format, sheet.name, columns.labels, remembered,
        )  # fmt: skip
    if not seen:
        raise UnreadableFile(f"Het bestand {name} is leeg.", f"The file {name} is empty.")
    shown = ", ".join(seen[:10])[:300]
    raise UnreadableFile(
        f"In het bestand {name} is geen kolom met de naam van de instantie gevonden. Zet boven die kolom “Naam” of "
        f"“Instantie”, of zeg welke kolom het is. Gevonden in de eerste rij: {shown}.",
        f"No column with the name of the organisation was found in the file {name}. Put “Name” or “Organisation” "
        f"above that column, or say which column it is. Found in the first row: {shown}.",
        mend=f"eaa-checker organisation import --dry-run --column name=… {name}",
    )


def _header_place(
    rows: Sequence[SheetRow], reading: Reading
) -> tuple[int | None, Mapping[str, str] | None, bool]:
    """Where the header is, the roles that a person said for it, and whether that was for an earlier file."""
    wanted = "website" if reading.owner else "name"
    best, place = 0, None
    for number, row in enumerate(rows):
        above = rows[number - 1].cells if number else ()
        given, remembered = reading.roles(row.cells, above)
        if given is not None and wanted in given:
            labels = {label.casefold() for label in read_header(row.cells, above).labels}
            if all(label.casefold() in labels for label in given.values()):
                return number, given, remembered
        found = recognised(row.cells)
        if wanted in found and len(found) > best:
            best, place = len(found), number
    return place, None, False


class _Reader:
    """Takes rows one by one; remembers what it saw to find duplicates."""

    def __init__(self, columns: Columns, owner: str = "") -> None:
        self._columns = columns
        self._owner = owner
        self._seen: dict[tuple[str, ...], int] = {}
        self._numbers: dict[tuple[str, str], tuple[str, str, int]] = {}
        """(role, body in lower case) → its number and row; ("…-of", number) → the body that has it."""
        self.rows: list[RegisterRow] = []
        self.errors: list[RowError] = []

    def take(self, row: SheetRow) -> None:
        """Adds the row, or what is wrong with it."""
        used = set(self._columns.roles.values())
        if not any(row.cell(c) for c in used) and not any(c in used for c in row.faults):
            # Remarks and totals beside or below the list.
            return
        problems = list(self._faults(row))
        name = self._owner or self._text(row, "name")
        if not name and self._columns.roles["name"] not in row.faults:
            problems.append(self._error(row, "name", "De naam ontbreekt.", "The name is missing."))
        oin = self._number(row, "oin", 20, problems)
        kvk = self._number(row, "kvk", 8, problems)
        target = self._target(row, problems)
        contacts = self._contacts(row, problems)
        ended = self._ended(row, problems)
        if not problems:
            problems.extend(self._clashes(row, name, oin, kvk, target, contacts))
        if problems:
            self.errors.extend(problems)
            return
        self.errors.extend(self._formulas(row))
        self._remember(row, name, oin, kvk, target, contacts)
        extra = tuple((label, row.cell(column)) for column, label in self._columns.ignored.items() if row.cell(column))
        new = NewOrganisation(
            name, oin, kvk, self._text(row, "kind"), (target,) if target else (), self._text(row, "tooi"),
            tuple(tag.strip() for tag in re.split("[,;|]", self._text(row, "tags")) if tag.strip()), ended, contacts,
        )  # fmt: skip
        parent, part = self._text(row, "parent"), self._text(row, "part")
        self.rows.append(RegisterRow(row.number, new, parent=parent, extra=extra, part=part))

    def _text(self, row: SheetRow, role: str) -> str:
        column = self._columns.roles.get(role)
        return "" if column is None else row.cell(column)

    def _error(self, row: SheetRow, role: str, nl: str, en: str) -> RowError:
        return RowError(row.number, nl, en, self._columns.recognised.get(role, ""))

    def _faults(self, row: SheetRow) -> Iterable[RowError]:
        for role, column in self._columns.roles.items():
            label = self._columns.labels[column]
            fault = row.faults.get(column)
            if fault is Fault.NO_VALUE:
                yield self._error(
                    row, role,
                    f"In de kolom “{label}” staat een formule zonder uitkomst. Open het bestand in een "
                    "spreadsheetprogramma, sla het op en probeer het opnieuw.",
                    f"The column “{label}” holds a formula without a result. Open the file in a spreadsheet program, "
                    "save it and try again.",
                )  # fmt: skip
            elif fault is Fault.ERROR_VALUE:
                yield self._error(
                    row, role,
                    f"In de kolom “{label}” staat een formule met een fout: {row.cell(column)}.",
                    f"The column “{label}” holds a formula with an error: {row.cell(column)}.",
                )  # fmt: skip

    def _number(self, row: SheetRow, role: str, digits: int, problems: list[RowError]) -> str:
        column = self._columns.roles.get(role)
        if column is None or column in row.faults or not row.cell(column):
            return ""
        shown = row.cell(column)
        number = re.sub(r"[\s.'’-]", "", shown) if column not in row.numeric else shown
        if re.fullmatch(rf"[0-9]{{{digits}}}", number):
            return number
        label = {"oin": ("Het OIN", "The OIN"), "kvk": ("Het KvK-nummer", "The Chamber of Commerce number")}[role]
        nl = f"{label[0]} heeft geen {digits} cijfers: {shown[:60]}."
        en = f"{label[1]} does not have {digits} digits: {shown[:60]}."
        if column in row.numeric or (number.isdigit() and len(number) < digits) or "E+" in shown.upper():
            nl += " Een spreadsheet verandert lange getallen en laat nullen vooraan weg: maak de kolom op als tekst."
            en += " A spreadsheet changes long numbers and drops leading zeros: format the column as text."
        problems.append(self._error(row, role, nl, en))
        return ""

    def _target(self, row: SheetRow, problems: list[RowError]) -> NewTarget | None:
        typed = self._text(row, "website")
        if not typed or self._columns.roles["website"] in row.faults:
            return None
        name = self._text(row, "object") or (self._text(row, "name") if self._owner else "")
        try:
            found = new_target(typed, name)
        except NotAnAddress as error:
            problems.append(self._error(row, "website", error.nl, error.en))
            return None
        if "app" in self._text(row, "app").casefold().split():
            found = replace(found, kind=TargetKind.APP)
        status = self._text(row, "status")
        letter = re.match(r"(?:status\s+)?([a-e])(?![a-z])", status, re.IGNORECASE)
        return replace(found, statement_status=letter[1].upper() if letter else status)

    def _contacts(self, row: SheetRow, problems: list[RowError]) -> tuple[NewContact, ...]:
        """The contact in a row. One with an address but no name is refused: nobody would know whom to write to.

        A list without a column for the name gives the address of the body itself.
        """
        name, position, email, phone = (self._text(row, role) for role in ("contact", "position", "email", "phone"))
        if not (name or position or email or phone):
            return ()
        if "contact" not in self._columns.roles:
            name = GENERAL
        if not name:
            problems.append(
                self._error(row, "contact", "De contactpersoon heeft geen naam.", "The contact has no name.")
            )
            return ()
        if email and not check_email(email):
            nl, en = f"Dit is geen e-mailadres: {email[:60]}.", f"This is no e-mail address: {email[:60]}."
            problems.append(self._error(row, "email", nl, en))
            return ()
        return (NewContact(name, position, email, phone),)

    def _ended(self, row: SheetRow, problems: list[RowError]) -> date | None:
        text = self._text(row, "ended")
        if not text:
            return None
        try:
            return read_date(text, numeric=self._columns.roles["ended"] in row.numeric)
        except NotADate:
            nl = f"Dit is geen datum: {text[:60]}. Schrijf dag-maand-jaar, bijvoorbeeld 23-11-2026."
            en = f"This is no date: {text[:60]}. Write day-month-year, e.g. 23-11-2026."
            problems.append(self._error(row, "ended", nl, en))
            return None

    def _formulas(self, row: SheetRow) -> Iterable[RowError]:
        for role, column in self._columns.roles.items():
            if column in row.formulas:
                label = self._columns.labels[column]
                yield RowError(
                    row.number,
                    f"In de kolom “{label}” staat een formule; de opgeslagen uitkomst is als tekst overgenomen: "
                    f"{row.cell(column)[:60]}.",
                    f"The column “{label}” holds a formula; its stored outcome was taken as text: "
                    f"{row.cell(column)[:60]}.",
                    self._columns.recognised.get(role, ""),
                    skipped=False,
                )

    def _clashes(
        self, row: SheetRow, name: str, oin: str, kvk: str, target: NewTarget | None, contacts: tuple[NewContact, ...]
    ) -> Iterable[RowError]:
        earlier = self._seen.get(_identity(name, target, contacts))
        if earlier is not None:
            found = self._error(
                row, "name",
                f"Deze rij staat dubbel in het bestand: zie rij {earlier}.",
                f"This row is in the file twice: see row {earlier}.",
            )  # fmt: skip
            yield replace(found, duplicate=True)
            return
        for role, number, label in (("oin", oin, "OIN"), ("kvk", kvk, "KvK")):
            if not number:
                continue
            _, other, at = self._numbers.get((role, name.casefold()), ("", number, 0))
            if other != number:
                yield self._error(
                    row, role,
                    f"“{name}” heeft in rij {at} een ander nummer ({label}): {other}.",
                    f"“{name}” has another number ({label}) in row {at}: {other}.",
                )  # fmt: skip
            owner, _, at = self._numbers.get((f"{role}-of", number), (name, number, 0))
            # A Chamber of Commerce number may be shared (branches of one body); an OIN may not.
            if role == "oin" and owner.casefold() != name.casefold():
                yield self._error(
                    row, role,
                    f"Dit OIN hoort in rij {at} bij “{owner}”.",
                    f"In row {at} this OIN belongs to “{owner}”.",
                )  # fmt: skip

    def _remember(
        self, row: SheetRow, name: str, oin: str, kvk: str, target: NewTarget | None, contacts: tuple[NewContact, ...]
    ) -> None:
        self._seen[_identity(name, target, contacts)] = row.number
        for role, number in (("oin", oin), ("kvk", kvk)):
            if number:
                self._numbers.setdefault((role, name.casefold()), (name, number, row.number))
                self._numbers.setdefault((f"{role}-of", number), (name, number, row.number))


def check_email(address: str) -> bool:
    """*address* could be an e-mail address; whether it exists only a letter can tell."""
    return re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", address) is not None


def _identity(name: str, target: NewTarget | None, contacts: tuple[NewContact, ...]) -> tuple[str, ...]:
    """What makes a row a second one of the same: body, address and contact."""
    person = (contacts[0].name.casefold(), contacts[0].email.casefold()) if contacts else ("", "")
    return (name.casefold(), target.address if target else "", *person)


def new_target(typed: str, name: str = "") -> NewTarget:
    """A target for an address as typed; an address in an app store is an app. Raises NotAnAddress."""
    address = parse_address(typed)
    host = host_of(address)
    kind = TargetKind.APP if host in APP_STORES else TargetKind.WEB_SITE
    return NewTarget(name or host.removeprefix("www."), address, kind)
