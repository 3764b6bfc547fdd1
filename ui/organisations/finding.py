"""What the global search finds: organisations, targets, scans, pages. Runs off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from ui.place import Hit, Link
from ui.scanning.history import short_name
from ui.seeking import Sought

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

KEY = "organisations"
MOST = 20
LEAST_LETTERS = 3
"""Of a search among addresses; fewer would find nearly all of them."""
NEWEST_SCANS = 12
"""Scans whose addresses are looked through."""


def find(engine: Engine, words: str, language: str) -> list[Hit]:
    """Organisations and targets that hold every word, their scans, and pages of the newest scans."""
    translate = QCoreApplication.translate
    locale = QLocale()
    fits = Sought(words).stand_in
    hits = [
        Hit(translate("Search", "organisation"), one.name, one.kind, "organisation", Link(KEY, "organisation", one.id))
        for one in engine.organisations()
        if fits(one.name, one.oin, one.kvk, one.kind)
    ][:MOST]
    hits += [
        Hit(
            translate("Search", "target"),
            one.name,
            f"{one.organisation_name} · {one.address}",
            "emergency" if one.emergency else "target",
            Link(KEY, "target", one.id),
        )
        for one in engine.targets()
        if fits(one.name, one.address, one.organisation_name)
    ][:MOST]
    scans = engine.scans()
    hits += [
        Hit(
            translate("Search", "scan"),
            f"{scan.id} · {scan.target_name}",
            short_name(scan, language, locale),
            "running",
            Link(KEY, "scan", scan.id),
        )
        for scan in scans
        if words == str(scan.id) or fits(scan.target_name, scan.address)
    ][:MOST]
    if len(words) < LEAST_LETTERS:
        return hits
    seen: set[str] = set()
    for scan in scans[:NEWEST_SCANS]:
        for line in engine.addresses(scan.id):
            if line.address not in seen and fits(line.address, line.title):
                seen.add(line.address)
                sort = translate("Search", "address")
                link = Link(KEY, "scan", scan.id)
                hits.append(Hit(sort, line.title or line.address, line.address, "page", link))
                if len(seen) >= MOST:
                    return hits
    return hits
