"""A case that is being tested, with one visit to its three pages, made through the real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from captured_page import parts_of
from cases_made import CONTACT, HOME, LONG_AGO, PAGES, STATEMENT, examined
from pages_made import observation
from scans_made import capture_made

from eaa_checker.casework.stability import StabilityDesk
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.capture import Part, PartKind
from eaa_checker.domain.observation import Place
from eaa_checker.domain.scan import ScanState
from eaa_checker.domain.trail import Actor
from eaa_checker.store import Store
from rules.contract import Verdict

ANNA = Actor("Anna de Vries", "anna@werkplek")
CONTACT_PAGE = PAGES[1]
LOGO = ("#inhoud > img",)
LOGO_BOX = (24.0, 187.9, 48.0, 48.0)
FOCUS = "wcag:2.4.7"
IMAGES = "wcag:1.1.1"
SOUND = "wcag:1.2.1"
"""Not applicable by itself: no page of the sample has a film or sound."""


def make(database: Path, *, gone: bool = True) -> int:
    """The contact page as a real browser recorded it, a home page with crops only, a third page that was gone.

    *gone*: without that the third page is captured too. Gives the number of the case.
    """
    with Store.open(database) as store:
        owner = store.add_organisation("Veiligheidsregio Voorbeeld")
        target = store.add_target(owner.id, "Website", "https://voorbeeld.test/", emergency=True)
        case = examined(store, ANNA, target)
        desk = StabilityDesk(store, ANNA)
        desk.plan(case.sample_id, first=LONG_AGO, apart=timedelta(days=1))
        scan = desk.visit(case.sample_id)
        store.claim_scan(scan.id, "werker")
        for page in (HOME, CONTACT, STATEMENT):
            line = AddressLine(page.address, FoundBy.INSPECTOR, 0)
            if page is STATEMENT and gone:
                store.set_line(scan.id, replace(line, ending=Ending.NOT_FOUND))
                continue
            capture, seen = capture_made(store, page), []
            if page is CONTACT:
                capture = replace(capture, parts=parts_of(store))
                place = Place(page.address, LOGO, '<img src="/logo.png">', LOGO_BOX)
                seen = [
                    observation("logo", [place]),
                    observation("knop", [replace(place, path=("#inhoud > form > button",))],
                                verdict=Verdict.CANNOT_TELL),
                ]  # fmt: skip
            else:
                crop = Part(PartKind.CROP, *store.evidence.put(b"crop", "image/png"), "image/png", "p1")
                capture = replace(capture, parts=(*capture.parts, crop))
            store.store_page(scan.id, replace(line, ending=Ending.CAPTURED, title=page.title), capture, seen)
        store.end_scan(scan.id, ScanState.COMPLETED)
        return case.id
