"""What a newcomer meets: an empty database that says what to do first, and an error nobody foresaw."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.registers import Registers
from eaa_checker.domain.scan import ScanOptions
from ui.cases.place import Cases
from ui.cases.plan import PlanPart
from ui.place import Link
from ui.today.place import Today
from ui.unforeseen import log_of
from ui.window import Window

Settle = Callable[[Window], None]


def today_of(window: Window, settle: Settle) -> Today:
    place = window.go(Link("today"))
    for _ in range(2):
        settle(window)
    assert isinstance(place, Today)
    return place


def test_an_empty_database_says_what_to_do_first(
    open_window: Callable[..., Window], empty_database: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(empty_database, place="today")
    window.activateWindow()
    today = today_of(window, settle)
    assert today.beginning.isVisible()
    assert not today.view.isVisible()  # “nothing went wrong” says nothing yet
    add, bring, scan = today.beginning.buttons
    assert [one.property("kind") for one in (add, bring, scan)] == ["primary", "", ""]
    assert QApplication.focusWidget() is add or today.parts()[0] is add
    add.click()
    for _ in range(2):
        settle(window)
    form = window.organisations.register.organisation_form
    assert form.isVisible()
    assert QApplication.focusWidget() is form.name
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: (asked.append(given), ("", ""))[1])
    today_of(window, settle)
    bring.click()
    settle(window)
    assert len(asked) == 1
    engine = window.desk.bridge.engine
    body = engine.add_organisation("Regio Noord")
    today_of(window, settle)
    assert today.beginning._words[0].text() == "Gedaan: 1 instantie"
    assert scan.property("kind") == "primary"
    scan.click()
    for _ in range(2):
        settle(window)
    assert window.organisations.register.target_form.isVisible()
    site = engine.add_target(body.id, "Website", "https://noord.example/")
    today_of(window, settle)
    assert scan.text() == "Een scan starten"
    engine.new_scan(site.id, ScanOptions())
    today_of(window, settle)
    assert not today.beginning.isVisible()
    assert today.chart.isVisible()


def forms_of(window: Window, settle: Settle) -> list[tuple[str, Callable[[], None], QPushButton, Callable[[], str]]]:
    """(what is broken, what sends, its button, what the form says) of forms of three kinds."""
    window.go(Link("organisations", "organisation", 1))
    for _ in range(3):
        settle(window)
    body, register = window.organisations.body, window.organisations.register
    body.begin_edit()
    body.edit_form.name.setText("Andere naam")
    register.add_target()
    register.target_form.name.setText("Andere naam")
    register.target_form.address.setText("https://anders.example/")
    edit, target = body.edit_form, register.target_form
    return [
        ("edit_organisation", edit.submit, edit.send, edit.wrong.text),
        ("add_target", target.submit, target.add, target.wrong.text),
    ]


def test_whatever_the_engine_raises_the_form_comes_back(
    open_window: Callable[..., Window], sample_copy: Path, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(sample_copy)
    settle(window)

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("buiten elke verwachting")

    for name, send, button, wrong in forms_of(window, settle):
        with monkeypatch.context() as faulty, qtbot.captureExceptions() as raised:
            faulty.setattr(Registers, name, broken)
            send()
            assert not button.isEnabled()
            settle(window)
        assert [type(error.__cause__) for _, error, _ in raised] == [ZeroDivisionError]
        assert button.isEnabled()
        assert "Onverwachte fout: ZeroDivisionError: buiten elke verwachting." in wrong()
        assert str(log_of(sample_copy)) in wrong()
    assert window.organisations.body.edit_form.name.text() == "Andere naam"
    assert window.organisations.register.target_form.address.text() == "https://anders.example/"
    assert log_of(sample_copy).read_text(encoding="utf-8").count("ZeroDivisionError") >= 2
    window.organisations.body.edit_form.submit()
    for _ in range(3):
        settle(window)
    assert window.desk.bridge.engine.registers.file(1).organisation.name == "Andere naam"


def test_a_sheet_comes_back_too(
    case_window: Window, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = case_window.go(Link("cases", "case", "2/plan"))
    for _ in range(2):
        settle(case_window)
    assert isinstance(place, Cases)
    part = place.page.part(place.page.step)
    assert isinstance(part, PlanPart)

    def broken(*_: object, **__: object) -> None:
        raise MemoryError("vol")

    part.sheet.fields["title"].setText("Andere titel")  # type: ignore[union-attr]
    with monkeypatch.context() as faulty, qtbot.captureExceptions() as raised:
        faulty.setattr(CaseDesk, "edit", broken)
        part.sheet.submit.click()
        assert not part.sheet.submit.isEnabled()
        settle(case_window)
    assert len(raised) == 1
    assert part.sheet.submit.isEnabled()
    assert part.sheet.said("title") == "Andere titel"
    assert "Onverwachte fout: MemoryError: vol." in part.sheet.wrong.text()


def test_what_was_done_is_put_away_when_a_scan_begins_and_a_warning_stays(
    open_window: Callable[..., Window], sample_copy: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(sample_copy)
    window.go(Link("organisations", "target", 1))
    for _ in range(2):
        settle(window)
    started: list[int] = []
    monkeypatch.setattr(window.runs, "start", lambda scan, resume=False: started.append(scan.id))
    for kind, stays in (("done", ""), ("warning", "Let op.")):
        window.desk.notices.say(kind, "Let op.")  # type: ignore[arg-type]
        window.menus.start.trigger()
        for _ in range(2):
            settle(window)
        assert window.messages.text == stays
    assert len(started) == 2
