"""Every edit can be undone: a new entry in the decision trail, refused when somebody else edited in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eaa_checker.domain.organisation import Criticality, Role
from eaa_checker.domain.trail import Actor
from eaa_checker.engine import Engine
from eaa_checker.store import Store
from ui.place import Link
from ui.registered.organisation_file import OrganisationFile
from ui.registered.target_file import TargetFile
from ui.undoing import GROUND
from ui.window import Window

Settle = Callable[[Window], None]
BRAM = Actor("Bram", "bram@werkplek")


@pytest.fixture
def register(open_window: Callable[..., Window], sample_copy: Path, settle: Settle) -> Window:
    opened = open_window(sample_copy)
    settle(opened)
    return opened


def engine_of(window: Window) -> Engine:
    return window.desk.bridge.engine


def show_body(window: Window, settle: Settle, number: int = 1) -> OrganisationFile:
    window.go(Link("organisations", "organisation", number))
    for _ in range(3):
        settle(window)
    return window.organisations.body


def show_file(window: Window, settle: Settle, number: int = 1) -> TargetFile:
    window.go(Link("organisations", "target", number))
    settle(window)
    settle(window)
    window.organisations.edit_chosen()
    settle(window)
    settle(window)
    return window.organisations.file


def press_undo(window: Window, qtbot: QtBot, settle: Settle) -> None:
    window.activateWindow()
    window.organisations.register.tree.setFocus()
    qtbot.keyClick(window.organisations.register.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    for _ in range(3):
        settle(window)


def actions(window: Window, subject: str) -> list[tuple[str, str]]:
    return [(one.action, one.ground) for one in engine_of(window)._store.trail.entries(subject)]


def test_an_organisation_is_edited_by_keyboard_and_the_edit_is_undone(
    register: Window, qtbot: QtBot, settle: Settle
) -> None:
    body = show_body(register, settle)
    before = engine_of(register).registers.file(1).organisation
    assert not register.menus.undo.isEnabled()
    register.menus.edit.trigger()
    settle(register)
    form = body.edit_form
    assert QApplication.focusWidget() is form.name
    form.name.selectAll()
    qtbot.keyClicks(form.name, "Veiligheidsregio Zaan")
    qtbot.keyClicks(form.oin, "1234")
    qtbot.keyClick(form.oin, Qt.Key.Key_Return)
    settle(register)
    assert form.wrong.text() == "Een OIN heeft 20 cijfers; “1234” niet."
    assert form.send.isEnabled()
    form.oin.setText("0" * 19 + "7")
    form.kvk.setText("12345678")
    form.parent_body.setText("Zuidermeer")
    form.tags.setText("112, noord ,112")
    qtbot.keyClick(form.tags, Qt.Key.Key_Return)
    for _ in range(3):
        settle(register)
    now = engine_of(register).registers.file(1).organisation
    assert (now.name, now.oin, now.kvk) == ("Veiligheidsregio Zaan", "0" * 19 + "7", "12345678")
    assert now.tags == ("112", "noord")
    assert now.parent_id == 3
    assert "Provincie Zuidermeer" in body.reading.toPlainText()
    assert register.messages.text == "Veiligheidsregio Zaan is opgeslagen."
    assert register.messages._action.text() == "Ongedaan maken"
    assert QApplication.focusWidget() is body.edit
    chosen = register.organisations.register.tree.chosen_value()
    assert chosen is not None
    assert chosen.name == "Veiligheidsregio Zaan"
    press_undo(register, qtbot, settle)
    again = engine_of(register).registers.file(1).organisation
    assert (again.name, again.oin, again.kvk, again.tags, again.parent_id) == (
        before.name, before.oin, before.kvk, before.tags, before.parent_id,
    )  # fmt: skip
    assert again.version == before.version + 2
    assert register.messages.text == "Ongedaan gemaakt: Veiligheidsregio Zaan"
    assert before.name in body.reading.toPlainText()
    assert actions(register, "organisation:1")[-2:] == [("organisation.edited", ""), ("organisation.edited", GROUND)]
    assert engine_of(register)._store.trail.faults() == []
    assert not register.menus.undo.isEnabled()


def test_edits_are_undone_one_after_the_other_and_not_over_somebody_elses(
    register: Window, qtbot: QtBot, settle: Settle, sample_copy: Path
) -> None:
    body = show_body(register, settle)
    for name in ("Een", "Twee", "Drie"):
        body.begin_edit()
        settle(register)
        body.edit_form.name.setText(name)
        body.edit_form.submit()
        for _ in range(3):
            settle(register)
    press_undo(register, qtbot, settle)
    assert engine_of(register).registers.file(1).organisation.name == "Twee"
    press_undo(register, qtbot, settle)
    now = engine_of(register).registers.file(1).organisation
    assert now.name == "Een"
    with Store.open(sample_copy) as store:
        store.registers.edit_organisation(BRAM, 1, now.version, {"kvk": "87654321"}, action="organisation.edited")
    count = len(actions(register, "organisation:1"))
    press_undo(register, qtbot, settle)
    assert "is daarna opnieuw gewijzigd, hier of door iemand anders. Er is niets veranderd." in register.messages.text
    assert engine_of(register).registers.file(1).organisation.kvk == "87654321"
    assert len(actions(register, "organisation:1")) == count
    assert "87654321" in body.reading.toPlainText()  # what is stored is shown


def test_two_who_edit_the_same_see_both_versions(register: Window, settle: Settle, sample_copy: Path) -> None:
    body = show_body(register, settle)
    body.begin_edit()
    settle(register)
    form = body.edit_form
    with Store.open(sample_copy) as store:
        values = {"name": "Regio van Bram", "parent_id": 2}
        store.registers.edit_organisation(BRAM, 1, 1, values, action="organisation.edited")
    form.name.setText("Regio van mij")
    form.submit()
    settle(register)
    assert form.conflict.isVisible()
    assert "Regio van Bram" in form.conflict.both.text()
    assert "Regio van mij" in form.conflict.both.text()
    assert form.name.text() == "Regio van mij"
    form.conflict.keep_mine.click()
    for _ in range(3):
        settle(register)
    now = engine_of(register).registers.file(1).organisation
    assert (now.name, now.parent_id) == ("Regio van mij", 2)
    register.desk.undoing.undo()
    for _ in range(3):
        settle(register)
    assert engine_of(register).registers.file(1).organisation.name == "Regio van Bram"


def test_edits_of_other_fields_do_not_get_in_each_others_way(
    register: Window, settle: Settle, sample_copy: Path
) -> None:
    body = show_body(register, settle)
    body.begin_edit()
    settle(register)
    with Store.open(sample_copy) as store:
        store.registers.edit_organisation(BRAM, 1, 1, {"kvk": "87654321"}, action="organisation.edited")
    body.edit_form.name.setText("Regio van mij")
    body.edit_form.submit()
    for _ in range(4):
        settle(register)
    now = engine_of(register).registers.file(1).organisation
    assert (now.name, now.kvk) == ("Regio van mij", "87654321")


def test_a_target_is_edited_and_the_edit_is_undone(register: Window, qtbot: QtBot, settle: Settle) -> None:
    page = show_file(register, settle)
    before = engine_of(register).target(1)
    form = page.edit_form
    assert form.isVisible()
    form.criticality.choose(Criticality.ROUTE)
    form.hosts.setText("cdn.waterland.example, kaart.waterland.example")
    form.emergency.setChecked(False)
    form.submit()
    for _ in range(3):
        settle(register)
    now = engine_of(register).target(1)
    assert (now.criticality, now.emergency) == (Criticality.ROUTE, False)
    assert now.extra_hosts == ("cdn.waterland.example", "kaart.waterland.example")
    assert "noodroute" in page.reading.toPlainText()
    press_undo(register, qtbot, settle)
    again = engine_of(register).target(1)
    assert (again.criticality, again.emergency, again.extra_hosts) == (
        before.criticality, before.emergency, before.extra_hosts,
    )  # fmt: skip
    assert actions(register, "target:1")[-2:] == [("target.edited", ""), ("target.edited", GROUND)]


def test_an_organisation_and_a_target_end_for_a_reason_and_that_is_undone(
    register: Window, qtbot: QtBot, settle: Settle
) -> None:
    engine = engine_of(register)
    body = show_body(register, settle)
    page = show_file(register, settle)
    page.edit_form.leave()
    for subject, shown, button, form, entry in (
        ("target", page, page.end, page.ending, lambda: engine.target(1)),
        ("organisation", body, body.end_body, body.body_ending, lambda: engine.registers.file(1).organisation),
    ):
        if subject == "organisation":
            show_body(register, settle)
        button.click()
        assert form.isVisible()
        form.submit()
        assert form.wrong.text() == "Geef aan waarom dit eindigt."
        form.on.setText("31-10-2026")
        form.reason.setText("opgeheven")
        form.submit()
        for _ in range(3):
            settle(register)
        assert entry().ended == date(2026, 10, 31)
        assert not button.isEnabled()
        assert not form.isVisible()
        there = sorted(one.id for one in engine.registers.targets_that_exist(date(2026, 11, 1)))
        assert there == ([2, 3] if subject == "target" else [3])
        assert len(engine.registers.targets_that_exist(date(2026, 10, 31))) == 3
        tree = register.organisations.register.tree
        assert f"{entry().name} – tot en met 31-10-2026" in [item.text() for item in tree._all()]
        assert "Beëindigd op: 31 okt" in shown.reading.toPlainText()
        press_undo(register, qtbot, settle)
        assert entry().ended is None
        assert button.isEnabled()
        assert actions(register, f"{subject}:1")[-2:] == [
            (f"{subject}.ended", "opgeheven"), (f"{subject}.exists-again", GROUND),
        ]  # fmt: skip


def test_roles_are_given_ended_and_handed_over_and_each_is_undone(
    register: Window, qtbot: QtBot, settle: Settle
) -> None:
    page = show_file(register, settle)
    page.edit_form.leave()
    roles = page.roles

    def held() -> set[tuple[str, str]]:
        links = engine_of(register).registers.links(target_id=1)
        return {(one.organisation_name, one.role.value) for one in links if one.valid_until is None}

    def store(form: object) -> None:
        form.submit()  # type: ignore[attr-defined]
        for _ in range(3):
            settle(register)

    first = held()
    roles.give.click()
    roles.giving.other.setText("Noorderkoggen")
    roles.giving.role.choose(Role.SUPPLIER)
    store(roles.giving)
    assert held() == first | {("Gemeente Noorderkoggen", "supplier")}
    assert "leverancier: Gemeente Noorderkoggen" in page.reading.toPlainText()
    press_undo(register, qtbot, settle)
    assert held() == first
    roles.end.click()
    assert roles.ending.which.text() == "Beheerder: Veiligheidsregio Waterland"
    roles.ending.reason.setText("opgeheven")
    store(roles.ending)
    assert held() == set()
    press_undo(register, qtbot, settle)
    assert held() == first
    roles.hand_over.click()
    roles.handing.to.setText("Zuidermeer")
    roles.handing.since.set_day(date(2026, 9, 1))
    roles.handing.reason.setText("herindeling")
    store(roles.handing)
    assert held() == {("Provincie Zuidermeer", "responsible")}
    press_undo(register, qtbot, settle)
    assert held() == first
    assert [action for action, _ in actions(register, "target:1")][-6:] == [
        "target.linked", "target.link-undone", "target.unlinked", "target.link-undone", "target.handed-over",
        "target.link-undone",
    ]  # fmt: skip


def test_contacts_are_undone_in_turn(register: Window, qtbot: QtBot, settle: Settle) -> None:
    body = show_body(register, settle)

    def stored() -> list[tuple[str, bool]]:
        found = engine_of(register).registers.contacts(1)
        return sorted((one.name, one.valid_until is None) for one in found)

    def fill(name: str, day: str, *, correct: bool = False) -> None:
        body.form.name.setText(name)
        body.form.since.setText(day)
        body.form.correct.setChecked(correct)
        body.form.submit()
        for _ in range(3):
            settle(register)

    body.add.click()
    fill("A. Jansen", "01-02-2026")
    body.view.choose_first()
    body.change.click()
    fill("A. Janssen", "01-02-2026", correct=True)
    body.change.click()
    fill("B. Pieters", "01-09-2026")
    assert stored() == [("A. Janssen", False), ("B. Pieters", True)]
    body.view.choose(next(one.id for one in engine_of(register).registers.contacts(1) if one.name == "B. Pieters"))
    body.end.click()
    body.ending.submit()
    for _ in range(3):
        settle(register)
    assert stored() == [("A. Janssen", False), ("B. Pieters", False)]
    for expected in (
        [("A. Janssen", False), ("B. Pieters", True)],
        [("A. Janssen", True)],
        [("A. Jansen", True)],
        [],
    ):
        press_undo(register, qtbot, settle)
        assert stored() == expected, register.messages.text


def test_in_a_text_field_the_keys_undo_typing(register: Window, qtbot: QtBot, settle: Settle) -> None:
    body = show_body(register, settle)
    for name in ("Een", "Twee"):
        body.begin_edit()
        settle(register)
        body.edit_form.name.setText(name)
        body.edit_form.submit()
        for _ in range(3):
            settle(register)
    body.begin_edit()
    settle(register)
    register.activateWindow()
    field = body.edit_form.tags
    field.setFocus()
    qtbot.keyClicks(field, "noord")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(register)
    assert field.text() == ""
    assert engine_of(register).registers.file(1).organisation.name == "Twee"
    body.edit_form.leave()
    body.reading.setFocus()
    qtbot.keyClick(body.reading, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(register)
    settle(register)
    assert engine_of(register).registers.file(1).organisation.name == "Een"
