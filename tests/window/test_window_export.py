"""Exports from the window: every format of the command line, said while it goes on, and nothing half-written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ui.target_header import FORMATS
from ui.window import Window
from ui.writing import ask_folder, plain_name

Settle = Callable[[Window], None]


def entries(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if one.name.startswith(("scan", ".eaa", "web")))


def test_the_menu_offers_what_the_command_line_offers(window: Window) -> None:
    from eaa_checker.cli.results import FORMATS as COMMANDED

    assert set(FORMATS) == set(COMMANDED)
    assert len(window.organisations.target.header.export_menu.actions()) == len(COMMANDED)


def test_a_page_per_requirement_goes_into_a_new_folder(
    window: Window, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    target = window.organisations.target
    assert target.scan is not None
    target.choose_file("html-pages")
    assert not target.writing.isHidden()
    name = f"{plain_name(target.scan.target_name, '')}-scan-{target.scan.id}"
    assert name in target.writing.words.text()
    settle(window)
    assert target.writing.isHidden()
    assert (tmp_path / name / "index.html").is_file()
    assert len(list((tmp_path / name).glob("wcag-*.html"))) > 30
    assert window.messages.text == f"Geschreven: {tmp_path / name}"
    assert window.messages._action.text() == "Map openen"
    window.messages._action.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path / name))]
    # The name is taken now: the next one gets a number, and what stands there stays as it is.
    assert ask_folder(window, "", name) == tmp_path / f"{name}-2"
    target.export("html-pages", tmp_path / name)
    settle(window)
    assert "bestaat al" in window.messages.text


def test_a_file_can_be_opened_and_so_can_its_folder(
    window: Window, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "scan.sarif"), ""))
    target = window.organisations.target
    for button in (window.messages._action, window.messages._other):
        target.choose_file("sarif")
        settle(window)
        button.click()
    assert opened == [str(tmp_path / "scan.sarif"), str(tmp_path)]


def test_a_choice_that_is_cancelled_writes_nothing(
    window: Window, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for kind in ("html-pages", "csv"):
        window.organisations.target.choose_file(kind)
    assert window.organisations.target.writing.isHidden()
    assert not window.desk.bridge.busy


@pytest.mark.parametrize("kind", ["html-pages", "ods"])
def test_a_full_disk_is_said_and_leaves_nothing(
    window: Window, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    window.organisations.target.export(kind, tmp_path / "scan.out")
    settle(window)
    assert window.messages.property("kind") == "error"
    assert "De schijf is vol" in window.messages.text
    assert window.organisations.target.writing.isHidden()
    assert entries(tmp_path) == []
