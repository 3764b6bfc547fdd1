"""A database with a case in the phase of action, made through the real desks, for tests of the place Cases."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from cases_made import HOME, STATEMENT, Examined, examined
from PIL import Image
from scans_made import Made, fingerprint

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.deadlines import DeadlineDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.letters import LetterDesk
from eaa_checker.casework.text_blocks import TextBlockDesk
from eaa_checker.domain.case import Case, CaseKind, NewCase
from eaa_checker.domain.deadline import DeadlineKind
from eaa_checker.domain.finding import FindingText, Impact
from eaa_checker.domain.letter import LetterKind
from eaa_checker.domain.trail import Actor
from eaa_checker.store import Store

ANNA, BRAM = Actor("Anna de Vries", "anna@werkplek"), Actor("Bram Jansen", "bram@werkplek")
LOGO, MENU, CHAT = (fingerprint(name) for name in ("logo", "menu", "chat"))
NUMBER = "Z-2026-0042"


def text(title: str, impact: Impact = Impact.SIGNIFICANT) -> FindingText:
    return FindingText(
        title, f"{title}: zo gezien op de pagina.", "Wie niet ziet, kan dit niet gebruiken.", impact, "Geef een naam."
    )


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (200, 60), "#cde").save(out, "PNG")
    return out.getvalue()


def fill_case(database: Path) -> Case:
    """Case 1 (numbered): three visits, B-01 draft, B-02 waiting for review by whoever is not Anna, B-03 approved; a
    term overdue; a draft of a letter. Case 2: just opened, of the same target."""
    with Store.open(database) as store:
        owner = store.add_organisation("Veiligheidsregio Voorbeeld", kind="Veiligheidsregio")
        site = store.add_target(owner.id, "Website", "https://voorbeeld.test/", emergency=True)
        case = examined(store, ANNA, site)
        CaseDesk(store, ANNA).give_number(case.id, NUMBER)
        CaseDesk(store, ANNA).edit(case.id, title="Hulp vragen op de website")
        visit(case)
        desk = FindingDesk(store, ANNA)
        desk.add(case.id, observations=[LOGO], text=text("Logo zonder naam"))
        waiting = desk.add(case.id, observations=[MENU], text=text("Menu zonder naam", Impact.MODERATE))
        desk.submit(waiting.id)
        approved = desk.add(case.id, observations=[CHAT], text=text("Chatknop zonder naam", Impact.CRITICAL))
        desk.submit(approved.id)
        FindingDesk(store, BRAM).approve(approved.id, "Zelf nagekeken.")
        TextBlockDesk(store, ANNA).add("Naam geven", "repair", "Geef elk element een naam die zegt wat het doet.")
        term = DeadlineDesk(store, ANNA)
        term.set(case.id, DeadlineKind.REPAIR, start=date(2026, 9, 1), due=date(2026, 10, 13), basis="brief",
                 finding_ids=[approved.id])  # fmt: skip
        LetterDesk(store, ANNA).begin(case.id, LetterKind.FINDINGS, f"{NUMBER}/1", {"where": "Den Haag"})
        CaseDesk(store, ANNA).open(NewCase(CaseKind.QUICK, "Tweede onderzoek", target_ids=(site.id,)))
        return store.cases.case(case.id)


def visit(case: Examined) -> None:
    home = Made("/", "Home", failed=("logo", "menu"))
    contact = Made("/contact", "Contact", failed=("logo", "chat", "film"))
    case.visited(*[[home, contact, STATEMENT]] * 3)


__all__ = ["ANNA", "BRAM", "CHAT", "HOME", "LOGO", "MENU", "NUMBER", "fill_case", "picture"]
