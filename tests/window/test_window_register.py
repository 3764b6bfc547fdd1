"""Adding and importing in place, and what happens with input that cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eaa_checker.domain.organisation import Organisation, Target
from ui.place import Link
from ui.window import Window

Settle = Callable[[Window], None]


@pytest.fixture
def empty(open_window: Callable[..., Window], tmp_path: Path) -> Window:
    return open_window(tmp_path / "empty.sqlite3")


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


def test_importing_a_list(empty: Window, tmp_path: Path, settle: Settle) -> None:
    file = tmp_path / "instanties.csv"
    file.write_text("naam;website\nGemeente A;https://a.example\n;https://b.example\nGemeente C;\n", encoding="utf-8")
    empty.organisations.register.import_file(file)
    settle(empty)
    settle(empty)
    assert empty.messages.text.startswith("Geïmporteerd: 2 instanties, 1 object.")
    assert empty.messages.property("kind") == "warning"
    assert "3" in empty.messages.text.splitlines()[1], "the row that could not be used is named"
    assert empty.organisations.register.tree.model().rowCount() == 2


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
    assert empty.messages.text.startswith("Geïmporteerd: 1 instantie, 1 object.")
