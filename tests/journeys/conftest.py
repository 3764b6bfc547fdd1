"""What journeys share: an engine on a fresh database, settings that do not depend on the machine's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from program import Program

from eaa_checker import settings
from eaa_checker.engine import Engine


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("EAA_CHECKER_LANGUAGE", "nl")


@pytest.fixture
def engine(tmp_path: Path, migrated: Path) -> Iterator[Engine]:
    shutil.copy(migrated, tmp_path / "journey.sqlite3")
    chosen = settings.read(environment={}, file=tmp_path / "none.toml")
    with Engine.open(tmp_path / "journey.sqlite3", chosen) as opened:
        yield opened


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    """The command line on the same database as the ``engine`` of the test."""
    return Program(tmp_path / "journey.sqlite3", monkeypatch, capsys)
