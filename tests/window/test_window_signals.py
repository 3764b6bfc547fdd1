"""The inbox of signals: filters, decisions with their reasons, and reporters that stay out of sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import accessible
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from eaa_checker.domain.case import CaseKind, NewCase
from eaa_checker.domain.signal import NewSignal, Reporter, SignalSource, SignalState, SignalWeight
from eaa_checker.engine import Engine
from ui.place import Link
from ui.signals.deciding import Decision
from ui.signals.finding import find
from ui.signals.place import Signals
from ui.window import Window

Settle = Callable[[Window], None]
WHO = "Jan de Vries"


@pytest.fixture
def inbox(open_window: Callable[..., Window], empty_database: Path, settle: Settle) -> Window:
    """Three signals: one confidential with a reporter, one of another source, one that was put aside."""
    with Engine.open(empty_database) as engine:
        body = engine.add_organisation("Veiligheidsregio Waterland")
        site = engine.add_target(body.id, "Website", "https://www.waterland.example/")
        desk, long_ago = engine.signals, date.today() - timedelta(days=9)
        desk.add(
            NewSignal(SignalSource.REPORT, date.today(), "Knop onvindbaar", SignalWeight.HEAVY, True, None, site.id),
            Reporter(WHO, "jan@voorbeeld.example"),
        )
        desk.add(NewSignal(SignalSource.MEDIA, long_ago, "Krant: site onleesbaar bij vergroten"))
        desk.put_aside(desk.add(NewSignal(SignalSource.OWN, long_ago, "Oud bericht")).id, "opgelost")
        engine.cases.open(NewCase(CaseKind.QUICK, "Onderzoek Waterland", target_ids=(site.id,)))
    window = open_window(empty_database, place="signals")
    settle(window)
    return window


def place_of(window: Window) -> Signals:
    place = window.place("signals")
    assert isinstance(place, Signals)
    return place


def numbers(place: Signals) -> list[int]:
    return [place.table.item(row).signal.id for row in range(place.table.rowCount())]


def press(place: Signals, form: Decision) -> None:
    button = next(button for button, one in place.decisions.items() if one is form)
    assert not button.isHidden()
    button.click()
    assert form.isVisible()


def test_the_filters_show_what_became_of_signals(inbox: Window) -> None:
    place = place_of(inbox)
    assert sorted(numbers(place)) == [1, 2]
    for state, expected in (("aside", [3]), ("linked", []), ("all", [1, 2, 3]), ("new", [1, 2])):
        place.which.setCurrentIndex(place.which.findData(state))
        assert sorted(numbers(place)) == expected
    place.source.setCurrentIndex(place.source.findData(SignalSource.MEDIA))
    assert numbers(place) == [2]
    place.source.setCurrentIndex(0)
    place.words.setText("waterland")
    assert numbers(place) == []
    place.words.setText("website zwaar")
    assert numbers(place) == [1]


def test_a_new_signal_is_taken_in_in_place(inbox: Window, settle: Settle) -> None:
    place = place_of(inbox)
    place.new.click()
    form = place.form
    assert form.isVisible()
    form.submit()
    assert form.wrong.text() == "Beschrijf het signaal in een paar woorden."
    form.description.setPlainText("Formulier heeft geen labels")
    form.received.setText("32-13-2026")
    form.submit()
    assert form.wrong.text() == "Typ de dag als 23-11-2026."
    form.received.set_day(date.today() + timedelta(days=2))
    form.submit()
    settle(inbox)
    assert "die dag moet nog komen" in form.wrong.text()
    form.received.setText(f"{date.today():%d-%m-%Y}")
    form.target.setText("waterl")
    form.source.choose(SignalSource.SUPERVISOR)
    form.confidential.setChecked(True)
    form.submit()
    settle(inbox)
    settle(inbox)
    assert not form.isVisible()
    added = inbox.desk.bridge.engine.signals.show(4)
    assert (added.source, added.confidential, added.target_id) == (SignalSource.SUPERVISOR, True, 1)
    assert place.view.current is not None
    assert place.view.current.signal.id == 4


def test_what_is_typed_of_a_signal_survives_but_not_who_reported_it(inbox: Window) -> None:
    place = place_of(inbox)
    place.new.click()
    place.form.description.setPlainText("Half getypt")
    place.form.reporter.setText("Piet Geheim")
    inbox.desk.journal.flush()
    kept = "".join(file.read_text("utf-8") for file in inbox.desk.journal.folder.iterdir())
    assert "Half getypt" in kept
    assert "Piet" not in kept


def test_every_decision_is_stored_with_its_reason(inbox: Window, settle: Settle) -> None:
    place, signals = place_of(inbox), inbox.desk.bridge.engine.signals

    def decide(number: int, form: Decision, **words: str) -> None:
        inbox.go(Link("signals", "signal", number))
        settle(inbox)
        press(place, form)
        for name, text in words.items():
            field = getattr(form, name)
            (field.setPlainText if hasattr(field, "setPlainText") else field.setText)(text)
        form.submit()
        settle(inbox)
        settle(inbox)

    decide(1, place.link, case="onderzoek water")
    assert signals.show(1).state is SignalState.LINKED
    decide(2, place.forward, to="", reason="bevoegd")
    assert place.forward.wrong.text() == "Noem het orgaan dat bevoegd is."
    decide(2, place.forward, to="AFM", reason="betaaldienst")
    told = signals.show(2)
    assert (told.state, told.forwarded_to, told.reason) == (SignalState.FORWARDED, "AFM", "betaaldienst")
    decide(2, place.reopen, reason="toch voor ons")
    decide(2, place.aside, reason="")
    assert place.aside.isVisible()
    assert "Geef een reden" in place.aside.wrong.text()
    decide(2, place.aside, reason="dubbel")
    decide(2, place.reopen, reason="niet dubbel")
    decide(2, place.merge, into="knop", reason="zelfde klacht")
    gone = signals.show(2)
    assert (gone.state, gone.merged_into_id) == (SignalState.MERGED, 1)
    assert place.view.current is not None
    assert place.view.current.signal.id == 1, "what goes on is in view"
    place.view.choose(2)
    visible = [button for button, form in place.decisions.items() if not button.isHidden()]
    assert visible == []
    decide(1, place.edit, description="Knop is onvindbaar met een schermlezer")
    assert signals.show(1).description == "Knop is onvindbaar met een schermlezer"


def everything_said(window: Window) -> str:
    """All words on the screen, tables and clipboard included."""
    place = place_of(window)
    place.view.selectAll()
    place.view.copy_csv()
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    shown = [place.reading.toPlainText(), *labels, QGuiApplication.clipboard().text()]
    return "\n".join([*shown, *("\n".join(cells) for cells in place.view.all_cells())])


def test_a_reporter_is_shown_only_on_asking_and_gone_again(inbox: Window, qtbot: QtBot, settle: Settle) -> None:
    place = place_of(inbox)
    place.view.choose(1)
    panel = place.reporter
    assert panel.isVisible()
    assert WHO not in everything_said(inbox)
    place.view.choose(1)
    panel.ask.click()
    panel.form.submit()
    settle(inbox)
    assert "reden" in panel.form.wrong.text()
    panel.reason.setText("terugbellen")
    panel.form.submit()
    settle(inbox)
    assert WHO in panel.identity.text()
    assert panel.identity.isVisible()
    mark = next(label.text() for label in panel.findChildren(QLabel) if label.property("tone") == "warning")
    assert "nooit mee in een export" in mark
    last = inbox.desk.bridge.engine.trail.entries()[-1]
    assert "reporter" in last.action
    place.view.choose(2)
    assert WHO not in everything_said(inbox)
    place.view.choose(1)
    inbox.go(Link("settings"))
    inbox.go(Link("signals"))
    assert panel.identity.text() == ""
    assert find(inbox.desk.bridge.engine, WHO, "nl") == []


def test_the_search_finds_signals_by_their_words(inbox: Window) -> None:
    hits = find(inbox.desk.bridge.engine, "krant onleesbaar", "nl")
    assert [hit.link for hit in hits] == [Link("signals", "signal", 2)]


def test_the_signals_of_a_target_can_be_widened_again(inbox: Window, settle: Settle) -> None:
    place = place_of(inbox)
    inbox.go(Link("signals", "target", 1))
    settle(inbox)
    assert numbers(place) == [1]
    assert "Website" in place.all_targets.text()
    place.all_targets.click()
    assert sorted(numbers(place)) == [1, 2, 3]


def test_a_signal_leads_to_a_case_on_its_target(inbox: Window, qtbot: QtBot) -> None:
    place = place_of(inbox)
    wanted: list[Link] = []
    inbox.desk.links.wanted.disconnect()
    inbox.desk.links.wanted.connect(wanted.append)
    place.view.choose(1)
    button: QPushButton = place.begin_case
    button.click()
    assert wanted == [Link("cases", "signal", 1)]


def test_everything_can_be_reached_and_has_a_name(inbox: Window, qtbot: QtBot) -> None:
    place = place_of(inbox)
    place.view.choose(1)
    place.new.click()
    press(place, place.edit)
    place.reporter.ask.click()
    inbox.activateWindow()
    qtbot.waitUntil(inbox.isActiveWindow)
    assert accessible.nameless(inbox) == []
    assert accessible.walk_by_tab(inbox) == ([], [])
