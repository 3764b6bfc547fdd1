"""The register of government domain names (exportRIO.xml): which domains a body has, not what stands there."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from eaa_checker.domain.organisation import NewOrganisation
from eaa_checker.errors import NotAnAddress, UnreadableFile
from eaa_checker.registers.rows import RegisterFile, RegisterRow, RowError
from eaa_checker.registers.sheet import damaged, refuse_document_type, tidy
from eaa_checker.registers.sheet_rows import new_target

_DOMAIN = ("Domein", "Domain")
"""Domains are counted: several may stand on one line of the file."""
COLUMNS = {"tooi": "resourceIdentifierTOOI", "website": "domeinnaamregistratie"}


def read_domain_register(path: Path) -> RegisterFile:
    """A proposal for each domain, of the body with that TOOI identifier. Raises UnreadableFile."""
    refuse_document_type(lambda: path.open("rb"), path.name)
    rows: list[RegisterRow] = []
    errors: list[RowError] = []
    count = 0
    tooi = ""
    try:
        with path.open("rb") as stream:
            events = etree.iterparse(
                stream, events=("start", "end"), resolve_entities=False, load_dtd=False, no_network=True,
                huge_tree=False,
            )  # fmt: skip
            for event, element in events:
                local = _local(element)
                if local == "organisatie":
                    tooi = _tooi(element) if event == "start" else ""
                if event == "start":
                    continue
                if local == "domeinnaamregistratie":
                    count += 1
                    name = next((tidy(child.text or "") for child in element if _local(child) == "naam"), "")
                    _add(rows, errors, count, tooi, name.casefold())
                if local in ("domeinnaamregistratie", "organisatie"):
                    element.clear()
    except (etree.LxmlError, OSError, ValueError) as error:
        raise damaged(path.name, str(error)) from error
    if not count:
        raise UnreadableFile(
            f"In het bestand {path.name} staan geen domeinnamen.", f"There are no domain names in the file {path.name}."
        )
    return RegisterFile(tuple(rows), tuple(errors), COLUMNS, (), "xml", place=_DOMAIN)


def _add(rows: list[RegisterRow], errors: list[RowError], count: int, tooi: str, name: str) -> None:
    if not tooi:
        nl = f"Bij het domein {name[:80]} staat geen TOOI-code van een instantie."
        errors.append(
            RowError(count, nl, f"No TOOI identifier of an organisation stands with {name[:80]}.", place=_DOMAIN)
        )
        return
    try:
        target = new_target(f"https://{name}/", name)
    except NotAnAddress as error:
        errors.append(RowError(count, error.nl, error.en, "domeinnaamregistratie", place=_DOMAIN))
        return
    rows.append(RegisterRow(count, NewOrganisation("", targets=(target,), tooi=tooi), tooi, proposal=True))


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _tooi(element: etree._Element) -> str:
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == "resourceIdentifierTOOI":
            return tidy(str(value))
    return ""
