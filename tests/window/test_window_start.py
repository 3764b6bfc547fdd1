"""What a start does not load (docs/decisions/0020): each name here once cost every start its time."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from eaa_checker.engine import Engine

START = """
import json, os, sys, time
from pathlib import Path
import ui.application
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from eaa_checker.engine import Engine
from ui.bridge import Bridge
from ui.language import Language
from ui.style.look import Look
from ui.window import Window
application = QApplication([])
engine = Engine.open(Path(sys.argv[1]), rules_later=True)
bridge = Bridge(engine, application)
memory = QSettings(os.devnull, QSettings.Format.IniFormat)
window = Window(bridge, Look(application, "light"), Language(application, "nl"), memory)
window.open()
window.show()
while bridge.busy:
    application.processEvents()
    time.sleep(0.001)
application.processEvents()
print(json.dumps(list(sys.modules)))
bridge.close()
engine.close()
"""
LIBRARIES = {
    "PIL", "alembic", "asyncpg", "click", "docx", "holidays", "httpx", "jinja2", "lxml", "openpyxl", "playwright",
    "psycopg", "rich", "selenium", "yaml",
}  # fmt: skip
FLOORS = {
    "browser", "capture", "conformance", "crawl", "demo", "diagnosis", "dossier", "judging", "letters", "registers",
    "report", "scanning",
}  # fmt: skip
BOOKS = {"dossiers", "every_table", "imports", "letters", "packages", "risk", "signals"}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Names of the modules of a window that has just opened on Today and filled it, in the order of loading."""
    database = tmp_path_factory.mktemp("start") / "start.sqlite3"
    Engine.open(database).close()  # what makes a database needs Alembic; what opens one does not
    done = subprocess.run(
        [sys.executable, "-c", START, str(database)],
        capture_output=True, text=True, timeout=120, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    names: list[str] = json.loads(done.stdout)
    return names


def test_the_window_opens_without_what_it_does_not_need_yet(loaded: list[str]) -> None:
    assert "ui.today.place" in loaded
    assert "eaa_checker.casework.waiting" in loaded, "Today was filled"
    assert not LIBRARIES & set(loaded)
    assert not {f"eaa_checker.{floor}" for floor in FLOORS} & set(loaded)
    assert not {f"eaa_checker.store.{book}" for book in BOOKS} & set(loaded)
    assert "sqlalchemy.dialects.postgresql" not in loaded


def test_qt_comes_after_the_engine(loaded: list[str]) -> None:
    """PySide6 reads the source of every module that is imported after it."""
    assert loaded.index("eaa_checker.engine") < loaded.index("PySide6")
