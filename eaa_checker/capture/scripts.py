"""The page scripts that lie beside the capture's modules, as expressions to evaluate."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def script(name: str) -> str:
    """The text of a script file in this package."""
    return files("eaa_checker.capture").joinpath(name).read_text("utf-8")


def expression(name: str, call: str = "") -> str:
    """A script to evaluate in a frame, with ``pathOf`` within its reach; *call* is put behind it, e.g. ``(1500)``."""
    return f"{{ {script('paths.js')}\n {script(name)}{call} }}"


def arguments(*values: Any) -> str:
    """A call with JSON values as arguments."""
    return f"({', '.join(json.dumps(value) for value in values)})"
