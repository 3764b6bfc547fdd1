"""What journeys share: an engine on a fresh database, settings that do not depend on the machine's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from eaa_checker import settings
from eaa_checker.cli import main
from eaa_checker.engine import Engine


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("EAA_CHECKER_LANGUAGE", "nl")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    chosen = settings.read(environment={}, file=tmp_path / "none.toml")
    with Engine.open(tmp_path / "journey.sqlite3", chosen) as opened:
        yield opened


class Program:
    """The command line on the same database as the ``engine`` of the test, run in this process."""

    def __init__(self, run: Callable[..., tuple[int, str, str]]) -> None:
        self.run = run

    def give(self, *arguments: str, code: int = 0) -> Any:
        """The JSON that a command gives; it must end with *code*."""
        ended, out, err = self.run(*arguments, "--json")
        assert ended == code, f"{arguments}: exit code {ended}\n{out}\n{err}"
        return json.loads(out)

    def refuse(self, *arguments: str, code: int = 2) -> dict[str, str]:
        """The error that a command gives as JSON; it must end with *code*."""
        ended, out, err = self.run(*arguments, "--json")
        assert ended == code, f"{arguments}: exit code {ended}\n{out}\n{err}"
        found: dict[str, str] = json.loads(err)
        assert found["nl"]
        assert found["en"]
        return found


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    monkeypatch.setenv("EAA_CHECKER_DATABASE", str(tmp_path / "journey.sqlite3"))
    monkeypatch.setenv("COLUMNS", "300")

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["eaa-checker", *arguments])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return Program(run)
