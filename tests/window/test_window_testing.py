"""Testing by hand, by keyboard only: whole trees answered with keys, drafts that survive, evidence that is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from testing_bench import Bench, answers_of, press
from testing_sample import CONTACT_PAGE, FOCUS, IMAGES, PAGES, SOUND, make

from eaa_checker.domain.finding import ProofKind
from eaa_checker.domain.manual import Defect, NewAnswer, Outcome, Scope, Step
from ui.journal import Journal, folder_of
from ui.place import Link
from ui.testing.evidence import SEEN
from ui.testing.panel import TestingPanel
from ui.testing.spot_bar import REQUIREMENTS, STAY
from ui.testing.work import Spot

Key = Qt.Key
Settle = Callable[[], None]


# -- answering with keys ----------------------------------------------------------------------------------------------


def test_a_whole_tree_is_answered_for_all_pages_with_keys_only(panel: TestingPanel, settled: Settle) -> None:
    panel.requirements.view.setFocus()
    press(Key.Key_Return)  # from the list to its question
    question = panel.form.question
    assert question.answers[0].hasFocus()
    for _ in range(3):
        assert question.question is not None
        press(Key.Key_1, Key.Key_2)
        assert question.outcome is Outcome.FAILED
        press(Key.Key_Backspace, Key.Key_1)
        assert question.outcome is Outcome.PASSED
        press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
        settled()
    assert answers_of(panel, FOCUS) == dict.fromkeys(PAGES, Outcome.PASSED)
    line = panel._work.line(FOCUS) if panel._work else None
    assert line is not None
    assert line.proposal.outcome is Outcome.PASSED
    assert panel._waiting_drafts() == [], "what is stored is no draft any more"

    panel.verdict.give.setFocus()
    press(Key.Key_Space)
    settled()
    assert panel.verdict._why.text().startswith("Gegeven: voldoet")
    row = panel.requirements.table.row_of(FOCUS)
    assert panel.requirements.table.cells(row)[2:4] == ("voldoet", "–")


def test_digits_in_a_note_are_typed_and_answer_nothing(qtbot: QtBot, panel: TestingPanel) -> None:
    panel.form.note.setFocus()
    qtbot.keyClicks(panel.form.note, "12 knoppen")
    press(Key.Key_Backspace)
    assert panel.form.note.toPlainText() == "12 knoppe"
    assert panel.form.question.steps == []


def test_the_question_is_told_with_its_keys(panel: TestingPanel) -> None:
    first = panel.form.question.answers[0]
    said = QAccessible.queryAccessibleInterface(first)
    assert said.text(QAccessible.Text.Name) == "ja"
    assert said.text(QAccessible.Text.Description) == "Toets 1. Is er iets met het toetsenbord te bedienen?"
    assert [button.text() for button in panel.form.question.answers if button.isVisible()] == [
        "1   Ja", "2   Nee", "3   Niet te bepalen", "4   Nog niet getoetst"
    ]  # fmt: skip


def test_the_next_requirement_on_the_same_page(panel: TestingPanel, settled: Settle) -> None:
    panel.bar.then.setCurrentIndex(panel.bar.then.findData(REQUIREMENTS))
    panel.open_case(1, "wcag:1.1.1", CONTACT_PAGE)
    settled()
    panel.begin_question()
    press(Key.Key_2)
    press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    assert panel.spot.address == CONTACT_PAGE
    assert panel.spot.requirement == SOUND
    answered = panel._work.answer(Spot(IMAGES, Scope.PAGE, CONTACT_PAGE)) if panel._work else None
    assert answered is not None
    assert answered.outcome is Outcome.INAPPLICABLE


def test_the_same_answer_for_the_pages_that_are_left(panel: TestingPanel, settled: Settle) -> None:
    panel.begin_question()
    press(Key.Key_2)
    assert panel.form.store_all.text() == "Hetzelfde antwoord voor 3 pagina’s zonder antwoord"
    panel.form.store_all.setFocus()
    press(Key.Key_Space)
    settled()
    assert answers_of(panel, FOCUS) == dict.fromkeys(PAGES, Outcome.INAPPLICABLE)


def test_a_shared_element_is_judged_once(panel: TestingPanel, settled: Settle) -> None:
    panel.bar.then.setCurrentIndex(panel.bar.then.findData(STAY))
    panel.bar.scope.setCurrentIndex(1)
    assert panel.bar.element.isVisible()
    panel.bar.element.setText("Header")
    panel.bar.element.editingFinished.emit()
    panel.begin_question()
    press(Key.Key_1, Key.Key_1)
    press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    (answer,) = panel._desk.bridge.engine.manual.answers(1, FOCUS)
    assert (answer.scope, answer.element) == (Scope.SHARED, "header")
    assert panel.form._state.text().startswith("Opgeslagen: voldoet, door ")


# -- what was typed ---------------------------------------------------------------------------------------------------


def test_a_draft_comes_back_in_another_window(
    qtbot: QtBot, panel: TestingPanel, bench: Bench, settled: Settle
) -> None:
    panel.begin_question()
    press(Key.Key_1, Key.Key_2)
    panel.form.defects.more.click()
    qtbot.keyClicks(panel.form.defects.rows[0].what, "Geen ring om de knop")
    panel.form.defects.more.click()
    qtbot.keyClicks(panel.form.defects.rows[1].what, "Geen ring om de link")
    qtbot.keyClicks(panel.form.defects.rows[1].where, "#menu > a")
    qtbot.keyClicks(panel.form.note, "Gezien op een laptop")
    qtbot.waitUntil(lambda: not bench.desk.journal.unwritten)
    (kept,) = Journal(folder_of(bench.engine.database)).drafts("case:1/")
    assert json.loads(kept.text)["note"] == "Gezien op een laptop"

    again = TestingPanel(bench.desk)
    host = QMainWindow()
    host.setMinimumSize(720, 480)
    host.setCentralWidget(again)
    qtbot.addWidget(host)
    host.show()
    again.open_case(1)
    settled()
    assert again.drafts.text() == "1 concept nog niet opgeslagen: toon het"
    again.drafts.click()
    assert again.spot == Spot(FOCUS, Scope.PAGE, CONTACT_PAGE)
    assert again.form.question.outcome is Outcome.FAILED
    assert again.form.note.toPlainText() == "Gezien op een laptop"
    assert again.form.defects.defects == (
        Defect("Geen ring om de knop"), Defect("Geen ring om de link", "#menu > a")
    )  # fmt: skip
    assert "Concept" in again.form._state.text()
    again.form.submit()
    settled()
    (stored,) = bench.engine.manual.answers(1, FOCUS)
    assert len(stored.defects) == 2
    assert bench.desk.journal.drafts("case:1/") == []


def test_thrown_away_the_stored_answer_is_there_again(qtbot: QtBot, panel: TestingPanel, settled: Settle) -> None:
    panel.bar.then.setCurrentIndex(panel.bar.then.findData(STAY))
    panel.begin_question()
    press(Key.Key_2)
    panel.form.submit()
    settled()
    press(Key.Key_Backspace)
    qtbot.keyClicks(panel.form.note, "toch niet")
    assert panel.form.question.outcome is None
    panel.form.discard.click()
    assert panel.form.question.outcome is Outcome.INAPPLICABLE
    assert panel.form.note.toPlainText() == ""


def test_an_answer_that_somebody_changed_meanwhile_is_not_overwritten(panel: TestingPanel, settled: Settle) -> None:
    panel.begin_question()
    press(Key.Key_1, Key.Key_1)
    engine = panel._desk.bridge.engine
    engine.manual.answer(1, NewAnswer(FOCUS, (Step("any", "no"),), address=CONTACT_PAGE))
    panel.refresh()
    settled()
    assert panel.form.question.outcome is Outcome.PASSED, "the draft stays on the screen"
    panel.form.submit()
    settled()
    assert panel.form.wrong.isVisible()
    assert answers_of(panel, FOCUS) == {CONTACT_PAGE: Outcome.INAPPLICABLE}
    assert panel.form.question.outcome is Outcome.PASSED, "nothing typed is lost"


def test_a_paste_of_ten_megabytes_is_refused_with_a_way_out(panel: TestingPanel, settled: Settle) -> None:
    panel.begin_question()
    press(Key.Key_2)
    panel.form.note.setPlainText("al getypt ")
    QGuiApplication.clipboard().setText("x" * 10_000_000)
    panel.form.note.setFocus()
    panel.form.note.paste()
    assert panel.form.note.toPlainText() == "al getypt "
    assert "10.000.000 tekens" in panel.form.wrong.text()
    panel.form.as_file.click()
    assert not panel.form.wrong.isVisible()
    panel.form.submit()
    settled()
    (file,) = panel._desk.bridge.engine.manual.attachments(1)
    assert (file.size, file.kind.value) == (10_000_000, "document")
    QGuiApplication.clipboard().clear()


def test_what_lacks_a_reason_is_refused_in_the_form(panel: TestingPanel, settled: Settle) -> None:
    panel.begin_question()
    press(Key.Key_3)
    panel.form.submit()
    settled()
    assert "waarom het niet te bepalen is" in panel.form.wrong.text()
    panel.form.note.setPlainText("De pagina vraagt om een inlog.")
    panel.form.submit()
    settled()
    assert answers_of(panel, FOCUS) == {CONTACT_PAGE: Outcome.CANNOT_TELL}


# -- files and findings -----------------------------------------------------------------------------------------------


def test_pictures_are_pasted_and_files_dropped(panel: TestingPanel, settled: Settle, tmp_path: Path) -> None:
    panel.bar.then.setCurrentIndex(panel.bar.then.findData(STAY))
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkRed)
    data = QMimeData()
    data.setImageData(picture)
    panel.form.note.insertFromMimeData(data)
    film = tmp_path / "film.mp4"
    film.write_bytes(b"film")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(film))])
    panel.form.note.insertFromMimeData(dropped)
    assert "film.mp4: wordt toegevoegd als u het antwoord opslaat" in panel.form._files.text()
    panel.begin_question()
    press(Key.Key_2)
    panel.form.submit()
    settled()
    settled()
    files = panel._desk.bridge.engine.manual.attachments(1)
    assert sorted(one.kind.value for one in files) == ["film", "picture"]
    assert "film.mp4 (film)" in panel.form._files.text()
    later = tmp_path / "later.txt"
    later.write_text("erbij")
    panel.form.add_files([later])
    settled()
    settled()
    assert "later.txt (document)" in panel.form._files.text()
    assert list(panel._desk.journal.folder.glob("beeld-*")) == [], "the paste is in the evidence now"


def test_a_failed_answer_becomes_a_finding_that_opens(
    qtbot: QtBot, panel: TestingPanel, settled: Settle
) -> None:
    panel.bar.then.setCurrentIndex(panel.bar.then.findData(STAY))
    panel.begin_question()
    press(Key.Key_1, Key.Key_2)
    assert not panel.form.finding.isVisible(), "there is nothing stored to rest it on"
    panel.form.defects.more.click()
    qtbot.keyClicks(panel.form.defects.rows[0].what, "Geen ring om de knop")
    panel.form.submit()
    settled()
    followed: list[Link] = []
    panel._desk.links.wanted.connect(followed.append)
    panel.form.finding.setFocus()
    press(Key.Key_Space)
    settled()
    (finding,) = panel._desk.bridge.engine.findings.find(1)
    assert (finding.text.title, finding.text.fact) == ("Focus zichtbaar", "Geen ring om de knop")
    assert [proof.kind for proof in finding.proofs] == [ProofKind.ANSWER]
    assert followed == [Link("cases", "finding", finding.id)]


def test_an_observation_becomes_a_finding(panel: TestingPanel, settled: Settle) -> None:
    panel.open_case(1, IMAGES, CONTACT_PAGE)
    settled()
    panel.evidence.tabs.setCurrentIndex(SEEN)
    assert panel.evidence.sights.total == 2
    panel.evidence.sight_view.choose_first()
    panel.evidence.finding.click()
    settled()
    (finding,) = panel._desk.bridge.engine.findings.find(1)
    assert finding.requirement == IMAGES


# -- verdicts ---------------------------------------------------------------------------------------------------------


def test_a_verdict_that_rests_on_nothing_is_refused_and_its_reason_kept(
    qtbot: QtBot, panel: TestingPanel, settled: Settle
) -> None:
    panel.verdict.outcome.choose(Outcome.PASSED)
    qtbot.keyClicks(panel.verdict.motivation, "Lijkt goed")
    panel.verdict.give.click()
    settled()
    assert "kan niet “voldoet” worden" in panel.verdict.wrong.text()
    assert panel.verdict.motivation.toPlainText() == "Lijkt goed"
    assert panel._desk.journal.read(f"case:1/round:0/{FOCUS}/verdict") == "Lijkt goed"


def test_a_page_that_was_never_seen_makes_nothing_not_applicable(panel: TestingPanel) -> None:
    assert panel._work is not None
    assert [line for line in panel._work.lines if line.absence is not None] == []


@pytest.mark.parametrize("bench", [partial(make, gone=False)], indirect=True, ids=["all-seen"])
def test_automatic_not_applicable_is_taken_back_for_a_reason_and_forth(
    qtbot: QtBot, panel: TestingPanel, settled: Settle
) -> None:
    panel.open_case(1, SOUND, CONTACT_PAGE)
    settled()
    part = panel.verdict
    assert "op geen van 3 vastgelegde pagina’s staat film, geluid" in part._absence.text()
    assert part.outcome.value is Outcome.INAPPLICABLE
    for button, proposed in (("Wel van toepassing, om deze reden", Outcome.UNTESTED),
                             ("Toch niet van toepassing, om deze reden", Outcome.INAPPLICABLE)):  # fmt: skip
        assert part.overrule.text() == button
        part.overrule.click()
        settled()
        assert "Geef een reden" in part.wrong.text()
        assert part.motivation.hasFocus()
        qtbot.keyClicks(part.motivation, "Er staat een podcast achter de inlog.")
        part.overrule.setFocus()
        press(Key.Key_Space)
        settled()
        line = panel._work.line(SOUND) if panel._work is not None else None
        assert line is not None
        assert line.proposal.outcome is proposed
        assert part.motivation.toPlainText() == ""
