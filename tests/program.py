"""The command line as a person types it, run in the process of the test: how it ended and what it said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eaa_checker.cli import main


class Program:
    """``eaa-checker`` on one database, which is all it knows of this machine; *before* goes before each command."""

    def __init__(
        self,
        database: str | Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        *before: str,
    ) -> None:
        self._capsys = capsys
        self._before = before
        monkeypatch.setenv("EAA_CHECKER_DATABASE", str(database))
        monkeypatch.setenv("COLUMNS", "300")

    def run(self, *arguments: object, who: str = "") -> tuple[int, str, str]:
        """The exit code, the output and the errors; *who* acts, where that is not who is logged in."""
        with pytest.MonkeyPatch.context() as meanwhile:
            if who:
                meanwhile.setenv("EAA_CHECKER_INSPECTOR", who)
            meanwhile.setattr("sys.argv", ["eaa-checker", *self._before, *map(str, arguments)])
            code = 0
            try:
                main()
            except SystemExit as ended:
                code = ended.code if isinstance(ended.code, int) else 1
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def give(self, *arguments: object, code: int = 0) -> Any:
        """The JSON that a command gives; it must end with *code*."""
        ended, out, err = self.run(*arguments, "--json")
        assert ended == code, f"{arguments}: exit code {ended}\n{out}\n{err}"
        return json.loads(out)

    def refuse(self, *arguments: object, code: int = 2) -> dict[str, Any]:
        """The error that a command gives as JSON; it must end with *code*."""
        ended, out, err = self.run(*arguments, "--json")
        assert ended == code, f"{arguments}: exit code {ended}\n{out}\n{err}"
        found: dict[str, Any] = json.loads(err)
        assert found["nl"]
        assert found["en"]
        return found
