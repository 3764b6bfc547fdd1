"""Looking at a finished scan: numbers that lead somewhere, filters, the explanation and the evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot
from window_sample import LOGO, MANY, SITE

from rules.contract import Verdict
from ui.observations.picture import PictureView
from ui.window import Window

Settle = Callable[[Window], None]


def rules_shown(window: Window) -> list[str]:
    table = window.organisations.target.observations.table
    return [table.item(row).rule for row in range(table.rowCount())]


def choose(window: Window, rule: str, settle: Settle) -> None:
    table, view = window.organisations.target.observations.table, window.organisations.target.observations.view
    row = rules_shown(window).index(rule)
    view.choose(table.identity(table.item(row)))
    settle(window)


def test_it_opens_on_the_wanted_scan(window: Window) -> None:
    assert window.organisations.target.header._name.text() == "Website"
    assert window.organisations.target.header._emergency.isVisible()
    assert window.organisations.register.tree.chosen_value() == window.organisations.target.target
    assert rules_shown(window) == ["image-has-name", "text-has-contrast", "form-field-has-name", "link-purpose"]
    assert window.organisations.target.observations.view.current is not None


def test_each_number_leads_to_what_it_counts(window: Window, qtbot: QtBot) -> None:
    target = window.organisations.target
    bar, observations, pages = target.bar, target.observations, target.pages
    names = [b.accessibleName() for b in (bar.barriers, bar.questions, bar.examined, bar.missed)]
    assert names == ["3 barrières", "1 te beoordelen", "3 onderzocht", "1 niet bereikt"]
    observations.words.setText("nothing of the kind")
    qtbot.mouseClick(bar.barriers, Qt.MouseButton.LeftButton)
    assert observations.table.rowCount() == 3
    qtbot.mouseClick(bar.questions, Qt.MouseButton.LeftButton)
    assert rules_shown(window) == ["link-purpose"]
    qtbot.mouseClick(bar.missed, Qt.MouseButton.LeftButton)
    assert window.organisations.target.tabs.currentIndex() == 1
    assert [pages.table.item(r).address for r in range(pages.table.rowCount())] == [f"{SITE}/weg"]
    assert "404" in pages.table.index(0, 2).data()
    qtbot.mouseClick(bar.examined, Qt.MouseButton.LeftButton)
    assert pages.table.rowCount() == 3


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("logo.svg", ["image-has-name"]),
        ("9.1.4.3", ["text-has-contrast"]),
        ("axe-form-field-has-name", ["form-field-has-name"]),
        ("BARRIÈRE zicht", ["image-has-name", "text-has-contrast", "form-field-has-name"]),
        ("/contact", ["form-field-has-name", "image-has-name", "link-purpose"]),
    ],
)
def test_the_filter_looks_in_everything(window: Window, qtbot: QtBot, words: str, expected: list[str]) -> None:
    qtbot.keyClicks(window.organisations.target.observations.words, words)
    assert sorted(rules_shown(window)) == sorted(expected)
    total = window.organisations.target.observations.count.text()
    assert total == f"{len(expected)} van 4"


def test_filters_by_outcome_and_requirement_add_up(window: Window) -> None:
    observations = window.organisations.target.observations
    labels = [observations.requirement.itemText(n) for n in range(1, observations.requirement.count())]
    assert [label.split()[0] for label in labels] == ["1.1.1", "1.4.3", "2.4.4", "4.1.2"]
    observations.requirement.setCurrentIndex(observations.requirement.findData("wcag:2.4.4"))
    assert rules_shown(window) == ["link-purpose"]
    observations.outcome.setCurrentIndex(observations.outcome.findData(Verdict.FAILED))
    assert rules_shown(window) == []
    assert "Kies een waarneming" in window.organisations.target.detail.explanation.toPlainText()


def test_sorting_by_a_heading(window: Window) -> None:
    view = window.organisations.target.observations.view
    view.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    assert rules_shown(window) == ["form-field-has-name", "link-purpose", "text-has-contrast", "image-has-name"]


def test_the_explanation_says_everything_and_trusts_nothing(window: Window, settle: Settle) -> None:
    choose(window, "image-has-name", settle)
    text = window.organisations.target.detail.explanation.toPlainText()
    for words in (
        "Afbeelding heeft een tekstalternatief", "Dit <em>element</em> is niet goed.", "1.1.1",
        "Mensen kunnen dit niet gebruiken.", "Mensen die niet kunnen zien, mensen die slechtziend zijn",
        "Herstel het.", "EN 301 549 V3.2.1: 9.1.1.1", "EAA Checker: image-has-name",
        "axe-core: axe-image-has-name – barrière (said so)",
    ):  # fmt: skip
        assert words in text
    html = window.organisations.target.detail.evidence.html.toPlainText()
    assert html.startswith('<img src="/logo.svg" onload="<script>')


def test_the_element_is_outlined_where_it_stands(window: Window, qtbot: QtBot, settle: Settle) -> None:
    choose(window, "image-has-name", settle)
    picture: PictureView = window.organisations.target.detail.evidence.picture
    assert (picture.mark.x(), picture.mark.y(), picture.mark.width(), picture.mark.height()) == LOGO
    picture.fit()
    drawn = picture._canvas.grab().toImage()
    marked = picture._canvas.marked()
    middle = drawn.pixelColor(marked.center().toPoint())
    assert middle.red() > 150
    assert middle.green() < 80
    edge = drawn.pixelColor(round(marked.left()) - 3, round(marked.center().y()))
    assert edge == QColor(window.desk.look.palette.mark)
    outside = drawn.pixelColor(drawn.width() - 5, drawn.height() - 5)
    assert 120 < outside.red() < 255, "what is not the element is dimmed"


def test_zoom_by_keys(window: Window, qtbot: QtBot, settle: Settle) -> None:
    choose(window, "image-has-name", settle)
    evidence = window.organisations.target.detail.evidence
    begun = evidence.picture.zoom
    qtbot.keyClick(evidence.picture, Qt.Key.Key_Plus)
    assert evidence.picture.zoom == pytest.approx(begun * 1.25)
    assert evidence._zoom.text() == f"{round(evidence.picture.zoom * 100)} %"
    qtbot.keyClick(evidence.picture, Qt.Key.Key_Minus)
    qtbot.keyClick(evidence.picture, Qt.Key.Key_0)
    canvas, room = evidence.picture._canvas.size(), evidence.picture.viewport().size()
    assert canvas.width() <= room.width() + 1
    assert canvas.height() <= room.height() + 1


def test_places_are_walked_and_all_are_read(window: Window, qtbot: QtBot, settle: Settle) -> None:
    choose(window, "text-has-contrast", settle)
    evidence = window.organisations.target.detail.evidence
    qtbot.waitUntil(lambda: len(evidence._places) == MANY)
    assert evidence.tabs.tabText(2) == f"Plaatsen ({MANY})"
    assert evidence._which.text() == f"1 van {MANY}"
    assert not evidence.before.isEnabled()
    for _ in range(2):
        qtbot.mouseClick(evidence.after, Qt.MouseButton.LeftButton)
    settle(window)
    assert evidence._which.text() == f"3 van {MANY}"
    assert evidence.html.toPlainText() == "<span>Bericht 3</span>"
    evidence.tabs.setCurrentIndex(2)
    assert evidence.list.current == evidence.place
    evidence.list.choose(evidence.table.identity(evidence._places[40]))
    qtbot.keyClick(evidence.list, Qt.Key.Key_Return)
    settle(window)
    assert evidence.html.toPlainText() == "<span>Bericht 41</span>"
    assert evidence.tabs.currentIndex() == 0


def test_a_place_without_layout_says_so(window: Window, settle: Settle) -> None:
    choose(window, "form-field-has-name", settle)
    evidence = window.organisations.target.detail.evidence
    assert evidence.picture.empty
    assert evidence._no_picture.text() == "Van deze plaats is geen beeld."
    assert evidence.picture.accessibleDescription() == "Het element heeft geen plek op de pagina."
    assert "Alleen een indicatie" in window.organisations.target.detail.explanation.toPlainText()


def test_copying_the_address(window: Window, qtbot: QtBot, settle: Settle) -> None:
    choose(window, "link-purpose", settle)
    qtbot.mouseClick(window.organisations.target.detail.evidence.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == f"{SITE}/contact"
    assert window.messages.text == "Het adres is gekopieerd."


def test_the_register_is_filtered_by_name_and_address(window: Window, qtbot: QtBot) -> None:
    register = window.organisations.register

    def shown() -> list[str]:
        model = register.tree.model()
        tops = [model.index(row, 0) for row in range(model.rowCount())]
        below = [model.index(r, 0, top) for top in tops for r in range(model.rowCount(top))]
        return [index.data() for index in (*tops, *below)]

    assert len(shown()) == 6
    qtbot.keyClicks(register.filter, "portaal.noord")
    assert shown() == ["Gemeente Noorderkoggen", "Burgerportaal"]
    register.filter.setText("WATERLAND")
    assert shown() == ["Veiligheidsregio Waterland", "Crisispagina", "Website"]


def test_a_target_without_a_scan_says_what_to_do(window: Window, settle: Settle) -> None:
    tree = window.organisations.register.tree
    target = tree.target(2)
    assert target is not None
    tree.choose(target)
    settle(window)
    assert window.organisations.target.header._name.text() == "Crisispagina"
    assert "F5" in window.organisations.target._nothing.text()
    assert window.organisations.target._nothing.isVisible()
    assert not window.organisations.target.header.export.isEnabled()


@pytest.mark.parametrize("kind", ["html", "xlsx", "csv", "json", "earl"])
def test_export(window: Window, tmp_path: Path, settle: Settle, kind: str) -> None:
    file = tmp_path / f"scan.{kind}"
    window.organisations.target.export(kind, file)
    settle(window)
    assert window.messages.text == f"Geschreven: {file}"
    assert file.stat().st_size > 500


def test_an_export_that_fails_is_said_in_place(window: Window, tmp_path: Path, settle: Settle) -> None:
    window.organisations.target.export("csv", tmp_path / "no" / "such" / "folder" / "scan.csv")
    settle(window)
    assert window.messages.isVisible()
    assert window.messages.property("kind") == "error"
    assert "scan.csv" in window.messages.text or "folder" in window.messages.text


def test_help_opens_and_leaves_by_keyboard(window: Window, qtbot: QtBot, settle: Settle) -> None:
    window.organisations.target.observations.words.setText("no such observation")
    window.menus.help.trigger()
    settle(window)
    assert "Shift+F5" in window.help.text.toPlainText()
    assert "Chrom" in window.help.text.toPlainText()
    qtbot.keyClick(window.help, Qt.Key.Key_Escape)
    assert window.organisations.target.isVisible()


def test_f6_walks_through_the_parts(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    window.organisations.register.tree.setFocus()
    met = []
    for _ in range(7):
        window.menus.next_part.trigger()
        met.append(type(window.focusWidget()).__name__)
    expected = ["QPushButton", "RowView", "Explanation", "PictureView", "SearchField", "Rail", "RegisterTree"]
    assert met == expected


def test_help_opens_the_manual_page_of_the_rule_in_view(window: Window, settle: Settle) -> None:
    choose(window, "image-has-name", settle)
    window.menus.help.trigger()
    settle(window)
    page = window.help.text.toPlainText()
    assert "image-has-name" in page
    assert "Hoe te herstellen" in page
    assert "Voorbeelden" in page
    window.help.other.click()
    settle(window)
    assert "Ctrl+K" in window.help.text.toPlainText()
