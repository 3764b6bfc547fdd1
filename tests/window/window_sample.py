"""A database with a finished scan, made through the real store, for tests of the window that need no browser."""

from __future__ import annotations

import hashlib
import io
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image, ImageDraw

from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.capture import Capture, Part, PartKind
from eaa_checker.domain.observation import Observation, Place, Witness
from eaa_checker.domain.scan import Scan, ScanOptions, ScanState
from eaa_checker.engine import Engine
from eaa_checker.store import Store
from rules.contract import Verdict, Words

SITE = "https://www.waterland.example"
LOGO = (24.0, 12.0, 48.0, 48.0)
MARK = (200, 30, 30)
"""Colour of the pixels where the sample picture shows the logo."""
MANY = 60
"""Places of the observation that stands on the news page many times."""


def page_picture() -> bytes:
    """A page of 1280 by 900 pixels on which the logo is a red square."""
    image = Image.new("RGB", (1280, 900), "white")
    x, y, width, height = LOGO
    ImageDraw.Draw(image).rectangle((x, y, x + width - 1, y + height - 1), fill=MARK)
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def fill(database: Path) -> Scan:
    """Three organisations, four targets and one completed scan of "Website"; gives that scan."""
    with Engine.open(database) as engine:
        region = engine.add_organisation("Veiligheidsregio Waterland", kind="Veiligheidsregio")
        site = engine.add_target(region.id, "Website", f"{SITE}/", emergency=True)
        engine.add_target(region.id, "Crisispagina", "https://crisis.waterland.example/")
        town = engine.add_organisation("Gemeente Noorderkoggen")
        engine.add_target(town.id, "Burgerportaal", "https://portaal.noorderkoggen.example/")
        engine.add_organisation("Provincie Zuidermeer")
        scan = engine.new_scan(site.id, ScanOptions(max_pages=10))
    with Store.open(database) as store:
        store.claim_scan(scan.id, "sample")
        sha256, size = store.evidence.put(page_picture(), "image/png")
        picture = Part(PartKind.PICTURE, sha256, size, "image/png", region=(0.0, 0.0, 1280.0, 900.0))
        for path, title in (("/", "Welkom"), ("/nieuws", "Nieuws"), ("/contact", "Contact")):
            address = SITE + path
            now = datetime.now(UTC)
            line = AddressLine(
                address, FoundBy.LINK, 1, f"{SITE}/", Ending.CAPTURED, "", address, 200, "text/html", title, 1, now
            )
            capture = Capture(address, address, now, True, 200, title, "nl", "default", (picture,))
            store.store_page(scan.id, line, capture, seen_on(address))
        missing = AddressLine(f"{SITE}/weg", FoundBy.SITEMAP, 1, "", Ending.NOT_FOUND, "404 Not Found", "", 404)
        store.add_addresses(scan.id, [missing])
        store.set_line(scan.id, missing)
        return store.end_scan(scan.id, ScanState.COMPLETED)


def seen_on(address: str) -> list[Observation]:
    """What was seen on that page of the sample: the logo on each page, the rest on one page each."""
    logo = Place(address, ("header > a > img",), '<img src="/logo.svg" onload="<script>alert(1)</script>">', LOGO)
    found = [observation("image-has-name", "Afbeelding heeft een tekstalternatief", "1.1.1", [logo])]
    if address.endswith("/nieuws"):
        places = [
            Place(
                address,
                (f"li:nth-child({n}) > span",),
                f"<span>Bericht {n}</span>",
                (40.0, 100.0 + n * 12, 300.0, 12.0),
            )
            for n in range(1, MANY + 1)
        ]
        found.append(observation("text-has-contrast", "Tekst heeft genoeg contrast", "1.4.3", places, hits=("4.2.2",)))
    if address.endswith("/contact"):
        field = Place(address, ("#naam",), '<input id="naam">', None, indicative=True)
        found.append(observation("form-field-has-name", "Invoerveld heeft een label", "4.1.2", [field]))
        asked = Place(address, ("main > a",), "<a href='/x'>Lees meer</a>", (10.0, 700.0, 80.0, 20.0))
        found.append(
            observation("link-purpose", "Linkdoel is duidelijk", "2.4.4", [asked], verdict=Verdict.CANNOT_TELL)
        )
    return found


def observation(
    rule: str,
    title: str,
    criterion: str,
    places: list[Place],
    *,
    hits: tuple[str, ...] = ("4.2.1", "4.2.2"),
    verdict: Verdict = Verdict.FAILED,
) -> Observation:
    return Observation(
        fingerprint=hashlib.sha256(rule.encode()).hexdigest(),
        rule=rule,
        verdict=verdict,
        title=Words(title, f"English: {rule}"),
        explanation=Words("Dit <em>element</em> is niet goed.", "This <em>element</em> is not right."),
        why=Words("Mensen kunnen dit niet gebruiken.", "People cannot use this."),
        repair=Words("Herstel het.", "Repair it."),
        requirements=(f"wcag:{criterion}",),
        clauses=(f"9.{criterion}",),
        hits=hits,
        witnesses=(Witness("own", rule, verdict), Witness("axe", f"axe-{rule}", verdict, "said so")),
        places=tuple(places),
        count=len(places),
        pages=1,
        element=places[0].path[-1],
    )
