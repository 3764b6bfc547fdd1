"""What the global search finds in the rule book. Runs off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rules import norms
from ui.place import Hit, Link
from ui.rulebook.rows import engine_words, rule_rows
from ui.seeking import Sought
from ui.words import number_of

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

KEY = "rulebook"


def find(_engine: Engine, words: str, language: str) -> list[Hit]:
    """Rules and success criteria that hold every word."""
    translate = QCoreApplication.translate
    fits = Sought(words).stand_in
    hits = []
    for row in rule_rows():
        keys = " ".join(number_of(key) for key in row.requirements)
        if fits(f"{row.id} {row.title.nl} {row.title.en} {keys} {' '.join(row.act)}"):
            detail = f"{keys} · {engine_words(row.engine)} · {row.id}"
            hits.append(
                Hit(translate("Search", "rule"), row.title.say(language), detail, "rule", Link(KEY, "rule", row.id))
            )
    for criterion in norms.criteria():
        if fits(f"{criterion.num} {criterion.handle.nl} {criterion.handle.en}"):
            title = f"{criterion.num} {criterion.handle.say(language)}"
            detail = f"WCAG 2.1 · {criterion.level}"
            hits.append(
                Hit(translate("Search", "norm"), title, detail, "book", Link(KEY, "norm", f"wcag:{criterion.num}"))
            )
    return hits
