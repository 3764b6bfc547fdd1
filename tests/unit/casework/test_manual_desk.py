"""Manual work: answers follow the tree, not tested is never passed, machine results are no verdict."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cases_made import CONTACT, HOME, PAGES, STATEMENT, Examined
from scans_made import Made

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.manual import Line, ManualDesk
from eaa_checker.casework.signals import SignalDesk
from eaa_checker.domain.address import Ending
from eaa_checker.domain.case import CaseKind, NewCase
from eaa_checker.domain.manual import AttachmentKind, Defect, NewAnswer, Outcome, Scope, Step
from eaa_checker.domain.signal import NewSignal, Reporter, SignalSource
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, EditedMeanwhile, NotAllowed, NotFound, UnreadableFile
from eaa_checker.store import Store

FOCUS = "wcag:2.4.7"
SEEN = (Step("any", "yes"), Step("seen", "yes"))
UNSEEN = (Step("any", "yes"), Step("seen", "no"))


@pytest.fixture
def store(examined_store: Store) -> Store:
    return examined_store


@pytest.fixture
def case(store: Store, anna: Actor) -> Examined:
    return Examined(store, anna, 1, 1)


@pytest.fixture
def desk(store: Store, anna: Actor) -> ManualDesk:
    return ManualDesk(store, anna)


def line(desk: ManualDesk, case: Examined, requirement: str) -> Line:
    return next(one for one in desk.overview(case.id) if one.requirement == requirement)


def test_a_site_is_tested_against_the_criteria_and_clauses(desk: ManualDesk, case: Examined) -> None:
    keys = desk.requirements(case.id)
    assert len([key for key in keys if key.startswith("wcag:")]) == 50
    assert {"en301549:5.2", "en301549:6.2.1.1", "en301549:7.1.1", "en301549:12.2.3"} <= set(keys)
    assert not [key for key in keys if key.startswith("c112:")]
    assert {one.outcome for one in desk.overview(case.id)} == {Outcome.UNTESTED}


def test_a_requirement_is_judged_across_pages(desk: ManualDesk, case: Examined, store: Store) -> None:
    task = desk.next(case.id, FOCUS)
    assert task is not None
    assert set(task.pages) == set(PAGES)
    desk.answer_pages(case.id, NewAnswer(FOCUS, SEEN), PAGES[:2])
    assert line(desk, case, FOCUS).proposal.missing == (PAGES[2],)
    with pytest.raises(NotAllowed, match="cannot become"):
        desk.judge(case.id, FOCUS, Outcome.PASSED, "het zal wel goed zijn")
    desk.answer(case.id, NewAnswer(FOCUS, SEEN, address=PAGES[2]))
    assert desk.next(case.id, FOCUS) is None
    assert line(desk, case, FOCUS).outcome is Outcome.UNTESTED  # answers are no verdict
    assert FOCUS in desk.still_to_do(case.id)
    assert desk.judge(case.id, FOCUS, Outcome.PASSED).outcome is Outcome.PASSED
    assert FOCUS not in desk.still_to_do(case.id)
    assert line(desk, case, FOCUS).outcome is Outcome.PASSED
    assert [e.action for e in store.trail.entries()][-4:] == ["answer.given"] * 3 + ["verdict.given"]
    assert store.trail.faults() == []


def test_several_defects_on_a_page_and_shared_elements_once(desk: ManualDesk, case: Examined) -> None:
    defects = (Defect("zoekknop", "header button"), Defect("menu", "nav a:nth-child(2)"))
    desk.answer(case.id, NewAnswer(FOCUS, UNSEEN, address=PAGES[0], defects=defects))
    shared = desk.answer(case.id, NewAnswer(FOCUS, UNSEEN, Scope.SHARED, element="  De  Kop "))
    assert shared.element == "de kop"
    again = desk.answer(case.id, NewAnswer(FOCUS, SEEN, Scope.SHARED, element="de kop"))
    assert (again.id, again.version) == (shared.id, 2)
    found = desk.answers(case.id, FOCUS)
    assert [len(a.defects) for a in found] == [2, 0]
    assert line(desk, case, FOCUS).proposal.outcome is Outcome.FAILED


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (NewAnswer(FOCUS, (Step("any", "yes"),), address=PAGES[0]), "another question"),
        (NewAnswer(FOCUS, (Step("any", "perhaps"),), address=PAGES[0]), "do not belong"),
        (NewAnswer(FOCUS, SEEN, address="https://elders.test/"), "not in the sample"),
        (NewAnswer(FOCUS, SEEN), "Name the page"),
        (NewAnswer(FOCUS, SEEN, Scope.SHARED), "Name the shared element"),
        (NewAnswer(FOCUS, (Step("any", "unsure"),), address=PAGES[0]), "why it cannot be told"),
        (NewAnswer(FOCUS, SEEN, address=PAGES[0], defects=(Defect("x"),)), "has no defects"),
        (NewAnswer(FOCUS, UNSEEN, address=PAGES[0], defects=(Defect(" "),)), "Describe each defect"),
        (NewAnswer("wcag:9.9.9", SEEN, address=PAGES[0]), "no questions"),
        (NewAnswer(FOCUS, SEEN, address=PAGES[0], note="x" * 10_001), "too long"),
    ],
)
def test_bad_answers_leave_nothing(desk: ManualDesk, case: Examined, store: Store, new: NewAnswer, said: str) -> None:
    head = store.trail.head()
    with pytest.raises(BadInput, match=said) as caught:
        desk.answer(case.id, new)
    assert caught.value.nl != caught.value.en
    assert desk.answers(case.id) == []
    assert store.trail.head() == head


def test_two_people_answer_at_once(desk: ManualDesk, case: Examined, store: Store, bram: Actor) -> None:
    new = NewAnswer(FOCUS, SEEN, address=PAGES[0])
    desk.answer(case.id, new, version=0)
    with pytest.raises(EditedMeanwhile) as caught:
        ManualDesk(store, bram).answer(case.id, NewAnswer(FOCUS, UNSEEN, address=PAGES[0]), version=0)
    assert caught.value.theirs["outcome"] == "passed"
    assert caught.value.yours["outcome"] == "failed"
    assert [a.author for a in desk.answers(case.id)] == ["Anna de Vries"]


def test_before_the_action_nothing_is_tested(desk: ManualDesk, store: Store, anna: Actor) -> None:
    early = CaseDesk(store, anna).open(NewCase(CaseKind.QUICK, "Vroeg", occasion="x", target_ids=(1,)))
    with pytest.raises(NotAllowed, match="still in the phase"):
        desk.answer(early.id, NewAnswer(FOCUS, SEEN, Scope.WHOLE))


# -- not applicable by itself ------------------------------------------------------------------------------------------

CAPTIONS, FIELDS = "wcag:1.2.2", "wcag:3.3.1"


def test_what_no_page_has_is_not_applicable_and_reversible(desk: ManualDesk, case: Examined) -> None:
    case.visited([Made("/", "Home", fields=("text",)), CONTACT, STATEMENT])
    absences = desk.absences(case.id)
    assert absences[CAPTIONS].lacking == ("video", "embedded")
    assert FIELDS not in absences
    assert line(desk, case, CAPTIONS).proposal.outcome is Outcome.INAPPLICABLE
    assert line(desk, case, CAPTIONS).outcome is Outcome.UNTESTED
    with pytest.raises(BadInput, match="reason"):
        desk.overrule(case.id, CAPTIONS, True, "  ")
    desk.overrule(case.id, CAPTIONS, True, "de film verschijnt pas na een klik")
    assert line(desk, case, CAPTIONS).proposal.outcome is Outcome.UNTESTED
    desk.overrule(case.id, CAPTIONS, False, "nagekeken: toch niet")
    assert line(desk, case, CAPTIONS).proposal.outcome is Outcome.INAPPLICABLE
    assert desk.judge(case.id, CAPTIONS, Outcome.INAPPLICABLE).outcome is Outcome.INAPPLICABLE
    with pytest.raises(NotAllowed, match="by itself"):
        desk.overrule(case.id, FIELDS, False, "geen velden")


@pytest.mark.parametrize(
    "pages",
    [
        [HOME, CONTACT],  # one page of the sample was not captured
        [HOME, CONTACT, Made("/toegankelijkheid", ending=Ending.BLOCKED)],
        [HOME, CONTACT, Made("/toegankelijkheid", elements=("iframe",))],  # who knows what is in it
        [HOME, CONTACT, Made("/toegankelijkheid", elements=("video",))],
    ],
)
def test_nothing_is_absent_as_long_as_it_may_be_there(desk: ManualDesk, case: Examined, pages: list[Made]) -> None:
    case.visited(pages)
    assert CAPTIONS not in desk.absences(case.id)


def test_a_damaged_capture_proves_nothing(desk: ManualDesk, case: Examined, store: Store) -> None:
    case.visited([HOME, CONTACT, STATEMENT])
    for file in store.evidence.folder.rglob("*"):
        if file.is_file():
            file.write_bytes(b"stuk")
    assert desk.absences(case.id) == {}


# -- verdicts ----------------------------------------------------------------------------------------------------------


def test_what_the_machine_saw_is_no_verdict(desk: ManualDesk, case: Examined, store: Store) -> None:
    case.visited([Made("/", "Home", failed=("logo",)), CONTACT, STATEMENT])
    seen = line(desk, case, "wcag:1.1.1")
    assert (seen.machine_failed, seen.proposal.outcome, seen.outcome) == (1, Outcome.UNTESTED, Outcome.UNTESTED)
    with pytest.raises(NotAllowed, match="rests on an answer or a finding"):
        desk.judge(case.id, "wcag:1.1.1", Outcome.FAILED, "de machine zag het")
    good = tuple(Step(q, "yes") for q in ("any", "decoration", "meaning", "captcha"))
    desk.answer(case.id, NewAnswer("wcag:1.1.1", good, Scope.WHOLE))
    with pytest.raises(BadInput, match="reason"):  # the machine says otherwise: say why
        desk.judge(case.id, "wcag:1.1.1", Outcome.PASSED)
    desk.judge(case.id, "wcag:1.1.1", Outcome.PASSED, "het logo is versiering; nagekeken met een schermlezer")
    assert line(desk, case, "wcag:1.1.1").outcome is Outcome.PASSED
    assert store.trail.entries(f"case:{case.id}")[-1].ground.startswith("het logo")


def test_verdicts_that_differ_from_the_answers_need_a_reason(desk: ManualDesk, case: Examined) -> None:
    desk.answer(case.id, NewAnswer(FOCUS, UNSEEN, Scope.WHOLE))
    for outcome in (Outcome.PASSED, Outcome.INAPPLICABLE):
        with pytest.raises(NotAllowed):
            desk.judge(case.id, FOCUS, outcome, "toch")
    with pytest.raises(BadInput):
        desk.judge(case.id, FOCUS, Outcome.CANNOT_TELL)
    first = desk.judge(case.id, FOCUS, Outcome.FAILED)
    with pytest.raises(EditedMeanwhile):
        desk.judge(case.id, FOCUS, Outcome.CANNOT_TELL, "bij nader inzien", version=first.version + 1)
    second = desk.judge(case.id, FOCUS, Outcome.CANNOT_TELL, "bij nader inzien", version=first.version)
    assert (second.id, second.version) == (first.id, 2)
    with pytest.raises(NotFound):
        desk.judge(case.id, "c112:A1", Outcome.FAILED)


def test_notes_name_no_reporter(desk: ManualDesk, case: Examined, store: Store, bram: Actor) -> None:
    signals = SignalDesk(store, bram)
    new = NewSignal(SignalSource.REPORT, date(2026, 11, 1), "De focus is zoek", confidential=True)
    signals.link(signals.add(new, Reporter("Pietje Puk")).id, case.id)
    with pytest.raises(BadInput, match="reporter"):
        desk.answer(case.id, NewAnswer(FOCUS, UNSEEN, Scope.WHOLE, note="zoals Pietje Puk zei"))
    desk.answer(case.id, NewAnswer(FOCUS, UNSEEN, Scope.WHOLE, note="zoals gemeld"))
    with pytest.raises(BadInput, match="reporter"):
        desk.judge(case.id, FOCUS, Outcome.FAILED, "Pietje Puk had gelijk")


# -- files -------------------------------------------------------------------------------------------------------------


def test_files_become_evidence(desk: ManualDesk, case: Examined, store: Store, tmp_path: Path) -> None:
    answer = desk.answer(case.id, NewAnswer(FOCUS, UNSEEN, Scope.WHOLE))
    picture, film, document = AttachmentKind.PICTURE, AttachmentKind.FILM, AttachmentKind.DOCUMENT
    kinds = {"foto.png": picture, "film.mp4": film, "verslag.pdf": document}
    for name in kinds:
        (tmp_path / name).write_bytes(name.encode())
        added = desk.attach(case.id, f"answer:{answer.id}", tmp_path / name, "getoond door de beheerder")
        assert added.kind is kinds[name]
        assert store.evidence.get(added.sha256) == name.encode()
    assert [one.name for one in desk.attachments(case.id, f"answer:{answer.id}")] == list(kinds)
    sha256 = desk.attachments(case.id)[0].sha256
    shown = (Defect("focus onzichtbaar", "nav", (sha256,)),)
    assert desk.answer(case.id, NewAnswer(FOCUS, UNSEEN, Scope.WHOLE, defects=shown)).defects == shown


@pytest.mark.parametrize(
    ("subject", "file", "error"),
    [
        ("answer:1", "geen.png", UnreadableFile),
        ("answer:1", "leeg.png", UnreadableFile),
        ("answer:99", "goed.png", NotFound),
        ("organisation:1", "goed.png", BadInput),
        ("case:99", "goed.png", BadInput),
    ],
)
def test_files_that_cannot_be_attached(
    desk: ManualDesk, case: Examined, tmp_path: Path, subject: str, file: str, error: type[Exception]
) -> None:
    desk.answer(case.id, NewAnswer(FOCUS, UNSEEN, Scope.WHOLE))
    (tmp_path / "leeg.png").touch()
    (tmp_path / "goed.png").write_bytes(b"x")
    with pytest.raises(error):
        desk.attach(case.id, subject, tmp_path / file)
    assert desk.attachments(case.id) == []
