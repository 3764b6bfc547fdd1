"""From a signal to a closed case with two re-inspections, through the command line; scans made without a browser."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from scans_made import SITE, Made, run_made, scan_made

from eaa_checker.domain.address import Ending
from eaa_checker.engine import Engine

if TYPE_CHECKING:
    from program import Program

HOME = Made("/", "Veiligheidsregio Voorbeeld", failed=("logo", "menu"))
CALM = Made("/", "Veiligheidsregio Voorbeeld", failed=("logo",))
CLEAN = Made("/", "Veiligheidsregio Voorbeeld")
CONTACT = Made("/contact", "Contact", fields=("text", "email"))
STATEMENT = Made("/toegankelijkheid", "Toegankelijkheid")
NEWS = tuple(Made(f"/nieuws/{number}", f"Bericht {number}") for number in range(5))


def test_from_signal_to_closed_case(engine: Engine, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = engine.add_organisation("Veiligheidsregio Voorbeeld")
    target = engine.add_target(owner.id, "Website", f"{SITE}/")
    store = engine._store

    # Phase 1: signals, one of them with a reporter who is asked for and not typed as an option.
    monkeypatch.setattr("sys.stdin", io.StringIO("Petronella Geheim\n06-87654321\n\n"))
    code, out, err = program.run(
        "signal", "add", "Het menu werkt niet met het toetsenbord.", "--source", "report", "--received", "02-11-2026",
        "--weight", "heavy", "--confidential", "--target", "1", "--reporter",
    )  # fmt: skip
    assert (code, "Signaal 1 toegevoegd." in out) == (0, True), err
    second = program.give("signal", "add", "Bericht in de krant.", "--source", "media", "--received", "2026-11-03")
    assert second["received"] == "2026-11-03"
    assert program.give("signal", "merge", "2", "1", "--reason", "zelfde menu")["id"] == 1
    third = program.give("signal", "add", "Iets over een bank.", "--source", "report")["id"]
    assert program.give("signal", "forward", str(third), "AFM", "--reason", "AFM is bevoegd")["forwarded_to"] == "AFM"
    assert program.refuse("signal", "show", "1", "--reporter", "terugbellen")["error"] == "NotAllowed"
    code, out, _ = program.run("signal", "show", "1", "--reporter", "terugbellen")
    assert "Melder: Petronella Geheim" in out

    # Phase 2 and 3: the case, which lacks things and says so.
    case = program.give("case", "open", "Menu met toetsenbord", "--kind", "in-depth", "--signal", "1")
    assert (case["target_ids"], case["signal_ids"], case["edition"]) == ([1], [1], "V3.2.1")
    program.give("case", "phase", "1", "analysis", "--reason", "signaal is aannemelijk")
    error = program.refuse("case", "phase", "1", "action", "--reason", "beginnen")
    assert "het plan van aanpak" in error["nl"]
    assert "the planning window" in error["en"]
    shown = program.give("case", "show", "1")
    assert [one["en"] for one in shown["lacks"]] == [
        "the purpose", "the occasion", "the planning window", "the plan of approach",
    ]  # fmt: skip
    program.give("case", "edit", "1", "--purpose", "Nagaan of het menu werkt.", "--occasion", "Twee signalen.",
                 "--plan", "Drie bezoeken.", "--from", "2-11-2026", "--until", "30-11-2026")  # fmt: skip
    error = program.refuse("case", "phase", "1", "action", "--reason", "alles is er")
    assert error["mend"] == "eaa-checker case phase 1 action --reason … --uncertain-because …"
    doubt = ("--uncertain-because", "de aanwijzing is in voorbereiding")
    program.give("case", "phase", "1", "action", "--reason", "alles is er", *doubt)
    program.give("case", "number", "1", "JenV-2026-0012")
    assert program.give("case", "show", "JENV-2026-0012")["case"]["id"] == 1

    # Phase 3: the sample.
    assert program.refuse("sample", "propose", "1")["mend"] == "eaa-checker scan 1"
    scan_made(store, target, [HOME, CONTACT, STATEMENT, *NEWS, Made("/verslag.pdf", ending=Ending.DOCUMENT)])
    proposed = program.give("sample", "propose", "1")["pages"]
    assert {page["type"] for page in proposed} == {"home", "contact", "statement", "document"}
    numbers = {page["type"]: str(page["id"]) for page in proposed}
    program.give("sample", "confirm", numbers["home"], numbers["contact"], numbers["document"], "--reason", "kern")
    program.give("sample", "confirm", numbers["statement"], "--reason", "kern", "--also", "feedback")
    checked = program.give("sample", "check", "1", "--approve", code=11)
    assert [point["name"] for point in checked["points"] if not point["passed"]] == ["types", "random"]
    for type_ in ("login", "sitemap", "help", "legal", "service", "search", "process"):
        program.give("sample", "absent", "1", type_, "--reason", "niet op de site")
    drawn = program.give("sample", "draw", "1", "--seed", "2026-11-23")["pages"]
    assert len(drawn) == 1
    assert program.give("sample", "draw", "1", "--verify") == {"same": True}
    program.give("sample", "states", "1", "menu-open")
    assert program.give("sample", "check", "1", "--approve")["state"] == "approved"

    # Visits: the worker is left out, its scans are made.
    planned = program.give("sample", "visit", "1", "--plan", "--first", "2026-11-02", "--apart", "24")
    assert [visit["number"] for visit in planned] == [1, 2, 3]
    program.refuse("sample", "visit", "1", "--plan")
    random_page = Made(drawn[0]["address"].removeprefix(SITE), drawn[0]["title"])
    for home in (HOME, CALM, CALM):
        run_made(store, engine.stability.visit(1), [home, CONTACT, STATEMENT, random_page])
    found = program.give("sample", "stability", "1")
    assert found["complete"]
    assert sorted((one["k"], one["n"], one["steadiness"]) for one in found["observations"]) == [
        (1, 3, "once"), (3, 3, "steady"),
    ]  # fmt: skip
    assert len(program.give("sample", "stability", "1", "--steady")["observations"]) == 1
    assert program.refuse("sample", "visit", "1")["mend"].startswith("eaa-checker sample visit 1 --extra")
    program.give("case", "phase", "1", "result", "--reason", "alles is bezocht", *doubt)

    # Two re-inspections, the second finds it mended.
    for number, home in ((1, CALM), (2, CLEAN)):
        assert program.give("case", "round", "1", "--reason", f"herstel {number} gemeld")["number"] == number
        program.give("sample", "visit", "1", "--plan", "--first", "2026-11-02")
        for _ in range(3):
            run_made(store, engine.stability.visit(1), [home, CONTACT, STATEMENT, random_page])
        seen = program.give("sample", "stability", "1", "--round", str(number))["observations"]
        assert [one["steadiness"] for one in seen] == (["steady"] if number == 1 else [])
    program.give("case", "phase", "1", "result", "--reason", "hersteld", *doubt)
    error = program.refuse("case", "close", "1", "--reason", "menu hersteld")
    assert "geen dossier" in error["nl"]
    closed = program.give("case", "close", "1", "--reason", "menu hersteld", "--without-dossier", "oefening")
    assert closed["state"] == "closed"
    assert program.refuse("case", "edit", "1", "--title", "Anders")["mend"] == "eaa-checker case reopen 1 --reason …"

    # The trail holds all of it, whole and without the reporter.
    trail = program.give("audit", "show")
    assert program.give("audit", "verify")["whole"]
    actions = [entry["action"] for entry in trail if entry["subject"] == "case:1"]
    assert actions == [
        "case.opened", "case.moved", "case.edited", "case.moved", "case.numbered", "case.moved",
        "case.round-opened", "case.round-opened", "case.moved", "case.closed",
    ]  # fmt: skip
    assert "Petronella" not in str(trail)
    assert "87654321" not in str(trail)


def test_bad_input_is_told_in_both_languages_and_changes_nothing(engine: Engine, program: Program) -> None:
    owner = engine.add_organisation("Veiligheidsregio Voorbeeld")
    engine.add_target(owner.id, "Website", f"{SITE}/")
    program.give("case", "open", "Onderzoek", "--kind", "quick", "--target", "1")
    before = engine.trail.head()
    for wrong in (
        ("signal", "add", "  ", "--source", "own"),
        ("signal", "add", "Morgen", "--source", "own", "--received", "31-12-2099"),
        ("signal", "link", "7", "1"),
        ("case", "open", "T", "--kind", "re-inspection"),
        ("case", "open", "T", "--kind", "quick", "--from", "2026-12-02", "--until", "2026-12-01"),
        ("case", "open", "T", "--kind", "quick", "--target", "nergens"),
        ("case", "show", "ZK-9"),
        ("case", "phase", "1", "result", "--reason", "sneller"),
        ("case", "number", "1", " "),
        ("sample", "show", "9"),
        ("sample", "confirm", "3", "--reason", "x"),
        ("sample", "stability", "1", "--round", "4"),
    ):
        program.refuse(*wrong)
    code, _, err = program.run("signal", "add", "x", "--source", "own", "--received", "32-13-2026")
    assert (code, "is geen dag" in err) == (2, True)
    assert engine.trail.head() == before


def test_somebody_else_was_first(engine: Engine, program: Program, tmp_path: Path) -> None:
    program.give("case", "open", "Onderzoek", "--kind", "quick")
    program.give("case", "edit", "1", "--title", "Van de een", "--version", "1")
    error = program.refuse("case", "edit", "1", "--title", "Van de ander", "--version", "1", code=4)
    assert error["error"] == "EditedMeanwhile"
    assert program.give("case", "show", "1")["case"]["title"] == "Van de een"
