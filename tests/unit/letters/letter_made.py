"""A letter's matter that is in order; tests change one thing at a time."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from PIL import Image

from eaa_checker.domain.letter import (
    Addressee,
    EvidenceItem,
    Examined,
    LetterFinding,
    LetterKind,
    LetterMatter,
    NormCited,
    Order,
    SampledPage,
    Signatory,
    VisitMade,
)

TODAY = date(2026, 11, 23)


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 120), "#cde").save(out, "PNG")
    return out.getvalue()


FINDING = LetterFinding(
    number="B-01",
    fact="De knop voor de chat heeft geen naam",
    places=("https://www.vrdemo.nl/112", "https://www.vrdemo.nl/contact"),
    state="pagina zoals die opent",
    requirement="EN 301 549 V3.2.1, 9.4.1.2 (WCAG 4.1.2)",
    norm_id="en301549-3.2.1",
    impact="critical",
    consequence="Mensen die niet kunnen zien, weten niet waar de knop voor is.",
    repair="Geef de knop een naam die zegt wat hij doet.",
    why="Een knop moet een naam hebben die hulpmiddelen kunnen voorlezen.",
    stability="3 van 3",
    steady=True,
    author="A. de Vries",
    reviewer="B. Jansen",
    evidence=(EvidenceItem("M-1", "schermafbeelding", "ab" * 32, picture(), "de knop zonder naam"),),
    recipe=("Open de pagina in een browser.", "Ga met de Tab-toets naar de knop."),
    selector="main > button.chat",
    html='<button class="chat"><svg/></button>',
    engines=("eigen regel",),
)


def matter(kind: LetterKind = LetterKind.FINDINGS, **changes: Any) -> LetterMatter:
    """A matter of *kind* that passes the check, with *changes*."""
    made = LetterMatter(
        kind=kind,
        reference="IJV-2026-0012",
        case_number="Z-2026-4",
        sent=date(2026, 11, 24),
        addressee=Addressee("Veiligheidsregio Merenland", ("Postbus 1", "1000 AA Meren"), "de voorzitter"),
        handled_by="A. de Vries",
        contact="070 123 45 67, toezicht@example.nl",
        signatory=Signatory("C. Bos", "inspecteur-generaal", "namens de minister van Justitie en Veiligheid"),
        inspector=Signatory("A. de Vries", "inspecteur", "aanwijzingsbesluit 2025-1"),
        targets=(Examined("de 112-pagina", "https://www.vrdemo.nl/112", "website", True),),
        occasion="Wij kregen een melding over deze pagina.",
        examination="eenvoudig onderzoek",
        examined_on=date(2026, 11, 2),
        norms=(
            NormCited(
                "en301549-3.2.1", "EN 301 549", "V3.2.1", date(2021, 8, 12), None, "yes", "artikel 1 van het besluit"
            ),
        ),
        findings=(FINDING,),
        done_well=("De tekst is goed te lezen.",),
        sample=(
            SampledPage("https://www.vrdemo.nl/", "startpagina", "eerste pagina"),
            SampledPage("https://www.vrdemo.nl/nieuws/3", "overig", "", True),
        ),
        sample_seed="7f3a",
        sample_method="Wij kozen pagina's van elke soort en lootten er één bij.",
        visits=(VisitMade(datetime(2026, 11, 2, 9, 5, tzinfo=UTC), "Den Haag", "Chromium 156, 1280 bij 1024", 2, 40),),
        reply_by=date(2026, 12, 22),
        repair_by=date(2027, 2, 16),
        instruments=("EAA Checker 0.1.0", "Chromium 156"),
        dossier_seal="cd" * 32,
    )
    if kind in (LetterKind.INTENTION, LetterKind.DECISION):
        made = replace(
            made,
            order=Order(
                provision="artikel 4 van de regeling",
                duty="Een hulpmiddel kan de naam van de knop voorlezen.",
                measures=("Geef de knop een naam.",),
                until=date(2027, 2, 16),
                amount=1000,
                per="week",
                maximum=10_000,
                weighing="Wij wegen het belang van mensen in nood zwaarder dan de kosten.",
            ),
            views=(("De knop is van een leverancier.", "U blijft zelf verantwoordelijk."),),
        )
    if kind is LetterKind.INFORMATION:
        made = replace(made, findings=(), asked=("Het onderzoek naar uw site van 2025, omdat dat alles beschrijft.",))
    if kind is LetterKind.FORWARDING:
        made = replace(made, findings=(), forwarded_to="de toezichthouder", forwarded_because="Die houdt toezicht.")
    if kind in (LetterKind.REINSPECTION, LetterKind.CLOSING):
        made = replace(made, findings=(replace(FINDING, outcome="repaired", why="De knop heeft nu een naam."),))
    return replace(made, **changes)
