"""A script of ours in a page: how the DevTools protocol is asked to run it, and the value in its answer."""

from __future__ import annotations

from typing import Any

from eaa_checker.errors import BrowserProblem

WORLD = "eaa-checker"
"""Name of the isolated world in which our scripts run: the page cannot see or change what they use."""


def asked(expression: str) -> dict[str, Any]:
    """What ``Runtime.evaluate`` is given for *expression*; a promise is waited for."""
    return {"expression": expression, "awaitPromise": True, "returnByValue": True}


def value_of(answer: dict[str, Any]) -> Any:
    """The JSON value in an answer of ``Runtime.evaluate``. Raises BrowserProblem when the script failed."""
    if "exceptionDetails" in answer:
        details = answer["exceptionDetails"]
        words = str(details.get("exception", {}).get("description") or details.get("text", ""))[:300]
        raise BrowserProblem(f"Script in de pagina mislukt: {words}", f"Script in the page failed: {words}")
    return answer["result"].get("value")
