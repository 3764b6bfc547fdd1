"""Every word of the window in two languages, switched while it runs."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

import ui
from ui.language import FOLDER, Language
from ui.window import Window

HOLE = re.compile(r"\{\d\}|%n")


def strings_in_the_code() -> Iterator[tuple[str, str, bool]]:
    """(context, source, has plural) of each ``self.tr`` and ``translate`` call, read from the syntax tree."""
    for file in sorted(Path(ui.__file__).parent.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        for outer in ast.walk(tree):
            if isinstance(outer, ast.ClassDef):
                for call in ast.walk(outer):
                    if isinstance(call, ast.Call) and ast.unparse(call.func) == "self.tr":
                        assert isinstance(call.args[0], ast.Constant), f"{file}:{call.lineno}"
                        yield outer.name, str(call.args[0].value), len(call.args) > 2
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] == "translate":
                assert all(isinstance(a, ast.Constant) for a in call.args[:2]), f"{file}:{call.lineno}"
                yield str(call.args[0].value), str(call.args[1].value), False  # type: ignore[attr-defined]


def translated(code: str) -> dict[tuple[str, str], list[str]]:
    found = {}
    files = sorted(FOLDER.glob(f"*_{code}.ts"))
    assert files
    for context in (one for file in files for one in ElementTree.parse(file).getroot().iter("context")):
        for message in context.iter("message"):
            target = message.find("translation")
            assert target is not None
            assert target.get("type") is None, f"unfinished: {message.findtext('source')}"
            forms = [form.text or "" for form in target.iter("numerusform")] or [target.text or ""]
            key = context.findtext("name", ""), message.findtext("source", "")
            assert key not in found, f"translated twice: {key}"
            found[key] = forms
    return found


def test_every_string_is_translated_into_dutch_and_nothing_else_is() -> None:
    in_code = {(context, source) for context, source, _ in strings_in_the_code()}
    dutch = translated("nl")
    assert len(in_code) > 150
    assert in_code - set(dutch) == set()
    assert set(dutch) - in_code == set()
    assert [source for source, forms in dutch.items() if not all(forms)] == []


def test_every_plural_has_two_forms_in_both_languages() -> None:
    plurals = {(context, source) for context, source, plural in strings_in_the_code() if plural}
    assert len(plurals) > 5
    for code in ("nl", "en"):
        forms = translated(code)
        assert {key for key in plurals if len(forms.get(key, ())) != 2} == set()
    assert set(translated("en")) == plurals


def test_no_translation_loses_a_value() -> None:
    for code in ("nl", "en"):
        for (_, source), forms in translated(code).items():
            for form in forms:
                assert sorted(HOLE.findall(form)) == sorted(HOLE.findall(source)), source


def test_nothing_is_translated_outside_self_tr() -> None:
    """Any other receiver becomes the context and is never found (lupdate takes its name)."""
    wrong = []
    for file in Path(ui.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            called = ast.unparse(call.func) if isinstance(call, ast.Call) else ""
            if called.endswith(".tr") and called != "self.tr":
                wrong.append(f"{file.name}: {called}")
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "count", "words"), [("nl", 1, "1 barrière"), ("nl", 3, "3 barrières"), ("en", 1, "1 barrier")]
)
def test_plurals(qapp: QApplication, language: Language, code: str, count: int, words: str) -> None:
    language.switch(code)
    assert QCoreApplication.translate("ProgressPanel", "%n barrier(s)", "", count) == words


def test_an_unknown_language_is_refused(language: Language) -> None:
    with pytest.raises(ValueError, match="fy"):
        language.switch("fy")
    assert language.code == "nl"


@pytest.mark.clause("11.3.1.1.1")
def test_the_whole_window_switches_while_it_runs(window: Window, settle: Callable[[Window], None]) -> None:
    target = window.organisations.target
    target.observations.view.choose_first()
    assert target.header.start.text() == "Scan starten"
    assert target.observations.table.index(0, 0).data() == "Barrière"
    assert "Hoe te herstellen" in target.detail.explanation.toPlainText()

    window.menus.languages["en"].trigger()
    settle(window)
    assert target.header.start.text() == "Start scan"
    assert window.menus.all[0].title() == "&File"
    assert target.observations.table.headerData(0, window.organisations.split.orientation()) == "Outcome"
    assert target.observations.table.index(0, 0).data() == "Barrier"
    assert target.observations.table.index(0, 1).data() == "English: image-has-name"
    text = target.detail.explanation.toPlainText()
    assert "How to repair it" in text
    assert "Repair it." in text
    assert target.bar.barriers.accessibleName() == "3 barriers"
    assert "Nov" in target.bar.scans.itemText(0) or "20" in target.bar.scans.itemText(0)

    window.menus.languages["nl"].trigger()
    settle(window)
    assert target.header.start.text() == "Scan starten"
    assert target.bar.barriers.accessibleName() == "3 barrières"
