"""A case in the phase of action with an approved sample, and its visits, made without a browser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from scans_made import SITE, Made, run_made, scan_made

import rules
from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.samples import SampleDesk
from eaa_checker.casework.stability import StabilityDesk
from eaa_checker.domain.case import CaseKind, CasePhase, NewCase
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.sample import PageDecision, PageType
from eaa_checker.domain.trail import Actor
from eaa_checker.store import Store

HOME, CONTACT, STATEMENT = (Made(p, t) for p, t in (("/", "Home"), ("/contact", "Contact"),
                                                    ("/toegankelijkheid", "Toegankelijkheid")))  # fmt: skip
PAGES = (f"{SITE}/", f"{SITE}/contact", f"{SITE}/toegankelijkheid")
LONG_AGO = datetime(2026, 11, 2, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Examined:
    """A case that is being tested."""

    store: Store
    actor: Actor
    id: int
    sample_id: int

    def visited(self, *each: Iterable[Made], book: str = rules.VERSION) -> None:
        """Plans the visits of the current round and makes them, each with its pages."""
        desk = StabilityDesk(self.store, self.actor)
        if not desk.visits(self.sample_id):
            desk.plan(self.sample_id, first=LONG_AGO, apart=timedelta(days=1))
        for pages in each:
            scan = desk.visit(self.sample_id)
            self.store.set_circumstances(scan.id, {"rule_book": book})
            run_made(self.store, scan, pages)

    def again(self, *each: Iterable[Made], book: str = rules.VERSION) -> None:
        """A re-inspection with these visits."""
        CaseDesk(self.store, self.actor).open_round(self.id, "herinspectie")
        self.visited(*each, book=book)


def examined(
    store: Store,
    actor: Actor,
    target: Target,
    *,
    kind: CaseKind = CaseKind.SIMPLIFIED,
    follows_id: int | None = None,
    emergency: str = "",
) -> Examined:
    """A case in the phase of action with an approved sample of three pages. *emergency*: path of the one that is an
    emergency route."""
    scan_made(store, target, [HOME, CONTACT, STATEMENT])
    cases, samples = CaseDesk(store, actor), SampleDesk(store, actor)
    case = cases.open(
        NewCase(
            kind, "Onderzoek", "doel", "aanleiding", examination_date=date(2026, 11, 2), plan="plan",
            planned_from=date(2026, 11, 2), planned_until=date(2026, 11, 30), target_ids=(target.id,),
            follows_id=follows_id,
        )
    )  # fmt: skip
    cases.move(case.id, CasePhase.ANALYSIS, "verder")
    cases.move(case.id, CasePhase.ACTION, "verder", uncertain_because="bevoegdheid wordt nog geregeld")
    begun = samples.begin(case.id, target.id)
    samples.propose(begun.id)
    for page in samples.pages(begun.id, PageDecision.PROPOSED):
        route = emergency and page.address == SITE + emergency
        samples.confirm(page.id, "representatief", type=PageType.EMERGENCY if route else None)
    for type in samples.required(begun.id):
        samples.explain(begun.id, type, "niet gevonden")
    return Examined(store, actor, case.id, samples.approve(begun.id).id)
