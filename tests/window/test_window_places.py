"""What each place shows and where its numbers lead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eaa_checker.domain.scan import ScanState
from eaa_checker.engine import Engine
from eaa_checker.store import Store
from ui.batch.place import Batch
from ui.place import Link
from ui.rulebook.place import RuleBook
from ui.settings_place.place import Settings
from ui.today.case_numbers import CASE_NUMBERS
from ui.today.place import Today
from ui.window import Window

Settle = Callable[[Window], None]


@pytest.fixture
def busy(open_window: Callable[..., Window], sample_copy: Path) -> Window:
    """A window on a database with a complete, an interrupted, a failed and a waiting scan."""
    with Engine.open(sample_copy) as engine, Store.open(sample_copy) as store:
        portal = next(target for target in engine.targets() if target.name == "Burgerportaal")
        states = (ScanState.INTERRUPTED, ScanState.FAILED, ScanState.WAITING)
        for state in states:
            scan = engine.new_scan(portal.id)
            if state is not ScanState.WAITING:
                store.claim_scan(scan.id, "sample")
            if state is ScanState.INTERRUPTED:
                store.interrupt_scan(scan.id)
            elif state is ScanState.FAILED:
                store.end_scan(scan.id, state, "Niets werkt.", "Nothing works.")
    return open_window(sample_copy)


def today(window: Window, settle: Settle) -> Today:
    place = window.go(Link("today"))
    settle(window)
    assert isinstance(place, Today)
    return place


def states_shown(batch: Batch) -> list[ScanState]:
    return [batch.table.item(row).scan.state for row in range(batch.table.rowCount())]


def test_the_numbers_of_today_lead_to_what_they_count(busy: Window, qtbot: QtBot, settle: Settle) -> None:
    place = today(busy, settle)
    buttons = place.buttons[len(CASE_NUMBERS) :]  # those of casework are tested with the place Cases
    names = [button.accessibleName() for button in buttons]
    assert names == [
        "1 scan bezig of wachtend", "1 onderbroken scan te hervatten", "1 mislukte scan deze week",
        "1 pagina niet bereikt", "0 noodobjecten 90 dagen niet gescand",
    ]  # fmt: skip
    batch = busy.place("batch")
    assert isinstance(batch, Batch)
    for number, expected in (
        (0, [ScanState.WAITING]), (1, [ScanState.INTERRUPTED]), (2, [ScanState.FAILED]), (3, [ScanState.COMPLETED]),
    ):  # fmt: skip
        busy.go(Link("today"))
        qtbot.mouseClick(buttons[number], Qt.MouseButton.LeftButton)
        settle(busy)
        assert busy.here == "batch"
        assert states_shown(batch) == expected
    busy.go(Link("today"))
    qtbot.mouseClick(buttons[4], Qt.MouseButton.LeftButton)
    settle(busy)
    assert batch.target_view.isVisible()
    assert batch.targets.item(0).target.emergency


def test_today_says_what_is_the_matter_and_why(busy: Window, settle: Settle) -> None:
    place = today(busy, settle)
    said = [place.table.index(row, 0).data() for row in range(place.table.rowCount())]
    assert said[0].startswith("mislukt: geen enkele pagina")
    assert said[0].endswith("Niets werkt.")
    assert said[1] == "onderbroken; kan worden hervat"
    assert said[-1] == "1 pagina niet bereikt"
    place.view.choose(place.table.item(0).scan.id)
    QTest.keyClick(place.view, Qt.Key.Key_Return)
    settle(busy)
    settle(busy)
    assert busy.here == "organisations"
    assert busy.organisations.target.scan is not None
    assert busy.organisations.target.scan.state is ScanState.FAILED


def test_today_counts_pages_by_day(busy: Window, settle: Settle) -> None:
    place = today(busy, settle)
    assert place.chart.figure is not None
    heading, rows = place.chart.figure.table()
    assert heading == ["Dag", "onderzocht", "niet bereikt"]
    assert len(rows) == 14
    assert rows[-1][0].startswith(str(datetime.now(UTC).astimezone().day))
    assert rows[-1][1:] == ["3", "1"]


def test_today_leads_back_to_where_one_was(busy: Window, qtbot: QtBot, settle: Settle) -> None:
    busy.go(Link("rulebook", "rule", "link-has-name"))
    settle(busy)
    place = today(busy, settle)
    qtbot.mouseClick(place._recents[0], Qt.MouseButton.LeftButton)
    assert busy.here == "rulebook"


def test_a_freeze_needs_a_reason_and_is_shown_everywhere(busy: Window, qtbot: QtBot, settle: Settle) -> None:
    batch = busy.go(Link("batch"))
    assert isinstance(batch, Batch)
    settle(busy)
    freeze = batch.freeze
    freeze.switch.click()
    assert freeze.reason.hasFocus()
    freeze.switch.click()
    settle(busy)
    assert busy.messages.property("kind") == "error"
    qtbot.keyClicks(freeze.reason, "Dijkdoorbraak")
    QTest.keyClick(freeze.reason, Qt.Key.Key_Return)
    settle(busy)
    settle(busy)
    assert "Dijkdoorbraak" in freeze._words.text()
    place = today(busy, settle)
    assert place.frozen.isVisible()
    assert "Dijkdoorbraak" in place.frozen.text()
    busy.go(Link("batch"))
    assert freeze.switch.text() == "Noodstop opheffen"
    freeze.switch.click()
    settle(busy)
    settle(busy)
    assert not today(busy, settle).frozen.isVisible()


def test_what_can_be_done_with_a_scan_follows_its_state(busy: Window, settle: Settle) -> None:
    batch = busy.go(Link("batch", "state", "interrupted"))
    assert isinstance(batch, Batch)
    settle(busy)
    assert (batch.resume.isEnabled(), batch.pause.isEnabled(), batch.stop.isEnabled()) == (True, False, False)
    batch.which.setCurrentIndex(batch.which.findData("done"))
    assert not batch.resume.isEnabled()
    batch.which.setCurrentIndex(batch.which.findData("all"))
    batch.words.setText("noorderkoggen")
    assert len(states_shown(batch)) == 3
    batch.words.setText("no such thing")
    assert batch._nothing.isVisible()


def rulebook(window: Window, settle: Settle, link: Link | None = None) -> RuleBook:
    place = window.go(link or Link("rulebook"))
    settle(window)
    assert isinstance(place, RuleBook)
    return place


def test_the_rule_book_holds_both_engines_and_filters(window: Window, settle: Settle) -> None:
    place = rulebook(window, settle)
    total = place.rules.total
    place.engine.setCurrentIndex(place.engine.findData("own"))
    own = place.rules.rowCount()
    place.engine.setCurrentIndex(place.engine.findData("axe"))
    assert own + place.rules.rowCount() == total
    place.engine.setCurrentIndex(0)
    place.words.setText("23a2a8")
    assert "image-has-name" in [place.rules.item(row).id for row in range(place.rules.rowCount())]
    place.words.setText("9.1.4.3")
    assert place.rules.rowCount() >= 2
    assert place.count.text() == f"{place.rules.rowCount()} van {total}"


def test_the_manual_page_of_every_rule_can_be_written(window: Window, settle: Settle) -> None:
    place = rulebook(window, settle)
    for row in range(place.rules.rowCount()):
        rule = place.rules.item(row)
        place.rule_view.choose(rule.id)
        text = place.manual.toPlainText()
        assert rule.id in text
        assert rule.title.nl in text
        assert "Hoe te herstellen" in text


def test_examples_are_shown_as_text(window: Window, settle: Settle) -> None:
    """The examples hold HTML of pages with barriers; none of it may become part of the page."""
    place = rulebook(window, settle, Link("rulebook", "rule", "image-has-name"))
    assert "<img" in place.manual.toPlainText()
    assert "<img" not in place.manual.toHtml()


def test_a_norm_leads_to_its_rules(window: Window, settle: Settle) -> None:
    place = rulebook(window, settle)
    place.tabs.setCurrentIndex(1)
    assert place.norms.total >= 50
    assert sum(place.norms.item(row).demanded for row in range(place.norms.rowCount())) == 50
    place.norm_view.choose("wcag:1.4.3")
    QTest.keyClick(place.norm_view, Qt.Key.Key_Return)
    assert place.tabs.currentIndex() == 0
    shown = [place.rules.item(row) for row in range(place.rules.rowCount())]
    assert shown
    assert all("wcag:1.4.3" in rule.requirements for rule in shown)


def test_settings_count_at_once_and_are_kept(
    open_window: Callable[..., Window], tmp_path: Path, settle: Settle
) -> None:
    window = open_window(tmp_path / "empty.sqlite3")
    place = window.go(Link("settings"))
    assert isinstance(place, Settings)
    settle(window)
    assert str(tmp_path / "empty.sqlite3") in place.installed.toPlainText()
    place.themes["dark"].click()
    assert window.desk.look.palette.dark
    place.size_slider.setValue(150)
    assert window.desk.look.type.factor == 1.5
    assert place._size_now.text() == "150 %"
    place.size_slider.setValue(100)
    place.at_once.setValue(4)
    place.languages["en"].click()
    settle(window)
    assert window.header.path == "Settings"
    assert window.runs.at_once == 4
    window.close()
    again = open_window(tmp_path / "empty.sqlite3")
    assert again.runs.at_once == 4
