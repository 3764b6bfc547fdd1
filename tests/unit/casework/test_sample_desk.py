"""Composing a sample: proposals, decisions, the draw, the check before testing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from samples_made import CRAWL, begun, by_path, confirm_all, failing
from scans_made import SITE, Made, scan_made

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.samples import SampleDesk
from eaa_checker.domain import drawing
from eaa_checker.domain.case import CaseKind, NewCase
from eaa_checker.domain.organisation import Target, TargetKind
from eaa_checker.domain.sample import PageDecision, PageState, PageType, Sample, SamplePart
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, BadInput, EditedMeanwhile, NotAllowed, NotAnAddress, NotFound
from eaa_checker.store import Store

ON_BOTH = (
    "test_what_was_decided_stays_when_pages_are_proposed_again",
    "test_the_draw_is_frozen_and_can_be_repeated",
    "test_another_seed_needs_a_reason",
)


@pytest.fixture
def desk(store: Store, anna: Actor) -> SampleDesk:
    return SampleDesk(store, anna)


@pytest.fixture
def begin(store: Store, anna: Actor, desk: SampleDesk, target: Target) -> Callable[..., Sample]:
    return partial(begun, store, anna, desk, target)


# -- proposing and deciding -----------------------------------------------------------------------------------------


def test_proposals_say_why_and_how_found(desk: SampleDesk, begin: Callable[..., Sample], store: Store) -> None:
    sample = begin()
    pages = by_path(desk.propose(sample.id))
    assert {path: page.type for path, page in pages.items()} == {
        "/": PageType.HOME,
        "/contact": PageType.CONTACT,
        "/inloggen": PageType.LOGIN,
        "/toegankelijkheid": PageType.STATEMENT,
        "/112": PageType.EMERGENCY,
        "/jaarverslag.pdf": PageType.DOCUMENT,
    }
    contact = pages["/contact"]
    assert (contact.decision, contact.part, contact.found, contact.ending, contact.by_machine) == (
        PageDecision.PROPOSED, SamplePart.STRUCTURED, "link", "captured", True,
    )  # fmt: skip
    assert contact.grounds[0].nl == "het adres bevat “contact”"
    assert not pages["/jaarverslag.pdf"].by_machine
    assert desk.show(sample.id).scan_id == store.scans()[0].id
    assert [e.action for e in store.trail.entries(f"sample:{sample.id}")] == ["sample.begun", "sample.proposed"]


def test_what_was_decided_stays_when_pages_are_proposed_again(desk: SampleDesk, begin: Callable[..., Sample]) -> None:
    sample = begin()
    pages = by_path(desk.propose(sample.id))
    desk.refuse(pages["/112"].id, "staat ook op de startpagina")
    desk.confirm(pages["/contact"].id, "kernpagina", type=PageType.FEEDBACK, also=(PageType.CONTACT,))
    again = by_path(desk.propose(sample.id))
    assert "/112" not in again
    assert "/contact" not in again
    kept = by_path(desk.pages(sample.id))
    assert (kept["/112"].decision, kept["/112"].reason) == (PageDecision.REFUSED, "staat ook op de startpagina")
    assert kept["/contact"].types == (PageType.FEEDBACK, PageType.CONTACT)
    assert kept["/contact"].decided_by == "Anna de Vries"


def test_every_decision_needs_a_reason(desk: SampleDesk, begin: Callable[..., Sample], store: Store) -> None:
    sample = begin()
    page = desk.propose(sample.id)[0]
    before = store.trail.head()
    for act in (
        lambda: desk.confirm(page.id, " "),
        lambda: desk.refuse(page.id, ""),
        lambda: desk.add(sample.id, "/x", PageType.OTHER, ""),
        lambda: desk.explain(sample.id, PageType.LOGIN, ""),
        lambda: desk.confirm(page.id, "goed", process="aanvraag"),
        lambda: desk.confirm(page.id, "goed", step=1),
    ):
        with pytest.raises(BadInput):
            act()
    assert store.trail.head() == before
    assert desk.page(page.id) == page


def test_adding_by_hand(desk: SampleDesk, begin: Callable[..., Sample]) -> None:
    sample = begin()
    desk.propose(sample.id)
    added = desk.add(sample.id, "voorbeeld.test/nieuws/3", PageType.OTHER, "ander sjabloon", also=(PageType.SERVICE,))
    assert (added.address, added.title, added.ending, added.decision) == (
        f"{SITE}/nieuws/3", "Bericht 3", "captured", PageDecision.CONFIRMED,
    )  # fmt: skip
    outside = desk.add(sample.id, "https://elders.test/verklaring", PageType.STATEMENT, "staat elders")
    assert not outside.by_machine
    for twin in ("http://www.voorbeeld.test/nieuws/3", f"{SITE}/contact"):
        with pytest.raises(AlreadyExists):
            desk.add(sample.id, twin, PageType.OTHER, "nog eens")
    with pytest.raises(NotAnAddress):
        desk.add(sample.id, "tel:112", PageType.EMERGENCY, "bellen")


def test_only_web_sites_of_an_open_case_have_a_sample(
    desk: SampleDesk, store: Store, anna: Actor, target: Target, begin: Callable[..., Sample]
) -> None:
    sample = begin()
    other = store.add_target(target.organisation_id, "App", "https://app.test/", kind=TargetKind.APP)
    cases = CaseDesk(store, anna)
    with pytest.raises(NotAllowed, match="not part of"):
        desk.begin(sample.case_id, other.id)
    cases.set_targets(sample.case_id, [target.id, other.id])
    with pytest.raises(NotAllowed, match="web site"):
        desk.begin(sample.case_id, other.id)
    assert desk.begin(sample.case_id, target.id) == desk.show(sample.id)
    with pytest.raises(NotAllowed, match="cannot leave"):
        cases.set_targets(sample.case_id, [other.id])
    cases.stop(sample.case_id, "einde")
    with pytest.raises(NotAllowed):
        desk.propose(sample.id)
    for number in (0, 21):
        with pytest.raises(BadInput):
            desk.set_visits(begin().id, number, "anders")


def test_proposing_needs_an_ended_crawl_of_the_target(
    desk: SampleDesk, store: Store, anna: Actor, target: Target, begin: Callable[..., Sample]
) -> None:
    elsewhere = store.add_target(target.organisation_id, "Andere", "https://anders.test/")
    case = CaseDesk(store, anna).open(NewCase(CaseKind.QUICK, "Leeg", target_ids=(elsewhere.id,)))
    empty = desk.begin(case.id, elsewhere.id)
    with pytest.raises(NotFound) as caught:
        desk.propose(empty.id)
    assert caught.value.mend == f"eaa-checker scan {elsewhere.id}"
    begin()
    with pytest.raises(NotAllowed):
        desk.propose(empty.id, store.scans(target.id)[0].id)


def test_two_people_on_one_page(desk: SampleDesk, store: Store, bram: Actor, begin: Callable[..., Sample]) -> None:
    sample = begin()
    page, other = desk.propose(sample.id)[:2]
    SampleDesk(store, bram).refuse(page.id, "dubbel", version=page.version)
    with pytest.raises(EditedMeanwhile) as caught:
        desk.confirm(page.id, "kernpagina", version=page.version)
    assert caught.value.theirs["decision"] == "refused"
    desk.confirm(other.id, "een andere pagina kan gewoon", version=other.version)
    assert desk.page(page.id).decision is PageDecision.REFUSED


def test_damaged_evidence_does_not_stop_proposals(
    desk: SampleDesk, store: Store, begin: Callable[..., Sample]
) -> None:
    sample = begin()
    for file in (f for f in store.evidence.folder.rglob("*") if f.is_file()):
        file.write_bytes(b"stuk")
    assert "/contact" in by_path(desk.propose(sample.id))


def test_a_reinspection_takes_over_the_sample_of_the_case_before(
    desk: SampleDesk, store: Store, anna: Actor, target: Target, begin: Callable[..., Sample]
) -> None:
    first = begin(CaseKind.IN_DEPTH)
    with pytest.raises(NotAllowed, match="does not follow"):
        desk.take_over(first.id, "herinspectie")
    confirm_all(desk, first)
    desk.draw(first.id, seed="s")
    desk.explain(first.id, PageType.HELP, "niet op de site")
    desk.name_states(first.id, [PageState.ZOOMED])
    again = CaseDesk(store, anna).open(
        NewCase(CaseKind.REINSPECTION, "Herinspectie", target_ids=(target.id,), follows_id=first.case_id)
    )
    second = desk.begin(again.id, target.id)
    taken = desk.take_over(second.id, "dezelfde pagina's")
    before = [(p.address, p.types, p.part, p.reason) for p in desk.pages(first.id, PageDecision.CONFIRMED)]
    assert [(p.address, p.types, p.part, p.reason) for p in taken] == before
    assert desk.take_over(second.id, "nog eens") == []
    assert [absence.type for absence in desk.absences(second.id)] == [PageType.HELP]
    assert desk.show(second.id).states == desk.show(first.id).states
    assert failing(desk, second) == []


# -- the random part ------------------------------------------------------------------------------------------------


def test_the_draw_is_frozen_and_can_be_repeated(desk: SampleDesk, begin: Callable[..., Sample], store: Store) -> None:
    sample = begin(CaseKind.IN_DEPTH)
    with pytest.raises(NotAllowed, match="Decide all proposed"):
        desk.propose(sample.id) and desk.draw(sample.id)
    confirm_all(desk, sample)
    drawn = desk.draw(sample.id, seed="zaad 7", count=3)
    frame = desk.frame(sample.id)
    assert frame is not None
    assert len(frame.addresses) == 17  # what was captured, no document, no failure
    assert frame.digest == drawing.digest_of(frame.addresses) == desk.show(sample.id).frame_digest
    structured = {page.address for page in desk.pages(sample.id) if page.part is SamplePart.STRUCTURED}
    again = drawing.draw(frame.addresses, "zaad 7", 3, structured)
    assert {page.address for page in drawn} == set(again)
    assert {page.reason for page in drawn} == {"eaa-draw-1: zaad 7"}
    assert desk.redraw(sample.id)
    entry = store.trail.entries(f"sample:{sample.id}")[-1]
    assert (entry.details["seed"], entry.details["frame"], entry.details["drawn"]) == (
        "zaad 7", frame.digest, list(again),
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        desk.refuse(drawn[0].id, "komt slecht uit")


def test_a_later_crawl_does_not_change_the_frame(
    desk: SampleDesk, begin: Callable[..., Sample], store: Store, target: Target
) -> None:
    sample = begin()
    confirm_all(desk, sample)
    first = desk.draw(sample.id, seed="s")
    scan_made(store, target, [*CRAWL, Made("/nieuw", "Nieuw")])
    more = desk.draw(sample.id, count=4)
    assert {page.address for page in first} < {page.address for page in more}
    assert f"{SITE}/nieuw" not in desk.frame(sample.id).addresses  # type: ignore[union-attr]
    assert desk.redraw(sample.id)


def test_another_seed_needs_a_reason(desk: SampleDesk, begin: Callable[..., Sample], store: Store) -> None:
    sample = begin()
    confirm_all(desk, sample)
    desk.draw(sample.id, seed="een")
    with pytest.raises(NotAllowed):
        desk.draw(sample.id, seed="twee")
    with pytest.raises(BadInput):
        desk.draw(sample.id, seed="twee", anew=True)
    anew = desk.draw(sample.id, seed="twee", anew=True, reason="crawl was onvolledig", count=2)
    assert (len(anew), desk.show(sample.id).seed) == (2, "twee")
    entry = store.trail.entries(f"sample:{sample.id}")[-1]
    assert (entry.action, entry.ground) == ("sample.drawn-anew", "crawl was onvolledig")
    assert desk.redraw(sample.id)


def test_a_refused_page_may_be_drawn_all_the_same(desk: SampleDesk, begin: Callable[..., Sample]) -> None:
    """Leaving a page out of the structured part must not keep it from chance."""
    sample = begin()
    for page in desk.propose(sample.id):
        decide = desk.refuse if page.type is PageType.EMERGENCY else desk.confirm
        decide(page.id, "besluit")
    drawn = by_path(desk.draw(sample.id, seed="s", count=17))
    assert drawn["/112"].decision is PageDecision.CONFIRMED
    assert len(drawn) == 13
    assert desk.redraw(sample.id)


def test_nothing_to_draw(desk: SampleDesk, begin: Callable[..., Sample]) -> None:
    sample = begin(crawl=(Made("/", "Home"),))
    with pytest.raises(NotAllowed):
        desk.redraw(sample.id)
    confirm_all(desk, sample)
    with pytest.raises(NotAllowed, match="nothing to draw"):
        desk.draw(sample.id)
    with pytest.raises(BadInput):
        desk.draw(sample.id, count=0)
