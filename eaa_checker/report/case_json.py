"""Writes a case as one JSON document in the form of ``case.schema.json``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eaa_checker import __version__
from eaa_checker.domain.finding import Finding
from eaa_checker.domain.manual import Answer
from eaa_checker.domain.sample import SamplePage
from eaa_checker.report.case_content import CaseContent, SampleContent
from eaa_checker.report.json_form import as_json, target_form, write_array, write_head
from eaa_checker.report.norm_words import norm_link
from eaa_checker.report.whole_file import whole_file

SCHEMA_ID = "urn:eaa-checker:schema:case:1"
"""``$id`` of the schema; the number grows when a reader of the old form would misread the new one."""


def write(content: CaseContent, path: Path, language: str | None = None) -> None:
    """Writes *content* to *path*. Raises StoreIsFull, ExportProblem; *path* is then as it was.

    Texts are as people and pages wrote them; whoever shows them escapes them.
    """
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as stream:
        write_head(stream, _head(content, language or content.language))
        write_array(stream, "samples", (as_json(_sample(one)) for one in content.samples), ",")
        write_array(stream, "requirements", (as_json(_requirement(content, key)) for key in content.requirements), ",")
        write_array(stream, "answers", (as_json(_answer(answer)) for answer in content.answers), ",")
        write_array(stream, "findings", (as_json(_finding(finding)) for finding in content.findings), "")
        stream.write("}\n")


def _head(content: CaseContent, language: str) -> dict[str, Any]:
    case = content.case
    return {
        "$schema": SCHEMA_ID,
        "made": content.made,
        "tool": {"name": "EAA Checker", "version": __version__},
        "language": language,
        "mode": "manual",
        "norm": {"en301549": case.edition, "wcag": content.wcag},
        "case": {
            "id": case.id,
            "number": case.number,
            "kind": case.kind,
            "title": case.title,
            "purpose": case.purpose,
            "occasion": case.occasion,
            "plan": case.plan,
            "phase": case.phase,
            "state": case.state,
            "owner": case.owner,
            "examinationDate": case.examination_date,
            "openedAt": case.opened,
            "endedAt": case.ended,
            "endReason": case.end_reason,
            "follows": case.follows_id,
        },
        "targets": [target_form(target) for target in content.targets],
        "rounds": [
            {
                "number": one.number,
                "openedAt": one.opened,
                "closedAt": one.closed,
                "reason": one.reason,
                "scans": one.scan_ids,
            }
            for one in content.rounds
        ],
        "round": content.round.number,
    }


def _sample(one: SampleContent) -> dict[str, Any]:
    sample = one.sample
    return {
        "id": sample.id,
        "target": sample.target_id,
        "state": sample.state,
        "visits": sample.visits,
        "pageStates": sample.states,
        "seed": sample.seed,
        "frameDigest": sample.frame_digest,
        "approvedAt": sample.approved,
        "approvedBy": sample.approved_by,
        "pages": [_page(page) for page in one.pages],
        "absent": [{"type": absence.type, "reason": absence.reason} for absence in one.absences],
    }


def _page(page: SamplePage) -> dict[str, Any]:
    return {
        "address": page.address,
        "title": page.title,
        "type": page.type,
        "also": page.also,
        "decision": page.decision,
        "part": page.part,
        "reason": page.reason,
        "process": page.process,
        "step": page.step,
        "byMachine": page.by_machine,
    }


def _requirement(content: CaseContent, key: str) -> dict[str, Any]:
    verdict = content.verdicts.get(key)
    return {
        "key": key,
        "title": {language: norm_link(key, language).text for language in ("nl", "en")},
        "outcome": content.outcome(key),
        "motivation": verdict.motivation if verdict else "",
        "judgedBy": verdict.author if verdict else "",
        "judgedAt": verdict.instant if verdict else None,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.id,
        "requirement": answer.requirement,
        "outcome": answer.outcome,
        "scope": answer.scope,
        "address": answer.address,
        "pageState": answer.page_state,
        "element": answer.element,
        "treeDated": answer.tree_dated,
        "steps": [{"question": step.question, "answer": step.answer} for step in answer.steps],
        "note": answer.note,
        "defects": [
            {"description": d.description, "path": d.path, "pictures": d.pictures} for d in answer.defects
        ],
        "author": answer.author,
        "instant": answer.instant,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    text = finding.text
    return {
        "id": finding.id,
        "label": finding.label,
        "state": finding.state,
        "requirement": finding.requirement,
        "edition": finding.edition,
        "round": finding.round_number,
        "rule": finding.rule,
        "title": text.title,
        "fact": text.fact,
        "consequence": text.consequence,
        "impact": text.impact,
        "repair": text.repair,
        "exemption": text.exemption,
        "exemptionReason": text.exemption_reason,
        "places": [
            {
                "address": place.address,
                "pageState": place.page_state,
                "path": place.path,
                "html": place.html,
                "crop": place.crop,
                "captureId": place.capture_id,
                "description": place.description,
                "fingerprint": place.fingerprint,
                "seen": place.seen,
                "visits": place.visits,
                "indicative": place.indicative,
            }
            for place in finding.places
        ],
        "proofs": [
            {"kind": proof.kind, "reference": proof.reference, "note": proof.note} for proof in finding.proofs
        ],
        "author": finding.author,
        "createdAt": finding.created,
        "changedAt": finding.changed,
        "reviewer": finding.reviewer,
        "reviewedAt": finding.reviewed,
        "withdrawnBecause": finding.withdrawn_because,
    }
