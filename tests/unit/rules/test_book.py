"""The rule book: found by its folder, fatal when foreign or faulty, never silent."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

import rules
from rules import book
from rules.contract import Outcome, Rule, Verdict, Words, failed, fails, passed, passes
from rules.page import Document, Element, Page


def rule_file(**changes: object) -> ModuleType:
    """A rule module that keeps the contract but for *changes*."""
    module = ModuleType("rules.wcag.thing_is_so")
    words = Words("Zo.", "So.")
    rule = Rule(id="thing-is-so", title=words, why=words, repair=words, requirements=(), sentences={"no": words})
    contents: dict[str, object] = {
        "RULE": rule,
        "applies": lambda page: page.elements("p"),
        "judge": lambda target: failed("no") if target.has("hidden") else passed(),
        "EXAMPLES": (passes("<p>"), fails("no", "<p hidden>")),
    }
    for name, value in (contents | changes).items():
        if value is not None:
            setattr(module, name, value)
    return module


def one_page(count: int = 2) -> Page:
    page = Page("https://example.nl/")
    document = Document(page, page.address)
    page.documents.append(document)
    root = Element(document, None, 0, "html", {})
    document.root = root
    document.elements.append(root)
    for number in range(count):
        child = Element(document, root, 0, "p", {"hidden": ""} if number else {}, index=number + 1)
        root.children.append(child)
        document.elements.append(child)
    return page


def test_the_book_is_ours_and_not_empty() -> None:
    assert len(book.load().files) >= 13
    assert "document-has-title" in book.load().files


def test_an_empty_rule_book_is_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book.pkgutil, "iter_modules", lambda _: iter(()))
    with pytest.raises(book.ForeignRuleBook):
        book.load.__wrapped__()


def test_a_foreign_rule_book_is_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(rules, "VERSION")
    with pytest.raises(book.ForeignRuleBook):
        book.load.__wrapped__()


def test_a_rule_file_that_cannot_be_loaded_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import rules.wcag

    (tmp_path / "broken_rule.py").write_text("import nothing_of_that_name\n")
    monkeypatch.setattr(rules.wcag, "__path__", [*rules.wcag.__path__, str(tmp_path)])
    with pytest.raises(book.FaultyRule, match="broken_rule"):
        book.load.__wrapped__()
    sys.modules.pop("rules.wcag.broken_rule", None)


@pytest.mark.parametrize("missing", ["RULE", "applies", "judge", "EXAMPLES"])
def test_a_rule_file_must_be_whole(missing: str) -> None:
    with pytest.raises(book.FaultyRule, match=missing):
        book._checked(rule_file(**{missing: None}), "thing_is_so")


def test_a_rule_has_the_name_of_its_file() -> None:
    with pytest.raises(book.FaultyRule, match=r"other_name|other-name"):
        book._checked(rule_file(), "other_name")


def test_an_example_names_only_words_that_have_a_sentence() -> None:
    with pytest.raises(book.FaultyRule, match="nowhere"):
        book._checked(rule_file(EXAMPLES=(fails("nowhere", "<p>"),)), "thing_is_so")


def test_a_rule_that_raises_cannot_tell_and_the_others_go_on() -> None:
    def judge(target: Element) -> Outcome:
        if target.has("hidden"):
            raise ValueError("oops")
        return passed()

    found = list(book.judge_with(book._checked(rule_file(judge=judge), "thing_is_so"), one_page()))
    assert [j.outcome.verdict for j in found] == [Verdict.PASSED, Verdict.CANNOT_TELL]
    explanation = found[1].explanation
    assert explanation is not None
    assert "oops" in explanation.nl


def test_applicability_that_raises_cannot_tell() -> None:
    def applies(page: Page) -> list[Element]:
        raise RuntimeError("oops")

    (found,) = book.judge_with(book._checked(rule_file(applies=applies), "thing_is_so"), one_page())
    assert (found.target, found.outcome.verdict) == (None, Verdict.CANNOT_TELL)


def test_a_page_fails_when_one_target_fails() -> None:
    file = book._checked(rule_file(), "thing_is_so")
    assert book.page_verdict(book.judge_with(file, one_page(2))) is Verdict.FAILED
    assert book.page_verdict(book.judge_with(file, one_page(1))) is Verdict.PASSED
    assert book.page_verdict(book.judge_with(file, one_page(0))) is Verdict.INAPPLICABLE
