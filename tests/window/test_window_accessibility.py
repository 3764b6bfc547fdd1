"""The window passes a check like its own (EN 301 549, chapter 11): names, keyboard, visible focus, no clipped words.

Every place of ``ui.catalogue`` is walked by itself; a state that has to be brought about (a form, a message, a running
scan) is one function in ``STATES``. Marks name the clauses that a test shows; the accessibility statement is made from
them (``make statement``).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from accessible import controls, cut_words, faint_words, nameless, sideways, tree, walk_by_tab
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QAccessible, QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QTabWidget

from eaa_checker.domain.scan import Progress, Scan
from eaa_checker.engine import Engine
from ui import catalogue
from ui.batch.place import Batch
from ui.bridge import Bridge
from ui.language import Language
from ui.place import Link
from ui.rulebook.place import RuleBook
from ui.scanning.grid import sign_of
from ui.style.look import Look
from ui.today.place import Today
from ui.undoing import Edit
from ui.window import Window

States = Callable[[Window], None]
PLACES = [entry.key for entry in catalogue.ENTRIES]
NAMES_AND_ROLES = pytest.mark.clause("11.4.1.2.1", "11.5.2.3", "11.5.2.5", "11.5.2.8", "11.1.1.1.1", "11.3.3.2")
BY_KEYBOARD = pytest.mark.clause("11.2.1.1.1", "11.2.1.2", "11.2.4.3", "11.2.4.7", "11.5.2.14")


def show_observations(window: Window) -> None:
    window.organisations.target.tabs.setCurrentIndex(0)


def show_html(window: Window) -> None:
    window.organisations.target.detail.evidence.tabs.setCurrentIndex(1)


def show_places(window: Window) -> None:
    window.organisations.target.detail.evidence.tabs.setCurrentIndex(2)


def show_pages(window: Window) -> None:
    window.organisations.target.tabs.setCurrentIndex(1)


def show_scans(window: Window) -> None:
    window.organisations.target.tabs.setCurrentIndex(2)


def show_forms(window: Window) -> None:
    window.organisations.register.add_target()
    window.organisations.target.header.options.setChecked(True)


def show_organisation_form(window: Window) -> None:
    window.organisations.register.add_organisation()
    window.desk.notices.say("warning", "Let op.", "Doe iets")


def show_progress(window: Window) -> None:
    assert window.organisations.target.scan is not None
    window.organisations.target.progress.follow(window.organisations.target.scan)
    window.organisations.target.progress.show()


def show_grid(window: Window) -> None:
    show_progress(window)
    scan = window.organisations.target.scan
    assert scan is not None
    endings = ("captured", "not-found", "document", "timeout", "not-settled")
    for number in range(40):
        address = f"https://www.waterland.example/{number}"
        window.organisations.target.progress.report(Progress(scan.id, "visiting", found=50, address=address))
        ending = endings[number % len(endings)]
        report = Progress(scan.id, "page", found=50, tested=number, address=address, ending=ending, seconds_left=9)
        window.organisations.target.progress.report(report)


def show_help(window: Window) -> None:
    window.show_help()


def show_rule_help(window: Window) -> None:
    window.organisations.target.observations.view.choose_first()
    window.show_help()


def show_today_table(window: Window) -> None:
    today = window.go(Link("today"))
    assert isinstance(today, Today)
    today.chart.as_table.setChecked(True)


def show_batch_start(window: Window) -> None:
    window.go(Link("batch", "start"))


def show_freeze(window: Window) -> None:
    batch = window.go(Link("batch"))
    assert isinstance(batch, Batch)
    batch.freeze.switch.click()


def show_rulebook(window: Window) -> None:
    window.go(Link("rulebook", "rule", "image-has-name"))


def show_norms(window: Window) -> None:
    place = window.go(Link("rulebook"))
    assert isinstance(place, RuleBook)
    place.tabs.setCurrentIndex(1)


def show_organisation_edit(window: Window) -> None:
    window.go(Link("organisations", "organisation", 1))
    window.organisations.edit_chosen()


def show_target_edit(window: Window) -> None:
    window.organisations.edit_chosen()


def show_role_form(window: Window) -> None:
    window.organisations.edit_chosen()
    window.organisations.file.when_read(window.organisations.file.roles.hand_over.click)


def show_organisation_end(window: Window) -> None:
    window.go(Link("organisations", "organisation", 1))
    window.organisations.body.when_read(window.organisations.body.end_body.click)


def show_target_end(window: Window) -> None:
    window.organisations.edit_chosen()
    window.organisations.file.when_read(window.organisations.file.edit_form.leave)
    window.organisations.file.when_read(window.organisations.file.end.click)


def show_undo_offer(window: Window) -> None:
    edit = Edit("organisation:1", "Veiligheidsregio", 1, 2, lambda _, version: version, window.refresh)
    window.desk.undoing.offer(edit, "Veiligheidsregio is opgeslagen.")


def show_beginning(window: Window) -> None:
    today = window.go(Link("today"))
    assert isinstance(today, Today)
    today.beginning.show_begun(1, 1, scanned=False)


def show_search(window: Window) -> None:
    window.search.begin()


STATES: tuple[States, ...] = (
    show_observations, show_html, show_places, show_pages, show_scans, show_forms, show_organisation_form,
    show_progress, show_grid, show_help, show_rule_help, show_today_table, show_batch_start, show_freeze,
    show_rulebook, show_norms, show_search, show_organisation_edit, show_target_edit, show_role_form, show_undo_offer,
    show_organisation_end, show_target_end,
    show_beginning,
)  # fmt: skip


@pytest.fixture(params=STATES, ids=lambda state: state.__name__.removeprefix("show_"))
def shown(request: pytest.FixtureRequest, window: Window, settle: Callable[[Window], None]) -> Window:
    """The window in each of its states."""
    request.param(window)
    settle(window)
    QApplication.processEvents()
    return window


@pytest.fixture(scope="module")
def house(
    qapp: QApplication, one_look: Look, sample_file: tuple[Path, Scan], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SimpleNamespace]:
    """One window on the sample for all places, with ``go(key)`` and ``settle()``."""
    language = Language(qapp, "nl")
    engine = Engine.open(sample_file[0])
    bridge = Bridge(engine, qapp)
    memory = QSettings(str(tmp_path_factory.mktemp("house") / "window.ini"), QSettings.Format.IniFormat)
    window = Window(bridge, one_look, language, memory)
    window.show()

    def settle() -> None:
        QTest.qWait(20)
        for _ in range(3000):
            if not bridge.busy:
                break
            QTest.qWait(20)
        assert not bridge.busy
        QApplication.processEvents()

    def go(key: str) -> Window:
        window.go(Link(key))
        settle()
        return window

    def dress(code: str = "nl", factor: float = 1.0, theme: str = "light", size: tuple[int, int] = (1280, 800)) -> None:
        """Only what differs: each change lays out every place again."""
        window.resize(*size)
        if language.code != code:
            language.switch(code)
        if one_look.theme != theme:
            one_look.use(theme)
        if one_look.type.factor != factor:
            one_look.enlarge(factor - one_look.type.factor)
        settle()

    yield SimpleNamespace(window=window, go=go, settle=settle, dress=dress)
    dress()
    window.close()
    bridge.close()
    engine.close()
    language.close()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def tabs_of(window: Window) -> Iterator[str]:
    """Shows each page of each row of tabs in the place that is shown, and gives its title."""
    for tabs in window.places.currentWidget().findChildren(QTabWidget):
        if not tabs.isVisible():
            continue
        before = tabs.currentIndex()
        for number in range(tabs.count()):
            if number != before and tabs.isTabEnabled(number):
                tabs.setCurrentIndex(number)
                yield tabs.tabText(number)
        tabs.setCurrentIndex(before)


@NAMES_AND_ROLES
@pytest.mark.parametrize("key", PLACES)
def test_every_control_of_a_place_has_a_name_and_a_role(house: SimpleNamespace, key: str) -> None:
    window = house.go(key)
    assert len(controls(window)) >= 4
    assert len(list(tree(QAccessible.queryAccessibleInterface(window)))) > 20
    assert nameless(window) == []
    for title in tabs_of(window):
        house.settle()
        assert (title, nameless(window)) == (title, [])


@BY_KEYBOARD
@pytest.mark.parametrize("key", PLACES)
def test_tab_reaches_every_control_of_a_place_and_shows_where_it_is(house: SimpleNamespace, key: str) -> None:
    assert walk_by_tab(house.go(key)) == ([], [])


@NAMES_AND_ROLES
@BY_KEYBOARD
def test_a_state_has_names_and_roles_and_is_walked_by_tab(shown: Window) -> None:
    assert len(controls(shown)) >= 4
    assert nameless(shown) == []
    assert walk_by_tab(shown) == ([], [])


@pytest.mark.clause("11.1.4.3", "11.7")
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_are_drawn_with_enough_contrast(house: SimpleNamespace, theme: str) -> None:
    """Measured on the pixels of every place, not on what the palette promises."""
    house.dress(theme=theme)
    faint = [f"{key}: {one}" for key in PLACES for one in faint_words(house.go(key))]
    house.dress()
    assert not faint, "\n".join(faint)


@pytest.mark.clause("11.1.4.4.1", "11.1.3.4")
@pytest.mark.parametrize(("code", "factor"), [("nl", 1.0), ("nl", 2.0), ("en", 2.0)])
def test_no_words_are_cut_in_any_place(house: SimpleNamespace, code: str, factor: float) -> None:
    """Up to 200 % text on the smallest screen that is supported; only one direction of scrolling is needed."""
    house.dress(code, factor, size=(1024, 600))
    wrong = []
    for key in PLACES:
        window = house.go(key)
        wrong += [f"{key}: {one}" for one in (*cut_words(window), *sideways(window))]
        assert window.width() == 1024, f"{key} makes the window wider"
        assert window.height() == 600, f"{key} makes the window higher"
    house.dress()
    assert not wrong, "\n".join(wrong)


@pytest.mark.clause("11.1.4.10")
def test_at_400_percent_everything_is_drawn_and_nothing_is_cut(house: SimpleNamespace, tmp_path: Path) -> None:
    """A screen of 2880 by 1920 at 400 % leaves 720 by 480 to the window: the least it can be."""
    window = house.window
    window.resize(720, 480)
    house.settle()
    wrong = []
    for key in PLACES:
        house.go(key)
        wrong += [f"{key}: {one}" for one in cut_words(window)]  # places scroll in both directions from here on
        assert window.size().toTuple() == (720, 480), key
    house.dress()
    assert not wrong, "\n".join(wrong)
    picture = tmp_path / "large.png"
    environment = {**os.environ, "QT_SCALE_FACTOR": "4", "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "ui.application", "--database", str(tmp_path / "new.sqlite3")]
    command += ["--size", "720x480", "--screenshot", str(picture)]
    subprocess.run(command, env=environment, check=True, timeout=120)
    assert QImage(str(picture)).size().toTuple() == (2880, 1920)


@pytest.mark.clause("11.2.1.1.1")
def test_no_two_actions_share_a_shortcut(window: Window) -> None:
    keys = [shortcut.toString() for action in window.findChildren(QAction) for shortcut in action.shortcuts()]
    keys += [button.shortcut().toString() for button in window.findChildren(QAbstractButton) if button.shortcut()]
    keys = [key for key in keys if key]
    assert len(keys) > 15
    assert sorted(key for key in keys if keys.count(key) > 1) == []


@pytest.mark.clause("11.2.1.1.1")
@pytest.mark.parametrize("code", ["nl", "en"])
def test_no_two_entries_of_a_menu_share_a_letter(window: Window, code: str) -> None:
    window.desk.language.switch(code)
    menus = [[action.text() for action in window.menuBar().actions()]]
    menus += [[a.text() for a in menu.actions() if a.text()] for menu in window.menuBar().findChildren(QMenu)]
    for texts in menus:
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), texts
        assert all("&" in text for text in texts) or texts == ["Nederlands", "English"], texts


@pytest.mark.clause("11.1.1.1.1")
def test_the_picture_is_described(window: Window, settle: Callable[[Window], None]) -> None:
    window.organisations.target.observations.view.choose_first()
    settle(window)
    said = window.organisations.target.detail.evidence.picture.accessibleDescription()
    assert "48 bij 48 pixels, 24 vanaf de linkerkant en 12 vanaf de bovenkant" in said
    assert "https://www.waterland.example/" in said


@pytest.mark.clause("11.1.4.1", "11.2.1.1.1")
def test_the_signs_of_the_grid_are_walked_by_keys(window: Window) -> None:
    show_grid(window)
    grid = window.organisations.target.progress.grid
    assert len(grid.cells) == 40
    assert "8 vastgelegd" in grid.accessibleDescription()
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.words(grid.current) == "https://www.waterland.example/1: pagina bestaat niet"
    shapes = {sign_of(cell.ending)[0] for cell in grid.cells}
    assert len(shapes) >= 4, "outcomes differ in shape"
