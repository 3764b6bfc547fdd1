"""What a row of a register would do: new, known, changed, held back or wrong, with the reason in words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from eaa_checker.domain.organisation import Organisation
from eaa_checker.domain.register_import import ImportLine, Known, KnownTarget, Plan, RowOutcome
from eaa_checker.registers import Reading, RegisterFile, plan, read_organisations
from eaa_checker.registers.likeness import Names, address_key, bare_name
from eaa_checker.store.imports import header_key

TODAY = date(2026, 11, 23)
OIN = "00000001234567890000"
OTHER = "00000001234567890001"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
TOWN = Organisation(1, "Gemeente Duinrand", NOW, oin=OIN, kvk="12345678", kind="Gemeente", tooi="https://t.example/gm1")
REGION = Organisation(2, "Veiligheidsregio Meerland", NOW, kvk="87654321")
KNOWN = Known(
    (TOWN, REGION),
    (KnownTarget(11, "https://www.duinrand.example/", (1,)), KnownTarget(12, "https://meerland.example/", (2,), "C")),
    frozenset({(1, "a. jansen", "a@duinrand.example")}),
)


def read(tmp_path: Path, *lines: str, reading: Reading | None = None) -> RegisterFile:
    path = tmp_path / "lijst.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_organisations(path, TODAY, reading)


def planned(tmp_path: Path, *lines: str, known: Known = KNOWN, accept: Collection[int] = ()) -> Plan:
    return plan(read(tmp_path, *lines), known, accept=accept, today=TODAY)


def only(found: Plan) -> ImportLine:
    (line,) = found.lines
    return line


HEADER = "Naam;OIN;KvK;Type;TOOI;Website;Contactpersoon;E-mail;Einddatum;Onderdeel van;Labels"


def test_a_row_that_says_nothing_new_is_known(tmp_path: Path) -> None:
    found = planned(tmp_path, HEADER, f"gemeente  DUINRAND;{OIN};;;;duinrand.example;A. Jansen;A@duinrand.example")
    assert only(found).outcome is RowOutcome.KNOWN
    assert found.steps == ()


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ("Gemeente Duinrand;;;Gemeente (fusie)", ["kind"]),
        ("Veiligheidsregio Meerland;" + OTHER, ["oin"]),
        ("Gemeente Duinrand;;11112222", ["kvk"]),
        (f"Gemeente Duinrand aan Zee;{OIN}", ["name"]),
        ("Gemeente Duinrand aan Zee;;;;https://t.example/gm1", ["name"]),
        ("Gemeente Duinrand;;;;;;;;31-12-2026", ["ended"]),
        ("Gemeente Duinrand;;;;;;;;;Veiligheidsregio Meerland", ["parent"]),
        ("Gemeente Duinrand;;;;;;;;;;kust, toerisme", ["tags"]),
    ],
)
def test_what_differs_is_a_change_and_what_is_left_open_stays(tmp_path: Path, row: str, fields: list[str]) -> None:
    found = planned(tmp_path, HEADER, row)
    line = only(found)
    assert (line.outcome, [change.field for change in line.changes]) == (RowOutcome.CHANGED, fields)
    (step,) = found.steps
    assert step.organisation_id == line.organisation_id
    assert list(step.values) == [{"parent": "parent_id"}.get(field, field) for field in fields]


def test_new_targets_and_contacts_of_a_known_body_are_additions(tmp_path: Path) -> None:
    row = "Gemeente Duinrand;;;;;portaal.duinrand.example;B. de Vries;b@duinrand.example"
    line = only(planned(tmp_path, HEADER, row))
    assert line.outcome is RowOutcome.CHANGED
    assert line.new_targets == ("https://portaal.duinrand.example/",)
    assert line.new_contacts == 1


def test_scheme_www_and_last_slash_make_no_new_target(tmp_path: Path) -> None:
    line = only(planned(tmp_path, HEADER, "Gemeente Duinrand;;;;;http://duinrand.example/"))
    assert line.outcome is RowOutcome.KNOWN


@pytest.mark.parametrize(
    ("row", "nl"),
    [
        (f"Gemeente Duinrand;{OTHER}", "ander nummer (OIN)"),
        ("Gemeente Duinrand;;;;https://t.example/gm2", "ander nummer (TOOI)"),
        (f"Veiligheidsregio Meerland;{OIN}", "verschillende instanties"),
        ("Gemeente Nieuw;;;;;;;;1 januari 2020", "bestaat niet meer sinds 01-01-2020"),
    ],
)
def test_rows_that_contradict_the_register_are_errors(tmp_path: Path, row: str, nl: str) -> None:
    found = planned(tmp_path, HEADER, row, "Gemeente Goed")
    line = found.lines[0]
    assert line.outcome is RowOutcome.ERROR
    assert nl in line.reasons[0].nl
    assert line.reasons[0].en != line.reasons[0].nl
    assert found.lines[1].outcome is RowOutcome.NEW


def test_the_registers_own_key_gives_way_to_a_tooi_address(tmp_path: Path) -> None:
    known = replace(KNOWN, organisations=(replace(TOWN, tooi="900004"), REGION))
    line = only(planned(tmp_path, HEADER, "Gemeente Duinrand;;;;https://t.example/gm1", known=known))
    assert [(c.field, c.was) for c in line.changes] == [("tooi", "900004")]


@pytest.mark.parametrize(
    ("row", "nl"),
    [
        ("Duinrand BV;;12345678", "KvK-nummer 12345678 is al van “Gemeente Duinrand” (nummer 1)"),
        ("Stichting Elders;;;;;www.duinrand.example", "al object 11 van “Gemeente Duinrand”"),
        ("Veiligheidsregio Meerland;;;;;duinrand.example", "Ging het over naar een andere instantie?"),
    ],
)
def test_what_seems_double_is_held_back_until_a_person_accepts_it(tmp_path: Path, row: str, nl: str) -> None:
    held = planned(tmp_path, HEADER, row)
    assert only(held).outcome is RowOutcome.DUPLICATE
    assert nl in only(held).reasons[0].nl
    assert held.steps == ()
    taken = planned(tmp_path, HEADER, row, accept=(2,))
    assert only(taken).outcome in (RowOutcome.NEW, RowOutcome.CHANGED)
    assert "omdat u dat aangaf" in only(taken).reasons[0].nl
    assert len(taken.steps) == 1


def test_branches_with_numbers_of_their_own_may_share_a_chamber_of_commerce_number(tmp_path: Path) -> None:
    assert only(planned(tmp_path, HEADER, f"Duinrand Havens;{OTHER};12345678")).outcome is RowOutcome.NEW


def test_an_abbreviation_that_is_a_tag_is_held_back(tmp_path: Path) -> None:
    known = replace(KNOWN, organisations=(replace(TOWN, tags=("GD",)), REGION))
    line = only(planned(tmp_path, HEADER, "gd;;;;;nieuw.example", known=known))
    assert (line.outcome, line.organisation_id) == (RowOutcome.DUPLICATE, 1)
    taken = planned(tmp_path, HEADER, "gd;;;;;nieuw.example", known=known, accept=range(9))
    assert (only(taken).outcome, only(taken).name, only(taken).changes) == (RowOutcome.CHANGED, "Gemeente Duinrand", ())
    assert taken.steps[0].organisation_id == 1


def test_a_part_that_is_known_as_a_body_is_the_body(tmp_path: Path) -> None:
    rows = ("https://meerland.example;JenV;Veiligheidsregio Meerland", "x.example;JenV;X")
    first, second = planned(tmp_path, "URL;Organisatie;Suborganisatie", *rows).lines
    assert (first.outcome, first.organisation_id, first.changes) == (RowOutcome.KNOWN, 2, ())
    assert (second.outcome, second.name) == (RowOutcome.NEW, "JenV")


def test_bodies_that_ended_are_ended_where_they_are_known_and_never_added(tmp_path: Path) -> None:
    path = tmp_path / "exportOO.xml"
    path.write_text(
        '<organisaties><organisatie resourceIdentifierTOOI="https://t.example/gm1"><naam>Gemeente Duinrand</naam>'
        "<eindDatum>2025-12-31</eindDatum></organisatie><organisatie><naam>Weg</naam><eindDatum>2020-01-01</eindDatum>"
        "</organisatie></organisaties>",
        encoding="utf-8",
    )
    found = plan(read_organisations(path, TODAY), KNOWN, today=TODAY)
    assert only(found).outcome is RowOutcome.CHANGED
    assert found.steps[0].values == {"ended": date(2025, 12, 31)}
    ended = replace(KNOWN, organisations=(replace(TOWN, ended=date(2025, 1, 1)), REGION))
    assert plan(read_organisations(path, TODAY), ended, today=TODAY).lines == ()


@pytest.mark.parametrize("name", ["Duinrand, gemeente", "Gemeente Duinrnd", "De Gemeente Dúínrand"])
def test_a_similar_name_is_only_a_hint(tmp_path: Path, name: str) -> None:
    line = only(planned(tmp_path, "Naam|Type", f"{name}|Gemeente"))
    assert line.outcome is RowOutcome.NEW
    assert "lijkt op “Gemeente Duinrand” (nummer 1)" in line.reasons[0].nl


def test_likeness_asks_no_more_than_a_letter_or_the_order_of_words() -> None:
    names = Names([("Regio Noord 1", 0), ("ABC", 1)])
    assert names.like("regio noord 1.") == 0
    assert names.like("Noord-Regio 1") == 0
    assert names.like("Regio Noord 2") is None
    assert names.like("ABD") is None
    assert names.like("Regio Zuid 1") is None
    assert bare_name("De Gemeente 's-Hertogenbosch") == "gemeente hertogenbosch s"
    assert address_key("https://www.a.example:8443/x/") == "a.example:8443/x"


def test_a_host_of_another_body_is_a_hint_except_in_an_app_store(tmp_path: Path) -> None:
    app = KnownTarget(13, "https://apps.apple.com/nl/app/id1", (2,))
    known = replace(KNOWN, targets=(*KNOWN.targets, app))
    found = planned(
        tmp_path, HEADER, "Elders A;;;;;duinrand.example/elders", "Elders B;;;;;https://apps.apple.com/nl/app/id2",
        known=known,
    )  # fmt: skip
    assert [line.outcome for line in found.lines] == [RowOutcome.NEW, RowOutcome.NEW]
    assert "Op duinrand.example staat ook een object" in found.lines[0].reasons[0].nl
    assert not any("apps.apple.com" in reason.nl for reason in found.lines[1].reasons)


def test_rows_of_one_new_body_are_joined(tmp_path: Path) -> None:
    found = planned(tmp_path, HEADER, "Nieuw;;;;;a.example", f"nieuw;{OTHER};;;;b.example", "NIEUW;;;;;a.example/")
    assert [line.outcome for line in found.lines] == [RowOutcome.NEW, RowOutcome.NEW, RowOutcome.DUPLICATE]
    first, second = found.steps
    assert first.organisation.oin == OTHER
    assert (second.joins, second.organisation_id) == (0, None)


def test_changes_of_several_rows_are_made_once(tmp_path: Path) -> None:
    found = planned(
        tmp_path, HEADER, "Gemeente Duinrand;;;Stad;;c.example", "Gemeente Duinrand;;11112222;Stad;;d.example"
    )
    first, second = found.steps
    assert first.values == {"kind": "Stad", "kvk": "11112222"}
    assert second.values == {}
    assert [c.field for c in found.lines[1].changes] == ["kvk"]


def test_a_contact_without_a_name_is_refused_with_its_row(tmp_path: Path) -> None:
    found = planned(
        tmp_path, HEADER, "A;;;;;a.example;;info@a.example", "B;;;;;b.example;J. Bos;geen adres", "C;;;;;;J. Bos;j@c.nl"
    )
    assert [line.outcome for line in found.lines] == [RowOutcome.ERROR, RowOutcome.ERROR, RowOutcome.NEW]
    assert found.lines[0].reasons[0].nl == "De contactpersoon heeft geen naam."
    assert "geen e-mailadres" in found.lines[1].reasons[0].nl
    assert len(found.steps) == 1
    desk = planned(tmp_path, "Naam;E-mail", "A;info@a.example")
    assert [one.name for one in desk.steps[0].organisation.contacts] == ["Algemeen"]


def test_a_parent_may_stand_further_on_but_never_below(tmp_path: Path) -> None:
    rows = ("Dienst;Stad", "Stad;Provincie", "Provincie;", "Raad;Nergens", "Gemeente Duinrand;Wijk")
    found = planned(tmp_path, "Naam;Onderdeel van", *rows, "Wijk;Gemeente Duinrand")
    assert [step.parent_step for step in found.steps] == [1, 2, None, None, None]
    assert found.steps[4].parent_id == 1
    hints = [[reason.nl for reason in line.reasons] for line in found.lines]
    assert [len(one) for one in hints] == [0, 0, 0, 1, 1, 0]
    circle = planned(tmp_path, "Naam;Onderdeel van", "Een;Twee", "Twee;Een")
    assert [step.parent_step for step in circle.steps] == [None, 0]


def test_a_bare_status_is_no_accessibility_statement(tmp_path: Path) -> None:
    file = read(tmp_path, "Naam;Website;Status", "A;a.example;actief")
    assert file.rows[0].organisation.targets[0].statement_status == ""
    assert file.ignored == ("Status",)


def test_a_date_that_could_be_anything_is_an_error_of_its_row(tmp_path: Path) -> None:
    line = only(planned(tmp_path, HEADER, "A;;;;;;;;11/23/2026"))
    assert line.outcome is RowOutcome.ERROR
    assert "Schrijf dag-maand-jaar" in line.reasons[0].nl


def test_columns_as_a_person_said_are_remembered_by_header_line(tmp_path: Path) -> None:
    lines = ("Instelling;Plek;Naam", "Gemeente A;a.example;Jan")
    said = {"name": "Instelling", "website": "Plek"}
    first = read(tmp_path, *lines, reading=Reading(said, {}, header_key))
    assert first.rows[0].organisation.name == "Gemeente A"
    assert not first.remembered
    remembered = {header_key(first.header): said}
    again = read(tmp_path, *lines, reading=Reading(None, remembered, header_key))
    assert again.remembered
    assert again.rows == first.rows
    other = read(tmp_path, lines[0] + ";Extra", lines[1], reading=Reading(None, remembered, header_key))
    assert not other.remembered
    assert other.rows[0].organisation.name == "Jan"


def test_statements_of_one_organisation(tmp_path: Path) -> None:
    """The list of DigiToegankelijk names no organisation: it is asked for per organisation."""
    file = read(
        tmp_path,
        "Naam/URL,Adres,Status in dashboard,Aantal succescriteria waaraan wordt voldaan,Opmerking,Site of app",
        "Meerland,https://meerland.example,A - voldoet volledig,50,,Site",
        "Meerland app,https://play.google.com/store/apps/details?id=x,D,,,App",
        "Elders,https://elders.example,nog onbekend,,,Site",
        reading=Reading(owner="Veiligheidsregio Meerland"),
    )
    found = plan(file, KNOWN, today=TODAY)
    assert [line.outcome for line in found.lines] == [RowOutcome.CHANGED] * 3
    assert [(c.field, c.was, c.becomes) for c in found.lines[0].changes] == [("statement_status", "C", "A")]
    assert found.steps[0].statuses == {12: "A"}
    (app,) = found.steps[1].organisation.targets
    assert (app.kind.value, app.statement_status) == ("app", "D")
    (site,) = found.steps[2].organisation.targets
    assert (site.name, site.statement_status) == ("Elders", "nog onbekend")


def test_domains_are_proposals(tmp_path: Path) -> None:
    path = tmp_path / "exportRIO.xml"
    path.write_text(
        '<p:organisaties xmlns:p="https://organisaties.overheid.nl/static/schema/oo/export/0.0.3">'
        '<p:organisatie p:resourceIdentifierTOOI="https://t.example/gm1"><p:x><p:domeinnaamregistratie>'
        "<p:naam>DUINRAND.example</p:naam></p:domeinnaamregistratie><p:domeinnaamregistratie>"
        "<p:naam>post-duinrand.example</p:naam></p:domeinnaamregistratie></p:x></p:organisatie>"
        '<p:organisatie p:resourceIdentifierTOOI="https://t.example/gm9"><p:domeinnaamregistratie>'
        "<p:naam>x.example</p:naam></p:domeinnaamregistratie></p:organisatie><p:organisatie>"
        "<p:domeinnaamregistratie><p:naam>y.example</p:naam></p:domeinnaamregistratie></p:organisatie></p:organisaties>",
        encoding="utf-8",
    )
    file = read_organisations(path, TODAY)
    found = plan(file, KNOWN, today=TODAY)
    assert [(line.row, line.outcome) for line in found.lines] == [
        (1, RowOutcome.KNOWN),
        (2, RowOutcome.PROPOSAL),
        (3, RowOutcome.ERROR),
        (4, RowOutcome.ERROR),
    ]
    assert found.steps == ()
    taken = plan(file, KNOWN, accept=(2,), today=TODAY)
    assert taken.steps[0].organisation.targets[0].address == "https://post-duinrand.example/"
    assert taken.steps[0].organisation_id == 1
