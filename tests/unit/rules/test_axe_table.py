"""The adopted axe-core rules: exactly those of the axe-core in use, right norm links, words fit for a letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from rules import axe, norms
from rules.book import load
from rules.contract import Words

CHROMIUM = Path("/usr/bin/chromium-headless-shell")
FIELDS = ("title", "explanation_failed", "explanation_question", "why", "repair")
SENTENCES = FIELDS[1:]


def _words(row: axe.Adopted) -> Iterator[tuple[str, Words]]:
    for field in FIELDS:
        yield field, getattr(row, field)


@pytest.fixture(scope="module")
def axe_core() -> dict[str, Any]:
    """What axe-core says of itself: version, rules with tags, and the ids of those that run by default."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    path = CHROMIUM if CHROMIUM.exists() else None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            page = browser.new_page()
            page.set_content("<!doctype html><html lang=nl><title>Leeg</title><main><h1>Leeg</h1></main>")
            page.evaluate(script)
            found: dict[str, Any] = page.evaluate(
                """async () => {
                    const result = await axe.run(document)
                    const ran = ['passes', 'violations', 'incomplete', 'inapplicable']
                        .flatMap(kind => result[kind].map(rule => rule.id))
                    return {version: axe.version, rules: axe.getRules(), ran}
                }"""
            )
        finally:
            browser.close()
    return found


def _numbers(tags: list[str]) -> list[str]:
    matches = (re.fullmatch(r"wcag(\d)(\d)(\d+)", tag) for tag in tags)
    return sorted(f"wcag:{m[1]}.{m[2]}.{m[3]}" for m in matches if m)


@pytest.mark.browser
def test_the_table_holds_exactly_the_rules_of_axe_core(axe_core: dict[str, Any]) -> None:
    assert axe_core["version"] == axe.VERSION
    tagged = {rule["ruleId"] for rule in axe_core["rules"] if set(rule["tags"]) & set(axe.TAGS)}
    assert set(axe.table()) == tagged


@pytest.mark.browser
def test_requirements_and_act_ids_are_those_of_axe_core(axe_core: dict[str, Any]) -> None:
    theirs = {rule["ruleId"]: rule for rule in axe_core["rules"]}
    for row in axe.table().values():
        rule = theirs[row.id]
        assert sorted(row.requirements) == _numbers(rule["tags"]), row.id
        assert row.act == tuple(rule.get("actIds") or ()), row.id


@pytest.mark.browser
def test_the_standing_is_that_of_axe_core(axe_core: dict[str, Any]) -> None:
    tags = {rule["ruleId"]: rule["tags"] for rule in axe_core["rules"]}
    for row in axe.table().values():
        assert (row.standing is axe.Standing.REGULAR) == (row.id in axe_core["ran"]), row.id
        for standing in (axe.Standing.EXPERIMENTAL, axe.Standing.DEPRECATED):
            assert (row.standing is standing) == (standing.value in tags[row.id]), row.id


def test_every_rule_names_requirements_the_norms_know() -> None:
    for row in axe.table().values():
        assert row.requirements, row.id
        for key in row.requirements:
            assert norms.requirement(key)
        in_force = any(norms.required_in_nl(key.removeprefix("wcag:")) for key in row.requirements)
        assert bool(norms.clauses(row.requirements)) == in_force == (row.id != "target-size")


def test_titles_tell_rules_apart() -> None:
    for language in ("nl", "en"):
        repeated = [t for t, n in Counter(r.title.say(language) for r in axe.table().values()).items() if n > 1]
        assert not repeated


def test_words_are_whole_sentences_without_ids_or_placeholders() -> None:
    ids = re.compile("|".join(rf"\b{re.escape(rule_id)}\b" for rule_id in axe.table() if "-" in rule_id))
    for row in axe.table().values():
        for field, words in _words(row):
            for text in (words.nl, words.en):
                assert text == text.strip(), (row.id, field)
                assert text[0].isupper(), (row.id, field)
                assert "  " not in text
                assert not re.search(r"[{}<>]", text), (row.id, field, text)
                assert not ids.search(text), (row.id, field, text)
                end = {"title": r"\w$", "explanation_question": r"\?$"}.get(field, r"\.$")
                assert re.search(end, text.rstrip(")")), (row.id, field, text)


def test_dutch_sentences_are_short() -> None:
    for row in axe.table().values():
        for field in SENTENCES:
            for sentence in re.split(r"(?<=[.?])\s", getattr(row, field).nl):
                assert len(sentence.split()) <= 20, (row.id, field, sentence)


def test_dutch_is_not_translated_jargon() -> None:
    jargon = re.compile(
        r"toegankelijke naam|assistieve|focusbaar|focusseerbaar|discernib|accessible|landmark|screen ?reader|"
        r"user agent|attribuut|widget|skip-?link|gelabeld|interactieve? (?:control|element)",
        re.IGNORECASE,
    )
    for row in axe.table().values():
        for field, words in _words(row):
            assert not jargon.search(words.nl), (row.id, field, words.nl)


def test_the_reason_names_people() -> None:
    nl = re.compile(r"\b[Mm]ensen\b|\biedereen\b")
    en = re.compile(r"\b[Pp]eople\b|\beveryone\b")
    for row in axe.table().values():
        assert nl.search(row.why.nl), row.id
        assert en.search(row.why.en), row.id


def test_our_rules_name_only_rules_that_axe_has() -> None:
    """``Rule.axe`` is the one place that says which axe-core rule sees the same barrier."""
    book = load().files
    assert {"image-alt", "color-contrast", "label"} <= {a for file in book.values() for a in file.RULE.axe}
    assert "image-alt" in book["image-has-name"].RULE.axe
    assert "color-contrast" in book["text-has-contrast"].RULE.axe


def test_a_rule_outside_wcag_is_not_adopted() -> None:
    assert axe.adopted("region") is None
    row = axe.adopted("button-name")
    assert row is not None
    assert row.title.nl == "Knop heeft een naam"
    assert not row.experimental
    experimental = axe.adopted("p-as-heading")
    assert experimental is not None
    assert experimental.experimental
