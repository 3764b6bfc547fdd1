"""What the global search finds of the 112 channel: the channels and the test points. Runs off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from eaa_checker.domain.organisation import TargetKind
from rules.norms import checklist
from ui.place import Hit, Link
from ui.seeking import Sought

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

KEY = "channel112"
MOST = 12


def find(engine: Engine, words: str, language: str) -> list[Hit]:
    """112 channels in the register and questions of the checklist that hold every word."""
    translate = QCoreApplication.translate
    fits = Sought(words).stand_in
    hits = [
        Hit(
            translate("ChannelSearch", "112 channel"), one.name, one.organisation_name, KEY,
            Link(KEY, "target", one.id),
        )
        for one in engine.targets()
        if one.kind is TargetKind.CHANNEL_112 and fits(one.name, one.address, one.organisation_name)
    ]  # fmt: skip
    hits += [
        Hit(
            translate("ChannelSearch", "112 test point"),
            item.question.say(language),
            f"{item.id} · {checklist.groups()[item.group].say(language)}",
            KEY,
            Link(KEY, "point", item.key),
        )
        for item in checklist.items()
        if fits(item.id, item.question.say(language))
    ]
    return hits[:MOST]
