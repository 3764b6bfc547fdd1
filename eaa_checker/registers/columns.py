"""Recognising columns by the words in their header, Dutch or English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ROLES: dict[str, tuple[str, ...]] = {
    "name": (
        "naam instantie", "naam organisatie", "instantie", "instantienaam", "organisatie", "organisatienaam",
        "naam van de instantie", "naam van de organisatie", "bestuursorgaan", "organisation", "organization",
        "organisation name", "organization name", "name of organisation", "name of organization", "body",
        "officiele naam", "naam", "name",
    ),
    "oin": ("oin", "oin nummer", "oinnummer", "organisatie identificatienummer", "organisatieidentificatienummer"),
    "kvk": (
        "kvk", "kvk nummer", "kvknummer", "kvk nr", "nummer kvk", "kamer van koophandel",
        "nummer kamer van koophandel", "chamber of commerce", "chamber of commerce number", "coc number",
    ),
    "kind": (
        "organisatietype", "type organisatie", "soort organisatie", "type instantie", "soort instantie",
        "organisatiesoort", "organisation type", "organization type", "type of organisation", "type", "soort", "kind",
    ),
    "website": (
        "website", "url", "websiteadres", "adres website", "website url", "url website", "webadres", "internetadres",
        "web adres", "adres van de website", "web site", "website address", "web address", "homepage", "startadres",
        "domein", "domeinnaam", "domain", "domain name", "site", "link", "adres", "address",
    ),
    "object": (
        "naam object", "object", "objectnaam", "naam van het object", "naam website", "websitenaam",
        "naam van de website", "target", "target name", "name of target", "website name", "titel", "title",
        "naam url",
    ),
    "tooi": ("tooi", "tooi code", "tooi id", "tooi identifier", "resourceidentifiertooi", "tooi uri"),
    "parent": (
        "onderdeel van", "moederorganisatie", "bovenliggende instantie", "bovenliggende organisatie", "valt onder",
        "parent", "parent organisation", "part of",
    ),
    "part": ("suborganisatie", "sub organisatie", "suborganisation", "sub organisation"),
    "tags": ("tags", "labels", "trefwoorden", "label", "trefwoord"),
    "ended": ("einddatum", "opgeheven per", "bestaat tot", "end date", "ended on"),
    "contact": (
        "contactpersoon", "naam contactpersoon", "contact", "contact person", "contact name", "name of contact",
    ),
    "position": ("functie", "functie contactpersoon", "rol contactpersoon", "position", "job title"),
    "email": ("e mail", "email", "e mailadres", "emailadres", "e mail contactpersoon", "mail", "e mail address"),
    "phone": ("telefoon", "telefoonnummer", "telefoon contactpersoon", "tel", "phone", "telephone"),
    "status": (
        "status in dashboard", "nalevingsstatus", "status verklaring", "status toegankelijkheidsverklaring",
        "compliance status", "status",
    ),
    "app": ("site of app", "site app"),
}  # fmt: skip
"""Header words per role, best first: with both ``Website`` and ``Adres`` the second is a street address."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what."""

    roles: dict[str, int]
    labels: tuple[str, ...]
    """One distinct label per column."""

    @property
    def recognised(self) -> dict[str, str]:
        """Role → label."""
        return {role: self.labels[column] for role, column in self.roles.items()}

    @property
    def ignored(self) -> dict[int, str]:
        """Columns without a role that have a header."""
        used = set(self.roles.values())
        return {n: label for n, label in enumerate(self.labels) if label and n not in used}


def recognised(header: Sequence[str]) -> dict[str, int]:
    """Role → column of the best match in a header row; each column has one role, a repeated header its first."""
    words = [_plain(cell) for cell in header]
    found: dict[str, int] = {}
    for role, aliases in ROLES.items():
        column = next((words.index(a) for a in aliases if a in words and words.index(a) not in found.values()), None)
        if column is not None:
            found[role] = column
    if "status" in found and words[found["status"]] == "status" and "app" not in found:
        # Only the list of DigiToegankelijk means the accessibility statement by a bare "Status".
        del found["status"]
    # Beside a column with the organisation, a bare "Naam" is the name of its site.
    if "object" not in found and "name" in found and words[found["name"]] not in ("naam", "name"):
        for alias in ("naam", "name"):
            if alias in words:
                found["object"] = words.index(alias)
                break
    return found


def read_header(
    header: Sequence[str], groups: Sequence[str] = (), given: Mapping[str, str] | None = None
) -> Columns:
    """The columns of a header row. *groups* is the row above it: labels that stand over several columns.

    *given*: role → label, as a person said it; then words in the header count no more.

    A header that occurs twice is told apart by its group ("Websitetest: IPv6"), else by a number ("IPv6 (2)").
    """
    over = _spread(groups, len(header))
    counts: dict[str, int] = {}
    for cell in header:
        counts[cell.casefold()] = counts.get(cell.casefold(), 0) + 1
    labels: list[str] = []
    for column, cell in enumerate(header):
        label = cell
        if cell and counts[cell.casefold()] > 1 and over[column]:
            label = f"{over[column]}: {cell}"
        number = 2
        plain = label
        while label and label in labels:
            label = f"{plain} ({number})"
            number += 1
        labels.append(label)
    if given is None:
        return Columns(recognised(header), tuple(labels))
    places = {label.casefold(): column for column, label in reversed(list(enumerate(labels))) if label}
    roles = {role: places[label.casefold()] for role, label in given.items() if label.casefold() in places}
    return Columns(roles, tuple(labels))


def _spread(groups: Sequence[str], width: int) -> list[str]:
    """Each group label repeated over the empty cells to its right; counts are no labels."""
    spread: list[str] = []
    current = ""
    for column in range(width):
        cell = groups[column] if column < len(groups) else ""
        if cell:
            current = "" if re.fullmatch(r"[\d.,]+", cell) else cell
        spread.append(current)
    return spread


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare).split())
