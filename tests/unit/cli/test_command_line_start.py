"""What a command does not load (docs/decisions/0020), each asked in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from eaa_checker.engine import Engine

START = """
import json, sys
from eaa_checker.cli import main
sys.argv[0] = "eaa-checker"
main()
print(json.dumps(list(sys.modules)))
"""


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    file = tmp_path / "start.sqlite3"
    Engine.open(file).close()
    return file


def modules_of(*arguments: str) -> set[str]:
    """Names of the modules that the command has loaded when it is done."""
    done = subprocess.run(
        [sys.executable, "-c", START, *arguments], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_version_needs_no_engine() -> None:
    found = modules_of("--version")
    assert "eaa_checker.cli.commands" in found
    assert not {"sqlalchemy", "eaa_checker.engine", "PySide6", "lxml"} & found


def test_a_list_of_the_register_needs_no_rule_book(database: Path) -> None:
    found = modules_of("--database", str(database), "organisation", "list")
    assert "eaa_checker.store" in found
    assert not {"PySide6", "playwright", "lxml", "alembic", "yaml", "sqlalchemy.dialects.postgresql"} & found
    assert not [name for name in found if name.startswith("rules.wcag.")]
