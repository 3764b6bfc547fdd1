"""How the tests share two processes: a file stays together, the rules' examples are spread over both."""

from __future__ import annotations

import pytest

SPREAD = ("test_examples.py",)
"""Files without shared state in a module; each of their tests may run in either process."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.name not in SPREAD:
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
