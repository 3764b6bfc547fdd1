"""Lists of organisations as CSV: encodings, delimiters, headers, and what is wrong with rows and files."""

from __future__ import annotations

from pathlib import Path

import pytest

from eaa_checker.domain.organisation import NewOrganisation, NewTarget, TargetKind
from eaa_checker.errors import UnreadableFile
from eaa_checker.registers import RegisterFile, read_organisations

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "norms" / "samples"
OIN = "00000001234567890000"


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> RegisterFile:
    path = tmp_path / "lijst.csv"
    path.write_bytes(text.encode(encoding))
    return read_organisations(path)


def names(found: RegisterFile) -> list[str]:
    return [row.organisation.name for row in found.rows]


def test_a_dutch_list_becomes_organisations_with_targets(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Naam instantie;OIN;KvK;Type;Website;Naam object\n"
        f"Veiligheidsregio Duinrand;{OIN};12345678;Veiligheidsregio;www.duinrand.example;Hoofdsite\n"
        "Gemeente Voorbeeldstad;;;;;\n",
    )
    assert found.errors == ()
    assert found.rows[0].organisation == NewOrganisation(
        "Veiligheidsregio Duinrand",
        OIN,
        "12345678",
        "Veiligheidsregio",
        (NewTarget("Hoofdsite", "https://www.duinrand.example/"),),
    )
    assert found.rows[1].organisation == NewOrganisation("Gemeente Voorbeeldstad")
    assert [row.number for row in found.rows] == [2, 3]
    assert found.columns["website"] == "Website"
    assert found.format == "csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = [("Organisation", "Website"), ("Gemeente Súdwest-Fryslân", "https://sudwest.example"), ("Coöperatie Ë", "")]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    found = read(tmp_path, text, encoding)
    assert names(found) == ["Gemeente Súdwest-Fryslân", "Coöperatie Ë"]
    assert found.errors == ()
    assert found.rows[0].organisation.targets[0].name == "sudwest.example"


def test_excels_hint_of_the_delimiter_is_no_row(tmp_path: Path) -> None:
    found = read(tmp_path, "sep=,\nName,Website\nBody,a.example\n")
    assert names(found) == ["Body"]
    assert found.rows[0].number == 3


def test_english_headers_in_any_order_and_spelling(tmp_path: Path) -> None:
    found = read(
        tmp_path, "web_address,Chamber of Commerce number, ORGANISATION NAME \na.example,1234 5678, Body  One \n"
    )
    assert found.rows[0].organisation.kvk == "12345678"
    assert names(found) == ["Body One"]


def test_a_street_address_beside_a_website_is_not_taken_for_one(tmp_path: Path) -> None:
    found = read(tmp_path, "Naam;Adres;Website\nGemeente A;Dorpsstraat 1;a.example\n")
    assert found.errors == ()
    assert found.rows[0].organisation.targets[0].address == "https://a.example/"
    assert found.rows[0].extra == (("Adres", "Dorpsstraat 1"),)
    assert found.ignored == ("Adres",)


def test_a_bare_name_beside_the_organisation_names_the_site(tmp_path: Path) -> None:
    found = read(tmp_path, "Organisatie;Naam;URL\nGemeente A;Burgerportaal;portaal.example\n")
    assert names(found) == ["Gemeente A"]
    assert found.rows[0].organisation.targets[0].name == "Burgerportaal"


def test_headers_that_occur_twice_are_told_apart(tmp_path: Path) -> None:
    found = read(tmp_path, "Naam;Website;Website;Opmerking;Opmerking\nA;a.example;b.example;een;twee\n")
    assert found.rows[0].organisation.targets[0].address == "https://a.example/"
    assert found.ignored == ("Website (2)", "Opmerking", "Opmerking (2)")
    assert dict(found.rows[0].extra)["Opmerking (2)"] == "twee"


def test_a_title_above_the_header_is_passed_over(tmp_path: Path) -> None:
    found = read(tmp_path, "Overzicht instanties 2026;;\n;;\nNaam;OIN;Website\nA;;a.example\n")
    assert [(row.number, row.organisation.name) for row in found.rows] == [(4, "A")]


def test_several_rows_of_one_organisation_are_one_with_several_targets(tmp_path: Path) -> None:
    found = read(tmp_path, "Naam;KvK;Website\nGemeente A;;a.example\ngemeente a;12345678;b.example\n")
    (only,) = found.organisations
    assert only.name == "Gemeente A"
    assert only.kvk == "12345678"
    assert [t.address for t in only.targets] == ["https://a.example/", "https://b.example/"]


def test_an_address_in_an_app_store_is_an_app(tmp_path: Path) -> None:
    found = read(tmp_path, "Naam;URL\nPolitie;https://apps.apple.com/nl/app/id1\n")
    assert found.rows[0].organisation.targets[0].kind is TargetKind.APP


@pytest.mark.parametrize(
    ("row", "column", "nl", "en"),
    [
        (";1;;", "Naam", "De naam ontbreekt.", "The name is missing."),
        ("A;123;;", "OIN", "Het OIN heeft geen 20 cijfers: 123.", "The OIN does not have 20 digits: 123."),
        ("A;1,23457E+19;;", "OIN", "Het OIN heeft geen 20 cijfers: 1,23457E+19.", "format the column as text"),
        ("A;;1234567;", "KvK", "Het KvK-nummer heeft geen 8 cijfers: 1234567.", "drops leading zeros"),
        ("A;;1234567a;", "KvK", "Het KvK-nummer heeft geen 8 cijfers", "does not have 8 digits: 1234567a."),
        ("A;;;geen adres", "Website", "mogen geen spaties staan", "cannot hold spaces"),
        ("A;;;mailto:info@a.example", "Website", "kan niet worden onderzocht", "cannot be examined"),
    ],
)
def test_what_is_wrong_with_a_row(tmp_path: Path, row: str, column: str, nl: str, en: str) -> None:
    found = read(tmp_path, f"Naam;OIN;KvK;Website\nGoed;;;\n{row}\n")
    assert names(found) == ["Goed"]
    error = next(e for e in found.errors if e.column == column)
    assert nl in error.nl
    assert en in error.en
    assert error.row == 3
    assert error.skipped
    assert error.say("nl").startswith("Rij 3: ")
    assert error.say("en").startswith("Row 3: ")


def test_rows_that_clash_with_earlier_ones(tmp_path: Path) -> None:
    other = "0" * 19 + "2"
    found = read(
        tmp_path,
        f"Naam;OIN;Website\nA;{OIN};a.example\nA;{OIN};https://A.example\nA;{other};b.example\nB;{OIN};\nA;{OIN};c.example\n",
    )
    assert [row.number for row in found.rows] == [2, 6]
    assert [(e.row, e.nl) for e in found.errors] == [
        (3, "Deze rij staat dubbel in het bestand: zie rij 2."),
        (4, f"“A” heeft in rij 2 een ander nummer (OIN): {OIN}."),
        (5, "Dit OIN hoort in rij 2 bij “A”."),
    ]


def test_a_name_across_lines_and_quotes_is_one_cell(tmp_path: Path) -> None:
    found = read(tmp_path, 'Naam;Website\n"Gemeente\n""A"" ; B";a.example\nC;\n')
    assert names(found) == ['Gemeente "A" ; B', "C"]
    assert [row.number for row in found.rows] == [2, 3]


@pytest.mark.parametrize(
    ("data", "nl"),
    [
        (b"", "is leeg"),
        (b" \r\n ", "is leeg"),
        (b"\xef\xbb\xbf;;\n;;\n", "is leeg"),
        (b"Straat;Plaats\nA;B\n", "geen kolom met de naam"),
        (b"Naam;OIN\n", "onder de kolomnamen geen rijen"),
        (b'Naam;OIN\nA;\n"B;\nC;\n', "aanhalingsteken"),
        (b"Naam\x00;\x01\x02\x00\x00\x03", "geen tekstbestand"),
        (b"\xff\xfeN\x00a\x00\x00\xd8\n", "geen tekstbestand"),
        (b"Naam;OIN\nA\x81\x8d;\n", "geen tekstbestand"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "geen kolom met de naam"),
        (b"<html><table><tr><td>Naam</td></tr></table></html>", "webpagina"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "oud Excel-bestand"),
        (b"PK\x03\x04 and then nothing", "beschadigd"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, data: bytes, nl: str) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        read_organisations(path)
    assert nl in caught.value.nl
    assert "lijst.csv" in caught.value.en


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="does not exist"):
        read_organisations(tmp_path / "weg.csv")
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_organisations(tmp_path)


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="too many rows"):
        read(tmp_path, "Naam\n" + "\n".join(map(str, range(100_001))))


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as stream:
        stream.write(b"Naam\n")
        stream.truncate(100_000_001)
    with pytest.raises(UnreadableFile, match="too large"):
        read_organisations(path)


def test_the_websiteregister_sample() -> None:
    path = SAMPLES / "websiteregister_sample.csv"
    if not path.exists():
        pytest.skip(f"the sample {path} is not on this machine")
    found = read_organisations(path)
    assert found.errors == ()
    assert found.columns == {
        "name": "Organisatie",
        "kind": "Organisatietype",
        "website": "URL",
        "part": "Suborganisatie",
    }
    (ministry,) = found.organisations
    assert [t.address for t in ministry.targets] == [
        "http://www.voorbeelden.example/",
        "https://inspectie.voorbeelden.example/",
        "http://campagne.voorbeelden.example/",
    ]
    assert found.rows[1].part == "Inspectie Voorbeelden"
    extra = dict(found.rows[1].extra)
    assert extra["Websitetest Internet.nl: IPv6"] == "ja"
    assert extra["E-mailtest Internet.nl: Totaal"] == "nee"
