"""A letter goes from a case with approved findings to files that never change, and its reply comes back."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.letters import LetterDesk
from eaa_checker.casework.norms import Norms
from eaa_checker.domain.case import Case, CaseKind, NewCase
from eaa_checker.domain.competence import Answer
from eaa_checker.domain.finding import FindingPlace, FindingText, Impact, NewFinding, Proof, ProofKind
from eaa_checker.domain.letter import LetterKind, LetterState
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.reply import ReplyKind
from eaa_checker.domain.signal import NewSignal, Reporter, SignalSource
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, BadInput, EaaCheckerError, EditedMeanwhile, NotAllowed
from eaa_checker.store import Store

TODAY = date(2026, 11, 23)
CHOICES: dict[str, Any] = {
    "sent": "2026-11-24",
    "attention": "de voorzitter van het bestuur",
    "address": ["Postbus 1", "1000 AA Voorbeeld"],
    "contact": "070 123 45 67",
    "reply_by": "2026-12-22",
    "repair_by": "2027-02-16",
    "norms": ["wad-bdto"],
    "where": "Den Haag",
}


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (200, 60), "#cde").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def case(store: Store, target: Target, anna: Actor, bram: Actor) -> Case:
    """A numbered case with one finding that two people established, and competence that was decided."""
    desk = CaseDesk(store, anna)
    new = NewCase(
        CaseKind.SIMPLIFIED, "Onderzoek website", "Kan iedereen hulp vragen?", "Er kwam een melding.",
        target_ids=(target.id,), examination_date=date(2026, 11, 2),
    )  # fmt: skip
    made = desk.open(new)
    made = desk.give_number(made.id, "Z-2026-0007")
    sha256, _ = store.evidence.put(picture(), "image/png")
    text = FindingText(
        "Knop zonder naam", "De knop voor de chat heeft geen naam.",
        "Mensen die niet kunnen zien, weten niet waar de knop voor is.", Impact.CRITICAL, "Geef de knop een naam.",
    )  # fmt: skip
    place = FindingPlace("https://voorbeeld.test/112", path=("button.chat",), html="<button></button>", crop=sha256)
    proof = Proof(ProofKind.PICTURE, sha256, "de knop zonder naam")
    new_finding = NewFinding(made.id, "wcag:4.1.2", "EN 301 549 V3.2.1", text, (place,), (proof,))
    finding = store.findings.add(anna, new_finding)
    FindingDesk(store, anna).submit(finding.id)
    FindingDesk(store, bram).approve(finding.id)
    Norms(store, anna).assess(
        "wad-bdto", Answer.YES, legal_basis="artikel 1 van het voorbeeldbesluit", ground="memo 3",
        since=date(2026, 1, 1), target_id=target.id,
    )  # fmt: skip
    return store.cases.case(made.id)


@pytest.fixture
def desk(store: Store, anna: Actor) -> LetterDesk:
    return LetterDesk(store, anna)


def with_visit(store: Store, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the case have a visit: when and with what stands in every findings letter."""
    from datetime import UTC, datetime

    from eaa_checker.casework import letter_matter
    from eaa_checker.domain.letter import VisitMade

    real = letter_matter.LetterGathering.of

    def of(self: Any, *given: Any) -> Any:
        visit = VisitMade(datetime(2026, 11, 2, 9, tzinfo=UTC), "Den Haag", "Chromium 156", 3, 60)
        return replace(real(self, *given), visits=(visit,), instruments=("EAA Checker 0.1.0",))

    monkeypatch.setattr(letter_matter.LetterGathering, "of", of)


def test_a_letter_is_issued_once_and_never_changes(
    store: Store, case: Case, desk: LetterDesk, bram: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_visit(store, case, monkeypatch)
    letter = desk.begin(case.id, LetterKind.FINDINGS, "IJV-1", CHOICES)
    assert [mark.place for mark in desk.check(letter.id, TODAY) if mark.kind == "stop"] == ["sjabloon"]
    desk.approve_template(LetterKind.FINDINGS, "Juridische zaken, memo 12 van 3 november 2026")
    assert [mark for mark in desk.check(letter.id, TODAY) if mark.kind == "stop"] == []
    drafts = desk.preview(letter.id, tmp_path / "concept")
    assert all(path.name.startswith("concept-") for path in drafts)
    desk.submit(letter.id)
    with pytest.raises(NotAllowed, match="four eyes"):
        desk.approve(letter.id)
    with pytest.raises(NotAllowed, match="second person"):
        desk.issue(letter.id, today=TODAY)
    LetterDesk(store, bram).approve(letter.id)
    issued = desk.issue(letter.id, today=TODAY)
    assert issued.state is LetterState.ISSUED
    assert issued.reviewer == "Bram Jansen"
    files = {file.name: file.data for file in desk.issued_files(letter.id)}
    assert len(files) == 11
    # Later changes to the case do not reach what went out.
    finding = FindingDesk(store, bram).find(case.id)[0]
    FindingDesk(store, bram).withdraw(finding.id, "toch niet")
    again = {path.name: path.read_bytes() for path in desk.preview(letter.id, tmp_path / "uit")}
    assert again == files
    for change in (
        lambda: desk.edit(letter.id, {"contact": "x"}),
        lambda: desk.withdraw(letter.id, "x"),
        lambda: desk.issue(letter.id),
    ):
        with pytest.raises(NotAllowed, match="cannot change"):
            change()
    with pytest.raises(EaaCheckerError), store._writing() as connection:
        connection.exec_driver_sql("UPDATE letter_file SET name = 'x'")
    actions = [entry.action for entry in store.trail.entries(f"letter:{letter.id}")]
    assert actions == ["letter.begun", "letter.submitted", "letter.approved", "letter.issued"]
    assert store.trail.faults() == []


def test_a_letter_needs_a_case_number(store: Store, target: Target, anna: Actor, desk: LetterDesk) -> None:
    bare = CaseDesk(store, anna).open(NewCase(CaseKind.QUICK, "Zonder nummer", target_ids=(target.id,)))
    with pytest.raises(NotAllowed, match="number"):
        desk.begin(bare.id, LetterKind.FINDINGS, "IJV-2")


def test_a_decision_is_out_of_reach_without_competence_or_mandate(case: Case, desk: LetterDesk) -> None:
    signatory = {"name": "C. Bos", "function": "inspecteur-generaal", "mandate": "namens de minister"}
    with pytest.raises(NotAllowed, match="competence"):
        desk.begin(case.id, LetterKind.DECISION, "IJV-3", {**CHOICES, "norms": ["eaa-112"], "signatory": signatory})
    with pytest.raises(NotAllowed, match="mandate"):
        desk.begin(case.id, LetterKind.DECISION, "IJV-3", CHOICES)
    assert desk.begin(case.id, LetterKind.DECISION, "IJV-3", {**CHOICES, "signatory": signatory})


def test_an_edit_needs_a_new_review_and_the_newest_version(
    case: Case, desk: LetterDesk, bram: Actor, store: Store
) -> None:
    letter = desk.begin(case.id, LetterKind.FINDINGS, "IJV-4", CHOICES)
    desk.submit(letter.id)
    LetterDesk(store, bram).approve(letter.id)
    edited = desk.edit(letter.id, {"publication": "Wij maken deze brief niet openbaar."})
    assert (edited.state, edited.reviewer) == (LetterState.DRAFT, "")
    with pytest.raises(EditedMeanwhile):
        desk.edit(letter.id, {"contact": "x"}, version=1)
    LetterDesk(store, bram)
    desk.submit(letter.id)
    back = LetterDesk(store, bram).send_back(letter.id, "De datum klopt niet.")
    assert (back.state, back.remarks) == (LetterState.DRAFT, "De datum klopt niet.")


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"bestuurder": "x"}, "bestuurder"),
        ({"sent": "gisteren"}, "sent"),
        ({"asked": "één tekst"}, "asked"),
        ({"order": {"duty": "x"}}, "order"),
        ({"remarks": {"slot": "x"}}, "slot"),
        ({"findings": ["B-99"]}, "B-99"),
    ],
)
def test_a_field_that_cannot_be_read_is_named(
    case: Case, desk: LetterDesk, choices: dict[str, Any], words: str
) -> None:
    with pytest.raises(BadInput, match=words):
        desk.begin(case.id, LetterKind.FINDINGS, "IJV-5", choices)
    assert desk.find(case.id) == []


def test_a_reference_is_used_once(case: Case, desk: LetterDesk) -> None:
    desk.begin(case.id, LetterKind.FINDINGS, "IJV-6", CHOICES)
    with pytest.raises(AlreadyExists):
        desk.begin(case.id, LetterKind.CLOSING, "IJV-6", CHOICES)


def test_the_template_of_the_organisation_goes_first_and_needs_its_own_approval(
    store: Store, case: Case, anna: Actor, desk: LetterDesk, tmp_path: Path
) -> None:
    desk.approve_template(LetterKind.CLOSING, "memo")
    own = Path("eaa_checker/letters/templates/closing.md")
    text = (Path(__file__).parents[3] / own).read_text("utf-8")
    (tmp_path / "closing.md").write_text(text.replace("Dank voor uw medewerking", "Wij danken u"), "utf-8")
    house = LetterDesk(store, anna, tmp_path)
    template, approved = house.template(LetterKind.CLOSING)
    assert (template.source, approved) == (str(tmp_path / "closing.md"), False)
    assert desk.template(LetterKind.CLOSING)[1] is True
    (tmp_path / "closing.md").write_text(text.replace("{{ brief.datum }}", "{{ brief.dag }}"), "utf-8")
    letter = house.begin(case.id, LetterKind.CLOSING, "IJV-7", CHOICES)
    with pytest.raises(BadInput, match=r"brief\.dag"):
        house.check(letter.id, TODAY)
    (tmp_path / "closing.md").write_text(text.replace("Dit sjabloon moet", "Dit mag"), "utf-8")
    with pytest.raises(BadInput, match="goedgekeurd"):
        house.check(letter.id, TODAY)


def test_replies_come_back_per_finding_or_not_at_all(
    store: Store, case: Case, desk: LetterDesk, tmp_path: Path
) -> None:
    letter = desk.begin(case.id, LetterKind.FINDINGS, "IJV-8", CHOICES)
    form = {"form": "EAA-reactieformulier-1", "reference": "IJV-8",
            "rows": [{"finding": "B-01", "kind": "disputed", "body": "Niet waar.", "repaired_on": ""}]}  # fmt: skip
    path = tmp_path / "reactie.json"
    path.write_text(json.dumps({**form, "rows": [*form["rows"], {**form["rows"][0], "finding": "B-77"}]}), "utf-8")
    with pytest.raises(BadInput, match="B-77"):
        desk.read_reply(letter.id, path, sender="de regio", received=TODAY)
    assert store.replies.replies(case.id) == []
    path.write_text(json.dumps(form), "utf-8")
    _, count = desk.read_reply(letter.id, path, sender="de regio", received=TODAY)
    (reply,) = store.replies.replies(case.id)
    assert (count, reply.kind, reply.body) == (1, ReplyKind.DISPUTED, "Niet waar.")
    path.write_text(json.dumps({**form, "reference": "IJV-99"}), "utf-8")
    with pytest.raises(BadInput, match="IJV-99"):
        desk.read_reply(letter.id, path, sender="de regio", received=TODAY)


def test_a_reporter_is_never_in_a_letter(
    store: Store, case: Case, anna: Actor, bram: Actor, desk: LetterDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_visit(store, case, monkeypatch)
    signal = store.signals.add(
        anna, NewSignal(SignalSource.REPORT, TODAY, "Knop doet het niet", target_id=case.target_ids[0]),
        Reporter("Petronella Geheim", "petronella@example.nl"),
    )  # fmt: skip
    store.signals.link(anna, signal.id, signal.version, case.id)
    letter = desk.begin(
        case.id, LetterKind.FINDINGS, "IJV-9", {**CHOICES, "done_well": ["Mevrouw Petronella Geheim hielp ons."]}
    )
    desk.approve_template(LetterKind.FINDINGS, "memo")
    desk.submit(letter.id)
    LetterDesk(store, bram).approve(letter.id)
    with pytest.raises(NotAllowed, match="reporter"):
        desk.issue(letter.id, today=TODAY)
    assert desk.show(letter.id).state is LetterState.APPROVED


def test_every_kind_says_why_it_may_not_be_begun(
    store: Store, target: Target, case: Case, anna: Actor, desk: LetterDesk
) -> None:
    refused = {kind: error.en if error else "" for kind, error in desk.kinds(case.id)}
    assert set(refused) == set(LetterKind)
    assert refused[LetterKind.FINDINGS] == ""
    assert "mandate" in refused[LetterKind.DECISION]
    bare = CaseDesk(store, anna).open(NewCase(CaseKind.QUICK, "Zonder nummer", target_ids=(target.id,)))
    assert all(error is not None and "number" in error.en for _, error in desk.kinds(bare.id))


def test_a_draft_can_be_read_as_text(
    store: Store, case: Case, desk: LetterDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_visit(store, case, monkeypatch)
    letter = desk.begin(case.id, LetterKind.FINDINGS, "IJV-9", CHOICES)
    text = desk.text(letter.id)
    assert "B-01" in text
    assert "De knop voor de chat heeft geen naam." in text


def test_no_draw_is_told_of_where_none_was_made() -> None:
    from eaa_checker.casework.letter_matter import _method
    from eaa_checker.domain.letter import SampledPage

    chosen, drawn = SampledPage("https://a.test/", "startpagina", "kern", False), SampledPage("b", "overig", "", True)
    assert "loting" not in _method((chosen,))
    assert "loting" in _method((chosen, drawn))
    assert _method(()) == ""
