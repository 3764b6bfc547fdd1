"""States of pages through a case: asked of a visit, counted per state, in a finding, compared in a re-inspection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from cases_made import CONTACT, STATEMENT, Examined, examined
from scans_made import SITE, InState, Made, fingerprint

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.finding_sources import FindingSources
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.letter_matter import _recipe
from eaa_checker.casework.reinspection import ReinspectionDesk
from eaa_checker.casework.rounds import RoundReader
from eaa_checker.casework.samples import SampleDesk
from eaa_checker.casework.stability import StabilityDesk
from eaa_checker.domain.address import Ending
from eaa_checker.domain.capture import StateOutcome
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.reinspection import Outcome
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.stability import RoundStability, Steadiness
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotAllowed
from eaa_checker.store import Store

ON_BOTH = ("test_k_of_n_is_counted_for_each_state",)
MENU, NARROW = PageState.MENU_OPEN, PageState.NARROW
HOME = f"{SITE}/"


@pytest.fixture
def case(store: Store, anna: Actor, target: Target) -> Examined:
    made = examined(store, anna, target)
    samples = SampleDesk(store, anna)
    samples.reopen(made.sample_id, "toestanden erbij")
    samples.name_states(made.sample_id, (MENU, NARROW))
    samples.approve(made.sample_id)
    return made


def home(*states: InState, failed: tuple[str, ...] = ()) -> Made:
    return Made("/", "Home", failed=failed, states=states)


def thrice(page: Made) -> list[Iterable[Made]]:
    return [(page, CONTACT, STATEMENT)] * 3


def stability(case: Examined) -> RoundStability:
    desk = StabilityDesk(case.store, case.actor)
    return desk.of(CaseDesk(case.store, case.actor).current_round(case.id).id)


OPEN = home(InState(MENU, ("menu", "logo")), InState(NARROW, ("logo",)), failed=("logo",))


def test_a_visit_asks_the_states_of_the_sample(case: Examined) -> None:
    case.visited((OPEN, CONTACT, STATEMENT))
    scan = case.store.scans()[0]
    assert scan.options.states == (MENU, NARROW)
    assert case.store.scan(scan.id) == scan  # stored and read back
    one = case.store.observations(scan.id, places=9)
    assert [(o.element, [p.state for p in o.places]) for o in one] == [
        ("img logo", ["default", "menu-open", "narrow-320"]), ("img menu", ["menu-open"]),
    ]  # fmt: skip
    assert [(o.count, o.pages) for o in one] == [(3, 1), (1, 1)]


def test_k_of_n_is_counted_for_each_state(case: Examined) -> None:
    closed = home(InState(MENU, missed=StateOutcome.NOT_CAPTURED), InState(NARROW, settled=False), failed=("logo",))
    case.visited(*[(page, CONTACT, STATEMENT) for page in (OPEN, closed, OPEN)])
    found = stability(case)
    told = {(one.fingerprint, one.state): (one.k, one.n, one.steadiness) for one in found.observations}
    assert told == {
        (fingerprint("logo"), "default"): (3, 3, Steadiness.STEADY),
        (fingerprint("logo"), "menu-open"): (2, 2, Steadiness.STEADY),
        (fingerprint("menu"), "menu-open"): (2, 2, Steadiness.STEADY),
        (fingerprint("logo"), "narrow-320"): (2, 3, Steadiness.CHANGING),
    }
    pages = {page.state: page for page in found.pages if page.address == HOME}
    assert {state: (page.made, page.unsettled) for state, page in pages.items()} == {
        "default": ((1, 2, 3), ()), "menu-open": ((1, 3), ()), "narrow-320": ((1, 2, 3), (2,)),
    }  # fmt: skip
    gap = pages["menu-open"].gaps[0]
    assert (gap.visit, gap.ending, gap.say("nl")) == (2, "not-captured", "menu open: niet vastgelegd (geen menu)")


def test_what_a_page_does_not_have_is_absent_not_failed(case: Examined) -> None:
    without = InState(MENU, missed=StateOutcome.NOT_APPLICABLE)
    case.visited(*thrice(home(without, InState(NARROW, missed=StateOutcome.NOT_CAPTURED))))
    absent = {page.state: page.absent for page in stability(case).pages if page.address == HOME}
    assert absent == {"default": False, "menu-open": True, "narrow-320": False}


def test_a_visit_in_which_the_page_failed_is_a_gap_in_every_state(case: Examined) -> None:
    down = Made("/", ending=Ending.SERVER_ERROR, status=503)
    case.visited(*[(page, CONTACT, STATEMENT) for page in (OPEN, down, OPEN)])
    pages = [page for page in stability(case).pages if page.address == HOME]
    assert {tuple((gap.visit, gap.ending) for gap in page.gaps) for page in pages} == {((2, "server-error"),)}


def test_visits_of_before_there_were_states_count_for_the_default_one_only(
    store: Store, anna: Actor, target: Target
) -> None:
    case = examined(store, anna, target)
    case.visited(*thrice(home(failed=("logo",))))
    found = stability(case)
    assert {page.state for page in found.pages} == {"default"}
    assert [(one.state, one.k) for one in found.observations] == [("default", 3)]


def found_in(case: Examined, *names: str) -> int:
    desk = FindingDesk(case.store, case.actor)
    id = desk.add(case.id, observations=[fingerprint(name) for name in names]).id
    desk.edit(id, consequence="Wie niet ziet, weet niet wat het menu biedt.")
    desk.submit(id)
    FindingDesk(case.store, Actor("Bram Jansen", "bram@werkplek")).approve(id)
    return id


def test_a_finding_names_the_states_it_stands_in(case: Examined) -> None:
    case.visited(*thrice(OPEN))
    places = FindingDesk(case.store, case.actor).show(found_in(case, "menu")).places
    assert [(place.address, place.page_state, place.seen, place.visits) for place in places] == [
        (HOME, "menu-open", 3, 3)
    ]
    places = FindingDesk(case.store, case.actor).show(found_in(case, "logo")).places
    assert [place.page_state for place in places] == ["default", "menu-open", "narrow-320"]


def test_a_flighty_state_does_not_make_a_firm_finding_doubtful(case: Examined) -> None:
    calm = home(InState(NARROW), failed=("logo",))
    case.visited(*[(page, CONTACT, STATEMENT) for page in (OPEN, calm, OPEN)])
    places, _, _ = FindingSources(case.store, case.actor).of_observations(
        case.id, [fingerprint("logo")], None, False, set()
    )
    assert [(place.page_state, place.seen, place.visits) for place in places] == [
        ("default", 3, 3), ("menu-open", 2, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("now", "outcome"),
    [
        (InState(MENU, ("menu",)), Outcome.NOT_REPAIRED),
        (InState(MENU), Outcome.REPAIRED),
        (InState(MENU, missed=StateOutcome.NOT_CAPTURED), Outcome.NOT_COMPARABLE),
        (InState(MENU, missed=StateOutcome.NOT_APPLICABLE), Outcome.NOT_COMPARABLE),
        (InState(MENU, settled=False), Outcome.NOT_COMPARABLE),
    ],
)
def test_a_state_that_cannot_be_reached_is_never_repaired(case: Examined, now: InState, outcome: Outcome) -> None:
    case.visited(*thrice(home(InState(MENU, ("menu",), picture=b"eerst"))))
    id = found_in(case, "menu")
    case.again(*thrice(home(replace(now, picture=b"nu"), InState(NARROW))))
    desk = ReinspectionDesk(case.store, case.actor)
    (compared,) = [one for one in desk.propose(case.id) if one.proposed.finding_id == id]
    (place,) = compared.proposed.places
    assert (compared.proposed.outcome, place.page_state) == (outcome, "menu-open")
    if outcome is Outcome.NOT_COMPARABLE:
        with pytest.raises(NotAllowed, match="cannot be established"):
            desk.confirm(compared.id, Outcome.REPAIRED, "het zag er goed uit")
    if outcome is Outcome.REPAIRED:  # before and after are pictures of the same state
        pictures = [case.store.evidence.get(sha256) for sha256 in (place.before, place.after)]
        assert pictures == [b"eerst", b"nu"]


def test_a_round_that_did_not_ask_the_state_cannot_repair(case: Examined, store: Store) -> None:
    case.visited(*thrice(home(InState(MENU, ("menu",)))))
    id = found_in(case, "menu")
    with store._writing() as connection:  # as a sample was left by an earlier version
        connection.exec_driver_sql("UPDATE sample SET states = '[\"default\"]'")
    case.again(*thrice(home()))
    (compared,) = [one for one in ReinspectionDesk(store, case.actor).propose(case.id) if one.proposed.finding_id == id]
    assert compared.proposed.outcome is Outcome.NOT_COMPARABLE
    assert "menu open" in compared.proposed.why.nl


def test_a_barrier_in_a_state_that_was_not_looked_at_before_comes_with_a_caution(
    case: Examined, store: Store
) -> None:
    with store._writing() as connection:
        connection.exec_driver_sql("UPDATE sample SET states = '[\"default\"]'")
    case.visited(*thrice(home(failed=("logo",))))
    with store._writing() as connection:
        connection.exec_driver_sql("UPDATE sample SET states = '[\"default\", \"menu-open\"]'")
    case.again(*thrice(OPEN))
    (new,) = [one.proposed for one in ReinspectionDesk(store, case.actor).propose(case.id)]
    assert (new.outcome, [place.page_state for place in new.places]) == (Outcome.NEW, ["menu-open"])
    assert any("Nobody looked in the state “menu open” before" in caution.en for caution in new.cautions)


def test_rules_are_told_apart_by_state(case: Examined) -> None:
    case.visited(*thrice(home(InState(MENU), InState(NARROW))))
    desk = CaseDesk(case.store, case.actor)
    seen = RoundReader(case.store, case.actor).seen(desk.show(case.id), desk.current_round(case.id))
    assert "document-has-title" in seen.ran("default")
    assert "document-has-title" not in seen.ran("menu-open")
    assert "image-has-name" in seen.ran("menu-open")
    assert seen.ran("forced-colours") == frozenset()


@pytest.mark.parametrize(
    ("states", "told"),
    [
        (("narrow-320",), "320 px breed (maak het venster 320 CSS-pixels breed"),
        (("form-error",), "verzend niets"),
        (("default", "narrow-320"), ""),  # it can be seen as the page opens
    ],
)
def test_a_letter_says_how_to_bring_the_page_into_the_state(
    case: Examined, states: tuple[str, ...], told: str
) -> None:
    case.visited(*thrice(OPEN))
    finding = FindingDesk(case.store, case.actor).show(found_in(case, "menu"))
    places = tuple(replace(finding.places[0], page_state=state) for state in states)
    steps = list(_recipe(replace(finding, places=places), (HOME,), ""))
    assert any("Breng de pagina in deze staat" in step and told in step for step in steps) == bool(told)
