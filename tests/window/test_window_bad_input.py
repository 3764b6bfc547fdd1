"""What goes wrong around the window: the database, its folder, other windows. Each says in place what to do, and what
was typed stays.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eaa_checker.domain.scan import Scan
from eaa_checker.engine import Engine
from eaa_checker.errors import EaaCheckerError, StoreIsNewer
from ui.language import Language
from ui.place import Link
from ui.problem import ProblemWindow
from ui.register.forms import OrganisationForm
from ui.style.look import Look
from ui.window import Window

Settle = Callable[[Window], None]
NO_FOLDER = Path("/proc/eaa-checker")
"""Where nobody may make a file, the administrator included."""
pytestmark = pytest.mark.clause("11.3.3.1.1", "11.3.3.3")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = tmp_path / "desk.sqlite3"
    with Engine.open(file) as engine:
        engine.add_organisation("Gemeente Noorderkoggen")
    return file


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked database is waited for only briefly."""
    usual = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: usual(*a, **{**k, "timeout": 0.2}))


def type_organisation(window: Window, name: str) -> OrganisationForm:
    register = window.organisations.register
    register.add_organisation()
    register.organisation_form.name.setText(name)
    register.organisation_form.submit()
    return register.organisation_form


def test_a_locked_database_is_said_in_the_form_and_the_same_words_are_sent_again(
    impatient: None, open_window: Callable[..., Window], database: Path, settle: Settle
) -> None:
    window = open_window(database)
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    form = type_organisation(window, "Provincie Zuidermeer")
    settle(window)
    assert "bezet door een ander programma" in form.wrong.text()
    assert form.wrong.isVisible()
    assert form.name.text() == "Provincie Zuidermeer"
    other.execute("ROLLBACK")
    other.close()
    form.submit()
    settle(window)
    assert window.messages.text == "Toegevoegd: Provincie Zuidermeer"


def test_a_database_of_a_newer_version_is_shown_with_what_to_do(
    qtbot: QtBot, qapp: QApplication, look: Look, language: Language, database: Path
) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'ffff'")
    connection.close()
    with pytest.raises(StoreIsNewer) as raised:
        Engine.open(database)
    problem = ProblemWindow(raised.value, look, language)
    qtbot.addWidget(problem)
    problem.show()
    assert "nieuwere versie" in problem._text.text()
    assert problem._text.accessibleName() == problem._text.text()


def test_a_folder_without_write_access_is_shown_with_what_to_do(
    qtbot: QtBot, qapp: QApplication, look: Look, language: Language
) -> None:
    with pytest.raises(EaaCheckerError) as raised:
        Engine.open(NO_FOLDER / "desk.sqlite3")
    problem = ProblemWindow(raised.value, look, language)
    qtbot.addWidget(problem)
    assert "mag schrijven" in problem._text.text()


def test_a_database_that_is_removed_while_open_is_said_and_what_was_typed_stays(
    open_window: Callable[..., Window], database: Path, settle: Settle
) -> None:
    window = open_window(database)
    for file in database.parent.glob(f"{database.name}*"):
        file.unlink() if file.is_file() else None
    form = type_organisation(window, "Provincie Zuidermeer")
    settle(window)
    said = form.wrong.text() if form.isVisible() else window.messages.text
    assert str(database) in said
    assert form.name.text() == "Provincie Zuidermeer"


def test_two_windows_that_add_the_same_organisation(
    open_window: Callable[..., Window], database: Path, settle: Settle
) -> None:
    one, other = open_window(database), open_window(database)
    type_organisation(one, "Provincie Zuidermeer")
    settle(one)
    form = type_organisation(other, "Provincie Zuidermeer")
    settle(other)
    assert form.isVisible()
    assert "Provincie Zuidermeer" in form.wrong.text()
    assert form.name.text() == "Provincie Zuidermeer"


def test_an_export_into_a_folder_that_takes_no_files_is_said(
    open_window: Callable[..., Window], sample_file: tuple[Path, Scan], settle: Settle
) -> None:
    window = open_window(sample_file[0], sample_file[1].id)
    window.organisations.target.export("csv", NO_FOLDER / "scan.csv")
    settle(window)
    assert window.messages.property("kind") == "error"
    assert str(NO_FOLDER) in window.messages.text


def test_the_statement_is_shown_under_help_in_the_language_of_the_window(window: Window) -> None:
    window.menus.statement.trigger()
    assert "EN 301 549" in window.help.text.toPlainText()
    assert "niet getoetst" in window.help.text.toPlainText()
    window.desk.language.switch("en")
    assert "not tested" in window.help.text.toPlainText()
    window.go(Link("today"))
