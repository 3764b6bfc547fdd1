"""Cases to and from the WCAG-EM Report Tool: what survives, what is refused, and that not tested is never a pass."""

from __future__ import annotations

import errno
import json
import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cases_made import PAGES
from jsonschema import Draft202012Validator

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.evaluations import EvaluationDesk
from eaa_checker.casework.exporting import FORMATS, ExportDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.manual import ManualDesk
from eaa_checker.casework.samples import SampleDesk
from eaa_checker.casework.signals import SignalDesk
from eaa_checker.domain.case import CaseKind, NewCase
from eaa_checker.domain.evaluation import Evaluation
from eaa_checker.domain.finding import FindingText
from eaa_checker.domain.manual import Defect, NewAnswer, Outcome, Step
from eaa_checker.domain.sample import PageDecision, PageType
from eaa_checker.domain.signal import NewSignal, Reporter, SignalSource
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, ExportProblem, NotAllowed, StoreIsFull, UnreadableFile
from eaa_checker.report import json_file, wcag_em_case
from eaa_checker.report.wcag_em_case import evaluation_of
from eaa_checker.report.wcag_em_file import OUTCOMES, WHOLE
from eaa_checker.report.wcag_em_reading import read_evaluation
from eaa_checker.store import Store

FOCUS = "wcag:2.4.7"
SEEN = (Step("any", "yes"), Step("seen", "yes"))
UNSEEN = (Step("any", "yes"), Step("seen", "no"))
HOSTILE = "=HYPERLINK(1)</script>\u202e &amp; 🚒"


@pytest.fixture
def store(examined_store: Store) -> Store:
    return examined_store


@pytest.fixture
def worked(store: Store, anna: Actor) -> Store:
    """Case 1 with a verdict, an answer with a defect, a finding, and a lot that nobody judged."""
    desk = ManualDesk(store, anna)
    for page in PAGES[1:]:
        desk.answer(1, NewAnswer(FOCUS, SEEN, address=page))
    desk.answer(1, NewAnswer(FOCUS, UNSEEN, address=PAGES[0], note=HOSTILE, defects=(Defect("knop", "button"),)))
    desk.judge(1, FOCUS, Outcome.FAILED)
    desk.judge(1, "wcag:1.2.1", Outcome.INAPPLICABLE, "er is geen video of geluid")
    text = FindingText("Focus niet zichtbaar", HOSTILE, "wie het toetsenbord gebruikt")
    FindingDesk(store, anna).add(1, answers=[desk.answers(1, FOCUS)[-1].id], text=text)
    return store


@pytest.fixture
def exported(worked: Store, anna: Actor, tmp_path: Path) -> Path:
    return ExportDesk(worked, anna).write(1, "wcag-em", tmp_path / "case.json")


@pytest.fixture
def empty_case(store: Store, anna: Actor) -> int:
    """Another case about the same site, with no sample yet."""
    return CaseDesk(store, anna).open(NewCase(CaseKind.SIMPLIFIED, "Tweede", target_ids=(1,))).id


Change = Callable[[dict[str, Any]], object]


def changed(file: Path, change: Change) -> Path:
    document = json.loads(file.read_text("utf-8"))
    change(document)
    file.write_text(json.dumps(document), "utf-8")
    return file


def test_a_case_goes_to_the_tool_and_comes_back_the_same(worked: Store, anna: Actor, exported: Path) -> None:
    content = ExportDesk(worked, anna).content(1)
    sent = evaluation_of(content, "nl")
    back, problems = read_evaluation(exported.read_bytes(), "case.json")
    assert problems == ()

    def shown(evaluation: Evaluation) -> Evaluation:
        """Hidden characters are shown, in texts, when a file is written."""
        told = [replace(a, text=a.text.replace("\u202e", "⟨U+202E⟩")) for a in evaluation.assertions]
        return replace(evaluation, assertions=tuple(told), tool="3.0.3")

    assert back == shown(sent)
    assert {page.address for page in back.pages} == set(PAGES)


def test_what_nobody_judged_is_said_to_be_untested(exported: Path) -> None:
    document = json.loads(exported.read_text("utf-8"))
    whole = [a for a in document["auditSample"] if a["subject"]["id"] == WHOLE]
    by_outcome: dict[str, list[str]] = {}
    for one in whole:
        by_outcome.setdefault(one["result"]["outcome"]["id"], []).append(one["test"]["id"])
    assert len(whole) == 50
    assert by_outcome["earl:failed"] == ["WCAG21:focus-visible"]
    assert by_outcome["earl:inapplicable"] == ["WCAG21:audio-only-and-video-only-prerecorded"]
    assert len(by_outcome["earl:untested"]) == 48
    assert "earl:passed" not in by_outcome
    # The finding stands on its page, with its number; the page that was answered well is passed by a person.
    pages = {p["description"]: p["id"] for p in document["selectSample"]["structuredSample"]}
    on = {a["subject"]["id"]: a for a in document["auditSample"] if a["subject"]["id"] != WHOLE}
    assert on[pages[PAGES[0]]]["result"]["outcome"]["id"] == "earl:failed"
    assert "B-01" in on[pages[PAGES[0]]]["result"]["description"]
    assert on[pages[PAGES[1]]]["result"]["outcome"]["id"] == "earl:passed"


def test_the_file_has_the_form_of_the_tool(exported: Path) -> None:
    document = json.loads(exported.read_text("utf-8"))
    assert document["type"] == "Evaluation"
    assert document["reportToolVersion"] == "3.0.3"
    assert document["defineScope"]["wcagVersion"] == "2.1"
    assert document["defineScope"]["conformanceTarget"] == "AA"
    assert "EN 301 549" in document["defineScope"]["additionalEvaluationRequirements"]
    assert document["reportFindings"]["evaluator"]
    # Every key but JSON-LD's own is a term of the context that stands in the file.
    terms = set(document["@context"])

    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    body = {key: value for key, value in document.items() if key != "@context"}
    assert keys(body) - terms - {"@value", "num"} == set()
    assert "\u202e" not in exported.read_text("utf-8")


def test_a_case_of_the_next_edition_names_its_own_criteria(worked: Store, anna: Actor, tmp_path: Path) -> None:
    content = replace(ExportDesk(worked, anna).content(1), wcag="2.2", requirements=("wcag:2.4.11", "c112:A1"))
    wcag_em_case.write(content, tmp_path / "uit.json", "en")
    document = json.loads((tmp_path / "uit.json").read_text("utf-8"))
    assert [a["test"]["id"] for a in document["auditSample"]] == ["WCAG22:focus-not-obscured-minimum"]
    assert "not tested" in document["defineScope"]["additionalEvaluationRequirements"]
    back, problems = read_evaluation((tmp_path / "uit.json").read_bytes(), "uit.json")
    assert (back.wcag, [a.criterion for a in back.assertions], problems) == ("2.2", ["2.4.11"], ())


def test_pages_are_proposed_and_outcomes_stand_beside_our_own(
    exported: Path, empty_case: int, store: Store, anna: Actor
) -> None:
    desk = EvaluationDesk(store, anna)
    preview = desk.preview(empty_case, exported)
    assert (len(preview.pages), preview.known_pages, preview.problems) == (3, 0, ())
    assert not store.samples.samples(empty_case)
    done = desk.take_in(empty_case, exported, note="deskundigenrapport")
    (sample,) = store.samples.samples(empty_case)
    pages = SampleDesk(store, anna).pages(sample.id)
    assert {page.address for page in pages} == set(PAGES)
    assert {page.decision for page in pages} == {PageDecision.PROPOSED}
    assert {page.type for page in pages if page.address == PAGES[0]} == {PageType.HOME}
    assert "andere evaluatie" in pages[0].grounds[0].nl
    # A scan that proposes pages too leaves these where they are.
    samples = SampleDesk(store, anna)
    kept = samples.refuse(pages[0].id, "staat er dubbel in")
    samples.propose(sample.id)
    assert {page.address for page in samples.pages(sample.id)} == set(PAGES)
    assert samples.page(kept.id).decision is PageDecision.REFUSED
    found = desk.proposals(empty_case)
    assert {p.requirement for p in found} == {FOCUS, "wcag:1.2.1"}
    assert {p.outcome for p in found} == {Outcome.FAILED, Outcome.PASSED, Outcome.INAPPLICABLE}
    assert {p.decided for p in found} == {Outcome.UNTESTED}  # no verdict of ours
    assert {(p.sha256, p.imported_by, p.file) for p in found} == {(done.sha256, "Anna de Vries", "case.json")}
    overview = ManualDesk(store, anna).overview(empty_case)
    assert {line.outcome for line in overview} == {Outcome.UNTESTED}
    entry = store.trail.entries(f"case:{empty_case}")[-1]
    assert (entry.action, entry.ground) == ("evaluation.taken-in", "deskundigenrapport")
    assert store.trail.faults() == []
    with pytest.raises(BadInput, match="already"):
        desk.take_in(empty_case, exported)


def test_pages_that_are_there_already_stay(exported: Path, worked: Store, anna: Actor) -> None:
    desk = EvaluationDesk(worked, anna)
    done = desk.take_in(1, exported)  # its own sample, approved
    assert (done.pages, done.known_pages) == ((), 3)
    assert {p.decided for p in desk.proposals(1, FOCUS)} == {Outcome.FAILED}


def bad_criterion(document: dict[str, Any]) -> None:
    document["auditSample"][0]["test"]["id"] = "WCAG21:no-such-criterion"


def bad_outcome(document: dict[str, Any]) -> None:
    document["auditSample"][0]["result"]["outcome"]["id"] = "earl:magnificent"


def other_site(document: dict[str, Any]) -> None:
    document["selectSample"]["structuredSample"][0]["description"] = "https://elders.test/"


def no_address(document: dict[str, Any]) -> None:
    page = document["selectSample"]["structuredSample"][0]
    page["description"] = page["title"] = "De startpagina"


def page_unknown(document: dict[str, Any]) -> None:
    document["auditSample"][-1]["subject"] = {"id": "_:subject_99", "type": ["TestSubject", "Webpage"]}


def long_text(document: dict[str, Any]) -> None:
    document["auditSample"][0]["result"]["description"] = "x" * 1_000_000


def not_in_the_norm(document: dict[str, Any]) -> None:
    row = next(a for a in document["auditSample"] if a["result"]["outcome"]["id"] == "earl:failed")
    row["test"] = {"id": "WCAG21:sign-language-prerecorded"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (bad_criterion, "auditSample 1: unknown success criterion WCAG21:no-such-criterion"),
        (bad_outcome, "auditSample 1: unknown outcome earl:magnificent"),
        (other_site, "structuredSample, 1: https://elders.test/ is of no web site of case 2"),
        (no_address, "structuredSample, 1: there is no web address"),
        (page_unknown, "page _:subject_99 is not in the sample"),
        (long_text, "auditSample 1: a text of 1000000 characters was cut at 10000"),
        (not_in_the_norm, "WCAG 1.2.6: no requirement of case 2; 1 outcome"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_nothing_is_half_read_in(
    exported: Path, empty_case: int, store: Store, anna: Actor, change: Change, told: str
) -> None:
    desk = EvaluationDesk(store, anna)
    file = changed(exported, change)
    assert told in " ".join(p.say("en") for p in desk.preview(empty_case, file).problems)
    before = len(store.trail.entries())
    with pytest.raises(BadInput) as refused:
        desk.take_in(empty_case, file)
    assert told in refused.value.en
    assert "--leave-out" in (refused.value.mend or "")
    assert not store.samples.samples(empty_case)
    assert desk.proposals(empty_case) == []
    assert len(store.trail.entries()) == before
    desk.take_in(empty_case, file, leave_out=True)
    assert store.samples.samples(empty_case)
    assert told in " ".join(store.trail.entries(f"case:{empty_case}")[-1].details["left_out"])


def test_a_sample_approved_meanwhile_leaves_nothing_behind(
    exported: Path, empty_case: int, store: Store, anna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = EvaluationDesk(store, anna)
    found = desk.preview(empty_case, exported)
    begun = SampleDesk(store, anna).begin(empty_case, 1)
    store.samples.set(anna, begun.id, begun.version, {"state": "approved"}, "sample.approved")
    monkeypatch.setattr(desk, "_intake", lambda *_: found)
    with pytest.raises(NotAllowed, match="approved"):
        desk.take_in(empty_case, exported)
    assert store.samples.pages(begun.id) == []
    assert desk.proposals(empty_case) == []


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "readable"),
        (b"{", "readable"),
        (b"\xff\xfe{}", "readable"),
        (b"[" * 100_000, "readable"),
        (b'{"type": ' + b"[" * 900 + b"]" * 900 + b"}", "not a report"),
        (b'{"type": "Evaluation", "reportToolVersion": NaN}', "readable"),
        (b"[]", "not a report"),
        (b'{"type": "Report"}', "not a report"),
        (b'{"@context": {}, "@graph": []}', "older version"),
        (b'{"type": "Evaluation"}', "version ?"),
        (b'{"type": "Evaluation", "reportToolVersion": "2.1.0"}', "version 2.1.0"),
        (b'{"type": "Evaluation", "reportToolVersion": "3.0.3"}', "lacks the part"),
        (b" " * 20_000_001, "larger than 20 MB"),
    ],
)
def test_what_is_no_report_of_version_3_is_refused(
    data: bytes, told: str, empty_case: int, store: Store, anna: Actor, tmp_path: Path
) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(data)
    with pytest.raises(UnreadableFile) as refused:
        EvaluationDesk(store, anna).take_in(empty_case, file)
    assert told in refused.value.en
    with pytest.raises(UnreadableFile, match="cannot be read"):
        EvaluationDesk(store, anna).preview(empty_case, tmp_path / "gone.json")
    with pytest.raises(UnreadableFile, match="no file"):
        EvaluationDesk(store, anna).preview(empty_case, tmp_path)


ODD = [None, 1, True, "", [], {}, "x" * 11_000, "\ud800\u202e=1+1", [[[]]], {"id": 5}, {"@value": []}, "earl:passed"]


def test_a_damaged_file_is_read_or_refused_never_fallen_over(exported: Path) -> None:
    document = json.loads(exported.read_text("utf-8"))
    del document["@context"]

    def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        return [at, *(place for key, one in inside for place in places(one, (*at, key)))]

    every, draw = places(document)[1:], random.Random(112)
    read = 0
    for _ in range(400):
        damaged = json.loads(json.dumps(document))
        *way, last = draw.choice(every)
        holder = damaged
        for key in way:
            holder = holder[key]
        if draw.random() < 0.3:
            del holder[last]
        else:
            holder[last] = draw.choice(ODD)
        try:
            evaluation, problems = read_evaluation(json.dumps(damaged).encode(), "kapot.json")
        except UnreadableFile:
            continue
        read += 1
        assert len(evaluation.assertions) + len(problems) >= 50 or "auditSample" in (*way, last)
    assert read > 200


def test_the_reporter_of_a_signal_stays_secret(exported: Path, store: Store, anna: Actor) -> None:
    signal = SignalDesk(store, anna).add(
        NewSignal(SignalSource.REPORT, date(2026, 11, 2), "melding", target_id=1),
        Reporter("Piet Klokkenluider", "p@w.test"),
    )
    case = CaseDesk(store, anna).open(NewCase(CaseKind.QUICK, "Na melding", target_ids=(1,), signal_ids=(signal.id,)))
    file = changed(exported, lambda d: d["reportFindings"].update(summary="Gezien door Piet Klokkenluider"))
    with pytest.raises(BadInput, match="reporter"):
        EvaluationDesk(store, anna).take_in(case.id, file)


def test_every_outcome_has_its_own_earl_value() -> None:
    assert len({value for value, _, _ in OUTCOMES.values()}) == len(Outcome) == len(OUTCOMES)
    assert OUTCOMES[Outcome.UNTESTED][0] == "earl:untested"


def test_a_case_in_json_keeps_to_its_schema(worked: Store, anna: Actor, tmp_path: Path) -> None:
    path = ExportDesk(worked, anna).write(1, "json", tmp_path / "case.json")
    document = json.loads(path.read_text("utf-8"))
    schema, formats = json_file.schema("case"), Draft202012Validator.FORMAT_CHECKER
    Draft202012Validator(schema, format_checker=formats).validate(document)
    content = ExportDesk(worked, anna).content(1)
    assert [r["key"] for r in document["requirements"]] == list(content.requirements)
    outcomes = {r["key"]: r["outcome"] for r in document["requirements"]}
    assert (outcomes[FOCUS], outcomes["wcag:1.1.1"]) == ("failed", "untested")
    assert [a["note"] for a in document["answers"]] == [a.note for a in content.answers]
    assert document["findings"][0]["fact"] == content.findings[0].text.fact == HOSTILE
    assert [p["address"] for p in document["samples"][0]["pages"]] == [p.address for p in content.samples[0].pages]


@pytest.mark.parametrize("kind", FORMATS)
def test_no_half_file_is_left(
    worked: Store, anna: Actor, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = ExportDesk(worked, anna)
    folder = tmp_path / "uit"
    (folder / "map").mkdir(parents=True)
    (folder / "oud").write_text("oud")
    with pytest.raises(ExportProblem, match="folder does not exist"):
        desk.write(1, kind, folder / "weg" / "uit")
    with pytest.raises(ExportProblem):
        desk.write(1, kind, folder / "map")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    # The last that each of them writes, when most of the file stands on the disk already.
    monkeypatch.setattr("eaa_checker.report.wcag_em_file._findings", full)
    monkeypatch.setattr("eaa_checker.report.case_json._finding", full)
    with pytest.raises(StoreIsFull) as caught:
        desk.write(1, kind, folder / "oud")
    assert "schijf is vol" in caught.value.nl
    assert (folder / "oud").read_text() == "oud"
    assert sorted(os.listdir(folder)) == ["map", "oud"]
    with pytest.raises(BadInput, match="Unknown format"):
        desk.write(1, "docx", folder / "nieuw")
