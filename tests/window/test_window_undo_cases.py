"""Undo in the casework: signals, terms, the plan, findings, answers, verdicts and the choices of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from case_sample import BRAM
from PySide6.QtCore import Qt
from testing_bench import Bench, answers_of, press
from testing_sample import FOCUS, PAGES

from eaa_checker.casework.deadlines import DeadlineDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.domain.deadline import DeadlineState
from eaa_checker.domain.manual import Outcome
from eaa_checker.domain.reply import Effect, ReplyKind
from eaa_checker.domain.signal import NewSignal, SignalSource, SignalWeight
from eaa_checker.engine import Engine
from eaa_checker.store import Store
from ui.cases.findings import FindingsStep
from ui.cases.follow_up import REPLIES, FollowUpStep
from ui.cases.part import Part
from ui.cases.place import Cases
from ui.cases.plan import PlanPart
from ui.place import Link
from ui.settings_place.place import Settings
from ui.signals.place import Signals
from ui.testing.panel import TestingPanel
from ui.undoing import GROUND
from ui.window import Window

Settle = Callable[[Window], None]


def part_of(window: Window, settle: Settle, name: str) -> Part:
    place = window.go(Link("cases", "case", f"1/{name}"))
    settle(window)
    assert isinstance(place, Cases)
    return place.page.part(place.page.step)


def undo(window: Window, settle: Settle) -> None:
    assert window.menus.undo.isEnabled()
    window.menus.undo.trigger()
    for _ in range(3):
        settle(window)


def last(store: Store, subject: str) -> tuple[str, str]:
    entry = store.trail.entries(subject)[-1]
    assert store.trail.faults() == []
    return entry.action, entry.ground


def test_a_term_that_was_extended_and_ended_runs_until_its_first_day_again(
    case_window: Window, settle: Settle, store: Store
) -> None:
    part = part_of(case_window, settle, "follow-up")
    assert isinstance(part, FollowUpStep)
    terms = part.deadlines
    terms.extend.click()
    terms.extension.fields["due"].setText("15-12-2026")  # type: ignore[union-attr]
    terms.extension.fields["reason"].setText("meer tijd")  # type: ignore[union-attr]
    terms.extension.submit.click()
    for _ in range(2):
        settle(case_window)
    terms._put_end(store.deadlines.deadlines(1)[0], DeadlineState.MET, "")
    for _ in range(2):
        settle(case_window)
    assert store.deadlines.deadlines(1)[0].state is DeadlineState.MET
    undo(case_window, settle)
    (term,) = store.deadlines.deadlines(1)
    assert (term.state, term.ended, term.due) == (DeadlineState.RUNNING, None, date(2026, 12, 15))
    assert last(store, f"deadline:{term.id}") == ("deadline.runs-again", GROUND)
    undo(case_window, settle)
    (term,) = store.deadlines.deadlines(1)
    assert term.due == date(2026, 10, 13)
    assert [one.after for one in term.extensions] == [date(2026, 12, 15), date(2026, 10, 13)]
    assert last(store, f"deadline:{term.id}") == ("deadline.extension-undone", GROUND)
    assert not case_window.menus.undo.isEnabled()


def test_a_term_that_somebody_else_ended_is_not_undone(case_window: Window, settle: Settle, store: Store) -> None:
    part = part_of(case_window, settle, "follow-up")
    assert isinstance(part, FollowUpStep)
    part.deadlines._put_end(store.deadlines.deadlines(1)[0], DeadlineState.MET, "")
    for _ in range(2):
        settle(case_window)
    (term,) = store.deadlines.deadlines(1)
    DeadlineDesk(store, BRAM).run_again(term.id, term.version, "niet gehaald")
    undo(case_window, settle)
    assert case_window.messages.text.startswith("Niet ongedaan gemaakt: hersteltermijn tot en met 13-10-2026")
    assert last(store, f"deadline:{term.id}") == ("deadline.runs-again", "niet gehaald")


def test_a_reply_and_the_answer_to_it(case_window: Window, settle: Settle, store: Store) -> None:
    part = part_of(case_window, settle, "follow-up")
    assert isinstance(part, FollowUpStep)
    replies = part.replies
    part.tabs.setCurrentIndex(REPLIES)
    settle(case_window)
    replies.add.click()
    replies.kind.choose(ReplyKind.DISPUTED)
    replies.adding.fields["body"].setPlainText("Er staat wel een naam.")  # type: ignore[union-attr]
    replies.adding.submit.click()
    for _ in range(3):
        settle(case_window)
    replies.effect.choose(Effect.STANDS)
    replies.answer.fields["answer"].setPlainText("Die zagen wij niet.")  # type: ignore[union-attr]
    replies.answer.submit.click()
    for _ in range(3):
        settle(case_window)
    (reply,) = store.replies.replies(1)
    assert reply.effect is Effect.STANDS
    undo(case_window, settle)
    (reply,) = store.replies.replies(1)
    assert (reply.effect, reply.answer) == (Effect.OPEN, "")
    assert last(store, f"reply:{reply.id}") == ("reply.answer-undone", GROUND)
    assert replies.answer.submit.isVisibleTo(replies)
    undo(case_window, settle)
    assert last(store, f"reply:{reply.id}") == ("reply.addition-undone", GROUND)
    assert replies.listing.table.cells(0)[-1] == "bij vergissing vastgelegd"
    assert not replies.answer.submit.isVisibleTo(replies)
    assert not case_window.menus.undo.isEnabled()


def test_an_answer_that_withdrew_the_finding_offers_no_undo(case_window: Window, settle: Settle, store: Store) -> None:
    part = part_of(case_window, settle, "follow-up")
    assert isinstance(part, FollowUpStep)
    replies = part.replies
    part.tabs.setCurrentIndex(REPLIES)
    settle(case_window)
    replies.add.click()
    replies.kind.choose(ReplyKind.DISPUTED)
    replies.adding.fields["body"].setPlainText("Er staat wel een naam.")  # type: ignore[union-attr]
    replies.adding.submit.click()
    for _ in range(3):
        settle(case_window)
    added = case_window.desk.undoing.last
    replies.effect.choose(Effect.WITHDRAWN)
    replies.answer.fields["answer"].setPlainText("U heeft gelijk.")  # type: ignore[union-attr]
    replies.answer.submit.click()
    for _ in range(3):
        settle(case_window)
    assert store.replies.replies(1)[0].effect is Effect.WITHDRAWN
    assert case_window.desk.undoing.last is added
    undo(case_window, settle)
    assert store.replies.replies(1)[0].effect is Effect.WITHDRAWN
    assert case_window.messages.text.startswith("Niet ongedaan gemaakt: betwist, ontvangen")


def test_the_plan_and_the_targets_of_a_case(case_window: Window, settle: Settle, store: Store) -> None:
    other = store.add_target(1, "Crisissite", "https://crisis.voorbeeld.test/")
    place = case_window.go(Link("cases", "case", "2/plan"))
    settle(case_window)
    assert isinstance(place, Cases)
    part = place.page.part(place.page.step)
    assert isinstance(part, PlanPart)
    settle(case_window)
    before = store.cases.case(2)
    part.sheet.fields["title"].setText("Andere titel")  # type: ignore[union-attr]
    part.sheet.fields["examination_date"].setText("01-02-2025")  # type: ignore[union-attr]
    part.sheet.submit.click()
    for _ in range(3):
        settle(case_window)
    assert store.cases.case(2).title == "Andere titel"
    undo(case_window, settle)
    now = store.cases.case(2)
    assert (now.title, now.examination_date, now.edition) == (before.title, before.examination_date, before.edition)
    assert part.sheet.said("title") == before.title
    for row in range(part.targets.list.count()):
        part.targets.list.item(row).setCheckState(Qt.CheckState.Checked)
    part.store_targets.click()
    for _ in range(2):
        settle(case_window)
    assert other.id in store.cases.case(2).target_ids
    undo(case_window, settle)
    assert store.cases.case(2).target_ids == before.target_ids
    assert last(store, "case:2") == ("case.targets-set", GROUND)


def test_the_text_of_a_finding(case_window: Window, settle: Settle, store: Store) -> None:
    part = part_of(case_window, settle, "findings")
    assert isinstance(part, FindingsStep)
    part.listing.view.choose(1)
    settle(case_window)
    sheet = part.form.sheet
    sheet.fields["title"].setText("Het logo heeft geen naam")  # type: ignore[union-attr]
    sheet.submit.click()
    for _ in range(2):
        settle(case_window)
    assert store.findings.finding(1).text.title == "Het logo heeft geen naam"
    undo(case_window, settle)
    assert store.findings.finding(1).text.title == "Logo zonder naam"
    assert sheet.said("title") == "Logo zonder naam"
    sheet.fields["title"].setText("Nog een titel")  # type: ignore[union-attr]
    sheet.submit.click()
    for _ in range(2):
        settle(case_window)
    FindingDesk(store, BRAM).edit(1, fact="Bram zag het zo.")
    undo(case_window, settle)
    assert "is daarna opnieuw gewijzigd" in case_window.messages.text
    assert store.findings.finding(1).text.fact == "Bram zag het zo."


def test_a_signal(open_window: Callable[..., Window], empty_database: Path, settle: Settle) -> None:
    with Engine.open(empty_database) as engine:
        body = engine.add_organisation("Veiligheidsregio Waterland")
        engine.add_target(body.id, "Website", "https://www.waterland.example/")
        engine.signals.add(NewSignal(SignalSource.MEDIA, date.today(), "Krant: site onleesbaar", confidential=True))
    window = open_window(empty_database, place="signals")
    settle(window)
    place = window.place("signals")
    assert isinstance(place, Signals)
    before = window.desk.bridge.engine.signals.show(1)
    place._begin(place.edit)
    place.edit.description.setPlainText("Krant: knoppen onleesbaar")
    place.edit.weight.choose(SignalWeight.HEAVY)
    place.edit.confidential.setChecked(False)
    place.edit.reason.setText("stond in de krant")
    place.edit.target.setText("Website")
    place.edit.submit()
    for _ in range(2):
        settle(window)
    desk = window.desk.bridge.engine.signals
    assert (desk.show(1).target_id, desk.show(1).confidential) == (1, False)
    assert (desk.show(1).description, desk.show(1).weight) == ("Krant: knoppen onleesbaar", SignalWeight.HEAVY)
    undo(window, settle)
    assert replace(desk.show(1), version=before.version) == before
    place._begin(place.aside)
    place.aside.reason.setPlainText("niets aan de hand")
    place.aside.submit()
    for _ in range(2):
        settle(window)
    assert not window.menus.undo.isEnabled()  # an act, not an edit
    assert window.messages._action.isHidden()


def test_answers_that_were_stored_together_are_taken_back_together(
    panel: TestingPanel, bench: Bench, settled: Callable[[], None]
) -> None:
    panel.begin_question()
    press(Qt.Key.Key_2)
    panel.form.store_all.setFocus()
    press(Qt.Key.Key_Space)
    settled()
    assert answers_of(panel, FOCUS) == dict.fromkeys(PAGES, Outcome.INAPPLICABLE)
    bench.desk.undoing.undo()
    settled()
    settled()
    assert answers_of(panel, FOCUS) == dict.fromkeys(PAGES, Outcome.UNTESTED)
    line = next(one for one in bench.engine.manual.overview(1) if one.requirement == FOCUS)
    assert set(line.proposal.missing) == set(PAGES)
    assert line.proposal.outcome is Outcome.UNTESTED
    assert bench.engine._store.trail.faults() == []


def test_an_answer_and_the_verdict_on_it(panel: TestingPanel, bench: Bench, settled: Callable[[], None]) -> None:
    manual = bench.engine.manual
    for key in (Qt.Key.Key_2, Qt.Key.Key_1):
        panel.open_case(1, FOCUS, PAGES[0])
        settled()
        panel.begin_question()
        press(Qt.Key.Key_Backspace)
        press(key) if key == Qt.Key.Key_2 else press(key, Qt.Key.Key_1)
        press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
        settled()
    assert answers_of(panel, FOCUS)[PAGES[0]] is Outcome.PASSED
    bench.desk.undoing.undo()
    settled()
    assert answers_of(panel, FOCUS)[PAGES[0]] is Outcome.INAPPLICABLE
    bench.desk.undoing.undo()
    settled()
    assert answers_of(panel, FOCUS)[PAGES[0]] is Outcome.UNTESTED
    panel.open_case(1, FOCUS, PAGES[0])
    settled()
    panel.verdict.outcome.choose(Outcome.CANNOT_TELL)
    panel.verdict.motivation.setPlainText("De pagina was er niet.")
    panel.verdict.give.click()
    settled()
    line = next(one for one in manual.overview(1) if one.requirement == FOCUS)
    assert line.outcome is Outcome.CANNOT_TELL
    bench.desk.undoing.undo()
    settled()
    line = next(one for one in manual.overview(1) if one.requirement == FOCUS)
    assert line.outcome is Outcome.UNTESTED


@pytest.fixture
def settings(case_window: Window, settle: Settle) -> Settings:
    place = case_window.go(Link("settings"))
    settle(case_window)
    assert isinstance(place, Settings)
    return place


def test_choices_of_the_window(case_window: Window, settings: Settings, settle: Settle) -> None:
    desk = case_window.desk
    settings.size_slider.setValue(130)
    settings.size_slider.setValue(150)
    assert case_window.messages.text == "Gewijzigd: Grootte van de tekst"
    settings.themes["dark"].click()
    settings.at_once.setValue(5)
    settings.languages["en"].click()
    assert case_window.messages.text == "Changed: Language"
    undo(case_window, settle)
    assert desk.language.code == "nl"
    undo(case_window, settle)
    assert (desk.runs.at_once, settings.at_once.value()) == (2, 2)
    undo(case_window, settle)
    assert desk.look.theme == "light"
    assert settings.themes["light"].isChecked()
    undo(case_window, settle)
    assert desk.look.type.factor == 1.0  # back to before the slider began to move
    assert settings.size_slider.value() == 100
    assert not case_window.menus.undo.isEnabled()
