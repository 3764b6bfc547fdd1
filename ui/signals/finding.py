"""What the global search finds among signals; never who reported one. Runs off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.place import Hit, Link
from ui.seeking import Sought

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

KEY = "signals"
MOST = 20
LONGEST = 90
"""Letters of a description that a hit shows."""


def find(engine: Engine, words: str, language: str) -> list[Hit]:
    """Signals whose number is *words*, or whose description holds every one of them."""
    sought = Sought(words)
    hits = []
    for one in engine.signals.list():
        text = " ".join(one.description.split())
        if words != str(one.id) and not sought.stand_in(text):
            continue
        title = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        detail = f"{one.id} · {one.source.say(language)} · {one.state.say(language)}"
        hits.append(
            Hit(QCoreApplication.translate("SignalSearch", "signal"), title, detail, KEY, Link(KEY, "signal", one.id))
        )
        if len(hits) >= MOST:
            break
    return hits
