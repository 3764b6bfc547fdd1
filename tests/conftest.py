"""How the tests share two processes: a file stays together, the rules' examples are spread over both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from postgresql_server import MISSING, Server, running

SPREAD = ("test_examples.py",)
"""Files without shared state in a module; each of their tests may run in either process."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.name not in SPREAD:
            item.add_marker(pytest.mark.xdist_group(str(item.path)))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, started for the first test that asks for it."""
    with running() as found:
        if found is None:
            pytest.skip(MISSING)
        yield found
