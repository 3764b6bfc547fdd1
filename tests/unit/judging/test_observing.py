"""Observations: two witnesses of one barrier, disagreement, routine questions, rules that yield."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest

from eaa_checker.judging.observing import OwnJudgement, demanded, judge_own, observe
from eaa_checker.judging.second_witness import find
from rules.book import RuleBook
from rules.contract import Example, Outcome, Rule, Verdict, Words, cannot_tell, failed, passed
from rules.page import Document, Element, Page, ShadowRoot

SAID = Words("Zo is het.", "So it is.")
Judge = Callable[[Element], Outcome]


@dataclass
class File:
    """A rule file made for a test: judges every ``img``."""

    RULE: Rule
    said: Judge
    tag: str = "img"
    EXAMPLES: tuple[Example, ...] = ()

    def applies(self, page: Page) -> Iterable[Element]:
        return page.elements(self.tag)

    def judge(self, target: Element) -> Outcome:
        return self.said(target)


def rule(rule_id: str, **more: object) -> Rule:
    words: dict[str, object] = {"title": SAID, "why": SAID, "repair": SAID, "requirements": ("wcag:1.1.1",)}
    return Rule(id=rule_id, sentences={"no": SAID, "ask": SAID}, **(words | more))  # type: ignore[arg-type]


def book(*files: File) -> RuleBook:
    return RuleBook({file.RULE.id: file for file in files})  # type: ignore[dict-item]


@pytest.fixture
def page() -> Page:
    """html > body > (a > img), img."""
    made = Page("https://example.nl/")
    document = Document(made, made.address)
    made.documents.append(document)
    parents: dict[str, Element | None] = {"": None}
    for name, parent, tag in (
        ("html", "", "html"), ("body", "html", "body"), ("a", "body", "a"), ("img1", "a", "img"),
        ("img2", "body", "img"),
    ):  # fmt: skip
        above = parents[parent]
        element = Element(document, above, 0, tag, {"src": f"{name}.png"} if tag == "img" else {}, index=len(parents))
        parents[name] = element
        document.elements.append(element)
        if above is None:
            document.root = element
        else:
            above.children.append(element)
    return made


def axe_says(group: str, ancestry: str) -> dict[str, object]:
    node = {"target": ["img"], "ancestry": [ancestry], "html": "<img>", "any": [{"message": "no alt"}]}
    return {group: [{"id": "image-alt", "nodes": [node]}]}


FIRST = "html > body:nth-child(1) > a:nth-child(1) > img:nth-child(1)"
SECOND = "html > body:nth-child(1) > img:nth-child(2)"


def test_two_engines_on_one_element_are_one_observation(page: Page) -> None:
    mine = rule("image-thing", axe=("image-alt",))
    ours = book(File(mine, lambda e: failed("no") if "1" in e.get("src") else passed()))
    (seen,) = observe(judge_own(page, ours), axe_says("violations", FIRST), ours, settled=True)
    assert seen.verdict is Verdict.FAILED
    assert [(w.engine, w.rule) for w in seen.witnesses] == [("own", "image-thing"), ("axe", "image-alt")]
    assert (seen.clauses, seen.disputed, seen.indicative) == (("9.1.1.1",), False, False)


def test_a_disagreement_is_for_a_person(page: Page) -> None:
    ours = book(File(rule("image-thing", axe=("image-alt",)), lambda _: passed()))
    (seen,) = observe(judge_own(page, ours), axe_says("violations", FIRST), ours, settled=True)
    assert (seen.verdict, seen.disputed, seen.rule) == (Verdict.CANNOT_TELL, True, "axe/image-alt")


def test_what_axe_leaves_open_and_we_settled_is_no_question(page: Page) -> None:
    ours = book(File(rule("image-thing", axe=("image-alt",)), lambda _: passed()))
    assert observe(judge_own(page, ours), axe_says("incomplete", FIRST), ours, settled=True) == []


def test_axe_alone_counts_where_we_have_no_rule(page: Page) -> None:
    ours = book(File(rule("other-thing"), lambda _: passed()))
    (seen,) = observe(judge_own(page, ours), axe_says("violations", FIRST), ours, settled=False)
    assert (seen.verdict, seen.rule, seen.indicative) == (Verdict.FAILED, "axe/image-alt", True)
    assert seen.places[0].path == ("html > body > a > img",)
    assert seen.title.nl != seen.title.en


def test_an_experimental_rule_only_asks(page: Page) -> None:
    ours = book(File(rule("image-thing", experimental=True), lambda _: failed("no")))
    assert {o.verdict for o in observe(judge_own(page, ours), None, ours, settled=True)} == {Verdict.CANNOT_TELL}


def test_routine_questions_are_one_row_with_many_places(page: Page) -> None:
    ours = book(File(rule("image-thing", routine=True), lambda _: cannot_tell("ask")))
    (seen,) = observe(judge_own(page, ours), None, ours, settled=True)
    assert (seen.count, len(seen.places), seen.pages) == (2, 2, 1)


def test_questions_of_axe_that_come_by_the_hundred_are_one_row_too(page: Page) -> None:
    ours = book(File(rule("other-thing"), lambda _: passed()))
    both = [{"target": ["img"], "ancestry": [one], "html": "<img>"} for one in (FIRST, SECOND)]
    for group, verdict, rows in (("incomplete", Verdict.CANNOT_TELL, 1), ("violations", Verdict.FAILED, 2)):
        said = {group: [{"id": "link-in-text-block", "nodes": both}]}
        seen = observe(judge_own(page, ours), said, ours, settled=True)
        assert ({o.verdict for o in seen}, len(seen), sum(o.count for o in seen)) == ({verdict}, rows, 2)
        assert [w.engine for o in seen for w in o.witnesses] == ["axe"] * rows


def test_questions_with_a_sign_stay_rows_of_their_own(page: Page) -> None:
    ours = book(File(rule("image-thing"), lambda _: cannot_tell("ask")))
    assert len(observe(judge_own(page, ours), None, ours, settled=True)) == 2


def test_a_rule_yields_to_one_that_says_it_better(page: Page) -> None:
    ours = book(
        File(rule("image-thing", yields_to=("link-thing",)), lambda _: failed("no")),
        File(rule("link-thing"), lambda _: failed("no"), tag="a"),
    )
    seen = observe(judge_own(page, ours), None, ours, settled=True)
    assert sorted((o.rule, o.places[0].path) for o in seen) == [
        ("image-thing", ("html > body > img",)),
        ("link-thing", ("html > body > a",)),
    ]


def test_only_what_a_norm_demands_is_judged(page: Page) -> None:
    assert not demanded(rule("nice", requirements=()))
    assert not demanded(rule("strict", requirements=("wcag:1.4.6",)))
    assert demanded(rule("nice", requirements=(), norm=("wcag:1.3.1",)))
    ours = book(File(rule("nice", requirements=()), lambda _: failed("no")))
    assert judge_own(page, ours).judgements == []


def test_passed_targets_are_counted(page: Page) -> None:
    ours = book(File(rule("image-thing"), lambda e: passed() if "1" in e.get("src") else failed("no")))
    assert OwnJudgement(page, judge_own(page, ours).judgements).passed == {"image-thing": 1}


def test_an_element_in_a_shadow_tree_is_found_again(page: Page) -> None:
    host = next(page.elements("a"))
    root = host.shadow_root = ShadowRoot(host, "closed")
    inner = Element(page.document, root, 0, "b", {}, index=50)
    root.children.append(inner)
    chain = ["html > body:nth-child(1) > a:nth-child(1)", "b:nth-child(1)"]
    assert find(page, [chain]) is inner
    assert find(page, [[chain[0], "b:nth-child(2)"]]) is None
    assert find(page, ["html > nonsense[x"]) is None
