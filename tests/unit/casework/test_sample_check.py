"""The check of a sample before testing: what is in order, what is missing, and who explains it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from samples_made import CRAWL, begun, by_path, confirm_all, failing
from scans_made import SITE, Made, scan_made

from eaa_checker.casework.samples import SampleDesk
from eaa_checker.domain.case import CaseKind
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.sample import PageState, PageType, Sample, SampleState
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import EditedMeanwhile, NotAllowed
from eaa_checker.store import Store

ON_BOTH = (
    "test_a_sample_is_approved_as_it_was_checked",
    "test_a_page_that_was_never_captured_is_noticed",
)


@pytest.fixture
def desk(store: Store, anna: Actor) -> SampleDesk:
    return SampleDesk(store, anna)


@pytest.fixture
def begin(store: Store, anna: Actor, desk: SampleDesk, target: Target) -> Callable[..., Sample]:
    return partial(begun, store, anna, desk, target)


def test_the_gate_opens_when_everything_is_in_order(desk: SampleDesk, begin: Callable[..., Sample]) -> None:
    sample = begin()
    assert failing(desk, sample) == ["home", "statement", "types", "machine"]
    desk.propose(sample.id)
    with pytest.raises(NotAllowed) as caught:
        desk.approve(sample.id)
    assert "voorgestelde pagina's is nog niet besloten" in caught.value.nl
    confirm_all(desk, sample)
    assert failing(desk, sample) == []
    approved = desk.approve(sample.id)
    assert (approved.state, approved.approved_by) == (SampleState.APPROVED, "Anna de Vries")
    page = desk.pages(sample.id)[0]
    for act in (
        lambda: desk.confirm(page.id, "x"),
        lambda: desk.refuse(page.id, "x"),
        lambda: desk.propose(sample.id),
        lambda: desk.draw(sample.id),
        lambda: desk.add(sample.id, f"{SITE}/n", PageType.OTHER, "x"),
        lambda: desk.explain(sample.id, PageType.HELP, "x"),
        lambda: desk.name_states(sample.id, [PageState.ZOOMED]),
        lambda: desk.approve(sample.id),
    ):
        with pytest.raises(NotAllowed):
            act()
    reopened = desk.reopen(sample.id, "pagina vergeten")
    assert (reopened.state, reopened.approved) == (SampleState.DRAFT, None)


def test_a_sample_is_approved_as_it_was_checked(
    desk: SampleDesk, store: Store, bram: Actor, begin: Callable[..., Sample]
) -> None:
    sample = begin()
    pages = confirm_all(desk, sample)
    seen = desk.show(sample.id)
    SampleDesk(store, bram).refuse(pages[0].id, "toch niet")
    with pytest.raises((EditedMeanwhile, NotAllowed)):
        desk.approve(sample.id, version=seen.version)
    desk.confirm(pages[0].id, "toch wel")
    with pytest.raises(EditedMeanwhile):
        desk.approve(sample.id, version=seen.version)
    assert desk.show(sample.id).state is SampleState.DRAFT


def test_missing_types_are_explained(desk: SampleDesk, begin: Callable[..., Sample]) -> None:
    sample = begin(CaseKind.IN_DEPTH)
    confirm_all(desk, sample)
    assert PageType.EMERGENCY in desk.required(sample.id)
    check = next(point for point in desk.check(sample.id) if point.name == "types")
    assert check.en == (
        "Neither present nor explained: sitemap, help, legal information, service, search, accessibility feedback. "
        "Where the site has no such page, explain that."
    )
    for type in (PageType.SITEMAP, PageType.HELP, PageType.LEGAL, PageType.SERVICE, PageType.SEARCH, PageType.FEEDBACK):
        desk.explain(sample.id, type, "gezocht in menu en voet, niet gevonden")
    assert failing(desk, sample) == ["random"]
    assert desk.random_wanted(sample.id) == 1
    desk.draw(sample.id)
    assert failing(desk, sample) == []
    desk.withdraw_explanation(sample.id, PageType.HELP)
    assert [absence.type for absence in desk.absences(sample.id)] == [
        PageType.FEEDBACK, PageType.LEGAL, PageType.SEARCH, PageType.SERVICE, PageType.SITEMAP,
    ]  # fmt: skip
    assert failing(desk, sample) == ["types"]


def test_processes_are_whole(desk: SampleDesk, begin: Callable[..., Sample]) -> None:
    sample = begin(crawl=(*CRAWL, *(Made(f"/melding/stap-{n}", f"Stap {n}") for n in (1, 2, 3))))
    confirm_all(desk, sample)
    assert failing(desk, sample) == []
    middle = by_path(desk.pages(sample.id))["/melding/stap-2"]
    assert (middle.process, middle.step) == ("melding", 2)
    desk.refuse(middle.id, "lijkt op de eerste")
    point = next(point for point in desk.check(sample.id) if not point.passed)
    assert (point.name, point.addresses) == ("processes", (middle.address,))
    desk.confirm(middle.id, "hoort erbij")
    desk.add(sample.id, f"{SITE}/klaar", PageType.PROCESS, "bevestiging", process="melding", step=5)
    assert "processes" in failing(desk, sample)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"status": 404}, "status 404"),
        ({"title": "Pagina niet gevonden"}, "error page"),
        ({"title": "Cookies accepteren - Voorbeeld"}, "cookie wall"),
        ({"notes": ("a modal dialog was open; what lies behind it was not judged",)}, "dialog"),
        ({"title": "Aanmelden", "final": "https://sso.voorbeeld.test/aanmelden"}, "login page"),
        ({"final": f"{SITE}/account/login"}, "login page"),
        ({"fields": ("password",)}, "password field"),
    ],
)
def test_a_page_that_is_not_the_page_is_noticed(
    desk: SampleDesk, begin: Callable[..., Sample], wrong: dict[str, object], why: str
) -> None:
    odd = replace(CRAWL[4], **wrong)  # type: ignore[arg-type]
    sample = begin(crawl=(*CRAWL[:4], odd))
    confirm_all(desk, sample)
    assert failing(desk, sample) == ["captures"]
    point = next(point for point in desk.check(sample.id) if not point.passed)
    assert point.addresses == (odd.address,)
    assert why in point.en
    desk.confirm(by_path(desk.pages(sample.id))["/112"].id, "bekeken", despite="de dialoog hoort bij de pagina")
    assert failing(desk, sample) == []


def test_a_page_that_was_never_captured_is_noticed(
    desk: SampleDesk, begin: Callable[..., Sample], store: Store, target: Target
) -> None:
    sample = begin()
    confirm_all(desk, sample)
    desk.add(sample.id, f"{SITE}/ongezien", PageType.SERVICE, "dienst")
    assert failing(desk, sample) == ["captures"]
    scan_made(store, target, [Made("/ongezien", "Dienst")], addresses=[f"{SITE}/ongezien"])
    assert failing(desk, sample) == []


def test_states_are_named(desk: SampleDesk, begin: Callable[..., Sample]) -> None:
    sample = begin()
    named = desk.name_states(sample.id, [PageState.ZOOMED, PageState.COOKIE_WALL])
    assert named.states == (PageState.DEFAULT, PageState.COOKIE_WALL, PageState.ZOOMED)
    point = next(point for point in desk.check(sample.id) if point.name == "states")
    assert (point.passed, point.nl) == (True, "Te onderzoeken toestanden: standaard, cookiemuur, 200 % vergroot.")
