"""How the tests share two processes (a file stays together), and what all of them may use: an empty store, a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from postgresql_server import MISSING, Server, running
from xdist.scheduler import LoadScopeScheduling

from eaa_checker.store import Store

SPREAD = "test_examples.py"
"""Without shared state in its module; each of its tests may run in either process."""


class FilesTogether(LoadScopeScheduling):
    """A file runs in one process, so that what a module sets up is set up once.

    xdist's own ``--dist loadgroup`` does nothing under pytest 9.2: it renames tests by a field that is no longer read.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return nodeid if file.endswith(SPREAD) else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> FilesTogether:
    return FilesTogether(config, log)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store with all tables, to be copied: the migrations take longer than most tests."""
    path = tmp_path_factory.mktemp("migrated") / "empty.sqlite"
    Store.open(path).close()
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, started for the first test that asks for it."""
    with running() as found:
        if found is None:
            pytest.skip(MISSING)
        yield found
