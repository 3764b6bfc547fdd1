"""Every step of a case passes the check of EN 301 549, chapter 11: names, keyboard, focus, no clipped words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from accessible import cut_words, faint_words, nameless, sideways, walk_by_tab
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.cases.findings import FindingsStep
from ui.cases.follow_up import FollowUpStep
from ui.cases.letter import LetterStep
from ui.cases.place import Cases
from ui.cases.plan import PlanPart
from ui.place import Link
from ui.window import Window

Settle = Callable[[Window], None]
Shown = Callable[[Window, Settle], None]


def at(key: str, kind: str = "case") -> Shown:
    def show(window: Window, settle: Settle) -> None:
        window.go(Link("cases", kind, key))
        settle(window)

    return show


def part(window: Window, settle: Settle, step: str) -> object:
    place = window.go(Link("cases", "case", f"1/{step}"))
    settle(window)
    assert isinstance(place, Cases)
    return place.page.part(place.page.step)


def asking(window: Window, settle: Settle) -> None:
    plan = part(window, settle, "plan")
    assert isinstance(plan, PlanPart)
    plan.phases.end.click()


def making(window: Window, settle: Settle) -> None:
    findings = part(window, settle, "findings")
    assert isinstance(findings, FindingsStep)
    findings.new.click()
    settle(window)


def begin_letter(window: Window, settle: Settle) -> None:
    letter = part(window, settle, "letter")
    assert isinstance(letter, LetterStep)
    letter.new.click()
    settle(window)
    letter.tabs.setCurrentIndex(1)


def follow_up(tab: int) -> Shown:
    def show(window: Window, settle: Settle) -> None:
        found = part(window, settle, "follow-up")
        assert isinstance(found, FollowUpStep)
        found.tabs.setCurrentIndex(tab)
        settle(window)
        if tab == 0:
            found.deadlines.new.click()
        if tab == 4:
            for button in (found.outward.publication.ask, found.outward.sharing.make):
                button.click()

    return show


STATES: dict[str, Shown] = {
    "list": at("", ""), "new": at("", "new"), "plan": at("1/plan"), "sample": at("1/sample"),
    "findings": at("1/findings"), "letter": at("1/letter"), "asking": asking, "making": making,
    "begin-letter": begin_letter, "terms": follow_up(0), "replies": follow_up(1), "again": follow_up(2),
    "dossier": follow_up(3), "outward": follow_up(4), "first-phase": at("2/plan"),
}  # fmt: skip


@pytest.fixture
def window(case_window: Window) -> Window:
    return case_window


@pytest.mark.parametrize("state", STATES)
def test_a_state_of_cases_has_names_and_is_walked_by_keys(window: Window, settle: Settle, state: str) -> None:
    STATES[state](window, settle)
    QApplication.processEvents()
    assert nameless(window) == []
    assert faint_words(window) == []
    assert walk_by_tab(window) == ([], [])


@pytest.mark.parametrize("code", ["nl", "en"])
def test_nothing_is_cut_at_200_percent_on_the_smallest_screen(window: Window, settle: Settle, code: str) -> None:
    window.desk.language.switch(code)
    window.resize(1024, 600)
    window.desk.look.enlarge(1.0)
    wrong = []
    for name, show in STATES.items():
        show(window, settle)
        # What was read last is laid out in a moment; on a busy machine in a longer one.
        for _ in range(100):
            QTest.qWait(50)
            cut = [*cut_words(window), *sideways(window)]
            if not cut:
                break
        wrong += [f"{name}: {one}" for one in cut]
        assert window.width() == 1024, f"{name} makes the window wider"
    window.desk.look.enlarge(0)
    assert wrong == []
