"""The dossier of a case: rounds, sample with seed, answers, findings, attachments, issued letters and decisions."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cases_made import PAGES, STATEMENT, Examined
from scans_made import Made, fingerprint

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.dossier_matter import LEFT_OUT
from eaa_checker.casework.dossiers import DossierDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.manual import ManualDesk
from eaa_checker.casework.signals import SignalDesk
from eaa_checker.domain.dossier import Person
from eaa_checker.domain.finding import FindingText
from eaa_checker.domain.letter import LetterKind
from eaa_checker.domain.manual import NewAnswer, Step
from eaa_checker.domain.signal import NewSignal, Reporter, SignalSource
from eaa_checker.domain.trail import Actor
from eaa_checker.settings import Settings
from eaa_checker.store import Store

LOGO = fingerprint("logo")
ME = Person("toezichthouder", "aanwijzing 2026-4", sign=True)


@pytest.fixture
def case(examined_store: Store, anna: Actor) -> Examined:
    case = Examined(examined_store, anna, 1, 1)
    home, contact = Made("/", "Home", failed=("logo",)), Made("/contact", "Contact", failed=("logo",))
    case.visited(*[[home, contact, STATEMENT]] * 3)
    return case


def told(place: str, name: str) -> Any:
    return json.loads((Path(place) / "data" / name).read_bytes())


def test_everything_a_case_rests_on_is_sealed(case: Examined, anna: Actor, bram: Actor, tmp_path: Path) -> None:
    store, desk = case.store, FindingDesk(case.store, anna)
    CaseDesk(store, anna).give_number(case.id, "2026-0417")
    answer = ManualDesk(store, anna).answer(case.id, NewAnswer("wcag:1.1.1", (Step("any", "no"),), address=PAGES[2]))
    (tmp_path / "foto <b>.png").write_bytes(b"\x89PNG\r\n\x1a\n foto")
    ManualDesk(store, anna).attach(case.id, f"answer:{answer.id}", tmp_path / "foto <b>.png", "getoond")
    text = FindingText("Logo zonder naam", "Het logo heeft geen naam.", "Wie niet ziet, weet niet van wie de site is.",
                       repair="Geef het logo een naam.")  # fmt: skip
    one = desk.add(case.id, observations=[LOGO], text=text)
    desk.submit(one.id)
    FindingDesk(store, bram).approve(one.id, "zelf nagekeken")
    letter = store.letters.add(anna, case.id, LetterKind.FINDINGS, "2026-0417/1", {})
    sent, size = store.evidence.put(b"%PDF-1.7 brief", "application/pdf")
    store.letters.issue(anna, letter.id, letter.version, [("brief.pdf", "application/pdf", sent, size)], "")

    made = DossierDesk(store, anna, Settings(database=store.path)).make_of_case(case.id, ME)

    assert (made.subject, made.case_number) == ("case:1", "2026-0417")
    assert Path(made.place).name == "0001-2026-0417"
    matter = told(made.place, "matter.json")
    assert matter["kind"] == "eenvoudig onderzoek"
    assert matter["norm"] == "EN 301 549 V3.2.1 (WCAG 2.1 A, AA)"
    assert matter["runs"] == 3
    (sample,) = matter["sample"]["samples"]
    assert {page["address"] for page in sample["pages"]} >= set(PAGES)
    (finding,) = matter["findings"]
    assert (finding["number"], finding["established"], finding["reviewer"]) == ("B-01", True, "Bram Jansen")
    assert finding["stability"] == "vast (3 van 3)"
    assert PAGES[0] in finding["place"]
    assert any(reference.startswith("capture:") for reference in finding["evidence"])
    answers = told(made.place, "answers.json")
    assert [one["what"] for one in answers] == ["answer"]
    decided = [entry["action"] for entry in told(made.place, "decisions.json")]
    assert {"case.opened", "case.numbered", "answer.given", "finding.added", "finding.approved",
            "letter.issued"} <= set(decided)  # fmt: skip
    files = {file.name: file.read_bytes() for file in (Path(made.place) / "data" / "attachments").iterdir()}
    assert files == {"001-brief.pdf": b"%PDF-1.7 brief", "002-foto--b-.png": b"\x89PNG\r\n\x1a\n foto"}
    html = (Path(made.place) / "data" / "index.html").read_text("utf-8")
    assert "B-01" in html
    assert "foto &lt;b&gt;.png" in html
    # What the machine noted of these made-up scans lacks instruments; all that people added is complete.
    assert set(made.incomplete) <= {"where", "when", "method"}


def test_a_draft_is_no_established_fact(case: Examined, anna: Actor) -> None:
    FindingDesk(case.store, anna).add(case.id, observations=[LOGO])
    made = DossierDesk(case.store, anna, Settings(database=case.store.path)).make_of_case(case.id, ME)
    (finding,) = told(made.place, "matter.json")["findings"]
    assert (finding["standing"], finding["established"]) == ("draft", False)
    assert "description" in made.incomplete


def test_who_reported_stays_out(case: Examined, anna: Actor) -> None:
    signals = SignalDesk(case.store, anna)
    new = NewSignal(SignalSource.REPORT, datetime(2026, 11, 1, tzinfo=UTC).date(), "kan 112 niet bereiken",
                    target_id=1, confidential=True)  # fmt: skip
    signal = signals.add(new, Reporter("Willemijn Geheim", "willemijn@geheim.test"))
    signals.link(signal.id, case.id)
    made = DossierDesk(case.store, anna, Settings(database=case.store.path)).make_of_case(case.id, ME)
    for file in Path(made.place).rglob("*"):
        if file.is_file():
            assert b"willemijn" not in file.read_bytes().lower(), file


def test_words_from_before_the_signal_was_linked_are_left_out_and_say_so(
    case: Examined, anna: Actor, tmp_path: Path
) -> None:
    desk, signals = ManualDesk(case.store, anna), SignalDesk(case.store, anna)
    one = desk.answer(case.id, NewAnswer("wcag:1.1.1", (Step("any", "no"),), address=PAGES[2]))
    (tmp_path / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\n foto")
    desk.attach(case.id, f"answer:{one.id}", tmp_path / "foto.png", "getoond door mevrouw Zwartepoorte")
    CaseDesk(case.store, anna).give_number(case.id, "2026-0417")
    new = NewSignal(SignalSource.REPORT, datetime(2026, 11, 1, tzinfo=UTC).date(), "kan 112 niet bereiken", target_id=1)
    signals.link(signals.add(new, Reporter("Willemijn Zwartepoorte", "w.zwartepoorte@post.test")).id, case.id)

    made = DossierDesk(case.store, anna, Settings(database=case.store.path)).make_of_case(case.id, ME)

    for file in Path(made.place).rglob("*"):
        if file.is_file():
            assert b"zwartepoorte" not in file.read_bytes().lower(), file
    decided = {entry["action"]: entry for entry in told(made.place, "decisions.json")}
    left_out = [entry for entry in decided.values() if entry["ground"] == LEFT_OUT]
    assert len(left_out) == 1
    assert left_out[0]["seal"]
    assert decided["case.numbered"]["ground"] != LEFT_OUT
    # The trail of the store still has the words, and holds.
    assert "Zwartepoorte" in "".join(entry.ground for entry in case.store.trail.entries())


def test_the_checklist_is_known_before_sealing(case: Examined, anna: Actor) -> None:
    desk = DossierDesk(case.store, anna, Settings(database=case.store.path))
    before = {check.key: check.missing for check in desk.checklist(case.id, Person())}
    assert before["signed"]
    assert before["description"]
    signed = {check.key: check.missing for check in desk.checklist(case.id, ME, description="Gezien en beschreven.")}
    assert signed["signed"] == signed["description"] == ()
    assert desk.list(f"case:{case.id}") == []
