"""Visits to a sample, and what came back in every one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta

import pytest
from cases_made import examined
from scans_made import SITE, Made, fingerprint, run_made, scan_made

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.samples import SampleDesk
from eaa_checker.casework.stability import StabilityDesk
from eaa_checker.domain.address import Ending
from eaa_checker.domain.case import CaseKind, CasePhase, NewCase
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.sample import PageDecision, Sample
from eaa_checker.domain.scan import Profile, Scan, ScanOptions, ScanState
from eaa_checker.domain.stability import Settled, Steadiness, steadiness
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, NotAllowed
from eaa_checker.store import Store
from rules.contract import Verdict

ON_BOTH = ("test_k_of_n", "test_the_same_sample_round_after_round", "test_two_people_cannot_make_one_visit")
LONG_AGO = datetime(2026, 11, 2, 9, tzinfo=UTC)
HOME, CONTACT, STATEMENT = (Made(p, t) for p, t in (("/", "Home"), ("/contact", "Contact"),
                                                    ("/toegankelijkheid", "Toegankelijkheid")))  # fmt: skip
PDF = Made("/jaarverslag.pdf", ending=Ending.DOCUMENT)
PATHS = [f"{SITE}/", f"{SITE}/contact", f"{SITE}/toegankelijkheid"]


@pytest.fixture
def desk(store: Store, anna: Actor) -> StabilityDesk:
    return StabilityDesk(store, anna)


@pytest.fixture
def sample(store: Store, anna: Actor, target: Target) -> Sample:
    """An approved sample of three pages and a document, in a case in the phase of action."""
    scan_made(store, target, [HOME, CONTACT, STATEMENT, PDF])
    cases, samples = CaseDesk(store, anna), SampleDesk(store, anna)
    case = cases.open(
        NewCase(CaseKind.SIMPLIFIED, "Onderzoek", "doel", "aanleiding", examination_date=date(2026, 11, 2), plan="plan",
                planned_from=date(2026, 11, 2), planned_until=date(2026, 11, 30), target_ids=(target.id,))
    )  # fmt: skip
    cases.move(case.id, CasePhase.ANALYSIS, "verder")
    cases.move(case.id, CasePhase.ACTION, "verder", uncertain_because="wordt geregeld")
    begun = samples.begin(case.id, target.id)
    samples.propose(begun.id)
    for page in samples.pages(begun.id, PageDecision.PROPOSED):
        samples.confirm(page.id, "representatief")
    for type in samples.required(begun.id):
        samples.explain(begun.id, type, "niet gevonden")
    return samples.approve(begun.id)


@pytest.fixture
def visits(desk: StabilityDesk, store: Store, sample: Sample) -> Callable[..., int]:
    """Makes visits, each with its pages; gives the number of the round."""

    def run(*each: Iterable[Made]) -> int:
        if not desk.visits(sample.id):
            desk.plan(sample.id, first=LONG_AGO, apart=timedelta(days=1))
        for pages in each:
            run_made(store, desk.visit(sample.id), pages)
        return CaseDesk(store, desk._actor).current_round(sample.case_id).id

    return run


def only(found: tuple[Settled, ...]) -> Settled:
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("k", "n", "word"),
    [(3, 3, "vast"), (2, 2, "vast"), (2, 3, "wisselend"), (1, 3, "eenmalig"), (1, 2, "eenmalig"), (1, 1, "eenmalig")],
)
def test_the_words_for_k_of_n(k: int, n: int, word: str) -> None:
    assert steadiness(k, n).nl == word


def test_a_visit_is_a_scan_of_exactly_the_sample(
    desk: StabilityDesk, store: Store, sample: Sample, visits: Callable[..., int]
) -> None:
    desk.plan(sample.id, first=LONG_AGO)
    first = desk.visit(sample.id, options=ScanOptions(profile=Profile.QUICK, delay=2.0, max_pages=1))
    assert sorted(first.options.addresses) == PATHS
    assert (first.options.max_pages, first.options.depth, first.options.sitemap) == (3, 0, False)
    run_made(store, first, [HOME, CONTACT, STATEMENT])
    second = desk.visit(sample.id, options=ScanOptions(delay=9.0))
    assert second.options == first.options  # all visits are made alike
    made = desk.visits(sample.id)
    assert [(v.number, v.scan_id) for v in made] == [(1, first.id), (2, second.id), (3, None)]
    last = store.trail.entries(f"sample:{sample.id}")[-1]
    assert (last.action, last.details["visit"], last.details["scan"]) == ("sample.visited", 2, second.id)


def test_k_of_n(desk: StabilityDesk, visits: Callable[..., int]) -> None:
    def home(*failed: str, asked: tuple[str, ...] = ()) -> Made:
        return Made("/", "Home", failed=failed, asked=asked)

    contact = Made("/contact", "Contact", failed=("logo",))
    round_id = visits(
        [home("logo", "menu", asked=("film",)), contact, STATEMENT],
        [home("logo"), contact, STATEMENT],
        [home("logo", "menu", asked=("film",)), CONTACT, STATEMENT],
    )
    found = desk.of(round_id)
    assert found.complete
    assert [page.n for page in found.pages] == [3, 3, 3]  # the document is examined by hand
    logo = {one.address: one for one in found.of(fingerprint("logo"))}
    assert {address: (one.k, one.n, one.steadiness) for address, one in logo.items()} == {
        f"{SITE}/": (3, 3, Steadiness.STEADY),
        f"{SITE}/contact": (2, 3, Steadiness.CHANGING),
    }
    assert only(found.of(fingerprint("menu"))).seen_in == (1, 3)
    film = only(found.of(fingerprint("film"), f"{SITE}/"))
    assert (film.verdict, film.k, film.rule) == (Verdict.CANNOT_TELL, 2, "image-has-name")
    assert len(film.scan_ids) == 2
    assert [one.fingerprint for one in found.steady()] == [fingerprint("logo")]
    assert only(found.steady()).say("nl") == "vast (3 van 3)"
    assert [one.verdict for one in found.observations][-1] is Verdict.CANNOT_TELL


def test_a_page_that_failed_counts_less_and_says_so(desk: StabilityDesk, visits: Callable[..., int]) -> None:
    barrier = Made("/contact", "Contact", failed=("logo",))
    down = Made("/contact", "", ending=Ending.SERVER_ERROR, status=503)
    found = desk.of(visits([HOME, barrier, STATEMENT], [HOME, down, STATEMENT], [HOME, barrier]))
    pages = {page.address: page for page in found.pages}
    contact = pages[f"{SITE}/contact"]
    assert (contact.n, contact.planned, contact.reduced, contact.made) == (2, 3, True, (1, 3))
    assert [(gap.visit, gap.ending, gap.nl) for gap in contact.gaps] == [(2, "server-error", "fout in de server")]
    statement = pages[f"{SITE}/toegankelijkheid"]
    assert [(gap.visit, gap.ending, gap.say("en")) for gap in statement.gaps] == [
        (3, "", "not visited in this scan")
    ]  # fmt: skip
    logo = only(found.of(fingerprint("logo")))
    assert (logo.k, logo.n, logo.planned, logo.steadiness) == (2, 2, 3, Steadiness.STEADY)
    assert found.complete


def test_once_is_never_steady(desk: StabilityDesk, visits: Callable[..., int]) -> None:
    barrier = Made("/contact", "Contact", failed=("logo",))
    down = Made("/contact", "", ending=Ending.TIMEOUT, status=None)
    found = desk.of(visits([HOME, barrier], [HOME, down], [HOME, down]))
    logo = only(found.of(fingerprint("logo")))
    assert (logo.k, logo.n, logo.steadiness, logo.fit_for_letter) == (1, 1, Steadiness.ONCE, False)
    assert found.steady() == ()


def test_a_page_that_did_not_settle_is_indicative(desk: StabilityDesk, visits: Callable[..., int]) -> None:
    calm = Made("/", "Home", failed=("logo",))
    restless = Made("/", "Home", ending=Ending.NOT_SETTLED, failed=("logo", "teller"))
    found = desk.of(visits([calm, CONTACT], [restless, CONTACT], [calm, CONTACT]))
    logo = only(found.of(fingerprint("logo")))
    assert (logo.steadiness, logo.indicative, logo.fit_for_letter) == (Steadiness.STEADY, True, False)
    assert logo.say("en") == "steady (3 of 3); indicative"
    assert {page.address: page.unsettled for page in found.pages}[f"{SITE}/"] == (2,)


def test_failed_and_questioned_are_counted_apart(desk: StabilityDesk, visits: Callable[..., int]) -> None:
    found = desk.of(visits([Made("/", failed=("logo",))], [Made("/", failed=("logo",))], [Made("/", asked=("logo",))]))
    both = {one.verdict: one.k for one in found.of(fingerprint("logo"))}
    assert both == {Verdict.FAILED: 2, Verdict.CANNOT_TELL: 1}


def test_visits_that_have_not_ended_are_awaited(
    desk: StabilityDesk, store: Store, sample: Sample, visits: Callable[..., int]
) -> None:
    round_id = visits([Made("/", failed=("logo",))])
    running = desk.visit(sample.id)
    found = desk.of(round_id)
    assert not found.complete
    assert {page.awaited for page in found.pages} == {(2, 3)}
    assert only(found.of(fingerprint("logo"))).steadiness is Steadiness.ONCE
    with pytest.raises(NotAllowed) as caught:
        desk.visit(sample.id)
    assert caught.value.mend == f"eaa-checker scan --resume {running.id}"
    store.claim_scan(running.id, "werker-9")
    with pytest.raises(NotAllowed) as caught:
        desk.visit(sample.id)
    assert caught.value.mend is None


def test_a_failed_visit_stays_and_another_may_be_added(
    desk: StabilityDesk, store: Store, sample: Sample, visits: Callable[..., int]
) -> None:
    down = [Made(page.path, "", ending=Ending.UNKNOWN_HOST, status=None) for page in (HOME, CONTACT, STATEMENT)]
    seen = Made("/", failed=("logo",))
    round_id = visits([seen], down, [seen])
    assert [store.scan(v.scan_id).state for v in desk.visits(sample.id) if v.scan_id] == [
        ScanState.COMPLETED, ScanState.FAILED, ScanState.COMPLETED,
    ]  # fmt: skip
    with pytest.raises(NotAllowed) as caught:
        desk.visit(sample.id)
    assert "--extra" in (caught.value.mend or "")
    with pytest.raises(BadInput):
        desk.add_visit(sample.id, " ")
    added = desk.add_visit(sample.id, "site was onbereikbaar")
    assert (added[-1].number, added[-1].reason) == (4, "site was onbereikbaar")
    visits([seen])
    logo = only(desk.of(round_id).of(fingerprint("logo")))
    assert (logo.k, logo.n, logo.planned) == (3, 3, 4)


# -- planning -------------------------------------------------------------------------------------------------------


def test_visits_are_a_day_apart_within_the_window(
    desk: StabilityDesk, store: Store, sample: Sample, anna: Actor
) -> None:
    now = datetime.now(UTC)
    planned = [visit.planned for visit in desk.plan(sample.id)]
    assert planned[0] >= now - timedelta(minutes=1)
    assert planned[1] - planned[0] == planned[2] - planned[1] <= timedelta(days=1)
    with pytest.raises(NotAllowed, match="planned already"):
        desk.plan(sample.id)


def test_a_short_window_brings_visits_together(
    desk: StabilityDesk, store: Store, sample: Sample, anna: Actor
) -> None:
    day = date.today() + timedelta(days=3)
    CaseDesk(store, anna).edit(sample.case_id, planned_from=day, planned_until=day)
    planned = [visit.planned.astimezone() for visit in desk.plan(sample.id)]
    assert [(moment.date(), moment.hour) for moment in planned] == [(day, 9), (day, 13), (day, 17)]


def test_visits_close_together_or_early_need_a_reason(desk: StabilityDesk, store: Store, sample: Sample) -> None:
    with pytest.raises(BadInput):
        desk.plan(sample.id, apart=timedelta(minutes=5))
    with pytest.raises(BadInput):
        desk.plan(sample.id, apart=timedelta(days=-1))
    later = datetime.now(UTC) + timedelta(days=30)
    desk.plan(sample.id, first=later, apart=timedelta(0), reason="proef op de testomgeving")
    with pytest.raises(NotAllowed, match="Earlier is possible"):
        desk.visit(sample.id)
    assert desk.visit(sample.id, reason="site gaat morgen op zwart").state is ScanState.WAITING
    grounds = [e.ground for e in store.trail.entries(f"sample:{sample.id}")[-2:]]
    assert grounds == ["proef op de testomgeving", "site gaat morgen op zwart"]


def test_visits_wait_for_approval_and_the_action(
    desk: StabilityDesk, store: Store, sample: Sample, anna: Actor
) -> None:
    samples, cases = SampleDesk(store, anna), CaseDesk(store, anna)
    with pytest.raises(NotAllowed, match="not planned"):
        desk.visit(sample.id)
    with pytest.raises(NotAllowed, match="not planned"):
        desk.add_visit(sample.id, "extra")
    samples.reopen(sample.id, "pagina vergeten")
    with pytest.raises(NotAllowed, match="not approved"):
        desk.plan(sample.id)
    samples.approve(sample.id)
    cases.move(sample.case_id, CasePhase.ANALYSIS, "terug")
    with pytest.raises(NotAllowed, match="phase supervisory action"):
        desk.plan(sample.id)
    cases.stop(sample.case_id, "einde")
    with pytest.raises(NotAllowed):
        desk.plan(sample.id)


# -- rounds ---------------------------------------------------------------------------------------------------------


def test_the_same_sample_round_after_round(
    desk: StabilityDesk, store: Store, sample: Sample, anna: Actor, visits: Callable[..., int]
) -> None:
    cases = CaseDesk(store, anna)
    with pytest.raises(NotAllowed, match="3 visit"):
        cases.open_round(sample.case_id, "te vroeg")
    broken = [Made("/", failed=("logo",)), CONTACT, STATEMENT]
    first = visits(broken, broken, broken)
    with pytest.raises(NotAllowed, match="visited already"):
        SampleDesk(store, anna).reopen(sample.id, "andere pagina")
    with pytest.raises(NotAllowed, match="visited already"):
        cases.move(sample.case_id, CasePhase.ANALYSIS, "terug")
    moved = cases.move(sample.case_id, CasePhase.RESULT, "bezocht", uncertain_because="wordt geregeld")
    assert moved.phase is CasePhase.RESULT
    cases.open_round(sample.case_id, "herstel gemeld")
    assert desk.visits(sample.id) == []
    assert not desk.of(cases.current_round(sample.case_id).id).complete
    mended = [HOME, CONTACT, STATEMENT]
    second = visits(mended, broken, mended)
    assert only(desk.of(first).of(fingerprint("logo"))).steadiness is Steadiness.STEADY
    assert only(desk.of(second).of(fingerprint("logo"))).steadiness is Steadiness.ONCE
    rounds = cases.rounds(sample.case_id)
    assert [len(round_.scan_ids) for round_ in rounds] == [3, 3]
    options = {scan.options for scan in (store.scan(id) for r in rounds for id in r.scan_ids)}
    assert len(options) == 1


def test_two_people_cannot_make_one_visit(
    desk: StabilityDesk, store: Store, sample: Sample, bram: Actor, anna: Actor
) -> None:
    desk.plan(sample.id, first=LONG_AGO)
    visit = desk.visits(sample.id)[0]
    taken: Scan = StabilityDesk(store, bram).visit(sample.id)
    with pytest.raises(NotAllowed):
        store.samples.start_visit(anna, visit, ScanOptions())
    assert store.scans()[0] == taken  # no second scan was left behind


def test_steady_barriers_on_emergency_routes_wait_for_a_finding(
    store: Store, anna: Actor, target: Target
) -> None:
    case = examined(store, anna, target, emergency="/contact")
    desk = StabilityDesk(store, anna)
    assert desk.on_emergency_routes(case.id) == ()
    home, route = Made("/", "Home", failed=("logo",)), Made("/contact", "Contact", failed=("menu", "logo"))
    once = Made("/contact", "Contact", failed=("menu", "logo", "film"))
    case.visited([home, route, STATEMENT], [home, once, STATEMENT], [home, route, STATEMENT])
    found = desk.on_emergency_routes(case.id)
    assert {one.fingerprint for one in found} == {fingerprint("menu"), fingerprint("logo")}
    FindingDesk(store, anna).add(case.id, observations=[fingerprint("menu")])
    assert {one.fingerprint for one in desk.on_emergency_routes(case.id)} == {fingerprint("logo")}
