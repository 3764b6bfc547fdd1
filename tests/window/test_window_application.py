"""Starting the window: arguments, what is kept between two starts, a database that cannot be opened."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eaa_checker.domain.scan import Scan
from eaa_checker.engine import Engine
from eaa_checker.errors import EaaCheckerError
from ui import application
from ui.language import Language
from ui.problem import ProblemWindow
from ui.style.look import Look
from ui.window import Window


def run(*arguments: object, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", "ui.application", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment, check=False)


def colours_of(image: QImage) -> list[int]:
    return [image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)]


def test_a_screenshot_of_a_scan(sample_file: tuple[Path, Scan], tmp_path: Path) -> None:
    database, scan = sample_file
    picture = tmp_path / "window.png"
    done = run(
        "--database", database, "--scan", scan.id, "--language", "nl", "--theme", "dark", "--size", "1024x600",
        "--screenshot", picture, home=tmp_path,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1024, 600)
    assert len(set(colours_of(image))) > 30, "the picture is not empty"
    lightness = sorted(QColor(colour).lightness() for colour in colours_of(image))
    assert lightness[len(lightness) // 2] < 80, "the picture is dark"


def test_a_database_that_is_none_is_said(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"this is not a database" * 100)
    done = run("--database", broken, "--screenshot", tmp_path / "x.png", home=tmp_path)
    assert done.returncode == 4


def test_the_problem_is_shown_with_what_to_do(
    qtbot: QtBot, qapp: QApplication, look: Look, language: Language, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"this is not a database" * 100)
    with pytest.raises(EaaCheckerError) as raised:
        Engine.open(broken)
    problem = ProblemWindow(raised.value, look, language)
    qtbot.addWidget(problem)
    problem.show()
    assert problem._title.text() == "De database kan niet worden geopend"
    assert problem._text.text() == raised.value.say("nl")
    language.switch("en")
    assert problem._text.text() == raised.value.say("en")


def test_choices_are_kept_between_two_starts(
    open_window: Callable[..., Window], sample_file: tuple[Path, Scan], tmp_path: Path
) -> None:
    first = open_window(sample_file[0], sample_file[1].id)
    first.resize(1100, 700)
    first.desk.look.use("contrast")
    first.close()
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert memory.value("theme") == "contrast"
    assert memory.value("language") == "nl"
    second = open_window(sample_file[0], 0, 900, 600)
    assert second.organisations.target.target is not None
    assert second.organisations.target.target.id == sample_file[1].target_id


def test_strange_kept_values_are_passed_over(tmp_path: Path) -> None:
    memory = QSettings(str(tmp_path / "strange.ini"), QSettings.Format.IniFormat)
    memory.setValue("theme", "plaid")
    memory.setValue("text", "huge")
    assert application._kept(memory, "theme", ("light", "dark"), "light") == "light"
    assert application._kept_factor(memory) == 1.0


def test_a_scan_that_is_not_there_is_said(open_window: Callable[..., Window], sample_file: tuple[Path, Scan]) -> None:
    window = open_window(sample_file[0], 4711)
    assert "4711" in window.messages.text
    assert window.organisations.target.target is not None


def test_an_unforeseen_error_is_said_and_the_window_stays(window: Window, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise ZeroDivisionError("by nothing")
    except ZeroDivisionError as error:
        application._Unexpected(window)(type(error), error, error.__traceback__)
    assert "ZeroDivisionError: by nothing" in window.messages.text
    assert "Uw gegevens zijn ongeschonden" in window.messages.text
    assert "test_window_application" in capsys.readouterr().err
