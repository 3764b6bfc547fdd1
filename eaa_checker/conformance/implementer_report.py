"""The EARL JSON-LD report that W3C asks of implementers of ACT rules.

Source: https://www.w3.org/WAI/standards-guidelines/act/implementations/ and the EARL 1.0 Schema. The context is
inlined, so that the report can be read without fetching anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rules
from eaa_checker import __version__
from eaa_checker.conformance.running import CaseResult
from rules import norms
from rules.book import RuleBook

CONTEXT: dict[str, Any] = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "WCAG": "https://www.w3.org/TR/WCAG/#",
    "WCAG20": "https://www.w3.org/TR/WCAG20/#",
    "WCAG21": "https://www.w3.org/TR/WCAG21/#",
    "WCAG22": "https://www.w3.org/TR/WCAG22/#",
    "auto": "https://act-rules.github.io/rules/",
    "dct": "http://purl.org/dc/terms/",
    "sch": "https://schema.org/",
    "doap": "http://usefulinc.com/ns/doap#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "source": {"@id": "dct:source", "@type": "@id"},
    "title": "dct:title",
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "assertedBy": {"@id": "assertedBy", "@type": "@id"},
    "mode": {"@id": "mode", "@type": "@id"},
    "outcome": {"@id": "outcome", "@type": "@id"},
    "assertions": {"@reverse": "subject"},
}


def implementer_report(results: Iterable[CaseResult], book: RuleBook) -> dict[str, Any]:
    """The report over *results*; cases of rules that we do not implement are ``untested``."""
    tool = {
        "@id": "_:eaa-checker",
        "@type": ["earl:Assertor", "earl:Software", "doap:Project"],
        "doap:name": "EAA Checker",
        "doap:release": {"@type": "doap:Version", "doap:revision": __version__},
        "dct:hasVersion": f"rule book {rules.VERSION}",
    }
    return {"@context": CONTEXT, "@graph": [tool, *(_subject(result, book) for result in results)]}


def _subject(result: CaseResult, book: RuleBook) -> dict[str, Any]:
    verdict = result.verdict.value if result.verdict is not None else "untested"
    test: dict[str, Any] = {"@type": "TestRequirement", "title": result.rule or result.case.rule_name}
    if result.rule:
        rule = book[result.rule].RULE
        test["@id"] = f"urn:eaa-checker:rule:{rule.id}"
        test["dct:description"] = rule.title.en
        test["source"] = f"https://www.w3.org/WAI/standards-guidelines/act/rules/{result.case.rule_id}/"
        test["isPartOf"] = [f"WCAG:{_slug(key)}" for key in rule.requirements]
        test["accessibilityRequirements"] = list(rule.requirements)
        test["actRule"] = result.case.rule_id
    else:
        test["actRule"] = result.case.rule_id
    return {
        "@type": ["TestSubject", "sch:WebPage"],
        "source": result.case.url,
        "assertions": [
            {
                "@type": "Assertion",
                "test": test,
                "mode": "earl:semiAuto" if result.by_hand else "earl:automatic",
                "assertedBy": "_:eaa-checker",
                "result": {"@type": "TestResult", "outcome": f"earl:{verdict}"},
            }
        ],
    }


def _slug(key: str) -> str:
    """W3C's name of a success criterion, e.g. ``page-titled``."""
    return norms.requirement(key).url.rstrip("/").rsplit("/", 1)[-1].removesuffix(".html").rsplit("#", 1)[-1]
