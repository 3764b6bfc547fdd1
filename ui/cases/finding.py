"""What the global search finds of casework: cases, findings, letters. Runs off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.place import Hit, Link
from ui.seeking import Sought

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

KEY = "cases"
MOST = 20
LEAST_LETTERS = 2


def find(engine: Engine, words: str, language: str) -> list[Hit]:
    """Cases whose number, title or people hold every word; findings by number or text; letters by reference."""
    translate = QCoreApplication.translate
    sought = Sought(words)
    fits = sought.stand_in
    cases = {case.id: case for case in engine.cases.list()}
    hits = [
        Hit(
            translate("CaseSearch", "case"),
            f"{case.number} {case.title}".strip(),
            f"{case.kind.say(language)} · {case.phase.say(language)} · {case.owner}",
            "cases",
            Link(KEY, "case", case.id),
        )
        for case in cases.values()
        if words == str(case.id) or fits(case.number, case.title, case.owner, case.purpose, case.occasion)
    ][:MOST]
    if len(words) < LEAST_LETTERS or not sought:
        return hits
    found = {one.id: one for one in engine.findings.find(words=max(words.split(), key=len), limit=5 * MOST)}
    number = words.strip().upper().removeprefix("B-")
    if words.strip().upper().startswith("B-") and number.isdecimal():
        for one in engine.findings.find(limit=100_000):
            if one.number == int(number):
                found[one.id] = one
    for one in list(found.values()):
        named = one.label.casefold() == words.strip().casefold()
        if named or fits(one.text.title, one.text.fact, one.text.consequence, one.label):
            case = cases.get(one.examination_id)
            about = f"{case.number or case.title} · " if case is not None else ""
            hits.append(
                Hit(
                    translate("CaseSearch", "finding"), f"{one.label} {one.text.title}",
                    f"{about}{one.state.say(language)}", "book", Link(KEY, "finding", one.id),
                )
            )  # fmt: skip
        if len(hits) >= 2 * MOST:
            break
    hits += [
        Hit(
            translate("CaseSearch", "letter"), letter.reference, f"{letter.kind.say(language)} · "
            f"{letter.state.say(language)}", "document", Link(KEY, "letter", letter.id),
        )
        for letter in engine.letters.find()
        if fits(letter.reference, letter.kind.say(language))
    ][:MOST]  # fmt: skip
    return hits
