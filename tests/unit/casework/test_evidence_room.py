"""Keyboard walk and accessibility tree of what a real browser recorded, and what the visits of a round brought."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from captured_page import frame_of, parts_of
from cases_made import PAGES, Examined
from scans_made import NOON, SITE, Made

from eaa_checker.casework.evidence import EvidenceRoom
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.capture import Capture, PartKind, StateLine, StateOutcome, StateSeen
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.page_evidence import PageEvidence
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import ScanOptions
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import EvidenceDamaged, NotFound
from eaa_checker.store import Store
from rules.contract import Verdict

ADDRESS = f"{SITE}/contact"
ON_BOTH = ("test_the_last_capture_of_an_address_in_its_default_state",)


def capture(store: Store, *, state: str = "default", **changes: Any) -> Capture:
    parts = parts_of(store, **changes)
    return Capture(ADDRESS, ADDRESS, NOON, True, 200, "Contact", "nl", state, parts)


@pytest.fixture
def scan_id(store: Store, target: Target) -> int:
    scan = store.new_scan(target.id, ScanOptions())
    store.claim_scan(scan.id, "werker")
    return scan.id


def stored(store: Store, scan_id: int, one: Capture, states: tuple[StateSeen, ...] = ()) -> int:
    line = AddressLine(ADDRESS, FoundBy.START, 0, ending=Ending.CAPTURED)
    number = store.store_page(scan_id, line, one, [], states=states)
    assert number is not None
    return number


@pytest.fixture
def page(store: Store, scan_id: int) -> PageEvidence:
    return EvidenceRoom(store).page(stored(store, scan_id, capture(store)))


def test_the_stops_stand_in_the_order_of_the_tab_key(page: PageEvidence) -> None:
    assert [(stop.number, stop.role, stop.name) for stop in page.stops] == [
        (1, "button", "Chat"),  # tabindex 2 goes before all that have none
        (2, "link", "Naar de inhoud"),
        (3, "link", "Home"),
        (4, "link", "Nieuws"),
        (5, "link", "Contact"),
        (6, "textbox", "Naam"),
        (7, "radio", "E-mail"),  # the checked one of its group
        (8, "textbox", "Plaats"),
        (9, "button", "Verstuur"),
        (10, "button", "Meer weten"),
    ]
    assert all(stop.box is not None and stop.shown for stop in page.stops)
    assert page.stops[0].box is not None
    assert page.stops[0].box[0] == pytest.approx(600, abs=1), "it stands where the page shows it"
    assert page.walk.nl.startswith("Geen script")


def test_without_a_checked_radio_button_the_first_is_the_stop(store: Store, scan_id: int) -> None:
    one = capture(store)
    tree = one.part(PartKind.TREE)
    assert tree is not None
    data = store.evidence.get(tree.sha256)
    changed = data.replace(b'"inputChecked":{"index":[', b'"inputCheckedNot":{"index":[')
    assert changed != data
    sha256, size = store.evidence.put(changed, "application/json")
    others = tuple(part for part in one.parts if part.kind is not PartKind.TREE)
    number = stored(store, scan_id, replace(one, parts=(replace(tree, sha256=sha256, size=size), *others)))
    names = [stop.name for stop in EvidenceRoom(store).page(number).stops]
    assert "Telefoon" in names
    assert "E-mail" not in names


@pytest.mark.parametrize(
    ("record", "words", "trapped"),
    [
        ({"state": "free", "stops": 9, "traps": []}, "langs 9 haltes", []),
        ({"state": "far", "stops": 9, "traps": []}, "niet de hele pagina", []),
        (None, "niet beproefd", []),
        ({"state": "trapped", "stops": 9}, "toetsenbordval", ["Home", "Nieuws"]),
    ],
)
def test_what_the_walk_came_to(
    store: Store, scan_id: int, record: dict[str, Any] | None, words: str, trapped: list[str]
) -> None:
    def change(recorded: dict[str, Any]) -> None:
        frame = frame_of(recorded)
        if record is None:
            del recorded["keyboard"]
            recorded["focusing"][frame][0]["shown"] = False
            return
        if record["state"] == "trapped":
            elements = [[frame, [[0, 1, 0, 1, 0]]], [frame, [[0, 1, 0, 1, 1]]], ["gone", [[0]]], [frame, [[9]]]]
            record["traps"] = [{"elements": elements}]
        recorded["keyboard"][frame] = record

    page = EvidenceRoom(store).page(stored(store, scan_id, capture(store, change=change)))
    assert words in page.walk.nl
    assert page.walk.en
    assert [stop.name for stop in page.stops if stop.trapped] == trapped
    unseen = [stop.name for stop in page.stops if stop.shown is False]
    assert unseen == (["Naar de inhoud"] if record is None else [])


def test_the_tree_says_what_a_screen_reader_is_told(page: PageEvidence) -> None:
    lines = ["  " * branch.depth + branch.line() for branch in page.branches]
    assert lines[:2] == ["banner", "  link “Naar de inhoud”"]
    text = "\n".join(lines)
    assert "navigation “Hoofdmenu”" in text
    assert "heading “Contact”, level 1" in text
    assert "textbox “Naam”, required" in text
    assert "radio “E-mail”, checked" in text
    assert "button “Meer weten”, expanded false" in text
    assert "button “Uit”, disabled" in text
    assert "text “Bel bij nood 112.”" in text
    assert "Weg" not in text, "what is hidden is not told"
    assert text.count("Verstuur") == 1, "what is in a name is not said twice"
    group = next(branch for branch in page.branches if branch.name == "Hoe mogen wij u bereiken?")
    radio = next(branch for branch in page.branches if branch.name == "E-mail")
    assert radio.depth > group.depth


def test_the_row_of_an_element_is_found_or_that_of_what_is_around_it(page: PageEvidence) -> None:
    row = page.branch_at(page.stops[1].path)
    assert page.branches[row].name == "Naar de inhoud"
    inside = (page.stops[1].path[0] + " > span:nth-child(3)",)
    assert page.branches[page.branch_at(inside)].name == "Naar de inhoud"
    assert page.branch_at(("nergens",)) == -1
    assert page.branch_at(()) == -1


def test_what_cannot_be_read_is_said(store: Store, scan_id: int) -> None:
    room = EvidenceRoom(store)
    with pytest.raises(NotFound):
        room.page(99)
    bare = stored(store, scan_id, replace(capture(store), parts=()))
    with pytest.raises(EvidenceDamaged, match="No tree"):
        room.page(bare)
    odd = capture(store, state="menu-open")
    tree = odd.part(PartKind.TREE)
    assert tree is not None
    sha256, size = store.evidence.put(b'{"format": 1}', "application/json")
    state = StateLine(ADDRESS, PageState.MENU_OPEN, StateOutcome.CAPTURED, settled=True)
    odd = replace(odd, parts=(replace(tree, sha256=sha256, size=size),))
    again = store.new_scan(store.scan(scan_id).target_id, ScanOptions())
    store.claim_scan(again.id, "werker")
    stored(store, again.id, capture(store), (StateSeen(state, odd),))
    broken = next(one for one in store.captures(again.id) if one.state == "menu-open")
    with pytest.raises(EvidenceDamaged, match="cannot be read"):
        room.page(broken.id)


def test_the_last_capture_of_an_address_in_its_default_state(store: Store, scan_id: int) -> None:
    room = EvidenceRoom(store)
    assert room.latest(scan_id, ADDRESS) is None
    state = StateLine(ADDRESS, PageState.MENU_OPEN, StateOutcome.CAPTURED, settled=True)
    seen = StateSeen(state, capture(store, state="menu-open"))
    number = stored(store, scan_id, capture(store), (seen,))
    found = room.latest(scan_id, ADDRESS)
    assert found is not None
    assert (found.id, found.state) == (number, "default")
    assert found.part(PartKind.PICTURE) is not None
    assert room.latest(scan_id, SITE + "/elders") is None


def test_pages_and_states_of_a_round(examined_store: Store, anna: Actor) -> None:
    store = examined_store
    case = Examined(store, anna, 1, 1)
    case.visited(
        [Made("/", "Home"), Made("/contact", "Contact"), Made("/toegankelijkheid", ending=Ending.NOT_FOUND)],
        [Made("/", "Home", ending=Ending.NOT_SETTLED), Made("/contact", "Contact")],
    )
    lines = EvidenceRoom(store).pages(case.id)
    assert [line.address for line in lines] == list(PAGES)
    home, contact, gone = (line.cells for line in lines)
    assert (home["default"].captures, home["default"].settled) == (2, False)
    assert (contact["default"].captures, contact["default"].settled) == (2, True)
    assert gone["default"].captures == 0
    assert gone["default"].problem is not None
    assert gone["default"].problem.nl == Ending.NOT_FOUND.nl
    assert lines[0].title == "Home"


def test_what_the_machine_saw_against_a_requirement_on_one_page(examined_store: Store, anna: Actor) -> None:
    store = examined_store
    case = Examined(store, anna, 1, 1)
    case.visited([Made("/", failed=("logo",), asked=("kop",)), Made("/contact", failed=("logo",))])
    room = EvidenceRoom(store)
    (scan_id,) = [one.id for one in store.scans() if one.options.addresses]
    requirement = store.observations(scan_id)[0].requirements[0]
    seen = room.seen(case.id, requirement, PAGES[0])
    assert [one.verdict for one in seen] == [Verdict.FAILED, Verdict.CANNOT_TELL]
    assert all(place.address == PAGES[0] for one in seen for place in one.places)
    assert len(room.seen(case.id, requirement, PAGES[1])) == 1
    assert room.seen(case.id, requirement, PAGES[1], "menu-open") == []
    assert room.seen(case.id, "wcag:9.9.9", PAGES[0]) == []
