"""A store in a fresh folder or on a PostgreSQL server, with a scan that runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from postgresql_server import Server

from eaa_checker.domain.scan import Scan, ScanOptions
from eaa_checker.store import Store

HERE = Path(__file__).parent
ROOT = HERE.parents[2]

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "instanties ½ % ?" / "toezicht.sqlite"


@pytest.fixture
def shared(server: Server) -> Iterator[str]:
    """The address of a database on the server with all tables in it."""
    address = server.new_store()
    yield address
    server.drop(address)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of the store runs on SQLite and on PostgreSQL, unless it looks into the file itself."""
    if "store" in metafunc.fixturenames:
        on_a_file = "database" in metafunc.fixturenames or metafunc.definition.get_closest_marker("sqlite")
        metafunc.parametrize("backend", ["sqlite"] if on_a_file else ["sqlite", "postgresql"], scope="function")


@pytest.fixture
def store(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    if backend == "postgresql":
        with Store.open(request.getfixturevalue("shared"), evidence=tmp_path / "bewijs", patience=2.0) as opened:
            yield opened
        return
    database: Path = request.getfixturevalue("database")
    database.parent.mkdir()
    shutil.copy(request.getfixturevalue("migrated"), database)
    with Store.open(database, patience=2.0) as opened:
        yield opened


@pytest.fixture
def running(store: Store) -> Scan:
    organisation = store.add_organisation("Veiligheidsregio Voorbeeld")
    target = store.add_target(organisation.id, "Website", "https://voorbeeld.test/")
    return store.claim_scan(store.new_scan(target.id, ScanOptions()).id, "werker-1")


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts ``python -c CODE ARGUMENTS`` with the project and `pages_made` importable; ends what is left over."""
    started: list[subprocess.Popen[str]] = []

    def run(code: str, *arguments: object, **options: Any) -> subprocess.Popen[str]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(HERE)])}
        process = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            **options,
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()
