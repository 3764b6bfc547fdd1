"""A case sealed, closed, made public and shared, through the command line; what goes out is judged by our rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cases_made import LONG_AGO, PAGES, examined
from dossiers_made import _capture, _recorded, dossier_scan, judged
from pages_made import NOON

import rules
from eaa_checker.capture import axe
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.scan import Profile, ScanOptions, ScanState
from eaa_checker.domain.trail import Actor
from eaa_checker.dossier import instrument
from eaa_checker.engine import Engine
from eaa_checker.serving import FolderServer
from rules.contract import Verdict

if TYPE_CHECKING:
    from program import Program

BECAUSE = ("--uncertain-because", "de aanwijzing is in voorbereiding")
ME = ("--function", "toezichthouder", "--designation", "2026-4", "--sign")


def visited(engine: Engine, sample_id: int) -> None:
    """Three visits that recorded all that the case law asks for."""
    store = engine._store
    engine.stability.plan(sample_id, first=LONG_AGO, apart=timedelta(days=1))
    observations, passed = judged()
    for _ in range(3):
        scan = store.claim_scan(engine.stability.visit(sample_id).id, "werker-1")
        kept = store.evidence.put(instrument.packed(), instrument.MEDIA_TYPE)[0]
        store.set_circumstances(
            scan.id,
            {
                "tool": "0.1.0", "rule_book": rules.VERSION, "instrument_sha256": kept, "axe": axe.version(),
                "browser": {"browser": "Chromium 156", "driver": "playwright"}, "viewport": [1280, 1024],
                "machine": "post-12", "locale": "nl-NL",
            },
        )  # fmt: skip
        for address in PAGES:
            capture, seen = _capture(store, address, observations)
            seen = [replace(o, places=tuple(replace(p, address=_recorded()) for p in o.places)) for o in seen]
            line = AddressLine(address, FoundBy.LINK, depth=1, ending=Ending.CAPTURED, status=200, visited=NOON)
            store.store_page(scan.id, line, capture, seen, passed=passed)
        store.end_scan(scan.id, ScanState.COMPLETED)


@pytest.fixture
def sign_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def enter(name: str) -> None:
        monkeypatch.setenv("EAA_CHECKER_INSPECTOR", name)
        for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
            monkeypatch.setenv(variable, name.lower())

    return enter


def test_sealed_closed_published_and_shared(
    engine: Engine, program: Program, sign_in: Callable[[str], None], tmp_path: Path
) -> None:
    owner = engine.add_organisation("Veiligheidsregio Voorbeeld")
    target = engine.add_target(owner.id, "Website", "https://voorbeeld.test/", emergency=True)
    case = examined(engine._store, Actor("Anna de Vries", "anna de vries"), target)
    visited(engine, case.sample_id)
    sign_in("Anna de Vries")
    barrier = next(one for one in judged()[0] if one.verdict is Verdict.FAILED)
    made = program.give(
        "finding", "add", "1", "--observation", barrier.fingerprint, "--title", "Logo zonder naam", "--fact",
        "Het logo heeft geen naam; Anna de Vries zag het.", "--consequence", "Wie niet ziet, mist de naam.",
        "--repair", "Geef een naam.",
    )  # fmt: skip
    program.give("finding", "submit", str(made["id"]))
    sign_in("Bram Jansen")
    program.give("finding", "review", str(made["id"]), "--approve")
    sign_in("Anna de Vries")
    program.give("case", "number", "1", "JenV-2026-0012")
    moved = ("case", "phase", "1", "result", "--reason", "alles is bezocht")
    assert "onzeker" in program.refuse(*moved)["nl"]
    program.give(*moved, *BECAUSE)
    powers = program.give("case", "competence", "1")
    assert {check["norm_set"] for check in powers[0]["checks"]} == {"wad-bdto", "dr-2023-444", "eecc-109-7"}

    # No closing without a dossier, nor on a red one.
    assert "geen dossier" in program.refuse("case", "close", "1", "--reason", "klaar")["nl"]
    red = program.give("dossier", "make", "--case", "1")["dossier"]
    assert "signed" in red["incomplete"]
    assert "rood" in program.refuse("case", "close", "1", "--reason", "klaar")["nl"]
    for frozen in (
        ("finding", "edit", str(made["id"]), "--fact", "Anders", "--reason", "toch"),
        ("finding", "withdraw", str(made["id"]), "--reason", "toch"),
    ):
        assert program.refuse(*frozen)["mend"] == "eaa-checker case reopen 1 --reason …"
    program.refuse("case", "reopen", "1")
    program.give("case", "reopen", "1", "--reason", "nog niet ondertekend")
    sealed = program.give("dossier", "make", "--case", "1", *ME)["dossier"]
    assert (sealed["number"], sealed["previous"], sealed["incomplete"]) == (2, red["seal"], [])
    closed = program.give("case", "close", "1", "--reason", "klaar")
    assert closed["state"] == "closed"
    shown = program.give("case", "show", "1")["seals"]
    assert [(one["dossier"], one["lifted"] is None) for one in shown] == [(1, False), (2, True)]

    # Published only when the stakeholder was heard, and without names.
    out = tmp_path / "openbaar"
    make = ("publication", "make", "1", "--article", "artikel van de jurist", "--out", str(out))
    assert "niet gehoord" in program.refuse(*make)["nl"]
    assert not out.exists()
    assert program.give(*make[:-1], str(tmp_path / "concept.zip"), "--draft")["draft"]
    program.give("publication", "ask", "1", str(owner.id), "--on", "2026-01-05", "--days", "14")
    assert "loopt" not in program.refuse(*make)["nl"]
    program.give("publication", "hear", "1", str(owner.id), "silent")
    assert date.fromisoformat(program.give("publication", "when", "1")["time"]["earliest"]) == date(2026, 1, 20)
    published = program.give(*make)
    assert published["package"]["kind"] == "publication"
    (finding,) = json.loads((out / "data" / "open-data" / "findings.json").read_bytes())
    assert finding["fact"] == "Het logo heeft geen naam; [inspecteur 1] zag het."
    assert "Bram Jansen" not in (out / "data" / "index.html").read_text("utf-8")
    assert "bestaat al" in program.refuse(*make)["nl"]

    # Shared with a receipt.
    parcel, receipt = str(tmp_path / "deel.zip"), tmp_path / "bewijs.json"
    sent = program.give(
        "exchange", "make", "1", "--part", "findings", "--part", "dossier", "--recipient", "Toezichthouder B",
        "--purpose", "eigen onderzoek", "--ground", "grond van de jurist", "--out", parcel,
    )  # fmt: skip
    came = program.give("exchange", "receive", parcel, "--by", "Karin Bos", "--out", str(receipt))
    assert (came["package"], came["digest"], came["faults"]) == (sent["identifier"], sent["digest"], [])
    assert program.give("exchange", "receipt", str(receipt))["faults"] == []
    told = json.loads(receipt.read_bytes())
    told["files"]["data/findings.json"] = "0" * 64
    receipt.write_text(json.dumps(told))
    assert program.give("exchange", "receipt", str(receipt), code=11)["faults"] == [
        ["data/findings.json kwam anders aan", "data/findings.json arrived otherwise"]
    ]
    actions = [entry["action"] for entry in program.give("audit", "show") if entry["subject"] == "case:1"]
    assert actions[-10:] == [
        "case.moved", "case.reopened", "case.closed", "publication.made", "publication.asked", "publication.heard",
        "publication.made", "exchange.made", "exchange.received", "exchange.received",
    ]  # fmt: skip
    assert program.give("audit", "verify")["whole"]


@pytest.mark.browser
def test_the_pages_that_go_out_pass_our_own_rules(engine: Engine, tmp_path: Path) -> None:
    owner = engine.add_organisation("Veiligheidsregio Voorbeeld")
    target = engine.add_target(owner.id, "Website", "https://voorbeeld.test/")
    case = examined(engine._store, engine.actor, target)
    engine.export(dossier_scan(engine._store, target).id, "html-pages", tmp_path / "rapport")
    engine.publications.make(case.id, tmp_path / "rapport" / "openbaar", article="artikel", draft=True)
    with FolderServer(tmp_path / "rapport") as server:
        names = ("index.html", "wcag-1.1.1.html", "werkwijze.html", "openbaar/data/index.html")
        addresses = tuple(f"{server.origin}/{name}" for name in names)
        site = engine.target_for(addresses[0], "Inspectie", "Rapport")
        options = ScanOptions(profile=Profile.QUICK, sitemap=False, addresses=addresses)
        scan = engine.run_scan(engine.new_scan(site.id, options).id)
    assert scan.tested == len(names)
    failed = engine.observations(scan.id, verdicts=(Verdict.FAILED,))
    assert [(one.rule, one.explanation.en, one.places[0].address, one.places[0].html) for one in failed] == []
