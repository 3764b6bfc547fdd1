"""From a list that somebody sent to a register that can be acted on, through the front door and the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from program import Program

from eaa_checker.domain.competence import Answer
from eaa_checker.domain.organisation import Role
from eaa_checker.domain.register_import import RowOutcome
from eaa_checker.engine import Engine
from eaa_checker.errors import EditedMeanwhile, NotAllowed, UnreadableFile

LIST = """Instelling;OIN;Webadres;Contactpersoon;E-mail;Opgeheven per
Veiligheidsregio Meerland;00000001234567890000;meerland.example;J. Bos;j.bos@meerland.example;
Veiligheidsregio Duinrand;;duinrand.example;;info@duinrand.example;
Veiligheidsregio Heideveld;;heideveld.example;K. Vis;;31 december 2027
Veiligheidsregio Heidevelt;;;;;
Meldkamer Noord;123;;;;
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "veiligheidsregio's.csv"
    path.write_bytes(LIST.encode("windows-1252"))
    return path


def test_a_list_is_looked_at_imported_and_undone(engine: Engine, file: Path) -> None:
    said = {"name": "Instelling", "oin": "OIN", "website": "Webadres", "contact": "Contactpersoon", "email": "E-mail",
            "ended": "Opgeheven per"}  # fmt: skip
    with pytest.raises(UnreadableFile) as caught:
        engine.registers.preview(file)
    assert "zeg welke kolom het is" in caught.value.nl
    assert caught.value.mend is not None
    preview = engine.registers.preview(file, columns=said)
    outcomes = {line.row: line.outcome.value for line in preview.lines}
    assert outcomes == {2: "new", 3: "error", 4: "new", 5: "new", 6: "error"}
    assert "geen naam" in preview.lines[1].reasons[0].nl
    assert "lijkt op “Veiligheidsregio Heideveld”" in preview.lines[3].reasons[0].nl
    assert engine.organisations() == []
    with pytest.raises(NotAllowed, match="2 rows with an error"):
        engine.registers.import_file(file, columns=said, only_whole=True)

    stored = engine.registers.import_file(file, columns=said)
    assert stored.lines == preview.lines
    assert stored.import_id is not None
    assert [one.name.split()[-1] for one in engine.organisations()] == ["Heideveld", "Heidevelt", "Meerland"]
    assert engine.organisation("Veiligheidsregio Heideveld").ended == date(2027, 12, 31)

    again = engine.registers.preview(file)
    assert again.remembered
    assert again.count(RowOutcome.KNOWN) == 3
    engine.new_scan(engine.target("https://heideveld.example/").id)
    with pytest.raises(NotAllowed, match="used by a scan"):
        engine.registers.undo_import(stored.import_id, ground="verkeerde lijst")
    assert len(engine.organisations()) == 3

    second = file.with_name("tweede.csv")
    second.write_text("Naam;Website\nGemeente Elders;elders.example\n", encoding="utf-8")
    extra = engine.registers.import_file(second)
    assert extra.import_id is not None
    engine.registers.undo_import(extra.import_id, ground="verkeerde lijst")
    assert "Gemeente Elders" not in [one.name for one in engine.organisations()]
    assert [entry.action for entry in engine.trail.entries()] == [
        "import.stored", "columns.mapped", "import.stored", "import.undone",
    ]  # fmt: skip
    assert engine.trail.faults() == []


@pytest.mark.parametrize(
    ("content", "nl"),
    [
        (LIST.encode()[:200] + b'"', "aanhalingsteken"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "geen tekstbestand"),
        ("Naam\nRegio Één\n".encode("utf-16")[:-1], "geen tekstbestand"),
        (b"PK\x03\x04" + bytes(300), "beschadigd"),
        (b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><organisaties>&b;</organisaties>',
         "documenttype-definitie"),
        (b'<?xml version="1.0"?><organisaties><organisatie><naam>Regio</naam></organisatie><organisatie><na',
         "beschadigd"),
    ],
)  # fmt: skip
def test_a_bad_file_changes_nothing(engine: Engine, tmp_path: Path, content: bytes, nl: str) -> None:
    path = tmp_path / "bestand"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as caught:
        engine.registers.import_file(path)
    assert nl in caught.value.nl
    assert (engine.organisations(), engine.registers.imports(), engine.trail.head()[0]) == ([], [], 0)


def test_two_inspectors_one_site_and_its_new_owner(engine: Engine) -> None:
    one, two = engine.add_organisation("Regio Een"), engine.add_organisation("Regio Twee")
    site = engine.add_target(one.id, "Site", "regio.example")
    engine.registers.edit_target(site.id, site.version, name="Hoofdsite")
    with pytest.raises(EditedMeanwhile) as caught:
        engine.registers.end_target(site.id, site.version, date(2026, 12, 31), ground="opgeheven")
    assert engine.target(site.id).ended is None
    engine.registers.end_target(site.id, caught.value.version, date(2026, 12, 31), ground="opgeheven")
    engine.registers.hand_over(site.id, two.id, date(2026, 9, 1), ground="fusie")
    shown = engine.registers.file("Regio Een")
    assert [(link.role, link.valid_until) for link in shown.links] == [(Role.RESPONSIBLE, date(2026, 8, 31))]
    assert engine.target(site.id).organisation_name == "Regio Twee"


def test_the_same_on_the_command_line(program: Program, file: Path) -> None:
    columns = ["--column", "name=Instelling", "--column", "website=Webadres"]
    shown = program.give("organisation", "import", file, "--dry-run", *columns)
    assert [line["outcome"] for line in shown["lines"]] == ["new"] * 5
    assert program.give("organisation", "list") == []
    done = program.give("organisation", "import", file, *columns)
    assert (done["import_id"], done["added"], done["targets_added"]) == (1, 5, 3)
    assert program.give("organisation", "imports")[0]["file_name"] == file.name
    assert program.give("organisation", "import", file)["remembered"] is True

    made = program.give("organisation", "contact", "add", "Meldkamer Noord", "J. Bos", "--email", "j@noord.example")
    assert program.refuse("organisation", "contact", "add", "Meldkamer Noord", " ", code=2)["error"] == "BadInput"
    program.give("organisation", "contact", "edit", made["id"], "--name", "K. Vis", "--since", "2027-01-01")
    listed = program.give("organisation", "contact", "list", "Meldkamer Noord")
    assert [(one["name"], one["valid_until"]) for one in listed] == [("K. Vis", None), ("J. Bos", "2026-12-31")]
    refused = program.refuse("organisation", "undo", 1, "--ground", "verkeerd", code=2)
    assert "een contactpersoon" in refused["nl"]

    edited = program.give("organisation", "edit", "Meldkamer Noord", "--kind", "Meldkamer", "--tag", "112",
                          "--ground", "typ")  # fmt: skip
    assert (edited["kind"], edited["tags"], edited["version"]) == ("Meldkamer", ["112"], 2)
    clash = program.refuse("organisation", "edit", "Meldkamer Noord", "--kind", "Anders", "--version", 1, code=4)
    assert clash["theirs"] == {"kind": "Meldkamer"}
    assert program.refuse("organisation", "edit", "Meldkamer Noord", "--oin", "12", code=2)["error"] == "BadInput"
    channel = program.give("target", "add", "Meldkamer Noord", "alarmnummer 112", "--kind", "112-channel",
                           "--criticality", "route")  # fmt: skip
    assert (channel["kind"], channel["criticality"]) == ("112-channel", "route")
    moved = program.give("target", "hand-over", channel["id"], "Veiligheidsregio Meerland", "--since", "01-02-2027",
                         "--ground", "overdracht")  # fmt: skip
    assert moved[0]["valid_from"] == "2027-02-01"
    linked = program.give("target", "link", channel["id"], "Meldkamer Noord", "--role", "norm-addressee")
    assert linked[0]["role"] == "norm-addressee"
    assert len(program.give("target", "links", channel["id"])) == 3
    program.give("target", "unlink", linked[0]["id"], "--on", "2027-03-01", "--ground", "klaar")
    program.give("organisation", "end", "Veiligheidsregio Heidevelt", "--ground", "typefout")
    assert program.give("organisation", "show", "Veiligheidsregio Heidevelt")["organisation"]["ended"]
    assert program.give("audit", "verify")["whole"] is True


def test_competence_on_the_command_line(program: Program) -> None:
    program.give("organisation", "add", "Meldkamer Noord", "--kind", "Meldkamer")
    program.give("target", "add", "Meldkamer Noord", "alarmnummer 112", "--kind", "112-channel")
    listed = {one["norm_set"]["id"]: one for one in program.give("norm", "list", "--on", "2026-11-23")}
    assert listed["en301549-v3.2.1"]["counts"] is True
    assert listed["en301549-v4.1.1"]["standing"] == "not-yet"
    assert program.give("norm", "show", "eecc-109-7")["points"] == ["eecc:109-7"]
    before = program.give("norm", "competence", "1", "--on", "2027-06-28")
    assert {one["answer"] for one in before} == {"uncertain"}
    assert "grondslag" in program.refuse("norm", "assess", "eaa-112", "yes", "--ground", "x", code=2)["nl"]
    program.give("norm", "assess", "eaa-112", "yes", "--legal-basis", "Voorbeeldwet, artikel 1", "--ground", "advies",
                 "--since", "2026-01-01", "--organisation-kind", "Meldkamer")  # fmt: skip
    (now,) = program.give("norm", "competence", "1", "--norm", "eaa-112", "--on", "2026-11-23")
    assert (now["answer"], now["standing"]) == (Answer.YES.value, "not-yet")
    (made,) = program.give("norm", "assessments")
    program.give("norm", "end", made["id"], "--on", "2026-06-30", "--ground", "ingetrokken")
    (later,) = program.give("norm", "competence", "1", "--norm", "eaa-112", "--on", "2026-11-23")
    assert later["answer"] == "uncertain"
