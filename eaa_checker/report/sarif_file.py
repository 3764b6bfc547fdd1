"""Writes a scan as SARIF 2.1.0, which suppliers load into their issue trackers.

Only failures are results of level *error*; questions for a person are *review* results, never errors
(OASIS SARIF 2.1.0, sections 3.27.9 and 3.27.10). The fingerprint keeps an issue the same between scans.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eaa_checker import __version__
from eaa_checker.domain.observation import Observation, Place
from eaa_checker.report.columns import selector
from eaa_checker.report.content import ScanReport
from eaa_checker.report.norm_words import EDITION, norm_link, normative_url, who
from eaa_checker.report.plain_text import well_formed
from eaa_checker.report.whole_file import whole_file
from rules.contract import Verdict

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Named in the file as the standard asks; nothing is fetched from there."""


def write(report: ScanReport, path: Path, language: str | None = None) -> None:
    """Writes *report* to *path*, observation by observation. Raises StoreIsFull, ExportProblem."""
    words = language or report.language
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(f'{{"$schema": {_json(SCHEMA)}, "version": "2.1.0", "runs": [{{\n')
        stream.write(f' "tool": {_json(_tool(report, words))},\n')
        stream.write(f' "language": {_json("nl-NL" if words == "nl" else "en-GB")},\n')
        stream.write(f' "invocations": [{_json(_invocation(report))}],\n')
        stream.write(' "columnKind": "unicodeCodePoints",\n "results": [')
        before = "\n  "
        for observation in report.observations():
            if observation.verdict not in (Verdict.FAILED, Verdict.CANNOT_TELL):
                continue
            for place in report.places(observation):
                stream.write(before + _json(_result(observation, place, words)))
                before = ",\n  "
        stream.write("\n ]\n}]}\n")


def _json(value: Any) -> str:
    return well_formed(json.dumps(value, ensure_ascii=False))


def _tool(report: ScanReport, language: str) -> dict[str, Any]:
    rules = {o.rule: o for o in report.observations()}
    return {
        "driver": {
            "name": "EAA Checker",
            "version": __version__,
            "semanticVersion": __version__,
            "organization": "Inspectie Justitie en Veiligheid",
            "rules": [_rule(o, language) for _, o in sorted(rules.items())],
            "properties": {"ruleBook": report.rule_book, "norm": EDITION},
        }
    }


def _rule(observation: Observation, language: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": observation.rule,
        "shortDescription": {"text": observation.title.say(language) or observation.rule},
        "fullDescription": {"text": observation.why.say(language) or observation.title.say(language)},
        "help": {"text": observation.repair.say(language) or observation.title.say(language)},
        "properties": {"tags": [norm_link(key, language).text for key in observation.requirements]},
    }
    urls = list(filter(None, (normative_url(key) for key in observation.requirements)))
    return found | ({"helpUri": urls[0]} if urls else {})


def _invocation(report: ScanReport) -> dict[str, Any]:
    scan = report.scan
    notes: Iterator[dict[str, Any]] = (
        {"level": "warning", "message": {"text": f"{line.address}: {line.ending.en}"}}
        for line in report.lines
        if line.ending.failed
    )
    found: dict[str, Any] = {
        "executionSuccessful": scan.state.ended and scan.tested > 0,
        # A page that could not be examined is said; it is never a page without barriers.
        "toolExecutionNotifications": list(notes),
    }
    if scan.started:
        found["startTimeUtc"] = scan.started.strftime("%Y-%m-%dT%H:%M:%SZ")
    if scan.ended:
        found["endTimeUtc"] = scan.ended.strftime("%Y-%m-%dT%H:%M:%SZ")
    return found


def _result(observation: Observation, place: Place, language: str) -> dict[str, Any]:
    failed = observation.verdict is Verdict.FAILED
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": place.address}},
        "logicalLocations": [{"fullyQualifiedName": selector(place.path), "kind": "element"}],
    }
    if place.html:
        location["physicalLocation"]["region"] = {"startLine": 1, "snippet": {"text": place.html}}
    return {
        "ruleId": observation.rule,
        "kind": "fail" if failed else "review",
        "level": "error" if failed else "none",
        "message": {"text": observation.explanation.say(language) or observation.title.say(language)},
        "locations": [location],
        "partialFingerprints": {"eaaChecker/v1": observation.fingerprint},
        "properties": {"hits": who(observation.hits, language), "clauses": list(observation.clauses),
                       "indicative": place.indicative, "disputed": observation.disputed,
                       "pageState": place.state},
    }  # fmt: skip
