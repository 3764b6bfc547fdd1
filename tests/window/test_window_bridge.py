"""Questions to the engine: answered off the window's thread, delivered in it, dropped when nobody wants them."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from eaa_checker.domain.scan import Scan
from eaa_checker.engine import Engine
from eaa_checker.errors import EaaCheckerError, NotFound
from ui.bridge import Bridge
from ui.unforeseen import MOST, Unforeseen, log_of, noted


@pytest.fixture
def bridge(qapp: QApplication, sample_file: tuple[Path, Scan]) -> Iterator[Bridge]:
    with Engine.open(sample_file[0]) as engine:
        made = Bridge(engine)
        yield made
        made.close()


def test_the_answer_comes_in_the_windows_thread(qtbot: QtBot, bridge: Bridge) -> None:
    asked_in, answered_in, names = [], [], []

    def what(engine: Engine) -> list[str]:
        asked_in.append(threading.get_ident())
        return [organisation.name for organisation in engine.organisations()]

    def then(answer: list[str]) -> None:
        answered_in.append(threading.get_ident())
        names.extend(answer)

    with qtbot.waitSignal(bridge.idle):
        bridge.ask(bridge, what, then)
        assert bridge.busy
    assert names == ["Gemeente Noorderkoggen", "Provincie Zuidermeer", "Veiligheidsregio Waterland"]
    assert answered_in == [threading.get_ident()]
    assert asked_in != answered_in
    assert not bridge.busy


def test_an_error_goes_to_who_asked_or_else_to_the_window(qtbot: QtBot, bridge: Bridge) -> None:
    taken: list[EaaCheckerError] = []
    with qtbot.waitSignal(bridge.idle):
        bridge.ask(bridge, lambda engine: engine.scan(999), lambda _: taken.clear(), taken.append)
    assert [type(error) for error in taken] == [NotFound]
    with qtbot.waitSignal(bridge.failed) as failed:
        bridge.ask(bridge, lambda engine: engine.scan(999), lambda _: None)
    assert isinstance(failed.args[0], NotFound)


def test_a_dropped_question_and_a_gone_asker_get_no_answer(qtbot: QtBot, bridge: Bridge) -> None:
    answers: list[object] = []
    with qtbot.waitSignal(bridge.idle):
        bridge.ask(bridge, lambda engine: engine.scans(), answers.append).drop()
    owner = QObject()
    with qtbot.waitSignal(bridge.idle):
        bridge.ask(owner, lambda engine: engine.scans(), answers.append)
        delete(owner)
    assert answers == []


def test_an_unforeseen_error_comes_to_the_asker_and_is_raised_where_it_can_be_shown(
    qtbot: QtBot, bridge: Bridge
) -> None:
    def broken(engine: Engine) -> None:
        raise ZeroDivisionError("unforeseen")

    taken: list[EaaCheckerError] = []
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(bridge.idle):
        bridge.ask(bridge, broken, lambda _: None, taken.append)
    assert [type(error) for error in taken] == [Unforeseen]
    assert [(kind, type(error.__cause__)) for kind, error, _ in raised] == [(Unforeseen, ZeroDivisionError)]
    with qtbot.captureExceptions(), qtbot.waitSignal(bridge.failed) as failed:
        bridge.ask(bridge, broken, lambda _: None)
    assert "ZeroDivisionError: unforeseen" in failed.args[0].say("nl")


def test_an_unforeseen_error_is_written_down_for_its_owner_only(tmp_path: Path) -> None:
    log = log_of(tmp_path / "toezicht.sqlite3")
    for number in range(2):
        try:
            raise ZeroDivisionError(f"number {number}")
        except ZeroDivisionError as error:
            said = noted(error, log)
    assert said.say("nl").startswith("Onverwachte fout: ZeroDivisionError: number 1.")
    assert str(log) in said.say("en")
    written = log.read_text(encoding="utf-8")
    assert "number 0" in written
    assert "test_window_bridge" in written
    if os.name == "posix":
        assert log.stat().st_mode & 0o077 == 0
    log.write_text("x" * (MOST + 1), encoding="utf-8")
    noted(ZeroDivisionError("long"), log)
    assert log.stat().st_size < MOST
    (tmp_path / "folder").mkdir()
    refused = noted(ZeroDivisionError("nowhere"), tmp_path / "folder")
    assert "kon niet worden geschreven" in refused.say("nl")
