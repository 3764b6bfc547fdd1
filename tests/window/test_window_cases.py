"""The place Cases: the list, a new case, the plan with its phases, search, and the numbers of Today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from case_sample import ANNA, NUMBER
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.deadlines import DeadlineDesk
from eaa_checker.domain.case import CasePhase, CaseState
from eaa_checker.domain.deadline import DeadlineKind, DeadlineState
from eaa_checker.domain.signal import NewSignal, SignalSource
from eaa_checker.domain.trail import Actor
from eaa_checker.engine import Engine
from eaa_checker.store import Store
from ui.cases.fields import LONGEST, TextField, read_day
from ui.cases.finding import find
from ui.cases.place import Cases
from ui.cases.plan import PlanPart
from ui.cases.steps import Step
from ui.place import Link
from ui.today.case_numbers import CASE_NUMBERS
from ui.today.place import Today
from ui.window import Window

Settle = Callable[[Window], None]
CAROL = Actor("Carol", "carol@werkplek")


@pytest.fixture
def window(case_window: Window) -> Window:
    return case_window


def cases(window: Window, settle: Settle, kind: str = "", key: str | int = "") -> Cases:
    place = window.go(Link("cases", kind, key))
    settle(window)
    assert isinstance(place, Cases)
    return place


def plan(window: Window, settle: Settle, case_id: int = 1) -> PlanPart:
    part = cases(window, settle, "case", f"{case_id}/plan").page.part(Step.PLAN)
    assert isinstance(part, PlanPart)
    return part


def titles(place: Cases) -> list[str]:
    return [place.list.table.item(row).case.title for row in range(place.list.table.rowCount())]


def give_reason(place: Cases, settle: Settle, window: Window, reason: str) -> None:
    asker = place.page.asker
    assert asker.isVisible()
    assert QApplication.focusWidget() is asker.reason
    QTest.keyClicks(asker.reason, reason)
    QTest.keyClick(asker.reason, Qt.Key.Key_Return)
    settle(window)


def test_the_list_is_filtered_and_opened_by_keys(window: Window, settle: Settle) -> None:
    place = cases(window, settle)
    assert titles(place) == ["Tweede onderzoek", "Hulp vragen op de website"]
    place.list.which.choose("overdue")
    assert titles(place) == ["Hulp vragen op de website"]
    assert place.list.table.item(0).overdue
    place.list.which.choose("all")
    place.list.phase.choose(CasePhase.SIGNAL)
    assert titles(place) == ["Tweede onderzoek"]
    place.list.phase.choose(CasePhase.RESULT)
    assert titles(place) == []
    assert "ander filter" in place.list.nothing.text()
    cases(window, settle, "only", "1")
    assert titles(place) == ["Hulp vragen op de website"]
    place.list.view.choose_first()
    QTest.keyClick(place.list.view, Qt.Key.Key_Return)
    settle(window)
    assert place.page.seen is not None
    assert place.page.seen.case.number == NUMBER
    assert [crumb.text for crumb in place.crumbs()] == [NUMBER, "Plan"]
    assert window.desk.recent.visits[0].link == Link("cases", "case", 1)


def test_the_stepper_says_what_is_done_and_what_is_open(window: Window, settle: Settle) -> None:
    page = cases(window, settle, "case", "1/findings").page
    assert page.stepper.accessibleTabName(0) == "1 Plan, gedaan"
    assert page.stepper.accessibleTabName(3) == "4 Bevindingen, open"
    assert page.done.text() == "Gedaan: 1 van 3 vastgesteld"
    assert page.open_points.text() == "Voor de volgende stap: B-01: concept; B-02: wacht op vierogen"
    page.stepper.setFocus()
    QTest.keyClick(page.stepper, Qt.Key.Key_Right)
    settle(window)
    assert page.step is Step.LETTER
    cases(window, settle, "case", "2/findings")
    assert page.stepper.accessibleTabName(3) == "4 Bevindingen, nog niet"
    assert "fase toezichtactie" in page.open_points.text()


def test_a_case_is_opened_on_a_page_in_place(window: Window, settle: Settle) -> None:
    place = cases(window, settle, "new")
    sheet = place.new.sheet
    assert QApplication.focusWidget() is sheet.fields["title"]
    assert "EN 301 549 V3.2.1" in place.new.picked.text()
    QTest.keyClicks(sheet.fields["title"], "Noodknop")
    place.new.targets.tick(1)
    settle(window)
    norms = place.new.norms.listing
    assert {row.target for row in norms.items} == {"Website"}
    assert any(row.competence.standing.value == "not-yet" for row in norms.items)
    assert place.new.norms.ground.text()
    sheet.fields["planned_from"].setText("41-12-2026")  # type: ignore[union-attr]
    sheet.submit.click()
    assert "41-12-2026" in sheet.wrong.text()
    assert QApplication.focusWidget() is sheet.fields["planned_from"]
    sheet.fields["planned_from"].setText("1-12-2026")  # type: ignore[union-attr]
    sheet.fields["number"].setText(NUMBER)  # type: ignore[union-attr]
    sheet.submit.click()
    settle(window)
    assert place.page.seen is not None
    case = place.page.seen.case
    assert (case.title, case.target_ids, case.number) == ("Noodknop", (1,), "")
    assert NUMBER in window.messages.text  # another case has it; this one is opened all the same
    assert place.page.step is Step.PLAN


def test_a_case_begun_from_a_signal_is_linked_to_it(window: Window, settle: Settle, store: Store) -> None:
    new = NewSignal(SignalSource.REPORT, date(2026, 11, 3), "Mevrouw Geheim kan niet verder.", target_id=1)
    signal = store.signals.add(ANNA, new)
    place = cases(window, settle, "signal", str(signal.id))
    sheet = place.new.sheet
    assert sheet.said("occasion") == f"Signaal {signal.id}, ontvangen op 03-11-2026."
    assert place.new.targets.chosen() == (1,)
    assert not sheet.touched  # what the program filled in is no draft of somebody's
    QTest.keyClicks(sheet.fields["title"], "Noodknop")
    sheet.submit.click()
    settle(window)
    assert place.page.seen is not None
    assert place.page.seen.case.signal_ids == (signal.id,)
    cases(window, settle, "new")
    assert sheet.said("occasion") == ""


def test_what_is_wrong_with_a_new_case_stands_in_the_form(window: Window, settle: Settle) -> None:
    place = cases(window, settle, "new")
    place.new.sheet.submit.click()
    settle(window)
    assert place.new.sheet.wrong.text() == "Geef het onderzoek een titel."


def test_a_stored_plan_can_be_taken_back(window: Window, settle: Settle, store: Store) -> None:
    part = plan(window, settle)
    part.sheet.fields["purpose"].setPlainText("Kan iedereen 112 bereiken?")  # type: ignore[union-attr]
    part.sheet.submit.click()
    settle(window)
    assert store.cases.case(1).purpose == "Kan iedereen 112 bereiken?"
    assert window.messages.text == "Opgeslagen."
    window.messages._action.click()
    settle(window)
    assert store.cases.case(1).purpose == "doel"
    assert part.sheet.values()["purpose"] == "doel"


def test_two_versions_of_a_plan_are_shown_and_nothing_typed_is_lost(
    window: Window, settle: Settle, store: Store
) -> None:
    part = plan(window, settle)
    CaseDesk(store, CAROL).edit(1, purpose="het doel van Carol")
    part.sheet.fields["purpose"].setPlainText("mijn doel")  # type: ignore[union-attr]
    part.sheet.submit.click()
    settle(window)
    conflict = part.sheet.conflict
    assert conflict.isVisible()
    assert "de andere: het doel van Carol" in conflict.both.text()
    assert "de uwe: mijn doel" in conflict.both.text()
    assert part.sheet.values()["purpose"] == "mijn doel"
    conflict.keep_mine.click()
    settle(window)
    assert store.cases.case(1).purpose == "mijn doel"
    assert not conflict.isVisible()

    CaseDesk(store, CAROL).edit(1, purpose="toch Carol")
    part.sheet.fields["purpose"].setPlainText("of ik")  # type: ignore[union-attr]
    part.sheet.submit.click()
    settle(window)
    conflict.take_theirs.click()
    assert part.sheet.values()["purpose"] == "toch Carol"
    assert not part.sheet.touched


def test_what_was_typed_is_there_after_the_window_is_gone(
    window: Window, settle: Settle, open_window: Callable[..., Window], case_database: Path
) -> None:
    part = plan(window, settle)
    QTest.keyClicks(part.sheet.fields["plan"], "Eerst bellen met de beheerder. ")
    window.desk.journal.flush()
    other = open_window(case_database)  # as after a crash: nobody closed anything
    settle(other)
    again = plan(other, settle)
    assert str(again.sheet.values()["plan"]).startswith("Eerst bellen met de beheerder.")
    assert again.sheet.restored.isVisible()
    again.sheet.discard.click()
    assert again.sheet.values()["plan"] == "plan"


def test_a_phase_asks_for_a_reason_and_for_doubtful_competence(window: Window, settle: Settle, store: Store) -> None:
    desk = CaseDesk(store, ANNA)
    desk.edit(2, purpose="doel", occasion="aanleiding", planned_from=store.cases.case(1).planned_from,
              planned_until=store.cases.case(1).planned_until)  # fmt: skip
    part = plan(window, settle, 2)
    place = window.place("cases")
    assert isinstance(place, Cases)
    part.phases.on.click()
    settle(window)
    give_reason(place, settle, window, "volledig")
    assert store.cases.case(2).phase is CasePhase.ANALYSIS
    part.phases.on.click()
    settle(window)
    assert "onzeker of wij bevoegd zijn" in place.page.asker.question.text()
    give_reason(place, settle, window, "mandaat volgt")
    give_reason(place, settle, window, "verder")
    assert store.cases.case(2).phase is CasePhase.ACTION
    assert not part.sheet.fields["examination_date"].isEnabled()


def test_a_reason_that_is_not_given_is_asked_in_place(window: Window, settle: Settle, store: Store) -> None:
    part = plan(window, settle)
    place = window.place("cases")
    assert isinstance(place, Cases)
    part.phases.end.setFocus()
    QTest.keyClick(part.phases.end, Qt.Key.Key_Space)
    QTest.keyClick(place.page.asker.reason, Qt.Key.Key_Escape)
    assert not place.page.asker.isVisible()
    assert QApplication.focusWidget() is part.phases.end
    QTest.keyClick(part.phases.end, Qt.Key.Key_Space)
    give_reason(place, settle, window, "")
    assert part.phases.wrong.text() == "Geef een reden om het onderzoek te stoppen."
    part.phases.end.click()
    give_reason(place, settle, window, "de site is weg")
    assert store.cases.case(1).state is CaseState.STOPPED
    assert not part.sheet.submit.isEnabled()
    part.phases.reopen.click()
    give_reason(place, settle, window, "zij is er weer")
    assert store.cases.case(1).state is CaseState.OPEN


def test_the_search_finds_cases_findings_and_letters(window: Window, case_database: Path) -> None:
    with Engine.open(case_database) as engine:
        assert [hit.link for hit in find(engine, "hulp vragen", "nl")] == [Link("cases", "case", 1)]
        assert Link("cases", "finding", 2) in [hit.link for hit in find(engine, "B-02", "nl")]
        assert [hit.title for hit in find(engine, "chatknop", "nl")] == ["B-03 Chatknop zonder naam"]
        assert Link("cases", "letter", 1) in [hit.link for hit in find(engine, f"{NUMBER}/1", "nl")]
        assert find(engine, "zeppelin", "nl") == []


def test_the_numbers_of_today_lead_to_the_cases(window: Window, settle: Settle, store: Store, qtbot: QtBot) -> None:
    letter = store.letters.letters(1)[0]
    store.letters.change(ANNA, letter.id, letter.version, {"state": "review"}, "letter.submitted")
    desk = DeadlineDesk(store, ANNA)
    desk.set(2, DeadlineKind.FOLLOW_UP, due=desk.today() + timedelta(days=2))
    today = window.go(Link("today"))
    settle(window)
    assert isinstance(today, Today)
    buttons = today.buttons[: len(CASE_NUMBERS)]
    assert [button.accessibleName() for button in buttons] == [
        "1 termijn verstreken", "1 termijn binnen een week", "1 bevinding door u te beoordelen",
        "1 brief wacht op vierogen", "0 reacties te beantwoorden", "0 nieuwe vaste barrières op noodroutes",
    ]  # fmt: skip
    qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    settle(window)
    place = window.place("cases")
    assert isinstance(place, Cases)
    assert (window.here, place.page.step) == ("cases", Step.FINDINGS)
    for term in desk.find(1, states=[DeadlineState.RUNNING]):
        desk.end(term.id, DeadlineState.CANCELLED, "vervallen")
    window.go(Link("today"))
    settle(window)
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    settle(window)
    assert place.stack.currentIndex() == 0  # nothing is counted: the list


@pytest.mark.parametrize(
    ("typed", "day"), [("3-2-2027", "2027-02-03"), ("2027-02-03", "2027-02-03"), ("03/02/2027", "2027-02-03")]
)
def test_days_are_read_as_people_type_them(typed: str, day: str) -> None:
    found = read_day(typed)
    assert found is not None
    assert found.isoformat() == day
    assert read_day("  ") is None
    for wrong in ("31-02-2027", "morgen", "1-2"):
        with pytest.raises(ValueError, match=r".*"):
            read_day(wrong)


def test_a_paste_of_ten_megabytes_is_cut_and_said(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    told: list[int] = []
    field.shortened.connect(told.append)
    data = QMimeData()
    data.setText("a" * 10_000_000)
    field.insertFromMimeData(data)
    assert len(field.toPlainText()) == LONGEST
    assert told == [10_000_000 - LONGEST]
    field.undo()
    assert field.toPlainText() == ""


def test_a_case_that_is_gone_says_so_and_leaves_the_list(window: Window, settle: Settle) -> None:
    place = cases(window, settle, "case", 99)
    settle(window)
    assert "99" in window.messages.text
    assert place.stack.currentIndex() == 0
