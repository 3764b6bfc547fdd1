"""The frame round the places: going there, the path back, the search over everything, what was looked at last."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_sample import SITE

from eaa_checker.domain.scan import Scan
from ui import catalogue
from ui.place import Link
from ui.rulebook.place import RuleBook
from ui.shell.header import CrumbButton
from ui.window import Window

Settle = Callable[[Window], None]


def found(window: Window) -> list[tuple[str, str]]:
    """(title, sort) of each row of the search."""
    rows = window.search.results.list
    items = [rows.topLevelItem(n) for n in range(rows.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def search(window: Window, qtbot: QtBot, settle: Settle, words: str) -> list[tuple[str, str]]:
    window.activateWindow()
    window.menus.search.trigger()
    window.search.clear()
    qtbot.keyClicks(window.search, words)
    window.search.look()
    settle(window)
    return found(window)


def test_every_place_opens_by_its_keys_and_marks_itself(window: Window, settle: Settle) -> None:
    for number, entry in enumerate(catalogue.ENTRIES):
        assert window.menus.places[number].shortcut().toString() == f"Ctrl+{number + 1}"
        window.menus.places[number].trigger()
        settle(window)
        assert window.here == entry.key
        assert window.rail.currentIndex() == number
        assert window.places.currentWidget() is window.place(entry.key)
        assert window.header.path.startswith(entry.title())
        assert entry.title() in window.windowTitle()


def test_places_are_made_when_they_are_first_gone_to(open_window: Callable[..., Window], tmp_path: Path) -> None:
    window = open_window(tmp_path / "empty.sqlite3")
    assert set(window._made) == {"organisations"}
    window.go(Link("today"))
    assert set(window._made) == {"organisations", "today"}


def test_starting_reads_no_place_that_is_not_shown() -> None:
    """What the first place needs is enough to start with; the rest comes when somebody goes there."""
    code = "import sys, ui.application; print([m for m in sys.modules if m.startswith('ui.') and m.endswith('.place')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "['ui.place']" or done.stdout.strip() == "[]"


@pytest.mark.clause("11.2.1.1.1", "11.3.2.1")
def test_the_rail_is_one_tab_stop_with_arrow_keys(window: Window, qtbot: QtBot, settle: Settle) -> None:
    window.rail.setFocus()
    QTest.keyClick(window.rail, Qt.Key.Key_Home)
    settle(window)
    assert window.here == "today"
    assert QApplication.focusWidget() is window.rail, "walking along the rail does not lose the keyboard"
    QTest.keyClick(window.rail, Qt.Key.Key_End)
    settle(window)
    assert window.here == catalogue.ENTRIES[-1].key


@pytest.mark.clause("11.5.2.9", "11.5.2.13", "11.1.3.1.1")
def test_the_rail_tells_assistive_technology_which_place_is_shown(window: Window) -> None:
    interface = QAccessible.queryAccessibleInterface(window.rail)
    tabs = [interface.child(n) for n in range(interface.childCount())]
    pages = [tab for tab in tabs if tab.role() == QAccessible.Role.PageTab]
    names = [tab.text(QAccessible.Text.Name) for tab in pages]
    assert names == [entry.title() for entry in catalogue.ENTRIES]
    assert [tab.text(QAccessible.Text.Name) for tab in pages if tab.state().selected] == ["Instanties en objecten"]


@pytest.mark.clause("11.1.4.1")
def test_the_place_that_is_shown_has_a_bar_not_only_a_colour(window: Window) -> None:
    rail = window.rail
    image, area = rail.grab().toImage(), rail.tabRect(rail.currentIndex())
    other = rail.tabRect(0)
    bar = window.desk.look.colour("nav_focus")
    assert image.pixelColor(area.left() + 1, area.center().y()) == bar
    assert image.pixelColor(other.left() + 1, other.center().y()) != bar


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_path_can_be_read_in_every_palette(window: Window, qtbot: QtBot, settle: Settle, theme: str) -> None:
    """It is made anew when the place or the palette changes: all of it must be on the screen, in the new colours."""
    window.go(Link("today"))
    window.go(Link("rulebook", "rule", "link-has-name"))
    settle(window)
    window.desk.look.use(theme)
    qtbot.wait(20)
    assert all(step.isVisible() for step in window.header._steps)
    here = window.header._steps[-1]
    at = here.mapTo(window, here.rect().topLeft())
    image = window.grab().toImage().copy(at.x(), at.y(), here.width(), here.height())
    text = window.desk.look.colour("text")
    assert any(image.pixelColor(x, y) == text for x in range(image.width()) for y in range(image.height()))


def test_the_path_leads_back(window: Window, qtbot: QtBot, settle: Settle) -> None:
    assert window.header.path == "Instanties en objecten › Veiligheidsregio Waterland › Website"
    buttons = [button for button in window.header.findChildren(CrumbButton) if button.isVisible()]
    steps = {button.accessibleName(): button for button in buttons}
    qtbot.mouseClick(steps["Veiligheidsregio Waterland"], Qt.MouseButton.LeftButton)
    settle(window)
    assert window.header.path == "Instanties en objecten › Veiligheidsregio Waterland"
    assert not window.menus.start.isEnabled(), "F5 needs a target"


@pytest.mark.parametrize(
    ("words", "title", "sort"),
    [
        ("noorderkog", "Gemeente Noorderkoggen", "instantie"),
        ("crisis.waterland", "Crisispagina", "object"),
        ("/nieuws", "Nieuws", "adres"),
        ("image-has-name", "Afbeelding heeft een tekstalternatief", "regel"),
        ("1.4.3", "1.4.3 Contrast (minimum)", "norm"),
        ("hoog contrast", "Hoog contrast", "opdracht"),
    ],
)
def test_the_search_finds_everything(
    window: Window, qtbot: QtBot, settle: Settle, words: str, title: str, sort: str
) -> None:
    assert (title, sort) in search(window, qtbot, settle, words)


def test_what_is_found_is_opened_by_keys(window: Window, qtbot: QtBot, settle: Settle) -> None:
    search(window, qtbot, settle, "link-has-name")
    assert window.search.results.isVisible()
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    settle(window)
    assert window.here == "rulebook"
    assert not window.search.results.isVisible()
    place = window.place("rulebook")
    assert isinstance(place, RuleBook)
    assert place.rule_view.current is not None
    assert place.rule_view.current.id == "link-has-name"
    assert window.search.text() == ""


def test_a_command_found_is_done(window: Window, qtbot: QtBot, settle: Settle) -> None:
    rows = search(window, qtbot, settle, "engels")
    assert rows[0][0].startswith("Niets gevonden")
    rows = search(window, qtbot, settle, "English")
    assert ("English", "opdracht") in rows
    for _ in range(rows.index(("English", "opdracht"))):
        QTest.keyClick(window.search, Qt.Key.Key_Down)
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    settle(window)
    assert window.desk.language.code == "en"


def test_escape_leaves_the_search_and_gives_the_keyboard_back(window: Window, qtbot: QtBot, settle: Settle) -> None:
    window.activateWindow()
    view = window.organisations.target.observations.view
    view.setFocus()
    search(window, qtbot, settle, "water")
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.search.results.isVisible()
    assert QApplication.focusWidget() is view


def test_a_search_of_ten_megabytes_does_no_harm(window: Window, settle: Settle) -> None:
    window.menus.search.trigger()
    window.search.setText("x" * 10_000_000)
    window.search.look()
    settle(window)
    assert len(found(window)) == 1


def test_what_was_looked_at_last_is_offered_and_kept(
    open_window: Callable[..., Window], sample_file: tuple[Path, Scan], settle: Settle, tmp_path: Path
) -> None:
    first = open_window(sample_file[0], sample_file[1].id)
    first.go(Link("rulebook", "rule", "link-has-name"))
    settle(first)
    titles = [visit.title for visit in first.desk.recent.visits]
    assert titles[1] == "Website – Veiligheidsregio Waterland"
    first.menus.search.trigger()
    assert (titles[0], "onlangs") in found(first)
    first.close()
    second = open_window(sample_file[0], sample_file[1].id)
    assert set(titles) <= {visit.title for visit in second.desk.recent.visits}
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert "link-has-name" in str(memory.value("recent"))


def test_the_address_found_opens_its_scan(window: Window, qtbot: QtBot, settle: Settle) -> None:
    window.go(Link("settings"))
    rows = search(window, qtbot, settle, f"{SITE}/nieuws")
    assert rows[0] == ("Nieuws", "adres")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    settle(window)
    settle(window)
    assert window.here == "organisations"
    assert window.organisations.target.scan is not None


def test_ctrl_r_reads_again(window: Window, settle: Settle) -> None:
    for entry in catalogue.ENTRIES:
        window.go(Link(entry.key))
        settle(window)
        window.menus.refresh.trigger()
        settle(window)
    assert not window.messages.isVisible()
