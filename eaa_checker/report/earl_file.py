"""Writes a scan as EARL 1.0 in JSON-LD: assertions per place, and what was not tested said as such.

The ``@context`` stands in the file, so that reading it needs no network. What is asserted:

* per place of an observation and per requirement it bears on: *failed* or *cantTell*, with a pointer to the element;
* per rule that ran without an observation: *passed* (of the rule, never of a requirement) or *inapplicable*;
* per success criterion without an observation: *cantTell* when a rule looked at a part of it (a machine alone never
  passes a criterion), *untested* when none did;
* per address that was not captured: *untested*.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from eaa_checker import __version__
from eaa_checker.domain.observation import Observation, Place
from eaa_checker.report.columns import selector
from eaa_checker.report.content import ScanReport, Tally, Tallying, is_gap
from eaa_checker.report.norm_words import examined_criteria, normative_url
from eaa_checker.report.plain_text import well_formed
from eaa_checker.report.whole_file import whole_file
from eaa_checker.report.words import pick
from rules.contract import Verdict

TOOL = "urn:eaa-checker:tool"
SITE = "urn:eaa-checker:target"
WCAG_AS_A_WHOLE = "https://www.w3.org/TR/WCAG21/"

CONTEXT: dict[str, Any] = {
    "earl": "http://www.w3.org/ns/earl#",
    "ptr": "http://www.w3.org/2009/pointers#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "assertedBy": {"@id": "earl:assertedBy", "@type": "@id"},
    "subject": {"@id": "earl:subject", "@type": "@id"},
    "test": {"@id": "earl:test", "@type": "@id"},
    "mode": {"@id": "earl:mode", "@type": "@id"},
    "result": "earl:result",
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
    "pointer": "earl:pointer",
    "info": "earl:info",
    "expression": "ptr:expression",
    "reference": {"@id": "ptr:reference", "@type": "@id"},
    "title": "dct:title",
    "description": "dct:description",
    "identifier": "dct:identifier",
    "date": {"@id": "dct:date", "@type": "xsd:dateTime"},
    "source": {"@id": "dct:source", "@type": "@id"},
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
}

_NOT_IN_AN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f-\x9f]')


def write(report: ScanReport, path: Path, language: str | None = None) -> None:
    """Writes *report* to *path*. Raises StoreIsFull, ExportProblem; *path* is then as it was."""
    language = language or report.language
    context = CONTEXT | {"@language": "nl" if language == "nl" else "en"}
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(f'{{\n "@context": {_json(context)},\n "@graph": [')
        before = "\n  "
        for node in _graph(report, language):
            stream.write(before + _json(node))
            before = ",\n  "
        stream.write("\n ]\n}\n")


def iri(address: str) -> str:
    """*address* with the characters that may not stand in an IRI percent-encoded."""
    return _NOT_IN_AN_IRI.sub(lambda m: quote(m[0]), well_formed(address))


def _graph(report: ScanReport, language: str) -> Iterator[dict[str, Any]]:
    yield {
        "@id": TOOL,
        "@type": ["earl:Assertor", "earl:Software", "doap:Project"],
        "doap:name": "EAA Checker",
        "doap:release": {"@type": "doap:Version", "doap:revision": __version__},
        "description": pick(
            language,
            f"Automatische waarnemingen met regelboek {report.rule_book}.",
            f"Automatic observations with rule book {report.rule_book}.",
        ),
    }
    yield {
        "@id": SITE,
        "@type": "earl:TestSubject",
        "title": report.scan.target_name,
        "source": iri(report.scan.address),
    }
    counting = Tallying()
    for observation in report.observations():
        counting.add(observation)
        yield from _observed(report, observation, language)
    counted = counting.result()
    yield from _rules(report, counted, language)
    yield from _criteria(report, counted, language)
    for line in report.lines:
        if is_gap(line):
            subject = {"@id": iri(line.address), "@type": "earl:TestSubject"}
            test = {"@id": WCAG_AS_A_WHOLE, "@type": "earl:TestRequirement"}
            yield _assertion(subject, test, "untested", {"description": line.ending.say(language)}, line.visited)


def _observed(report: ScanReport, observation: Observation, language: str) -> Iterator[dict[str, Any]]:
    if observation.verdict not in (Verdict.FAILED, Verdict.CANNOT_TELL):
        return
    result = {
        "title": observation.title.say(language),
        "description": observation.explanation.say(language),
        "identifier": observation.fingerprint,
        "info": f"{_rule_id(observation.rule)}; " + ", ".join(f"{w.engine}:{w.rule}" for w in observation.witnesses),
    }
    tests = _requirements(observation.requirements) or [_rule(observation.rule)]
    outcome = observation.verdict.value
    placed = False
    for place in report.places(observation):
        placed = True
        subject = {"@id": iri(report.final_address(place)), "@type": ["earl:TestSubject", "foaf:Document"]}
        pointed = result | _pointer(place, subject["@id"])
        if state := report.state_of(place, language):
            pointed["info"] = f"{pick(language, 'toestand', 'state')}: {state}; {result['info']}"
        for test in tests:
            yield _assertion(subject, test, outcome, pointed, report.instant(place))
    if not placed:
        for test in tests:
            yield _assertion(SITE, test, outcome, result, None)


def _pointer(place: Place, document: Any) -> dict[str, Any]:
    if not place.path:
        return {}
    # One selector cannot cross a frame or a shadow root; the joined form is an expression, no longer CSS.
    kind = "ptr:CSSSelectorPointer" if len(place.path) == 1 else "ptr:ExpressionPointer"
    return {"pointer": {"@type": kind, "expression": selector(place.path), "reference": document}}


def _rules(report: ScanReport, counted: Tally, language: str) -> Iterator[dict[str, Any]]:
    for rule_id, number in report.passed.items():
        if rule_id in counted.rules:
            continue
        test = _rule(rule_id)
        if rule_id in report.rules:
            rule = report.rules[rule_id]
            test["title"] = rule.title.say(language)
            test["isPartOf"] = [t["@id"] for t in _requirements(rule.requirements)]
        said = pick(
            language,
            f"{number} elementen zonder barrière gezien.",
            f"{number} elements seen without barrier.",
        )
        yield _assertion(SITE, test, "passed" if number else "inapplicable", {"info": said}, report.scan.ended)


def _criteria(report: ScanReport, counted: Tally, language: str) -> Iterator[dict[str, Any]]:
    looked_at = report.looked_at()
    for criterion in examined_criteria():
        key = f"wcag:{criterion.num}"
        if key in counted.by_requirement:
            continue
        test = {
            "@id": normative_url(key),
            "@type": "earl:TestRequirement",
            "title": criterion.handle.say(language),
        }
        partly = key in looked_at
        said = (
            pick(
                language,
                "De machine zag geen barrière, maar kan dit criterium niet alleen beoordelen.",
                "The machine saw no barrier, but cannot judge this criterion alone.",
            )
            if partly
            else pick(language, "Niet getest.", "Not tested.")
        )
        yield _assertion(SITE, test, "cantTell" if partly else "untested", {"description": said}, report.scan.ended)


def _requirements(keys: Iterable[str]) -> list[dict[str, Any]]:
    found = []
    for key in keys:
        url = normative_url(key)
        found.append({"@id": url or f"urn:eaa-checker:requirement:{quote(key)}", "@type": "earl:TestRequirement"})
    return found


def _rule(rule_id: str) -> dict[str, Any]:
    return {"@id": _rule_id(rule_id), "@type": "earl:TestCase"}


def _rule_id(rule_id: str) -> str:
    return f"urn:eaa-checker:rule:{quote(rule_id)}"


def _assertion(
    subject: object, test: dict[str, Any], outcome: str, result: dict[str, Any], instant: datetime | None
) -> dict[str, Any]:
    full = {"@type": "earl:TestResult", "outcome": f"earl:{outcome}"} | result
    if instant:
        full["date"] = instant.isoformat()
    return {
        "@type": "earl:Assertion",
        "assertedBy": TOOL,
        "subject": subject,
        "test": test,
        "mode": "earl:automatic",
        "result": full,
    }


def _json(value: Any) -> str:
    return well_formed(json.dumps(value, ensure_ascii=False))
