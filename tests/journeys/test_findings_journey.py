"""From observations to a confirmed re-inspection by two people, through the command line; scans without a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cases_made import CONTACT, PAGES, STATEMENT, Examined, examined
from scans_made import SITE, Made, fingerprint

from eaa_checker.domain.address import Ending
from eaa_checker.engine import Engine

if TYPE_CHECKING:
    from program import Program

LOGO = fingerprint("logo")
FIRST = (Made("/", "Home", failed=("logo",)), Made("/contact", "Contact", failed=("logo",)), STATEMENT)
AFTER = (Made("/", "Home"), Made("/contact", ending=Ending.BLOCKED), STATEMENT)
LAST = (Made("/", "Home"), CONTACT, STATEMENT)


@pytest.fixture
def case(engine: Engine) -> Examined:
    owner = engine.add_organisation("Veiligheidsregio Voorbeeld")
    target = engine.add_target(owner.id, "Website", f"{SITE}/")
    made = examined(engine._store, engine.actor, target)
    made.visited(FIRST, FIRST, FIRST)
    return made


def test_from_observation_to_confirmed_repair(
    engine: Engine, program: Program, case: Examined, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def works(name: str) -> None:
        monkeypatch.setenv("EAA_CHECKER_INSPECTOR", name)
        for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
            monkeypatch.setenv(variable, name.lower())

    # Manual work: the tree asks, answers lead to outcomes, and a verdict needs every page.
    works("Anna")
    task = program.give("test", "next", "1", "--requirement", "wcag:2.4.7")
    assert [q["id"] for q in task["questions"]] == ["any", "seen"]
    assert len(task["pages"]) == 3
    code, out, _ = program.run("test", "next", "1", "--requirement", "wcag:2.4.7")
    assert code == 0
    assert "Ga met Tab langs alles" in out
    answer = ("test", "answer", "1", "wcag:2.4.7")
    error = program.refuse(*answer, "--answer", "any=yes", "--page", PAGES[0])
    assert "Er is nog een vraag" in error["nl"]
    program.give(*answer, "--answer", "any=yes", "--answer", "seen=yes", "--all-pages")
    assert program.give("test", "next", "1", "--requirement", "wcag:2.4.7") is None
    assert "machine" not in program.give("test", "verdict", "1", "wcag:2.4.7", "passed")["motivation"]
    lines = {line["requirement"]: line for line in program.give("test", "overview", "1")}
    assert lines["wcag:2.4.7"]["verdict"]["outcome"] == "passed"
    assert (lines["wcag:1.1.1"]["machine_failed"], lines["wcag:1.1.1"]["verdict"]) == (1, None)
    assert lines["wcag:1.2.2"]["proposal"]["outcome"] == "inapplicable"
    program.give("test", "overrule", "1", "wcag:1.2.2", "--applicable", "--reason", "film na een klik")
    lines = {line["requirement"]: line for line in program.give("test", "overview", "1")}
    assert lines["wcag:1.2.2"]["proposal"]["outcome"] == "untested"

    # A finding: written by one, approved by another.
    block = program.give("text-block", "add", "Niet zien", "consequence", "Wie niet ziet, weet niet waar hij is.")
    made = program.give("finding", "add", "1", "--observation", LOGO[:10], "--impact", "significant")
    assert (made["label"], made["stability"]["nl"], made["letterable"]) == ("B-01", "vast (3 van 3)", False)
    assert "gevolg" in program.refuse("finding", "submit", "1/B-01")["nl"]
    program.give("finding", "edit", "1", "--block", str(block["id"]))
    program.give("finding", "submit", "1")
    assert "vierogen" in program.refuse("finding", "review", "1", "--approve")["nl"]
    works("Bram")
    program.give("finding", "review", "1", "--back", "--remark", "Noem de pagina's.")
    works("Anna")
    stale = program.give("finding", "show", "1")["version"]
    program.give("finding", "edit", "1", "--fact", "Het logo heeft op start en contact geen naam.")
    conflict = program.refuse("finding", "edit", "1", "--fact", "Oud.", "--version", str(stale), code=4)
    assert conflict["error"] == "EditedMeanwhile"
    program.give("finding", "submit", "1")
    works("Bram")
    done = program.give("finding", "review", "1", "--approve")
    assert (done["state"], done["reviewer"], done["letterable"]) == ("approved", "Bram", True)
    picture = tmp_path / "logo.png"
    picture.write_bytes(b"beeld")
    attached = program.give("test", "attach", "1", "finding:1", str(picture), "--note", "scherm van de bezoeker")
    assert engine.picture(attached["sha256"]) == b"beeld"

    # Terms and a reply.
    term = ("deadline", "set", "1", "--kind", "repair", "--start", "13-11-2026", "--weeks", "6", "--finding", "1")
    assert program.give(*term)["due"] == "2026-12-28"  # Christmas, Boxing Day, Sunday
    assert "geen dag" in program.refuse("deadline", "set", "1", "--kind", "repair", "--due", "31 februari")["nl"]
    error = program.refuse("deadline", "set", "1", "--kind", "compliance", "--weeks", "6")
    assert "begunstigingstermijn" in error["nl"]
    assert program.refuse("deadline", "extend", "1", "--reason", " ", "--weeks", "2")["error"] == "BadInput"
    longer = program.give("deadline", "extend", "1", "--reason", "leverancier", "--weeks", "2")
    assert (longer["due"], longer["extensions"][0]["before"]) == ("2027-01-11", "2026-12-28")
    listed = program.give("deadline", "list", "1")
    assert (len(listed["deadlines"]), listed["warning"]) == (1, None)
    reply = program.give("reply", "add", "1", "repaired", "--text", "Hersteld op 20 november.", "--sender", "webteam")
    assert "Wel:" in program.refuse("reply", "answer", str(reply["id"]), "withdrawn", "--text", "goed")["nl"]
    program.give("reply", "answer", str(reply["id"]), "to-reinspect", "--text", "Wij kijken het na.")
    assert program.give("reply", "list", "1", "--open") == []

    # Re-inspection: a blocked page is no repair; the next round shows it.
    assert "eerste ronde" in program.refuse("reinspection", "propose", "1")["nl"]
    case.again(AFTER, AFTER, AFTER)
    (proposal,) = program.give("reinspection", "propose", "1")
    assert proposal["proposed"]["outcome"] == "not-comparable"
    confirm = ("reinspection", "confirm", str(proposal["id"]))
    assert "niet vast te stellen" in program.refuse(*confirm, "--outcome", "repaired", "--reason", "x")["nl"]
    program.give(*confirm)
    case.again(LAST, LAST, LAST)
    (proposal,) = program.give("reinspection", "propose", "1")
    assert proposal["proposed"]["outcome"] == "repaired"
    assert program.give("reinspection", "confirm", str(proposal["id"]))["confirmed"] == "repaired"
    code, out, _ = program.run("reinspection", "list", "1")
    assert "hersteld" in out

    # What followed is a precedent for the next case, and everything stands in the trail.
    known = program.give("finding", "precedents", "wcag:1.1.1")
    assert known["usual"]["term_days"] == 45
    assert known["precedents"][0]["outcome"] == "repaired"
    assert program.give("audit", "verify")["whole"] is True
    acts = [entry["action"] for entry in program.give("audit", "show")]
    wanted = {
        "answer.given", "verdict.given", "requirement.overruled", "text-block.added", "finding.added", "finding.edited",
        "finding.submitted", "finding.returned", "finding.approved", "file.attached", "deadline.set",
        "deadline.extended", "reply.added", "reply.answered", "reinspection.proposed", "reinspection.confirmed",
    }  # fmt: skip
    assert wanted <= set(acts)

    # Numbers that no database can hold, and things that are not there.
    large = "9" * 30
    head = engine.trail.head()
    for wrong in (
        ("finding", "show", large), ("finding", "show", f"1/B-{large}"), ("finding", "show", "B-01"),
        ("finding", "review", "1"), ("finding", "edit", "1"), ("finding", "add", "1", "--answer", large),
        ("test", "next", "1", "--requirement", "onzin"), ("test", "overview", "1", "--round", large),
        ("test", "answer", "1", "wcag:2.4.7", "--answer", "any", "--whole"),
        ("test", "answer", "1", "wcag:2.4.7", "--answer", "any=no"),
        ("deadline", "extend", large, "--reason", "x"), ("deadline", "set", "1", "--kind", "repair", "--weeks", large),
        ("deadline", "set", "1", "--kind", "repair", "--weeks", "1", "--days", "7"),
        ("reply", "answer", large, "stands", "--text", "x"), ("text-block", "change", large, "x"),
        ("reinspection", "confirm", large),
    ):  # fmt: skip
        program.refuse(*wrong)
    assert program.give("finding", "list", "--limit", large) != []
    assert program.give("finding", "list", "--limit", "-1") == []
    assert engine.trail.head() == head

    # Withdrawn for good; the number stays taken.
    program.give("finding", "withdraw", "1", "--reason", "hersteld")
    again = program.give("finding", "list", "1", "--state", "withdrawn")
    assert [one["label"] for one in again] == ["B-01"]
