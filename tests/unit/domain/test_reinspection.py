"""Re-inspection: what became of a finding. A page that could not be looked at is never repaired."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from eaa_checker.domain.finding import Finding, FindingPlace, FindingState, FindingText
from eaa_checker.domain.manual import Answer, Scope
from eaa_checker.domain.manual import Outcome as Answered
from eaa_checker.domain.reinspection import Outcome, PageSeen, Proposed, RoundSeen, Sight
from eaa_checker.domain.round_comparison import compare
from eaa_checker.domain.trail import Actor
from rules.contract import Verdict, Words

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
A, B, C = (f"https://v.test/{name}" for name in "abc")
EDITION = "EN 301 549 V3.2.1"
RULE = "image-has-name"


def finding(*addresses: str, mark: str = "f", id: int = 1, **values: object) -> Finding:
    made = Finding(
        id=id, version=1, examination_id=1, number=id, state=FindingState.APPROVED, requirement="wcag:1.1.1",
        edition=EDITION, text=FindingText("t", "f"),
        places=tuple(FindingPlace(a, fingerprint=mark, seen=3, visits=3, crop=f"before-{a[-1]}") for a in addresses),
        proofs=(), round_number=0, rule=RULE, author="Anna", editors=(Actor("Anna"),), created=NOON, changed=NOON,
    )  # fmt: skip
    return replace(made, **values)  # type: ignore[arg-type]


def sight(address: str, mark: str = "f", **values: object) -> Sight:
    made = Sight(mark, RULE, Verdict.FAILED, address, "default", ("wcag:1.1.1",), "img logo", 1, 3, 3, True, "crop")
    return replace(made, **values)  # type: ignore[arg-type]


def page(address: str, **values: object) -> PageSeen:
    return replace(PageSeen(address, visits=3, final_address=address, picture=f"page-{address[-1]}"), **values)  # type: ignore[arg-type]


def round_(number: int, *sights: Sight, pages: tuple[PageSeen, ...] | None = None, **values: object) -> RoundSeen:
    seen = (page(A), page(B), page(C)) if pages is None else pages
    made = RoundSeen(
        number, EDITION, "7 (full)", {(p.address, p.page_state): p for p in seen}, sights, frozenset((RULE,))
    )
    return replace(made, **values)  # type: ignore[arg-type]


def became(one: Finding, before: RoundSeen, after: RoundSeen) -> Proposed:
    proposed = [p for p in compare([one], {0: before}, after) if p.finding_id == one.id]
    assert len(proposed) == 1
    assert proposed[0].why.nl
    assert proposed[0].why.en
    return proposed[0]


FIRST = round_(0, sight(A), sight(B))


def test_a_page_on_which_axe_core_gave_no_result_shows_no_repair_of_what_it_saw() -> None:
    own, adopted = finding(A), finding(A, rule="axe/frame-title")
    pages = (page(A, second_witness=False),)
    ran = frozenset((RULE, "axe/frame-title"))
    before = round_(0, sight(A), sight(A, rule="axe/frame-title"), rules=ran)
    after = round_(1, pages=pages, rules=ran)
    assert became(own, round_(0, sight(A), rules=ran), after).outcome is Outcome.REPAIRED
    assert became(adopted, before, after).outcome is Outcome.NOT_COMPARABLE
    assert became(adopted, before, round_(1, pages=(page(A),), rules=ran)).outcome is Outcome.REPAIRED



@pytest.mark.parametrize(
    ("after", "outcome"),
    [
        (round_(1), Outcome.REPAIRED),
        (round_(1, sight(A), sight(B)), Outcome.NOT_REPAIRED),
        (round_(1, sight(A)), Outcome.PARTLY),
        (round_(1, sight(A, seen=1, steady=False), sight(B)), Outcome.NOT_REPAIRED),  # changing is still there
        (round_(1, sight(C)), Outcome.MOVED),
        (round_(1, sight(C, mark="g")), Outcome.MOVED),  # the same rule on the same element elsewhere
        (round_(1, sight(C, mark="g", element="img banner")), Outcome.REPAIRED),  # another one
        (round_(1, sight(A), sight(C)), Outcome.PARTLY),
        # Pages that could not be looked at:
        (round_(1, pages=(page(A),)), Outcome.NOT_COMPARABLE),
        (round_(1, pages=(page(A), page(B, problem=Words("geblokkeerd", "blocked")))), Outcome.NOT_COMPARABLE),
        (round_(1, pages=(page(A), page(B, visits=0))), Outcome.NOT_COMPARABLE),
        (round_(1, pages=(page(A), page(B, final_address=A))), Outcome.NOT_COMPARABLE),
        (round_(1, sight(A), pages=(page(A),)), Outcome.NOT_REPAIRED),  # still known to be there on one page
        (round_(1, sight(A), pages=(page(A, problem=Words("x", "x")), page(B))), Outcome.PARTLY),
        # The rule did not run, could not tell, or the norm is another one:
        (round_(1, rules=frozenset()), Outcome.NOT_COMPARABLE),
        (round_(1, sight(A, verdict=Verdict.CANNOT_TELL)), Outcome.NOT_COMPARABLE),
        (round_(1, edition="EN 301 549 V4.1.1"), Outcome.NOT_COMPARABLE),
    ],
)
def test_what_became_of_a_finding_on_two_pages(after: RoundSeen, outcome: Outcome) -> None:
    assert became(finding(A, B), FIRST, after).outcome is outcome


@pytest.mark.parametrize("lost", [A, B])
def test_no_way_of_losing_a_page_is_a_repair(lost: str) -> None:
    others = tuple(page(a) for a in (A, B, C) if a != lost)
    ways = [
        others,
        (*others, page(lost, visits=0)),
        (*others, page(lost, problem=Words("pagina bestaat niet", "page does not exist"))),
        (*others, page(lost, final_address="https://v.test/elders")),
    ]
    for pages in ways:
        proposed = became(finding(A, B), FIRST, round_(1, pages=pages))
        assert proposed.outcome is Outcome.NOT_COMPARABLE
        unseen = [p for p in proposed.places if p.outcome is Outcome.NOT_COMPARABLE]
        assert [p.address for p in unseen] == [lost]


def test_every_rule_behind_a_finding_must_have_run_again() -> None:
    other = replace(finding(A).places[0], fingerprint="g")
    both = finding(A, places=(finding(A).places[0], other))
    before = round_(0, sight(A), sight(A, mark="g", rule="link-has-name"))
    assert became(both, before, round_(1)).outcome is Outcome.NOT_COMPARABLE
    ran = frozenset((RULE, "link-has-name"))
    assert became(both, before, round_(1, rules=ran)).outcome is Outcome.REPAIRED


def test_fewer_elements_on_the_page_is_partly() -> None:
    before = round_(0, sight(A, places=5))
    assert became(finding(A), before, round_(1, sight(A, places=2))).outcome is Outcome.PARTLY
    assert became(finding(A), before, round_(1, sight(A, places=5))).outcome is Outcome.NOT_REPAIRED


def test_pictures_before_and_after() -> None:
    proposed = became(finding(A, B), FIRST, round_(1, sight(A)))
    still, gone = proposed.places
    assert (still.before, still.after) == ("before-a", "crop")
    assert (gone.before, gone.after) == ("before-b", "page-b")


def test_a_withdrawn_finding_is_not_compared() -> None:
    assert compare([finding(A, state=FindingState.WITHDRAWN)], {0: FIRST}, round_(1)) == ()


def test_what_is_new() -> None:
    after = round_(1, sight(C, mark="n", element="img nieuw"), sight(A, mark="n", element="img nieuw"))
    old, new = compare([finding(A, B)], {0: FIRST}, after)
    assert old.outcome is Outcome.REPAIRED
    assert (new.outcome, new.finding_id, new.fingerprint, new.requirement) == (Outcome.NEW, None, "n", "wcag:1.1.1")
    assert [place.address for place in new.places] == [C, A]
    assert new.cautions == ()


def test_new_is_only_what_is_steady_and_was_not_seen_before() -> None:
    before = round_(0, sight(A), sight(B, mark="known", element="img b"))
    after = round_(
        1,
        sight(B, mark="known", element="img b"),  # never made a finding, but not new
        sight(C, mark="once", element="img c", seen=1, steady=False),
        sight(C, mark="asked", element="img d", verdict=Verdict.CANNOT_TELL),
    )
    assert [p.outcome for p in compare([finding(A)], {0: before}, after)] == [Outcome.REPAIRED]


def test_a_new_barrier_of_a_rule_that_did_not_run_before_comes_with_a_caution() -> None:
    other = sight(C, mark="n", rule="link-has-name", element="a")
    (_, new) = compare([finding(A, B)], {0: FIRST}, round_(1, other))
    assert "link-has-name" in new.cautions[0].nl


def test_another_rule_book_is_said() -> None:
    proposed = became(finding(A, B), FIRST, round_(1, rule_book="8 (full)"))
    assert "7 (full)" in proposed.cautions[0].nl
    assert "8 (full)" in proposed.cautions[0].en


def test_each_finding_is_compared_with_the_round_it_was_made_in() -> None:
    later = finding(C, mark="l", id=2, round_number=1)
    second = round_(1, sight(C, mark="l", element="img c"))
    proposals = compare([finding(A, B), later], {0: FIRST, 1: second}, round_(2, sight(C, mark="l", element="img c")))
    assert [(p.finding_id, p.outcome) for p in proposals] == [(1, Outcome.REPAIRED), (2, Outcome.NOT_REPAIRED)]


def answered(outcome: Answered, address: str = A, scope: Scope = Scope.PAGE) -> Answer:
    return Answer(
        1, 1, 1, 1, "wcag:1.1.1", "2026-11-23", scope, address, "default", "", (), outcome, "", (), "Anna", NOON
    )


def test_a_shared_element_is_compared_with_itself() -> None:
    on_header = finding("kop", mark="", rule="")
    passed = replace(answered(Answered.PASSED, "", Scope.SHARED), element="kop")
    other = replace(answered(Answered.FAILED, "", Scope.SHARED), element="voet")
    assert became(on_header, FIRST, round_(1, answers=(passed, other))).outcome is Outcome.REPAIRED
    assert became(on_header, FIRST, round_(1, answers=(other,))).outcome is Outcome.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ((), Outcome.NOT_COMPARABLE),
        ((answered(Answered.PASSED),), Outcome.REPAIRED),
        ((answered(Answered.FAILED),), Outcome.NOT_REPAIRED),
        ((answered(Answered.CANNOT_TELL),), Outcome.NOT_COMPARABLE),
        ((answered(Answered.UNTESTED),), Outcome.NOT_COMPARABLE),
        ((answered(Answered.INAPPLICABLE),), Outcome.REPAIRED),  # a person looked, and it is gone
        ((answered(Answered.PASSED, B),), Outcome.NOT_COMPARABLE),  # another page
        ((answered(Answered.PASSED, "", Scope.WHOLE),), Outcome.REPAIRED),
    ],
)
def test_what_a_person_found_is_compared_by_what_a_person_answers(
    answers: tuple[Answer, ...], outcome: Outcome
) -> None:
    by_hand = finding(A, mark="", rule="")
    assert became(by_hand, FIRST, round_(1, answers=answers)).outcome is outcome


def in_menu(one: Finding) -> Finding:
    return replace(one, places=tuple(replace(place, page_state="menu-open") for place in one.places))


def open_page(**values: object) -> PageSeen:
    return page(A, page_state="menu-open", **values)


MENU_SEEN = round_(
    0, sight(A, page_state="menu-open"), pages=(page(A), open_page()), rules_in={"menu-open": frozenset((RULE,))}
)


@pytest.mark.parametrize(
    ("pages", "ran", "outcome"),
    [
        ((page(A), open_page()), (RULE,), Outcome.REPAIRED),
        ((page(A),), (RULE,), Outcome.NOT_COMPARABLE),  # the state was not asked for
        ((page(A), open_page(problem=Words("niet vastgelegd", "not captured"))), (RULE,), Outcome.NOT_COMPARABLE),
        ((page(A), open_page(visits=0)), (RULE,), Outcome.NOT_COMPARABLE),
        ((page(A), open_page()), (), Outcome.NOT_COMPARABLE),  # the rule was not judged in that state
    ],
)
def test_a_state_is_compared_with_the_same_state(
    pages: tuple[PageSeen, ...], ran: tuple[str, ...], outcome: Outcome
) -> None:
    after = round_(1, pages=pages, rules_in={"menu-open": frozenset(ran)})
    proposed = became(in_menu(finding(A)), MENU_SEEN, after)
    assert (proposed.outcome, proposed.places[0].page_state) == (outcome, "menu-open")


def test_seen_in_another_state_only_is_no_repair_of_this_one() -> None:
    after = round_(1, sight(A), pages=(page(A), open_page()), rules_in={"menu-open": frozenset((RULE,))})
    assert became(in_menu(finding(A)), MENU_SEEN, after).outcome is Outcome.MOVED
