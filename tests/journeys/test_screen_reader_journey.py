"""A working day as a screen reader user has it: the real program, worked through the accessibility bus only.

Nothing of the window's code is imported here: what the test knows is what AT-SPI tells (roles, names, states, text,
announcements) and what it does is what AT-SPI can do (actions, text, values, focus, keys).
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases_made import CONTACT, STATEMENT, examined
from scans_made import Made
from screen_reader import Node, Screen, ScreenReader, missing

from eaa_checker.demo import DemoServer
from eaa_checker.domain.trail import Actor
from eaa_checker.store import Store

pytestmark = [
    pytest.mark.browser,
    pytest.mark.clause(
        "11.4.1.3.1", "11.5.2.3", "11.5.2.5", "11.5.2.6", "11.5.2.7", "11.5.2.10", "11.5.2.11", "11.5.2.12",
        "11.5.2.13", "11.5.2.15", "11.5.2.16", "11.5.2.17",
    ),
    pytest.mark.skipif(bool(missing()), reason=f"no accessibility bus: {missing()} (make system installs it)"),
]
PROGRAM = "EAA Checker"
ORGANISATION, TARGET = "Veiligheidsregio Merenland", "Demosite"
PAGES = 2
LONG = 90.0
"""Seconds a scan may take on a busy machine."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    tmp_path.chmod(0o700)  # the bus refuses a folder that others can look into
    return tmp_path


@pytest.fixture
def reader(home: Path) -> Iterator[ScreenReader]:
    """A screen reader on a screen on which the program has been started with an empty database."""
    with Screen(home) as screen:
        reader = ScreenReader(screen)
        command = (sys.executable, "-m", "ui.application", "--database", str(home / "d.sqlite3"), "--language", "nl")
        screen.start(*command, environment=screen.environment)
        yield reader
        reader.close()


def fill_in(reader: ScreenReader, program: Node, fields: dict[str, str]) -> None:
    for name, words in fields.items():
        field = reader.find(program, "text", name)
        field.type(words)
        assert field.text == words


def test_a_day_without_looking(reader: ScreenReader, home: Path) -> None:
    program = reader.program(PROGRAM, LONG)
    reader.find(program, "page tab", "Vandaag")
    reader.until(lambda: reader.focused, 10, "take the focus when it starts")

    reader.key("Control+Shift+n")
    first = reader.find(program, "text", "Naam van de instantie")
    reader.until(lambda: first in reader.focused and "focused" in first.states, 10, "go to the first field")
    fill_in(reader, program, {"Naam van de instantie": ORGANISATION, "Soort (mag leeg)": "Veiligheidsregio"})
    reader.find(program, "push button", "Toevoegen").press()
    reader.hear(f"Toegevoegd: {ORGANISATION}")
    reader.find(program, "frame", ORGANISATION)  # the title says that it is in view

    with DemoServer() as site:
        reader.key("Control+n")
        fill_in(reader, program, {"Naam van het object": TARGET, "Startadres": f"{site.origin}/"})
        reader.find(program, "push button", "Toevoegen").press()
        reader.hear(f"Toegevoegd: {TARGET}")

        reader.find(program, "push button", "Scan starten")
        reader.key("Control+F5")
        reader.find(program, "spin box", "Pagina’s hoogstens").turn_to(PAGES)
        private = reader.find(program, "check box", "Op een eigen netwerk")
        private.do("Toggle", "Press")
        reader.until(lambda: "checked" in private.states, 5, "check the box")
        reader.key("F5")
        reader.find(program, "progress bar", "Voortgang van de scan", LONG)
        told = reader.hear("pagina’s  ·", LONG)
        assert " van " in told, "how far it is was announced while it ran"
        assert f"{PAGES} pagina’s onderzocht" in reader.hear(f"{TARGET}: de scan is afgerond", LONG)

    table = reader.until(
        lambda: next((n for n in reader.walk(program) if n.role == "table" and "Waarnemingen" in n.name), None),
        15, "show the observations",
    )  # fmt: skip
    reader.until(lambda: table.rows > 3, 15, "fill the table")
    seen = [[table.cell(row, column).name for column in (0, 1)] for row in range(1, 4)]
    assert all(outcome in ("Barrière", "Te beoordelen") and rule for outcome, rule in seen), seen

    entry = next(n for n in reader.walk(program, hidden=True) if n.role == "menu item" and n.name.startswith("CSV"))
    entry.begin("Press")
    name = reader.find(program, "text", "Bestandsnaam")
    file = home / "scan.csv"
    name.type(str(file))
    reader.key("Return")
    reader.hear(f"Geschreven: {file}")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert len(rows) > 5


@pytest.fixture
def case_reader(home: Path) -> Iterator[ScreenReader]:
    """The same on a database with a case whose sample was visited three times; no finding has been made yet."""
    with Store.open(home / "d.sqlite3") as store:
        owner = store.add_organisation(ORGANISATION)
        target = store.add_target(owner.id, TARGET, "https://voorbeeld.test/")
        case = examined(store, Actor("Anna"), target)
        case.visited(*[(Made("/", "Home", failed=("logo",)), CONTACT, STATEMENT)] * 3)
    with Screen(home) as screen:
        reader = ScreenReader(screen)
        command = (sys.executable, "-m", "ui.application", "--database", str(home / "d.sqlite3"), "--language", "nl",
                   "--place", "cases")  # fmt: skip
        screen.start(*command, environment=screen.environment)
        yield reader
        reader.close()


def test_a_finding_is_made_without_looking(case_reader: ScreenReader, home: Path) -> None:
    reader = case_reader
    program = reader.program(PROGRAM, LONG)
    cases = reader.find(program, "table", "Onderzoeken", LONG)
    reader.until(lambda: cases.rows > 0, 15, "list the cases")
    cases.focus()
    reader.key("Home")
    reader.key("Return")
    step = reader.until(lambda: tab_named(reader, program, "4 Bevindingen"), 15, "open the case with its steps")
    assert "gedaan" not in step.name, "barriers were seen every time and no finding was made of them"
    step.press()
    reader.find(program, "push button", "Nieuwe bevinding").press()
    seen = reader.find(program, "table", "Maak een bevinding van")
    reader.until(lambda: "focused" in seen.states, 15, "go to what was seen")
    reader.key("Return")
    reader.hear("B-01 is gemaakt")
    findings = reader.find(program, "table", "Bevindingen")
    reader.until(lambda: findings.rows > 0, 15, "list the finding")
    consequence = "Wie niet ziet, weet niet op welke site hij is."
    fill_in(reader, program, {"Gevolg: wie kan wat niet": consequence})
    reader.find(program, "push button", "Bevinding opslaan").press()
    reader.hear("B-01 is opgeslagen")
    with Store.open(home / "d.sqlite3") as store:
        (made,) = store.findings.findings()
    assert (made.label, made.text.consequence) == ("B-01", consequence)


def tab_named(reader: ScreenReader, program: Node, words: str) -> Node | None:
    """The tab whose name begins with *words*."""
    return next((n for n in reader.walk(program) if n.role == "page tab" and n.name.startswith(words)), None)
