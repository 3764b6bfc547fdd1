"""Writes an evaluation in the JSON-LD form of W3C's WCAG-EM Report Tool, version 3 (https://www.w3.org/WAI/eval/report-tool/).

The ``@context`` stands in the file, so that reading it needs no network. What each part means and what the mapping
rests on: ``docs/wcag-em.md``. *Not tested* is written as ``earl:untested``, never left out, so that no reader can
take it for a pass.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eaa_checker.domain.evaluation import Assertion, EvaluatedPage, Evaluation
from eaa_checker.domain.manual import Outcome
from eaa_checker.report.plain_text import plain
from eaa_checker.report.whole_file import whole_file
from rules import norms

TOOL_VERSION = "3.0.3"
"""The version of the Report Tool whose form this is."""
MEDIA_TYPE = "application/ld+json"
WHOLE = "_:subject_1"
"""The sample as a whole, in the tool's numbering."""

CONTEXT: dict[str, Any] = {
    "reporter": "http://github.com/w3c/wai-wcag-em-report-tool/",
    "wcagem": "http://www.w3.org/TR/WCAG-EM/#",
    "Evaluation": "wcagem:procedure",
    "defineScope": "wcagem:step1",
    "scope": "wcagem:step1a",
    "step1b": {"@id": "wcagem:step1b", "@type": "@id"},
    "conformanceTarget": "step1b",
    "accessibilitySupportBaseline": "wcagem:step1c",
    "additionalEvaluationRequirements": "wcagem:step1d",
    "exploreTarget": "wcagem:step2",
    "essentialFunctionality": "wcagem:step2b",
    "pageTypeVariety": "wcagem:step2c",
    "technologiesReliedUpon": "wcagem:step2d",
    "selectSample": "wcagem:step3",
    "structuredSample": "wcagem:step3a",
    "randomSample": "wcagem:step3b",
    "Website": "wcagem:website",
    "Webpage": "wcagem:webpage",
    "auditSample": "wcagem:step4",
    "reportFindings": "wcagem:step5",
    "documentSteps": "wcagem:step5a",
    "commissioner": "wcagem:commissioner",
    "evaluator": "wcagem:evaluator",
    "evaluationSpecifics": "wcagem:step5b",
    "WCAG": "http://www.w3.org/TR/WCAG/#",
    "WCAG20": "http://www.w3.org/TR/WCAG20/#",
    "WCAG21": "http://www.w3.org/TR/WCAG21/#",
    "WCAG22": "http://www.w3.org/TR/WCAG22/#",
    "WAI": "http://www.w3.org/WAI/",
    "A": "WAI:WCAG2A-Conformance",
    "AA": "WAI:WCAG2AA-Conformance",
    "AAA": "WAI:WCAG2AAA-Conformance",
    "wcagVersion": "WAI:standards-guidelines/wcag/#versions",
    "reportToolVersion": "wcagem:reportToolVersion",
    "earl": "http://www.w3.org/ns/earl#",
    "Assertion": "earl:Assertion",
    "TestMode": "earl:TestMode",
    "TestCriterion": "earl:TestCriterion",
    "TestCase": "earl:TestCase",
    "TestRequirement": "earl:TestRequirement",
    "TestSubject": "earl:TestSubject",
    "TestResult": "earl:TestResult",
    "OutcomeValue": "earl:OutcomeValue",
    "Pass": "earl:Pass",
    "Fail": "earl:Fail",
    "CannotTell": "earl:CannotTell",
    "NotApplicable": "earl:NotApplicable",
    "NotTested": "earl:NotTested",
    "assertedBy": "earl:assertedBy",
    "mode": "earl:mode",
    "result": "earl:result",
    "subject": "earl:subject",
    "test": "earl:test",
    "outcome": "earl:outcome",
    "dcterms": "http://purl.org/dc/terms/",
    "title": "dcterms:title",
    "description": "dcterms:description",
    "summary": "dcterms:summary",
    "date": "dcterms:date",
    "hasPart": "dcterms:hasPart",
    "isPartOf": "dcterms:isPartOf",
    "id": "@id",
    "type": "@type",
    "language": "@language",
}

OUTCOMES: dict[Outcome, tuple[str, str, str]] = {
    Outcome.PASSED: ("earl:passed", "Pass", "Passed"),
    Outcome.FAILED: ("earl:failed", "Fail", "Failed"),
    Outcome.CANNOT_TELL: ("earl:cantTell", "CannotTell", "Cannot tell"),
    Outcome.INAPPLICABLE: ("earl:inapplicable", "NotApplicable", "Not present"),
    Outcome.UNTESTED: ("earl:untested", "NotTested", "Not checked"),
}
"""Our outcome → EARL's value and class (https://www.w3.org/TR/EARL10-Schema/#OutcomeValue), the tool's words."""


def write_evaluation(evaluation: Evaluation, path: Path) -> None:
    """Writes *evaluation* to *path*, assertion by assertion. Raises StoreIsFull, ExportProblem."""
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("{\n")
        head = _head(evaluation)
        for key, value in head.items():
            stream.write(f" {_json(key)}: {_json(value)},\n")
        stream.write(' "auditSample": [')
        before = "\n  "
        for assertion in _assertions(evaluation):
            stream.write(before + _json(assertion))
            before = ",\n  "
        stream.write(f'\n ],\n "reportFindings": {_json(_findings(evaluation))}\n}}\n')


def slug(criterion: norms.Criterion) -> str:
    """The criterion's id in the recommendation and in the Report Tool: ``non-text-content``."""
    return criterion.understanding_url.rsplit("/", 1)[-1].removesuffix(".html")


def test_id(criterion: norms.Criterion, wcag: str) -> str:
    """``WCAG21:non-text-content``"""
    return f"WCAG{wcag.replace('.', '')}:{slug(criterion)}"


def _head(e: Evaluation) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "language": e.language,
        "type": "Evaluation",
        "reportToolVersion": e.tool or TOOL_VERSION,
        "defineScope": {
            "id": "_:defineScope",
            "scope": {"description": plain(e.scope), "title": plain(e.site)},
            "conformanceTarget": e.level,
            "accessibilitySupportBaseline": plain(e.baseline),
            "additionalEvaluationRequirements": plain(e.further_requirements),
            "wcagVersion": e.wcag,
        },
        "exploreTarget": {
            "id": "_:exploreTarget",
            "essentialFunctionality": plain(e.essential),
            "pageTypeVariety": plain(e.variety),
            "technologiesReliedUpon": [{"title": plain(name)} for name in e.technologies],
        },
        "selectSample": {
            "id": "_:selectSample",
            "structuredSample": [_page(page) for page in e.pages if not page.random],
            "randomSample": [_page(page) for page in e.pages if page.random],
        },
    }


def _page(page: EvaluatedPage) -> dict[str, Any]:
    return {
        "id": page.id,
        "type": ["TestSubject", "Webpage"],
        "description": plain(page.address),
        "title": plain(page.title) or plain(page.address),
    }


def _assertions(e: Evaluation) -> Iterator[dict[str, Any]]:
    whole = {"id": WHOLE, "type": ["TestSubject", "Website"], "title": plain(e.site), "description": plain(e.scope)}
    subjects = {"": whole} | {page.id: _page(page) for page in e.pages}
    for assertion in e.assertions:
        yield _assertion(assertion, subjects[assertion.page], e.wcag)


def _assertion(a: Assertion, subject: dict[str, Any], wcag: str) -> dict[str, Any]:
    criterion = norms.criterion(a.criterion)
    value, kind, title = OUTCOMES[a.outcome]
    result: dict[str, Any] = {
        "type": "TestResult",
        "description": plain(a.text),
        "outcome": {"id": value, "type": ["OutcomeValue", kind], "title": title},
    }
    found: dict[str, Any] = {
        "type": "Assertion",
        "mode": {"type": "TestMode", "@value": "earl:automatic" if a.automatic else "earl:manual"},
        "subject": subject,
        "test": {
            "id": test_id(criterion, wcag),
            "type": ["TestCriterion", "TestRequirement"],
            "num": criterion.num,
            "title": criterion.handle.en,
        },
        "result": result,
    }
    if a.instant is not None:
        found["date"] = result["date"] = a.instant.isoformat()
    return found


def _findings(e: Evaluation) -> dict[str, Any]:
    return {
        "date": plain(e.date),
        "title": plain(e.title),
        "summary": plain(e.summary),
        "commissioner": plain(e.commissioner),
        "evaluator": plain(e.evaluator),
        "documentSteps": [
            {"id": "_:about"}, {"id": "_:defineScope"}, {"id": "_:exploreTarget"}, {"id": "_:selectSample"},
        ],
        "evaluationSpecifics": plain(e.specifics),
    }  # fmt: skip


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
