"""JSON against its published schema, and EARL as linked data."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from report_samples import HOSTILE, SITE, hostile_report, lines, observations, report

from eaa_checker.domain.observation import Observation, Place
from eaa_checker.domain.scan import ScanState
from eaa_checker.report import earl_file, json_file
from eaa_checker.report.earl_file import iri
from eaa_checker.report.plain_text import well_formed


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def assertions(path: Path) -> list[dict[str, Any]]:
    return [node for node in read(path)["@graph"] if node["@type"] == "earl:Assertion"]


@pytest.mark.parametrize("name", ["sample", "hostile", "empty", "running"])
def test_json_keeps_its_schema(tmp_path: Path, name: str) -> None:
    running = dataclasses.replace(report().scan, state=ScanState.RUNNING, ended=None)
    one = {
        "sample": report(), "hostile": hostile_report(), "empty": report([], lines=[], passed={}),
        "running": report(scan=running),
    }[name]  # fmt: skip
    json_file.write(one, tmp_path / "uit.json")
    checker = jsonschema.Draft202012Validator
    checker.check_schema(json_file.schema())
    document = read(tmp_path / "uit.json")
    assert [e.message[:200] for e in checker(json_file.schema()).iter_errors(document)] == []
    assert document["scan"]["ended"] is (name != "running")


def test_the_schema_notices_a_foreign_field(tmp_path: Path) -> None:
    json_file.write(report(), tmp_path / "uit.json")
    document = read(tmp_path / "uit.json")
    document["observations"][0]["places"][0]["passed"] = True
    assert not jsonschema.Draft202012Validator(json_file.schema()).is_valid(document)


def test_json_holds_everything_in_both_languages(tmp_path: Path) -> None:
    json_file.write(report(), tmp_path / "uit.json", "en")
    document = read(tmp_path / "uit.json")
    assert document["language"] == "en"
    assert [o["fingerprint"] for o in document["observations"]] == [o.fingerprint for o in observations()]
    assert [p["address"] for p in document["pages"]] == [line.address for line in lines()]
    first = document["observations"][0]
    assert first["explanation"] == dataclasses.asdict(observations()[0].explanation)
    assert first["places"][1]["path"] == ["header > a.logo > img"]
    assert first["places"][1]["capturedAt"] == "2026-11-23T14:05:13+01:00"
    assert {p["ending"]: p["tested"] for p in document["pages"]}["not-found"] is False


def test_json_keeps_the_text_of_pages_as_it_was(tmp_path: Path) -> None:
    json_file.write(hostile_report(), tmp_path / "uit.json")
    document = read(tmp_path / "uit.json")
    assert [o["places"][0]["html"] for o in document["observations"]] == [well_formed(text) for text in HOSTILE]


def test_places_are_streamed_from_the_store(tmp_path: Path) -> None:
    def places(observation: Observation) -> Iterator[Place]:
        for n in range(3_000):
            yield dataclasses.replace(observation.places[0], address=f"{SITE}/{n}")

    json_file.write(report(observations()[:2], places=places), tmp_path / "uit.json")
    assert [len(o["places"]) for o in read(tmp_path / "uit.json")["observations"]] == [3_000, 3_000]


def test_earl_needs_no_network_and_defines_every_term(tmp_path: Path) -> None:
    earl_file.write(report(), tmp_path / "uit.jsonld")
    document = read(tmp_path / "uit.jsonld")
    context = document["@context"]
    assert isinstance(context, dict), "inlined, not an address"

    def names(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            for key, value in node.items():
                yield key
                if key == "@type":
                    yield from [value] if isinstance(value, str) else value
                yield from names(value)
        elif isinstance(node, list):
            for item in node:
                yield from names(item)

    for name in set(names(document["@graph"])):
        assert name.startswith("@") or name in context or name.split(":")[0] in context, name


def test_earl_asserts_each_place_for_each_requirement(tmp_path: Path) -> None:
    earl_file.write(report(), tmp_path / "uit.jsonld")
    found = assertions(tmp_path / "uit.jsonld")
    assert {a["mode"] for a in found} == {"earl:automatic"}
    assert {a["assertedBy"] for a in found} == {earl_file.TOOL}
    placed = [a for a in found if "pointer" in a["result"]]
    assert len(placed) == sum(len(o.places) * max(1, len(o.requirements)) for o in observations())
    first = placed[0]
    assert first["test"]["@id"] == "https://www.w3.org/TR/WCAG21/#non-text-content"
    assert first["subject"]["@id"] == f"{SITE}/"
    assert first["result"]["outcome"] == "earl:failed"
    assert first["result"]["pointer"] == {
        "@type": "ptr:CSSSelectorPointer", "expression": "header > a.logo > img", "reference": f"{SITE}/",
    }  # fmt: skip
    framed = next(a for a in placed if ">>>" in a["result"]["pointer"]["expression"])
    assert framed["result"]["pointer"]["@type"] == "ptr:ExpressionPointer"


def test_earl_never_passes_a_requirement_and_says_what_was_not_tested(tmp_path: Path) -> None:
    earl_file.write(report(), tmp_path / "uit.jsonld")
    found = assertions(tmp_path / "uit.jsonld")
    outcomes: dict[str, set[str]] = {}
    for a in found:
        outcomes.setdefault(a["test"]["@id"], set()).add(a["result"]["outcome"])
    wcag = {test: said for test, said in outcomes.items() if "/TR/WCAG21/#" in test}
    assert len(wcag) == 50
    assert not any("earl:passed" in said for said in wcag.values())
    assert wcag["https://www.w3.org/TR/WCAG21/#page-titled"] == {"earl:cantTell"}, "a rule saw a part of it"
    assert wcag["https://www.w3.org/TR/WCAG21/#keyboard"] == {"earl:untested"}
    assert outcomes["urn:eaa-checker:rule:page-has-title"] == {"earl:passed"}
    assert outcomes["urn:eaa-checker:rule:viewport-allows-zoom"] == {"earl:inapplicable"}
    assert "urn:eaa-checker:rule:image-has-name" not in outcomes, "it also failed: not passed for the site"
    assert wcag["https://www.w3.org/TR/WCAG21/#bypass-blocks"] == {"earl:cantTell"}, "axe-core ran a rule for it"
    gaps = Counter(a["subject"]["@id"] for a in found if a["test"]["@id"] == earl_file.WCAG_AS_A_WHOLE)
    assert f"{SITE}/oud/rampenplan" in gaps
    assert f"{SITE}/index.html" not in gaps, "the same page as another"
    assert len(gaps) == 6


def test_earl_survives_hostile_addresses(tmp_path: Path) -> None:
    earl_file.write(hostile_report(), tmp_path / "uit.jsonld")
    found = assertions(tmp_path / "uit.jsonld")
    for a in found:
        if isinstance(a["subject"], dict):
            assert not set(a["subject"]["@id"]) & set(' <>"{}|\\^`\n\t')
    assert iri('https://x.example/a b"<\x00é\ud800') == "https://x.example/a%20b%22%3C%00é\ufffd"
