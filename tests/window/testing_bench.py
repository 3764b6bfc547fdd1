"""The panel for testing by hand on a copy of the sample, and the keys that are pressed in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from testing_sample import CONTACT_PAGE, FOCUS

from eaa_checker.domain.manual import Outcome
from eaa_checker.engine import Engine
from ui.bridge import Bridge
from ui.desk import Desk
from ui.journal import Journal, folder_of
from ui.language import Language
from ui.message_bar import Notices
from ui.place import Links
from ui.recent import Recent
from ui.scanning.runs import Runs
from ui.style.look import Look
from ui.testing.panel import TestingPanel
from ui.undoing import Undoing

DATABASE = "case.sqlite3"
Key = Qt.Key


@dataclass
class Bench:
    """A panel on a copy of the sample, without the rest of the window around it: that takes seconds each time."""

    panel: TestingPanel
    desk: Desk
    engine: Engine


@contextmanager
def bench_on(folder: Path, case_id: int, qtbot: QtBot, language: Language, look: Look) -> Iterator[Bench]:
    """The panel on the contact page of the sample in *folder*, at the requirement that focus can be seen."""
    engine = Engine.open(folder / DATABASE)
    bridge = Bridge(engine, QApplication.instance())
    memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    journal = Journal(folder_of(engine.database))
    recent = Recent(memory, str(engine.database))
    notices = Notices(language)
    undoing = Undoing(bridge, notices, language)
    desk = Desk(bridge, look, language, notices, Runs(bridge), Links(), recent, memory, journal, undoing)
    shown = TestingPanel(desk)
    host = QMainWindow()
    host.setMinimumSize(720, 480)
    host.setCentralWidget(shown)
    host.resize(1440, 900)
    qtbot.addWidget(host)
    host.show()
    qtbot.waitExposed(host)
    shown.open_case(case_id, FOCUS, CONTACT_PAGE)
    qtbot.waitUntil(lambda: not bridge.busy, timeout=30_000)
    host.activateWindow()
    yield Bench(shown, desk, engine)
    bridge.close()
    journal.close()
    engine.close()


def press(*keys: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Sends keys to whatever has the focus, as a keyboard does."""
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)


def answers_of(panel: TestingPanel, requirement: str) -> dict[str, Outcome]:
    engine = panel._desk.bridge.engine
    return {one.address: one.outcome for one in engine.manual.answers(1, requirement)}
