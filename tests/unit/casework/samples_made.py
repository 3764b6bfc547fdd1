"""A crawl with typed pages, a sample begun after it, and what tests ask of samples."""

from __future__ import annotations

from datetime import date

from scans_made import SITE, Made, scan_made

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.samples import SampleDesk
from eaa_checker.domain.address import Ending
from eaa_checker.domain.case import CaseKind, NewCase
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.sample import PageDecision, Sample, SamplePage
from eaa_checker.domain.trail import Actor
from eaa_checker.store import Store

CRAWL = (
    Made("/", "Veiligheidsregio Voorbeeld", links=(("/contact", "Contact"),)),
    Made("/contact", "Contact", fields=("text", "email")),
    Made("/inloggen", "Inloggen", fields=("text", "password")),
    Made("/toegankelijkheid", "Toegankelijkheid"),
    Made("/112", "112 bellen"),
    Made("/jaarverslag.pdf", ending=Ending.DOCUMENT),
    Made("/weg", "Niet gevonden", ending=Ending.NOT_FOUND),
    *(Made(f"/nieuws/{number}", f"Bericht {number}") for number in range(12)),
)


def begun(
    store: Store, anna: Actor, desk: SampleDesk, target: Target,
    kind: CaseKind = CaseKind.SIMPLIFIED, crawl: tuple[Made, ...] = CRAWL,
) -> Sample:  # fmt: skip
    """The sample of the target, begun in a new case of that kind, after a crawl."""
    scan_made(store, target, crawl)
    case = CaseDesk(store, anna).open(
        NewCase(kind, "Onderzoek", occasion="signaal", examination_date=date(2026, 11, 2), target_ids=(target.id,))
    )
    return desk.begin(case.id, target.id)


def confirm_all(desk: SampleDesk, sample: Sample) -> list[SamplePage]:
    desk.propose(sample.id)
    return [desk.confirm(p.id, "representatief") for p in desk.pages(sample.id, PageDecision.PROPOSED)]


def by_path(pages: list[SamplePage]) -> dict[str, SamplePage]:
    return {page.address.removeprefix(SITE): page for page in pages}


def failing(desk: SampleDesk, sample: Sample) -> list[str]:
    return [point.name for point in desk.check(sample.id) if not point.passed]
