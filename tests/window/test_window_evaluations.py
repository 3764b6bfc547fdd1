"""A case as a file for others, and evaluations by others as proposals: previewed, taken in, never a verdict."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from case_sample import ANNA
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from eaa_checker.casework.evaluations import EvaluationDesk
from eaa_checker.casework.exporting import ExportDesk
from eaa_checker.casework.manual import ManualDesk
from eaa_checker.casework.samples import SampleDesk
from eaa_checker.domain.manual import Outcome
from eaa_checker.domain.sample import PageDecision
from eaa_checker.store import Store
from ui.cases.case_page import CasePage
from ui.cases.place import Cases
from ui.cases.sample import SampleStep
from ui.cases.steps import Step
from ui.place import Link
from ui.window import Window

Settle = Callable[[Window], None]


@pytest.fixture
def window(case_window: Window) -> Window:
    return case_window


@pytest.fixture
def file(store: Store, tmp_path: Path) -> Path:
    """Case 1 as the Report Tool would keep it, with two outcomes of somebody else."""
    desk = ManualDesk(store, ANNA)
    desk.judge(1, "wcag:1.2.1", Outcome.INAPPLICABLE, "er is geen video")
    path = ExportDesk(store, ANNA).write(1, "wcag-em", tmp_path / "bureau.json")
    told = json.loads(path.read_text("utf-8"))
    _put(told, "Bureau Toegankelijk")
    path.write_text(json.dumps(told), "utf-8")
    return path


def _put(told: dict[str, Any], name: str) -> None:
    """The name of the evaluator, wherever the form has it."""
    for key, value in told.items():
        if key in ("evaluator", "creator") and isinstance(value, str):
            told[key] = name
        elif isinstance(value, dict):
            _put(value, name)


def page(window: Window, settle: Settle, case_id: int, step: str = "sample") -> CasePage:
    place = window.go(Link("cases", "case", f"{case_id}/{step}"))
    settle(window)
    assert isinstance(place, Cases)
    return place.page


def sample(window: Window, settle: Settle, case_id: int) -> SampleStep:
    part = page(window, settle, case_id).part(Step.SAMPLE)
    assert isinstance(part, SampleStep)
    return part


def test_a_file_dropped_on_a_case_is_previewed_and_taken_in_as_proposals(
    window: Window, settle: Settle, store: Store, file: Path
) -> None:
    shown = page(window, settle, 2, "plan")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(file))])
    no = Qt.KeyboardModifier.NoModifier
    shown.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, no))
    settle(window)
    assert shown.step is Step.SAMPLE
    part = sample(window, settle, 2).evaluations
    assert part.sheet.isVisible()
    assert "3 pagina’s om te bevestigen" in part.about.text()
    assert "geen ervan is een oordeel van ons" in part.about.text()
    assert SampleDesk(store, ANNA).list(2) == []  # a preview stores nothing
    assert EvaluationDesk(store, ANNA).proposals(2) == []
    QTest.keyClicks(part.sheet.fields["note"], "onderzoek van het bureau")
    QTest.keyClick(part.sheet.fields["note"], Qt.Key.Key_Return)
    settle(window)
    assert not part.sheet.isVisible()
    (one,) = SampleDesk(store, ANNA).list(2)
    assert {row.decision for row in SampleDesk(store, ANNA).pages(one.id)} == {PageDecision.PROPOSED}
    assert {row.requirement for row in part.proposals.items} == {"wcag:1.1.1", "wcag:1.2.1"}
    cells = part.proposals.table.cells(len(part.proposals.items) - 1)
    assert cells[0] == "1.2.1"
    assert cells[1] == Outcome.INAPPLICABLE.nl
    assert cells[2] == Outcome.UNTESTED.nl  # theirs is no verdict of ours
    assert store.manual.verdicts(2, 0) == {}
    count = len(part.proposals.items)
    part.preview(file)
    settle(window)
    part.sheet.submit.click()
    settle(window)
    assert "al ingelezen" in part.sheet.wrong.text()
    assert len(EvaluationDesk(store, ANNA).proposals(2)) == count


def test_rows_that_cannot_be_used_refuse_the_file_until_they_may_be_left_out(
    window: Window, settle: Settle, store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(file.read_text("utf-8").replace("https://voorbeeld.test/contact", "https://elders.test/"), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    part = sample(window, settle, 2).evaluations
    part.choose.click()
    settle(window)
    assert part.problems.isVisible()
    assert any("elders.test" in row.problem.nl for row in part.problems.items)
    part.sheet.submit.click()
    settle(window)
    assert "niet ingelezen" in part.sheet.wrong.text()
    assert EvaluationDesk(store, ANNA).proposals(2) == []
    part.leave_out.setChecked(True)
    part.sheet.submit.click()
    settle(window)
    assert {row.requirement for row in EvaluationDesk(store, ANNA).proposals(2)} == {"wcag:1.1.1", "wcag:1.2.1"}
    assert "elders.test" in str([entry.details for entry in store.trail.entries()])


def test_what_is_no_evaluation_is_said_in_place(window: Window, settle: Settle, tmp_path: Path) -> None:
    part = sample(window, settle, 2).evaluations
    for data in (b"", b"{", b'{"a": 1}', b"\xff\xfe\x00"):
        (tmp_path / "raar.json").write_bytes(data)
        part.preview(tmp_path / "raar.json")
        settle(window)
        assert part.wrong.isVisible()
        assert "raar.json" in part.wrong.text()
        assert not part.sheet.isVisible()
    part.preview(tmp_path / "bestaat-niet.json")
    settle(window)
    assert "bestaat-niet.json" in part.wrong.text()


def test_a_case_is_written_for_the_report_tool_and_as_json(
    window: Window, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def save(_parent: object, _title: str, name: str) -> tuple[str, str]:
        asked.append(Path(name).name)
        return str(tmp_path / asked[-1]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    export = page(window, settle, 1, "plan").export
    assert len(export.choices.actions()) == 2
    for action in export.choices.actions():
        action.trigger()
        settle(window)
    assert asked == ["z-2026-0042.wcag-em.json", "z-2026-0042.json"]
    assert "defineScope" in json.loads((tmp_path / asked[0]).read_text("utf-8"))
    assert json.loads((tmp_path / asked[1]).read_text("utf-8"))
    assert window.messages.text == f"Geschreven: {tmp_path / asked[1]}"
    export.write("json", 0, tmp_path / "geen" / "map" / "x.json")
    settle(window)
    assert "de map bestaat niet" in window.messages.text
