"""What is typed is on the disk at every keystroke, also when the window is killed or the disk refuses."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from eaa_checker.errors import EaaCheckerError
from ui.journal import Journal, folder_of
from ui.window import Window

TYPIST = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from ui.journal import Journal

application = QApplication([])
journal = Journal(Path(sys.argv[1]))
field = QPlainTextEdit()
field.textChanged.connect(lambda: journal.keep("case:1/note", field.toPlainText()))
QTest.keyClicks(field, "Geen alternatief voor het logo")
while journal.unwritten:
    application.processEvents()
print("typed", flush=True)
time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_of(tmp_path / "database.sqlite3")


def test_what_was_typed_is_there_after_the_process_was_killed(qapp: QApplication, folder: Path) -> None:
    typist = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(folder)],
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert typist.stdout is not None
    assert typist.stdout.readline() == b"typed\n"
    os.kill(typist.pid, signal.SIGKILL)
    assert typist.wait() == -signal.SIGKILL
    typist.stdout.close()

    journal = Journal(folder)
    assert journal.read("case:1/note") == "Geen alternatief voor het logo"
    assert [draft.key for draft in journal.drafts("case:1")] == ["case:1/note"]
    journal.drop("case:1/note")
    journal.close()
    assert Journal(folder).read("case:1/note") is None
    assert list(folder.iterdir()) == []


def test_it_is_written_while_the_typing_goes_on(qtbot: QtBot, folder: Path) -> None:
    journal, field = Journal(folder), QPlainTextEdit()
    qtbot.addWidget(field)
    field.textChanged.connect(lambda: journal.keep("a", field.toPlainText()))
    seen: set[str] = set()
    for _ in range(200):
        qtbot.keyClicks(field, "x", delay=2)
        seen |= {file.read_text(encoding="utf-8").partition("\n")[2] for file in folder.glob("*.txt")}
        if len(seen) >= 2:
            break
    assert len(seen) >= 2, "it waited for a pause that never came"
    journal.close()
    assert Journal(folder).read("a") == field.toPlainText()


def test_every_text_comes_back_as_it_was(qapp: QApplication, folder: Path) -> None:
    texts = {"leeg": "", "regels": "een\n\ntwee\r\n", "tekens": "é€😀\u2028\x00", "half": "\ud83d", "sleutel\n": "x"}
    journal = Journal(folder)
    for key, text in texts.items():
        journal.keep(key, text)
        assert journal.read(key) == text
    journal.close()
    again = Journal(folder)
    assert {key: again.read(key) for key in texts} == texts
    assert {draft.key: draft.text for draft in again.drafts()} == texts
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir()), "others may read it"


def test_two_windows_do_not_overwrite_each_other(qapp: QApplication, folder: Path) -> None:
    one, other = Journal(folder), Journal(folder)
    one.keep("a", "van de een")
    one.flush()
    other.keep("a", "van de ander")
    other.flush()
    assert one.read("a") == "van de ander", "the newest is read"
    other.keep("a", "nog meer van de ander")
    other.flush()
    one.drop("a")
    one.flush()
    assert other.read("a") == "nog meer van de ander", "it was typed after the other had read it"
    assert Journal(folder).read("a") == "nog meer van de ander"


def test_typing_again_after_storing_is_kept(qapp: QApplication, folder: Path) -> None:
    journal = Journal(folder)
    journal.keep("a", "eerst")
    journal.flush()
    journal.drop("a")
    assert journal.read("a") is None
    assert journal.drafts() == []
    journal.keep("a", "daarna")
    journal.close()
    assert Journal(folder).read("a") == "daarna"


def test_where_nothing_can_be_written_it_says_so_once_and_the_typing_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    in_the_way = tmp_path / "database.sqlite3.drafts"
    in_the_way.write_text("a file where the folder should be")
    journal = Journal(in_the_way)
    said: list[EaaCheckerError] = []
    journal.troubled.connect(said.append)
    with qtbot.waitSignal(journal.troubled):
        journal.keep("a", "een")
    journal.keep("a", "een twee")
    journal.flush()
    qtbot.wait(1)
    assert journal.read("a") == "een twee"
    assert len(said) == 1
    assert "U kunt verder typen" in said[0].nl
    in_the_way.unlink()
    journal.keep("a", "een twee drie")
    journal.close()
    assert Journal(in_the_way).read("a") == "een twee drie", "once it can be written it is"


def test_foreign_and_damaged_files_are_passed_over(qapp: QApplication, folder: Path) -> None:
    journal = Journal(folder)
    journal.keep("a", "goed")
    journal.flush()
    (own,) = folder.iterdir()
    for number, data in enumerate((b"", b"\xff\xfe\n", b'["a"]\ntext', b'{"key": 3}\n')):
        (folder / f"{own.name[:32]}-{number}.txt").write_bytes(data)
    assert journal.read("a") == "goed"
    assert len(journal.drafts()) == 1
    journal.close()


def test_ten_megabytes_are_written_beside_the_windows_thread(qtbot: QtBot, folder: Path) -> None:
    journal = Journal(folder)
    text = "Beschrijving. " * 750_000
    ticks = 0
    journal.keep("a", text)
    while journal.unwritten:
        qtbot.wait(1)
        ticks += 1
    assert ticks > 1, "the window's thread was held until the text was written"
    assert Journal(folder).read("a") == text
    journal.close()


def test_the_window_has_a_journal_and_writes_it_when_it_closes(
    window: Window, settle: Callable[[Window], None]
) -> None:
    journal = window.desk.journal
    assert journal.folder == folder_of(window.desk.bridge.engine.database)
    journal.keep("test", "getypt")
    window.close()
    assert Journal(journal.folder).read("test") == "getypt"
    for file in journal.folder.iterdir():
        file.unlink()
