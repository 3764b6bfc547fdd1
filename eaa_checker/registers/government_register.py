"""The Register van Overheidsorganisaties (exportOO.xml): names, numbers, types and web addresses of public bodies.

Matched on local names, because the version stands in the namespace and changes. Only direct children of an
organisation are read: a deep search would bring in the private addresses of officials, who stand under *functies*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from eaa_checker.domain.contact import NewContact
from eaa_checker.domain.organisation import NewOrganisation, NewTarget
from eaa_checker.domain.web_address import host_of
from eaa_checker.errors import NotAnAddress, UnreadableFile
from eaa_checker.registers.rows import RegisterFile, RegisterRow, RowError
from eaa_checker.registers.sheet import damaged, has_document_type, refuse_document_type, tidy
from eaa_checker.registers.sheet_rows import GENERAL, new_target

_REGISTER_HOSTS = ("organisaties.overheid.nl", "almanak.overheid.nl")
_LINE = ("Regel", "Line")
COLUMNS = {"name": "naam", "oin": "resourceIdentifier", "kind": "type", "website": "internetadres"}


class IsDomainRegister(Exception):
    """The file is the register of domain names, which looks the same until the first domain."""


def read_government_register(path: Path, today: date) -> RegisterFile:
    """The bodies that exist on *today*, nested ones too. Raises UnreadableFile, IsDomainRegister."""
    refuse_document_type(lambda: path.open("rb"), path.name)
    reader = _Reader(today)
    try:
        with path.open("rb") as stream:
            for element in _organisations(stream, path.name):
                reader.take(element, parent="")
    except (etree.LxmlError, OSError, ValueError) as error:
        raise damaged(path.name, str(error)) from error
    if not reader.rows and not reader.errors and not reader.ended:
        raise UnreadableFile(
            f"In het bestand {path.name} staan geen organisaties.",
            f"There are no organisations in the file {path.name}.",
        )
    rows, errors, ended = tuple(reader.rows), tuple(reader.errors), tuple(reader.ended)
    return RegisterFile(rows, errors, COLUMNS, (), "xml", ended=ended, place=_LINE)


def _organisations(stream: object, name: str) -> Iterator[etree._Element]:
    """Each outermost organisation when it is complete; freed afterwards."""
    events = etree.iterparse(
        stream, events=("start", "end"), resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    depth = 0
    first = True
    for event, element in events:
        local = _local(element)
        if first:
            first = False
            _check_root(element, name)
        if event == "start":
            depth += local == "organisatie"
            continue
        if local == "functies":
            # People and their addresses: dropped at once, never looked at.
            element.clear()
        elif local == "domeinnaamregistratie":
            raise IsDomainRegister
        elif local == "organisatie":
            depth -= 1
            if depth == 0:
                yield element
        if depth == 0:
            parent = element.getparent()
            element.clear()
            while parent is not None and element.getprevious() is not None:
                del parent[0]


def _check_root(root: Any, name: str) -> None:
    if root.getroottree().docinfo.doctype:
        raise has_document_type(name)
    if _local(root) not in ("overheidsorganisaties", "organisaties"):
        raise UnreadableFile(
            f"Het bestand {name} is XML van een onbekende soort ({_local(root)[:60]}). "
            "Geef het Register van Overheidsorganisaties (exportOO.xml), of een CSV-, XLSX- of ODS-bestand.",
            f"The file {name} is XML of an unknown kind ({_local(root)[:60]}). "
            "Give the register of government bodies (exportOO.xml), or a CSV, XLSX or ODS file.",
        )


class _Reader:
    def __init__(self, today: date) -> None:
        self._today = today
        self._names: dict[str, int] = {}
        self._keys: dict[str, int] = {}
        self.rows: list[RegisterRow] = []
        self.errors: list[RowError] = []
        self.ended: list[RegisterRow] = []
        """Bodies left out because they no longer exist."""

    def take(self, element: etree._Element, parent: str) -> None:
        line = _line(element)
        name = _text(element, "naam")
        ended = self._ended(element)
        if ended is not None:
            key = _key(element)
            self.ended.append(RegisterRow(line, NewOrganisation(name, tooi=key, ended=ended), key, parent))
            return
        if not name:
            self.errors.append(RowError(line, "De naam ontbreekt.", "The name is missing.", "naam", place=_LINE))
        else:
            self._add(element, name, parent, line)
        for group in _children(element, "organisaties"):
            for nested in _children(group, "organisatie"):
                self.take(nested, parent=name)

    def _add(self, element: etree._Element, name: str, parent: str, line: int) -> None:
        key = _key(element)
        if key and key in self._keys:
            at = self._keys[key]
            self.errors.append(
                RowError(
                    line,
                    f"“{name}” staat dubbel in het bestand: zie regel {at}.",
                    f"“{name}” is in the file twice: see line {at}.",
                    place=_LINE,
                    duplicate=True,
                )
            )
            return
        shown = self._distinct(name, parent, key)
        if not shown:
            at = self._names[name.casefold()]
            self.errors.append(
                RowError(
                    line,
                    f"De naam “{name}” staat al op regel {at} en de twee zijn niet uit elkaar te houden.",
                    f"The name “{name}” stands on line {at} already and the two cannot be told apart.",
                    "naam",
                    place=_LINE,
                )
            )
            return
        self._names[shown.casefold()] = line
        if key:
            self._keys[key] = line
        numbers = _numbers(element)
        new = NewOrganisation(
            shown,
            self._checked(numbers, "oin", 20, line),
            self._checked(numbers, "kvk", 8, line),
            ", ".join(_texts(element, "types", "type")),
            tuple(self._targets(element, line)),
            tooi=key,
            # Other registers name a body by its abbreviation.
            tags=tuple(dict.fromkeys(filter(None, (tidy(a.text or "") for a in _children(element, "afkorting"))))),
            contacts=tuple(_contacts(element)),
        )
        self.rows.append(RegisterRow(line, new, key, parent))

    def _distinct(self, name: str, parent: str, key: str) -> str:
        """Several bodies go by one name ("Rekenkamer"); the body they belong to, or their key, tells them apart."""
        choices = [name, f"{name} ({parent})" if parent else "", f"{name} ({key.rpartition('/')[2]})" if key else ""]
        return next((c for c in choices if c and c.casefold() not in self._names), "")

    def _ended(self, element: etree._Element) -> date | None:
        """Its last day, when that has passed. A day to come means that it still exists: a merger was announced."""
        try:
            day = date.fromisoformat(_text(element, "eindDatum")[:10])
        except ValueError:
            return None
        return day if day < self._today else None

    def _checked(self, numbers: dict[str, str], which: str, digits: int, line: int) -> str:
        number = numbers.get(which, "")
        if not number or re.fullmatch(rf"[0-9]{{{digits}}}", number):
            return number
        label = {"oin": ("Het OIN", "The OIN"), "kvk": ("Het KvK-nummer", "The Chamber of Commerce number")}[which]
        self.errors.append(
            RowError(
                line,
                f"{label[0]} heeft geen {digits} cijfers: {number[:60]}.",
                f"{label[1]} does not have {digits} digits: {number[:60]}.",
                "resourceIdentifier",
                skipped=False,
                place=_LINE,
            )
        )
        return ""

    def _targets(self, element: etree._Element, line: int) -> Iterator[NewTarget]:
        """One target per host, the address labelled *algemeen* first; pages of the register itself are none."""
        found: list[tuple[bool, str]] = []
        for contact in _children(element, "contact"):
            for group in _children(contact, "internetadressen"):
                for entry in _children(group, "internetadres"):
                    if url := _text(entry, "url"):
                        found.append((_text(entry, "label").casefold() != "algemeen", url))
        hosts: set[str] = set()
        for _, url in sorted(found, key=lambda pair: pair[0]):
            try:
                target = new_target(url)
            except NotAnAddress as error:
                self.errors.append(RowError(line, error.nl, error.en, "internetadres", skipped=False, place=_LINE))
                continue
            host = host_of(target.address)
            if host not in _REGISTER_HOSTS and host not in hosts:
                hosts.add(host)
                yield target


def _contacts(element: etree._Element) -> Iterator[NewContact]:
    """The desk of the body itself: its first e-mail address and telephone number. People stand under *functies*."""
    for contact in _children(element, "contact"):
        emails = [_text(e, "email") for g in _children(contact, "emailadressen") for e in _children(g, "emailadres")]
        numbers = [
            _text(n, "nummer") for g in _children(contact, "telefoonnummers") for n in _children(g, "telefoonnummer")
        ]
        email, phone = next(filter(None, emails), ""), next(filter(None, numbers), "")
        if email or phone:
            yield NewContact(GENERAL, "", email, phone)
            return


def _numbers(element: etree._Element) -> dict[str, str]:
    """``oin`` and ``kvk``, where the register gives them under a name that says so."""
    found: dict[str, str] = {}
    for group in _children(element, "identificatiecodes"):
        for code in _children(group, "resourceIdentifier"):
            label = _attribute(code, "naam").casefold()
            for which in ("oin", "kvk"):
                if re.search(rf"(?<![a-z]){which}|{which}(?![a-z])", label) and which not in found:
                    found[which] = tidy(code.text or "").rpartition("/")[2]
    return found


def _key(element: etree._Element) -> str:
    return _attribute(element, "resourceIdentifierTOOI") or _attribute(element, "systemeId")


def _line(element: Any) -> int:
    return int(element.sourceline or 0)


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: etree._Element, name: str) -> str:
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return tidy(str(value))
    return ""


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in element if _local(child) == name]


def _text(element: etree._Element, name: str) -> str:
    return next((tidy(child.text or "") for child in _children(element, name)), "")


def _texts(element: etree._Element, group: str, name: str) -> list[str]:
    found = [tidy(c.text or "") for g in _children(element, group) for c in _children(g, name)]
    return [text for text in found if text]
