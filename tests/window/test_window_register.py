"""Adding and importing in place, and what happens with input that cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import accessible
import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eaa_checker.domain.competence import Answer
from eaa_checker.domain.organisation import Organisation, Role, Target, TargetKind
from ui.charts.figure import SeriesFigure
from ui.place import Link
from ui.registered.views import FILE, OUTCOMES, SCANS
from ui.window import Window

Settle = Callable[[Window], None]


@pytest.fixture
def empty(open_window: Callable[..., Window], empty_database: Path) -> Window:
    return open_window(empty_database)


def test_the_first_start_says_what_to_do(empty: Window) -> None:
    assert empty.organisations.welcome_title.text() == "Welkom bij EAA Checker"
    assert empty.organisations.welcome_title.isVisible()
    assert not empty.organisations.register.new_target.isEnabled()
    assert not empty.menus.start.isEnabled()


def test_adding_an_organisation_and_a_target_by_keyboard(empty: Window, qtbot: QtBot, settle: Settle) -> None:
    empty.activateWindow()
    empty.menus.add_organisation.trigger()
    form = empty.organisations.register.organisation_form
    assert QApplication.focusWidget() is form.name
    qtbot.keyClicks(form.name, "Veiligheidsregio Noord")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    settle(empty)
    settle(empty)
    chosen = empty.organisations.register.tree.chosen_value()
    assert isinstance(chosen, Organisation)
    assert chosen.name == "Veiligheidsregio Noord"
    assert not form.isVisible()

    empty.menus.add_target.trigger()
    target_form = empty.organisations.register.target_form
    assert target_form.organisation.currentText() == "Veiligheidsregio Noord"
    assert QApplication.focusWidget() is target_form.name
    qtbot.keyClicks(target_form.name, "Website")
    qtbot.keyClicks(target_form.address, "vrnoord.example")
    target_form.emergency.setChecked(True)
    qtbot.keyClick(target_form.address, Qt.Key.Key_Return)
    settle(empty)
    settle(empty)
    added = empty.organisations.register.tree.chosen_value()
    assert isinstance(added, Target)
    assert added.emergency
    assert empty.organisations.target.header._address.text() == "https://vrnoord.example/"
    assert empty.messages.text == "Toegevoegd: Website"
    assert empty.menus.start.isEnabled()


def test_what_cannot_be_used_is_said_in_the_form_and_stays(empty: Window, qtbot: QtBot, settle: Settle) -> None:
    empty.organisations.register.add_organisation()
    form = empty.organisations.register.organisation_form
    form.submit()
    assert form.wrong.text() == "Typ de naam van de instantie."
    form.name.setText("Regio")
    form.submit()
    settle(empty)
    settle(empty)
    empty.organisations.register.add_organisation()
    form.name.setText("regio")
    form.submit()
    settle(empty)
    assert form.isVisible()
    assert form.wrong.isVisible()
    assert form.name.text() == "regio"
    assert form.name.accessibleDescription() == form.wrong.text()

    empty.organisations.register.add_target()
    target_form = empty.organisations.register.target_form
    target_form.name.setText("Site")
    target_form.address.setText("http://[not an address")
    target_form.submit()
    settle(empty)
    assert target_form.wrong.isVisible()
    assert target_form.address.text() == "http://[not an address"
    assert target_form.add.isEnabled()
    qtbot.keyClick(target_form.address, Qt.Key.Key_Escape)
    assert not target_form.isVisible()


def test_ten_megabytes_pasted_into_a_field_do_no_harm(empty: Window, settle: Settle) -> None:
    empty.organisations.register.filter.setText("x" * 10_000_000)
    empty.organisations.register.add_organisation()
    form = empty.organisations.register.organisation_form
    form.name.setText("y" * 10_000_000)
    form.submit()
    settle(empty)
    settle(empty)
    assert form.add.isEnabled()
    assert empty.messages.isVisible() or form.wrong.isVisible()


def test_a_list_is_looked_at_before_it_is_imported_and_can_be_taken_back(
    empty: Window, tmp_path: Path, settle: Settle
) -> None:
    file = tmp_path / "instanties.csv"
    file.write_text("naam;website\nGemeente A;https://a.example\n;https://b.example\nGemeente C;\n", encoding="utf-8")
    place, engine = empty.organisations, empty.desk.bridge.engine
    importing = place.importing
    place.register.import_file(file)
    settle(empty)
    assert importing.isVisible()
    assert engine.organisations() == [], "looking stores nothing"
    rows = [importing.table.cells(row) for row in range(importing.table.rowCount())]
    assert [(row[0], row[1]) for row in rows] == [("Rij 3", "fout"), ("Rij 2", "nieuw"), ("Rij 4", "nieuw")]
    assert rows[0][3] == "De naam ontbreekt."
    assert "Er is nog niets opgeslagen." in importing._sum.text()
    importing.store.click()
    settle(empty)
    settle(empty)
    assert empty.messages.text == "Geïmporteerd: 2 instanties, 1 object. 1 rij kon niet worden gebruikt."
    assert empty.messages.property("kind") == "warning"
    assert place.register.tree.model().rowCount() == 2
    assert not importing.isVisible()

    empty.messages._act()
    settle(empty)
    form = importing.form
    assert form.isVisible()
    form.submit()
    settle(empty)
    assert form.wrong.text() == "Geef een reden op."
    form.reason.setText("verkeerde lijst")
    form.submit()
    settle(empty)
    settle(empty)
    assert engine.organisations() == []
    assert engine.registers.imports()[0].undone is not None
    assert not importing.undo.isEnabled()


def test_a_look_at_a_list_is_left_without_a_trace(empty: Window, tmp_path: Path, settle: Settle) -> None:
    first, second = tmp_path / "een.csv", tmp_path / "twee.csv"
    for file in (first, second):
        file.write_text(f"naam\nInstantie {file.stem}\n", encoding="utf-8")
    importing = empty.organisations.importing
    empty.organisations.register.import_file(first)
    settle(empty)
    empty.organisations.register.import_file(second)
    assert "een.csv" in importing._title.text()
    importing.leave.click()
    settle(empty)
    assert "twee.csv" in importing._title.text(), "the next file has its turn"
    importing.leave.click()
    settle(empty)
    assert not importing.isVisible()
    assert empty.desk.bridge.engine.organisations() == []


def test_a_list_that_cannot_be_read_is_said(empty: Window, tmp_path: Path, settle: Settle) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(b"this is no workbook")
    empty.organisations.register.import_file(file)
    settle(empty)
    assert empty.messages.property("kind") == "error"
    assert "list.xlsx" in empty.messages.text


def test_a_list_is_dropped_anywhere_on_the_window(empty: Window, tmp_path: Path, settle: Settle) -> None:
    empty.go(Link("settings"))
    file = tmp_path / "lijst.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["naam", "website"])
    sheet.append(["Gemeente D", "https://d.example"])
    book.save(file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "plaatje.png")), QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(300, 300)
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(empty, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(empty, QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, keys))
    settle(empty)
    settle(empty)
    assert empty.here == "organisations"
    assert empty.organisations.importing.store.text() == "1 instantie importeren, 1 object"


def test_a_target_that_is_not_on_the_web_is_added(empty: Window, settle: Settle) -> None:
    empty.desk.bridge.engine.add_organisation("Meldkamer Noord")
    empty.refresh()
    settle(empty)
    empty.organisations.register.add_target()
    form = empty.organisations.register.target_form
    form.kind.choose(TargetKind.CHANNEL_112)
    assert form.address.accessibleName() == "Waar het is, in woorden"
    form.name.setText("112 beantwoorden")
    form.submit()
    assert form.wrong.text() == "Typ waar het object is."
    form.address.setText("Meldkamer in Drachten")
    form.submit()
    settle(empty)
    settle(empty)
    assert [one.kind for one in empty.desk.bridge.engine.targets()] == [TargetKind.CHANNEL_112]


@pytest.fixture
def filled(open_window: Callable[..., Window], sample_copy: Path) -> Window:
    """A window on a copy of the sample that may be written to."""
    return open_window(sample_copy)


def test_the_file_of_a_target_shows_competence_statement_and_roles(filled: Window, settle: Settle) -> None:
    engine = filled.desk.bridge.engine
    engine.norms.assess(
        "wad-bdto", Answer.NO, ground="Toezicht ligt bij een ander.", since=date(2026, 1, 1), until=date(2027, 6, 30),
        target_id=1,
    )  # fmt: skip
    maker = engine.add_organisation("Sitebouw BV")
    link = engine.registers.link(maker.id, 1, Role.SUPPLIER, since=date(2025, 1, 1))
    engine.registers.end_link(link.id, link.version, date(2026, 2, 1), ground="ander bedrijf")
    place = filled.organisations
    filled.go(Link("organisations", "target", 1))
    settle(filled)
    place.views.setCurrentIndex(FILE)
    settle(filled)
    table = place.file.table
    cells = table.cells(table.row_of("wad-bdto"))
    assert cells[1] == "niet bevoegd"
    assert "Toezicht ligt bij een ander." in cells[3]
    assert cells[4] == "30 jun 2027"
    assert {table.cells(row)[1] for row in range(table.rowCount())} <= {"niet bevoegd", "onzeker"}, "never yes unasked"
    text = place.file.reading.toPlainText()
    assert "Er is geen status bekend. Dat zegt niets over het object zelf." in text
    assert "leverancier: Sitebouw BV (vanaf 1 jan 2025 tot en met 1 feb 2026)" in text


def test_contacts_keep_their_past(filled: Window, settle: Settle) -> None:
    place = filled.organisations
    filled.go(Link("organisations", "organisation", 1))
    settle(filled)
    settle(filled)
    body = place.body
    assert body.isVisible()
    assert "Website – beheerder" in body.reading.toPlainText()
    body.add.click()
    body.form.submit()
    settle(filled)
    assert body.form.wrong.text() == "Een contactpersoon heeft een naam nodig."
    body.form.name.setText("A. Jansen")
    body.form.since.setText("01-02-2026")
    body.form.submit()
    settle(filled)
    settle(filled)
    body.change.click()
    body.form.name.setText("B. Pieters")
    body.form.since.setText("01-09-2026")
    body.form.submit()
    settle(filled)
    settle(filled)
    rows = [body.table.cells(row) for row in range(body.table.rowCount())]
    assert {(row[0], row[4], row[5]) for row in rows} == {
        ("A. Jansen", "1 feb 2026", "31 aug 2026"), ("B. Pieters", "1 sep 2026", "–"),
    }  # fmt: skip
    now = next(row for row in range(2) if body.table.item(row).name == "B. Pieters")
    body.view.choose(body.table.item(now).id)
    body.end.click()
    body.ending.submit()
    settle(filled)
    settle(filled)
    assert all(one.valid_until is not None for one in filled.desk.bridge.engine.registers.contacts(1))
    assert not body.end.isEnabled()


def test_the_bars_by_requirement_lead_to_what_they_count(filled: Window, settle: Settle) -> None:
    place = filled.organisations
    filled.go(Link("organisations", "target", 1))
    settle(filled)
    place.views.setCurrentIndex(OUTCOMES)
    settle(filled)
    figure = place.outcomes.chart.figure
    assert isinstance(figure, SeriesFigure)
    assert figure.labels == ("1.1.1", "1.4.3", "2.4.4", "4.1.2")
    assert [one.values for one in figure.series] == [(1, 1, 0, 1), (0, 0, 1, 0)]
    assert "3 pagina’s onderzocht, 1 niet bereikt" in place.outcomes.chart.canvas.accessibleDescription()
    assert figure.links[2] is not None
    filled.follow(figure.links[2])
    settle(filled)
    settle(filled)
    assert place.views.currentIndex() == SCANS
    table = place.target.observations.table
    assert [table.item(row).rule for row in range(table.rowCount())] == ["link-purpose"]


@pytest.mark.parametrize("side", [FILE, OUTCOMES, "organisation", "import"])
def test_everything_of_the_register_can_be_reached(
    filled: Window, qtbot: QtBot, settle: Settle, tmp_path: Path, side: int | str
) -> None:
    place = filled.organisations
    filled.go(Link("organisations", "organisation" if side == "organisation" else "target", 1))
    settle(filled)
    if isinstance(side, int):
        place.views.setCurrentIndex(side)
    elif side == "organisation":
        filled.desk.bridge.engine.registers.add_contact(1, "A. Jansen")
        place.body.reload()
        settle(filled)
        place.body.change.click()
    else:
        file = tmp_path / "lijst.csv"
        file.write_text("naam\nGemeente E\n", encoding="utf-8")
        filled.desk.bridge.engine.registers.import_file(file)
        file.write_text("naam\nGemeente E\nGemeente F\n", encoding="utf-8")
        place.register.import_file(file)
    settle(filled)
    settle(filled)
    filled.activateWindow()
    qtbot.waitUntil(filled.isActiveWindow)
    assert accessible.nameless(filled) == []
    assert accessible.walk_by_tab(filled) == ([], [])
