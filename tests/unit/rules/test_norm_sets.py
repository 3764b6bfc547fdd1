"""Norm sets side by side on their dates, the 112 checklist, and nothing unverified that passes for a citation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from rules import norms
from rules.norms import checklist, norm_sets

TODAY = date(2026, 11, 23)
DOUBT = ("memory", "unverified", "draft", "not read", "our own", "one transcription", "not confirmed", "not checked",
         "not found", "one independent")  # fmt: skip


def rows(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in the data that says how certain it is."""
    if isinstance(value, dict):
        if "certainty" in value:
            yield value
        for inner in value.values():
            yield from rows(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from rows(inner)


def all_data() -> Iterator[tuple[str, Any]]:
    for file in files("rules.norms").iterdir():
        if file.name.endswith(".json"):
            yield file.name, json.loads(file.read_text(encoding="utf-8"))


def test_what_is_in_doubt_is_nowhere_citable() -> None:
    checked = 0
    for name, data in all_data():
        for row in rows(data):
            if "citable" not in row:
                # A question of the checklist: its certainty is of the question, its refs say for themselves.
                assert name == "checklist_112.json"
                assert all("citable" in ref for ref in row["refs"])
                continue
            assert row["citable"] == row["certainty"].startswith("verified") or not row["citable"], (name, row)
            if any(word in row["certainty"] for word in DOUBT):
                assert row["citable"] is False, (name, row)
            checked += 1
    assert checked > 100


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_citation_rests_on_memory(language: str) -> None:
    doubtful = {
        row[language]
        for _, data in all_data()
        for row in rows(data)
        if row.get("citable") is False and language in row
    }
    assert len(doubtful) > 15
    shown: list[str] = []
    for one in norm_sets.norm_sets():
        shown += one.citations(language)
        for key in norm_sets.points(one.id):
            shown.append(norm_sets.citation(key, language, one.edition or norms.CITED))
    for item in checklist.items():
        shown += item.citations(language)
    shown = [text for text in shown if text]
    assert len(shown) > 150
    for text in shown:
        assert not any(part in doubtful for part in text.split("; ")), text
        assert "V4.1.1" not in text
        assert "nummering" not in text
        assert "numbering" not in text


def test_texts_that_people_see_say_nothing_of_memory() -> None:
    for one in norm_sets.norm_sets():
        for words in (one.title, one.short, one.status, one.addressee):
            assert "memory" not in words.en
            assert "geheugen" not in words.nl


def test_both_editions_stand_side_by_side_and_the_examination_date_picks_one() -> None:
    both = {one.id for one in norm_sets.norm_sets_on(TODAY, "web-site")} & {"en301549-v3.2.1", "en301549-v4.1.1"}
    assert len(both) == 2
    assert norm_sets.norm_set_on(TODAY).id == "en301549-v3.2.1"
    assert norm_sets.norm_set_on(date(2027, 6, 28)).id == "en301549-v3.2.1"
    assert "en301549-v4.1.1" not in {one.id for one in norm_sets.norm_sets_on(date(2026, 9, 1))}
    with pytest.raises(norm_sets.UnknownNormSet):
        norm_sets.norm_set_on(date(2019, 1, 1))
    with pytest.raises(norm_sets.UnknownNormSet):
        norm_sets.norm_set_on(TODAY, "iets")


def test_what_is_not_yet_enforceable_is_marked_so() -> None:
    newest = norm_sets.norm_set("en301549-v4.1.1")
    assert newest.standing_on(TODAY) == "not-yet"
    assert newest.marked(TODAY, "nl") == "EN 301 549 V4.1.1 (nog niet afdwingbaar)"
    eaa = norm_sets.norm_set_on(TODAY, "eaa-112")
    assert eaa.marked(date(2027, 6, 27), "en").endswith("(not yet enforceable)")
    assert eaa.standing_on(date(2027, 6, 27)) == "not-yet"
    assert eaa.standing_on(date(2027, 6, 28)) == "in-force"
    assert eaa.marked(date(2027, 6, 28), "nl") == "EAA, beantwoording 112"
    assert norm_sets.norm_set("checklist-112").standing_on(TODAY) == "never"
    assert norm_sets.norm_set("dr-2023-444").standing_on(date(2023, 3, 4)) == "not-yet"


def test_the_points_of_a_norm_set_are_requirements() -> None:
    for one in norm_sets.norm_sets():
        keys = norm_sets.points(one.id)
        assert keys
        assert len(set(keys)) == len(keys)
        for key in keys:
            assert norms.requirement(key).key == key
    old, new = norm_sets.points("en301549-v3.2.1"), norm_sets.points("en301549-v4.1.1")
    assert len([key for key in old if key.startswith("wcag:")]) == 50
    assert set(new) - set(old) >= {"wcag:2.5.8", "en301549:9.7"}
    assert "wcag:4.1.1" not in new
    assert "en301549:6.2.1.2" in old
    assert "en301549:12.2.3" in old


def test_a_citation_names_clause_and_criterion() -> None:
    cite = norm_sets.citation
    assert cite("wcag:1.1.1", "nl") == "EN 301 549 V3.2.1, clausule 9.1.1.1 (WCAG 2.1, succescriterium 1.1.1)"
    assert cite("en301549:6.2.4", "en") == "EN 301 549 V3.2.1, clause 6.2.4"
    assert cite("wcag:1.1.1", "nl", "V4.1.1") == ""
    assert cite("wcag:2.5.8", "nl") == ""
    assert cite("eaa112:V-5", "nl") == ""
    assert cite("eaa112:4-8", "nl") == "Richtlijn (EU) 2019/882, artikel 4, lid 8"
    assert cite("dr2023-444:4f", "en") == "Delegated Regulation (EU) 2023/444, Article 4(f)"
    assert cite("technique:H57", "nl") == ""
    with pytest.raises(norms.UnknownRequirement):
        cite("wcag:9.9.9", "nl")


def test_the_checklist_has_its_questions_and_says_what_is_readiness() -> None:
    found = checklist.items()
    assert len(found) == 42
    assert [*checklist.groups()] == list("ABCDEFGHIJ")
    assert {one.group for one in found} == set("ABCDEFGHIJ")
    same_means = checklist.item("c112:B2")
    assert same_means == checklist.item("C112-B2")
    assert same_means.is_readiness_on(date(2027, 6, 27))
    assert not same_means.is_readiness_on(date(2027, 6, 28))
    assert same_means.citations("nl") == ()
    assert not checklist.item("c112:J2").is_readiness_on(TODAY)
    assert "Richtlijn (EU) 2018/1972, artikel 109, lid 7" in checklist.item("c112:J2").citations("nl")
    assert "112" in checklist.safety().nl
    assert {one.basis for one in found} == {"law", "standard", "good_practice"}
    assert checklist.basis_words("law").en
    for one in found:
        assert one.evidence
        assert one.how_to_test
    with pytest.raises(norms.UnknownRequirement):
        checklist.item("c112:Z9")


def test_what_ships_never_says_competent() -> None:
    answers = set()
    for one in norm_sets.norm_sets():
        for kind in ("web-site", "app", "documents", "112-channel"):
            for body in ([], ["Politie"], ["Veiligheidsregio", "Gemeente"]):
                answers.add(norm_sets.shipped_competence(one.id, kind, body, TODAY).answer)
    assert answers == {"no", "uncertain"}
    by_law = norm_sets.shipped_competence("en301549-v3.2.1", "112-channel", [], TODAY)
    assert (by_law.norm_set, by_law.answer) == ("wad-bdto", "no")
    assert norm_sets.shipped_competence("eaa-112", "web-site", [], TODAY).answer == "no"
    unknown = norm_sets.shipped_competence("dr-2023-444", "web-site", [], date(2020, 1, 1))
    assert (unknown.answer, unknown.basis) == ("uncertain", None)
    with pytest.raises(norm_sets.UnknownNormSet):
        norm_sets.shipped_competence("x", "web-site", [], TODAY)
