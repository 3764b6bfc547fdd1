"""The norm tables: right counts, editions kept apart, nothing unverified that passes for a citation."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

import pytest

from rules import norms


def test_wcag_has_the_published_numbers_of_criteria() -> None:
    counts = {
        version: [len(norms.criteria(version, (level,))) for level in ("A", "AA", "AAA")]
        for version in ("2.0", "2.1", "2.2")
    }
    assert counts == {"2.0": [25, 13, 23], "2.1": [30, 20, 28], "2.2": [31, 24, 31]}


def test_criteria_come_in_order_of_number() -> None:
    nums = [c.num for c in norms.criteria("2.1")]
    assert nums.index("1.4.5") < nums.index("1.4.10") < nums.index("2.1.1")


def test_fifty_criteria_are_required_in_the_netherlands() -> None:
    required = [c.num for v in ("2.1", "2.2") for c in norms.criteria(v, ("A", "AA", "AAA"))]
    assert len({num for num in required if norms.required_in_nl(num)}) == 50
    assert norms.required_in_nl("4.1.1")
    assert not norms.required_in_nl("2.5.8")
    assert not norms.required_in_nl("1.4.6")


def test_a_criterion_knows_its_words_and_clauses() -> None:
    found = norms.criterion("1.1.1")
    assert found.level == "A"
    assert (found.handle.nl, found.handle.en) == ("Niet-tekstuele content", "Non-text Content")
    assert (found.clause_v3_2_1, found.clause_v4_1_1) == ("9.1.1.1", "9.1.1.1")
    assert found.understanding_url == "https://www.w3.org/WAI/WCAG21/Understanding/non-text-content.html"
    assert norms.criterion("4.1.1").clause_v4_1_1 is None
    assert norms.criterion("2.5.8").clause_v3_2_1 is None


def test_dutch_handles_that_no_translation_authorised_say_so() -> None:
    new = {c.num for c in norms.criteria("2.2", ("A", "AA", "AAA")) if "2.1" not in c.versions}
    assert len(new) == 9
    assert not any(norms.criterion(num).nl_authorised for num in new)
    assert all(c.nl_authorised for c in norms.criteria("2.1"))


@pytest.mark.parametrize(
    ("key", "title", "level", "url"),
    [
        ("wcag:2.4.2", "Page Titled", "A", "https://www.w3.org/WAI/WCAG21/Understanding/page-titled.html"),
        ("wcag-text:cc5", "Non-Interference", "", "https://www.w3.org/TR/WCAG21/#cc5"),
        ("technique:H57", "WCAG technique H57", "", "https://www.w3.org/WAI/WCAG21/Techniques/html/H57"),
        ("technique:F25", "WCAG technique F25", "", "https://www.w3.org/WAI/WCAG21/Techniques/failures/F25"),
        ("aria:required", "WAI-ARIA 1.2, required", "", "https://www.w3.org/TR/wai-aria-1.2/#required"),
        ("using-aria:fourth", "Using ARIA, fourth", "", "https://www.w3.org/TR/using-aria/#fourth"),
    ],
)  # fmt: skip
def test_requirement_keys(key: str, title: str, level: str, url: str) -> None:
    found = norms.requirement(key)
    assert (found.key, found.title.en, found.level, found.url) == (key, title, level, url)


def test_a_clause_of_the_standard_is_a_requirement() -> None:
    found = norms.requirement("en301549:9.6")
    assert found.title.en == "WCAG conformance requirements"
    assert found.url.endswith("en_301549v030201p.pdf#page=51")
    assert not found.nl_citable
    assert norms.requirement("en301549:9.1.4.3").level == "AA"


@pytest.mark.parametrize(
    "key",
    [
        "",
        "wcag:",
        "wcag:9.9.9",
        "1.1.1",
        "en301549:9.5",
        "technique:X1",
        "technique:h57",
        "wcag-text:cc6",
        "aria:",
    ],
)
def test_unknown_requirements_are_refused(key: str) -> None:
    with pytest.raises(norms.UnknownRequirement):
        norms.requirement(key)
    with pytest.raises(norms.UnknownRequirement):
        norms.clauses([key])


def test_clauses_are_those_of_the_edition() -> None:
    keys = ["wcag:4.1.2", "technique:H57", "wcag:1.4.10", "wcag:1.4.3", "wcag:4.1.2", "aria:requiredState"]
    assert norms.clauses(keys) == ("9.1.4.3", "9.1.4.10", "9.4.1.2")
    assert norms.clauses(["wcag:2.5.8", "wcag:4.1.1"]) == ("9.4.1.1",)
    assert norms.clauses(["wcag:2.5.8", "wcag:4.1.1"], "V4.1.1") == ("9.2.5.8",)
    assert norms.clauses(["wcag:1.4.6"]) == ()
    assert norms.clauses(["wcag-text:cc5", "en301549:9.7"]) == ("9.6",)
    assert norms.clauses(["en301549:9.7"], "V4.1.1") == ("9.7",)


def test_every_required_criterion_has_a_clause_and_hits_someone() -> None:
    found = norms.clauses(f"wcag:{c.num}" for c in norms.criteria("2.1"))
    assert len(found) == 50
    for clause in found:
        assert norms.hits([clause]), clause


def test_hits_are_primary_ordered_and_of_one_edition() -> None:
    assert norms.hits(["9.1.1.1"]) == ("4.2.1", "4.2.2", "4.2.4")
    assert norms.hits(["9.1.1.1"], secondary=True) == ("4.2.1", "4.2.2", "4.2.4", "4.2.5", "4.2.10", "4.2.11")
    assert norms.hits(["9.1.1.1"], "V4.1.1") == ("4.2.1", "4.2.2", "4.2.4", "4.2.5")
    assert norms.hits(["9.2.4.2", "9.1.4.3"]) == ("4.2.1", "4.2.2", "4.2.3", "4.2.7", "4.2.10")
    assert norms.hits(["9.2.5.8"]) == ()
    assert "4.2.8" not in norms.hits(["9.4.1.3"], "V4.1.1", secondary=True)  # unclear in the source


def test_an_unknown_edition_is_refused() -> None:
    with pytest.raises(norms.UnknownEdition):
        norms.clauses([], "V9")
    with pytest.raises(norms.UnknownEdition):
        norms.hits([], "V2.1.2")


def test_statements_name_people_in_both_languages() -> None:
    assert len(norms.statements()) == 11
    blind = norms.statement("4.2.1")
    assert (blind.who.nl, blind.who.en) == ("mensen die niet kunnen zien", "people who cannot see")
    assert blind.title.en == "Usage without vision"
    assert not blind.nl_citable
    for one in norms.statements():
        assert one.who.nl.startswith("mensen ")
        assert one.who.en.startswith("people ")
    with pytest.raises(norms.UnknownRequirement):
        norms.statement("4.2.12")


def test_the_cited_edition_counts_and_the_published_one_does_not_yet() -> None:
    assert norms.edition_on(date(2026, 11, 23)).id == norms.CITED == "V3.2.1"
    newest = norms.edition_on(date(2026, 11, 23), enforceable=False)
    assert (newest.id, newest.enforceable, newest.wcag) == ("V4.1.1", False, "2.2")
    assert norms.edition_on(date(2026, 9, 1), enforceable=False).id == "V3.2.1"
    assert norms.edition_on(date(2026, 9, 2), enforceable=False).id == "V4.1.1"
    with pytest.raises(norms.UnknownEdition):
        norms.edition_on(date(2016, 1, 1))


def test_nothing_unverified_is_citable() -> None:
    checked = 0
    for name in ("wcag", "en301549_v3_2_1", "en301549_v4_1_1", "statements", "editions"):
        data = json.loads(files("rules.norms").joinpath(f"{name}.json").read_text(encoding="utf-8"))
        date.fromisoformat(data["read"])
        for row in [*data["sources"].values(), *data.get("editions", [])]:
            assert row["citable"] == row["certainty"].startswith("verified"), row
            checked += 1
    assert checked > 12
    assert not norms.source("user_needs", "V3.2.1").citable
    assert not norms.source("clauses", "V4.1.1").citable
    assert norms.source("clauses", "V3.2.1").citable
    assert not norms.source("titles_nl").citable
