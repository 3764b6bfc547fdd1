"""The 112 channel: answered by people from evidence they saw, citing what was verified, touching nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import accessible
import pytest
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

import ui.channel112
from eaa_checker.domain.case import CaseKind, CasePhase, NewCase
from eaa_checker.domain.evidence_note import EvidenceKind, EvidenceNote
from eaa_checker.domain.manual import Outcome, Step
from eaa_checker.domain.organisation import TargetKind
from eaa_checker.engine import Engine
from rules.norms import checklist
from ui.channel112.finding import find
from ui.channel112.place import Channel112
from ui.channel112.point import EvidenceForm
from ui.place import Link
from ui.window import Window

Settle = Callable[[Window], None]
POINT = "c112:B1"


@pytest.fixture
def control_room(open_window: Callable[..., Window], empty_database: Path, settle: Settle) -> Window:
    """A 112 channel with a case in the phase of action, and a web site that has no place here."""
    with Engine.open(empty_database) as engine:
        body = engine.add_organisation("Meldkamer Noord")
        engine.add_target(body.id, "Website", "https://meldkamer.example/")
        channel = engine.registers.add_target(body.id, "112 beantwoorden", "Meldkamer", kind=TargetKind.CHANNEL_112)
        case = engine.cases.open(
            NewCase(
                CaseKind.SIMPLIFIED, "112 met tekst", "doel", "aanleiding", examination_date=date(2026, 11, 2),
                plan="plan", planned_from=date(2026, 11, 2), planned_until=date(2026, 12, 2), target_ids=(channel.id,),
            )
        )  # fmt: skip
        engine.cases.move(case.id, CasePhase.ANALYSIS, "verder")
        engine.cases.move(case.id, CasePhase.ACTION, "verder", uncertain_because="verkennend onderzoek")
    window = open_window(empty_database, place="channel112")
    settle(window)
    settle(window)
    return window


def place_of(window: Window) -> Channel112:
    place = window.place("channel112")
    assert isinstance(place, Channel112)
    return place


def at(window: Window, settle: Settle, point: str = POINT) -> EvidenceForm:
    window.go(Link("channel112", "point", point))
    settle(window)
    settle(window)
    place = place_of(window)
    assert place.view.current is not None
    assert place.view.current.key == point
    return place.panel.form


def answer(form: EvidenceForm, *ids: str) -> None:
    for number, id in enumerate(ids):
        form.path.boxes[number].buttons[id].click()


def test_the_list_has_every_test_point_of_a_112_channel(control_room: Window) -> None:
    place = place_of(control_room)
    assert [place.channel.itemText(n) for n in range(place.channel.count())] == ["112 beantwoorden – Meldkamer Noord"]
    keys = [place.table.item(row).key for row in range(place.table.rowCount())]
    assert {item.key for item in checklist.items()} <= set(keys)
    assert {"en301549:6.2.1.1", "en301549:6.5.2"} <= set(keys)
    assert not [key for key in keys if key.startswith("wcag:")]
    assert {place.table.cells(row)[3] for row in range(place.table.rowCount())} == {"Niet getoetst"}
    assert "Niet getoetst is nooit voldoet" in place._count.text()


def test_an_answer_is_stored_with_who_showed_what_when_and_a_file(
    control_room: Window, settle: Settle, tmp_path: Path
) -> None:
    form, engine = at(control_room, settle), control_room.desk.bridge.engine
    form.submit()
    assert "Beantwoord de laatste vraag" in form.wrong.text()
    answer(form, "yes", "yes")
    assert form.path.outcome is Outcome.PASSED
    form.submit()
    assert "wie het toonde" in form.wrong.text()
    assert engine.manual.answers(1) == []
    form.kind.choose(EvidenceKind.DEMONSTRATION)
    form.shown_by.setText("C. de Boer, meldkamer")
    form.shown_on.setText("20-11-2026")
    form.witness.setText("B. Smit")
    form.remark.setPlainText("Tekst en spraak kwamen beide aan.")
    file = tmp_path / "verslag.txt"
    file.write_text("verslag", "utf-8")
    form.add_files([file])
    form.submit()
    for _ in range(4):
        settle(control_room)
    stored = engine.manual.answers(1)
    assert [one.outcome for one in stored] == [Outcome.PASSED]
    assert stored[0].steps == (Step("answer", "yes"), Step("evidence", "yes"))
    assert EvidenceNote.read(stored[0].note) == EvidenceNote(
        EvidenceKind.DEMONSTRATION, "C. de Boer, meldkamer", date(2026, 11, 20), "B. Smit",
        "Tekst en spraak kwamen beide aan.",
    )  # fmt: skip
    attached = engine.manual.attachments(1, f"answer:{stored[0].id}")
    assert [(one.name, one.note) for one in attached] == [("verslag.txt", "demonstratie")]
    text = place_of(control_room).panel.reading.toPlainText()
    assert "In aanwezigheid van: B. Smit" in text
    assert "verslag.txt" in text
    assert form.shown_by.text() == "C. de Boer, meldkamer", "the stored answer is what the form begins with"


def test_another_answer_takes_away_the_questions_that_followed(control_room: Window, settle: Settle) -> None:
    form = at(control_room, settle)
    answer(form, "yes")
    assert len(form.path.boxes) == 2
    answer(form, "no")
    assert len(form.path.boxes) == 1
    assert form.path.outcome is Outcome.FAILED
    form.submit()
    settle(control_room)
    settle(control_room)
    assert control_room.desk.bridge.engine.manual.answers(1)[0].note == ""


def test_cannot_tell_says_why(control_room: Window, settle: Settle) -> None:
    form = at(control_room, settle)
    answer(form, "unsure")
    form.shown_by.setText("niemand")
    form.submit()
    assert "waarom het niet te bepalen is" in form.wrong.text()


def test_what_was_typed_is_there_again_after_going_elsewhere(control_room: Window, settle: Settle) -> None:
    form = at(control_room, settle)
    answer(form, "yes")
    form.remark.setPlainText("Half getypt")
    at(control_room, settle, "c112:A1")
    assert form.remark.words == ""
    at(control_room, settle)
    assert form.remark.words == "Half getypt"
    assert form.path.steps == (Step("answer", "yes"),)
    assert "nog niet opgeslagen" in form.wrong.text()


def test_a_verdict_is_given_by_a_person_and_follows_the_answers(control_room: Window, settle: Settle) -> None:
    form, place = at(control_room, settle), place_of(control_room)
    place.panel.judge.click()
    verdict = place.panel.verdict
    verdict.outcome.choose(Outcome.PASSED)
    verdict.submit()
    settle(control_room)
    assert "kan niet “voldoet” worden" in verdict.wrong.text()
    verdict.leave()
    answer(form, "no")
    form.submit()
    for _ in range(3):
        settle(control_room)
    place.panel.judge.click()
    assert verdict.outcome.value is Outcome.FAILED
    verdict.submit()
    for _ in range(3):
        settle(control_room)
    row = place.view.current
    assert row is not None
    assert row.line.outcome is Outcome.FAILED
    place.which.setCurrentIndex(place.which.findData("failed"))
    assert place.table.rowCount() == 1


def test_nothing_that_was_not_verified_is_cited(control_room: Window, settle: Settle) -> None:
    place = place_of(control_room)
    for item in checklist.items():
        place.view.choose(item.key)
        text = place.panel.reading.toPlainText()
        loose = [ref.text.nl for ref in item.refs if not ref.citable]
        assert not [ref for ref in loose if ref in text], item.id
        if not item.citations("nl"):
            assert "Hier is geen norm te citeren" in text, item.id
            assert "Afdwingbaar vanaf" not in text, item.id


def test_no_way_out_to_a_live_channel(control_room: Window, settle: Settle) -> None:
    place = place_of(control_room)
    assert "kan niet bellen, niet chatten en niets insturen" in place._safety.text()
    assert place._safety.isVisible()
    words = {button.text() for button in place.findChildren(QAbstractButton)}
    assert not [text for text in words if any(verb in text.casefold() for verb in ("bel", "chat", "verstuur"))]
    folder = Path(ui.channel112.__file__).parent
    source = "\n".join(file.read_text("utf-8") for file in folder.glob("*.py"))
    for way_out in ("openUrl", "urllib", "socket", "QNetwork", "subprocess", "tel:", "sms:"):
        assert way_out not in source


def test_the_search_finds_channels_and_test_points(control_room: Window) -> None:
    engine = control_room.desk.bridge.engine
    assert find(engine, "beantwoorden meldkamer", "nl")[0].link == Link("channel112", "target", 2)
    assert Link("channel112", "point", POINT) in [hit.link for hit in find(engine, "spraak real-time", "nl")]


def test_everything_can_be_reached_and_has_a_name(
    control_room: Window, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of answers that exclude each other Tab reaches the chosen one; the arrow keys choose among them."""
    form = at(control_room, settle)
    answer(form, "yes", "yes")
    every = accessible.controls

    def reached_by_tab(window: Window) -> list[QWidget]:
        return [one for one in every(window) if not isinstance(one, QRadioButton) or one.isChecked()]

    monkeypatch.setattr(accessible, "controls", reached_by_tab)
    place_of(control_room).panel.judge.click()
    control_room.activateWindow()
    qtbot.waitUntil(control_room.isActiveWindow)
    assert accessible.nameless(control_room) == []
    assert accessible.walk_by_tab(control_room) == ([], [])


def test_without_a_channel_it_says_what_to_do(
    open_window: Callable[..., Window], empty_database: Path, settle: Settle
) -> None:
    window = open_window(empty_database, place="channel112")
    settle(window)
    place = place_of(window)
    assert not place.begin_case.isEnabled()
    assert "soort 112-kanaal" in place._nothing.text()
